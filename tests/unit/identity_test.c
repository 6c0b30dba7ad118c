/* identity_test.c - documents: one number for each person, whatever was chosen and typed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "arena.h"
#include "identity.h"
#include "str.h"

#define TODAY "2026-11-22"

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

static struct identity taken(const char *type, const char *typed)
{
	struct identity d = { NULL };
	const char *wrong = identity_read(a, type, typed, TODAY, &d);
	if (wrong)
		fail_msg("%s %s: %s", type, typed, wrong);
	return d;
}

static void refused(const char *type, const char *typed, const char *word)
{
	struct identity d = { NULL };
	const char *wrong = identity_read(a, type, typed, TODAY, &d);
	if (!str_eq(wrong, word))
		fail_msg("%s %s: %s, not %s", type, typed, wrong ? wrong : "taken", word);
	assert_null(d.key);
}

static void residents(void **state)
{
	static const char *const types[] = { "01", "02", "05", "06", "08", "99" };
	(void)state;
	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
		struct identity d = taken(types[i], "110105 19491231 002x");
		assert_string_equal(d.type, "01");
		assert_string_equal(d.key, "11010519491231002X");
		assert_string_equal(d.birth, "1949-12-31");
		assert_string_equal(d.sex, "2");
		assert_true(d.sex_sure);
		refused(types[i], "110105194912310021", "id_check");
		refused(types[i], "110105491231002", "id_old");
	}
	assert_string_equal(taken("01", "810000199408230021").type, "01");
	refused("01", "1101051949123100", "id_length");
	refused("01", "1101051949123100AX", "id_chars");
	refused("01", "00010519491231002X", "id_region");
	refused("01", "11010519491331002X", "id_birth");
	refused("01", "A1234563", "id_length");
}

static void permanent_residents(void **state)
{
	static const char *const types[] = { "01", "05", "99" };
	(void)state;
	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
		struct identity d = taken(types[i], "911124198108030024");
		assert_string_equal(d.type, "99");
		assert_string_equal(d.key, "99:911124198108030024");
		assert_string_equal(d.birth, "1981-08-03");
		assert_false(d.sex_sure);
		refused(types[i], "911124198108030025", "id_check");
		refused(types[i], "911124198113030024", "id_birth");
	}
	/* The card before it. */
	assert_string_equal(taken("99", "usa1100 75121001").no, "USA110075121001");
}

static void hong_kong_macau_taiwan(void **state)
{
	static const char *const writings[] = { "A123456(3)", "A123456（3）", "a1234563",
						"Ａ１２３４５６３", "A123456 3" };
	(void)state;
	for (size_t i = 0; i < sizeof(writings) / sizeof(writings[0]); i++)
		assert_string_equal(taken("02", writings[i]).key, "02:A1234563");
	assert_string_equal(taken("02", "AB987654(3)").no, "AB9876543");
	refused("02", "A123456(4)", "id_check");
	refused("02", "A123456", "id_shape");
	assert_string_equal(taken("03", "5/123456/7").no, "51234567");
	refused("03", "21234567", "id_shape");
	assert_string_equal(taken("04", "A123456789").sex, "1");
	assert_string_equal(taken("04", "a 223456781").sex, "2");
	refused("04", "A123456788", "id_check");
}

static void passports_and_service(void **state)
{
	(void)state;
	assert_string_equal(taken("05", "e1234 5678").key, "05:E12345678");
	refused("05", "护照12", "id_shape");
	refused("05", "ABCDEF", "id_shape");
	refused("05", "1", "id_shape");
	struct identity d = taken("06", "军字第 1234567 号");
	assert_string_equal(d.no, "军字第1234567号");
	assert_string_equal(d.key, "06:军1234567");
	assert_string_equal(taken("06", "军1234567").key, d.key);
	refused("06", "军官", "id_shape");
	assert_string_equal(taken("99", "H12345678").key, "99:H12345678");
	assert_string_equal(taken("08", "H12345678").key, "99:H12345678");
	refused("99", "无", "id_shape");
	refused("99", "12\xff", "id_shape");
}

static void found_by_any_document(void **state)
{
	static const char *const kept[][2] = {
		{ "01", "11010519491231002X" }, { "02", "A123456(3)" },
		{ "03", "5123456(7)" },         { "05", "E12345678" },
		{ "06", "军字第1234567号" },    { "99", "911124198108030024" }
	};
	const char *keys[IDENTITY_KEYS];
	(void)state;
	for (size_t i = 0; i < sizeof(kept) / sizeof(kept[0]); i++) {
		const char *key = taken(kept[i][0], kept[i][1]).key;
		size_t n = identity_keys(a, kept[i][1], keys), hits = 0;
		assert_true(n <= IDENTITY_KEYS);
		for (size_t k = 0; k < n; k++)
			hits += str_eq(keys[k], key);
		if (hits != 1)
			fail_msg("%s is found %zu times", kept[i][1], hits);
		assert_string_equal(identity_key(a, kept[i][0], kept[i][1], TODAY), key);
	}
	/* What was kept before there were shapes has a key as well. */
	assert_string_equal(identity_key(a, "05", "x1", TODAY), "05:X1");
}

static void masks_hide_half(void **state)
{
	static const char *const numbers[] = { "11010519491231002X",
					       "A1234563",
					       "军字第1234567号",
					       "E12345678",
					       "51234567",
					       "军1234",
					       "1",
					       "" };
	(void)state;
	assert_string_equal(identity_mask(a, "11010519491231002X"), "1101**********002X");
	assert_string_equal(identity_mask(a, "军字第1234567号"), "军字*******7号");
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
		const char *m = identity_mask(a, numbers[i]);
		size_t stars = 0;
		for (const char *p = m; *p; p++)
			stars += *p == '*';
		assert_true(utf8_valid(m, strlen(m)));
		assert_int_equal(utf8_count(m), utf8_count(numbers[i]));
		assert_true(2 * stars >= utf8_count(m));
	}
	assert_null(identity_mask(a, NULL));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(residents),
		cmocka_unit_test(permanent_residents),
		cmocka_unit_test(hong_kong_macau_taiwan),
		cmocka_unit_test(passports_and_service),
		cmocka_unit_test(found_by_any_document),
		cmocka_unit_test(masks_hide_half),
	};
	return cmocka_run_group_tests_name("identity", tests, start, stop);
}
