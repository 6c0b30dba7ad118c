/*
 * page.h - the data of a page, and rendering it with ClearSilver as HTML or, for the same handler,
 * as JSON.
 *
 * Everything put here is under Page. and is what this viewer may know. In JSON numbered children
 * become an array and whole numbers stay numbers. Names that begin with '_' stay out of JSON:
 * for columns that only code needs (row ids: "SELECT id AS _id"). Templates read Lang.* (texts),
 * Programs.* and Desk.* (programs.hdf) and these besides Page.*: Page.Csrf,
 * Page.Who.{name,station,kind,...}, Page.Form.*, Page.Error.*, Page.Errors.N.{field,text},
 * Page.Path, Page.App, Page.Done (message word after a redirect, ?done=word), Page.Static (version
 * of css and js). Frames read Page.Station and Page.Nav, which page_around.c puts into HTML alone.
 * Days and times are shown by the functions of page_time.c: on(x) at(x) hour(x) short(x)
 * span(x + "/" + y).
 *
 *	struct node *needs = put_list(q, "Needs");
 *	node_int(node_item(needs), "minutes", 90);
 *	return page(q, "needs/ledger.cs");
 */
#ifndef ZYZ_PAGE_H
#define ZYZ_PAGE_H

#include "db.h"
#include "hdf.h"
#include "request.h"

/* once: reads templates/lang; exits with a message on failure */
void page_start(const char *app);
/* Every page of the program, so that workers forked afterwards share them. */
void page_parse_all(void);
enum err page_begin(struct rq *q) MUST_USE; /* for app.c */
void page_end(struct rq *q);                /* for app.c */
/* for app.c: drops what is on the page but for these, "Form,Error" */
void page_only(struct rq *q, const char *names);

enum err page(struct rq *q, const char *template) MUST_USE; /* renders, or answers JSON */
enum err page_status(struct rq *q, int status, const char *template) MUST_USE;

void put(struct rq *q, const char *name, const char *value); /* NULL: nothing is put */
void put_int(struct rq *q, const char *name, int64_t value); /* DB_NONE: nothing is put */
/* The query but for what belongs to one view of the page: as Page.Query, NULL when empty. */
const char *page_query(struct rq *q);
const char *got(struct rq *q, const char *name); /* NULL when not there */

/* The rows of a statement as Page.NAME.0, .1 ... under their column names. No row, no node:
 * templates show the empty state then. */
enum err put_query(struct rq *q, const char *name, struct stmt *s, struct args a) MUST_USE;
/* The first row as Page.NAME.column; ERR_NOT_FOUND when there is none. */
enum err put_one(struct rq *q, const char *name, struct stmt *s, struct args a) MUST_USE;

/* Page.NAME, made when missing */
struct node *put_list(struct rq *q, const char *name);
struct node *page_root(struct rq *q); /* Page itself */
/* The cells under their column names, in a node that has none of them. */
void node_row(struct node *n, const struct row *r);
struct node *node_nth(struct arena *a, struct node *list, size_t i); /* a new numbered child */
/* rows as its children */
enum err node_query(struct node *list, struct stmt *s, struct args a) MUST_USE;

const char *lang(const char *name); /* Lang.NAME, or NULL */
/* The names in templates/programs.hdf of a kind, "page", "loop" or "command", one to a line. */
const char *page_programs(const char *kind);
/* A keyset pager: rows were asked with LIMIT size + 1; drops the extra row and puts Page.Next =
 * value of its predecessor's column, for the link "?after=". */
void put_next(struct rq *q, const char *list, size_t size, const char *column);

#endif
