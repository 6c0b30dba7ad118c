/* badge_sheet.c - where the parts of a badge stand: two to a row, five rows, each 90 x 54 mm. */
#include "badge_sheet.h"

#include "document.h"

#define RED    0xb01c1c
#define INK    0x17211c
#define PALE   0xbbbbbb
#define WIDE   255.118
#define HIGH   153.071
#define HEAD   30.0
#define CODE   84.0
#define ACROSS 2
#define SHEET  10

static const struct doc_style station = { DOC_SANS, 13, DOC_CENTRE, 1.2, 0, 0, true, 0xffffff };
static const struct doc_style name = { DOC_SERIF, 27, DOC_LEFT, 1.15, 0, 0, true, INK };
static const struct doc_style line = { DOC_SANS, 9, DOC_LEFT, 1.4, 0, 0, false, INK };

static const struct doc_style down = { DOC_MONGOLIAN, 11, DOC_LEFT, 1.4, 0, 0, false, INK };

/* One line of it, or as many as it needs at the smallest. */
static struct doc_style fit(struct doc *d, double wide, double high, struct doc_style s,
			    double least, const char *text)
{
	while (s.size > least && doc_height(d, wide, &s, text) > high)
		s.size -= 1;
	return s;
}

static void badge_draw(struct doc *d, double x, double y, const struct badge_about *about,
		       const struct badge_face *f, struct arena *a)
{
	double left = about->mongolian ? 32 : 18, column = WIDE - CODE - 16 - left;
	struct doc_style s = fit(d, WIDE - 16, HEAD - 6, station, 7, about->station);
	double tall = doc_height(d, WIDE - 16, &s, about->station);
	doc_rule(d, x, y + HEAD / 2, WIDE, HEAD, RED);
	(void)doc_write(d, x + 8, y + (HEAD - tall) / 2, WIDE - 16, &s, about->station);
	(void)doc_write_down(d, x + 10, y + HEAD + 8, HIGH - HEAD - 16, &down, about->mongolian);
	s = fit(d, column, 66, name, 11, f->name);
	double at = y + HEAD + 14;
	at += doc_write(d, x + left, at, column, &s, f->name) + 6;
	at += doc_write(d, x + left, at, column, &line,
			arena_fmt(a, "%s %s", about->number, f->no));
	/* Where the name leaves room for it, down to the telephone. */
	double low = y + HIGH - 24;
	if (f->fields && at + doc_height(d, column, &line, f->fields) <= low)
		at += doc_write(d, x + left, at, column, &line, f->fields);
	if (about->phone)
		(void)doc_write(d, x + left, y + HIGH - 22, WIDE - 18 - left, &line, about->phone);
	doc_qr(d, x + WIDE - CODE - 12, y + HEAD + 12, CODE, f->url);
	doc_box(d, x, y, WIDE, HIGH, 0.5, PALE);
	(void)at;
}

enum err badge_sheet(struct arena *a, const char *day, const struct badge_about *about,
		     const struct badge_face *faces, size_t n, struct bytes *pdf)
{
	double left = (DOC_WIDTH - ACROSS * WIDE) / 2;
	double top = (DOC_HEIGHT - SHEET / (double)ACROSS * HIGH) / 2;
	struct doc *d = doc_start(a, DOC_PDF, about->station, day);
	for (size_t i = 0; i < n; i++) {
		size_t k = i % SHEET;
		if (i && !k)
			doc_page(d);
		badge_draw(d, left + (double)(k % ACROSS) * WIDE, top + (double)(k / ACROSS) * HIGH,
			   about, &faces[i], a);
	}
	return doc_finish(d, pdf);
}
