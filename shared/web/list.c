/* list.c - one page of a declared list: what the address asks for, its rows, the ways on. */
#include "list.h"

#include <string.h>

#include "code.h"
#include "list_inside.h"
#include "reply.h"

enum { ARGS_MAX = 80 };

const struct cell *list_cell(const struct row *r, const char *name)
{
	for (size_t i = 0; i < r->n; i++)
		if (str_eq(r->names[i], name))
			return &r->cells[i];
	return NULL;
}

/* What is listed at all: the arguments of WHERE and the filters. */
static size_t put_scope(struct view *v, const char *const *filters, struct arg *to)
{
	size_t n = 0;
	for (size_t i = v->joined; i < v->args.n; i++)
		to[n++] = v->args.v[i];
	for (size_t i = 0; i < v->n_filters; i++) {
		to[n++] = A_(filters[i]);
		to[n++] = A_(filters[i]);
	}
	return n;
}

static size_t put_place(const struct place *p, struct arg *to)
{
	for (int i = 0; i < 3; i++)
		to[i] = A_(p->key);
	to[3] = A_(p->id);
	return 4;
}

static struct args view_args(struct view *v, int64_t limit)
{
	struct arg *to = arena_array(v->q->arena, ARGS_MAX, sizeof(*to));
	int64_t counted = v->whole || v->sought ? 0 : LIST_COUNTED + 1;
	size_t n = put_scope(v, v->filters, to);
	to[n++] = A_(counted);
	for (size_t i = 0; i < v->joined; i++)
		to[n++] = v->args.v[i];
	n += put_scope(v, v->filters, to + n);
	n += put_place(&v->from, to + n);
	n += put_place(&v->until, to + n);
	to[n++] = A_(limit);
	return (struct args){ to, n };
}

static struct list_order *view_order(const struct view *v)
{
	bool rising = v->asc != v->back;
	if (str_eq(v->way->sort, v->list->turned))
		rising = !rising;
	return rising ? v->way->asc : v->way->desc;
}

struct edge {
	struct view *v;
	struct place last; /* of those that are looked at */
	size_t n;
};

static enum err take_edge(void *ctx, const struct row *r)
{
	struct edge *e = ctx;
	if (!e->n++)
		e->last = (struct place){ arena_str(e->v->q->arena, r->cells[0].text),
					  r->cells[1].i };
	return OK;
}

/* The row that ends a window of so many, and the one behind it. */
static enum err view_edge(struct view *v, const struct place *from, int64_t rows, struct edge *edge)
{
	struct arg *to = arena_array(v->q->arena, ARGS_MAX, sizeof(*to));
	size_t n = put_scope(v, v->by_key, to);
	n += put_place(from, to + n);
	to[n++] = A_((int64_t)2);
	to[n++] = A_(rows - 1);
	*edge = (struct edge){ .v = v };
	return db_each(&view_order(v)->edge, (struct args){ to, n }, take_edge, edge);
}

enum err view_window(struct view *v, int64_t rows)
{
	struct edge edge = { .n = 0 };
	v->until = (struct place){ NULL, 0 };
	enum err e = v->sought ? view_edge(v, &v->from, rows, &edge) : OK;
	if (!e && edge.n > 1)
		v->until = edge.last;
	return e;
}

static int64_t window_of(const struct view *v)
{
	return v->list->window ? v->list->window : LIST_WINDOW;
}

/* As far as a page looks. A list that fits into one window is looked through as a whole. */
static enum err page_window(struct view *v)
{
	struct edge edge = { .n = 0 };
	enum err e = v->sought ? view_edge(v, &(struct place){ NULL, 0 }, window_of(v), &edge) : OK;
	v->sought = edge.n > 1;
	if (v->from.key)
		return e ? e : view_window(v, window_of(v));
	if (v->sought)
		v->until = edge.last;
	return e;
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
	if (total && !t->v->sought)
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
	struct taking t = { .v = v, .parent = parent, .name = name, .n = *n };
	enum err e = code_load();
	if (!e)
		e = db_each(&view_order(v)->rows, view_args(v, limit), take_row, &t);
	*n = t.n;
	return e;
}

static void put_step(struct view *v, const char *name, struct place at)
{
	struct arena *a = v->q->arena;
	const char *place = arena_fmt(a, "%s.%lld", at.key, (long long)at.id);
	node_set(put_list(v->q, "List"), name,
		 arena_fmt(a, "%s?%s%s%s=%s", v->q->path, v->kept, v->order,
			   str_eq(name, "prev") ? "before" : "after", url_encode(a, place)));
}

/* Back to the beginning: nothing stands before this place. */
static void put_begin(struct view *v)
{
	node_set(put_list(v->q, "List"), "next",
		 arena_fmt(v->q->arena, "%s?%s%s", v->q->path, v->kept, v->order));
}

static struct place place_of(struct node *row)
{
	return (struct place){ node_get(row, "_key"), node_get_int(row, "_id") };
}

static struct node *nth(struct node *list, size_t i)
{
	struct node *n = node_first(list);
	while (i--)
		n = node_next(n);
	return n;
}

/* One row more than is shown was asked for: it tells that there is another page. When the rows that
 * were looked at have ended and others have not, the other page is behind them. */
static void put_on(struct view *v, size_t n)
{
	struct rq *q = v->q;
	size_t shown = n > LIST_ROWS ? LIST_ROWS : n;
	struct node *rows = n ? put_list(q, v->list->name) : NULL;
	if (n > shown)
		node_drop(rows, arena_fmt(q->arena, "%zu", shown));
	if (v->on && (n || v->sought))
		put_step(v, "prev", n ? place_of(node_first(rows)) : v->from);
	if (n > shown)
		put_step(v, "next", place_of(nth(rows, shown - 1)));
	else if (v->until.key)
		put_step(v, "next", v->until);
}

/* The same for a page that was read backwards: its rows are turned round. */
static void put_back(struct view *v, struct node *read, size_t n)
{
	size_t shown = n > LIST_ROWS ? LIST_ROWS : n;
	struct node *rows = n ? put_list(v->q, v->list->name) : NULL;
	for (size_t i = 0; i < shown; i++)
		node_copy(node_numbered(rows, i), nth(read, shown - 1 - i));
	if (n > shown)
		put_step(v, "prev", place_of(node_first(rows)));
	else if (v->until.key)
		put_step(v, "prev", v->until);
	if (n || v->until.key)
		put_step(v, "next", n ? place_of(nth(rows, shown - 1)) : v->until);
	else if (v->sought)
		put_begin(v);
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
	for (const struct list_way *w = v->list->ways; w->sort; w++) {
		if (!str_eq(w->lead, "any"))
			continue;
		struct node *n = node_child(node_child(list, "Sort"), w->sort);
		bool now = str_eq(w->sort, v->way->sort);
		node_set(n, "dir", !now ? "" : v->asc ? "asc" : "desc");
		node_set(n, "href",
			 arena_fmt(q->arena, "%s?%ssort=%s&dir=%s", q->path, v->kept, w->sort,
				   now && !v->asc ? "asc" : "desc"));
	}
}

/* Rows bring the total along; behind the last page there is none that could. */
static enum err find_total(struct view *v)
{
	size_t n = 0;
	struct node *unseen = node_new();
	v->from = v->until = (struct place){ NULL, 0 };
	enum err e = view_rows(v, unseen, "Rows", 1, &n);
	node_free(&unseen);
	return e;
}

static void put_total(struct view *v, int64_t total, bool more)
{
	struct node *list = put_list(v->q, "List");
	node_int(list, "total", total);
	node_set(list, "more", more ? "1" : NULL);
}

/* Of a list that was not looked through as a whole only what was found is known. */
static enum err page_total(struct view *v, int64_t shown)
{
	bool first = !v->on && !v->back;
	if (v->sought) {
		put_total(v, shown, true);
		node_int(put_list(v->q, "List"), "looked", window_of(v));
		return OK;
	}
	enum err e = !shown && !first ? find_total(v) : OK;
	int64_t total = v->total == DB_NONE ? 0 : v->total;
	bool more = total > LIST_COUNTED;
	put_total(v, more ? LIST_COUNTED : total, more);
	return e;
}

static enum err page_of(struct view *v, const char *template)
{
	size_t n = 0;
	struct node *turned = v->back ? node_new() : NULL;
	enum err e = page_window(v);
	if (!e)
		e = v->back ? view_rows(v, turned, "Rows", LIST_ROWS + 1, &n)
			    : view_rows(v, page_root(v->q), v->list->name, LIST_ROWS + 1, &n);
	if (!e && v->back)
		put_back(v, node_at(turned, "Rows"), n);
	else if (!e)
		put_on(v, n);
	if (turned)
		node_free(&turned);
	int64_t shown = (int64_t)(n > LIST_ROWS ? LIST_ROWS : n);
	if (!e)
		e = page_total(v, shown);
	if (e)
		return e;
	node_int(put_list(v->q, "List"), "shown", shown);
	put_ways(v);
	return page(v->q, template);
}

/* All rows on one page, as many as paper is patient for. */
static enum err print_of(struct view *v, const char *template)
{
	size_t n = 0;
	enum err e;
	int64_t most = v->ticked ? v->ticked : LIST_PRINTED;
	v->from.key = NULL;
	v->back = v->on = false;
	do {
		e = view_window(v, LIST_STRIDE);
		if (!e)
			e = view_rows(v, page_root(v->q), v->list->name, most - (int64_t)n, &n);
		v->from = v->until;
	} while (!e && (int64_t)n < most && v->until.key);
	if (e)
		return e;
	put_total(v, (int64_t)n, n == LIST_PRINTED && !v->ticked);
	node_int(put_list(v->q, "List"), "shown", (int64_t)n);
	node_set(put_list(v->q, "List"), "all", "1");
	return page(v->q, template);
}

enum err list_page(struct rq *q, const struct list *l, struct args a, const char *template)
{
	const char *as = str_in(query(q, "as"), "print,xlsx,csv") ? query(q, "as") : NULL;
	struct view v = { .q = q, .list = l, .args = a, .whole = as != NULL };
	view_read(&v);
	if (str_eq(as, "print"))
		return print_of(&v, template);
	if (as)
		return list_file(&v, as);
	return page_of(&v, template);
}
