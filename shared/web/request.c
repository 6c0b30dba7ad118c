/* request.c - paths, queries, cookies and urlencoded bodies within limits; multipart.c has uploads.
 * */
#include "request.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "app.h"
#include "multipart.h"

static const struct field *fields_find(const struct fields *f, const char *name)
{
	for (size_t i = 0; i < f->n; i++)
		if (strcmp(f->v[i].name, name) == 0)
			return &f->v[i];
	return NULL;
}

const char *query(const struct rq *q, const char *name)
{
	const struct field *f = fields_find(&q->query, name);
	return f ? f->value : NULL;
}

int64_t query_int(const struct rq *q, const char *name, int64_t fallback, int64_t min, int64_t max)
{
	const char *s = query(q, name);
	size_t sign = s && *s == '-';
	if (!s || !s[sign] || strlen(s) > 18 || strspn(s + sign, "0123456789") != strlen(s + sign))
		return fallback;
	int64_t i = strtoll(s, NULL, 10);
	return i < min || i > max ? fallback : i;
}

const struct field *body_field(const struct rq *q, const char *name)
{
	return fields_find(&q->body, name);
}

const char *cookie(const struct rq *q, const char *name)
{
	size_t n = strlen(name);
	const char *s = q->cookies ? q->cookies : "";
	while (*s) {
		s += strspn(s, " \t;");
		size_t len = strcspn(s, ";");
		if (len > n && strncmp(s, name, n) == 0 && s[n] == '=') {
			while (len > n + 1 && (s[len - 1] == ' ' || s[len - 1] == '\t'))
				len--;
			return arena_dup(q->arena, s + n + 1, len - n - 1);
		}
		s += len;
	}
	return NULL;
}

bool url_decode(struct arena *a, const char *s, size_t n, bool plus, const char **out,
		size_t *out_n)
{
	char pair[3] = "", *to = arena_alloc(a, n + 1);
	size_t len = 0;
	for (size_t i = 0; i < n; i++) {
		char c = s[i];
		if (c == '%') {
			uint8_t byte;
			if (n - i < 3)
				return false;
			memcpy(pair, s + i + 1, 2);
			if (!hex_decode(pair, &byte, 1))
				return false;
			c = (char)byte;
			i += 2;
		} else if (c == '+' && plus) {
			c = ' ';
		}
		to[len++] = c;
	}
	if (!utf8_valid(to, len))
		return false;
	*out = to;
	*out_n = len;
	return true;
}

/* One "name=value"; no '=' means an empty value. */
static enum err one_field(struct arena *a, const char *s, size_t n, struct field *f)
{
	const char *eq = memchr(s, '=', n);
	size_t name_n = eq ? (size_t)(eq - s) : n, len;
	if (!url_decode(a, s, name_n, true, &f->name, &len) || len == 0 || len > NAME_BYTES)
		return ERR(ERR_BAD_REQUEST, "name of a field");
	f->value = "";
	f->n = 0;
	if (eq && !url_decode(a, eq + 1, n - name_n - 1, true, &f->value, &f->n))
		return ERR(ERR_BAD_REQUEST, "value of a field");
	return OK;
}

static enum err urlencoded(struct arena *a, const char *s, size_t n, struct fields *out)
{
	size_t count = n ? 1 : 0;
	for (size_t i = 0; i < n; i++)
		count += s[i] == '&';
	if (count > FIELDS_MAX)
		return ERR(ERR_BAD_REQUEST, "%zu fields", count);
	struct fields f = { arena_array(a, count, sizeof(struct field)), 0 };
	while (n) {
		const char *amp = memchr(s, '&', n);
		size_t len = amp ? (size_t)(amp - s) : n;
		enum err e = len ? one_field(a, s, len, &f.v[f.n++]) : OK;
		if (e)
			return e;
		s += amp ? len + 1 : len;
		n -= amp ? len + 1 : len;
	}
	*out = f;
	return OK;
}

enum err request_query(struct rq *q, const char *raw)
{
	return urlencoded(q->arena, raw ? raw : "", raw ? strlen(raw) : 0, &q->query);
}

/* "type/subtype" of a Content-Type value, whatever its case and parameters. */
static bool media_type(const char *value, const char *type)
{
	size_t n = strcspn(value, "; \t");
	return n == strlen(type) && strncasecmp(value, type, n) == 0;
}

static enum err json_field(struct arena *a, const char *body, size_t n, struct fields *out)
{
	if (!utf8_valid(body, n))
		return ERR(ERR_BAD_REQUEST, "JSON");
	out->v = arena_array(a, 1, sizeof(struct field));
	out->v[0] = (struct field){ .name = "json", .value = arena_dup(a, body, n), .n = n };
	out->n = 1;
	return OK;
}

enum err request_body(struct rq *q, const char *type, const char *body, size_t n)
{
	if (!body || !n)
		return OK;
	if (!type)
		type = "";
	if (media_type(type, "multipart/form-data"))
		return multipart_parse(q->arena, type, body, n, &q->body);
	if (q->route && q->route->flags & JSON_BODY && media_type(type, "application/json"))
		return json_field(q->arena, body, n, &q->body);
	const char *charset = header_param(q->arena, type, "charset");
	if (!media_type(type, "application/x-www-form-urlencoded") ||
	    (charset && strcasecmp(charset, "utf-8") != 0))
		return ERR(ERR_BAD_REQUEST, "type of the body");
	return urlencoded(q->arena, body, n, &q->body);
}

/* No segment of a path may be "." or "..", encoded or not. */
static bool plain_segments(const char *path)
{
	while (*path) {
		size_t n = strcspn(++path, "/");
		if ((n == 1 && path[0] == '.') || (n == 2 && path[0] == '.' && path[1] == '.'))
			return false;
		path += n;
	}
	return true;
}

enum err request_path(struct rq *q, const char *raw)
{
	const char *path;
	size_t n, raw_n = strcspn(raw, "?");
	if (!url_decode(q->arena, raw, raw_n, false, &path, &n) || path[0] != '/')
		return ERR(ERR_BAD_REQUEST, "path");
	for (size_t i = 0; i + 2 < raw_n; i++)
		if (raw[i] == '%' && raw[i + 1] == '2' && (raw[i + 2] | 32) == 'f')
			return ERR_NOT_FOUND; /* would move the borders of segments */
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)path[i] < 32 || path[i] == 127 || path[i] == '\\')
			return ERR_NOT_FOUND;
	if (!plain_segments(path))
		return ERR_NOT_FOUND;
	q->path = path;
	return OK;
}
