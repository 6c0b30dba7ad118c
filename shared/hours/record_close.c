/* record_close.c - what happens by the calendar: activities begin and end, notices run out,
 * activities are archived. */
#include "record_inside.h"

#include "aside.h"
#include "clock.h"
#include "config.h"
#include "workday.h"

enum { BATCH = 500 };

static const struct move moves[] = {
	{ "publish", "draft", "published" },    { "start", "published", "running" },
	{ "finish", "running", "recording" },   { "notice", "recording", "notice" },
	{ "archive", "notice", "archived" },    { "cancel", "draft", "cancelled" },
	{ "cancel", "published", "cancelled" }, { NULL, NULL, NULL }
};
static struct stmt set_q = SQL(
	"UPDATE activity"
	"   SET state = ?"
	" WHERE id = ?"
	"   AND state = ?"
	"   AND station_id = ?");
static struct stmt set_any_q = SQL(
	"UPDATE activity"
	"   SET state = ?"
	" WHERE id = ?"
	"   AND state = ?"
	"   AND COALESCE(?, 1)");
const struct machine activity_machine = { "activity", moves, &set_q };
static const struct machine any_machine = { "activity", moves, &set_any_q };

#define CLOCK_COLS(X, T) \
	X(T, INT, id, "id") \
	X(T, TEXT, state, "state") \
	X(T, INT, start, "UNIX_TIMESTAMP(starts_at)") \
	X(T, INT, end, "UNIX_TIMESTAMP(ends_at)") \
	X(T, TEXT, day, "DATE(ends_at)")
ROW_DEFINE(clock_row, CLOCK_COLS);

static struct stmt one_q = SQL(
	"SELECT " ROW_SELECT(CLOCK_COLS)
	"  FROM activity"
	" WHERE id = ?");
static struct stmt begun_q = SQL(
	"SELECT id"
	"  FROM activity"
	" WHERE ((state = 'published' AND starts_at <= ?)"
	"       OR (state = 'running' AND ends_at <= ?))"
	"   AND " ASIDE_NOT("tick", "activity", "activity.id")
	" ORDER BY id"
	" LIMIT ?");
static struct stmt finished_q = SQL(
	"UPDATE activity"
	"   SET record_due_on = COALESCE(record_due_on, ?)"
	" WHERE id = ?");
static struct stmt due_q = SQL(
	"SELECT id"
	"  FROM service_record"
	" WHERE activity_id = ?"
	"   AND state = 'notice'"
	"   AND notice_until < ?"
	" ORDER BY id"
	" LIMIT 500");
static struct stmt open_q = SQL(
	"SELECT COUNT(*)"
	"  FROM service_record"
	" WHERE activity_id = ?"
	"   AND state IN ('to_review', 'notice', 'disputed')");
static struct stmt archived_q = SQL(
	"UPDATE activity"
	"   SET archived_at = ?"
	" WHERE id = ?");
static struct stmt activities_q = SQL(
	"SELECT DISTINCT activity_id"
	"  FROM service_record"
	" WHERE state = 'notice'"
	"   AND notice_until < ?"
	"   AND " ASIDE_NOT("close", "activity", "service_record.activity_id")
	" LIMIT ?");

struct ids {
	int64_t *v;
	size_t max, *n;
};

static enum err take_id(void *ctx, const struct row *r)
{
	struct ids *ids = ctx;
	if (*ids->n < ids->max)
		ids->v[(*ids->n)++] = r->cells[0].i;
	return OK;
}

enum err activity_move(const struct actor *by, const char *verb, int64_t id, const char *from)
{
	return move_to(by, by->staff ? &activity_machine : &any_machine, verb, id, from);
}

enum err activity_notice(const struct actor *by, int64_t id)
{
	struct clock_row a;
	enum err e = row_one(&one_q, ARGS(A_(id)), clock_row_cols, &a);
	return e || !str_eq(a.state, "recording") ? e : activity_move(by, "notice", id, a.state);
}

struct closing {
	const struct actor *by;
	int64_t activity_id, done;
	bool archived;
};

static enum err due_id(void *ctx, const struct row *r)
{
	record_id(ctx, r->cells[0].i);
	return OK;
}

static enum err close_some(void *ctx)
{
	struct closing *c = ctx;
	struct buf json = { .arena = db_arena() };
	enum err e = db_each(&due_q, ARGS(A_(c->activity_id), A_(actor_today(c->by))), due_id,
			     &json);
	c->done = 0;
	return e || !json.n ? e : record_effective(c->by, record_ids(&json), &c->done);
}

static enum err archive(void *ctx)
{
	struct closing *c = ctx;
	struct clock_row a;
	int64_t open;
	enum err e = row_one(&one_q, ARGS(A_(c->activity_id)), clock_row_cols, &a);
	if (!e)
		e = db_int(&open_q, ARGS(A_(c->activity_id)), &open);
	if (e || open || !str_eq(a.state, "notice"))
		return e;
	e = db_change(&archived_q, ARGS(A_(actor_time(c->by)), A_(c->activity_id)));
	if (!e)
		e = activity_move(c->by, "archive", c->activity_id, "notice");
	c->archived = !e;
	return e;
}

enum err record_close(const struct actor *by, int64_t activity_id, int64_t *done, bool *archived)
{
	struct closing c = { .by = by, .activity_id = activity_id, .done = BATCH };
	enum err e = OK;
	*done = 0;
	while (!e && c.done == BATCH) {
		e = db_tx(close_some, &c);
		if (!e)
			*done += c.done;
	}
	if (!e)
		e = db_tx(archive, &c);
	*archived = c.archived;
	return e;
}

enum err activity_tick(const struct actor *by, int64_t activity_id)
{
	struct clock_row a;
	const char *due, *state;
	int64_t now = by->now;
	enum err e = row_one(&one_q, ARGS(A_(activity_id)), clock_row_cols, &a);
	if (e)
		return e;
	state = a.state;
	if (str_eq(state, "published") && a.start <= now) {
		e = activity_move(by, "start", a.id, state);
		state = "running";
	}
	if (!e && str_eq(state, "running") && a.end <= now) {
		/* 令67 art. 11: counted from the end of the activity. */
		e = workday_add(a.day, (int)cfg.record_days, &due);
		if (!e)
			e = db_change(&finished_q, ARGS(A_(due), A_(a.id)));
		if (!e)
			e = record_flag(by, a.id);
		if (!e)
			e = activity_move(by, "finish", a.id, state);
	}
	return e;
}

struct ticking {
	const struct actor *by;
	int64_t activity_id;
};

static enum err tick_one(void *ctx)
{
	const struct ticking *t = ctx;
	return activity_tick(t->by, t->activity_id);
}

enum err activity_tick_alone(const struct actor *by, int64_t activity_id)
{
	return db_tx(tick_one, &(struct ticking){ by, activity_id });
}

enum err activity_due(const struct actor *by, int64_t *ids, size_t max, size_t *n)
{
	const char *at = actor_time(by);
	*n = 0;
	return db_each(&begun_q, ARGS(A_(at), A_(at), A_((int64_t)max)), take_id,
		       &(struct ids){ ids, max, n });
}

enum err record_due(const struct actor *by, int64_t *activities, size_t max, size_t *n)
{
	*n = 0;
	return db_each(&activities_q, ARGS(A_(actor_today(by)), A_((int64_t)max)), take_id,
		       &(struct ids){ activities, max, n });
}
