/*
 * activity_state.h - an activity 活动 moved by the clock and by its records: it begins, ends, comes
 * under notice and is archived. What staff plan and publish is the program activity's; the states
 * are one table. Each function runs in the caller's db_tx() unless it says otherwise.
 */
#ifndef ZYZ_ACTIVITY_STATE_H
#define ZYZ_ACTIVITY_STATE_H

#include "audit.h"
#include "states.h"

/* Activities a that are over and not all on their way: nothing recorded, or something not yet
 * looked at, while the ten working days of 令67 art. 11 run. Takes the time. */
#define ACTIVITY_DUE_SQL "a.is_due = 1 AND a.ends_at <= ?"

extern const struct machine activity_machine; /* activity 活动 of design.md §6 */

/* By a member of staff only at their own station; the clock and volunteers belong to none. */
enum err activity_move(const struct actor *by, const char *verb, int64_t id,
		       const char *from) MUST_USE;
/* A record of it is under notice until this day: the activity's own notice lasts as long, and with
 * the first such record recording → notice. */
enum err activity_notice(const struct actor *by, int64_t id, const char *until) MUST_USE;
/* notice → archived once no record is open; *archived says whether it was. */
enum err activity_archive(const struct actor *by, int64_t id, bool *archived) MUST_USE;

/* For the loop: published activities that begin within a day or within two hours, of which nobody
 * has heard yet; and telling the roster of one, once each, in a transaction of its own. */
enum err activity_remind_due(const struct actor *by, int64_t *ids, size_t max, size_t *n) MUST_USE;
enum err activity_remind(const struct actor *by, int64_t id, int64_t *done) MUST_USE;

/* Whether a record of it waits for review, out of its counts: what is due is found by that. */
enum err activity_awaits(int64_t id) MUST_USE;

/* An activity of one volunteer at a resident's home, published as it is made: met.h. Times are Unix
 * seconds of one day, from now on. */
struct activity_home {
	int64_t station, staff;
	const char *title, *content, *category, *place;
	int64_t starts, ends;
};
enum err activity_home(const struct actor *by, const struct activity_home *h, int64_t *id) MUST_USE;
/* Such a one did not take place: cancelled, also when its time has passed, unless something is
 * recorded of it. ERR_STALE: something is. */
enum err activity_call_off(const struct actor *by, int64_t id, const char *reason) MUST_USE;

/* Put right after it was over, because a platform takes it so only. The activity's own content
 * follows where it is what its records said. */
struct activity_words {
	const char *place, *organiser, *in_charge;
	const char *content_was, *content;
};
enum err activity_set_words(int64_t id, const struct activity_words *w) MUST_USE;

/* Whoever does not come does not lead: the station names another. Fine if they did not lead. */
enum err activity_unlead(int64_t id, int64_t person) MUST_USE;

/* Moves an activity on by the clock: published → running at its start, running → recording at its
 * end. */
enum err activity_tick(const struct actor *by, int64_t id) MUST_USE;
/* The same in a transaction of its own; for the loop. ERR_STALE: somebody's page was faster. */
enum err activity_tick_alone(const struct actor *by, int64_t id) MUST_USE;
/* Activities whose time has come, up to max of them; without those set aside (work "tick"). */
enum err activity_due(const struct actor *by, int64_t *ids, size_t max, size_t *n) MUST_USE;

#endif
