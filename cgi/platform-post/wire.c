/* wire.c - transfers side by side on one curl multi handle; connections are kept, HTTP/2 is used
 * where offered. */
#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "config.h"
#include "http.h"
#include "log.h"
#include "post.h"

#define ANSWER_MAX ((size_t)1024 * 1024)
#define CONNECT_SECONDS 5

struct transfer {
	CURL *easy;
	struct job *job;
	struct curl_slist *headers;
	struct buf body;
	struct bytes left;               /* of the request's body, not yet sent */
	int64_t began;
	bool too_long;
};

static CURLM *multi;

void wire_open(void)
{
	if (curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK)
		multi = curl_multi_init();
	if (!multi) {
		log_error("libcurl does not start");
		exit(1);
	}
	(void)curl_multi_setopt(multi, CURLMOPT_PIPELINING, (long)CURLPIPE_MULTIPLEX);
}

void wire_close(void)
{
	(void)curl_multi_cleanup(multi);
	curl_global_cleanup();
}

static size_t take_body(char *p, size_t size, size_t n, void *to)
{
	struct transfer *t = to;
	n *= size;
	if (t->body.n + n > ANSWER_MAX) {
		t->too_long = true;
		return 0;
	}
	buf_add(&t->body, p, n);
	return n;
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

static bool add_header(struct transfer *t, const char *line)
{
	struct curl_slist *longer = curl_slist_append(t->headers, line);
	if (longer)
		t->headers = longer;
	return longer != NULL;
}

/* The same rules as http.c: verified TLS, no redirect, no proxy of the environment, limits on
 * time and size. */
static void rules(CURL *easy)
{
	long timeout = (long)cfg.http_timeout;
	curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
	curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
	curl_easy_setopt(easy, CURLOPT_PROXY, "");
	curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT,
			 timeout < CONNECT_SECONDS ? timeout : CONNECT_SECONDS);
	curl_easy_setopt(easy, CURLOPT_TIMEOUT, timeout);
	curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
	curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
	curl_easy_setopt(easy, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
	curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_2TLS);
	if (*str_or(cfg.ca_file, ""))
		curl_easy_setopt(easy, CURLOPT_CAINFO, cfg.ca_file);
	curl_easy_setopt(easy, CURLOPT_USERAGENT, "zyz/1");
}

static void discard(struct transfer *t)
{
	if (t->easy)
		curl_easy_cleanup(t->easy);
	curl_slist_free_all(t->headers);
	free(t);
}

static bool set_up(struct transfer *t, const struct platform_call *call)
{
	bool good = add_header(t, "Expect:");
	for (const char *const *h = call->headers; *h; h++)
		good = good && add_header(t, *h);
	rules(t->easy);
	curl_easy_setopt(t->easy, CURLOPT_URL, call->url);
	curl_easy_setopt(t->easy, CURLOPT_HTTPHEADER, t->headers);
	curl_easy_setopt(t->easy, CURLOPT_WRITEFUNCTION, take_body);
	curl_easy_setopt(t->easy, CURLOPT_WRITEDATA, t);
	curl_easy_setopt(t->easy, CURLOPT_PRIVATE, t);
	if (call->body.p) {
		t->left = call->body;
		curl_easy_setopt(t->easy, CURLOPT_POST, 1L);
		curl_easy_setopt(t->easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)call->body.n);
		curl_easy_setopt(t->easy, CURLOPT_READFUNCTION, give_body);
		curl_easy_setopt(t->easy, CURLOPT_READDATA, t);
	}
	return good;
}

enum err wire_send(struct job *j, struct arena *a, const struct platform_call *call)
{
	if (db_in_tx())
		return ERR(ERR_INTERNAL, "wire: called inside a database transaction");
	if (!http_url_allowed(call->url))
		return ERR(ERR_INTERNAL, "wire: neither https nor loopback");
	struct transfer *t = calloc(1, sizeof(*t));
	if (!t)
		return ERR(ERR_INTERNAL, "no memory");
	t->job = j;
	t->body.arena = a;
	t->began = clock_mono_ms();
	t->easy = curl_easy_init();
	if (!t->easy || !set_up(t, call) || curl_multi_add_handle(multi, t->easy) != CURLM_OK) {
		discard(t);
		return ERR(ERR_INTERNAL, "wire: no transfer");
	}
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

static int retry_after(CURL *easy)
{
	struct curl_header *there;
	curl_off_t seconds = 0;
	if (curl_easy_header(easy, "Retry-After", 0, CURLH_HEADER, -1, &there) != CURLHE_OK ||
	    curl_easy_getinfo(easy, CURLINFO_RETRY_AFTER, &seconds))
		return -1;
	return seconds < 0 ? 0 : seconds > 86400 ? 86400 : (int)seconds;
}

static void finished(CURL *easy, CURLcode rc)
{
	char *private = NULL;
	long status = 0;
	(void)curl_easy_getinfo(easy, CURLINFO_PRIVATE, &private);
	struct transfer *t = (struct transfer *)(void *)private;
	struct exchange x = { .curl = rc, .retry_after = -1, .sent = true, .body = "" };
	if (rc == CURLE_OK) {
		(void)curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
		x.status = (int)status;
		x.retry_after = retry_after(easy);
		x.body = t->body.p ? t->body.p : "";
		x.n = t->body.n;
	} else {
		x.sent = may_have_left(easy, rc);
	}
	x.ms = clock_mono_ms() - t->began;
	struct job *j = t->job;
	(void)curl_multi_remove_handle(multi, easy);
	discard(t);
	job_answered(j, &x);
}

void wire_wait(int ms)
{
	CURLMsg *m;
	int running, left;
	(void)curl_multi_perform(multi, &running);
	(void)curl_multi_poll(multi, NULL, 0, ms, NULL);
	(void)curl_multi_perform(multi, &running);
	while ((m = curl_multi_info_read(multi, &left)) != NULL)
		if (m->msg == CURLMSG_DONE)
			finished(m->easy_handle, m->data.result);
}
