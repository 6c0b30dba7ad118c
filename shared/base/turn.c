/* turn.c - codes that turn, made. */
#include "turn.h"

#include <string.h>

#include "secret.h"

enum { MAC_BYTES = 10 };

static struct bytes turn_mac(struct arena *a, struct bytes key, const struct turn_of *t)
{
	const char *said = arena_fmt(a, "zyz check-in 1|%s|%s|%s|%lld", t->use, t->no, t->direction,
				     (long long)t->step);
	struct bytes m = secret_hmac(a, key, (struct bytes){ (const uint8_t *)said, strlen(said) });
	return (struct bytes){ m.p, MAC_BYTES };
}

const char *turn_hex(struct arena *a, struct bytes key, const struct turn_of *t)
{
	return hex_encode(a, turn_mac(a, key, t));
}

const char *turn_six(struct arena *a, struct bytes key, const struct turn_of *t)
{
	struct bytes m = turn_mac(a, key, t);
	uint64_t n = 0;
	for (size_t i = 0; i < 8; i++)
		n = n << 8 | m.p[i];
	return arena_fmt(a, "%06u", (unsigned)(n % 1000000));
}
