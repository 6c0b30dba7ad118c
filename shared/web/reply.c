/* reply.c - the answer: status, headers, cookies, redirects, downloads. */
#include "reply.h"

#include <string.h>

#include "config.h"
#include "undo.h"

void reply_status(struct rq *q, int status)
{
	q->reply->status = status;
}

/* A header is one line whatever stands in its value. */
static void header_line(struct buf *b, const char *s)
{
	for (; *s; s++)
		if ((unsigned char)*s >= 32 && *s != 127)
			buf_char(b, *s);
}

void reply_header(struct rq *q, const char *name, const char *value)
{
	struct buf *b = &q->reply->headers;
	header_line(b, name);
	buf_str(b, ": ");
	header_line(b, value);
	buf_str(b, "\r\n");
	if (strcmp(name, "Cache-Control") == 0)
		q->reply->cache = true;
}

void reply_cookie(struct rq *q, const char *name, const char *value, int64_t max_age)
{
	struct buf b = { .arena = q->arena };
	buf_fmt(&b, "%s=", name);
	for (const char *s = max_age < 0 ? "" : value; *s; s++)
		if (*s > 32 && *s < 127 && !strchr("\",;\\", *s))
			buf_char(&b, *s);
	buf_str(&b, "; Path=/; HttpOnly; SameSite=Lax");
	if (max_age)
		buf_fmt(&b, "; Max-Age=%lld", (long long)(max_age < 0 ? 0 : max_age));
	if (str_starts(cfg.base_url, "https:"))
		buf_str(&b, "; Secure");
	reply_header(q, "Set-Cookie", b.p);
}

void reply_cache(struct rq *q, int seconds)
{
	/* What shows a person's name, or their CSRF token, is nobody else's page. */
	if (q->who.session_id)
		return;
	int64_t age = seconds < cfg.cache_max ? seconds : cfg.cache_max;
	reply_header(q, "Cache-Control",
		     arena_fmt(q->arena, "public, max-age=%lld, stale-while-revalidate=60",
			       (long long)age));
	reply_header(q, "Vary", "Accept, Cookie");
}

enum err reply_body(struct rq *q, const char *type, const char *p, size_t n)
{
	struct buf b = { .arena = q->arena };
	if (!type || (n && !p))
		return ERR(ERR_INTERNAL, "a body without type or bytes");
	buf_add(&b, n ? p : "", n);
	q->reply->type = type;
	q->reply->body = b;
	return OK;
}

void reply_take(struct rq *q, const char *type, struct buf body)
{
	buf_str(&body, "");
	q->reply->type = type;
	q->reply->body = body;
}

/* how: attachment or inline. */
static void named(struct rq *q, const char *how, const char *name, const char *utf8_name)
{
	struct buf h = { .arena = q->arena };
	buf_fmt(&h, "%s; filename=\"", how);
	for (const char *s = name; *s; s++)
		if (*s >= 32 && *s < 127)
			buf_char(&h, strchr("\"\\/", *s) ? '_' : *s);
	buf_char(&h, '"');
	if (utf8_name)
		buf_fmt(&h, "; filename*=UTF-8''%s", url_encode(q->arena, utf8_name));
	reply_header(q, "Content-Disposition", h.p);
}

static enum err named_body(struct rq *q, const char *how, const char *type, const char *name,
			   const char *utf8_name, struct bytes b)
{
	named(q, how, name, utf8_name);
	return reply_body(q, type, (const char *)b.p, b.n);
}

void reply_drop(struct rq *q)
{
	if (q->reply->file)
		(void)fclose(q->reply->file);
	q->reply->file = NULL;
	q->reply->file_n = 0;
}

void reply_stream(struct rq *q, const char *type, const char *name, const char *utf8_name, FILE *f,
		  size_t n)
{
	reply_drop(q);
	named(q, "attachment", name, utf8_name);
	q->reply->type = type;
	q->reply->file = f;
	q->reply->file_n = n;
}

enum err reply_file(struct rq *q, const char *type, const char *name, const char *utf8_name,
		    struct bytes b)
{
	return named_body(q, "attachment", type, name, utf8_name, b);
}

enum err reply_picture(struct rq *q, const char *type, const char *name, const char *utf8_name,
		       struct bytes b)
{
	return named_body(q, "inline", type, name, utf8_name, b);
}

/* An address of ours: an absolute path, never "//host" or "/\host", which browsers take for one. */
static bool own_path(const char *s)
{
	if (s[0] != '/' || s[1] == '/' || s[1] == '\\')
		return false;
	for (; *s; s++)
		if ((unsigned char)*s <= 32 || *s == 127)
			return false;
	return true;
}

static enum err reply_redirect(struct rq *q, const char *url)
{
	reply_status(q, 303);
	reply_header(q, "Location", url);
	return reply_body(q, "text/plain; charset=utf-8", "", 0);
}

enum err see(struct rq *q, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	const char *path = arena_vfmt(q->arena, fmt, ap);
	va_end(ap);
	if (!own_path(path))
		return ERR(ERR_BAD_REQUEST, "redirect to a foreign place");
	/* The page that says what was done offers to take it back. */
	const char *undo = !q->json && strstr(path, "done=") ? undo_ref(&q->actor) : NULL;
	return reply_redirect(q, undo ? arena_fmt(q->arena, "%s&undo=%s", path, undo) : path);
}

enum err see_away(struct rq *q, const char *url)
{
	if (!str_starts(url, "https://") && !str_starts(url, "http://"))
		return ERR(ERR_INTERNAL, "redirect without scheme");
	return reply_redirect(q, url);
}

const char *url_encode(struct arena *a, const char *s)
{
	static const char digits[] = "0123456789ABCDEF";
	struct buf b = { .arena = a };
	buf_str(&b, "");
	for (; *s; s++) {
		unsigned char c = (unsigned char)*s;
		bool plain = (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') ||
			     c == '-' || c == '.' || c == '_' || c == '~';
		if (plain) {
			buf_char(&b, *s);
		} else {
			buf_char(&b, '%');
			buf_char(&b, digits[c >> 4]);
			buf_char(&b, digits[c & 15]);
		}
	}
	return b.p;
}
