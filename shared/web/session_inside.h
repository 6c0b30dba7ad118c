/* session_inside.h - what the session*.c files share; nobody else includes it. */
#ifndef ZYZ_SESSION_INSIDE_H
#define ZYZ_SESSION_INSIDE_H

#include "session.h"

/* Fills who and actor of q from memory, CSRF token included; false: the row must be read. */
bool session_kept(struct rq *q, struct bytes hash);
/* count: revoke_count() from before the row was read. */
void session_keep(const struct rq *q, struct bytes hash, uint64_t count);

#endif
