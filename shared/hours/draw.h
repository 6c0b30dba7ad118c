/*
 * draw.h - the fair draw 公平抽签 of the places at a shift: whoever signed up within the window
 * takes part, first or last; nobody chooses the outcome, and anybody can recompute it.
 *
 * When it opens, a seed of 32 random bytes is made and sealed, and its SHA-256 is public at once.
 * It is mixed with root and signature of the first tree head (ledger.h) that is signed after the
 * window: neither who knows the seed nor who signs heads chooses alone, also in a quiet hour, when
 * the root is that of an hour ago but nobody foresees the signature. A head that comes later than
 * draw_wait() draws nothing, so that whoever holds the sealer up gains nothing; staff set another
 * window then, under the same seed, and how often that was done is public, too.
 *
 *   lot    uid of the application, 32 lower case hex digits
 *   order  SHA-256("zyz-draw-1\n" seed "\n" root "\n" signature "\n" lot "\n"), all in lower
 *          case hex digits; the smallest comes first
 *
 * Whoever is no longer able to come (duty.h) has no lot. The first have places, the others wait in
 * this order. Owns tables draw and draw_lot.
 *
 *	e = draws_open(&q->actor, project);          // shifts were opened that draw
 *	static const struct aside_work draws = { "activity-close", "draw", "draw", draws_due,
 *						 draw_step, &draw_q };
 */
#ifndef ZYZ_DRAW_H
#define ZYZ_DRAW_H

#include "actor.h"
#include "db.h"

#define DRAW_LABEL "zyz-draw-1"
/* The window ends so many seconds before the shift begins, so that there is time to draw and to
 * hear of it. */
enum { DRAW_AHEAD = 3 * 3600 };
/* Seconds within which a head has to come. */
int64_t draw_wait(void);

/* All in the caller's transaction, under the lock of the shift's row (position.h). */
/* Draws for the shifts of a project that want one and have none. */
enum err draws_open(const struct actor *by, int64_t project) MUST_USE;
/* The shift's window ends at another time now. ERR_STALE: it is over and the draw is due. Having
 * none is fine. */
enum err draw_window(const struct actor *by, int64_t activity) MUST_USE;
/* No draw: another mode. Having none is fine. */
enum err draw_drop(const struct actor *by, int64_t activity) MUST_USE;
/* Whether it was drawn: who comes now comes as they come. */
enum err draw_done(int64_t activity, bool *done) MUST_USE;
/* Whether a head can be there at all: a ledger without events signs none. */
enum err draw_possible(bool *possible) MUST_USE;

/* For the loop (work "draw"): draws whose head is there or did not come, whose window was moved
 * with the activity, or whose activity is called off or has begun. The step does what is due, in a
 * transaction of its own. */
enum err draws_due(const struct actor *by, int64_t *ids, size_t max, size_t *n) MUST_USE;
enum err draw_step(const struct actor *by, int64_t id, int64_t *done) MUST_USE;

#endif
