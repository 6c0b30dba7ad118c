/* offer.c - what partners offer volunteers 合作单位优待: the library, the park, the car park; from which
 * star or how many hours on, and until when. The volunteer shows the card, and nothing is noted. */
#include "clock.h"
#include "code.h"
#include "form.h"
#include "gift_pages.h"
#include "history.h"
#include "list.h"

#define OFFERS_COLS(C) \
	C(TEXT, uid, "LOWER(HEX(o.uid))", "") \
	C(TEXT, partner, "o.partner", "") \
	C(LONG, offer, "o.offer", "") \
	C(INT, star, "o.star_from", "") \
	C(INT, hours, "o.hours_from", "") \
	C(DAY, until, "o.valid_until", "") \
	C(TEXT, clerk, "f.name", "") \
	C(WORD, state, "IF(o.state = 'on' AND o.valid_until < DATE(NOW()), 'over', o.state)", \
	  "bank.OfferState")
#define OFFERS_TABLE "partner_offer o"
#define OFFERS_JOINS "  JOIN staff f ON f.id = o.entered_by"
#define OFFERS_WHERE "o.station_id = ?"
#define OFFERS_FILTERS(F)
#define OFFERS_WAYS(S, L) S(L, no, any, "o.id", "partner_offer_station")
#define OFFERS_ID         "o.id"
LIST_DEFINE(OFFERS);
static const struct list offers = LIST(OFFERS, "Offers", "bank.Offers");

#define OFFER_IN(X, T) \
	X(T, STR, partner, 2, 60) \
	X(T, STR, offer, 2, 200) \
	X(T, INT, star_from, 0, 5) \
	X(T, OINT, hours_from, 0, 10000) \
	X(T, DAY, valid_until, 1, 0)
FORM_DEFINE(offer_in, OFFER_IN);

static struct stmt add_q = SQL(
	"INSERT INTO partner_offer (uid, station_id, partner, offer, star_from, hours_from,"
	"       valid_until, entered_by, entered_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt id_q = SQL(
	"SELECT id"
	"  FROM partner_offer"
	" WHERE uid = UNHEX(?)"
	"   AND station_id = ?");
/* One that was ended stays as it was. */
static struct stmt open_q = SQL(
	"SELECT id"
	"  FROM partner_offer"
	" WHERE uid = UNHEX(?)"
	"   AND station_id = ?"
	"   AND state = 'on'");
static struct stmt form_q = SQL(
	"SELECT partner, offer, star_from, NULLIF(hours_from, 0) AS hours_from, valid_until"
	"  FROM partner_offer"
	" WHERE id = ?");
static struct stmt save_q = SQL(
	"UPDATE partner_offer"
	"   SET partner = ?, offer = ?, star_from = ?, hours_from = ?, valid_until = ?"
	" WHERE id = ?"
	"   AND state = 'on'");
static struct stmt end_q = SQL(
	"UPDATE partner_offer"
	"   SET state = 'off'"
	" WHERE id = ?"
	"   AND state = 'on'");
static struct stmt show_q = SQL(
	"SELECT partner, offer, star_from, hours_from, valid_until"
	"  FROM partner_offer"
	" WHERE station_id = ?"
	"   AND state = 'on'"
	"   AND valid_until >= ?"
	" ORDER BY valid_until, id"
	" LIMIT 100");
#define REACH_COLS(X, T) \
	X(T, INT, star, "v.star") \
	X(T, INT, minutes, "v.served_minutes")
ROW_DEFINE(reach_row, REACH_COLS);
static struct stmt reach_q = SQL(
	"SELECT " ROW_SELECT(REACH_COLS)
	"  FROM volunteer v"
	" WHERE v.person_id = ?"
	"   AND v.state = 'active'");

enum err offer_list(struct rq *q)
{
	return list_page(q, &offers, ARGS(A_(q->station)), "bank/offers.cs");
}

enum err offer_new(struct rq *q)
{
	if (!form_again(q))
		put_int(q, "Form.star_from", 1);
	form_key(q, "offer");
	return page(q, "bank/offer.cs");
}

enum err offer_add(struct rq *q)
{
	struct offer_in in;
	struct bytes uid;
	int64_t id = 0;
	enum err e = form_key_uid(q, "offer", &uid);
	if (e)
		return e;
	if (!form_read(q, offer_in_fields, &in))
		return ERR_FORM;
	e = audited(&q->actor, &add_q,
		    ARGS(A_(uid), A_(q->station), A_(in.partner), A_(in.offer), A_(in.star_from),
			 A_(in.hours_from == DB_NONE ? 0 : in.hours_from), A_(in.valid_until),
			 A_(q->staff), A_(actor_time(&q->actor))),
		    "offer.add", "partner_offer", &id);
	return e && e != ERR_DUPLICATE ? e : see(q, "/bank/offers?done=saved");
}

enum err offer_edit(struct rq *q)
{
	int64_t id;
	enum err e = db_int(&open_q, ARGS(A_(arg(q, 0)), A_(q->station)), &id);
	if (!e && !form_again(q))
		e = put_one(q, "Form", &form_q, ARGS(A_(id)));
	if (!e)
		e = history_put(q, "partner_offer", id);
	if (e)
		return e;
	put(q, "Uid", arg(q, 0));
	return page(q, "bank/offer.cs");
}

enum err offer_save(struct rq *q)
{
	struct offer_in in;
	int64_t id;
	enum err e = db_int(&open_q, ARGS(A_(arg(q, 0)), A_(q->station)), &id);
	if (e)
		return e;
	if (!form_read(q, offer_in_fields, &in))
		return ERR_FORM;
	e = audited(&q->actor, &save_q,
		    ARGS(A_(in.partner), A_(in.offer), A_(in.star_from),
			 A_(in.hours_from == DB_NONE ? 0 : in.hours_from), A_(in.valid_until),
			 A_(id)),
		    "offer.edit", "partner_offer", &id);
	return e ? e : see(q, "/bank/offers/%s?done=saved", arg(q, 0));
}

enum err offer_end(struct rq *q)
{
	int64_t id;
	enum err e = db_int(&id_q, ARGS(A_(arg(q, 0)), A_(q->station)), &id);
	if (!e)
		e = audited(&q->actor, &end_q, ARGS(A_(id)), "offer.end", "partner_offer", &id);
	return e ? e : see(q, "/bank/offers?done=offer_ended");
}

/* Which of them a signed-in volunteer may use. */
static enum err put_mine(struct rq *q)
{
	struct reach_row r;
	if (!q->person)
		return OK;
	enum err e = row_one(&reach_q, ARGS(A_(q->person)), reach_row_cols, &r);
	if (e == ERR_NOT_FOUND) {
		err_clear();
		return OK;
	}
	for (struct node *n = node_first(put_list(q, "Offers")); !e && n; n = node_next(n))
		if (node_get_int(n, "star_from") <= r.star &&
		    node_get_int(n, "hours_from") * 60 <= r.minutes)
			node_int(n, "mine", 1);
	put_int(q, "Mine", 1);
	return e;
}

enum err offer_show(struct rq *q)
{
	int64_t station;
	enum err e = shelf_station(q, &station);
	if (!e)
		e = put_station(q, station);
	if (!e)
		e = put_query(q, "Offers", &show_q, ARGS(A_(station), A_(actor_today(&q->actor))));
	if (!e)
		e = put_mine(q);
	return e ? e : page(q, "bank/offers_public.cs");
}
