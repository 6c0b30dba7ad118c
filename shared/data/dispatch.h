/*
 * dispatch.h - an order 点单 moves: the states of design.md §6 with the limit of each step, and who
 * is asked for it 派单, takes it 接单, says no or does not answer.
 *
 * Owns the rows of dispatch, the times of order_helper and the states of service_order, for pages
 * and for the loop order-clock alike. Several may be asked at once; whoever is first has it, by one
 * conditional UPDATE of the order's row, and the others see that it is taken.
 *
 *	struct order_at o = { id, station, "to_dispatch" };
 *	enum err e = dispatch_ask(&q->actor, &o, people, n, DB_NONE);
 *	e = dispatch_claim(&q->actor, &o, &fault);     // ERR_STALE: somebody was first
 *
 * Limits are settings of the station: order_accept_days, order_dispatch_days and order_take_days
 * (working days), order_urgent_minutes, order_contact_days, order_serve_days (after the visit that
 * was agreed) and order_rate_days; order_rounds and order_round_size say how often and how many are
 * asked.
 */
#ifndef ZYZ_DISPATCH_H
#define ZYZ_DISPATCH_H

#include "actor.h"
#include "db.h"

struct order_at {
	int64_t id, station;
	const char *state;
};
enum err order_read(int64_t id, struct order_at *o) MUST_USE; /* ERR_NOT_FOUND */

/* A new one, with the limit of its first step. */
enum err order_begin(const struct actor *by, const struct order_at *o) MUST_USE;
/* One step, audited, with the limit of the state it leads to; in the caller's transaction.
 * ERR_STALE: there is no such step from here, or somebody was faster. */
enum err order_move(const struct actor *by, const char *verb, struct order_at *o) MUST_USE;
/* Volunteer and resident agreed on a time of a taken one, which is its limit from now on. DB_NONE:
 * no activity. In the caller's transaction; ERR_STALE: it is not taken any more. */
enum err order_agree(const struct actor *by, const struct order_at *o, int64_t from, int64_t to,
		     int64_t activity) MUST_USE;
/* It is over: those who were asked need not answer any more. */
enum err dispatch_recall(const struct actor *by, int64_t order, const char *reason) MUST_USE;

struct candidate;
/* Another round: these are asked, or a team (DB_NONE: none). In the caller's transaction.
 * ERR_STALE: one of them was asked so often meanwhile that they may not be asked again. */
enum err dispatch_ask(const struct actor *by, struct order_at *o, const struct candidate *v,
		      size_t n, int64_t team) MUST_USE;
/* Anybody of the station may take it 抢单, until somebody does. */
enum err dispatch_open(const struct actor *by, const struct order_at *o) MUST_USE;

/*
 * A volunteer takes what they were asked for, alone or by their team, or what lies on the open
 * list. In the caller's transaction. ERR_STALE: it is taken, or not to be had. ERR_CHECK: *bar is a
 * word of Lang.order.Bar.
 */
enum err dispatch_claim(const struct actor *by, struct order_at *o, const char **bar) MUST_USE;
/* They would rather not; nobody asks why. The next is asked when they were the last. */
enum err dispatch_refuse(const struct actor *by, struct order_at *o, const char *reason) MUST_USE;
/* They took it and cannot come: it goes back. */
enum err dispatch_release(const struct actor *by, struct order_at *o, const char *reason) MUST_USE;

/* For the loop: orders of which somebody has not answered in time; whose step is late; that nobody
 * rated. Without those set aside. */
enum err dispatch_due(const struct actor *by, int64_t *ids, size_t max, size_t *n) MUST_USE;
enum err order_late(const struct actor *by, int64_t *ids, size_t max, size_t *n) MUST_USE;
enum err order_unrated(const struct actor *by, int64_t *ids, size_t max, size_t *n) MUST_USE;
/* Their steps, each in a transaction of its own; *done counts. */
enum err dispatch_expire(const struct actor *by, int64_t id, int64_t *done) MUST_USE;
enum err order_escalate(const struct actor *by, int64_t id, int64_t *done) MUST_USE;
enum err order_close(const struct actor *by, int64_t id, int64_t *done) MUST_USE;

#endif
