/*
 * export.h - everything that is kept about a person, read once and written in three ways: as JSON
 * (export.c), as a page (export_page.c) and as sheets of A4 (export_paper.c).
 *
 * Owns no table. What is a part of it stands in export_parts[]; the three see the same rows of the
 * same statements, and each look is audited and counted alike.
 */
#ifndef ZYZ_EXPORT_H
#define ZYZ_EXPORT_H

#include "account.h"

/* What comes out sealed in a column x_sealed of a table is opened as table.x. */
struct export_part {
	const char *name, *table;
	struct stmt *q;
};
extern const struct export_part export_parts[]; /* ends with a name NULL */
/* export_notes.c: some of their statements */
extern struct stmt export_proxies_q, export_acts_q, export_workers_q, export_notes_q, export_tags_q,
	export_messages_q, export_ways_q, export_no_shows_q, export_standby_q, export_bank_q,
	export_bank_entries_q, export_kin_q, export_green_q, export_duties_q, export_gifts_q,
	export_funds_q;

/* What is met on the way: parts of the person, then those of each registration that was merged into
 * theirs, inside MERGED; inside a part its rows. Each but CELL has an end. */
enum export_step {
	EXPORT_MERGED,
	EXPORT_PERSON, /* one of the merged */
	EXPORT_ONE,    /* a part that is one row */
	EXPORT_PART,
	EXPORT_ROW, /* not inside EXPORT_ONE */
	EXPORT_CELL
};
/* name: of the part or cell; c: a cell, opened where it was sealed, for this call alone. */
typedef void export_say(void *ctx, enum export_step step, bool end, const char *name,
			const struct cell *c);
/* Goes once over all that is kept about q->person. *no: under which number. */
enum err export_walk(struct rq *q, export_say *say, void *ctx, const char **no) MUST_USE;
/* It was given away. */
enum err export_given(struct rq *q) MUST_USE;

/* export_read.c: the same for people to read. Nothing that is empty, of each part EXPORT_ROWS rows,
 * words and codes in Chinese. */
enum { EXPORT_ROWS = 100 };
struct export_field {
	const char *name, *label, *value;
	struct export_field *next;
};
struct export_row {
	struct export_field *fields;
	struct export_row *next;
};
struct export_section {
	const char *name, *title;
	size_t merged; /* of which of the merged registrations; 0: their own */
	struct export_row *rows;
	bool more; /* there are rows that are not told here */
	struct export_section *next;
};
enum err export_read(struct rq *q, struct export_section **all, const char **no) MUST_USE;

#endif
