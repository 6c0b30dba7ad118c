/*
 * workday.h - working days: Monday to Friday, less the days off and plus the weekends worked of
 * table holiday: the country's, and those of the station's own region, which say more.
 *
 * The few rows it needs are read each time, but for one answer that is kept for its moment. Days
 * are "YYYY-MM-DD"; results live in db_arena(). The ten working days of 令67 art. 11 and the three
 * of public notice are counted from the day after.
 *
 *	enum err e = workday_add(station, "2026-09-30", 3, &until);   // "2026-10-10"
 */
#ifndef ZYZ_WORKDAY_H
#define ZYZ_WORKDAY_H

#include <stdbool.h>
#include <stdint.h>

#include "actor.h"
#include "err.h"
#include "row.h"

#define HOLIDAY_COLS(X, T) \
	X(T, TEXT, day, "h.day") \
	X(T, TEXT, kind, "h.kind") \
	X(T, TEXT, name, "h.name")
ROW_DEFINE(holiday_row, HOLIDAY_COLS);

/* station 0: the country's calendar alone. The n-th working day after day; n 0 gives day itself.
 * ERR_BAD_REQUEST for no real day, n < 0 or n > 400. */
enum err workday_add(int64_t station, const char *day, int n, const char **out) MUST_USE;
/* Working days after `from` up to and with `to`; below 0 when `to` lies before `from`.
 * ERR_BAD_REQUEST when one is no day or they lie more than 20 years apart. */
enum err workday_between(int64_t station, const char *from, const char *to, int64_t *n) MUST_USE;
/* Working days from the actor's day on. Many rows of a page have the same last day: it is counted
 * once in a moment. */
enum err workday_left(const struct actor *by, const char *to, int64_t *n) MUST_USE;
enum err workday_is(int64_t station, const char *day, bool *yes) MUST_USE;

/* The days that are not what their weekday says, from and to among them, in their order: kind "off"
 * is a holiday, "work" a weekend that is worked, anything else a day like others. */
struct holidays {
	struct holiday_row *v;
	size_t n;
};
enum err holidays_read(int64_t station, const char *from, const char *to,
		       struct holidays *h) MUST_USE;
/* NULL: a day like others. */
const struct holiday_row *holiday_of(const struct holidays *h, const char *day);

#endif
