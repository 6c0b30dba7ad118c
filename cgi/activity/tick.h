/*
 * tick.h - what the leader does on the spot with a hand instead of a code: ticks names on the board
 * or after reading a card, and says that they themselves are there.
 */
#ifndef ZYZ_ACTIVITY_TICK_H
#define ZYZ_ACTIVITY_TICK_H

#include "activity.h"

enum err tick_take(struct rq *q);
enum err card_show(struct rq *q);

#endif
