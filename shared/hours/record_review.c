/* record_review.c - two persons: who may say yes or no, the public notice that follows, and
 * objections that hold it. */
#include "record_inside.h"

#include <string.h>

#include "activity_state.h"
#include "clock.h"
#include "config.h"
#include "ids.h"
#include "setting.h"
#include "staff.h"
#include "tell_thing.h"
#include "workday.h"

static struct stmt nos_q = SQL(
	"SELECT r.id"
	"  FROM JSON_TABLE(?, '$[*]' COLUMNS (no VARCHAR(24) PATH '$')) j"
	"  JOIN service_record r ON r.no = j.no COLLATE utf8mb4_bin"
	" WHERE r.station_id = ?");
static struct stmt first_q = SQL(
	"UPDATE " IDS
	" STRAIGHT_JOIN service_record r ON r.id = k.id"
	"   SET r.reviewer_id = ?, r.reviewed_at = ?, r.review_note = ?");
static struct stmt second_q = SQL(
	"UPDATE " IDS
	" STRAIGHT_JOIN service_record r ON r.id = k.id"
	"   SET r.second_reviewer_id = ?, r.second_reviewed_at = ?,"
	"       r.review_note = CONCAT_WS(' / ', NULLIF(r.review_note, ''), NULLIF(?, ''))");
static struct stmt until_q = SQL(
	"UPDATE " IDS
	" STRAIGHT_JOIN service_record r ON r.id = k.id"
	"   SET r.notice_until = ?");
static struct stmt notice_q = SQL(
	"UPDATE service_record"
	"   SET notice_until = ?"
	" WHERE id = ?");
static struct stmt confirm_q = SQL(
	"UPDATE service_record"
	"   SET leader_id = ?, leader_at = ?, logger_id = ?"
	" WHERE id = ?");
static struct stmt end_q = SQL(
	"UPDATE service_record"
	"   SET ended_at = ?, end_reason = ?"
	" WHERE id = ?");

static const char *hindrance(const struct actor *by, const struct record_row *r, int64_t person,
			     const struct record_near *near)
{
	struct rules_review v = { .evidence = r->evidence,
				  .logger_id = r->logger_id,
				  .reviewer_id = r->reviewer_id,
				  .in_by = r->in_by,
				  .out_by = r->out_by,
				  .code_by = r->code_by,
				  .card_by = r->card_by,
				  .person_id = r->person_id,
				  .leader_id = r->leader_id,
				  .confirmed = r->leader_at,
				  .proved = r->proofs };
	record_near_put(near, r->id, &v);
	return rules_hindrance(&v, by->staff, person);
}

static enum err may_review(const struct actor *by, const struct record_row *r, const char **fault)
{
	int64_t person;
	struct record_near near;
	struct buf one = { .arena = db_arena() };
	ids_add(&one, r->id);
	enum err e = staff_person(by->staff, &person);
	if (!e)
		e = record_near(by, person, ids_json(&one), &near);
	if (e)
		return e;
	const char *word = hindrance(by, r, person, &near);
	return word ? record_refused(fault, word) : OK;
}

/* The mark holds the day; what bore none of ours gets none here. */
static enum err start_notice(const struct actor *by, struct record_row *r, int64_t days)
{
	const char *until, *today = actor_today(by);
	struct record_rows one = { .v = r, .n = 1 };
	bool fits = false;
	enum err e = record_mark_fits(r, &fits);
	if (!e)
		e = workday_add(r->station_id, today, (int)days, &until);
	if (!e)
		e = db_change(&notice_q, ARGS(A_(until), A_(r->id)));
	if (!e)
		r->notice_until = until;
	if (!e && fits)
		e = record_mark(&one);
	return e ? e : activity_notice(by, r->activity_id, until);
}

/* The rows of these numbers; one that is not this station's, or not there, is ERR_NOT_FOUND. */
static enum err load_nos(const struct actor *by, const char *const *nos, size_t n,
			 struct record_rows *r)
{
	struct buf json = { .arena = db_arena() }, ids = { .arena = db_arena() };
	size_t unlike = 0;
	for (size_t i = 0; i < n; i++) {
		bool again = strspn(nos[i], "0123456789R") != strlen(nos[i]);
		for (size_t k = 0; !again && k < i; k++)
			again = str_eq(nos[i], nos[k]);
		if (strspn(nos[i], "0123456789R") != strlen(nos[i]))
			return ERR_NOT_FOUND;
		if (again)
			continue;
		buf_fmt(&json, "%s\"%s\"", json.n ? "," : "[", nos[i]);
		unlike++;
	}
	buf_str(&json, json.n ? "]" : "[]");
	enum err e = db_each(&nos_q, ARGS(A_((const char *)json.p), A_(by->station)), ids_row,
			     &ids);
	if (!e)
		e = record_load_many(ids_json(&ids), r);
	return e ? e : r->n == unlike ? OK : ERR_NOT_FOUND;
}

struct approval {
	const struct actor *by;
	struct record_rows *all;
	const char *note, *now;
	struct buf first, one, second; /* ids by what this yes makes of them */
	struct record_near near;       /* of the reviewer's family */
};

/* A first yes that nobody of us gave is none. */
static enum err first_holds(const struct record_row *r, const char **fault)
{
	bool fits = true;
	enum err e = r->reviewer_id == DB_NONE ? OK : record_mark_fits(r, &fits);
	return e ? e : fits ? OK : record_refused(fault, "mark");
}

static enum err sort_one(struct approval *a, const struct record_row *r, int64_t person,
			 const char **fault)
{
	if (!str_eq(r->state, "to_review") ||
	    !str_in(r->activity_state, "recording,notice,archived"))
		return ERR(ERR_STALE, "record is %s, activity %s", r->state, r->activity_state);
	const char *word = hindrance(a->by, r, person, &a->near);
	if (word)
		return record_refused(fault, word);
	enum err e = first_holds(r, fault);
	if (e)
		return e;
	ids_add(!rules_needs_two(r->evidence, r->offline == 1, r->flags) ? &a->one
		: r->reviewer_id == DB_NONE                              ? &a->first
									 : &a->second,
		r->id);
	return OK;
}

static enum err say_yes(struct approval *a, struct stmt *s, struct buf *ids, const char **json)
{
	int64_t rows;
	*json = ids->n ? ids_json(ids) : NULL;
	if (!*json)
		return OK;
	return db_affect(s, ARGS(A_(*json), A_(a->by->staff), A_(a->now), A_(a->note)), &rows);
}

static enum err mark_first(const char *ids)
{
	struct record_rows r;
	enum err e = record_load_many(ids, &r);
	return e ? e : record_mark(&r);
}

/* One day for all of them; the activities that they belong to move along. */
static enum err publish(const struct approval *a, const char *ids, const char *until)
{
	struct record_rows r;
	int64_t rows, last = 0;
	enum err e = record_load_many(ids, &r);
	if (!e)
		e = db_affect(&until_q, ARGS(A_(ids), A_(until)), &rows);
	for (size_t i = 0; !e && i < r.n; i++)
		r.v[i].notice_until = until;
	if (!e)
		e = record_mark(&r);
	if (!e)
		e = record_move_many(a->by, &r, "review", "to_review");
	for (size_t i = 0; !e && i < r.n; i++) {
		if (r.v[i].activity_id == last)
			continue;
		last = r.v[i].activity_id;
		e = activity_notice(a->by, last, until);
		if (!e)
			e = tell_activity(a->by, last, "hours_noticed", until, NULL, TELL_NOTICED);
	}
	return e;
}

static enum err approve_all(struct approval *a, const char *until, size_t *first)
{
	const char *waiting, *one, *second;
	enum err e = say_yes(a, &first_q, &a->first, &waiting);
	if (!e && waiting)
		e = audit_many(a->by, "service_record.first", "service_record", waiting, NULL);
	if (!e && waiting)
		e = mark_first(waiting);
	if (!e)
		e = say_yes(a, &first_q, &a->one, &one);
	if (!e)
		e = say_yes(a, &second_q, &a->second, &second);
	if (!e && one)
		e = record_sign_review(a->by, one);
	if (!e && second)
		e = record_sign_review(a->by, second);
	if (!e && one)
		e = publish(a, one, until);
	if (!e && second)
		e = publish(a, second, until);
	for (const char *p = waiting; !e && p && *p; p++)
		*first += *p == ',' || *p == '[';
	return e;
}

enum err record_approve(const struct actor *by, const char *const *nos, size_t n, const char *note,
			const char **fault, const char **which, size_t *first)
{
	struct arena *ar = db_arena();
	struct record_rows r;
	struct approval a = { .by = by,
			      .all = &r,
			      .note = str_or(note, ""),
			      .now = actor_time(by),
			      .first = { .arena = ar },
			      .one = { .arena = ar },
			      .second = { .arena = ar } };
	int64_t days, person;
	const char *until;
	*first = 0;
	enum err e = load_nos(by, nos, n, &r);
	if (!e)
		e = staff_person(by->staff, &person);
	if (!e)
		e = record_near(by, person, r.ids, &a.near);
	for (size_t i = 0; !e && i < r.n; i++) {
		*which = r.v[i].no;
		e = sort_one(&a, &r.v[i], person, fault);
	}
	if (!e)
		e = setting_rule(by->station, "record_notice_days", cfg.notice_days, &days);
	if (!e)
		e = workday_add(by->station, actor_today(by), (int)days, &until);
	return e ? e : approve_all(&a, until, first);
}

enum err record_refuse(const struct actor *by, int64_t id, const char *reason, const char **fault)
{
	struct record_row r;
	enum err e = record_load(id, &r);
	if (!e && !str_eq(r.state, "to_review"))
		e = ERR(ERR_STALE, "record is %s", r.state);
	if (!e)
		e = may_review(by, &r, fault);
	if (e == ERR_CHECK && str_in(*fault, "twice,leader_first,kin_hand,no_proof"))
		e = OK;
	if (!e)
		e = record_day(r.person_id, r.served_on, -r.minutes);
	if (!e)
		e = db_change(&end_q, ARGS(A_(actor_time(by)), A_(reason), A_(id)));
	return e ? e : record_move(by, &r, "refuse");
}

enum err record_confirm(const struct actor *by, int64_t id, const char **fault)
{
	struct record_row r;
	bool staff = by->staff != 0;
	enum err e = record_load(id, &r);
	if (!e && (!str_eq(r.state, "to_review") || !str_eq(r.evidence, "declared") || r.leader_at))
		e = ERR(ERR_STALE, "record is %s, %s", r.state, r.evidence);
	if (!e && !staff && by->person == r.person_id)
		return record_refused(fault, "own");
	bool kin = false;
	if (!e && !staff)
		e = record_kin(by, r.person_id, &kin);
	if (!e && kin)
		return record_refused(fault, "kin");
	if (!e && staff)
		e = may_review(by, &r, fault);
	if (e == ERR_CHECK && str_eq(*fault, "leader_first"))
		e = OK;
	/* A member of staff who vouches has logged it: another one reviews. */
	if (!e)
		e = db_change(&confirm_q, ARGS(A_(staff ? DB_NONE : by->person), A_(actor_time(by)),
					       A_(staff ? by->staff : DB_NONE), A_(id)));
	if (!e)
		e = audit(by, "service_record.confirm", "service_record", id, NULL);
	return e ? e : record_flag(by, r.activity_id);
}

enum err record_hold(const struct actor *by, int64_t id, const char **held_state)
{
	struct record_row r;
	enum err e = record_load(id, &r);
	if (e)
		return e;
	*held_state = r.state;
	/* What has taken effect stays in the totals until the case is decided. */
	if (str_eq(r.state, "effective"))
		return OK;
	return record_move(by, &r, "object");
}

enum err record_release(const struct actor *by, int64_t id, const char *held_state,
			int64_t held_since)
{
	struct record_row r;
	int64_t left;
	enum err e = record_load(id, &r);
	if (e || str_eq(held_state, "effective"))
		return e;
	if (!str_eq(held_state, "notice"))
		return record_move(by, &r, "release");
	/* The days of notice that were left when the clock stopped run from today. */
	e = workday_between(r.station_id, clock_day(db_arena(), held_since), r.notice_until, &left);
	if (!e)
		e = start_notice(by, &r, left > 0 ? left : 0);
	return e ? e : record_move(by, &r, "resume");
}
