/*
 * shift.h - what pages of the program recruit share in showing shifts: days in words for sentences
 * that are made here, names of codes in a statement, and a refusal that both kinds of sign-up give.
 *
 *	"您已有“" title "”：" when_text(q, starts_at, ends_at)      // 12月5日 周六 09:00–11:00
 */
#ifndef ZYZ_RECRUIT_SHIFT_H
#define ZYZ_RECRUIT_SHIFT_H

#include "may.h"

/* The names of codes in a column with commas, in the order of their list. */
#define NAMES_OF(list, codes) \
	"(SELECT GROUP_CONCAT(c.name ORDER BY c.sort SEPARATOR '\u3001') FROM code_item c " \
	"WHERE c.list = '" list "' AND FIND_IN_SET(c.code, " codes "))"

/* Of two times as SQL gives them, on one day; the second may be NULL. */
const char *when_text(const struct rq *q, const char *from, const char *to);

/* What Page.Done says to somebody who signed up and is now in this state. */
const char *apply_done(const char *state);
/* Why not, beside the page: made again by show with 409, or ERR_FORM. */
enum err apply_refuse(struct rq *q, const struct choice_row *c, const struct why *w,
		      enum err (*show)(struct rq *q)) MUST_USE;

#endif
