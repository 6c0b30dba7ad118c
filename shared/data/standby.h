/*
 * standby.h - 补位: a place of a shift was given up and nobody waits for it: who wanted to be asked,
 * fits and could come is told. Nothing is kept for them: who signs up first has the place.
 *
 * The choices, table standby, are the program recruit's.
 *
 *	// under the lock of the seat, in the transaction that gave the place back:
 *	e = standby_ask(&q->actor, activity);
 */
#ifndef ZYZ_STANDBY_H
#define ZYZ_STANDBY_H

#include "actor.h"

enum {
	STANDBY_CHOICES = 5,    /* of one person */
	STANDBY_ASKED = 20,     /* people told of one place */
	STANDBY_WEEK = 3,       /* tellings to one person within seven days */
	STANDBY_SECONDS = 7200, /* a shift that begins sooner is told to nobody */
};

/* Of an activity that is no shift, is not open for all to sign up, or is still to be drawn: nobody.
 * Each person once for a shift. */
enum err standby_ask(const struct actor *by, int64_t activity) MUST_USE;

#endif
