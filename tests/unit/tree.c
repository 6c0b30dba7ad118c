/* tree.c - tree.h: halves, the left one a power of two. */
#include "tree.h"

#include <string.h>

uint8_t tree_leaves[TREE_LEAVES][MERKLE_HASH];

void tree_root(size_t from, size_t n, uint8_t out[MERKLE_HASH])
{
	uint8_t right[MERKLE_HASH];
	size_t half = 1;
	if (n == 1) {
		memcpy(out, tree_leaves[from], MERKLE_HASH);
		return;
	}
	while (2 * half < n)
		half *= 2;
	tree_root(from, half, out);
	tree_root(from + half, n - half, right);
	merkle_join(out, right, out);
}

void tree_path(struct buf *b, size_t at, size_t from, size_t n)
{
	uint8_t side[MERKLE_HASH];
	size_t half = 1;
	if (n == 1)
		return;
	while (2 * half < n)
		half *= 2;
	bool left = at < from + half;
	tree_path(b, at, left ? from : from + half, left ? half : n - half);
	tree_root(left ? from + half : from, left ? n - half : half, side);
	buf_add(b, (const char *)side, sizeof(side));
}
