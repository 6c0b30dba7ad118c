/*
 * code.h - code lists (table code_item) as choices of a form, and the station shown around a page.
 *
 *	e = put_codes(q, "Categories", "service_category");  // Page.Categories.N.{code,name,hint}
 *	e = code_join(q, "categories", "service_category", in.categories, &joined);  // "0001,0017"
 */
#ifndef ZYZ_CODE_H
#define ZYZ_CODE_H

#include "form.h"
#include "request.h"

/* The lists are kept in memory and read again now and then (the operator changes them by
 * migrations and seeds). To be called before code_name(), code_names() and code_read(). */
enum err code_load(void) MUST_USE;
/* "文明实践" for "0001"; NULL when the list has no such code. */
const char *code_name(const char *list, const char *code);
/* Of codes joined by commas: their names with 、 between; a code without a name as it is. */
const char *code_names(struct arena *a, const char *list, const char *codes);

/* The code that somebody wrote as a code, a name or one of the other names that the hint gives,
 * among those of today; NULL: none. */
const char *code_read(struct arena *a, const char *list, const char *text);

/* The active items of a list in their order, at most 100. */
enum err put_codes(struct rq *q, const char *name, const char *list) MUST_USE;
/* Checks each value against the list and joins them with commas; an unknown one becomes a
 * message beside field and *joined stays untouched. */
enum err code_join(struct rq *q, const char *field, const char *list, struct strs values,
		   const char **joined) MUST_USE;
/* One value; NULL is fine. */
enum err code_check(struct rq *q, const char *field, const char *list, const char *value) MUST_USE;
/* Page.Station.{no,name,phone,address,open_hours}: whose page it is, and its telephone. */
enum err put_station(struct rq *q, int64_t station_id) MUST_USE;
/* Whose page it is for who names none: the viewer's own station, that of the cookie, or the only
 * one there is; 0: nobody can tell. */
enum err station_around(struct rq *q, int64_t *station) MUST_USE;

#endif
