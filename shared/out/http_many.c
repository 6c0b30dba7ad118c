/* http_many.c - calls side by side on one curl multi handle; connections are kept, HTTP/2 is used
 * where offered. */
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "http_inside.h"
#include "log.h"

struct transfer {
	struct transfer *next, **at; /* all that are under way */
	CURL *easy;
	struct call call;
	struct bytes left; /* of the request's body, not yet sent */
	int64_t began;
	void (*done)(void *ctx, const struct http_end *end);
	void *ctx;
};

static CURLM *multi;
static struct transfer *under_way;

static CURLM *all(void)
{
	if (multi)
		return multi;
	if (!curl_global_init(CURL_GLOBAL_DEFAULT))
		multi = curl_multi_init();
	if (!multi) {
		log_error("libcurl does not start");
		exit(1);
	}
	(void)curl_multi_setopt(multi, CURLMOPT_PIPELINING, (long)CURLPIPE_MULTIPLEX);
	return multi;
}

/* The body goes out through here and cannot be rewound: on a kept connection that breaks before an
 * answer libcurl would otherwise send the whole request again by itself, and nobody would know. */
static size_t give_body(char *p, size_t size, size_t n, void *from)
{
	struct transfer *t = from;
	n *= size;
	if (n > t->left.n)
		n = t->left.n;
	if (n)
		memcpy(p, t->left.p, n);
	t->left = (struct bytes){ t->left.p + n, t->left.n - n };
	return n;
}

static void discard(struct transfer *t)
{
	if (t->at) {
		*t->at = t->next;
		if (t->next)
			t->next->at = t->at;
	}
	if (t->easy)
		curl_easy_cleanup(t->easy);
	http_take_down(&t->call);
	free(t);
}

static enum err set_up(struct transfer *t, struct arena *a, const struct http_ask *ask)
{
	t->easy = curl_easy_init();
	if (!t->easy)
		return ERR(ERR_INTERNAL, "http: no handle");
	enum err e = http_set_up(&t->call, t->easy, ask, a);
	if (e)
		return e;
	curl_easy_setopt(t->easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_2TLS);
	curl_easy_setopt(t->easy, CURLOPT_PRIVATE, t);
	t->left = ask->body;
	if (ask->body.p) {
		curl_easy_setopt(t->easy, CURLOPT_READFUNCTION, give_body);
		curl_easy_setopt(t->easy, CURLOPT_READDATA, t);
	}
	return curl_multi_add_handle(all(), t->easy) == CURLM_OK
		       ? OK
		       : ERR(ERR_INTERNAL, "http: no transfer");
}

enum err http_begin(struct arena *a, const struct http_ask *ask,
		    void (*done)(void *ctx, const struct http_end *end), void *ctx)
{
	(void)all();
	struct transfer *t = calloc(1, sizeof(*t));
	if (!t)
		return ERR(ERR_INTERNAL, "no memory");
	t->done = done;
	t->ctx = ctx;
	t->began = clock_mono_ms();
	enum err e = set_up(t, a, ask);
	if (e) {
		discard(t);
		return e;
	}
	t->at = &under_way;
	t->next = under_way;
	if (t->next)
		t->next->at = &t->next;
	under_way = t;
	return OK;
}

/* Failures before the first byte left: whatever they are, nothing arrived. */
static bool may_have_left(CURL *easy, CURLcode rc)
{
	long sent = 0;
	switch (rc) {
	case CURLE_COULDNT_RESOLVE_HOST:
	case CURLE_COULDNT_CONNECT:
	case CURLE_SSL_CONNECT_ERROR:
	case CURLE_PEER_FAILED_VERIFICATION:
	case CURLE_SSL_CACERT_BADFILE:
	case CURLE_SSL_ISSUER_ERROR:
	case CURLE_UNSUPPORTED_PROTOCOL:
	case CURLE_URL_MALFORMAT:
		return false;
	case CURLE_SEND_FAIL_REWIND:
		return true;
	default:
		(void)curl_easy_getinfo(easy, CURLINFO_REQUEST_SIZE, &sent);
		return sent > 0;
	}
}

static void finished(CURL *easy, CURLcode rc)
{
	char *private = NULL;
	long status = 0;
	(void)curl_easy_getinfo(easy, CURLINFO_PRIVATE, &private);
	struct transfer *t = (struct transfer *)(void *)private;
	struct http_end end = { .curl = (int)rc, .sent = true, .retry_after = -1, .body = "" };
	if (rc == CURLE_OK) {
		(void)curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
		end.status = (int)status;
		end.retry_after = http_retry_after(easy);
		end.body = t->call.body.p ? t->call.body.p : "";
		end.n = t->call.body.n;
	} else {
		end.sent = may_have_left(easy, rc);
		end.fault = http_fault(&t->call, rc);
	}
	end.ms = clock_mono_ms() - t->began;
	struct transfer was = *t;
	(void)curl_multi_remove_handle(multi, easy);
	discard(t);
	was.done(was.ctx, &end);
}

void http_wait(int ms, int wake)
{
	struct curl_waitfd other = { .fd = wake, .events = CURL_WAIT_POLLIN };
	CURLMsg *m;
	int running, left;
	(void)curl_multi_perform(all(), &running);
	(void)curl_multi_poll(multi, &other, wake >= 0, ms, NULL);
	(void)curl_multi_perform(multi, &running);
	while ((m = curl_multi_info_read(multi, &left)) != NULL)
		if (m->msg == CURLMSG_DONE)
			finished(m->easy_handle, m->data.result);
}

void http_close(void)
{
	while (under_way) {
		(void)curl_multi_remove_handle(multi, under_way->easy);
		discard(under_way);
	}
	(void)curl_multi_cleanup(multi);
	multi = NULL;
	curl_global_cleanup();
}
