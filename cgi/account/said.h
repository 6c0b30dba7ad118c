/*
 * said.h - what volunteers say about themselves beyond who they are: where and how they serve, and,
 * all of it optional, where they come from. Registration, 我的 and the counter of the station ask
 * and store it in the same way.
 *
 *	#define EDIT_IN(X, T) X(T, PHONE, phone, 1, 0) SERVES_IN(X, T)
 *	struct serves s = SERVES_OF(in);
 *	e = serves_check(q, &s);                             // messages, codes joined
 *	e = serves_store(person, &s);                        // in the caller's transaction
 */
#ifndef ZYZ_SAID_H
#define ZYZ_SAID_H

#include "account.h"

#define SERVES_IN(X, T) \
	X(T, REGION, region_code, 6, 12) \
	SERVES_HOW(X, T)
#define SERVES_HOW(X, T) \
	X(T, REGION, service_region_code, 0, 12) \
	X(T, LIST, categories, 1, 4) \
	X(T, LIST, skills, 1, 24) \
	X(T, LIST, fields, 0, 12) \
	X(T, LIST, available, 0, 24)
#define ABOUT_IN(X, T) \
	X(T, LIST, sources, 0, 14) \
	X(T, CODE, political, 0, 2) \
	X(T, CODE, occupation, 0, 2) \
	X(T, CODE, education, 0, 2) \
	X(T, CODE, ethnic, 0, 2)

enum { SERVES_LISTS = 4 };
struct serves {
	const char *region_code, *service_region_code;
	struct strs chosen[SERVES_LISTS];
	const char *joined[SERVES_LISTS]; /* categories, skills, fields, available */
};
#define SERVES_OF(in) \
	{ \
		.region_code = (in).region_code, .service_region_code = (in).service_region_code, \
		.chosen = { \
			(in).categories, \
			(in).skills, \
			(in).fields, \
			(in).available \
		} \
	}
/* Messages stand beside the fields; an error is one of the database. */
enum err serves_check(struct rq *q, struct serves *s) MUST_USE;
enum err serves_store(int64_t person, const struct serves *s) MUST_USE;

struct about {
	struct strs chosen;
	const char *sources; /* joined */
	const char *political, *occupation, *education, *ethnic;
};
#define ABOUT_OF(in) \
	{ \
		.chosen = (in).sources, .political = (in).political, \
		.occupation = (in).occupation, .education = (in).education, .ethnic = (in).ethnic \
	}
enum err about_check(struct rq *q, struct about *b) MUST_USE;
enum err about_store(int64_t person, const struct about *b) MUST_USE;

/* Page.Form.* as it is kept, and the lists to choose from. */
void put_serves(struct rq *q, const struct held *h);
void put_about(struct rq *q, const struct held *h);
enum err put_about_choices(struct rq *q) MUST_USE;

#endif
