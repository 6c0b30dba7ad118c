/*
 * csv.h - a table out of a spreadsheet: cells by RFC 4180, in UTF-8 with or without a byte order
 * mark, or in GB18030; between commas, or where the first line has none tabs or semicolons. What
 * was copied and pasted has tabs, and quotes only round cells of several lines.
 *
 *	struct csv t;
 *	const char *fault = csv_read(a, bytes, &t);        // NULL: t.row[0] are the titles
 */
#ifndef ZYZ_CSV_H
#define ZYZ_CSV_H

#include "arena.h"
#include "str.h"

enum { CSV_ROWS = 2001, CSV_CELLS = 60 };

struct csv_row {
	const char *
		*cell;   /* n of them, cleaned (text_prose), without what keeps spreadsheets off */
	size_t n, line;  /* line: where it begins in the file, from 1 */
	const char *raw; /* all of it as it came, so many bytes, without the line's end */
	size_t bytes;
};
struct csv {
	struct csv_row *row;
	size_t n; /* rows with anything in them */
};
/* The text of a file; NULL: it is neither UTF-8 nor GB18030. */
const char *csv_text(struct arena *a, struct bytes b);
/* The column, from 1, whose title is one of the words between the | of list; 0: none. */
size_t csv_column(struct arena *a, const struct csv_row *titles, const char *list);
/* A word for a message: csv_text (no such text), csv_rows (too many), csv_quote (a quote that does
 * not end). */
const char *csv_read(struct arena *a, struct bytes b, struct csv *out);
/* What was pasted into a field: a quote that does not end with its cell is a letter like others.
 * csv_rows: too many. */
const char *csv_pasted(struct arena *a, const char *text, struct csv *out);

#endif
