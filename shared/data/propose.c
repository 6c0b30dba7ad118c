/* propose.c - whom to ask for an order. */
#include "propose.h"

#include <stdlib.h>

#include "clock.h"
#include "family.h"
#include "ids.h"
#include "setting.h"

enum { WEEK = 7 * 86400, LOOKED = 300, LOOKED_ALL = 20000 };

/* For SQL: somebody is insured at a station on a day, by a policy for all its projects; names of
 * columns all three. */
#define INSURED_THEN(station, day, person) \
	"(SELECT COUNT(*) FROM insurance s LEFT JOIN insurance_person n" \
	" ON n.insurance_id = s.id AND n.person_id = " person " WHERE s.station_id = " station \
	" AND s.ended_at IS NULL AND " day " BETWEEN s.from_on AND s.to_on" \
	" AND s.project_id IS NULL AND s.activity_id IS NULL" \
	" AND (s.covers = 'all' OR n.person_id IS NOT NULL)) > 0"

/* clang-format off: one to a line */
#define WANT_COLS(X, T) \
	X(T, INT, station, "o.station_id") \
	X(T, TEXT, skill, "i.skill") \
	X(T, TEXT, category, "o.category") \
	X(T, TEXT, region, "o.region_code") \
	X(T, TEXT, sex, "o.wants_sex") \
	X(T, TEXT, language, "o.language") \
	X(T, TEXT, day, "COALESCE(DATE(o.visit_from), o.wished_on)") \
	X(T, TEXT, part, "o.wished_part") \
	X(T, INT, adults, "COALESCE(i.adults, 1)") \
	X(T, INT, dangerous, "COALESCE(i.dangerous, 0)")
/* clang-format on */
ROW_DEFINE(want_row, WANT_COLS);
static struct stmt want_q = SQL(
	"SELECT " ROW_SELECT(WANT_COLS)
	"  FROM service_order o"
	"  LEFT JOIN service_item i ON i.id = o.item_id"
	" WHERE o.id = ?");

/* Roughly what match_score() says. First by what stands in one index, equal ones in another order
 * each time; the best of these by what else is known of them: whether they may be asked, and since
 * when they were not. */
static struct stmt best_q = SQL(
	"SELECT v.person_id"
	"  FROM (SELECT ? AS day, ? AS now, ? AS week, ? AS asks, ? AS sex) a"
	"  JOIN (SELECT v.person_id, IF(FIND_IN_SET(w.skill, v.skills), 30, 0)"
	"       + IF(FIND_IN_SET(w.category, v.categories), 20, 0)"
	"       + IF(v.region_code = w.region, 20,"
	"       IF(LEFT(v.region_code, 9) = LEFT(w.region, 9), 12, 0))"
	"       + IF(FIND_IN_SET(w.slot, v.available), 15, 0) AS points,"
	"       (v.person_id * 7919 + w.salt * 104729) % 1000003 AS tie"
	"       FROM volunteer v FORCE INDEX (volunteer_orders)"
	"       JOIN (SELECT ? AS skill, ? AS category, ? AS region, ? AS slot, ? AS salt) w"
	"       WHERE v.station_id = ? AND v.state = 'active'"
	"       ORDER BY points DESC, tie LIMIT ?) v"
	"  LEFT JOIN order_helper h ON h.person_id = v.person_id"
	" WHERE (h.person_id IS NULL OR (h.takes = 'yes'"
	"       AND NOT COALESCE(a.day BETWEEN h.away_from AND h.away_until, 0)"
	"       AND (h.asked_at <= a.week OR (SELECT COUNT(*) FROM dispatch d"
	"       WHERE d.person_id = v.person_id AND d.sent_at > a.week AND d.round > 0) < a.asks)))"
	"   AND (a.sex IS NULL OR (SELECT p.sex FROM person p WHERE p.id = v.person_id) = a.sex)"
	" ORDER BY v.points"
	"       + 2 * LEAST(COALESCE(TIMESTAMPDIFF(DAY, h.asked_at, a.now), 14), 14) DESC, v.tie"
	" LIMIT ?");
static struct stmt known_q = SQL(
	"SELECT DISTINCT d.person_id"
	"  FROM service_order o"
	"  JOIN service_order x ON x.phone_index = o.phone_index AND x.state IN ('to_rate', 'done')"
	"  JOIN dispatch d ON d.accepted_order = x.id"
	" WHERE o.id = ?"
	" LIMIT 10");

/* Counts and no EXISTS: MariaDB 10.11 makes IN of one with two equal columns, and dies of it when
 * the statement is run again. */
/* When the volunteer would be there, as far as anybody knows. */
#define PART(am, pm, eve) \
	"CASE o.wished_part WHEN 'am' THEN TIMESTAMP(o.wished_on, '" am "') WHEN 'pm' THEN " \
	"TIMESTAMP(o.wished_on, '" pm "') WHEN 'eve' THEN TIMESTAMP(o.wished_on, '" eve "') END"
#define THERE_FROM "COALESCE(o.visit_from, " PART("08:00:00", "14:00:00", "18:00:00") ")"
#define THERE_TO   "COALESCE(o.visit_to, " PART("12:00:00", "18:00:00", "21:00:00") ")"
/* On a roster then, or promised to another order. */
#define OVERLAPS \
	"(SELECT COUNT(*) FROM roster t JOIN activity a ON a.id = t.activity_id" \
	" WHERE t.person_id = v.person_id AND t.state = 'on' AND a.state IN ('published', " \
	"'running')" \
	" AND a.id <> COALESCE(o.activity_id, 0)" \
	" AND a.starts_at < " THERE_TO " AND a.ends_at > " THERE_FROM ") > 0" \
	" OR (SELECT COUNT(*) FROM dispatch d JOIN service_order x ON x.id = d.accepted_order" \
	" WHERE d.person_id = v.person_id AND d.state = 'accepted' AND x.id <> o.id" \
	" AND x.state IN ('taken', 'serving')" \
	" AND x.visit_from < " THERE_TO " AND x.visit_to > " THERE_FROM ") > 0"
/* clang-format off: one to a line */
/* The telephone of somebody for whom they act, or who acts for them (family.h). */
#define KIN_OF(theirs, others) \
	"(SELECT COUNT(*) FROM proxy x JOIN person y ON y.id = x." others " WHERE x." theirs \
	" = p.id AND y.phone_index = o.phone_index AND " FAMILY_NEAR("x", "NOW()") ") > 0"
#define KIN_PHONE \
	KIN_OF("person_id", "proxy_person_id") " OR " KIN_OF("proxy_person_id", "person_id")
#define WHO_COLS(X, T) \
	X(T, INT, person, "v.person_id") \
	X(T, TEXT, name, "p.name") \
	X(T, TEXT, no, "v.no") \
	X(T, TEXT, sex, "p.sex") \
	X(T, INT, age, "TIMESTAMPDIFF(YEAR, p.birth_on, w.now)") \
	X(T, TEXT, region, "v.region_code") \
	X(T, TEXT, categories, "v.categories") \
	X(T, TEXT, skills, "v.skills") \
	X(T, TEXT, available, "v.available") \
	X(T, TEXT, languages, "COALESCE(h.languages, '')") \
	X(T, INT, active, "v.state = 'active' AND v.station_id = o.station_id") \
	X(T, INT, takes, "COALESCE(h.takes, 'yes') = 'yes'") \
	X(T, INT, away, \
	  "COALESCE(COALESCE(DATE(o.visit_from), o.wished_on, DATE(w.now))" \
	  " BETWEEN h.away_from AND h.away_until, 0)") \
	X(T, INT, own, "COALESCE(p.phone_index = o.phone_index, 0) OR " KIN_PHONE) \
	X(T, INT, overlap, OVERLAPS) \
	X(T, INT, insured, \
	  "COALESCE(i.dangerous, 0) = 0 OR " INSURED_THEN( \
		  "o.station_id", "COALESCE(DATE(o.visit_from), o.wished_on, DATE(w.now))", \
		  "v.person_id")) \
	X(T, INT, answered, \
	  "(SELECT COUNT(*) FROM dispatch d WHERE d.order_id = o.id" \
	  " AND d.person_id = v.person_id AND d.state IN ('declined', 'expired')) > 0") \
	X(T, INT, week, \
	  "(SELECT COUNT(*) FROM dispatch d WHERE d.person_id = v.person_id" \
	  " AND d.sent_at > w.now - INTERVAL 7 DAY AND d.round > 0)") \
	X(T, INT, idle, "TIMESTAMPDIFF(SECOND, h.asked_at, w.now)") \
	X(T, INT, known, \
	  "(SELECT COUNT(*) FROM service_order x JOIN dispatch d ON d.accepted_order = x.id" \
	  " WHERE x.phone_index = o.phone_index AND x.state IN ('to_rate', 'done')" \
	  " AND d.person_id = v.person_id)") \
	X(T, INT, no_shows, "v.no_shows") \
	X(T, INT, last, \
	  "COALESCE(v.person_id = (SELECT d.person_id FROM service_order x" \
	  " JOIN dispatch d ON d.accepted_order = x.id WHERE x.phone_index = o.phone_index" \
	  " AND x.state IN ('to_rate', 'done') ORDER BY x.id DESC LIMIT 1), 0)")
/* clang-format on */
ROW_DEFINE(who_row, WHO_COLS);
static struct stmt who_q = SQL(
	"SELECT " ROW_SELECT(WHO_COLS)
	"  FROM " IDS
	"  STRAIGHT_JOIN volunteer v ON v.person_id = k.id"
	"  STRAIGHT_JOIN person p ON p.id = v.person_id"
	"  STRAIGHT_JOIN (SELECT CAST(? AS DATETIME) AS now) w"
	"  STRAIGHT_JOIN service_order o ON o.id = ?"
	"  LEFT JOIN service_item i ON i.id = o.item_id"
	"  LEFT JOIN order_helper h ON h.person_id = v.person_id"
	" GROUP BY v.person_id"
	" LIMIT 200");

static enum err want_read(const struct actor *by, int64_t order, struct want_row *r,
			  struct match_want *w)
{
	enum err e = row_one(&want_q, ARGS(A_(order)), want_row_cols, r);
	if (e)
		return e;
	*w = (struct match_want){ .skill = r->skill,
				  .category = r->category,
				  .region = r->region,
				  .sex = r->sex,
				  .language = r->language,
				  .slots = match_slots(by->arena, r->day, r->part),
				  .adults = r->adults,
				  .dangerous = r->dangerous };
	return setting_rule(r->station, "order_asks_week", MATCH_ASKS_WEEK, &w->asks_week);
}

static struct candidate candidate_of(struct arena *a, const struct match_want *w,
				     const struct who_row *r)
{
	char why[MATCH_WHYS];
	struct candidate c = { .person = r->person, .name = r->name, .no = r->no };
	c.who = (struct match_who){ .sex = r->sex,
				    .region = r->region,
				    .categories = r->categories,
				    .skills = r->skills,
				    .available = r->available,
				    .languages = r->languages,
				    .age = r->age,
				    .active = r->active,
				    .takes = r->takes,
				    .away = r->away,
				    .own = r->own,
				    .overlap = r->overlap,
				    .insured = r->insured,
				    .answered = r->answered,
				    .week = r->week,
				    .idle = r->idle,
				    .known = r->known,
				    .no_shows = r->no_shows,
				    .last = r->last };
	c.near = match_near(w->region, r->region);
	c.bar = match_bar(w, &c.who);
	c.score = match_score(w, &c.who, why);
	c.why = arena_str(a, why);
	return c;
}

static int better(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;
	int order = match_order(&x->who, x->score, &y->who, y->score);
	return order ? order : (x->person > y->person) - (x->person < y->person);
}

static enum err look(const struct actor *by, int64_t order, const char *ids, struct proposal *out)
{
	struct who_row *rows;
	size_t n = 0;
	enum err e = row_all(&who_q, ARGS(A_(ids), A_(actor_time(by)), A_(order)), who_row_cols,
			     sizeof(*rows), &rows, &n);
	if (e)
		return e;
	out->v = arena_array(by->arena, n + 1, sizeof(*out->v));
	out->barred = arena_array(by->arena, n + 1, sizeof(*out->barred));
	out->n = out->barred_n = 0;
	for (size_t i = 0; i < n; i++) {
		struct candidate c = candidate_of(by->arena, &out->want, &rows[i]);
		if (c.bar)
			out->barred[out->barred_n++] = c;
		else
			out->v[out->n++] = c;
	}
	qsort(out->v, out->n, sizeof(*out->v), better);
	return OK;
}

static enum err best_of(const struct actor *by, int64_t order, const struct want_row *r,
			const struct match_want *w, int64_t looked, struct buf *ids)
{
	const char *now = actor_time(by), *week = clock_time(by->arena, by->now - WEEK);
	const char *slot = *w->slots ? arena_fmt(by->arena, "%.2s", w->slots) : "-";
	return db_each(&best_q,
		       ARGS(A_(str_or(r->day, actor_today(by))), A_(now), A_(week),
			    A_(w->asks_week), A_(r->sex), A_(r->skill), A_(r->category),
			    A_(r->region), A_(slot), A_(order), A_(r->station), A_(looked),
			    A_(PROPOSE_MOST)),
		       ids_row, ids);
}

enum err propose(const struct actor *by, int64_t order, struct proposal *out)
{
	struct want_row r;
	struct buf ids = { .arena = by->arena };
	enum err e = want_read(by, order, &r, &out->want);
	if (!e)
		e = best_of(by, order, &r, &out->want, LOOKED, &ids);
	/* When all of the likely ones have done their share, the others are looked at. */
	if (!e && !ids.n)
		e = best_of(by, order, &r, &out->want, LOOKED_ALL, &ids);
	if (!e)
		e = db_each(&known_q, ARGS(A_(order)), ids_row, &ids);
	return e ? e : look(by, order, ids_json(&ids), out);
}

enum err propose_of(const struct actor *by, int64_t order, const int64_t *people, size_t n,
		    struct proposal *out)
{
	struct want_row r;
	struct buf ids = { .arena = by->arena };
	for (size_t i = 0; i < n; i++)
		ids_add(&ids, people[i]);
	enum err e = want_read(by, order, &r, &out->want);
	return e ? e : look(by, order, ids_json(&ids), out);
}
