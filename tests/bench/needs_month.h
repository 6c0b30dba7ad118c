/*
 * needs_month.h - thirty days of a busy station: 2,000 orders and 300 volunteers, with the code of
 * the pages and of the loop order-clock (dispatch.h, propose.h), and an actor whose clock moves a
 * quarter of an hour at a time. Staff accept and send in office hours; volunteers say yes, say no
 * or say nothing, in their own time; some take what lies open, some cannot come after all.
 *
 *	sim.a = arena; sim.station = 2;
 *	e = month_run();               // then sim.broken: a rule that was, or NULL
 */
#ifndef ZYZ_BENCH_NEEDS_MONTH_H
#define ZYZ_BENCH_NEEDS_MONTH_H

#include "actor.h"
#include "needs_nearest.h"

extern struct month {
	struct arena *a;
	struct actor by;
	int64_t station, asks, barred, lost, releases;
	struct order_plan plan[SIM_ORDERS];
	const char *broken; /* the first rule that was; NULL: none */
} sim;

enum err month_run(void) MUST_USE;

#endif
