/* draw.c - a volunteer spends saved time: for an order of their own, or of a relative. */
#include "bank.h"

#include "clock.h"
#include "code.h"
#include "form.h"
#include "secret.h"

#define DRAW_IN(X, T) \
	X(T, NO, order_no, 1, 24) \
	X(T, INT, minutes, 15, 480)
FORM_DEFINE(draw_in, DRAW_IN);

/* Whoever shares the telephone of an order: they themselves, or a relative. */
#define THEIRS \
	"  FROM (SELECT ? AS id, 1 AS own UNION ALL SELECT k.kin_id, 0 FROM timebank_kin k" \
	" WHERE k.person_id = ? AND k.ended_at IS NULL UNION ALL SELECT k.person_id, 0" \
	" FROM timebank_kin k WHERE k.kin_id = ? AND k.ended_at IS NULL) w" \
	"  JOIN person p ON p.id = w.id AND p.erased_at IS NULL AND p.merged_into IS NULL"
static struct stmt orders_q = SQL(
	"SELECT o.no, i.name AS item, o.category, o.wished_on, COALESCE(i.minutes, 60) AS minutes,"
	"       w.own, IF(w.own, NULL, p.name) AS name"
	THEIRS
	"  JOIN service_order o ON o.phone_index = p.phone_index"
	"       AND o.state IN ('to_accept', 'to_dispatch', 'dispatched', 'taken', 'serving')"
	"  LEFT JOIN service_item i ON i.id = o.item_id"
	"  LEFT JOIN timebank_draw d ON d.live_order = o.id"
	" WHERE d.id IS NULL"
	" ORDER BY w.own DESC, o.id"
	" LIMIT 20");
#define WHOSE_COLS(X, T) \
	X(T, INT, person, "p.id") \
	X(T, INT, own, "w.own") \
	X(T, INT, age, "TIMESTAMPDIFF(YEAR, p.birth_on, ?)")
ROW_DEFINE(whose_row, WHOSE_COLS);
static struct stmt whose_q = SQL(
	"SELECT " ROW_SELECT(WHOSE_COLS)
	THEIRS
	" WHERE p.phone_index = ?"
	" ORDER BY w.own DESC"
	" LIMIT 1");
static struct stmt find_q = SQL(
	"SELECT d.id"
	"  FROM timebank_draw d"
	"  JOIN timebank_account a ON a.id = d.account_id"
	"  JOIN service_order o ON o.id = d.order_id"
	" WHERE d.uid = UNHEX(?)"
	"   AND a.person_id = ?"
	"   AND o.served_at IS NULL");

enum err draw_ask(struct rq *q)
{
	struct bank_account a;
	int64_t me = q->person;
	enum err e = bank_account_of(me, &a);
	if (!e)
		e = code_load();
	if (!e)
		e = put_query(q, "Orders", &orders_q, ARGS(A_(me), A_(me), A_(me)));
	if (e)
		return e;
	for (struct node *n = node_first(put_list(q, "Orders")); n; n = node_next(n))
		node_set(n, "category",
			 code_names(q->arena, "service_category", node_get(n, "category")));
	put_balance(q, &a);
	if (!form_again(q)) {
		put(q, "Form.order_no", query(q, "order"));
		put(q, "Form.minutes", "60");
	}
	return page(q, "bank/draw.cs");
}

/* For whom it is: oneself, when one is old enough, or a relative. */
static enum err drawn_for(struct rq *q, const struct payable *o, struct bank_draw *d)
{
	struct whose_row w;
	const char *bar = NULL;
	int64_t me = q->person;
	enum err e = row_one(
		&whose_q,
		ARGS(A_(clock_day(q->arena, q->now)), A_(me), A_(me), A_(me), A_(o->phone)),
		whose_row_cols, &w);
	if (e == ERR_NOT_FOUND) {
		form_error(q, "order_no", "order_not_theirs");
		return ERR_FORM;
	}
	if (e)
		return e;
	d->used_for = w.own ? "self" : "kin";
	d->kin = w.own ? 0 : w.person;
	if (w.own && (w.age == DB_NONE || w.age < o->rule.draw_age))
		bar = "bank_young";
	else if (!w.own && !o->rule.kin)
		bar = "bank_no_kin";
	if (bar)
		form_error(q, "order_no", bar);
	return bar ? ERR_FORM : OK;
}

static enum err reserved(void *ctx)
{
	const struct bank_draw *d = ((void **)ctx)[1];
	struct rq *q = ((void **)ctx)[0];
	return bank_reserve(&q->actor, d);
}

enum err draw_store(struct rq *q)
{
	struct draw_in in;
	struct bank_account a;
	struct payable o;
	struct bank_draw d = { .uid = secret_uid(q->arena) };
	enum err e = bank_account_of(q->person, &a);
	if (!e && !form_read(q, draw_in_fields, &in))
		e = ERR_FORM;
	if (!e)
		e = order_payable(q, in.order_no, &o);
	if (!e)
		e = drawn_for(q, &o, &d);
	if (e)
		return e;
	d.account = a.id;
	d.order = o.id;
	d.station = o.station;
	d.minutes = in.minutes;
	e = bank_says(q, db_tx(reserved, (void *[]){ q, &d }), "minutes");
	return e ? e : see(q, "/bank/?done=drawn");
}

static enum err given_back(void *ctx)
{
	struct rq *q = ctx;
	int64_t id;
	enum err e = db_int(&find_q, ARGS(A_(arg(q, 0)), A_(q->person)), &id);
	return e ? e : bank_return(&q->actor, id);
}

enum err draw_back(struct rq *q)
{
	enum err e = db_tx(given_back, q);
	return e ? e : see(q, "/bank/?done=drawn_back");
}
