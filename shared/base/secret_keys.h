/*
 * secret_keys.h - the installation's keys; for secret.c, secret_mark.c and secret_hand.c alone.
 * Owns the one copy of them in memory, which is locked against swapping where the system allows it
 * and left out of core dumps.
 */
#ifndef ZYZ_SECRET_KEYS_H
#define ZYZ_SECRET_KEYS_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"

#define SEAL_KEYS  16
#define INDEX_KEYS 16
#define SIGN_KEYS  2

/* What lies in the files; which of it is used says the database (secret_use). */
struct secret_keys {
	bool open;
	uint8_t seal[SEAL_KEYS][32];   /* line n of seal.key is key id n; all of them open */
	bool dropped[SEAL_KEYS];       /* a line of dashes: that key is gone */
	unsigned seals, sealing;       /* sealing: the id that seals */
	uint8_t index[INDEX_KEYS][32]; /* derived from line n of index.key: layer n */
	unsigned indexes, layers;
	uint8_t mac[32]; /* mac.key, derived from the first line of index.key: always the same */
	uint8_t sign[SIGN_KEYS][64], public[SIGN_KEYS][32]; /* Ed25519 */
	unsigned signs, signing; /* signing: from 0; no signs: not opened */
};

/* One to max keys, a line of 64 hex digits each; *n of them. A line of 64 dashes is all zeros. */
enum err secret_read_keys(struct arena *a, const char *name, uint8_t out[][32], unsigned max,
			  unsigned *n) MUST_USE;
const struct secret_keys *secret_keys(void); /* without secret_open() the program ends here */
const struct secret_keys *secret_keys_with(const char *name); /* likewise without that file */
/* What stands in mac.key, from index.key: 66 bytes. */
enum err secret_mac_line(struct arena *a, char *line) MUST_USE;

#endif
