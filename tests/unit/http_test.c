/* http_test.c - http.h against a small server of its own on loopback, in a child process. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "clock.h"
#include "config.h"
#include "http.h"
#include "loopback.h"

static struct arena *arena;
static int port;
static pid_t server;
static volatile int *connections; /* counted by the server, read by the tests */

static int setup(void **state)
{
	(void)state;
	arena = arena_new();
	cfg.http_timeout = 10;
	cfg.ca_file = "";
	setenv("http_proxy", "http://127.0.0.1:1", 1); /* must not be asked */
	server = loopback_serve(&port, &connections);
	return server < 0 ? -1 : 0;
}

static int teardown(void **state)
{
	(void)state;
	http_close();
	kill(-server, SIGKILL);
	waitpid(server, NULL, 0);
	arena_free(arena);
	return 0;
}

static const char *at(const char *path)
{
	return arena_fmt(arena, "http://127.0.0.1:%d%s", port, path);
}

static struct http_answer good(const struct http_ask *ask)
{
	struct http_answer r = { 0 };
	err_clear();
	if (http_call(arena, ask, &r))
		fail_msg("%s: %s", ask->url, err_text());
	return r;
}

static struct http_answer get(const char *path)
{
	return good(&(struct http_ask){ .url = at(path) });
}

/* Fails with e, says so, and leaves the answer alone. */
static void bad(enum err e, const struct http_ask *ask)
{
	struct http_answer r = { .status = -7 };
	err_clear();
	assert_int_equal(http_call(arena, ask, &r), e);
	assert_int_equal(r.status, -7);
	assert_string_not_equal(err_text(), "");
	assert_null(strstr(err_text(), "hush"));
}

static void fails(const char *path)
{
	bad(ERR_REMOTE, &(struct http_ask){ .url = at(path), .timeout = 5 });
}

static void get_and_post(void **state)
{
	static const char *const headers[] = { "X-One: 1", "Content-Type: application/json", NULL };
	(void)state;
	struct http_answer r = get("/echo?a=b");
	assert_int_equal(r.status, 200);
	assert_int_equal(r.retry_after, -1);
	assert_int_equal(strncmp(r.body, "GET /echo?a=b HTTP/1.1\r\n", 24), 0);
	assert_int_equal(r.n, strlen(r.body));

	r = good(&(struct http_ask){
		.url = at("/echo"), .headers = headers, .body = BYTES("{\"a\":1}") });
	assert_int_equal(strncmp(r.body, "POST /echo ", 11), 0);
	assert_non_null(strstr(r.body, "\r\nX-One: 1\r\n"));
	assert_non_null(strstr(r.body, "\r\nContent-Type: application/json\r\n"));
	assert_non_null(strstr(r.body, "\r\nContent-Length: 8\r\n")); /* BYTES counts the NUL */
	assert_non_null(strstr(r.body, "\r\n\r\n{\"a\":1}"));
	assert_null(strstr(r.body, "Expect"));

	r = get("/echo"); /* nothing of the last call is left on the handle */
	assert_int_equal(strncmp(r.body, "GET ", 4), 0);
	assert_null(strstr(r.body, "X-One"));
}

static void empty_post_is_a_post(void **state)
{
	(void)state;
	struct http_answer r = good(
		&(struct http_ask){ .url = at("/echo"), .body = { (const uint8_t *)"", 0 } });
	assert_int_equal(strncmp(r.body, "POST ", 5), 0);
	assert_non_null(strstr(r.body, "Content-Length: 0\r\n"));
}

static void bodies(void **state)
{
	(void)state;
	struct http_answer r = get("/empty");
	assert_int_equal(r.status, 204);
	assert_string_equal(r.body, "");
	r = get("/nul");
	assert_int_equal(r.n, 3);
	assert_memory_equal(r.body, "a\0b", 4);
}

static void answer_is_capped(void **state)
{
	(void)state;
	struct http_answer r = get("/brim");
	assert_int_equal(r.n, MIB);
	assert_int_equal(strlen(r.body), MIB);
	fails("/over");
	assert_non_null(strstr(err_text(), "1 MiB"));
	fails("/endless");
	assert_non_null(strstr(err_text(), "1 MiB"));
}

static void broken_answers(void **state)
{
	(void)state;
	fails("/reset");
	fails("/short");
	fails("/closed");
	fails("/garbage");
}

static void nobody_listens(void **state)
{
	(void)state;
	bad(ERR_REMOTE, &(struct http_ask){ .url = "http://127.0.0.1:1/?k=hush", .timeout = 5 });
	assert_non_null(strstr(err_text(), "127.0.0.1"));
}

static void time_limits(void **state)
{
	(void)state;
	int64_t from = clock_mono_ms();
	bad(ERR_REMOTE, &(struct http_ask){ .url = at("/silent"), .timeout = 1 });
	assert_in_range(clock_mono_ms() - from, 900, 4500);
	cfg.http_timeout = 1;
	from = clock_mono_ms();
	bad(ERR_REMOTE, &(struct http_ask){ .url = at("/silent") });
	assert_in_range(clock_mono_ms() - from, 900, 4500);
	cfg.http_timeout = 10;
}

static void retry_after(void **state)
{
	(void)state;
	struct http_answer r = get("/busy");
	assert_int_equal(r.status, 503);
	assert_int_equal(r.retry_after, 7);
	assert_string_equal(r.body, "busy");
	assert_int_equal(get("/now").retry_after, 0);
	assert_int_equal(get("/past").retry_after, 0);
}

static void redirect_is_an_answer(void **state)
{
	(void)state;
	int before = *connections;
	struct http_answer r = get("/moved");
	assert_int_equal(r.status, 302);
	assert_string_equal(r.body, "moved");
	assert_int_equal(*connections, before + 1);
}

static void refused_unasked(void **state)
{
	(void)state;
	const char *urls[] = { "ftp://127.0.0.1:%d/",
			       "file:///etc/passwd#%d",
			       "http://example.org:%d/",
			       "http://127.0.0.1.example.org:%d/",
			       "http://example.org@127.0.0.1:%d/",
			       "https://user:hush@127.0.0.1:%d/",
			       "http://0.0.0.0:%d/",
			       "gopher://127.0.0.1:%d/",
			       "127.0.0.1:%d/",
			       "//127.0.0.1:%d/",
			       "http:///%d",
			       "smtp://localhost:%d/" };
	int before = *connections;
	for (size_t i = 0; i < sizeof urls / sizeof *urls; i++) {
		struct buf b = { .arena = arena };
		const char *mark = strstr(urls[i], "%d");
		buf_add(&b, urls[i], (size_t)(mark - urls[i]));
		buf_fmt(&b, "%d%s", port, mark + 2);
		if (http_url_allowed(b.p))
			fail_msg("allowed: %s", b.p);
		bad(ERR_INTERNAL, &(struct http_ask){ .url = b.p });
	}
	assert_false(http_url_allowed(NULL));
	assert_false(http_url_allowed(""));
	assert_int_equal(*connections, before);
	assert_true(http_url_allowed("https://api.weixin.qq.com/cgi-bin"));
	assert_true(http_url_allowed("http://localhost:8080"));
	assert_true(http_url_allowed("http://[::1]:8080/"));
}

static void header_cannot_be_split(void **state)
{
	static const char *const headers[] = { "X-One: 1\r\nX-Two: 2", NULL };
	(void)state;
	int before = *connections;
	bad(ERR_INTERNAL, &(struct http_ask){ .url = at("/echo"), .headers = headers });
	assert_int_equal(*connections, before);
}

static void escape(void **state)
{
	(void)state;
	assert_string_equal(http_escape(arena, "aZ0-._~"), "aZ0-._~");
	assert_string_equal(http_escape(arena, "a b&c=d/?#%+中\n"),
			    "a%20b%26c%3Dd%2F%3F%23%25%2B%E4%B8%AD%0A");
	assert_string_equal(http_escape(arena, ""), "");
}

static const struct bytes none = { NULL, 0 };
/* Calls side by side: how each ended. */
struct ended {
	int times;
	struct http_end how;
};

static void note_end(void *ctx, const struct http_end *how)
{
	struct ended *e = ctx;
	e->times++;
	e->how = *how;
}

static void begin(struct ended *e, const char *url, struct bytes body, int timeout)
{
	*e = (struct ended){ 0 };
	struct http_ask ask = { .url = url, .body = body, .timeout = timeout };
	if (http_begin(arena, &ask, note_end, e))
		fail_msg("%s: %s", url, err_text());
}

static void wait_for(struct ended *e, size_t n)
{
	int64_t until = clock_mono_ms() + 8000;
	for (size_t i = 0; i < n; i++)
		while (!e[i].times && clock_mono_ms() < until)
			http_wait(50, -1);
	for (size_t i = 0; i < n; i++)
		assert_int_equal(e[i].times, 1);
}

static void tls_is_verified(void **state)
{
	char dir[] = "/tmp/zyz-http-XXXXXX";
	(void)state;
	assert_non_null(mkdtemp(dir));
	const char *cert = arena_fmt(arena, "%s/cert", dir), *key = arena_fmt(arena, "%s/key", dir);
	int tls_port;
	pid_t pid = loopback_tls(key, cert, &tls_port);
	assert_int_not_equal(tls_port, 0);
	const char *url = arena_fmt(arena, "https://127.0.0.1:%d/", tls_port);

	bad(ERR_REMOTE, &(struct http_ask){ .url = url });
	assert_non_null(strstr(err_text(), "certificate"));
	struct ended many;
	begin(&many, url, none, 0);
	wait_for(&many, 1);
	assert_int_not_equal(many.how.curl, 0);
	assert_false(many.how.sent);
	cfg.ca_file = cert; /* trusted now: it was the certificate that was refused */
	assert_int_equal(good(&(struct http_ask){ .url = url }).status, 200);
	begin(&many, url, none, 0);
	wait_for(&many, 1);
	assert_int_equal(many.how.status, 200);
	bad(ERR_REMOTE,
	    &(struct http_ask){ .url = arena_fmt(arena, "https://localhost:%d/", tls_port) });
	assert_non_null(strstr(err_text(), "name"));
	cfg.ca_file = "";
	bad(ERR_REMOTE, &(struct http_ask){ .url = url });

	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
	unlink(cert);
	unlink(key);
	rmdir(dir);
}

static void side_by_side(void **state)
{
	struct ended e[6];
	(void)state;
	int64_t from = clock_mono_ms();
	begin(&e[0], at("/silent"), none, 1);
	begin(&e[1], at("/silent"), none, 1);
	begin(&e[2], at("/echo?a=b"), BYTES("{\"a\":1}"), 0);
	begin(&e[3], at("/busy"), none, 0);
	begin(&e[4], at("/moved"), none, 0);
	begin(&e[5], at("/over"), none, 0);
	wait_for(e, 6);
	/* the silent ones were waited for together */
	assert_in_range(clock_mono_ms() - from, 900, 1900);
	for (int i = 0; i < 2; i++) {
		assert_int_not_equal(e[i].how.curl, 0);
		assert_true(e[i].how.sent);
		assert_int_equal(e[i].how.retry_after, -1);
	}
	assert_int_equal(e[2].how.status, 200);
	assert_int_equal(strncmp(e[2].how.body, "POST /echo?a=b ", 15), 0);
	assert_non_null(strstr(e[2].how.body, "Content-Length: 8\r\n"));
	assert_non_null(strstr(e[2].how.body, "\r\n\r\n{\"a\":1}"));
	assert_null(strstr(e[2].how.body, "Expect"));
	assert_int_equal(e[3].how.status, 503);
	assert_int_equal(e[3].how.retry_after, 7);
	assert_int_equal(e[4].how.status, 302);
	assert_int_not_equal(e[5].how.curl, 0);
	assert_string_equal(e[5].how.body, "");
	assert_non_null(strstr(e[5].how.fault, "1 MiB"));
}

static void what_never_left(void **state)
{
	struct ended e[2];
	(void)state;
	begin(&e[0], "http://127.0.0.1:1/", none, 0);
	begin(&e[1], at("/reset"), none, 0);
	wait_for(e, 2);
	assert_int_not_equal(e[0].how.curl, 0);
	assert_false(e[0].how.sent);
	assert_non_null(strstr(e[0].how.fault, "127.0.0.1: "));
	assert_int_not_equal(e[1].how.curl, 0);
	assert_true(e[1].how.sent);
}

static void side_by_side_refused_unasked(void **state)
{
	static const char *const split[] = { "X-One: 1\r\nX-Two: 2", NULL };
	struct ended e = { 0 };
	struct http_ask asks[] = { { .url = "http://example.org/" },
				   { .url = at("/echo"), .headers = split } };
	(void)state;
	int before = *connections;
	for (size_t i = 0; i < 2; i++)
		assert_int_equal(http_begin(arena, &asks[i], note_end, &e), ERR_INTERNAL);
	http_wait(0, -1);
	assert_int_equal(e.times, 0);
	assert_int_equal(*connections, before);
}

static void what_is_dropped_is_not_told(void **state)
{
	struct ended e;
	(void)state;
	begin(&e, at("/silent"), none, 5);
	http_wait(20, -1);
	http_close();
	begin(&e, at("/empty"), none, 0);
	wait_for(&e, 1);
	assert_int_equal(e.how.status, 204);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(get_and_post),
		cmocka_unit_test(empty_post_is_a_post),
		cmocka_unit_test(bodies),
		cmocka_unit_test(answer_is_capped),
		cmocka_unit_test(broken_answers),
		cmocka_unit_test(nobody_listens),
		cmocka_unit_test(time_limits),
		cmocka_unit_test(retry_after),
		cmocka_unit_test(redirect_is_an_answer),
		cmocka_unit_test(refused_unasked),
		cmocka_unit_test(header_cannot_be_split),
		cmocka_unit_test(escape),
		cmocka_unit_test(tls_is_verified),
		cmocka_unit_test(side_by_side),
		cmocka_unit_test(what_never_left),
		cmocka_unit_test(side_by_side_refused_unasked),
		cmocka_unit_test(what_is_dropped_is_not_told),
	};
	return cmocka_run_group_tests_name("http", tests, setup, teardown);
}
