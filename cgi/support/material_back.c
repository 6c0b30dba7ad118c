/* material_back.c - what was lent comes back 归还, in whole or in part; what does not is lost. */
#include "form.h"
#include "material.h"

#define BACK_IN(X, T) \
	X(T, OINT, returned, 0, 1000000) \
	X(T, OINT, lost, 0, 1000000) \
	X(T, STR, note, 0, 200)
FORM_DEFINE(back_in, BACK_IN);

#define LOAN_COLS(X, T) \
	X(T, INT, id, "l.id") \
	X(T, INT, thing, "l.thing_id") \
	X(T, TEXT, borrower, "l.borrower")
ROW_DEFINE(loan_row, LOAN_COLS);
static struct stmt loan_q = SQL(
	"SELECT " ROW_SELECT(LOAN_COLS)
	"  FROM material_loan l"
	" WHERE l.uid = UNHEX(?)"
	"   AND l.thing_id = ?");
static struct stmt show_q = SQL(
	"SELECT LOWER(HEX(l.uid)) AS uid, LOWER(HEX(t.uid)) AS thing, t.name, t.unit, l.borrower,"
	"       l.quantity, l.quantity - l.returned - l.lost AS open, l.lent_on, l.due_on, l.state"
	"  FROM material_loan l"
	"  JOIN material_thing t ON t.id = l.thing_id"
	" WHERE l.id = ?");
static struct stmt settled_q = SQL(
	"SELECT s.settled_at, s.returned, s.lost, s.note, f.name AS settled_by"
	"  FROM material_settlement s"
	"  JOIN staff f ON f.id = s.settled_by"
	" WHERE s.loan_id = ?"
	" ORDER BY s.id"
	" LIMIT 100");
/* First of all, so that the same form sent twice meets itself. */
static struct stmt note_q = SQL(
	"INSERT INTO material_settlement (uid, loan_id, returned, lost, note, settled_by,"
	"       settled_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?)");
static struct stmt settle_q = SQL(
	"UPDATE material_loan"
	"   SET returned = returned + ?, lost = lost + ?,"
	"       state = IF(returned + lost = quantity, 'closed', 'lent'),"
	"       closed_at = IF(returned + lost = quantity, ?, NULL)"
	" WHERE id = ?"
	"   AND state = 'lent'"
	"   AND returned + lost + ? <= quantity");
static struct stmt lent_q = SQL(
	"UPDATE material_thing"
	"   SET lent = lent - ?"
	" WHERE id = ?"
	"   AND lent >= ?");

static enum err loan_here(struct rq *q, struct loan_row *l)
{
	struct thing_row t;
	enum err e = thing_here(q, &t);
	return e ? e : row_one(&loan_q, ARGS(A_(arg(q, 1)), A_(t.id)), loan_row_cols, l);
}

enum err loan_back(struct rq *q)
{
	struct loan_row l;
	enum err e = loan_here(q, &l);
	if (!e)
		e = put_one(q, "Loan", &show_q, ARGS(A_(l.id)));
	if (!e)
		e = put_query(q, "Settled", &settled_q, ARGS(A_(l.id)));
	if (e)
		return e;
	form_key(q, "loan");
	if (!form_again(q))
		put_int(q, "Form.returned", node_get_int(put_list(q, "Loan"), "open"));
	return page(q, "support/material_back.cs");
}

struct settling {
	struct rq *q;
	struct loan_row l;
	struct back_in in;
	struct bytes uid;
};

static enum err loan_settle(void *ctx)
{
	struct settling *s = ctx;
	struct rq *q = s->q;
	int64_t all = s->in.returned + s->in.lost, rows = 0;
	const char *now = actor_time(&q->actor);
	enum err e = db_exec(&note_q,
			     ARGS(A_(s->uid), A_(s->l.id), A_(s->in.returned), A_(s->in.lost),
				  A_(str_or(s->in.note, "")), A_(q->staff), A_(now)),
			     NULL);
	if (e)
		return e;
	e = db_affect(&settle_q,
		      ARGS(A_(s->in.returned), A_(s->in.lost), A_(now), A_(s->l.id), A_(all)),
		      &rows);
	if (!e && !rows)
		return ERR(ERR_STALE, "more than is lent");
	if (!e)
		e = db_change(&lent_q, ARGS(A_(all), A_(s->l.thing), A_(all)));
	if (!e && s->in.returned)
		e = material_move(&(struct moving){ .by = &q->actor,
						    .thing = s->l.thing,
						    .quantity = s->in.returned,
						    .direction = "in",
						    .kind = "back",
						    .party = s->l.borrower,
						    .note = s->in.note,
						    .day = actor_today(&q->actor),
						    .loan = s->l.id,
						    .fund = DB_NONE,
						    .uid = s->uid });
	return e ? e : audit(&q->actor, "material.back", "material_loan", s->l.id, NULL);
}

enum err loan_take(struct rq *q)
{
	struct settling s = { .q = q };
	enum err e = loan_here(q, &s.l);
	if (e)
		return e;
	if (form_read(q, back_in_fields, &s.in)) {
		s.in.returned = s.in.returned == DB_NONE ? 0 : s.in.returned;
		s.in.lost = s.in.lost == DB_NONE ? 0 : s.in.lost;
		if (!s.in.returned && !s.in.lost)
			form_error(q, "returned", "required");
		if (s.in.lost && !s.in.note)
			form_error(q, "note", "lost_reason");
	}
	if (!form_ok(q))
		return ERR_FORM;
	e = form_key_uid(q, "loan", &s.uid);
	if (e)
		return e;
	e = db_tx(loan_settle, &s);
	if (e == ERR_STALE) {
		form_error(q, "returned", "back_many");
		return ERR_FORM;
	}
	return e && e != ERR_DUPLICATE
		       ? e
		       : see(q, "/support/materials/%s?done=material_back", arg(q, 0));
}
