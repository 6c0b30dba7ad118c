/* http_inside.h - what one call at a time and many side by side have in common; for http*.c
 * alone. */
#ifndef ZYZ_HTTP_INSIDE_H
#define ZYZ_HTTP_INSIDE_H

#include <curl/curl.h>

#include "http.h"

/* One call on a handle. */
struct call {
	struct curl_slist *headers;
	CURLU *where;
	struct buf body; /* of the answer */
	bool too_long;
	char fault[CURL_ERROR_SIZE];
};
/* What holds for every call: the address allowed, TLS verified, no redirect, no proxy of the
 * environment, limits on time and size. ERR_INTERNAL: we do not make this call. */
enum err http_set_up(struct call *c, CURL *easy, const struct http_ask *ask,
		     struct arena *a) MUST_USE;
/* Frees what http_set_up() made, also when it failed; the handle must not be used after it. */
void http_take_down(struct call *c);
/* What went wrong, with the host and never path or query, which may hold secrets. */
const char *http_fault(const struct call *c, CURLcode rc);
int http_retry_after(CURL *easy); /* seconds, or -1 */

#endif
