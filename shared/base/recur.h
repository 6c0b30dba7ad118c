/*
 * recur.h - the days of what comes again: every week, every other week, on the same day of each
 * month, or on its second Saturday. Pure: knows no holidays and no clock.
 *
 *	struct recur r = { "month", "2026-12-31", "2027-03-31", true };
 *	size_t n = recur_days(a, &r, 60, &v);   // 12-31, 01-31, 02-28 (short), 03-31
 */
#ifndef ZYZ_RECUR_H
#define ZYZ_RECUR_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"

struct recur {
	const char *every; /* "week", "fortnight", "month", "nth": the n-th weekday of a month */
	const char *first, *until; /* real days, "YYYY-MM-DD"; none comes after until */
	bool last;                 /* a month without that day has its last one instead, or none */
};
struct recur_day {
	const char *day; /* of a month that has none: the first of that month */
	bool small;      /* the month has no such day */
	bool none;       /* and so nothing happens in it */
};

/* At most max days, those of months without one counted. 0: the word or a day is none. */
size_t recur_days(struct arena *a, const struct recur *r, size_t max, struct recur_day **out);

#endif
