/* list_file.c - all rows of a declared list as a file, in steps that cost the same memory whatever
 * the length of the list. */
#include <string.h>

#include "audit.h"
#include "hdf_alloc.h"
#include "list_inside.h"
#include "reply.h"
#include "sheet.h"

enum { STEP = 500 };

static const char *text_of(struct view *v, const struct list_col *c, struct node *row)
{
	const char *value = node_get(row, c->name);
	if (!value || c->kind != LIST_WORD)
		return value;
	return str_or(lang(arena_fmt(v->q->arena, "%s.%s", c->of, value)), value);
}

static void write_cell(struct view *v, const struct list_col *c, struct node *row, struct sheet *s)
{
	switch (c->kind) {
	case LIST_INT:
		sheet_int(s, node_get_int(row, c->name));
		break;
	case LIST_HOURS:
		sheet_hours(s, node_get_int(row, c->name));
		break;
	case LIST_YUAN:
		sheet_yuan(s, node_get_int(row, c->name));
		break;
	case LIST_DAY:
		sheet_day(s, node_get(row, c->name));
		break;
	case LIST_CODE:
		sheet_text(s, node_get(row, c->named));
		break;
	default:
		sheet_text(s, text_of(v, c, row));
	}
}

static bool hidden(const struct list_col *c)
{
	return *c->name == '_';
}

static void write_heads(struct view *v, struct sheet *s)
{
	for (const struct list_col *c = v->list->cols; c->name; c++) {
		const char *label = lang(arena_fmt(v->q->arena, "%s.%s", v->list->labels, c->name));
		if (!hidden(c))
			sheet_head(s, str_or(label, c->name));
	}
}

/* Out of an arena that is about to go. */
static struct place kept_place(struct arena *a, struct place p)
{
	return (struct place){ p.key ? arena_str(a, p.key) : NULL, p.id };
}

/* Writes up to STEP rows and goes on behind the last, or behind those that were looked at; what
 * they needed is gone afterwards. */
static enum err write_step(struct view *v, struct sheet *s, size_t *n)
{
	struct rq *q = v->q;
	struct arena *kept = q->arena, *own = arena_new();
	struct arena *page = hdf_use(own);
	struct node *tree = node_new(), *last = NULL;
	q->arena = own;
	(void)db_use(own);
	enum err e = v->until.key ? OK : view_window(v, LIST_STRIDE);
	if (!e)
		e = view_rows(v, tree, "Rows", STEP, n);
	for (struct node *row = node_first(node_at(tree, "Rows")); !e && row;
	     row = node_next(row)) {
		sheet_row(s);
		for (const struct list_col *c = v->list->cols; c->name; c++)
			if (!hidden(c))
				write_cell(v, c, row, s);
		last = row;
	}
	if (*n < STEP) {
		v->from = kept_place(kept, v->until);
		v->until.key = NULL;
	} else {
		v->from = kept_place(
			kept, (struct place){ node_get(last, "_key"), node_get_int(last, "_id") });
		v->until = kept_place(kept, v->until);
	}
	(void)db_use(kept);
	q->arena = kept;
	(void)hdf_use(page);
	arena_free(own);
	return e;
}

/* A step without a place to go on from was the last. */
static enum err write_rows(struct view *v, struct sheet *s, int64_t *total)
{
	enum err e = OK;
	int64_t most = v->ticked ? v->ticked : LIST_EXPORTED;
	*total = 0;
	do {
		size_t n = 0;
		e = write_step(v, s, &n);
		*total += (int64_t)n;
	} while (!e && v->from.key && *total < most);
	if (!e && v->from.key && !v->ticked) {
		sheet_row(s);
		sheet_text(s, lang("Layout.export_cut"));
	}
	return e;
}

enum err list_file(struct view *v, const char *as)
{
	struct rq *q = v->q;
	struct sheet *s;
	FILE *file;
	size_t size;
	int64_t total = 0;
	enum sheet_kind kind = str_eq(as, "csv") ? SHEET_CSV : SHEET_XLSX;
	const char *title = str_or(lang(arena_fmt(q->arena, "%s._file", v->list->labels)), "list");
	v->from.key = NULL;
	v->back = v->on = false;
	enum err e = sheet_begin(q->arena, kind, title, &s);
	if (e)
		return e;
	write_heads(v, s);
	e = write_rows(v, s, &total);
	if (e) {
		sheet_drop(s);
		return e;
	}
	e = sheet_end(s, &file, &size);
	if (e)
		return e;
	const char *ending = sheet_ending(kind);
	reply_stream(q, sheet_type(kind), arena_fmt(q->arena, "list.%s", ending),
		     arena_fmt(q->arena, "%s %s.%s", title, actor_today(&q->actor), ending), file,
		     size);
	return audit(&q->actor, "list.export", v->list->name, 0,
		     arena_fmt(q->arena, "%s %lld", as, (long long)total));
}
