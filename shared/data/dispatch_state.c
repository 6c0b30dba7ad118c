/* dispatch_state.c - the states of an order and the limit of each. */
#include "aside.h"
#include "audit.h"
#include "clock.h"
#include "dispatch_inside.h"
#include "ids.h"
#include "row.h"
#include "setting.h"
#include "tell_thing.h"
#include "workday.h"

/* clang-format off: one to a line */
static const struct move moves[] = { { "accept", "to_accept", "to_dispatch" },
				     { "send", "to_dispatch", "dispatched" },
				     { "send", "dispatched", "dispatched" },
				     { "claim", "to_dispatch", "taken" },
				     { "claim", "dispatched", "taken" },
				     { "back", "dispatched", "to_dispatch" },
				     { "release", "taken", "to_dispatch" },
				     { "start", "taken", "serving" },
				     { "serve", "taken", "to_rate" },
				     { "serve", "serving", "to_rate" },
				     { "rate", "to_rate", "done" },
				     { "close", "to_rate", "done" },
				     { "decline", "to_accept", "declined" },
				     { "decline", "to_dispatch", "declined" },
				     { "decline", "dispatched", "declined" },
				     { "cancel", "to_accept", "cancelled" },
				     { "cancel", "to_dispatch", "cancelled" },
				     { "cancel", "dispatched", "cancelled" },
				     { "cancel", "taken", "cancelled" },
				     { 0 } };
/* clang-format on */
enum { URGENT_MINUTES = 30, DAY = 86400 };

static struct stmt state_q = SQL(
	"UPDATE service_order"
	"   SET state = ?"
	" WHERE id = ?"
	"   AND state = ?"
	"   AND station_id = COALESCE(?, station_id)");
static const struct machine machine = { "order", moves, &state_q };
static struct stmt due_q = SQL(
	"UPDATE service_order"
	"   SET due_at = ?, tell_after = NULL,"
	"       wish_changed_at = IF(state = 'taken', wish_changed_at, NULL),"
	"       open_at = IF(state IN ('to_dispatch', 'dispatched'), open_at, NULL),"
	"       accepted_at = IF(state = 'to_dispatch', COALESCE(accepted_at, ?), accepted_at),"
	"       started_at = IF(state = 'serving', ?, started_at),"
	"       served_at = IF(state = 'to_rate', ?, served_at),"
	"       closed_at = IF(state IN ('done', 'declined', 'cancelled'), ?, closed_at)"
	" WHERE id = ?");
#define PACE_COLS(X, T) \
	X(T, INT, urgent, "o.urgent") \
	X(T, INT, told, "o.escalated") \
	X(T, TEXT, visit_to, "o.visit_to")
ROW_DEFINE(pace_row, PACE_COLS);
static struct stmt pace_q = SQL(
	"SELECT " ROW_SELECT(PACE_COLS)
	"  FROM service_order o"
	" WHERE o.id = ?");
static struct stmt agreed_q = SQL(
	"UPDATE service_order"
	"   SET visit_from = ?, visit_to = ?, contacted_at = COALESCE(contacted_at, ?),"
	"       activity_id = ?, wish_changed_at = NULL"
	" WHERE id = ?"
	"   AND state = 'taken'");
#define AT_COLS(X, T) \
	X(T, INT, id, "o.id") \
	X(T, INT, station, "o.station_id") \
	X(T, TEXT, state, "o.state")
ROW_DEFINE(at_row, AT_COLS);
static struct stmt at_q = SQL(
	"SELECT " ROW_SELECT(AT_COLS)
	"  FROM service_order o"
	" WHERE o.id = ?");

enum err order_read(int64_t id, struct order_at *o)
{
	struct at_row r;
	enum err e = row_one(&at_q, ARGS(A_(id)), at_row_cols, &r);
	if (!e)
		*o = (struct order_at){ r.id, r.station, r.state };
	return e;
}

struct actor dispatch_there(const struct actor *by, int64_t station)
{
	struct actor there = *by;
	if (!by->staff)
		there.station = station;
	return there;
}

/* How long the step may take, in working days or in days; 0: as long as it likes. */
static enum err limit_of(const struct order_at *o, bool agreed, int64_t *workdays, int64_t *days)
{
	*workdays = *days = 0;
	if (str_eq(o->state, "to_accept"))
		return setting_rule(o->station, "order_accept_days", 1, workdays);
	if (str_eq(o->state, "to_dispatch"))
		return setting_rule(o->station, "order_dispatch_days", 1, workdays);
	if (agreed && str_in(o->state, "taken,serving"))
		return setting_rule(o->station, "order_serve_days", 1, days);
	if (str_eq(o->state, "taken"))
		return setting_rule(o->station, "order_contact_days", 3, days);
	if (str_eq(o->state, "to_rate"))
		return setting_rule(o->station, "order_rate_days", 7, days);
	return OK;
}

static enum err minutes_of(const struct order_at *o, int64_t *minutes)
{
	return setting_rule(o->station, "order_urgent_minutes", URGENT_MINUTES, minutes);
}

/* The close of a day, so many working days or days on, or of an urgent one so many minutes; counted
 * from now, or from the end of the visit that was agreed. NULL: none. */
static enum err limit_at(const struct actor *by, const struct order_at *o, const char **at)
{
	struct pace_row p;
	int64_t workdays, days, minutes, from = by->now;
	const char *day = NULL;
	*at = NULL;
	enum err e = row_one(&pace_q, ARGS(A_(o->id)), pace_row_cols, &p);
	if (!e)
		e = limit_of(o, p.visit_to, &workdays, &days);
	if (e || (!workdays && !days))
		return e;
	if (p.visit_to && str_in(o->state, "taken,serving"))
		clock_parse_time(p.visit_to, &from);
	if (p.urgent && !str_eq(o->state, "to_rate")) {
		e = minutes_of(o, &minutes);
		*at = clock_time(by->arena, from + minutes * 60);
		return e;
	}
	if (days)
		day = clock_day(by->arena, from + days * DAY);
	else
		e = workday_add(o->station, actor_today(by), (int)workdays, &day);
	*at = arena_fmt(by->arena, "%s 18:00:00", day);
	return e;
}

static enum err order_limit(const struct actor *by, const struct order_at *o)
{
	const char *at, *now = actor_time(by);
	enum err e = limit_at(by, o, &at);
	return e ? e
		 : db_change(&due_q, ARGS(A_(at), A_(now), A_(now), A_(now), A_(now), A_(o->id)));
}

enum err order_begin(const struct actor *by, const struct order_at *o)
{
	return order_limit(by, o);
}

enum err order_agree(const struct actor *by, const struct order_at *o, int64_t from, int64_t to,
		     int64_t activity)
{
	struct actor there = dispatch_there(by, o->station);
	const char *now = actor_time(by);
	enum err e = db_change(&agreed_q,
			       ARGS(A_(clock_time(by->arena, from)), A_(clock_time(by->arena, to)),
				    A_(now), A_(activity), A_(o->id)));
	if (!e)
		e = order_limit(by, o);
	return e ? e : audit(&there, "order.agree", "order", o->id, NULL);
}

enum err order_move(const struct actor *by, const char *verb, struct order_at *o)
{
	struct actor there = dispatch_there(by, o->station);
	enum err e = move_to(&there, &machine, verb, o->id, o->state);
	if (e)
		return e;
	o->state = move_find(&machine, verb, o->state)->to;
	return order_limit(by, o);
}

enum err order_claimed(const struct actor *by, struct order_at *o, const char *from)
{
	struct actor there = dispatch_there(by, o->station);
	o->state = move_find(&machine, "claim", from)->to;
	enum err e = order_limit(by, o);
	return e ? e : audit(&there, "order.claim", "order", o->id, from);
}

/* --- the clock ------------------------------------------------------------------------------- */

static struct stmt late_q = SQL(
	"SELECT o.id"
	"  FROM service_order o"
	" WHERE o.state IN ('to_accept', 'to_dispatch', 'taken', 'serving')"
	"   AND o.tell_at <= ?"
	"   AND " ASIDE_NOT("late", "service_order", "o.id")
	" ORDER BY o.id"
	" LIMIT ?");
static struct stmt escalate_q = SQL(
	"UPDATE service_order"
	"   SET escalated = escalated + 1, tell_after = ?"
	" WHERE id = ?"
	"   AND state = ?"
	"   AND tell_at <= ?");
static struct stmt unrated_q = SQL(
	"SELECT o.id"
	"  FROM service_order o"
	" WHERE o.state = 'to_rate'"
	"   AND o.due_at <= ?"
	"   AND " ASIDE_NOT("unrated", "service_order", "o.id")
	" ORDER BY o.id"
	" LIMIT ?");

static enum err ids_of(struct stmt *s, const struct actor *by, int64_t *ids, size_t max, size_t *n)
{
	*n = 0;
	struct ids_taken t = { ids, max, n };
	return db_each(s, ARGS(A_(actor_time(by)), A_((int64_t)max)), ids_take, &t);
}

enum err order_late(const struct actor *by, int64_t *ids, size_t max, size_t *n)
{
	return ids_of(&late_q, by, ids, max, n);
}

enum err order_unrated(const struct actor *by, int64_t *ids, size_t max, size_t *n)
{
	return ids_of(&unrated_q, by, ids, max, n);
}

struct step {
	const struct actor *by;
	int64_t id;
};

/* Each pause is twice as long: minutes of an urgent one up to a day, else working days up to
 * eight. */
static enum err tell_again(const struct actor *by, const struct order_at *o, const char **at)
{
	enum { DOUBLED_MINUTES = 6, DOUBLED_DAYS = 3 };
	struct pace_row p;
	int64_t minutes;
	const char *day;
	enum err e = row_one(&pace_q, ARGS(A_(o->id)), pace_row_cols, &p);
	if (!e && p.urgent) {
		e = minutes_of(o, &minutes);
		int64_t pause = (minutes * 60)
				<< (p.told < DOUBLED_MINUTES ? p.told : DOUBLED_MINUTES);
		*at = clock_time(by->arena, by->now + (pause < DAY ? pause : DAY));
	} else if (!e) {
		int days = 1 << (p.told < DOUBLED_DAYS ? p.told : DOUBLED_DAYS);
		e = workday_add(o->station, actor_today(by), days, &day);
		if (!e)
			*at = arena_fmt(by->arena, "%s 09:00:00", day);
	}
	return e;
}

static enum err escalated(void *ctx)
{
	const struct step *s = ctx;
	struct order_at o;
	const char *again, *now = actor_time(s->by);
	enum err e = order_read(s->id, &o);
	if (!e)
		e = tell_again(s->by, &o, &again);
	if (!e)
		e = db_change(&escalate_q, ARGS(A_(again), A_(o.id), A_(o.state), A_(now)));
	struct actor there = dispatch_there(s->by, o.station);
	if (!e)
		e = tell_order(s->by, o.id, "supervise", NULL, TELL_STAFF, 0);
	return e ? e : audit(&there, "order.escalate", "order", o.id, o.state);
}

enum err order_escalate(const struct actor *by, int64_t id, int64_t *done)
{
	enum err e = db_tx(escalated, &(struct step){ by, id });
	*done += !e;
	return e;
}

static enum err closed(void *ctx)
{
	const struct step *s = ctx;
	struct order_at o;
	enum err e = order_read(s->id, &o);
	return e ? e : order_move(s->by, "close", &o);
}

enum err order_close(const struct actor *by, int64_t id, int64_t *done)
{
	enum err e = db_tx(closed, &(struct step){ by, id });
	*done += !e;
	return e;
}
