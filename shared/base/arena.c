/* arena.c - blocks of memory that live as long as one request. */
#include "arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "config.h"
#include "log.h"

/* Pieces are cut out of blocks; under ASan a block is one piece, with its bounds. */
#ifndef __has_feature
#define __has_feature(x) 0
#endif
#if defined(__SANITIZE_ADDRESS__) || __has_feature(address_sanitizer)
enum { FIRST_BLOCK = 0, SMALL_BLOCK = 0, WHOLE = 1 };
#else
enum { FIRST_BLOCK = 262144, SMALL_BLOCK = 1024, WHOLE = 0 };
#endif
enum { ALIGN = 16, BLOCK_MAX = 1048576, KEPT = 131072, PAGE = 4096 };

struct block {
	struct block *next;
	size_t cap, used;
	_Alignas(16) unsigned char mem[];
};

struct arena {
	struct block *first, *last;
	size_t asked; /* since the last reset */
	bool lifted;
};

static _Noreturn void out_of_memory(size_t n)
{
	log_error("no memory for %zu bytes", n);
	exit(1);
}

static struct block *block_new(size_t cap)
{
	struct block *b = malloc(sizeof(*b) + cap);
	if (!b)
		out_of_memory(cap);
	b->next = NULL;
	b->cap = cap;
	b->used = 0;
	return b;
}

static struct arena *arena_of(size_t first)
{
	struct arena *a = calloc(1, sizeof(*a));
	if (!a)
		out_of_memory(sizeof(*a));
	a->first = a->last = block_new(first);
	return a;
}

struct arena *arena_new(void)
{
	return arena_of(FIRST_BLOCK);
}

struct arena *arena_small(void)
{
	return arena_of(SMALL_BLOCK);
}

static void drop_after(struct block *b)
{
	struct block *next = b->next;
	b->next = NULL;
	while (next) {
		struct block *gone = next;
		next = next->next;
		free(gone);
	}
}

/* What few requests need goes back to the system; it is there again, as zeros, when one does. */
static void give_back(struct block *b)
{
	uintptr_t begin = (uintptr_t)b->mem,
		  from = (begin + KEPT + PAGE - 1) & ~(uintptr_t)(PAGE - 1),
		  to = (begin + b->used) & ~(uintptr_t)(PAGE - 1);
	if (from < to)
		(void)madvise(b->mem + (from - begin), to - from, MADV_DONTNEED);
}

void arena_reset(struct arena *a)
{
	drop_after(a->first);
	give_back(a->first);
	a->last = a->first;
	a->first->used = 0;
	a->asked = 0;
	a->lifted = false;
}

void arena_free(struct arena *a)
{
	if (!a)
		return;
	drop_after(a->first);
	free(a->first);
	free(a);
}

bool arena_over(const struct arena *a)
{
	return cfg.memory_max && !a->lifted && a->asked > (size_t)cfg.memory_max;
}

void arena_lift(struct arena *a)
{
	a->lifted = true;
}

/* What the last block has no room for begins another; they grow, so that one large page needs few
 * of them. */
static size_t block_size(const struct block *last, size_t need)
{
	size_t cap = last->cap * 2 < BLOCK_MAX ? last->cap * 2 : BLOCK_MAX;
	return need > cap ? need : cap;
}

void *arena_raw(struct arena *a, size_t n)
{
	if (n > SIZE_MAX / 2)
		out_of_memory(n);
	size_t need = WHOLE ? n : (n + ALIGN - 1) & ~(size_t)(ALIGN - 1);
	struct block *b = a->last;
	if (WHOLE || b->cap - b->used < need) {
		b->next = block_new(WHOLE ? n : block_size(b, need));
		b = a->last = b->next;
	}
	void *p = b->mem + b->used;
	b->used += need;
	a->asked += n;
	return p;
}

void *arena_alloc(struct arena *a, size_t n)
{
	return memset(arena_raw(a, n), 0, n);
}

void *arena_array(struct arena *a, size_t n, size_t size)
{
	if (size && n > SIZE_MAX / 2 / size)
		out_of_memory(n);
	return arena_alloc(a, n * size);
}

char *arena_dup(struct arena *a, const char *p, size_t n)
{
	char *s = arena_raw(a, n + 1);
	if (n)
		memcpy(s, p, n);
	s[n] = '\0';
	return s;
}

char *arena_str(struct arena *a, const char *s)
{
	return s ? arena_dup(a, s, strlen(s)) : NULL;
}

/* Most texts are short: they are made once, not measured and then made. */
char *arena_vfmt(struct arena *a, const char *fmt, va_list ap)
{
	char text[256];
	va_list again;
	va_copy(again, ap);
	int n = vsnprintf(text, sizeof(text), fmt, ap);
	if (n < 0)
		text[n = 0] = '\0';
	size_t size = (size_t)n + 1;
	char *s = arena_raw(a, size);
	if (size <= sizeof(text))
		memcpy(s, text, size);
	else
		(void)vsnprintf(s, size, fmt, again);
	va_end(again);
	return s;
}

char *arena_fmt(struct arena *a, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	char *s = arena_vfmt(a, fmt, ap);
	va_end(ap);
	return s;
}
