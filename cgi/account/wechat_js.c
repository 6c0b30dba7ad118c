/* wechat_js.c - what a page needs to use WeChat's JS-SDK, and the file by which WeChat sees whose
 * the domain is. */
#include <string.h>

#include "account.h"
#include "config.h"
#include "json.h"
#include "secret.h"
#include "wechat_js.h"
#include "wechat_token.h"

/* The page that asks: one of ours, as its browser names it. */
static const char *asking_page(const struct rq *q)
{
	size_t n = strlen(cfg.base_url);
	return strncmp(q->referer, cfg.base_url, n) == 0 && q->referer[n] == '/' ? q->referer
										 : NULL;
}

/* For wx.config. Written for a script: no page. */
enum err wechat_js(struct rq *q)
{
	const char *page = asking_page(q), *ticket, *nonce,
		   *at = arena_fmt(q->arena, "%lld", (long long)q->now);
	uint8_t r[8];
	enum wx_act act;
	if (!wx_ready() || !page)
		return ERR(ERR_NOT_FOUND, "no page of ours, or no service account");
	enum err e = wechat_ticket(q->arena, q->now, &ticket, &act);
	if (e || act != WX_OK)
		return e ? e : ERR(ERR_NOT_FOUND, "no ticket: %d", act);
	secret_random(r, sizeof(r));
	nonce = hex_encode(q->arena, BYTES(r));
	struct json_w w = { .buf = { .arena = q->arena } };
	json_open(&w, '{');
	json_key(&w, "appId");
	json_str(&w, cfg.wx_appid);
	json_key(&w, "timestamp");
	json_str(&w, at);
	json_key(&w, "nonceStr");
	json_str(&w, nonce);
	json_key(&w, "signature");
	json_str(&w, wx_js_signature(q->arena, ticket, nonce, at, page));
	json_close(&w, '}');
	reply_header(q, "Cache-Control", "private, no-store");
	return reply_body(q, "application/json", w.buf.p, w.buf.n);
}

/* MP_verify_XXXX.txt=CONTENT, several with commas: the content alone, and nothing else. */
enum err wechat_file(struct rq *q)
{
	const char *name = arg(q, 0);
	size_t n = strlen(name);
	for (const char *s = cfg.wx_verify; *s; s += strcspn(s, ","), s += *s == ',')
		if (n && strncmp(s, name, n) == 0 && s[n] == '=')
			return reply_body(q, "text/plain; charset=utf-8", s + n + 1,
					  strcspn(s + n + 1, ","));
	return ERR_NOT_FOUND;
}
