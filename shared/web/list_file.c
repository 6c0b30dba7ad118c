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

/* Writes up to STEP rows and goes on behind the last; what they needed is gone afterwards. */
static enum err write_step(struct view *v, struct sheet *s, size_t *n)
{
	char key[64];
	struct rq *q = v->q;
	struct arena *kept = q->arena, *own = arena_new();
	struct arena *page = hdf_use(own);
	struct node *tree = node_new();
	q->arena = own;
	(void)db_use(own);
	enum err e = view_rows(v, tree, "Rows", STEP, n);
	struct node *last = NULL;
	for (struct node *row = node_first(node_at(tree, "Rows")); !e && row;
	     row = node_next(row)) {
		sheet_row(s);
		for (const struct list_col *c = v->list->cols; c->name; c++)
			if (!hidden(c))
				write_cell(v, c, row, s);
		last = row;
	}
	key[0] = '\0';
	if (last) {
		v->id = node_get_int(last, "_id");
		strncat(key, str_or(node_get(last, "_key"), ""), sizeof(key) - 1);
	}
	(void)db_use(kept);
	q->arena = kept;
	(void)hdf_use(page);
	arena_free(own);
	v->key = arena_str(kept, key);
	return e;
}

static enum err write_rows(struct view *v, struct sheet *s, int64_t *total)
{
	size_t n = STEP;
	enum err e = OK;
	*total = 0;
	while (!e && n == STEP && *total < LIST_EXPORTED) {
		e = write_step(v, s, &n);
		*total += (int64_t)n;
	}
	if (!e && n == STEP) {
		sheet_row(s);
		sheet_text(s, lang("Layout.export_cut"));
	}
	return e;
}

enum err list_file(struct view *v, const char *as)
{
	struct rq *q = v->q;
	struct sheet *s;
	struct bytes file;
	int64_t total = 0;
	enum sheet_kind kind = str_eq(as, "csv") ? SHEET_CSV : SHEET_XLSX;
	const char *title = str_or(lang(arena_fmt(q->arena, "%s._file", v->list->labels)), "list");
	v->key = NULL;
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
	e = sheet_end(s, &file);
	if (!e)
		e = audit(&q->actor, "list.export", v->list->name, 0,
			  arena_fmt(q->arena, "%s %lld", as, (long long)total));
	if (e)
		return e;
	const char *ending = sheet_ending(kind);
	return reply_file(q, sheet_type(kind), arena_fmt(q->arena, "list.%s", ending),
			  arena_fmt(q->arena, "%s %s.%s", title, actor_today(&q->actor), ending),
			  file);
}
