/*
 * sha256.c - SHA-256 (FIPS 180-4). A ledger of a million events is some twelve million blocks: with
 * the processor's own instructions, where it has them, that is one second instead of four.
 * libsodium does it elsewhere, and a self-test compares both before the first use.
 */
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "verify.h"

#ifdef __x86_64__
#include <immintrin.h>

enum { BLOCK = 64 };

static const uint32_t round_keys[64] = {
	0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4,
	0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe,
	0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f,
	0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7,
	0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc,
	0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
	0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116,
	0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
	0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
	0xc67178f2
};

/* The instructions want the eight words as {f e b a} and {h g d c}. */
struct state {
	__m128i abef, cdgh;
};

#define SHA __attribute__((target("sha,sse4.1,ssse3")))

SHA static void block(struct state *s, const uint8_t *p)
{
	const __m128i swap = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
	__m128i w[16], abef = s->abef, cdgh = s->cdgh;
	for (int i = 0; i < 4; i++)
		w[i] = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i_u *)(p + 16 * i)), swap);
	for (int i = 4; i < 16; i++) {
		__m128i x = _mm_sha256msg1_epu32(w[i - 4], w[i - 3]);
		x = _mm_add_epi32(x, _mm_alignr_epi8(w[i - 1], w[i - 2], 4));
		w[i] = _mm_sha256msg2_epu32(x, w[i - 1]);
	}
	for (int i = 0; i < 16; i++) {
		const __m128i *k = (const __m128i *)round_keys + i;
		__m128i x = _mm_add_epi32(w[i], _mm_loadu_si128(k));
		cdgh = _mm_sha256rnds2_epu32(cdgh, abef, x);
		abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(x, 0x0e));
	}
	s->abef = _mm_add_epi32(s->abef, abef);
	s->cdgh = _mm_add_epi32(s->cdgh, cdgh);
}

static void put(uint8_t *out, uint32_t word)
{
	for (int i = 0; i < 4; i++)
		out[i] = (uint8_t)(word >> (24 - 8 * i));
}

/* n is what a ledger has: far below 2^32 bytes. */
SHA static void quick(const uint8_t *p, size_t n, uint8_t out[HASH])
{
	struct state s = {
		_mm_set_epi32(0x6a09e667, (int)0xbb67ae85, 0x510e527f, (int)0x9b05688c),
		_mm_set_epi32(0x3c6ef372, (int)0xa54ff53a, 0x1f83d9ab, 0x5be0cd19),
	};
	uint8_t end[2 * BLOCK] = { 0 };
	size_t rest = n % BLOCK, ends = rest < BLOCK - 8 ? BLOCK : 2 * BLOCK;
	uint32_t word[8];
	for (size_t i = 0; i + BLOCK <= n; i += BLOCK)
		block(&s, p + i);
	memcpy(end, p + n - rest, rest);
	end[rest] = 0x80;
	put(end + ends - 8, (uint32_t)(n >> 29));
	put(end + ends - 4, (uint32_t)(n << 3));
	for (size_t i = 0; i < ends; i += BLOCK)
		block(&s, end + i);
	_mm_storeu_si128((__m128i_u *)word, s.abef);
	_mm_storeu_si128((__m128i_u *)(word + 4), s.cdgh);
	const uint32_t inorder[8] = { word[3], word[2], word[7], word[6],
				      word[1], word[0], word[5], word[4] };
	for (int i = 0; i < 8; i++)
		put(out + 4 * i, inorder[i]);
}

/* Lengths round both edges of a block, in the CPU we are on. */
static bool quick_works(void)
{
	uint8_t text[3 * BLOCK], a[HASH], b[HASH];
	if (!__builtin_cpu_supports("sha") || !__builtin_cpu_supports("sse4.1"))
		return false;
	for (size_t n = 0; n <= sizeof(text); n++) {
		for (size_t i = 0; i < n; i++)
			text[i] = (uint8_t)(i * 167 + n);
		quick(text, n, a);
		crypto_hash_sha256(b, text, n);
		if (memcmp(a, b, HASH) != 0)
			return false;
	}
	return true;
}
#else
static bool quick_works(void)
{
	return false;
}
static void quick(const uint8_t *p, size_t n, uint8_t out[HASH])
{
	crypto_hash_sha256(out, p, n);
}
#endif

void sha256(const uint8_t *p, size_t n, uint8_t out[HASH])
{
	static int works = -1;
	if (works < 0)
		works = quick_works();
	if (works)
		quick(p, n, out);
	else
		crypto_hash_sha256(out, p, n);
}
