/* recur_test.c - recur.h: weeks over New Year, the 31st of each month, the fifth Sunday. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "recur.h"
#include "str.h"

static struct arena *a;

/* The days with blanks between; * behind one that stands for a day that its month has not, - before
 * a month left out. */
static const char *days(const char *every, const char *first, const char *until, bool last,
			size_t max)
{
	struct recur_day *v;
	size_t n = recur_days(a, &(struct recur){ every, first, until, last }, max, &v);
	const char *all = "";
	for (size_t i = 0; i < n; i++)
		all = arena_fmt(a, "%s%s%s%s%s", all, i ? " " : "", v[i].none ? "-" : "", v[i].day,
				v[i].small && !v[i].none ? "*" : "");
	return all;
}

static void weeks_go_over_new_year(void **state)
{
	(void)state;
	assert_string_equal(days("week", "2026-12-24", "2027-01-08", true, 9),
			    "2026-12-24 2026-12-31 2027-01-07");
	assert_string_equal(days("fortnight", "2026-12-24", "2027-01-07", true, 9),
			    "2026-12-24 2027-01-07");
	assert_string_equal(days("week", "2028-02-22", "2028-03-07", true, 9),
			    "2028-02-22 2028-02-29 2028-03-07");
}

static void the_31st_comes_back(void **state)
{
	(void)state;
	assert_string_equal(days("month", "2026-12-31", "2027-05-31", true, 9),
			    "2026-12-31 2027-01-31 2027-02-28* 2027-03-31 2027-04-30* 2027-05-31");
	assert_string_equal(days("month", "2027-01-31", "2027-04-30", false, 9),
			    "2027-01-31 -2027-02-01 2027-03-31 -2027-04-01");
	assert_string_equal(days("month", "2028-01-30", "2028-02-29", true, 9),
			    "2028-01-30 2028-02-29*");
}

static void the_same_weekday_of_a_month(void **state)
{
	(void)state;
	assert_string_equal(days("nth", "2026-12-12", "2027-02-28", true, 9),
			    "2026-12-12 2027-01-09 2027-02-13");
	/* The fifth Sunday, or the last one. */
	assert_string_equal(days("nth", "2027-01-31", "2027-05-30", true, 9),
			    "2027-01-31 2027-02-28* 2027-03-28* 2027-04-25* 2027-05-30");
	assert_string_equal(days("nth", "2027-01-31", "2027-05-30", false, 9),
			    "2027-01-31 -2027-02-01 -2027-03-01 -2027-04-01 2027-05-30");
}

static void never_more_than_asked_for(void **state)
{
	struct recur_day *v;
	(void)state;
	assert_string_equal(days("week", "2026-12-01", "2036-12-01", true, 2),
			    "2026-12-01 2026-12-08");
	assert_string_equal(days("month", "2026-12-01", "2036-12-01", true, 2),
			    "2026-12-01 2027-01-01");
	assert_string_equal(days("week", "2026-12-02", "2026-12-01", true, 2), "");
	assert_string_equal(days("day", "2026-12-01", "2026-12-02", true, 2), "");
	assert_int_equal(
		recur_days(a, &(struct recur){ "week", "2026-02-30", "2026-12-01", true }, 9, &v),
		0);
}

static int arena_made(void **state)
{
	(void)state;
	a = arena_new();
	return 0;
}

static int all_free(void **state)
{
	(void)state;
	arena_free(a);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(weeks_go_over_new_year),
		cmocka_unit_test(the_31st_comes_back),
		cmocka_unit_test(the_same_weekday_of_a_month),
		cmocka_unit_test(never_more_than_asked_for),
	};
	return cmocka_run_group_tests(tests, arena_made, all_free);
}
