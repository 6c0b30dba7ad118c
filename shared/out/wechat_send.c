/* wechat_send.c - tokens and messages of the service account. */
#include "wechat_send.h"

#include <inttypes.h>
#include <string.h>

#include "config.h"
#include "http.h"
#include "json.h"
#include "log.h"
#include "str.h"
#include "wechat_inside.h"

enum { CALL_SECONDS = 5, TOKEN_MAX = 512, TOKEN_SECONDS = 7200 };

/* field: where the answer holds it. */
static enum err token_parse(struct arena *a, const struct http_answer *r, const char *field,
			    const char **token, int64_t *seconds, enum wx_act *act)
{
	const struct json *j;
	int64_t errcode = 0, left = TOKEN_SECONDS;
	if (r->status != 200)
		return ERR(ERR_REMOTE, "wechat: status %d", r->status);
	if (json_parse(a, r->body, r->n, &j) || !json_is_object(j))
		return ERR(ERR_REMOTE, "wechat: no JSON object in the answer");
	(void)json_number(json_get(j, "errcode"), &errcode);
	if (errcode) {
		*act = wx_refused(j, errcode);
		return OK;
	}
	const char *text = json_text(json_get(j, field));
	if (!text || !*text || strlen(text) > TOKEN_MAX)
		return ERR(ERR_REMOTE, "wechat: neither errcode nor token in the answer");
	(void)json_number(json_get(j, "expires_in"), &left);
	*token = text;
	*seconds = left > 0 && left <= TOKEN_SECONDS ? left : TOKEN_SECONDS;
	*act = WX_OK;
	return OK;
}

enum err wx_stable_token(struct arena *a, bool force, const char **token, int64_t *seconds,
			 enum wx_act *act)
{
	const char *secret;
	enum err e = wx_secret(a, &secret);
	if (e)
		return e;
	struct json_w w = { .buf = { .arena = a } };
	json_open(&w, '{');
	json_key(&w, "grant_type");
	json_str(&w, "client_credential");
	json_key(&w, "appid");
	json_str(&w, cfg.wx_appid);
	json_key(&w, "secret");
	json_str(&w, secret);
	json_key(&w, "force_refresh");
	json_bool(&w, force);
	json_close(&w, '}');
	struct http_ask ask = { .url = arena_fmt(a, "%s/cgi-bin/stable_token", cfg.wx_api_base),
				.body = { (const uint8_t *)w.buf.p, w.buf.n },
				.timeout = CALL_SECONDS };
	struct http_answer r;
	e = http_call(a, &ask, &r);
	return e ? e : token_parse(a, &r, "access_token", token, seconds, act);
}

enum err wx_ticket(struct arena *a, const char *token, const char **ticket, int64_t *seconds,
		   enum wx_act *act)
{
	struct http_ask ask = { .url = arena_fmt(a,
						 "%s/cgi-bin/ticket/getticket?access_token=%s"
						 "&type=jsapi",
						 cfg.wx_api_base, http_escape(a, token)),
				.timeout = CALL_SECONDS };
	struct http_answer r;
	enum err e = http_call(a, &ask, &r);
	return e ? e : token_parse(a, &r, "ticket", ticket, seconds, act);
}

const char *wx_send_url(struct arena *a, const char *kind, const char *token)
{
	return arena_fmt(a, "%s/cgi-bin/message/%s?access_token=%s", cfg.wx_api_base,
			 str_eq(kind, "subscribe") ? "subscribe/bizsend" : "template/send",
			 http_escape(a, token));
}

enum err wx_answer_parse(struct arena *a, const char *body, size_t n, enum wx_act *act,
			 int64_t *errcode, const char **msgid)
{
	const struct json *j;
	int64_t code = 0, id = 0;
	if (json_parse(a, body, n, &j) || !json_is_object(j) ||
	    !json_number(json_get(j, "errcode"), &code))
		return ERR(ERR_REMOTE, "wechat: no errcode in the answer");
	*errcode = code;
	*act = code ? wx_refused(j, code) : WX_OK;
	*msgid = json_number(json_get(j, "msgid"), &id) ? arena_fmt(a, "%" PRId64, id) : "";
	return OK;
}
