/* recur.c - days that come again. Months are counted on from the first day, so that the 31st stays
 * the 31st after a February. */
#include "recur.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "str.h"

enum { DAY = 86400, WEEK = 7, MONTHS = 12 };

struct month {
	int year, month; /* 1 to 12 */
};

static int number(const char *s)
{
	return (int)strtol(s, NULL, 10);
}

static int64_t day_of(struct arena *a, struct month m, int day)
{
	int64_t at;
	return clock_parse_day(arena_fmt(a, "%04d-%02d-%02d", m.year, m.month, day), &at) ? at : -1;
}

static int month_length(struct arena *a, struct month m)
{
	int n = 31;
	while (day_of(a, m, n) < 0)
		n--;
	return n;
}

/* Monday is 0; at is midnight in Beijing. */
static int weekday_of(int64_t at)
{
	return (int)((clock_day_no(at) + 3) % WEEK);
}

/* The day of that month which is the n-th of its weekday; above the month's length when it has none
 * such. */
static int nth_weekday(struct arena *a, struct month m, int weekday, int n)
{
	int first = weekday_of(day_of(a, m, 1));
	return 1 + (weekday - first + WEEK) % WEEK + (n - 1) * WEEK;
}

static struct recur_day day_in_month(struct arena *a, const struct recur *r, struct month m,
				     int64_t first, int day)
{
	int length = month_length(a, m), back = 1;
	if (str_eq(r->every, "nth")) {
		day = nth_weekday(a, m, weekday_of(first), (day - 1) / WEEK + 1);
		back = WEEK;
	}
	struct recur_day d = { .small = day > length, .none = day > length && !r->last };
	while (day > length)
		day -= back;
	d.day = clock_day(a, day_of(a, m, d.none ? 1 : day));
	return d;
}

static size_t by_month(struct arena *a, const struct recur *r, int64_t first, size_t max,
		       struct recur_day *v)
{
	struct month m = { number(r->first), number(r->first + 5) };
	size_t n = 0;
	for (; n < max; n++) {
		v[n] = day_in_month(a, r, m, first, number(r->first + 8));
		if (strcmp(v[n].day, r->until) > 0)
			break;
		m.year += m.month == MONTHS;
		m.month = m.month % MONTHS + 1;
	}
	return n;
}

size_t recur_days(struct arena *a, const struct recur *r, size_t max, struct recur_day **out)
{
	int64_t at, until;
	size_t n = 0;
	if (!clock_parse_day(r->first, &at) || !clock_parse_day(r->until, &until))
		return 0;
	struct recur_day *v = arena_array(a, max, sizeof(*v));
	*out = v;
	if (str_in(r->every, "month,nth"))
		return by_month(a, r, at, max, v);
	int64_t step = str_eq(r->every, "week")        ? WEEK
		       : str_eq(r->every, "fortnight") ? 2 * WEEK
						       : 0;
	for (; step && n < max && at <= until; at += step * DAY)
		v[n++] = (struct recur_day){ .day = clock_day(a, at) };
	return n;
}
