/* document.c - text and lines on sheets, through pango and cairo. */
#include "document.h"

#include <cairo-pdf.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "config.h"
#include "document_inside.h"
#include "document_png.h"
#include "document_qr.h"

#define DOTS 1240.0 /* a picture is so wide: 150 to the inch */
enum { QR_DOTS = 8 };

/* Fonts stay for the life of the process: loading them costs more than a sheet. */
static PangoFontMap *fonts(void)
{
	static PangoFontMap *map;
	char name[1024], conf[PATH_MAX];
	if (map)
		return map;
	int n = snprintf(name, sizeof(name), "%s/fonts.conf", cfg.font_dir);
	/* Without fonts of our own the system's serve, more slowly and with larger files. The
	 * path is made whole: fontconfig looks for a relative one in a folder of the system's. */
	if (n > 0 && (size_t)n < sizeof(name) && realpath(name, conf))
		(void)setenv("FONTCONFIG_FILE", conf, 1);
	map = pango_cairo_font_map_new();
	pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map), 72);
	return map;
}

static void keep(struct doc *d, enum err e, const char *what)
{
	if (e && !d->err)
		d->err = ERR(e, "document: %s", what);
}

static void check_cairo(struct doc *d, cairo_status_t status)
{
	if (status != CAIRO_STATUS_SUCCESS)
		keep(d, ERR_INTERNAL, cairo_status_to_string(status));
}

static cairo_status_t to_buffer(void *ctx, const unsigned char *p, unsigned n)
{
	struct doc *d = ctx;
	buf_add(&d->out, (const char *)p, n);
	return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *new_page(struct doc *d)
{
	if (d->kind == DOC_PDF)
		return cairo_pdf_surface_create_for_stream(to_buffer, d, DOC_WIDTH, DOC_HEIGHT);
	return cairo_recording_surface_create(
		CAIRO_CONTENT_COLOR_ALPHA,
		&(cairo_rectangle_t){ .width = DOC_WIDTH, .height = DOC_HEIGHT });
}

static void begin_page(struct doc *d)
{
	d->pages[d->n] = new_page(d);
	d->cr = cairo_create(d->pages[d->n]);
	d->n++;
	check_cairo(d, cairo_status(d->cr));
}

static void set_up_text(struct doc *d)
{
	cairo_font_options_t *o = cairo_font_options_create();
	cairo_font_options_set_hint_style(o, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(o, CAIRO_HINT_METRICS_OFF);
	cairo_font_options_set_antialias(o, CAIRO_ANTIALIAS_GRAY);
	d->context = pango_font_map_create_context(fonts());
	pango_cairo_context_set_font_options(d->context, o);
	pango_context_set_language(d->context, pango_language_from_string("zh-cn"));
	cairo_font_options_destroy(o);
}

struct doc *doc_start(struct arena *a, enum doc_kind kind, const char *title, const char *day)
{
	struct doc *d = arena_alloc(a, sizeof(*d));
	*d = (struct doc){ .arena = a, .kind = kind, .out = { .arena = a } };
	begin_page(d);
	set_up_text(d);
	if (kind == DOC_PDF) {
		cairo_surface_t *s = d->pages[0];
		const char *at = arena_fmt(a, "%sT00:00:00+08:00", day);
		cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_TITLE, title);
		cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_CREATE_DATE, at);
	}
	return d;
}

void doc_sheet(struct doc *d, double wide, double high)
{
	cairo_pdf_surface_set_size(d->pages[0], wide, high);
}

void doc_page(struct doc *d)
{
	if (d->kind == DOC_PDF) {
		cairo_show_page(d->cr);
		d->n++;
	} else if (d->n < MAX_PAGES) {
		cairo_destroy(d->cr);
		begin_page(d);
	} else {
		keep(d, ERR_TOO_LARGE, "too many sheets");
	}
}

size_t doc_pages(const struct doc *d)
{
	return d->n;
}

void doc_copy(struct doc *d)
{
	d->copy = true;
}

void doc_colour(struct doc *d, unsigned rgb)
{
	if ((rgb >> 16 & 0xff) != (rgb & 0xff))
		d->accent = rgb;
	cairo_set_source_rgb(d->cr, (rgb >> 16 & 0xff) / 255.0, (rgb >> 8 & 0xff) / 255.0,
			     (rgb & 0xff) / 255.0);
}

/* The text without its marks, and where it is bold. */
static const char *plain(struct doc *d, const char *text, PangoAttrList *attrs)
{
	struct buf b = { .arena = d->arena };
	size_t from = 0;
	buf_str(&b, "");
	for (; *text; text++) {
		if (*text == DOC_STRONG[0]) {
			from = b.n;
		} else if (*text == DOC_PLAIN[0]) {
			PangoAttribute *bold = pango_attr_weight_new(PANGO_WEIGHT_BOLD);
			bold->start_index = (guint)from;
			bold->end_index = (guint)b.n;
			pango_attr_list_insert(attrs, bold);
		} else {
			buf_char(&b, *text);
		}
	}
	return b.p;
}

PangoLayout *doc_lay_out(struct doc *d, double width, const struct doc_style *s, const char *text)
{
	static const char *const families[] = {
		[DOC_SERIF] = "Zyz Serif,Zyz Serif Common,Zyz Serif Second,"
			      "Zyz Serif Rare,Noto Serif CJK SC",
		[DOC_SANS] = "Zyz Sans,Zyz Sans Common,Zyz Sans Second,"
			     "Zyz Sans Rare,Noto Sans CJK SC",
		[DOC_MONGOLIAN] = "Noto Sans Mongolian"
	};
	static const PangoAlignment aligns[] = { [DOC_LEFT] = PANGO_ALIGN_LEFT,
						 [DOC_CENTRE] = PANGO_ALIGN_CENTER,
						 [DOC_RIGHT] = PANGO_ALIGN_RIGHT };
	PangoFontDescription *font = pango_font_description_new();
	PangoAttrList *attrs = pango_attr_list_new();
	const char *words = plain(d, text, attrs);
	pango_font_description_set_family_static(font, families[s->font]);
	pango_font_description_set_absolute_size(font, s->size * PANGO_SCALE);
	if (s->bold)
		pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
	if (s->spacing > 0)
		pango_attr_list_insert(
			attrs, pango_attr_letter_spacing_new((int)(s->spacing * PANGO_SCALE)));
	/* Between lines whatever the font asks for: names with fallback glyphs stay in line. */
	pango_attr_list_insert(
		attrs, pango_attr_line_height_new_absolute(
			       (int)((s->leading > 0 ? s->leading : 1.4) * s->size * PANGO_SCALE)));
	PangoLayout *layout = pango_layout_new(d->context);
	pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_font_description(layout, font);
	pango_layout_set_attributes(layout, attrs);
	pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
	pango_layout_set_indent(layout, (int)(s->indent * PANGO_SCALE));
	pango_layout_set_alignment(layout, aligns[s->align]);
	pango_layout_set_text(layout, words, -1);
	pango_attr_list_unref(attrs);
	pango_font_description_free(font);
	d->unknown += pango_layout_get_unknown_glyphs_count(layout);
	return layout;
}

double doc_layout_high(PangoLayout *layout)
{
	int w, h;
	pango_layout_get_size(layout, &w, &h);
	return (double)h / PANGO_SCALE;
}

void doc_layout_draw(struct doc *d, double x, double y, unsigned rgb, PangoLayout *layout)
{
	doc_colour(d, rgb);
	cairo_move_to(d->cr, x, y);
	pango_cairo_update_context(d->cr, d->context);
	pango_cairo_show_layout(d->cr, layout);
}

double doc_height(struct doc *d, double width, const struct doc_style *s, const char *text)
{
	if (!text || !*text)
		return 0;
	PangoLayout *layout = doc_lay_out(d, width, s, text);
	double high = doc_layout_high(layout);
	g_object_unref(layout);
	return high;
}

double doc_write(struct doc *d, double x, double y, double width, const struct doc_style *s,
		 const char *text)
{
	if (!text || !*text)
		return 0;
	PangoLayout *layout = doc_lay_out(d, width, s, text);
	double high = doc_layout_high(layout);
	doc_layout_draw(d, x, y, s->colour, layout);
	g_object_unref(layout);
	return high;
}

void doc_box(struct doc *d, double x, double y, double w, double h, double line, unsigned rgb)
{
	doc_colour(d, rgb);
	cairo_set_line_width(d->cr, line);
	cairo_rectangle(d->cr, x, y, w, h);
	cairo_stroke(d->cr);
}

void doc_rule(struct doc *d, double x, double y, double w, double line, unsigned rgb)
{
	doc_colour(d, rgb);
	cairo_set_line_width(d->cr, line);
	cairo_move_to(d->cr, x, y);
	cairo_line_to(d->cr, x + w, y);
	cairo_stroke(d->cr);
}

/* The modules as a mask, each of some dots: viewers that smooth pictures leave the edges alone, and
 * a picture is a tenth of the bytes and of the time of hundreds of rectangles. */
static cairo_surface_t *qr_mask(const struct qr *qr)
{
	int side = qr->side * QR_DOTS;
	cairo_surface_t *mask = cairo_image_surface_create(CAIRO_FORMAT_A8, side, side);
	unsigned char *p = cairo_image_surface_get_data(mask);
	int stride = cairo_image_surface_get_stride(mask);
	if (!p)
		return mask;
	for (int y = 0; y < side; y++)
		for (int x = 0; x < qr->side; x++)
			memset(p + (ptrdiff_t)y * stride + (ptrdiff_t)x * QR_DOTS,
			       qr->dark[y / QR_DOTS * qr->side + x] ? 0xff : 0, QR_DOTS);
	cairo_surface_mark_dirty(mask);
	return mask;
}

void doc_qr(struct doc *d, double x, double y, double side, const char *text)
{
	struct qr qr;
	enum err e = qr_make(d->arena, text, &qr);
	if (e) {
		keep(d, e, "QR code");
		return;
	}
	double one = side / (qr.side + 2 * QR_QUIET);
	cairo_surface_t *mask = qr_mask(&qr);
	cairo_pattern_t *pattern = cairo_pattern_create_for_surface(mask);
	cairo_pattern_set_filter(pattern, CAIRO_FILTER_NEAREST);
	cairo_save(d->cr);
	cairo_translate(d->cr, x + QR_QUIET * one, y + QR_QUIET * one);
	cairo_scale(d->cr, one / QR_DOTS, one / QR_DOTS);
	doc_colour(d, 0);
	cairo_mask(d->cr, pattern);
	cairo_restore(d->cr);
	check_cairo(d, cairo_pattern_status(pattern));
	cairo_pattern_destroy(pattern);
	cairo_surface_destroy(mask);
}

/* The recorded sheets, one below the other, on white. */
static void paint_picture(struct doc *d, struct bytes *out)
{
	double scale = DOTS / DOC_WIDTH;
	int wide = (int)DOTS, high = (int)(DOC_HEIGHT * scale), all = high * (int)d->n;
	if (d->n > DOC_PNG_PAGES) {
		keep(d, ERR_TOO_LARGE, "too many sheets for a picture");
		return;
	}
	uint32_t *pixels = arena_alloc(d->arena, sizeof(*pixels) * (size_t)wide * (size_t)all);
	cairo_surface_t *image = cairo_image_surface_create_for_data(
		(unsigned char *)pixels, CAIRO_FORMAT_RGB24, wide, all, 4 * wide);
	cairo_t *cr = cairo_create(image);
	cairo_set_source_rgb(cr, 1, 1, 1);
	cairo_paint(cr);
	for (size_t i = 0; i < d->n; i++) {
		cairo_save(cr);
		cairo_translate(cr, 0, high * (double)i);
		cairo_scale(cr, scale, scale);
		cairo_set_source_surface(cr, d->pages[i], 0, 0);
		cairo_paint(cr);
		cairo_restore(cr);
	}
	check_cairo(d, cairo_status(cr));
	cairo_destroy(cr);
	cairo_surface_destroy(image);
	if (!d->err)
		keep(d, png_make(d->arena, pixels, wide, all, d->accent, out), "picture");
}

enum err doc_finish(struct doc *d, struct bytes *out)
{
	check_cairo(d, cairo_status(d->cr));
	cairo_destroy(d->cr);
	if (d->unknown && !d->copy)
		keep(d, ERR_CHECK, "a character is in no font");
	struct bytes made = { NULL, 0 };
	if (d->kind == DOC_PNG && !d->err)
		paint_picture(d, &made);
	size_t surfaces = d->kind == DOC_PDF ? 1 : d->n;
	for (size_t i = 0; i < surfaces; i++) {
		cairo_surface_finish(d->pages[i]);
		if (!d->err)
			check_cairo(d, cairo_surface_status(d->pages[i]));
		cairo_surface_destroy(d->pages[i]);
	}
	g_object_unref(d->context);
	if (d->kind == DOC_PDF)
		made = (struct bytes){ (const uint8_t *)d->out.p, d->out.n };
	if (!d->err)
		*out = made;
	return d->err;
}
