/*
 * needs_nearest.h - what happens in the simulated month, drawn once for both ways of sending, and
 * the other way: "nearest first", as a dispatcher with a telephone list does it.
 *
 *	e = sim_plan(from, 30, 700, plan);
 *	double gini = sim_nearest(plan);          // 0: all served alike, 1: one served all
 */
#ifndef ZYZ_BENCH_NEEDS_NEAREST_H
#define ZYZ_BENCH_NEEDS_NEAREST_H

#include <stdbool.h>

#include "db.h"

enum { SIM_ORDERS = 2000, SIM_PEOPLE = 300, SIM_YES = 72 };

struct order_plan {
	int64_t at, day, item; /* day: so many days on; 0: soon */
	int home;
	bool urgent, adults;
	const char *region, *part, *sex; /* sex NULL: no matter */
};

int sim_chance(int n); /* 0 to n - 1 */
/* Orders by time. The station's people, its regions and the menu are rows already. */
enum err sim_plan(int64_t station, int64_t from, int days, int homes,
		  struct order_plan *v) MUST_USE;
int64_t sim_someone(void); /* a person of the station */
/* Everybody near the home is rung up in the order of the list until one says yes; Gini of what each
 * served. Only hard rules keep somebody out. */
double sim_nearest(const struct order_plan *v);
double sim_gini(int64_t *served, size_t n); /* sorts */

#endif
