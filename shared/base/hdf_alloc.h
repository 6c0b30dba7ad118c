/*
 * hdf_alloc.h - where ClearSilver's memory comes from. The Makefile gives its libraries our names
 * for malloc, calloc, realloc, strdup and free, so that the trees and texts of a request live in
 * the request's arena: nothing is freed singly, and nothing is left behind by an error half way.
 *
 *	struct arena *before = hdf_use(q->arena);    // a page begins
 *	(void)hdf_use(NULL);                         // what lives as long as the process
 */
#ifndef ZYZ_HDF_ALLOC_H
#define ZYZ_HDF_ALLOC_H

#include <stdbool.h>

#include "arena.h"

/* From now on into this arena, or, NULL, on the heap; gives the one before. */
struct arena *hdf_use(struct arena *a);

bool hdf_in_arena(void);
bool hdf_on_heap(void *p); /* a piece that hdf_malloc() and its like gave */

/* Called by ClearSilver alone. */
void *hdf_malloc(size_t n);
void *hdf_calloc(size_t n, size_t size);
void *hdf_realloc(void *p, size_t n);
char *hdf_strdup(const char *s);
void hdf_free(void *p);

#endif
