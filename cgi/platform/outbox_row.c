/* outbox_row.c - one row of the outbox: what became of it, each attempt, and once more. */
#include "outbox.h"
#include "platform_page.h"

static struct stmt tries_q = SQL(
	"SELECT at, class, http_status, curl_code, ms"
	"  FROM attempt"
	" WHERE outbox_id = ?"
	" ORDER BY id DESC"
	" LIMIT 20");

enum err outbox_row_show(struct rq *q)
{
	enum err e = outbox_row_find(q);
	if (!e)
		e = put_query(q, "Tries", &tries_q,
			      ARGS(A_(node_get_int(put_list(q, "Row"), "_id"))));
	if (!e)
		e = put_correct(q);
	return e ? e : page(q, "platform/outbox_row.cs");
}

static enum err outbox_row_retry_tx(void *ctx)
{
	struct rq *q = ctx;
	int64_t id = node_get_int(put_list(q, "Row"), "_id");
	enum err e = outbox_again(id);
	return e ? e : audit(&q->actor, "outbox.retry", "outbox", id, NULL);
}

enum err outbox_row_retry(struct rq *q)
{
	enum err e = outbox_row_find(q);
	if (!e)
		e = db_tx(outbox_row_retry_tx, q);
	return e ? e : see(q, "/platform/%s?done=retried", arg(q, 0));
}
