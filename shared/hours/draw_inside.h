/* draw_inside.h - what the files of the draw share: one draw with its shift, as it is under the
 * lock, and the drawing itself.
 *
 *	e = draw_take(by, &d, now);
 */
#ifndef ZYZ_DRAW_INSIDE_H
#define ZYZ_DRAW_INSIDE_H

#include "draw.h"
#include "row.h"

/* Times in Unix seconds. */
#define DRAW_COLS(X, T) \
	X(T, INT, id, "d.id") \
	X(T, BYTES, uid, "d.uid") \
	X(T, INT, activity, "d.activity_id") \
	X(T, INT, since, "UNIX_TIMESTAMP(d.since)") \
	X(T, BYTES, hash, "d.seed_hash") \
	X(T, BYTES, sealed, "d.seed_sealed") \
	X(T, INT, moved, "s.closes_at <> d.closes_at") \
	X(T, INT, position, "s.position_id") \
	X(T, TEXT, state, "b.state") \
	X(T, INT, start, "UNIX_TIMESTAMP(b.starts_at)")
ROW_DEFINE(draw_row, DRAW_COLS);

/* Under the lock of the shift, in a transaction. ERR_CHECK: no head came in time. */
enum err draw_take(const struct actor *by, const struct draw_row *d) MUST_USE;
/* As the seed is sealed: under its own column and row. */
#define DRAW_SEED "draw.seed"
/* A head h that counts for a draw d; the arguments are draw_wait(), and nothing else. */
#define DRAW_HEAD \
	"h.at_ms > UNIX_TIMESTAMP(d.since) * 1000 " \
	"AND h.at_ms <= (UNIX_TIMESTAMP(d.since) + ?) * 1000"

#endif
