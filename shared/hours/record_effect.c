/* record_effect.c - a record takes effect, is corrected or taken back; totals, ledger event and
 * outbox follow at once. */
#include "record_inside.h"

#include <string.h>

#include "clock.h"
#include "config.h"
#include "outbox.h"
#include "secret.h"

static struct stmt effective_q = SQL(
	"UPDATE JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$')) j"
	" STRAIGHT_JOIN service_record r ON r.id = j.id"
	"   SET r.effective_at = ?");
static struct stmt ended_q = SQL(
	"UPDATE service_record"
	"   SET ended_at = ?, end_reason = ?"
	" WHERE id = ?");
static struct stmt next_q = SQL(
	"INSERT INTO service_record (uid, version, replaces_id, no, station_id, activity_id,"
	"       project_id, person_id, served_on, starts_at, ends_at, minutes, evidence, offline,"
	"       category, content, remark, activity_published_at, flags, logger_id, logged_at,"
	"       leader_id, leader_at)"
	" SELECT uid, version + 1, id, ?, station_id, activity_id, project_id, person_id,"
	"       served_on, ?, ?, ?, evidence, offline, category, content, ?, activity_published_at,"
	"       ?, ?, ?, leader_id, leader_at"
	"  FROM service_record"
	" WHERE id = ?");
static struct stmt proofs_q = SQL(
	"INSERT INTO backfill_proof (record_id, document_id, added_by, added_at)"
	" SELECT ?, document_id, added_by, added_at"
	"  FROM backfill_proof"
	" WHERE record_id = ?");
static struct stmt times_q = SQL(
	"SELECT UNIX_TIMESTAMP(starts_at) <= ? AND UNIX_TIMESTAMP(ends_at) >= ?"
	"  FROM activity"
	" WHERE id = ?");
static struct stmt overlap_q = SQL(
	"SELECT COUNT(*)"
	"  FROM service_record"
	" WHERE person_id = ?"
	"   AND served_on = ?"
	"   AND id <> ?"
	"   AND state IN ('to_review', 'notice', 'effective', 'disputed')"
	"   AND starts_at < ?"
	"   AND ends_at > ?");
#define RATED_COLS(X, T) \
	X(T, INT, id, "e.id") \
	X(T, BYTES, uid, "e.uid")
ROW_DEFINE(rated_row, RATED_COLS);
/* The evaluation of whom no hours of that activity are left that were looked at; locked, so that it
 * is not put in line meanwhile. */
static struct stmt unserved_q = SQL(
	"SELECT " ROW_SELECT(RATED_COLS)
	"  FROM evaluation e"
	" WHERE e.activity_id = ?"
	"   AND e.person_id = ?"
	"   AND e.direction = 'of_volunteer'"
	"   AND NOT EXISTS (SELECT 1 FROM service_record r WHERE r.activity_id = e.activity_id"
	"       AND r.person_id = e.person_id AND r.minutes > 0"
	"       AND r.state IN ('notice', 'effective', 'disputed'))"
	"   FOR UPDATE");
/* Those whose record stands in for one that was taken back. */
static struct stmt served_q = SQL(
	"SELECT DISTINCT " ROW_SELECT(RATED_COLS)
	"  FROM JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$')) j"
	" STRAIGHT_JOIN service_record r ON r.id = j.id"
	"  JOIN evaluation e ON e.activity_id = r.activity_id AND e.person_id = r.person_id"
	"       AND e.direction = 'of_volunteer'"
	" WHERE r.minutes > 0"
	"   AND EXISTS (SELECT 1 FROM service_record o WHERE o.activity_id = r.activity_id"
	"       AND o.person_id = r.person_id AND o.state IN ('corrected', 'withdrawn'))"
	" ORDER BY e.id");

/* 评价 speaks of hours: with the last of them it is taken back, with new ones it holds again. */
static enum err rating_falls(const struct record_row *r)
{
	struct rated_row rated;
	enum err e = row_one(&unserved_q, ARGS(A_(r->activity_id), A_(r->person_id)),
			     rated_row_cols, &rated);
	if (e)
		return e == ERR_NOT_FOUND ? OK : e;
	return outbox_withdraw(OB_EVALUATION, rated.uid);
}

static enum err ratings_hold(const char *ids)
{
	struct rated_row *v;
	size_t n;
	enum err e = row_all(&served_q, ARGS(A_(ids)), rated_row_cols, sizeof(*v), &v, &n);
	for (size_t i = 0; !e && i < n; i++)
		e = outbox_evaluation(v[i].id);
	return e;
}

/* Totals come last, since all of a station meets in their rows. */
enum err record_effective(const struct actor *by, const char *ids, int64_t *done)
{
	struct record_rows r;
	const char *today = actor_today(by), *now = actor_time(by);
	int64_t rows;
	enum err e = record_load_many(ids, &r);
	for (size_t i = 0; !e && i < r.n; i++) {
		if (!str_eq(r.v[i].state, "notice") || strcmp(r.v[i].notice_until, today) >= 0)
			e = ERR(ERR_STALE, "record is %s", r.v[i].state);
		r.v[i].effective_at = now;
	}
	if (!e)
		e = db_affect(&effective_q, ARGS(A_(ids), A_(now)), &rows);
	if (!e)
		e = record_move_many(by, &r, "effective", "notice");
	if (!e)
		e = ledger_events(&r, "effective", by->now);
	if (!e)
		e = outbox_service_records(ids);
	if (!e)
		e = ratings_hold(ids);
	if (!e)
		e = record_totals(ids, 1);
	*done = e ? 0 : (int64_t)r.n;
	return e;
}

/* What had taken effect is undone everywhere it was counted; what had not frees only the day. */
static enum err undo(const struct actor *by, const struct record_row *r, const char *verb,
		     const char *reason)
{
	bool counted = str_eq(r->state, "effective");
	struct record_row done = *r;
	struct record_rows rows = { .v = &done, .n = 1 };
	struct buf json = { .arena = db_arena() };
	record_id(&json, r->id);
	rows.ids = record_ids(&json);
	done.ended_at = actor_time(by);
	enum err e = db_change(&ended_q, ARGS(A_(done.ended_at), A_(reason), A_(r->id)));
	if (!e)
		e = record_move(by, r, verb);
	if (!e)
		e = record_day(r->person_id, r->served_on, -r->minutes, 1440);
	if (!e)
		e = rating_falls(r);
	if (e || !counted)
		return e;
	e = ledger_events(&rows, str_eq(verb, "correct") ? "corrected" : "withdrawn", by->now);
	if (!e)
		e = outbox_withdraw(OB_SERVICE_RECORD, r->uid);
	return e ? e : record_totals(rows.ids, -1);
}

enum err record_withdraw(const struct actor *by, int64_t id, const char *reason)
{
	struct record_row r;
	enum err e = record_load(id, &r);
	return e ? e : undo(by, &r, "withdraw", reason);
}

static enum err refused(const char **fault, const char *word)
{
	*fault = word;
	return ERR_CHECK;
}

/* The rules that new times must keep; the day is locked by record_day() before. */
static enum err fits(const struct record_row *r, int64_t starts, int64_t ends, const char **fault)
{
	int64_t inside, clash;
	enum err e = db_int(&times_q, ARGS(A_(starts), A_(ends), A_(r->activity_id)), &inside);
	if (!e && !inside)
		return refused(fault, "outside");
	if (!e)
		e = db_int(&overlap_q,
			   ARGS(A_(r->person_id), A_(r->served_on), A_(r->id),
				A_(clock_time(db_arena(), ends)),
				A_(clock_time(db_arena(), starts))),
			   &clash);
	return e ? e : clash ? refused(fault, "overlap") : OK;
}

enum err record_correct(const struct actor *by, int64_t id, int64_t starts, int64_t ends,
			const char *reason, const char **fault, int64_t *new_id)
{
	struct record_row r;
	int64_t hard, minutes = (ends - starts) / 60;
	const char *no;
	enum err e = record_load(id, &r);
	if (e)
		return e;
	if (minutes < 1)
		return refused(fault, "empty");
	e = record_rule(r.station_id, "day_second_minutes", cfg.day_hard_minutes, &hard);
	if (!e)
		e = undo(by, &r, "correct", reason);
	if (!e)
		e = record_day(r.person_id, r.served_on, minutes, hard);
	if (e)
		return e == ERR_CHECK ? refused(fault, "day_limit") : e;
	e = fits(&r, starts, ends, fault);
	if (!e)
		e = number_next(by, 'R', r.station_id, &no);
	if (!e)
		e = db_exec(&next_q,
			    ARGS(A_(no), A_(clock_time(by->arena, starts)),
				 A_(clock_time(by->arena, ends)), A_(minutes), A_(reason),
				 A_(r.flags), A_(by->staff), A_(actor_time(by)), A_(id)),
			    new_id);
	if (!e)
		e = db_exec(&proofs_q, ARGS(A_(*new_id), A_(id)), NULL);
	return e ? e : audit(by, "service_record.correction", "service_record", *new_id, no);
}
