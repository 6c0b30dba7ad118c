/* coverage.c - whether anybody came: what served a need, and needs that nobody has served for
 * long. */
#include "coverage.h"

#include "clock.h"
#include "code.h"
#include "ledger.h"
#include "list.h"

/* Activities of its projects, and visits of pairing at its household since it was told. */
static struct stmt served_q = SQL(
	"SELECT v.kind, v.no, v.day, v.state"
	"  FROM ((SELECT 'activity' AS kind, a.no, DATE(a.starts_at) AS day, a.state"
	"       FROM project_need x JOIN activity a ON a.project_id = x.project_id"
	"       WHERE x.need_id = ? AND a.state <> 'cancelled' ORDER BY a.starts_at DESC LIMIT 8)"
	"       UNION ALL"
	"       (SELECT 'visit', p.no, v.visited_on, v.mode FROM need n"
	"       JOIN pairing p ON p.household_id = n.household_id"
	"       JOIN pairing_visit v ON v.pairing_id = p.id"
	"       WHERE n.id = ? AND v.visited_on >= DATE(n.registered_at)"
	"       ORDER BY v.visited_on DESC LIMIT 8)) v"
	" ORDER BY v.day DESC"
	" LIMIT 12");
static struct stmt idle_q = SQL(
	"SELECT DATEDIFF(CURDATE(), COALESCE(" NEED_SERVED ", DATE(n.registered_at)))"
	"  FROM need n"
	" WHERE n.id = ?");

enum err put_served(struct rq *q, int64_t id)
{
	int64_t idle = 0;
	enum err e = put_query(q, "Served", &served_q, ARGS(A_(id), A_(id)));
	if (!e)
		e = db_int(&idle_q, ARGS(A_(id)), &idle);
	if (!e && str_in(got(q, "Need.state"), "verified,in_project"))
		put_int(q, "Need.idle", idle);
	return e;
}

#define IDLE "DATEDIFF(CURDATE(), COALESCE(" NEED_SERVED ", DATE(n.registered_at)))"
#define COVER_COLS(C) \
	C(TEXT, no, "n.no", "") \
	C(DAY, day, "DATE(n.registered_at)", "") \
	C(CODE, category, "n.category", "service_category") \
	C(CODE, target, "n.target_group", "recipient") \
	C(TEXT, grid, "n.grid", "") \
	C(LONG, description, "n.description", "") \
	C(TEXT, projects, \
	  "(SELECT GROUP_CONCAT(p.no ORDER BY p.id DESC SEPARATOR ' ') FROM project_need x" \
	  " JOIN project p ON p.id = x.project_id WHERE x.need_id = n.id)", \
	  "") \
	C(DAY, next_on, \
	  "(SELECT DATE(MIN(a.starts_at)) FROM project_need x JOIN activity a" \
	  " ON a.project_id = x.project_id WHERE x.need_id = n.id AND a.starts_at >= CURDATE()" \
	  " AND a.state IN ('published', 'running'))", \
	  "") \
	C(DAY, served_on, NEED_SERVED, "") \
	C(INT, idle, IDLE, "") \
	C(WORD, state, "n.state", "State.need")
#define COVER_TABLE "need n"
#define COVER_JOINS ""
#define COVER_WHERE "n.station_id = ? AND n.state = ?"
#define COVER_FILTERS(F) \
	F(GIVEN, state, "? <> ''") \
	F(WORD, category, "n.category = ?") \
	F(WORD, group, "n.target_group = ?") \
	F(WORD, idle, IDLE " >= ?")
#define COVER_WAYS(S, L) S(L, day, any, "n.id", "need_station")
#define COVER_ID         "n.id"
LIST_DEFINE(COVER);
enum { COVER_WINDOW = 200 };
static const struct list cover = LIST(COVER, "Needs", "needs.Cover", .oldest = true,
				      .window = COVER_WINDOW);

enum err coverage_list(struct rq *q)
{
	const char *state = str_eq(query(q, "state"), "verified") ? "verified" : "in_project";
	enum err e = put_codes(q, "Category", "service_category");
	if (!e)
		e = put_codes(q, "Recipient", "recipient");
	put(q, "State", state);
	return e ? e : list_page(q, &cover, ARGS(A_(q->station), A_(state)), "needs/coverage.cs");
}
