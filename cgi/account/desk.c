/* desk.c - where staff begin: what waits for them, which station they work in. */
#include "account.h"
#include "activity_state.h"
#include "clock.h"
#include "outbox.h"
#include "staff.h"

static struct stmt stations_q = SQL(
	"SELECT s.no, s.name, s.kind, GROUP_CONCAT(r.role ORDER BY r.role) AS roles,"
	"       MAX(s.id = ?) AS now,"
	"       NOT EXISTS (SELECT 1 FROM service_record x WHERE x.station_id = s.id) AS _empty"
	"  FROM staff_role r"
	"  JOIN station s ON s.id = r.station_id"
	" WHERE r.staff_id = ?"
	"   AND " STAFF_ROLE_HOLDS("r")
	" GROUP BY s.id"
	" ORDER BY s.no"
	" LIMIT 50");
static struct stmt station_q = SQL(
	"SELECT s.id"
	"  FROM staff_role r"
	"  JOIN station s ON s.id = r.station_id"
	" WHERE r.staff_id = ?"
	"   AND " STAFF_ROLE_HOLDS("r")
	"   AND s.no = ?"
	" LIMIT 1");
#define ENDED "activity a WHERE a.station_id = ? AND " ACTIVITY_DUE_SQL " "
/* One row of what waits; beyond a hundred nobody counts, and neither does the page. */
#define WAITS(what, href, from) \
	"SELECT '" what "' AS what, '" href "' AS href," \
	" (SELECT COUNT(*) FROM (SELECT 1 FROM " from " LIMIT 101) x) AS n"
/* What waits at a station, by the words of templates/lang/zh/account.hdf. */
static struct stmt waiting_q = SQL(
	"SELECT what, href, LEAST(n, 100) AS n, IF(n > 100, '+', NULL) AS more"
	"  FROM (" WAITS("overdue", "/activity/manage/due", ENDED "AND a.record_due_on < ?")
	" UNION ALL " WAITS("need", "/needs/ledger?state=to_verify",
			    "need WHERE station_id = ? AND state = 'to_verify'")
	" UNION ALL " WAITS("project", "/project/?state=submitted",
			    "project WHERE station_id = ? AND state = 'submitted'")
	" UNION ALL " WAITS("application", "/recruit/review",
			    "application WHERE station_id = ? AND state = 'pending'")
	" UNION ALL " WAITS("record", "/activity/manage/review",
			    "service_record WHERE station_id = ? AND state = 'to_review'")
	" UNION ALL " WAITS("due", "/activity/manage/due", ENDED "AND a.record_due_on >= ?")
	" UNION ALL " WAITS("objection", "/activity/manage/objections",
			    "objection WHERE station_id = ? AND state = 'open'")
	" UNION ALL " WAITS("refused", "/platform/?state=refused",
			    "outbox WHERE station_id = ? AND state = 'refused'")
	" UNION ALL " WAITS("transfer", "/platform/transfer",
			    "transfer WHERE station_id = ? AND state = 'unverified'")
	" UNION ALL " WAITS("move", "/platform/transfer",
			    "station_move WHERE to_station_id = ? AND live = 1")
	" UNION ALL " WAITS("correction", "/account/corrections",
			    "correction WHERE station_id = ? AND live = 1")
	" UNION ALL " WAITS("merge", "/merge/",
			    "person_merge WHERE other_station_id = ? AND state = 'open'")
	" UNION ALL " WAITS("pairing_urgent", "/order/pairing?state=active",
			    "pairing_visit WHERE station_id = ? AND open_urgent = 1")
	" UNION ALL " WAITS("pairing", "/order/pairing?state=active&sort=due",
			    "pairing WHERE station_id = ? AND state = 'active' AND next_due < ?")
	" UNION ALL " WAITS("guardian", "/account/volunteers?state=pending_guardian",
			    "volunteer WHERE station_id = ? AND state = 'pending_guardian'") ") w"
	" WHERE n > 0");

/* The roles of each station as a list, so that each is shown by its name. */
static enum err put_stations(struct rq *q)
{
	struct node *list = put_list(q, "Stations");
	enum err e = node_query(
		list, &stations_q,
		ARGS(A_(q->station), A_(q->staff), A_(clock_day(q->arena, q->now))));
	for (struct node *s = e ? NULL : node_first(list); s; s = node_next(s)) {
		static const char *const roles[] = { "clerk", "reviewer", "manager", "overseer" };
		size_t n = 0;
		for (size_t i = 0; i < sizeof(roles) / sizeof(roles[0]); i++)
			if (str_in(roles[i], node_get(s, "roles")))
				node_set(node_child(s, "Roles"), arena_fmt(q->arena, "%zu", n++),
					 roles[i]);
	}
	return e;
}

/* The station where they are has recorded no hours. */
static bool station_new(struct rq *q)
{
	bool is = false;
	for (struct node *n = node_first(put_list(q, "Stations")); n; n = node_next(n))
		is = is || (node_get_int(n, "now") == 1 && node_get_int(n, "_empty") == 1);
	return is;
}

/* The same alarm as on /healthz, about this station's own records. */
static enum err put_late(struct rq *q)
{
	struct outbox_lag lag;
	enum err e = outbox_lag(q->station, &lag);
	if (e || !lag.late)
		return e;
	struct node *late = put_list(q, "Late");
	node_int(late, "waiting", lag.waiting);
	node_int(late, "counted", lag.waiting < OUTBOX_COUNTED);
	node_int(late, "hours", lag.oldest_minutes / 60);
	return OK;
}

enum err desk(struct rq *q)
{
	int64_t s = q->station;
	const char *now = clock_time(q->arena, q->now), *today = clock_day(q->arena, q->now);
	enum err e = put_query(q, "Waiting", &waiting_q,
			       ARGS(A_(s), A_(now), A_(today), A_(s), A_(s), A_(s), A_(s), A_(s),
				    A_(now), A_(today), A_(s), A_(s), A_(s), A_(s), A_(s), A_(s),
				    A_(s), A_(s), A_(today), A_(s)));
	if (!e)
		e = put_late(q);
	if (!e)
		e = put_stations(q);
	if (!e && station_new(q))
		e = put_first_steps(q, s);
	return e ? e : page(q, "account/desk.cs");
}

/* Before a station is chosen there is no role yet, so the route is open and the check stands
 * here. */
enum err station_choose(struct rq *q)
{
	if (!q->staff)
		return ERR_SIGN_IN;
	put(q, "To", path_back(q, "/account/desk"));
	enum err e = put_stations(q);
	return e ? e : page(q, "account/station.cs");
}

#define STATION_IN(X, T) \
	X(T, INT, station, 1, 999999) \
	X(T, STR, to, 0, 200)
FORM_DEFINE(station_in, STATION_IN);

enum err station_take(struct rq *q)
{
	struct station_in in;
	int64_t station, staff = q->staff;
	if (!staff)
		return ERR_SIGN_IN;
	if (!form_read(q, station_in_fields, &in))
		return ERR_FORM;
	const char *today = clock_day(q->arena, q->now);
	enum err e = db_int(&station_q, ARGS(A_(staff), A_(today), A_(in.station)), &station);
	if (!e)
		e = session_staff(q, staff, station, q->who.second);
	if (e)
		return e;
	q->station = station;
	e = audit(&q->actor, "staff.station", "station", station, NULL);
	return e ? e : see(q, "%s", path_back(q, "/account/desk"));
}
