/*
 * nomination_draw.c - a nomination on paper 申报表: whom and for what, the figures against the
 * conditions, words, records, pictures, and places for the signatures and the seal. Of a person who
 * was erased the figures are left.
 */
#include "clock.h"
#include "document.h"
#include "nomination.h"
#include "page.h"
#include "picture.h"
#include "proof.h"

static const double LEFT = 72, WIDE = 451, FLOOR = 770, TOP = 72, CLOSING = 120, PICTURE = 218,
		    PICTURE_HIGH = 164, CAPTION = 34;
enum { RECORDS_SHOWN = 40, PICTURE_DOTS = 800 };

static const struct doc_style title = { DOC_SERIF, 19, DOC_CENTRE, 1.5, 0, 2, true, 0x1a1a1a };
static const struct doc_style sub = { DOC_SERIF, 13, DOC_CENTRE, 1.5, 0, 0, false, 0x1a1a1a };
static const struct doc_style head = { DOC_SERIF, 13, DOC_LEFT, 1.8, 0, 0, true, 0x1a1a1a };
static const struct doc_style body = { DOC_SERIF, 12, DOC_LEFT, 1.8, 24, 0, false, 0x1a1a1a };
static const struct doc_style line = { DOC_SERIF, 12, DOC_LEFT, 1.8, 0, 0, false, 0x1a1a1a };
static const struct doc_style cell = { DOC_SERIF, 10.5, DOC_LEFT, 1.4, 0, 0, false, 0x1a1a1a };
static const struct doc_style small = { DOC_SANS, 9, DOC_LEFT, 1.4, 0, 0, false, 0x555555 };

struct form_of {
	struct rq *q;
	struct doc *d;
	const struct nomination_row *n;
	const struct material *m;
	double y;
};

static const char *word(const char *of)
{
	return str_or(lang(of), "");
}

static const char *under(struct form_of *f, const char *list, const char *of)
{
	return word(arena_fmt(f->q->arena, "%s.%s", list, of));
}

static void room(struct form_of *f, double high)
{
	if (f->y + high <= FLOOR)
		return;
	doc_page(f->d);
	f->y = TOP;
}

static void fact(struct form_of *f, const char *label, const char *value)
{
	if (!value || !*value)
		return;
	f->y += doc_write(
		f->d, LEFT, f->y, WIDE, &line,
		arena_fmt(f->q->arena, "%s%s%s", word(label), word("commend.paper_colon"), value));
}

static void heading(struct form_of *f, const char *text)
{
	room(f, 60);
	f->y += 8;
	f->y += doc_write(f->d, LEFT, f->y, WIDE, &head, text);
}

static void form_head(struct form_of *f)
{
	struct arena *a = f->q->arena;
	const struct nomination_row *n = f->n;
	f->y = TOP;
	f->y += doc_write(f->d, LEFT, f->y, WIDE, &title, n->selection);
	f->y += doc_write(f->d, LEFT, f->y, WIDE, &sub,
			  arena_fmt(a, "%s%s%s", n->title, word("commend.nomination_paper"),
				    str_eq(n->state, "open") || str_eq(n->state, "collected")
					    ? word("commend.nomination_unfinished")
					    : "")) +
		14;
	fact(f, "commend.recipient",
	     n->erased == 1 || !n->whom ? word("commend.decision_erased") : n->whom);
	fact(f, "commend.subject", under(f, "State.honour_subject", n->subject));
	if (n->erased != 1)
		fact(f, "commend.Field.volunteer_no", n->volunteer_no);
	fact(f, "commend.Field.organiser", n->organiser);
	fact(f, "commend.Field.year", arena_fmt(a, "%lld", (long long)n->year));
	fact(f, "commend.nomination_station", n->station);
}

/* Rows of any table, on sheets that hold them whole. */
static void row(struct form_of *f, const struct doc_column *c, size_t n, const char *const *cells)
{
	double high;
	struct doc_row *r = doc_row(f->d, c, n, cells, &cell, &high);
	room(f, high);
	doc_row_draw(f->d, r, LEFT, f->y);
	f->y += high;
}

static void form_figures(struct form_of *f)
{
	static const struct doc_column c[] = {
		{ 190, DOC_LEFT }, { 90, DOC_LEFT }, { 110, DOC_LEFT }, { 61, DOC_LEFT }
	};
	struct arena *a = f->q->arena;
	heading(f, arena_fmt(a, "%s%s%s %s%s", word("commend.figures"), word("commend.paper_open"),
			     word("commend.figures_of"), str_or(f->n->measured_on, ""),
			     word("commend.paper_close")));
	row(f, c, 4,
	    (const char *const[]){ word("commend.Field.what"), word("commend.has"),
				   word("commend.wanted"), word("Layout.state") });
	for (size_t i = 0; i < f->m->figures_n; i++) {
		const struct frozen_row *r = &f->m->figures[i];
		const char *unit = under(f, "commend.FigureUnit", r->what);
		bool asked = r->wanted != DB_NONE;
		const char *bound = word(r->at_most == 1 ? "commend.at_most" : "commend.at_least");
		row(f, c, 4,
		    (const char *const[]){
			    under(f, "commend.Figure", r->what),
			    r->has == DB_NONE ? word("commend.figure_unknown")
					      : arena_fmt(a, "%lld %s", (long long)r->has, unit),
			    asked ? arena_fmt(a, "%s %lld %s", bound, (long long)r->wanted, unit)
				  : "",
			    asked ? word(frozen_met(r) ? "commend.met" : "commend.unmet") : "" });
	}
}

/* Paragraphs, each where it fits. */
static void form_words(struct form_of *f, const char *label, const char *text)
{
	struct arena *a = f->q->arena;
	if (!text || !*text)
		return;
	heading(f, word(label));
	while (*text) {
		size_t n = 0;
		while (text[n] && text[n] != '\n')
			n++;
		const char *part = arena_dup(a, text, n);
		room(f, doc_height(f->d, WIDE, &body, part));
		f->y += doc_write(f->d, LEFT, f->y, WIDE, &body, part);
		text += n + (text[n] == '\n');
	}
}

static void form_services(struct form_of *f)
{
	static const struct doc_column c[] = {
		{ 75, DOC_LEFT }, { 246, DOC_LEFT }, { 65, DOC_RIGHT }, { 65, DOC_RIGHT }
	};
	struct arena *a = f->q->arena;
	if (!f->m->services_n)
		return;
	heading(f, word("commend.nomination_services"));
	row(f, c, 4,
	    (const char *const[]){ word("Field.day"), word("commend.activity"),
				   word("commend.hours_short"),
				   word("commend.nomination_persons") });
	for (size_t i = 0; i < f->m->services_n && i < RECORDS_SHOWN; i++) {
		const struct service_row *s = &f->m->services[i];
		row(f, c, 4,
		    (const char *const[]){ s->day, s->title, hours_text(a, s->minutes),
					   arena_fmt(a, "%lld", (long long)s->persons) });
	}
	if (f->m->services_n > RECORDS_SHOWN)
		f->y += doc_write(f->d, LEFT, f->y + 2, WIDE, &small,
				  word("commend.nomination_more")) +
			2;
}

/* Two side by side. */
static enum err form_pictures(struct form_of *f)
{
	enum err e = OK;
	if (f->m->pictures_n)
		heading(f, word("commend.photos"));
	for (size_t i = 0; !e && i < f->m->pictures_n; i++) {
		const struct shown_row *p = &f->m->pictures[i];
		struct bytes jpeg, less;
		double x = LEFT + (double)(i % 2) * (WIDE - PICTURE);
		e = proof_load(f->q, p->uid, f->n->station_id, &jpeg);
		if (e)
			break;
		if (i % 2 == 0)
			room(f, PICTURE_HIGH + CAPTION);
		if (picture_scale(f->q->arena, jpeg, PICTURE_DOTS, &less))
			doc_picture(f->d, x, f->y, PICTURE, PICTURE_HIGH, less);
		(void)doc_write(f->d, x, f->y + PICTURE_HIGH + 3, PICTURE, &small, p->alt);
		if (i % 2 == 1 || i + 1 == f->m->pictures_n)
			f->y += PICTURE_HIGH + CAPTION;
	}
	return e;
}

static void form_close(struct form_of *f)
{
	room(f, CLOSING);
	f->y += 30;
	fact(f, "commend.paper_handler_sign", " ");
	f->y += 6;
	fact(f, "commend.paper_charge_sign", " ");
	f->y += 6;
	fact(f, "commend.nomination_station",
	     arena_fmt(f->q->arena, "%s%s", f->n->station, word("commend.seal")));
	fact(f, "commend.Field.handed_in_on", f->n->handed_in_on);
}

enum err nomination_draw(struct rq *q, const struct nomination_row *n, const struct material *m,
			 struct bytes *out)
{
	struct form_of f = { .q = q, .n = n, .m = m };
	f.d = doc_start(q->arena, DOC_PDF, n->title, str_or(n->measured_on, "2000-01-01"));
	form_head(&f);
	form_figures(&f);
	form_words(&f, "commend.Field.deeds", n->deeds);
	form_words(&f, "commend.Field.outside", n->outside);
	form_services(&f);
	enum err e = form_pictures(&f);
	form_close(&f);
	enum err end = doc_finish(f.d, out);
	return e ? e : end;
}
