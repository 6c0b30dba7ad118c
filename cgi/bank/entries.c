/* entries.c - accounts and what moved on them, as pages show it. */
#include <string.h>

#include "bank.h"

#include "form.h"

#define SIDE(mine, sign, after) \
	"(SELECT n.id, n.uid, n.at, n.kind, " sign "n.minutes AS moved, n." after \
	" AS after, n.record_id, n.order_id, n.exchange_id FROM timebank_entry n WHERE n." mine \
	" = ? AND n.id < ? ORDER BY n.id DESC LIMIT ?)"
static struct stmt entries_q = SQL(
	"SELECT LOWER(HEX(x.uid)) AS uid, x.at, x.kind, x.moved AS _moved, x.after AS _after,"
	"       r.no AS record, o.no AS `order`, g.name AS gift"
	"  FROM (" SIDE("from_id", "-", "from_after") " UNION ALL "
	SIDE("to_id", "", "to_after") ") x"
	"  LEFT JOIN service_record r ON r.id = x.record_id"
	"  LEFT JOIN service_order o ON o.id = x.order_id"
	"  LEFT JOIN gift_exchange w ON w.id = x.exchange_id"
	"  LEFT JOIN gift g ON g.id = w.gift_id"
	" ORDER BY x.id DESC"
	" LIMIT ?");
static struct stmt after_q = SQL(
	"SELECT id"
	"  FROM timebank_entry"
	" WHERE uid = UNHEX(?)"
	"   AND (from_id = ? OR to_id = ?)");
#define ORDER_COLS(X, T) \
	X(T, INT, id, "o.id") \
	X(T, INT, station, "o.station_id") \
	X(T, BYTES, phone, "o.phone_index") \
	X(T, INT, open, \
	  "o.state IN ('to_accept', 'to_dispatch', 'dispatched', 'taken', 'serving')") \
	X(T, INT, paid, "EXISTS (SELECT 1 FROM timebank_draw d WHERE d.live_order = o.id)")
ROW_DEFINE(order_row, ORDER_COLS);
static struct stmt order_q = SQL(
	"SELECT " ROW_SELECT(ORDER_COLS)
	"  FROM service_order o"
	" WHERE o.no = ?");

enum err account_at_desk(struct rq *q, struct bank_account *a)
{
	enum err e = bank_account_at(arg(q, 0), a);
	if (!e && (a->station != q->station || !str_eq(a->kind, "person")))
		e = ERR(ERR_NOT_FOUND, "account of another station");
	return e;
}

void put_balance(struct rq *q, const struct bank_account *a)
{
	put(q, "Account.hours", hours_text(q->arena, a->balance));
	put(q, "Account.debt", a->debt ? hours_text(q->arena, a->debt) : NULL);
	put(q, "Account.closed", a->open ? NULL : "1");
}

static const char *moved_text(struct rq *q, int64_t minutes)
{
	return minutes < 0 ? arena_fmt(q->arena, "−%s", hours_text(q->arena, -minutes))
			   : arena_fmt(q->arena, "+%s", hours_text(q->arena, minutes));
}

enum err put_entries(struct rq *q, const struct bank_account *a, size_t most)
{
	int64_t before = INT64_MAX, n = (int64_t)most + 1;
	const char *after = query(q, "after");
	enum err e = OK;
	if (after && *after)
		e = db_int(&after_q, ARGS(A_(after), A_(a->id), A_(a->id)), &before);
	if (!e)
		e = put_query(
			q, "Entries", &entries_q,
			ARGS(A_(a->id), A_(before), A_(n), A_(a->id), A_(before), A_(n), A_(n)));
	if (e)
		return e;
	put_next(q, "Entries", most, "uid");
	for (struct node *v = node_first(put_list(q, "Entries")); v; v = node_next(v)) {
		node_set(v, "hours", moved_text(q, node_get_int(v, "_moved")));
		node_set(v, "after", hours_text(q->arena, node_get_int(v, "_after")));
	}
	return OK;
}

enum err bank_says(struct rq *q, enum err e, const char *field)
{
	const char *word = e == ERR_CHECK       ? "bank_short"
			   : e == ERR_STALE     ? "bank_closed"
			   : e == ERR_DUPLICATE ? "bank_paid"
						: NULL;
	if (!word)
		return e;
	err_clear();
	form_error(q, field, word);
	return ERR_FORM;
}

enum err order_payable(struct rq *q, const char *no, struct payable *o)
{
	struct order_row r;
	enum err e = row_one(&order_q, ARGS(A_(no)), order_row_cols, &r);
	if (e == ERR_NOT_FOUND || (!e && q->staff && r.station != q->station)) {
		form_error(q, "order_no", "order_unknown");
		return ERR_FORM;
	}
	if (!e)
		e = bank_rule(r.station, &o->rule);
	if (!e && (!r.open || r.paid || !o->rule.on)) {
		form_error(q, "order_no",
			   !o->rule.on ? "bank_off"
			   : r.paid    ? "bank_paid"
				       : "order_over");
		return ERR_FORM;
	}
	o->id = r.id;
	o->station = r.station;
	o->phone = r.phone;
	return e;
}
