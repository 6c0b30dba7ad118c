/*
 * ledger-seal.c - the loop that seals the ledger: events get their places, leaves and chain, and
 * the whole is signed at most once a minute. It has nothing to lose: what it knows stands in the
 * tables.
 */
#include "config.h"
#include "log.h"
#include "loop.h"
#include "seal.h"
#include "wake.h"

enum { BROKEN_MS = 60000 };

static struct sealer sealer;

/* *dry: no event is waiting any more; *quiet: nor a head. */
static enum err seal(struct sealer *s, bool *dry, bool *quiet)
{
	int64_t n = 0;
	enum err e = seal_catch_up(s);
	if (!e)
		e = seal_front(s);
	if (!e)
		e = seal_events(s, &n, dry);
	/* A head says "this is all there was", so none is signed in the middle of a backlog. */
	e = e || !*dry ? e : seal_head(s, quiet);
	if (!e && n)
		wake_loop(WAKE_BANK);
	*quiet = *quiet && !n;
	return e;
}

static enum err turn(struct turn *t)
{
	bool dry = false;
	enum err e = seal(&sealer, &dry, &t->quiet);
	t->note = arena_fmt(t->by.arena, "%lld events sealed, %lld refused",
			    (long long)sealer.tree.size, (long long)sealer.refused);
	t->rest_ms = e || dry ? cfg.seal_idle_ms : 0;
	if (e == ERR_STALE) {
		/* Read again from the start, should somebody have put it right. No sign of life
		 * until then: /healthz tells it. */
		sealer = (struct sealer){ .refused = sealer.refused };
		t->failed_ms = BROKEN_MS;
	}
	/* Another sealer has it. */
	return e == ERR_DUPLICATE || e == ERR_RETRY ? OK : e;
}

static void end(void)
{
	log_info("stopped, %lld events sealed", (long long)sealer.sealed);
}

int main(void)
{
	return loop_run(&(struct loop){ .name = "ledger-seal", .turn = turn, .end = end });
}
