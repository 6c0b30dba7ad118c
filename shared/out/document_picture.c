/* document_picture.c - a JPEG on a sheet: the file itself stands in the PDF, nothing is decoded. */
#include "document_inside.h"

/* Width and height as the frame of a JPEG says. */
static bool jpeg_sides(struct bytes b, int *wide, int *high)
{
	const uint8_t *p = b.p;
	for (size_t at = 2; at + 9 < b.n && p[at] == 0xff;
	     at += 2 + ((size_t)p[at + 2] << 8 | p[at + 3])) {
		if (p[at + 1] < 0xc0 || p[at + 1] > 0xc2)
			continue;
		*high = p[at + 5] << 8 | p[at + 6];
		*wide = p[at + 7] << 8 | p[at + 8];
		return *high > 0 && *wide > 0;
	}
	return false;
}

void doc_picture(struct doc *d, double x, double y, double wide, double high, struct bytes jpeg)
{
	int w, h;
	if (d->kind != DOC_PDF || !jpeg_sides(jpeg, &w, &h))
		return;
	double scale = wide / w < high / h ? wide / w : high / h;
	cairo_surface_t *s = cairo_image_surface_create(CAIRO_FORMAT_RGB24, w, h);
	(void)cairo_surface_set_mime_data(s, CAIRO_MIME_TYPE_JPEG, jpeg.p, jpeg.n, NULL, NULL);
	cairo_save(d->cr);
	cairo_translate(d->cr, x, y);
	cairo_scale(d->cr, scale, scale);
	cairo_set_source_surface(d->cr, s, 0, 0);
	cairo_paint(d->cr);
	cairo_restore(d->cr);
	cairo_surface_destroy(s);
}
