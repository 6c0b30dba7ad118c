/*
 * ask.h - a volunteer of another station is asked 跨站邀请 to come to an activity, to lead it, or to a
 * training; the answer is theirs.
 *
 * Owns the rows of volunteer_ask. Who agreed is put on the roster or given a place by the program
 * that asked, in the same transaction.
 *
 *	enum err e = ask_volunteer(&q->actor, person, "roster", activity, duty, "V2600100031");
 *	...
 *	e = ask_answered(&q->actor, "roster", activity, true, &duty);   // the volunteer's own press
 */
#ifndef ZYZ_ASK_H
#define ZYZ_ASK_H

#include "actor.h"
#include "db.h"

/* Asked again after a no, they are asked again; twice, once. no stands in the audit row. */
enum err ask_volunteer(const struct actor *by, int64_t person, const char *purpose, int64_t target,
		       const char *duty, const char *no) MUST_USE;
/* By the volunteer themselves; ERR_NOT_FOUND: nobody asked, or it is answered. */
enum err ask_answered(const struct actor *by, const char *purpose, int64_t target, bool yes,
		      const char **duty, int64_t *asked_by) MUST_USE;

#endif
