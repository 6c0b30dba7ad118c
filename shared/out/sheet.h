/*
 * sheet.h - a table as a file for Excel and its kin: XLSX, or CSV with a byte order mark (the only
 * door to libxlsxwriter).
 *
 * Cells are written in order and each row is gone from memory when the next begins, so a sheet
 * costs the same whatever its length; what is built stands in a file without a name. Text stays
 * text: a leading zero is kept, and "=1+1" is no formula. In CSV, which has no types, a text that a
 * spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection).
 *
 *	struct sheet *s;
 *	enum err e = sheet_begin(a, SHEET_XLSX, "需求台账", &s);
 *	sheet_head(s, "编号");
 *	sheet_row(s);
 *	sheet_text(s, "N2600100012");
 *	e = sheet_end(s, &file, &n);                 // for reply_stream()
 */
#ifndef ZYZ_SHEET_H
#define ZYZ_SHEET_H

#include <stdio.h>

#include "str.h"

struct sheet;
enum sheet_kind { SHEET_XLSX, SHEET_CSV };
enum { SHEET_ROWS = 1048575 }; /* below the heading; a format's limit, not ours */

/* title names the sheet inside the file: 31 characters at most are shown. ERR_INTERNAL: no
 * temporary file. */
enum err sheet_begin(struct arena *a, enum sheet_kind kind, const char *title,
		     struct sheet **out) MUST_USE;
void sheet_head(struct sheet *s, const char *text); /* a heading of the first row */
void sheet_row(struct sheet *s);                    /* the next row begins */
void sheet_text(struct sheet *s, const char *text); /* NULL: an empty cell */
void sheet_int(struct sheet *s, int64_t value);     /* DB_NONE: an empty cell */
void sheet_hours(struct sheet *s, int64_t minutes); /* as hours with two decimals */
void sheet_yuan(struct sheet *s, int64_t fen);      /* as yuan with two decimals */
/* "2026-12-03" or "2026-12-03 09:00[:00]"; anything else is written as text. */
void sheet_day(struct sheet *s, const char *day);
/* The whole file, n bytes from its beginning, without a name and for the caller to close; the sheet
 * is gone. ERR_INTERNAL: it could not be written. */
enum err sheet_end(struct sheet *s, FILE **out, size_t *n) MUST_USE;
/* Gives it up half way. */
void sheet_drop(struct sheet *s);
const char *sheet_type(enum sheet_kind kind);   /* for Content-Type */
const char *sheet_ending(enum sheet_kind kind); /* "xlsx" */

#endif
