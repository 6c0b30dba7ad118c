/*
 * platform-post.c - the loop that posts the outbox. Several may run, on several machines: rows are
 * leased, the breaker is shared, and nothing a process knows outlives it.
 *
 *	platform-post          goes on until it is told to stop
 *	platform-post once     ends when nothing is due
 */
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "clock.h"
#include "config.h"
#include "log.h"
#include "post.h"
#include "secret.h"

/* While calls are under way the sweep takes small steps with long pauses: each looks up a thousand
 * records in a line that may be longer than the memory of the database. */
enum { READ_MS = 1000, TICK_MS = 3000, SWEEP_MS = 1000, MAKE_MS = 100, AWAY_MS = 1000 };

static volatile sig_atomic_t stop;
static bool swept;              /* all tables were looked through */
static int64_t made, next_make; /* notes put in line last time, when to look again */

static struct stmt beat_q = SQL(
	"INSERT INTO beat (program, host, note)"
	" VALUES ('platform-post', ?, ?)"
	"    ON DUPLICATE KEY UPDATE seen_at = NOW(3), note = VALUES(note)");

static void on_signal(int n)
{
	(void)n;
	stop = 1;
}

static void signals(void)
{
	struct sigaction sa = { .sa_handler = on_signal };
	(void)sigaction(SIGTERM, &sa, NULL);
	(void)sigaction(SIGINT, &sa, NULL);
	(void)signal(SIGPIPE, SIG_IGN);
}

/* Every few seconds: a sign of life, and leases that ran out. */
static enum err tick(struct arena *a, struct dest *dests)
{
	char host[64] = "";
	(void)gethostname(host, sizeof(host) - 1);
	enum err e = db_exec(&beat_q,
			     ARGS(A_((const char *)host), A_(arena_fmt(a, "%d", jobs_under_way()))),
			     NULL);
	for (struct dest *d = dests; d && !e; d = d->next)
		e = leases_recover(d);
	return e;
}

/* What should be in line and is not: all tables once, then a rest twenty times as long. */
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
	int64_t took = (clock_mono_ms() - began) * 20;
	next = clock_mono_ms() + (mark.whole         ? took > TICK_MS ? took : TICK_MS
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
	*may = d->on && !d->reconcile_only && !stop && clock_mono_ms() >= d->rest_until;
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

/* more: rows wait that nobody has looked at. */
static enum err turn(struct arena *a, struct dest **dests, bool *more)
{
	static int64_t next_read, next_tick;
	int64_t now = clock_mono_ms();
	arena_reset(a);
	enum err e = db_ready(a);
	if (!e && now >= next_read) {
		e = dests_read(dests);
		next_read = now + READ_MS;
	}
	if (!e && now >= next_tick) {
		e = tick(a, *dests);
		next_tick = now + TICK_MS;
	}
	if (!e)
		e = sweep();
	if (!e && now >= next_make) {
		e = outbox_make(&made);
		next_make = made ? now : now + MAKE_MS;
	}
	for (struct dest *d = *dests; d && !e; d = d->next) {
		if (made)
			d->rest_until = 0;
		e = reconcile(d, a, more);
		if (!e)
			e = feed(d, more);
	}
	*more = *more || made;
	return e;
}

/* Nothing is under way, and whoever may take rows found none. */
static bool idle(const struct dest *dests)
{
	for (const struct dest *d = dests; d; d = d->next)
		if (d->on && d->rest_until <= clock_mono_ms())
			return false;
	return swept && !made && jobs_under_way() == 0 && reconciling() == 0;
}

static int wait_ms(void)
{
	int64_t ms = cfg.post_idle_ms < READ_MS ? cfg.post_idle_ms : READ_MS;
	return (int)(ms / 2);
}

static void run(struct arena *a, bool once)
{
	static struct dest *dests; /* live as long as the process */
	while (!stop) {
		bool more = false;
		enum err e = turn(a, &dests, &more);
		if (e) {
			log_error("%s", *err_text() ? err_text() : err_name(e));
			err_clear();
		}
		if (once && !e && idle(dests))
			return;
		http_wait(e ? AWAY_MS : more ? 0 : swept ? wait_ms() : 1);
	}
	/* What is under way is finished; nothing new begins. */
	jobs_stop();
	reconcile_stop(dests);
	int64_t until = clock_mono_ms() + cfg.http_timeout * 1000;
	while (jobs_under_way() && clock_mono_ms() < until)
		http_wait(100);
}

int main(int argc, char **argv)
{
	bool once = argc == 2 && strcmp(argv[1], "once") == 0;
	if (argc > 1 && !once) {
		(void)fputs("usage: platform-post [once]\n", stderr);
		return 2;
	}
	config_load();
	log_name("platform-post");
	if (secret_open()) {
		log_error("%s", err_text());
		return 2;
	}
	signals();
	struct arena *a = arena_new();
	log_info("started");
	run(a, once);
	log_info("stopped");
	db_close();
	http_close();
	arena_free(a);
	return 0;
}
