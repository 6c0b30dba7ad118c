/*
 * wechat_token.h - the access_token and the jsapi_ticket of the service account, one of each for
 * all programs: fetched once by whoever needs it first, kept in table wechat_token, leased while
 * somebody fetches the next.
 *
 *	const char *token;
 *	enum wx_act act;
 *	enum err e = wechat_token(a, now, NULL, &token, &act);       // the one that is kept
 *	if (!e && act == WX_OK) ... a call that answers WX_TOKEN ...
 *	e = wechat_token(a, now, token, &token, &act);               // not that one: another
 *
 * Not within a transaction. A program that calls it needs rights on wechat_token (sql/owners.txt).
 */
#ifndef ZYZ_WECHAT_TOKEN_H
#define ZYZ_WECHAT_TOKEN_H

#include "db.h"
#include "wechat.h"

/* bad: a token that WeChat did not take (40001, 40014, 42001), or NULL. With OK, *act says whether
 * *token was filled (WX_OK) or what WeChat refused; WX_AGAIN also when somebody else fetches it
 * and has not done so yet. ERR_REMOTE: no answer. */
enum err wechat_token(struct arena *a, int64_t now, const char *bad, const char **token,
		      enum wx_act *act) MUST_USE;
/* What pages are signed with for the JS-SDK. */
enum err wechat_ticket(struct arena *a, int64_t now, const char **ticket,
		       enum wx_act *act) MUST_USE;

#endif
