/* standby.c - who is asked to step in for a shift 补位. */
#include "standby.h"

#include <stdlib.h>

#include "clock.h"
#include "config.h"
#include "match.h"
#include "row.h"
#include "safeguard.h"
#include "tell.h"

enum { DAYS = 7, DAY = 86400 };

#define OPEN_COLS(X, T) \
	X(T, TEXT, no, "a.no") \
	X(T, INT, station, "a.station_id") \
	X(T, TEXT, title, "a.title") \
	X(T, TEXT, starts_at, "a.starts_at") \
	X(T, TEXT, place, "a.place") \
	X(T, TEXT, skills, "o.skills")
ROW_DEFINE(open_row, OPEN_COLS);
static struct stmt open_q = SQL(
	"SELECT " ROW_SELECT(OPEN_COLS)
	"  FROM activity a"
	"  JOIN shift s ON s.activity_id = a.id"
	"  JOIN position o ON o.id = s.position_id"
	"  JOIN project p ON p.id = s.project_id AND p.state IN ('recruiting', 'running')"
	"       AND p.recruit_scope = 'public'"
	" WHERE a.id = ?"
	"   AND a.state = 'published'"
	"   AND a.starts_at >= ?"
	"   AND (s.mode <> 'draw' OR EXISTS (SELECT 1 FROM draw d"
	"       WHERE d.activity_id = a.id AND d.drawn_at IS NOT NULL))"
	"   AND s.opens_at <= ?"
	"   AND s.closes_at > ?");

/* What was told is what is counted: nobody can throw a message away. Who has, or had, anything to
 * do with this shift knows of it. */
#define TOLD "FROM message m WHERE m.person_id = w.id AND m.event = 'standby'"
#define FITTER_COLS(X, T) \
	X(T, INT, person, "w.id") \
	X(T, TEXT, birth_on, "w.birth_on") \
	X(T, TEXT, skills, "v.skills") \
	X(T, TEXT, last, "(SELECT MAX(m.created_at) " TOLD ")")
ROW_DEFINE(fitter_row, FITTER_COLS);
static struct stmt fit_q = SQL(
	"SELECT " ROW_SELECT(FITTER_COLS)
	"  FROM activity a"
	"  JOIN shift s ON s.activity_id = a.id"
	"  JOIN position o ON o.id = s.position_id"
	"  JOIN project p ON p.id = s.project_id"
	"  JOIN (SELECT DISTINCT y.person_id FROM activity b"
	"       JOIN standby y ON y.category IN ('', b.category)"
	"       AND y.weekday IN ('', WEEKDAY(b.starts_at) + 1) WHERE b.id = ?) c"
	"  JOIN volunteer v ON v.person_id = c.person_id AND v.station_id = a.station_id"
	"       AND v.state = 'active'"
	"  JOIN person w ON w.id = v.person_id AND w.erased_at IS NULL"
	" WHERE a.id = ?"
	"   AND COALESCE(w.birth_on <= DATE(a.starts_at) - INTERVAL o.min_age YEAR,"
	"       o.min_age IS NULL)"
	"   AND COALESCE(o.sex = w.sex, o.sex IS NULL)"
	"   AND (p.min_minutes = 0 OR p.min_minutes <= (SELECT t.minutes + t.brought_minutes"
	"       FROM volunteer_total t WHERE t.person_id = w.id))"
	"   AND (o.training_id IS NULL OR (SELECT COUNT(*) FROM qualification x"
	"       JOIN training y ON y.id = o.training_id WHERE x.person_id = w.id"
	"       AND (x.training_id = y.id OR x.name = y.qualifies) AND x.withdrawn_at IS NULL"
	"       AND COALESCE(x.valid_until >= DATE(a.starts_at), 1)))"
	"   AND NOT EXISTS (SELECT 1 FROM application z WHERE z.activity_id = a.id"
	"       AND z.person_id = w.id)"
	"   AND NOT EXISTS (SELECT 1 FROM roster r"
	"       JOIN activity b ON b.id = r.activity_id AND (b.id = a.id OR (r.state = 'on'"
	"       AND b.state NOT IN ('cancelled', 'archived') AND b.starts_at < a.ends_at"
	"       AND b.ends_at > a.starts_at)) WHERE r.person_id = w.id)"
	"   AND NOT EXISTS (SELECT 1 " TOLD " AND m.about = 'activity' AND m.target_id = a.id)"
	"   AND (SELECT COUNT(*) " TOLD " AND m.channel = 'inbox' AND m.created_at > ?) < ?"
	" ORDER BY last, w.id"
	" LIMIT 100");

static enum err fits(const struct actor *by, int64_t activity, const struct open_row *o,
		     const struct fitter_row *f, bool *yes)
{
	const char *lacks, *now = actor_time(by);
	*yes = match_any(by->arena, o->skills, f->skills);
	enum err e = *yes ? safe_guarded(f->person, clock_day(by->arena, by->now), yes) : OK;
	if (e || !*yes)
		return e;
	e = safe(&(struct safe_ask){ .activity = activity, .person = f->person, .at = now },
		 &lacks);
	*yes = !e && !lacks;
	return e;
}

static int by_person(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
	return (x > y) - (x < y);
}

enum err standby_ask(const struct actor *by, int64_t activity)
{
	struct open_row o;
	struct fitter_row *v;
	int64_t asked[STANDBY_ASKED];
	size_t n = 0, many = 0;
	const char *now = actor_time(by);
	const char *soon = clock_time(by->arena, by->now + STANDBY_SECONDS);
	const char *week = clock_time(by->arena, by->now - (int64_t)DAYS * DAY);
	enum err e = row_one(&open_q, ARGS(A_(activity), A_(soon), A_(now), A_(now)), open_row_cols,
			     &o);
	if (e)
		return e == ERR_NOT_FOUND ? OK : e;
	e = row_all(&fit_q, ARGS(A_(activity), A_(activity), A_(week), A_((int64_t)STANDBY_WEEK)),
		    fitter_row_cols, sizeof(*v), &v, &n);
	for (size_t i = 0; !e && i < n && many < STANDBY_ASKED; i++) {
		bool yes = false;
		e = fits(by, activity, &o, &v[i], &yes);
		if (!e && yes)
			asked[many++] = v[i].person;
	}
	/* Always in the same order, so that two shifts do not wait for each other. */
	if (many)
		qsort(asked, many, sizeof(*asked), by_person);
	for (size_t i = 0; !e && i < many; i++)
		e = tell(by, &(struct telling){
				     .event = "standby",
				     .station = o.station,
				     .person = asked[i],
				     .about = "activity",
				     .target = activity,
				     .name = o.title,
				     .at = o.starts_at,
				     .place = o.place,
				     .path = arena_fmt(by->arena, "/recruit/shift/%s", o.no) });
	return e;
}
