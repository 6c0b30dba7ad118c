/* document_inside.h - a sheet while it is made, and text laid out for it; for document*.c alone. */
#ifndef ZYZ_DOCUMENT_INSIDE_H
#define ZYZ_DOCUMENT_INSIDE_H

#include <cairo.h>
#include <pango/pangocairo.h>

#include "document.h"

enum { MAX_PAGES = 100 };

struct doc {
	struct arena *arena;
	enum doc_kind kind;
	cairo_surface_t *pages[MAX_PAGES]; /* a picture's sheets; a PDF is pages[0] alone */
	size_t n;
	cairo_t *cr;
	PangoContext *context;
	struct buf out;
	unsigned accent; /* the colour that is not grey */
	int unknown;
	bool copy; /* unknown characters may be */
	enum err err;
};

/* Laid out once; drawn, or only asked for its height, and then dropped. */
PangoLayout *doc_lay_out(struct doc *d, double width, const struct doc_style *s, const char *text);
double doc_layout_high(PangoLayout *layout);
void doc_layout_draw(struct doc *d, double x, double y, unsigned rgb, PangoLayout *layout);
void doc_colour(struct doc *d, unsigned rgb);

#endif
