/* material_row.c - a row of the ledger of things, and a loan: what was typed beside the quantity is
 * put right. Quantity, thing and direction stand, for the stock is their sum: a count puts it
 * right. */
#include <string.h>

#include "form.h"
#include "history.h"
#include "material.h"
#include "secret.h"

#define ROW_IN(X, T) \
	X(T, DAY, happened_on, 1, 0) \
	X(T, STR, party, 0, 80) \
	X(T, STR, note, 0, 200)
FORM_DEFINE(row_in, ROW_IN);
#define LOAN_IN(X, T) \
	X(T, STR, borrower, 2, 80) \
	X(T, PHONE, phone, 0, 0) \
	X(T, DAY, due_on, 1, 0)
FORM_DEFINE(loan_in, LOAN_IN);

#define MOVED_COLS(X, T) \
	X(T, INT, id, "m.id") \
	X(T, TEXT, direction, "m.direction") \
	X(T, INT, typed, "m.kind IN ('gift', 'bought', 'other', 'used', 'loss')")
ROW_DEFINE(moved_row, MOVED_COLS);
static struct stmt moved_q = SQL(
	"SELECT " ROW_SELECT(MOVED_COLS)
	"  FROM material m"
	" WHERE m.no = ?"
	"   AND m.thing_id = ?");
static struct stmt row_show_q = SQL(
	"SELECT m.no, m.name, m.unit, m.direction, m.kind, m.quantity, m.stock_after,"
	"       m.happened_on, f.name AS entered_by, m.entered_at"
	"  FROM material m"
	"  JOIN staff f ON f.id = m.entered_by"
	" WHERE m.id = ?");
static struct stmt row_form_q = SQL(
	"SELECT happened_on, party, note"
	"  FROM material"
	" WHERE id = ?");
static struct stmt row_edit_q = SQL(
	"UPDATE material"
	"   SET happened_on = ?, party = ?, note = ?"
	" WHERE id = ?");

#define LENT_COLS(X, T) \
	X(T, INT, id, "l.id") \
	X(T, BYTES, uid, "l.uid") \
	X(T, TEXT, lent_on, "l.lent_on") \
	X(T, TEXT, state, "l.state")
ROW_DEFINE(lent_row, LENT_COLS);
static struct stmt lent_q = SQL(
	"SELECT " ROW_SELECT(LENT_COLS)
	"  FROM material_loan l"
	" WHERE l.uid = UNHEX(?)"
	"   AND l.thing_id = ?");
static struct stmt loan_show_q = SQL(
	"SELECT LOWER(HEX(l.uid)) AS uid, t.name, t.unit, l.quantity, l.lent_on, l.state"
	"  FROM material_loan l"
	"  JOIN material_thing t ON t.id = l.thing_id"
	" WHERE l.id = ?");
static struct stmt loan_form_q = SQL(
	"SELECT borrower, due_on"
	"  FROM material_loan"
	" WHERE id = ?");
static struct stmt loan_edit_q = SQL(
	"UPDATE material_loan"
	"   SET borrower = ?, phone_sealed = COALESCE(?, phone_sealed), due_on = ?"
	" WHERE id = ?"
	"   AND state = 'lent'");
/* The ledger names the same borrower. */
static struct stmt party_q = SQL(
	"UPDATE material"
	"   SET party = ?"
	" WHERE loan_id = ?"
	"   AND kind = 'lend'");

static enum err row_here(struct rq *q, struct moved_row *m)
{
	struct thing_row t;
	enum err e = thing_here(q, &t);
	if (!e)
		e = row_one(&moved_q, ARGS(A_(arg(q, 1)), A_(t.id)), moved_row_cols, m);
	if (!e)
		put(q, "Thing.uid", t.uid);
	return e;
}

enum err row_edit(struct rq *q)
{
	struct moved_row m;
	enum err e = row_here(q, &m);
	if (!e)
		e = put_one(q, "Move", &row_show_q, ARGS(A_(m.id)));
	if (!e && !form_again(q))
		e = put_one(q, "Form", &row_form_q, ARGS(A_(m.id)));
	if (!e)
		e = history_put(q, "material", m.id);
	put_int(q, "Can.edit", !e && m.typed ? 1 : DB_NONE);
	return e ? e : page(q, "support/material_row.cs");
}

enum err row_save(struct rq *q)
{
	struct row_in in;
	struct moved_row m;
	enum err e = row_here(q, &m);
	if (e)
		return e;
	if (!m.typed) {
		form_error(q, NULL, "row_stands");
		return ERR_FORM;
	}
	if (form_read(q, row_in_fields, &in)) {
		if (strcmp(in.happened_on, actor_today(&q->actor)) > 0)
			form_error(q, "happened_on", "future");
		if (str_eq(m.direction, "out") && !in.note)
			form_error(q, "note", "out_reason");
	}
	if (!form_ok(q))
		return ERR_FORM;
	e = audited(&q->actor, &row_edit_q,
		    ARGS(A_(in.happened_on), A_(str_or(in.party, "")), A_(str_or(in.note, "")),
			 A_(m.id)),
		    "material.mend", "material", &m.id);
	return e ? e
		 : see(q, "/support/materials/%s/row/%s?done=thing_saved", arg(q, 0), arg(q, 1));
}

static enum err lent_here(struct rq *q, struct lent_row *l)
{
	struct thing_row t;
	enum err e = thing_here(q, &t);
	if (!e)
		e = row_one(&lent_q, ARGS(A_(arg(q, 1)), A_(t.id)), lent_row_cols, l);
	if (!e)
		put(q, "Thing.uid", t.uid);
	return e;
}

enum err loan_edit(struct rq *q)
{
	struct lent_row l;
	enum err e = lent_here(q, &l);
	if (!e)
		e = put_one(q, "Loan", &loan_show_q, ARGS(A_(l.id)));
	if (!e && !form_again(q))
		e = put_one(q, "Form", &loan_form_q, ARGS(A_(l.id)));
	if (!e)
		e = history_put(q, "material_loan", l.id);
	return e ? e : page(q, "support/material_loan.cs");
}

struct mending {
	struct rq *q;
	struct lent_row l;
	struct loan_in in;
};

static enum err loan_mend(void *ctx)
{
	struct mending *m = ctx;
	struct arena *a = m->q->arena;
	int64_t rows;
	enum err e = db_affect(&party_q, ARGS(A_(m->in.borrower), A_(m->l.id)), &rows);
	if (!e)
		e = db_change(&loan_edit_q,
			      ARGS(A_(m->in.borrower),
				   A_(secret_seal(a, "material_loan.phone", m->l.uid, m->in.phone)),
				   A_(m->in.due_on), A_(m->l.id)));
	return e ? e : audit(&m->q->actor, "material.loan", "material_loan", m->l.id, NULL);
}

enum err loan_save(struct rq *q)
{
	struct mending m = { .q = q };
	enum err e = lent_here(q, &m.l);
	if (e)
		return e;
	if (!str_eq(m.l.state, "lent"))
		form_error(q, NULL, "loan_closed");
	else if (form_read(q, loan_in_fields, &m.in) && strcmp(m.in.due_on, m.l.lent_on) < 0)
		form_error(q, "due_on", "due_before");
	if (!form_ok(q))
		return ERR_FORM;
	e = db_tx(loan_mend, &m);
	return e ? e : see(q, "/support/materials/%s?done=thing_saved", arg(q, 0));
}
