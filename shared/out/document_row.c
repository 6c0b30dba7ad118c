/* document_row.c - rows of a table: how high each is, and then its cells with lines round them. */
#include "document_inside.h"

struct doc_row {
	const struct doc_column *columns;
	size_t n;
	unsigned colour;
	double high;
	PangoLayout *cells[DOC_COLUMNS];
};

static const double pad_x = 4, pad_y = 2.5, line = 0.5;

struct doc_row *doc_row(struct doc *d, const struct doc_column *columns, size_t n,
			const char *const *cells, const struct doc_style *s, double *high)
{
	struct doc_row *r = arena_alloc(d->arena, sizeof(*r));
	*r = (struct doc_row){ columns, n, s->colour, s->size * 1.4, { NULL } };
	for (size_t i = 0; i < n; i++) {
		struct doc_style own = *s;
		own.align = columns[i].align;
		if (!cells[i] || !*cells[i])
			continue;
		r->cells[i] = doc_lay_out(d, columns[i].width - 2 * pad_x, &own, cells[i]);
		double h = doc_layout_high(r->cells[i]);
		r->high = h > r->high ? h : r->high;
	}
	*high = r->high += 2 * pad_y;
	return r;
}

void doc_row_draw(struct doc *d, struct doc_row *r, double x, double y)
{
	for (size_t i = 0; i < r->n; i++) {
		doc_box(d, x, y, r->columns[i].width, r->high, line, 0x444444);
		if (r->cells[i]) {
			doc_layout_draw(d, x + pad_x, y + pad_y, r->colour, r->cells[i]);
			g_object_unref(r->cells[i]);
		}
		x += r->columns[i].width;
	}
}
