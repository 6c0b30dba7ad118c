/* green_home.c - what a card's code opens: for whoever checks here the two buttons, for the
 * household its points, how far it is to a prize, what it has exchanged, and what
 * happened; without names. */
#include "code.h"
#include "form.h"
#include "gift.h"
#include "green.h"
#include "green_card.h"

#define DONATE_IN(X, T) \
	X(T, CODE, k, 24, 24) \
	X(T, INT, points, 1, 7300)
FORM_DEFINE(donate_in, DONATE_IN);
#define TAKE_IN(X, T) \
	X(T, CODE, k, 24, 24) \
	X(T, CODE, gift, 32, 32) \
	X(T, INT, price, 1, 1000000)
FORM_DEFINE(take_in, TAKE_IN);
#define UNTAKE_IN(X, T) \
	X(T, CODE, k, 24, 24) \
	X(T, CODE, exchange, 32, 32)
FORM_DEFINE(untake_in, UNTAKE_IN);

static struct stmt year_q = SQL(
	"SELECT COALESCE(SUM(points), 0) AS points, COALESCE(SUM(earned), 0) AS earned"
	"  FROM green_year"
	" WHERE account_id = ?"
	"   AND year = ?");
static struct stmt entries_q = SQL(
	"SELECT kind, result, points, happened_at"
	"  FROM green_entry"
	" WHERE account_id = ?"
	" ORDER BY id DESC"
	" LIMIT 60");
static struct stmt gifts_q = SQL(
	"SELECT LOWER(HEX(uid)) AS uid, name, about, points, stock"
	"  FROM gift"
	" WHERE station_id = ?"
	"   AND state = 'on'"
	"   AND stock > 0"
	"   AND points IS NOT NULL"
	" ORDER BY points, id"
	" LIMIT 60");
static struct stmt waiting_q = SQL(
	"SELECT LOWER(HEX(x.uid)) AS uid, g.name, x.points, x.code, x.until_on"
	"  FROM gift_exchange x"
	"  JOIN gift g ON g.id = x.gift_id"
	" WHERE x.account_id = ?"
	"   AND x.state = 'waiting'"
	" ORDER BY x.id"
	" LIMIT 50");
static struct stmt gift_q = SQL(
	"SELECT id"
	"  FROM gift"
	" WHERE uid = UNHEX(?)"
	"   AND station_id = ?");
static struct stmt exchange_q = SQL(
	"SELECT id"
	"  FROM gift_exchange"
	" WHERE uid = UNHEX(?)"
	"   AND account_id = ?");
static struct stmt mine_q = SQL(
	"SELECT c.uid"
	"  FROM green_account a"
	"  JOIN green_card c ON c.live_account = a.id"
	" WHERE a.person_id = ?"
	"   AND a.state = 'open'"
	" ORDER BY a.id DESC"
	" LIMIT 1");

/* Which prizes are within reach, and how many points are wanting for the next one. */
static void put_reach(struct rq *q, int64_t points)
{
	for (struct node *n = node_first(put_list(q, "Gifts")); n; n = node_next(n)) {
		int64_t price = node_get_int(n, "points");
		if (price <= points) {
			node_int(n, "can", 1);
			continue;
		}
		node_int(n, "wanting", price - points);
		if (got(q, "Next.name"))
			continue;
		put(q, "Next.name", node_get(n, "name"));
		put_int(q, "Next.wanting", price - points);
	}
}

enum err put_green_home(struct rq *q, const struct green_row *a, const char *k)
{
	int64_t allowed;
	struct green_rules r;
	enum err e = put_one(q, "Account", &year_q, ARGS(A_(a->id), A_(green_year(&q->actor))));
	if (!e)
		e = put_station(q, a->station);
	if (!e)
		e = green_rules(a->station, &r);
	if (!e)
		e = setting_rule(a->station, "gift_points", GIFT_POINTS, &allowed);
	if (!e && allowed)
		e = put_query(q, "Gifts", &gifts_q, ARGS(A_(a->station)));
	if (!e)
		e = put_query(q, "Exchanges", &waiting_q, ARGS(A_(a->id)));
	if (!e)
		e = put_query(q, "Entries", &entries_q, ARGS(A_(a->id)));
	if (e)
		return e;
	put(q, "Account.no", a->no);
	put(q, "Account.k", k);
	put_int(q, "Account.year", green_year(&q->actor));
	put_int(q, "Account.each", r.points);
	put_int(q, "Account.a_day", r.drops);
	put_reach(q, node_get_int(put_list(q, "Account"), "points"));
	form_key(q, "green-home");
	return OK;
}

/* The account of a card that is good; one that was revoked opens nothing. */
static enum err home_find(struct rq *q, const char *k, struct green_row *a)
{
	enum err e = green_by_token(q, k, a);
	return e || (str_eq(a->card_state, "live") && str_eq(a->state, "open"))
		       ? e
		       : ERR(ERR_NOT_FOUND, "card is %s", a->card_state);
}

/* Never kept by browsers: whoever gets a telephone next does not get the points with it. */
enum err green_home(struct rq *q)
{
	struct green_row a;
	bool checks = false;
	const char *k = form_again(q) ? form_given(q, "k") : query(q, "k");
	enum err e = home_find(q, k, &a);
	if (e == ERR_NOT_FOUND)
		return page_status(q, 404, "bank/green_gone.cs");
	if (!e && !form_again(q) && !query(q, "home"))
		e = green_checks(q, a.station, &checks);
	if (e)
		return e;
	reply_header(q, "Cache-Control", "no-store");
	put(q, "Card", k);
	if (checks) {
		put(q, "Card.no", a.no);
		form_key(q, "green-drop");
		return page(q, "bank/green_check.cs");
	}
	e = put_green_home(q, &a, k);
	return e ? e : page(q, "bank/green_home.cs");
}

/* The page of a volunteer's own household, if staff have noted that they belong to it. */
enum err green_mine(struct rq *q)
{
	struct bytes uid = { 0 };
	enum err e = row_one(&mine_q, ARGS(A_(q->person)),
			     (const struct col[]){ { COL_BYTES, 0 }, { COL_END, 0 } }, &uid);
	if (!e)
		return see(q, "/bank/green/c?k=%s&home=1", green_token(q->arena, uid));
	if (e != ERR_NOT_FOUND)
		return e;
	err_clear();
	e = put_station(q, q->station);
	return e ? e : page(q, "bank/green_none.cs");
}

struct homing {
	struct rq *q;
	struct actor by; /* at the station of the account */
	struct green_move m;
	struct gift_end g;
};

static enum err donated(void *ctx)
{
	const struct homing *h = ctx;
	return green_book(&h->by, &h->m, NULL);
}

enum err green_donate(struct rq *q)
{
	struct donate_in in;
	struct green_row a;
	struct bytes uid;
	struct homing h = { .q = q, .by = q->actor };
	enum err e = form_key_uid(q, "green-home", &uid);
	if (!e)
		e = home_find(q, form_given(q, "k"), &a);
	if (e)
		return e;
	if (!form_read(q, donate_in_fields, &in))
		return ERR_FORM;
	h.by.station = a.station;
	h.m = (struct green_move){ .account = a.id,
				   .station = a.station,
				   .uid = uid,
				   .kind = "donate",
				   .points = -in.points,
				   .exchange = DB_NONE };
	e = db_tx(donated, &h);
	if (e == ERR_STALE) {
		err_clear();
		form_error(q, "points", "green_short");
		return ERR_FORM;
	}
	return e && e != ERR_DUPLICATE ? e : see(q, "/bank/green/c?k=%s&home=1&done=donated", in.k);
}

enum err green_take(struct rq *q)
{
	struct take_in in;
	struct green_row a;
	struct gift_wish w = { 0 };
	struct actor by = q->actor;
	enum err e = form_key_uid(q, "green-home", &w.uid);
	if (!e)
		e = home_find(q, form_given(q, "k"), &a);
	if (e)
		return e;
	if (!form_read(q, take_in_fields, &in))
		return ERR_FORM;
	e = db_int(&gift_q, ARGS(A_(in.gift), A_(a.station)), &w.gift);
	if (e)
		return e;
	by.station = w.station = a.station;
	w.account = a.id;
	w.person = DB_NONE;
	w.price = in.price;
	e = gift_take(&by, &w);
	if (e == ERR_CHECK && w.fault) {
		err_clear();
		form_error(q, NULL, arena_fmt(q->arena, "gift_%s", w.fault));
		return ERR_FORM;
	}
	return e ? e : see(q, "/bank/green/c?k=%s&home=1&done=taken", in.k);
}

static enum err untaken(void *ctx)
{
	const struct homing *h = ctx;
	return gift_end(&h->by, &h->g);
}

enum err green_untake(struct rq *q)
{
	struct untake_in in;
	struct green_row a;
	struct bytes uid;
	struct homing h = { .q = q, .by = q->actor, .g = { .state = "cancelled" } };
	enum err e = form_key_uid(q, "green-home", &uid);
	if (!e)
		e = home_find(q, form_given(q, "k"), &a);
	if (e)
		return e;
	if (!form_read(q, untake_in_fields, &in))
		return ERR_FORM;
	e = db_int(&exchange_q, ARGS(A_(in.exchange), A_(a.id)), &h.g.id);
	h.by.station = a.station;
	if (!e)
		e = db_tx(untaken, &h);
	return e ? e : see(q, "/bank/green/c?k=%s&home=1&done=untaken", in.k);
}
