/* reply_test.c - headers stay one line, cookies carry their flags, redirects stay at home. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "asking.h"
#include "config.h"
#include "reply.h"

static void headers_are_one_line(void **state)
{
	struct rq *q = ask();
	(void)state;
	reply_header(q, "X-Note", "a\r\nSet-Cookie: stolen=1\nb\x7f志");
	assert_string_equal(q->reply->headers.p, "X-Note: aSet-Cookie: stolen=1b志\r\n");
	assert_false(q->reply->cache);
	reply_header(q, "Cache-Control", "private");
	assert_true(q->reply->cache);
}

static void cookies_carry_flags(void **state)
{
	const char *before = cfg.base_url;
	struct rq *q = ask();
	(void)state;
	cfg.base_url = "http://127.0.0.1:8080";
	reply_cookie(q, "zyz", "ab;c\r\n d\"", 0);
	assert_string_equal(answer_header(q, "Set-Cookie"),
			    "zyz=abcd; Path=/; HttpOnly; SameSite=Lax");
	q = ask();
	cfg.base_url = "https://station.example";
	reply_cookie(q, "__Host-zyz", "ab", 60);
	assert_string_equal(answer_header(q, "Set-Cookie"),
			    "__Host-zyz=ab; Path=/; HttpOnly; SameSite=Lax; Max-Age=60; Secure");
	q = ask();
	reply_cookie(q, "__Host-zyz", "ab", -1);
	assert_string_equal(answer_header(q, "Set-Cookie"),
			    "__Host-zyz=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0; Secure");
	cfg.base_url = before;
}

static void only_nobodys_page_is_cached(void **state)
{
	struct rq *q = ask();
	(void)state;
	cfg.cache_max = 60;
	reply_cache(q, 30);
	assert_true(q->reply->cache);
	assert_non_null(strstr(answer_header(q, "Cache-Control"), "max-age=30,"));
	assert_string_equal(answer_header(q, "Vary"), "Accept, Cookie");
	q = ask();
	reply_cache(q, 90);
	assert_non_null(strstr(answer_header(q, "Cache-Control"), "max-age=60,"));
	q = ask();
	q->who.session_id = 1;
	reply_cache(q, 30);
	assert_false(q->reply->cache);
	assert_null(answer_header(q, "Cache-Control"));
}

static void redirects_stay_at_home(void **state)
{
	static const char *const away[] = {
		"",     "needs", "//evil.example",        "/\\evil.example",
		"/a b", "/a\nb", "https://evil.example/",
	};
	struct rq *q = ask();
	(void)state;
	assert_int_equal(see(q, "/needs/order/%s?k=%d", "D2600100001", 7), OK);
	assert_int_equal(q->reply->status, 303);
	assert_string_equal(answer_header(q, "Location"), "/needs/order/D2600100001?k=7");
	assert_int_equal(q->reply->body.n, 0);
	for (size_t i = 0; i < sizeof(away) / sizeof(away[0]); i++) {
		q = ask();
		assert_int_equal(see(q, "%s", away[i]), ERR_BAD_REQUEST);
		assert_int_equal(q->reply->status, 200);
		assert_null(answer_header(q, "Location"));
	}
	assert_int_equal(see_away(q, "javascript:alert(1)"), ERR_INTERNAL);
	assert_int_equal(see_away(q, "https://open.weixin.qq.com/connect?a=1"), OK);
	assert_string_equal(answer_header(q, "Location"), "https://open.weixin.qq.com/connect?a=1");
}

static void downloads_are_attachments(void **state)
{
	static const uint8_t bytes[] = { 'P', 'K', 0, 0xff };
	struct rq *q = ask();
	(void)state;
	enum err e = reply_file(q, "application/zip", "a\"b/c\r\n.zip", "台账 1.zip", BYTES(bytes));
	assert_int_equal(e, OK);
	assert_string_equal(answer_header(q, "Content-Disposition"),
			    "attachment; filename=\"a_b_c.zip\"; "
			    "filename*=UTF-8''%E5%8F%B0%E8%B4%A6%201.zip");
	assert_string_equal(q->reply->type, "application/zip");
	assert_int_equal(q->reply->body.n, sizeof(bytes));
	assert_memory_equal(q->reply->body.p, bytes, sizeof(bytes));
}

static void bodies_are_copied(void **state)
{
	char text[] = "page";
	struct rq *q = ask();
	(void)state;
	assert_int_equal(reply_body(q, "text/plain", text, 4), OK);
	text[0] = 'P';
	assert_string_equal(q->reply->body.p, "page");
	assert_int_equal(reply_body(q, NULL, text, 4), ERR_INTERNAL);
	assert_int_equal(reply_body(q, "text/plain", NULL, 4), ERR_INTERNAL);
	assert_string_equal(q->reply->body.p, "page");
}

static void url_encoding_leaves_words(void **state)
{
	struct rq *q = ask();
	(void)state;
	assert_string_equal(url_encode(q->arena, "aZ09-._~"), "aZ09-._~");
	assert_string_equal(url_encode(q->arena, "/a?b=c&d #%志"),
			    "%2Fa%3Fb%3Dc%26d%20%23%25%E5%BF%97");
	assert_string_equal(url_encode(q->arena, ""), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(headers_are_one_line),
		cmocka_unit_test(cookies_carry_flags),
		cmocka_unit_test(only_nobodys_page_is_cached),
		cmocka_unit_test(redirects_stay_at_home),
		cmocka_unit_test(downloads_are_attachments),
		cmocka_unit_test(bodies_are_copied),
		cmocka_unit_test(url_encoding_leaves_words),
	};
	return cmocka_run_group_tests_name("reply", tests, asking_start, asking_end);
}
