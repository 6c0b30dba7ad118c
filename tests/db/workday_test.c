/* workday_test.c - working days over weekends, days off and worked weekends, by the seeds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "asking.h"
#include "db.h"
#include "workday.h"

static int start(void **state)
{
	if (asking_start(state))
		return -1;
	return db_ready(ask()->arena) ? -1 : 0;
}

static int end(void **state)
{
	db_close();
	return asking_end(state);
}

static const char *plus(const char *day, int n)
{
	const char *out = "";
	if (workday_add(0, day, n, &out))
		fail_msg("%s + %d: %s", day, n, err_text());
	return out;
}

static int64_t between(const char *from, const char *to)
{
	int64_t n = -1000;
	if (workday_between(0, from, to, &n))
		fail_msg("%s to %s: %s", from, to, err_text());
	return n;
}

static void plain_weeks(void **state)
{
	(void)state;
	assert_string_equal(plus("2026-11-16", 0), "2026-11-16");
	assert_string_equal(plus("2026-11-16", 1), "2026-11-17");
	assert_string_equal(plus("2026-11-20", 1), "2026-11-23");
	assert_string_equal(plus("2026-11-21", 1), "2026-11-23");
	assert_string_equal(plus("2026-11-22", 1), "2026-11-23");
	assert_string_equal(plus("2026-11-20", 10), "2026-12-04");
	assert_string_equal(plus("2024-02-28", 1), "2024-02-29");
}

/* 2026: 1 to 7 October off; 20 September and 10 October, a Sunday and a Saturday, worked. */
static void national_day(void **state)
{
	bool yes;
	(void)state;
	assert_string_equal(plus("2026-09-30", 1), "2026-10-08");
	assert_string_equal(plus("2026-09-30", 3), "2026-10-10");
	assert_string_equal(plus("2026-09-30", 4), "2026-10-12");
	assert_string_equal(plus("2026-09-19", 1), "2026-09-20");
	assert_int_equal(workday_is(0, "2026-10-10", &yes), OK);
	assert_true(yes);
	assert_int_equal(workday_is(0, "2026-10-05", &yes), OK);
	assert_false(yes);
}

static struct stmt kind_q = SQL(
	"UPDATE holiday"
	"   SET kind = ?"
	" WHERE day = ?");

/* A day that was taken out again is one as any other: a Monday is worked, a Saturday is not. */
static void taken_out(void **state)
{
	bool yes;
	(void)state;
	assert_int_equal(db_exec(&kind_q, ARGS(A_("none"), A_("2026-10-05")), NULL), OK);
	assert_int_equal(db_exec(&kind_q, ARGS(A_("none"), A_("2026-10-10")), NULL), OK);
	enum err monday = workday_is(0, "2026-10-05", &yes);
	bool worked = yes;
	enum err saturday = workday_is(0, "2026-10-10", &yes);
	assert_int_equal(db_exec(&kind_q, ARGS(A_("off"), A_("2026-10-05")), NULL), OK);
	assert_int_equal(db_exec(&kind_q, ARGS(A_("work"), A_("2026-10-10")), NULL), OK);
	assert_int_equal(monday, OK);
	assert_int_equal(saturday, OK);
	assert_true(worked);
	assert_false(yes);
}

static void how_many(void **state)
{
	(void)state;
	assert_int_equal(between("2026-11-20", "2026-11-20"), 0);
	assert_int_equal(between("2026-11-20", "2026-11-23"), 1);
	assert_int_equal(between("2026-11-20", "2026-12-04"), 10);
	assert_int_equal(between("2026-12-04", "2026-11-20"), -10);
	assert_int_equal(between("2026-09-30", "2026-10-10"), 3);
}

/* Adding and counting agree, whatever the day. */
static void both_ways(void **state)
{
	static const char *const days[] = { "2025-01-24", "2025-09-27", "2026-02-13",
					    "2026-12-31" };
	(void)state;
	for (size_t i = 0; i < sizeof(days) / sizeof(days[0]); i++)
		for (int n = 1; n <= 40; n++)
			assert_int_equal(between(days[i], plus(days[i], n)), n);
}

static void what_is_no_day(void **state)
{
	const char *out = "kept";
	int64_t n = 7;
	(void)state;
	assert_int_equal(workday_add(0, "2026-02-30", 1, &out), ERR_BAD_REQUEST);
	assert_int_equal(workday_add(0, "2026-02-03", -1, &out), ERR_BAD_REQUEST);
	assert_int_equal(workday_add(0, "2026-02-03", 401, &out), ERR_BAD_REQUEST);
	assert_int_equal(workday_add(0, NULL, 1, &out), ERR_BAD_REQUEST);
	assert_string_equal(out, "kept");
	assert_int_equal(workday_between(0, "2026-02-03", "never", &n), ERR_BAD_REQUEST);
	assert_int_equal(workday_between(0, "1990-01-01", "2026-01-01", &n), ERR_BAD_REQUEST);
	assert_int_equal(n, 7);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(plain_weeks), cmocka_unit_test(national_day),
		cmocka_unit_test(how_many),    cmocka_unit_test(taken_out),
		cmocka_unit_test(both_ways),   cmocka_unit_test(what_is_no_day),
	};
	return cmocka_run_group_tests_name("workday", tests, start, end);
}
