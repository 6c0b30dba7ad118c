/* poster.c - where the parts of a poster stand. */
#include "poster.h"

#include "document.h"

#define INK   0x17211c
#define GREEN 0x00703c
#define LEFT  60.0
#define WIDE  475.0
#define CODE  270.0

static const struct doc_style name = { DOC_SANS, 30, DOC_CENTRE, 1.3, 0, 0, true, GREEN };
static const struct doc_style call = { DOC_SANS, 22, DOC_CENTRE, 1.4, 0, 0, true, INK };
static const struct doc_style line = { DOC_SANS, 16, DOC_CENTRE, 1.5, 0, 0, false, INK };

static double poster_line(struct doc *d, double y, const struct doc_style *s, const char *text)
{
	return *str_or(text, "") ? doc_write(d, LEFT, y, WIDE, s, text) : 0;
}

enum err poster_make(struct arena *a, const char *day, const struct poster *p, struct bytes *pdf)
{
	double y = 80;
	struct doc *d = doc_start(a, DOC_PDF, p->name, day);
	doc_box(d, 28, 28, DOC_WIDTH - 56, DOC_HEIGHT - 56, 4, GREEN);
	y += poster_line(d, y, &name, p->name) + 10;
	y += poster_line(d, y, &call, p->call) + 24;
	doc_qr(d, (DOC_WIDTH - CODE) / 2, y, CODE, p->url);
	y += CODE + 24;
	y += poster_line(d, y, &line, p->about) + 10;
	y += poster_line(d, y, &call, p->phone);
	y += poster_line(d, y, &line, p->hours);
	(void)poster_line(d, y, &line, p->address);
	return doc_finish(d, pdf);
}
