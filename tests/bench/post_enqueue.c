/*
 * post_enqueue.c - what noting records for the line costs the transaction that makes them
 * effective, by turns with it and without it: records one by one, and whole activities of 500; and
 * what the poster then spends on each record to put it in line. Linked so that
 * outbox_service_records() can be left out (-Wl,--wrap); of no use but for measuring.
 *
 *	post_enqueue one|whole ACTIVITY_NUMBER ...
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "config.h"
#include "outbox.h"
#include "record.h"
#include "secret.h"
#include "turns.h"

enum { TURN = 5 };

static bool in_line;

enum err __real_outbox_service_records(const char *ids) MUST_USE;
enum err __wrap_outbox_service_records(const char *ids) MUST_USE;

enum err __wrap_outbox_service_records(const char *ids)
{
	return in_line ? __real_outbox_service_records(ids) : OK;
}

static struct stmt ids_q = SQL(
	"SELECT r.id"
	"  FROM service_record r"
	"  JOIN activity a ON a.id = r.activity_id"
	" WHERE a.no = ?"
	"   AND r.state = 'notice'"
	" ORDER BY r.id"
	" LIMIT 500");

/* Each sample is one transaction over a list of ids. */
struct samples {
	char *ids[TURNS_MOST];
	size_t n;
};
struct taking {
	struct samples *to;
	struct buf json;
	bool whole;
};

static char *keep(const char *s)
{
	char *copy = malloc(strlen(s) + 1);
	if (!copy)
		exit(1);
	memcpy(copy, s, strlen(s) + 1);
	return copy;
}

static enum err take(void *ctx, const struct row *r)
{
	struct taking *t = ctx;
	if (t->whole)
		buf_fmt(&t->json, "%s%lld", t->json.n ? "," : "[", (long long)r->cells[0].i);
	else if (t->to->n < TURNS_MOST)
		t->to->ids[t->to->n++] = keep(
			arena_fmt(db_arena(), "[%lld]", (long long)r->cells[0].i));
	return OK;
}

static enum err load(struct samples *to, const char *no, bool whole)
{
	struct taking t = { .to = to, .json = { .arena = db_arena() }, .whole = whole };
	enum err e = db_each(&ids_q, ARGS(A_(no)), take, &t);
	if (!e && t.json.n && to->n < TURNS_MOST) {
		buf_char(&t.json, ']');
		to->ids[to->n++] = keep(t.json.p);
	}
	return e;
}

static enum err effective(void *ctx)
{
	struct actor by = actor_system(db_arena());
	struct record_left left;
	int64_t done;
	return record_effective(&by, ctx, &left, &done);
}

/* What the poster does with the notes; *us: for each of them. */
static enum err make_rows(struct arena *a, int64_t *us)
{
	int64_t done, all = 0, from = now_us();
	enum err e;
	do {
		arena_reset(a);
		e = outbox_make(&done);
		all += done;
	} while (!e && done);
	*us = all ? (now_us() - from) / all : 0;
	return e;
}

static enum err measure(struct arena *a, const struct samples *s, size_t turn)
{
	static struct turns t;
	int64_t made_us;
	enum err e = OK;
	for (size_t i = 0; !e && i < s->n; i++) {
		in_line = i / turn % 2;
		/* Statements are prepared in the first turns. */
		e = turns_run(&t, a, in_line, i < 2 * turn, effective, s->ids[i]);
	}
	if (!e)
		e = make_rows(a, &made_us);
	if (e)
		return e;
	double with = turns_median(&t, true), without = turns_median(&t, false);
	double best = turns_best(&t, true), best_without = turns_best(&t, false);
	printf("%.2f %.2f %.1f %.1f %lld\n", with / 1000, without / 1000,
	       100 * (with - without) / without, 100 * (best - best_without) / best_without,
	       (long long)made_us);
	return OK;
}

int main(int argc, char **argv)
{
	static struct samples s;
	bool whole = argc > 1 && str_eq(argv[1], "whole");
	config_load();
	struct arena *a = arena_new();
	enum err e = secret_open();
	if (!e)
		e = secret_open_marks("record");
	if (!e)
		e = db_ready(a);
	for (int i = 2; !e && i < argc; i++)
		e = load(&s, argv[i], whole);
	size_t turn = whole ? 1 : TURN;
	if (!e && s.n < 4 * turn)
		e = ERR(ERR_NOT_FOUND, "%zu transactions are too few", s.n);
	if (!e)
		e = measure(a, &s, turn);
	if (e)
		fprintf(stderr, "post_enqueue: %s\n", err_text());
	db_close();
	arena_free(a);
	return e ? 1 : 0;
}
