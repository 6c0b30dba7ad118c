/* record_review.c - two persons: who may say yes or no, the public notice that follows, and
 * objections that hold it. */
#include "record_inside.h"

#include "clock.h"
#include "config.h"
#include "workday.h"

static const struct move moves[] = {
	{ "review", "to_review", "notice" },     { "refuse", "to_review", "withdrawn" },
	{ "object", "to_review", "disputed" },   { "object", "notice", "disputed" },
	{ "release", "disputed", "to_review" },  { "resume", "disputed", "notice" },
	{ "effective", "notice", "effective" },  { "correct", "effective", "corrected" },
	{ "correct", "notice", "corrected" },    { "correct", "disputed", "corrected" },
	{ "correct", "to_review", "corrected" }, { "withdraw", "effective", "withdrawn" },
	{ "withdraw", "notice", "withdrawn" },   { "withdraw", "disputed", "withdrawn" },
	{ "withdraw", "to_review", "withdrawn" }, { NULL, NULL, NULL }
};
static struct stmt set_q = SQL(
	"UPDATE service_record SET state = ? WHERE id = ? AND state = ? AND station_id = ?");
/* Volunteers may object wherever they served, and the loop belongs to no station. */
static struct stmt set_any_q = SQL(
	"UPDATE service_record SET state = ? WHERE id = ? AND state = ? AND COALESCE(?, 1)");
const struct machine record_machine = { "service_record", moves, &set_q };
static const struct machine any_machine = { "service_record", moves, &set_any_q };

static struct stmt load_q = SQL(
	"SELECT " ROW_SELECT(RECORD_COLS) " FROM service_record r "
	"JOIN station s ON s.id = r.station_id JOIN activity a ON a.id = r.activity_id "
	"JOIN person p ON p.id = r.person_id WHERE r.id = ?");
static struct stmt lock_q = SQL("SELECT id FROM service_record WHERE id = ? FOR UPDATE");
static const struct col record_cols[] = { RECORD_COLS(ROW_COL_, record_row) { COL_END, 0 } };

static struct stmt reviewer_person_q = SQL(
	"SELECT COALESCE(person_id, 0) FROM staff WHERE id = ?");
static struct stmt first_q = SQL(
	"UPDATE service_record SET reviewer_id = ?, reviewed_at = ?, review_note = ? "
	"WHERE id = ?");
static struct stmt second_q = SQL(
	"UPDATE service_record SET second_reviewer_id = ?, second_reviewed_at = ?, review_note "
	"= CONCAT_WS(' / ', NULLIF(review_note, ''), NULLIF(?, '')) WHERE id = ?");
static struct stmt proofs_q = SQL(
	"SELECT COUNT(*) FROM backfill_proof b JOIN document d ON d.id = b.document_id "
	"AND d.state = 'kept' WHERE b.record_id = ?");
static struct stmt notice_q = SQL("UPDATE service_record SET notice_until = ? WHERE id = ?");
static struct stmt activity_notice_q = SQL(
	"UPDATE activity SET notice_from = COALESCE(notice_from, ?), notice_until = "
	"GREATEST(COALESCE(notice_until, ?), ?) WHERE id = ?");
static struct stmt confirm_q = SQL(
	"UPDATE service_record SET leader_id = ?, leader_at = ?, logger_id = ? WHERE id = ?");
static struct stmt end_q = SQL(
	"UPDATE service_record SET ended_at = ?, end_reason = ? WHERE id = ?");

enum err record_load(int64_t id, struct record_row *out)
{
	int64_t locked;
	enum err e = db_int(&lock_q, ARGS(A_(id)), &locked);
	return e ? e : row_one(&load_q, ARGS(A_(id)), record_cols, out);
}

enum err record_move(const struct rq *q, const struct record_row *r, const char *verb)
{
	return move_to(q, q && q->who.staff_id ? &record_machine : &any_machine, verb, r->id,
		       r->state);
}

static enum err refused(const char **fault, const char *word)
{
	*fault = word;
	return ERR_CHECK;
}

/* Neither the one who logged it nor the one it is about. */
static enum err may_review(const struct rq *q, const struct record_row *r, const char **fault)
{
	int64_t person, me = q->who.staff_id;
	enum err e = db_int(&reviewer_person_q, ARGS(A_(me)), &person);
	if (e)
		return e;
	if (r->logger_id == me)
		return refused(fault, "logger");
	if (person && (person == r->person_id || person == r->leader_id))
		return refused(fault, "own");
	if (str_eq(r->evidence, "declared") && !r->leader_at)
		return refused(fault, "leader_first");
	return r->reviewer_id == me ? refused(fault, "twice") : OK;
}

static enum err start_notice(const struct rq *q, const struct record_row *r, int64_t days)
{
	const char *until, *today = record_today(q);
	enum err e = workday_add(today, (int)days, &until);
	if (!e)
		e = db_change(&notice_q, ARGS(A_(until), A_(r->id)));
	if (!e)
		e = db_change(&activity_notice_q,
			      ARGS(A_(today), A_(until), A_(until), A_(r->activity_id)));
	return e;
}

enum err record_approve(const struct rq *q, int64_t id, const char *note, const char **fault,
			bool *first)
{
	struct record_row r;
	int64_t days, proofs = 1;
	*first = false;
	enum err e = record_load(id, &r);
	if (!e && (!str_eq(r.state, "to_review") || !str_in(r.activity_state, "recording,notice")))
		e = ERR(ERR_STALE, "record is %s, activity %s", r.state, r.activity_state);
	if (!e)
		e = may_review(q, &r, fault);
	if (!e)
		e = record_rule(r.station_id, "record_notice_days", cfg.notice_days, &days);
	if (!e && str_eq(r.evidence, "backfill"))
		e = db_int(&proofs_q, ARGS(A_(id)), &proofs);
	if (e)
		return e;
	if (!proofs)
		return refused(fault, "no_proof");
	bool two = str_eq(r.evidence, "backfill") || str_in("long_day", r.flags) ||
		   str_in("far", r.flags);
	const char *now = record_now(q);
	if (two && r.reviewer_id == DB_NONE) {
		*first = true;
		e = db_change(&first_q,
			      ARGS(A_(q->who.staff_id), A_(now), A_(str_or(note, "")), A_(id)));
		return e ? e : audit(q, "service_record.first", "service_record", id, NULL);
	}
	e = db_change(two ? &second_q : &first_q,
		      ARGS(A_(q->who.staff_id), A_(now), A_(str_or(note, "")), A_(id)));
	if (!e)
		e = start_notice(q, &r, days);
	if (!e && str_eq(r.activity_state, "recording"))
		e = activity_move(q, "notice", r.activity_id, "recording");
	return e ? e : record_move(q, &r, "review");
}

enum err record_refuse(const struct rq *q, int64_t id, const char *reason, const char **fault)
{
	struct record_row r;
	enum err e = record_load(id, &r);
	if (!e && !str_eq(r.state, "to_review"))
		e = ERR(ERR_STALE, "record is %s", r.state);
	if (!e)
		e = may_review(q, &r, fault);
	if (e == ERR_CHECK && str_in(*fault, "twice,leader_first"))
		e = OK;
	if (!e)
		e = record_day(r.person_id, r.served_on, -r.minutes, 1440);
	if (!e)
		e = db_change(&end_q, ARGS(A_(record_now(q)), A_(reason), A_(id)));
	return e ? e : record_move(q, &r, "refuse");
}

enum err record_confirm(const struct rq *q, int64_t id, const char **fault)
{
	struct record_row r;
	bool staff = q->who.staff_id != 0;
	enum err e = record_load(id, &r);
	if (!e && (!str_eq(r.state, "to_review") || !str_eq(r.evidence, "declared") || r.leader_at))
		e = ERR(ERR_STALE, "record is %s, %s", r.state, r.evidence);
	if (!e && !staff && q->who.person_id == r.person_id)
		return refused(fault, "own");
	if (!e && staff)
		e = may_review(q, &r, fault);
	if (e == ERR_CHECK && str_eq(*fault, "leader_first"))
		e = OK;
	/* A member of staff who vouches has logged it: another one reviews. */
	if (!e)
		e = db_change(&confirm_q,
			      ARGS(A_(staff ? DB_NONE : q->who.person_id), A_(record_now(q)),
				   A_(staff ? q->who.staff_id : DB_NONE), A_(id)));
	return e ? e : audit(q, "service_record.confirm", "service_record", id, NULL);
}

enum err record_hold(const struct rq *q, int64_t id, const char **held_state)
{
	struct record_row r;
	enum err e = record_load(id, &r);
	if (e)
		return e;
	*held_state = r.state;
	/* What has taken effect stays in the totals until the case is decided. */
	if (str_eq(r.state, "effective"))
		return OK;
	return record_move(q, &r, "object");
}

enum err record_release(const struct rq *q, int64_t id, const char *held_state, int64_t held_since)
{
	struct record_row r;
	int64_t left;
	enum err e = record_load(id, &r);
	if (e || str_eq(held_state, "effective"))
		return e;
	if (!str_eq(held_state, "notice"))
		return record_move(q, &r, "release");
	/* The days of notice that were left when the clock stopped run from today. */
	e = workday_between(clock_day(db_arena(), held_since), r.notice_until, &left);
	if (!e)
		e = start_notice(q, &r, left > 0 ? left : 0);
	return e ? e : record_move(q, &r, "resume");
}
