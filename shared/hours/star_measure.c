/* star_measure.c - the conditions of a star in a division, and how far somebody has come. */
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "config.h"
#include "ids.h"
#include "star.h"

enum { DAY = 86400, YEAR = 365 * DAY, PERCENT = 100, NO_LIMIT = 99 };

/* A few rows of each division; the last of a division and star is the one that holds there. */
static struct stmt levels_q = SQL(
	"SELECT " ROW_SELECT(STAR_LEVEL_COLS)
	"  FROM star_level l"
	" WHERE (l.region_code IS NULL OR l.region_code IN (?, ?, ?, ?, ?))"
	"   AND NOT EXISTS (SELECT 1 FROM star_level m WHERE m.region_code <=> l.region_code"
	"       AND m.star = l.star AND m.id > l.id)"
	"   AND l.ended = 0"
	" ORDER BY l.star, l.scope DESC"
	" LIMIT 60");
static struct stmt level_q = SQL(
	"SELECT " ROW_SELECT(STAR_LEVEL_COLS)
	"  FROM star_level l"
	" WHERE l.id = ?");
static struct stmt who_q = SQL(
	"SELECT " ROW_SELECT(STAR_WHO_COLS)
	"  FROM " IDS
	" STRAIGHT_JOIN volunteer v ON v.person_id = k.id"
	"  JOIN station s ON s.id = v.station_id"
	"  LEFT JOIN volunteer_total t ON t.person_id = v.person_id"
	" LIMIT 500");
static struct stmt counted_q = SQL(
	"SELECT CAST(COALESCE(SUM(minutes), 0) AS SIGNED)"
	"  FROM service_record"
	" WHERE person_id = ?"
	"   AND state = 'effective'");

/* By the setting, "100,300,600,1000,1500", where the row of all divisions does not say. */
static int64_t hours_set(int64_t star)
{
	const char *s = cfg.star_hours;
	for (int64_t i = 1; s && i < star; i++) {
		s = strchr(s, ',');
		s = s ? s + 1 : NULL;
	}
	long long hours = s ? strtoll(s, NULL, 10) : 0;
	return hours > 0 ? hours : INT32_MAX;
}

enum err star_levels(const char *region, struct star_level_row v[STARS])
{
	struct arena *a = db_arena();
	struct star_level_row *rows;
	size_t n;
	size_t letters = strlen(region);
	enum err e = row_all(&levels_q,
			     ARGS(A_(arena_fmt(a, "%.2s0000", region)),
				  A_(arena_fmt(a, "%.4s00", region)),
				  A_(arena_fmt(a, "%.6s", region)),
				  A_(letters > 6 ? arena_fmt(a, "%.9s", region) : "-"),
				  A_(letters > 9 ? region : "-")),
			     star_level_row_cols, sizeof(*rows), &rows, &n);
	memset(v, 0, STARS * sizeof(*v));
	for (size_t i = 0; !e && i < n; i++) {
		struct star_level_row *l = &v[rows[i].star - 1];
		if (l->id)
			continue;
		*l = rows[i];
		if (l->hours == DB_NONE)
			l->hours = hours_set(l->star);
	}
	for (size_t i = 0; !e && i < STARS; i++)
		if (!v[i].id)
			e = ERR(ERR_INTERNAL, "star %zu has no conditions", i + 1);
	return e;
}

enum err star_level(int64_t id, struct star_level_row *l)
{
	enum err e = row_one(&level_q, ARGS(A_(id)), star_level_row_cols, l);
	if (!e && l->hours == DB_NONE)
		l->hours = hours_set(l->star);
	return e;
}

enum err star_who(const struct actor *by, const char *ids, struct star_who_row **v, size_t *n)
{
	struct arena *a = by->arena;
	const char *two_years = clock_day(a, by->now - 2 * (int64_t)YEAR);
	return row_all(&who_q,
		       ARGS(A_(two_years), A_(two_years), A_(two_years), A_(two_years),
			    A_(clock_time(a, by->now - (int64_t)YEAR)), A_(actor_today(by)),
			    A_(actor_time(by)), A_(ids)),
		       star_who_row_cols, sizeof(**v), v, n);
}

enum err star_counted(struct star_who_row *w)
{
	int64_t minutes = 0;
	enum err e = db_int(&counted_q, ARGS(A_(w->person)), &minutes);
	if (!e && minutes < w->minutes)
		w->minutes = minutes;
	return e;
}

static void add(struct star_measured *m, const char *word, bool most, int64_t wanted, int64_t has)
{
	m->v[m->n++] = (struct star_condition){ word, wanted, has, most,
						most ? has <= wanted : has >= wanted };
}

/* Rounded up: 40.1 of a hundred is more than 40. */
static int64_t weak_share(const struct star_who_row *w)
{
	int64_t all = w->minutes + w->brought, weak = w->weak + w->bare;
	return all <= 0 ? 0 : weak >= all ? PERCENT : (weak * PERCENT + all - 1) / all;
}

void star_conditions(const struct star_level_row *l, const struct star_who_row *w,
		     struct star_measured *m)
{
	*m = (struct star_measured){ .level = *l,
				     .minutes = w->minutes + w->brought,
				     .wanted_minutes = l->hours * 60,
				     .ok = true };
	add(m, "hours", false, m->wanted_minutes, m->minutes);
	m->enough = m->v[0].ok;
	if (l->weak_percent < PERCENT)
		add(m, "weak", true, l->weak_percent, weak_share(w));
	if (l->seen_hours > 0)
		add(m, "seen", false, l->seen_hours * 60, w->seen);
	if (l->rating_tenths > 0 && w->ratings > 0)
		add(m, "rating", false, l->rating_tenths, w->rating);
	if (l->evaluated > 0)
		add(m, "evaluated", false, l->evaluated, w->evaluations);
	if (l->evaluation_tenths > 0 && w->evaluations > 0)
		add(m, "evaluation", false, l->evaluation_tenths, w->evaluation);
	if (l->no_shows < NO_LIMIT)
		add(m, "no_shows", true, l->no_shows, w->no_shows);
	if (l->trainings > 0)
		add(m, "trainings", false, l->trainings, w->trainings);
	if (l->months > 0)
		add(m, "months", false, l->months, w->months);
	if (l->before_star > 0)
		add(m, "before", false, l->before_star, w->star);
	for (size_t i = 0; i < m->n; i++)
		m->ok = m->ok && m->v[i].ok;
}

enum err star_measure(const struct actor *by, int64_t person, int64_t star, enum star_hours how,
		      struct star_measured *m)
{
	struct buf ids = { .arena = by->arena };
	struct star_level_row levels[STARS];
	struct star_who_row *w;
	size_t n = 0;
	ids_add(&ids, person);
	enum err e = star_who(by, ids_json(&ids), &w, &n);
	if (!e && !n)
		e = ERR(ERR_NOT_FOUND, "no volunteer to measure");
	if (!e)
		e = star_levels(w->region, levels);
	if (!e && how == STAR_COUNTED)
		e = star_counted(w);
	if (!e)
		star_conditions(&levels[star - 1], w, m);
	return e;
}

int64_t star_best(const struct star_level_row v[STARS], const struct star_who_row *w)
{
	struct star_measured m;
	for (int64_t star = STARS; star > w->star; star--) {
		star_conditions(&v[star - 1], w, &m);
		if (m.ok)
			return star;
	}
	return 0;
}

const char *star_lacks(struct arena *a, const struct star_measured *m)
{
	struct buf b = { .arena = a };
	buf_str(&b, "");
	for (size_t i = 0; i < m->n; i++)
		if (!m->v[i].ok)
			buf_fmt(&b, "%s%s", b.n ? "," : "", m->v[i].word);
	return b.p;
}
