/*
 * barred.h - nobody decides about themselves, said on the page: staff_bars() of staff.h as a form
 * that is not taken.
 *
 *	enum err e = BARRED(q, record.person_id, record.leader_id);     // ERR_FORM: own, unlinked
 */
#ifndef ZYZ_BARRED_H
#define ZYZ_BARRED_H

#include "request.h"
#include "staff.h"

/* ERR_FORM with a message at the top: own (one of these persons acts), unlinked (nobody knows who
 * acts). Persons may be DB_NONE or 0: nobody. */
enum err barred(struct rq *q, const int64_t *people, size_t n) MUST_USE;
#define BARRED(q, ...) \
	barred(q, (const int64_t[]){ __VA_ARGS__ }, \
	       sizeof((const int64_t[]){ __VA_ARGS__ }) / sizeof(int64_t))

#endif
