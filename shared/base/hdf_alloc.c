/* hdf_alloc.c - memory of ClearSilver: the arena of the request, or the heap. */
#include "hdf_alloc.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static struct arena *arena;

/* Stands before each piece: how long it is, and whether it may be freed. */
struct head {
	size_t n;
	bool heap;
	_Alignas(16) unsigned char mem[];
};

struct arena *hdf_use(struct arena *a)
{
	struct arena *before = arena;
	arena = a;
	return before;
}

bool hdf_in_arena(void)
{
	return arena != NULL;
}

static struct head *head_of(void *p)
{
	return (struct head *)((unsigned char *)p - offsetof(struct head, mem));
}

bool hdf_on_heap(void *p)
{
	return head_of(p)->heap;
}

void *hdf_malloc(size_t n)
{
	if (n > SIZE_MAX / 2)
		return NULL;
	struct head *h = arena ? arena_raw(arena, sizeof(*h) + n) : malloc(sizeof(*h) + n);
	if (!h)
		return NULL;
	h->n = n;
	h->heap = !arena;
	return h->mem;
}

void *hdf_calloc(size_t n, size_t size)
{
	if (size && n > SIZE_MAX / 2 / size)
		return NULL;
	void *p = hdf_malloc(n * size);
	return p ? memset(p, 0, n * size) : NULL;
}

char *hdf_strdup(const char *s)
{
	size_t n = strlen(s) + 1;
	void *p = hdf_malloc(n);
	return p ? memcpy(p, s, n) : NULL;
}

/* In a request nothing is freed: names and values there may be anybody's. */
void hdf_free(void *p)
{
	if (!arena && p && head_of(p)->heap)
		free(head_of(p));
}

void *hdf_realloc(void *p, size_t n)
{
	void *to = hdf_malloc(n);
	if (!p || !to)
		return to;
	size_t was = head_of(p)->n;
	memcpy(to, p, was < n ? was : n);
	hdf_free(p);
	return to;
}
