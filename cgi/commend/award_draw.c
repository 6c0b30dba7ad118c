/*
 * award_draw.c - what those who are honoured get in their hands: a certificate of honour 荣誉证书, A4
 * lying, or a card of thanks 感谢卡, A6, one sheet for each, all in one file for the printer.
 */
#include "commend.h"
#include "decision.h"

#define RED  0xb11f24
#define GOLD 0xb8892b
#define INK  0x1a1a1a
#define SOFT 0x555555

/* Measures of a sheet, points. */
struct award {
	double wide, high, edge, left;
	double title_y, to_y, body_y, foot_y;
	struct doc_style title, to, body, foot, fine;
	const char *heading, *before, *after, *words; /* names under Lang.commend */
};

/* clang-format off: one style to a line */
static const struct award awards[] = {
	[AWARD_CERTIFICATE] = { DOC_HEIGHT,
				DOC_WIDTH,
				28,
				110,
				84,
				196,
				244,
				440,
				{ DOC_SERIF, 46, DOC_CENTRE, 1.3, 0, 14, true, RED },
				{ DOC_SERIF, 22, DOC_LEFT, 1.6, 0, 0, true, INK },
				{ DOC_SERIF, 20, DOC_LEFT, 1.9, 40, 0, false, INK },
				{ DOC_SERIF, 15, DOC_RIGHT, 1.7, 0, 0, false, INK },
				{ DOC_SANS, 9, DOC_LEFT, 1.5, 0, 0, false, SOFT },
				"award_title",
				"award_before",
				"award_after",
				"award_words" },
	[AWARD_CARD] = { 297.638,
			 419.528,
			 14,
			 34,
			 44,
			 112,
			 142,
			 318,
			 { DOC_SERIF, 24, DOC_CENTRE, 1.3, 0, 6, true, RED },
			 { DOC_SERIF, 14, DOC_LEFT, 1.6, 0, 0, true, INK },
			 { DOC_SERIF, 12, DOC_LEFT, 1.9, 24, 0, false, INK },
			 { DOC_SERIF, 10.5, DOC_RIGHT, 1.7, 0, 0, false, INK },
			 { DOC_SANS, 7, DOC_LEFT, 1.5, 0, 0, false, SOFT },
			 "card_title",
			 "card_before",
			 "card_after",
			 "card_words" },
};
/* clang-format on */

static const char *word(struct arena *a, const char *name)
{
	return str_or(lang(arena_fmt(a, "commend.%s", name)), "");
}

static void award_frame(struct doc *d, const struct award *w)
{
	double e = w->edge;
	doc_box(d, e, e, w->wide - 2 * e, w->high - 2 * e, 3, RED);
	doc_box(d, e + 6, e + 6, w->wide - 2 * e - 12, w->high - 2 * e - 12, 0.8, GOLD);
}

static void award_sheet(struct arena *a, struct doc *d, const struct award *w,
			const struct decision_row *r, const struct recipient_row *to)
{
	double wide = w->wide - 2 * w->left, y = w->foot_y;
	award_frame(d, w);
	(void)doc_write(d, w->left, w->title_y, wide, &w->title, word(a, w->heading));
	(void)doc_write(d, w->left, w->to_y, wide, &w->to,
			arena_fmt(a, "%s%s", to->whom, word(a, "paper_colon")));
	y = w->body_y + doc_write(d, w->left, w->body_y, wide, &w->body,
				  arena_fmt(a, "%s" DOC_STRONG "%s" DOC_PLAIN "%s",
					    word(a, w->before), to->honour, word(a, w->after)));
	y += doc_write(d, w->left, y, wide, &w->body, word(a, w->words));
	y = y > w->foot_y ? y + 4 : w->foot_y;
	y += doc_write(d, w->left, y, wide, &w->foot,
		       arena_fmt(a, "%s%s", r->station, word(a, "seal")));
	(void)doc_write(d, w->left, y, wide, &w->foot, paper_day(a, r->issued_on));
	(void)doc_write(d, w->left, w->high - w->edge - 28, wide, &w->fine,
			arena_fmt(a, "%s%s　%s", word(a, "award_by"), r->document_no, to->no));
}

enum err award_draw(struct arena *a, const struct decision_row *d, const struct recipients *r,
		    enum award_sheet kind, struct bytes *out)
{
	const struct award *w = &awards[kind];
	struct doc *doc = doc_start(a, DOC_PDF, d->title, d->issued_on);
	bool first = true;
	doc_sheet(doc, w->wide, w->high);
	for (size_t i = 0; i < r->n; i++) {
		/* Erased since, or taken back. */
		if (r->v[i].erased == 1 || !str_eq(r->v[i].state, "effective"))
			continue;
		if (!first)
			doc_page(doc);
		first = false;
		award_sheet(a, doc, w, d, &r->v[i]);
	}
	return doc_finish(doc, out);
}
