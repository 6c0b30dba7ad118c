/* secret.c - sealing, blind index, MACs, signatures and passwords; keys are in secret_keys.c. */
#include "secret.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "log.h"
#include "secret_keys.h"

#define NONCE     crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
#define TAG       crypto_aead_xchacha20poly1305_ietf_ABYTES
#define SEAL_HEAD (1 + NONCE) /* key id, nonce */
#define DIGEST    32

#define PASSWORD_OPS 2
#define PASSWORD_MEM ((size_t)19 * 1024 * 1024)
#define STRETCH_OPS  3
#define STRETCH_MEM  ((size_t)64 * 1024 * 1024)

/* An Argon2id string of the same cost that no password opens, for an account that is unknown. */
static const char NOBODY[] = "$argon2id$v=19$m=19456,t=2,p=1$bm8gc3VjaCBhY2NvdW50IQ$"
			     "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

static void ready(void)
{
	if (sodium_init() < 0) {
		log_error("libsodium does not start");
		exit(1);
	}
}

void secret_random(void *out, size_t n)
{
	ready();
	randombytes_buf(out, n);
}

struct bytes secret_uid(struct arena *a)
{
	uint8_t *p = arena_alloc(a, 16);
	secret_random(p, 16);
	return (struct bytes){ p, 16 };
}

bool secret_equal(const void *a, const void *b, size_t n)
{
	return sodium_memcmp(a, b, n) == 0;
}

/* The column's name, a NUL and the row's uid: two different pairs never give the same bytes. */
static struct bytes place(struct arena *a, const char *column, struct bytes uid)
{
	struct buf b = { .arena = a };
	buf_add(&b, column, strlen(column) + 1);
	buf_add(&b, (const char *)uid.p, uid.n);
	return (struct bytes){ (const uint8_t *)b.p, b.n };
}

struct bytes secret_seal(struct arena *a, const char *column, struct bytes uid, const char *text)
{
	const struct secret_keys *keys = secret_keys_with("seal.key");
	if (text == NULL)
		return (struct bytes){ NULL, 0 };

	size_t n = strlen(text);
	struct bytes where = place(a, column, uid);
	uint8_t *out = arena_alloc(a, SEAL_HEAD + n + TAG);
	out[0] = (uint8_t)keys->sealing;
	secret_random(out + 1, NONCE);
	crypto_aead_xchacha20poly1305_ietf_encrypt(out + SEAL_HEAD, NULL, (const uint8_t *)text, n,
						   where.p, where.n, NULL, out + 1,
						   keys->seal[keys->sealing - 1]);
	return (struct bytes){ out, SEAL_HEAD + n + TAG };
}

enum err secret_unseal(struct arena *a, const char *column, struct bytes uid, struct bytes sealed,
		       const char **text)
{
	const struct secret_keys *keys = secret_keys_with("seal.key");
	if (sealed.p == NULL) {
		*text = NULL;
		return OK;
	}
	if (sealed.n < SEAL_HEAD + TAG)
		return ERR(ERR_INTERNAL, "%s: sealed value of %zu bytes", column, sealed.n);
	unsigned id = sealed.p[0];
	if (id < 1 || id > keys->seals || keys->dropped[id - 1])
		return ERR(ERR_INTERNAL, "%s: sealed by key %u, which is not here", column, id);

	struct bytes where = place(a, column, uid);
	char *out = arena_alloc(a, sealed.n - SEAL_HEAD - TAG + 1);
	if (crypto_aead_xchacha20poly1305_ietf_decrypt(
		    (uint8_t *)out, NULL, NULL, sealed.p + SEAL_HEAD, sealed.n - SEAL_HEAD, where.p,
		    where.n, sealed.p + 1, keys->seal[id - 1]))
		return ERR(ERR_INTERNAL, "%s: sealed value does not open", column);
	*text = out;
	return OK;
}

struct bytes secret_index(struct arena *a, const char *column, const char *text)
{
	const struct secret_keys *keys = secret_keys_with("index.key");
	if (text == NULL)
		return (struct bytes){ NULL, 0 };

	struct bytes in = place(a, column, (struct bytes){ (const uint8_t *)text, strlen(text) });
	uint8_t *out = arena_alloc(a, DIGEST);
	crypto_generichash(out, DIGEST, in.p, in.n, keys->index[0], sizeof keys->index[0]);
	for (unsigned i = 1; i < keys->layers; i++)
		secret_index_layer(out, i + 1, out);
	return (struct bytes){ out, DIGEST };
}

void secret_index_layer(const uint8_t was[32], unsigned layer, uint8_t out[32])
{
	const struct secret_keys *keys = secret_keys_with("index.key");
	uint8_t in[DIGEST];
	memcpy(in, was, sizeof in);
	crypto_generichash(out, DIGEST, in, sizeof in, keys->index[layer - 1],
			   sizeof keys->index[layer - 1]);
}

bool secret_sha256_file(FILE *f, uint8_t out[32], int64_t *n)
{
	uint8_t block[65536];
	crypto_hash_sha256_state state;
	size_t got;
	*n = 0;
	crypto_hash_sha256_init(&state);
	while ((got = fread(block, 1, sizeof(block), f)) > 0) {
		crypto_hash_sha256_update(&state, block, got);
		*n += (int64_t)got;
	}
	crypto_hash_sha256_final(&state, out);
	return !ferror(f);
}

struct bytes secret_sha256(struct arena *a, struct bytes b)
{
	uint8_t *out = arena_alloc(a, DIGEST);
	crypto_hash_sha256(out, b.p, b.n);
	return (struct bytes){ out, DIGEST };
}

void secret_digest(struct bytes a, struct bytes b, uint8_t out[32])
{
	crypto_hash_sha256_state state;
	crypto_hash_sha256_init(&state);
	if (a.n)
		crypto_hash_sha256_update(&state, a.p, a.n);
	if (b.n)
		crypto_hash_sha256_update(&state, b.p, b.n);
	crypto_hash_sha256_final(&state, out);
}

struct bytes secret_hmac(struct arena *a, struct bytes key, struct bytes b)
{
	crypto_auth_hmacsha256_state state;
	uint8_t *out = arena_alloc(a, DIGEST);

	crypto_auth_hmacsha256_init(&state, key.p, key.n);
	crypto_auth_hmacsha256_update(&state, b.p, b.n);
	crypto_auth_hmacsha256_final(&state, out);
	sodium_memzero(&state, sizeof state);
	return (struct bytes){ out, DIGEST };
}

struct bytes secret_mac(struct arena *a, const char *label, struct bytes b)
{
	const struct secret_keys *keys = secret_keys_with("mac.key");
	uint8_t own[DIGEST]; /* a key for this label alone */

	crypto_generichash(own, sizeof own, (const uint8_t *)label, strlen(label), keys->mac,
			   sizeof keys->mac);
	struct bytes out = secret_hmac(a, BYTES(own), b);
	sodium_memzero(own, sizeof own);
	return out;
}

const char *secret_password_hash(struct arena *a, const char *password)
{
	char *out = arena_alloc(a, crypto_pwhash_STRBYTES);

	ready();
	if (crypto_pwhash_str_alg(out, password, strlen(password), PASSWORD_OPS, PASSWORD_MEM,
				  crypto_pwhash_ALG_ARGON2ID13)) {
		log_error("no memory to hash a password");
		exit(1);
	}
	return out;
}

bool secret_password_check(const char *hash, const char *password)
{
	ready();
	bool fits = crypto_pwhash_str_verify(hash ? hash : NOBODY, password, strlen(password)) == 0;
	return fits && hash != NULL;
}

void secret_stretch(const char *text, const uint8_t salt[16], uint8_t out[32])
{
	ready();
	if (crypto_pwhash(out, DIGEST, text, strlen(text), salt, STRETCH_OPS, STRETCH_MEM,
			  crypto_pwhash_ALG_ARGON2ID13)) {
		log_error("no memory to stretch a number");
		exit(1);
	}
}

struct bytes secret_sign(struct arena *a, struct bytes message)
{
	const struct secret_keys *k = secret_keys_with("sign.key");
	uint8_t *out = arena_alloc(a, crypto_sign_BYTES);
	crypto_sign_detached(out, NULL, message.p, message.n, k->sign[k->signing]);
	return (struct bytes){ out, crypto_sign_BYTES };
}

bool secret_verify(struct bytes public_key, struct bytes message, struct bytes signature)
{
	if (public_key.n != crypto_sign_PUBLICKEYBYTES || signature.n != crypto_sign_BYTES)
		return false;
	return crypto_sign_verify_detached(signature.p, message.p, message.n, public_key.p) == 0;
}

static struct bytes public_of(struct arena *a, unsigned i)
{
	const uint8_t *p = secret_keys_with("sign.key")->public[i];
	return (struct bytes){ (const uint8_t *)arena_dup(a, (const char *)p, DIGEST), DIGEST };
}

struct bytes secret_public_key(struct arena *a)
{
	return public_of(a, secret_keys_with("sign.key")->signing);
}

bool secret_next_key(struct arena *a, struct bytes *key)
{
	const struct secret_keys *k = secret_keys_with("sign.key");
	if (k->signs < 2)
		return false;
	*key = public_of(a, 1 - k->signing);
	return true;
}

bool secret_last_signs(void)
{
	return secret_keys_with("sign.key")->signing + 1 == secret_keys()->signs;
}

uint32_t secret_id_of(const uint8_t public_key[32])
{
	uint8_t hash[DIGEST];
	crypto_hash_sha256(hash, public_key, DIGEST);
	return (uint32_t)hash[0] << 24 | (uint32_t)hash[1] << 16 | (uint32_t)hash[2] << 8 | hash[3];
}

uint32_t secret_key_id(void)
{
	const struct secret_keys *k = secret_keys_with("sign.key");
	return secret_id_of(k->public[k->signing]);
}
