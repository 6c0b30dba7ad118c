/* desk_pool.c - the pool of a station 公益池: what was donated, spent on orders of the very old and of
 * hard cases when two members of staff say so; and the decisions about withdrawals. */
#include "bank.h"

#include "family.h"
#include "form.h"
#include "staff.h"

enum { ROWS = 30 };

#define POOL_IN(X, T) \
	X(T, NO, order_no, 1, 24) \
	X(T, INT, minutes, 15, 480) \
	X(T, WORD, reason, 1, 8)
FORM_DEFINE(pool_in, POOL_IN);

static struct stmt waiting_q = SQL(
	"SELECT COALESCE(SUM(minutes), 0)"
	"  FROM timebank_draw"
	" WHERE station_id = ?"
	"   AND state = 'proposed'");
#define RETURN_COLS(X, T) \
	X(T, INT, id, "d.id") \
	X(T, INT, account, "a.person_id") \
	X(T, INT, served, "o.served_at IS NOT NULL") \
	X(T, BYTES, phone, "o.phone_index")
ROW_DEFINE(return_row, RETURN_COLS);
static struct stmt draw_q = SQL(
	"SELECT " ROW_SELECT(RETURN_COLS)
	"  FROM timebank_draw d"
	"  JOIN service_order o ON o.id = d.order_id"
	"  JOIN timebank_account a ON a.id = d.account_id"
	" WHERE d.uid = UNHEX(?)"
	"   AND d.station_id = ?");

enum err pool_show(struct rq *q)
{
	struct bank_account a = { .open = 1 };
	struct bank_rule rule;
	int64_t waiting;
	enum err e = bank_rule(q->station, &rule);
	if (!e)
		e = bank_account_kind(q->station, "pool", &a);
	if (!e)
		e = put_entries(q, &a, ROWS);
	if (e == ERR_NOT_FOUND) /* nobody has given anything yet */
		e = OK;
	if (!e)
		e = db_int(&waiting_q, ARGS(A_(q->station)), &waiting);
	if (e)
		return e;
	form_key(q, "bank-pool");
	put_balance(q, &a);
	put(q, "Waiting", waiting ? hours_text(q->arena, waiting) : NULL);
	put_int(q, "On", rule.on ? 1 : DB_NONE);
	put_int(q, "Rule.pool_age", rule.pool_age);
	if (!form_again(q))
		put(q, "Form.minutes", "60");
	return page(q, "bank/pool.cs");
}

/* Nobody proposes or decides for a household of theirs. */
static enum err far_from(struct rq *q, struct bytes phone)
{
	int64_t me;
	bool kin = false;
	const char *word = NULL;
	enum err e = STAFF_BARS(&q->actor, &word, DB_NONE);
	if (!e && !word)
		e = staff_person(q->staff, &me);
	if (!e && !word)
		e = family_phone(&q->actor, me, phone, &kin);
	if (!e && (word || kin)) {
		form_error(q, NULL, word ? "bank_unlinked" : "bank_own");
		return ERR_FORM;
	}
	return e;
}

struct proposing {
	struct rq *q;
	struct bank_draw d;
};

static enum err proposed(void *ctx)
{
	struct proposing *p = ctx;
	enum err e = bank_station(p->q->station, "pool", &p->d.account);
	return e ? e : bank_reserve(&p->q->actor, &p->d);
}

enum err pool_ask(struct rq *q)
{
	struct pool_in in;
	struct payable o;
	struct proposing p = { .q = q, .d = { .used_for = "pool" } };
	if (!form_read(q, pool_in_fields, &in))
		return ERR_FORM;
	if (!str_in(in.reason, "age,relief,disabled,alone")) {
		form_error(q, "reason", "unknown_code");
		return ERR_FORM;
	}
	enum err e = form_key_uid(q, "bank-pool", &p.d.uid);
	if (!e)
		e = order_payable(q, in.order_no, &o);
	if (!e)
		e = far_from(q, o.phone);
	if (e)
		return e;
	p.d.order = o.id;
	p.d.station = o.station;
	p.d.minutes = in.minutes;
	p.d.reason = in.reason;
	e = bank_says(q, db_tx(proposed, &p), "order_no");
	return e ? e : see(q, "/bank/manage/draws?done=pool_asked");
}

struct deciding {
	struct rq *q;
	bool yes;
};

static enum err decided(void *ctx)
{
	const struct deciding *d = ctx;
	return bank_decide(&d->q->actor, arg(d->q, 0), d->yes);
}

static enum err decide(struct rq *q, bool yes, const char *done)
{
	struct return_row r;
	struct deciding d = { q, yes };
	enum err e = row_one(&draw_q, ARGS(A_(arg(q, 0)), A_(q->station)), return_row_cols, &r);
	if (!e)
		e = far_from(q, r.phone);
	if (!e)
		e = db_tx(decided, &d);
	if (e == ERR_FORBIDDEN || e == ERR_CHECK) {
		err_clear();
		form_error(q, NULL, e == ERR_CHECK ? "pool_short" : "pool_second");
		e = ERR_FORM;
	}
	return e ? e : see(q, "/bank/manage/draws?done=%s", done);
}

enum err draw_approve(struct rq *q)
{
	return decide(q, true, "pool_approved");
}

enum err draw_refuse(struct rq *q)
{
	return decide(q, false, "pool_refused");
}

static enum err returned(void *ctx)
{
	const struct return_row *r = ((void **)ctx)[1];
	struct rq *q = ((void **)ctx)[0];
	return bank_return(&q->actor, r->id);
}

enum err draw_return(struct rq *q)
{
	struct return_row r;
	const char *word = NULL;
	enum err e = row_one(&draw_q, ARGS(A_(arg(q, 0)), A_(q->station)), return_row_cols, &r);
	if (!e && r.served)
		e = ERR(ERR_STALE, "it was served");
	if (!e)
		e = STAFF_BARS(&q->actor, &word, r.account);
	if (!e && word) {
		form_error(q, NULL, str_eq(word, "own") ? "bank_own" : "bank_unlinked");
		return ERR_FORM;
	}
	if (!e)
		e = db_tx(returned, (void *[]){ q, &r });
	return e ? e : see(q, "/bank/manage/draws?done=drawn_back");
}
