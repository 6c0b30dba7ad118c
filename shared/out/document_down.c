/* document_down.c - text from the top down, as Mongolian is written: each line of the layout turned
 * by a quarter, the next one to its right. */
#include "document_inside.h"

#include <math.h>

/* Where the line begins, as its style stands in the length. */
static double line_begins(const struct doc_style *s, double length, double taken)
{
	double free_room = length > taken ? length - taken : 0;
	return s->align == DOC_CENTRE ? free_room / 2 : s->align == DOC_RIGHT ? free_room : 0;
}

/* How far the ink of its lines reaches to both sides of the stem: the stem stands so that the ink
 * is in the middle of the column, in all of them alike. */
static double stem(GSList *lines, double column)
{
	int up = 0, down = 0;
	for (; lines; lines = lines->next) {
		PangoRectangle ink;
		pango_layout_line_get_extents(lines->data, &ink, NULL);
		up = -ink.y > up ? -ink.y : up;
		down = ink.y + ink.height > down ? ink.y + ink.height : down;
	}
	return (column + (double)(down - up) / PANGO_SCALE) / 2;
}

double doc_write_down(struct doc *d, double x, double y, double length, const struct doc_style *s,
		      const char *text)
{
	double column = s->size * (s->leading > 0 ? s->leading : 1.4), from = x;
	if (!text || !*text)
		return 0;
	PangoLayout *layout = doc_lay_out(d, length, s, text);
	GSList *lines = pango_layout_get_lines_readonly(layout);
	double middle = stem(lines, column);
	doc_colour(d, s->colour);
	for (GSList *l = lines; l; l = l->next, x += column) {
		PangoRectangle box;
		pango_layout_line_get_extents(l->data, NULL, &box);
		cairo_save(d->cr);
		cairo_translate(d->cr, x + middle,
				y + line_begins(s, length, (double)box.width / PANGO_SCALE));
		cairo_rotate(d->cr, M_PI / 2);
		cairo_move_to(d->cr, 0, 0);
		pango_cairo_show_layout_line(d->cr, l->data);
		cairo_restore(d->cr);
	}
	g_object_unref(layout);
	return x - from;
}
