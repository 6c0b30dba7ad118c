/*
 * turns.h - transactions timed by turns, with something and without it, so that what else happens
 * on the machine falls on both. Times in microseconds.
 *
 *	static struct turns t;
 *	e = turns_run(&t, a, i / 25 % 2, i < 50, effective, ids);  // the first ones only warm up
 *	turns_median(&t, true) - turns_median(&t, false)
 */
#ifndef ZYZ_BENCH_TURNS_H
#define ZYZ_BENCH_TURNS_H

#include "db.h"

enum { TURNS_MOST = 20000 };
struct turns {
	int64_t us[2][TURNS_MOST];
	size_t n[2];
};

int64_t now_us(void);
/* One db_tx of fn; the arena is emptied before. warm: it is run and not kept. */
enum err turns_run(struct turns *t, struct arena *a, bool with, bool warm, enum err (*fn)(void *),
		   void *ctx) MUST_USE;
double turns_mean(const struct turns *t, bool with);
double turns_median(struct turns *t, bool with); /* a checkpoint of the server is not in it */
double turns_best(struct turns *t, bool with);

#endif
