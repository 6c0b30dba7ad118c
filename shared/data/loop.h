/*
 * loop.h - a program that waits for nobody: one turn after the other until it is told to stop.
 *
 * Owns what all loops have in common: the start, the keys, the connection, signals, the clock
 * (loop_clock.h), the row of table beat, the log line
 * of a turn that failed, the rest between two turns. Never knows what a turn does. TERM and INT
 * are heard between turns, so that a turn is always finished; USR1 ends a rest early: there is
 * something to do. Whoever makes work says so too (wake.h); a loop that hears it and found nothing
 * rests long.
 *
 *	static enum err turn(struct turn *t)
 *	{
 *		int64_t done;
 *		enum err e = something_do(&t->by, &done);
 *		t->note = arena_fmt(t->by.arena, "%lld done", (long long)done);
 *		return e;
 *	}
 *
 *	int main(void)
 *	{
 *		return loop_run(&(struct loop){ "some-loop", turn, .pause_ms = 60000 });
 *	}
 */
#ifndef ZYZ_LOOP_H
#define ZYZ_LOOP_H

#include "actor.h"
#include "db.h"

/* One turn: what it is given, and what it says. */
struct turn {
	struct actor by;   /* the system, now; its arena lasts until the rest is over */
	const char *note;  /* for the beat: what was done; "" at first */
	int64_t rest_ms;   /* the rest after it; the loop's pause at first */
	int64_t failed_ms; /* the rest when it fails; one second at first */
	bool quiet;        /* nothing to do but what it will be woken for: a long rest */
	bool over;         /* nothing more to do, ever: the loop ends */
};

struct loop {
	const char *name;
	enum err (*turn)(struct turn *t); /* the connection is open; an error is logged */
	int64_t pause_ms;
	bool deaf;         /* nobody wakes it: no rest is longer than it says */
	const char *calls; /* whom it calls outside (sandbox.h); NULL: nobody */
	/* The clock was set back: what this loop has put off to a time that nobody would now set is
	 * due (and aside_set_back()); may be NULL. */
	enum err (*set_back)(void);
	/* Rests at most so long, and less when descriptor `wake` can be read; NULL: sleeps. */
	void (*rest)(int64_t ms, int wake);
	/* Before the connection closes: brings to an end what is under way, and says so in the
	 * log; may be NULL. */
	void (*end)(void);
};

enum { HOST_BYTES = 64 };

/* The name of this machine, as it stands in beat.host. */
void loop_host(char host[HOST_BYTES]);
/* For main(): returns its result. A turn that ended well is a sign of life, noted every ten
 * seconds at most, and at once where somebody asked for the turn by USR1; no rest is longer than a
 * minute, and /healthz misses a loop after two. */
int loop_run(const struct loop *l);
/* TERM or INT came: for a turn that may be long. */
bool loop_stopping(void);

#endif
