/* row.c - result rows into structs described by a column list. */
#include "row.h"

#include <string.h>

struct fill {
	const struct col *cols;
	struct stmt *stmt;
	unsigned char *at;   /* the next struct */
	size_t size, n, cap; /* size 0: one row is enough */
};

static enum err fill(const struct fill *f, const struct row *r, unsigned char *to)
{
	size_t i = 0;
	for (const struct col *c = f->cols; c->kind != COL_END; c++, i++) {
		if (i >= r->n)
			return ERR(ERR_INTERNAL, "fewer columns than the list: %s", f->stmt->sql);
		const struct cell *cell = &r->cells[i];
		struct bytes b = { (const uint8_t *)cell->text, cell->n };
		if (c->kind == COL_INT && cell->text && !cell->is_int)
			return ERR(ERR_INTERNAL, "%s is no whole number: %s", r->names[i],
				   f->stmt->sql);
		if (c->kind == COL_INT)
			memcpy(to + c->offset, &cell->i, sizeof(cell->i));
		else if (c->kind == COL_TEXT)
			memcpy(to + c->offset, &cell->text, sizeof(cell->text));
		else
			memcpy(to + c->offset, &b, sizeof(b));
	}
	return OK;
}

static enum err first_row(void *ctx, const struct row *r)
{
	struct fill *f = ctx;
	return f->n++ ? OK : fill(f, r, f->at);
}

enum err row_one(struct stmt *s, struct args a, const struct col *cols, void *out)
{
	struct fill f = { .cols = cols, .stmt = s, .at = out };
	enum err e = db_each(s, a, first_row, &f);
	return e ? e : f.n ? OK : ERR_NOT_FOUND;
}

struct many {
	struct fill f;
	struct arena *arena;
	unsigned char *array;
};

static enum err next_row(void *ctx, const struct row *r)
{
	struct many *m = ctx;
	if (m->f.n == m->f.cap) {
		size_t cap = m->f.cap ? m->f.cap * 2 : 32;
		unsigned char *grown = arena_array(m->arena, cap, m->f.size);
		if (m->f.n)
			memcpy(grown, m->array, m->f.n * m->f.size);
		m->array = grown;
		m->f.cap = cap;
	}
	return fill(&m->f, r, m->array + m->f.n++ * m->f.size);
}

enum err row_all(struct stmt *s, struct args a, const struct col *cols, size_t size,
		 void *array_out, size_t *n)
{
	struct many m = { .f = { .cols = cols, .stmt = s, .size = size }, .arena = db_arena() };
	enum err e = db_each(s, a, next_row, &m);
	if (e)
		return e;
	memcpy(array_out, &m.array, sizeof(m.array));
	*n = m.f.n;
	return OK;
}
