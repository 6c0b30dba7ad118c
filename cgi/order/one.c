/* one.c - one order: found by its key or at the desk, added, moved from state to state. */
#include <string.h>

#include "met.h"
#include "order.h"
#include "secret.h"
#include "tell.h"

enum { WRONG_KEYS = 20, HOUR = 3600, KEY_BYTES = 12 };

#define FROM_ORDER "SELECT " ROW_SELECT(ORDER_COLS) "  FROM service_order o"
static struct stmt by_no_q = SQL(
	FROM_ORDER
	" WHERE o.no = ?");
static struct stmt of_station_q = SQL(
	FROM_ORDER
	" WHERE o.no = ?"
	"   AND o.station_id = ?");
static struct stmt by_id_q = SQL(
	FROM_ORDER
	" WHERE o.id = ?");
/* The household of the need, or else the one on file with this telephone, is the one it is for. */
static struct stmt add_q = SQL(
	"INSERT INTO service_order (uid, no, key_hash, station_id, need_id, household_id, item_id,"
	"       name_sealed, phone_sealed, phone_index, address_sealed, region_code, target_group,"
	"       category, detail, wished_on, wished_part, wants_sex, language, urgent, channel,"
	"       by_proxy, consent_at, created_at, created_by)"
	" SELECT ?, ?, ?, s.id, ?, COALESCE((SELECT n.household_id FROM need n WHERE n.id = ?),"
	"       (SELECT MIN(h.id) FROM household h WHERE h.phone_index = ?"
	"       AND h.station_id = s.id AND h.state = 'active')), ?, ?, ?, ?, ?, ?, ?,"
	"       ?, ?, ?, ?, ?, ?, GREATEST(?, COALESCE((SELECT i.urgent FROM service_item i"
	"       WHERE i.id = ?), 0)), ?, ?, ?, ?, ?"
	"  FROM station s"
	" WHERE s.id = ?");

enum err order_by_id(int64_t id, struct order_row *o)
{
	return row_one(&by_id_q, ARGS(A_(id)), order_row_cols, o);
}

const char *order_key(struct arena *a, struct bytes uid)
{
	return hex_encode(a, (struct bytes){ secret_mac(a, "order.k", uid).p, KEY_BYTES });
}

static struct bytes key_hash(struct arena *a, const char *k)
{
	return secret_sha256(a, (struct bytes){ (const uint8_t *)k, strlen(k) });
}

/* Whoever has the right key is never kept waiting by those who guess. */
enum err order_by_key(struct rq *q, const char *k, struct order_row *o)
{
	enum err e = row_one(&by_no_q, ARGS(A_(arg(q, 0))), order_row_cols, o);
	if (e && e != ERR_NOT_FOUND)
		return e;
	if (!e && k && secret_equal(key_hash(q->arena, k).p, o->key_hash.p, o->key_hash.n))
		return OK;
	err_clear();
	e = throttle(q, "order-key", q->remote, WRONG_KEYS, HOUR);
	return e ? e : ERR(ERR_NOT_FOUND, "order");
}

enum err order_at_desk(struct rq *q, struct order_row *o)
{
	return row_one(&of_station_q, ARGS(A_(arg(q, 0)), A_(q->station)), order_row_cols, o);
}

enum err order_open(struct arena *a, const char *column, const struct order_row *o,
		    struct bytes sealed, const char **text)
{
	*text = NULL;
	return sealed.p ? secret_unseal(a, column, o->uid, sealed, text) : OK;
}

struct adding {
	const struct actor *by;
	struct order_new *n;
};

static enum err add_now(void *ctx)
{
	const struct adding *c = ctx;
	struct order_new *n = c->n;
	struct arena *a = c->by->arena;
	const char *now = actor_time(c->by);
	int64_t id, by = c->by->staff ? c->by->staff : DB_NONE;
	const char *region;
	enum err e = number_next(c->by, 'D', n->station, &n->no);
	if (!e)
		e = order_region(c->by, n, &region);
	if (!e)
		e = db_exec(&add_q,
			    ARGS(A_(n->uid), A_(n->no), A_(key_hash(a, order_key(a, n->uid))),
				 A_(n->need), A_(n->need),
				 A_(secret_index(a, "household.phone", n->phone)), A_(n->item),
				 A_(secret_seal(a, "order.name", n->uid, n->name)),
				 A_(secret_seal(a, "order.phone", n->uid, n->phone)),
				 A_(secret_index(a, "person.phone", n->phone)),
				 A_(secret_seal(a, "order.address", n->uid, n->address)),
				 A_(region), A_(n->group), A_(n->category), A_(n->detail),
				 A_(n->wished_on), A_(n->part), A_(n->sex), A_(n->language),
				 A_(n->urgent), A_(n->item), A_(n->channel), A_(n->proxy), A_(now),
				 A_(now), A_(by), A_(n->station)),
			    &id);
	struct order_at o = { id, n->station, "to_accept" };
	if (!e)
		e = order_begin(c->by, &o);
	if (!e)
		e = audit(c->by, "order.add", "order", id, n->channel);
	if (!e && n->verified)
		e = order_move(c->by, "accept", &o);
	/* Whoever typed it themselves stands on that page already. */
	if (!e && c->by->staff && n->phone)
		e = tell_link(c->by, n->phone, "order_kept",
			      arena_fmt(a, "/order/%s?k=%s", n->no, order_key(a, n->uid)));
	return e;
}

static struct stmt by_uid_q = SQL(
	"SELECT no"
	"  FROM service_order"
	" WHERE uid = ?");

enum err order_add(const struct actor *by, struct order_new *n)
{
	struct actor there = *by;
	there.station = n->station;
	enum err e = db_tx(add_now, &(struct adding){ &there, n });
	return e == ERR_DUPLICATE ? db_text(&by_uid_q, ARGS(A_(n->uid)), &n->no) : e;
}

static struct stmt unplanned_q = SQL(
	"UPDATE service_order"
	"   SET visit_from = NULL, visit_to = NULL, activity_id = NULL"
	" WHERE id = ?");

enum err order_unplan(const struct actor *by, const struct order_row *o, const char *reason)
{
	struct met m;
	enum err e = met_find(o->no, &m);
	if (e == ERR_NOT_FOUND) {
		err_clear();
		return OK;
	}
	if (!e && str_eq(m.state, "planned"))
		e = met_end(by, &m, "cancelled", reason);
	return e ? e : db_change(&unplanned_q, ARGS(A_(o->id)));
}
