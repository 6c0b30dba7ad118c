/*
 * turn.h - codes that turn: a MAC over a thing, a direction and a step of 15 seconds, with the
 * thing's own key, as hex for a picture and as six digits for who has no camera. What shows them
 * and how long one is good for is the caller's.
 *
 *	const char *six = turn_six(q->arena, key, &(struct turn_of){ "digits", no, "in", step });
 */
#ifndef ZYZ_TURN_H
#define ZYZ_TURN_H

#include "str.h"

enum { TURN_SECONDS = 15 };

struct turn_of {
	const char *use, *no, *direction;
	int64_t step; /* Unix seconds / TURN_SECONDS */
};
const char *turn_hex(struct arena *a, struct bytes key, const struct turn_of *t); /* 20 digits */
const char *turn_six(struct arena *a, struct bytes key, const struct turn_of *t);

#endif
