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
	const char *code;            /* what came of it */
};
/* In the caller's transaction, which tells the platforms. */
enum err rebind_phone(const struct rebind *r) MUST_USE;

#endif
