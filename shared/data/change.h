/*
 * change.h - what people who signed up must hear of: a published project or activity is not what it
 * was 变更告知. They read it on their own pages; the sender of messages reads the same rows.
 *
 * Owns the rows of change_notice, which are never changed; what is changed is the caller's, in the
 * same transaction.
 *
 *	e = change_tell(&q->actor, "activity", a.id,
 *			&(struct change){ .what = "place", .was = a.place, .became = in.place });
 */
#ifndef ZYZ_CHANGE_H
#define ZYZ_CHANGE_H

#include "actor.h"
#include "db.h"

struct change {
	const char *what;         /* a word of change_notice.what */
	const char *thing;        /* the position, NULL: none */
	const char *was, *became; /* NULL is empty; what is longer than the column is cut */
};

/* Nothing is told of what stayed as it was. */
enum err change_tell(const struct actor *by, const char *about, int64_t target,
		     const struct change *c) MUST_USE;

#endif
