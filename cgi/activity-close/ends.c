/* ends.c - a month before a qualification ends, its holder is told; what is renewed by then, or was
 * taken back, is not spoken of. */
#include "ends.h"

#include "aside.h"
#include "clock.h"
#include "ids.h"
#include "row.h"
#include "tell.h"

enum { AHEAD_DAYS = 30, DAY = 86400 };

/* Of several of one name the last is the one that counts. */
static struct stmt due_q = SQL(
	"SELECT k.id"
	"  FROM qualification k"
	"  LEFT JOIN qualification l ON l.person_id = k.person_id AND l.name = k.name"
	"       AND l.withdrawn_at IS NULL AND l.id <> k.id"
	"       AND COALESCE(l.valid_until, '9999-12-31') > k.valid_until"
	" WHERE k.valid_until BETWEEN ? AND ?"
	"   AND k.reminded_at IS NULL"
	"   AND k.withdrawn_at IS NULL"
	"   AND l.id IS NULL"
	"   AND " ASIDE_NOT("ends", "qualification", "k.id")
	" ORDER BY k.id"
	" LIMIT ?");
static struct stmt told_q = SQL(
	"UPDATE qualification"
	"   SET reminded_at = ?"
	" WHERE id = ?"
	"   AND reminded_at IS NULL");
#define ENDS_COLS(X, T) \
	X(T, INT, person, "k.person_id") \
	X(T, INT, station, "COALESCE(t.station_id, v.station_id)") \
	X(T, TEXT, name, "k.name") \
	X(T, TEXT, until, "k.valid_until")
ROW_DEFINE(ends_row, ENDS_COLS);
static struct stmt one_q = SQL(
	"SELECT " ROW_SELECT(ENDS_COLS)
	"  FROM qualification k"
	"  JOIN volunteer v ON v.person_id = k.person_id"
	"  LEFT JOIN training t ON t.id = k.training_id"
	" WHERE k.id = ?");

enum err ends_due(const struct actor *by, int64_t *ids, size_t max, size_t *n)
{
	const char *last = clock_day(by->arena, by->now + (int64_t)AHEAD_DAYS * DAY);
	*n = 0;
	return db_each(&due_q, ARGS(A_(actor_today(by)), A_(last), A_((int64_t)max)), ids_take,
		       &(struct ids_taken){ ids, max, n });
}

struct ending {
	const struct actor *by;
	int64_t id;
};

static enum err ends_tell_tx(void *ctx)
{
	const struct ending *d = ctx;
	struct ends_row r;
	enum err e = db_change(&told_q, ARGS(A_(actor_time(d->by)), A_(d->id)));
	if (!e)
		e = row_one(&one_q, ARGS(A_(d->id)), ends_row_cols, &r);
	return e ? e
		 : tell(d->by, &(struct telling){ .event = "qualified_ends",
						  .station = r.station,
						  .person = r.person,
						  .about = "qualification",
						  .target = d->id,
						  .name = r.name,
						  .until = r.until,
						  .path = "/training/" });
}

enum err ends_tell(const struct actor *by, int64_t id, int64_t *done)
{
	enum err e = db_tx(ends_tell_tx, &(struct ending){ by, id });
	*done += !e;
	return e;
}
