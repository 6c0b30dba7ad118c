/*
 * propose.h - whom to ask for an order 派单建议: reads what match.h wants to know of an order and of
 * volunteers. Of ten thousand the three hundred that look best by what stands in one index are
 * asked whether they may, and the best forty of them looked at whole, with whoever served the
 * household before.
 *
 *	struct proposal p;
 *	enum err e = propose(&q->actor, order, &p);       // p.v[0] is asked first
 *	e = propose_of(&q->actor, order, ids, n, &p);     // of these alone: p.barred says why not
 */
#ifndef ZYZ_PROPOSE_H
#define ZYZ_PROPOSE_H

#include "actor.h"
#include "match.h"
#include "row.h"

struct candidate {
	int64_t person;
	const char *name, *no;
	struct match_who who;
	int near, score;
	const char *why; /* words of Lang.order.Why */
	const char *bar; /* NULL, or a word of Lang.order.Bar */
};
struct proposal {
	struct match_want want;
	struct candidate *v; /* those who may be asked, the best first */
	size_t n;
	struct candidate *barred; /* those whom a hard rule keeps out, by rule */
	size_t barred_n;
};

enum { PROPOSE_MOST = 40 };

enum err propose(const struct actor *by, int64_t order, struct proposal *out) MUST_USE;
enum err propose_of(const struct actor *by, int64_t order, const int64_t *people, size_t n,
		    struct proposal *out) MUST_USE;

#endif
