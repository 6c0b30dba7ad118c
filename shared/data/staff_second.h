/*
 * staff_second.h - the second factor of staff 第二步验证: a secret in an authenticator app (totp.h),
 * kept sealed, of which each step counts once; ten recovery codes on paper, each once; and what
 * happens when the phone is lost (staff_code.h, kind "second").
 *
 *	e = staff_second_show(&by, staff, in.code, &shown);
 *	if (!e && shown == SECOND_NO) ...
 */
#ifndef ZYZ_STAFF_SECOND_H
#define ZYZ_STAFF_SECOND_H

#include "actor.h"
#include "db.h"

enum { RECOVERY_CODES = 10 };

/* What is typed shows that they have it. */
enum second_shown {
	SECOND_NO,       /* wrong, or used before */
	SECOND_APP,      /* the app's code of this moment */
	SECOND_RECOVERY, /* one of the ten */
	SECOND_RESET     /* a one-time code: the old factor is gone, another must be set up */
};
enum err staff_second_show(const struct actor *by, int64_t staff, const char *typed,
			   enum second_shown *shown) MUST_USE;
/* From now on this secret (base32); step has been used by proving it. Older recovery codes are
 * gone; codes[] are the new ones, to be shown once. Other sessions end but for one (0: all). */
enum err staff_second_set(const struct actor *by, int64_t staff, const char *secret, int64_t step,
			  int64_t session, const char *codes[RECOVERY_CODES]) MUST_USE;

#endif
