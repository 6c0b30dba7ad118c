/* hdf.c - the trees of hdf.h: a node of ours is a node of ClearSilver, whose type never shows. */
#include "hdf.h"

#include <ClearSilver.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "hdf_alloc.h"
#include "log.h"

static bool numbers_marked;

static HDF *hdf_of(struct node *n)
{
	return (HDF *)n;
}

static struct node *node_of(HDF *h)
{
	return (struct node *)h;
}

static enum err hdf_error(NEOERR *bad, const char *what)
{
	STRING text;
	string_init(&text);
	nerr_error_string(bad, &text);
	enum err e = ERR(ERR_INTERNAL, "%s: %s", what, text.buf ? text.buf : "");
	string_clear(&text);
	nerr_ignore(&bad);
	return e;
}

/* Only what is out of memory can fail here; then the process ends and another is started. */
static void must(NEOERR *bad, const char *what)
{
	if (bad == STATUS_OK)
		return;
	log_error("%s: %s", err_name(hdf_error(bad, what)), err_text());
	exit(2);
}

struct node *node_child(struct node *n, const char *name)
{
	HDF *c;
	must(hdf_get_node(hdf_of(n), name, &c), name);
	return node_of(c);
}

struct node *node_numbered(struct node *list, size_t i)
{
	char name[24];
	(void)snprintf(name, sizeof(name), "%zu", i);
	return node_child(list, name);
}

size_t node_count(struct node *list)
{
	size_t n = 0;
	for (HDF *c = list ? hdf_obj_child(hdf_of(list)) : NULL; c; c = hdf_obj_next(c))
		n += isdigit((unsigned char)*hdf_obj_name(c)) != 0;
	return n;
}

struct node *node_item(struct node *list)
{
	return node_numbered(list, node_count(list));
}

void node_set(struct node *n, const char *name, const char *value)
{
	if (value)
		must(hdf_set_value(hdf_of(n), name, value), name);
}

/* The last of its children; what ClearSilver keeps of it may be behind. */
static HDF *last_child(const HDF *parent)
{
	HDF *c = parent->last_child ? parent->last_child : parent->child;
	while (c && c->next)
		c = c->next;
	return c;
}

struct node *node_add(struct node *n, const char *name, const char *value)
{
	HDF *parent = hdf_of(n), *last = last_child(parent);
	if (!hdf_in_arena() || parent->hash) {
		struct node *c = node_child(n, name);
		node_set(n, name, value);
		return c;
	}
	HDF *c = hdf_calloc(1, sizeof(*c));
	c->name = (char *)(uintptr_t)name;
	c->name_len = (int)strlen(name);
	c->value = (char *)(uintptr_t)value;
	c->top = parent->top;
	*(last ? &last->next : &parent->child) = c;
	parent->last_child = c;
	return node_of(c);
}

void node_numbers(bool marked)
{
	numbers_marked = marked;
}

/* In an arena all numbers share one mark, which nobody frees. */
void node_mark(struct node *n)
{
	static char key[] = "n", yes[] = "1";
	static HDF_ATTR number = { key, yes, NULL };
	if (!numbers_marked)
		return;
	if (hdf_in_arena())
		hdf_of(n)->attr = &number;
	else
		must(hdf_set_attr(hdf_of(n), NULL, "n", "1"), "hdf_set_attr");
}

bool node_is_number(struct node *n)
{
	return hdf_of(n)->attr && strcmp(hdf_of(n)->attr->key, "n") == 0;
}

void node_int(struct node *n, const char *name, int64_t value)
{
	char text[24];
	if (value == DB_NONE)
		return;
	(void)snprintf(text, sizeof(text), "%lld", (long long)value);
	node_set(n, name, text);
	if (numbers_marked)
		node_mark(node_child(n, name));
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

void node_drop(struct node *n, const char *name)
{
	must(hdf_remove_tree(hdf_of(n), name), name);
}

void node_copy(struct node *to, struct node *from)
{
	/* What is put into a tree of the heap lives there, too. */
	bool heap = hdf_on_heap(hdf_of(to));
	struct arena *before = heap ? hdf_use(NULL) : NULL;
	must(hdf_copy(hdf_of(to), "", hdf_of(from)), "hdf_copy");
	if (heap)
		(void)hdf_use(before);
}

struct node *node_first(struct node *list)
{
	return list ? node_of(hdf_obj_child(hdf_of(list))) : NULL;
}

struct node *node_next(struct node *n)
{
	return node_of(hdf_obj_next(hdf_of(n)));
}

struct node *node_at(struct node *n, const char *path)
{
	return n ? node_of(hdf_get_obj(hdf_of(n), path)) : NULL;
}

const char *node_name(struct node *n)
{
	return hdf_obj_name(hdf_of(n));
}

const char *node_value(struct node *n)
{
	return hdf_obj_value(hdf_of(n));
}

struct node *node_new(void)
{
	HDF *tree;
	must(hdf_init(&tree), "hdf_init");
	return node_of(tree);
}

void node_free(struct node **n)
{
	HDF *tree = hdf_of(*n);
	*n = NULL;
	/* What lives in an arena goes with it. */
	if (!hdf_on_heap(tree))
		return;
	struct arena *before = hdf_use(NULL);
	hdf_destroy(&tree);
	(void)hdf_use(before);
}

enum err node_file(const char *path, struct node **out)
{
	struct arena *before = hdf_use(NULL);
	struct node *tree = node_new();
	NEOERR *bad = hdf_read_file(hdf_of(tree), path);
	(void)hdf_use(before);
	if (bad == STATUS_OK) {
		*out = tree;
		return OK;
	}
	enum err e = hdf_error(bad, path);
	node_free(&tree);
	return e;
}
