/* session_inside.h - what the session*.c files share; nobody else includes it. */
#ifndef ZYZ_SESSION_INSIDE_H
#define ZYZ_SESSION_INSIDE_H

#include "session.h"

enum { SEEN_EVERY = 60 };
/* Once a minute is enough for the idle limit, and keeps reading pages free of writes. */
enum err session_refresh(struct rq *q, int64_t id, int64_t idle) MUST_USE;
/* session_acting.c: a session that acts for another one, by the digest of its token. */
enum err load_acting(struct rq *q, struct bytes hash, const char *now) MUST_USE;

/* Fills who and actor of q from memory, CSRF token included; false: the row must be read. */
bool session_kept(struct rq *q, struct bytes hash);
/* count: revoke_count() from before the row was read. */
void session_keep(const struct rq *q, struct bytes hash, uint64_t count);

#endif
