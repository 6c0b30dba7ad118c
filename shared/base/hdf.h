/*
 * hdf.h - trees of names and values: the data of a page, texts, the mappings of platforms.
 *
 * Owns struct node, which is ClearSilver's HDF under another name. What is out of memory ends the
 * process. A name is one that code or one of our files wrote, never a user's text: names that
 * collide make a tree slow.
 *
 *	struct node *tree;
 *	enum err e = node_file("templates/platform/exchange.hdf", &tree);
 *	for (struct node *n = node_first(node_at(tree, "Kind")); n; n = node_next(n))
 *		...
 */
#ifndef ZYZ_HDF_H
#define ZYZ_HDF_H

#include "str.h"

struct node; /* a place in a tree */

struct node *node_item(struct node *list);                          /* its next numbered child */
struct node *node_numbered(struct node *list, size_t i);            /* made when missing */
size_t node_count(struct node *list);                               /* numbered children */
struct node *node_child(struct node *n, const char *name);          /* made when missing */
void node_set(struct node *n, const char *name, const char *value); /* NULL: nothing is put */
/* A new child behind the others, without looking whether there is one of that name. Where trees
 * live in an arena (hdf_alloc.h) neither name nor value is copied: both last as long as it. */
struct node *node_add(struct node *n, const char *name, const char *value);
void node_int(struct node *n, const char *name, int64_t value); /* DB_NONE: nothing is put */
const char *node_get(struct node *n, const char *name);         /* NULL when not there */
int64_t node_get_int(struct node *n, const char *name);         /* DB_NONE when not there */
void node_drop(struct node *n, const char *name);               /* with all beneath it */
void node_copy(struct node *to, struct node *from);             /* all beneath it */
struct node *node_first(struct node *list);                     /* children, NULL at the end */
struct node *node_next(struct node *n);
/* NULL when not there, or n is NULL */
struct node *node_at(struct node *n, const char *path);
const char *node_name(struct node *n);
/* of the node itself, or NULL */
const char *node_value(struct node *n);
/* What node_int() puts is marked as a number; node_mark() marks one put as text. Switched on for
 * a page that will be read as JSON. */
void node_numbers(bool marked);
void node_mark(struct node *n);
bool node_is_number(struct node *n);

/* A new tree, and the end of one. */
struct node *node_new(void);
void node_free(struct node **n);
/* A file of names and values as a tree of its own, outside any arena: for what programs read
 * once. ERR_INTERNAL says where the file is wrong; *out is untouched then. */
enum err node_file(const char *path, struct node **out) MUST_USE;

#endif
