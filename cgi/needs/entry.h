/*
 * entry.h - a need on its way into the ledger, from whatever staff saw or heard: typed at the desk,
 * pasted from a sheet, found on a visit, raised in a meeting.
 *
 * The caller has checked codes and lengths, and holds the transaction.
 *
 *	struct need_new n = { .source = "visit", .category = "0004", .description = "..." };
 *	e = need_put(q, &n, &no);
 */
#ifndef ZYZ_NEEDS_ENTRY_H
#define ZYZ_NEEDS_ENTRY_H

#include "needs.h"

/* Texts may be NULL, rows DB_NONE. */
struct need_new {
	const char *source, *name, *phone, *address, *category, *target_group, *sex, *age_band;
	const char *description, *grid, *wished, *frequency, *risk;
	int64_t household, visit;
};

enum err need_put(struct rq *q, const struct need_new *n, const char **no) MUST_USE;

#endif
