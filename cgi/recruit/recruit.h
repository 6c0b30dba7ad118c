/*
 * recruit.h - what the pages of the program recruit share: a notice, an application, places and the
 * waiting list.
 *
 * Owns the rows of application, whose states stand in application.h. A place is taken at approval
 * or held for an offer (position.h).
 *
 *	// inside db_tx, after position_lock(position):
 *	e = places_next(&q->actor, position_id);     // who waits longest is offered the free place
 */
#ifndef ZYZ_RECRUIT_H
#define ZYZ_RECRUIT_H

#include "app.h"
#include "application.h"
#include "position.h"

#define NOTICE_COLS(X, T) \
	X(T, INT, id, "p.id") \
	X(T, INT, station, "p.station_id") \
	X(T, TEXT, state, "p.state") \
	X(T, TEXT, recruit_from, "p.recruit_from") \
	X(T, TEXT, recruit_to, "p.recruit_to") \
	X(T, INT, dangerous, "p.dangerous") \
	X(T, INT, min_minutes, "p.min_minutes") \
	X(T, TEXT, scope, "p.recruit_scope") \
	X(T, INT, team, "p.team_id")
ROW_DEFINE(notice_row, NOTICE_COLS);

/* The published project that the address names; ERR_NOT_FOUND. */
enum err notice_read(struct rq *q, struct notice_row *n) MUST_USE;
bool notice_open(const struct rq *q, const struct notice_row *n); /* sign-up is open today */
bool notice_alive(const struct notice_row *n);                    /* recruiting or running */

/* The person's living application in a project; ERR_NOT_FOUND. */
enum err application_live(int64_t project, int64_t person, struct application_row *a) MUST_USE;

/* places.c */
/* Offers of a project that nobody took in time end, and the next who wait are offered. In
 * transactions of its own. */
enum err places_expire(struct rq *q, int64_t project) MUST_USE;

enum err recruit_list(struct rq *q);
enum err recruit_show(struct rq *q);
enum err recruit_apply(struct rq *q);
enum err recruit_withdraw(struct rq *q);
enum err recruit_accept(struct rq *q);

enum err review_list(struct rq *q);
enum err review_show(struct rq *q);
enum err review_batch(struct rq *q);
enum err review_approve(struct rq *q);
enum err review_refuse(struct rq *q);
enum err review_wait(struct rq *q);

#endif
