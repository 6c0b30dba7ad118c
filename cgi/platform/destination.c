/* destination.c - the platforms themselves: do they answer, were they stopped, start again. */
#include "destination.h"
#include "platform_page.h"

static struct stmt list_q = SQL(
	"SELECT d.code, d.name, d.state, d.stop_reason, COALESCE(b.state, 'closed') AS breaker,"
	"       COALESCE(b.fails, 0) AS fails, DATE_FORMAT(b.open_until, '%H:%i') AS open_until,"
	"       d.reconcile_only"
	"  FROM destination d"
	"  LEFT JOIN breaker b ON b.destination_id = d.id"
	" WHERE d.enabled = 1"
	" ORDER BY d.id"
	" LIMIT 50");
static struct stmt find_q = SQL(
	"SELECT id"
	"  FROM destination"
	" WHERE code = ?"
	"   AND enabled = 1");
/* One that does not take records says so in words. */
static void put_destination_words(struct rq *q, struct node *d)
{
	bool stopped = str_eq(node_get(d, "state"), "stopped");
	const char *why = node_get(d, stopped ? "stop_reason" : "open_until");
	if (stopped || !str_eq(node_get(d, "breaker"), "closed"))
		node_set(d, "words",
			 arena_fmt(q->arena, "%s%s%s", node_get(d, "name"),
				   lang(stopped ? "platform.stopped" : "platform.resting"),
				   str_or(why, "")));
}

enum err put_destinations(struct rq *q)
{
	enum err e = put_query(q, "Destinations", &list_q, NO_ARGS);
	struct node *d = e ? NULL : node_first(put_list(q, "Destinations"));
	for (; d; d = node_next(d))
		put_destination_words(q, d);
	return e;
}

struct resuming {
	struct rq *q;
	int64_t id;
};

static enum err destination_resume_tx(void *ctx)
{
	const struct resuming *r = ctx;
	return destination_resume(&r->q->actor, r->id);
}

enum err destination_go_on(struct rq *q)
{
	struct resuming r = { .q = q };
	enum err e = db_int(&find_q, ARGS(A_(arg(q, 0))), &r.id);
	if (!e)
		e = db_tx(destination_resume_tx, &r);
	return e ? e : see(q, "/platform/?done=resumed");
}
