/* phone_test.c - telephones as people write them, and what is said of those that are none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "arena.h"
#include "phone.h"
#include "str.h"

struct pair {
	const char *typed, *want;
};

static void read_all(const struct pair *p, size_t n, bool taken)
{
	struct arena *a = arena_new();
	for (size_t i = 0; i < n; i++) {
		const char *out = NULL, *again = NULL;
		const char *wrong = phone_read(a, p[i].typed, &out);
		const char *got = taken ? out : wrong;
		if (!str_eq(got, p[i].want))
			fail_msg("'%s': '%s', not '%s'", p[i].typed, got ? got : "NULL", p[i].want);
		if (taken && (phone_read(a, out, &again) || !str_eq(out, again)))
			fail_msg("'%s' is read as '%s' again", out, again ? again : "nothing");
	}
	arena_free(a);
}

static void taken(void **state)
{
	static const struct pair all[] = {
		{ "13800138000", "13800138000" },
		{ "138 0013 8000", "13800138000" },
		{ "138-0013-8000", "13800138000" },
		{ "138—0013—8000", "13800138000" },
		{ "+86 138 0013 8000", "13800138000" },
		{ "(+86)13800138000", "13800138000" },
		{ "008613800138000", "13800138000" },
		{ "8613800138000", "13800138000" },
		{ "013800138000", "13800138000" },
		{ "\u202d13800138000\u202c", "13800138000" },
		{ "１３８００１３８０００", "13800138000" },
		{ "0913-2123456", "0913-2123456" },
		{ "09132123456", "0913-2123456" },
		{ "（0913）2123456", "0913-2123456" },
		{ "0913 212 3456", "0913-2123456" },
		{ "+86 913 2123456", "0913-2123456" },
		{ "02988888888", "029-88888888" },
		{ "010-12345678", "010-12345678" },
		{ "0913-2123456-801", "0913-2123456-801" },
		{ "0913-2123456转801", "0913-2123456-801" },
		{ "0913-2123456 转分机 8012", "0913-2123456-8012" },
		{ "029-88888888 ext. 12", "029-88888888-12" },
		{ "029 8888 8888 #801", "029-88888888-801" },
		{ "400-123-4567", "400-123-4567" },
		{ "4001234567", "400-123-4567" },
		{ "400 1234 567转3", "400-123-4567-3" },
		{ "800-820-8820", "800-820-8820" },
		{ "12345", "12345" },
		{ "110", "110" },
		{ "95588", "95588" },
		{ "12345-6", "12345-6" },
	};
	(void)state;
	read_all(all, sizeof(all) / sizeof(all[0]), true);
}

static void refused(void **state)
{
	static const struct pair all[] = {
		{ "12800138000", "phone" },
		{ "1380013800", "phone" },
		{ "138001380000", "phone" },
		{ "13800138000;", "phone" },
		{ "0913-212345", "phone" },
		{ "0913-212345678", "phone" },
		{ "09-12345678", "phone" },
		{ "2123456", "phone_area" },
		{ "88888888", "phone_area" },
		{ "+852 9123 4567", "phone_abroad" },
		{ "0085291234567", "phone_abroad" },
		{ "13800138000/13900139000", "phone_many" },
		{ "13800138000、13900139000", "phone_many" },
		{ "没有", "phone" },
		{ "", "phone" },
		{ "1", "phone" },
		{ "111111111111111111111111111111", "phone_many" },
	};
	(void)state;
	read_all(all, sizeof(all) / sizeof(all[0]), false);
	assert_true(mobile_check("19912345678"));
	assert_false(mobile_check("+8613800138"));
	assert_false(mobile_check(NULL));
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(taken), cmocka_unit_test(refused) };
	return cmocka_run_group_tests_name("phone", tests, NULL, NULL);
}
