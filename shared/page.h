/*
 * page.h - the only door to ClearSilver: data of the page, rendering as HTML or, for the same
 * handler, JSON.
 *
 * Everything put here is under Page. and is what this viewer may know. In JSON numbered children
 * become an array and whole numbers stay numbers. Names that begin with '_' stay out of JSON:
 * for columns that only code needs (row ids: "SELECT id AS _id"). Templates read Lang.* (texts)
 * and these besides Page.*: Page.Csrf, Page.Who.{name,station,kind,...}, Page.Form.*,
 * Page.Error.*, Page.Errors.N.{field,text}, Page.Path, Page.App, Page.Done (message word after a
 * redirect, ?done=word), Page.Static (version of css and js).
 *
 *	struct node *needs = put_list(q, "Needs");
 *	node_int(node_item(needs), "minutes", 90);
 *	return page(q, "needs/ledger.cs");
 */
#ifndef ZYZ_PAGE_H
#define ZYZ_PAGE_H

#include "db.h"
#include "request.h"

struct node;                          /* a place in the page's tree */

/* once: reads templates/lang; exits with a message on failure */
void page_start(const char *app);
enum err page_begin(struct rq *q) MUST_USE;          /* for app.c */
void page_end(struct rq *q);                         /* for app.c */

enum err page(struct rq *q, const char *template) MUST_USE; /* renders, or answers JSON */
enum err page_status(struct rq *q, int status, const char *template) MUST_USE;

void put(struct rq *q, const char *name, const char *value);       /* NULL: nothing is put */
void put_int(struct rq *q, const char *name, int64_t value);       /* DB_NONE: nothing is put */
const char *got(struct rq *q, const char *name);                   /* NULL when not there */

/* The rows of a statement as Page.NAME.0, .1 ... under their column names. No row, no node:
 * templates show the empty state then. */
enum err put_query(struct rq *q, const char *name, struct stmt *s, struct args a) MUST_USE;
/* The first row as Page.NAME.column; ERR_NOT_FOUND when there is none. */
enum err put_one(struct rq *q, const char *name, struct stmt *s, struct args a) MUST_USE;

/* Page.NAME, made when missing */
struct node *put_list(struct rq *q, const char *name);
struct node *node_item(struct node *list);                         /* its next numbered child */
struct node *node_child(struct node *n, const char *name);         /* made when missing */
void node_set(struct node *n, const char *name, const char *value); /* NULL: nothing is put */
void node_int(struct node *n, const char *name, int64_t value);    /* DB_NONE: nothing is put */
const char *node_get(struct node *n, const char *name);            /* NULL when not there */
int64_t node_get_int(struct node *n, const char *name);            /* DB_NONE when not there */
struct node *node_first(struct node *list);                        /* children, NULL at the end */
struct node *node_next(struct node *n);
/* rows as its children */
enum err node_query(struct node *list, struct stmt *s, struct args a) MUST_USE;

const char *lang(const char *name);   /* Lang.NAME, or NULL */
/* A keyset pager: rows were asked with LIMIT size + 1; drops the extra row and puts Page.Next =
 * value of its predecessor's column, for the link "?after=". */
void put_next(struct rq *q, const char *list, size_t size, const char *column);

/* A file of names and values (HDF) as a tree of its own, outside the page and any arena: for
 * what programs read once. ERR_INTERNAL says where the file is wrong; *out is untouched then. */
enum err node_file(const char *path, struct node **out) MUST_USE;
void node_free(struct node **n);
/* NULL when not there, or n is NULL */
struct node *node_at(struct node *n, const char *path);
const char *node_name(struct node *n);
/* of the node itself, or NULL */
const char *node_value(struct node *n);

#endif
