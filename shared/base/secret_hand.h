/*
 * secret_hand.h - hands each program its own secrets (secret_holders.h): copies in
 * secret_dir/programs/NAME, of the system's user zyz_NAME where there is one. For zyz-admin alone,
 * which does it whenever keys are made or exchanged, and before each start of a unit.
 *
 *	enum err e = secret_hand_out(NULL);
 */
#ifndef ZYZ_SECRET_HAND_H
#define ZYZ_SECRET_HAND_H

#include "secret_holders.h"
#include "str.h"

/* Of one program, or all: NULL. Each file whole and at once; what is not its own is taken away. */
enum err secret_hand_out(const char *program) MUST_USE;
/* What is wrong with one folder: *fault names the file; NULL: nothing. */
enum err secret_hand_look(struct arena *a, const struct secret_holder *h,
			  const char **fault) MUST_USE;

#endif
