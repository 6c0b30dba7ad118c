/* export_paper.c - everything that is kept about the person who asks, as sheets of A4. */
#include <string.h>

#include "clock.h"
#include "document.h"
#include "export.h"

#define INK    0x17211c
#define SOFT   0x5b665f
#define LEFT   56.0
#define WIDE   483.0
#define TOP    56.0
#define BOTTOM 786.0

static const struct doc_style title = { DOC_SANS, 18, DOC_LEFT, 1.4, 0, 0, true, INK };
static const struct doc_style head = { DOC_SANS, 12, DOC_LEFT, 1.4, 0, 0, true, INK };
static const struct doc_style body = { DOC_SERIF, 9.5, DOC_LEFT, 1.5, 0, 0, false, INK };
static const struct doc_style soft = { DOC_SERIF, 9, DOC_LEFT, 1.5, 0, 0, false, SOFT };

struct paper {
	struct arena *a;
	struct doc *d;
	double y;
};

/* What does not fit below goes onto the next sheet whole, or in halves where no sheet holds it.
 * after: what must stand there with it. */
static void paper_write(struct paper *p, const struct doc_style *s, double after, const char *text)
{
	size_t half = strlen(text) / 2;
	if (doc_height(p->d, WIDE, s, text) > BOTTOM - TOP) {
		while (half && ((unsigned char)text[half] & 0xc0) == 0x80)
			half--;
		paper_write(p, s, 0, arena_dup(p->a, text, half));
		paper_write(p, s, after, text + half);
		return;
	}
	if (p->y > TOP && p->y + doc_height(p->d, WIDE, s, text) + after > BOTTOM) {
		doc_page(p->d);
		p->y = TOP;
	}
	p->y += doc_write(p->d, LEFT, p->y, WIDE, s, text) + 3;
}

static void paper_row(struct paper *p, const struct export_row *r)
{
	struct buf b = { .arena = p->a };
	buf_str(&b, "");
	for (const struct export_field *f = r->fields; f; f = f->next)
		buf_str(&b, arena_fmt(p->a, "%s" DOC_STRONG "%s" DOC_PLAIN "：%s", b.n ? "　" : "",
				      f->label, f->value));
	paper_write(p, &body, 0, b.p);
}

static void paper_section(struct paper *p, const struct export_section *s)
{
	p->y += 8;
	paper_write(p, &head, 40, s->title);
	doc_rule(p->d, LEFT, p->y - 2, WIDE, 0.5, SOFT);
	p->y += 2;
	for (const struct export_row *r = s->rows; r; r = r->next)
		paper_row(p, r);
	if (s->more)
		paper_write(p, &soft, 0, lang("account.Data.more"));
}

enum err me_data_paper(struct rq *q)
{
	struct paper p = { .a = q->arena, .y = TOP };
	struct export_section *all;
	struct bytes pdf;
	const char *no, *about = lang("account.Data.paper_about");
	enum err e = export_read(q, &all, &no);
	if (e)
		return e;
	p.d = doc_start(p.a, DOC_PDF, lang("account.data"), clock_day(p.a, q->now));
	doc_copy(p.d);
	paper_write(&p, &title, 0, lang("account.data"));
	paper_write(&p, &soft, 0, arena_fmt(p.a, "%s%s", about, clock_time(p.a, q->now)));
	for (const struct export_section *s = all; s; s = s->next)
		paper_section(&p, s);
	e = doc_finish(p.d, &pdf);
	if (!e)
		e = export_given(q);
	return e ? e
		 : reply_file(q, "application/pdf", arena_fmt(q->arena, "%s.pdf", no), NULL, pdf);
}
