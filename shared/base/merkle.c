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

void merkle_join(const uint8_t left[MERKLE_HASH], const uint8_t right[MERKLE_HASH],
		 uint8_t out[MERKLE_HASH])
{
	node(left, right, out);
}

/* RFC 9162 §2.1.3.2, step by step. */
bool merkle_proves(const uint8_t leaf[MERKLE_HASH], int64_t place, int64_t size,
		   const uint8_t *path, size_t n, const uint8_t root[MERKLE_HASH])
{
	uint8_t h[MERKLE_HASH];
	if (place < 0 || place >= size)
		return false;
	int64_t at = place, last = size - 1;
	memcpy(h, leaf, sizeof(h));
	for (size_t i = 0; i < n; i++, at >>= 1, last >>= 1) {
		const uint8_t *side = path + i * MERKLE_HASH;
		if (last == 0)
			return false;
		if (!(at & 1) && at != last) {
			node(h, side, h);
			continue;
		}
		node(side, h, h);
		while (at && !(at & 1)) {
			at >>= 1;
			last >>= 1;
		}
	}
	return last == 0 && memcmp(h, root, MERKLE_HASH) == 0;
}
