/*
 * rotate_index.c - people are found by another key. The new digest is made of the old one (a layer
 * over it, secret.h), so that it needs no opened number, and values that are known by their digest
 * alone, codes that were handed out, go over as well. First all are worked out beside the work
 * (table index_move); then programs wait for as long as it takes to put them in place, so that
 * nobody is looked up, or entered twice, by one key while they stand under the other.
 */
#include <stdio.h>

#include "clock.h"
#include "rotate.h"
#include "rotate_digests.h"
#include "row.h"
#include "secret.h"
#include "secret_files.h"

enum { STEP = 2000 };

#define DIGEST_COLS(X, T) X(T, BYTES, old, "old")
ROW_DEFINE(digest_row, DIGEST_COLS);

static struct stmt move_q = SQL(
	"INSERT IGNORE INTO index_move (old, new)"
	" VALUES (?, ?)");
static struct stmt clear_q = SQL(
	"DELETE FROM index_move"
	" LIMIT 5000");
static struct stmt many_q = SQL(
	"SELECT COUNT(*)"
	"  FROM index_move");

/* Those of one column that were not worked out yet. */
static enum err column_map(struct digest_column *c, struct arena *step, unsigned layer, int64_t *n)
{
	bool more = true;
	enum err e = OK;
	while (!e && more) {
		struct digest_row *r;
		size_t count;
		arena_reset(step);
		e = row_all(&c->page, NO_ARGS, digest_row_cols, sizeof(*r), &r, &count);
		if (e || !count)
			return e;
		struct arg *v = arena_array(step, 2 * count, sizeof(*v));
		uint8_t(*to)[32] = arena_array(step, count, sizeof(*to));
		for (size_t i = 0; i < count; i++) {
			secret_index_layer(r[i].old.p, layer, to[i]);
			v[2 * i] = arg_bytes(r[i].old);
			v[2 * i + 1] = arg_bytes((struct bytes){ to[i], 32 });
		}
		e = db_bulk(&move_q, v, count);
		*n += (int64_t)count;
		more = count == STEP;
	}
	return e;
}

static enum err map_all(unsigned layer)
{
	size_t n;
	struct digest_column *c = digest_columns(&n);
	struct arena *step = arena_new(), *before = db_use(step);
	enum err e = OK;
	int64_t all = 0;
	for (size_t i = 0; !e && i < n; i++) {
		e = column_map(&c[i], step, layer, &all);
		if (!e)
			printf("%s: worked out, %lld in all\n", c[i].name, (long long)all);
		(void)fflush(stdout);
	}
	(void)db_use(before);
	arena_free(step);
	return e;
}

/* A value that was put in place is none of the old ones any more: whoever was killed goes on. */
static enum err put_all(void)
{
	size_t n;
	struct digest_column *c = digest_columns(&n);
	enum err e = OK;
	for (size_t i = 0; !e && i < n; i++)
		for (int64_t rows = 1; !e && rows;)
			e = db_affect(&c[i].put, NO_ARGS, &rows);
	return e;
}

static enum err clear(void)
{
	enum err e = OK;
	for (int64_t rows = 1; !e && rows;)
		e = db_affect(&clear_q, NO_ARGS, &rows);
	return e;
}

/* From here on programs wait. What came in since the first look is worked out now, and what was put
 * in place by an earlier call is known as new. */
static enum err index_move(struct arena *a, unsigned line)
{
	int64_t many, began = clock_mono_ms();
	const char *name = rotate_name(a, "index", line);
	enum err e = rotate_set(name, "moving");
	if (!e)
		e = rotate_fence(a);
	if (!e)
		e = map_all(line);
	if (!e)
		e = put_all();
	if (!e)
		e = db_int(&many_q, NO_ARGS, &many);
	if (!e)
		e = rotate_set(name, "used");
	if (!e)
		printf("%s is used: %lld digests; programs waited for %lld ms. Then: zyz-admin "
		       "rotate "
		       "index finish\n",
		       name, (long long)many, (long long)(clock_mono_ms() - began));
	return e;
}

static enum err index_run(struct arena *a)
{
	unsigned line, moving;
	enum err e = rotate_newest(a, "index", "added,moving", &line);
	if (!e && !line) {
		puts("no key was added: nothing to do");
		return OK;
	}
	if (!e)
		e = rotate_newest(a, "index", "moving", &moving);
	if (!e && !moving)
		e = map_all(line);
	return e ? e : index_move(a, line);
}

static enum err index_finish(struct arena *a)
{
	unsigned line;
	enum err e = rotate_newest(a, "index", "added,moving", &line);
	if (!e && line)
		e = ERR(ERR_CHECK, "index.%u is not used yet: zyz-admin rotate index run", line);
	if (!e)
		e = clear();
	if (!e)
		puts("what was remembered of the exchange is gone. index.key keeps all its lines: "
		     "each is "
		     "a layer");
	return e;
}

/* What an earlier exchange left is in nobody's way. */
enum err rotate_index(struct arena *a, const char *step)
{
	unsigned line;
	if (!str_eq(step, "add"))
		return str_eq(step, "run") ? index_run(a) : index_finish(a);
	enum err e = rotate_newest(a, "index", "added,moving", &line);
	if (!e && !line)
		e = clear();
	return e ? e : rotate_add(a, "index", "index.key", SECRET_LINES);
}
