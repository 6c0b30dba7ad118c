/* mine.c - orders on a volunteer's phone: what they are asked, what they have taken, what anybody
 * may take; and when they would rather not. */
#include <string.h>

#include "clock.h"
#include "code.h"
#include "form.h"
#include "order.h"
#include "propose.h"

#define SHORT \
	"SELECT o.no, o.state, o.urgent, o.category, o.detail, o.wished_on, o.wished_part," \
	"       o.visit_from, o.visit_to, i.name AS item, s.name AS station"
#define ITS \
	"  LEFT JOIN service_item i ON i.id = o.item_id" \
	"  JOIN station s ON s.id = o.station_id"
static struct stmt asked_q = SQL(
	SHORT ", d.answer_by, d.why"
	"  FROM dispatch d"
	"  JOIN service_order o ON o.id = d.order_id"
	ITS
	" WHERE d.person_id = ?"
	"   AND d.state = 'sent'"
	" ORDER BY d.id DESC"
	" LIMIT 20");
static struct stmt team_asked_q = SQL(
	SHORT ", d.answer_by, t.name AS team"
	"  FROM team_member m"
	"  JOIN team t ON t.id = m.team_id"
	"  JOIN dispatch d ON d.team_id = m.team_id AND d.state = 'sent'"
	"  JOIN service_order o ON o.id = d.order_id"
	ITS
	" WHERE m.person_id = ?"
	"   AND m.left_at IS NULL"
	" ORDER BY d.id DESC"
	" LIMIT 20");
static struct stmt taken_q = SQL(
	SHORT
	"  FROM dispatch d"
	"  JOIN service_order o ON o.id = d.accepted_order"
	ITS
	" WHERE d.person_id = ?"
	"   AND d.state = 'accepted'"
	"   AND o.state IN ('taken', 'serving')"
	" ORDER BY d.id DESC"
	" LIMIT 20");
static struct stmt gone_q = SQL(
	SHORT ", d.state AS answer, d.reason"
	"  FROM dispatch d"
	"  JOIN service_order o ON o.id = d.order_id"
	ITS
	" WHERE d.person_id = ?"
	"   AND d.state IN ('recalled', 'expired', 'accepted')"
	"   AND (d.state <> 'accepted' OR o.state IN ('to_rate', 'done'))"
	"   AND d.answered_at > ?"
	" ORDER BY d.id DESC"
	" LIMIT 5");
static struct stmt open_q = SQL(
	SHORT
	"  FROM service_order o FORCE INDEX (service_order_open)"
	ITS
	" WHERE o.station_id = ?"
	"   AND o.state IN ('to_dispatch', 'dispatched')"
	"   AND o.open_at IS NOT NULL"
	" ORDER BY o.urgent DESC, o.open_at"
	" LIMIT 30");
static struct stmt settings_q = SQL(
	"SELECT takes, languages, away_from, away_until"
	"  FROM order_helper"
	" WHERE person_id = ?");
static struct stmt set_q = SQL(
	"INSERT INTO order_helper (person_id, takes, languages, away_from, away_until)"
	" VALUES (?, ?, ?, ?, ?)"
	"    ON DUPLICATE KEY UPDATE takes = VALUES(takes), languages = VALUES(languages),"
	"       away_from = VALUES(away_from), away_until = VALUES(away_until)");
/* What this volunteer has to do with the order that the address names. */
#define MINE_COLS(X, T) \
	X(T, INT, id, "o.id") \
	X(T, TEXT, mine, \
	  "(SELECT d.state FROM dispatch d WHERE d.order_id = o.id AND d.person_id = ?" \
	  " ORDER BY d.state = 'accepted' DESC, d.state = 'sent' DESC, d.id DESC LIMIT 1)") \
	X(T, INT, team, \
	  "(SELECT COUNT(*) FROM dispatch d JOIN team_member m ON m.team_id = d.team_id" \
	  " AND m.left_at IS NULL WHERE d.order_id = o.id AND d.state = 'sent' AND m.person_id = " \
	  "?)") \
	X(T, INT, planned, "o.activity_id IS NOT NULL") \
	X(T, INT, open, "o.open_at IS NOT NULL AND o.station_id = ?") \
	X(T, INT, ours, "o.station_id = ?")
ROW_DEFINE(mine_row, MINE_COLS);
static struct stmt mine_q = SQL(
	"SELECT " ROW_SELECT(MINE_COLS)
	"  FROM service_order o"
	" WHERE o.no = ?");
static struct stmt show_q = SQL(
	SHORT ", o.wants_sex, o.language, o.wish_changed_at, i.about"
	"  FROM service_order o"
	ITS
	" WHERE o.id = ?");

enum { DAYS_BACK = 7, DAY = 86400 };

#define SETTINGS_IN(X, T) \
	X(T, FLAG, takes, 0, 0) \
	X(T, LIST, languages, 0, 10) \
	X(T, DAY, away_from, 0, 0) \
	X(T, DAY, away_until, 0, 0)
FORM_DEFINE(settings_in, SETTINGS_IN);
#define WORDS_IN(X, T) X(T, STR, reason, 0, 200)
FORM_DEFINE(words_in, WORDS_IN);

enum err mine_list(struct rq *q)
{
	const char *since = clock_time(q->arena, q->now - (int64_t)DAYS_BACK * DAY);
	enum err e = put_codes(q, "Languages", "spoken");
	if (!e)
		e = put_query(q, "Asked", &asked_q, ARGS(A_(q->person)));
	if (!e)
		e = put_query(q, "TeamAsked", &team_asked_q, ARGS(A_(q->person)));
	if (!e)
		e = put_query(q, "Taken", &taken_q, ARGS(A_(q->person)));
	if (!e)
		e = put_query(q, "Gone", &gone_q, ARGS(A_(q->person), A_(since)));
	if (!e)
		e = put_query(q, "Open", &open_q, ARGS(A_(q->station)));
	if (!e)
		e = put_station(q, q->station);
	if (e)
		return e;
	static const char *const lists[] = { "Asked", "TeamAsked", "Taken", "Gone", "Open" };
	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
		for (struct node *n = node_first(put_list(q, lists[i])); n; n = node_next(n))
			put_what(n);
	if (form_again(q))
		return page(q, "order/mine.cs");
	e = put_one(q, "Form", &settings_q, ARGS(A_(q->person)));
	if (e == ERR_NOT_FOUND) {
		err_clear();
		put(q, "Form.takes", "1");
	} else if (!e) {
		form_tick(q, "languages", got(q, "Form.languages"));
		put(q, "Form.takes", str_eq(got(q, "Form.takes"), "yes") ? "1" : "");
	}
	return e && e != ERR_NOT_FOUND ? e : page(q, "order/mine.cs");
}

enum err mine_settings(struct rq *q)
{
	struct settings_in in;
	const char *languages = "";
	int64_t id = q->person;
	if (!form_read(q, settings_in_fields, &in))
		return ERR_FORM;
	enum err e = code_join(q, "languages", "spoken", in.languages, &languages);
	if (!e && in.away_until && !in.away_from)
		in.away_from = actor_today(&q->actor);
	if (!e && in.away_from && !in.away_until)
		form_error(q, "away_until", "required");
	else if (!e && in.away_from && strcmp(in.away_until, in.away_from) < 0)
		form_error(q, "away_until", "order");
	if (!e && !form_ok(q))
		e = ERR_FORM;
	if (!e)
		e = audited(&q->actor, &set_q,
			    ARGS(A_(q->person), A_(in.takes ? "yes" : "no"), A_(languages),
				 A_(in.away_from), A_(in.away_until)),
			    "order.settings", "person", &id);
	return e ? e : see(q, "/order/mine?done=settings");
}

/* The order of the address, if this volunteer is asked, has it, or may take it; ERR_NOT_FOUND.
 * ERR_STALE: somebody of the own station was faster; whether it lay open before is kept nowhere. */
enum err order_for_me(struct rq *q, struct order_row *o, struct node *can)
{
	struct mine_row m;
	enum err e = row_one(
		&mine_q,
		ARGS(A_(q->person), A_(q->person), A_(q->station), A_(q->station), A_(arg(q, 0))),
		mine_row_cols, &m);
	if (!e)
		e = order_by_id(m.id, o);
	if (e)
		return e;
	bool waits = str_in(o->state, "to_dispatch,dispatched");
	bool asked = str_eq(m.mine, "sent") || m.team > 0;
	bool has = str_eq(m.mine, "accepted") && str_in(o->state, "taken,serving");
	if (!asked && !m.mine && !(m.open && waits))
		return m.ours && str_in(o->state, "taken,serving,to_rate,done")
			       ? ERR(ERR_STALE, "order")
			       : ERR(ERR_NOT_FOUND, "order");
	if (!can)
		return OK;
	if (waits && (asked || m.open))
		node_int(can, "take", 1);
	if (waits && str_eq(m.mine, "sent"))
		node_int(can, "refuse", 1);
	if (has)
		node_int(can, "contact", 1);
	if (has && str_eq(o->state, "taken")) {
		node_int(can, "release", 1);
		node_int(can, "agree", 1);
	}
	if (has && str_eq(o->state, "taken") && m.planned)
		node_int(can, "arrive", 1);
	if (has && str_eq(o->state, "serving"))
		node_int(can, "confirm", 1);
	return OK;
}

enum err mine_show(struct rq *q)
{
	struct order_row o;
	enum err e = order_for_me(q, &o, put_list(q, "Can"));
	if (e == ERR_STALE) {
		err_clear();
		return see(q, "/order/mine?done=gone");
	}
	if (!e)
		e = code_load();
	if (!e)
		e = put_one(q, "Order", &show_q, ARGS(A_(o.id)));
	/* Whom they help is told for as long as they help, and no longer. */
	if (!e && got(q, "Can.contact"))
		e = put_contact(q, &o, true);
	if (!e)
		e = put_station(q, o.station);
	if (e)
		return e;
	struct node *n = put_list(q, "Order");
	put_what(n);
	node_set(n, "language_name", code_name("spoken", node_get(n, "language")));
	return page(q, "order/one.cs");
}

struct answer {
	struct rq *q;
	struct order_row o;
	const char *words, *bar;
};

static enum err took(void *ctx)
{
	struct answer *s = ctx;
	struct order_at at = order_at(&s->o);
	return dispatch_claim(&s->q->actor, &at, &s->bar);
}

/* Whoever is first has it; to the others it says so. */
enum err mine_take(struct rq *q)
{
	struct answer s = { .q = q };
	enum err e = order_for_me(q, &s.o, put_list(q, "Can"));
	if (!e && !got(q, "Can.take"))
		e = ERR(ERR_STALE, "order");
	if (!e)
		e = db_tx(took, &s);
	if (e == ERR_CHECK && s.bar) {
		form_error_text(q, NULL, lang(arena_fmt(q->arena, "order.Bar.%s", s.bar)));
		return ERR_FORM;
	}
	if (e == ERR_STALE || e == ERR_DUPLICATE) {
		err_clear();
		return see(q, "/order/mine?done=gone");
	}
	return e ? e : see(q, "/order/mine/%s?done=taken", s.o.no);
}

static enum err refused(void *ctx)
{
	const struct answer *s = ctx;
	struct order_at at = order_at(&s->o);
	return dispatch_refuse(&s->q->actor, &at, s->words);
}

enum err mine_refuse(struct rq *q)
{
	struct words_in in;
	struct answer s = { .q = q };
	enum err e = order_for_me(q, &s.o, NULL);
	if (!e && !form_read(q, words_in_fields, &in))
		e = ERR_FORM;
	s.words = e ? NULL : in.reason;
	if (!e)
		e = db_tx(refused, &s);
	return e ? e : see(q, "/order/mine?done=refused");
}

static enum err released(void *ctx)
{
	const struct answer *s = ctx;
	struct order_at at = order_at(&s->o);
	enum err e = order_unplan(&s->q->actor, &s->o, lang("order.cannot"));
	return e ? e : dispatch_release(&s->q->actor, &at, s->words);
}

enum err mine_release(struct rq *q)
{
	struct words_in in;
	struct answer s = { .q = q };
	enum err e = order_for_me(q, &s.o, put_list(q, "Can"));
	if (!e && !got(q, "Can.release"))
		e = ERR(ERR_STALE, "order");
	if (!e && !form_read(q, words_in_fields, &in))
		e = ERR_FORM;
	s.words = e ? NULL : in.reason;
	if (!e)
		e = db_tx(released, &s);
	return e ? e : see(q, "/order/mine?done=released");
}
