/* list.c - one page of a declared list: what the address asks for, its rows, the ways on. */
#include "list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "code.h"
#include "list_inside.h"
#include "reply.h"

enum { FIND_LETTERS = 64, KEY_BYTES = 40, ARGS_MAX = 64 };

const struct cell *list_cell(const struct row *r, const char *name)
{
	for (size_t i = 0; i < r->n; i++)
		if (str_eq(r->names[i], name))
			return &r->cells[i];
	return NULL;
}

/* % and _ are letters like others; the server's escape character is the backslash. */
static const char *like(struct arena *a, const char *words)
{
	struct buf b = { .arena = a };
	buf_char(&b, '%');
	for (const char *p = words; *p; p++) {
		if (strchr("%_\\", *p))
			buf_char(&b, '\\');
		buf_char(&b, *p);
	}
	buf_char(&b, '%');
	return b.p;
}

/* What a filter cannot be is as if it were not there: an address is no form. */
static const char *filter_value(struct rq *q, const struct list_filter *f)
{
	const char *v = str_or(query(q, f->name), "");
	if (f->kind == LIST_FILTER_DAY && *v && !clock_parse_day(v, &(int64_t){ 0 }))
		return "";
	size_t n = 0, letters = 0;
	while (v[n] && letters < FIND_LETTERS)
		for (n++, letters++; (v[n] & 0xC0) == 0x80; n++)
			;
	return f->kind == LIST_FILTER_FIND ? arena_dup(q->arena, v, n) : v;
}

static void read_filters(struct view *v)
{
	struct rq *q = v->q;
	struct node *to = node_child(put_list(q, "List"), "Filter");
	struct buf kept = { .arena = q->arena };
	buf_str(&kept, "");
	for (const struct list_filter *f = v->list->filters; f->name; f++) {
		const char *value = filter_value(q, f);
		bool find = f->kind == LIST_FILTER_FIND;
		v->filters[v->n_filters++] = *value && find ? like(q->arena, value) : value;
		node_set(node_child(to, f->name), "value", value);
		if (!*value)
			continue;
		buf_fmt(&kept, "%s=%s&", f->name, url_encode(q->arena, value));
		node_set(put_list(q, "List"), "filtered", "1");
	}
	v->kept = kept.p;
}

static void read_sort(struct view *v)
{
	const char *name = query(v->q, "sort"), *dir = query(v->q, "dir");
	v->sort = v->list->sorts;
	for (const struct list_sort *s = v->list->sorts; s->name; s++)
		if (str_eq(s->name, name))
			v->sort = s;
	v->asc = dir ? str_eq(dir, "asc") : v->list->oldest;
	if (v->sort != v->list->sorts || v->asc != v->list->oldest)
		v->order = arena_fmt(v->q->arena, "sort=%s&dir=%s&", v->sort->name,
				     v->asc ? "asc" : "desc");
	else
		v->order = "";
}

/* "2026-11-30 09:00:00.17": the key of the row at the edge and, behind the last dot, its id. */
static bool read_place(struct view *v, const char *text)
{
	const char *dot = text ? strrchr(text, '.') : NULL;
	char *end;
	if (!dot || dot - text > KEY_BYTES)
		return false;
	v->id = strtoll(dot + 1, &end, 10);
	v->key = arena_dup(v->q->arena, text, (size_t)(dot - text));
	return end > dot + 1 && !*end && v->id > 0;
}

static void read_places(struct view *v)
{
	v->back = read_place(v, query(v->q, "before"));
	v->on = !v->back && read_place(v, query(v->q, "after"));
	if (!v->back && !v->on)
		v->key = NULL;
}

/* What is listed at all: the caller's arguments and the filters. */
static size_t put_scope(struct view *v, struct arg *to)
{
	size_t n = 0;
	for (size_t i = 0; i < v->args.n; i++)
		to[n++] = v->args.v[i];
	for (size_t i = 0; i < v->n_filters; i++) {
		to[n++] = A_(v->filters[i]);
		to[n++] = A_(v->filters[i]);
	}
	return n;
}

static struct args view_args(struct view *v, int64_t limit)
{
	struct arg *to = arena_array(v->q->arena, ARGS_MAX, sizeof(*to));
	int64_t counted = v->whole ? 0 : LIST_COUNTED + 1;
	size_t n = put_scope(v, to);
	to[n++] = A_(counted);
	n += put_scope(v, to + n);
	for (int i = 0; i < 3; i++)
		to[n++] = A_(v->key);
	to[n++] = A_(v->id);
	to[n++] = A_(limit);
	return (struct args){ to, n };
}

static struct stmt *view_stmt(const struct view *v)
{
	return v->asc != v->back ? v->sort->asc : v->sort->desc;
}

struct taking {
	struct view *v;
	struct node *parent, *list;
	const char *name;
	size_t n;
};

/* What a column shows besides its bare value. */
static void dress(struct view *v, const struct list_col *c, struct node *n)
{
	struct arena *a = v->q->arena;
	const char *value = node_get(n, c->name);
	if (value && c->kind == LIST_CODE)
		(void)node_add(n, c->named, code_names(a, c->of, value));
	else if (value && c->kind == LIST_LONG && !v->whole)
		node_set(n, c->name, utf8_cut(a, value, LIST_CUT));
}

static enum err take_row(void *ctx, const struct row *r)
{
	struct taking *t = ctx;
	const struct cell *total = t->list ? NULL : list_cell(r, "_total");
	if (total)
		t->v->total = total->i;
	if (!t->list)
		t->list = node_child(t->parent, t->name);
	struct node *n = node_nth(db_arena(), t->list, t->n++);
	/* The last column is the total, which no row has to carry. */
	struct row own = { r->n - 1, r->names, r->cells };
	node_row(n, &own);
	for (const struct list_col *c = t->v->list->cols; c->name; c++)
		dress(t->v, c, n);
	return t->v->list->row ? t->v->list->row(t->v->q, n, r) : OK;
}

enum err view_rows(struct view *v, struct node *parent, const char *name, int64_t limit, size_t *n)
{
	struct taking t = { .v = v, .parent = parent, .name = name };
	enum err e = code_load();
	if (!e)
		e = db_each(view_stmt(v), view_args(v, limit), take_row, &t);
	*n = t.n;
	return e;
}

static const char *place(struct arena *a, struct node *row)
{
	return url_encode(a, arena_fmt(a, "%s.%s", node_get(row, "_key"), node_get(row, "_id")));
}

static void put_way(struct view *v, const char *name, struct node *row)
{
	struct arena *a = v->q->arena;
	node_set(put_list(v->q, "List"), name,
		 arena_fmt(a, "%s?%s%s%s=%s", v->q->path, v->kept, v->order,
			   str_eq(name, "prev") ? "before" : "after", place(a, row)));
}

static struct node *nth(struct node *list, size_t i)
{
	struct node *n = node_first(list);
	while (i--)
		n = node_next(n);
	return n;
}

/* One row more than is shown was asked for: it tells that there is another page. */
static void put_on(struct view *v, size_t n)
{
	struct rq *q = v->q;
	size_t shown = n > LIST_ROWS ? LIST_ROWS : n;
	struct node *rows = put_list(q, v->list->name);
	if (n > shown)
		node_drop(rows, arena_fmt(q->arena, "%zu", shown));
	if (v->on)
		put_way(v, "prev", node_first(rows));
	if (n > shown)
		put_way(v, "next", nth(rows, shown - 1));
}

/* The same for a page that was read backwards: its rows are turned round. */
static void put_back(struct view *v, struct node *read, size_t n)
{
	size_t shown = n > LIST_ROWS ? LIST_ROWS : n;
	struct node *rows = put_list(v->q, v->list->name);
	for (size_t i = 0; i < shown; i++)
		node_copy(node_numbered(rows, i), nth(read, shown - 1 - i));
	if (n > shown)
		put_way(v, "prev", node_first(rows));
	put_way(v, "next", nth(rows, shown - 1));
}

static void put_ways(struct view *v)
{
	struct rq *q = v->q;
	struct node *list = put_list(q, "List");
	static const char *const files[] = { "xlsx", "csv", "print" };
	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++)
		node_set(list, files[i],
			 arena_fmt(q->arena, "%s?%s%sas=%s", q->path, v->kept, v->order, files[i]));
	node_set(list, "clear", q->path);
	for (const struct list_sort *s = v->list->sorts; s->name; s++) {
		struct node *n = node_child(node_child(list, "Sort"), s->name);
		bool now = s == v->sort;
		node_set(n, "dir", !now ? "" : v->asc ? "asc" : "desc");
		node_set(n, "href",
			 arena_fmt(q->arena, "%s?%ssort=%s&dir=%s", q->path, v->kept, s->name,
				   now && !v->asc ? "asc" : "desc"));
	}
}

static enum err put_total(struct view *v)
{
	struct arg *to = arena_array(v->q->arena, ARGS_MAX, sizeof(*to));
	int64_t counted = LIST_COUNTED + 1;
	size_t n = put_scope(v, to);
	enum err e = OK;
	to[n++] = A_(counted);
	if (v->total == DB_NONE)
		e = db_int(v->list->count, (struct args){ to, n }, &v->total);
	if (e)
		return e;
	bool more = v->total > LIST_COUNTED;
	struct node *list = put_list(v->q, "List");
	node_int(list, "total", more ? LIST_COUNTED : v->total);
	node_set(list, "more", more ? "1" : NULL);
	return OK;
}

static enum err page_of(struct view *v, const char *template)
{
	size_t n;
	struct node *turned = v->back ? node_new() : NULL;
	enum err e = v->back ? view_rows(v, turned, "Rows", LIST_ROWS + 1, &n)
			     : view_rows(v, page_root(v->q), v->list->name, LIST_ROWS + 1, &n);
	if (!e && n && v->back)
		put_back(v, node_at(turned, "Rows"), n);
	else if (!e && n)
		put_on(v, n);
	if (turned)
		node_free(&turned);
	if (!e)
		e = put_total(v);
	if (e)
		return e;
	node_int(put_list(v->q, "List"), "shown", (int64_t)(n > LIST_ROWS ? LIST_ROWS : n));
	put_ways(v);
	return page(v->q, template);
}

/* All rows on one page, as many as paper is patient for. */
static enum err print_of(struct view *v, const char *template)
{
	size_t n;
	v->key = NULL;
	v->back = v->on = false;
	enum err e = view_rows(v, page_root(v->q), v->list->name, LIST_PRINTED, &n);
	v->total = DB_NONE;
	if (!e)
		e = put_total(v);
	if (e)
		return e;
	node_int(put_list(v->q, "List"), "shown", (int64_t)n);
	node_set(put_list(v->q, "List"), "all", "1");
	return page(v->q, template);
}

enum err list_page(struct rq *q, const struct list *l, struct args a, const char *template)
{
	const char *as = str_in(query(q, "as"), "print,xlsx,csv") ? query(q, "as") : NULL;
	struct view v = { .q = q, .list = l, .args = a, .whole = as != NULL, .total = DB_NONE };
	read_filters(&v);
	read_sort(&v);
	read_places(&v);
	if (str_eq(as, "print"))
		return print_of(&v, template);
	if (as)
		return list_file(&v, as);
	return page_of(&v, template);
}
