/* device.c - a device is known again by its cookie. */
#include "device.h"

#include "reply.h"
#include "secret.h"

enum { DEVICE_BYTES = 16, YEAR = 31536000 };

struct bytes device_of(struct rq *q)
{
	uint8_t raw[DEVICE_BYTES];
	const char *seen = cookie(q, "device");
	if (!seen || !hex_decode(seen, raw, sizeof(raw))) {
		secret_random(raw, sizeof(raw));
		seen = hex_encode(q->arena, BYTES(raw));
		reply_cookie(q, "device", seen, YEAR);
	}
	struct bytes mac = secret_mac(q->arena, "activity.device", BYTES(raw));
	mac.p = (const uint8_t *)arena_dup(q->arena, (const char *)mac.p, mac.n);
	return mac;
}
