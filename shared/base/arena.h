/*
 * arena.h - memory of one request.
 *
 * Owns: blocks that live until arena_reset(). Never returns NULL: a process that cannot get memory
 * logs it and exits, and its supervisor starts another. Nothing here is freed singly.
 *
 *	char *no = arena_fmt(q->arena, "P%02d%03d%05d", year, station, serial);
 */
#ifndef ZYZ_ARENA_H
#define ZYZ_ARENA_H

#include <stdarg.h>
#include <stddef.h>

#include "err.h"

struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *a);
void arena_reset(struct arena *a);                         /* keeps the first block */
void *arena_alloc(struct arena *a, size_t n);              /* zeroed, 16-byte aligned */
void *arena_raw(struct arena *a, size_t n);                /* the same, not zeroed */
void *arena_array(struct arena *a, size_t n, size_t size); /* n * size, overflow ends the process */
char *arena_dup(struct arena *a, const char *p, size_t n); /* n bytes and a NUL */
char *arena_str(struct arena *a, const char *s);           /* NULL stays NULL */
char *arena_fmt(struct arena *a, const char *fmt, ...) PRINTF(2, 3);
char *arena_vfmt(struct arena *a, const char *fmt, va_list ap);

#endif
