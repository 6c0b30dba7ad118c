/* late.c - what the overseer sees of orders 点单: by station how many are late in which step, which
 * were escalated, and cases of bad ratings; then those of one station. No resident is named. */
#include "clock.h"
#include "list.h"
#include "places.h"
#include "station.h"

#define LATE_IN(states) \
	"(SELECT COUNT(*) FROM service_order o FORCE INDEX (service_order_late)" \
	" WHERE o.station_id = s.id AND o.is_open = 1 AND o.due_at < NOW()" \
	" AND o.state IN (" states "))"
#define CASES_LATE \
	"(SELECT COUNT(*) FROM complaint c WHERE c.station_id = s.id AND c.state = 'open'" \
	" AND c.way = 'order' AND c.due_on < CURDATE())"
#define LATE_COLS(C) \
	C(TEXT, no, "s.no", "") \
	C(TEXT, name, "s.name", "") \
	C(TEXT, region, "r.name", "") \
	C(INT, unserved, \
	  "(SELECT COUNT(*) FROM service_order o WHERE o.station_id = s.id AND o.is_open = 1)", \
	  "") \
	C(INT, late_verify, LATE_IN("'to_accept'"), "") \
	C(INT, late_accept, LATE_IN("'to_dispatch', 'dispatched'"), "") \
	C(INT, late_serve, LATE_IN("'taken', 'serving'"), "") \
	C(INT, escalated, \
	  "(SELECT COUNT(*) FROM service_order o WHERE o.station_id = s.id AND o.is_open = 1" \
	  " AND o.escalated > 0)", \
	  "") \
	C(INT, cases, \
	  "(SELECT COUNT(*) FROM complaint c WHERE c.station_id = s.id AND c.state = 'open'" \
	  " AND c.way = 'order')", \
	  "") \
	C(INT, late_answer, CASES_LATE, "") \
	C(INT, oldest_days, \
	  "(SELECT DATEDIFF(CURDATE(), MIN(o.due_at)) FROM service_order o" \
	  " FORCE INDEX (service_order_late) WHERE o.station_id = s.id AND o.is_open = 1" \
	  " AND o.due_at < NOW())", \
	  "")
#define LATE_TABLE "station s"
#define LATE_JOINS "  JOIN region r ON r.code = s.region_code"
#define LATE_WHERE "s.region_code LIKE ?"
/* At least so many that are late. */
#define LATE_FILTERS(F) \
	F(WORD, late, \
	  "(SELECT COUNT(*) FROM service_order o WHERE o.station_id = s.id AND o.is_open = 1" \
	  " AND (o.due_at < NOW() OR o.escalated > 0)) + " CASES_LATE " >= ?")
#define LATE_WAYS(S, L) S(L, region, any, "s.region_code", "station_region")
#define LATE_ID         "s.id"
LIST_DEFINE(LATE);
static const struct list late = LIST(LATE, "Stations", "station.Late", .oldest = true);

#define UNSERVED_COLS(C) \
	C(TEXT, no, "o.no", "") \
	C(DAY, day, "DATE(o.created_at)", "") \
	C(INT, age, "DATEDIFF(CURDATE(), o.created_at)", "") \
	C(CODE, category, "o.category", "service_category") \
	C(WORD, urgent, "IF(o.urgent = 1, 'yes', 'no')", "station.Urgent") \
	C(TEXT, due_at, "o.due_at", "") \
	C(INT, late_hours, "IF(o.due_at < NOW(), TIMESTAMPDIFF(HOUR, o.due_at, NOW()), NULL)", "") \
	C(INT, escalated, "o.escalated", "") \
	C(WORD, state, "o.state", "State.service_order")
#define UNSERVED_TABLE "service_order o"
#define UNSERVED_JOINS ""
#define UNSERVED_WHERE "o.station_id = ? AND o.is_open = 1"
#define UNSERVED_FILTERS(F) \
	F(WORD, state, "o.state = ?") \
	F(WORD, late, "CASE ? WHEN 'late' THEN o.due_at < NOW() ELSE o.escalated > 0 END")
#define UNSERVED_WAYS(S, L) S(L, day, any, "o.id", "service_order_unserved")
#define UNSERVED_ID         "o.id"
LIST_DEFINE(UNSERVED);
static const struct list unserved = LIST(UNSERVED, "Orders", "station.Unserved", .oldest = true);

static struct stmt cases_q = SQL(
	"SELECT c.no, DATE(c.raised_at) AS day, c.due_on, c.due_on < CURDATE() AS late,"
	"       o.no AS order_no, r.score"
	"  FROM complaint c"
	"  LEFT JOIN service_order o ON o.id = c.order_id"
	"  LEFT JOIN rating r ON r.order_id = c.order_id"
	" WHERE c.station_id = ?"
	"   AND c.state = 'open'"
	"   AND c.way = 'order'"
	" ORDER BY c.id"
	" LIMIT 100");

enum err late_stations(struct rq *q)
{
	return list_page(q, &late, ARGS(A_(place_scope(q))), "station/late.cs");
}

enum err late_orders(struct rq *q)
{
	struct place_row p;
	enum err e = place_find(q, arg(q, 0), &p);
	if (!e)
		e = put_query(q, "Cases", &cases_q, ARGS(A_(p.id)));
	if (e)
		return e;
	put(q, "Place.no", arg(q, 0));
	put(q, "Place.name", p.name);
	return list_page(q, &unserved, ARGS(A_(p.id)), "station/late_orders.cs");
}
