/* steps.c - what staff do with an order: accept, decline, send, open, take back, look. */
#include "clock.h"
#include "form.h"
#include "order.h"
#include "propose.h"

enum { ASKED_MOST = 10, LOOKS = 200, DAY = 86400 };

#define REASON_IN(X, T) X(T, STR, reason, 2, 200)
FORM_DEFINE(reason_in, REASON_IN);
#define SEND_IN(X, T) \
	X(T, LIST, who, 0, ASKED_MOST) \
	X(T, NO, other, 0, 24) \
	X(T, CODE, team, 0, 32) \
	X(T, FLAG, next, 0, 0)
FORM_DEFINE(send_in, SEND_IN);
#define LOOK_IN(X, T) X(T, STR, purpose, 2, 200)
FORM_DEFINE(look_in, LOOK_IN);

static struct stmt decline_q = SQL(
	"UPDATE service_order"
	"   SET decline_reason = ?"
	" WHERE id = ?");
static struct stmt accepted_by_q = SQL(
	"UPDATE service_order"
	"   SET accepted_by = ?"
	" WHERE id = ?");
static struct stmt next_q = SQL(
	"UPDATE service_order"
	"   SET auto_next = ?"
	" WHERE id = ?");
static struct stmt volunteer_q = SQL(
	"SELECT person_id"
	"  FROM volunteer"
	" WHERE no = ?"
	"   AND station_id = ?");
static struct stmt team_q = SQL(
	"SELECT id"
	"  FROM team"
	" WHERE uid = UNHEX(?)"
	"   AND station_id = ?"
	"   AND state = 'approved'");

struct step {
	struct rq *q;
	struct order_row o;
	const char *verb, *words;
	struct proposal who;
	int64_t team, next;
};

static enum err stepped(void *ctx)
{
	const struct step *s = ctx;
	struct order_at at = order_at(&s->o);
	enum err e = OK;
	if (str_eq(s->verb, "decline"))
		e = db_change(&decline_q, ARGS(A_(s->words), A_(at.id)));
	if (!e && str_in(s->verb, "release,cancel"))
		e = order_unplan(&s->q->actor, &s->o,
				 lang(arena_fmt(s->q->arena, "order.Reason.%s", s->verb)));
	if (!e && str_eq(s->verb, "release"))
		e = dispatch_release(&s->q->actor, &at, s->words);
	else if (!e)
		e = order_move(&s->q->actor, s->verb, &at);
	if (!e && str_eq(s->verb, "accept"))
		e = db_change(&accepted_by_q, ARGS(A_(s->q->staff), A_(at.id)));
	if (!e && str_in(s->verb, "decline,cancel"))
		e = dispatch_recall(&s->q->actor, at.id, s->verb);
	return e;
}

static enum err step(struct rq *q, const char *verb, const char *words, const char *done)
{
	struct step s = { .q = q, .verb = verb, .words = words };
	enum err e = order_at_desk(q, &s.o);
	if (!e)
		e = db_tx(stepped, &s);
	return e ? e : see(q, "/order/desk/%s?done=%s", s.o.no, done);
}

static enum err step_with_reason(struct rq *q, const char *verb, const char *done)
{
	struct reason_in in;
	return form_read(q, reason_in_fields, &in) ? step(q, verb, in.reason, done) : ERR_FORM;
}

enum err step_accept(struct rq *q)
{
	return step(q, "accept", NULL, "accepted");
}

enum err step_decline(struct rq *q)
{
	return step_with_reason(q, "decline", "declined");
}

enum err step_cancel(struct rq *q)
{
	return step(q, "cancel", NULL, "cancelled_here");
}

enum err step_release(struct rq *q)
{
	return step_with_reason(q, "release", "released");
}

static enum err opened(void *ctx)
{
	const struct step *s = ctx;
	struct order_at at = order_at(&s->o);
	return dispatch_open(&s->q->actor, &at);
}

enum err step_open(struct rq *q)
{
	struct step s = { .q = q };
	enum err e = order_at_desk(q, &s.o);
	if (!e)
		e = db_tx(opened, &s);
	return e ? e : see(q, "/order/desk/%s?done=opened", s.o.no);
}

/* Those who were chosen, by their numbers; each must be free of bars. */
static enum err chosen(struct rq *q, const struct send_in *in, struct step *s)
{
	int64_t people[ASKED_MOST + 1];
	size_t n = 0;
	enum err e = OK;
	for (size_t i = 0; !e && i <= in->who.n; i++) {
		const char *no = i < in->who.n ? in->who.v[i] : in->other;
		if (!no)
			continue;
		e = db_int(&volunteer_q, ARGS(A_(no), A_(q->station)), &people[n]);
		if (e == ERR_NOT_FOUND) {
			form_error(q, i < in->who.n ? "who" : "other", "volunteer_unknown");
			return ERR_FORM;
		}
		n += !e;
	}
	if (!e && in->team)
		e = db_int(&team_q, ARGS(A_(in->team), A_(q->station)), &s->team);
	if (e == ERR_NOT_FOUND || (!e && !n && s->team == DB_NONE)) {
		form_error(q, e ? "team" : "who", e ? "unknown_code" : "nobody");
		return ERR_FORM;
	}
	if (!e)
		e = propose_of(&q->actor, s->o.id, people, n, &s->who);
	for (size_t i = 0; !e && i < s->who.barred_n; i++)
		form_error_text(
			q, "who",
			arena_fmt(q->arena, "%s%s%s", s->who.barred[i].name,
				  lang("order.bar_colon"),
				  lang(arena_fmt(q->arena, "order.Bar.%s", s->who.barred[i].bar))));
	return e ? e : form_ok(q) ? OK : ERR_FORM;
}

static enum err sent(void *ctx)
{
	const struct step *s = ctx;
	struct order_at at = order_at(&s->o);
	enum err e = db_change(&next_q, ARGS(A_(s->next), A_(at.id)));
	return e ? e : dispatch_ask(&s->q->actor, &at, s->who.v, s->who.n, s->team);
}

enum err step_send(struct rq *q)
{
	struct send_in in;
	struct step s = { .q = q, .team = DB_NONE };
	enum err e = order_at_desk(q, &s.o);
	if (!e && !form_read(q, send_in_fields, &in))
		e = ERR_FORM;
	if (!e && !str_in(s.o.state, "to_dispatch,dispatched"))
		e = ERR(ERR_STALE, "send from %s", s.o.state);
	if (!e)
		e = chosen(q, &in, &s);
	if (e)
		return e;
	s.next = in.next;
	e = db_tx(sent, &s);
	return e ? e : see(q, "/order/desk/%s?done=sent", s.o.no);
}

static enum err looked(void *ctx)
{
	const struct step *s = ctx;
	enum err e = audit_look(&s->q->actor, DB_NONE, "order", s->words);
	return e ? e : audit(&s->q->actor, "order.unmask", "order", s->o.id, NULL);
}

/* The whole name, phone and address, once somebody has said what for. */
enum err step_look(struct rq *q)
{
	struct look_in in;
	struct step s = { .q = q };
	enum err e = order_at_desk(q, &s.o);
	if (!e && !form_read(q, look_in_fields, &in))
		e = ERR_FORM;
	if (!e)
		e = throttle(q, "unmask", arena_fmt(q->arena, "%lld", (long long)q->staff), LOOKS,
			     DAY);
	s.words = e ? NULL : in.purpose;
	if (!e)
		e = db_tx(looked, &s);
	if (!e)
		e = put_order(q, &s.o, true);
	return e ? e : page(q, "order/desk.cs");
}
