/* platform_call.c - requests of a mapping: address, headers, body, signature. */
#include <string.h>

#include "clock.h"
#include "http.h"
#include "platform_inside.h"
#include "secret.h"

enum { VARS = 20, NONCE_BYTES = 16 };

/* One request on its way: {names} are added as they become known. */
struct making {
	const struct platform *p;
	struct arena *a;
	const struct platform_site *site;
	struct map_var vars[VARS];
	size_t n;
	const char *items; /* the array as JSON; NULL: a GET */
};

static void know(struct making *m, const char *name, const char *value)
{
	if (m->n + 1 < VARS)
		m->vars[m->n++] = (struct map_var){ name, value };
}

static const char *fill(const struct making *m, const char *text)
{
	return map_fill(m->a, text, m->vars);
}

static void begin(struct making *m, const struct map_kind *kind, int64_t now)
{
	uint8_t nonce[NONCE_BYTES];
	struct buf digits = { .arena = m->a };
	secret_random(nonce, sizeof(nonce));
	for (const char *t = clock_time(m->a, now); *t; t++)
		if (*t >= '0' && *t <= '9')
			buf_char(&digits, *t);
	know(m, "app_id", m->site->app_id);
	know(m, "secret", arena_dup(m->a, (const char *)m->site->secret.p, m->site->secret.n));
	know(m, "time", arena_fmt(m->a, "%lld", (long long)now));
	know(m, "time14", digits.p);
	know(m, "nonce", hex_encode(m->a, BYTES(nonce)));
	know(m, "interface", kind->interface);
}

/* The address; its path and query become {path} and {query}. */
static const char *address(struct making *m, const char *path)
{
	const char *filled = fill(m, path), *mark = strchr(filled, '?');
	know(m, "path", mark ? arena_dup(m->a, filled, (size_t)(mark - filled)) : filled);
	know(m, "query", mark ? mark + 1 : "");
	return arena_fmt(m->a, "%s%s", m->site->base, filled);
}

static const char *body(const struct making *m)
{
	struct json_w w = { .buf = { .arena = m->a } };
	json_open(&w, '{');
	for (size_t i = 0; i < m->p->bodies; i++) {
		const struct map_part *part = &m->p->body[i];
		json_key(&w, part->name);
		if (part->items) {
			buf_str(&w.buf, m->items);
			w.comma = true;
		} else {
			json_str(&w, fill(m, part->value));
		}
	}
	json_close(&w, '}');
	return w.buf.p;
}

static void sign(struct making *m)
{
	if (m->p->sign == MS_NONE)
		return;
	if (m->site->shown) {
		know(m, "sign", "***");
		return;
	}
	const char *text = fill(m, m->p->sign_text);
	struct bytes b = { (const uint8_t *)text, strlen(text) };
	know(m, "sign",
	     hex_encode(m->a, m->p->sign == MS_HMAC ? secret_hmac(m->a, m->site->secret, b)
						    : secret_sha256(m->a, b)));
}

static void know_body_hash(struct making *m, const char *text)
{
	struct bytes b = { (const uint8_t *)text, strlen(text) };
	know(m, "body_sha256", hex_encode(m->a, secret_sha256(m->a, b)));
}

/* A signature stands either in the body or over it: the check at start saw to that. */
static bool signs_body(const struct platform *p)
{
	return p->sign_text && strstr(p->sign_text, "{body_sha256}");
}

static enum err finish(struct making *m, const char *url, struct platform_call *call)
{
	const char **headers = arena_array(m->a, m->p->headers + 2, sizeof(*headers));
	const char *text = "";
	size_t n = 0;
	if (m->items && signs_body(m->p))
		text = body(m);
	know_body_hash(m, text);
	sign(m);
	if (m->items && !signs_body(m->p))
		text = body(m);
	for (size_t i = 0; i < m->p->headers; i++) {
		const char *value = fill(m, m->p->header[i].value);
		if (strpbrk(value, "\r\n"))
			return ERR(ERR_INTERNAL, "line break in header %s", m->p->header[i].name);
		headers[n++] = arena_fmt(m->a, "%s: %s", m->p->header[i].name, value);
	}
	if (m->items)
		headers[n] = "Content-Type: application/json";
	*call = (struct platform_call){ .url = url, .headers = headers };
	if (m->items)
		call->body = (struct bytes){ (const uint8_t *)text, strlen(text) };
	return OK;
}

enum err platform_post(const struct platform *p, struct arena *a, const struct platform_site *site,
		       enum outbox_kind k, struct platform_item *items, size_t n, int64_t now,
		       struct platform_call *call)
{
	struct making m = { .p = p, .a = a, .site = site };
	struct buf array = { .arena = a };
	size_t taken = 0;
	if (!p->kind[k].used || p->file)
		return ERR(ERR_INTERNAL, "%s takes no %s", p->profile, outbox_kind_word(k));
	buf_char(&array, '[');
	for (size_t i = 0; i < n; i++) {
		const char *json;
		/* what was refused before is not sent, whatever can be made of it */
		if (items[i].class == PC_REFUSED || !map_item(p, a, k, &items[i], &json))
			continue;
		if (taken++)
			buf_char(&array, ',');
		buf_str(&array, json);
	}
	buf_char(&array, ']');
	m.items = array.p;
	begin(&m, &p->kind[k], now);
	know(&m, "method", "POST");
	know(&m, "items", m.items);
	const char *url = address(&m, p->kind[k].path);
	enum err e = finish(&m, url, call);
	if (!e)
		call->items = taken;
	return e;
}

enum err platform_ask(const struct platform *p, struct arena *a, const struct platform_site *site,
		      enum outbox_kind k, const char *key, int64_t now, struct platform_call *call)
{
	struct making m = { .p = p, .a = a, .site = site };
	if (!p->kind[k].ask)
		return ERR(ERR_INTERNAL,
			   "%s cannot be asked for a "
			   "%s",
			   p->profile, outbox_kind_word(k));
	begin(&m, &p->kind[k], now);
	know(&m, "method", "GET");
	know(&m, "key", http_escape(a, key));
	return finish(&m, address(&m, p->kind[k].ask), call);
}

enum err platform_list(const struct platform *p, struct arena *a, const struct platform_site *site,
		       enum outbox_kind k, const char *station, const char *from, const char *to,
		       const char *after, int64_t now, struct platform_call *call)
{
	struct making m = { .p = p, .a = a, .site = site };
	if (!p->kind[k].list)
		return ERR(ERR_INTERNAL, "%s lists no %s", p->profile, outbox_kind_word(k));
	begin(&m, &p->kind[k], now);
	know(&m, "method", "GET");
	know(&m, "station", http_escape(a, station));
	know(&m, "from", from);
	know(&m, "to", to);
	know(&m, "after", http_escape(a, after));
	return finish(&m, address(&m, p->kind[k].list), call);
}
