/* front.c - what everybody sees: open work, surveys, hours under public notice, the honour roll;
 * and the help page. */
#include "clock.h"
#include "code.h"
#include "station.h"

static struct stmt open_q = SQL(
	"SELECT p.no, p.title, s.name AS station, p.place, p.starts_on, p.ends_on, p.recruit_to,"
	"       SUM(o.wanted) AS wanted, SUM(o.wanted - o.taken) AS places"
	"  FROM project p"
	"  JOIN station s ON s.id = p.station_id"
	"  JOIN position o ON o.project_id = p.id"
	" WHERE p.state = 'recruiting'"
	"   AND p.recruit_scope = 'public'"
	"   AND p.recruit_from <= ?"
	"   AND p.recruit_to >= ?"
	" GROUP BY p.id"
	" ORDER BY p.recruit_to, p.id"
	" LIMIT 8");
static struct stmt surveys_q = SQL(
	"SELECT v.code, v.title, s.name AS station"
	"  FROM survey v"
	"  JOIN station s ON s.id = v.station_id"
	" WHERE v.state = 'open'"
	"   AND (v.closes_on IS NULL OR v.closes_on >= ?)"
	" ORDER BY v.id DESC"
	" LIMIT 5");
static struct stmt notices_q = SQL(
	"SELECT a.no, a.title, s.name AS station, a.notice_until"
	"  FROM activity a"
	"  JOIN station s ON s.id = a.station_id"
	" WHERE a.state = 'notice'"
	" ORDER BY a.notice_until, a.id"
	" LIMIT 8");
/* Names stand here only with their owner's consent of that purpose. */
static struct stmt honours_q = SQL(
	"SELECT p.name, v.star, ROUND(v.served_minutes / 60, 2) AS hours"
	"  FROM volunteer v FORCE INDEX (volunteer_most)"
	" STRAIGHT_JOIN person p ON p.id = v.person_id"
	" WHERE v.served_minutes > 0"
	"   AND p.erased_at IS NULL"
	"   AND EXISTS (SELECT 1 FROM consent c WHERE c.person_id = p.id"
	"       AND c.purpose = 'public_name' AND c.withdrawn_at IS NULL) = 1"
	" ORDER BY v.served_minutes DESC, v.person_id DESC"
	" LIMIT 8");
static struct stmt figures_q = SQL(
	"SELECT (SELECT COALESCE(SUM(n), 0) FROM volunteer_count"
	"       WHERE of_state = 'active') AS volunteers,"
	"       (SELECT COUNT(*) FROM station WHERE state = 'open') AS stations,"
	"       (SELECT FORMAT(COALESCE(SUM(minutes), 0) / 60, 0) FROM station_month) AS hours");
static struct stmt first_station_q = SQL(
	"SELECT id"
	"  FROM station"
	" WHERE state = 'open'"
	" ORDER BY no"
	" LIMIT 1");

enum err station_front(struct rq *q)
{
	const char *today = clock_day(q->arena, q->now);
	int64_t station;
	enum err e = db_int(&first_station_q, NO_ARGS, &station);
	if (e == ERR_NOT_FOUND)
		return page(q, "station/front.cs");
	if (!e)
		e = put_station(q, station);
	if (!e)
		e = put_query(q, "Open", &open_q, ARGS(A_(today), A_(today)));
	if (!e)
		e = put_query(q, "Surveys", &surveys_q, ARGS(A_(today)));
	if (!e)
		e = put_query(q, "Notices", &notices_q, NO_ARGS);
	if (!e)
		e = put_query(q, "Honours", &honours_q, NO_ARGS);
	if (!e)
		e = put_one(q, "Figures", &figures_q, NO_ARGS);
	if (e)
		return e;
	if (!q->who.session_id)
		reply_cache(q, 10);
	return page(q, "station/front.cs");
}

enum err station_help(struct rq *q)
{
	reply_cache(q, 60);
	return page(q, "station/help.cs");
}
