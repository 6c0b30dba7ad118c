/* poster.c - where the parts of a poster stand. Measures are A4's; A3 is the same, larger. */
#include "poster.h"

#include <string.h>

#include "document.h"

#define INK    0x17211c
#define GREEN  0x00703c
#define LEFT   60.0
#define WIDE   475.0
#define LARGER 1.41421356 /* A3 */
#define LOW    800.0      /* nothing stands below */

static const struct doc_style name_style = { DOC_SANS, 30, DOC_CENTRE, 1.3, 0, 0, true, GREEN };
static const struct doc_style small_name = { DOC_SANS, 22, DOC_CENTRE, 1.3, 0, 0, true, GREEN };
static const struct doc_style call_style = { DOC_SANS, 22, DOC_CENTRE, 1.4, 0, 0, true, INK };
static const struct doc_style line_style = { DOC_SANS, 16, DOC_CENTRE, 1.5, 0, 0, false, INK };
static const struct doc_style made_style = { DOC_SANS, 11, DOC_CENTRE, 1.4, 0, 0, false, INK };

struct sheet {
	struct doc *d;
	double k; /* how much larger than A4 */
};

static struct doc_style larger(const struct sheet *s, const struct doc_style *of)
{
	struct doc_style style = *of;
	style.size *= s->k;
	return style;
}

static double poster_line(const struct sheet *s, double y, const struct doc_style *of,
			  const char *text)
{
	struct doc_style style = larger(s, of);
	return *str_or(text, "")
		       ? doc_write(s->d, LEFT * s->k, y * s->k, WIDE * s->k, &style, text) / s->k
		       : 0;
}

static double poster_high(const struct sheet *s, const struct doc_style *of, const char *text)
{
	struct doc_style style = larger(s, of);
	return *str_or(text, "") ? doc_height(s->d, WIDE * s->k, &style, text) / s->k : 0;
}

/* As large as it may be and still fit; what does not fit at the smallest is cut at its end. */
static double poster_fit(const struct sheet *s, double y, double high, struct doc_style style,
			 double least, const char *text, struct arena *a)
{
	size_t letters = utf8_count(str_or(text, ""));
	while (style.size > least && poster_high(s, &style, text) > high)
		style.size -= 1;
	while (letters > 10 && poster_high(s, &style, text) > high) {
		letters -= letters / 8 + 1;
		text = arena_fmt(a, "%s……", utf8_cut(a, text, letters));
	}
	return poster_line(s, y, &style, text);
}

/* What stands below the code: how high it is, or, with y, written there. */
static double poster_foot(const struct sheet *s, const struct poster *p, bool write, double y)
{
	const struct {
		const struct doc_style *style;
		const char *text;
		double after;
	} lines[] = { { &line_style, p->about, 6 },
		      { &call_style, p->phone, 0 },
		      { &line_style, p->hours, 0 },
		      { &line_style, p->address, 4 },
		      { &made_style, p->made, 0 } };
	double from = y;
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		if (!*str_or(lines[i].text, ""))
			continue;
		y += write ? poster_line(s, y, lines[i].style, lines[i].text)
			   : poster_high(s, lines[i].style, lines[i].text);
		y += lines[i].after;
	}
	return y - from;
}

/* From the top: whose it is and, of one thing, what, when and where; down to what is free. */
static double poster_head(const struct sheet *s, const struct poster *p, double y, struct arena *a)
{
	struct doc_style title = { DOC_SANS, 44, DOC_CENTRE, 1.25, 0, 0, true, INK };
	if (!p->title)
		return y + poster_line(s, y, &name_style, p->name) + 26;
	y += poster_line(s, y, &small_name, p->name) + 14;
	/* One line, where it is large enough for that; no single letter in the next. */
	double high = title.size * 1.25 + 1;
	struct doc_style one = title;
	while (one.size > 32 && poster_high(s, &one, p->title) > high)
		one.size -= 1;
	if (poster_high(s, &one, p->title) <= high)
		title = one;
	y += poster_fit(s, y, 120, title, 24, p->title, a) + 10;
	y += poster_line(s, y, &line_style, p->when);
	y += poster_line(s, y, &line_style, p->place);
	return y + 10;
}

enum err poster_make(struct arena *a, const char *day, const struct poster *p, struct bytes *pdf)
{
	struct doc_style text = { DOC_SANS, 22, DOC_LEFT, 1.5, 0, 0, false, INK };
	struct sheet s = { doc_start(a, DOC_PDF, p->name, day), p->a3 ? LARGER : 1 };
	doc_copy(s.d);
	double side = p->title ? 190 : 330, foot = poster_foot(&s, p, false, 0);
	double call = poster_high(&s, &call_style, p->call) + 12, top = 64;
	/* What has no text stands in the middle of the sheet. */
	if (!p->title)
		top = (DOC_HEIGHT - poster_high(&s, &name_style, p->name) - call - side - foot -
		       50) /
		      2;
	if (p->a3)
		doc_sheet(s.d, DOC_WIDTH * s.k, DOC_HEIGHT * s.k);
	doc_box(s.d, 28 * s.k, 28 * s.k, (DOC_WIDTH - 56) * s.k, (DOC_HEIGHT - 56) * s.k, 4 * s.k,
		GREEN);
	double y = poster_head(&s, p, top, a);
	double code = LOW - foot - 12 - side;
	if (p->title && code - call - y > 30)
		(void)poster_fit(&s, y, code - call - y - 10, text, 11, p->text, a);
	if (!p->title)
		code = y + call + 12;
	(void)poster_line(&s, code - call, &call_style, p->call);
	doc_qr(s.d, (DOC_WIDTH - side) / 2 * s.k, code * s.k, side * s.k, p->url);
	(void)poster_foot(&s, p, true, code + side + 12);
	return doc_finish(s.d, pdf);
}

enum err poster_sign(struct arena *a, const char *day, const char *words, struct bytes *pdf)
{
	double wide = DOC_HEIGHT * LARGER, high = DOC_WIDTH * LARGER, margin = 60;
	struct doc_style style = { DOC_SANS, 180, DOC_CENTRE, 1.25, 0, 0, true, GREEN };
	const char *kind = strstr(words, "志愿服务");
	struct doc *d = doc_start(a, DOC_PDF, words, day);
	doc_copy(d);
	/* "胜利社区" stands over "志愿服务站". */
	if (kind && kind > words)
		words = arena_fmt(a, "%.*s\n%s", (int)(kind - words), words, kind);
	doc_sheet(d, wide, high);
	doc_box(d, 30, 30, wide - 60, high - 60, 8, GREEN);
	while (style.size > 40 && doc_height(d, wide - 2 * margin, &style, words) > 3 * style.size)
		style.size -= 4;
	double tall = doc_height(d, wide - 2 * margin, &style, words);
	(void)doc_write(d, margin, (high - tall) / 2, wide - 2 * margin, &style, words);
	return doc_finish(d, pdf);
}
