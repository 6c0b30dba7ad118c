/*
 * undo.h - what staff did and may take back for 24 hours 撤回: each deed keeps, in its own
 * transaction, how the thing was before. A deed about many rows is taken back whole or not at all,
 * and not after somebody went on from where it led.
 *
 * Owns the rows of deed. How a thing is put back is its program's (web/undone.h).
 *
 *	e = undo_keep(&q->actor, &(struct undo_deed){ .what = "need_declined", .target = "need",
 *			.id = id, .was = state, .name = no, .href = path });
 */
#ifndef ZYZ_UNDO_H
#define ZYZ_UNDO_H

#include "actor.h"
#include "db.h"
#include "row.h"

enum { UNDO_HOURS = 24 };

struct undo_deed {
	const char *what, *target;
	int64_t id, part; /* part 0: none */
	const char *was, *name, *href;
};
enum err undo_keep(const struct actor *by, const struct undo_deed *d) MUST_USE;
/* The number of the deed that this actor's request kept last; NULL: it kept none. */
const char *undo_ref(const struct actor *by);

#define UNDO_COLS(X, T) \
	X(T, INT, id, "id") \
	X(T, TEXT, what, "what") \
	X(T, TEXT, target, "target") \
	X(T, INT, target_id, "target_id") \
	X(T, INT, part, "part") \
	X(T, TEXT, was, "was") \
	X(T, TEXT, href, "href") \
	X(T, TEXT, at, "at")
ROW_DEFINE(undo_row, UNDO_COLS);
/* Inside a transaction: the rows of a deed of this station, locked; ERR_NOT_FOUND: there is none,
 * ERR_UNDO: it is taken back already, or the day is over. */
enum err undo_read(const struct actor *by, const char *ref, struct undo_row **v,
		   size_t *n) MUST_USE;
/* It is taken back now; audited with the thing. */
enum err undo_done(const struct actor *by, const struct undo_row *u) MUST_USE;

#endif
