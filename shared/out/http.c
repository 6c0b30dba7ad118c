/* http.c - one easy handle for the process; reset for each call, so that connections are kept. */
#include <stdlib.h>
#include <string.h>

#include "config.h"
#include "db.h"
#include "http_inside.h"
#include "log.h"

#define ANSWER_MAX      ((size_t)1024 * 1024)
#define CONNECT_SECONDS 5
#define DAY_SECONDS     86400

/* The address, taken apart by the very parser that will connect; NULL when we do not go there. */
static CURLU *take_apart(const char *url)
{
	char *scheme = NULL, *host = NULL, *user = NULL;
	bool ok = false;

	CURLU *u = url ? curl_url() : NULL;
	if (u == NULL)
		return NULL;
	if (!curl_url_set(u, CURLUPART_URL, url, 0) &&
	    !curl_url_get(u, CURLUPART_SCHEME, &scheme, 0) &&
	    !curl_url_get(u, CURLUPART_HOST, &host, 0) &&
	    curl_url_get(u, CURLUPART_USER, &user, 0) == CURLUE_NO_USER)
		ok = str_eq(scheme, "https") ||
		     (str_eq(scheme, "http") && str_in(host, "127.0.0.1,[::1],localhost"));
	curl_free(scheme);
	curl_free(host);
	curl_free(user);
	if (ok)
		return u;
	curl_url_cleanup(u);
	return NULL;
}

bool http_url_allowed(const char *url)
{
	CURLU *u = take_apart(url);
	curl_url_cleanup(u);
	return u != NULL;
}

static CURL *handle(void)
{
	static CURL *easy;

	if (easy == NULL && !curl_global_init(CURL_GLOBAL_DEFAULT))
		easy = curl_easy_init();
	if (easy == NULL) {
		log_error("libcurl does not start");
		exit(1);
	}
	curl_easy_reset(easy);
	return easy;
}

static size_t take_body(char *p, size_t size, size_t n, void *to)
{
	struct call *c = to;

	n *= size;
	if (c->body.n + n > ANSWER_MAX) {
		c->too_long = true;
		return 0;
	}
	buf_add(&c->body, p, n);
	return n;
}

/* An empty "Expect:" keeps curl from waiting a second for a 100-continue that few servers send. */
static enum err header_list(const char *const *headers, struct curl_slist **list)
{
	static const char *const none[] = { NULL };

	*list = curl_slist_append(NULL, "Expect:");
	for (const char *const *h = headers ? headers : none; *h != NULL; h++) {
		struct curl_slist *longer = strpbrk(*h, "\r\n") ? NULL
								: curl_slist_append(*list, *h);
		if (longer == NULL) {
			curl_slist_free_all(*list);
			*list = NULL;
			return ERR(ERR_INTERNAL, "http: header with a line break");
		}
		*list = longer;
	}
	return OK;
}

/* What holds for every call. The environment's proxies are not asked: settings are in config.h. */
static void set_rules(CURL *easy, int timeout)
{
	curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
	curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
	curl_easy_setopt(easy, CURLOPT_PROXY, "");
	curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT,
			 (long)(timeout < CONNECT_SECONDS ? timeout : CONNECT_SECONDS));
	curl_easy_setopt(easy, CURLOPT_TIMEOUT, (long)timeout);
	curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
	curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
	curl_easy_setopt(easy, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
	if (*str_or(cfg.ca_file, "") != '\0')
		curl_easy_setopt(easy, CURLOPT_CAINFO, cfg.ca_file);
	curl_easy_setopt(easy, CURLOPT_USERAGENT, "zyz/1");
}

enum err http_set_up(struct call *c, CURL *easy, const struct http_ask *ask, struct arena *a)
{
	*c = (struct call){ .body = { .arena = a } };
	if (db_in_tx())
		return ERR(ERR_INTERNAL, "http: called inside a database transaction");
	c->where = take_apart(ask->url);
	if (c->where == NULL)
		return ERR(ERR_INTERNAL, "http: neither https nor loopback");
	enum err e = header_list(ask->headers, &c->headers);
	if (e)
		return e;
	set_rules(easy, ask->timeout > 0 ? ask->timeout : (int)cfg.http_timeout);
	curl_easy_setopt(easy, CURLOPT_CURLU, c->where);
	curl_easy_setopt(easy, CURLOPT_HTTPHEADER, c->headers);
	curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take_body);
	curl_easy_setopt(easy, CURLOPT_WRITEDATA, c);
	curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, c->fault);
	if (ask->body.p != NULL) {
		curl_easy_setopt(easy, CURLOPT_POST, 1L);
		curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)ask->body.n);
	}
	return OK;
}

void http_take_down(struct call *c)
{
	curl_slist_free_all(c->headers);
	curl_url_cleanup(c->where);
}

int http_retry_after(CURL *easy)
{
	struct curl_header *there;
	curl_off_t seconds = 0;

	if (curl_easy_header(easy, "Retry-After", 0, CURLH_HEADER, -1, &there) != CURLHE_OK ||
	    curl_easy_getinfo(easy, CURLINFO_RETRY_AFTER, &seconds))
		return -1;
	if (seconds < 0) /* a date that has passed */
		return 0;
	return seconds > DAY_SECONDS ? DAY_SECONDS : (int)seconds;
}

const char *http_fault(const struct call *c, CURLcode rc)
{
	char *host = NULL;
	const char *why = c->too_long ? "answer over 1 MiB"
			  : *c->fault ? c->fault
				      : curl_easy_strerror(rc);

	(void)curl_url_get(c->where, CURLUPART_HOST, &host, 0);
	const char *text = arena_fmt(c->body.arena, "%s: %s", host ? host : "?", why);
	curl_free(host);
	return text;
}

static enum err perform(CURL *easy, struct call *c, struct http_answer *answer)
{
	long status = 0;

	CURLcode rc = curl_easy_perform(easy);
	if (rc != CURLE_OK)
		return ERR(ERR_REMOTE, "%s", http_fault(c, rc));
	curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
	*answer = (struct http_answer){ .status = (int)status,
					.body = c->body.p ? c->body.p : "",
					.n = c->body.n,
					.retry_after = http_retry_after(easy) };
	return OK;
}

enum err http_call(struct arena *a, const struct http_ask *ask, struct http_answer *answer)
{
	struct call c;
	CURL *easy = handle();
	enum err e = http_set_up(&c, easy, ask, a);

	if (!e && ask->body.p != NULL)
		curl_easy_setopt(easy, CURLOPT_POSTFIELDS, ask->body.p);
	if (!e)
		e = perform(easy, &c, answer);
	curl_easy_reset(easy); /* it must not point to what is freed now */
	http_take_down(&c);
	return e;
}

const char *http_escape(struct arena *a, const char *s)
{
	static const char
		plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
	struct buf b = { .arena = a };

	buf_add(&b, "", 0);
	for (; *s != '\0'; s++) {
		if (strchr(plain, *s))
			buf_char(&b, *s);
		else
			buf_fmt(&b, "%%%02X", (unsigned char)*s);
	}
	return b.p;
}
