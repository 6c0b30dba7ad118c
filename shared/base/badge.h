/*
 * badge.h - the electronic card 电子志愿者证: a code that says who shows it, good for some minutes, so
 * that a picture of the screen serves nobody for long. Whoever reads it learns of a stranger only
 * that the card is good.
 *
 * Owns no rows. A code is "V2600100031-STEP-MAC", bound to the number, by the installation's key.
 *
 *	put(q, "Card.code", badge_code(q->arena, no, q->now));
 *	const char *no = badge_whose(q->arena, query(q, "k"), q->now);   // NULL: not good
 */
#ifndef ZYZ_BADGE_H
#define ZYZ_BADGE_H

#include <stdint.h>

#include "arena.h"

enum { BADGE_STEP = 60, BADGE_STEPS = 5 }; /* seconds; so many steps it is good for */

const char *badge_code(struct arena *a, const char *no, int64_t now);
const char *badge_whose(struct arena *a, const char *code, int64_t now);

#endif
