/*
 * plan.h - an activity as it is planned, alone or many at once: the form of one is the beginning of
 * the form of a series.
 *
 *	struct plan p = { .q = q, .series = DB_NONE };
 *	... p.in read, plan_times(&p), plan_words(&p), p.uid: then inside db_tx():
 *	e = plan_put(&p);                    // p.id, p.no; what is audited is the caller's
 */
#ifndef ZYZ_ACTIVITY_PLAN_H
#define ZYZ_ACTIVITY_PLAN_H

#include "activity.h"
#include "typed_no.h"

#define PLAN_IN(X, T) \
	X(T, NO, project, 0, 24) \
	X(T, NO, copy, 0, 24) \
	X(T, STR, title, 2, 50) \
	X(T, CODE, category, 4, 4) \
	X(T, TEXT, content, 2, 1000) \
	X(T, DAY, day, 1, 10) \
	X(T, STR, begins, 1, CLOCK_CHARS) \
	X(T, STR, ends, 1, CLOCK_CHARS) \
	X(T, STR, place, 2, 160) \
	X(T, NO, leader_no, 0, 24) \
	X(T, NAME, leader_name, 0, 60) \
	X(T, NO, led_by, 0, 24) \
	X(T, OINT, planned, 1, 100000) \
	X(T, FLAG, dangerous, 0, 1) \
	X(T, FLAG, with_roster, 0, 1) \
	X(T, FLAG, past, 0, 1) \
	X(T, STR, lat, 0, 12) \
	X(T, STR, lng, 0, 12) \
	X(T, OINT, radius_m, 20, 9999)
FORM_DEFINE(plan_in, PLAN_IN);

struct plan {
	struct rq *q;
	struct plan_in in;
	struct act a;   /* changed: the row there is */
	int64_t series; /* it is made with, DB_NONE: alone */
	int64_t project, leader, led_by, copied;
	struct typed_no asked; /* of leader_no */
	const char *leader_name, *starts, *ends, *no, *due;
	struct bytes uid;
	int64_t id; /* of the row that was put */
};

enum err plan_choices(struct rq *q) MUST_USE;
/* ?project= and ?copy=: what is known already need not be typed again. */
enum err plan_start(struct rq *q) MUST_USE;
/* Its day and clocks as times, or messages. */
bool plan_times(struct plan *p);
/* Who belongs to another station leads when they have said so; until then a masked name stands. */
enum err plan_leader(struct plan *p) MUST_USE;
/* Puts them on the roster; in the caller's transaction. */
enum err plan_lead(struct plan *p, int64_t id) MUST_USE;
/* Its sign-up moves with it, where it begins at another time; in the caller's transaction. */
enum err plan_moved(const struct plan *p) MUST_USE;
/* All else that the table of fields cannot say: codes, leader, place on the map. */
enum err plan_words(struct plan *p) MUST_USE;
/* The row, its leader and, when it was ticked, its roster; in the caller's transaction. */
enum err plan_put(struct plan *p) MUST_USE;

#endif
