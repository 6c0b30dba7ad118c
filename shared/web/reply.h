/*
 * reply.h - the answer being built: status, headers, body. One write, by app.c.
 *
 *	return see(q, "/needs/surveys/%s", code);            // 303 after a POST
 */
#ifndef ZYZ_REPLY_H
#define ZYZ_REPLY_H

#include <stdio.h>

#include "request.h"

struct reply {
	int status;
	const char *type;   /* Content-Type */
	struct buf headers; /* further lines, each ended by CR LF */
	struct buf body;
	FILE *file; /* sent behind the body, so many bytes, a piece at a time, and closed */
	size_t file_n;
	bool cache; /* Cache-Control was set by the handler */
};

void reply_status(struct rq *q, int status);
void reply_header(struct rq *q, const char *name, const char *value); /* CR and LF are dropped */
/* max_age: seconds; 0: until the browser ends; < 0: deletes it. */
void reply_cookie(struct rq *q, const char *name, const char *value, int64_t max_age);
void reply_cache(struct rq *q, int seconds); /* public page: nginx and browsers may keep it,
                                                    * not longer than the setting cache_max;
                                                    * nothing happens when somebody is signed in */
/* The same with a buffer that is given away, not copied. */
void reply_take(struct rq *q, const char *type, struct buf body);
enum err reply_body(struct rq *q, const char *type, const char *p, size_t n) MUST_USE;
/* As a download; the web server adds nosniff, as to all. name is ASCII; utf8_name (may be NULL) is
 * what people see. */
enum err reply_file(struct rq *q, const char *type, const char *name, const char *utf8_name,
		    struct bytes b) MUST_USE;
/* As reply_file(), from a file that the reply takes over: what is long costs no memory. */
void reply_stream(struct rq *q, const char *type, const char *name, const char *utf8_name, FILE *f,
		  size_t n);
/* The answer is another one: a file it had is closed. */
void reply_drop(struct rq *q);
/* The same to be shown in place: what WeChat lets people press long and keep. */
enum err reply_picture(struct rq *q, const char *type, const char *name, const char *utf8_name,
		       struct bytes b) MUST_USE;
/* 303 to a path of our own, printed like printf; user text must be url_encode'd before. */
enum err see(struct rq *q, const char *fmt, ...) PRINTF(2, 3) MUST_USE;
/* 303 to a configured foreign address. */
enum err see_away(struct rq *q, const char *url) MUST_USE;
const char *url_encode(struct arena *a, const char *s);

#endif
