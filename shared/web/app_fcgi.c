/* app_fcgi.c - the accept loop: one request at a time from descriptor 0, one write for its
 * answer. */
#include <fcgiapp.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app_inside.h"
#include "clock.h"
#include "config.h"
#include "health.h"
#include "log.h"
#include "program.h"
#include "sandbox.h"
#include "secret.h"
#include "workers.h"

static void on_stop(int number)
{
	(void)number;
	FCGX_ShutdownPending();
}

/* Before FCGX_Init, which leaves handlers alone that are already there. Without SA_RESTART an
 * idle accept ends at once. */
static void handle_signals(void)
{
	struct sigaction stop = { .sa_handler = on_stop }, ignore = { .sa_handler = SIG_IGN };
	(void)sigaction(SIGTERM, &stop, NULL);
	(void)sigaction(SIGINT, &stop, NULL);
	(void)sigaction(SIGUSR1, &stop, NULL);
	(void)sigaction(SIGPIPE, &ignore, NULL);
}

static const char *param(struct arena *a, const FCGX_Request *f, const char *name)
{
	const char *value = FCGX_GetParam(name, f->envp);
	return value ? arena_str(a, value) : "";
}

static enum err read_body(const struct raw_request *raw, struct arena *a, size_t cap,
			  const char **body)
{
	if (raw->length > cap)
		return ERR(ERR_TOO_LARGE, "%zu bytes", raw->length);
	char *p = arena_alloc(a, raw->length + 1);
	size_t got = 0;
	while (got < raw->length) {
		int n = FCGX_GetStr(p + got, (int)(raw->length - got), raw->stream);
		if (n <= 0)
			return ERR(ERR_BAD_REQUEST, "body ended after %zu of %zu bytes", got,
				   raw->length);
		got += (size_t)n;
	}
	*body = p;
	return OK;
}

static size_t body_length(const char *text)
{
	char *end;
	if (*text < '0' || *text > '9')
		return 0;
	unsigned long long n = strtoull(text, &end, 10);
	return *end ? 0 : (size_t)n;
}

/* The words behind a status line; HTTP allows any. */
static const char *reason(int status)
{
	static const struct {
		int status;
		const char *words;
	} known[] = { { 303, "See Other" },
		      { 400, "Bad Request" },
		      { 401, "Unauthorized" },
		      { 403, "Forbidden" },
		      { 404, "Not Found" },
		      { 405, "Method Not Allowed" },
		      { 409, "Conflict" },
		      { 413, "Content Too Large" },
		      { 422, "Unprocessable Content" },
		      { 429, "Too Many Requests" },
		      { 502, "Bad Gateway" },
		      { 503, "Service Unavailable" } };
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (known[i].status == status)
			return known[i].words;
	return status >= 400 ? "Error" : "OK";
}

/* Ends early when nobody reads any more. */
static void send_file(FILE *file, FCGX_Request *f)
{
	char piece[65536];
	size_t n;
	while ((n = fread(piece, 1, sizeof(piece), file)) > 0)
		if (FCGX_PutStr(piece, (int)n, f->out) < 0)
			return;
}

static void send_answer(struct rq *q, FCGX_Request *f)
{
	struct reply *r = q->reply;
	struct buf out = { .arena = q->arena };
	buf_fmt(&out, "Status: %d %s\r\n", r->status ? r->status : 200, reason(r->status));
	if (r->type)
		buf_fmt(&out, "Content-Type: %s\r\n", r->type);
	if (!r->cache)
		buf_str(&out, "Cache-Control: no-store\r\n");
	buf_fmt(&out, "Content-Length: %zu\r\n", r->body.n + r->file_n);
	if (r->headers.p)
		buf_add(&out, r->headers.p, r->headers.n);
	buf_str(&out, "\r\n");
	/* A client that went away is no error of ours. */
	(void)FCGX_PutStr(out.p, (int)out.n, f->out);
	if (!q->head && r->body.p)
		(void)FCGX_PutStr(r->body.p, (int)r->body.n, f->out);
	if (!q->head && r->file)
		send_file(r->file, f);
	reply_drop(q);
}

static void serve_one(const struct app *app, struct arena *a, FCGX_Request *f)
{
	int64_t began = clock_mono_us();
	log_of(param(a, f, "REQUEST_ID"));
	struct reply reply = { .headers = { .arena = a }, .body = { .arena = a } };
	struct rq q = { .arena = a, .reply = &reply };
	struct raw_request raw = {
		.method = param(a, f, "REQUEST_METHOD"),
		.path = param(a, f, "DOCUMENT_URI"),
		.query = param(a, f, "QUERY_STRING"),
		.type = param(a, f, "CONTENT_TYPE"),
		.accept = param(a, f, "HTTP_ACCEPT"),
		.cookies = param(a, f, "HTTP_COOKIE"),
		.user_agent = param(a, f, "HTTP_USER_AGENT"),
		.referer = param(a, f, "HTTP_REFERER"),
		.remote = param(a, f, "REMOTE_ADDR"),
		.fetch_site = param(a, f, "HTTP_SEC_FETCH_SITE"),
		.origin = param(a, f, "HTTP_ORIGIN"),
		.host = param(a, f, "HTTP_HOST"),
		.length = body_length(param(a, f, "CONTENT_LENGTH")),
		.read_body = read_body,
		.stream = f->in,
	};
	/* The address as it was sent, so that it is decoded once and by us alone. */
	const char *uri = param(a, f, "REQUEST_URI");
	if (*uri == '/')
		raw.path = arena_dup(a, uri, strcspn(uri, "?"));
	app_serve(app, &q, &raw);
	send_answer(&q, f);
	worker_count_answer(!str_in(raw.method, "GET,HEAD"), reply.status ? reply.status : 200,
			    clock_mono_us() - began);
	page_end(&q);
	log_of(NULL);
}

/* /healthz asks every program how it is, past nginx: a parameter that no request of HTTP can have.
 * One line: the word, then what health_counts() reads. */
static void serve_health(struct arena *a, FCGX_Request *f)
{
	const struct worker_counts *c = worker_counts();
	const char *word = "ok";
	if (db_ready(a)) {
		log_error("health: %s", err_text());
		err_clear();
		word = db_schema_other() ? "schema" : db_keys_other() ? "keys" : "database";
	}
	FCGX_FPrintF(f->out, "Content-Type: text/plain\r\n\r\n" HEALTH_LINE "%s %ld", word,
		     (long)c->died);
	for (int w = 0; w < 2; w++) {
		for (int i = 2; i < 6; i++)
			FCGX_FPrintF(f->out, " %ld", (long)c->answers[w][i]);
		FCGX_FPrintF(f->out, " %ld", (long)c->micros[w]);
	}
	FCGX_FPrintF(f->out, "\n");
}

/* Who went away while the request waited for a worker gets nothing worked out. */
static bool client_gone(const FCGX_Request *f)
{
	struct pollfd p = { .fd = f->ipcFd };
	return poll(&p, 1, 0) > 0 && (p.revents & (POLLHUP | POLLERR)) != 0;
}

int app_run(const struct app *app)
{
	FCGX_Request f;
	program_start(app->name);
	sandbox_enter(app->name, app->calls ? app->calls : "");
	if (secret_open_as(app->name)) {
		log_error("start: %s", err_text());
		return 1;
	}
	page_start(app->name);
	if (cfg.workers)
		page_parse_all();
	if (!workers_fork(cfg.workers))
		return 0;
	/* One that is born later than a key. */
	if (cfg.workers && secret_open_again()) {
		log_error("keys: %s", err_text());
		err_clear();
	}
	handle_signals();
	if (FCGX_Init() || FCGX_InitRequest(&f, STDIN_FILENO, FCGI_FAIL_ACCEPT_ON_INTR)) {
		log_error("start: FastCGI");
		return 1;
	}
	struct arena *a = arena_new();
	/* Any negative value ends the loop: going on after -EINTR would spin. */
	while (FCGX_Accept_r(&f) >= 0) {
		if (FCGX_GetParam(HEALTH_PARAM, f.envp))
			serve_health(a, &f);
		else if (!client_gone(&f))
			serve_one(app, a, &f);
		FCGX_Finish_r(&f);
		arena_reset(a);
	}
	FCGX_Free(&f, 1);
	db_close();
	arena_free(a);
	return 0;
}
