/* menu.c - the menu 服务清单 of a station: what residents may order; all of it free of charge. */
#include "code.h"
#include "order.h"

/* A station's own, or what is offered where there is none. */
static struct stmt menu_q = SQL(
	"SELECT i.id AS _id, LOWER(HEX(i.uid)) AS uid, i.name, i.about, i.category, i.skill,"
	"       i.minutes"
	"  FROM service_item i"
	" WHERE i.station_id <=> IF(EXISTS (SELECT 1 FROM service_item x WHERE x.station_id = ?),"
	"       ?, NULL)"
	"   AND i.state = 'on'"
	" ORDER BY i.sort, i.id"
	" LIMIT 40");

enum err put_menu(struct rq *q, int64_t station)
{
	return put_query(q, "Items", &menu_q, ARGS(A_(station), A_(station)));
}

struct node *menu_find(struct rq *q, const char *uid)
{
	for (struct node *n = node_first(put_list(q, "Items")); n; n = node_next(n))
		if (str_eq(node_get(n, "uid"), uid))
			return n;
	return NULL;
}

const char *order_what(const char *item, const char *category)
{
	return item && *item ? item : code_name("service_category", category);
}

void put_what(struct node *n)
{
	const char *category = node_get(n, "category");
	node_set(n, "category_name", code_name("service_category", category));
	node_set(n, "what", order_what(node_get(n, "item"), category));
}
