/* timebank_draw.c - withdrawals 支取: reserved for an order, booked when it was served, returned when
 * it was not. */
#include "timebank.h"

#include "audit.h"
#include "states.h"

enum { SETTLE_MOST = 500 };

#define DRAW_COLS(X, T) \
	X(T, INT, id, "d.id") \
	X(T, INT, station, "d.station_id") \
	X(T, INT, account, "d.account_id") \
	X(T, INT, order, "d.order_id") \
	X(T, INT, minutes, "d.minutes") \
	X(T, TEXT, used_for, "d.used_for") \
	X(T, TEXT, state, "d.state") \
	X(T, INT, asked_by, "COALESCE(d.asked_by, 0)")
ROW_DEFINE(draw_row, DRAW_COLS);
static struct stmt add_q = SQL(
	"INSERT INTO timebank_draw (uid, station_id, account_id, order_id, minutes, used_for,"
	"       kin_id, reason, state, asked_at, asked_by)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt lock_q = SQL(
	"SELECT " ROW_SELECT(DRAW_COLS)
	"  FROM timebank_draw d"
	" WHERE d.id = ?"
	"   FOR UPDATE");
static struct stmt find_q = SQL(
	"SELECT id"
	"  FROM timebank_draw"
	" WHERE uid = UNHEX(?)"
	"   AND station_id = ?");
static struct stmt state_q = SQL(
	"UPDATE timebank_draw"
	"   SET state = ?, served_minutes = ?,"
	"       ended_at = IF(state IN ('booked', 'returned', 'refused'), ?, NULL)"
	" WHERE id = ?"
	"   AND state = ?");
static struct stmt decided_q = SQL(
	"UPDATE timebank_draw"
	"   SET decided_by = ?"
	" WHERE id = ?");
/* What the order came to. The time served is that of its record, as far as there is one; nobody
 * is paid with their own time for a service that they gave themselves. */
#define ENDED_COLS(X, T) \
	X(T, INT, id, "d.id") \
	X(T, INT, served, "o.served_at IS NOT NULL") \
	X(T, INT, own, \
	  "EXISTS (SELECT 1 FROM dispatch w JOIN timebank_account a ON a.id = d.account_id" \
	  " WHERE w.accepted_order = o.id AND w.person_id = a.person_id)") \
	X(T, INT, minutes, \
	  "LEAST(d.minutes, COALESCE((SELECT SUM(r.minutes) FROM service_record r" \
	  " WHERE r.activity_id = o.activity_id AND r.state IN " RECORD_COUNTS "), d.minutes))")
ROW_DEFINE(ended_row, ENDED_COLS);
static struct stmt ended_q = SQL(
	"SELECT " ROW_SELECT(ENDED_COLS)
	"  FROM timebank_draw d"
	"  JOIN service_order o ON o.id = d.order_id"
	" WHERE d.state IN ('proposed', 'reserved')"
	"   AND o.state IN ('to_rate', 'done', 'declined', 'cancelled')"
	" ORDER BY d.id"
	" LIMIT ?");

static enum err draw_lock(int64_t id, struct draw_row *d)
{
	return row_one(&lock_q, ARGS(A_(id)), draw_row_cols, d);
}

static enum err draw_move(const struct actor *by, const struct draw_row *d, const char *to,
			  int64_t served)
{
	int64_t rows;
	enum err e = db_affect(
		&state_q, ARGS(A_(to), A_(served), A_(actor_time(by)), A_(d->id), A_(d->state)),
		&rows);
	if (!e && !rows)
		e = ERR(ERR_STALE, "withdrawal %lld", (long long)d->id);
	return e ? e
		 : audit(by, "timebank_draw.move", "timebank_draw", d->id,
			 arena_fmt(by->arena, "%s > %s", d->state, to));
}

static enum err moved(const struct actor *by, const struct draw_row *d, const char *kind,
		      int64_t minutes)
{
	return bank_hold(by, &(struct bank_move){ .from = d->account,
						  .minutes = minutes,
						  .kind = kind,
						  .station = d->station,
						  .order = d->order,
						  .draw = d->id });
}

enum err bank_reserve(const struct actor *by, const struct bank_draw *n)
{
	bool pool = str_eq(n->used_for, "pool");
	const char *state = pool ? "proposed" : "reserved";
	struct draw_row d = { .station = n->station, .account = n->account, .order = n->order };
	enum err e = db_exec(&add_q,
			     ARGS(A_(n->uid), A_(n->station), A_(n->account), A_(n->order),
				  A_(n->minutes), A_(n->used_for), A_(n->kin ? n->kin : DB_NONE),
				  A_(n->reason), A_(state), A_(actor_time(by)),
				  A_(by->staff ? by->staff : DB_NONE)),
			     &d.id);
	if (!e && !pool)
		e = moved(by, &d, "reserve", n->minutes);
	return e ? e : audit(by, "timebank_draw.ask", "timebank_draw", d.id, n->used_for);
}

enum err bank_decide(const struct actor *by, const char *uid, bool yes)
{
	struct draw_row d;
	int64_t id;
	enum err e = db_int(&find_q, ARGS(A_(uid), A_(by->station)), &id);
	if (!e)
		e = draw_lock(id, &d);
	if (!e && !str_eq(d.state, "proposed"))
		e = ERR(ERR_STALE, "withdrawal is %s", d.state);
	if (!e && (!by->staff || d.asked_by == by->staff))
		e = ERR(ERR_FORBIDDEN, "decided by who proposed it");
	if (!e)
		e = db_change(&decided_q, ARGS(A_(by->staff), A_(id)));
	if (!e)
		e = draw_move(by, &d, yes ? "reserved" : "refused", DB_NONE);
	return e || !yes ? e : moved(by, &d, "reserve", d.minutes);
}

enum err bank_return(const struct actor *by, int64_t draw)
{
	struct draw_row d;
	enum err e = draw_lock(draw, &d);
	bool held = !e && str_eq(d.state, "reserved");
	if (!e && !held && !str_eq(d.state, "proposed"))
		e = ERR(ERR_STALE, "withdrawal is %s", d.state);
	if (!e)
		e = draw_move(by, &d, held ? "returned" : "refused", DB_NONE);
	return e || !held ? e : moved(by, &d, "release", d.minutes);
}

struct settling {
	const struct actor *by;
	const struct ended_row *v;
};

static enum err settled(void *ctx)
{
	const struct settling *s = ctx;
	struct draw_row d;
	if (!s->v->served || s->v->own)
		return bank_return(s->by, s->v->id);
	enum err e = draw_lock(s->v->id, &d);
	if (!e && str_eq(d.state, "proposed"))
		return bank_return(s->by, d.id);
	if (!e)
		e = draw_move(s->by, &d, "booked", s->v->minutes);
	if (!e)
		e = moved(s->by, &d, "spend", s->v->minutes);
	if (!e && s->v->minutes < d.minutes)
		e = moved(s->by, &d, "release", d.minutes - s->v->minutes);
	return e;
}

enum err bank_settle(const struct actor *by, int64_t *done)
{
	struct ended_row *v;
	size_t n;
	enum err e = row_all(&ended_q, ARGS(A_((int64_t)SETTLE_MOST)), ended_row_cols, sizeof(*v),
			     &v, &n);
	for (size_t i = 0; !e && i < n; i++) {
		struct settling s = { by, &v[i] };
		e = db_tx(settled, &s);
		*done += !e;
		if (e == ERR_STALE)
			e = OK;
	}
	return e;
}
