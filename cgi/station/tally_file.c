/* tally_file.c - a report that staff put together as a file: its rows, their sum, and below them of
 * what it is. */
#include "audit.h"
#include "clock.h"
#include "list.h"
#include "sheet.h"
#include "tally.h"

struct writing {
	const struct tally *t;
	struct sheet *s;
	int64_t rows;
};

static void write_head(struct rq *q, const struct writing *w)
{
	sheet_head(w->s, lang(arena_fmt(q->arena, "State.tally_rows_by.%s", w->t->rows)));
	if (tally_numbered(w->t))
		sheet_head(w->s, lang("station.tally_no"));
	if (str_eq(w->t->rows, "activity"))
		sheet_head(w->s, lang("station.tally_on"));
	sheet_head(w->s, lang("station.tally_hours"));
	sheet_head(w->s, lang("station.tally_times"));
	if (tally_counts_people(w->t))
		sheet_head(w->s, lang("station.tally_people"));
}

static void write_sums(const struct writing *w, const struct tally_sum *sum)
{
	sheet_hours(w->s, sum->minutes);
	sheet_int(w->s, sum->times);
	if (tally_counts_people(w->t))
		sheet_int(w->s, sum->people);
}

static enum err write_row(void *ctx, const struct row *r)
{
	struct writing *w = ctx;
	sheet_row(w->s);
	sheet_text(w->s, tally_name(w->t, r));
	if (tally_numbered(w->t))
		sheet_text(w->s, r->cells[TALLY_NO].text);
	if (str_eq(w->t->rows, "activity"))
		sheet_day(w->s, r->cells[TALLY_REF].text);
	w->rows++;
	if (tally_few(w->t, r)) {
		sheet_text(w->s, lang("station.tally_hidden"));
		sheet_text(w->s, lang("station.tally_hidden"));
		return OK;
	}
	write_sums(w,
		   &(struct tally_sum){ 0, tally_cell(r, TALLY_MINUTES), tally_cell(r, TALLY_TIMES),
					tally_cell(r, TALLY_PEOPLE) });
	return OK;
}

/* What it is of: a file outlives the page that it came from. */
static void write_about(struct rq *q, const struct writing *w)
{
	struct arena *a = q->arena;
	sheet_row(w->s);
	sheet_row(w->s);
	sheet_text(w->s, lang("station.Field.period"));
	sheet_text(w->s, arena_fmt(a, "%s – %s", w->t->from, w->t->until));
	sheet_row(w->s);
	if (w->t->region) {
		sheet_text(w->s, lang("Field.region"));
		sheet_text(w->s, got(q, "Region.full_name"));
		sheet_row(w->s);
		sheet_text(w->s, lang("station.tally_about_region"));
		return;
	}
	sheet_text(w->s, lang("station.Field.only"));
	sheet_text(w->s, str_or(w->t->only_name, lang("station.tally_all")));
	sheet_row(w->s);
	sheet_text(w->s, lang("station.Field.evidence"));
	sheet_text(w->s, *w->t->evidence ? lang(arena_fmt(a, "Evidence.%s", w->t->evidence))
					 : lang("station.tally_all"));
	sheet_row(w->s);
	sheet_text(w->s, lang("station.tally_about"));
}

static enum err write_all(struct rq *q, struct writing *w)
{
	struct tally_sum all = { 0 };
	write_head(q, w);
	enum err e = tally_total(w->t, &all);
	if (!e && all.times)
		e = tally_rows(w->t, LIST_EXPORTED, 0, write_row, w);
	if (e)
		return e;
	sheet_row(w->s);
	sheet_text(w->s, lang("station.tally_sum"));
	if (tally_numbered(w->t))
		sheet_text(w->s, NULL);
	if (str_eq(w->t->rows, "activity"))
		sheet_text(w->s, NULL);
	write_sums(w, &all);
	write_about(q, w);
	return OK;
}

enum err tally_file(struct rq *q, const struct tally *t, const char *as)
{
	struct writing w = { .t = t };
	FILE *file;
	size_t size;
	enum sheet_kind kind = str_eq(as, "csv") ? SHEET_CSV : SHEET_XLSX;
	const char *title = str_or(t->name, lang("station.tally")), *ending = sheet_ending(kind);
	enum err e = sheet_begin(q->arena, kind, title, &w.s);
	if (e)
		return e;
	e = write_all(q, &w);
	if (e) {
		sheet_drop(w.s);
		return e;
	}
	e = sheet_end(w.s, &file, &size);
	if (e)
		return e;
	reply_stream(q, sheet_type(kind), arena_fmt(q->arena, "report.%s", ending),
		     arena_fmt(q->arena, "%s %s %s.%s", title, t->from, t->until, ending), file,
		     size);
	return audit(&q->actor, "tally.export", t->region ? "tally" : "station",
		     t->region ? 0 : t->station,
		     arena_fmt(q->arena, "%s %s %s %s %lld", as, t->rows, t->from, t->until,
			       (long long)w.rows));
}
