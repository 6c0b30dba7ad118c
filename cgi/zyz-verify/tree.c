/*
 * tree.c - the tree of RFC 9162 §2.1.1, as a row of full subtrees from the left, the greatest
 * first. Two of the same height become one; the root folds the row from the right.
 */
#include <string.h>

#include "verify.h"

static void join(const uint8_t left[HASH], const uint8_t right[HASH], uint8_t out[HASH])
{
	uint8_t bytes[1 + 2 * HASH];
	bytes[0] = 1;
	memcpy(&bytes[1], left, HASH);
	memcpy(&bytes[1 + HASH], right, HASH);
	sha256(bytes, sizeof(bytes), out);
}

void tree_add(struct tree *t, const uint8_t leaf[HASH])
{
	t->full[t->n].height = 0;
	memcpy(t->full[t->n++].root, leaf, HASH);
	while (t->n > 1 && t->full[t->n - 1].height == t->full[t->n - 2].height) {
		join(t->full[t->n - 2].root, t->full[t->n - 1].root, t->full[t->n - 2].root);
		t->n--;
		t->full[t->n - 1].height++;
	}
	t->size++;
}

void tree_root(const struct tree *t, uint8_t out[HASH])
{
	if (t->n == 0) {
		sha256((const uint8_t *)"", 0, out);
		return;
	}
	memcpy(out, t->full[t->n - 1].root, HASH);
	for (int i = t->n - 2; i >= 0; i--)
		join(t->full[i].root, out, out);
}

/* RFC 9162 §2.1.1 the other way round: which side a hash stands on follows from the halves that
 * the tree is cut into, from its root down to the leaf. */
bool tree_climbs(const uint8_t leaf[HASH], int64_t place, int64_t size, uint8_t path[][HASH],
		 size_t n, const uint8_t root[HASH])
{
	bool right[PATH_HASHES];
	size_t depth = 0;
	uint8_t node[1 + 2 * HASH], h[HASH];
	while (size > 1 && depth < PATH_HASHES) {
		int64_t half = 1;
		while (2 * half < size)
			half *= 2;
		right[depth] = place >= half;
		size = right[depth] ? size - half : half;
		place -= right[depth] ? half : 0;
		depth++;
	}
	if (depth != n)
		return false;
	memcpy(h, leaf, HASH);
	for (size_t i = 0; i < n; i++) {
		bool after = right[n - 1 - i];
		node[0] = 1;
		memcpy(&node[1], after ? path[i] : h, HASH);
		memcpy(&node[1 + HASH], after ? h : path[i], HASH);
		sha256(node, sizeof(node), h);
	}
	return memcmp(h, root, HASH) == 0;
}
