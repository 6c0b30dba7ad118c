/* green.c - drops are counted and points move: conditional changes of the rows of day and year. */
#include "green.h"

#include "audit.h"
#include "clock.h"
#include "row.h"

/* Whoever comes first makes the row; everybody holds it until the end of their transaction. */
static struct stmt year_hold_q = SQL(
	"INSERT INTO green_year (account_id, year, station_id)"
	" VALUES (?, ?, ?)"
	"    ON DUPLICATE KEY UPDATE account_id = account_id");
static struct stmt day_hold_q = SQL(
	"INSERT INTO green_day (account_id, day)"
	" VALUES (?, ?)"
	"    ON DUPLICATE KEY UPDATE day = day");
static struct stmt count_q = SQL(
	"UPDATE green_day d"
	"   SET d.drops = d.drops + 1"
	" WHERE d.account_id = ?"
	"   AND d.day = ?"
	"   AND d.drops < ?"
	"   AND NOT EXISTS (SELECT 1 FROM green_entry g WHERE g.counted_account = ?"
	"       AND g.happened_at > ? AND g.happened_at < ?)");
static struct stmt gap_q = SQL(
	"SELECT COUNT(*)"
	"  FROM green_entry"
	" WHERE counted_account = ?"
	"   AND happened_at > ?"
	"   AND happened_at < ?");
static struct stmt earn_q = SQL(
	"UPDATE green_year"
	"   SET earned = earned + ?, points = points + ?"
	" WHERE account_id = ?"
	"   AND year = ?"
	"   AND closed_at IS NULL"
	"   AND earned + ? <= ?");
static struct stmt move_q = SQL(
	"UPDATE green_year"
	"   SET points = points + ?"
	" WHERE account_id = ?"
	"   AND year = ?"
	"   AND closed_at IS NULL"
	"   AND points + ? >= 0");
static struct stmt entry_q = SQL(
	"INSERT INTO green_entry (uid, station_id, account_id, year, kind, result, points,"
	"       happened_at, note, exchange_id, card_id, offline, checker_id, entered_by,"
	"       entered_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
#define KNOWN_COLS(X, T) \
	X(T, INT, account, "account_id") \
	X(T, TEXT, result, "result")
ROW_DEFINE(known_row, KNOWN_COLS);
static struct stmt known_q = SQL(
	"SELECT " ROW_SELECT(KNOWN_COLS)
	"  FROM green_entry"
	" WHERE uid = ?");

enum err green_rules(int64_t station, struct green_rules *r)
{
	enum err e = setting_rule(station, "green_points", GREEN_POINTS, &r->points);
	if (!e)
		e = setting_rule(station, "green_drops_day", GREEN_DROPS_DAY, &r->drops);
	if (!e)
		e = setting_rule(station, "green_year_most", GREEN_YEAR_MOST, &r->most);
	return e ? e : setting_rule(station, "green_gap_minutes", GREEN_GAP, &r->gap);
}

int64_t green_year(const struct actor *by)
{
	return clock_year(by->now);
}

struct dropping {
	const struct actor *by;
	const struct green_drop *d;
	struct green_rules r;
	const char *noted; /* it brings nothing, and why */
	const char *result;
	bool known, full;
};

static enum err drop_known(struct dropping *c)
{
	struct known_row k;
	enum err e = row_one(&known_q, ARGS(A_(c->d->uid)), known_row_cols, &k);
	if (e)
		return e;
	c->known = true;
	c->result = k.account == c->d->account ? k.result : "bad";
	return OK;
}

/* One more drop of its day, unless it has enough or one is too near. */
static enum err drop_count(struct dropping *c)
{
	const struct green_drop *d = c->d;
	struct arena *a = c->by->arena;
	const char *day = clock_day(a, d->at), *from = clock_time(a, d->at - c->r.gap * 60),
		   *to = clock_time(a, d->at + c->r.gap * 60);
	int64_t rows, near;
	enum err e = db_exec(&day_hold_q, ARGS(A_(d->account), A_(day)), NULL);
	if (!e)
		e = db_affect(&count_q,
			      ARGS(A_(d->account), A_(day), A_(c->r.drops), A_(d->account),
				   A_(from), A_(to)),
			      &rows);
	if (e || rows)
		return e;
	e = db_int(&gap_q, ARGS(A_(d->account), A_(from), A_(to)), &near);
	c->result = !e && near ? "gap" : "limit";
	return e;
}

static enum err drop_earn(struct dropping *c, int64_t year)
{
	int64_t rows, p = c->r.points;
	enum err e = db_affect(
		&earn_q, ARGS(A_(p), A_(p), A_(c->d->account), A_(year), A_(p), A_(c->r.most)),
		&rows);
	if (e || rows)
		return e;
	c->full = true;
	return ERR(ERR_CHECK, "the year is full");
}

static enum err drop_book(void *ctx)
{
	struct dropping *c = ctx;
	const struct green_drop *d = c->d;
	int64_t year = clock_year(d->at);
	c->known = c->full = false;
	enum err e = drop_known(c);
	if (e != ERR_NOT_FOUND)
		return e;
	err_clear();
	c->result = c->noted ? c->noted : "counted";
	e = db_exec(&year_hold_q, ARGS(A_(d->account), A_(year), A_(d->station)), NULL);
	if (!e && !c->noted)
		e = drop_count(c);
	bool counted = !e && str_eq(c->result, "counted");
	if (counted)
		e = drop_earn(c, year);
	return e ? e
		 : db_exec(&entry_q,
			   ARGS(A_(d->uid), A_(d->station), A_(d->account), A_(year), A_("drop"),
				A_(c->result), A_(counted ? c->r.points : 0),
				A_(clock_time(c->by->arena, d->at)), A_(""), A_(DB_NONE),
				A_(d->card), A_((int64_t)d->offline), A_(d->checker), A_(d->staff),
				A_(actor_time(c->by))),
			   NULL);
}

enum err green_drop(const struct actor *by, const struct green_drop *d, const char **result,
		    bool *known)
{
	struct dropping c = { .by = by, .d = d };
	if (clock_year(d->at) < green_year(by))
		c.noted = "over";
	if (d->wrong)
		c.noted = "wrong";
	enum err e = green_rules(d->station, &c.r);
	if (!e)
		e = db_tx(drop_book, &c);
	/* The day's count was undone with the rest: it is noted as what it is. */
	if (e == ERR_CHECK && c.full) {
		err_clear();
		c.noted = "full";
		e = db_tx(drop_book, &c);
	}
	/* The same one was handed in by another request at this moment. */
	if (e == ERR_DUPLICATE) {
		err_clear();
		e = drop_known(&c);
	}
	*result = c.result;
	*known = c.known;
	return e;
}

/* The same form was booked by another request meanwhile, which spent the points. */
static enum err book_once(struct bytes uid)
{
	struct known_row k;
	enum err e = row_one(&known_q, ARGS(A_(uid)), known_row_cols, &k);
	if (e == ERR_NOT_FOUND) {
		err_clear();
		return OK;
	}
	return e ? e : ERR(ERR_DUPLICATE, "booked before");
}

enum err green_book(const struct actor *by, const struct green_move *m, bool *booked)
{
	bool back = str_eq(m->kind, "back");
	int64_t now = green_year(by), year = m->year ? m->year : now, rows;
	enum err e;
	if (booked)
		*booked = false;
	if (back && year != now)
		return OK;
	e = db_exec(&year_hold_q, ARGS(A_(m->account), A_(year), A_(m->station)), NULL);
	if (!e)
		e = book_once(m->uid);
	if (!e)
		e = db_affect(&move_q, ARGS(A_(m->points), A_(m->account), A_(year), A_(m->points)),
			      &rows);
	if (!e && !rows)
		return ERR(ERR_STALE, "not so many points");
	if (!e)
		e = db_exec(&entry_q,
			    ARGS(A_(m->uid), A_(m->station), A_(m->account), A_(year), A_(m->kind),
				 A_("booked"), A_(m->points), A_(actor_time(by)),
				 A_(str_or(m->note, "")), A_(m->exchange), A_(DB_NONE),
				 A_((int64_t)0), A_(DB_NONE), A_(by->staff ? by->staff : DB_NONE),
				 A_(actor_time(by))),
			    NULL);
	if (!e && booked)
		*booked = true;
	return e ? e
		 : audit(by, arena_fmt(by->arena, "green.%s", m->kind), "green_account", m->account,
			 arena_fmt(by->arena, "%lld", (long long)m->points));
}
