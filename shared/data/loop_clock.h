/*
 * loop_clock.h - whether the time is one to act by.
 *
 * Calendars are the loops' trade: what a wrong clock begins, ends or lets take effect is wrong for
 * ever. So nothing is done by a clock that is a minute from the database's; nor when the database's
 * own went ahead by a quarter of an hour at once: then it stands until the clock is back, or until
 * somebody starts the loop anew because the new time is the right one. Set back, what was put off
 * until a time that is now far ahead would lie there: it is brought back, and work goes on.
 *
 *	struct clock_seen seen = { 0 };
 *	switch (clock_look(&seen, theirs, clock_boot(), &seconds)) { ... }
 */
#ifndef ZYZ_LOOP_CLOCK_H
#define ZYZ_LOOP_CLOCK_H

#include "loop.h"

/* The last look that was good; all 0 at first. Seconds. */
struct clock_seen {
	int64_t theirs; /* Unix time of the database */
	int64_t boot;   /* ours, that only goes forward (clock.h) */
};

enum clock_step {
	CLOCK_STEADY,
	CLOCK_BACK, /* by a minute or more; the look is good from now on */
	CLOCK_AHEAD /* by a quarter of an hour or more; the look stays the old one */
};

/* *by: seconds between what was to be expected and what stands there, never below 0. */
enum clock_step clock_look(struct clock_seen *seen, int64_t theirs, int64_t boot, int64_t *by);

/* For loop_run() before each turn: ERR_CHECK with the reason also in the note of its beat. */
enum err loop_clock(const struct loop *l, struct turn *t) MUST_USE;

#endif
