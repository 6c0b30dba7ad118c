/* check_test.c - check.h against public specimens and what people mistype. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "check.h"

#define TODAY "2026-11-22"

static enum id_fault id(const char *s)
{
	char birth[11], sex;
	return id_no_check(s, TODAY, birth, &sex);
}

/* The 17 digits with the check character that the standard's own formula 2^(18-i) mod 11 gives. */
static const char *with_check(const char *digits17)
{
	static char s[19];
	int sum = 0;
	for (int i = 1; i <= 17; i++)
		sum += (digits17[i - 1] - '0') * ((1 << (18 - i)) % 11);
	memcpy(s, digits17, 17);
	s[17] = "10X98765432"[sum % 11];
	s[18] = '\0';
	return s;
}

static void id_takes_specimen(void **state)
{
	char birth[11], sex;
	(void)state;
	assert_int_equal(id_no_check("11010519491231002X", TODAY, birth, &sex), ID_OK);
	assert_string_equal(birth, "1949-12-31");
	assert_int_equal(sex, '2');
	assert_int_equal(id("11010519491231002x"), ID_OK);
	assert_int_equal(id_no_check(with_check("61050220080229113"), TODAY, birth, &sex), ID_OK);
	assert_string_equal(birth, "2008-02-29");
	assert_int_equal(sex, '1');
}

static void id_names_the_fault(void **state)
{
	(void)state;
	assert_int_equal(id(NULL), ID_LENGTH);
	assert_int_equal(id(""), ID_LENGTH);
	assert_int_equal(id("110105491231002"), ID_LENGTH);
	assert_int_equal(id("11010519491231002X "), ID_LENGTH);
	assert_int_equal(id("1101051949123100ZX"), ID_CHARS);
	assert_int_equal(id("11010519491231002Y"), ID_CHARS);
	assert_int_equal(id("1101051949-2310021"), ID_CHARS);
	assert_int_equal(id(with_check("00010519491231002")), ID_REGION);
	assert_int_equal(id(with_check("99010519491231002")), ID_REGION);
	assert_int_equal(id(with_check("61050220070229113")), ID_BIRTH); /* no leap year */
	assert_int_equal(id(with_check("61050219491331002")), ID_BIRTH);
	assert_int_equal(id(with_check("61050219490431002")), ID_BIRTH);
	assert_int_equal(id("110105194912310021"), ID_CHECK_DIGIT);
	assert_int_equal(id("110105194912310030"), ID_CHECK_DIGIT);
}

static void id_birth_limits(void **state)
{
	(void)state;
	assert_int_equal(id(with_check("61050220261122001")), ID_OK); /* today */
	assert_int_equal(id(with_check("61050220261123001")), ID_BIRTH);
	assert_int_equal(id(with_check("61050218761122001")), ID_OK); /* 150 years to the day */
	assert_int_equal(id(with_check("61050218761121001")), ID_BIRTH);
}

static void id_fault_leaves_outputs(void **state)
{
	char birth[11] = "untouched", sex = '?';
	(void)state;
	assert_int_equal(id_no_check("110105194912310021", TODAY, birth, &sex), ID_CHECK_DIGIT);
	assert_string_equal(birth, "untouched");
	assert_int_equal(sex, '?');
}

/* Every slip of one digit and every swap of two neighbours must be noticed. */
static void id_notices_slips(void **state)
{
	static const char good[] = "11010519491231002X";
	char s[sizeof good];
	(void)state;
	for (size_t i = 0; i < 17; i++) {
		for (char d = '0'; d <= '9'; d++) {
			memcpy(s, good, sizeof s);
			s[i] = d;
			if (d != good[i])
				assert_int_not_equal(id(s), ID_OK);
		}
		memcpy(s, good, sizeof s);
		s[i] = good[i + 1];
		s[i + 1] = good[i];
		if (good[i] != good[i + 1])
			assert_int_not_equal(id(s), ID_OK);
	}
}

static void uscc(void **state)
{
	(void)state;
	assert_true(uscc_check("91330100799655058B"));
	assert_true(uscc_check("9144030071526726XG"));
	assert_false(uscc_check("91330100799655058C"));
	assert_false(uscc_check("91330100799655085B"));
	assert_false(uscc_check("91330100799655058b"));
	assert_false(uscc_check("9133010079965505I8"));
	assert_false(uscc_check("9133010079965505"));
	assert_false(uscc_check(""));
	assert_false(uscc_check(NULL));
}

static void names(void **state)
{
	static const char *const good[] = { "王小明",
					    "欧阳娜",
					    "阿卜杜拉·买买提",
					    "Anna Müller",
					    "𬱖",
					    "䶮",
					    "〇一",
					    "ᠪᠠᠲᠤ",
					    "ᠨᠠᠷᠠᠨ ᠭᠡᠷᠡᠯ",
					    "Sean O'Neill",
					    "Marie-Claire Petit",
					    "Nguyễn Thị",
					    "李",
					    "X",
					    "古丽米热·艾比布力",
					    "𮯰新",
					    "佐々木" };
	static const char *const bad[] = { "",
					   " ",
					   "·",
					   " 王",
					   "王 ",
					   "王  明",
					   "买买提··",
					   "王1",
					   "王<b>",
					   "王;",
					   "王\n明",
					   "王\xe7\x8e",
					   "\xc0\xaf",
					   "王，明",
					   "王-明",
					   "王'明",
					   "-Anna",
					   "Anna-",
					   "Anna--Li",
					   "王\xee\xa0\x96",
					   "😀",
					   "=cmd",
					   "王\xe2\x80\xae明" };
	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		if (!person_name_check(good[i]))
			fail_msg("refused: %s", good[i]);
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (person_name_check(bad[i]))
			fail_msg("taken: %s", bad[i]);
	assert_false(person_name_check(NULL));
}

static void volunteer_numbers(void **state)
{
	(void)state;
	assert_true(volunteer_no_check("V6105020012345678X"));
	assert_true(volunteer_no_check("V61050200123456781"));
	assert_false(volunteer_no_check("V6105020012345678x"));
	assert_false(volunteer_no_check("v61050200123456781"));
	assert_false(volunteer_no_check("V610502001234567X1"));
	assert_false(volunteer_no_check("V6105020012345678"));
	assert_true(volunteer_no_check("61050200123456786105020012345678"));
	assert_false(volunteer_no_check("6105020012345678610502001234567X"));
	assert_false(volunteer_no_check(NULL));
}

static void ages(void **state)
{
	(void)state;
	assert_int_equal(age_on("2008-11-22", "2026-11-22"), 18);
	assert_int_equal(age_on("2008-11-23", "2026-11-22"), 17);
	assert_int_equal(age_on("2008-02-29", "2026-02-28"), 17);
	assert_int_equal(age_on("2008-02-29", "2026-03-01"), 18);
	assert_int_equal(age_on("2026-11-22", "2026-11-22"), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(id_takes_specimen),
		cmocka_unit_test(id_names_the_fault),
		cmocka_unit_test(id_birth_limits),
		cmocka_unit_test(id_fault_leaves_outputs),
		cmocka_unit_test(id_notices_slips),
		cmocka_unit_test(uscc),
		cmocka_unit_test(names),
		cmocka_unit_test(volunteer_numbers),
		cmocka_unit_test(ages),
	};
	return cmocka_run_group_tests_name("check", tests, NULL, NULL);
}
