/* export.c - one walk over everything that is kept about the person who asks, and what it gives as
 * one JSON file. */
#include <string.h>

#include "clock.h"
#include "export.h"
#include "json.h"
#include "secret.h"

enum { EXPORTS_A_DAY = 20, DAY = 86400 };

/* What stands under a registration that was merged into this one. */
#define ID_COLS(X, T) \
	X(T, INT, id, "id") \
	X(T, BYTES, uid, "uid")
ROW_DEFINE(merged_row, ID_COLS);
static struct stmt merged_q = SQL(
	"SELECT " ROW_SELECT(ID_COLS)
	"  FROM person"
	" WHERE merged_into = ?"
	" ORDER BY id"
	" LIMIT 100");

struct walk {
	struct arena *a;
	struct bytes uid; /* of the person: what sealed values are bound to */
	const struct export_part *part;
	export_say *say;
	void *ctx;
};

static enum err walk_sealed(struct walk *w, const char *name, size_t n, const struct cell *c)
{
	const char *key = arena_dup(w->a, name, n), *text;
	const struct bytes sealed = { (const uint8_t *)c->text, c->n };
	enum err e = secret_unseal(w->a, arena_fmt(w->a, "%s.%s", w->part->table, key), w->uid,
				   sealed, &text);
	if (!e)
		w->say(w->ctx, EXPORT_CELL, false, key,
		       &(struct cell){ text, text ? strlen(text) : 0, DB_NONE, false });
	return e;
}

static enum err walk_cells(void *ctx, const struct row *r)
{
	struct walk *w = ctx;
	enum err e = OK;
	for (size_t i = 0; !e && i < r->n; i++) {
		size_t n = strlen(r->names[i]), tail = strlen("_sealed");
		if (n > tail && str_eq(r->names[i] + n - tail, "_sealed"))
			e = walk_sealed(w, r->names[i], n - tail, &r->cells[i]);
		else
			w->say(w->ctx, EXPORT_CELL, false, r->names[i], &r->cells[i]);
	}
	return e;
}

static enum err walk_row(void *ctx, const struct row *r)
{
	struct walk *w = ctx;
	w->say(w->ctx, EXPORT_ROW, false, NULL, NULL);
	enum err e = walk_cells(ctx, r);
	w->say(w->ctx, EXPORT_ROW, true, NULL, NULL);
	return e;
}

static enum err walk_person(struct walk *w, int64_t person)
{
	enum err e = OK;
	for (w->part = export_parts; !e && w->part->name; w->part++) {
		bool one = w->part == export_parts;
		w->say(w->ctx, one ? EXPORT_ONE : EXPORT_PART, false, w->part->name, NULL);
		e = db_each(w->part->q, ARGS(A_(person)), one ? walk_cells : walk_row, w);
		w->say(w->ctx, one ? EXPORT_ONE : EXPORT_PART, true, w->part->name, NULL);
	}
	return e;
}

/* Sealed values are bound to the registration that they came with. */
static enum err walk_merged(struct walk *w, int64_t person)
{
	struct merged_row *m;
	size_t n;
	enum err e = row_all(&merged_q, ARGS(A_(person)), merged_row_cols, sizeof(*m), &m, &n);
	w->say(w->ctx, EXPORT_MERGED, false, "merged", NULL);
	for (size_t i = 0; !e && i < n; i++) {
		w->uid = m[i].uid;
		w->say(w->ctx, EXPORT_PERSON, false, NULL, NULL);
		e = walk_person(w, m[i].id);
		w->say(w->ctx, EXPORT_PERSON, true, NULL, NULL);
	}
	w->say(w->ctx, EXPORT_MERGED, true, "merged", NULL);
	return e;
}

enum err export_walk(struct rq *q, export_say *say, void *ctx, const char **no)
{
	struct walk w = { .a = q->arena, .say = say, .ctx = ctx };
	struct held h;
	enum err e = throttle(q, "export", arena_fmt(q->arena, "%lld", (long long)q->person),
			      EXPORTS_A_DAY, DAY);
	if (!e)
		e = held_by_person(q, q->person, &h);
	if (e)
		return e;
	w.uid = h.uid;
	e = walk_person(&w, q->person);
	if (!e)
		e = walk_merged(&w, q->person);
	if (!e)
		*no = str_or(h.no, "me");
	return e;
}

enum err export_given(struct rq *q)
{
	reply_header(q, "Cache-Control", "no-store");
	return audit(&q->actor, "person.export", "person", q->person, NULL);
}

static void json_cell(struct json_w *w, const char *name, const struct cell *c)
{
	json_key(w, name);
	if (c->text && c->is_int)
		json_int(w, c->i);
	else
		json_str(w, c->text);
}

static void json_say(void *ctx, enum export_step step, bool end, const char *name,
		     const struct cell *c)
{
	static const char open[] = { [EXPORT_MERGED] = '[',
				     [EXPORT_PERSON] = '{',
				     [EXPORT_ONE] = '{',
				     [EXPORT_PART] = '[',
				     [EXPORT_ROW] = '{' };
	struct json_w *w = ctx;
	if (step == EXPORT_CELL) {
		json_cell(w, name, c);
	} else if (end) {
		json_close(w, open[step] == '{' ? '}' : ']');
	} else {
		if (name)
			json_key(w, name);
		json_open(w, open[step]);
	}
}

enum err me_export(struct rq *q)
{
	struct json_w w = { .buf = { .arena = q->arena } };
	const char *no;
	json_open(&w, '{');
	json_key(&w, "exported_at");
	json_str(&w, clock_time(q->arena, q->now));
	enum err e = export_walk(q, json_say, &w, &no);
	json_close(&w, '}');
	if (!e)
		e = export_given(q);
	return e ? e
		 : reply_file(q, "application/json; charset=utf-8",
			      arena_fmt(q->arena, "%s.json", no), NULL,
			      (struct bytes){ (const uint8_t *)w.buf.p, w.buf.n });
}
