/*
 * household.h - a household on file, as the pages of this program read it.
 *
 * Owns nothing; who may be seen is of the own station.
 *
 *	struct household h;
 *	e = household_here(q, arg(q, 0), &h);        // ERR_NOT_FOUND
 */
#ifndef ZYZ_NEEDS_HOUSEHOLD_H
#define ZYZ_NEEDS_HOUSEHOLD_H

#include "private.h"

#define HOUSEHOLD_COLS(X, T) \
	X(T, INT, id, "h.id") \
	X(T, BYTES, uid, "h.uid") \
	X(T, TEXT, no, "h.no") \
	X(T, TEXT, state, "h.state") \
	X(T, TEXT, grid, "h.grid") \
	X(T, TEXT, kind, "h.household_kind") \
	X(T, TEXT, groups, "h.target_groups") \
	X(T, TEXT, next_on, "h.next_on") \
	X(T, INT, members, "h.members") \
	X(T, INT, version, "h.version") \
	X(T, BYTES, name, "h.name_sealed") \
	X(T, BYTES, phone, "h.phone_sealed") \
	X(T, BYTES, address, "h.address_sealed") \
	X(T, BYTES, contact, "h.contact_sealed") \
	X(T, BYTES, health, "h.health_sealed")
ROW_DEFINE(household, HOUSEHOLD_COLS);

/* By its number, at the own station. */
enum err household_here(struct rq *q, const char *no, struct household *h) MUST_USE;
/* The same, and still on file, else ERR_STALE. */
enum err household_open(struct rq *q, const char *no, struct household *h) MUST_USE;
enum { HOUSEHOLD_PRIVATE = 5 };
void household_private(const struct household *h, struct private v[HOUSEHOLD_PRIVATE]);
/* Opens one of its sealed values; NULL when there is none. */
enum err household_text(struct rq *q, const struct household *h, const char *column,
			struct bytes sealed, const char **text) MUST_USE;
/* Page.People: those of the household, masked or whole. */
enum err put_people(struct rq *q, const struct household *h, bool whole) MUST_USE;

#endif
