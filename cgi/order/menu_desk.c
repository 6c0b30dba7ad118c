/* menu_desk.c - staff keep the menu 服务清单 of their station. A station without one of its own offers
 * the common one; the first change copies that. What is offered no longer is switched off: orders
 * point to it. */
#include "code.h"
#include "form.h"
#include "history.h"
#include "order.h"

enum { ITEMS_MOST = 40 };

#define ITEM_IN(X, T) \
	X(T, STR, name, 2, 30) \
	X(T, STR, about, 0, 200) \
	X(T, CODE, category, 1, 4) \
	X(T, CODE, skill, 0, 2) \
	X(T, INT, minutes, 15, 480) \
	X(T, INT, sort, 1, 999) \
	X(T, FLAG, adults, 0, 0) \
	X(T, FLAG, dangerous, 0, 0) \
	X(T, FLAG, urgent, 0, 0) \
	X(T, FLAG, on, 0, 0)
FORM_DEFINE(item_in, ITEM_IN);

static struct stmt list_q = SQL(
	"SELECT LOWER(HEX(i.uid)) AS uid, i.name, i.about, i.category, i.skill, i.minutes,"
	"       i.adults, i.dangerous, i.urgent, i.state, i.sort"
	"  FROM service_item i"
	" WHERE i.station_id <=> ?"
	" ORDER BY i.sort, i.id"
	" LIMIT 60");
static struct stmt own_q = SQL(
	"SELECT COUNT(*)"
	"  FROM service_item"
	" WHERE station_id = ?");
/* A copy has a uid of its own that follows from station and original: made twice, stored once. */
static struct stmt copy_q = SQL(
	"INSERT INTO service_item (uid, station_id, name, about, category, skill, minutes, adults,"
	"       dangerous, urgent, state, sort)"
	" SELECT UNHEX(MD5(CONCAT('zyz item of ', s.id, ' ', HEX(i.uid)))), s.id, i.name, i.about,"
	"       i.category, i.skill, i.minutes, i.adults, i.dangerous, i.urgent, i.state, i.sort"
	"  FROM station s"
	"  JOIN service_item i ON i.station_id IS NULL"
	"  LEFT JOIN service_item x ON x.station_id = s.id"
	" WHERE s.id = ?"
	"   AND x.id IS NULL");
/* Whoever adds one to a menu holds all of it: the number of its rows is what it was when it is
 * looked at. */
static struct stmt hold_q = SQL(
	"SELECT COUNT(*)"
	"  FROM service_item"
	" WHERE station_id = ?"
	"   FOR UPDATE");
static struct stmt add_q = SQL(
	"INSERT INTO service_item (uid, station_id, name, about, category, skill, minutes, adults,"
	"       dangerous, urgent, state, sort)"
	" SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"
	"  FROM (SELECT COUNT(*) AS n FROM service_item WHERE station_id = ?) have"
	" WHERE have.n < ?");
static struct stmt id_q = SQL(
	"SELECT id"
	"  FROM service_item"
	" WHERE uid = UNHEX(?)"
	"   AND station_id = ?");
static struct stmt form_q = SQL(
	"SELECT name, about, category, skill, minutes, sort, NULLIF(adults, 0) AS adults,"
	"       NULLIF(dangerous, 0) AS dangerous, NULLIF(urgent, 0) AS urgent,"
	"       IF(state = 'on', 1, NULL) AS `on`"
	"  FROM service_item"
	" WHERE id = ?");
static struct stmt save_q = SQL(
	"UPDATE service_item"
	"   SET name = ?, about = ?, category = ?, skill = ?, minutes = ?, sort = ?, adults = ?,"
	"       dangerous = ?, urgent = ?, state = ?"
	" WHERE id = ?");

/* Page.Items, and Page.Own where the station has a menu of its own. */
enum err menu_desk(struct rq *q)
{
	int64_t own;
	enum err e = code_load();
	if (!e)
		e = db_int(&own_q, ARGS(A_(q->station)), &own);
	if (!e)
		e = put_query(q, "Items", &list_q, ARGS(A_(own ? q->station : DB_NONE)));
	if (e)
		return e;
	for (struct node *n = node_first(put_list(q, "Items")); n; n = node_next(n)) {
		node_set(n, "category_name",
			 code_name("service_category", node_get(n, "category")));
		node_set(n, "skill_name", code_name("skill", node_get(n, "skill")));
	}
	if (own)
		put_int(q, "Own", own);
	return page(q, "order/menu_desk.cs");
}

struct item_write {
	struct rq *q;
	struct item_in in;
	struct bytes uid;
	int64_t id;
};

static enum err copied(void *ctx)
{
	const struct item_write *w = ctx;
	int64_t rows, station = w->q->station;
	enum err e = db_affect(&copy_q, ARGS(A_(station)), &rows);
	/* Somebody else does it at this moment: once more, and it is done. */
	if (e == ERR_DUPLICATE)
		return ERR(ERR_RETRY, "the menu is being copied");
	return e || !rows ? e : audit(&w->q->actor, "service_item.copy", "station", station, NULL);
}

enum err menu_own(struct rq *q)
{
	enum err e = db_tx(copied, &(struct item_write){ .q = q });
	return e ? e : see(q, "/order/menu?done=menu_own");
}

static enum err item_page(struct rq *q)
{
	enum err e = put_codes(q, "Categories", "service_category");
	if (!e)
		e = put_codes(q, "Skills", "skill");
	return e ? e : page(q, "order/menu_item.cs");
}

enum err menu_new(struct rq *q)
{
	if (!form_again(q)) {
		put_int(q, "Form.minutes", 60);
		put_int(q, "Form.sort", 100);
		put_int(q, "Form.on", 1);
	}
	form_key(q, "item");
	return item_page(q);
}

static enum err item_read(struct rq *q, struct item_in *in)
{
	if (!form_read(q, item_in_fields, in))
		return ERR_FORM;
	enum err e = code_check(q, "category", "service_category", in->category);
	if (!e)
		e = code_check(q, "skill", "skill", in->skill);
	return e ? e : form_ok(q) ? OK : ERR_FORM;
}

static const char *state_of(const struct item_in *in)
{
	return in->on ? "on" : "off";
}

static enum err item_added(void *ctx)
{
	struct item_write *w = ctx;
	const struct item_in *in = &w->in;
	int64_t n, station = w->q->station;
	enum err e = copied(w);
	if (!e)
		e = db_int(&hold_q, ARGS(A_(station)), &n);
	if (!e)
		e = db_exec(&add_q,
			    ARGS(A_(w->uid), A_(station), A_(in->name), A_(str_or(in->about, "")),
				 A_(in->category), A_(in->skill), A_(in->minutes), A_(in->adults),
				 A_(in->dangerous), A_(in->urgent), A_(state_of(in)), A_(in->sort),
				 A_(station), A_(ITEMS_MOST)),
			    &w->id);
	if (e || !w->id)
		return e;
	return audit(&w->q->actor, "service_item.add", "service_item", w->id, NULL);
}

enum err menu_add(struct rq *q)
{
	struct item_write w = { .q = q };
	enum err e = form_key_uid(q, "item", &w.uid);
	if (!e)
		e = item_read(q, &w.in);
	if (!e)
		e = db_tx(item_added, &w);
	if (e && e != ERR_DUPLICATE)
		return e;
	if (!e && !w.id) {
		form_error(q, "name", "menu_full");
		return ERR_FORM;
	}
	return see(q, "/order/menu?done=menu_saved");
}

enum err menu_item(struct rq *q)
{
	int64_t id;
	enum err e = db_int(&id_q, ARGS(A_(arg(q, 0)), A_(q->station)), &id);
	if (!e && !form_again(q))
		e = put_one(q, "Form", &form_q, ARGS(A_(id)));
	if (!e)
		e = history_put(q, "service_item", id);
	if (e)
		return e;
	put(q, "Uid", arg(q, 0));
	return item_page(q);
}

enum err menu_save(struct rq *q)
{
	struct item_in in;
	int64_t id;
	enum err e = db_int(&id_q, ARGS(A_(arg(q, 0)), A_(q->station)), &id);
	if (!e)
		e = item_read(q, &in);
	if (!e)
		e = audited(&q->actor, &save_q,
			    ARGS(A_(in.name), A_(str_or(in.about, "")), A_(in.category),
				 A_(in.skill), A_(in.minutes), A_(in.sort), A_(in.adults),
				 A_(in.dangerous), A_(in.urgent), A_(state_of(&in)), A_(id)),
			    "service_item.edit", "service_item", &id);
	return e ? e : see(q, "/order/menu?done=menu_saved");
}
