/* desk.c - the orders of a station, as staff see them. */
#include "code.h"
#include "list.h"
#include "order.h"

#define ORDERS_COLS(C) \
	C(TEXT, no, "o.no", "") \
	C(DAY, day, "DATE(o.created_at)", "") \
	C(TEXT, item, "i.name", "") \
	C(CODE, category, "o.category", "service_category") \
	C(LONG, detail, "o.detail", "") \
	C(DAY, wished_on, "o.wished_on", "") \
	C(WORD, channel, "o.channel", "State.service_order_channel") \
	C(INT, urgent, "o.urgent", "") \
	C(WORD, state, "o.state", "State.service_order") \
	C(TEXT, due_at, "o.due_at", "")
#define ORDERS_TABLE "service_order o"
#define ORDERS_JOINS "  LEFT JOIN service_item i ON i.id = o.item_id"
#define ORDERS_WHERE "o.station_id = ?"
#define ORDERS_FILTERS(F) \
	F(WORD, state, "o.state = ?") \
	F(WORD, category, "o.category = ?") \
	F(FIND, q, "CONCAT_WS(' ', o.no, o.detail) LIKE ?")
#define ORDERS_WAYS(S, L) \
	S(L, day, any, "o.id", "service_order_recent") \
	S(L, day, state, "o.id", "service_order_station")
#define ORDERS_ID "o.id"
LIST_DEFINE(ORDERS);
static const struct list orders = LIST(ORDERS, "Orders", "order.Ledger");

enum err desk_list(struct rq *q)
{
	enum err e = put_codes(q, "Category", "service_category");
	return e ? e : list_page(q, &orders, ARGS(A_(q->station)), "order/list.cs");
}
