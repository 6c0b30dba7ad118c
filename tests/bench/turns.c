/* turns.c - times kept and looked at. */
#include "turns.h"

#include <stdlib.h>
#include <time.h>

int64_t now_us(void)
{
	struct timespec t;
	(void)clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000000LL + t.tv_nsec / 1000;
}

enum err turns_run(struct turns *t, struct arena *a, bool with, bool warm, enum err (*fn)(void *),
		   void *ctx)
{
	arena_reset(a);
	int64_t from = now_us();
	enum err e = db_tx(fn, ctx);
	if (!e && !warm && t->n[with] < TURNS_MOST)
		t->us[with][t->n[with]++] = now_us() - from;
	return e;
}

double turns_mean(const struct turns *t, bool with)
{
	double sum = 0;
	for (size_t i = 0; i < t->n[with]; i++)
		sum += (double)t->us[with][i];
	return t->n[with] ? sum / (double)t->n[with] : 0;
}

static int by_size(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
	return (x > y) - (x < y);
}

static double at(struct turns *t, bool with, size_t i)
{
	qsort(t->us[with], t->n[with], sizeof(t->us[with][0]), by_size);
	return t->n[with] ? (double)t->us[with][i] : 0;
}

double turns_median(struct turns *t, bool with)
{
	return at(t, with, t->n[with] / 2);
}

double turns_best(struct turns *t, bool with)
{
	return at(t, with, 0);
}
