/* school_file.c - what a school is given: the records of a class in a term, as XLSX and as PDF. */
#include <stdio.h>

#include "clock.h"
#include "document.h"
#include "school.h"
#include "sheet.h"

#define LEFT  48.0
#define WIDE  499.0
#define FLOOR 780.0
#define INK   0x000000
#define SOFT  0x444444

/* One record as it stands in the file. */
#define SCHOOL_COLS(X, T) \
	X(T, TEXT, activity, "a.title") \
	X(T, TEXT, date, "r.served_on") \
	X(T, TEXT, content, "COALESCE(NULLIF(r.content, ''), NULLIF(a.content, ''), a.title)") \
	X(T, TEXT, evidence, "r.evidence") \
	X(T, INT, minutes, "r.minutes")
ROW_DEFINE(school_row, SCHOOL_COLS);
static struct stmt records_q = SQL(
	"SELECT " ROW_SELECT(SCHOOL_COLS)
	"  FROM service_record r FORCE INDEX (service_record_person)"
	"  JOIN activity a ON a.id = r.activity_id"
	" WHERE r.person_id = ?"
	"   AND r.station_id = ?"
	"   AND r.state = 'effective'"
	"   AND r.served_on BETWEEN ? AND ?"
	" ORDER BY r.served_on, r.id"
	" LIMIT 200");

static enum err school_records(struct rq *q, const struct school *s, int64_t person,
			       struct school_row **v, size_t *n)
{
	return row_all(&records_q, ARGS(A_(person), A_(q->station), A_(s->from), A_(s->to)),
		       school_row_cols, sizeof(**v), v, n);
}

static const char *word(const char *name)
{
	return str_or(lang(name), "");
}

static const char *evidence(struct arena *a, const char *kind)
{
	return word(arena_fmt(a, "Evidence.%s", kind));
}

static void sheet_pupil(struct sheet *s, const struct school *c, const struct pupil *p)
{
	sheet_row(s);
	sheet_text(s, c->school);
	sheet_text(s, c->class_name);
	sheet_text(s, p->name);
}

static enum err sheet_records(struct rq *q, struct sheet *s, const struct school *c,
			      const struct pupil *p)
{
	struct school_row *v;
	size_t n;
	int64_t minutes = 0;
	enum err e = school_records(q, c, p->person, &v, &n);
	for (size_t i = 0; !e && i < n; i++) {
		sheet_pupil(s, c, p);
		sheet_text(s, p->no);
		sheet_text(s, v[i].activity);
		sheet_day(s, v[i].date);
		sheet_text(s, v[i].content);
		sheet_hours(s, v[i].minutes);
		sheet_text(s, evidence(q->arena, v[i].evidence));
		minutes += v[i].minutes;
	}
	if (e)
		return e;
	sheet_pupil(s, c, p);
	sheet_text(s, p->no);
	sheet_text(s, word("commend.school_sum"));
	sheet_text(s, NULL);
	sheet_text(s, NULL);
	sheet_hours(s, minutes);
	return OK;
}

enum err school_xlsx(struct rq *q, const struct school *c)
{
	static const char *const heads[] = { "school",       "class_name", "name",
					     "volunteer_no", "activity",   "day",
					     "content",      "hours",      "evidence" };
	struct sheet *s;
	FILE *f;
	size_t size;
	enum err e = sheet_begin(q->arena, SHEET_XLSX, word("commend.school_title"), &s);
	if (e)
		return e;
	for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]); i++)
		sheet_head(s, word(arena_fmt(q->arena, "commend.School.%s", heads[i])));
	for (size_t i = 0; !e && i < c->n; i++)
		if (c->v[i].person != DB_NONE)
			e = sheet_records(q, s, c, &c->v[i]);
	for (size_t i = 0; !e && i < c->n; i++)
		if (c->v[i].person == DB_NONE) {
			sheet_pupil(s, c, &c->v[i]);
			sheet_text(s, NULL);
			sheet_text(s, word("commend.school_missing"));
		}
	if (e) {
		sheet_drop(s);
		return e;
	}
	e = sheet_end(s, &f, &size);
	if (e)
		return e;
	reply_stream(q, sheet_type(SHEET_XLSX), "school.xlsx",
		     arena_fmt(q->arena, "%s %s.xlsx", c->class_name, word("commend.school_title")),
		     f, size);
	return OK;
}

enum { COLUMNS = 5 };
static const struct doc_column columns[COLUMNS] = {
	{ 70, DOC_LEFT }, { 130, DOC_LEFT }, { 179, DOC_LEFT }, { 50, DOC_RIGHT }, { 70, DOC_LEFT }
};
static const struct doc_style title = { DOC_SERIF, 20, DOC_CENTRE, 1.5, 0, 0, true, INK };
static const struct doc_style name = { DOC_SANS, 11, DOC_LEFT, 1.6, 0, 0, true, INK };
static const struct doc_style body = { DOC_SANS, 9.5, DOC_LEFT, 1.5, 0, 0, false, INK };
static const struct doc_style soft = { DOC_SANS, 9.5, DOC_CENTRE, 1.6, 0, 0, false, SOFT };

struct paper {
	struct rq *q;
	struct doc *d;
	double y;
};

static void paper_room(struct paper *p, double high)
{
	if (p->y + high <= FLOOR)
		return;
	doc_page(p->d);
	p->y = 56;
}

static void paper_text(struct paper *p, const struct doc_style *s, const char *text)
{
	double high = doc_height(p->d, WIDE, s, text);
	paper_room(p, high);
	p->y += doc_write(p->d, LEFT, p->y, WIDE, s, text);
}

static void paper_row(struct paper *p, const char *const cells[COLUMNS])
{
	double high;
	struct doc_row *row = doc_row(p->d, columns, COLUMNS, cells, &body, &high);
	paper_room(p, high);
	doc_row_draw(p->d, row, LEFT, p->y);
	p->y += high;
}

static enum err paper_pupil(struct paper *p, const struct school *c, const struct pupil *one,
			    size_t *rows)
{
	struct arena *a = p->q->arena;
	struct school_row *v;
	size_t n;
	int64_t minutes = 0;
	enum err e = school_records(p->q, c, one->person, &v, &n);
	if (e)
		return e;
	for (size_t i = 0; i < n; i++)
		minutes += v[i].minutes;
	*rows += n;
	if (*rows > SCHOOL_ROWS)
		return ERR(ERR_TOO_LARGE, "%zu records of a class", *rows);
	paper_text(p, &name,
		   arena_fmt(a, "%s    %s    %s %s %s", one->name, str_or(one->no, ""),
			     word("commend.school_sum"), hours_text(a, minutes),
			     word("Layout.hours")));
	for (size_t i = 0; i < n; i++)
		paper_row(p, (const char *const[COLUMNS]){ v[i].date, v[i].activity, v[i].content,
							   hours_text(a, v[i].minutes),
							   evidence(a, v[i].evidence) });
	p->y += 6;
	return OK;
}

static void paper_missing(struct paper *p, const struct school *c)
{
	struct buf b = { .arena = p->q->arena };
	for (size_t i = 0; i < c->n; i++)
		if (c->v[i].person == DB_NONE)
			buf_fmt(&b, "%s%s", b.n ? word("commend.paper_comma") : "", c->v[i].name);
	if (!b.n)
		return;
	paper_text(p, &name, word("commend.school_missing"));
	paper_text(p, &body, b.p);
}

enum err school_pdf(struct rq *q, const struct school *c)
{
	struct arena *a = q->arena;
	const char *head = word("commend.school_title"), *today = clock_day(a, q->now);
	struct paper p = { .q = q, .d = doc_start(a, DOC_PDF, head, today), .y = 56 };
	size_t rows = 0;
	enum err e = OK;
	struct bytes pdf;
	doc_copy(p.d);
	paper_text(&p, &title, head);
	paper_text(&p, &soft,
		   arena_fmt(a, "%s %s    %s – %s", c->school, c->class_name, c->from, c->to));
	p.y += 8;
	for (size_t i = 0; !e && i < c->n; i++)
		if (c->v[i].person != DB_NONE)
			e = paper_pupil(&p, c, &c->v[i], &rows);
	paper_missing(&p, c);
	paper_room(&p, 80);
	p.y += 24;
	paper_text(&p, &body,
		   arena_fmt(a, "%s%s        %s%s", word("commend.school_giver"),
			     str_or(q->who.station_name, ""), word("commend.school_day"), today));
	paper_text(&p, &body, word("commend.school_signs"));
	enum err done = doc_finish(p.d, &pdf);
	if (e || done)
		return e ? e : done;
	return reply_file(q, "application/pdf", "school.pdf",
			  arena_fmt(a, "%s %s.pdf", c->class_name, head), pdf);
}
