/*
 * rebind.h - 换绑, as far as other files of this program need it: a phone that is exchanged is
 * written down wherever it happens.
 */
#ifndef ZYZ_REBIND_H
#define ZYZ_REBIND_H

#include "account.h"

struct rebind {
	struct rq *q;
	int64_t person;
	struct bytes uid; /* of the person */
	bool wechat;
	const char *phone, *purpose; /* phone NULL: stays */
	const char *old;             /* the number of before, which is told so */
	const char *code;            /* what came of it */
};
/* A struct rebind, in a transaction: what it names is exchanged, and the platforms are told. */
enum err rebind_store(void *rebind) MUST_USE;
/* The WeChat that is signed in and nobody's yet takes the place of the person's, whose sessions
 * end; in the caller's transaction, which knows the proof. */
enum err rebind_wechat(struct rq *q, int64_t person) MUST_USE;

#endif
