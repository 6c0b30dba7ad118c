/* badge.c - the code of an electronic card: made and read. */
#include "badge.h"

#include <stdlib.h>
#include <string.h>

#include "secret.h"
#include "str.h"

enum { MAC_BYTES = 12, NO_MAX = 24 };

static const char *badge_mac(struct arena *a, const char *no, int64_t step)
{
	const char *said = arena_fmt(a, "%s|%lld", no, (long long)step);
	struct bytes m = secret_mac(a, "volunteer.card",
				    (struct bytes){ (const uint8_t *)said, strlen(said) });
	m.n = MAC_BYTES;
	return hex_encode(a, m);
}

const char *badge_code(struct arena *a, const char *no, int64_t now)
{
	int64_t step = now / BADGE_STEP;
	return arena_fmt(a, "%s-%llx-%s", no, (long long)step, badge_mac(a, no, step));
}

const char *badge_whose(struct arena *a, const char *code, int64_t now)
{
	const char *dash = code ? strchr(code, '-') : NULL;
	char *end;
	if (!dash || dash == code || dash - code > NO_MAX)
		return NULL;
	const char *no = arena_dup(a, code, (size_t)(dash - code));
	long long step = strtoll(dash + 1, &end, 16);
	/* Whatever was typed is a number before it is counted with. */
	int64_t steps = now / BADGE_STEP;
	if (*end != '-' || step <= 0 || step > steps || steps - step >= BADGE_STEPS)
		return NULL;
	const char *mac = badge_mac(a, no, step);
	bool good = strlen(end + 1) == strlen(mac) && secret_equal(end + 1, mac, strlen(mac));
	return good ? no : NULL;
}
