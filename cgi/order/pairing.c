/* pairing.c - one pairing: found, opened, its visits written down. */
#include "pairing.h"

#include "clock.h"
#include "secret.h"

#define FROM_PAIRING \
	"SELECT " ROW_SELECT(PAIRING_COLS) "  FROM pairing p  JOIN household h ON h.id = " \
					   "p.household_id"
static struct stmt of_station_q = SQL(
	FROM_PAIRING
	" WHERE p.no = ?"
	"   AND p.station_id = ?");
static struct stmt mine_q = SQL(
	FROM_PAIRING
	" WHERE p.no = ?"
	"   AND ? IN (p.person_id, COALESCE(p.helper_id, 0))");
static struct stmt visits_q = SQL(
	"SELECT LOWER(HEX(v.uid)) AS uid, v.visited_on, v.mode, v.content, v.problems, v.urgent,"
	"       v.open_urgent, v.minutes, v.next_on, n.name AS volunteer, s.name AS seen_by,"
	"       h.way, r.no AS record"
	"  FROM pairing_visit v"
	"  LEFT JOIN person n ON n.id = v.person_id"
	"  LEFT JOIN staff s ON s.id = v.seen_by"
	"  LEFT JOIN home_service h ON h.id = v.home_service_id"
	"  LEFT JOIN service_record r ON r.id = h.record_id"
	" WHERE v.pairing_id = ?"
	" ORDER BY v.visited_on DESC, v.id DESC"
	" LIMIT 60");
/* Visits and calls, and visits that were planned and not made, by month: of the last half year. */
#define MONTHS(of_visit, of_pair) \
	"SELECT x.month, SUM(x.visits) AS visits, SUM(x.calls) AS calls, SUM(x.missed) AS missed" \
	"  FROM (SELECT DATE_FORMAT(v.visited_on, '%Y-%m') AS month, v.mode <> 'phone' AS visits," \
	"       v.mode = 'phone' AS calls, 0 AS missed" \
	"       FROM pairing_visit v WHERE " of_visit " AND v.visited_on >= ?" \
	"       UNION ALL SELECT DATE_FORMAT(a.starts_at, '%Y-%m'), 0, 0, 1 FROM pairing p" \
	"       JOIN home_service h ON h.source_no = p.no AND h.state = 'missed'" \
	"       JOIN activity a ON a.id = h.activity_id WHERE " of_pair " AND a.starts_at >= ?) x" \
	" GROUP BY x.month" \
	" ORDER BY x.month DESC" \
	" LIMIT 7"
static struct stmt months_q = SQL(
	"" MONTHS("v.pairing_id = ?", "p.id = ?"));
static struct stmt station_months_q = SQL(
	"" MONTHS("v.station_id = ?", "p.station_id = ?"));
static struct stmt care_q = SQL(
	"SELECT kind, '' AS name"
	"  FROM care_day"
	" WHERE station_id = ?"
	"   AND day = ?"
	" UNION ALL"
	" SELECT 'off', name"
	"  FROM holiday"
	" WHERE day = ?"
	"   AND kind = 'off'"
	" LIMIT 1");
static struct stmt log_q = SQL(
	"INSERT INTO pairing_visit (uid, pairing_id, station_id, person_id, home_service_id,"
	"       visited_on, mode, content, problems, urgent, minutes, next_on, entered_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt next_q = SQL(
	"UPDATE pairing"
	"   SET last_on = ?, visits = visits + 1,"
	"       next_due = COALESCE(?, CAST(? AS DATE) + INTERVAL every_days DAY)"
	" WHERE id = ?"
	"   AND state = 'active'");

enum err pairing_at_desk(struct rq *q, struct pairing_row *p)
{
	return row_one(&of_station_q, ARGS(A_(arg(q, 0)), A_(q->station)), pairing_row_cols, p);
}

enum err pairing_mine(struct rq *q, struct pairing_row *p)
{
	return row_one(&mine_q, ARGS(A_(arg(q, 0)), A_(q->person)), pairing_row_cols, p);
}

static enum err put_open(struct rq *q, const char *name, const char *column,
			 const struct pairing_row *p, struct bytes sealed, bool whole)
{
	const char *text = NULL;
	enum err e = sealed.n ? secret_unseal(q->arena, column, p->home_uid, sealed, &text) : OK;
	if (!e && text && !whole)
		text = str_eq(name, "Home.phone") ? mask_phone(q->arena, text)
						  : mask_name(q->arena, text);
	put(q, name, text);
	return e;
}

enum err pairing_put_home(struct rq *q, const struct pairing_row *p, bool whole)
{
	enum err e = put_open(q, "Home.name", "household.name", p, p->home_name, whole);
	if (!e)
		e = put_open(q, "Home.phone", "household.phone", p, p->home_phone, whole);
	/* At the desk an address is looked at with its purpose, like the contact. */
	if (!e && whole)
		e = put_open(q, "Home.address", "household.address", p, p->home_address, whole);
	return e;
}

enum err pairing_put_visits(struct rq *q, const struct pairing_row *p)
{
	return put_query(q, "Visits", &visits_q, ARGS(A_(p->id)));
}

enum err pairing_put_months(struct rq *q, int64_t station, int64_t pairing)
{
	enum { DAYS = 183, DAY = 86400 };
	bool one = pairing != DB_NONE;
	int64_t of = one ? pairing : station;
	const char *since = arena_fmt(q->arena, "%.7s-01",
				      clock_day(q->arena, q->now - (int64_t)DAYS * DAY));
	return put_query(q, "Months", one ? &months_q : &station_months_q,
			 ARGS(A_(of), A_(since), A_(of), A_(since)));
}

enum err pairing_put_care(struct rq *q, int64_t station)
{
	const char *today = clock_day(q->arena, q->now);
	enum err e = put_one(q, "Care", &care_q, ARGS(A_(station), A_(today), A_(today)));
	if (e != ERR_NOT_FOUND)
		return e;
	err_clear();
	return OK;
}

enum err pairing_logged(const struct actor *by, const struct pairing_log *v)
{
	const char *today = actor_today(by);
	int64_t id;
	enum err e = db_exec(&log_q,
			     ARGS(A_(v->uid), A_(v->p->id), A_(v->p->station),
				  A_(by->person ? by->person : v->p->person), A_(v->service),
				  A_(today), A_(v->mode), A_(v->content),
				  A_(str_or(v->problems, "")), A_(v->urgent), A_(v->minutes),
				  A_(v->next_on), A_(actor_time(by))),
			     &id);
	if (!e)
		e = db_change(&next_q, ARGS(A_(today), A_(v->next_on), A_(today), A_(v->p->id)));
	return e ? e : audit(by, "pairing.visit", "pairing_visit", id, v->mode);
}
