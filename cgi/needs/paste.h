/*
 * paste.h - needs copied out of Excel: what each row of the table would become.
 *
 * Owns nothing and stores nothing. A row holds a message for each cell that is wrong, or the
 * need that it becomes; nothing of it is dropped.
 *
 *	e = paste_read(&p, text);               // OK, and p.fault: a word, when it is no such table
 */
#ifndef ZYZ_NEEDS_PASTE_H
#define ZYZ_NEEDS_PASTE_H

#include "csv.h"
#include "entry.h"

enum { PASTE_ROWS = 200, PASTE_FAULTS = 6 };

/* One row that was pasted. */
struct paste_row {
	const struct csv_row *cells;
	struct need_in in;
	struct need_new n;
	const char *fault[PASTE_FAULTS]; /* what to say of it */
	size_t faults;
	const char *no; /* its need, once it is stored */
};
struct paste {
	struct rq *q;
	const char *source; /* of rows that do not say it */
	struct bytes uid;   /* of the form: sent twice is stored once */
	bool doubles;       /* also what looks like an open need */
	struct csv csv;
	size_t columns[16]; /* by the order of paste_columns: from 1, 0: not there */
	bool titles;        /* the table has a row of titles, csv.row[head] */
	size_t head;
	const char *unused; /* titles that are none of ours, with 、 between; NULL: none */
	const char *above;  /* what stands over the titles and is not read, as unused */
	struct paste_row *v;
	size_t n;
	const char *fault;
};

enum err paste_read(struct paste *p, const char *text) MUST_USE;
/* The need of this uid, if it is there. */
enum err paste_known(struct paste_row *r) MUST_USE;

#endif
