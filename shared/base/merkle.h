/*
 * merkle.h - the tree over the ledger's leaves as RFC 9162 §2.1 has it, grown at its right end.
 *
 * Owns the right edge alone: the roots of the full subtrees that the size's binary digits name, so
 * a ledger of any length costs two kilobytes. Never reads a database and never forgets a leaf.
 *
 *	struct merkle m = { .size = 0 };
 *	merkle_leaf(entry, n, leaf);
 *	merkle_add(&m, leaf);
 *	merkle_root(&m, root);
 */
#ifndef ZYZ_MERKLE_H
#define ZYZ_MERKLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { MERKLE_HASH = 32 };

struct merkle {
	int64_t size;                  /* leaves so far */
	uint8_t edge[62][MERKLE_HASH]; /* [k]: root of 2^k leaves, where digit k of size is 1 */
};

/* SHA-256(0x00 | entry) */
void merkle_leaf(const void *entry, size_t n, uint8_t out[MERKLE_HASH]);
void merkle_add(struct merkle *m, const uint8_t leaf[MERKLE_HASH]);
/* The root over all leaves so far; of none SHA-256(""). */
void merkle_root(const struct merkle *m, uint8_t out[MERKLE_HASH]);
/* The node over two. */
void merkle_join(const uint8_t left[MERKLE_HASH], const uint8_t right[MERKLE_HASH],
		 uint8_t out[MERKLE_HASH]);
/* Whether the n hashes of path, from the leaf upwards, prove that the leaf stands at this place of
 * the tree with this size and root. */
bool merkle_proves(const uint8_t leaf[MERKLE_HASH], int64_t place, int64_t size,
		   const uint8_t *path, size_t n, const uint8_t root[MERKLE_HASH]);

#endif
