/* sheet.c - the sheet for signing 签到表: the roster of an activity on paper, with room for times and
 * signatures and for whoever comes without having been asked, and the way to it on a phone. */
#include "activity.h"
#include "config.h"
#include "document_qr.h"

enum { SPARE = 6 };

static struct stmt rows_q = SQL(
	"SELECT v.no, p.name, o.role, j.title AS position, i.at AS came, t.at AS left_at"
	"  FROM roster o"
	"  JOIN person p ON p.id = o.person_id"
	"  LEFT JOIN volunteer v ON v.person_id = o.person_id"
	"  LEFT JOIN position j ON j.id = o.position_id"
	"  LEFT JOIN attendance i ON i.activity_id = o.activity_id AND i.person_id = o.person_id"
	"       AND i.direction = 'in'"
	"  LEFT JOIN attendance t ON t.activity_id = o.activity_id AND t.person_id = o.person_id"
	"       AND t.direction = 'out'"
	" WHERE o.activity_id = ?"
	"   AND o.state = 'on'"
	" ORDER BY o.role = 'leader' DESC, o.id"
	" LIMIT 1000");

enum err sheet_show(struct rq *q)
{
	struct act a;
	const char *d;
	int side;
	enum err e = act_here(q, &a);
	if (!e && str_eq(a.state, "cancelled"))
		e = ERR(ERR_STALE, "activity is %s", a.state);
	if (!e)
		e = put_activity(q, a.id);
	if (!e)
		e = put_query(q, "Rows", &rows_q, ARGS(A_(a.id)));
	if (!e)
		e = qr_path(q->arena, arena_fmt(q->arena, "%s/activity/%s", cfg.base_url, a.no), &d,
			    &side);
	if (e)
		return e;
	put(q, "Code.path", d);
	put_int(q, "Code.side", side);
	struct node *spare = put_list(q, "Spare");
	size_t people = node_count(put_list(q, "Rows"));
	for (size_t i = 0; i < SPARE; i++)
		node_int(node_nth(q->arena, spare, i), "n", (int64_t)(people + i + 1));
	return page(q, "activity/sheet.cs");
}
