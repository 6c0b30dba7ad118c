/*
 * slot.h - working out a password takes long on purpose: only so many at once on a host
 * (sign_in_at_once), so that the other pages of the program find a worker. Nobody waits for one:
 * a worker that waits would be as busy.
 *
 *	if (!slot_take())
 *		return slot_busy(q, "password");      // ERR_FORM: press once more
 *	bool fits = secret_password_check(hash, in.password);
 *	slot_give();
 */
#ifndef ZYZ_SLOT_H
#define ZYZ_SLOT_H

#include "app.h"

bool slot_take(void);
void slot_give(void);
enum err slot_busy(struct rq *q, const char *field) MUST_USE;

#endif
