/* hours.c - a volunteer's own: duties to come, hours by class of evidence, each record with
 * all that happened to it. */
#include "activity.h"
#include "clock.h"
#include "states.h"

static struct stmt duties_q = SQL(
	"SELECT a.no, a.title, a.starts_at, a.ends_at, DATE(a.starts_at) AS day, a.place, a.state,"
	"       a.cancel_reason, o.duty, o.role, s.name AS station, s.phone, i.at AS in_at,"
	"       t.at AS out_at, IF(o.state = 'excused', 1, NULL) AS excused"
	"  FROM roster o"
	"  JOIN activity a ON a.id = o.activity_id"
	"  JOIN station s ON s.id = a.station_id"
	"  LEFT JOIN attendance i ON i.activity_id = a.id AND i.person_id = o.person_id"
	"       AND i.direction = 'in'"
	"  LEFT JOIN attendance t ON t.activity_id = a.id AND t.person_id = o.person_id"
	"       AND t.direction = 'out'"
	" WHERE o.person_id = ?"
	"   AND o.state IN ('on', 'excused')"
	"   AND a.state IN ('published', 'running', 'cancelled')"
	"   AND a.ends_at >= ?"
	" ORDER BY a.starts_at, a.id"
	" LIMIT 50");
static struct stmt past_q = SQL(
	"SELECT a.no, a.title, DATE(a.starts_at) AS day, a.place, a.state, i.at AS in_at,"
	"       t.at AS out_at, x.minutes, ROUND(x.minutes / 60, 2) AS hours"
	"  FROM roster o"
	"  JOIN activity a ON a.id = o.activity_id"
	"  LEFT JOIN attendance i ON i.activity_id = a.id AND i.person_id = o.person_id"
	"       AND i.direction = 'in'"
	"  LEFT JOIN attendance t ON t.activity_id = a.id AND t.person_id = o.person_id"
	"       AND t.direction = 'out'"
	"  LEFT JOIN (SELECT r.activity_id, SUM(r.minutes) AS minutes FROM service_record r"
	"       WHERE r.person_id = ?"
	"       AND r.state IN " RECORD_COUNTS " GROUP BY r.activity_id) x ON x.activity_id = a.id"
	" WHERE o.person_id = ?"
	"   AND o.state = 'on'"
	"   AND a.state NOT IN ('draft', 'cancelled')"
	"   AND a.ends_at BETWEEN ? AND ?"
	" ORDER BY a.starts_at DESC, a.id DESC"
	" LIMIT 20");
/* Of what they were on the roster for, or had signed up for, when it was changed. */
static struct stmt changes_q = SQL(
	"SELECT x.about, x.no, x.title, c.what, c.thing, c.was, c.became, c.changed_at"
	"  FROM (SELECT 'activity' AS about, a.id, a.no, a.title, o.added_at AS since"
	"       FROM roster o JOIN activity a ON a.id = o.activity_id WHERE o.person_id = ?"
	"       AND o.state = 'on' AND a.state IN ('published', 'running', 'cancelled')"
	"       AND a.ends_at >= ? UNION ALL"
	"       SELECT 'project', p.id, p.no, p.title, y.applied_at FROM application y"
	"       JOIN project p ON p.id = y.project_id WHERE y.person_id = ?"
	"       AND y.state IN ('pending', 'accepted', 'waiting', 'offered')) x"
	"  JOIN change_notice c ON c.about = x.about AND c.target_id = x.id"
	"       AND c.changed_at >= x.since AND c.changed_at >= ?"
	" ORDER BY c.id DESC"
	" LIMIT 30");
static struct stmt total_q = SQL(
	"SELECT t.minutes, t.records, t.scan_minutes, t.list_minutes, t.declared_minutes,"
	"       t.backfill_minutes, t.met_minutes, NULLIF(t.brought_minutes, 0) AS brought_minutes,"
	"       ROUND(t.minutes / 60, 2) AS hours,"
	"       ROUND(t.scan_minutes / 60, 2) AS scan, ROUND(t.list_minutes / 60, 2) AS list,"
	"       ROUND(t.declared_minutes / 60, 2) AS declared,"
	"       ROUND(t.backfill_minutes / 60, 2) AS backfill, ROUND(t.met_minutes / 60, 2) AS met,"
	"       IF(t.brought_minutes > 0, ROUND(t.brought_minutes / 60, 2), NULL) AS brought"
	"  FROM volunteer_total t"
	" WHERE t.person_id = ?");
static struct stmt year_q = SQL(
	"SELECT COALESCE(SUM(minutes), 0) AS minutes, ROUND(COALESCE(SUM(minutes), 0) / 60,"
	"       2) AS hours"
	"  FROM service_record"
	" WHERE person_id = ?"
	"   AND state = 'effective'"
	"   AND served_on BETWEEN ? AND ?");
static struct stmt waiting_q = SQL(
	"SELECT COALESCE(SUM(minutes), 0) AS minutes, ROUND(COALESCE(SUM(minutes), 0) / 60,"
	"       2) AS hours, COUNT(*) AS records"
	"  FROM service_record"
	" WHERE person_id = ?"
	"   AND state IN " RECORD_OPEN);
static struct stmt records_q = SQL(
	"SELECT r.id AS _id, r.no, a.title, r.served_on, r.minutes,"
	"       ROUND(r.minutes / 60, 2) AS hours, r.evidence, r.state, r.notice_until, r.version"
	"  FROM service_record r"
	"  JOIN activity a ON a.id = r.activity_id"
	" WHERE r.person_id = ?"
	"   AND r.id < ?"
	" ORDER BY r.id DESC"
	" LIMIT 31");
static struct stmt own_q = SQL(
	"SELECT r.id"
	"  FROM service_record r"
	" WHERE r.no = ?"
	"   AND r.person_id = ?");
static struct stmt one_q = SQL(
	"SELECT r.no, a.no AS activity_no, a.title, a.place, a.organiser, a.leader_name, r.content,"
	"       r.served_on, r.starts_at AS begins, r.ends_at AS ends, r.minutes,"
	"       ROUND(r.minutes / 60, 2) AS hours, r.evidence, r.state, r.version, r.notice_until,"
	"       r.effective_at, r.end_reason, s.name AS station, s.phone"
	"  FROM service_record r"
	"  JOIN activity a ON a.id = r.activity_id"
	"  JOIN station s ON s.id = r.station_id"
	" WHERE r.id = ?");
/* What happened, in the words of the audit trail; who did it is the station's affair. */
static struct stmt history_q = SQL(
	"SELECT u.at, SUBSTRING_INDEX(u.action, '.', -1) AS verb, r.no, u.actor_kind AS actor"
	"  FROM audit u"
	"  JOIN service_record r ON r.id = u.target_id"
	" WHERE u.target = 'service_record'"
	"   AND r.uid = (SELECT uid FROM service_record WHERE id = ?)"
	" ORDER BY u.id"
	" LIMIT 100");
static struct stmt versions_q = SQL(
	"SELECT o.no, o.version, o.starts_at AS begins, o.ends_at AS ends, o.minutes, o.state,"
	"       o.end_reason"
	"  FROM service_record o"
	" WHERE o.uid = (SELECT uid FROM service_record WHERE id = ?)"
	" ORDER BY o.version"
	" LIMIT 50");
static struct stmt cases_q = SQL(
	"SELECT no, state, reason, result, raised_at, due_on, closed_at"
	"  FROM objection"
	" WHERE record_id IN (SELECT b.id FROM service_record a JOIN service_record b"
	"       ON b.uid = a.uid WHERE a.id = ?)"
	"   AND person_id = ?"
	" ORDER BY id"
	" LIMIT 20");
static struct stmt sealed_q = SQL(
	"SELECT e.kind, l.seq, e.at"
	"  FROM ledger_event e"
	"  LEFT JOIN ledger_leaf l ON l.event_id = e.id"
	" WHERE e.record_uid = (SELECT uid FROM service_record WHERE id = ?)"
	" ORDER BY e.id"
	" LIMIT 20");

enum { PAST_DAYS = 60, CHANGE_DAYS = 60 };

enum err mine(struct rq *q)
{
	int64_t me = q->person;
	const char *now = clock_time(q->arena, q->now);
	const char *old = clock_time(q->arena, q->now - PAST_DAYS * 86400LL);
	const char *lately = clock_time(q->arena, q->now - CHANGE_DAYS * 86400LL);
	enum err e = put_query(q, "Duties", &duties_q, ARGS(A_(me), A_(now)));
	if (!e)
		e = put_query(q, "Changes", &changes_q, ARGS(A_(me), A_(now), A_(me), A_(lately)));
	if (!e)
		e = put_query(q, "Past", &past_q, ARGS(A_(me), A_(me), A_(old), A_(now)));
	return e ? e : page(q, "activity/mine.cs");
}

enum err hours(struct rq *q)
{
	int64_t me = q->person, before = query_int(q, "after", INT64_MAX, 1, INT64_MAX);
	int year = clock_year(q->now);
	const char *first = arena_fmt(q->arena, "%d-01-01", year),
		   *last = arena_fmt(q->arena, "%d-12-31", year);
	enum err e = put_one(q, "Total", &total_q, ARGS(A_(me)));
	if (e == ERR_NOT_FOUND) {
		put_int(q, "Total.minutes", 0);
		put(q, "Total.hours", "0.00");
		e = OK;
	}
	if (!e)
		e = put_one(q, "Year", &year_q, ARGS(A_(me), A_(first), A_(last)));
	if (!e)
		e = put_one(q, "Waiting", &waiting_q, ARGS(A_(me)));
	if (!e)
		e = put_query(q, "Records", &records_q, ARGS(A_(me), A_(before)));
	if (e)
		return e;
	put_next(q, "Records", PAGE_SIZE, "_id");
	return page(q, "activity/hours.cs");
}

enum err put_record(struct rq *q, int64_t id)
{
	enum err e = put_one(q, "Record", &one_q, ARGS(A_(id)));
	if (!e)
		e = put_query(q, "Versions", &versions_q, ARGS(A_(id)));
	if (!e)
		e = put_query(q, "History", &history_q, ARGS(A_(id)));
	return e ? e : put_query(q, "Sealed", &sealed_q, ARGS(A_(id)));
}

enum err hours_show(struct rq *q)
{
	int64_t id;
	enum err e = db_int(&own_q, ARGS(A_(arg(q, 0)), A_(q->person)), &id);
	if (!e)
		e = put_record(q, id);
	if (!e)
		e = put_query(q, "Cases", &cases_q, ARGS(A_(id), A_(q->person)));
	if (!e)
		e = put_ratings(q, id);
	return e ? e : page(q, "activity/hours_show.cs");
}
