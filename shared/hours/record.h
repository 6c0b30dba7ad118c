/*
 * record.h - service records 志愿服务记录: how one is made, and each later step: review, public
 * notice, effect, correction, withdrawal. Whatever page or loop asks, the rules are those of
 * rules.h.
 *
 * Owns the rows of service_record, backfill_proof, volunteer_day, volunteer_total, station_month,
 * region_month and ledger_event. Never renders, never decides who may ask: that is the caller's
 * route. Each function runs in the caller's db_tx().
 *
 *	struct record_new n = { .activity_id = a, .person_id = p, .starts = in, .ends = out,
 *		.evidence = "scan", .logger_id = DB_NONE };
 *	const char *fault;
 *	enum err e = record_add(by, &n, &fault, &id);
 *	// ERR_CHECK: fault says which rule was broken, and nothing is left behind
 */
#ifndef ZYZ_RECORD_H
#define ZYZ_RECORD_H

#include "audit.h"
#include "db.h"

/* What is counted of an activity (table activity_count), after a change of its roster; the rules
 * below do so themselves. */
enum err activity_counted(int64_t id) MUST_USE;

/* Records that one statement or one transaction takes at a time. */
enum { RECORD_BATCH = 500 };

struct record_new {
	int64_t activity_id, person_id;
	int64_t starts, ends; /* Unix seconds, cut down to whole minutes here */
	const char *evidence; /* scan, met, list, declared, backfill */
	int64_t logger_id;    /* staff; DB_NONE: by scan, or the volunteer */
	int64_t leader_id;    /* who confirmed a declared one; 0 or DB_NONE: nobody */
	const char *remark;   /* may be NULL */
	bool offline;         /* rests on scans uploaded later */
	bool corrects;        /* stands in for an earlier version; record_correct() alone */
};
/* ERR_CHECK: *fault is a word of rules.h, nothing is left behind and others may follow. */
enum err record_add(const struct actor *by, const struct record_new *n, const char **fault,
		    int64_t *id) MUST_USE;
/* 补录 needs a document that proves it. */
enum err record_prove(const struct actor *by, int64_t id, int64_t document_id) MUST_USE;
/* Other words for what was done: of this record, and of those of its activity that had the same. */
enum err record_set_content(int64_t id, const char *content) MUST_USE;

/* Staff who handed in a scan of a record r that rests on scans uploaded later. */
#define HANDED_IN(way) \
	"IF(r.offline, (SELECT h.recorded_by FROM attendance h WHERE h.activity_id = " \
	"r.activity_id AND h.person_id = r.person_id AND h.direction = '" way "'), NULL)"

/* Whether whoever acts (a leader, or the person that a member of staff is) is near to that person:
 * then they record, tick and review nothing of theirs. */
enum err record_kin(const struct actor *by, int64_t person, bool *kin) MUST_USE;
/* Of a record r, with its logger l and first reviewer w: everybody who had a hand in it, and who
 * served; a list for FAMILY_KIN(). */
#define RECORD_HANDS "r.person_id, r.leader_id, l.person_id, w.person_id"

/*
 * A reviewer says yes to records of their station, all of them or none. With one review enough, a
 * record goes under public notice; with two needed (rules_needs_two), the
 * first leaves it waiting, and *first counts those. ERR_STALE: one is not waiting any more.
 * ERR_CHECK: *which may not be passed by this reviewer, *fault says why (rules_hindrance).
 */
enum err record_approve(const struct actor *by, const char *const *nos, size_t n, const char *note,
			const char **fault, const char **which, size_t *first) MUST_USE;
/* A reviewer says no: the record ends and its minutes are free again. */
enum err record_refuse(const struct actor *by, int64_t id, const char *reason,
		       const char **fault) MUST_USE;

/* The leader vouches for what a volunteer declared: a volunteer who leads, or a member of
 * staff. ERR_STALE: nothing to confirm. ERR_CHECK, own: nobody vouches for themselves. */
enum err record_confirm(const struct actor *by, int64_t id, const char **fault) MUST_USE;
/* Looks for warning signs 疑点 among an activity's records and writes them down on those that
 * wait for review: words with commas; texts stand under Lang.activity.Flag. */
enum err record_flag(const struct actor *by, int64_t activity_id) MUST_USE;
/* From how much on a sign is remarkable at this station: settings sign_WORD. */
struct rules_limits;
enum err record_limits(int64_t station_id, struct rules_limits *out) MUST_USE;
/*
 * Many people, and declared 报备 too late: from activity_declare_from volunteers on an activity is
 * to be published activity_declare_days before its day. Stations of Wuhan ask for ten and three
 * of groups; elsewhere it is a setting, 0 leaves it out. One that is not published yet counts as
 * if it were today. It forbids nothing.
 */
enum err record_undeclared(const struct actor *by, int64_t activity_id, bool *yes) MUST_USE;

/*
 * After the last day of notice: effective, with totals, ledger events and outbox; ids is a
 * JSON list of row ids. ERR_STALE: one is not under notice, or its notice has not ended.
 * Those whose mark does not fit, or that break a rule by now, stay where they are: *left says why
 * (rules_unfit()), and *done counts the others.
 */
struct record_one_left {
	int64_t id, station_id;
	const char *no, *why;
};
struct record_left {
	struct record_one_left *v;
	size_t n;
};
enum err record_effective(const struct actor *by, const char *ids, struct record_left *left,
			  int64_t *done) MUST_USE;
/* An effective or waiting record is taken back; totals, ledger and outbox follow if it had taken
 * effect. */
enum err record_withdraw(const struct actor *by, int64_t id, const char *reason) MUST_USE;
/* Opens the next version with other times: the old one is corrected at once, the new one waits
 * for review and keeps the rules of any other. ERR_CHECK: *fault says which it breaks, and the
 * caller rolls back. */
enum err record_correct(const struct actor *by, int64_t id, int64_t starts, int64_t ends,
			const char *reason, const char **fault, int64_t *new_id) MUST_USE;
/* Held back by an objection, and back again; while it was held its notice did not run. */
enum err record_hold(const struct actor *by, int64_t id, const char **held_state) MUST_USE;
enum err record_release(const struct actor *by, int64_t id, const char *held_state,
			int64_t held_since) MUST_USE;

/*
 * Makes those records of an activity effective whose notice has ended, and archives the activity
 * when none is left open; a record that must not count is set aside and shown (aside.h). Runs
 * transactions of its own. *done counts records; *archived says whether the activity was.
 */
enum err record_close(const struct actor *by, int64_t activity_id, int64_t *done,
		      bool *archived) MUST_USE;

/* Activities with records whose notice has ended, up to max of them; without those set aside (work
 * "close"). */
enum err record_due(const struct actor *by, int64_t *activities, size_t max, size_t *n) MUST_USE;

/* For `zyz-admin mark`, once: marks what was reviewed before there were marks. */
enum err record_mark_before(int64_t *done) MUST_USE;
/* Records that were set aside and are under notice no longer are so no more. */
enum err record_left_settled(void) MUST_USE;

extern const struct machine record_machine; /* service_record 服务记录 of design.md §6 */

/*
 * The canonical fields of a ledger event, whose bytes the ledger proves. Each is its length in
 * four bytes, big-endian, and its bytes, in this order; numbers are decimal text, times
 * "YYYY-MM-DD HH:MM:SS", what is not there is empty:
 *   "zyz-event-1", kind, record uid (16 bytes), version, record no, station no, activity no,
 *   served_on, starts_at, ends_at, minutes, evidence, offline, category, activity_published_at,
 *   logged_at, logger, reviewer, second reviewer (row ids of staff, decimal), reviewed_at,
 *   notice_until, effective_at, ended_at.
 * The commitment is SHA-256(commit_salt (16) | person uid (16)), of the person it was proved as;
 * erasing the salt leaves the proof and nobody's name.
 */
#define LEDGER_FORMAT "zyz-event-1"
struct record_rows;
/* One for each, of the record as it is after the change that the event is about. */
enum err ledger_events(const struct record_rows *r, const char *kind, int64_t now) MUST_USE;

/* Records of one person go over to another row of the same human, or back: ids is a JSON list of
 * them, in any state. Events and marks keep to the person they were made for (proved_as); what
 * follows for a record is told under that person, too. */
enum err record_hand_over(const char *ids, int64_t from, int64_t to) MUST_USE;

/* Minutes of a transfer that count from now on, or (below 0) no longer. */
enum err record_brought(int64_t person, int64_t minutes) MUST_USE;

#endif
