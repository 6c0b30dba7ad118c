/*
 * wechat_js.h - the signature by which WeChat's client lets a page use the JS-SDK. Pure; the ticket
 * comes from wechat_token.h.
 */
#ifndef ZYZ_WECHAT_JS_H
#define ZYZ_WECHAT_JS_H

#include "arena.h"

/* Lower-case hex. url is the page's address as the browser has it, byte for byte; what stands
 * behind a '#' is left out. */
const char *wx_js_signature(struct arena *a, const char *ticket, const char *nonce,
			    const char *timestamp, const char *url);

#endif
