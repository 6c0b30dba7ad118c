/* amend.c - what staff wrote down of an order is put right 更正, until somebody is there: what,
 * when, where and who. Whoever has taken it is told; what is sealed stays when its field is left
 * empty. */
#include <string.h>

#include "code.h"
#include "form.h"
#include "order.h"
#include "secret.h"
#include "tell_thing.h"

#define AMEND_IN(X, T) \
	X(T, PHONE, phone, 0, 20) \
	X(T, NAME, name, 0, 30) \
	X(T, CODE, item, 0, 32) \
	X(T, CODE, category, 0, 4) \
	X(T, TEXT, detail, 0, 1000) \
	X(T, STR, address, 0, 120) \
	X(T, DAY, wished_on, 0, 0) \
	X(T, WORD, part, 0, 3) \
	X(T, CODE, group, 0, 2) \
	X(T, CODE, sex, 0, 1) \
	X(T, CODE, language, 0, 2)
FORM_DEFINE(amend_in, AMEND_IN);

/* clang-format off: one to a line */
#define WAS_COLS(X, T) \
	X(T, TEXT, category, "o.category") \
	X(T, TEXT, detail, "o.detail") \
	X(T, TEXT, wished_on, "o.wished_on") \
	X(T, TEXT, part, "o.wished_part") \
	X(T, TEXT, group, "o.target_group") \
	X(T, TEXT, sex, "o.wants_sex") \
	X(T, TEXT, language, "o.language") \
	X(T, INT, need, "o.need_id") \
	X(T, INT, item, "i.id") \
	X(T, TEXT, item_uid, "LOWER(HEX(i.uid))") \
	X(T, TEXT, item_name, "i.name") \
	X(T, TEXT, item_category, "i.category")
/* clang-format on */
ROW_DEFINE(was_row, WAS_COLS);
/* What residents wrote themselves is theirs. */
static struct stmt was_q = SQL(
	"SELECT " ROW_SELECT(WAS_COLS)
	"  FROM service_order o"
	"  LEFT JOIN service_item i ON i.id = o.item_id"
	" WHERE o.id = ?"
	"   AND o.created_by IS NOT NULL"
	"   AND FIND_IN_SET(o.state, '" ORDER_OPEN_STATES "')");
static struct stmt amend_q = SQL(
	"UPDATE service_order"
	"   SET wish_changed_at = IF(state = 'taken'"
	"       AND NOT (wished_on <=> ? AND wished_part = ?), ?, wish_changed_at),"
	"       item_id = ?, category = ?, detail = ?, wished_on = ?, wished_part = ?,"
	"       target_group = ?, wants_sex = ?, language = ?,"
	"       name_sealed = COALESCE(?, name_sealed),"
	"       household_id = IF(? IS NULL, household_id, COALESCE("
	"       (SELECT n.household_id FROM need n WHERE n.id = need_id),"
	"       (SELECT MIN(h.id) FROM household h WHERE h.phone_index = ?"
	"       AND h.station_id = service_order.station_id AND h.state = 'active'))),"
	"       phone_sealed = COALESCE(?, phone_sealed), phone_index = COALESCE(?, phone_index),"
	"       address_sealed = COALESCE(?, address_sealed),"
	"       region_code = COALESCE(?, region_code)"
	" WHERE id = ?"
	"   AND state = ?");

struct amending {
	struct rq *q;
	struct order_row o;
	struct was_row was;
	struct amend_in in;
	const char *category, *part;
	int64_t item;
};

/* The menu, with what was ordered, though it is off the menu by now. */
static enum err amend_menu(struct rq *q, const struct was_row *was)
{
	enum err e = put_menu(q, q->station);
	if (e)
		return e;
	if (was->item_uid && !menu_find(q, was->item_uid)) {
		struct node *n = node_item(put_list(q, "Items"));
		node_set(n, "uid", was->item_uid);
		node_set(n, "name", was->item_name);
		node_set(n, "category", was->item_category);
		node_int(n, "_id", was->item);
	}
	for (struct node *n = node_first(put_list(q, "Items")); n; n = node_next(n))
		node_set(n, "code", node_get(n, "uid"));
	return OK;
}

static enum err amend_here(struct amending *c)
{
	enum err e = order_at_desk(c->q, &c->o);
	if (!e)
		e = row_one(&was_q, ARGS(A_(c->o.id)), was_row_cols, &c->was);
	if (e == ERR_NOT_FOUND && c->o.id) {
		err_clear();
		e = ERR(ERR_STALE, "order %s", c->o.state);
	}
	return e ? e : amend_menu(c->q, &c->was);
}

enum err amend_form(struct rq *q)
{
	struct amending c = { .q = q };
	enum err e = amend_here(&c);
	if (!e)
		e = put_codes(q, "Groups", "recipient");
	if (!e)
		e = put_codes(q, "Categories", "service_category");
	if (!e)
		e = put_codes(q, "Languages", "spoken");
	if (!e)
		e = put_contact(q, &c.o, false);
	if (e)
		return e;
	const struct was_row *w = &c.was;
	const struct {
		const char *name, *value;
	} form[] = { { "Form.item", w->item_uid },
		     { "Form.detail", w->detail },
		     { "Form.wished_on", w->wished_on },
		     { "Form.part", w->part },
		     { "Form.category", w->category },
		     { "Form.group", w->group },
		     { "Form.sex", w->sex },
		     { "Form.language", w->language } };
	for (size_t i = 0; !form_again(q) && i < sizeof(form) / sizeof(form[0]); i++)
		put(q, form[i].name, form[i].value);
	put(q, "Order.no", c.o.no);
	put(q, "Order.state", c.o.state);
	return page(q, "order/amend.cs");
}

static bool same(const char *a, const char *b)
{
	return str_eq(str_or(a, ""), str_or(b, ""));
}

static bool other_time(const struct amending *c)
{
	return !same(c->in.wished_on, c->was.wished_on) || !same(c->part, c->was.part);
}

static enum err amend_check(struct amending *c)
{
	struct rq *q = c->q;
	const struct amend_in *in = &c->in;
	struct node *item = menu_find(q, in->item);
	c->item = item ? node_get_int(item, "_id") : DB_NONE;
	c->category = item ? node_get(item, "category") : in->category;
	c->part = str_or(in->part, "any");
	if (in->item && !item)
		form_error(q, "item", "item_gone");
	if (!item && !in->category)
		form_error(q, "category", "choose");
	if (!item && !in->detail)
		form_error(q, "detail", "say_what");
	if (in->sex && !str_in(in->sex, "1,2"))
		form_error(q, "sex", "unknown_code");
	/* A day that has passed stays as it stands. */
	if (other_time(c))
		order_check_when(q, in->wished_on, "wished_on", c->part);
	enum err e = code_check(q, "group", "recipient", in->group);
	if (!e)
		e = code_check(q, "category", "service_category", in->category);
	if (!e)
		e = code_check(q, "language", "spoken", in->language);
	return e ? e : form_ok(q) ? OK : ERR_FORM;
}

static enum err amend_told(const struct amending *c)
{
	struct rq *q = c->q;
	const char *k = order_key(q->arena, c->o.uid);
	enum err e = OK;
	if (c->in.phone)
		e = tell_link(&q->actor, c->in.phone, "order_kept",
			      arena_fmt(q->arena, "/order/%s?k=%s", c->o.no, k));
	if (!e && str_eq(c->o.state, "taken"))
		e = tell_order(&q->actor, c->o.id, other_time(c) ? "order_when" : "order_amended",
			       NULL, TELL_TAKER, 0);
	return e;
}

static enum err amended(void *ctx)
{
	const struct amending *c = ctx;
	const struct amend_in *in = &c->in;
	const struct actor *by = &c->q->actor;
	struct arena *a = by->arena;
	struct bytes uid = c->o.uid;
	const char *region = NULL;
	struct order_new n = { .station = c->o.station,
			       .need = c->was.need,
			       .address = in->address };
	enum err e = in->address ? order_region(by, &n, &region) : OK;
	if (!e)
		e = db_change(&amend_q,
			      ARGS(A_(in->wished_on), A_(c->part), A_(actor_time(by)), A_(c->item),
				   A_(c->category), A_(in->detail), A_(in->wished_on), A_(c->part),
				   A_(in->group), A_(in->sex), A_(in->language),
				   A_(secret_seal(a, "order.name", uid, in->name)), A_(in->phone),
				   A_(secret_index(a, "household.phone", in->phone)),
				   A_(secret_seal(a, "order.phone", uid, in->phone)),
				   A_(secret_index(a, "person.phone", in->phone)),
				   A_(secret_seal(a, "order.address", uid, in->address)),
				   A_(region), A_(c->o.id), A_(c->o.state)));
	if (!e)
		e = amend_told(c);
	return e ? e : audit(by, "order.edit", "order", c->o.id, NULL);
}

enum err amend_save(struct rq *q)
{
	struct amending c = { .q = q };
	enum err e = amend_here(&c);
	if (e)
		return e;
	if (!form_read(q, amend_in_fields, &c.in))
		return ERR_FORM;
	e = amend_check(&c);
	struct node *item = menu_find(q, c.in.item);
	if (!e && !c.in.detail)
		c.in.detail = item ? node_get(item, "name") : "";
	if (!e)
		e = db_tx(amended, &c);
	return e ? e : see(q, "/order/desk/%s?done=amended", c.o.no);
}
