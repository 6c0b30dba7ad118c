/*
 * http.h - outgoing calls, one at a time or many side by side (the only door to libcurl).
 *
 * Always: https, or http to loopback; TLS verified (cfg.ca_file); no redirects; no proxy; limits of
 * connect and total time; an answer over 1 MiB is cut off as ERR_REMOTE. What we would not ask for
 * (another address, a header with a line break, inside a transaction) is ERR_INTERNAL.
 *
 *	struct http_answer r;
 *	enum err e = http_call(q->arena, &(struct http_ask){ .url = url }, &r);
 */
#ifndef ZYZ_HTTP_H
#define ZYZ_HTTP_H

#include "arena.h"
#include "str.h"

struct http_ask {
	const char *url;
	const char *const *headers; /* "Name: value", NULL-terminated; may be NULL */
	struct bytes body;          /* p != NULL makes it a POST */
	int timeout;                /* seconds; 0: cfg.http_timeout */
};
struct http_answer {
	int status;       /* HTTP status */
	const char *body; /* NUL-terminated; in the arena */
	size_t n;
	int retry_after; /* seconds of Retry-After, a day at most, or -1 */
};
/* ERR_REMOTE: no answer, or one that broke off; the note says why. Any status is OK. */
enum err http_call(struct arena *a, const struct http_ask *ask,
		   struct http_answer *answer) MUST_USE;

/* How a call side by side with others ended: an answer, or what libcurl said. */
struct http_end {
	int curl;                /* 0: there is an answer */
	const char *fault;       /* else: host and what went wrong */
	bool sent;               /* a request may have left the house */
	int status, retry_after; /* retry_after: seconds, or -1 */
	const char *body;        /* "" when there is none */
	size_t n;
	int64_t ms;
};
/* Begins a call; done() is called from http_wait() when it has ended. Arena and body must live
 * until then. The request goes out at most once: on a kept connection that breaks it is
 * not sent again. HTTP/2 is used where offered. */
enum err http_begin(struct arena *a, const struct http_ask *ask,
		    void (*done)(void *ctx, const struct http_end *end), void *ctx) MUST_USE;
/* At most so long, less when something ended or descriptor `wake` (-1: none) can be read. */
void http_wait(int ms, int wake);
void http_close(void); /* drops what is under way, without done() */

bool http_url_allowed(const char *url);
/* Percent-encodes a query value. */
const char *http_escape(struct arena *a, const char *s);

#endif
