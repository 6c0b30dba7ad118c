/* call.c - somebody calls or comes to the window, and staff write the order down: thirty seconds of
 * typing, in the order in which it is said. Or somebody is sent for a need 需求 of the ledger: what
 * stands there is not typed again, and who it is stays masked. */
#include <string.h>

#include "clock.h"
#include "code.h"
#include "form.h"
#include "order.h"
#include "secret.h"

#define CALL_IN(X, T) \
	X(T, WORD, channel, 1, 8) \
	X(T, NO, need, 0, 24) \
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
	X(T, CODE, language, 0, 2) \
	X(T, FLAG, urgent, 0, 0) \
	X(T, FLAG, proxy, 0, 0) \
	X(T, FLAG, consent, 1, 0) \
	X(T, FLAG, verified, 0, 0)
FORM_DEFINE(call_in, CALL_IN);

/* clang-format off: one to a line */
#define NEED_COLS(X, T) \
	X(T, INT, id, "n.id") \
	X(T, BYTES, uid, "n.uid") \
	X(T, TEXT, no, "n.no") \
	X(T, TEXT, source, "n.source") \
	X(T, TEXT, category, "n.category") \
	X(T, TEXT, target_group, "n.target_group") \
	X(T, TEXT, description, "n.description") \
	X(T, BYTES, name, "n.name_sealed") \
	X(T, BYTES, phone, "n.phone_sealed") \
	X(T, BYTES, address, "n.address_sealed")
/* clang-format on */
ROW_DEFINE(need_row, NEED_COLS);
/* Of the own station, and one for which somebody may be sent. */
static struct stmt need_q = SQL(
	"SELECT " ROW_SELECT(NEED_COLS)
	"  FROM need n"
	" WHERE n.no = ?"
	"   AND n.station_id = ?"
	"   AND n.state IN ('verified', 'in_project')");

struct need_said {
	int64_t id;
	const char *name, *phone, *address; /* NULL: not known */
};

/* The need that the address or the form names; id DB_NONE: none. What it says goes to the form,
 * but who it is and where only masked, beside it. */
static enum err call_need(struct rq *q, struct need_said *s)
{
	struct need_row n;
	const char *no = form_given(q, "need");
	*s = (struct need_said){ .id = DB_NONE };
	if (!no)
		no = query(q, "need");
	if (!no || !*no)
		return OK;
	enum err e = row_one(&need_q, ARGS(A_(no), A_(q->station)), need_row_cols, &n);
	if (!e && n.name.p)
		e = secret_unseal(q->arena, "need.name", n.uid, n.name, &s->name);
	if (!e && n.phone.p)
		e = secret_unseal(q->arena, "need.phone", n.uid, n.phone, &s->phone);
	if (!e && n.address.p)
		e = secret_unseal(q->arena, "need.address", n.uid, n.address, &s->address);
	if (e)
		return e;
	s->id = n.id;
	put(q, "Need.no", n.no);
	put(q, "Need.name", mask_name(q->arena, s->name));
	put(q, "Need.phone", mask_phone(q->arena, s->phone));
	put(q, "Need.address", mask_address(q->arena, s->address));
	if (form_again(q))
		return OK;
	put(q, "Form.category", n.category);
	put(q, "Form.group", n.target_group);
	put(q, "Form.detail", n.description);
	put(q, "Form.channel", str_eq(n.source, "visit") ? "visit" : "phone");
	return OK;
}

enum err call_form(struct rq *q)
{
	struct need_said need;
	enum err e = put_menu(q, q->station);
	if (!e)
		e = put_codes(q, "Groups", "recipient");
	if (!e)
		e = put_codes(q, "Categories", "service_category");
	if (!e)
		e = put_codes(q, "Languages", "spoken");
	if (e)
		return e;
	for (struct node *n = node_first(put_list(q, "Items")); n; n = node_next(n))
		node_set(n, "code", node_get(n, "uid"));
	if (!form_again(q)) {
		put(q, "Form.channel", "phone");
		put_int(q, "Form.verified", 1);
	}
	e = call_need(q, &need);
	if (e)
		return e;
	form_key(q, "order");
	return page(q, "order/call.cs");
}

/* Who it is for: typed, or as the need has it. */
static void call_who(struct rq *q, struct call_in *in, const struct need_said *need)
{
	struct {
		const char *field, **typed, *said;
	} who[] = { { "name", &in->name, need->name },
		    { "phone", &in->phone, need->phone },
		    { "address", &in->address, need->address } };
	for (size_t i = 0; i < sizeof(who) / sizeof(who[0]); i++) {
		const char *given = form_given(q, who[i].field);
		if (given && *given)
			continue;
		*who[i].typed = who[i].said;
		if (!who[i].said && !str_eq(who[i].field, "address"))
			form_error(q, who[i].field, "required");
	}
}

static enum err call_check(struct rq *q, const struct call_in *in, const struct node *item)
{
	if (!str_in(in->channel, "phone,visit,desk"))
		form_error(q, "channel", "unknown_code");
	if (in->item && !item)
		form_error(q, "item", "item_gone");
	if (!item && !in->category)
		form_error(q, "category", "choose");
	if (!item && !in->detail)
		form_error(q, "detail", "say_what");
	if (in->sex && !str_in(in->sex, "1,2"))
		form_error(q, "sex", "unknown_code");
	order_check_when(q, in->wished_on, "wished_on", in->part);
	enum err e = code_check(q, "group", "recipient", in->group);
	if (!e)
		e = code_check(q, "category", "service_category", in->category);
	if (!e)
		e = code_check(q, "language", "spoken", in->language);
	return e ? e : form_ok(q) ? OK : ERR_FORM;
}

enum err call_add(struct rq *q)
{
	struct call_in in;
	struct need_said need;
	struct order_new n = { .station = q->station, .item = DB_NONE };
	enum err e = form_key_uid(q, "order", &n.uid);
	bool read = !e && form_read(q, call_in_fields, &in);
	if (!e)
		e = call_need(q, &need);
	if (!e)
		call_who(q, &in, &need);
	if (!e && (!read || !form_ok(q)))
		e = ERR_FORM;
	if (!e)
		e = put_menu(q, q->station);
	struct node *item = e ? NULL : menu_find(q, in.item);
	if (!e)
		e = call_check(q, &in, item);
	if (e)
		return e;
	n.need = need.id;
	n.name = in.name;
	n.phone = in.phone;
	n.address = in.address;
	n.group = in.group;
	n.category = item ? node_get(item, "category") : in.category;
	n.item = item ? node_get_int(item, "_id") : DB_NONE;
	n.detail = str_or(in.detail, item ? node_get(item, "name") : "");
	n.wished_on = in.wished_on;
	n.part = str_or(in.part, "any");
	n.sex = in.sex;
	n.language = in.language;
	n.urgent = in.urgent;
	n.channel = in.channel;
	n.proxy = in.proxy;
	n.verified = in.verified;
	e = order_add(&q->actor, &n);
	return e ? e : see(q, "/order/desk/%s?done=added", n.no);
}
