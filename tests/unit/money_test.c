/* money_test.c - amounts as people type them, to the fen; and written out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "arena.h"
#include "money.h"
#include "str.h"

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

static void typed_amounts_are_fen(void **state)
{
	static const struct {
		const char *typed;
		int64_t fen;
	} v[] = {
		{ "12.5", 1250 },
		{ "１２．５", 1250 },
		{ " ¥1,234.50 ", 123450 },
		{ "￥１，２３４", 123400 },
		{ "12元", 1200 },
		{ "0.01", 1 },
		{ "007", 700 },
		{ "1,000,000", 100000000 },
		{ "100000000", MONEY_MAX },
		{ "1 000", 100000 },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(v) / sizeof(v[0]); i++) {
		int64_t fen = -7;
		const char *wrong = money_read(a, v[i].typed, MONEY_MAX, &fen);
		if (wrong || fen != v[i].fen)
			fail_msg("%s: %s %lld", v[i].typed, str_or(wrong, ""), (long long)fen);
	}
}

static void what_is_none_is_named(void **state)
{
	static const char *const v[][2] = {
		{ "0", "money_zero" },
		{ "0.00", "money_zero" },
		{ "-1", "money_zero" },
		{ "－１", "money_zero" },
		{ "1.234", "money_decimals" },
		{ "0.005", "money_decimals" },
		{ "1,23", "money" },
		{ "1234,567", "money" },
		{ "1,2345", "money" },
		{ ",123", "money" },
		{ "1.", "money" },
		{ ".5", "money" },
		{ "1e9", "money" },
		{ "1.2.3", "money" },
		{ "三千", "money" },
		{ "元", "money" },
		{ "", "money" },
		{ "0x10", "money" },
		{ "100000000.01", "money_large" },
		{ "1000000000", "money_large" },
		{ "99999999999999999999999", "money_large" },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(v) / sizeof(v[0]); i++) {
		int64_t fen = -7;
		const char *wrong = money_read(a, v[i][0], MONEY_MAX, &fen);
		if (!str_eq(wrong, v[i][1]) || fen != -7)
			fail_msg("%s: %s, not %s", v[i][0], str_or(wrong, "taken"), v[i][1]);
	}
}

static void figures_have_their_commas(void **state)
{
	(void)state;
	assert_string_equal(money_text(a, 0), "0.00");
	assert_string_equal(money_text(a, 5), "0.05");
	assert_string_equal(money_text(a, 99999), "999.99");
	assert_string_equal(money_text(a, 100000), "1,000.00");
	assert_string_equal(money_text(a, 123456789), "1,234,567.89");
	assert_string_equal(money_text(a, -100050), "-1,000.50");
	assert_string_equal(money_text(a, INT64_MIN), "-92,233,720,368,547,758.08");
}

static void words_are_those_of_receipts(void **state)
{
	(void)state;
	assert_string_equal(money_words(a, 0), "零元整");
	assert_string_equal(money_words(a, 1), "壹分");
	assert_string_equal(money_words(a, 50), "伍角整");
	assert_string_equal(money_words(a, 105), "壹元零伍分");
	assert_string_equal(money_words(a, 123450), "壹仟贰佰叁拾肆元伍角整");
	assert_string_equal(money_words(a, 1000), "壹拾元整");
	assert_string_equal(money_words(a, 1000500), "壹万零伍元整");
	assert_string_equal(money_words(a, 10050000), "壹拾万零伍佰元整");
	assert_string_equal(money_words(a, 100000000), "壹佰万元整");
	assert_string_equal(money_words(a, 100000100), "壹佰万零壹元整");
	assert_string_equal(money_words(a, MONEY_MAX), "壹亿元整");
	assert_string_equal(money_words(a, 2000100001), "贰仟万零壹仟元零壹分");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(typed_amounts_are_fen),
		cmocka_unit_test(what_is_none_is_named),
		cmocka_unit_test(figures_have_their_commas),
		cmocka_unit_test(words_are_those_of_receipts),
	};
	return cmocka_run_group_tests(tests, start, stop);
}
