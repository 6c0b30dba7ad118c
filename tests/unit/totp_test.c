/* totp_test.c - totp.h against the test vectors of RFC 6238 (appendix B, SHA-1, last six digits)
 * and what people type. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "secret.h"
#include "totp.h"

static struct arena *a;
/* "12345678901234567890" */
static const char rfc[] = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

static void vectors_of_the_rfc(void **state)
{
	static const struct {
		int64_t at;
		const char *code;
	} v[] = { { 59, "287082" },         { 1111111109, "081804" }, { 1111111111, "050471" },
		  { 1234567890, "005924" }, { 2000000000, "279037" }, { 20000000000, "353130" } };
	(void)state;
	for (size_t i = 0; i < sizeof(v) / sizeof(v[0]); i++) {
		assert_string_equal(totp_code(a, rfc, v[i].at / TOTP_SECONDS), v[i].code);
		assert_int_equal(totp_step(a, rfc, v[i].code, v[i].at), v[i].at / TOTP_SECONDS);
	}
}

/* A clock may be one step off, before or behind; 90 seconds are too many. */
static void clocks_that_differ(void **state)
{
	const int64_t at = 1234567890;
	(void)state;
	assert_int_equal(totp_step(a, rfc, "005924", at + 30), at / 30);
	assert_int_equal(totp_step(a, rfc, "005924", at - 30), at / 30);
	assert_int_equal(totp_step(a, rfc, "005924", at + 90), 0);
	assert_int_equal(totp_step(a, rfc, "005924", at - 90), 0);
}

static void malformed(void **state)
{
	static const char *const bad[] = { "",       "00592",        "0059240",
					   "00592a", "００５９２４", "------" };
	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_int_equal(totp_step(a, rfc, bad[i], 1234567890), 0);
	assert_null(totp_code(a, "no base32!", 1));
	assert_null(totp_code(a, "", 1));
}

static void fresh_secrets(void **state)
{
	const char *one = totp_secret(a), *two = totp_secret(a);
	(void)state;
	assert_int_equal(strlen(one), 32);
	assert_string_not_equal(one, two);
	assert_int_equal(strlen(totp_code(a, one, 1)), 6);
}

static void codes_on_paper(void **state)
{
	const char *code = paper_code(a, 3);
	(void)state;
	assert_int_equal(strlen(code), 14);
	assert_string_equal(paper_code_plain(a, code), code);
	assert_string_equal(paper_code_plain(a, "7kqm 2xnp"), "7KQM-2XNP");
	assert_string_equal(paper_code_plain(a, "OIL1o--i"), "0111-01");
	assert_null(paper_code_plain(a, "7KQM-2XN?"));
	assert_null(paper_code_plain(a, " - "));
	assert_null(paper_code_plain(a, "密码"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(vectors_of_the_rfc), cmocka_unit_test(clocks_that_differ),
		cmocka_unit_test(malformed),          cmocka_unit_test(fresh_secrets),
		cmocka_unit_test(codes_on_paper),
	};
	a = arena_new();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
