/*
 * secret_keys.h - the installation's keys; for secret.c and secret_mark.c alone. Owns the one copy
 * of them in memory, which is locked against swapping where the system allows it and left out of
 * core dumps.
 */
#ifndef ZYZ_SECRET_KEYS_H
#define ZYZ_SECRET_KEYS_H

#include <stdint.h>

#include "arena.h"

#define SEAL_KEYS 16

struct secret_keys {
	uint8_t seal[SEAL_KEYS][32]; /* line n of seal.key is key id n; the last seals, all open */
	unsigned seals;
	uint8_t index[32], mac[32];   /* both derived from index.key */
	uint8_t sign[64], public[32]; /* Ed25519 */
};

/* One to max keys, a line of 64 hex digits each; *n of them. */
enum err secret_read_keys(struct arena *a, const char *name, uint8_t out[][32], unsigned max,
			  unsigned *n) MUST_USE;
const struct secret_keys *secret_keys(void); /* without secret_open() the program ends here */

#endif
