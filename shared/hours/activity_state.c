/* activity_state.c - an activity begins, ends, comes under notice and is archived. */
#include "activity_state.h"

#include "aside.h"
#include "clock.h"
#include "config.h"
#include "ids.h"
#include "record.h"
#include "row.h"
#include "secret.h"
#include "workday.h"

static const struct move moves[] = { { "publish", "draft", "published" },
				     { "start", "published", "running" },
				     { "finish", "running", "recording" },
				     { "notice", "recording", "notice" },
				     { "archive", "notice", "archived" },
				     { "cancel", "draft", "cancelled" },
				     { "cancel", "published", "cancelled" },
				     { "lapse", "published", "cancelled" },
				     { "lapse", "running", "cancelled" },
				     { "lapse", "recording", "cancelled" },
				     { NULL, NULL, NULL } };
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

static struct stmt awaits_q = SQL(
	"UPDATE activity a"
	"  JOIN activity_count n ON n.activity_id = a.id"
	"   SET a.awaits = n.is_waiting"
	" WHERE a.id = ?"
	"   AND a.awaits <> n.is_waiting");

#define CLOCK_COLS(X, T) \
	X(T, INT, id, "id") \
	X(T, INT, station_id, "station_id") \
	X(T, TEXT, state, "state") \
	X(T, INT, start, "UNIX_TIMESTAMP(starts_at)") \
	X(T, INT, end, "UNIX_TIMESTAMP(ends_at)") \
	X(T, TEXT, day, "DATE(ends_at - INTERVAL 1 SECOND)")
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
static struct stmt notice_q = SQL(
	"UPDATE activity"
	"   SET notice_from = COALESCE(notice_from, ?),"
	"       notice_until = GREATEST(COALESCE(notice_until, ?), ?)"
	" WHERE id = ?");
static struct stmt open_q = SQL(
	"SELECT COUNT(*)"
	"  FROM service_record"
	" WHERE activity_id = ?"
	"   AND state IN " RECORD_OPEN);
static struct stmt archived_q = SQL(
	"UPDATE activity"
	"   SET archived_at = ?"
	" WHERE id = ?");
static struct stmt words_q = SQL(
	"UPDATE activity"
	"   SET place = ?, organiser = ?, leader_name = ?, content = IF(content = ?, ?, content)"
	" WHERE id = ?");

static struct stmt home_q = SQL(
	"INSERT INTO activity (uid, no, station_id, title, content, category, organiser, starts_at,"
	"       ends_at, place, region_code, planned, created_by, created_at, published_by,"
	"       published_at, declared_on, code_secret, state)"
	" SELECT ?, ?, s.id, ?, ?, ?, s.name, ?, ?, ?, s.region_code, 1, ?, ?, ?, ?, ?, ?,"
	"       'published'"
	"  FROM station s"
	" WHERE s.id = ?");
static struct stmt off_q = SQL(
	"UPDATE activity"
	"   SET cancel_reason = ?"
	" WHERE id = ?"
	"   AND NOT EXISTS (SELECT 1 FROM service_record r WHERE r.activity_id = activity.id)");

enum err activity_home(const struct actor *by, const struct activity_home *h, int64_t *id)
{
	const char *no, *now = actor_time(by);
	uint8_t secret[32];
	secret_random(secret, sizeof(secret));
	enum err e = number_next(by, 'A', h->station, &no);
	if (!e)
		e = db_exec(&home_q,
			    ARGS(A_(secret_uid(by->arena)), A_(no), A_(h->title), A_(h->content),
				 A_(h->category), A_(clock_time(by->arena, h->starts)),
				 A_(clock_time(by->arena, h->ends)), A_(h->place), A_(h->staff),
				 A_(now), A_(h->staff), A_(now), A_(actor_today(by)),
				 A_(BYTES(secret)), A_(h->station)),
			    id);
	return e ? e : audit(by, "activity.home", "activity", *id, no);
}

enum err activity_call_off(const struct actor *by, int64_t id, const char *reason)
{
	struct clock_row a;
	enum err e = row_one(&one_q, ARGS(A_(id)), clock_row_cols, &a);
	if (!e)
		e = db_change(&off_q, ARGS(A_(reason), A_(id)));
	return e ? e : activity_move(by, "lapse", id, a.state);
}

enum err activity_move(const struct actor *by, const char *verb, int64_t id, const char *from)
{
	return move_to(by, by->staff ? &activity_machine : &any_machine, verb, id, from);
}

enum err activity_notice(const struct actor *by, int64_t id, const char *until)
{
	struct clock_row a;
	enum err e = db_change(&notice_q, ARGS(A_(actor_today(by)), A_(until), A_(until), A_(id)));
	if (!e)
		e = row_one(&one_q, ARGS(A_(id)), clock_row_cols, &a);
	return e || !str_eq(a.state, "recording") ? e : activity_move(by, "notice", id, a.state);
}

enum err activity_archive(const struct actor *by, int64_t id, bool *archived)
{
	struct clock_row a;
	int64_t open;
	*archived = false;
	enum err e = row_one(&one_q, ARGS(A_(id)), clock_row_cols, &a);
	if (!e)
		e = db_int(&open_q, ARGS(A_(id)), &open);
	if (e || open || !str_eq(a.state, "notice"))
		return e;
	e = db_change(&archived_q, ARGS(A_(actor_time(by)), A_(id)));
	if (!e)
		e = activity_move(by, "archive", id, "notice");
	*archived = !e;
	return e;
}

enum err activity_set_words(int64_t id, const struct activity_words *w)
{
	return db_change(&words_q, ARGS(A_(w->place), A_(w->organiser), A_(w->in_charge),
					A_(w->content_was), A_(w->content), A_(id)));
}

/* 令67 art. 11: the days to record are counted from the end of the activity. */
static enum err activity_finish(const struct actor *by, const struct clock_row *a)
{
	const char *due;
	enum err e = workday_add(a->station_id, a->day, (int)cfg.record_days, &due);
	if (!e)
		e = db_change(&finished_q, ARGS(A_(due), A_(a->id)));
	if (!e)
		e = record_flag(by, a->id);
	return e ? e : activity_move(by, "finish", a->id, "running");
}

enum err activity_tick(const struct actor *by, int64_t id)
{
	struct clock_row a;
	enum err e = row_one(&one_q, ARGS(A_(id)), clock_row_cols, &a);
	if (!e && str_eq(a.state, "published") && a.start <= by->now) {
		e = activity_move(by, "start", id, a.state);
		a.state = "running";
	}
	if (!e && str_eq(a.state, "running") && a.end <= by->now)
		e = activity_finish(by, &a);
	/* Somebody was faster, the loop or another page: as well, unless it was called off. */
	if (e == ERR_STALE) {
		e = row_one(&one_q, ARGS(A_(id)), clock_row_cols, &a);
		if (!e && str_eq(a.state, "cancelled"))
			e = ERR_STALE;
	}
	return e;
}

struct ticking {
	const struct actor *by;
	int64_t id;
};

static enum err activity_tick_tx(void *ctx)
{
	const struct ticking *t = ctx;
	return activity_tick(t->by, t->id);
}

enum err activity_tick_alone(const struct actor *by, int64_t id)
{
	return db_tx(activity_tick_tx, &(struct ticking){ by, id });
}

enum err activity_due(const struct actor *by, int64_t *ids, size_t max, size_t *n)
{
	const char *at = actor_time(by);
	*n = 0;
	return db_each(&begun_q, ARGS(A_(at), A_(at), A_((int64_t)max)), ids_take,
		       &(struct ids_taken){ ids, max, n });
}

enum err activity_awaits(int64_t id)
{
	return db_exec(&awaits_q, ARGS(A_(id)), NULL);
}

static struct stmt unlead_q = SQL(
	"UPDATE activity"
	"   SET leader_id = NULL, leader_name = ''"
	" WHERE id = ?"
	"   AND leader_id = ?");

enum err activity_unlead(int64_t id, int64_t person)
{
	int64_t rows;
	return db_affect(&unlead_q, ARGS(A_(id), A_(person)), &rows);
}
