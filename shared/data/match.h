/*
 * match.h - who fits an order 派单: what keeps a volunteer from it, and how well they fit, with the
 * reasons. Facts go in, words come out; never reads a row. Texts: Lang.order.Bar, Lang.order.Why.
 *
 * Hard rules come first and have no price. Of those whom none keeps out, skill and kind of work
 * count most, then nearness, time and tongue; so much is taken from whoever was asked lately that
 * the load is spread. Nobody is sent to a home twice in a row while others wait.
 *
 *	const char *bar = match_bar(&want, &who);          // NULL: may be asked
 *	int score = match_score(&want, &who, why);         // 0 to 150; why: "skill,near,free"
 */
#ifndef ZYZ_MATCH_H
#define ZYZ_MATCH_H

#include <stdbool.h>
#include <stdint.h>

#include "str.h"

/* What keeps somebody from an order, in the order in which it is told. */
#define MATCH_BARS(X) \
	X(suspended) /* no volunteer in good standing */ \
	X(off)       /* takes no orders at present */ \
	X(away)      /* on leave that day */ \
	X(minor)     /* under 18, where the menu does not let minors go; under 14, ever */ \
	X(sex)       /* the resident asked for a woman, or a man */ \
	X(own)       /* the resident's telephone is theirs: their own household */ \
	X(overlap)   /* on duty elsewhere at that time */ \
	X(uninsured) /* it may endanger them, and no policy covers them */ \
	X(answered)  /* said no to this one, or did not answer */ \
	X(week)      /* asked so many times within seven days */

/* ASKS_WEEK: where no rule of the station says otherwise. */
enum { MATCH_WHYS = 120, MATCH_TWICE = 48 * 3600, MATCH_ASKS_WEEK = 3 };

struct match_want {
	const char *skill, *category; /* codes; NULL: none wanted */
	const char *region;         /* division of the address, up to 12 digits; NULL: not known */
	const char *sex, *language; /* NULL: no matter */
	const char *slots;          /* codes of `available` that would do, with commas; "" any */
	bool adults, dangerous;
	int64_t asks_week; /* nobody is asked more often within seven days */
};
struct match_who {
	const char *sex, *region, *categories, *skills, *available, *languages;
	int64_t age; /* DB_NONE: not known */
	bool active, takes, away, own, overlap, insured, answered;
	int64_t week;  /* times asked within seven days */
	int64_t idle;  /* seconds since last asked; DB_NONE: never */
	int64_t known; /* times they served this household */
	int64_t no_shows;
	bool last; /* the household was last served by them */
};

/* NULL: nothing. */
const char *match_bar(const struct match_want *w, const struct match_who *p);
/* why: words with commas, of Lang.order.Why. */
int match_score(const struct match_want *w, const struct match_who *p, char why[MATCH_WHYS]);
/* Below zero: a is asked before b. Whoever came to this home last, within MATCH_TWICE, comes behind
 * all others; then the score decides. */
int match_order(const struct match_who *a, int score_a, const struct match_who *b, int score_b);
/* Codes with commas: one of those that are wanted is enough; none wanted: anybody. */
bool match_any(struct arena *a, const char *wanted, const char *has);
/* How many digits two divisions have in common of what counts: 12 the same community, 9 the same
 * street, 6 the same county, 0 none of it. */
int match_near(const char *a, const char *b);
/* The codes of `available` for a day ("2026-11-30") and a part of it (any, am, pm, eve); "" when
 * the day is not known. */
const char *match_slots(struct arena *a, const char *day, const char *part);

#endif
