/*
 * application_clock.h - what time does to applications 报名, whoever looks on: an offer that nobody
 * took goes to the next, and what still waits for a shift ends when that has begun or is cancelled.
 *
 * For the loop activity-close, and for pages that want it now. Reasons are words of
 * Lang.recruit.Reason: lapsed, shift_over, shift_cancelled.
 *
 *	static const struct aside_work offers = { "activity-close", "offer", "application",
 *						  offers_due, offer_step, &whose_q };
 *	e = offers_end_shift(&q->actor, s.id);          // a page
 */
#ifndef ZYZ_APPLICATION_CLOCK_H
#define ZYZ_APPLICATION_CLOCK_H

#include "actor.h"
#include "db.h"

/* Offers whose time is up (work "offer"). The step: the offer ends, and the place is offered to who
 * waits next and is still active. */
enum err offers_due(const struct actor *by, int64_t *ids, size_t max, size_t *n) MUST_USE;
enum err offer_step(const struct actor *by, int64_t application, int64_t *done) MUST_USE;
/* The same at once for a project, or for a shift of it; a transaction for each. */
enum err offers_end_project(const struct actor *by, int64_t project) MUST_USE;
enum err offers_end_shift(const struct actor *by, int64_t activity) MUST_USE;

/* Shifts that have begun or are cancelled while somebody still waits (work "shift_over"). The step
 * ends some hundreds of them at a time; ids are those of the activities. */
enum err shifts_over_due(const struct actor *by, int64_t *ids, size_t max, size_t *n) MUST_USE;
enum err shift_over_step(const struct actor *by, int64_t activity, int64_t *done) MUST_USE;

#endif
