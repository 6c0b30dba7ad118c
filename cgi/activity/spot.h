/*
 * spot.h - spot checks 抽查 of an overseer (令67 arts 20-22): what is looked at is drawn, and nobody
 * chooses it.
 *
 * Owns the rows of spot_check and spot_item. When a check is begun a seed of 32 random bytes is
 * made and sealed, and its SHA-256 is public at once. It is mixed with root and signature of the
 * first tree head (ledger.h) that is signed afterwards, as in any draw (draw.h):
 *
 *   lot    uid of the record, or of the activity, 32 lower case hex digits
 *   order  SHA-256("zyz-spot-1\n" seed "\n" root "\n" signature "\n" lot "\n"), all in lower case
 *          hex digits; the smallest are drawn
 *
 * What took effect before the seed was promised takes part. The pack (pack.h) shows all of it.
 */
#ifndef ZYZ_ACTIVITY_SPOT_H
#define ZYZ_ACTIVITY_SPOT_H

#include "app.h"

#define SPOT_LABEL "zyz-spot-1"
#define SPOT_SEED  "spot_check.seed" /* as the seed is sealed */
enum { SPOT_MOST = 1000, SPOT_FOUND = 200000, SPOT_ITEMS = 2000, SPOT_DAYS = 366 };

#define SPOT_COLS(X, T) \
	X(T, INT, id, "c.id") \
	X(T, BYTES, uid, "c.uid") \
	X(T, TEXT, region, "c.region_code") \
	X(T, TEXT, title, "c.title") \
	X(T, TEXT, what, "c.what") \
	X(T, TEXT, from, "c.from_on") \
	X(T, TEXT, to, "c.to_on") \
	X(T, INT, percent, "c.percent") \
	X(T, BYTES, hash, "c.seed_hash") \
	X(T, BYTES, sealed, "c.seed_sealed") \
	X(T, BYTES, seed, "c.seed") \
	X(T, TEXT, since_at, "c.since") \
	X(T, INT, since, "UNIX_TIMESTAMP(c.since)") \
	X(T, INT, head_no, "c.head_no") \
	X(T, INT, found, "c.found") \
	X(T, INT, drawn, "c.drawn") \
	X(T, TEXT, state, "c.state")
struct spot_row {
	SPOT_COLS(ROW_MEMBER_, )
};
/* The check of the address's first argument, in the overseer's region; ERR_NOT_FOUND. */
enum err spot_find(struct rq *q, struct spot_row *s) MUST_USE;
/* Draws, in a transaction. ERR_STALE: drawn already. ERR_CHECK: *fault says why it cannot be yet,
 * a word of Lang.activity.Message. */
enum err spot_take(struct rq *q, const struct spot_row *s, const char **fault) MUST_USE;

enum err spot_list(struct rq *q) MUST_USE;
enum err spot_begin(struct rq *q) MUST_USE;
enum err spot_show(struct rq *q) MUST_USE;
enum err spot_draw(struct rq *q) MUST_USE;
enum err spot_item(struct rq *q) MUST_USE;
enum err spot_item_save(struct rq *q) MUST_USE;
enum err spot_publish(struct rq *q) MUST_USE;
enum err spot_public(struct rq *q) MUST_USE;
enum err pack_send(struct rq *q) MUST_USE;

#endif
