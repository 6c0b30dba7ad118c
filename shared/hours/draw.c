/* draw.c - draws are opened, moved and given up; which of them are due. */
#include "draw_inside.h"

#include "aside.h"
#include "audit.h"
#include "clock.h"
#include "config.h"
#include "ids.h"
#include "position.h"
#include "secret.h"

enum { SEED = 32, GRACE = 600 };

int64_t draw_wait(void)
{
	return cfg.seal_repeat + GRACE;
}

#define WANT_COLS(X, T) \
	X(T, INT, activity, "s.activity_id") \
	X(T, INT, draw, "d.id")
ROW_DEFINE(want_row, WANT_COLS);
static struct stmt want_q = SQL(
	"SELECT " ROW_SELECT(WANT_COLS)
	"  FROM shift s"
	"  JOIN activity b ON b.id = s.activity_id AND b.state IN ('draft', 'published')"
	"       AND b.starts_at > ?"
	"  LEFT JOIN draw d ON d.activity_id = s.activity_id"
	" WHERE s.project_id = ?"
	"   AND s.mode = 'draw'"
	"   AND s.closes_at > ?"
	"   AND (d.id IS NULL OR d.dropped_at IS NOT NULL)"
	" LIMIT 300");
static struct stmt add_q = SQL(
	"INSERT INTO draw (uid, activity_id, station_id, closes_at, since, seed_hash,"
	"       seed_sealed, opened_at)"
	" SELECT ?, activity_id, station_id, closes_at, closes_at, ?, ?, ?"
	"  FROM shift"
	" WHERE activity_id = ?");
/* The seed that was promised stays. */
static struct stmt again_q = SQL(
	"UPDATE draw d"
	"  JOIN shift s ON s.activity_id = d.activity_id"
	"   SET d.dropped_at = NULL, d.windows = d.windows + 1, d.closes_at = s.closes_at,"
	"       d.since = s.closes_at"
	" WHERE d.id = ?"
	"   AND d.dropped_at IS NOT NULL");

static enum err draw_open(const struct actor *by, int64_t activity)
{
	uint8_t seed[SEED];
	int64_t id = 0;
	struct bytes uid = secret_uid(by->arena);
	secret_random(seed, sizeof(seed));
	struct bytes hash = secret_sha256(by->arena, BYTES(seed)),
		     sealed = secret_seal(by->arena, DRAW_SEED, uid,
					  hex_encode(by->arena, BYTES(seed)));
	return audited(by, &add_q,
		       ARGS(A_(uid), A_(hash), A_(sealed), A_(actor_time(by)), A_(activity)),
		       "draw.open", "draw", &id);
}

enum err draws_open(const struct actor *by, int64_t project)
{
	const char *now = actor_time(by);
	struct want_row *v;
	size_t n;
	enum err e = row_all(&want_q, ARGS(A_(now), A_(project), A_(now)), want_row_cols,
			     sizeof(*v), &v, &n);
	for (size_t i = 0; !e && i < n; i++)
		e = v[i].draw == DB_NONE ? draw_open(by, v[i].activity)
					 : audited(by, &again_q, ARGS(A_(v[i].draw)), "draw.open",
						   "draw", &v[i].draw);
	return e;
}

/* Once the window is over it stays, unless no head came for it. */
static struct stmt window_q = SQL(
	"UPDATE draw d"
	"  JOIN shift s ON s.activity_id = d.activity_id"
	"   SET d.windows = d.windows + 1, d.closes_at = s.closes_at,"
	"       d.since = GREATEST(s.closes_at, ?)"
	" WHERE d.id = ?"
	"   AND d.open = 1"
	"   AND (? OR d.since > ? OR (d.since + INTERVAL ? SECOND < ? AND NOT EXISTS ("
	"       SELECT 1 FROM tree_head h WHERE " DRAW_HEAD ")))");
static struct stmt id_q = SQL(
	"SELECT id"
	"  FROM draw"
	" WHERE activity_id = ?"
	"   AND open = 1");

static enum err draw_move(const struct actor *by, int64_t id, bool anyway)
{
	const char *now = actor_time(by);
	int64_t wait = draw_wait(), force = anyway;
	return audited(by, &window_q,
		       ARGS(A_(now), A_(id), A_(force), A_(now), A_(wait), A_(now), A_(wait)),
		       "draw.window", "draw", &id);
}

enum err draw_window(const struct actor *by, int64_t activity)
{
	int64_t id;
	enum err e = db_int(&id_q, ARGS(A_(activity)), &id);
	if (!e)
		e = draw_move(by, id, false);
	return e == ERR_NOT_FOUND ? OK : e;
}

static struct stmt drop_q = SQL(
	"UPDATE draw"
	"   SET dropped_at = ?"
	" WHERE id = ?"
	"   AND open = 1");

static enum err draw_end(const struct actor *by, int64_t id)
{
	return audited(by, &drop_q, ARGS(A_(actor_time(by)), A_(id)), "draw.drop", "draw", &id);
}

enum err draw_drop(const struct actor *by, int64_t activity)
{
	int64_t id;
	enum err e = db_int(&id_q, ARGS(A_(activity)), &id);
	if (!e)
		e = draw_end(by, id);
	return e == ERR_NOT_FOUND ? OK : e;
}

static struct stmt done_q = SQL(
	"SELECT COUNT(*)"
	"  FROM draw"
	" WHERE activity_id = ?"
	"   AND drawn_at IS NOT NULL");
static struct stmt head_q = SQL(
	"SELECT COUNT(*)"
	"  FROM (SELECT no FROM tree_head LIMIT 1) h");

enum err draw_done(int64_t activity, bool *done)
{
	int64_t n = 0;
	enum err e = db_int(&done_q, ARGS(A_(activity)), &n);
	*done = n > 0;
	return e;
}

enum err draw_possible(bool *possible)
{
	int64_t n = 0;
	enum err e = db_int(&head_q, NO_ARGS, &n);
	*possible = n > 0;
	return e;
}

static struct stmt due_q = SQL(
	"SELECT d.id"
	"  FROM draw d"
	"  JOIN shift s ON s.activity_id = d.activity_id"
	"  JOIN activity b ON b.id = d.activity_id"
	" WHERE d.open = 1"
	"   AND (b.state NOT IN ('draft', 'published') OR b.starts_at <= ?"
	"       OR s.closes_at <> d.closes_at OR (d.since <= ? AND (d.since < ?"
	"       OR EXISTS (SELECT 1 FROM tree_head h WHERE " DRAW_HEAD "))))"
	"   AND " ASIDE_NOT("draw", "draw", "d.id")
	" ORDER BY d.id"
	" LIMIT ?");

enum err draws_due(const struct actor *by, int64_t *ids, size_t max, size_t *n)
{
	const char *now = actor_time(by), *long_ago = clock_time(by->arena, by->now - draw_wait());
	*n = 0;
	return db_each(&due_q,
		       ARGS(A_(now), A_(now), A_(long_ago), A_(draw_wait()), A_((int64_t)max)),
		       ids_take, &(struct ids_taken){ ids, max, n });
}

static struct stmt activity_q = SQL(
	"SELECT activity_id"
	"  FROM draw"
	" WHERE id = ?");
static struct stmt one_q = SQL(
	"SELECT " ROW_SELECT(DRAW_COLS)
	"  FROM draw d"
	"  JOIN shift s ON s.activity_id = d.activity_id"
	"  JOIN activity b ON b.id = d.activity_id"
	" WHERE d.id = ?"
	"   AND d.open = 1");

struct step {
	const struct actor *by;
	int64_t id;
};

static enum err draw_due(void *ctx)
{
	const struct step *s = ctx;
	struct seat seat = { DB_NONE, DB_NONE };
	struct draw_row d;
	enum err e = db_int(&activity_q, ARGS(A_(s->id)), &seat.activity);
	if (!e)
		e = seat_lock(&seat);
	if (!e)
		e = row_one(&one_q, ARGS(A_(s->id)), draw_row_cols, &d);
	if (e)
		return e == ERR_NOT_FOUND ? ERR_STALE : e;
	bool ahead = d.start > s->by->now;
	if (!ahead || !str_in(d.state, "draft,published"))
		return draw_end(s->by, d.id);
	if (d.moved)
		return draw_move(s->by, d.id, true);
	if (d.since > s->by->now)
		return ERR_STALE;
	/* Nobody could sign up for a draft. */
	return str_eq(d.state, "draft") ? draw_end(s->by, d.id) : draw_take(s->by, &d);
}

enum err draw_step(const struct actor *by, int64_t id, int64_t *done)
{
	enum err e = db_tx(draw_due, &(struct step){ by, id });
	*done += !e;
	return e;
}
