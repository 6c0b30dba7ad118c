/* log_test.c - the line as text and as JSON, the request's id, what is cut off. */
#include <regex.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "log.h"

static char got[4096];

/* What log_error() writes of this text. */
static const char *line_of(const char *text)
{
	int ends[2], before = dup(STDERR_FILENO);
	assert_int_equal(pipe(ends), 0);
	(void)dup2(ends[1], STDERR_FILENO);
	log_error("%s", text);
	(void)dup2(before, STDERR_FILENO);
	(void)close(before);
	(void)close(ends[1]);
	ssize_t n = read(ends[0], got, sizeof(got) - 1);
	(void)close(ends[0]);
	assert_true(n > 0);
	got[n] = '\0';
	return got;
}

static void looks_like(const char *line, const char *pattern)
{
	regex_t re;
	assert_int_equal(regcomp(&re, pattern, REG_EXTENDED | REG_NOSUB), 0);
	if (regexec(&re, line, 0, NULL, 0))
		fail_msg("%s is not %s", line, pattern);
	regfree(&re);
}

#define AT "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{12}\\+08:00"
#define ID "0123456789abcdef0123456789abcdef"

static void test_text(void **state)
{
	(void)state;
	log_name("needs");
	looks_like(line_of("two\nlines"), "^" AT " error needs two\\?lines\n$");
	log_of(ID);
	looks_like(line_of("x"), "^" AT " error needs x request=" ID "\n$");
	log_of("a b\"c");
	looks_like(line_of("x"), "^" AT " error needs x\n$");
}

static void test_json(void **state)
{
	(void)state;
	log_json(true);
	log_of(ID);
	looks_like(line_of("a \"b\" \\"),
		   "^\\{\"time\":\"" AT
		   "\",\"level\":\"error\",\"program\":\"needs\",\"request\":\"" ID
		   "\",\"text\":\"a \\\\\"b\\\\\" \\\\\\\\\"\\}\n$");
	log_of(NULL);
	looks_like(line_of("x"), "\"program\":\"needs\",\"text\":\"x\"\\}\n$");
	log_json(false);
}

/* A long text ends with a whole letter, and the id stands behind it. */
static void test_cut(void **state)
{
	(void)state;
	char text[3001] = "";
	for (int i = 0; i < 1000; i++)
		memcpy(text + 3 * (size_t)i, "字", 3);
	log_of(ID);
	looks_like(line_of(text), "字 request=" ID "\n$");
	log_of(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_json),
		cmocka_unit_test(test_cut),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
