/*
 * arena.h - memory of one request, or of one turn of a loop.
 *
 * Owns: pieces that live until arena_reset(). Nothing here is freed singly, and nothing is ever
 * NULL, so nobody checks: where the system itself has no more, the process says so and ends.
 *
 * A ceiling, cfg.memory_max, is kept like the error of a stream: beyond it arena_alloc() still
 * gives what is asked, and arena_over() says so from then on. The doors through which a request
 * grows ask it and answer ERR_MEMORY: rows of a query and the end of a transaction (db.h), a page
 * that is rendered (page.h), a body that was read (app.c: 413). So a handler ends like after any
 * other error: rolled back, nothing left open, answered with 503. What goes on without passing a
 * door only works on what came through one, and is bounded by it.
 *
 * Under ASan each piece is an allocation of its own, so that one byte beyond it is reported.
 *
 *	char *no = arena_fmt(q->arena, "P%02d%03d%05d", year, station, serial);
 */
#ifndef ZYZ_ARENA_H
#define ZYZ_ARENA_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#include "err.h"

struct arena;

struct arena *arena_new(void);
struct arena *arena_small(void); /* for a little that is kept for long: it begins with 1 KB */
void arena_free(struct arena *a);
void arena_reset(struct arena *a);            /* the ceiling holds again */
bool arena_over(const struct arena *a);       /* more was asked for than may be */
void arena_lift(struct arena *a);             /* no ceiling: for the answer that says so */
void *arena_alloc(struct arena *a, size_t n); /* zeroed, 16-byte aligned */
void *arena_raw(struct arena *a, size_t n);   /* the same, not zeroed */
void *arena_array(struct arena *a, size_t n, size_t size); /* n * size, overflow ends the process */
char *arena_dup(struct arena *a, const char *p, size_t n); /* n bytes and a NUL */
char *arena_str(struct arena *a, const char *s);           /* NULL stays NULL */
char *arena_fmt(struct arena *a, const char *fmt, ...) PRINTF(2, 3);
char *arena_vfmt(struct arena *a, const char *fmt, va_list ap);

#endif
