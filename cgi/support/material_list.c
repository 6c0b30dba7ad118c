/* material_list.c - what is in store, the ledger of what came and went 物资台账, and what is lent. */
#include "list.h"
#include "material.h"

#define THINGS_COLS(C) \
	C(TEXT, name, "t.name", "") \
	C(TEXT, unit, "t.unit", "") \
	C(WORD, durable, "IF(t.durable = 1, 'durable', 'used')", "State.material_durable") \
	C(INT, stock, "t.stock", "") \
	C(INT, lent, "t.lent", "") \
	C(TEXT, place, "t.place", "") \
	C(TEXT, uid, "LOWER(HEX(t.uid))", "")
#define THINGS_TABLE "material_thing t"
#define THINGS_JOINS ""
#define THINGS_WHERE "t.station_id = ?"
#define THINGS_FILTERS(F) \
	F(WORD, durable, "t.durable = (? = 'durable')") \
	F(FIND, q, "CONCAT_WS(' ', t.name, t.place) LIKE ?")
#define THINGS_WAYS(S, L) S(L, entered, any, "t.id", "material_thing_list")
#define THINGS_ID         "t.id"
LIST_DEFINE(THINGS);
static const struct list things = LIST(THINGS, "Things", "support.Things");

#define MOVES_COLS(C) \
	C(TEXT, no, "m.no", "") \
	C(DAY, happened_on, "m.happened_on", "") \
	C(TEXT, name, "m.name", "") \
	C(WORD, direction, "m.direction", "State.material_direction") \
	C(WORD, kind, "m.kind", "State.material_kind") \
	C(INT, quantity, "m.quantity", "") \
	C(TEXT, unit, "m.unit", "") \
	C(INT, stock_after, "m.stock_after", "") \
	C(TEXT, party, "m.party", "") \
	C(LONG, note, "m.note", "") \
	C(TEXT, entered_by, "f.name", "") \
	C(TEXT, thing, "LOWER(HEX(t.uid))", "")
#define MOVES_TABLE "material m"
#define MOVES_JOINS \
	"  JOIN staff f ON f.id = m.entered_by" \
	"  JOIN material_thing t ON t.id = m.thing_id"
#define MOVES_WHERE "m.station_id = ?"
#define MOVES_FILTERS(F) \
	F(WORD, direction, "m.direction = ?") \
	F(WORD, kind, "m.kind = ?") \
	F(DAY, from, "m.happened_on >= ?") \
	F(DAY, to, "m.happened_on <= ?") \
	F(FIND, q, "CONCAT_WS(' ', m.no, m.name, m.note) LIKE ?")
#define MOVES_WAYS(S, L) \
	S(L, no, any, "m.id", "material_list") \
	S(L, no, kind, "m.id", "material_of_kind") \
	S(L, no, direction, "m.id", "material_of_direction") \
	S(L, no, from, "m.happened_on", "material_day") \
	S(L, no, to, "m.happened_on", "material_day") \
	S(L, happened_on, any, "m.happened_on", "material_day")
#define MOVES_ID "m.id"
LIST_DEFINE(MOVES);
static const struct list moves = LIST(MOVES, "Moves", "support.Moves");

#define LOANS_COLS(C) \
	C(TEXT, name, "t.name", "") \
	C(TEXT, borrower, "l.borrower", "") \
	C(INT, quantity, "l.quantity", "") \
	C(INT, open, "l.quantity - l.returned - l.lost", "") \
	C(TEXT, unit, "t.unit", "") \
	C(DAY, lent_on, "l.lent_on", "") \
	C(DAY, due_on, "l.due_on", "") \
	C(TEXT, lent_by, "f.name", "") \
	C(WORD, state, "IF(l.state = 'lent' AND l.due_on < CURDATE(), 'overdue', l.state)", \
	  "support.LoanState") \
	C(TEXT, uid, "LOWER(HEX(l.uid))", "") \
	C(TEXT, thing, "LOWER(HEX(t.uid))", "")
#define LOANS_TABLE "material_loan l"
#define LOANS_JOINS \
	"  JOIN material_thing t ON t.id = l.thing_id" \
	"  JOIN staff f ON f.id = l.lent_by"
#define LOANS_WHERE "l.station_id = ?"
#define LOANS_FILTERS(F) \
	F(WORD, state, "l.state = ?") \
	F(DAY, to, "l.due_on <= ?")
#define LOANS_WAYS(S, L) \
	S(L, due_on, any, "l.due_on", "material_loan_by_due") \
	S(L, due_on, state, "l.due_on", "material_loan_due") \
	S(L, entered, any, "l.id", "material_loan_list")
#define LOANS_ID "l.id"
LIST_DEFINE(LOANS);
static const struct list loans = LIST(LOANS, "Loans", "support.Loans");

static struct stmt overdue_q = SQL(
	"SELECT COUNT(*)"
	"  FROM (SELECT 1 FROM material_loan WHERE station_id = ? AND state = 'lent'"
	"       AND due_on < ? LIMIT 100) x");

/* How many loans are past their day; beyond a hundred nobody counts. */
static enum err put_overdue(struct rq *q)
{
	int64_t n;
	enum err e = db_int(&overdue_q, ARGS(A_(q->station), A_(actor_today(&q->actor))), &n);
	if (!e && n)
		put_int(q, "Overdue", n);
	return e;
}

enum err material_list(struct rq *q)
{
	enum err e = put_overdue(q);
	return e ? e : list_page(q, &things, ARGS(A_(q->station)), "support/materials.cs");
}

enum err material_ledger(struct rq *q)
{
	return list_page(q, &moves, ARGS(A_(q->station)), "support/material_ledger.cs");
}

enum err material_loans(struct rq *q)
{
	enum err e = put_overdue(q);
	return e ? e : list_page(q, &loans, ARGS(A_(q->station)), "support/material_loans.cs");
}
