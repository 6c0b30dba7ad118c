/* trail.c - what was done at a station, by whom: the audit trail 操作日志, for its manager. */
#include "list.h"
#include "station.h"

#define TRAIL_COLS(C) \
	C(TEXT, at, "a.at", "") \
	C(TEXT, staff, "f.name", "") \
	C(WORD, actor_kind, "a.actor_kind", "station.Actor") \
	C(TEXT, action, "a.action", "") \
	C(TEXT, target, "a.target", "") \
	C(LONG, detail, "a.detail", "") \
	C(TEXT, request, "HEX(a.request_id)", "")
#define TRAIL_TABLE "audit a"
#define TRAIL_JOINS "  LEFT JOIN staff f ON a.actor_kind = 'staff' AND f.id = a.actor_id"
#define TRAIL_WHERE "a.station_id = ?"
#define TRAIL_FILTERS(F) \
	F(WORD, actor, "a.actor_kind = ?") \
	F(DAY, from, "a.at >= ?") \
	F(DAY, to, "a.at < ? + INTERVAL 1 DAY") \
	F(WORD, action, "a.action = ?")
#define TRAIL_WAYS(S, L) \
	S(L, at, any, "a.at", "audit_time") \
	S(L, at, action, "a.at", "audit_action") \
	S(L, at, actor, "a.at", "audit_of_kind")
#define TRAIL_ID "a.id"
LIST_DEFINE(TRAIL);
static const struct list trail = LIST(TRAIL, "Rows", "station.Audit");

enum err station_audit(struct rq *q)
{
	return list_page(q, &trail, ARGS(A_(q->station)), "station/audit.cs");
}
