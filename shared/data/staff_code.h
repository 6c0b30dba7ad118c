/*
 * staff_code.h - one-time codes of staff 一次性代码: shown once to whoever gives them out, good for
 * 72 hours, for one account and one use. Only a digest is kept. A code of kind "password" sets a
 * password, the first or another; one of kind "second" lets the second factor be set up anew by
 * whoever knows the password.
 *
 * A code that sets a password wants the word of the person whose account it is, where they have a
 * WeChat bound: whoever gave it out cannot use it alone (staff_code_answer()).
 *
 * Both kinds for one account within a week come from two givers, so that nobody takes over an
 * account alone.
 *
 *	e = staff_code_give(&q->actor, staff, "password", &code);     // "7KQM-2XNP-84TD"
 */
#ifndef ZYZ_STAFF_CODE_H
#define ZYZ_STAFF_CODE_H

#include "actor.h"
#include "db.h"

enum { STAFF_CODE_HOURS = 72 };

/* A new one; older ones of its kind are void. ERR_CHECK: the giver gave one of the other kind. */
enum err staff_code_give(const struct actor *by, int64_t staff, const char *kind,
			 const char **code) MUST_USE;
/* The person (by->person) says on their own WeChat that the codes waiting for their account are
 * theirs, or that they are not, and makes them void. ERR_STALE: none waits. */
enum err staff_code_answer(const struct actor *by, bool yes) MUST_USE;
/* Uses it, whatever way it was typed. ERR_NOT_FOUND: it is none, used, void or too old; ERR_CHECK:
 * the person has not said that it is theirs. */
enum err staff_code_use(const struct actor *by, int64_t staff, const char *kind,
			const char *typed) MUST_USE;

#endif
