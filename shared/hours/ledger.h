/*
 * ledger.h - the bytes that the ledger proves and signs, and what its last signature covers.
 *
 * Owns the formats below; whoever wants to check the ledger without this program needs no more
 * than them and the public key. Never writes a row: events come from record.h, the rest from
 * ledger-seal.
 *
 * A part is its length in four bytes, big-endian, and its bytes. Whole numbers are eight bytes,
 * big-endian. For the event at place i:
 *   entry   the parts "zyz-leaf-1", uid (16), at ("YYYY-MM-DD HH:MM:SS.mmm"), commitment, fields
 *   leaf_i  SHA-256(0x00 | entry); the tree over them is merkle.h's
 *   chain_i SHA-256(chain_{i-1} | leaf_i); chain_{-1} is 32 zeros
 * For the signed head number n, from 0 without gaps:
 *   message "zyz-head-1" | n | size | time in Unix ms | root | prev | key id (4)
 *   prev    SHA-256(message | signature) of head n - 1; for the first 32 zeros
 * Sizes never shrink; with nothing new a head repeats the size, so that its age says who is alive.
 *
 *	struct ledger_head h;
 *	enum err e = ledger_head(q->arena, &h);            // ERR_NOT_FOUND: none was signed yet
 *	if (!e && q->now - h.at > LEDGER_LATE_SECONDS) ... // no certificates then
 */
#ifndef ZYZ_LEDGER_H
#define ZYZ_LEDGER_H

#include "db.h"

#define LEDGER_LEAF "zyz-leaf-1"
#define LEDGER_HEAD "zyz-head-1"

enum { LEDGER_HASH = 32, LEDGER_LATE_SECONDS = 4 * 3600 };

struct ledger_head {
	int64_t no;             /* number of the head */
	int64_t size;           /* events it covers */
	int64_t at;             /* when it was signed, Unix seconds */
	const char *root, *key; /* hex */
};
/* The newest one. ERR_NOT_FOUND: nothing was sealed yet. */
enum err ledger_head(struct arena *a, struct ledger_head *out) MUST_USE;

void ledger_part(struct buf *b, struct bytes part);
/* The same of text and of a number in decimal; NULL and DB_NONE are empty. */
void ledger_text(struct buf *b, const char *s);
void ledger_number(struct buf *b, int64_t n);
struct bytes ledger_entry(struct arena *a, struct bytes uid, const char *at,
			  struct bytes commitment, struct bytes fields);
/*
 * What the writer of an event leaves beside it, so that a row put in by other hands is never
 * sealed: HMAC of the entry under the installation's key, which the database does not hold.
 */
struct bytes ledger_mark(struct arena *a, struct bytes entry);

/* A head as it is signed. */
struct ledger_sign {
	int64_t no, size, at_ms;
	struct bytes root, prev, key;
};
struct bytes ledger_message(struct arena *a, const struct ledger_sign *h);

/* The newest head with its signature. ERR_NOT_FOUND: none was signed yet. */
struct ledger_signed {
	struct ledger_sign head;
	struct bytes signature; /* 64 bytes */
};
enum err ledger_newest(struct ledger_signed *out) MUST_USE;

/*
 * Proofs of inclusion (RFC 9162 §2.1.3) under the head with this size. The places come in rising
 * order; path is filled with the hashes from the leaf upwards, one after the other. Roots of whole
 * blocks are kept in ledger_block, so that a proof reads one block and not the ledger. What it
 * reads may have been tampered with: whoever gives a proof away tries it first.
 */
struct ledger_path {
	int64_t place;
	struct bytes path;
};
enum err ledger_paths(struct arena *a, int64_t size, struct ledger_path *v, size_t n) MUST_USE;

#endif
