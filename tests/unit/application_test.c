/* application_test.c - until when an offered place is held. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "application.h"
#include "clock.h"

static struct arena *a;

static int64_t at(const char *text)
{
	int64_t t = 0;
	assert_true(clock_parse_time(text, &t));
	return t;
}

static void ends(const char *now, int64_t hours, const char *start, const char *until)
{
	int64_t t = offer_end(at(now), hours, start ? at(start) : DB_NONE);
	assert_string_equal(clock_time(a, t), until);
}

static void so_many_hours(void **state)
{
	(void)state;
	ends("2026-12-01 10:00:00", 24, NULL, "2026-12-02 10:00:00");
	ends("2026-12-01 10:00:00", 2, "2026-12-05 09:00:00", "2026-12-01 12:00:00");
	ends("2026-12-31 10:00:00", 48, NULL, "2027-01-02 10:00:00");
}

static void never_by_night(void **state)
{
	(void)state;
	ends("2026-12-01 20:59:59", 24, NULL, "2026-12-02 20:59:59");
	ends("2026-12-01 21:00:00", 24, NULL, "2026-12-03 08:00:00");
	ends("2026-12-01 23:30:00", 1, NULL, "2026-12-02 08:00:00");
	ends("2026-12-01 03:00:00", 24, NULL, "2026-12-02 08:00:00");
	ends("2026-12-01 08:00:00", 24, NULL, "2026-12-02 08:00:00");
}

static void an_hour_on_the_day_and_not_behind_the_start(void **state)
{
	(void)state;
	ends("2026-12-05 09:00:00", 24, "2026-12-05 14:00:00", "2026-12-05 10:00:00");
	ends("2026-12-05 13:30:00", 24, "2026-12-05 14:00:00", "2026-12-05 14:00:00");
	ends("2026-12-05 20:30:00", 24, "2026-12-05 22:00:00", "2026-12-05 22:00:00");
	ends("2026-12-04 20:00:00", 24, "2026-12-05 09:00:00", "2026-12-05 09:00:00");
	ends("2026-12-04 23:00:00", 24, "2026-12-05 06:00:00", "2026-12-05 06:00:00");
}

static int start(void **state)
{
	(void)state;
	a = arena_new();
	return 0;
}

static int stop(void **state)
{
	(void)state;
	arena_free(a);
	return 0;
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(so_many_hours),
		cmocka_unit_test(never_by_night),
		cmocka_unit_test(an_hour_on_the_day_and_not_behind_the_start),
	};
	return cmocka_run_group_tests_name("application", tests, start, stop);
}
