/*
 * recount.h - what recount.c compares, as a table: a sum, the rows it is the sum of, and by which
 * ids both are cut into ranges.
 */
#ifndef ZYZ_RECOUNT_H
#define ZYZ_RECOUNT_H

#include "db.h"

enum { RECOUNT_RANGES = 3 };
struct recount {
	const char *what;  /* for the progress: "volunteers" */
	const char *unit;  /* of the sum: " minutes", or "" */
	struct stmt *last; /* the highest id */
	/* Takes the first and the last id of a range, `ranges` times over. Its rows are what does
	 * not agree: what is kept, what the rows say, by how many records it is off, whose it is.
	 */
	struct stmt *differ;
	int ranges;
	int64_t size; /* ids in a range */
};
extern const struct recount recounts[];

#endif
