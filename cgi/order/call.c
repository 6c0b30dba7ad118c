/* call.c - somebody calls or comes to the window, and staff write the order down: thirty seconds of
 * typing, in the order in which it is said. */
#include <string.h>

#include "clock.h"
#include "code.h"
#include "form.h"
#include "order.h"

#define CALL_IN(X, T) \
	X(T, WORD, channel, 1, 8) \
	X(T, PHONE, phone, 1, 20) \
	X(T, NAME, name, 1, 30) \
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

enum err call_form(struct rq *q)
{
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
	form_key(q, "order");
	return page(q, "order/call.cs");
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
	struct order_new n = { .station = q->station, .item = DB_NONE };
	enum err e = form_key_uid(q, "order", &n.uid);
	if (!e && !form_read(q, call_in_fields, &in))
		e = ERR_FORM;
	if (!e)
		e = put_menu(q, q->station);
	struct node *item = e ? NULL : menu_find(q, in.item);
	if (!e)
		e = call_check(q, &in, item);
	if (e)
		return e;
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
	if (e == ERR_DUPLICATE)
		e = order_no(n.uid, &n.no);
	return e ? e : see(q, "/order/desk/%s?done=added", n.no);
}
