/* text_test.c - what people type in many writings comes out in one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "arena.h"
#include "check.h"
#include "str.h"
#include "text.h"

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

static void same(const char *got, const char *want)
{
	if (!str_eq(got, want))
		fail_msg("'%s', not '%s'", got, want);
}

static void unseen_marks_are_dropped(void **state)
{
	static const char *const marks[] = { "\u200e", "\u200c", "\u200d",     "\u2060", "\u00ad",
					     "\ufe0f", "\ufffc", "\ufeff",     "\u202d", "\u2069",
					     "\u034f", "\u3164", "\U000e0100", "\u180e", "\u2006" };
	(void)state;
	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		same(text_name(a, arena_fmt(a, "林小满%s", marks[i])), "林小满");
		same(text_name(a, arena_fmt(a, "%s林小满", marks[i])), "林小满");
		same(text_name(a, arena_fmt(a, "林%s小满", marks[i])), "林小满");
		same(text_number(a, arena_fmt(a, "61%s05", marks[i])), "6105");
		same(text_prose(a, marks[i]), "");
	}
}

static void mongolian_keeps_what_shapes_it(void **state)
{
	static const char suffix[] = "ᠣᠷᠤᠰ\u202fᠤᠨ", shaped[] = "ᠰᠠᠷ\u180eᠠ",
			  variant[] = "ᠭ\u180bᠠ";
	(void)state;
	same(text_name(a, suffix), suffix);
	same(text_name(a, shaped), shaped);
	same(text_name(a, variant), variant);
	assert_true(person_name_check(text_name(a, suffix)));
	same(text_name(a, "ᠪᠠᠲᠤ\u202f"), "ᠪᠠᠲᠤ");
	same(text_value(a, "9:00\u202fAM"), "9:00 AM");
}

static void blanks_and_line_ends(void **state)
{
	(void)state;
	same(text_prose(a, "\u3000\u00a0a\u2003b\t\r\nc\rd\u2028e\v \n"), "a b \nc\nd\ne");
	same(text_value(a, " a\nb "), "a b");
	same(text_prose(a, "二月“邻里节”（第二期）——请带伞"), "二月“邻里节”（第二期）——请带伞");
}

static void values_are_half_width(void **state)
{
	(void)state;
	same(text_value(a, "９：００"), "9:00");
	same(text_value(a, "9∶00﹕30"), "9:00:30");
	same(text_value(a, "2024—03–05−1"), "2024-03-05-1");
	same(text_value(a, "Ｃ２６（１）"), "C26(1)");
	same(text_value(a, "٣١٠٥"), "3105");
}

static void names_have_one_dot(void **state)
{
	static const char *const dots[] = { ".",      "·",      "•",      "∙",  "・",  "･",
					    "‧",      "⋅",      "．",     "᛫",  "｡",   "。",
					    "\u2024", "\u0387", "\ua78f", "﹒", " · ", "●",
					    "\u2e31", ". ",     "··" };
	(void)state;
	for (size_t i = 0; i < sizeof(dots) / sizeof(dots[0]); i++)
		same(text_name(a, arena_fmt(a, "古丽米热%s艾比布力", dots[i])),
		     "古丽米热·艾比布力");
	same(text_name(a, "John F. Kennedy Jr."), "John F Kennedy Jr");
	same(text_name(a, "J.R.R. Tolkien"), "J·R·R Tolkien");
	assert_false(person_name_check(text_name(a, "买买提·")));
	assert_false(person_name_check(text_name(a, "·买买提")));
}

static void names_lose_blanks_between_han(void **state)
{
	(void)state;
	same(text_name(a, "张　三"), "张三");
	same(text_name(a, "张 三 "), "张三");
	same(text_name(a, "Anna   Li"), "Anna Li");
	same(text_name(a, "ＡＮＮＡ　ＬＩ"), "ANNA LI");
	same(text_name(a, "李 Anna"), "李 Anna");
	same(text_name(a, "Marie – Claire"), "Marie-Claire");
	same(text_name(a, "O’Neill"), "O'Neill");
}

static void letters_in_their_own_place(void **state)
{
	(void)state;
	same(text_name(a, "\ue816田"), "\U00020087田"); /* GBK FE51 */
	same(text_name(a, "\ue81a"), "\u3473");
	same(text_name(a, "\ue863"), "\u4dae");
	same(text_name(a, "\ue864"), "\u9fbb");
	same(text_name(a, "⾼⼩"), "高小"); /* radicals */
	same(text_name(a, "\uf979"), "\u51c9");
	same(text_name(a, "\ufa11"), "\ufa11");
	same(text_name(a, "Jose\u0301"), "Jos\u00e9");
	same(text_name(a, "Nguye\u0302\u0303n"), "Nguy\u1ec5n");
	same(text_name(a, "𠮷𮯰𱍐"), "𠮷𮯰𱍐");
	assert_false(person_name_check(text_name(a, "\ue000")));
}

static void numbers_are_letters_and_digits(void **state)
{
	(void)state;
	same(text_number(a, "a123456（3）"), "A1234563");
	same(text_number(a, "'610502 19900101-123x"), "61050219900101123X");
	same(text_number(a, "=\"61050219900101123×\""), "61050219900101123X");
	same(text_number(a, "６１０５Ｘ"), "6105X");
	same(text_number(a, "军字第 1234567 号"), "军字第1234567号");
	same(text_number(a, "〔〕《》—，。"), "");
}

static void any_bytes_are_safe(void **state)
{
	static const char *const bad[] = { "\xed\xa0\x80\xed\xb0\x80", "\xc0\xaf", "\xf8\x88",
					   "王\xe7\x8e", "\xff\xfe" };
	size_t n = 1000000;
	char *long_one = arena_raw(a, n + 1);
	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		const char *name = text_name(a, bad[i]);
		assert_true(utf8_valid(name, strlen(name)));
		assert_non_null(strchr(name, '?'));
		assert_non_null(strchr(text_number(a, bad[i]), '?'));
	}
	memset(long_one, 'a', n);
	long_one[n] = '\0';
	assert_int_equal(strlen(text_name(a, long_one)), n);
	for (size_t i = 0; i + 3 <= n; i += 3) {
		long_one[i] = '\xef'; /* U+F96F, which becomes a letter of four bytes at worst */
		long_one[i + 1] = '\xa5';
		long_one[i + 2] = '\xaf';
	}
	assert_true(utf8_valid(text_name(a, long_one), strlen(text_name(a, long_one))));
	same(text_name(a, "王\u202e明"), "王明");
	assert_true(text_controls("a\x01"));
	assert_false(text_controls("a\nb"));
}

static void masks_are_compared_by_what_they_show(void **state)
{
	(void)state;
	assert_true(text_fits("6105**********0027", "610502199001010027"));
	assert_true(text_fits("6105***0027", "610502199001010027"));
	assert_false(text_fits("6105**********0028", "610502199001010027"));
	assert_false(text_fits("6106**********0027", "610502199001010027"));
	assert_true(text_fits("张*", "张三丰"));
	assert_true(text_fits("*三丰", "张三丰"));
	assert_true(text_fits("***", "张三丰"));
	assert_false(text_fits("李*", "张三丰"));
	assert_false(text_fits("610502", "610502199001010027"));
	assert_true(text_same_name(a, "ANNA LI", "Anna  Li"));
	assert_false(text_same_name(a, "Anna Li", "Anna Lin"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(unseen_marks_are_dropped),
		cmocka_unit_test(mongolian_keeps_what_shapes_it),
		cmocka_unit_test(blanks_and_line_ends),
		cmocka_unit_test(values_are_half_width),
		cmocka_unit_test(names_have_one_dot),
		cmocka_unit_test(names_lose_blanks_between_han),
		cmocka_unit_test(letters_in_their_own_place),
		cmocka_unit_test(numbers_are_letters_and_digits),
		cmocka_unit_test(any_bytes_are_safe),
		cmocka_unit_test(masks_are_compared_by_what_they_show),
	};
	return cmocka_run_group_tests_name("text", tests, start, stop);
}
