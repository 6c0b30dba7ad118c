/* follow.c - a resident follows an order by its number and key, and may take it back. */
#include "code.h"
#include "form.h"
#include "order.h"

static struct stmt show_q = SQL(
	"SELECT o.no, o.state, o.category, o.detail, o.wished_on, o.wished_part, o.created_at,"
	"       o.accepted_at, o.served_at, o.closed_at, o.decline_reason, o.visit_from,"
	"       o.visit_to, i.name AS item, p.name AS volunteer, d.answered_at AS taken_at,"
	"       r.score, r.at AS rated_at, c.state AS case_state, c.due_on AS case_due,"
	"       c.result AS case_result"
	"  FROM service_order o"
	"  LEFT JOIN service_item i ON i.id = o.item_id"
	"  LEFT JOIN dispatch d ON d.accepted_order = o.id"
	"  LEFT JOIN person p ON p.id = d.person_id"
	"  LEFT JOIN rating r ON r.order_id = o.id"
	"  LEFT JOIN complaint c ON c.order_id = o.id AND r.score <= 3"
	" WHERE o.id = ?");
#define CANCEL_IN(X, T) X(T, CODE, k, 1, 64)
FORM_DEFINE(cancel_in, CANCEL_IN);

/* How far an order has come, of the five stops that residents see. */
static int64_t stop_of(const char *state)
{
	static const char *const after[] = { "to_accept", "to_dispatch,dispatched", "taken,serving",
					     "to_rate", "done" };
	for (size_t i = 0; i < sizeof(after) / sizeof(after[0]); i++)
		if (str_in(state, after[i]))
			return (int64_t)i + 2;
	return 0;
}

enum err put_follow(struct rq *q, const struct order_row *o, const char *k)
{
	const char *name;
	enum err e = code_load();
	if (!e)
		e = put_one(q, "Order", &show_q, ARGS(A_(o->id)));
	if (!e)
		e = order_open(q->arena, "order.name", o, o->name, &name);
	if (!e)
		e = put_station(q, o->station);
	if (e)
		return e;
	put(q, "Order.name", name);
	put(q, "Order.category_name", code_name("service_category", o->category));
	put(q, "Order.k", k);
	put_int(q, "Order.stop", stop_of(o->state));
	put_int(q, "Can.cancel",
		str_in(o->state, "to_accept,to_dispatch,dispatched,taken") ? 1 : DB_NONE);
	put_int(q, "Can.code", str_eq(o->state, "serving") ? 1 : DB_NONE);
	put_int(q, "Can.rate", str_eq(o->state, "to_rate") ? 1 : DB_NONE);
	if (str_eq(o->state, "to_rate"))
		put_scores(q);
	form_key(q, "order-step");
	return OK;
}

enum err follow_show(struct rq *q)
{
	struct order_row o;
	const char *k = form_again(q) ? form_given(q, "k") : query(q, "k");
	enum err e = order_by_key(q, k, &o);
	if (!e)
		e = put_follow(q, &o, k);
	return e ? e : page(q, "order/follow.cs");
}

struct step {
	struct rq *q;
	struct order_row o;
};

static enum err cancelled(void *ctx)
{
	const struct step *s = ctx;
	struct order_at at = order_at(&s->o);
	enum err e = order_move(&s->q->actor, "cancel", &at);
	if (!e)
		e = order_unplan(&s->q->actor, &s->o, lang("order.Reason.cancelled"));
	return e ? e : dispatch_recall(&s->q->actor, at.id, "cancelled");
}

enum err follow_cancel(struct rq *q)
{
	struct cancel_in in;
	struct bytes uid;
	struct step s = { .q = q };
	enum err e = form_key_uid(q, "order-step", &uid);
	if (!e && !form_read(q, cancel_in_fields, &in))
		e = ERR(ERR_NOT_FOUND, "k");
	if (!e)
		e = order_by_key(q, in.k, &s.o);
	if (!e)
		e = db_tx(cancelled, &s);
	return e ? e : see(q, "/order/%s?k=%s&done=cancelled", s.o.no, in.k);
}
