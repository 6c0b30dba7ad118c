/*
 * private.h - what a row of this program holds sealed, on its way to a page: masked, or whole after
 * one deliberate look that is written down with its purpose.
 *
 * Owns nothing. Never shows anything whole that look_private() has not noted before.
 *
 *	const struct private v[] = { { "need.phone", "Need.phone", c.phone, mask_phone } };
 *	e = put_private(q, c.uid, v, 1, false);
 */
#ifndef ZYZ_NEEDS_PRIVATE_H
#define ZYZ_NEEDS_PRIVATE_H

#include "needs.h"

struct private
{
	const char *column; /* as it was sealed */
	const char *node;   /* of the page */
	struct bytes sealed;
	const char *(*mask)(struct arena * a, const char *text);
};

enum err put_private(struct rq *q, struct bytes uid, const struct private *v, size_t n,
		     bool whole) MUST_USE;
/* One row of unmask for each field that is there, and the row of audit; both or neither. Refused
 * beyond so many looks a day. */
enum err look_private(struct rq *q, const struct private *v, size_t n, const char *action,
		      const char *target, int64_t id, const char *purpose) MUST_USE;

/* Of words that they are there. */
const char *mask_words(struct arena *a, const char *text);
/* The cell of a list that holds bytes. */
struct bytes cell_bytes(const struct row *r, const char *name);
/* Cells _uid and _name of a row as its masked `name`. */
enum err row_masked(struct rq *q, struct node *n, const struct row *r, const char *column) MUST_USE;

#endif
