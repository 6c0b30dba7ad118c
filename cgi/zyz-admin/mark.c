/* mark.c - what was said yes to before there were marks is marked, once: from then on a row without
 * one counts for nothing. */
#include <stdio.h>
#include <string.h>

#include "admin.h"
#include "brought.h"
#include "clock.h"
#include "honour.h"
#include "record.h"
#include "row.h"
#include "secret.h"

#define START_COLS(X, T) \
	X(T, TEXT, at, "at") \
	X(T, INT, rows, "rows_marked") \
	X(T, BYTES, mark, "mark")
ROW_DEFINE(start_row, START_COLS);
static struct stmt start_q = SQL(
	"SELECT " ROW_SELECT(START_COLS)
	"  FROM mark_start"
	" WHERE kind = ?");
static struct stmt begin_q = SQL(
	"INSERT INTO mark_start (kind, at, rows_marked, mark)"
	" VALUES (?, ?, ?, ?)");

static const struct kind {
	const char *name;
	enum err (*mark)(int64_t *done);
} kinds[] = {
	{ "record", record_mark_before },
	{ "honour", honour_mark_before },
	{ "brought", brought_mark_before },
};

static struct bytes told(struct arena *a, const char *kind, const char *at, int64_t rows)
{
	const char *s = arena_fmt(a, "zyz-mark-start %s %s %lld", kind, at, (long long)rows);
	return (struct bytes){ (const uint8_t *)s, strlen(s) };
}

static enum err mark_begin(struct arena *a, const struct kind *k)
{
	struct bytes mark;
	int64_t rows;
	enum err e = k->mark(&rows); /* which empties the arena between its rounds */
	const char *at = clock_time(a, clock_now());
	if (!e)
		e = secret_mark(a, k->name, told(a, k->name, at, rows), &mark);
	if (!e)
		e = db_exec(&begin_q, ARGS(A_(k->name), A_(at), A_(rows), A_(mark)), NULL);
	if (!e)
		printf("%s: %lld rows marked\n", k->name, (long long)rows);
	return e;
}

static enum err mark_kind(struct arena *a, const struct kind *k)
{
	struct start_row r;
	bool ours;
	enum err e = row_one(&start_q, ARGS(A_(k->name)), start_row_cols, &r);
	if (e == ERR_NOT_FOUND) {
		err_clear();
		return mark_begin(a, k);
	}
	if (!e)
		e = secret_mark_fits(k->name, told(a, k->name, r.at, r.rows), r.mark, &ours);
	if (!e && !ours)
		e = ERR(ERR_CHECK, "%s: the row of mark_start does not bear our mark", k->name);
	return e;
}

enum err admin_mark_all(struct arena *a)
{
	int64_t rows;
	enum err e = OK;
	for (size_t i = 0; !e && i < sizeof(kinds) / sizeof(kinds[0]); i++)
		e = kinds[i].mark(&rows);
	(void)a;
	return e;
}

enum err admin_mark(struct arena *a, char **args)
{
	(void)args;
	enum err e = OK;
	for (size_t i = 0; !e && i < sizeof(kinds) / sizeof(kinds[0]); i++)
		e = mark_kind(a, &kinds[i]);
	return e;
}
