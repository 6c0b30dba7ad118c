/* dispatch.c - who is asked for an order, takes it, says no, or does not answer. */
#include "aside.h"
#include "audit.h"
#include "clock.h"
#include "dispatch_inside.h"
#include "ids.h"
#include "propose.h"
#include "secret.h"
#include "setting.h"
#include "tell_thing.h"
#include "workday.h"

enum { URGENT_MINUTES = 30, ROUNDS = 3, ROUND_SIZE = 3, TAKE_DAYS = 1, WEEK = 7 * 86400 };

static struct stmt ask_q = SQL(
	"INSERT INTO dispatch (uid, order_id, station_id, team_id, person_id, round, why, sent_by,"
	"       sent_at, answer_by)"
	" SELECT ?, o.id, o.station_id, w.team, w.person, o.rounds, ?, ?, ?, ?"
	"  FROM service_order o"
	"  JOIN (SELECT ? AS team, ? AS person) w"
	" WHERE o.id = ?"
	"   AND (w.person IS NULL OR (SELECT COUNT(*) FROM dispatch d WHERE d.person_id = w.person"
	"       AND d.sent_at > ? AND d.round > 0) < ?)");
static struct stmt asked_q = SQL(
	"INSERT INTO order_helper (person_id, asked_at)"
	" VALUES (?, ?)"
	"    ON DUPLICATE KEY UPDATE asked_at = VALUES(asked_at)");
static struct stmt round_q = SQL(
	"UPDATE service_order"
	"   SET rounds = rounds + 1"
	" WHERE id = ?");
static struct stmt answer_by_q = SQL(
	"UPDATE service_order"
	"   SET due_at = ?"
	" WHERE id = ?");
static struct stmt open_q = SQL(
	"UPDATE service_order"
	"   SET open_at = ?"
	" WHERE id = ?"
	"   AND state IN ('to_dispatch', 'dispatched')"
	"   AND open_at IS NULL");
/* Those who were asked in this round, or in an earlier one, and have not answered. */
static struct stmt recall_q = SQL(
	"UPDATE dispatch"
	"   SET state = 'recalled', answered_at = ?, reason = ?"
	" WHERE order_id = ?"
	"   AND state = 'sent'");
static struct stmt taken_back_q = SQL(
	"UPDATE dispatch"
	"   SET state = 'recalled', answered_at = ?, reason = ?"
	" WHERE accepted_order = ?");
static struct stmt urgent_q = SQL(
	"SELECT urgent"
	"  FROM service_order"
	" WHERE id = ?");
static struct stmt left_q = SQL(
	"SELECT COUNT(*)"
	"  FROM dispatch"
	" WHERE order_id = ?"
	"   AND state = 'sent'");
static struct stmt rounds_q = SQL(
	"SELECT IF(auto_next, rounds, 1000)"
	"  FROM service_order"
	" WHERE id = ?");

/* Until when they may answer. */
static enum err answer_by(const struct actor *by, const struct order_at *o, const char **at)
{
	int64_t urgent, n;
	const char *day;
	enum err e = db_int(&urgent_q, ARGS(A_(o->id)), &urgent);
	if (!e && urgent) {
		e = setting_rule(o->station, "order_urgent_minutes", URGENT_MINUTES, &n);
		*at = clock_time(by->arena, by->now + n * 60);
		return e;
	}
	if (!e)
		e = setting_rule(o->station, "order_take_days", TAKE_DAYS, &n);
	if (!e)
		e = workday_add(o->station, actor_today(by), (int)n, &day);
	if (!e)
		*at = arena_fmt(by->arena, "%s 18:00:00", day);
	return e;
}

struct asking {
	const char *until, *week; /* the answer is due; since then asks are counted */
	int64_t most;             /* asks in a week */
};

/* The volunteer's own row is taken first: whoever asks them for another order at the same moment
 * waits, and counts this one; asked again for the same one counts too. ERR_STALE: they have been
 * asked often enough. */
static enum err ask_one(const struct actor *by, const struct order_at *o, int64_t team,
			const struct candidate *c, const struct asking *a)
{
	int64_t person = c ? c->person : DB_NONE, staff = by->staff ? by->staff : DB_NONE;
	const char *now = actor_time(by);
	enum err e = OK;
	if (c)
		e = db_exec(&asked_q, ARGS(A_(person), A_(now)), NULL);
	if (!e)
		e = db_change(&ask_q, ARGS(A_(secret_uid(by->arena)), A_(c ? c->why : ""),
					   A_(staff), A_(now), A_(a->until), A_(team), A_(person),
					   A_(o->id), A_(a->week), A_(a->most)));
	if (e)
		return e;
	return c ? tell_order(by, o->id, "order", a->until, TELL_ASKED, person)
		 : tell_order_team(by, o->id, "order", a->until, team);
}

enum err dispatch_ask(const struct actor *by, struct order_at *o, const struct candidate *v,
		      size_t n, int64_t team)
{
	struct asking a = { .week = clock_time(by->arena, by->now - WEEK) };
	enum err e = order_move(by, "send", o);
	if (!e)
		e = db_change(&round_q, ARGS(A_(o->id)));
	if (!e)
		e = answer_by(by, o, &a.until);
	if (!e)
		e = setting_rule(o->station, "order_asks_week", MATCH_ASKS_WEEK, &a.most);
	for (size_t i = 0; !e && i < n; i++)
		e = ask_one(by, o, DB_NONE, &v[i], &a);
	if (!e && team != DB_NONE)
		e = ask_one(by, o, team, NULL, &a);
	return e ? e : db_change(&answer_by_q, ARGS(A_(a.until), A_(o->id)));
}

enum err dispatch_open(const struct actor *by, const struct order_at *o)
{
	struct actor there = dispatch_there(by, o->station);
	enum err e = db_change(&open_q, ARGS(A_(actor_time(by)), A_(o->id)));
	return e ? e : audit(&there, "order.open", "order", o->id, NULL);
}

enum err dispatch_recall(const struct actor *by, int64_t order, const char *reason)
{
	int64_t rows;
	bool taken = str_eq(reason, "taken");
	enum err e = tell_order(by, order, taken ? "order_taken" : "order_off", NULL, TELL_ASKED,
				0);
	if (!e && !taken)
		e = tell_order(by, order, "order_off", NULL, TELL_TAKER, 0);
	return e ? e : db_affect(&recall_q, ARGS(A_(actor_time(by)), A_(reason), A_(order)), &rows);
}

/* In the loop and behind a no: the best of those who are left, by the same rules. */
static enum err ask_next(const struct actor *by, struct order_at *o)
{
	struct proposal p;
	int64_t urgent, size = 1;
	enum err e = db_int(&urgent_q, ARGS(A_(o->id)), &urgent);
	if (!e && urgent)
		e = setting_rule(o->station, "order_round_size", ROUND_SIZE, &size);
	if (!e)
		e = propose(by, o->id, &p);
	if (e || !p.n)
		return e;
	e = dispatch_ask(by, o, p.v, p.n < (size_t)size ? p.n : (size_t)size, DB_NONE);
	/* Somebody asked one of them meanwhile: look again. */
	return e == ERR_STALE ? ERR(ERR_RETRY, "asked elsewhere") : e;
}

enum err dispatch_next(const struct actor *by, struct order_at *o)
{
	int64_t left, rounds, most, open;
	enum err e = db_int(&left_q, ARGS(A_(o->id)), &left);
	if (e || left || !str_eq(o->state, "dispatched"))
		return e;
	e = order_move(by, "back", o);
	if (!e)
		e = db_int(&rounds_q, ARGS(A_(o->id)), &rounds);
	if (!e)
		e = setting_rule(o->station, "order_rounds", ROUNDS, &most);
	if (!e && rounds < most)
		e = ask_next(by, o);
	if (e || str_eq(o->state, "dispatched"))
		return e;
	/* Nobody is left to be asked: whoever likes may take it, and staff look at it. */
	e = db_affect(&open_q, ARGS(A_(actor_time(by)), A_(o->id)), &open);
	if (e || !open)
		return e;
	struct actor there = dispatch_there(by, o->station);
	return audit(&there, "order.open", "order", o->id, "rounds");
}

/* --- the clock ------------------------------------------------------------------------------- */

static struct stmt due_q = SQL(
	"SELECT DISTINCT d.order_id"
	"  FROM dispatch d"
	" WHERE d.state = 'sent'"
	"   AND d.answer_by <= ?"
	"   AND " ASIDE_NOT("answer", "service_order", "d.order_id")
	" ORDER BY d.order_id"
	" LIMIT ?");
static struct stmt expire_q = SQL(
	"UPDATE dispatch"
	"   SET state = 'expired', answered_at = ?"
	" WHERE order_id = ?"
	"   AND state = 'sent'"
	"   AND answer_by <= ?");

enum err dispatch_due(const struct actor *by, int64_t *ids, size_t max, size_t *n)
{
	*n = 0;
	struct ids_taken t = { ids, max, n };
	return db_each(&due_q, ARGS(A_(actor_time(by)), A_((int64_t)max)), ids_take, &t);
}

struct step {
	const struct actor *by;
	int64_t id;
};

static enum err expired(void *ctx)
{
	const struct step *s = ctx;
	struct order_at o;
	const char *now = actor_time(s->by);
	enum err e = order_read(s->id, &o);
	if (!e)
		e = tell_order(s->by, s->id, "order_late", NULL, TELL_LATE, 0);
	if (!e)
		e = db_change(&expire_q, ARGS(A_(now), A_(s->id), A_(now)));
	struct actor there = dispatch_there(s->by, o.station);
	if (!e)
		e = audit(&there, "order.expire", "order", s->id, NULL);
	return e ? e : dispatch_next(s->by, &o);
}

enum err dispatch_expire(const struct actor *by, int64_t id, int64_t *done)
{
	enum err e = db_tx(expired, &(struct step){ by, id });
	*done += !e;
	return e;
}

enum err dispatch_release(const struct actor *by, struct order_at *o, const char *reason)
{
	/* Whoever gives it back knows. */
	enum err e = by->staff ? tell_order(by, o->id, "order_released", NULL, TELL_TAKER, 0) : OK;
	if (!e)
		e = db_change(&taken_back_q, ARGS(A_(actor_time(by)), A_(reason), A_(o->id)));
	return e ? e : order_move(by, "release", o);
}
