/*
 * decision.h - what staff decide about applications, up to a hundred at once: taken on, refused or
 * lined up, each row checked as a single one is, and all of them or none.
 *
 *	struct decision d = { .q = q, .reason = in.reason };
 *	e = decision_add(&d, uid, "accept");           // as often as there are rows
 *	if (!e)
 *		e = decision_run(&d);                  // ERR_FORM: a message says why; ERR_STALE
 */
#ifndef ZYZ_RECRUIT_DECISION_H
#define ZYZ_RECRUIT_DECISION_H

#include "recruit.h"

enum { DECISIONS = 100 };

struct decision_item {
	struct application_row a;
	const char *verb; /* accept, refuse, queue */
};
struct decision {
	struct rq *q;
	struct decision_item v[DECISIONS];
	size_t n;
	const char *reason;               /* of those refused */
	bool alone;                       /* one, on its own page: what does not fit is ERR_STALE */
	const struct decision_item *full; /* its seat has too few places, or still has one */
	struct sign_up duty;              /* who was to stand on a roster, and could not */
};
/* An application of the viewer's station whose project lives, by its uid or the first twelve
 * digits of it; ERR_NOT_FOUND. ERR_CHECK: too
 * many. */
enum err decision_add(struct decision *d, const char *uid, const char *verb) MUST_USE;
/* In an order of its own. ERR_STALE: one of them is no longer as it was. */
enum err decision_run(struct decision *d) MUST_USE;

#endif
