/* page_put.c - values, lists and query results onto the page. */
#include "page.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

#include "log.h"
#include "page_inside.h"

static bool json_mode;           /* of the request being served: numbers are marked */

void page_numbers(bool marked)
{
	json_mode = marked;
}

enum err page_error(NEOERR *bad, const char *what)
{
	STRING text;
	string_init(&text);
	nerr_error_string(bad, &text);
	enum err e = ERR(ERR_INTERNAL, "%s: %s", what, text.buf ? text.buf : "");
	string_clear(&text);
	nerr_ignore(&bad);
	return e;
}

void page_must(NEOERR *bad, const char *what)
{
	if (bad == STATUS_OK)
		return;
	log_error("%s: %s", err_name(page_error(bad, what)), err_text());
	exit(2);
}

/* Only what is out of memory can fail here; then the process ends and another is started. */
void page_set(HDF *n, const char *name, const char *value)
{
	if (value)
		page_must(hdf_set_value(n, name, value), name);
}

HDF *page_child(HDF *n, const char *name)
{
	HDF *c;
	page_must(hdf_get_node(n, name, &c), name);
	return c;
}

/* A node of ours is a node of ClearSilver under another name: its type never shows outside. */
static HDF *hdf_of(struct node *n)
{
	return (HDF *)n;
}

static struct node *node_of(HDF *h)
{
	return (struct node *)h;
}

static void mark_number(HDF *n, const char *name)
{
	if (json_mode)
		page_must(hdf_set_attr(n, name, "n", "1"), name);
}

void put(struct rq *q, const char *name, const char *value)
{
	page_set(q->page->root, name, value);
}

void put_int(struct rq *q, const char *name, int64_t value)
{
	node_int(node_of(q->page->root), name, value);
}

const char *got(struct rq *q, const char *name)
{
	return hdf_get_value(q->page->root, name, NULL);
}

struct node *put_list(struct rq *q, const char *name)
{
	return node_of(page_child(q->page->root, name));
}

static HDF *numbered(HDF *list, size_t i)
{
	char name[24];
	(void)snprintf(name, sizeof(name), "%zu", i);
	return page_child(list, name);
}

static size_t count(HDF *list)
{
	size_t n = 0;
	for (HDF *c = hdf_obj_child(list); c; c = hdf_obj_next(c))
		n += isdigit((unsigned char)*hdf_obj_name(c)) != 0;
	return n;
}

struct node *node_item(struct node *list)
{
	return node_of(numbered(hdf_of(list), count(hdf_of(list))));
}

struct node *node_child(struct node *n, const char *name)
{
	return node_of(page_child(hdf_of(n), name));
}

void node_set(struct node *n, const char *name, const char *value)
{
	page_set(hdf_of(n), name, value);
}

void node_int(struct node *n, const char *name, int64_t value)
{
	char text[24];
	if (value == DB_NONE)
		return;
	(void)snprintf(text, sizeof(text), "%lld", (long long)value);
	page_set(hdf_of(n), name, text);
	mark_number(hdf_of(n), name);
}

const char *node_get(struct node *n, const char *name)
{
	return hdf_get_value(hdf_of(n), name, NULL);
}

int64_t node_get_int(struct node *n, const char *name)
{
	const char *text = node_get(n, name);
	return text && *text ? strtoll(text, NULL, 10) : DB_NONE;
}

struct node *node_first(struct node *list)
{
	return list ? node_of(hdf_obj_child(hdf_of(list))) : NULL;
}

struct node *node_next(struct node *n)
{
	return node_of(hdf_obj_next(hdf_of(n)));
}

struct filling {
	HDF *list;
	const char *list_name;   /* the list is made with its first row */
	size_t n;
};

static void put_cells(HDF *to, const struct row *r)
{
	for (size_t i = 0; i < r->n; i++) {
		if (!r->cells[i].text)
			continue;
		page_set(to, r->names[i], r->cells[i].text);
		if (r->cells[i].is_int)
			mark_number(to, r->names[i]);
	}
}

static enum err put_row(void *ctx, const struct row *r)
{
	struct filling *f = ctx;
	if (f->list_name) {
		f->list = page_child(f->list, f->list_name);
		f->list_name = NULL;
	}
	put_cells(numbered(f->list, f->n++), r);
	return OK;
}

enum err put_query(struct rq *q, const char *name, struct stmt *s, struct args a)
{
	struct filling f = { q->page->root, name, 0 };
	return db_each(s, a, put_row, &f);
}

enum err node_query(struct node *list, struct stmt *s, struct args a)
{
	struct filling f = { hdf_of(list), NULL, count(hdf_of(list)) };
	return db_each(s, a, put_row, &f);
}

static enum err put_first(void *ctx, const struct row *r)
{
	struct filling *f = ctx;
	if (f->n++ == 0)
		put_cells(page_child(f->list, f->list_name), r);
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
	HDF *l = hdf_get_obj(q->page->root, list);
	if (!l || count(l) <= size)
		return;
	(void)snprintf(path, sizeof(path), "%zu", size);
	page_must(hdf_remove_tree(l, path), path);
	(void)snprintf(path, sizeof(path), "%zu.%s", size - 1, column);
	put(q, "Next", hdf_get_value(l, path, NULL));
}
