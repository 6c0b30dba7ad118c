/*
 * made.h - a bundle for tests: sound as it comes, to be spoilt before it is signed. The tree beside
 * it is tree.h's; keys must be open.
 *
 *	struct made *m = made_sound(arena);
 *	m->r[0].minutes = 96;
 *	struct bytes file = made_file(arena, m);
 */
#ifndef ZYZ_TEST_MADE_H
#define ZYZ_TEST_MADE_H

#include "bundle.h"

enum { MADE_RECORDS = 3 };
struct made {
	struct bundle b;
	struct bundle_record r[MADE_RECORDS], x[1], d[1]; /* x: taken back, d: declared */
	struct bytes within[1];
	const char *kind, *ledger_minutes; /* NULL: as they should be */
};
struct made *made_sound(struct arena *arena);
/* Tree, head and bundle are made and signed, whatever the records say. */
struct bytes made_file(struct arena *arena, struct made *m);
struct bytes made_fill(struct arena *arena, int byte, size_t n);

#endif
