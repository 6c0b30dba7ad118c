/*
 * honour_enter.h - an honour is entered 登记表彰: by the desk, or because a nomination was chosen. It
 * waits to be verified by a second person, and the same paper honours the same one once.
 *
 *	honour_entry_paper(q->arena, &h);
 *	enum err e = honour_entry_twice(&h, &twice);
 *	if (!e && !twice)
 *		e = honour_enter(q, &h, &id, &no);      // in a transaction
 */
#ifndef ZYZ_COMMEND_HONOUR_ENTER_H
#define ZYZ_COMMEND_HONOUR_ENTER_H

#include "request.h"
#include "whom.h"

/* Of a station's own awards: made in these days or not at all; rule honour_back_days. */
enum { HONOUR_BACK_DAYS = 60 };

struct honour_entry {
	struct whom w;
	struct bytes uid; /* random: the same form sent twice is one honour */
	const char *name, *awarded_on, *authority, *authority_kind;
	const char *document_name, *document_no, *content; /* NULL: "" */
	const char *paper;                                 /* honour_entry_paper() */
};
/* The number of its paper in one writing, and what may be there once. */
void honour_entry_paper(struct arena *a, struct honour_entry *h);
/* Another honour has this paper for the same one. */
enum err honour_entry_twice(const struct honour_entry *h, bool *twice) MUST_USE;
/* ERR_DUPLICATE: the paper or the form is there already. */
enum err honour_enter(struct rq *q, const struct honour_entry *h, int64_t *id,
		      const char **no) MUST_USE;

#endif
