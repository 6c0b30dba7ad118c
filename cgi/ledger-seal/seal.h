/*
 * seal.h - what the sealer remembers between two turns, and the steps of a turn.
 *
 * Owns ledger_leaf and tree_head. Nothing here outlives the process: all of it is read again from
 * ledger_leaf at the start, so the process may be killed anywhere. Several sealers may run: the
 * primary keys let one of them have a place, the others read what it wrote and go on behind it.
 *
 *	struct sealer s = { .tree = { .size = 0 } };
 *	enum err e = seal_catch_up(&s);      // ERR_STALE: the table is not what was signed
 */
#ifndef ZYZ_SEAL_H
#define ZYZ_SEAL_H

#include "db.h"
#include "ledger.h"
#include "merkle.h"

struct sealer {
	struct merkle tree;         /* over everything that stands in ledger_leaf */
	uint8_t chain[LEDGER_HASH]; /* of the last leaf */
	int64_t front;              /* events with greater ids have not been looked at */
	int64_t far;                /* how far the long way round has come */
	bool loaded;                /* the last signed head was met on the way up */
	int64_t sealed, refused;    /* since the start */
};

/*
 * load.c: reads the leaves that are there and not yet in the tree. At the start it goes past the
 * last signed head and compares. ERR_STALE: a place is empty, the chain does not hold, or the head
 * does not fit; nothing may be sealed on top of that.
 */
enum err seal_catch_up(struct sealer *s) MUST_USE;
enum err seal_front(struct sealer *s) MUST_USE; /* where the search for events begins */

/*
 * take.c: finds events without a leaf and seals them; *n of them. ERR_DUPLICATE: another sealer was
 * faster. *dry: nothing more waits.
 */
enum err seal_events(struct sealer *s, int64_t *n, bool *dry) MUST_USE;

/* head.c: signs a head if one is due; *all: the newest is over all leaves. ERR_DUPLICATE: another
 * sealer was faster. */
enum err seal_head(const struct sealer *s, bool *all) MUST_USE;
struct signed_head {
	int64_t no, size, at_ms;
	uint8_t root[LEDGER_HASH], hash[LEDGER_HASH]; /* hash: of message and signature */
	bool other;                                   /* signed by a key before ours */
};
/* The newest head. ERR_NOT_FOUND: there is none; ERR_STALE: it names our key, but we did not sign
 * it. */
enum err head_last(struct signed_head *out) MUST_USE;

#endif
