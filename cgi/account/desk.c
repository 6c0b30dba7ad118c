/* desk.c - where staff begin: what waits for them, what the days bring, which station they work
 * in. */
#include "account.h"
#include "clock.h"
#include "outbox.h"
#include "staff.h"

static struct stmt stations_q = SQL(
	"SELECT s.no, s.name, s.kind, GROUP_CONCAT(r.role ORDER BY r.role) AS roles,"
	"       MAX(s.id = ?) AS now, (" OUTBOX_STATION_AGE ") AS _oldest,"
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
/* The roles of each station as a list, so that each is shown by its name. */
static enum err put_stations(struct rq *q)
{
	struct node *list = put_list(q, "Stations");
	enum err e = node_query(list, &stations_q,
				ARGS(A_(q->station), A_(q->station), A_(q->station), A_(q->station),
				     A_(q->staff), A_(clock_day(q->arena, q->now))));
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

/* The station where they are; NULL: none. */
static struct node *station_now(struct rq *q)
{
	struct node *n = node_first(put_list(q, "Stations"));
	while (n && node_get_int(n, "now") != 1)
		n = node_next(n);
	return n;
}

/* Three statements, and more only for a station that is new or late. */
enum err desk(struct rq *q)
{
	enum err e = put_waiting(q);
	if (!e)
		e = put_days(q);
	if (!e)
		e = put_stations(q);
	struct node *here = e ? NULL : station_now(q);
	if (here)
		e = put_late(q, node_get_int(here, "_oldest"));
	/* It has recorded no hours. */
	if (!e && here && node_get_int(here, "_empty") == 1)
		e = put_first_steps(q, q->station);
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
