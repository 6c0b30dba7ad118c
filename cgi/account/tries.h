/*
 * tries.h - wrong passwords and codes slow down whoever types them, not whose they are.
 *
 * A few wrong ones for one account from one address rest for ten minutes, and so do very many from
 * one address; a browser that this account signed in from before has a count of its own, so that
 * nobody locks the owner out. Only when an account is tried from everywhere do strange browsers
 * wait, too.
 *
 *	struct tries t = { "sign_in", login };
 *	e = tries_left(q, &t);                 // ERR_THROTTLED: before anything is looked at
 *	... wrong:
 *	e = tries_wrong(q, &t, &rests);
 */
#ifndef ZYZ_TRIES_H
#define ZYZ_TRIES_H

#include "app.h"

struct tries {
	const char *what; /* a word */
	const char *who;  /* the account: its login */
};
enum err tries_left(struct rq *q, const struct tries *t) MUST_USE;
/* *rests: that was the last one for now. */
enum err tries_wrong(struct rq *q, const struct tries *t, bool *rests) MUST_USE;
/* The account has signed in from this browser. */
void tries_know(struct rq *q, const char *login);

#endif
