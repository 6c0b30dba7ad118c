/* match_test.c - who fits an order: hard rules first, then the better one; load is spread. */
#include "match.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "arena.h"

static const struct match_want want = {
	.skill = "09", .category = "0001", .region = "610502001003", .slots = "01", .asks_week = 3
};
static const struct match_who plain = { .sex = "1",
					.region = "610502001003",
					.categories = "",
					.skills = "",
					.available = "",
					.languages = "",
					.age = 40,
					.active = true,
					.takes = true,
					.insured = true,
					.idle = DB_NONE };

static void bar_is(struct match_want w, struct match_who p, const char *word)
{
	const char *got = match_bar(&w, &p);
	if (word)
		assert_string_equal(got, word);
	else
		assert_null(got);
}

static void test_bars(void **state)
{
	(void)state;
	struct match_want w = want;
	struct match_who p = plain;
	bar_is(w, p, NULL);
	w.adults = w.dangerous = true;
	w.sex = "2";
	p.week = 3;
	p.answered = p.overlap = p.own = p.away = true;
	p.active = p.takes = p.insured = false;
	p.age = 17;
	bar_is(w, p, "suspended");
	p.active = true;
	bar_is(w, p, "off");
	p.takes = true;
	bar_is(w, p, "away");
	p.away = false;
	bar_is(w, p, "minor");
	p.age = 18;
	bar_is(w, p, "sex");
	p.sex = "2";
	bar_is(w, p, "own");
	p.own = false;
	bar_is(w, p, "overlap");
	p.overlap = false;
	bar_is(w, p, "uninsured");
	p.insured = true;
	bar_is(w, p, "answered");
	p.answered = false;
	bar_is(w, p, "week");
	p.week = 2;
	bar_is(w, p, NULL);
}

/* Who goes to a home alone is no child, and of age where nobody said otherwise. */
static void test_children(void **state)
{
	(void)state;
	struct match_want w = want;
	struct match_who p = plain;
	w.adults = true;
	p.age = 17;
	bar_is(w, p, "minor");
	w.adults = false;
	bar_is(w, p, NULL);
	p.age = 13;
	bar_is(w, p, "minor");
	p.age = 14;
	bar_is(w, p, NULL);
}

static int score_of(struct match_who p, const char *whys)
{
	char why[MATCH_WHYS];
	int score = match_score(&want, &p, why);
	if (whys)
		assert_string_equal(why, whys);
	return score;
}

static void test_reasons(void **state)
{
	(void)state;
	struct match_who p = plain;
	score_of(p, "community,new");
	p.skills = "01,09";
	p.categories = "0017,0001";
	p.available = "02,01";
	p.known = 2;
	score_of(p, "known,skill,free,community,category,new");
	p.region = "610502001009";
	p.week = 1;
	p.idle = 3600;
	p.last = true;
	score_of(p, "known,skill,free,street,category,in_a_row");
}

static void test_load(void **state)
{
	(void)state;
	struct match_who idle = plain, busy = plain, near = plain;
	idle.idle = 14 * 86400;
	busy.idle = 86400;
	busy.week = 1;
	assert_true(score_of(idle, NULL) > score_of(busy, NULL));
	near.idle = 3600;
	near.week = 2;
	idle.region = "610502001007";
	assert_true(score_of(idle, NULL) > score_of(near, NULL));
	busy.no_shows = 99;
	assert_true(score_of(busy, NULL) >= 0);
}

static void test_near(void **state)
{
	(void)state;
	assert_int_equal(match_near("610502001003", "610502001003"), 12);
	assert_int_equal(match_near("610502001003", "610502001004"), 9);
	assert_int_equal(match_near("610502001003", "610502001"), 9);
	assert_int_equal(match_near("610502001003", "610502002001"), 6);
	assert_int_equal(match_near("610502001003", "620502002001"), 0);
	assert_int_equal(match_near(NULL, "610502001003"), 0);
}

/* Not twice in a row while others wait, whatever the points say; after two days it is forgotten. */
static void test_order(void **state)
{
	(void)state;
	struct match_who again = { .last = true, .idle = 3600 }, other = { .idle = DB_NONE };
	assert_true(match_order(&again, 150, &other, 1) > 0);
	assert_true(match_order(&other, 1, &again, 150) < 0);
	assert_true(match_order(&again, 9, &again, 8) < 0);
	assert_true(match_order(&other, 8, &other, 9) > 0);
	assert_int_equal(match_order(&other, 8, &other, 8), 0);
	again.idle = MATCH_TWICE;
	assert_true(match_order(&again, 150, &other, 1) < 0);
}

static void test_slots(void **state)
{
	struct arena *a = *state;
	assert_string_equal(match_slots(a, "2026-11-30", "am"), "01"); /* a Monday */
	assert_string_equal(match_slots(a, "2026-11-29", "any"), "19,20,21");
	assert_string_equal(match_slots(a, "2026-12-03", "eve"), "12");
	assert_string_equal(match_slots(a, NULL, "am"), "");
	assert_string_equal(match_slots(a, "no day", "am"), "");
}

static int start(void **state)
{
	*state = arena_new();
	return 0;
}

static int stop(void **state)
{
	arena_free(*state);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_bars),    cmocka_unit_test(test_children),
		cmocka_unit_test(test_reasons), cmocka_unit_test(test_load),
		cmocka_unit_test(test_near),    cmocka_unit_test(test_slots),
		cmocka_unit_test(test_order),
	};
	return cmocka_run_group_tests(tests, start, stop);
}
