/* route.c - the route of a day 走访路线: who goes to which homes; proposed are those whose visit is
 * due, then those that have waited longest. */
#include <string.h>

#include "clock.h"
#include "colleague.h"
#include "form.h"
#include "household.h"
#include "secret.h"

#define ADD_IN(X, T) \
	X(T, DAY, day, 1, 0) \
	X(T, CODE, staff, 32, 32) \
	X(T, LIST, homes, 1, 60)
FORM_DEFINE(add_in, ADD_IN);
#define STOP_IN(X, T) X(T, CODE, stop, 32, 32)
FORM_DEFINE(stop_in, STOP_IN);

#define STOP_COLS(X, T) \
	X(T, BYTES, stop, "t.uid") \
	X(T, TEXT, no, "h.no") \
	X(T, BYTES, uid, "h.uid") \
	X(T, BYTES, name, "h.name_sealed") \
	X(T, BYTES, address, "h.address_sealed") \
	X(T, TEXT, grid, "h.grid") \
	X(T, TEXT, waits_since, "h.waits_since") \
	X(T, TEXT, next_on, "h.next_on") \
	X(T, TEXT, staff, "s.name") \
	X(T, INT, visited, \
	  "EXISTS (SELECT 1 FROM visit v WHERE v.household_id = h.id AND v.visited_at >= t.day" \
	  " AND v.visited_at < t.day + INTERVAL 1 DAY)")
ROW_DEFINE(stop_row, STOP_COLS);
static struct stmt stops_q = SQL(
	"SELECT " ROW_SELECT(STOP_COLS)
	"  FROM route_stop t"
	"  JOIN household h ON h.id = t.household_id"
	"  JOIN staff s ON s.id = t.staff_id"
	" WHERE t.station_id = ?"
	"   AND t.day = ?"
	" ORDER BY t.staff_id, h.grid, t.id"
	" LIMIT 200");
#define HOME_COLS(X, T) \
	X(T, TEXT, no, "h.no") \
	X(T, BYTES, uid, "h.uid") \
	X(T, BYTES, name, "h.name_sealed") \
	X(T, TEXT, grid, "h.grid") \
	X(T, TEXT, waits_since, "h.waits_since") \
	X(T, TEXT, next_on, "h.next_on") \
	X(T, INT, due, "MAX(f.due)")
ROW_DEFINE(home_row, HOME_COLS);
static struct stmt homes_q = SQL(
	"SELECT " ROW_SELECT(HOME_COLS)
	"  FROM ((SELECT id, 1 AS due FROM household WHERE station_id = ? AND state = 'active'"
	"       AND next_on <= ? ORDER BY next_on, id LIMIT 40)"
	"       UNION ALL (SELECT id, 0 FROM household WHERE station_id = ? AND state = 'active'"
	"       AND waits_since < ? ORDER BY waits_since, id LIMIT 60)) f"
	"  JOIN household h ON h.id = f.id"
	" WHERE NOT EXISTS (SELECT 1 FROM route_stop t WHERE t.station_id = h.station_id"
	"       AND t.day = ? AND t.household_id = h.id)"
	" GROUP BY h.id"
	" ORDER BY MAX(f.due) DESC, h.next_on, h.waits_since, h.id"
	" LIMIT 40");
static struct stmt home_q = SQL(
	"SELECT id"
	"  FROM household"
	" WHERE no = ?"
	"   AND station_id = ?"
	"   AND state = 'active'");
static struct stmt add_q = SQL(
	"INSERT IGNORE INTO route_stop (uid, station_id, day, staff_id, household_id, created_at)"
	" VALUES (?, ?, ?, ?, ?, ?)");
static struct stmt drop_q = SQL(
	"DELETE FROM route_stop"
	" WHERE uid = UNHEX(?)"
	"   AND station_id = ?");

static const char *route_day(struct rq *q)
{
	int64_t at;
	const char *day = query(q, "day");
	return day && clock_parse_day(day, &at) ? day : clock_day(q->arena, q->now);
}

static enum err home_put(struct rq *q, struct node *n, struct bytes uid, struct bytes sealed)
{
	const char *name;
	enum err e = secret_unseal(q->arena, "household.name", uid, sealed, &name);
	if (!e)
		node_set(n, "name", mask_name(q->arena, name));
	return e;
}

static enum err route_stops(struct rq *q, const char *day)
{
	struct stop_row *v;
	size_t n = 0;
	enum err e = row_all(&stops_q, ARGS(A_(q->station), A_(day)), stop_row_cols, sizeof(*v), &v,
			     &n);
	for (size_t i = 0; !e && i < n; i++) {
		struct node *s = node_item(put_list(q, "Stops"));
		node_set(s, "stop", hex_encode(q->arena, v[i].stop));
		node_set(s, "no", v[i].no);
		node_set(s, "grid", v[i].grid);
		node_set(s, "waits_since", v[i].waits_since);
		node_set(s, "next_on", v[i].next_on);
		node_set(s, "staff", v[i].staff);
		node_int(s, "visited", v[i].visited);
		e = home_put(q, s, v[i].uid, v[i].name);
	}
	return e;
}

static enum err route_homes(struct rq *q, const char *day)
{
	struct home_row *v;
	size_t n = 0;
	enum err e = row_all(&homes_q,
			     ARGS(A_(q->station), A_(day), A_(q->station), A_(day), A_(day)),
			     home_row_cols, sizeof(*v), &v, &n);
	for (size_t i = 0; !e && i < n; i++) {
		struct node *s = node_item(put_list(q, "Homes"));
		node_set(s, "no", v[i].no);
		node_set(s, "grid", v[i].grid);
		node_set(s, "waits_since", v[i].waits_since);
		node_set(s, "next_on", v[i].next_on);
		node_int(s, "due", v[i].due);
		e = home_put(q, s, v[i].uid, v[i].name);
	}
	return e;
}

enum err route_show(struct rq *q)
{
	const char *day = route_day(q);
	put(q, "Route.day", day);
	put_int(q, "Route.past", strcmp(day, clock_day(q->arena, q->now)) < 0 ? 1 : DB_NONE);
	enum err e = put_colleagues(q);
	if (!e)
		e = route_stops(q, day);
	if (!e)
		e = route_homes(q, day);
	return e ? e : page(q, "needs/route.cs");
}

struct route_entry {
	struct rq *q;
	const struct add_in *in;
	int64_t staff;
	int64_t homes[60];
};

static enum err route_put(void *ctx)
{
	const struct route_entry *r = ctx;
	struct rq *q = r->q;
	enum err e = OK;
	for (size_t i = 0; !e && i < r->in->homes.n; i++)
		e = db_exec(&add_q,
			    ARGS(A_(secret_uid(q->arena)), A_(q->station), A_(r->in->day),
				 A_(r->staff), A_(r->homes[i]), A_(clock_time(q->arena, q->now))),
			    NULL);
	return e ? e
		 : audit(&q->actor, "route.add", "station", q->station,
			 arena_fmt(q->arena, "%zu", r->in->homes.n));
}

enum err route_add(struct rq *q)
{
	struct add_in in;
	if (!form_read(q, add_in_fields, &in))
		return ERR_FORM;
	struct route_entry r = { .q = q, .in = &in };
	if (strcmp(in.day, clock_day(q->arena, q->now)) < 0)
		form_error(q, "day", "past");
	enum err e = colleague(q, "staff", in.staff, &r.staff);
	if (e)
		return e;
	for (size_t i = 0; i < in.homes.n; i++) {
		e = db_int(&home_q, ARGS(A_(in.homes.v[i]), A_(q->station)), &r.homes[i]);
		if (e == ERR_NOT_FOUND)
			form_error(q, "homes", "unknown_code");
		else if (e)
			return e;
	}
	e = form_ok(q) ? db_tx(route_put, &r) : ERR_FORM;
	return e ? e : see(q, "/needs/route?day=%s&done=route_added", in.day);
}

struct stop_gone {
	struct rq *q;
	const char *stop;
};

static enum err stop_gone(void *ctx)
{
	const struct stop_gone *g = ctx;
	enum err e = db_change(&drop_q, ARGS(A_(g->stop), A_(g->q->station)));
	return e ? e : audit(&g->q->actor, "route.drop", "station", g->q->station, NULL);
}

enum err route_drop(struct rq *q)
{
	struct stop_in in;
	if (!form_read(q, stop_in_fields, &in))
		return ERR_FORM;
	enum err e = db_tx(stop_gone, &(struct stop_gone){ q, in.stop });
	return e ? e : see(q, "/needs/route?day=%s&done=route_dropped", route_day(q));
}
