/*
 * rotate_seal.c - values go over to a new sealing key, 200 of a column in a transaction. Nothing is
 * remembered of how far it came: the first byte of a value says by which key it is sealed.
 */
#include <stdio.h>
#include <unistd.h>

#include "clock.h"
#include "rotate.h"
#include "rotate_columns.h"
#include "row.h"
#include "secret.h"
#include "secret_files.h"
#include "secret_hand.h"

enum { STEP = 200, PASSES = 5, LINE_MS = 1000 };

#define VALUE_COLS(X, T) X(T, INT, id, "id") X(T, BYTES, uid, "uid") X(T, BYTES, sealed, "sealed")
ROW_DEFINE(value_row, VALUE_COLS);

static struct stmt gone_q = SQL(
	"UPDATE key_print"
	"   SET phase = 'gone'"
	" WHERE name LIKE 'seal.%'"
	"   AND phase = 'used'"
	"   AND name <> ?");

struct sealing {
	struct arena *step;
	unsigned key;
	struct sealed_column *c;
	struct value_row *rows;
	size_t n;
	int64_t done, shut, of;
	int64_t said_ms;
};

/* Whoever changed a value meanwhile sealed it by the new key: theirs stays. */
static enum err value_put(struct sealing *s, const struct value_row *r)
{
	const char *text;
	int64_t rows;
	enum err e = secret_unseal(s->step, s->c->bound, r->uid, r->sealed, &text);
	if (e) {
		err_clear();
		s->shut++;
		return OK;
	}
	struct bytes sealed = secret_seal(s->step, s->c->bound, r->uid, text);
	e = db_affect(&s->c->put, ARGS(A_(sealed), A_(r->id), A_(r->sealed)), &rows);
	s->done += !e && rows;
	return e;
}

static enum err step_put(void *ctx)
{
	struct sealing *s = ctx;
	int64_t done = s->done, shut = s->shut;
	enum err e = OK;
	for (size_t i = 0; !e && i < s->n; i++)
		e = value_put(s, &s->rows[i]);
	if (e) { /* it is run again, or was never */
		s->done = done;
		s->shut = shut;
	}
	return e;
}

static void progress(struct sealing *s, bool last)
{
	int64_t now = clock_mono_ms();
	if (!last && now < s->said_ms + LINE_MS)
		return;
	s->said_ms = now;
	printf("%s: %lld of %lld\n", s->c->name, (long long)s->done, (long long)s->of);
	(void)fflush(stdout);
}

static enum err column_put(struct sealing *s)
{
	int64_t behind = 0, was;
	bool more = true;
	enum err e = db_int(&s->c->left, ARGS(A_(s->key)), &s->of);
	s->done = s->said_ms = 0;
	while (!e && more && s->of) {
		arena_reset(s->step);
		was = s->done;
		e = row_all(&s->c->page, ARGS(A_(behind), A_(s->key)), value_row_cols,
			    sizeof(*s->rows), &s->rows, &s->n);
		if (!e && s->n)
			e = db_tx(step_put, s);
		/* a table without numbers says 0 for each; then what was done is what is behind */
		more = !e && s->n == STEP && (s->rows[s->n - 1].id > behind || s->done > was);
		behind = e || !s->n ? behind : s->rows[s->n - 1].id;
		if (!e)
			progress(s, !more);
	}
	return e;
}

static enum err values_put(unsigned key, int64_t *done, int64_t *shut)
{
	struct sealing s = { .step = arena_new(), .key = key };
	size_t n;
	struct sealed_column *c = sealed_columns(&n);
	struct arena *before = db_use(s.step);
	enum err e = OK;
	*done = 0;
	for (size_t i = 0; !e && i < n; i++) {
		s.c = &c[i];
		e = column_put(&s);
		*done += s.done;
	}
	*shut = s.shut;
	(void)db_use(before);
	arena_free(s.step);
	return e;
}

enum err rotate_waiting(struct arena *a, bool print, int64_t *n)
{
	unsigned key;
	size_t count;
	struct sealed_column *c = sealed_columns(&count);
	enum err e = rotate_newest(a, "seal", "used", &key);
	*n = 0;
	for (size_t i = 0; !e && key && i < count; i++) {
		int64_t left;
		e = db_int(&c[i].left, ARGS(A_(key)), &left);
		if (!e && left && print)
			printf("%s: %lld wait for seal.%u\n", c[i].name, (long long)left, key);
		*n += e ? 0 : left;
	}
	return e;
}

static enum err seal_run(struct arena *a)
{
	unsigned added, key;
	int64_t done = 1, shut = 0, left = 0;
	enum err e = rotate_newest(a, "seal", "added", &added);
	if (!e && added)
		e = rotate_set(rotate_name(a, "seal", added), "used");
	/* also where an earlier call did that and was killed before it came to this */
	if (!e)
		e = rotate_fence(a);
	if (!e)
		e = rotate_newest(a, "seal", "used", &key);
	for (int i = 0; !e && done && i < PASSES; i++)
		e = values_put(key, &done, &shut);
	if (!e)
		e = rotate_waiting(a, true, &left);
	if (!e && left)
		return ERR(ERR_CHECK,
			   shut ? "%lld values do not open by the keys that are here"
				: "%lld values came in meanwhile: call it again",
			   (long long)left);
	if (!e)
		printf("all is sealed by seal.%u: zyz-admin rotate seal finish\n", key);
	return e;
}

static enum err seal_finish(struct arena *a)
{
	unsigned key, added;
	int64_t left = 0;
	enum err e = rotate_newest(a, "seal", "added", &added);
	if (!e && added)
		e = ERR(ERR_CHECK, "seal.%u is not used yet: zyz-admin rotate seal run", added);
	if (!e)
		e = rotate_newest(a, "seal", "used", &key);
	if (!e)
		e = rotate_waiting(a, true, &left);
	if (!e && left)
		e = ERR(ERR_CHECK,
			"%lld values are sealed by an older key: zyz-admin rotate seal run",
			(long long)left);
	int64_t rows = 0;
	if (!e)
		e = db_affect(&gone_q, ARGS(A_(rotate_name(a, "seal", key))), &rows);
	if (!e)
		e = rotate_fence(a);
	for (unsigned i = 1; !e && i < key; i++)
		e = secret_file_drop(a, "seal.key", i);
	if (!e)
		e = secret_hand_out(NULL);
	if (!e && key > 1)
		printf("seal.key holds nothing but seal.%u. What it held before is in "
		       "dropped-seal.key.*: it opens the backups of its time. Keep it with them, "
		       "apart "
		       "from this machine, and delete it here; bring seal.key to every host and "
		       "call zyz-admin hand-out there\n",
		       key);
	else if (!e)
		puts("there is one key only");
	return e;
}

enum err rotate_seal(struct arena *a, const char *step)
{
	if (str_eq(step, "add"))
		return rotate_add(a, "seal", "seal.key", SECRET_LINES);
	return str_eq(step, "run") ? seal_run(a) : seal_finish(a);
}
