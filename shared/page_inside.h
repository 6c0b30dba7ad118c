/* page_inside.h - what page.c and page_json.c share; nobody else includes it. */
#ifndef ZYZ_PAGE_INSIDE_H
#define ZYZ_PAGE_INSIDE_H

#include <ClearSilver.h>

#include "str.h"

/* {"Page": ...} of a tree: numbered children as an array, names beginning with '_' left out. */
void page_json(HDF *root, struct buf *out);

#endif
