/* gift_desk.c - the shelf 兑换货架 of a station: what there is, given by whom, for how many points or
 * hours; and the same for everybody to see, with the rules in words. */
#include "code.h"
#include "form.h"
#include "gift.h"
#include "gift_pages.h"
#include "green.h"
#include "history.h"
#include "list.h"

#define GIFTS_COLS(C) \
	C(TEXT, uid, "LOWER(HEX(g.uid))", "") \
	C(TEXT, name, "g.name", "") \
	C(WORD, kind, "g.kind", "State.gift_kind") \
	C(INT, points, "g.points", "") \
	C(HOURS, hours, "g.minutes", "") \
	C(INT, stock, "g.stock", "") \
	C(INT, taken, "g.taken", "") \
	C(TEXT, donor, "g.donor", "") \
	C(TEXT, worth, "IF(g.value_fen, CAST(g.value_fen / 100 AS DECIMAL(12, 2)), '')", "") \
	C(WORD, state, "g.state", "State.gift")
#define GIFTS_TABLE "gift g"
#define GIFTS_JOINS ""
#define GIFTS_WHERE "g.station_id = ?"
#define GIFTS_FILTERS(F) \
	F(WORD, state, "g.state = ?") \
	F(FIND, q, "CONCAT_WS(' ', g.name, g.donor) LIKE ?")
#define GIFTS_WAYS(S, L) \
	S(L, no, any, "g.id", "gift_shelf") \
	S(L, no, state, "g.id", "gift_station")
#define GIFTS_ID "g.id"
LIST_DEFINE(GIFTS);
static const struct list gifts = LIST(GIFTS, "Gifts", "bank.Gifts");

/* Worth in whole yuan: it is for the books, and nothing is ever paid by it. */
#define GIFT_IN(X, T) \
	X(T, STR, name, 2, 60) \
	X(T, WORD, kind, 1, 8) \
	X(T, STR, about, 0, 200) \
	X(T, OINT, points, 1, 7300) \
	X(T, OINT, hours, 1, 1500) \
	X(T, INT, stock, 0, 100000) \
	X(T, STR, donor, 0, 80) \
	X(T, OINT, worth, 0, 100000) \
	X(T, FLAG, on, 0, 0)
FORM_DEFINE(gift_in, GIFT_IN);
#define SAVE_IN(X, T) \
	X(T, STR, name, 2, 60) \
	X(T, WORD, kind, 1, 8) \
	X(T, STR, about, 0, 200) \
	X(T, OINT, points, 1, 7300) \
	X(T, OINT, hours, 1, 1500) \
	X(T, INT, stock, 0, 100000) \
	X(T, INT, was, 0, 100000) \
	X(T, STR, donor, 0, 80) \
	X(T, OINT, worth, 0, 100000) \
	X(T, FLAG, on, 0, 0)
FORM_DEFINE(save_in, SAVE_IN);

static struct stmt add_q = SQL(
	"INSERT INTO gift (uid, station_id, name, kind, about, points, minutes, stock, donor,"
	"       value_fen, state, entered_by)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt id_q = SQL(
	"SELECT id"
	"  FROM gift"
	" WHERE uid = UNHEX(?)"
	"   AND station_id = ?");
static struct stmt form_q = SQL(
	"SELECT name, kind, about, points, minutes DIV 60 AS hours, stock, stock AS was, donor,"
	"       NULLIF(value_fen DIV 100, 0) AS worth, IF(state = 'on', 1, NULL) AS `on`"
	"  FROM gift"
	" WHERE id = ?");
/* By the difference, so that what was exchanged meanwhile is not put back. */
static struct stmt save_q = SQL(
	"UPDATE gift"
	"   SET name = ?, kind = ?, about = ?, points = ?, minutes = ?, stock = stock + ?,"
	"       donor = ?, value_fen = ?, state = ?"
	" WHERE id = ?"
	"   AND stock + ? >= 0");
static struct stmt station_q = SQL(
	"SELECT id"
	"  FROM station"
	" WHERE no = ?"
	"   AND state = 'open'");
static struct stmt shelf_q = SQL(
	"SELECT name, kind, about, points, minutes AS _minutes, stock, donor"
	"  FROM gift"
	" WHERE station_id = ?"
	"   AND state = 'on'"
	" ORDER BY points IS NULL, points, id"
	" LIMIT 100");
static struct stmt donated_q = SQL(
	"SELECT COALESCE(-SUM(points), 0)"
	"  FROM green_entry"
	" WHERE station_id = ?"
	"   AND kind = 'donate'"
	"   AND happened_at >= ?");

enum err shelf_station(struct rq *q, int64_t *station)
{
	return db_int(&station_q, ARGS(A_(arg(q, 0))), station);
}

/* Page.Rule: the rules of this station, for their words. */
static enum err put_rules(struct rq *q, int64_t station)
{
	struct green_rules r;
	int64_t days, points;
	bool hours = false;
	enum err e = green_rules(station, &r);
	if (!e)
		e = setting_rule(station, "gift_days", GIFT_DAYS, &days);
	if (!e)
		e = setting_rule(station, "gift_points", GIFT_POINTS, &points);
	if (!e)
		e = gift_hours(station, &hours);
	if (e)
		return e;
	put_int(q, "Rule.each", r.points);
	put_int(q, "Rule.a_day", r.drops);
	put_int(q, "Rule.most", r.most);
	put_int(q, "Rule.days", days);
	put_int(q, "Rule.points", points ? 1 : DB_NONE);
	put_int(q, "Rule.hours", hours ? 1 : DB_NONE);
	return OK;
}

enum err gift_list(struct rq *q)
{
	enum err e = put_rules(q, q->station);
	return e ? e : list_page(q, &gifts, ARGS(A_(q->station)), "bank/gifts.cs");
}

enum err gift_new(struct rq *q)
{
	if (!form_again(q)) {
		put(q, "Form.kind", "thing");
		put_int(q, "Form.on", 1);
	}
	form_key(q, "gift");
	return page(q, "bank/gift.cs");
}

static void gift_check(struct rq *q, const char *kind, int64_t points, int64_t hours)
{
	if (kind && !str_in(kind, "thing,service"))
		form_error(q, "kind", "choose");
	if (form_ok(q) && points == DB_NONE && hours == DB_NONE)
		form_error(q, "points", "gift_price");
}

static int64_t times(int64_t n, int64_t by)
{
	return n == DB_NONE ? DB_NONE : n * by;
}

enum err gift_add(struct rq *q)
{
	struct gift_in in;
	struct bytes uid;
	int64_t id = 0;
	enum err e = form_key_uid(q, "gift", &uid);
	if (e)
		return e;
	if (form_read(q, gift_in_fields, &in))
		gift_check(q, in.kind, in.points, in.hours);
	if (!form_ok(q))
		return ERR_FORM;
	e = audited(&q->actor, &add_q,
		    ARGS(A_(uid), A_(q->station), A_(in.name), A_(in.kind),
			 A_(str_or(in.about, "")), A_(in.points), A_(times(in.hours, 60)),
			 A_(in.stock), A_(str_or(in.donor, "")),
			 A_(in.worth == DB_NONE ? 0 : in.worth * 100), A_(in.on ? "on" : "off"),
			 A_(q->staff)),
		    "gift.add", "gift", &id);
	return e && e != ERR_DUPLICATE ? e : see(q, "/bank/gifts?done=saved");
}

enum err gift_edit(struct rq *q)
{
	int64_t id;
	enum err e = db_int(&id_q, ARGS(A_(arg(q, 0)), A_(q->station)), &id);
	if (!e && !form_again(q))
		e = put_one(q, "Form", &form_q, ARGS(A_(id)));
	if (!e)
		e = history_put(q, "gift", id);
	if (e)
		return e;
	put(q, "Uid", arg(q, 0));
	return page(q, "bank/gift.cs");
}

enum err gift_save(struct rq *q)
{
	struct save_in in;
	int64_t id;
	enum err e = db_int(&id_q, ARGS(A_(arg(q, 0)), A_(q->station)), &id);
	if (e)
		return e;
	if (form_read(q, save_in_fields, &in))
		gift_check(q, in.kind, in.points, in.hours);
	if (!form_ok(q))
		return ERR_FORM;
	int64_t more = in.stock - in.was;
	e = audited(&q->actor, &save_q,
		    ARGS(A_(in.name), A_(in.kind), A_(str_or(in.about, "")), A_(in.points),
			 A_(times(in.hours, 60)), A_(more), A_(str_or(in.donor, "")),
			 A_(in.worth == DB_NONE ? 0 : in.worth * 100), A_(in.on ? "on" : "off"),
			 A_(id), A_(more)),
		    "gift.edit", "gift", &id);
	if (e == ERR_STALE) {
		err_clear();
		form_error(q, "stock", "gift_stock");
		return ERR_FORM;
	}
	return e ? e : see(q, "/bank/gifts?done=saved");
}

/* For everybody: what there is, for what, and by which rules. */
enum err shelf_show(struct rq *q)
{
	int64_t station, donated;
	const char *year = arena_fmt(q->arena, "%lld-01-01", (long long)green_year(&q->actor));
	enum err e = shelf_station(q, &station);
	if (!e)
		e = put_station(q, station);
	if (!e)
		e = put_rules(q, station);
	if (!e)
		e = put_query(q, "Gifts", &shelf_q, ARGS(A_(station)));
	if (!e)
		e = db_int(&donated_q, ARGS(A_(station), A_(year)), &donated);
	if (e)
		return e;
	for (struct node *n = node_first(put_list(q, "Gifts")); n; n = node_next(n))
		if (node_get_int(n, "_minutes") != DB_NONE)
			node_set(n, "hours", hours_text(q->arena, node_get_int(n, "_minutes")));
	put_int(q, "Donated", donated ? donated : DB_NONE);
	return page(q, "bank/shelf.cs");
}
