/* notice.c - hours under public notice 时长公示: anybody may read them, with masked names,
 * before they take effect. */
#include "activity.h"
#include "code.h"
#include "list.h"

#define NOTICES_COLS(C) \
	C(TEXT, no, "a.no", "") \
	C(LONG, title, "a.title", "") \
	C(TEXT, station, "s.name", "") \
	C(DAY, day, "DATE(a.starts_at)", "") \
	C(TEXT, place, "a.place", "") \
	C(DAY, notice_from, "a.notice_from", "") \
	C(DAY, notice_until, "a.notice_until", "") \
	C(INT, people, "n.noticed", "") \
	C(HOURS, minutes, "n.noticed_minutes", "")
#define NOTICES_TABLE "activity_count n"
#define NOTICES_JOINS \
	"  JOIN activity a ON a.id = n.activity_id" \
	"  JOIN station s ON s.id = a.station_id"
#define NOTICES_WHERE "n.on_notice = 1"
#define NOTICES_FILTERS(F) \
	F(WORD, station, "n.station_id = (SELECT x.id FROM station x WHERE x.no = ?)") \
	F(DAY, from, "n.day >= ?") \
	F(DAY, to, "n.day <= ?")
#define NOTICES_WAYS(S, L) \
	S(L, day, any, "n.activity_id", "activity_count_notice") \
	S(L, day, station, "n.activity_id", "activity_count_notice_here") \
	S(L, day, from, "n.day", "activity_count_notice_day") \
	S(L, day, to, "n.day", "activity_count_notice_day")
#define NOTICES_ID "n.activity_id"
LIST_DEFINE(NOTICES);
static const struct list notices = LIST(NOTICES, "Activities", "activity.Notices");

static struct stmt show_q = SQL(
	"SELECT a.no, a.title, a.content, s.name AS station, s.phone, DATE(a.starts_at) AS day,"
	"       a.place, a.organiser, a.notice_from, a.notice_until, a.state"
	"  FROM activity a"
	"  JOIN station s ON s.id = a.station_id"
	" WHERE a.id = ?"
	"   AND a.state IN ('notice', 'archived')");
static struct stmt records_q = SQL(
	"SELECT r.no, p.name AS _name, r.starts_at AS begins, r.ends_at AS ends, r.minutes,"
	"       ROUND(r.minutes / 60, 2) AS hours, r.evidence, r.state, r.notice_until"
	"  FROM service_record r"
	"  JOIN person p ON p.id = r.person_id"
	" WHERE r.activity_id = ?"
	"   AND r.state IN ('notice', 'disputed', 'effective')"
	" ORDER BY r.id"
	" LIMIT 1000");

enum err notice_list(struct rq *q)
{
	return list_page(q, &notices, NO_ARGS, "activity/notice.cs");
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
