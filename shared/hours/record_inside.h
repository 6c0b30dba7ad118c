/* record_inside.h - what the files of record.h share: one record with all its rules and its
 * ledger need. */
#ifndef ZYZ_RECORD_INSIDE_H
#define ZYZ_RECORD_INSIDE_H

#include "ids.h"
#include "ledger.h"
#include "record.h"
#include "row.h"
#include "rules.h"

#define RECORD_COLS(X, T) \
	X(T, INT, id, "r.id") \
	X(T, BYTES, uid, "r.uid") \
	X(T, INT, version, "r.version") \
	X(T, TEXT, no, "r.no") \
	X(T, INT, station_id, "r.station_id") \
	X(T, INT, activity_id, "r.activity_id") \
	X(T, INT, person_id, "r.person_id") \
	X(T, INT, project_id, "r.project_id") \
	X(T, INT, in_by, HANDED_IN("in")) \
	X(T, INT, out_by, HANDED_IN("out")) \
	X(T, INT, code_by, \
	  "IF(r.evidence = 'met', (SELECT h.code_by FROM home_service h WHERE h.activity_id = " \
	  "r.activity_id), NULL)") \
	X(T, INT, card_by, \
	  "IF(r.evidence = 'met', (SELECT k.printed_by FROM home_service h JOIN code_card k " \
	  "ON k.id = h.card_id WHERE h.activity_id = r.activity_id), NULL)") \
	X(T, TEXT, served_on, "r.served_on") \
	X(T, TEXT, starts_at, "r.starts_at") \
	X(T, TEXT, ends_at, "r.ends_at") \
	X(T, INT, minutes, "r.minutes") \
	X(T, TEXT, evidence, "r.evidence") \
	X(T, INT, offline, "r.offline") \
	X(T, TEXT, category, "r.category") \
	X(T, TEXT, content, "r.content") \
	X(T, TEXT, remark, "r.remark") \
	X(T, TEXT, flags, "r.flags") \
	X(T, TEXT, published_at, "r.activity_published_at") \
	X(T, TEXT, logged_at, "r.logged_at") \
	X(T, INT, logger_id, "r.logger_id") \
	X(T, INT, leader_id, "r.leader_id") \
	X(T, TEXT, leader_at, "r.leader_at") \
	X(T, INT, reviewer_id, "r.reviewer_id") \
	X(T, TEXT, reviewed_at, "r.reviewed_at") \
	X(T, INT, second_id, "r.second_reviewer_id") \
	X(T, TEXT, second_at, "r.second_reviewed_at") \
	X(T, BYTES, mark, "r.mark") \
	X(T, TEXT, notice_until, "r.notice_until") \
	X(T, TEXT, effective_at, "r.effective_at") \
	X(T, TEXT, ended_at, "r.ended_at") \
	X(T, TEXT, state, "r.state") \
	X(T, INT, station_no, "s.no") \
	X(T, TEXT, region_code, "s.region_code") \
	X(T, TEXT, activity_no, "a.no") \
	X(T, TEXT, activity_state, "a.state") \
	X(T, INT, proved_id, "p.id") \
	X(T, BYTES, person_uid, "p.uid") \
	X(T, BYTES, commit_salt, "p.commit_salt") \
	X(T, INT, proofs, \
	  "IF(r.evidence = 'backfill', (SELECT COUNT(*) FROM backfill_proof b JOIN document d " \
	  "ON d.id = b.document_id AND d.state = 'kept' WHERE b.record_id = r.id), 1)")
struct record_row {
	RECORD_COLS(ROW_MEMBER_, )
};
/* The row as it is now; another transaction that changes it waits until this one has ended. */
enum err record_load(int64_t id, struct record_row *out) MUST_USE;

/*
 * Many at once: an activity of five hundred is reviewed and closed by a handful of statements.
 * Lists of row ids go to the database as JSON.
 */
struct record_rows {
	struct record_row *v;
	size_t n;
	const char *ids; /* JSON, ids.h */
};
/* Locks and reads; rows that are not there are left out. */
enum err record_load_many(const char *ids, struct record_rows *out) MUST_USE;
/* All from one state by one verb; ERR_STALE unless it was all of them. */
enum err record_move_many(const struct actor *by, const struct record_rows *r, const char *verb,
			  const char *from) MUST_USE;

/* Whether whoever logs this, vouches for it or types other times of it is of that family. */
enum err record_by_kin(const struct actor *by, const struct record_new *n, bool *kin) MUST_USE;
/* Those of these records (JSON ids) that this reviewer's family served or had a hand in. */
struct record_near {
	struct record_near_one {
		int64_t id;
		bool own; /* served */
	} * v;
	size_t n;
};
enum err record_near(const struct actor *by, int64_t person, const char *ids,
		     struct record_near *near) MUST_USE;
void record_near_put(const struct record_near *near, int64_t id, struct rules_review *r);

/* Moves the state: by a member of staff only at their own station. */
enum err record_move(const struct actor *by, const struct record_row *r, const char *verb) MUST_USE;
/* minutes more (or, below 0, fewer) on the person's day, which is held until the transaction ends:
 * who looks for the day's other records afterwards sees all of them. ERR_CHECK: no day is so
 * long. */
enum err record_day(int64_t person_id, const char *day, int64_t minutes) MUST_USE;
/* The totals of persons, station and region, in this order everywhere: sign 1 adds the records, -1
 * takes them away. */
enum err record_totals(const char *ids, int sign) MUST_USE;

/* The mark of what was reviewed, of the rows as they are given; a row under notice has its last. */
enum err record_mark(const struct record_rows *r) MUST_USE;
enum err record_mark_fits(const struct record_row *r, bool *fits) MUST_USE;

/* Takes those out of the rows that must not take effect, with why; all of them are under notice. */
enum err record_unfit(const struct actor *by, struct record_rows *r,
		      struct record_left *left) MUST_USE;

/* ERR_CHECK with its word. */
enum err record_refused(const char **fault, const char *word) MUST_USE;

/* Asks the rules and, where nothing is broken, leaves the minutes on the person's day. */
struct record_admitted {
	struct rules_span at;
	const char *day, *flags;
	int64_t station_id, project_id;
	const char *category, *content, *published;
};
enum err record_admit(const struct actor *by, const struct record_new *n, const char **fault,
		      struct record_admitted *out) MUST_USE;
/* How often exactly the people of this activity, a few, and nobody else were at another lately. */
enum err record_same_few(int64_t activity_id, size_t *n) MUST_USE;
/* Signs of who reviewed; after the last yes, before anything rests on the row. */
enum err record_sign_review(const struct actor *by, const char *ids) MUST_USE;
/* Takes back what had been counted and told; what had not taken effect frees only the day. */
enum err record_undo(const struct actor *by, const struct record_row *r, const char *verb,
		     const char *reason) MUST_USE;

#endif
