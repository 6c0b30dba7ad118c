/*
 * platform-post.c - the loop that posts the outbox. Several may run, on several machines: rows are
 * leased, the breaker is shared, and nothing a process knows outlives it.
 *
 *	platform-post          goes on until it is told to stop
 *	platform-post once     ends when nothing is due
 */
#include <stdio.h>
#include <string.h>

#include "clock.h"
#include "config.h"
#include "log.h"
#include "loop.h"
#include "post.h"

/* While calls are under way the sweep takes small steps with long pauses: each looks up a thousand
 * records in an outbox that may be longer than the memory of the database. */
enum { READ_MS = 1000, TICK_MS = 3000, SWEEP_MS = 1000, MAKE_MS = 100 };

static struct dest *dests;      /* live as long as the process */
static bool once;               /* ends when nothing is due */
static bool swept;              /* all tables were looked through */
static bool fresh;              /* destinations were read in this turn */
static int64_t made, next_make; /* notes queued last time, when to look again */

/* Leases that ran out. */
static enum err recover(void)
{
	enum err e = OK;
	for (struct dest *d = dests; d && !e; d = d->next)
		e = leases_recover(d);
	return e;
}

/* Twenty times as long as it took; a suite that nobody uses is not looked through all the time. */
static int64_t sweep_rest(int64_t took, int64_t found)
{
	int64_t ms = took * 20, least = found ? TICK_MS : cfg.loop_idle_ms * 4;
	least = least > TICK_MS ? least : TICK_MS;
	return ms > least ? ms : least;
}

/* What should be queued and is not: all tables once, then a rest. */
static enum err sweep(void)
{
	static struct outbox_mark mark;
	static int64_t began, next;
	int64_t now = clock_mono_ms(), found;
	if (now < next)
		return OK;
	if (mark.whole || !began)
		began = now;
	enum err e = outbox_sweep(&mark, &found);
	next = clock_mono_ms() + (mark.whole         ? sweep_rest(clock_mono_ms() - began, found)
				  : jobs_under_way() ? SWEEP_MS
						     : 0);
	swept = mark.whole;
	if (found)
		next_make = now;
	return e;
}

/* A resting destination is left alone; one whose breaker is open gets a single row, by one
 * poster at a time. */
static enum err may_take(struct dest *d, bool *may)
{
	*may = d->on && !d->reconcile_only && !loop_stopping() && clock_mono_ms() >= d->rest_until;
	if (!*may || !d->open) {
		*may = *may && d->under_way < cfg.post_parallel;
		return OK;
	}
	*may = d->may_probe && d->under_way == 0;
	return *may ? breaker_probe(d, may) : OK;
}

/* Takes rows while there are some and room for more. Leases that end without a call leave the room
 * as it was: after some of them the calls under way have their turn. */
static enum err feed(struct dest *d, bool *more)
{
	for (int64_t i = 0; i < cfg.post_parallel; i++) {
		bool may, begun;
		enum err e = may_take(d, &may);
		if (e || !may)
			return e;
		e = job_begin(d, d->open ? 1 : cfg.post_batch, &begun);
		if (e)
			return e;
		if (!begun) {
			d->rest_until = clock_mono_ms() + cfg.post_idle_ms;
			return OK;
		}
	}
	*more = *more || d->under_way < cfg.post_parallel;
	return OK;
}

/* What has its time, whatever there is to post. */
static enum err housekeep(void)
{
	static int64_t next_read, next_tick;
	int64_t now = clock_mono_ms();
	enum err e = OK;
	fresh = now >= next_read;
	if (fresh) {
		e = dests_read(&dests);
		if (!e)
			e = tries_begin(dests);
		next_read = now + READ_MS;
	}
	if (!e && now >= next_tick) {
		e = recover();
		next_tick = now + TICK_MS;
	}
	if (!e)
		e = sweep();
	if (!e && now >= next_make) {
		e = outbox_make(&made);
		next_make = made ? now : now + MAKE_MS;
	}
	return e;
}

/* Nothing is under way, and whoever may take rows found none. */
static bool idle(void)
{
	for (const struct dest *d = dests; d; d = d->next)
		if (d->on && d->rest_until <= clock_mono_ms())
			return false;
	return swept && !made && jobs_under_way() == 0 && reconciling() == 0;
}

/* Nothing waits that its time alone would bring. */
static enum err quiet(struct arena *a, bool *yes)
{
	enum err e = db_ready(a); /* a job has left its own arena there */
	*yes = fresh && swept && !made && jobs_under_way() == 0 && reconciling() == 0;
	for (struct dest *d = dests; d && !e && *yes; d = d->next)
		if (d->on)
			e = leases_none(d, yes);
	return e;
}

static int64_t wait_ms(void)
{
	int64_t ms = cfg.post_idle_ms < READ_MS ? cfg.post_idle_ms : READ_MS;
	return swept ? ms / 2 : 1;
}

static enum err turn(struct turn *t)
{
	bool more = false; /* rows wait that nobody has looked at */
	enum err e = housekeep();
	for (struct dest *d = dests; d && !e; d = d->next) {
		if (made)
			d->rest_until = 0;
		e = reconcile(d, t->by.arena, &more);
		if (!e)
			e = feed(d, &more);
	}
	if (!e)
		e = quiet(t->by.arena, &t->quiet);
	t->note = arena_fmt(t->by.arena, "%d", jobs_under_way());
	t->rest_ms = more || made ? 0 : wait_ms();
	t->over = once && !e && idle();
	return e;
}

static void rest(int64_t ms, int wake)
{
	http_wait((int)ms, wake);
}

/* What is under way is finished; nothing new begins. */
static void end(void)
{
	jobs_stop();
	reconcile_stop(dests);
	int64_t until = clock_mono_ms() + cfg.http_timeout * 1000;
	while (jobs_under_way() && clock_mono_ms() < until)
		http_wait(100, -1);
	http_close();
	log_info("stopped");
}

int main(int argc, char **argv)
{
	once = argc == 2 && strcmp(argv[1], "once") == 0;
	if (argc > 1 && !once) {
		(void)fputs("usage: platform-post [once]\n", stderr);
		return 2;
	}
	return loop_run(&(struct loop){ .name = "platform-post",
					.turn = turn,
					.deaf = once,
					.calls = "platform",
					.set_back = post_set_back,
					.rest = rest,
					.end = end });
}
