/* survey_paper.c - a survey on paper: a poster with its code to hang up, and the sheet to be filled
 * in by pen, numbered as it is typed in again. */
#include <string.h>

#include "clock.h"
#include "code.h"
#include "config.h"
#include "document.h"
#include "poster.h"
#include "survey.h"

#define INK    0x17211c
#define SOFT   0x4a5650
#define LEFT   54.0
#define WIDE   487.0
#define TOP    48.0
#define BOTTOM 790.0
#define FOOT   800.0
#define BOX    11.0
#define CODE   76.0
enum { SHORT = 13 }; /* letters of a choice that leaves room for another beside it */

static const struct doc_style head = { DOC_SANS, 18, DOC_CENTRE, 1.4, 0, 0, true, INK };
static const struct doc_style part = { DOC_SANS, 13, DOC_LEFT, 1.5, 0, 0, true, INK };
static const struct doc_style ask = { DOC_SANS, 12, DOC_LEFT, 1.45, 0, 0, true, INK };
static const struct doc_style text = { DOC_SANS, 12, DOC_LEFT, 1.45, 0, 0, false, INK };
static const struct doc_style small = { DOC_SANS, 10, DOC_LEFT, 1.4, 0, 0, false, SOFT };
static const struct doc_style cell = { DOC_SANS, 11, DOC_CENTRE, 1.5, 0, 0, false, INK };

/* The sheet that is being drawn: how far down it is, and whether that is drawn at all or only
 * measured, so that no question is torn in two. */
struct paper {
	struct rq *q;
	struct doc *d;
	double y;
	bool measured;
	const char *foot;
};

static void paper_foot(struct paper *p)
{
	(void)doc_write(p->d, LEFT, FOOT, WIDE, &small,
			arena_fmt(p->q->arena, "%s  %s %zu %s", p->foot, lang("needs.question_no"),
				  doc_pages(p->d), lang("needs.paper_page")));
}

static void paper_write(struct paper *p, double x, double wide, const struct doc_style *s,
			const char *words)
{
	if (!*str_or(words, ""))
		return;
	p->y += p->measured ? doc_height(p->d, wide, s, words)
			    : doc_write(p->d, x, p->y, wide, s, words);
}

static void paper_rules(struct paper *p, int lines, double wide)
{
	for (int i = 0; i < lines; i++) {
		p->y += 24;
		if (!p->measured)
			doc_rule(p->d, LEFT + 16, p->y, wide, 0.6, SOFT);
	}
	p->y += 8;
}

/* A box to tick, or to write a number into, with its words; gives how high it is. */
static double paper_box(struct paper *p, double x, double wide, const char *words)
{
	if (p->measured)
		return doc_height(p->d, wide - BOX - 8, &text, words) + 3;
	doc_box(p->d, x, p->y + 3, BOX, BOX, 0.9, INK);
	return doc_write(p->d, x + BOX + 8, p->y, wide - BOX - 8, &text, words) + 3;
}

/* Short ones two in a row. Numbers stand before them, as they are typed in. */
static void paper_choices(struct paper *p, struct node *list, bool numbered)
{
	bool two = true;
	for (struct node *c = node_first(list); c; c = node_next(c))
		two = two && utf8_count(node_get(c, "name")) <= SHORT;
	double wide = two ? (WIDE - 16) / 2 : WIDE - 16;
	for (struct node *c = node_first(list); c; c = node_next(c)) {
		const char *words = numbered ? arena_fmt(p->q->arena, "%s. %s", node_get(c, "code"),
							 node_get(c, "name"))
					     : node_get(c, "name");
		double high = paper_box(p, LEFT + 16, wide, words);
		struct node *beside = two ? node_next(c) : NULL;
		if (beside) {
			words = numbered
					? arena_fmt(p->q->arena, "%s. %s", node_get(beside, "code"),
						    node_get(beside, "name"))
					: node_get(beside, "name");
			double other = paper_box(p, LEFT + 16 + wide, wide, words);
			high = other > high ? other : high;
			c = beside;
		}
		p->y += high;
	}
}

static void paper_row(struct paper *p, const struct doc_column *columns, size_t n,
		      const char *const *cells)
{
	double high;
	struct doc_row *r = doc_row(p->d, columns, n, cells, &cell, &high);
	if (!p->measured)
		doc_row_draw(p->d, r, LEFT + 16, p->y);
	p->y += high;
}

static void paper_matrix(struct paper *p, struct node *question)
{
	struct doc_column columns[DOC_COLUMNS];
	const char *cells[DOC_COLUMNS] = { "" };
	size_t n = 1;
	for (struct node *c = node_first(node_child(question, "Choices")); c && n < DOC_COLUMNS;
	     c = node_next(c))
		cells[n++] = arena_fmt(p->q->arena, "%s. %s", node_get(c, "code"),
				       node_get(c, "name"));
	for (size_t i = 0; i < n; i++)
		columns[i] = (struct doc_column){ i ? (WIDE - 186) / (double)(n - 1) : 170,
						  i ? DOC_CENTRE : DOC_LEFT };
	paper_row(p, columns, n, cells);
	memset(cells, 0, sizeof(cells));
	for (size_t i = 0; i < n; i++)
		cells[i] = "";
	for (struct node *r = node_first(node_child(question, "Rows")); r; r = node_next(r)) {
		cells[0] = node_get(r, "name");
		paper_row(p, columns, n, cells);
	}
	p->y += 6;
}

static void paper_question(struct paper *p, struct node *n)
{
	struct arena *a = p->q->arena;
	const char *kind = node_get(n, "kind"), *hint = node_get(n, "hint");
	if (*node_get(n, "section"))
		paper_write(p, LEFT, WIDE, &part, node_get(n, "section"));
	paper_write(p, LEFT, WIDE, &ask,
		    arena_fmt(a, "%s. %s%s", node_get(n, "place"), node_get(n, "title"),
			      node_get_int(n, "required") == 1 ? " *" : ""));
	if (node_get(n, "if_words"))
		paper_write(p, LEFT + 16, WIDE - 16, &small,
			    arena_fmt(a, "%s %s %s“%s”%s", lang("needs.shown_if"),
				      node_get(n, "if_place"), lang("needs.shown_chose"),
				      node_get(n, "if_words"), lang("needs.paper_then")));
	if (!*hint && str_in(kind, "rank,multi,matrix"))
		hint = lang(arena_fmt(a, "needs.paper_%s", kind));
	paper_write(p, LEFT + 16, WIDE - 16, &small, hint);
	p->y += 3;
	if (str_eq(kind, "matrix"))
		paper_matrix(p, n);
	else if (str_in(kind, "single,multi,scale,rank"))
		paper_choices(p, node_child(n, "Choices"), str_in(kind, "single,multi"));
	else if (str_eq(kind, "text") && !str_in(node_get(n, "_maps"), "name,phone"))
		paper_rules(p, 3, WIDE - 16);
	else
		paper_rules(p, 1, 200);
	if (node_get(n, "consent"))
		p->y += paper_box(p, LEFT + 16, WIDE - 16, lang("needs.contact_ok"));
	p->y += 9;
}

/* Whole on this sheet of paper, or on the next. */
static void paper_fit(struct paper *p, struct node *n)
{
	struct paper tried = *p;
	tried.measured = true;
	paper_question(&tried, n);
	if (tried.y > BOTTOM && p->y > TOP + 60) {
		paper_foot(p);
		doc_page(p->d);
		p->y = TOP;
	}
	paper_question(p, n);
}

static const char *survey_address(struct rq *q)
{
	return arena_fmt(q->arena, "%s/needs/s/%s", cfg.base_url, arg(q, 0));
}

enum err survey_paper(struct rq *q)
{
	struct node *n;
	struct bytes pdf;
	enum err e = put_survey(q, &n);
	if (!e)
		e = put_station(q, q->station);
	if (!e)
		e = put_questions(q, node_get_int(n, "_id"));
	if (e)
		return e;
	const char *title = node_get(n, "title");
	struct paper p = { .q = q, .y = TOP };
	p.d = doc_start(q->arena, DOC_PDF, title, clock_day(q->arena, q->now));
	p.foot = arena_fmt(q->arena, "%s  %s %s %s %s", got(q, "Station.name"), node_get(n, "no"),
			   lang("needs.version_of"), node_get(n, "version"),
			   lang("needs.version_unit"));
	doc_qr(p.d, LEFT + WIDE - CODE, TOP - 12, CODE, survey_address(q));
	paper_write(&p, LEFT + CODE, WIDE - 2 * CODE, &head, title);
	paper_write(&p, LEFT, WIDE - CODE - 8, &text, node_get(n, "intro"));
	paper_write(&p, LEFT, WIDE - CODE - 8, &small, lang("needs.paper_note"));
	p.y = (p.y < TOP + CODE ? TOP + CODE : p.y) + 8;
	for (struct node *x = node_first(put_list(q, "Questions")); x; x = node_next(x))
		paper_fit(&p, x);
	paper_foot(&p);
	e = doc_finish(p.d, &pdf);
	return e ? e : reply_picture(q, "application/pdf", "survey.pdf", NULL, pdf);
}

enum err survey_poster(struct rq *q)
{
	struct node *n;
	struct bytes pdf;
	enum err e = put_survey(q, &n);
	if (!e)
		e = put_station(q, q->station);
	if (e)
		return e;
	const char *phone = str_or(got(q, "Station.phone"), ""), *last = node_get(n, "closes_on");
	struct poster p = {
		.name = node_get(n, "title"),
		.call = lang("needs.poster_call"),
		.url = survey_address(q),
		.about = last ? arena_fmt(q->arena, "%s %s %s", lang("needs.poster_about"),
					  lang("needs.poster_until"), last)
			      : lang("needs.poster_about"),
		.phone = *phone ? arena_fmt(q->arena, "%s %s", lang("needs.poster_phone"), phone)
				: NULL,
		.hours = got(q, "Station.name"),
		.address = got(q, "Station.address"),
	};
	e = poster_make(q->arena, clock_day(q->arena, q->now), &p, &pdf);
	return e ? e : reply_picture(q, "application/pdf", "poster.pdf", NULL, pdf);
}
