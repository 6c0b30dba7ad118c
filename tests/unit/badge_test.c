/* badge_test.c - the code of an electronic card: good for some minutes, for one number alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "asking.h"
#include "badge.h"
#include "secret.h"
#include "str.h"

static struct arena *a;
static const char no[] = "V2600100031";
static const int64_t now = 1796432400;

static void is_good_for_some_minutes(void **state)
{
	(void)state;
	const char *k = badge_code(a, no, now);
	assert_string_equal(badge_whose(a, k, now), no);
	assert_string_equal(badge_whose(a, k, now + (BADGE_STEPS - 1) * BADGE_STEP), no);
	assert_null(badge_whose(a, k, now + BADGE_STEPS * BADGE_STEP));
	assert_null(badge_whose(a, k, now - BADGE_STEP));
	assert_null(badge_whose(a, k, now + 86400));
	assert_string_not_equal(k, badge_code(a, no, now + BADGE_STEP));
}

static void is_bound_to_its_number_and_time(void **state)
{
	(void)state;
	char *k = arena_fmt(a, "%s", badge_code(a, no, now));
	char *last = k + strlen(k) - 1;
	*last = *last == '0' ? '1' : '0';
	assert_null(badge_whose(a, k, now));
	const char *rest = strchr(badge_code(a, no, now), '-');
	assert_null(badge_whose(a, arena_fmt(a, "V2600100032%s", rest), now));
	const char *next = badge_code(a, no, now + BADGE_STEP), *mac = strrchr(next, '-');
	assert_null(badge_whose(
		a, arena_fmt(a, "%s-%llx%s", no, (long long)(now / BADGE_STEP), mac), now));
}

static void nonsense_is_nobody(void **state)
{
	(void)state;
	static const char *const bad[] = { "",
					   "-",
					   "V1",
					   "V1-",
					   "V1-zz-00",
					   "--",
					   "V1--",
					   "V1-0-00",
					   "-1-2",
					   "V1-ffffffffffffffffffff-0",
					   "V1-1-",
					   "V1--8000000000000000-00",
					   "V1-7fffffffffffffff-00" };
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_null(badge_whose(a, bad[i], now));
	assert_null(badge_whose(a, NULL, now));
}

static int start(void **state)
{
	a = arena_new();
	return asking_start(state);
}

static int stop(void **state)
{
	arena_free(a);
	return asking_end(state);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(is_good_for_some_minutes),
		cmocka_unit_test(is_bound_to_its_number_and_time),
		cmocka_unit_test(nonsense_is_nobody),
	};
	return cmocka_run_group_tests_name("badge", tests, start, stop);
}
