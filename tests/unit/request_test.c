/* request_test.c - what a request may say, and what is refused whole. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "request.h"

static struct rq q;

static int setup(void **state)
{
	(void)state;
	q = (struct rq){ .arena = arena_new() };
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	arena_free(q.arena);
	return 0;
}

static void takes_query(const char *raw)
{
	err_clear();
	if (request_query(&q, raw))
		fail_msg("refused: %s: %s", raw, err_text());
}

static void query_is_decoded_once(void **state)
{
	(void)state;
	takes_query("q=%E5%BF%97+%E6%84%BF&empty=&bare&&percent=%2541&q=second");
	assert_string_equal(query(&q, "q"), "志 愿");
	assert_string_equal(query(&q, "empty"), "");
	assert_string_equal(query(&q, "bare"), "");
	assert_string_equal(query(&q, "percent"), "%41");
	assert_null(query(&q, "missing"));
	assert_int_equal(q.query.n, 5);
	takes_query("");
	assert_int_equal(q.query.n, 0);
	takes_query("a=%7e%7E");
	assert_string_equal(query(&q, "a"), "~~");
}

static void query_refuses_what_it_cannot_read(void **state)
{
	static const char *const bad[] = {
		"a=%",
		"a=%4",
		"a=%4g",
		"a=%00",
		"a=\xff",
		"a=%c0%af",
		"a=%ed%a0%80",
		"%ff=1",
		"=1",
		"a=1&=",
		"a23456789012345678901234567890123456789012345678901234567890123456=1",
	};
	(void)state;
	takes_query("kept=1");
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		if (request_query(&q, bad[i]) != ERR_BAD_REQUEST)
			fail_msg("taken: %s", bad[i]);
	assert_string_equal(query(&q, "kept"), "1");
}

static void query_numbers_stay_in_range(void **state)
{
	(void)state;
	takes_query("a=12&b=-3&c=1e3&d=&e=99999999999999999999&f=-&g=0x1");
	assert_int_equal(query_int(&q, "a", 7, 1, 50), 12);
	assert_int_equal(query_int(&q, "a", 7, 1, 10), 7);
	assert_int_equal(query_int(&q, "b", 7, -5, 10), -3);
	assert_int_equal(query_int(&q, "b", 7, 0, 10), 7);
	for (const char *name = "cdefgh"; *name; name++)
		assert_int_equal(query_int(&q, (char[]){ *name, '\0' }, 7, 0, INT64_MAX), 7);
}

static void fields_are_limited(void **state)
{
	struct buf b = { .arena = q.arena };
	(void)state;
	for (int i = 0; i < FIELDS_MAX; i++)
		buf_fmt(&b, "&a%d=1" + (i == 0), i);
	assert_int_equal(request_query(&q, b.p), OK);
	assert_int_equal(q.query.n, FIELDS_MAX);
	buf_str(&b, "&more=1");
	assert_int_equal(request_query(&q, b.p), ERR_BAD_REQUEST);
}

static void body_needs_a_type_we_know(void **state)
{
	static const char *const good[] = { "application/x-www-form-urlencoded",
					    "Application/X-WWW-Form-Urlencoded; charset=UTF-8",
					    "application/x-www-form-urlencoded;charset=\"utf-8\"" };
	static const char *const bad[] = {
		"",
		"text/plain",
		"application/json",
		"application/x-www-form-urlencodedx",
		"application/x-www-form-urlencoded; charset=gb2312",
		NULL,
	};
	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		q.body.n = 0;
		assert_int_equal(request_body(&q, good[i], "a=1&b=%20", 9), OK);
		assert_int_equal(q.body.n, 2);
		assert_string_equal(body_field(&q, "b")->value, " ");
		assert_null(body_field(&q, "b")->filename);
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_int_equal(request_body(&q, bad[i], "a=1", 3), ERR_BAD_REQUEST);
	q.body.n = 0;
	assert_int_equal(request_body(&q, NULL, NULL, 0), OK);
	assert_int_equal(request_body(&q, "text/plain", "", 0), OK);
	assert_null(body_field(&q, "a"));
	assert_int_equal(request_body(&q, good[0], "a=1\0b=2", 7), ERR_BAD_REQUEST);
	/* What stands behind the body is not part of it. */
	assert_int_equal(request_body(&q, good[0], "a=%41", 4), ERR_BAD_REQUEST);
}

static void cookies_are_found_by_whole_name(void **state)
{
	(void)state;
	q.cookies = "xzyz=1; zyz=abc=d ;  font=xl; empty=; zyz=second";
	assert_string_equal(cookie(&q, "zyz"), "abc=d");
	assert_string_equal(cookie(&q, "font"), "xl");
	assert_string_equal(cookie(&q, "empty"), "");
	assert_null(cookie(&q, "yz"));
	assert_null(cookie(&q, "fon"));
	q.cookies = "zyz";
	assert_null(cookie(&q, "zyz"));
	q.cookies = " ; ;; ";
	assert_null(cookie(&q, "zyz"));
	q.cookies = NULL;
	assert_null(cookie(&q, "zyz"));
}

static void paths_keep_their_segments(void **state)
{
	static const struct {
		const char *raw, *path;
		enum err e;
	} rows[] = {
		{ "/", "/", OK },
		{ "/needs/s/A1?x=/..", "/needs/s/A1", OK },
		{ "/%E5%BF%97", "/志", OK },
		{ "/a+b", "/a+b", OK },
		{ "/%2541", "/%41", OK },
		{ "/...", "/...", OK },
		{ "/a/../b", NULL, ERR_NOT_FOUND },
		{ "/a/%2e%2e/b", NULL, ERR_NOT_FOUND },
		{ "/a/.%2E", NULL, ERR_NOT_FOUND },
		{ "/./a", NULL, ERR_NOT_FOUND },
		{ "/a%2fb", NULL, ERR_NOT_FOUND },
		{ "/a%2F", NULL, ERR_NOT_FOUND },
		{ "/a%5cb", NULL, ERR_NOT_FOUND },
		{ "/a%0ab", NULL, ERR_NOT_FOUND },
		{ "/a%00", NULL, ERR_BAD_REQUEST },
		{ "/a%", NULL, ERR_BAD_REQUEST },
		{ "/a%c0%ae", NULL, ERR_BAD_REQUEST },
		{ "a", NULL, ERR_BAD_REQUEST },
		{ "", NULL, ERR_BAD_REQUEST },
		{ "?a", NULL, ERR_BAD_REQUEST },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		q.path = "untouched";
		if (request_path(&q, rows[i].raw) != rows[i].e)
			fail_msg("%s", rows[i].raw);
		assert_string_equal(q.path, rows[i].path ? rows[i].path : "untouched");
	}
}

static const char *const mixed = "multipart/form-data; boundary=\"x y\"";
#define HEAD(name) "--x y\r\nContent-Disposition: form-data; name=\"" name "\"\r\n\r\n"

static enum err multipart(const char *type, const char *body, size_t n)
{
	q.body = (struct fields){ NULL, 0 };
	return request_body(&q, type, body, n);
}

static void uploads_keep_their_bytes(void **state)
{
	static const char body[] = HEAD("title") "照片\r\n"
						 "--x y\r\ncontent-type: image/png\r\n"
						 "content-disposition: form-data; name=\"file\"; "
						 "filename=\"C:\\tmp\\a%22;b.png\"\r\n\r\n"
						 "\0\r\n--x\xff\r\n\r\n" HEAD(
							 "empty") "\r\n"
								  "--x y--\r\n";
	(void)state;
	assert_int_equal(multipart(mixed, body, sizeof(body) - 1), OK);
	assert_int_equal(q.body.n, 3);
	assert_string_equal(body_field(&q, "title")->value, "照片");
	assert_null(body_field(&q, "title")->filename);
	const struct field *f = body_field(&q, "file");
	assert_string_equal(f->filename, "a\";b.png");
	assert_int_equal(f->n, 9);
	assert_memory_equal(f->value, "\0\r\n--x\xff\r\n", 9);
	assert_int_equal(body_field(&q, "empty")->n, 0);
}

static void multipart_edges(void **state)
{
	static const char nothing[] = "--x y--", no_value[] = HEAD("a") "--x y--\r\n",
			  two_lines[] = HEAD("a") "1\r\n\r\n--x y--";
	(void)state;
	assert_int_equal(multipart(mixed, nothing, sizeof(nothing) - 1), OK);
	assert_int_equal(q.body.n, 0);
	/* The empty line's own end serves as the delimiter's. */
	assert_int_equal(multipart(mixed, no_value, sizeof(no_value) - 1), OK);
	assert_string_equal(body_field(&q, "a")->value, "");
	assert_int_equal(multipart(mixed, two_lines, sizeof(two_lines) - 1), OK);
	assert_string_equal(body_field(&q, "a")->value, "1\r\n");
}

static void broken_multipart_is_refused(void **state)
{
	static const char whole[] = HEAD("a") "1\r\n" HEAD("b") "2\r\n--x y--\r\n";
	static const char *const bodies[] = {
		"",
		"x",
		"--",
		"preamble\r\n" HEAD("a") "1\r\n--x y--",
		"--x yz\r\n",
		HEAD("") "1\r\n--x y--",
		HEAD("a") "\xff\r\n--x y--",
		HEAD("a\xff") "1\r\n--x y--",
		"--x y\r\n\r\n1\r\n--x y--",
		"--x y\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n1\r\n--x y--",
		"--x y\r\nContent-Disposition: form-data; filename=\"a\"\r\n\r\n1\r\n--x y--",
		"--x y\r\nContent-Disposition: form-data; name=\"a\r\n\r\n1\r\n--x y--",
		"--x y\r\nContent-Disposition: form-data; name=a\r\n"
		"--x y\r\nX: 1\r\n\r\n1\r\n--x y--",
		"--x y\r\nContent-Disposition: form-data; name=a\r\n"
		"Content-Transfer-Encoding: base64\r\n\r\nMQ==\r\n--x y--",
	};
	static const char *const types[] = {
		"multipart/form-data",
		"multipart/form-data; boundary=",
		"multipart/form-data; boundary=\"",
		"multipart/form-data; boundary=\x01",
		"multipart/form-data; boundary="
		"a123456789012345678901234567890123456789012345678901234567890123456789012",
	};
	(void)state;
	for (size_t i = 1; i < sizeof(bodies) / sizeof(bodies[0]); i++)
		if (multipart(mixed, bodies[i], strlen(bodies[i])) != ERR_BAD_REQUEST)
			fail_msg("taken: %s", bodies[i]);
	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		assert_int_equal(multipart(types[i], whole, sizeof(whole) - 1), ERR_BAD_REQUEST);
	assert_int_equal(multipart(mixed, whole, sizeof(whole) - 1), OK);
	/* Cut off anywhere before the closing boundary, nothing of it arrives. */
	for (size_t n = 1; n < sizeof(whole) - 3; n++) {
		assert_int_equal(multipart(mixed, whole, n), ERR_BAD_REQUEST);
		assert_int_equal(q.body.n, 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(query_is_decoded_once, setup, teardown),
		cmocka_unit_test_setup_teardown(query_refuses_what_it_cannot_read, setup, teardown),
		cmocka_unit_test_setup_teardown(query_numbers_stay_in_range, setup, teardown),
		cmocka_unit_test_setup_teardown(fields_are_limited, setup, teardown),
		cmocka_unit_test_setup_teardown(body_needs_a_type_we_know, setup, teardown),
		cmocka_unit_test_setup_teardown(cookies_are_found_by_whole_name, setup, teardown),
		cmocka_unit_test_setup_teardown(paths_keep_their_segments, setup, teardown),
		cmocka_unit_test_setup_teardown(uploads_keep_their_bytes, setup, teardown),
		cmocka_unit_test_setup_teardown(multipart_edges, setup, teardown),
		cmocka_unit_test_setup_teardown(broken_multipart_is_refused, setup, teardown),
	};
	return cmocka_run_group_tests_name("request", tests, NULL, NULL);
}
