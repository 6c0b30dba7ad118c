/* gift.c - a piece goes off the shelf for points or for saved time, and back if it is not picked
 * up. */
#include "gift.h"

#include <string.h>

#include "aside.h"
#include "audit.h"
#include "clock.h"
#include "green.h"
#include "ids.h"
#include "row.h"
#include "secret.h"
#include "timebank.h"

enum { DAY = 86400, CODES = 3 };

static struct stmt off_q = SQL(
	"UPDATE gift"
	"   SET stock = stock - 1, taken = taken + 1"
	" WHERE id = ?"
	"   AND station_id = ?"
	"   AND state = 'on'"
	"   AND stock > 0"
	"   AND COALESCE(IF(?, minutes, points), 0) = ?");
static struct stmt back_q = SQL(
	"UPDATE gift"
	"   SET stock = stock + 1, taken = taken - 1"
	" WHERE id = ?"
	"   AND taken > 0");
static struct stmt add_q = SQL(
	"INSERT INTO gift_exchange (uid, station_id, gift_id, account_id, person_id, points,"
	"       minutes, year, code, asked_at, until_on)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
#define KNOWN_COLS(X, T) \
	X(T, INT, gift, "gift_id") \
	X(T, INT, account, "account_id") \
	X(T, INT, person, "person_id")
ROW_DEFINE(known_row, KNOWN_COLS);
static struct stmt known_q = SQL(
	"SELECT " ROW_SELECT(KNOWN_COLS)
	"  FROM gift_exchange"
	" WHERE uid = ?");
#define ENDING_COLS(X, T) \
	X(T, INT, gift, "gift_id") \
	X(T, INT, station, "station_id") \
	X(T, INT, account, "account_id") \
	X(T, INT, person, "person_id") \
	X(T, INT, points, "points") \
	X(T, INT, minutes, "minutes") \
	X(T, INT, year, "year")
ROW_DEFINE(ending_row, ENDING_COLS);
static struct stmt ending_q = SQL(
	"SELECT " ROW_SELECT(ENDING_COLS)
	"  FROM gift_exchange"
	" WHERE id = ?");
static struct stmt end_q = SQL(
	"UPDATE gift_exchange"
	"   SET state = ?, closed_at = ?, closed_by = ?, reason = ?"
	" WHERE id = ?"
	"   AND state = 'waiting'");
static struct stmt due_q = SQL(
	"SELECT x.id"
	"  FROM gift_exchange x"
	" WHERE x.state = 'waiting'"
	"   AND x.until_on < ?"
	"   AND " ASIDE_NOT("gift_lapse", "gift_exchange", "x.id")
	" ORDER BY x.until_on, x.id"
	" LIMIT ?");

/* Six letters that nobody misreads, by telephone either. */
static const char *code_new(struct arena *a)
{
	static const char letters[] = "ABCDEFGHJKLMNPQRSTUVWXYZ";
	uint8_t dice[GIFT_CODE];
	char *code = arena_dup(a, "......", GIFT_CODE);
	secret_random(dice, sizeof(dice));
	/* 24 does not divide 256: the bias is a hundredth, and nobody gains by it. */
	for (size_t i = 0; i < GIFT_CODE; i++)
		code[i] = letters[dice[i] % (sizeof(letters) - 1)];
	return code;
}

struct taking {
	const struct actor *by;
	struct gift_wish *w;
	int64_t days;
};

static enum err take_off(struct taking *t)
{
	int64_t rows;
	const struct gift_wish *w = t->w;
	enum err e = db_affect(&off_q,
			       ARGS(A_(w->gift), A_(w->station),
				    A_((int64_t)(w->person != DB_NONE)), A_(w->price)),
			       &rows);
	if (e || rows)
		return e;
	t->w->fault = "gone";
	return ERR(ERR_CHECK, "gift");
}

/* The time is held until it is picked up. */
static enum err pay_hours(const struct actor *by, struct gift_wish *w, int64_t exchange)
{
	struct bank_account a;
	enum err e = bank_account_of(w->person, &a);
	if (!e)
		e = bank_hold(by, &(struct bank_move){ .from = a.id,
						       .minutes = w->price,
						       .kind = "reserve",
						       .station = w->station,
						       .exchange = exchange });
	if (e == ERR_NOT_FOUND || e == ERR_CHECK || e == ERR_STALE) {
		w->fault = "short";
		return ERR(ERR_CHECK, "hours");
	}
	return e;
}

static enum err pay_points(const struct actor *by, struct gift_wish *w, int64_t exchange)
{
	enum err e = green_book(by,
				&(struct green_move){ .account = w->account,
						      .station = w->station,
						      .uid = w->uid,
						      .kind = "exchange",
						      .points = -w->price,
						      .exchange = exchange },
				NULL);
	if (e != ERR_STALE)
		return e;
	w->fault = "short";
	return ERR(ERR_CHECK, "points");
}

static enum err take_tx(void *ctx)
{
	struct taking *t = ctx;
	const struct actor *by = t->by;
	struct gift_wish *w = t->w;
	bool hours = w->person != DB_NONE;
	int64_t id, year = green_year(by);
	w->fault = NULL;
	enum err e = take_off(t);
	if (!e)
		e = db_exec(&add_q,
			    ARGS(A_(w->uid), A_(w->station), A_(w->gift), A_(w->account),
				 A_(w->person), A_(hours ? DB_NONE : w->price),
				 A_(hours ? w->price : DB_NONE), A_(hours ? DB_NONE : year),
				 A_(code_new(by->arena)), A_(actor_time(by)),
				 A_(clock_day(by->arena, by->now + t->days * DAY))),
			    &id);
	if (!e)
		e = hours ? pay_hours(by, w, id) : pay_points(by, w, id);
	return e ? e : audit(by, "gift.take", "gift", w->gift, NULL);
}

/* The form became an exchange already: this one, or another. */
static enum err take_known(struct gift_wish *w)
{
	struct known_row k;
	enum err e = row_one(&known_q, ARGS(A_(w->uid)), known_row_cols, &k);
	if (e || (k.gift == w->gift && k.account == w->account && k.person == w->person))
		return e;
	w->fault = "again";
	return ERR(ERR_CHECK, "form");
}

enum err gift_hours(int64_t station, bool *allowed)
{
	int64_t rule;
	struct bank_rule bank = { 0 };
	enum err e = setting_rule(station, "gift_hours", GIFT_HOURS, &rule);
	if (!e && rule)
		e = bank_rule(station, &bank);
	*allowed = !e && rule && bank.on;
	return e;
}

static enum err take_allowed(struct gift_wish *w)
{
	int64_t points = 0;
	bool allowed = false;
	enum err e = w->person == DB_NONE
			     ? setting_rule(w->station, "gift_points", GIFT_POINTS, &points)
			     : gift_hours(w->station, &allowed);
	if (e || points || allowed)
		return e;
	w->fault = "closed";
	return ERR(ERR_CHECK, "no exchange");
}

enum err gift_take(const struct actor *by, struct gift_wish *w)
{
	struct taking t = { .by = by, .w = w };
	enum err e = setting_rule(w->station, "gift_days", GIFT_DAYS, &t.days);
	if (!e)
		e = take_allowed(w);
	for (int i = 0; !e && i < CODES; i++) {
		e = db_tx(take_tx, &t);
		const char *fault = w->fault;
		if (e != ERR_DUPLICATE && !(e == ERR_CHECK && fault))
			return e;
		err_clear();
		e = take_known(w);
		if (e != ERR_NOT_FOUND)
			return e;
		w->fault = fault;
		if (fault)
			return ERR(ERR_CHECK, "%s", fault);
		/* Not the form's number then, but the letters: others. */
		err_clear();
		e = OK;
	}
	return e ? e : ERR(ERR_RETRY, "no free code");
}

/* What was held for it is spent when it is picked up, and goes back when it is not: to whoever has
 * the account now, to the pool if nobody does. */
static enum err end_hours(const struct actor *by, const struct gift_end *g,
			  const struct ending_row *x)
{
	struct bank_account a;
	struct bank_move m = { .minutes = x->minutes,
			       .kind = str_eq(g->state, "handed") ? "spend" : "release",
			       .station = x->station,
			       .exchange = g->id };
	enum err e = bank_account_of(x->person, &a);
	m.from = e ? 0 : a.id;
	if (e == ERR_NOT_FOUND)
		e = bank_station(x->station, "pool", &m.from);
	return e ? e : bank_hold(by, &m);
}

/* Back on the shelf, and what was paid back to the year that it came from. */
static enum err end_return(const struct actor *by, const struct gift_end *g,
			   const struct ending_row *x)
{
	enum err e = db_change(&back_q, ARGS(A_(x->gift)));
	if (e || x->points == DB_NONE)
		return e;
	bool booked;
	return green_book(by,
			  &(struct green_move){ .account = x->account,
						.station = x->station,
						.uid = secret_uid(by->arena),
						.kind = "back",
						.points = x->points,
						.year = g->station_fault ? 0 : x->year,
						.exchange = g->id },
			  &booked);
}

enum err gift_end(const struct actor *by, const struct gift_end *g)
{
	struct ending_row x;
	enum err e = row_one(&ending_q, ARGS(A_(g->id)), ending_row_cols, &x);
	if (!e)
		e = db_change(&end_q,
			      ARGS(A_(g->state), A_(actor_time(by)),
				   A_(by->staff ? by->staff : DB_NONE), A_(g->reason), A_(g->id)));
	if (!e && !str_eq(g->state, "handed"))
		e = end_return(by, g, &x);
	if (!e && x.minutes != DB_NONE)
		e = end_hours(by, g, &x);
	return e ? e
		 : audit(by, arena_fmt(by->arena, "gift.%s", g->state), "gift_exchange", g->id,
			 NULL);
}

enum err gift_due(const struct actor *by, int64_t *ids, size_t max, size_t *n)
{
	*n = 0;
	return db_each(&due_q, ARGS(A_(actor_today(by)), A_((int64_t)max)), ids_take,
		       &(struct ids_taken){ ids, max, n });
}

struct lapsing {
	const struct actor *by;
	int64_t id;
};

static enum err lapse_tx(void *ctx)
{
	const struct lapsing *l = ctx;
	return gift_end(l->by, &(struct gift_end){ .id = l->id, .state = "lapsed" });
}

enum err gift_lapse(const struct actor *by, int64_t id, int64_t *done)
{
	enum err e = db_tx(lapse_tx, &(struct lapsing){ by, id });
	*done += !e;
	return e;
}
