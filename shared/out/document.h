/*
 * document.h - sheets of A4 as PDF or PNG, by the same drawing code (the only door to pango and
 * cairo; QR codes are document_qr.h's).
 *
 * Owns fonts, line breaking, pages. Measures are points (1/72 inch) from the upper left corner of a
 * sheet, 595 x 842. Every doc_start() ends in one doc_finish(), which frees what it took; errors in
 * between are kept and told there. A character that no font has is ERR_CHECK: a paper with a box in
 * somebody's name is worse than none.
 *
 *	struct doc *d = doc_start(q->arena, DOC_PDF, title, "2026-11-22");
 *	y += doc_write(d, 72, y, 450, &(struct doc_style){ .font = DOC_SERIF, .size = 12 }, text);
 *	doc_qr(d, 72, 640, 120, url);
 *	struct bytes pdf;
 *	enum err e = doc_finish(d, &pdf);
 */
#ifndef ZYZ_DOCUMENT_H
#define ZYZ_DOCUMENT_H

#include <stdbool.h>

#include "arena.h"
#include "str.h"

#define DOC_WIDTH  595.276
#define DOC_HEIGHT 841.89
/* What stands between these two in a text is bold. */
#define DOC_STRONG "\x02"
#define DOC_PLAIN  "\x03"

enum doc_kind { DOC_PDF, DOC_PNG };
enum doc_font { DOC_SERIF, DOC_SANS, DOC_MONGOLIAN };
enum doc_align { DOC_LEFT, DOC_CENTRE, DOC_RIGHT };
enum { DOC_PNG_PAGES = 4 }; /* a picture of more sheets is ERR_TOO_LARGE */

struct doc_style {
	enum doc_font font;
	double size; /* points */
	enum doc_align align;
	double leading; /* distance of lines, in sizes; 0: 1.4 */
	double indent;  /* of a first line, points */
	double spacing; /* between letters, points */
	bool bold;
	unsigned colour; /* 0xRRGGBB */
};

struct doc;
/* day, "YYYY-MM-DD", stands in the file as its date: the same content gives the same bytes. */
struct doc *doc_start(struct arena *a, enum doc_kind kind, const char *title, const char *day);
/* Sheets of another size than A4, in points; PDF alone, before anything is drawn. */
void doc_sheet(struct doc *d, double wide, double high);
void doc_page(struct doc *d); /* goes on with the next sheet */
size_t doc_pages(const struct doc *d);
/* It is a copy of what people typed, as they typed it: what no font has stands as a box. */
void doc_copy(struct doc *d);

/* Writes a text into a column of this width; gives its height. NULL writes nothing. */
double doc_write(struct doc *d, double x, double y, double width, const struct doc_style *s,
		 const char *text);
double doc_height(struct doc *d, double width, const struct doc_style *s, const char *text);
/* Mongolian, from the top down, with its columns from left to right; gives the width of them. */
double doc_write_down(struct doc *d, double x, double y, double length, const struct doc_style *s,
		      const char *text);
void doc_box(struct doc *d, double x, double y, double w, double h, double line, unsigned colour);
void doc_rule(struct doc *d, double x, double y, double w, double line, unsigned colour);
/* A code with its quiet zone, this wide. */
void doc_qr(struct doc *d, double x, double y, double side, const char *text);

/* A JPEG as large as it fits into this box, from its upper left corner; in a PDF alone, where it
 * stands as it is. What is none is left out. */
void doc_picture(struct doc *d, double x, double y, double wide, double high, struct bytes jpeg);

struct doc_column {
	double width;
	enum doc_align align;
};
enum { DOC_COLUMNS = 12 };
/* One row of a table, with lines round its cells, laid out but not yet on a sheet: how high it is
 * says on which. Each is drawn, once. */
struct doc_row;
struct doc_row *doc_row(struct doc *d, const struct doc_column *columns, size_t n,
			const char *const *cells, const struct doc_style *s, double *high);
void doc_row_draw(struct doc *d, struct doc_row *r, double x, double y);

/* ERR_CHECK: a character is in no font. ERR_TOO_LARGE: too many sheets for a picture. */
enum err doc_finish(struct doc *d, struct bytes *out) MUST_USE;

#endif
