/* page_inside.h - what the page*.c files share; nobody else includes it. */
#ifndef ZYZ_PAGE_INSIDE_H
#define ZYZ_PAGE_INSIDE_H

#include <ClearSilver.h>

#include <stdbool.h>

#include "str.h"

struct page {
	HDF *hdf;                /* the request's whole tree */
	HDF *root;               /* its node Page */
};

/* Keeps what ClearSilver says as our note and frees it. */
enum err page_error(NEOERR *bad, const char *what) MUST_USE;
/* Ends the process: for what fails only without memory, or at start. */
void page_must(NEOERR *bad, const char *what);
void page_set(HDF *n, const char *name, const char *value);      /* NULL: nothing is put */
HDF *page_child(HDF *n, const char *name);                       /* made when missing */
/* whole numbers stay numbers in JSON */
void page_numbers(bool marked);

/* {"Page": ...} of a tree: numbered children as an array, names beginning with '_' left out. */
void page_json(HDF *root, struct buf *out);

#endif
