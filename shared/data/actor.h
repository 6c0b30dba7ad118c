/*
 * actor.h - who acts, where, when, and with which memory: all that the rules know of whoever calls
 * them. A request, a loop, a command and a test each have one, and call the same functions.
 *
 *	struct actor a = actor_system(arena);          // a loop, a command
 *	enum err e = record_close(&a, activity, &done, &archived);
 *	e = audit(&q->actor, "need.verify", "need", id, NULL);   // a page
 */
#ifndef ZYZ_ACTOR_H
#define ZYZ_ACTOR_H

#include "str.h"

/* A request has these members under their own names, too (request.h). */
struct audit_also;
#define ACTOR_MEMBERS \
	struct arena *arena; /* results and texts live here */ \
	int64_t now;         /* Unix seconds, when the deed began */ \
	int64_t staff;       /* row of staff, 0: none */ \
	int64_t person;      /* row of person when a volunteer acts, 0: none */ \
	int64_t proxy;       /* row of person who acts in that volunteer's place, 0: themselves */ \
	int64_t station;     /* where staff work now, a volunteer's own, 0: none */ \
	uint8_t request[8];  /* of the request, in log and audit; zeros: there was none */ \
	bool system;         /* nobody's deed: the clock's, or an operator's command */ \
	struct audit_also *also; /* what the audit row of one action takes along, or NULL */

struct actor {
	ACTOR_MEMBERS
};

/* "2026-11-30 09:00:00" and "2026-11-30" of the deed. */
const char *actor_time(const struct actor *a);
const char *actor_today(const struct actor *a);

/* The system itself, now. */
struct actor actor_system(struct arena *arena);
/* "system", "staff", "volunteer", "visitor" */
const char *actor_kind(const struct actor *a);
/* The row behind the kind; DB_NONE for the system and visitors. */
int64_t actor_id(const struct actor *a);
/* The station whose rows staff may change; DB_NONE when the system or a volunteer acts. */
int64_t actor_scope(const struct actor *a);

#endif
