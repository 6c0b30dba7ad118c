/*
 * compare.h - a comparison with one platform: how far it came and the step that takes it further.
 * For reconcile.c, which says when, and compare.c, which says what differs.
 */
#ifndef ZYZ_COMPARE_H
#define ZYZ_COMPARE_H

#include "post.h"

enum { COMPARE_KEY = 255 };

/* What is true when a step is committed; the same stands in table reconcile_run. */
struct compared {
	int64_t kinds_done;          /* to their end, in the order of enum outbox_kind */
	char after[COMPARE_KEY + 1]; /* last key of the next kind that was compared */
	int64_t ours, theirs, same, found, different;
	size_t seen; /* of the page that is here */
};
struct comparison {
	struct dest *d;
	struct arena *a; /* as long as the comparison */
	int64_t id, epoch;
	const char *began; /* the database's clock */
	struct compared at;
	/* a page of what the platform holds */
	struct arena *page; /* NULL: none is here */
	struct platform_held *held;
	size_t n;
	const char *next;     /* NULL: it is the last of its kind */
	bool asking, dropped; /* under way; nobody waits for it any more */
	const char *why;      /* it cannot go on */
};

/* The next few hundred keys of ours with their part of the page, in one transaction that also
 * writes down how far it came; lets the page go when it is done. ERR_STALE: another poster has the
 * comparison now. */
enum err compare_step(struct comparison *c) MUST_USE;
/* Seconds for which a poster that stopped saying anything keeps its comparison. */
int64_t compare_lease(void);

#endif
