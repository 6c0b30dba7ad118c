/*
 * device.h - one phone or computer known again: a keyed digest of a random cookie of its own, so
 * that a phone that serves several people is seen. Says nothing of who holds it.
 *
 *	struct bytes d = device_of(q);      // sets the cookie where there is none
 */
#ifndef ZYZ_DEVICE_H
#define ZYZ_DEVICE_H

#include "request.h"

struct bytes device_of(struct rq *q); /* 32 bytes, in the request's arena */

/* What it says it is, a word of Lang.Device: wechat, android, windows ... For hints alone. */
const char *device_kind(const struct rq *q);

#endif
