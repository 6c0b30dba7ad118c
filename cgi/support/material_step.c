/* material_step.c - a thing comes in, goes out, is lent, is counted 盘点: one page and one form each,
 * and the one way by which a stock changes. */
#include <string.h>

#include "clock.h"
#include "form.h"
#include "material.h"
#include "secret.h"

enum { QUANTITY_MAX = 1000000 };
#define IN_IN(X, T) \
	X(T, INT, quantity, 1, QUANTITY_MAX) \
	X(T, WORD, kind, 1, 8) \
	X(T, STR, party, 0, 80) \
	X(T, NO, fund, 0, 24) \
	X(T, STR, note, 0, 200) \
	X(T, DAY, happened_on, 1, 0)
FORM_DEFINE(in_in, IN_IN);
#define OUT_IN(X, T) \
	X(T, INT, quantity, 1, QUANTITY_MAX) \
	X(T, WORD, kind, 1, 8) \
	X(T, STR, party, 0, 80) \
	X(T, STR, note, 2, 200) \
	X(T, DAY, happened_on, 1, 0)
FORM_DEFINE(out_in, OUT_IN);
#define LEND_IN(X, T) \
	X(T, INT, quantity, 1, QUANTITY_MAX) \
	X(T, STR, party, 2, 80) \
	X(T, PHONE, phone, 0, 0) \
	X(T, DAY, due_on, 1, 0) \
	X(T, STR, note, 0, 200)
FORM_DEFINE(lend_in, LEND_IN);
#define COUNT_IN(X, T) \
	X(T, INT, counted, 0, QUANTITY_MAX) \
	X(T, INT, stock, 0, 100000000) \
	X(T, STR, note, 0, 200)
FORM_DEFINE(count_in, COUNT_IN);

static struct stmt thing_q = SQL(
	"SELECT LOWER(HEX(uid)) AS uid, name, unit, durable, stock, lent"
	"  FROM material_thing"
	" WHERE id = ?");
static struct stmt stock_q = SQL(
	"UPDATE material_thing"
	"   SET stock = stock + ?"
	" WHERE id = ?"
	"   AND stock + ? BETWEEN 0 AND 10000000");
static struct stmt move_q = SQL(
	"INSERT INTO material (uid, no, station_id, thing_id, name, unit, durable, direction, kind,"
	"       quantity, stock_after, loan_id, fund_id, party, note, happened_on, entered_by,"
	"       entered_at)"
	" SELECT ?, ?, station_id, id, name, unit, durable, ?, ?, ?, stock, ?, ?, ?, ?, ?, ?, ?"
	"  FROM material_thing"
	" WHERE id = ?");
static struct stmt loan_q = SQL(
	"INSERT INTO material_loan (uid, station_id, thing_id, borrower, phone_sealed, quantity,"
	"       lent_on, due_on, lent_by)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt lent_q = SQL(
	"UPDATE material_thing"
	"   SET lent = lent + ?"
	" WHERE id = ?");
static struct stmt seen_q = SQL(
	"SELECT stock = ?"
	"  FROM material_thing"
	" WHERE id = ?"
	"   FOR UPDATE");
static struct stmt fund_q = SQL(
	"SELECT id"
	"  FROM fund_entry"
	" WHERE no = ?"
	"   AND station_id = ?"
	"   AND way = 'goods'"
	"   AND state = 'approved'");

enum err material_move(const struct moving *m)
{
	const char *no;
	int64_t id, rows, step = str_eq(m->direction, "in") ? m->quantity : -m->quantity;
	enum err e = db_affect(&stock_q, ARGS(A_(step), A_(m->thing), A_(step)), &rows);
	if (!e && !rows)
		return ERR(ERR_STALE, "stock");
	if (!e)
		e = number_next(m->by, 'U', m->by->station, &no);
	if (!e)
		e = db_exec(&move_q,
			    ARGS(A_(m->uid), A_(no), A_(m->direction), A_(m->kind), A_(m->quantity),
				 A_(m->loan), A_(m->fund), A_(str_or(m->party, "")),
				 A_(str_or(m->note, "")), A_(m->day), A_(m->by->staff),
				 A_(actor_time(m->by)), A_(m->thing)),
			    &id);
	return e ? e : audit(m->by, "material.move", "material", id, m->kind);
}

enum err material_step(struct rq *q)
{
	struct thing_row t;
	const char *step = arg(q, 1);
	if (!str_in(step, MATERIAL_STEPS))
		return ERR_NOT_FOUND;
	enum err e = thing_here(q, &t);
	if (!e)
		e = put_one(q, "Thing", &thing_q, ARGS(A_(t.id)));
	if (e)
		return e;
	put(q, "Step", step);
	form_key(q, "material");
	if (!form_again(q))
		put(q, "Form.happened_on", actor_today(&q->actor));
	return page(q, "support/material_step.cs");
}

/* A step as it is taken: what was read, and what besides the stock it moves. */
struct taking {
	struct rq *q;
	struct thing_row t;
	struct moving m;
	const char *due, *phone;
	int64_t seen; /* stock that stood on the page when it was counted */
	bool short_of;
};

static void taking_day(struct rq *q, const char *day)
{
	if (day && strcmp(day, actor_today(&q->actor)) > 0)
		form_error(q, "happened_on", "future");
}

static enum err taking_fund(struct taking *k, const char *no)
{
	enum err e = no ? db_int(&fund_q, ARGS(A_(no), A_(k->q->station)), &k->m.fund) : OK;
	if (e != ERR_NOT_FOUND)
		return e;
	err_clear();
	form_error(k->q, "fund", "fund_unknown");
	return OK;
}

static enum err read_in(struct taking *k)
{
	struct in_in in;
	if (!form_read(k->q, in_in_fields, &in))
		return ERR_FORM;
	if (!str_in(in.kind, "gift,bought,other"))
		form_error(k->q, "kind", "unknown_code");
	taking_day(k->q, in.happened_on);
	k->m.direction = "in";
	k->m.kind = in.kind;
	k->m.quantity = in.quantity;
	k->m.party = in.party;
	k->m.note = in.note;
	k->m.day = in.happened_on;
	return taking_fund(k, in.fund);
}

static enum err read_out(struct taking *k)
{
	struct out_in in;
	if (!form_read(k->q, out_in_fields, &in))
		return ERR_FORM;
	if (!str_in(in.kind, "used,loss"))
		form_error(k->q, "kind", "unknown_code");
	taking_day(k->q, in.happened_on);
	k->m.direction = "out";
	k->m.kind = in.kind;
	k->m.quantity = in.quantity;
	k->m.party = in.party;
	k->m.note = in.note;
	k->m.day = in.happened_on;
	return OK;
}

static enum err read_lend(struct taking *k)
{
	struct lend_in in;
	if (!form_read(k->q, lend_in_fields, &in))
		return ERR_FORM;
	if (!k->t.durable)
		form_error(k->q, "quantity", "not_durable");
	if (strcmp(in.due_on, actor_today(&k->q->actor)) < 0)
		form_error(k->q, "due_on", "past");
	k->m.direction = "out";
	k->m.kind = "lend";
	k->m.quantity = in.quantity;
	k->m.party = in.party;
	k->m.note = in.note;
	k->due = in.due_on;
	k->phone = in.phone;
	return OK;
}

static enum err read_count(struct taking *k)
{
	struct count_in in;
	if (!form_read(k->q, count_in_fields, &in))
		return ERR_FORM;
	int64_t off = in.counted - in.stock;
	if (off && !in.note)
		form_error(k->q, "note", "count_reason");
	k->m.direction = off < 0 ? "out" : "in";
	k->m.kind = "count";
	k->m.quantity = off < 0 ? -off : off;
	k->m.note = in.note;
	k->seen = in.stock;
	return OK;
}

static enum err taking_lend(struct taking *k)
{
	struct rq *q = k->q;
	struct moving *m = &k->m;
	struct bytes sealed = { NULL, 0 };
	if (k->phone)
		sealed = secret_seal(q->arena, "material_loan.phone", m->uid, k->phone);
	enum err e = db_exec(&loan_q,
			     ARGS(A_(m->uid), A_(q->station), A_(m->thing), A_(m->party),
				  A_(sealed), A_(m->quantity), A_(m->day), A_(k->due),
				  A_(q->staff)),
			     &m->loan);
	return e ? e : db_change(&lent_q, ARGS(A_(m->quantity), A_(m->thing)));
}

static enum err taking_store(void *ctx)
{
	struct taking *k = ctx;
	int64_t same = 1;
	enum err e = OK;
	k->short_of = false;
	if (str_eq(k->m.kind, "count"))
		e = db_int(&seen_q, ARGS(A_(k->seen), A_(k->m.thing)), &same);
	if (!e && !same)
		return ERR(ERR_STALE, "the stock has changed");
	/* Counted, and it agrees. */
	if (!e && !k->m.quantity)
		return audit(&k->q->actor, "material.count", "material_thing", k->m.thing, NULL);
	if (!e && k->due)
		e = taking_lend(k);
	if (!e)
		e = material_move(&k->m);
	k->short_of = e == ERR_STALE;
	return e;
}

enum err material_do(struct rq *q)
{
	static const struct {
		const char *step;
		enum err (*read)(struct taking *k);
	} steps[] = {
		{ "in", read_in },
		{ "out", read_out },
		{ "lend", read_lend },
		{ "count", read_count },
	};
	struct taking k = { .q = q,
			    .m = { .by = &q->actor,
				   .loan = DB_NONE,
				   .fund = DB_NONE,
				   .day = actor_today(&q->actor) } };
	size_t i = 0, n = sizeof(steps) / sizeof(steps[0]);
	while (i < n && !str_eq(steps[i].step, arg(q, 1)))
		i++;
	enum err e = i < n ? thing_here(q, &k.t) : ERR_NOT_FOUND;
	if (!e)
		e = steps[i].read(&k);
	if (!e && !form_ok(q))
		return ERR_FORM;
	if (!e)
		e = form_key_uid(q, "material", &k.m.uid);
	if (e)
		return e;
	k.m.thing = k.t.id;
	e = db_tx(taking_store, &k);
	if (e == ERR_STALE) {
		form_error(q, k.short_of ? "quantity" : "counted",
			   k.short_of ? "stock_short" : "stock_changed");
		return ERR_FORM;
	}
	/* Sent twice: the first one stands. */
	return e && e != ERR_DUPLICATE
		       ? e
		       : see(q, "/support/materials/%s?done=material_%s", k.t.uid, arg(q, 1));
}
