/*
 * measured.c - the figures by which selections choose, of people, teams, projects, communities and
 * stations. Each kind is one statement over so many rows of the station; nothing divides by none.
 */
#include "selection.h"

#include <string.h>

#include "clock.h"
#include "list.h"

enum { DAY = 86400, YEAR = 365 * DAY };

/* clang-format off: one to a line */
#define AT(word) offsetof(struct measured_row, word)
const struct measure measures[] = { { "years", "volunteer,team,project,station", AT(years) },
				    { "hours", "volunteer,team,project,station", AT(hours) },
				    { "star", "volunteer", AT(star) },
				    { "honours", "volunteer,team,project", AT(honours) },
				    { "no_shows", "volunteer", AT(no_shows) },
				    { "people", "team,project,community,station", AT(people) },
				    { "active", "team", AT(active) },
				    { "brands", "team", AT(brands) },
				    { "served", "project", AT(served) },
				    { "times", "team,project", AT(times) },
				    { "registered", "community,station", AT(registered) },
				    { "kinds", "community,station", AT(kinds) },
				    { "teams", "community,station", AT(teams) },
				    { 0 } };
/* clang-format on */

/* clang-format off: statements */
/* Whatever a kind has no figure of. The LIMIT of each x keeps it a table of its own: merged into
 * the outer statement, MariaDB no longer knows its columns when it is run a second time. */
#define MEASURED  "SELECT " ROW_SELECT(MEASURED_COLS) "  FROM ("
#define NO_PERSON "NULL AS star, NULL AS no_shows,"
#define NO_TEAM   "NULL AS active, NULL AS brands,"
#define NO_PLACE  "NULL AS registered, NULL AS kinds, NULL AS teams"
#define HONOURS(column, id) \
	"       (SELECT COUNT(*) FROM honour h WHERE h." column " = " id \
	" AND h.state = 'effective') AS honours,"
#define EFFECTIVE(of, id) \
	"       (SELECT CAST(COALESCE(SUM(r.minutes), 0) DIV 60 AS SIGNED) FROM activity a" \
	" JOIN service_record r ON r.activity_id = a.id AND r.state = 'effective'" \
	" WHERE a." of " = " id ") AS hours,"
#define TIMES(of, id) \
	"       (SELECT COUNT(*) FROM activity a WHERE a." of " = " id \
	" AND a.state IN ('notice', 'archived')) AS times,"

/* Arguments: today, a year ago. */
#define VOLUNTEER \
	"SELECT v.person_id AS id, NULL AS region, v.no AS code, p.name, v.star," HONOURS( \
		"person_id", \
		"v.person_id") "       TIMESTAMPDIFF(YEAR, v.registered_at, ?) AS years," \
			       "       (SELECT COUNT(*) FROM no_show n WHERE n.person_id = " \
			       "v.person_id" \
			       " AND n.found_at >= ? AND n.state NOT IN ('accepted', " \
			       "'mistaken')) AS no_shows," \
			       "       NULL AS people, " NO_TEAM \
			       " NULL AS served, NULL AS times, " NO_PLACE ","
static struct stmt volunteers_q = SQL(
	MEASURED
	VOLUNTEER
	"       CAST(v.credit DIV 60 AS SIGNED) AS hours"
	"  FROM (SELECT person_id, no, registered_at, credit, star, state FROM volunteer"
	"       FORCE INDEX (volunteer_home_hours) WHERE station_id = ?"
	"       ORDER BY served_minutes DESC, person_id DESC LIMIT 300) v"
	" STRAIGHT_JOIN person p ON p.id = v.person_id AND p.erased_at IS NULL"
	" WHERE v.state = 'active'"
	" LIMIT 300) x");
static struct stmt volunteer_q = SQL(
	MEASURED
	VOLUNTEER
	"       CAST((v.brought_along_minutes + (SELECT COALESCE(SUM(r.minutes), 0)"
	"               FROM service_record r WHERE r.person_id = v.person_id"
	"               AND r.state = 'effective')) DIV 60 AS SIGNED) AS hours"
	"  FROM volunteer v"
	"  JOIN person p ON p.id = v.person_id AND p.erased_at IS NULL"
	" WHERE v.person_id = ?"
	"   AND v.station_id = ?"
	"   AND v.state = 'active'"
	" LIMIT 1) x");

/* A member is active who has served within the year. Arguments: today, a year ago, then id twice
 * (NULL: all) and the station. A team without members has no share: 0. */
static struct stmt teams_q = SQL(
	MEASURED
	"SELECT t.id, NULL AS region, CONCAT('team_', LOWER(HEX(t.uid))) AS code, t.name,"
	"       TIMESTAMPDIFF(YEAR, COALESCE(t.founded_on, t.created_at), ?) AS years,"
	EFFECTIVE("team_id", "t.id")
	HONOURS("team_id", "t.id")
	"       " NO_PERSON
	"       (SELECT COUNT(*) FROM team_member m WHERE m.team_id = t.id"
	"               AND m.left_at IS NULL) AS people,"
	"       (SELECT CAST(COALESCE(FLOOR(100 * SUM(EXISTS (SELECT 1 FROM service_record r"
	"               WHERE r.person_id = m.person_id AND r.served_on >= ?"
	"               AND r.state = 'effective')) / NULLIF(COUNT(*), 0)), 0) AS SIGNED)"
	"               FROM team_member m WHERE m.team_id = t.id AND m.left_at IS NULL) AS active,"
	"       (SELECT COUNT(*) FROM project g WHERE g.team_id = t.id AND g.regular = 1"
	"               AND g.state IN ('recruiting', 'running', 'closed')) AS brands,"
	"       NULL AS served,"
	TIMES("team_id", "t.id")
	"       " NO_PLACE
	"  FROM (SELECT id, uid, name, founded_on, created_at FROM team"
	"       WHERE (? IS NULL OR id = ?) AND station_id = ? AND state = 'approved'"
	"       ORDER BY members DESC, id LIMIT 50) t LIMIT 50) x");
/* Years until it was closed. */
static struct stmt projects_q = SQL(
	MEASURED
	"SELECT g.id, NULL AS region, CONCAT('project_', LOWER(HEX(g.uid))) AS code,"
	"       g.title AS name,"
	"       TIMESTAMPDIFF(YEAR, g.starts_on, COALESCE(DATE(g.closed_at), ?)) AS years,"
	EFFECTIVE("project_id", "g.id")
	HONOURS("project_id", "g.id")
	"       " NO_PERSON
	"       (SELECT COUNT(DISTINCT r.person_id) FROM service_record r"
	"               WHERE r.project_id = g.id AND r.state = 'effective') AS people,"
	"       " NO_TEAM
	"       (SELECT CAST(COALESCE(SUM(a.served), 0) AS SIGNED) FROM activity a"
	"               WHERE a.project_id = g.id) AS served,"
	TIMES("project_id", "g.id")
	"       " NO_PLACE
	"  FROM (SELECT id, uid, title, starts_on, closed_at FROM project"
	"       WHERE (? IS NULL OR id = ?) AND station_id = ?"
	"       AND state IN ('recruiting', 'running', 'closed')"
	"       ORDER BY starts_on, id LIMIT 50) g LIMIT 50) x");
/* Residents by whom they live with; kinds and teams by the stations there. Arguments: a year ago,
 * then code twice (NULL: all) and the station. */
static struct stmt communities_q = SQL(
	MEASURED
	"SELECT NULL AS id, y.code AS region, CONCAT('community_', y.code) AS code, y.name,"
	"       NULL AS years, NULL AS hours, NULL AS honours, " NO_PERSON " y.people, " NO_TEAM
	"       NULL AS served, NULL AS times,"
	"       CAST(y.people * 100 DIV NULLIF(y.population, 0) AS SIGNED) AS registered,"
	"       (SELECT COUNT(DISTINCT a.category) FROM station s JOIN activity a"
	"               ON a.station_id = s.id AND a.starts_at >= ?"
	"               AND a.state IN ('notice', 'archived')"
	"               WHERE s.region_code = y.code) AS kinds,"
	"       (SELECT COUNT(*) FROM station s JOIN team t ON t.station_id = s.id"
	"               AND t.state = 'approved' WHERE s.region_code = y.code) AS teams"
	"  FROM (SELECT r.code, r.name, r.population,"
	"               (SELECT COUNT(*) FROM volunteer v WHERE v.region_code"
	"               BETWEEN r.code AND CONCAT(r.code, '999999') AND v.state = 'active')"
	"               AS people"
	"       FROM region r WHERE (? IS NULL OR r.code = ?)"
	"       AND (SELECT s.region_code FROM station s WHERE s.id = ?)"
	"           IN (r.code, r.parent_code)"
	"       ORDER BY r.code LIMIT 50) y LIMIT 50) x");
static struct stmt stations_q = SQL(
	MEASURED
	"SELECT y.id, NULL AS region, CONCAT('station_', y.no) AS code, y.name,"
	"       TIMESTAMPDIFF(YEAR, y.opened_on, ?) AS years,"
	"       (SELECT CAST(COALESCE(SUM(m.minutes), 0) DIV 60 AS SIGNED) FROM station_month m"
	"               WHERE m.station_id = y.id) AS hours,"
	"       NULL AS honours, " NO_PERSON " y.people, " NO_TEAM " NULL AS served, NULL AS times,"
	"       CAST(y.people * 100 DIV NULLIF(y.population, 0) AS SIGNED) AS registered,"
	"       (SELECT COUNT(DISTINCT a.category) FROM activity a WHERE a.station_id = y.id"
	"               AND a.starts_at >= ? AND a.state IN ('notice', 'archived')) AS kinds,"
	"       (SELECT COUNT(*) FROM team t WHERE t.station_id = y.id"
	"               AND t.state = 'approved') AS teams"
	"  FROM (SELECT s.id, s.no, s.name, s.opened_on, s.population,"
	"               CAST(COALESCE((SELECT c.n FROM volunteer_count c WHERE c.station_id = s.id"
	"               AND c.of_state = 'active'), 0) AS SIGNED) AS people"
	"       FROM station s WHERE (? IS NULL OR s.id = ?) AND ? IN (s.id, s.parent_id)"
	"       AND s.state = 'open' ORDER BY s.no LIMIT 50) y LIMIT 50) x");

/* clang-format on */

const struct measure *measure_find(const char *word)
{
	for (const struct measure *m = measures; m->word; m++)
		if (str_eq(m->word, word))
			return m;
	return NULL;
}

int64_t measure_of(const struct measure *m, const struct measured_row *r)
{
	int64_t v;
	memcpy(&v, (const char *)r + m->at, sizeof(v));
	return v;
}

static enum err measured_read(struct stmt *s, struct args a, struct measured_row **v, size_t *n)
{
	return row_all(s, a, measured_row_cols, sizeof(**v), v, n);
}

/* id: DB_NONE and region NULL: all of the station. */
static enum err measured_things(struct rq *q, const char *subject, int64_t id, const char *region,
				struct measured_row **v, size_t *n)
{
	const char *today = clock_day(q->arena, q->now), *ago = clock_day(q->arena, q->now - YEAR);
	int64_t here = q->station;
	if (str_eq(subject, "team"))
		return measured_read(&teams_q, ARGS(A_(today), A_(ago), A_(id), A_(id), A_(here)),
				     v, n);
	if (str_eq(subject, "project"))
		return measured_read(&projects_q, ARGS(A_(today), A_(id), A_(id), A_(here)), v, n);
	if (str_eq(subject, "community"))
		return measured_read(&communities_q,
				     ARGS(A_(ago), A_(region), A_(region), A_(here)), v, n);
	return measured_read(&stations_q, ARGS(A_(today), A_(ago), A_(id), A_(id), A_(here)), v, n);
}

enum err measured_all(struct rq *q, const char *subject, struct measured_row **v, size_t *n)
{
	const char *today = clock_day(q->arena, q->now), *ago = clock_day(q->arena, q->now - YEAR);
	if (str_eq(subject, "volunteer"))
		return measured_read(&volunteers_q, ARGS(A_(today), A_(ago), A_(q->station)), v, n);
	return measured_things(q, subject, DB_NONE, NULL, v, n);
}

enum err measured_one(struct rq *q, const struct whom *w, struct measured_row *out)
{
	const char *today = clock_day(q->arena, q->now), *ago = clock_day(q->arena, q->now - YEAR);
	struct measured_row *v;
	size_t n = 0;
	int64_t id = w->team != DB_NONE ? w->team : w->project != DB_NONE ? w->project : w->station;
	enum err e = w->person != DB_NONE ? measured_read(&volunteer_q,
							  ARGS(A_(today), A_(ago), A_(w->person),
							       A_(q->station)),
							  &v, &n)
					  : measured_things(q, w->subject, id, w->region, &v, &n);
	if (!e && n != 1)
		e = ERR(ERR_NOT_FOUND, "nobody to measure");
	if (!e)
		*out = *v;
	return e;
}

bool condition_met(const struct condition_row *c, const struct measured_row *r)
{
	const struct measure *m = measure_find(c->what);
	int64_t has = m ? measure_of(m, r) : DB_NONE;
	return has != DB_NONE && (c->at_most ? has <= c->wanted : has >= c->wanted);
}

void put_condition(struct node *n, const struct condition_row *c, const struct measured_row *r)
{
	const struct measure *m = measure_find(c->what);
	node_set(n, "what", c->what);
	node_int(n, "has", m ? measure_of(m, r) : DB_NONE);
	node_int(n, "wanted", c->wanted);
	node_int(n, "at_most", c->at_most);
	node_int(n, "ok", condition_met(c, r));
}

const char *measured_whom(struct arena *a, const char *subject, const struct measured_row *r)
{
	return r->region ? arena_fmt(a, "%s/%s", subject, r->region)
			 : arena_fmt(a, "%s/%lld", subject, (long long)r->id);
}
