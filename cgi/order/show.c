/* show.c - the dispatch page 派单: what waits, one order of it, whom to send and why. */
#include <string.h>

#include "clock.h"
#include "code.h"
#include "form.h"
#include "history.h"
#include "order.h"
#include "propose.h"

enum { SHOWN = 8, BARRED = 8 };

/* Late first. */
static struct stmt queue_q = SQL(
	"SELECT o.no, o.state, o.urgent, o.wished_on, o.wished_part, o.due_at, o.escalated,"
	"       o.category, i.name AS item, o.due_at < ? AS late"
	"  FROM service_order o FORCE INDEX (service_order_waits)"
	"  LEFT JOIN service_item i ON i.id = o.item_id"
	" WHERE o.station_id = ?"
	"   AND o.state IN ('to_accept', 'to_dispatch')"
	" ORDER BY o.urgent DESC, o.due_at, o.id"
	" LIMIT 12");
static struct stmt show_q = SQL(
	"SELECT o.no, o.state, o.urgent, o.category, o.detail, o.wished_on, o.wished_part,"
	"       o.wish_changed_at, o.wants_sex, o.language, o.channel, o.by_proxy,"
	"       o.target_group, o.visit_from, o.visit_to, o.due_at, o.escalated, o.rounds,"
	"       o.open_at, o.created_at, o.decline_reason, i.name AS item,"
	"       f.name AS taken_down_by, o.due_at < ? AS late, p.name AS volunteer,"
	"       v.no AS volunteer_no, a.no AS activity_no, n.no AS need_no"
	"  FROM service_order o"
	"  LEFT JOIN service_item i ON i.id = o.item_id"
	"  LEFT JOIN staff f ON f.id = o.created_by"
	"  LEFT JOIN dispatch d ON d.accepted_order = o.id"
	"  LEFT JOIN person p ON p.id = d.person_id"
	"  LEFT JOIN volunteer v ON v.person_id = d.person_id"
	"  LEFT JOIN activity a ON a.id = o.activity_id"
	"  LEFT JOIN need n ON n.id = o.need_id"
	" WHERE o.id = ?");
static struct stmt course_q = SQL(
	"SELECT d.state, d.sent_at, d.answer_by, d.answered_at, d.round, d.reason, p.name,"
	"       t.name AS team"
	"  FROM dispatch d"
	"  LEFT JOIN person p ON p.id = d.person_id"
	"  LEFT JOIN team t ON t.id = d.team_id"
	" WHERE d.order_id = ?"
	" ORDER BY d.id"
	" LIMIT 60");
static struct stmt teams_q = SQL(
	"SELECT LOWER(HEX(t.uid)) AS code, t.name, t.members,"
	"       COALESCE(FIND_IN_SET(?, t.categories), 0) > 0 AS fits"
	"  FROM team t"
	" WHERE t.station_id = ?"
	"   AND t.state = 'approved'"
	" ORDER BY fits DESC, t.id"
	" LIMIT 20");
static struct stmt next_q = SQL(
	"SELECT o.no"
	"  FROM service_order o FORCE INDEX (service_order_waits)"
	" WHERE o.station_id = ?"
	"   AND o.state IN ('to_accept', 'to_dispatch')"
	" ORDER BY o.urgent DESC, o.due_at, o.id"
	" LIMIT 1");

/* Straight to what is most urgent. */
enum err show_next(struct rq *q)
{
	const char *no;
	enum err e = db_text(&next_q, ARGS(A_(q->station)), &no);
	if (e == ERR_NOT_FOUND) {
		err_clear();
		return see(q, "/order/");
	}
	return e ? e : see(q, "/order/desk/%s", no);
}

/* Words with commas as children, each {word}. */
static void put_words(struct node *to, const char *words)
{
	while (words && *words) {
		size_t n = strcspn(words, ",");
		char word[24] = "";
		if (n < sizeof(word)) {
			memcpy(word, words, n);
			node_set(node_item(to), "word", word);
		}
		words += n + (words[n] == ',');
	}
}

static void put_candidate(struct rq *q, struct node *n, const struct candidate *c)
{
	node_set(n, "no", c->no);
	node_set(n, "name", c->name);
	if (c->who.age != DB_NONE)
		node_int(n, "age", c->who.age);
	node_int(n, "near", c->near);
	node_int(n, "week", c->who.week);
	node_int(n, "score", c->score > 100 ? 100 : c->score);
	if (c->who.skills && *c->who.skills)
		node_set(n, "skills", code_names(q->arena, "skill", c->who.skills));
	put_words(node_child(n, "Why"), c->why);
	node_set(n, "bar", c->bar);
}

enum err put_proposal(struct rq *q, int64_t order)
{
	struct proposal p;
	enum err e = propose(&q->actor, order, &p);
	for (size_t i = 0; !e && i < p.n && i < SHOWN; i++)
		put_candidate(q, node_item(put_list(q, "Fit")), &p.v[i]);
	for (size_t i = 0; !e && i < p.barred_n && i < BARRED; i++)
		put_candidate(q, node_item(put_list(q, "Barred")), &p.barred[i]);
	return e;
}

static void put_order_acts(struct rq *q, const char *state)
{
	static const struct {
		const char *can, *from;
	} acts[] = {
		{ "accept", "to_accept" },
		{ "decline", "to_accept,to_dispatch,dispatched" },
		{ "send", "to_dispatch,dispatched" },
		{ "cancel", "to_accept,to_dispatch,dispatched,taken" },
		{ "release", "taken" },
		{ "agree", "taken" },
		{ "code", "serving" },
		{ "served", "taken,serving" },
		{ "rate", "to_rate" },
	};
	for (size_t i = 0; i < sizeof(acts) / sizeof(acts[0]); i++)
		if (str_in(state, acts[i].from))
			put_int(q, arena_fmt(q->arena, "Can.%s", acts[i].can), 1);
	if (str_in(state, "to_dispatch,dispatched") && !got(q, "Order.open_at"))
		put_int(q, "Can.open", 1);
}

/* Masked, until somebody says why they look. */
enum err put_contact(struct rq *q, const struct order_row *o, bool whole)
{
	const char *name, *phone, *address;
	enum err e = order_open(q->arena, "order.name", o, o->name, &name);
	if (!e)
		e = order_open(q->arena, "order.phone", o, o->phone, &phone);
	if (!e)
		e = order_open(q->arena, "order.address", o, o->address, &address);
	if (e)
		return e;
	put(q, "Order.name", whole ? name : mask_name(q->arena, name));
	put(q, "Order.phone", whole ? phone : mask_phone(q->arena, phone));
	put(q, "Order.address", whole ? address : mask_address(q->arena, address));
	put_int(q, "Order.masked", whole ? DB_NONE : 1);
	return OK;
}

enum err put_order(struct rq *q, const struct order_row *o, bool whole)
{
	const char *now = actor_time(&q->actor);
	enum err e = code_load();
	if (!e)
		e = put_query(q, "Queue", &queue_q, ARGS(A_(now), A_(q->station)));
	if (!e)
		e = put_one(q, "Order", &show_q, ARGS(A_(now), A_(o->id)));
	if (!e)
		e = put_contact(q, o, whole);
	if (!e)
		e = put_query(q, "Course", &course_q, ARGS(A_(o->id)));
	if (!e && str_in(o->state, "to_dispatch,dispatched"))
		e = put_proposal(q, o->id);
	if (!e && str_in(o->state, "to_dispatch,dispatched"))
		e = put_query(q, "Teams", &teams_q, ARGS(A_(o->category), A_(q->station)));
	if (e)
		return e;
	for (struct node *n = node_first(put_list(q, "Queue")); n; n = node_next(n))
		put_what(n);
	struct node *n = put_list(q, "Order");
	put_what(n);
	node_set(n, "group_name", code_name("recipient", node_get(n, "target_group")));
	node_set(n, "language_name", code_name("spoken", node_get(n, "language")));
	put_order_acts(q, o->state);
	if (str_in(o->state, ORDER_OPEN_STATES) && got(q, "Order.taken_down_by"))
		put_int(q, "Can.amend", 1);
	if (str_eq(o->state, "to_rate"))
		put_scores(q);
	return history_put(q, "order", o->id);
}

enum err show_order(struct rq *q)
{
	struct order_row o;
	enum err e = order_at_desk(q, &o);
	if (!e)
		e = put_order(q, &o, false);
	return e ? e : page(q, "order/desk.cs");
}
