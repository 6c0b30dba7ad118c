/*
 * roster.h - who is put on a roster 排班名册, one by one or many at once.
 *
 *	e = roster_named(q, &a, "王小满", &who, &others);    // ERR_NOT_FOUND: nobody, or several
 *	e = roster_put(q, &a, who.person);                   // in the caller's transaction
 */
#ifndef ZYZ_ACTIVITY_ROSTER_H
#define ZYZ_ACTIVITY_ROSTER_H

#include "activity.h"
#include "typed_no.h"

/* The activity of the address, while its roster is open: until it has ended; one that was never
 * published is entered afterwards. */
enum err roster_open(struct rq *q, struct act *a) MUST_USE;
/* By name, of the station's own volunteers and of those whom the project took on. ERR_NOT_FOUND:
 * nobody, or several: then *others are their numbers. */
enum err roster_named(struct rq *q, const struct act *a, const char *name, struct typed_no *who,
		      const char **others) MUST_USE;
/* The row alone; counting and audit are the caller's. */
enum err roster_put(struct rq *q, const struct act *a, int64_t person) MUST_USE;
/* Whoever asks in this request comes by themselves: nobody of the staff added them. Counted;
 * ERR_CHECK: the shift has no place left. */
enum err roster_come(struct rq *q, const struct act *a, const char *duty) MUST_USE;
/* roster_undo.c: taken off it, and back on it within a day. */
enum err roster_kept(struct rq *q, const struct act *a, int64_t person, const char *no) MUST_USE;

#endif
