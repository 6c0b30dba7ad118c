/* destination.c - the platforms themselves: do they answer, were they stopped, start again. */
#include "platform_page.h"

static struct stmt list_q = SQL("SELECT d.code, d.name, d.state, d.stop_reason, COALESCE(b.state, 'closed') AS breaker, "
	"COALESCE(b.fails, 0) AS fails, DATE_FORMAT(b.open_until, '%H:%i:%s') AS open_until, d.reconcile_only "
	"FROM destination d LEFT JOIN breaker b ON b.destination_id = d.id WHERE d.enabled = 1 ORDER BY d.id LIMIT 50");
static struct stmt find_q = SQL("SELECT id FROM destination WHERE code = ? AND enabled = 1");
static struct stmt resume_q = SQL("UPDATE destination SET state = 'on', stop_reason = NULL WHERE id = ? AND state = 'stopped'");
static struct stmt close_q = SQL("UPDATE breaker SET state = 'closed', fails = 0, open_until = NULL, version = version + 1 "
	"WHERE destination_id = ?");

enum err put_destinations(struct rq *q)
{
	return put_query(q, "Destinations", &list_q, NO_ARGS);
}

struct resuming {
	struct rq *q;
	int64_t id;
};

static enum err resume_tx(void *ctx)
{
	const struct resuming *r = ctx;
	int64_t rows;
	enum err e = db_change(&resume_q, ARGS(A_(r->id)));
	if (!e)
		e = db_affect(&close_q, ARGS(A_(r->id)), &rows);
	return e ? e : audit(r->q, "destination.resume", "destination", r->id, NULL);
}

enum err destination_resume(struct rq *q)
{
	struct resuming r = { .q = q };
	enum err e = db_int(&find_q, ARGS(A_(arg(q, 0))), &r.id);
	if (!e)
		e = db_tx(resume_tx, &r);
	return e ? e : see(q, "/platform/?done=resumed");
}
