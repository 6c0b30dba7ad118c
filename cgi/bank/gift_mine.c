/* gift_mine.c - a volunteer's saved time for what stands on the shelf of their station: what there
 * is, what waits with its letters, and what is not wanted any more. */
#include "bank.h"
#include "form.h"
#include "gift.h"
#include "gift_pages.h"
#include "code.h"

#define WANT_IN(X, T) \
	X(T, CODE, gift, 32, 32) \
	X(T, INT, price, 1, 90000)
FORM_DEFINE(want_in, WANT_IN);

static struct stmt gifts_q = SQL(
	"SELECT LOWER(HEX(uid)) AS uid, name, about, minutes, stock"
	"  FROM gift"
	" WHERE station_id = ?"
	"   AND state = 'on'"
	"   AND stock > 0"
	"   AND minutes IS NOT NULL"
	" ORDER BY minutes, id"
	" LIMIT 60");
static struct stmt waiting_q = SQL(
	"SELECT LOWER(HEX(x.uid)) AS uid, g.name, x.minutes AS _minutes, x.code, x.until_on,"
	"       s.name AS station"
	"  FROM gift_exchange x"
	"  JOIN gift g ON g.id = x.gift_id"
	"  JOIN station s ON s.id = x.station_id"
	" WHERE x.person_id = ?"
	"   AND x.state = 'waiting'"
	" ORDER BY x.id"
	" LIMIT 50");
static struct stmt gift_q = SQL(
	"SELECT id"
	"  FROM gift"
	" WHERE uid = UNHEX(?)"
	"   AND station_id = ?");
#define WAITS_COLS(X, T) \
	X(T, INT, id, "id") \
	X(T, INT, station, "station_id")
ROW_DEFINE(waits_row, WAITS_COLS);
static struct stmt waits_q = SQL(
	"SELECT " ROW_SELECT(WAITS_COLS)
	"  FROM gift_exchange"
	" WHERE uid = UNHEX(?)"
	"   AND person_id = ?");

/* What can be had of what is saved, and how much is wanting for the rest. */
static void put_prices(struct rq *q, int64_t balance)
{
	for (struct node *n = node_first(put_list(q, "Gifts")); n; n = node_next(n)) {
		int64_t price = node_get_int(n, "minutes");
		node_set(n, "hours", hours_text(q->arena, price));
		if (price <= balance)
			node_int(n, "can", 1);
		else
			node_set(n, "wanting", hours_text(q->arena, price - balance));
	}
	for (struct node *n = node_first(put_list(q, "Exchanges")); n; n = node_next(n))
		node_set(n, "hours", hours_text(q->arena, node_get_int(n, "_minutes")));
}

enum err exchange_show(struct rq *q)
{
	struct bank_account a;
	bool allowed;
	enum err e = bank_account_of(q->person, &a);
	if (e == ERR_NOT_FOUND) { /* nothing is saved yet */
		err_clear();
		a = (struct bank_account){ .open = 1 };
		e = OK;
	}
	if (!e)
		e = gift_hours(q->station, &allowed);
	if (!e && allowed)
		e = put_query(q, "Gifts", &gifts_q, ARGS(A_(q->station)));
	if (!e)
		e = put_query(q, "Exchanges", &waiting_q, ARGS(A_(q->person)));
	if (!e)
		e = put_station(q, q->station);
	if (e)
		return e;
	put_balance(q, &a);
	put_prices(q, a.open && !a.debt ? a.balance : 0);
	put_int(q, "Can.exchange", allowed ? 1 : DB_NONE);
	form_key(q, "bank-exchange");
	return page(q, "bank/exchange.cs");
}

enum err exchange_take(struct rq *q)
{
	struct want_in in;
	struct gift_wish w = { .station = q->station, .account = DB_NONE, .person = q->person };
	enum err e = form_key_uid(q, "bank-exchange", &w.uid);
	if (e)
		return e;
	if (!form_read(q, want_in_fields, &in))
		return ERR_FORM;
	w.price = in.price;
	e = db_int(&gift_q, ARGS(A_(in.gift), A_(q->station)), &w.gift);
	if (!e)
		e = gift_take(&q->actor, &w);
	if (e == ERR_CHECK && w.fault) {
		err_clear();
		form_error(q, NULL,
			   str_eq(w.fault, "short") ? "bank_short"
						    : arena_fmt(q->arena, "gift_%s", w.fault));
		return ERR_FORM;
	}
	return e ? e : see(q, "/bank/exchange?done=taken");
}

struct returning {
	struct actor by; /* at the station of the exchange */
	struct gift_end g;
};

static enum err returned(void *ctx)
{
	const struct returning *r = ctx;
	return gift_end(&r->by, &r->g);
}

enum err exchange_back(struct rq *q)
{
	struct waits_row w;
	struct returning r = { .by = q->actor, .g = { .state = "cancelled" } };
	enum err e = row_one(&waits_q, ARGS(A_(arg(q, 0)), A_(q->person)), waits_row_cols, &w);
	if (e)
		return e;
	r.by.station = w.station;
	r.g.id = w.id;
	e = db_tx(returned, &r);
	return e ? e : see(q, "/bank/exchange?done=exchange_back");
}
