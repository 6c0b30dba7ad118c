/*
 * wechat_send.h - the server side of WeChat, typed: the token of the account, template messages and
 * subscription messages. Addresses and answers; the calls are http.h's, the codes wechat.h's.
 *
 *	struct http_ask ask = { .url = wx_send_url(a, "template", token), .body = body };
 *	e = wx_answer_parse(a, end->body, end->n, &act, &msgid);
 */
#ifndef ZYZ_WECHAT_SEND_H
#define ZYZ_WECHAT_SEND_H

#include "arena.h"
#include "wechat.h"

/* force: another one than is held now; at most 20 a day. With OK, *act says whether *token and
 * *seconds were filled. */
enum err wx_stable_token(struct arena *a, bool force, const char **token, int64_t *seconds,
			 enum wx_act *act) MUST_USE;
/* The jsapi_ticket; at most one in 7200 s is worth asking for. WX_TOKEN: the token is not taken. */
enum err wx_ticket(struct arena *a, const char *token, const char **ticket, int64_t *seconds,
		   enum wx_act *act) MUST_USE;
/* kind: "template" or "subscribe". */
const char *wx_send_url(struct arena *a, const char *kind, const char *token);
/* An answer of cgi-bin: what its errcode asks of us; *msgid "" when it has none. ERR_REMOTE: it is
 * none that we can read. */
enum err wx_answer_parse(struct arena *a, const char *body, size_t n, enum wx_act *act,
			 int64_t *errcode, const char **msgid) MUST_USE;

#endif
