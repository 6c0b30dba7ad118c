/* http_test.c - http.h against a small server of its own on loopback, in a child process. */
#include <arpa/inet.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "clock.h"
#include "config.h"
#include "http.h"

#define MIB (1024 * 1024)

static struct arena *arena;
static int port;
static pid_t server;
static volatile int *connections;      /* counted by the server, read by the tests */

static void say(int fd, const char *s, size_t n)
{
	while (n > 0) {
		ssize_t w = write(fd, s, n);
		if (w <= 0)
			_exit(0);
		s += w;
		n -= (size_t)w;
	}
}

static void sayf(int fd, const char *fmt, ...) PRINTF(2, 3);
static void sayf(int fd, const char *fmt, ...)
{
	char text[16384];
	va_list ap;
	va_start(ap, fmt);
	int n = vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	say(fd, text, (size_t)n);
}

static void filled(int fd, size_t n)
{
	char block[4096];
	memset(block, 'x', sizeof block);
	sayf(fd, "HTTP/1.1 200 OK\r\nContent-Length: %zu\r\n\r\n", n);
	for (; n > sizeof block; n -= sizeof block)
		say(fd, block, sizeof block);
	say(fd, block, n);
}

/* Without Content-Length: only the count of what came can stop it. */
static void endless(int fd)
{
	char block[4096];
	memset(block, 'x', sizeof block);
	sayf(fd, "HTTP/1.1 200 OK\r\n\r\n");
	for (;;)
		say(fd, block, sizeof block);
}

static void reset(int fd)
{
	struct linger now = { .l_onoff = 1, .l_linger = 0 };
	setsockopt(fd, SOL_SOCKET, SO_LINGER, &now, sizeof now);
	close(fd);
	_exit(0);
}

/* What the path asks for; request is all that was sent. */
static void play(int fd, const char *request)
{
	static const char nul[] = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\na\0b";
	char method[8] = "", path[64] = "";
	(void)sscanf(request, "%7s %63s", method, path);

	if (strcmp(path, "/echo") == 0 || strncmp(path, "/echo?", 6) == 0)
		sayf(fd, "HTTP/1.1 200 OK\r\nContent-Length: %zu\r\n\r\n%s", strlen(request), request);
	else if (strcmp(path, "/empty") == 0)
		sayf(fd, "HTTP/1.1 204 No Content\r\n\r\n");
	else if (strcmp(path, "/nul") == 0)
		say(fd, nul, sizeof nul - 1);
	else if (strcmp(path, "/brim") == 0)
		filled(fd, MIB);
	else if (strcmp(path, "/over") == 0)
		filled(fd, MIB + 1);
	else if (strcmp(path, "/endless") == 0)
		endless(fd);
	else if (strcmp(path, "/reset") == 0 || strcmp(path, "/short") == 0)
		sayf(fd, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\npartial");
	else if (strcmp(path, "/silent") == 0)
		pause();
	else if (strcmp(path, "/busy") == 0)
		sayf(fd, "HTTP/1.1 503 Busy\r\nRetry-After: 7\r\nContent-Length: 4\r\n\r\nbusy");
	else if (strcmp(path, "/now") == 0)
		sayf(fd, "HTTP/1.1 429 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n");
	else if (strcmp(path, "/past") == 0)
		sayf(fd, "HTTP/1.1 503 Busy\r\nRetry-After: Wed, 21 Oct 2015 07:28:00 GMT\r\n"
		         "Content-Length: 0\r\n\r\n");
	else if (strcmp(path, "/moved") == 0)
		sayf(fd, "HTTP/1.1 302 Found\r\nLocation: /echo\r\nContent-Length: 5\r\n\r\nmoved");
	else if (strcmp(path, "/garbage") == 0)
		sayf(fd, "SSH-2.0-nothing\r\n\r\n");
	if (strcmp(path, "/reset") == 0)
		reset(fd);
}

static void serve_one(int fd)
{
	static char request[65536];
	size_t n = 0, want = 0;

	for (;;) {
		ssize_t r = read(fd, request + n, sizeof request - 1 - n);
		if (r <= 0)
			_exit(0);
		n += (size_t)r;
		request[n] = '\0';
		const char *end = strstr(request, "\r\n\r\n"), *len = strstr(request, "Content-Length: ");
		if (end == NULL)
			continue;
		want = (size_t)(end - request) + 4 + (len && len < end ? strtoul(len + 16, NULL, 10) : 0);
		if (n >= want)
			break;
	}
	play(fd, request);
	_exit(0);
}

/* A child for each connection, so that a silent one does not hold up the rest. */
static void serve(int listener)
{
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	setpgid(0, 0);
	signal(SIGCHLD, SIG_IGN);
	for (;;) {
		int fd = accept(listener, NULL, NULL);
		if (fd < 0)
			_exit(1);
		(*connections)++;
		if (fork() == 0)
			serve_one(fd);
		close(fd);
	}
}

static int listen_loopback(void)
{
	struct sockaddr_in at = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t len = sizeof at;

	int fd = socket(AF_INET, SOCK_STREAM, 0);
	if (fd < 0 || bind(fd, (struct sockaddr *)&at, sizeof at) || listen(fd, 16) ||
	    getsockname(fd, (struct sockaddr *)&at, &len))
		return -1;
	port = ntohs(at.sin_port);
	return fd;
}

static int setup(void **state)
{
	(void)state;
	arena = arena_new();
	cfg.http_timeout = 10;
	cfg.ca_file = "";
	setenv("http_proxy", "http://127.0.0.1:1", 1);     /* must not be asked */
	connections = mmap(NULL, sizeof *connections, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	int listener = listen_loopback();
	if (connections == MAP_FAILED || listener < 0)
		return -1;
	server = fork();
	if (server == 0)
		serve(listener);
	setpgid(server, server);
	close(listener);
	return server < 0 ? -1 : 0;
}

static int teardown(void **state)
{
	(void)state;
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

	r = good(&(struct http_ask){ .url = at("/echo"), .headers = headers, .body = BYTES("{\"a\":1}") });
	assert_int_equal(strncmp(r.body, "POST /echo ", 11), 0);
	assert_non_null(strstr(r.body, "\r\nX-One: 1\r\n"));
	assert_non_null(strstr(r.body, "\r\nContent-Type: application/json\r\n"));
	assert_non_null(strstr(r.body, "\r\nContent-Length: 8\r\n"));  /* BYTES counts the NUL */
	assert_non_null(strstr(r.body, "\r\n\r\n{\"a\":1}"));
	assert_null(strstr(r.body, "Expect"));

	r = get("/echo");                /* nothing of the last call is left on the handle */
	assert_int_equal(strncmp(r.body, "GET ", 4), 0);
	assert_null(strstr(r.body, "X-One"));
}

static void empty_post_is_a_post(void **state)
{
	(void)state;
	struct bytes none = { (const uint8_t *)"", 0 };
	struct http_answer r = good(&(struct http_ask){ .url = at("/echo"), .body = none });
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
	const char *urls[] = { "ftp://127.0.0.1:%d/", "file:///etc/passwd#%d", "http://example.org:%d/",
	                       "http://127.0.0.1.example.org:%d/", "http://example.org@127.0.0.1:%d/",
	                       "https://user:hush@127.0.0.1:%d/", "http://0.0.0.0:%d/", "gopher://127.0.0.1:%d/",
	                       "127.0.0.1:%d/", "//127.0.0.1:%d/", "http:///%d", "smtp://localhost:%d/" };
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
	assert_string_equal(http_escape(arena, "a b&c=d/?#%+中\n"), "a%20b%26c%3Dd%2F%3F%23%25%2B%E4%B8%AD%0A");
	assert_string_equal(http_escape(arena, ""), "");
}

/* Signed by itself, for 127.0.0.1 and not for localhost. */
static void make_certificate(const char *key, const char *cert)
{
	int status = -1;
	pid_t pid = fork();
	if (pid == 0) {
		close(2);                /* it draws dots while it works */
		execlp("openssl", "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
		       "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj", "/CN=zyz-test", "-addext",
		       "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", cert, (char *)NULL);
		_exit(127);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
}

/* openssl serving that certificate; returns its port. */
static int tls_server(const char *key, const char *cert, pid_t *pid)
{
	char line[200];
	int out[2], tls_port = 0;
	make_certificate(key, cert);
	assert_int_equal(pipe(out), 0);
	*pid = fork();
	if (*pid == 0) {
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		dup2(out[1], 1);
		dup2(out[1], 2);
		execlp("openssl", "openssl", "s_server", "-accept", "127.0.0.1:0", "-key", key, "-cert", cert,
		       "-www", (char *)NULL);
		_exit(127);
	}
	close(out[1]);
	FILE *f = fdopen(out[0], "r");
	while (tls_port == 0 && fgets(line, sizeof line, f))
		if (strncmp(line, "ACCEPT 127.0.0.1:", 17) == 0)
			tls_port = (int)strtol(line + 17, NULL, 10);
	/* f stays open: the server would die of a closed pipe */
	assert_int_not_equal(tls_port, 0);
	return tls_port;
}

static void tls_is_verified(void **state)
{
	char dir[] = "/tmp/zyz-http-XXXXXX";
	pid_t pid;
	(void)state;
	assert_non_null(mkdtemp(dir));
	const char *cert = arena_fmt(arena, "%s/cert", dir), *key = arena_fmt(arena, "%s/key", dir);
	int tls_port = tls_server(key, cert, &pid);
	const char *url = arena_fmt(arena, "https://127.0.0.1:%d/", tls_port);

	bad(ERR_REMOTE, &(struct http_ask){ .url = url });
	assert_non_null(strstr(err_text(), "certificate"));
	cfg.ca_file = cert;              /* trusted now: it was the certificate that was refused */
	assert_int_equal(good(&(struct http_ask){ .url = url }).status, 200);
	bad(ERR_REMOTE, &(struct http_ask){ .url = arena_fmt(arena, "https://localhost:%d/", tls_port) });
	assert_non_null(strstr(err_text(), "name"));
	cfg.ca_file = "";
	bad(ERR_REMOTE, &(struct http_ask){ .url = url });

	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
	unlink(cert);
	unlink(key);
	rmdir(dir);
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
	};
	return cmocka_run_group_tests_name("http", tests, setup, teardown);
}
