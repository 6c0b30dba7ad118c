/*
 * changing.h - one activity that has not begun gets another time, place, leader or content: alone,
 * or with the rest of its series.
 *
 *	struct changing c = { .q = q, .p = { .q = q, .a = a, .series = DB_NONE } };
 *	... c.in read; c.p.in of it, plan_times(&c.p), plan_leader(&c.p)
 *	e = db_tx(change_keep, &c);
 */
#ifndef ZYZ_ACTIVITY_CHANGING_H
#define ZYZ_ACTIVITY_CHANGING_H

#include "plan.h"

#define CHANGE_IN(X, T) \
	X(T, DAY, day, 1, 10) \
	X(T, STR, begins, 1, CLOCK_CHARS) \
	X(T, STR, ends, 1, CLOCK_CHARS) \
	X(T, STR, place, 2, 160) \
	X(T, TEXT, content, 2, 1000) \
	X(T, NO, leader_no, 0, 24) \
	X(T, NAME, leader_name, 0, 60) \
	X(T, OINT, planned, 1, 100000)
FORM_DEFINE(change_in, CHANGE_IN);

struct changing {
	struct rq *q;
	struct plan p;
	struct change_in in;
	bool leader_stays; /* p.leader and p.leader_name are who leads it now */
};

/* The row, its sign-up, who leads it, and what those on its roster are told, once it is published.
 * ERR_STALE: it has begun meanwhile. In a transaction. */
enum err change_keep(void *ctx) MUST_USE;

#endif
