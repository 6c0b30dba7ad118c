/* page_inside.h - what the page*.c files share; nobody else includes it. */
#ifndef ZYZ_PAGE_INSIDE_H
#define ZYZ_PAGE_INSIDE_H

#include "hdf.h"
#include "request.h"

struct page {
	struct node *tree; /* the request's whole tree */
	struct node *root; /* its node Page */
};

/* What a path says on all pages of this program, as "Page.App" does; NULL: it depends. */
const char *page_known(const char *path);

/* Page.Station of phones, Page.Nav of the desk. */
void page_around(struct rq *q);

/* {"Page": ...} of a tree: numbered children as an array, names beginning with '_' left out. */
void page_json(struct node *root, struct buf *out);

#endif
