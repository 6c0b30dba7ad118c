/*
 * no_show.h - who was to come, did not, and had not taken leave 未到岗. Staff say so when they call
 * the roll; what they left open the clock writes down when nothing more can be recorded of the
 * activity, and only where somebody was recorded at all: a roll that nobody called accuses nobody.
 *
 * Owns the rows of no_show, and what follows from them: state absent on the roster,
 * volunteer.no_shows. Services at homes are the order's or the pairing's. Each function runs in the
 * caller's db_tx() unless it says otherwise.
 *
 *	e = no_show_rest(&q->actor, a.id, &n);                  // n did not come
 *	e = no_show_decide(&q->actor, id, "accepted", answer);  // counts no longer
 */
#ifndef ZYZ_NO_SHOW_H
#define ZYZ_NO_SHOW_H

#include "audit.h"

/* Everybody on the roster who was not seen and has no record. */
enum err no_show_rest(const struct actor *by, int64_t activity, int64_t *n) MUST_USE;
/* What the volunteer says of it; once more as long as nobody decided. ERR_STALE: decided. */
enum err no_show_explain(const struct actor *by, int64_t id, const char *words) MUST_USE;
/* By staff of the station: accepted (it was leave, told late), declined (it counts) or mistaken
 * (they were there: back on the roster). ERR_STALE: decided, or not theirs to decide. */
enum err no_show_decide(const struct actor *by, int64_t id, const char *verdict,
			const char *answer) MUST_USE;

/* For the loop: activities of which nothing more can be recorded, and the step for one of them, in
 * a transaction of its own. */
enum err no_show_due(const struct actor *by, int64_t *ids, size_t max, size_t *n) MUST_USE;
enum err no_show_alone(const struct actor *by, int64_t activity, int64_t *done) MUST_USE;

#endif
