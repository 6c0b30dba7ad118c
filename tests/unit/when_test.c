/* when_test.c - days, clocks and lengths of time as people's tables have them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "arena.h"
#include "str.h"
#include "when.h"

static struct arena *a;

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

static void days(void **state)
{
	static const char *const good[] = { "2024-03-05",
					    "2024/3/5",
					    "2024.3.5",
					    "2024年3月5日",
					    "2024年03月05日",
					    "20240305",
					    "2024-03-05T08:00",
					    "2024-3-5 8:00",
					    "２０２４－０３－０５",
					    "2024年3月5号",
					    "2024 - 3 - 5",
					    "2024年3月5日 星期二",
					    "2024/3/5 (周二)",
					    "45356",
					    "45356.375",
					    "2024-03-05 08:00:00.000",
					    "2024—03—05",
					    "2024-03-05T08:00:00+08:00" };
	static const char *const bad[] = {
		"",       "2024-02-30", "2023-02-29",  "3月5日",
		"2024-3", "3/5",        "05/03/2024",  "24-3-5",
		"昨天",   "2024-13-01", "202403",      "20241305",
		"1",      "99999",      "2024-03-05x", "2024-03-05T08:00:00Z"
	};
	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		if (!str_eq(day_read(a, good[i]), "2024-03-05"))
			fail_msg("'%s' is not read", good[i]);
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		if (day_read(a, bad[i]))
			fail_msg("'%s' is read as %s", bad[i], day_read(a, bad[i]));
}

struct clock {
	const char *typed;
	int minute;
};

static const struct clock clocks_written[] = {
	{ "9:00", 540 },
	{ "09:00", 540 },
	{ "9：00", 540 },
	{ "９：００", 540 },
	{ "9:00:30", 540 },
	{ "9:00 AM", 540 },
	{ "2:30 PM", 870 },
	{ "2:30pm", 870 },
	{ "2:30\u202fPM", 870 },
	{ "上午9:00", 540 },
	{ "下午2:30", 870 },
	{ "下午 2:30", 870 },
	{ "9点", 540 },
	{ "9点半", 570 },
	{ "9点30分", 570 },
	{ "9时30分", 570 },
	{ "14点一刻", 855 },
	{ "下午2点", 840 },
	{ "晚上8点", 1200 },
	{ "中午12:30", 750 },
	{ "中午1点", 780 },
	{ "凌晨12:30", 30 },
	{ "12:00 AM", 0 },
	{ "12:00 PM", 720 },
	{ "0:00", 0 },
	{ "24:00", 1440 },
	{ "晚上12:00", 1440 },
	{ "23:59", 1439 },
	{ "9 AM", 540 },
	{ "上午9", 540 },
	{ "2024-03-05 9:00", 540 },
	{ "2024-03-05T14:30:00", 870 },
	{ "3月5日 9:00", 540 },
	{ "2024年3月5日 上午9:00", 540 },
	{ "14:30 PM", 870 },
	{ "9:00:00.000", 540 },
	{ "24:01", -1 },
	{ "25:00", -1 },
	{ "9:60", -1 },
	{ "9:0", -1 },
	{ "9", -1 },
	{ "930", -1 },
	{ "9.30", -1 },
	{ "14:30 AM", -1 },
	{ "上午12:00", -1 },
	{ "9:00 x", -1 },
	{ "", -1 },
	{ "2024-03-05", -1 },
	{ "9:00-10:00", -1 },
	{ "李雷", -1 },
	{ "9:30:5", -1 },
};

static void clocks(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(clocks_written) / sizeof(clocks_written[0]); i++) {
		struct when w;
		int got = when_read(a, clocks_written[i].typed, &w) ? w.minute : -1;
		if (got != clocks_written[i].minute)
			fail_msg("'%s': %d, not %d", clocks_written[i].typed, got,
				 clocks_written[i].minute);
	}
}

static void clocks_of_a_column(void **state)
{
	static const struct clock all[] = {
		{ "930", 570 },   { "0930", 570 },        { "1430", 870 },  { "9.30", 570 },
		{ "0.375", 540 }, { "0.604166667", 870 }, { "9：30", 570 }, { "9", -1 },
		{ "9.3", -1 },    { "2500", -1 },         { "960", -1 },    { "99999", -1 },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
		struct when w;
		int got = clock_read(a, all[i].typed, &w);
		if (got != all[i].minute)
			fail_msg("'%s': %d, not %d", all[i].typed, got, all[i].minute);
	}
}

static void clocks_of_a_day(void **state)
{
	static const char day[] = "2024-03-05";
	int64_t from, to;
	(void)state;
	assert_true(clock_of_day(a, day, "22：00", false, &from));
	assert_true(clock_of_day(a, day, "24:00", true, &to));
	assert_int_equal(to - from, 7200);
	assert_true(clock_of_day(a, day, "0:00", true, &to));
	assert_int_equal(to - from, 7200);
	assert_true(clock_of_day(a, day, "0:00", false, &to));
	assert_int_equal(from - to, 22 * 3600);
	assert_true(clock_of_day(a, day, "3月5日 22:00", false, &to));
	assert_int_equal(from, to);
	assert_false(clock_of_day(a, day, "24:00", false, &to));
	assert_false(clock_of_day(a, day, "2024-03-06 22:00", false, &to));
	assert_false(clock_of_day(a, day, "2023年3月5日 22:00", false, &to));
	assert_false(clock_of_day(a, day, "3月6日 22:00", true, &to));
	assert_false(clock_of_day(a, "2024-02-30", "22:00", false, &to));
}

static void two_in_one(void **state)
{
	static const char *const good[] = {
		"9:00-11:00",    "9:00 - 11:00", "9：00～11：00",         "9点至11点",
		"上午9点到11点", "9:00—11:00",   "2024-03-05 9:00-11:00", "9:00~11:00"
	};
	struct when from, to;
	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		if (!when_read_two(a, good[i], &from, &to))
			fail_msg("'%s' is not read", good[i]);
		assert_int_equal(from.minute, 540);
		assert_int_equal(to.minute, 660);
	}
	assert_string_equal(from.day, "");
	assert_true(when_read_two(a, "2024-03-05 9:00-2024-03-06 1:00", &from, &to));
	assert_string_equal(from.day, "2024-03-05");
	assert_string_equal(to.mmdd, "03-06");
	assert_false(when_read_two(a, "9:00", &from, &to));
	assert_false(when_read_two(a, "2024-03-05", &from, &to));
	assert_false(when_read_two(a, "9:00-", &from, &to));
}

struct length {
	const char *typed;
	bool hours;
	int minutes;
};

static void lengths(void **state)
{
	static const struct length all[] = {
		{ "1.5", true, 90 },        { "1.5", false, 2 },
		{ "90", false, 90 },        { "90.00", false, 90 },
		{ "1．5", true, 90 },       { "1.3333333333333333", true, 80 },
		{ "0.5", true, 30 },        { ".5", true, 30 },
		{ "1.5小时", true, 90 },    { "1.5 小时", false, 90 },
		{ "90分钟", true, 90 },     { "90 min", true, 90 },
		{ "1小时30分", true, 90 },  { "1小时30分钟", true, 90 },
		{ "1h30m", true, 90 },      { "1h30", true, 90 },
		{ "2h", true, 120 },        { "1:30", true, 90 },
		{ "1:30:00", true, 90 },    { "1个半小时", true, 90 },
		{ "1小时半", true, 90 },    { "半小时", true, 30 },
		{ "2个小时", true, 120 },   { "1.5H", true, 90 },
		{ "0", true, 0 },           { "", true, -1 },
		{ "约2小时", true, -1 },    { "2小时左右", true, -1 },
		{ "1,5", true, -1 },        { "-1", true, -1 },
		{ "1e3", true, -1 },        { "1..5", true, -1 },
		{ "1小时2小时", true, -1 }, { "30分1小时", true, -1 },
		{ "99999999", true, -1 },   { "1.", true, -1 },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
		int64_t got = length_read(a, all[i].typed, all[i].hours);
		if (got != all[i].minutes)
			fail_msg("'%s': %d, not %d", all[i].typed, (int)got, all[i].minutes);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days),
		cmocka_unit_test(clocks),
		cmocka_unit_test(clocks_of_a_column),
		cmocka_unit_test(clocks_of_a_day),
		cmocka_unit_test(two_in_one),
		cmocka_unit_test(lengths),
	};
	return cmocka_run_group_tests_name("when", tests, start, stop);
}
