/* material_show.c - a thing with its stock, what came and went of it, who has some of it. */
#include "form.h"
#include "history.h"
#include "material.h"
#include "secret.h"

#define THING_IN(X, T) \
	X(T, STR, name, 1, 60) \
	X(T, STR, unit, 1, 10) \
	X(T, FLAG, durable, 0, 1) \
	X(T, STR, place, 0, 60)
FORM_DEFINE(thing_in, THING_IN);
#define CALL_IN(X, T) \
	X(T, CODE, loan, 32, 32) \
	X(T, STR, purpose, 2, 60)
FORM_DEFINE(call_in, CALL_IN);

static const struct col thing_row_cols[] = { THING_COLS(ROW_COL_, thing_row){ COL_END, 0 } };
static struct stmt here_q = SQL(
	"SELECT " ROW_SELECT(THING_COLS)
	"  FROM material_thing"
	" WHERE uid = UNHEX(?)"
	"   AND station_id = ?");
static struct stmt show_q = SQL(
	"SELECT LOWER(HEX(uid)) AS uid, name, unit, durable, place, stock, lent"
	"  FROM material_thing"
	" WHERE id = ?");
static struct stmt moves_q = SQL(
	"SELECT m.no, m.happened_on, m.direction, m.kind, m.quantity, m.stock_after, m.party,"
	"       m.note, f.name AS entered_by, e.no AS fund"
	"  FROM material m"
	"  JOIN staff f ON f.id = m.entered_by"
	"  LEFT JOIN fund_entry e ON e.id = m.fund_id"
	" WHERE m.thing_id = ?"
	" ORDER BY m.id DESC"
	" LIMIT 60");
static struct stmt loans_q = SQL(
	"SELECT LOWER(HEX(l.uid)) AS uid, l.borrower, l.quantity,"
	"       l.quantity - l.returned - l.lost AS open, l.lent_on, l.due_on,"
	"       IF(l.due_on < CURDATE(), 'overdue', 'lent') AS state,"
	"       l.phone_sealed IS NOT NULL AS phone"
	"  FROM material_loan l"
	" WHERE l.thing_id = ?"
	"   AND l.state = 'lent'"
	" ORDER BY l.due_on, l.id"
	" LIMIT 60");
static struct stmt add_q = SQL(
	"INSERT INTO material_thing (uid, station_id, name, unit, durable, place)"
	" VALUES (?, ?, ?, ?, ?, ?)");
static struct stmt head_q = SQL(
	"SELECT LOWER(HEX(uid)) AS uid, name"
	"  FROM material_thing"
	" WHERE id = ?");
static struct stmt form_q = SQL(
	"SELECT name, unit, durable, place"
	"  FROM material_thing"
	" WHERE id = ?");
/* What is lent must come back first. */
static struct stmt edit_q = SQL(
	"UPDATE material_thing"
	"   SET name = ?, unit = ?, durable = ?, place = ?"
	" WHERE id = ?"
	"   AND (? = 1 OR lent = 0)");
#define CALLED_COLS(X, T) X(T, BYTES, uid, "uid") X(T, BYTES, phone, "phone_sealed")
ROW_DEFINE(called_row, CALLED_COLS);
static struct stmt phone_q = SQL(
	"SELECT " ROW_SELECT(CALLED_COLS)
	"  FROM material_loan"
	" WHERE uid = UNHEX(?)"
	"   AND thing_id = ?"
	"   AND phone_sealed IS NOT NULL");

enum err thing_here(struct rq *q, struct thing_row *t)
{
	return row_one(&here_q, ARGS(A_(arg(q, 0)), A_(q->station)), thing_row_cols, t);
}

enum err material_new(struct rq *q)
{
	form_key(q, "thing");
	return page(q, "support/material_new.cs");
}

enum err material_add(struct rq *q)
{
	struct thing_in in;
	struct bytes uid;
	int64_t id = 0;
	if (!form_read(q, thing_in_fields, &in))
		return ERR_FORM;
	enum err e = form_key_uid(q, "thing", &uid);
	if (e)
		return e;
	e = audited(&q->actor, &add_q,
		    ARGS(A_(uid), A_(q->station), A_(in.name), A_(in.unit), A_(in.durable),
			 A_(str_or(in.place, ""))),
		    "material.add", "material_thing", &id);
	if (e == ERR_DUPLICATE) {
		form_error(q, "name", "thing_known");
		return ERR_FORM;
	}
	return e ? e : see(q, "/support/materials/%s?done=thing_added", hex_encode(q->arena, uid));
}

static enum err thing_page(struct rq *q)
{
	struct thing_row t;
	enum err e = thing_here(q, &t);
	if (!e)
		e = put_one(q, "Thing", &show_q, ARGS(A_(t.id)));
	if (!e)
		e = put_query(q, "Loans", &loans_q, ARGS(A_(t.id)));
	if (!e)
		e = put_query(q, "Moves", &moves_q, ARGS(A_(t.id)));
	if (!e)
		e = history_put(q, "material_thing", t.id);
	return e ? e : page(q, "support/material.cs");
}

enum err material_show(struct rq *q)
{
	return thing_page(q);
}

enum err thing_edit(struct rq *q)
{
	struct thing_row t;
	enum err e = thing_here(q, &t);
	if (!e)
		e = put_one(q, "Thing", &head_q, ARGS(A_(t.id)));
	if (!e && !form_again(q))
		e = put_one(q, "Form", &form_q, ARGS(A_(t.id)));
	return e ? e : page(q, "support/material_edit.cs");
}

/* What it is called and where it is kept; its stock is put right by counting, with a row of its
 * own. */
enum err thing_save(struct rq *q)
{
	struct thing_in in;
	struct thing_row t;
	enum err e = thing_here(q, &t);
	if (e)
		return e;
	if (form_read(q, thing_in_fields, &in) && !in.durable && t.lent)
		form_error(q, "durable", "still_lent");
	if (!form_ok(q))
		return ERR_FORM;
	e = audited(&q->actor, &edit_q,
		    ARGS(A_(in.name), A_(in.unit), A_(in.durable), A_(str_or(in.place, "")),
			 A_(t.id), A_(in.durable)),
		    "material.edit", "material_thing", &t.id);
	if (e == ERR_DUPLICATE) {
		form_error(q, "name", "thing_known");
		return ERR_FORM;
	}
	return e ? e : see(q, "/support/materials/%s?done=thing_saved", t.uid);
}

/* The telephone of a borrower, one look at a time, with what for. */
enum err material_call(struct rq *q)
{
	struct call_in in;
	struct thing_row t;
	struct called_row r;
	const char *phone;
	enum err e = thing_here(q, &t);
	if (e)
		return e;
	if (!form_read(q, call_in_fields, &in))
		return ERR_FORM;
	e = row_one(&phone_q, ARGS(A_(in.loan), A_(t.id)), called_row_cols, &r);
	if (!e)
		e = secret_unseal(q->arena, "material_loan.phone", r.uid, r.phone, &phone);
	if (!e)
		e = audit_look(&q->actor, DB_NONE, "loan_phone", in.purpose);
	if (e)
		return e;
	put(q, "Call.uid", in.loan);
	put(q, "Call.phone", phone);
	return thing_page(q);
}
