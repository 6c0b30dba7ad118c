/* green_clock.c - what the year's end does to points: told a month before, gone at midnight. */
#include "green.h"

#include "aside.h"
#include "audit.h"
#include "clock.h"
#include "ids.h"
#include "row.h"
#include "secret.h"
#include "tell.h"

static struct stmt lapse_due_q = SQL(
	"SELECT y.id"
	"  FROM green_year y"
	" WHERE y.closed_at IS NULL"
	"   AND y.year < ?"
	"   AND " ASIDE_NOT("green_lapse", "green_year", "y.id")
	" ORDER BY y.year, y.id"
	" LIMIT ?");
static struct stmt tell_due_q = SQL(
	"SELECT y.id"
	"  FROM green_year y"
	" WHERE y.year = ?"
	"   AND y.told_at IS NULL"
	"   AND y.points > 0"
	"   AND " ASIDE_NOT("green_tell", "green_year", "y.id")
	" ORDER BY y.points, y.id"
	" LIMIT ?");
#define YEAR_COLS(X, T) \
	X(T, INT, account, "y.account_id") \
	X(T, INT, station, "y.station_id") \
	X(T, INT, year, "y.year") \
	X(T, INT, points, "y.points") \
	X(T, INT, person, "a.person_id") \
	X(T, TEXT, no, "a.no")
ROW_DEFINE(year_row, YEAR_COLS);
static struct stmt year_q = SQL(
	"SELECT " ROW_SELECT(YEAR_COLS)
	"  FROM green_year y"
	"  JOIN green_account a ON a.id = y.account_id"
	" WHERE y.id = ?");
/* Something was booked meanwhile: the next turn looks again. */
static struct stmt close_q = SQL(
	"UPDATE green_year"
	"   SET points = 0, closed_at = ?"
	" WHERE id = ?"
	"   AND points = ?"
	"   AND closed_at IS NULL");
static struct stmt entry_q = SQL(
	"INSERT INTO green_entry (uid, station_id, account_id, year, kind, points, happened_at,"
	"       entered_at)"
	" VALUES (?, ?, ?, ?, 'lapse', ?, ?, ?)");
static struct stmt told_q = SQL(
	"UPDATE green_year"
	"   SET told_at = ?"
	" WHERE id = ?"
	"   AND told_at IS NULL");

enum err green_lapse_due(const struct actor *by, int64_t *ids, size_t max, size_t *n)
{
	*n = 0;
	return db_each(&lapse_due_q, ARGS(A_(green_year(by)), A_((int64_t)max)), ids_take,
		       &(struct ids_taken){ ids, max, n });
}

struct lapsing {
	const struct actor *by;
	int64_t id;
};

/* They lapsed at 24:00 of the last day, whenever this comes to write it down. */
static enum err lapse_tx(void *ctx)
{
	const struct lapsing *l = ctx;
	const struct actor *by = l->by;
	struct year_row y;
	enum err e = row_one(&year_q, ARGS(A_(l->id)), year_row_cols, &y);
	if (!e)
		e = db_change(&close_q, ARGS(A_(actor_time(by)), A_(l->id), A_(y.points)));
	if (e || !y.points)
		return e;
	e = db_exec(&entry_q,
		    ARGS(A_(secret_uid(by->arena)), A_(y.station), A_(y.account), A_(y.year),
			 A_(-y.points),
			 A_(arena_fmt(by->arena, "%lld-12-31 23:59:59", (long long)y.year)),
			 A_(actor_time(by))),
		    NULL);
	return e ? e
		 : audit(by, "green.lapse", "green_account", y.account,
			 arena_fmt(by->arena, "%lld", (long long)-y.points));
}

enum err green_lapse(const struct actor *by, int64_t id, int64_t *done)
{
	enum err e = db_tx(lapse_tx, &(struct lapsing){ by, id });
	*done += !e;
	return e;
}

enum err green_tell_due(const struct actor *by, int64_t *ids, size_t max, size_t *n)
{
	*n = 0;
	int64_t year = green_year(by);
	if (str_starts(actor_today(by) + 5, "12"))
		return db_each(&tell_due_q, ARGS(A_(year), A_((int64_t)max)), ids_take,
			       &(struct ids_taken){ ids, max, n });
	return OK;
}

static enum err tell_tx(void *ctx)
{
	const struct lapsing *l = ctx;
	const struct actor *by = l->by;
	struct year_row y;
	enum err e = row_one(&year_q, ARGS(A_(l->id)), year_row_cols, &y);
	if (!e)
		e = db_change(&told_q, ARGS(A_(actor_time(by)), A_(l->id)));
	if (e || y.person == DB_NONE)
		return e;
	return tell(by, &(struct telling){
				.event = "green_lapse",
				.station = y.station,
				.person = y.person,
				.about = "green",
				.target = l->id,
				.name = y.no,
				.until = arena_fmt(by->arena, "%lld-12-31", (long long)y.year),
				.path = "/bank/green/mine" });
}

enum err green_tell(const struct actor *by, int64_t id, int64_t *done)
{
	enum err e = db_tx(tell_tx, &(struct lapsing){ by, id });
	*done += !e;
	return e;
}
