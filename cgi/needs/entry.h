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

#include "form.h"
#include "needs.h"

#define NEED_IN(X, T) \
	X(T, WORD, source, 1, 8) \
	X(T, NO, household, 0, 24) \
	X(T, NAME, name, 0, 60) \
	X(T, PHONE, phone, 0, 20) \
	X(T, STR, address, 0, 120) \
	X(T, CODE, sex, 0, 1) \
	X(T, STR, age_band, 0, 12) \
	X(T, CODE, category, 1, 4) \
	X(T, CODE, target_group, 0, 2) \
	X(T, STR, frequency, 0, 30) \
	X(T, STR, grid, 0, 30) \
	X(T, TEXT, description, 2, 1000) \
	X(T, STR, wished, 0, 60) \
	X(T, STR, risk, 0, 200)
FORM_DEFINE(need_in, NEED_IN);
/* What staff may say of where a need comes from. */
#define NEED_SOURCES "visit,meeting,phone,grid"

/* Texts may be NULL, rows DB_NONE; no uid: a random one. */
struct need_new {
	struct bytes uid;
	const char *source, *name, *phone, *address, *category, *target_group, *sex, *age_band;
	const char *description, *grid, *wished, *frequency, *risk;
	int64_t household, visit, meeting;
};

/* What was typed, and what the file of its household knows besides. *fault: not_found, of the
 * household. */
enum err need_from(struct rq *q, const struct need_in *in, struct need_new *n,
		   const char **fault) MUST_USE;
/* ERR_DUPLICATE: one of this uid is there. */
enum err need_put(struct rq *q, const struct need_new *n, const char **no) MUST_USE;

#endif
