/* bytes.c - hashes, hex, length-prefixed parts, growing arrays, and the leaf of an event. */
#include <errno.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "verify.h"

void hash2(const uint8_t *a, const uint8_t *b, uint8_t out[HASH])
{
	uint8_t both[2 * HASH];
	memcpy(both, a, HASH);
	memcpy(both + HASH, b, HASH);
	sha256(both, sizeof(both), out);
}

void hex_out(struct part p, char *out)
{
	(void)sodium_bin2hex(out, 2 * p.n + 1, p.p, p.n);
}

bool hex_in(const char *s, uint8_t *out, size_t n)
{
	size_t got;
	return strlen(s) == 2 * n && sodium_hex2bin(out, n, s, 2 * n, NULL, &got, NULL) == 0 &&
	       got == n;
}

bool number_in(const char *s, int64_t *out)
{
	char *end;
	errno = 0;
	long long n = strtoll(s, &end, 10);
	*out = n;
	return !errno && end != s && !*end;
}

bool parts_read(struct part fields, struct part *out, size_t count)
{
	const uint8_t *p = fields.p;
	size_t left = fields.n;
	for (size_t i = 0; i < count; i++) {
		if (left < 4)
			return false;
		size_t n = (size_t)p[0] << 24 | (size_t)p[1] << 16 | (size_t)p[2] << 8 | p[3];
		if (n > left - 4)
			return false;
		out[i] = (struct part){ p + 4, n };
		p += 4 + n;
		left -= 4 + n;
	}
	return left == 0;
}

bool part_is(struct part p, const char *text)
{
	return p.n == strlen(text) && memcmp(p.p, text, p.n) == 0;
}

void *grown(void *array, size_t n, size_t size)
{
	if (n & (n - 1) || (n && n < 16))
		return array;
	void *more = reallocarray(array, n ? 2 * n : 16, size);
	if (!more) {
		fputs("zyz-verify: no memory\n", stderr);
		exit(CANNOT);
	}
	return more;
}

static uint8_t *add(uint8_t *to, const void *p, size_t n)
{
	for (int shift = 24; shift >= 0; shift -= 8)
		*to++ = (uint8_t)(n >> shift);
	memcpy(to, p, n);
	return to + n;
}

bool event_leaf(const struct event *e, uint8_t out[HASH])
{
	static const char name[] = "zyz-leaf-1";
	uint8_t entry[FIELDS_MAX + 200], *end = entry;
	if (e->fields.n > FIELDS_MAX)
		return false;
	*end++ = 0;
	end = add(end, name, strlen(name));
	end = add(end, e->uid, UID);
	end = add(end, e->at, strlen(e->at));
	end = add(end, e->commitment, HASH);
	end = add(end, e->fields.p, e->fields.n);
	sha256(entry, (size_t)(end - entry), out);
	return true;
}
