/* form_lines_test.c - what was typed becomes a text and comes back as it was, and no more of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "asking.h"
#include "form.h"
#include "form_lines.h"
#include "page.h"

#define NOTE_IN(X, T) X(T, STR, title, 0, 60) X(T, TEXT, body, 0, 200) X(T, LIST, skills, 0, 3)
FORM_DEFINE(note_in, NOTE_IN);

static bool keeps(const void *ctx, const char *name)
{
	return str_in(name, ctx);
}

static struct buf seen;
static void see_one(struct rq *q, const void *ctx, const char *name, const char *value)
{
	(void)q;
	buf_fmt(&seen, "%s[%s=%s]", (const char *)ctx, name, value);
}

static const char *again(struct rq *q, const char *body)
{
	seen = (struct buf){ .arena = q->arena };
	buf_str(&seen, "");
	form_lines_each(q, body, see_one, "");
	return seen.p;
}

static void comes_back(void **state)
{
	(void)state;
	struct note_in in;
	struct rq *q = ask();
	ask_form(q, "title=a%3Db%26%E6%BB%A1&body=x%0Ay%0A&skills=01&skills=03");
	assert_true(form_read(q, note_in_fields, &in));
	form_keep(q);
	const char *body = form_lines(q, keeps, "title,body,skills");
	assert_string_equal(again(q, body), "[title=a=b&满][body=x\ny\n][skills=01][skills=03]");
}

static void only_what_is_kept(void **state)
{
	(void)state;
	struct note_in in;
	struct rq *q = ask();
	ask_form(q, "title=a&body=&skills=01");
	assert_true(form_read(q, note_in_fields, &in));
	form_keep(q);
	assert_string_equal(form_lines(q, keeps, "title,body"), "title=a\n");
	assert_string_equal(form_lines(q, keeps, ""), "");
}

static void broken_lines_are_passed_over(void **state)
{
	(void)state;
	struct rq *q = ask();
	assert_string_equal(again(q, ""), "");
	assert_string_equal(again(q, "\n\ntitle\n=x\ntitle=%zz\ntitle=ok"), "[=x][title=ok]");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(comes_back),
		cmocka_unit_test(only_what_is_kept),
		cmocka_unit_test(broken_lines_are_passed_over),
	};
	return cmocka_run_group_tests_name("form lines", tests, asking_start, asking_end);
}
