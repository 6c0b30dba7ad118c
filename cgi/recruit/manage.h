/*
 * manage.h - what the pages share by which staff say how people sign up: the project that the
 * address names, at their own station and at a time when people may still sign up.
 *
 *	struct home_row h;
 *	enum err e = manage_home(q, &h);
 */
#ifndef ZYZ_RECRUIT_MANAGE_H
#define ZYZ_RECRUIT_MANAGE_H

#include "recruit.h"

#define HOME_COLS(X, T) X(T, INT, id, "p.id") X(T, TEXT, state, "p.state")
ROW_DEFINE(home_row, HOME_COLS);
/* Puts it as Page.Project. ERR_NOT_FOUND, or ERR_STALE: not approved yet, or over. */
enum err manage_home(struct rq *q, struct home_row *h) MUST_USE;

#endif
