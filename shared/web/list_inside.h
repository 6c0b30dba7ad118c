/* list_inside.h - what list.c and list_file.c share; nobody else includes it. */
#ifndef ZYZ_LIST_INSIDE_H
#define ZYZ_LIST_INSIDE_H

#include "list.h"

/* A list as one request sees it. */
struct view {
	struct rq *q;
	const struct list *list;
	struct args args; /* of the list's FROM */
	const char *filters[LIST_FILTERS];
	size_t n_filters;
	const char *kept;  /* "state=draft&": the filters that are set, for addresses */
	const char *order; /* "sort=day&dir=asc&", "" for the usual one */
	const struct list_sort *sort;
	bool asc, back, on; /* before= or after= a place, or neither */
	const char *key;    /* of the row at that place; NULL: from the beginning */
	int64_t id;
	int64_t total; /* DB_NONE: not known yet */
	bool whole;    /* all rows, long texts uncut: print and files */
};

/* Up to limit rows from the view's place on, as children of the node (made with the first one). */
enum err view_rows(struct view *v, struct node *parent, const char *name, int64_t limit,
		   size_t *n) MUST_USE;
enum err list_file(struct view *v, const char *as) MUST_USE;

#endif
