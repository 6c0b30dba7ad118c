/* decision_draw.c - a decision as it is printed: head, number, title, why, whom, seal and day. */
#include <stdio.h>

#include "clock.h"
#include "commend.h"
#include "decision.h"

#define RED   0xb11f24
#define INK   0x000000
#define SOFT  0x444444
#define LEFT  80.0
#define WIDE  (DOC_WIDTH - 2 * LEFT)
#define FLOOR 770.0

enum { CLOSING = 150, NAME_WIDTH = 109, NAMES = 4, NAME_HIGH = 22 };

static const struct doc_style head = { DOC_SERIF, 26, DOC_CENTRE, 1.4, 0, 2, true, RED };
static const struct doc_style number = { DOC_SERIF, 13, DOC_CENTRE, 1.5, 0, 0, false, INK };
static const struct doc_style title = { DOC_SERIF, 20, DOC_CENTRE, 1.5, 0, 0, true, INK };
static const struct doc_style body = { DOC_SERIF, 14, DOC_LEFT, 1.9, 28, 0, false, INK };
static const struct doc_style group = { DOC_SERIF, 14, DOC_LEFT, 1.8, 0, 0, true, INK };
static const struct doc_style name = { DOC_SERIF, 13, DOC_LEFT, 1.5, 0, 0, false, INK };
static const struct doc_style right = { DOC_SERIF, 14, DOC_RIGHT, 1.8, 0, 0, false, INK };
static const struct doc_style small = { DOC_SANS, 9.5, DOC_CENTRE, 1.5, 0, 0, false, SOFT };
static const struct doc_style draft = { DOC_SERIF, 60, DOC_CENTRE, 1.3, 0, 0, true, 0xdddddd };

struct sheet_of {
	struct rq *q;
	struct doc *d;
	const struct decision_row *r;
	double y;
};

static const char *word(const char *of)
{
	return str_or(lang(of), "");
}

const char *paper_day(struct arena *a, const char *day)
{
	int y, m, d;
	if (!day || sscanf(day, "%d-%d-%d", &y, &m, &d) != 3)
		return "";
	return arena_fmt(a, "%d%s%d%s%d%s", y, word("commend.paper_year"), m,
			 word("commend.paper_month"), d, word("commend.paper_date"));
}

static void room(struct sheet_of *s, double high)
{
	if (s->y + high <= FLOOR)
		return;
	doc_page(s->d);
	s->y = 72;
	s->y += doc_write(s->d, LEFT, s->y, WIDE, &small,
			  arena_fmt(s->q->arena, "%s  ·  %zu",
				    str_or(s->r->document_no, s->r->title), doc_pages(s->d))) +
		12;
}

static void sheet_head(struct sheet_of *s)
{
	if (!s->r->document_no)
		(void)doc_write(s->d, LEFT, 360, WIDE, &draft, word("commend.decision_draft"));
	s->y = 74;
	s->y += doc_write(s->d, LEFT, s->y, WIDE, &head, s->r->station) + 10;
	s->y += doc_write(s->d, LEFT, s->y, WIDE, &number,
			  str_or(s->r->document_no, word("commend.decision_unnumbered"))) +
		6;
	doc_rule(s->d, LEFT, s->y, WIDE, 1.6, RED);
	s->y += 28;
	s->y += doc_write(s->d, LEFT, s->y, WIDE, &title, s->r->title) + 16;
}

/* Its paragraphs, each where it fits. */
static void sheet_basis(struct sheet_of *s)
{
	struct arena *a = s->q->arena;
	const char *p = s->r->basis;
	while (*p) {
		size_t n = 0;
		while (p[n] && p[n] != '\n')
			n++;
		const char *text = arena_dup(a, p, n);
		room(s, doc_height(s->d, WIDE, &body, text));
		s->y += doc_write(s->d, LEFT, s->y, WIDE, &body, text);
		p += n + (p[n] == '\n');
	}
	s->y += 10;
}

static const char *whom(const struct recipient_row *r)
{
	return r->erased == 1 || !*str_or(r->whom, "") ? word("commend.decision_erased") : r->whom;
}

static bool same_group(const struct recipient_row *a, const struct recipient_row *b)
{
	return str_eq(a->honour, b->honour) && str_eq(a->subject, b->subject);
}

/* One line of names, as high as the longest of them. */
static void sheet_names(struct sheet_of *s, const struct recipient_row *v, size_t n, bool people)
{
	double wide = people ? NAME_WIDTH - 6 : WIDE - 8, high = NAME_HIGH;
	for (size_t i = 0; i < n; i++) {
		double own = doc_height(s->d, wide, &name, whom(&v[i])) + 3;
		high = own > high ? own : high;
	}
	room(s, high);
	for (size_t i = 0; i < n; i++)
		(void)doc_write(s->d, LEFT + 8 + (double)i * NAME_WIDTH, s->y, wide, &name,
				whom(&v[i]));
	s->y += high;
}

/* One honour and kind: people four to a line, all others one to a line. */
static size_t sheet_group(struct sheet_of *s, const struct recipients *r, size_t i)
{
	struct arena *a = s->q->arena;
	const struct recipient_row *first = &r->v[i];
	bool people = str_eq(first->subject, "volunteer");
	size_t end = i, per = people ? NAMES : 1;
	while (end < r->n && same_group(&r->v[end], first))
		end++;
	room(s, 60);
	s->y += doc_write(
		s->d, LEFT, s->y, WIDE, &group,
		arena_fmt(a, "%s%s%zu%s%s", first->honour, word("commend.paper_open"), end - i,
			  word(people ? "commend.decision_people" : "commend.decision_things"),
			  word("commend.paper_close")));
	for (size_t k = i; k < end; k += per)
		sheet_names(s, &r->v[k], k + per < end ? per : end - k, people);
	s->y += 10;
	return end;
}

static void sheet_close(struct sheet_of *s)
{
	room(s, CLOSING);
	s->y += 46;
	s->y += doc_write(s->d, LEFT, s->y, WIDE, &right,
			  arena_fmt(s->q->arena, "%s%s", s->r->station, word("commend.seal")));
	s->y += doc_write(s->d, LEFT, s->y, WIDE, &right, paper_day(s->q->arena, s->r->issued_on));
	if (!s->r->document_no)
		return;
	doc_rule(s->d, LEFT, FLOOR + 6, WIDE, 0.7, SOFT);
	(void)doc_write(s->d, LEFT, FLOOR + 12, WIDE, &small,
			arena_fmt(s->q->arena, "%s  %s", s->r->station, s->r->phone));
}

enum err decision_draw(struct rq *q, const struct decision_row *d, const struct recipients *r,
		       struct bytes *out)
{
	struct sheet_of s = { .q = q, .r = d };
	s.d = doc_start(q->arena, DOC_PDF, d->title, str_or(d->issued_on, "2000-01-01"));
	sheet_head(&s);
	sheet_basis(&s);
	for (size_t i = 0; i < r->n;)
		i = sheet_group(&s, r, i);
	sheet_close(&s);
	return doc_finish(s.d, out);
}
