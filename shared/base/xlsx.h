/*
 * xlsx.h - the first sheet of a workbook, xl/worksheets/sheet1.xml, as the rows that csv.h gives.
 *
 * Two parts of the ZIP are unpacked, in pieces and so many bytes at most, whatever it says of its
 * sizes; a document type is refused. Cells are what is written in them: a date that is a number
 * stays a number.
 *
 *	if (xlsx_is(bytes))
 *		fault = xlsx_read(a, bytes, &t);           // NULL: t.row[0] are the titles
 */
#ifndef ZYZ_XLSX_H
#define ZYZ_XLSX_H

#include "csv.h"

bool xlsx_is(struct bytes b);
/* A word for a message: csv_rows (too many), xlsx_file (no sound workbook), xlsx_large. */
const char *xlsx_read(struct arena *a, struct bytes b, struct csv *out);

#endif
