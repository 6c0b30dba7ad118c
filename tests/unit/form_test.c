/* form_test.c - each kind of field: what arrives, what is said instead, and what stays on the page.
 * */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "asking.h"
#include "form.h"
#include "page.h"
#include "reply.h"

#define ALL_IN(X, T) \
	X(T, STR, title, 1, 5) \
	X(T, TEXT, body, 0, 20) \
	X(T, TABLE, rows, 0, 20) \
	X(T, NAME, name, 0, 20) \
	X(T, WORD, kind, 0, 8) \
	X(T, CODE, region_code, 0, 12) \
	X(T, PHONE, phone, 0, 20) \
	X(T, IDNO, id_no, 0, 18) \
	X(T, DAY, served_on, 0, 1) \
	X(T, TIME, starts_at, 0, 1) \
	X(T, OINT, minutes, -5, 600) \
	X(T, FLAG, consent, 0, 1) \
	X(T, LIST, skills, 0, 3) \
	X(T, FILE, photo, 0, 2048) \
	X(T, STR, password, 0, 64)
FORM_DEFINE(all_in, ALL_IN);

#define MUST_IN(X, T) \
	X(T, STR, title, 2, 5) \
	X(T, WORD, kind, 1, 8) \
	X(T, INT, wanted, 1, 50) \
	X(T, FLAG, consent, 1, 1) \
	X(T, LIST, skills, 2, 3) \
	X(T, FILE, photo, 1, 10) \
	X(T, PHONE, phone, 1, 1)
FORM_DEFINE(must_in, MUST_IN);

static struct all_in in;

/* Reads one field beside a good title; its message, or NULL when it was taken. */
static const char *fault_of(const char *field, const char *typed)
{
	struct rq *q = ask();
	const char *more = str_eq(field, "title") ? "" : "&title=a";
	ask_form(q, arena_fmt(q->arena, "%s=%s%s", field, url_encode(q->arena, typed), more));
	bool ok = form_read(q, all_in_fields, &in);
	const char *text = got(q, arena_fmt(q->arena, "Error.%s", field));
	assert_int_equal(ok, text == NULL);
	assert_int_equal(q->reply->status, ok ? 200 : 422);
	return text;
}

static void takes(const char *field, const char *typed, const char *const *member,
		  const char *value)
{
	const char *fault = fault_of(field, typed);
	if (fault)
		fail_msg("%s '%s': %s", field, typed, fault);
	if (!str_eq(*member, value))
		fail_msg("%s '%s' became '%s'", field, typed, *member ? *member : "NULL");
}

static void refuses(const char *field, const char *typed, const char *const *member,
		    const char *part)
{
	const char *fault = fault_of(field, typed);
	if (!fault || !strstr(fault, part))
		fail_msg("%s '%s': %s", field, typed, fault ? fault : "taken");
	assert_null(*member);
}

static void text_is_trimmed_and_counted(void **state)
{
	(void)state;
	takes("title", "  五个汉字好 \t", &in.title, "五个汉字好");
	takes("title", "　a　b　", &in.title, "a b");
	takes("title",
	      "\xe2\x80\xad"
	      "138\xe2\x80\xac\xef\xbb\xbf",
	      &in.title, "138");
	refuses("title", "六个汉字好啊", &in.title, "5");
	refuses("title", "   ", &in.title, "标题");
	refuses("title", "a\nb", &in.title, "一行");
	refuses("title",
		"a\x01"
		"b",
		&in.title, "字符");
	refuses("title",
		"a\xc2\x86"
		"b",
		&in.title, "字符");
	takes("body", "a\r\nb\rc\n\n", &in.body, "a\nb\nc");
	takes("body", "", &in.body, NULL);
	takes("body", "<b>&\"'", &in.body, "<b>&\"'");
	takes("rows", "a\tb\r\n", &in.rows, "a\tb\r\n");
	takes("rows", " \t\n", &in.rows, NULL);
	refuses("rows", "a\x01", &in.rows, "字符");
	takes("password", " a\tb ", &in.password, " a\tb ");
}

static void names_are_names(void **state)
{
	(void)state;
	takes("name", "阿里木•买买提", &in.name, "阿里木·买买提");
	takes("name", "Ana   Li", &in.name, "Ana Li");
	takes("name", "ᠪᠠᠲᠤ", &in.name, "ᠪᠠᠲᠤ");
	refuses("name", "张三1", &in.name, "姓名");
	refuses("name", "<script>", &in.name, "姓名");
}

static void words_and_codes(void **state)
{
	(void)state;
	takes("kind", "to_rate1", &in.kind, "to_rate1");
	refuses("kind", "To", &in.kind, "类型");
	refuses("kind", "a-b", &in.kind, "类型");
	refuses("kind", "much_too_long", &in.kind, "类型");
	takes("region_code", "６１０502 ", &in.region_code, "610502");
	refuses("region_code", "61_0502", &in.region_code, "区域");
}

static void phones_in_any_grouping(void **state)
{
	(void)state;
	takes("phone", "138-0013 8000", &in.phone, "13800138000");
	takes("phone", "+86 138 0013 8000", &in.phone, "13800138000");
	takes("phone", "００８６１３８００１３８０００", &in.phone, "13800138000");
}

static void landlines_keep_dashes(void **state)
{
	(void)state;
	takes("phone", "0913-2123456", &in.phone, "0913-2123456");
	takes("phone", "（0913）2123456", &in.phone, "0913-2123456");
	takes("phone", "029 88888888-801", &in.phone, "029-88888888-801");
	refuses("phone", "1380013800", &in.phone, "电话");
	refuses("phone", "12800138000", &in.phone, "电话");
	refuses("phone", "138001380001", &in.phone, "电话");
	refuses("phone", "13800138000;", &in.phone, "电话");
	takes("phone", "09132123456", &in.phone, "0913-2123456");
	takes("phone", "400 123 4567", &in.phone, "400-123-4567");
	takes("phone", "12345", &in.phone, "12345");
	refuses("phone", "2123456", &in.phone, "区号");
	refuses("phone", "+852 9123 4567", &in.phone, "国内");
}

static void id_numbers_have_one_writing(void **state)
{
	(void)state;
	takes("id_no", "110105 19491231 002x", &in.id_no, "11010519491231002X");
	takes("id_no", "a123456（3）", &in.id_no, "A1234563");
	refuses("id_no", "（）", &in.id_no, "证件号码");
	refuses("id_no", "1234567890123456789", &in.id_no, "18");
}

static void days_and_times_are_real(void **state)
{
	(void)state;
	takes("served_on", "2028-02-29", &in.served_on, "2028-02-29");
	takes("served_on", "２０２６-01-31", &in.served_on, "2026-01-31");
	refuses("served_on", "2027-02-29", &in.served_on, "日期");
	takes("served_on", "2026-1-31", &in.served_on, "2026-01-31");
	takes("served_on", "2026年1月31日", &in.served_on, "2026-01-31");
	refuses("served_on", "1月31日", &in.served_on, "日期");
	takes("starts_at", "2026-01-31T09:30", &in.starts_at, "2026-01-31 09:30:00");
	takes("starts_at", "2026-01-31 09:30:05", &in.starts_at, "2026-01-31 09:30:05");
	takes("starts_at", "2026/1/31 下午2:30", &in.starts_at, "2026-01-31 14:30:00");
	takes("starts_at", "2026-01-31 24:00", &in.starts_at, "2026-02-01 00:00:00");
	refuses("starts_at", "2026-01-31 24:01", &in.starts_at, "时间");
	refuses("starts_at", "9:30", &in.starts_at, "时间");
	refuses("starts_at", "2026-01-31", &in.starts_at, "时间");
}

static void numbers_in_range(void **state)
{
	static const char *const bad[] = {
		"601", "-6", "1.5", "1e2", "0x1", "一", "-", "99999999999999999999",
	};
	(void)state;
	assert_null(fault_of("minutes", " １，２０ "));
	assert_int_equal(in.minutes, 120);
	assert_null(fault_of("minutes", "-5"));
	assert_int_equal(in.minutes, -5);
	assert_null(fault_of("minutes", ""));
	assert_true(in.minutes == DB_NONE);
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		assert_non_null(fault_of("minutes", bad[i]));
		assert_true(in.minutes == DB_NONE);
	}
	assert_non_null(strstr(fault_of("minutes", "601"), "600"));
	assert_null(fault_of("consent", "1"));
	assert_int_equal(in.consent, 1);
	assert_null(fault_of("consent", "0"));
	assert_int_equal(in.consent, 0);
	assert_non_null(fault_of("consent", "2"));
}

/* A body of several fields against the table of what must be there. */
static bool must(struct rq *q, struct must_in *to, const char *body)
{
	ask_form(q, body);
	return form_read(q, must_in_fields, to);
}

static void what_is_missing_is_said(void **state)
{
	static const char *const names[] = {
		"title", "kind", "wanted", "consent", "skills", "photo", "phone",
	};
	struct must_in to;
	struct rq *q = ask();
	(void)state;
	assert_false(must(q, &to, "title=&kind=&csrf=x&key=y"));
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const char *text = got(q, arena_fmt(q->arena, "Error.%s", names[i]));
		if (!text || strchr(text, '{'))
			fail_msg("%s: %s", names[i], text ? text : "no message");
		assert_string_equal(got(q, arena_fmt(q->arena, "Errors.%zu.field", i)), names[i]);
		assert_string_equal(got(q, arena_fmt(q->arena, "Errors.%zu.text", i)), text);
	}
	assert_null(got(q, "Errors.7.text"));
	assert_null(to.title);
	assert_true(to.wanted == DB_NONE);
	assert_int_equal(to.skills.n, 0);
	assert_null(to.photo);
}

static void too_short_is_said(void **state)
{
	struct must_in to;
	struct rq *q = ask();
	(void)state;
	(void)must(q, &to, "title=好");
	assert_non_null(strstr(got(q, "Error.title"), "2"));
	assert_null(to.title);
}

static void lists_hold_each_value_once(void **state)
{
	struct must_in to;
	struct rq *q = ask();
	(void)state;
	(void)must(q, &to, "title=ab&skills=a1&skills=&skills=03&skills=a1");
	assert_null(got(q, "Error.skills"));
	assert_int_equal(to.skills.n, 2);
	assert_string_equal(to.skills.v[0], "a1");
	assert_string_equal(to.skills.v[1], "03");
	q = ask();
	(void)must(q, &to, "skills=a");
	assert_non_null(got(q, "Error.skills"));
	q = ask();
	(void)must(q, &to, "skills=a&skills=b&skills=c&skills=d");
	assert_non_null(got(q, "Error.skills"));
	q = ask();
	(void)must(q, &to, "skills=a&skills=b.c");
	assert_non_null(got(q, "Error.skills"));
}

static void nothing_more_than_asked_for(void **state)
{
	struct rq *q = ask();
	(void)state;
	ask_form(q, "title=a&role=manager");
	assert_false(form_read(q, all_in_fields, &in));
	assert_non_null(got(q, "Errors.0.text"));
	assert_null(got(q, "Errors.0.field"));
	assert_null(got(q, "Form.role"));
	q = ask();
	ask_form(q, "title=a&title=b");
	assert_false(form_read(q, all_in_fields, &in));
	assert_non_null(got(q, "Error.title"));
	q = ask();
	ask_form(q, "title=a&csrf=1&key=2");
	assert_true(form_read(q, all_in_fields, &in));
}

static void what_was_typed_stays(void **state)
{
	struct rq *q = ask();
	(void)state;
	ask_form(q, "title=%3Cb%3E+too+long&kind=to_rate&region_code=610502&skills=a&skills=b.c"
		    "&password=secret12&body=x&consent=1&minutes=abc");
	assert_false(form_read(q, all_in_fields, &in));
	assert_string_equal(got(q, "Form.title"), "<b> too long");
	assert_string_equal(got(q, "Form.body"), "x");
	assert_string_equal(got(q, "Form.minutes"), "abc");
	assert_string_equal(got(q, "Form.consent"), "1");
	assert_string_equal(got(q, "Form.kind_is.to_rate"), "1");
	assert_string_equal(got(q, "Form.region_code_is.610502"), "1");
	assert_string_equal(got(q, "Form.skills.0"), "a");
	assert_string_equal(got(q, "Form.skills.1"), "b.c");
	assert_string_equal(got(q, "Form.skills_is.a"), "1");
	assert_null(got(q, "Form.skills_is.b.c"));
	assert_null(got(q, "Form.skills_is.b"));
	assert_null(got(q, "Form.password"));
}

static void a_rule_of_the_handler_keeps_too(void **state)
{
	struct rq *q = ask();
	(void)state;
	ask_form(q, "title=ab&minutes=5");
	assert_true(form_read(q, all_in_fields, &in));
	assert_true(form_ok(q));
	assert_null(got(q, "Form.title"));
	form_error(q, "minutes", "range");
	form_error(q, "minutes", "int");
	form_error_text(q, NULL, "总的说明");
	form_error(q, NULL, "no_such_word");
	assert_false(form_ok(q));
	assert_string_equal(got(q, "Form.title"), "ab");
	assert_non_null(strstr(got(q, "Error.minutes"), "600"));
	assert_string_equal(got(q, "Errors.1.text"), "总的说明");
	assert_string_equal(got(q, "Errors.2.text"), "no_such_word");
	assert_null(got(q, "Errors.3.text"));
}

static void uploads_have_limits(void **state)
{
	static const struct {
		const char *part;
		size_t size;
		bool ok;
	} rows[] = { { "name=\"photo\"; filename=\"a.png\"", 2048, true },
		     { "name=\"photo\"; filename=\"a.png\"", 2049, false },
		     { "name=\"photo\"; filename=\"a.png\"", 0, false },
		     { "name=\"photo\"; filename=\"\"", 0, true },
		     { "name=\"photo\"", 5, false },
		     { "name=\"body\"; filename=\"a.txt\"", 5, false } };
	static char zeros[4096];
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct rq *q = ask();
		struct buf b = { .arena = q->arena };
		buf_str(&b, "--B\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\na\r\n");
		buf_fmt(&b, "--B\r\nContent-Disposition: form-data; %s\r\n\r\n", rows[i].part);
		memset(zeros, rows[i].size == 5 ? 'x' : 0, sizeof(zeros));
		buf_add(&b, zeros, rows[i].size);
		buf_str(&b, "\r\n--B--\r\n");
		assert_int_equal(request_body(q, "multipart/form-data; boundary=B", b.p, b.n), OK);
		if (form_read(q, all_in_fields, &in) != rows[i].ok)
			fail_msg("%s of %zu bytes", rows[i].part, rows[i].size);
		assert_int_equal(in.photo != NULL, rows[i].ok && rows[i].size > 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_trimmed_and_counted),
		cmocka_unit_test(names_are_names),
		cmocka_unit_test(words_and_codes),
		cmocka_unit_test(phones_in_any_grouping),
		cmocka_unit_test(landlines_keep_dashes),
		cmocka_unit_test(id_numbers_have_one_writing),
		cmocka_unit_test(days_and_times_are_real),
		cmocka_unit_test(numbers_in_range),
		cmocka_unit_test(what_is_missing_is_said),
		cmocka_unit_test(too_short_is_said),
		cmocka_unit_test(lists_hold_each_value_once),
		cmocka_unit_test(nothing_more_than_asked_for),
		cmocka_unit_test(what_was_typed_stays),
		cmocka_unit_test(a_rule_of_the_handler_keeps_too),
		cmocka_unit_test(uploads_have_limits),
	};
	return cmocka_run_group_tests_name("form", tests, asking_start, asking_end);
}
