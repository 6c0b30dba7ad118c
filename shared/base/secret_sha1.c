/*
 * secret_sha1.c - SHA-1 (RFC 3174), which libsodium rightly lacks. WeChat's jsapi signature is
 * defined by it, and so are the codes of authenticator apps (as HMAC, which its collisions do not
 * touch); nothing else may rest on it.
 */
#include "secret.h"

#include <assert.h>
#include <string.h>

enum { BLOCK = 64, DIGEST = 20 };

struct sha1 {
	uint32_t h[5];
};

static uint32_t rotl(uint32_t x, int n)
{
	return x << n | x >> (32 - n);
}

/* Function and constant of round t (RFC 3174, section 5). */
static uint32_t round_word(int t, uint32_t b, uint32_t c, uint32_t d)
{
	if (t < 20)
		return ((b & c) | (~b & d)) + 0x5a827999u;
	if (t < 40)
		return (b ^ c ^ d) + 0x6ed9eba1u;
	if (t < 60)
		return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdcu;
	return (b ^ c ^ d) + 0xca62c1d6u;
}

static void sha1_block(struct sha1 *s, const uint8_t block[BLOCK])
{
	uint32_t w[80];
	uint32_t a = s->h[0], b = s->h[1], c = s->h[2], d = s->h[3], e = s->h[4];

	for (int t = 0; t < 16; t++)
		w[t] = (uint32_t)block[4 * t] << 24 | (uint32_t)block[4 * t + 1] << 16 |
		       (uint32_t)block[4 * t + 2] << 8 | block[4 * t + 3];
	for (int t = 16; t < 80; t++)
		w[t] = rotl(w[t - 3] ^ w[t - 8] ^ w[t - 14] ^ w[t - 16], 1);
	for (int t = 0; t < 80; t++) {
		uint32_t next = rotl(a, 5) + round_word(t, b, c, d) + e + w[t];
		e = d;
		d = c;
		c = rotl(b, 30);
		b = a;
		a = next;
	}
	s->h[0] += a;
	s->h[1] += b;
	s->h[2] += c;
	s->h[3] += d;
	s->h[4] += e;
}

static void sha1(const uint8_t *p, size_t n, uint8_t digest[DIGEST])
{
	struct sha1 s = { { 0x67452301u, 0xefcdab89u, 0x98badcfeu, 0x10325476u, 0xc3d2e1f0u } };
	size_t left = n % BLOCK;
	uint8_t tail[2 * BLOCK] = { 0 };

	for (size_t i = 0; i < n / BLOCK; i++)
		sha1_block(&s, p + i * BLOCK);
	/* The rest, a one bit, zeros, and the length in bits as the last 8 bytes of a block. */
	size_t padded = left + 9 > BLOCK ? 2 * BLOCK : BLOCK;
	memcpy(tail, p + n - left, left);
	tail[left] = 0x80;
	for (size_t i = 0; i < 8; i++)
		tail[padded - 1 - i] = (uint8_t)((uint64_t)n * 8 >> (8 * i));
	for (size_t i = 0; i < padded; i += BLOCK)
		sha1_block(&s, tail + i);
	for (size_t i = 0; i < DIGEST; i++)
		digest[i] = (uint8_t)(s.h[i / 4] >> (24 - 8 * (i % 4)));
}

const char *secret_sha1_hex(struct arena *a, const char *text)
{
	uint8_t digest[DIGEST];
	sha1((const uint8_t *)text, strlen(text), digest);
	return hex_encode(a, BYTES(digest));
}

/* RFC 2104; keys and texts of TOTP are shorter than a block. */
void secret_hmac_sha1(struct bytes key, struct bytes b, uint8_t out[DIGEST])
{
	uint8_t inner[2 * BLOCK] = { 0 }, outer[BLOCK + DIGEST] = { 0 };
	assert(key.n <= BLOCK && b.n <= BLOCK);
	memcpy(inner, key.p, key.n);
	memcpy(outer, key.p, key.n);
	for (size_t i = 0; i < BLOCK; i++) {
		inner[i] ^= 0x36;
		outer[i] ^= 0x5c;
	}
	memcpy(inner + BLOCK, b.p, b.n);
	sha1(inner, BLOCK + b.n, outer + BLOCK);
	sha1(outer, sizeof(outer), out);
}
