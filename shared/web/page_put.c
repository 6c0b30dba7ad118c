/* page_put.c - values, lists and query results onto the page. */
#include "page.h"

#include <stdio.h>

#include "page_inside.h"

void put(struct rq *q, const char *name, const char *value)
{
	node_set(q->page->root, name, value);
}

void put_int(struct rq *q, const char *name, int64_t value)
{
	node_int(q->page->root, name, value);
}

const char *got(struct rq *q, const char *name)
{
	return node_get(q->page->root, name);
}

struct node *put_list(struct rq *q, const char *name)
{
	return node_child(q->page->root, name);
}

struct node *page_root(struct rq *q)
{
	return q->page->root;
}

struct filling {
	struct node *list;
	const char *list_name; /* the list is made with its first row */
	size_t n;
};

void node_row(struct node *to, const struct row *r)
{
	for (size_t i = 0; i < r->n; i++) {
		if (!r->cells[i].text)
			continue;
		struct node *n = node_add(to, r->names[i], r->cells[i].text);
		if (r->cells[i].is_int)
			node_mark(n);
	}
}

/* The i-th of a list's rows, which come in order. */
struct node *node_nth(struct arena *a, struct node *list, size_t i)
{
	static const char small[][3] = { "0",  "1",  "2",  "3",  "4",  "5",  "6",  "7",  "8",
					 "9",  "10", "11", "12", "13", "14", "15", "16", "17",
					 "18", "19", "20", "21", "22", "23", "24", "25", "26",
					 "27", "28", "29", "30", "31", "32", "33", "34", "35",
					 "36", "37", "38", "39", "40", "41", "42", "43", "44",
					 "45", "46", "47", "48", "49", "50" };
	return node_add(list,
			i < sizeof(small) / sizeof(small[0]) ? small[i] : arena_fmt(a, "%zu", i),
			NULL);
}

static enum err put_row(void *ctx, const struct row *r)
{
	struct filling *f = ctx;
	if (f->list_name) {
		f->list = node_child(f->list, f->list_name);
		f->list_name = NULL;
	}
	node_row(node_nth(db_arena(), f->list, f->n++), r);
	return OK;
}

enum err put_query(struct rq *q, const char *name, struct stmt *s, struct args a)
{
	struct filling f = { q->page->root, name, 0 };
	return db_each(s, a, put_row, &f);
}

enum err node_query(struct node *list, struct stmt *s, struct args a)
{
	struct filling f = { list, NULL, node_count(list) };
	return db_each(s, a, put_row, &f);
}

static enum err put_first(void *ctx, const struct row *r)
{
	struct filling *f = ctx;
	struct node *to = node_child(f->list, f->list_name);
	/* What stands there already is replaced. */
	for (size_t i = 0; f->n == 0 && i < r->n; i++) {
		node_set(to, r->names[i], r->cells[i].text);
		if (r->cells[i].is_int && r->cells[i].text)
			node_mark(node_child(to, r->names[i]));
	}
	f->n++;
	return OK;
}

enum err put_one(struct rq *q, const char *name, struct stmt *s, struct args a)
{
	struct filling f = { q->page->root, name, 0 };
	enum err e = db_each(s, a, put_first, &f);
	return e ? e : f.n ? OK : ERR_NOT_FOUND;
}

void put_next(struct rq *q, const char *list, size_t size, const char *column)
{
	char path[128];
	struct node *l = node_at(q->page->root, list);
	if (node_count(l) <= size)
		return;
	(void)snprintf(path, sizeof(path), "%zu", size);
	node_drop(l, path);
	(void)snprintf(path, sizeof(path), "%zu.%s", size - 1, column);
	put(q, "Next", node_get(l, path));
}
