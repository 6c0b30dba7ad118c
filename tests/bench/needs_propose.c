/*
 * needs_propose.c - what a proposal 派单建议 costs at station 1: prints microseconds of the clock,
 * median and p99, and the mean of this process's own CPU. What the database spends is asked of it
 * (needs-orders.mjs).
 *
 *	needs_propose ROUNDS
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "config.h"
#include "propose.h"
#include "secret.h"
#include "turns.h"

struct ids {
	int64_t v[200];
	size_t n;
};

static enum err id_take(void *ctx, const struct row *r)
{
	struct ids *ids = ctx;
	ids->v[ids->n++] = r->cells[0].i;
	return OK;
}

static struct stmt some_q = SQL(
	"SELECT id"
	"  FROM service_order"
	" WHERE station_id = 1"
	"   AND state = 'to_dispatch'"
	" ORDER BY id DESC"
	" LIMIT 200");

static double own_cpu(void)
{
	struct rusage u;
	(void)getrusage(RUSAGE_SELF, &u);
	return (double)(u.ru_utime.tv_sec + u.ru_stime.tv_sec) * 1e6 +
	       (double)(u.ru_utime.tv_usec + u.ru_stime.tv_usec);
}

static int by_size(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
	return (x > y) - (x < y);
}

/* Microseconds of a proposal: median and p99 of the clock, mean of our own CPU. */
static enum err proposals(struct arena *a, size_t rounds)
{
	static struct ids orders;
	static int64_t us[TURNS_MOST];
	struct proposal p;
	enum err e = db_each(&some_q, NO_ARGS, id_take, &orders);
	if (!e && !orders.n)
		e = ERR(ERR_NOT_FOUND, "no order waits");
	double cpu = 0;
	for (size_t i = 0; !e && i < rounds + 20; i++) {
		if (i == 20)
			cpu = own_cpu();
		arena_reset(a);
		struct actor by = actor_system(a);
		int64_t from = now_us();
		e = propose(&by, orders.v[i % orders.n], &p);
		if (i >= 20)
			us[i - 20] = now_us() - from;
	}
	cpu = own_cpu() - cpu;
	qsort(us, rounds, sizeof(*us), by_size);
	if (!e)
		printf("%lld %lld %.0f\n", (long long)us[rounds / 2],
		       (long long)us[rounds * 99 / 100], cpu / (double)rounds);
	return e;
}

int main(int argc, char **argv)
{
	long long rounds = argc > 1 ? strtoll(argv[1], NULL, 10) : 200;
	config_load();
	struct arena *a = arena_new();
	enum err e = secret_open();
	if (!e)
		e = db_ready(a);
	if (!e && rounds > 0 && rounds < TURNS_MOST)
		e = proposals(a, (size_t)rounds);
	if (e)
		fprintf(stderr, "needs_propose: %s\n", err_text());
	db_close();
	arena_free(a);
	return e ? 1 : 0;
}
