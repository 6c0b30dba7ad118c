/* me.c - 我的: what is to be done now, hours, applications, and the way to everything else. */
#include "account.h"
#include "clock.h"
#include "code.h"
#include "safeguard.h"
#include "states.h"
#include "timebank.h"

static struct stmt me_q = SQL(
	"SELECT p.name, v.no, v.star, v.state, DATE(v.registered_at) AS registered_on,"
	"       s.name AS station, v.station_id AS _station, COALESCE(t.minutes, 0) AS minutes,"
	"       COALESCE(t.scan_minutes, 0) AS scan, COALESCE(t.list_minutes, 0) AS list,"
	"       COALESCE(t.declared_minutes, 0) AS declared,"
	"       COALESCE(t.backfill_minutes, 0) AS backfill, COALESCE(t.met_minutes, 0) AS met,"
	"       COALESCE(t.records, 0) AS records, COALESCE(t.brought_minutes, 0) AS brought,"
	"       COALESCE((SELECT SUM(r.minutes) FROM service_record r"
	"       WHERE r.person_id = v.person_id AND r.state IN " RECORD_OPEN "), 0) AS waiting,"
	"       (SELECT j.title FROM application l JOIN project j ON j.id = l.project_id"
	"       WHERE l.person_id = v.person_id AND l.state = 'accepted' AND j.agreement = 1"
	"       AND j.state IN ('recruiting', 'running')"
	"       AND NOT " AGREED("v.person_id", "j.station_id", "CURDATE()") " LIMIT 1) AS sign,"
	"       (SELECT a.no FROM no_show n JOIN activity a ON a.id = n.activity_id"
	"       WHERE n.person_id = v.person_id AND n.state = 'open' ORDER BY n.id DESC LIMIT 1)"
	"       AS absent, COALESCE((SELECT b.balance_minutes FROM timebank_account b"
	"       WHERE b.person_id = v.person_id AND b.closed_at IS NULL),"
	"       (SELECT IF(r.state = 'on', 0, NULL) FROM timebank_rule r WHERE " BANK_RULE_OF
	BANK_RULE_NEAREST ")) AS _saved,"
	"       EXISTS (SELECT 1 FROM green_account g WHERE g.person_id = v.person_id"
	"       AND g.state = 'open') AS green"
	"  FROM volunteer v"
	"  JOIN person p ON p.id = v.person_id"
	"  JOIN station s ON s.id = v.station_id"
	"  LEFT JOIN volunteer_total t ON t.person_id = v.person_id"
	" WHERE v.person_id = ?");
static struct stmt duties_q = SQL(
	"SELECT a.no, a.title, a.place, a.starts_at, a.ends_at"
	"  FROM roster r"
	"  JOIN activity a ON a.id = r.activity_id"
	" WHERE r.person_id = ?"
	"   AND r.state = 'on'"
	"   AND a.state IN ('published', 'running')"
	"   AND a.ends_at >= ?"
	" ORDER BY a.starts_at, a.id"
	" LIMIT 6");
static struct stmt applications_q = SQL(
	"SELECT pr.no, COALESCE(b.title, pr.title) AS title, po.title AS position, ap.state,"
	"       ap.offered_until, b.no AS shift, b.starts_at, b.ends_at"
	"  FROM application ap"
	"  JOIN position po ON po.id = ap.position_id"
	"  JOIN project pr ON pr.id = ap.project_id"
	"  LEFT JOIN activity b ON b.id = ap.activity_id"
	" WHERE ap.person_id = ?"
	"   AND COALESCE(b.ends_at > ?, 1)"
	"   AND (ap.state IN ('pending', 'waiting', 'offered')"
	"       OR (ap.state = 'accepted' AND pr.state IN ('recruiting', 'running')))"
	" ORDER BY ap.id DESC"
	" LIMIT 6");

/* Stations that are not theirs ask them to come; what is over is asked no more. clash: what they
 * have to do at that time. */
#define ASKED_OF(table, kind) \
	"SELECT " kind \
	" AS what, t.no, k.purpose, k.duty, t.title, t.place, t.starts_at, t.ends_at," \
	"       s.name AS station, x.title AS clash, x.starts_at AS clash_from," \
	"       x.ends_at AS clash_to, k.id AS _id" \
	"  FROM volunteer_ask k" \
	"  JOIN station s ON s.id = k.station_id" \
	"  JOIN " table " t ON t.id = k.target_id" \
	"  LEFT JOIN activity x ON x.id = (SELECT r.activity_id FROM roster r" \
	"       JOIN activity y ON y.id = r.activity_id" \
	"       AND y.state NOT IN ('cancelled', 'archived')" \
	"       WHERE r.person_id = k.person_id AND r.state = 'on'" \
	"       AND y.starts_at < t.ends_at AND y.ends_at > t.starts_at" \
	"       AND (k.purpose = 'training' OR y.id <> t.id) ORDER BY y.starts_at LIMIT 1)" \
	" WHERE k.person_id = ?" \
	"   AND k.state = 'open'" \
	"   AND t.ends_at > ?"
static struct stmt asks_q = SQL(
	"" ASKED_OF("activity", "'activity'")
	"   AND k.purpose <> 'training'"
	"   AND t.state IN ('draft', 'published', 'running')"
	" UNION ALL "
	ASKED_OF("training", "'training'")
	"   AND k.purpose = 'training'"
	"   AND t.state IN ('published', 'running')"
	" ORDER BY _id"
	" LIMIT 20");

static enum err put_me(struct rq *q, int64_t person)
{
	enum err e = put_one(q, "Me", &me_q, ARGS(A_(person)));
	if (e)
		return e;
	struct node *n = put_list(q, "Me");
	node_set(n, "hours", hours_text(q->arena, node_get_int(n, "minutes")));
	if (node_get_int(n, "_saved") != DB_NONE)
		node_set(n, "saved", hours_text(q->arena, node_get_int(n, "_saved")));
	if (node_get_int(n, "waiting") > 0)
		node_set(n, "waiting_hours", hours_text(q->arena, node_get_int(n, "waiting")));
	if (node_get_int(n, "brought") > 0)
		node_set(n, "brought_hours", hours_text(q->arena, node_get_int(n, "brought")));
	return put_station(q, node_get_int(n, "_station"));
}

/* Today's duties stand alone, above all others, and behind them tomorrow's: the last day on which
 * 请假 still helps. */
static enum err put_duties(struct rq *q, int64_t person)
{
	struct node *all = put_list(q, "_Duties");
	const char *today = clock_day(q->arena, q->now),
		   *tomorrow = clock_day(q->arena, q->now + 86400);
	enum err e = node_query(all, &duties_q, ARGS(A_(person), A_(clock_time(q->arena, q->now))));
	for (struct node *d = e ? NULL : node_first(all); d; d = node_next(d)) {
		const char *at = node_get(d, "starts_at");
		node_copy(node_item(put_list(q, str_starts(at, today)      ? "DutiesToday"
						: str_starts(at, tomorrow) ? "DutiesTomorrow"
									   : "Duties")),
			  d);
	}
	return e;
}

/* Pages show it under 设置; who reads this address as data finds it here as before. */
static enum err put_data(struct rq *q, int64_t person)
{
	struct held h;
	enum err e = held_by_person(q, person, &h);
	if (!e)
		e = put_held(q, &h, false);
	return e ? e : put_consents(q, person);
}

enum err me(struct rq *q)
{
	int64_t person = q->person;
	enum err e = put_me(q, person);
	if (q->who.guardian)
		put(q, "Guarding", "1");
	if (!e)
		e = put_duties(q, person);
	const char *now = clock_time(q->arena, q->now);
	if (!e)
		e = put_query(q, "Applications", &applications_q, ARGS(A_(person), A_(now)));
	if (!e)
		e = put_query(q, "Asks", &asks_q, ARGS(A_(person), A_(now), A_(person), A_(now)));
	if (!e)
		e = put_staff_code(q);
	if (!e && q->json)
		e = put_data(q, person);
	return e ? e : page(q, "account/me.cs");
}
