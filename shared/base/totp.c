/* totp.c - codes of authenticator apps, and codes for paper. */
#include "totp.h"

#include <string.h>

#include "secret.h"

enum { SECRET = 20, SECRET_MAX = 64, MODULUS = 1000000 };

/* RFC 4648, and Crockford's letters, of which none looks like another. */
static const char base32[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
static const char plain[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

static const char *encode(struct arena *a, const uint8_t *p, size_t n)
{
	struct buf b = { .arena = a };
	unsigned held = 0, bits = 0;
	for (size_t i = 0; i < n; i++) {
		held = held << 8 | p[i];
		for (bits += 8; bits >= 5; bits -= 5)
			buf_char(&b, base32[held >> (bits - 5) & 31]);
	}
	return b.p;
}

static bool decode(const char *s, uint8_t *out, size_t room, size_t *n)
{
	unsigned held = 0, bits = 0;
	for (*n = 0; *s; s++) {
		const char *at = strchr(base32, *s);
		if (!at || *n == room)
			return false;
		held = held << 5 | (unsigned)(at - base32);
		bits += 5;
		if (bits >= 8) {
			bits -= 8;
			out[(*n)++] = (uint8_t)(held >> bits);
		}
	}
	return *n > 0;
}

const char *totp_secret(struct arena *a)
{
	uint8_t raw[SECRET];
	secret_random(raw, sizeof(raw));
	return encode(a, raw, sizeof(raw));
}

const char *totp_code(struct arena *a, const char *secret, int64_t step)
{
	uint8_t key[SECRET_MAX], moving[8], mac[20];
	size_t n;
	if (!decode(secret, key, sizeof(key), &n))
		return NULL;
	for (int i = 0; i < 8; i++)
		moving[i] = (uint8_t)((uint64_t)step >> (56 - 8 * i));
	secret_hmac_sha1((struct bytes){ key, n }, BYTES(moving), mac);
	const uint8_t *p = mac + (mac[19] & 15);
	uint32_t number = (uint32_t)(p[0] & 127) << 24 | (uint32_t)p[1] << 16 |
			  (uint32_t)p[2] << 8 | p[3];
	return arena_fmt(a, "%06u", (unsigned)(number % MODULUS));
}

int64_t totp_step(struct arena *a, const char *secret, const char *code, int64_t now)
{
	int64_t found = 0;
	if (strlen(code) != TOTP_DIGITS)
		return 0;
	/* All of them, so that time tells nothing. */
	for (int64_t i = -TOTP_GRACE; i <= TOTP_GRACE; i++) {
		int64_t step = now / TOTP_SECONDS + i;
		const char *right = totp_code(a, secret, step);
		if (right && secret_equal(right, code, TOTP_DIGITS))
			found = step;
	}
	return found;
}

const char *paper_code(struct arena *a, size_t groups)
{
	struct buf b = { .arena = a };
	for (size_t i = 0; i < 4 * groups; i++) {
		uint8_t dice;
		secret_random(&dice, 1);
		if (i && i % 4 == 0)
			buf_char(&b, '-');
		buf_char(&b, plain[dice & 31]);
	}
	return b.p;
}

static char meant(char c)
{
	if (c >= 'a' && c <= 'z')
		c = (char)(c - 'a' + 'A');
	return c == 'O' ? '0' : c == 'I' || c == 'L' ? '1' : c;
}

const char *paper_code_plain(struct arena *a, const char *typed)
{
	struct buf b = { .arena = a };
	size_t n = 0;
	for (; *typed; typed++) {
		char c = meant(*typed);
		if (c == ' ' || c == '-')
			continue;
		if (!strchr(plain, c))
			return NULL;
		if (n && n % 4 == 0)
			buf_char(&b, '-');
		buf_char(&b, c);
		n++;
	}
	return n ? b.p : NULL;
}
