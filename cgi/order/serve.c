/* serve.c - the service itself: a time is agreed, the volunteer comes, the resident's six digits
 * make the record. */
#include "clock.h"
#include "code.h"
#include "device.h"
#include "form.h"
#include "met.h"
#include "need.h"
#include "order.h"
#include "secret.h"

enum { AHEAD_DAYS = 60, DAY = 86400, CODES_HOUR = 12, HOUR = 3600 };

#define AGREE_IN(X, T) \
	X(T, TIME, visit_at, 1, 0) \
	X(T, INT, minutes, 15, 480)
FORM_DEFINE(agree_in, AGREE_IN);
#define CONFIRM_IN(X, T) X(T, STR, digits, 6, 12)
FORM_DEFINE(confirm_in, CONFIRM_IN);
#define CODE_IN(X, T) X(T, CODE, k, 1, 64)
FORM_DEFINE(code_in, CODE_IN);
#define SERVED_IN(X, T) X(T, STR, how, 2, 200)
FORM_DEFINE(served_in, SERVED_IN);

/* Who stands for it, whose home it is, who comes. */
#define PARTS_COLS(X, T) \
	X(T, INT, person, "d.person_id") \
	X(T, INT, staff, "COALESCE(d.sent_by, o.accepted_by, o.created_by)") \
	X(T, INT, household, "o.household_id") \
	X(T, TEXT, item, "i.name")
ROW_DEFINE(parts_row, PARTS_COLS);
static struct stmt parts_q = SQL(
	"SELECT " ROW_SELECT(PARTS_COLS)
	"  FROM service_order o"
	"  JOIN dispatch d ON d.accepted_order = o.id"
	"  LEFT JOIN service_item i ON i.id = o.item_id"
	" WHERE o.id = ?");

struct serving {
	struct rq *q;
	struct order_row o;
	struct met m;
	int64_t from, to;
	const char *fault;
};

/* A word of the rules of an hour, beside the field. */
static enum err met_says(struct rq *q, enum err e, const char *field, const char *fault)
{
	if (e != ERR_CHECK || !fault)
		return e;
	err_clear();
	form_error_text(q, field, str_or(lang(arena_fmt(q->arena, "MetFault.%s", fault)), fault));
	return ERR_FORM;
}

static enum err agreed(void *ctx)
{
	struct serving *s = ctx;
	struct rq *q = s->q;
	struct parts_row p;
	int64_t id;
	enum err e = row_one(&parts_q, ARGS(A_(s->o.id)), parts_row_cols, &p);
	if (!e)
		e = order_unplan(&q->actor, &s->o, lang("order.other_time"));
	if (e)
		return e;
	const char *what = order_what(p.item, s->o.category);
	struct met_plan plan = { .uid = secret_uid(q->arena),
				 .station = s->o.station,
				 .person = p.person,
				 .household = p.household,
				 .staff = p.staff,
				 .source = "order",
				 .source_no = s->o.no,
				 .title = arena_fmt(q->arena, "%s%s", lang("order.at_home"), what),
				 .content = what,
				 .category = s->o.category,
				 .place = lang("order.home"),
				 .starts = s->from,
				 .ends = s->to };
	e = met_plan(&q->actor, &plan, &s->fault, &id);
	if (!e)
		e = met_find(s->o.no, &s->m);
	struct order_at at = order_at(&s->o);
	return e ? e : order_agree(&q->actor, &at, s->from, s->to, s->m.activity);
}

static enum err agree(struct serving *s)
{
	struct rq *q = s->q;
	struct agree_in in;
	if (!form_read(q, agree_in_fields, &in))
		return ERR_FORM;
	if (!clock_parse_time(in.visit_at, &s->from) ||
	    s->from > q->now + (int64_t)AHEAD_DAYS * DAY)
		form_error(q, "visit_at", "day_far");
	s->to = s->from + in.minutes * 60;
	if (!form_ok(q))
		return ERR_FORM;
	enum err e = code_load();
	if (!e)
		e = db_tx(agreed, s);
	return met_says(q, e, "visit_at", s->fault);
}

enum err mine_agree(struct rq *q)
{
	struct serving s = { .q = q };
	enum err e = order_for_me(q, &s.o, put_list(q, "Can"));
	if (!e && !got(q, "Can.agree"))
		e = ERR(ERR_STALE, "order");
	if (!e)
		e = agree(&s);
	return e ? e : see(q, "/order/mine/%s?done=agreed", s.o.no);
}

enum err step_agree(struct rq *q)
{
	struct serving s = { .q = q };
	enum err e = order_at_desk(q, &s.o);
	if (!e && !str_eq(s.o.state, "taken"))
		e = ERR(ERR_STALE, "order");
	if (!e)
		e = agree(&s);
	return e ? e : see(q, "/order/desk/%s?done=agreed", s.o.no);
}

static enum err arrived(void *ctx)
{
	struct serving *s = ctx;
	struct order_at at = order_at(&s->o);
	enum err e = met_arrive(&s->q->actor, &s->m, &s->fault);
	return e ? e : order_move(&s->q->actor, "start", &at);
}

enum err mine_arrive(struct rq *q)
{
	struct serving s = { .q = q };
	enum err e = order_for_me(q, &s.o, put_list(q, "Can"));
	if (!e && !got(q, "Can.arrive"))
		e = ERR(ERR_STALE, "order");
	if (!e)
		e = met_find(s.o.no, &s.m);
	if (!e)
		e = met_says(q, db_tx(arrived, &s), NULL, s.fault);
	return e ? e : see(q, "/order/mine/%s?done=arrived", s.o.no);
}

/* Whoever was served of what they had asked for has had an answer: the visit (条例 13). */
static enum err served(void *ctx)
{
	const struct serving *s = ctx;
	struct order_at at = order_at(&s->o);
	const struct need_end end = { .note = arena_fmt(s->q->arena, "%s%s",
							lang("order.need_note"), s->o.no),
				      .how = "visit",
				      .answer = lang("order.need_answer") };
	enum err e = order_move(&s->q->actor, "serve", &at);
	return e ? e : need_served(&s->q->actor, at.id, &end);
}

/* The six digits that the resident says: they make the record and end the service together. */
enum err mine_confirm(struct rq *q)
{
	struct confirm_in in;
	struct serving s = { .q = q };
	enum err e = order_for_me(q, &s.o, put_list(q, "Can"));
	if (!e && !got(q, "Can.confirm"))
		e = ERR(ERR_STALE, "order");
	if (!e && !form_read(q, confirm_in_fields, &in))
		e = ERR_FORM;
	if (!e)
		e = met_find(s.o.no, &s.m);
	if (e)
		return e;
	e = met_confirm(&q->actor, &s.m, in.digits, device_of(q), (struct met_also){ served, &s },
			&s.fault);
	e = met_says(q, e, "digits", s.fault);
	return e ? e : see(q, "/order/mine?done=served");
}

static enum err code_of(struct serving *s)
{
	struct rq *q = s->q;
	const char *code;
	enum err e = met_find(s->o.no, &s->m);
	if (!e)
		e = met_code(&q->actor, &s->m, device_of(q), &code, &s->fault);
	e = met_says(q, e, NULL, s->fault);
	if (!e) {
		put(q, "Order.code", code);
		form_also(q, "Order");
	}
	return e;
}

/* On the resident's own page, which nobody else sees. */
enum err follow_code(struct rq *q)
{
	struct code_in in;
	struct bytes uid;
	struct serving s = { .q = q };
	enum err e = form_key_uid(q, "order-step", &uid);
	if (!e && !form_read(q, code_in_fields, &in))
		e = ERR(ERR_NOT_FOUND, "k");
	if (!e)
		e = order_by_key(q, in.k, &s.o);
	if (!e)
		e = throttle(q, "order-code", s.o.no, CODES_HOUR, HOUR);
	if (!e)
		e = code_of(&s);
	const char *code = got(q, "Order.code");
	if (!e)
		e = put_follow(q, &s.o, in.k);
	if (!e)
		put(q, "Order.code", code);
	return e ? e : page(q, "order/follow.cs");
}

/* Read out on the telephone to who has no phone page; whoever does it does not review the hour. */
enum err step_code(struct rq *q)
{
	struct serving s = { .q = q };
	enum err e = order_at_desk(q, &s.o);
	if (!e)
		e = code_of(&s);
	const char *code = got(q, "Order.code");
	if (!e)
		e = put_order(q, &s.o, false);
	if (!e)
		put(q, "Order.code", code);
	return e ? e : page(q, "order/desk.cs");
}

/* Without digits: its hour comes by the roll of its activity, or not at all. */
enum err step_served(struct rq *q)
{
	struct served_in in;
	struct serving s = { .q = q };
	enum err e = order_at_desk(q, &s.o);
	if (!e && !form_read(q, served_in_fields, &in))
		e = ERR_FORM;
	if (!e)
		e = db_tx(served, &s);
	return e ? e : see(q, "/order/desk/%s?done=served_here", s.o.no);
}
