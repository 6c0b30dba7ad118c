/*
 * typed_no.h - a volunteer number 志愿者编号 that a member of staff typed: whose it is. The only way
 * from a typed number to a person, so that nobody reads names by counting numbers up.
 *
 *	struct typed_no v;
 *	enum err e = typed_no(q, in.volunteer_no, &v);      // ERR_NOT_FOUND: nobody's
 *	if (!e && !v.ours)
 *		... ask_volunteer(): v.name is masked, and stays so until they agree
 */
#ifndef ZYZ_TYPED_NO_H
#define ZYZ_TYPED_NO_H

#include "request.h"

struct typed_no {
	int64_t person, home; /* the home station */
	const char *no, *name;
	/* At home here, or known here: they applied, agreed to come, or have hours here. */
	bool ours;
	bool active;
};
/* A line copied out of a table: its cells end at a tab, comma, semicolon or, between names and
 * numbers, a blank; at most so many. */
size_t typed_cells(struct arena *a, const char *text, const char **cell, size_t most);
/* Ours and the platform's begin with V, its older ones have 32 digits; a telephone is neither. */
bool typed_is_no(const char *cell);
/* By either number. ERR_NOT_FOUND: nobody's. Tries that find nobody of ours are
 * counted for the member of staff and for the station: ERR_THROTTLED. Not in a transaction. */
enum err typed_no(struct rq *q, const char *no, struct typed_no *out) MUST_USE;

#endif
