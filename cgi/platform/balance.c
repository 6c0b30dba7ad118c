/* balance.c - 平衡核对: what was queued equals the sum of its states, and nothing is missing. */
#include "platform_page.h"

/* Years of accepted rows are not counted for a page: beyond a thousand "+" is said. */
#define COUNT_OF(state) \
	"SELECT '" state "' AS state, (SELECT COUNT(*) FROM (SELECT 1 FROM outbox " \
	"FORCE INDEX (outbox_station) WHERE station_id = ? AND state = '" state \
	"' LIMIT 1001) c) AS n"
#define AND_OF(state) " UNION ALL " COUNT_OF(state)
static struct stmt counts_q = SQL(
	"" COUNT_OF("waiting") AND_OF("leased") AND_OF("accepted") AND_OF("refused")
		AND_OF("parked") AND_OF("withdrawn") AND_OF("exported"));
/* What was queued last; `zyz-admin recount` holds all receipts against all rows. */
#define LATEST \
	"(SELECT id, state FROM outbox FORCE INDEX (outbox_recent) WHERE station_id = ?" \
	" ORDER BY id DESC LIMIT 300) o"
static struct stmt latest_q = SQL(
	"SELECT o.state, COUNT(*) AS n"
	"  FROM " LATEST
	" GROUP BY o.state");
static struct stmt receipts_q = SQL(
	"SELECT COUNT(*)"
	"  FROM " LATEST
	"  JOIN receipt r ON r.outbox_id = o.id"
	" WHERE o.state = 'accepted'");
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
	"       ORDER BY served_on DESC, id DESC LIMIT 200) r"
	" WHERE EXISTS (SELECT 1 FROM consent c WHERE c.person_id = r.person_id"
	"       AND c.purpose = 'platform' AND c.withdrawn_at IS NULL) = 1"
	"   AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.record_uid = r.uid"
	"       AND o.version >= r.version)"
	"   AND NOT EXISTS (SELECT 1 FROM outbox_todo t WHERE t.station_id = r.station_id"
	"       AND t.source = 'service_record' AND t.record_id = r.id)");

enum { COUNTED = 1000, PROVED = 300 };

static const char *const states[] = { "waiting", "leased",    "accepted", "refused",
				      "parked",  "withdrawn", "exported" };

/* Page.Counts as Page.Balance: all states, also those that no row has. */
static int64_t put_balance(struct rq *q)
{
	int64_t total = 0;
	struct node *balance = put_list(q, "Balance");
	for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++)
		node_int(balance, states[i], 0);
	for (struct node *c = node_first(put_list(q, "Counts")); c; c = node_next(c)) {
		int64_t n = node_get_int(c, "n");
		if (n > COUNTED)
			node_set(node_child(balance, "Over"), node_get(c, "state"), "1");
		node_int(balance, node_get(c, "state"), n > COUNTED ? COUNTED : n);
		total += n;
	}
	node_int(balance, "enqueued", total);
	return total;
}

enum err put_counts(struct rq *q)
{
	struct arg s = A_(q->station);
	enum err e = put_query(q, "Counts", &counts_q, ARGS(s, s, s, s, s, s, s));
	if (!e)
		(void)put_balance(q);
	return e;
}

/* The proof has a page of its own. */
enum err balance_show(struct rq *q)
{
	int64_t receipts, missing, todo;
	enum err e = put_query(q, "Counts", &latest_q, ARGS(A_(q->station)));
	if (!e)
		put_int(q, "Latest", put_balance(q) == PROVED ? PROVED : DB_NONE);
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
