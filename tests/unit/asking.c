/* asking.c - a request made by hand. */
#include "asking.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "clock.h"
#include "config.h"
#include "page.h"
#include "reply.h"
#include "secret.h"

static struct arena *arena;
static struct rq rq;
static struct reply reply;
static char dir[] = "/tmp/zyz-asking-XXXXXX";
static char cookies[400];
static const char *given_dir;

static int fault(const char *what)
{
	(void)fprintf(stderr, "%s: %s\n", what, err_text());
	return -1;
}

int asking_start(void **state)
{
	(void)state;
	config_load();
	arena = arena_new();
	if (!mkdtemp(dir))
		return fault(dir);
	given_dir = cfg.secret_dir;
	cfg.secret_dir = dir;
	/* Tests change rows behind the programs' backs. */
	cfg.session_kept = 0;
	if (secret_make_keys() || secret_open() || secret_open_marks("record,honour,brought"))
		return fault("keys");
	page_start("test");
	return 0;
}

int asking_end(void **state)
{
	static const char *const names[] = { "seal.key",        "index.key",
					     "sign.key",        "mark-record.key",
					     "mark-honour.key", "mark-brought.key" };
	(void)state;
	page_end(&rq);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		(void)unlink(arena_fmt(arena, "%s/%s", dir, names[i]));
	cfg.secret_dir = given_dir;
	int left = rmdir(dir);
	arena_free(arena);
	return left;
}

struct rq *ask(void)
{
	page_end(&rq);
	arena_reset(arena);
	err_clear();
	reply = (struct reply){ .status = 200 };
	reply.headers.arena = reply.body.arena = arena;
	rq = (struct rq){
		.arena = arena,
		.method = "GET",
		.path = "/",
		.cookies = cookies,
		.user_agent = "",
		.remote = "127.0.0.1",
		.app = "test",
		.now = clock_now(),
		.reply = &reply,
	};
	if (page_begin(&rq))
		exit(fault("page"));
	return &rq;
}

void ask_form(struct rq *q, const char *urlencoded)
{
	q->method = "POST";
	if (request_body(q, "application/x-www-form-urlencoded", urlencoded, strlen(urlencoded)))
		exit(fault(urlencoded));
}

const char *answer_header(const struct rq *q, const char *name)
{
	size_t n = strlen(name);
	for (const char *s = q->reply->headers.p; s && *s; s += strcspn(s, "\n") + 1)
		if (strncmp(s, name, n) == 0 && s[n] == ':')
			return arena_dup(q->arena, s + n + 2, strcspn(s + n + 2, "\r"));
	return NULL;
}

void keep(char *to, size_t size, const char *s)
{
	int n = snprintf(to, size, "%s", s);
	assert(n >= 0 && (size_t)n < size);
}

void ask_cookie(struct rq *q)
{
	const char *set = answer_header(q, "Set-Cookie");
	if (!set)
		set = "";
	(void)snprintf(cookies, sizeof(cookies), "%.*s", (int)strcspn(set, ";"), set);
}
