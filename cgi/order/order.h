/*
 * order.h - orders 点单: what residents ask for, whom the station sends, how it was.
 *
 * Owns service_item, service_order, dispatch and rating. A resident follows an order by its number
 * and a key k, of which the database holds the SHA-256 alone; k is made of the row's uid by the
 * installation's own key, so that staff can print it again. It stands in no log: neither nginx's
 * nor ours has query strings.
 *
 *	struct order_row o;
 *	enum err e = order_by_key(q, query(q, "k"), &o);      // a resident
 *	e = order_at_desk(q, &o);                             // {no} of the address, own station
 */
#ifndef ZYZ_ORDER_H
#define ZYZ_ORDER_H

#include "app.h"
#include "dispatch.h"
#include "session.h"

/* clang-format off: one to a line */
#define ORDER_COLS(X, T) \
	X(T, INT, id, "o.id") \
	X(T, BYTES, uid, "o.uid") \
	X(T, TEXT, no, "o.no") \
	X(T, BYTES, key_hash, "o.key_hash") \
	X(T, INT, station, "o.station_id") \
	X(T, TEXT, state, "o.state") \
	X(T, INT, item, "o.item_id") \
	X(T, TEXT, category, "o.category") \
	X(T, BYTES, name, "o.name_sealed") \
	X(T, BYTES, phone, "o.phone_sealed") \
	X(T, BYTES, phone_index, "o.phone_index") \
	X(T, BYTES, address, "o.address_sealed")
/* clang-format on */
ROW_DEFINE(order_row, ORDER_COLS);

/* Until somebody is there. */
#define ORDER_OPEN_STATES "to_accept,to_dispatch,dispatched,taken"

static inline struct order_at order_at(const struct order_row *o)
{
	return (struct order_at){ o->id, o->station, o->state };
}

/* ERR_NOT_FOUND: no such number, or another key; wrong keys are counted for the address. */
enum err order_by_key(struct rq *q, const char *k, struct order_row *o) MUST_USE;
/* The order that the address names, of the own station; ERR_NOT_FOUND. */
enum err order_at_desk(struct rq *q, struct order_row *o) MUST_USE;
enum err order_by_id(int64_t id, struct order_row *o) MUST_USE;
/* The order of the address, if the volunteer has to do with it, with what they may do; can may be
 * NULL. ERR_NOT_FOUND: it is none of theirs; ERR_STALE: another has it. */
enum err order_for_me(struct rq *q, struct order_row *o, struct node *can) MUST_USE;
/* k of a row: 24 letters and digits. */
const char *order_key(struct arena *a, struct bytes uid);

/* What is sealed, by its column, order.name; NULL stays NULL. */
enum err order_open(struct arena *a, const char *column, const struct order_row *o,
		    struct bytes sealed, const char **text) MUST_USE;

/* What is common to the ways an order comes in. */
struct order_new {
	struct bytes uid;            /* of the form */
	int64_t station, item, need; /* DB_NONE: none */
	const char *name, *phone, *address;
	const char *group, *category, *detail, *wished_on, *part, *channel;
	const char *sex, *language; /* who may come, what is spoken; NULL: no matter */
	int64_t proxy, urgent, verified;
	const char *no; /* out */
};
/* A row of service_order, in a transaction of its own; a form sent again is the order that it
 * became. */
enum err order_add(const struct actor *by, struct order_new *n) MUST_USE;

/* The community in which it is: what the address says, typed or on file, among those of the
 * station's street; else the station's own division. */
enum err order_region(const struct actor *by, const struct order_new *n,
		      const char **code) MUST_USE;

/* Messages beside a wished day and part that cannot be. */
void order_check_when(struct rq *q, const char *day, const char *field, const char *part);

/* The dispatch page of an order; whole: name, phone and address in full. */
enum err put_order(struct rq *q, const struct order_row *o, bool whole) MUST_USE;
enum err put_contact(struct rq *q, const struct order_row *o, bool whole) MUST_USE;
enum err put_proposal(struct rq *q, int64_t order) MUST_USE;
/* The menu of a station: Page.Items.N.{uid,name,about,category,minutes}. */
enum err put_menu(struct rq *q, int64_t station) MUST_USE;
/* The one of Page.Items with this uid, or NULL. */
struct node *menu_find(struct rq *q, const char *uid);
/* What an order is about, in one or two words: of the menu, or else of which kind. code_load()
 * came before. */
const char *order_what(const char *item, const char *category);
/* The same for a row of Page with {item,category}: {what,category_name}. */
void put_what(struct node *n);

enum err menu_desk(struct rq *q);
enum err menu_own(struct rq *q);
enum err menu_new(struct rq *q);
enum err menu_add(struct rq *q);
enum err menu_item(struct rq *q);
enum err menu_save(struct rq *q);
enum err ask_form(struct rq *q);
enum err ask_post(struct rq *q);
enum err follow_show(struct rq *q);
enum err follow_cancel(struct rq *q);
enum err follow_when(struct rq *q);
void put_scores(struct rq *q);
/* The resident's page of an order. */
enum err put_follow(struct rq *q, const struct order_row *o, const char *k) MUST_USE;
/* A time that was agreed is no longer: its activity is called off. In the caller's transaction. */
enum err order_unplan(const struct actor *by, const struct order_row *o,
		      const char *reason) MUST_USE;

enum err follow_code(struct rq *q);
enum err follow_rate(struct rq *q);
enum err step_agree(struct rq *q);
enum err step_code(struct rq *q);
enum err step_served(struct rq *q);
enum err step_rate(struct rq *q);
enum err mine_agree(struct rq *q);
enum err mine_arrive(struct rq *q);
enum err mine_confirm(struct rq *q);
enum err case_list(struct rq *q);
enum err case_show(struct rq *q);
enum err case_answer(struct rq *q);
enum err desk_list(struct rq *q);
enum err call_form(struct rq *q);
enum err amend_form(struct rq *q);
enum err amend_save(struct rq *q);
enum err call_add(struct rq *q);
enum err show_next(struct rq *q);
enum err show_order(struct rq *q);
enum err step_accept(struct rq *q);
enum err step_decline(struct rq *q);
enum err step_cancel(struct rq *q);
enum err step_release(struct rq *q);
enum err step_open(struct rq *q);
enum err step_send(struct rq *q);
enum err step_look(struct rq *q);
enum err mine_list(struct rq *q);
enum err mine_settings(struct rq *q);
enum err mine_show(struct rq *q);
enum err mine_take(struct rq *q);
enum err mine_refuse(struct rq *q);
enum err mine_release(struct rq *q);

#endif
