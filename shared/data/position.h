/*
 * position.h - the places of a position 岗位, and of each of its shifts 班次, which have their own:
 * `taken` counts who was accepted or holds an offer, and moves by one conditional UPDATE only;
 * nothing reads it and writes it back.
 *
 *	// inside db_tx:
 *	enum err e = position_lock(id);      // whoever signs up now waits
 *	if (!e)
 *		e = position_take(id);       // ERR_STALE: full
 */
#ifndef ZYZ_POSITION_H
#define ZYZ_POSITION_H

#include "db.h"

enum err position_lock(int64_t id) MUST_USE;
enum err position_take(int64_t id) MUST_USE; /* ERR_STALE: full */
enum err position_give(int64_t id) MUST_USE; /* back; ERR_STALE: none was taken */
enum err position_left(int64_t id, int64_t *left) MUST_USE;

/* What is asked of who comes, and who gets a place; a sex only with the reason why. */
struct position_rules {
	const char *mode;             /* direct, apply, draw */
	const char *skills;           /* codes with commas, one of them is enough; "" none */
	const char *sex, *sex_reason; /* NULL: everybody */
	const char *hours;            /* in words, "" */
};
enum err position_rule(int64_t id, const struct position_rules *r) MUST_USE;

/* Either the position's own places, or those of a shift of it. */
struct seat {
	int64_t position, activity; /* activity DB_NONE: the position's own */
};
enum err seat_lock(const struct seat *s) MUST_USE;
enum err seat_take(const struct seat *s) MUST_USE; /* ERR_STALE: full */
enum err seat_give(const struct seat *s) MUST_USE; /* back; ERR_STALE: none was taken */
enum err seat_left(const struct seat *s, int64_t *left) MUST_USE;
/* The lock, and in the same round trip what holds under it. */
struct seat_now {
	int64_t left;
	bool open; /* its project lives; a shift is neither called off nor closed at that time */
};
enum err seat_hold(const struct seat *s, const char *now, struct seat_now *n) MUST_USE;

/* An activity begins so many seconds later (before zero: earlier): the end of sign-up and the last
 * hour to give a place up go with it. Not being a shift is fine. */
enum err shift_moved(int64_t activity, int64_t seconds) MUST_USE;

/* All positions of a project, in the order of their rows, and then its shifts. */
enum err positions_lock(int64_t project) MUST_USE;
enum err positions_recount(int64_t project) MUST_USE;

#endif
