/* common_password_test.c - what is guessed first is refused, what people make up is not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "common_password.h"
#include "config.h"

static void common_ones(void **state)
{
	static const char *const common[] = {
		"1234567890",   "aaaaaaaaaa",    "password123", "Password123",    "PASSWORD2026!",
		"qwertyuiop",   "abcdefghij",    "9876543210",  "13909130001",    "19800101",
		"1212121212",   "woaini1314",    "zhangmin123", "123456zhangmin", "!!dragon!!77",
		"a12345678901", "zhangmin2026!",
	};
	(void)state;
	for (size_t i = 0; i < sizeof(common) / sizeof(common[0]); i++)
		if (!common_password(common[i], "zhangmin"))
			fail_msg("%s is taken", common[i]);
}

static void others(void **state)
{
	static const char *const fine[] = {
		"zhiyuan-2026",         "春天的花开了好多朵朵", "correct horse battery",
		"mk7 tulpe regen",      "first-password-1",     "8-regenschirme-im-flur",
		"1234567890123456789a",
	};
	(void)state;
	for (size_t i = 0; i < sizeof(fine) / sizeof(fine[0]); i++)
		if (common_password(fine[i], "zhangmin"))
			fail_msg("%s is refused", fine[i]);
	assert_false(common_password("zhangmin123 in the garden", "zhangmin"));
	assert_false(common_password("mk7 tulpe regen", NULL));
}

/* Each line is found, the first and the last too: the search loses none. */
static void every_line_of_the_list(void **state)
{
	char line[200], last[200] = "";
	FILE *f = fopen("templates/common-passwords.txt", "r");
	size_t n = 0;
	(void)state;
	assert_non_null(f);
	while (fgets(line, sizeof(line), f)) {
		line[strcspn(line, "\n")] = '\0';
		if (*line == '#')
			continue;
		n++;
		if (strcmp(line, last) <= 0)
			fail_msg("%s stands behind %s", line, last);
		(void)snprintf(last, sizeof(last), "%s", line);
		if (!common_password(line, NULL))
			fail_msg("%s is not found", line);
	}
	(void)fclose(f);
	assert_true(n >= 10000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(common_ones),
		cmocka_unit_test(others),
		cmocka_unit_test(every_line_of_the_list),
	};
	config_load();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
