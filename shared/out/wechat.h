/*
 * wechat.h - WeChat's documented interface, typed, over http.h. Owns the addresses, the parsing of
 * answers and the table of error codes. Never touches the database, and never asks for more than
 * snsapi_base: no profile, no consent page. cfg.wx_open_base and cfg.wx_api_base name Tencent in
 * production and a simulator in tests.
 *
 *	struct wx_user u;
 *	enum wx_act act;
 *	enum err e = wx_user_by_code(q->arena, code, &u, &act);
 *	if (!e && act == WX_OK)
 *		... u.openid ...
 *
 * WeChat says everything with status 200 and often as text/plain; only the body tells success from
 * failure.
 */
#ifndef ZYZ_WECHAT_H
#define ZYZ_WECHAT_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"

/* What an errcode asks of us. */
enum wx_act {
	WX_OK,
	WX_AGAIN,  /* their trouble of a moment: once more, then a friendly page */
	WX_LOGIN,  /* the user's code or token is spent: begin the sign-in anew */
	WX_TOKEN,  /* our server token is not good any more: get another, once */
	WX_PERSON, /* this person cannot be reached this way */
	WX_LATER,  /* a quota is used up */
	WX_LETTER, /* the message or its template is wrong */
	WX_ALARM   /* our settings, or our mistake: nobody gets through */
};

struct wx_user {
	const char *openid;
	const char *unionid; /* NULL when WeChat does not tell */
	bool snapshot; /* a virtual user of a snapshot page 快照页: never a session for it */
};

bool wx_ready(void);                 /* appid and secret are set */
enum wx_act wx_act(int64_t errcode); /* an unknown code is WX_ALARM */

/* Where the browser goes. back is an absolute address on the registered host, state
 * [0-9A-Za-z]{1,128}. WeChat returns to back?code=&state=, or back?state= when the person
 * refused. */
const char *wx_authorize_url(struct arena *a, const char *back, const char *state);

/* The person behind a code (single use, 300 s). With OK, *act says whether *user was filled (WX_OK)
 * or why not. ERR_REMOTE: no answer, or none we can read. */
enum err wx_user_by_code(struct arena *a, const char *code, struct wx_user *user,
			 enum wx_act *act) MUST_USE;
/* The body of the answer to that call, n bytes of a NUL-terminated text. */
enum err wx_user_parse(struct arena *a, const char *body, size_t n, struct wx_user *user,
		       enum wx_act *act) MUST_USE;

/* The browser inside WeChat (企业微信 is another). For hints and buttons only, never for rights. */
bool wx_browser(const char *user_agent);
/* Its pages are not Tencent's: a demo or a test, where any browser may sign in. */
bool wx_simulated(void);

#endif
