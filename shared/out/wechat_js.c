/* wechat_js.c - keys in their order, values as they are. */
#include "wechat_js.h"

#include <string.h>

#include "secret.h"
#include "str.h"

const char *wx_js_signature(struct arena *a, const char *ticket, const char *nonce,
			    const char *timestamp, const char *url)
{
	return secret_sha1_hex(a, arena_fmt(a, "jsapi_ticket=%s&noncestr=%s&timestamp=%s&url=%.*s",
					    ticket, nonce, timestamp, (int)strcspn(url, "#"), url));
}
