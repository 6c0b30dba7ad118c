/* merkle.c - leaves, nodes, and the right edge of the tree. */
#include "merkle.h"

#include <string.h>

#include "secret.h"

#define NOTHING ((struct bytes){ NULL, 0 })

static void node(const uint8_t left[MERKLE_HASH], const uint8_t right[MERKLE_HASH],
		 uint8_t out[MERKLE_HASH])
{
	uint8_t both[1 + 2 * MERKLE_HASH] = { 1 };
	memcpy(both + 1, left, MERKLE_HASH);
	memcpy(both + 1 + MERKLE_HASH, right, MERKLE_HASH);
	secret_digest(NOTHING, BYTES(both), out);
}

void merkle_leaf(const void *entry, size_t n, uint8_t out[MERKLE_HASH])
{
	static const uint8_t mark[1] = { 0 };
	secret_digest(BYTES(mark), (struct bytes){ entry, n }, out);
}

void merkle_add(struct merkle *m, const uint8_t leaf[MERKLE_HASH])
{
	uint8_t h[MERKLE_HASH];
	unsigned k = 0;
	memcpy(h, leaf, sizeof(h));
	for (; m->size >> k & 1; k++)
		node(m->edge[k], h, h);
	memcpy(m->edge[k], h, sizeof(h));
	m->size++;
}

void merkle_root(const struct merkle *m, uint8_t out[MERKLE_HASH])
{
	unsigned k = 0;
	if (m->size == 0) {
		secret_digest(NOTHING, NOTHING, out);
		return;
	}
	while (!(m->size >> k & 1))
		k++;
	memcpy(out, m->edge[k], MERKLE_HASH);
	while (m->size >> ++k)
		if (m->size >> k & 1)
			node(m->edge[k], out, out);
}
