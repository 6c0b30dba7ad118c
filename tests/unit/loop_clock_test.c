/* loop_clock_test.c - loop_clock.h: what a loop makes of the database's time, look by look. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "loop_clock.h"

enum { NOON = 1790000000, DAY = 86400, QUARTER = 900 };

static void looks_follow_each_other(void **state)
{
	static const struct {
		const char *what;
		int64_t theirs, boot;
		enum clock_step step;
		int64_t by;
	} all[] = {
		{ "the first look is good, whatever it says", NOON, 50, CLOCK_STEADY, 0 },
		{ "ten seconds later", NOON + 10, 60, CLOCK_STEADY, 0 },
		{ "a night of sleep", NOON + 10 + DAY, 60 + DAY, CLOCK_STEADY, 0 },
		{ "put right by a second", NOON + 9 + DAY, 60 + DAY, CLOCK_STEADY, 1 },
		{ "ahead by less than a quarter of an hour", NOON + 9 + DAY + QUARTER - 1, 60 + DAY,
		  CLOCK_STEADY, QUARTER - 1 },
		{ "back by a minute", NOON + 9 + DAY + QUARTER - 61, 60 + DAY, CLOCK_BACK, 60 },
		{ "a day ahead at once", NOON + QUARTER + 2 * DAY, 112 + DAY, CLOCK_AHEAD, DAY },
		{ "still a day ahead an hour later", NOON + QUARTER + 2 * DAY + 3600, 3712 + DAY,
		  CLOCK_AHEAD, DAY },
		{ "and back where it belongs", NOON + QUARTER + DAY + 3610, 3722 + DAY,
		  CLOCK_STEADY, 0 },
		{ "a day back", NOON + QUARTER + 3620, 3732 + DAY, CLOCK_BACK, DAY },
		{ "which is the time from now on", NOON + QUARTER + 3630, 3742 + DAY, CLOCK_STEADY,
		  0 },
	};
	struct clock_seen seen = { 0 };
	(void)state;
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
		int64_t by = -1;
		enum clock_step step = clock_look(&seen, all[i].theirs, all[i].boot, &by);
		if (step != all[i].step || by != all[i].by)
			fail_msg("%s: %d by %d", all[i].what, (int)step, (int)by);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(looks_follow_each_other) };
	return cmocka_run_group_tests_name("loop_clock", tests, NULL, NULL);
}
