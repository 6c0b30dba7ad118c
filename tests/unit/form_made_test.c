/* form_made_test.c - fields whose names are made at run time are read by the same rules. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "asking.h"
#include "form.h"
#include "page.h"

static bool known_q(const void *ctx, const char *name)
{
	return str_in(name, ctx);
}

static void fields_named_at_run_time(void **state)
{
	struct rq *q = ask();
	const char *phone, *text, *twice;
	int64_t number;
	struct strs many;
	(void)state;
	ask_form(q, "q1=%2B86+138+0013+8000&q2=+%E2%80%8B&q3=x&q4=a&q4=a&q5=1&q5=2&to=%2Fa&q6=7&q7="
		    "+v26-00100001&q8=%E4%B8%80");
	assert_null(form_field(q, F_PHONE, "q1", 0, 0, "答案", &phone));
	assert_string_equal(phone, "13800138000");
	assert_string_equal(got(q, "Form.q1"), "+86 138 0013 8000");
	assert_null(form_field(q, F_TEXT, "q2", 0, 9, "答案", &text));
	assert_null(text);
	assert_string_equal(form_field(q, F_OINT, "q3", 0, 9, "答案", &number), "答案只能填整数");
	assert_non_null(form_field(q, F_STR, "q4", 0, 9, "答案", &twice));
	assert_null(form_field(q, F_LIST, "q5", 0, 9, "答案", &many));
	assert_int_equal(many.n, 2);
	assert_non_null(strstr(form_field(q, F_INT, "q6", 8, 9, "答案", &number), "8 到 9"));
	assert_non_null(strstr(form_field(q, F_STR, "q9", 1, 9, "答案", &text), "答案"));
	assert_null(form_field(q, F_NO, "q7", 1, 24, "编号", &text));
	assert_string_equal(text, "V2600100001");
	assert_non_null(form_field(q, F_NO, "q8", 1, 24, "编号", &text));
	assert_true(form_only(q, known_q, "q1,q2,q3,q4,q5,q6,q7,q8,to"));
	assert_false(form_only(q, known_q, "q1,q2,q3"));
	assert_string_equal(form_given(q, "to"), "/a");
	assert_null(form_given(q, "key"));
	assert_true(form_ok(q));
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(fields_named_at_run_time) };
	return cmocka_run_group_tests_name("form_made", tests, asking_start, asking_end);
}
