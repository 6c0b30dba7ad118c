/* list_inside.h - what list.c, list_ask.c and list_file.c share; nobody else includes it. */
#ifndef ZYZ_LIST_INSIDE_H
#define ZYZ_LIST_INSIDE_H

#include "list.h"

/* A row's place in the order: the value of the way's column, and its id. */
struct place {
	const char *key; /* NULL: none */
	int64_t id;
};

/* A list as one request sees it. */
struct view {
	struct rq *q;
	const struct list *list;
	struct args args; /* of the list's JOINS and WHERE */
	size_t joined;    /* how many of them are of JOINS */
	const char *filters[LIST_FILTERS];
	const char *by_key[LIST_FILTERS]; /* those of them that the way's key narrows, else "" */
	size_t n_filters;
	bool sought;       /* a filter is set that no key narrows */
	const char *kept;  /* "state=draft&": the filters that are set, for addresses */
	const char *order; /* "sort=day&dir=asc&", "" for the usual one */
	const struct list_way *way;
	bool asc, back, on; /* before= or after= a place, or neither */
	struct place from;  /* behind which rows are read; none: from the beginning */
	struct place until; /* of the last row that is looked at; none: to the end */
	int64_t total;      /* DB_NONE: not known yet */
	bool whole;         /* all rows, long texts uncut: print and files */
	int64_t ticked;     /* so many rows were ticked, and no more are there; 0: all */
};

/* What the address asks for; list_ask.c. */
void view_read(struct view *v);
/* Sets `until` to the place so many rows on, when there is a row behind it and a filter is set that
 * no key narrows. */
enum err view_window(struct view *v, int64_t rows) MUST_USE;
/* Up to limit rows from the view's place on, as children of the node (made with the first one),
 * behind the *n that it has. */
enum err view_rows(struct view *v, struct node *parent, const char *name, int64_t limit,
		   size_t *n) MUST_USE;
enum err list_file(struct view *v, const char *as) MUST_USE;

#endif
