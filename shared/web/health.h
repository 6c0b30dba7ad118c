/*
 * health.h - how the programs are, asked by FastCGI with a deadline: a socket that takes a
 * connection may be systemd's, with nobody behind it, or that of a program that hangs.
 *
 *	struct health_answer v[] = { { "needs" }, { "project" } };
 *	health_ask(q->arena, v, 2);      // all at the same time, within HEALTH_MS
 *	if (!v[0].up) ... v[0].why       // "silent": a word of Lang.health
 *
 * Never asks the program that calls it, which knows by itself: a worker that waits for itself
 * waits in vain.
 */
#ifndef ZYZ_HEALTH_H
#define ZYZ_HEALTH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "workers.h"

enum { HEALTH_MS = 2000 };
/* The parameter that makes a request a question of health, and how the answer begins. */
#define HEALTH_PARAM "ZYZ_HEALTH"
#define HEALTH_LINE  "zyz-health "

struct health_answer {
	const char *name; /* of the program */
	bool up;
	/* up: NULL; else "gone" (nobody listens), "silent" (no answer in time), "database" (it gets
	 * no connection), "schema" (built for another one),
	 * "keys" (other than the database was written with), "odd" (another answer) */
	const char *why;
	struct worker_counts counts; /* since its start; all 0 where it did not answer */
};
void health_ask(struct arena *a, struct health_answer *v, size_t n);
/* All that programs.hdf names as pages, asked. */
void health_ask_all(struct arena *a, struct health_answer **v, size_t *n);

#endif
