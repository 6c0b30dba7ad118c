/* balance.c - 平衡核对: what was queued equals the sum of its states, and nothing is missing. */
#include "platform_page.h"

static struct stmt counts_q = SQL(
	"SELECT state, COUNT(*) AS n"
	"  FROM outbox"
	" WHERE station_id = ?"
	" GROUP BY state");
static struct stmt receipts_q = SQL(
	"SELECT COUNT(*)"
	"  FROM outbox o"
	"  JOIN receipt r ON r.outbox_id = o.id"
	" WHERE o.station_id = ?"
	"   AND o.state = 'accepted'");
/* Noted, and soon queued. */
static struct stmt todo_q = SQL(
	"SELECT COUNT(*)"
	"  FROM outbox_todo"
	" WHERE station_id = ?");
/* Effective, consented and neither noted nor queued: the poster finds these within minutes. */
static struct stmt missing_q = SQL(
	"SELECT COUNT(*)"
	"  FROM (SELECT id, uid, version, person_id, station_id"
	"       FROM service_record FORCE INDEX (service_record_station)"
	"       WHERE station_id = ? AND state = 'effective'"
	"       ORDER BY served_on DESC, id DESC LIMIT 300) r"
	" WHERE EXISTS (SELECT 1 FROM consent c WHERE c.person_id = r.person_id"
	"       AND c.purpose = 'platform' AND c.withdrawn_at IS NULL) = 1"
	"   AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.record_uid = r.uid"
	"       AND o.version >= r.version)"
	"   AND NOT EXISTS (SELECT 1 FROM outbox_todo t WHERE t.station_id = r.station_id"
	"       AND t.source = 'service_record' AND t.record_id = r.id)");

static const char *const states[] = { "waiting", "leased",    "accepted", "refused",
				      "parked",  "withdrawn", "exported" };

enum err put_counts(struct rq *q)
{
	int64_t total = 0;
	enum err e = put_query(q, "Counts", &counts_q, ARGS(A_(q->station)));
	if (e)
		return e;
	struct node *balance = put_list(q, "Balance");
	for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++)
		node_int(balance, states[i], 0);
	for (struct node *c = node_first(put_list(q, "Counts")); c; c = node_next(c)) {
		node_int(balance, node_get(c, "state"), node_get_int(c, "n"));
		total += node_get_int(c, "n");
	}
	node_int(balance, "enqueued", total);
	return OK;
}

/* Counting reads more than other pages do, so the proof has a page of its own. */
enum err balance_show(struct rq *q)
{
	int64_t receipts, missing, todo;
	enum err e = put_counts(q);
	if (!e)
		e = db_int(&receipts_q, ARGS(A_(q->station)), &receipts);
	if (!e)
		e = db_int(&missing_q, ARGS(A_(q->station)), &missing);
	if (!e)
		e = db_int(&todo_q, ARGS(A_(q->station)), &todo);
	if (e)
		return e;
	struct node *balance = put_list(q, "Balance");
	node_int(balance, "todo", todo);
	node_int(balance, "receipts", receipts);
	node_int(balance, "missing", missing);
	node_int(balance, "holds", missing == 0 && receipts == node_get_int(balance, "accepted"));
	return page(q, "platform/balance.cs");
}
