/*
 * page_time.h - the functions that templates may call, for page.c and for tests that render without
 * a request: those of ClearSilver's own that are safe (url_escape, url_validate and the like), and
 * days and times in words, which page_time.c describes.
 *
 *	page_today(q->now);
 *	NEOERR *bad = page_functions(cs);        // cs->global_hdf has the texts
 */
#ifndef ZYZ_PAGE_TIME_H
#define ZYZ_PAGE_TIME_H

#include <stdint.h>

struct _hdf;     /* and its HDF */
struct _parse;   /* ClearSilver's CSPARSE */
struct _neo_err; /* its NEOERR; NULL is fine */

struct _neo_err *page_functions(struct _parse *cs);
/* How a template is read, folded: page_fold.c. */
struct _neo_err *page_load(void *texts, struct _hdf *hdf, const char *name, char **contents);
/* What "today" means, until it is set again. */
void page_today(int64_t unix_seconds);

#endif
