/* notice.c - hours under public notice 时长公示: anybody may read them, with masked names,
 * before they take effect. */
#include "activity.h"
#include "clock.h"
#include "code.h"

static struct stmt list_q = SQL(
	"SELECT a.id AS _id, a.no, a.title, s.name AS station, DATE(a.starts_at) AS day, a.place,"
	"       a.notice_from, a.notice_until, COUNT(*) AS people,"
	"       ROUND(SUM(r.minutes) / 60, 2) AS hours"
	"  FROM service_record r"
	"  JOIN activity a ON a.id = r.activity_id"
	"  JOIN station s ON s.id = a.station_id"
	" WHERE r.state IN ('notice', 'disputed')"
	"   AND r.notice_until IS NOT NULL"
	"   AND a.id < ?"
	" GROUP BY a.id"
	" ORDER BY a.id DESC"
	" LIMIT 31");
static struct stmt show_q = SQL(
	"SELECT a.no, a.title, a.content, s.name AS station, s.phone, DATE(a.starts_at) AS day,"
	"       a.place, a.organiser, a.notice_from, a.notice_until, a.state"
	"  FROM activity a"
	"  JOIN station s ON s.id = a.station_id"
	" WHERE a.id = ?"
	"   AND a.state IN ('notice', 'archived')");
static struct stmt records_q = SQL(
	"SELECT r.no, p.name AS _name, DATE_FORMAT(r.starts_at, '%H:%i') AS begins,"
	"       DATE_FORMAT(r.ends_at, '%H:%i') AS ends, r.minutes,"
	"       ROUND(r.minutes / 60, 2) AS hours, r.evidence, r.state, r.notice_until"
	"  FROM service_record r"
	"  JOIN person p ON p.id = r.person_id"
	" WHERE r.activity_id = ?"
	"   AND r.state IN ('notice', 'disputed', 'effective')"
	" ORDER BY r.id"
	" LIMIT 1000");

enum err notice_list(struct rq *q)
{
	int64_t before = query_int(q, "after", INT64_MAX, 1, INT64_MAX);
	enum err e = put_query(q, "Activities", &list_q, ARGS(A_(before)));
	if (e)
		return e;
	put_next(q, "Activities", PAGE_SIZE, "_id");
	return page(q, "activity/notice.cs");
}

enum err notice_show(struct rq *q)
{
	struct act a;
	enum err e = act_any(arg(q, 0), &a);
	if (!e)
		e = put_one(q, "Activity", &show_q, ARGS(A_(a.id)));
	if (!e)
		e = put_station(q, a.station_id);
	if (!e)
		e = put_query(q, "Records", &records_q, ARGS(A_(a.id)));
	if (e)
		return e;
	for (struct node *r = node_first(put_list(q, "Records")); r; r = node_next(r)) {
		node_set(r, "name", mask_name(q->arena, str_or(node_get(r, "_name"), "")));
		node_set(r, "_name", "");
	}
	return page(q, "activity/notice_show.cs");
}
