/* ask.c - a resident orders a service on the phone, without an account: the menu, then the form. */
#include <string.h>

#include "clock.h"
#include "code.h"
#include "form.h"
#include "order.h"

enum { FROM_ADDRESS = 60, FROM_PHONE = 10, HOUR = 3600, DAY = 86400, AHEAD_DAYS = 90 };

#define ASK_IN(X, T) \
	X(T, NAME, name, 1, 30) \
	X(T, PHONE, phone, 1, 20) \
	X(T, STR, address, 0, 120) \
	X(T, CODE, group, 0, 2) \
	X(T, CODE, category, 0, 4) \
	X(T, CODE, item, 0, 32) \
	X(T, TEXT, detail, 0, 1000) \
	X(T, DAY, wished_on, 0, 0) \
	X(T, DAY, other_on, 0, 0) \
	X(T, WORD, part, 0, 3) \
	X(T, FLAG, consent, 1, 0) \
	X(T, FLAG, proxy, 0, 0) \
	X(T, OINT, station, 0, 999999)
FORM_DEFINE(ask_in, ASK_IN);

static struct stmt open_q = SQL(
	"SELECT id"
	"  FROM station"
	" WHERE no = ?"
	"   AND state = 'open'");

/* The station that the address or the form names, else the one around; 0: none. */
static enum err ask_station(struct rq *q, int64_t *station)
{
	const char *no = form_given(q, "station");
	if (!no)
		no = query(q, "station");
	*station = 0;
	if (!no || !*no)
		return station_around(q, station);
	if (strlen(no) > 6 || no[strspn(no, "0123456789")])
		return ERR(ERR_NOT_FOUND, "station");
	return db_int(&open_q, ARGS(A_(no)), station);
}

/* The next days as choices: Page.Days.N.{code,name}. */
static void put_days(struct rq *q)
{
	struct node *days = put_list(q, "Days");
	struct node *soon = node_nth(q->arena, days, 0);
	node_set(soon, "code", "");
	node_set(soon, "name", lang("order.soon"));
	for (int i = 1; i <= 3; i++)
		node_set(node_nth(q->arena, days, (size_t)i), "code",
			 clock_day(q->arena, q->now + (int64_t)i * DAY));
}

enum err ask_form(struct rq *q)
{
	int64_t station;
	enum err e = ask_station(q, &station);
	if (e)
		return e;
	if (!station)
		return see(q, "/?find=1");
	const char *item = form_again(q) ? form_given(q, "item") : query(q, "item");
	e = put_station(q, station);
	if (!e)
		e = put_menu(q, station);
	if (!e)
		e = put_codes(q, "Groups", "recipient");
	if (!e)
		e = put_codes(q, "Categories", "service_category");
	if (e)
		return e;
	struct node *chosen = menu_find(q, item);
	if (!form_again(q) && !chosen && !query(q, "free"))
		return page(q, "order/menu.cs");
	if (chosen) {
		put(q, "Item.uid", node_get(chosen, "uid"));
		put(q, "Item.name", node_get(chosen, "name"));
		put(q, "Item.about", node_get(chosen, "about"));
	}
	put_days(q);
	form_key(q, "order");
	return page(q, "order/new.cs");
}

void order_check_when(struct rq *q, const char *day, const char *field, const char *part)
{
	const char *last = clock_day(q->arena, q->now + (int64_t)AHEAD_DAYS * DAY);
	if (day && strcmp(day, actor_today(&q->actor)) < 0)
		form_error(q, field, "day_past");
	else if (day && strcmp(day, last) > 0)
		form_error(q, field, "day_far");
	if (part && !str_in(part, "any,am,pm,eve"))
		form_error(q, "part", "unknown_code");
}

/* What the table of fields cannot say. */
static enum err ask_check(struct rq *q, struct ask_in *in, const struct node *item)
{
	const char *field = in->other_on ? "other_on" : "wished_on";
	if (in->other_on)
		in->wished_on = in->other_on;
	order_check_when(q, in->wished_on, field, in->part);
	if (in->item && !item)
		form_error(q, "category", "item_gone");
	if (!item && !in->category)
		form_error(q, "category", "choose");
	if (!item && !in->detail)
		form_error(q, "detail", "say_what");
	enum err e = code_check(q, "group", "recipient", in->group);
	if (!e)
		e = code_check(q, "category", "service_category", in->category);
	return e ? e : form_ok(q) ? OK : ERR_FORM;
}

enum err ask_post(struct rq *q)
{
	struct ask_in in;
	struct order_new n = { .channel = "web", .item = DB_NONE, .need = DB_NONE };
	enum err e = ask_station(q, &n.station);
	if (!e && !n.station)
		e = ERR(ERR_NOT_FOUND, "station");
	if (!e)
		e = form_key_uid(q, "order", &n.uid);
	if (!e)
		e = throttle(q, "order-new", q->remote, FROM_ADDRESS, HOUR);
	if (!e && !form_read(q, ask_in_fields, &in))
		e = ERR_FORM;
	if (!e)
		e = put_menu(q, n.station);
	struct node *item = e ? NULL : menu_find(q, in.item);
	if (!e)
		e = ask_check(q, &in, item);
	if (!e)
		e = throttle(q, "order-phone", in.phone, FROM_PHONE, DAY);
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
	n.proxy = in.proxy;
	e = order_add(&q->actor, &n);
	return e ? e : see(q, "/order/%s?k=%s", n.no, order_key(q->arena, n.uid));
}
