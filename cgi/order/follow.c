/* follow.c - a resident follows an order by its number and key, wishes another time, and may take
 * it back. */
#include "code.h"
#include "form.h"
#include "order.h"
#include "tell_thing.h"

static struct stmt show_q = SQL(
	"SELECT o.no, o.state, o.category, o.detail, o.wished_on, o.wished_part,"
	"       o.wish_changed_at, o.created_at,"
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
#define WHEN_IN(X, T) \
	X(T, CODE, k, 1, 64) \
	X(T, DAY, wished_on, 0, 0) \
	X(T, WORD, part, 0, 3)
FORM_DEFINE(when_in, WHEN_IN);
static struct stmt when_q = SQL(
	"UPDATE service_order"
	"   SET wished_on = ?, wished_part = ?,"
	"       wish_changed_at = IF(state = 'taken', ?, NULL)"
	" WHERE id = ?"
	"   AND state = ?");

enum { CHANGES_DAY = 10, DAY = 86400 };

/* Where an order stands, of the five stops that residents see; none is shown as reached before it
 * is. Behind the last: nothing is waited for. */
static int64_t stop_of(const char *state)
{
	static const struct {
		const char *states;
		int64_t stop;
	} stops[] = { { "to_accept", 1 },
		      { "to_dispatch,dispatched", 2 },
		      { "taken,serving", 3 },
		      { "to_rate", 5 },
		      { "done", 6 } };
	for (size_t i = 0; i < sizeof(stops) / sizeof(stops[0]); i++)
		if (str_in(state, stops[i].states))
			return stops[i].stop;
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
	put_what(put_list(q, "Order"));
	put(q, "Order.k", k);
	put_int(q, "Order.stop", stop_of(o->state));
	put_int(q, "Can.cancel", str_in(o->state, ORDER_OPEN_STATES) ? 1 : DB_NONE);
	put_int(q, "Can.when", str_in(o->state, ORDER_OPEN_STATES) ? 1 : DB_NONE);
	if (!form_again(q)) {
		put(q, "Form.wished_on", got(q, "Order.wished_on"));
		put(q, "Form.part", got(q, "Order.wished_part"));
	}
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
	const char *day, *part; /* another time */
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

/* As they like until a volunteer has taken it, who is told and agrees on a time anew, or gives it
 * back; what they had agreed on holds until then. */
static enum err wished(void *ctx)
{
	const struct step *s = ctx;
	struct actor there = s->q->actor;
	there.station = s->o.station;
	enum err e = db_change(&when_q, ARGS(A_(s->day), A_(s->part), A_(actor_time(&there)),
					     A_(s->o.id), A_(s->o.state)));
	if (!e && str_eq(s->o.state, "taken"))
		e = tell_order(&there, s->o.id, "order_when", NULL, TELL_TAKER, 0);
	return e ? e : audit(&there, "order.when", "order", s->o.id, s->o.state);
}

enum err follow_when(struct rq *q)
{
	struct when_in in;
	struct bytes uid;
	struct step s = { .q = q };
	enum err e = form_key_uid(q, "order-step", &uid);
	if (!e)
		e = order_by_key(q, form_given(q, "k"), &s.o);
	if (!e && !str_in(s.o.state, ORDER_OPEN_STATES))
		e = ERR(ERR_STALE, "order %s", s.o.state);
	if (!e && form_read(q, when_in_fields, &in))
		order_check_when(q, in.wished_on, "wished_on", in.part);
	if (!e && !form_ok(q))
		e = ERR_FORM;
	if (!e)
		e = throttle(q, "order-when", s.o.no, CHANGES_DAY, DAY);
	if (e)
		return e;
	s.day = in.wished_on;
	s.part = str_or(in.part, "any");
	e = db_tx(wished, &s);
	return e ? e : see(q, "/order/%s?k=%s&done=when", s.o.no, in.k);
}
