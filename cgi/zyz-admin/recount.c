/*
 * recount.c - do the sums agree with the rows? Totals, months and counts move with each row; here
 * they are counted anew and compared, a range of ids at a time: each step is one statement, so it
 * sees one moment, and none reads more than one station, or some thousands of people, has. Changes
 * nothing.
 */
#include "recount.h"

#include <stdio.h>
#include <string.h>

#include "admin.h"
#include "clock.h"

enum { SHOWN = 100, PROGRESS_MS = 2000, PATIENCE = 600 };

struct counting {
	const struct recount *check;
	struct arena *step;
	int64_t wrong, told_at;
	int64_t named; /* of this check: many of one kind hide no other */
};

static enum err recount_tell(void *ctx, const struct row *r)
{
	struct counting *c = ctx;
	const struct cell *cell = r->cells;
	c->wrong++;
	if (c->named++ >= SHOWN)
		return OK;
	printf("%s: %s%s are kept, the records say %s", cell[3].text, cell[0].text, c->check->unit,
	       cell[1].text);
	if (cell[2].text && !str_eq(cell[2].text, "0"))
		printf("; off by %s in their number", cell[2].text);
	putchar('\n');
	return OK;
}

/* Somebody may be waiting: on the terminal, not among the results. */
static void recount_progress(struct counting *c, int64_t at, int64_t last)
{
	int64_t now = clock_mono_ms();
	if (now - c->told_at < PROGRESS_MS)
		return;
	c->told_at = now;
	fprintf(stderr, "%s: %lld of %lld\n", c->check->what, (long long)at, (long long)last);
}

/* One range of ids, as often as the statement names it. */
static enum err recount_step(struct counting *c, int64_t from, int64_t to)
{
	struct arg v[2 * RECOUNT_RANGES];
	for (int i = 0; i < c->check->ranges; i++) {
		v[2 * i] = arg_int(from);
		v[2 * i + 1] = arg_int(to);
	}
	arena_reset(c->step);
	return db_each(c->check->differ, (struct args){ v, 2 * (size_t)c->check->ranges },
		       recount_tell, c);
}

static enum err recount_check(struct counting *c)
{
	int64_t last;
	c->named = 0;
	arena_reset(c->step);
	enum err e = db_int(c->check->last, NO_ARGS, &last);
	for (int64_t from = 1; !e && from <= last; from += c->check->size) {
		recount_progress(c, from, last);
		e = recount_step(c, from, from + c->check->size - 1);
	}
	return e;
}

enum err admin_recount(struct arena *a, char **args)
{
	struct counting c = { .step = arena_new(), .told_at = clock_mono_ms() };
	(void)args;
	enum err e = db_patience(PATIENCE, a);
	struct arena *before = db_use(c.step);
	for (c.check = recounts; !e && c.check->what; c.check++)
		e = recount_check(&c);
	(void)db_use(before);
	arena_free(c.step);
	if (!e && c.wrong)
		e = ERR(ERR_CHECK, "%lld sums do not agree with the records", (long long)c.wrong);
	if (!e)
		puts("all sums agree with the records");
	return e;
}
