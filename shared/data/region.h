/*
 * region.h - divisions 行政区划: which codes lie under which, and whether one may be chosen.
 *
 * Owns no state and writes nothing; regions come from sql/seed/regions.csv and `zyz-admin regions`.
 * The codes of what lies in a division begin with its own, a province's and a city's without their
 * zeros: 610000 → 61, 610500 → 6105, 610502100 whole.
 *
 *	ARGS(A_(region_prefix(a, "610500")))                 // ... region_code LIKE '6105%'
 */
#ifndef ZYZ_REGION_H
#define ZYZ_REGION_H

#include <stdbool.h>

#include "db.h"

enum region_level {
	REGION_PROVINCE = 1,
	REGION_CITY,
	REGION_COUNTY,
	REGION_STREET,
	REGION_COMMUNITY
};
enum region_fit {
	REGION_FITS,
	REGION_UNKNOWN, /* no such code */
	REGION_ENDED,   /* was one */
	REGION_WIDE     /* has parts, and one of them is to be said */
};

/* A pattern for LIKE that fits the division and all in it; "" fits none. */
const char *region_prefix(struct arena *a, const char *code);
bool region_within(const char *code, const char *in); /* code is in, or lies in it */
/* May it be chosen where a division of this level, or a smaller one, is asked for? One that has no
 * parts fits whatever its level. */
enum err region_fit(const char *code, enum region_level least, enum region_fit *fit) MUST_USE;

#endif
