/*
 * secret.h - the only door to libsodium: random numbers, sealing of personal data, blind indexes,
 * signatures, password hashes. Keys come from files in cfg.secret_dir and never leave this module.
 *
 * A sealed value is key id (1) | nonce (24) | XChaCha20-Poly1305 of the text. Its additional data
 * is the column's name and the row's uid: a value moved to another row or column does not open.
 *
 *	struct bytes b = secret_seal(q->arena, "person.phone", BYTES(uid), phone);
 */
#ifndef ZYZ_SECRET_H
#define ZYZ_SECRET_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "arena.h"
#include "str.h"

/*
 * Reads seal.key, index.key (32 bytes as hex) and sign.key (Ed25519 seed as hex), which nobody
 * else may read. A further line is a newer key (`zyz-admin rotate`): of seal.key one seals and all
 * open, a line of dashes is a key that was dropped; of index.key each is a layer over the one
 * before, so that what is known by digest alone is indexed anew; of sign.key one signs. Until
 * secret_use() it is the last one, and all layers. ERR_INTERNAL names the file that is missing or
 * wrong.
 */
enum err secret_open(void) MUST_USE; /* all of them, in secret_dir: for commands and tests */
/* Those that a program or loop holds, marks too, in its own folder (secret_holders.h). Without one
 * that it uses it would end. */
enum err secret_open_as(const char *program) MUST_USE;
enum err secret_open_again(void) MUST_USE; /* the same files once more: they changed */
bool secret_held(const char *name);        /* "sign.key": is among those that are open */
/* Where this process finds a file of secrets: "platform-CODE". */
const char *secret_path(struct arena *a, const char *name);
/* Writes those that are missing, mode 0600. A folder that holds some of the three and lacks others
 * is no new installation: ERR_INTERNAL, and nothing is made. */
enum err secret_make_keys(void) MUST_USE;
/* The first line of a file that nobody else may read, such as a password, of at most n - 1 bytes;
 * the caller wipes it. */
enum err secret_line(const char *path, char *out, size_t n) MUST_USE;
/* A password of 64 hex digits in such a file, made once. */
enum err secret_make_password(const char *path) MUST_USE;
/* Whether others may read a file that has to be ours alone: ERR_INTERNAL names it. */
enum err secret_ours(const char *path) MUST_USE;
/* How a database remembers which keys it was written with: a name ("seal.1", "index", "sign") and a
 * hash from which the key does not follow. */
struct secret_print {
	char name[12];
	uint8_t hash[32];
};
enum { SECRET_PRINTS = 34 };
size_t secret_prints(struct secret_print v[SECRET_PRINTS]); /* of the keys that are open */
/* Which of them the database says are in use; 0 and NULL: not known. */
struct secret_use {
	unsigned seal, layers; /* the id that seals; so many layers of the index */
	const uint8_t *sign;   /* print of the key that signs, 32 bytes */
};
void secret_use(const struct secret_use *u);
bool secret_is_open(void);
/*
 * Marks say that a program which may say so has looked at a row: MACs, each kind by a key of its
 * own that only those programs hold which make or check it: file mark-KIND.key, lines as in
 * seal.key (the last marks, all are good). A mark is key id (1) | HMAC-SHA-256 (32).
 *   record   hours that were reviewed: activity makes it, activity-close checks it
 *   honour   stars and honours: commend, activity-close
 *   brought  hours of a transfer that count: platform makes it and checks it
 */
#define SECRET_MARKS "record", "honour", "brought"
/* kinds with commas: this process holds their keys from now on; NULL: those of secret_open_as(). */
enum err secret_open_marks(const char *kinds) MUST_USE;
/* ERR_INTERNAL: this program does not hold the key. */
enum err secret_mark(struct arena *a, const char *kind, struct bytes b, struct bytes *out) MUST_USE;
enum err secret_mark_fits(const char *kind, struct bytes b, struct bytes mark, bool *fits) MUST_USE;

void secret_random(void *out, size_t n);
struct bytes secret_uid(struct arena *a);                  /* 16 random bytes */
bool secret_equal(const void *a, const void *b, size_t n); /* constant time */

/* Of these three NULL stays NULL: what is not known is neither sealed, opened nor indexed. */
struct bytes secret_seal(struct arena *a, const char *column, struct bytes uid, const char *text);
enum err secret_unseal(struct arena *a, const char *column, struct bytes uid, struct bytes sealed,
		       const char **text) MUST_USE; /* ERR_INTERNAL when it was tampered with */
struct bytes secret_index(struct arena *a, const char *column, const char *text); /* 32 bytes */
/* What a digest of one layer less becomes; layer from 2. */
void secret_index_layer(const uint8_t was[32], unsigned layer, uint8_t out[32]);

struct bytes secret_sha256(struct arena *a, struct bytes b); /* 32 bytes */
/* SHA-256 of all that is left of a file, and how many bytes that was; false: it cannot be read. */
bool secret_sha256_file(FILE *f, uint8_t out[32], int64_t *n);
/* SHA-256 of a and then b, without an arena: for long runs. */
void secret_digest(struct bytes a, struct bytes b, uint8_t out[32]);
struct bytes secret_hmac(struct arena *a, struct bytes key, struct bytes b); /* HMAC-SHA-256 */
/* HMAC-SHA-256 under the installation's own key; label keeps uses apart. 32 bytes. */
struct bytes secret_mac(struct arena *a, const char *label, struct bytes b);
const char *secret_sha1_hex(struct arena *a, const char *text); /* for WeChat's signature alone */

/* HMAC-SHA-1, for TOTP alone (totp.h): authenticator apps know nothing else for certain. */
void secret_hmac_sha1(struct bytes key, struct bytes b, uint8_t out[20]);

const char *secret_password_hash(struct arena *a, const char *password); /* Argon2id t=2 m=19 MiB */
bool secret_password_check(const char *hash, const char *password); /* NULL: false, as slowly */
/* Argon2id t=3 m=64 MiB: as slow as may be for whoever tries all numbers that there are. */
void secret_stretch(const char *text, const uint8_t salt[16], uint8_t out[32]);

struct bytes secret_sign(struct arena *a, struct bytes message); /* Ed25519, 64 bytes */
bool secret_verify(struct bytes public_key, struct bytes message, struct bytes signature);
struct bytes secret_public_key(struct arena *a); /* 32 bytes */
uint32_t secret_key_id(void);                    /* first 4 bytes of the public key's SHA-256 */
uint32_t secret_id_of(const uint8_t public_key[32]);
/* The other key of a sign.key of two lines; false: there is none. */
bool secret_next_key(struct arena *a, struct bytes *key) MUST_USE;
bool secret_last_signs(void); /* the last line of sign.key is the one that signs */

#endif
