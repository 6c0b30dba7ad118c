/* device.c - a device is known again by its cookie. */
#include "device.h"

#include <string.h>

#include "reply.h"
#include "secret.h"

enum { DEVICE_BYTES = 16, YEAR = 31536000 };

struct bytes device_of(struct rq *q)
{
	uint8_t raw[DEVICE_BYTES];
	const char *seen = q->device ? q->device : cookie(q, "device");
	if (!seen || !hex_decode(seen, raw, sizeof(raw))) {
		secret_random(raw, sizeof(raw));
		seen = hex_encode(q->arena, BYTES(raw));
		reply_cookie(q, "device", seen, YEAR);
		q->device = seen;
	}
	struct bytes mac = secret_mac(q->arena, "activity.device", BYTES(raw));
	mac.p = (const uint8_t *)arena_dup(q->arena, (const char *)mac.p, mac.n);
	return mac;
}

/* Enough to know one's own devices again in a list. */
const char *device_kind(const struct rq *q)
{
	static const char *const kinds[][2] = {
		{ "MicroMessenger", "wechat" }, { "Android", "android" }, { "iPhone", "iphone" },
		{ "iPad", "iphone" },           { "Windows", "windows" }, { "Macintosh", "mac" },
		{ "Linux", "linux" },
	};
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strstr(q->user_agent, kinds[i][0]))
			return kinds[i][1];
	return "other";
}
