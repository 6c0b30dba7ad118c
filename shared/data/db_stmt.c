/* db_stmt.c - prepared statements: binding, running, fetching. */
#include "db.h"

#include <mysql.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db_inside.h"
#include "log.h"

enum { SHORT_TEXT = 192, MAX_PARAMS = 80, MAX_COLS = 64 };

/* What one statement keeps between its runs. */
struct prepared {
	struct prepared *next;
	struct stmt *owner;
	MYSQL_STMT *st;
	unsigned params, cols;
	uint64_t ints; /* the columns that are whole numbers, bit by bit */
	const char **names;
	MYSQL_RES *meta; /* owns the names */
};

/* The places that columns are fetched into: one statement fetches at a time. Between two rows
 * another may fetch its own (a query in a row's function): nothing is kept here from row to row. */
static struct column {
	int64_t number;
	unsigned long length;
	my_bool is_null, error;
	char text[SHORT_TEXT]; /* longer values are fetched once more, whole */
} columns[MAX_COLS];

static struct prepared *all;

struct arg arg_int(int64_t i)
{
	return (struct arg){ i == DB_NONE ? ARG_NULL : ARG_INT, i, NULL, 0 };
}

struct arg arg_text(const char *s)
{
	return (struct arg){ s ? ARG_TEXT : ARG_NULL, 0, s, s ? strlen(s) : 0 };
}

struct arg arg_bytes(struct bytes b)
{
	return (struct arg){ b.p ? ARG_BYTES : ARG_NULL, 0, b.p, b.n };
}

static void drop(struct prepared *p)
{
	if (p->meta)
		mysql_free_result(p->meta);
	if (p->st)
		(void)mysql_stmt_close(p->st);
	if (p->owner)
		p->owner->handle = NULL;
	free(p->names);
	free(p);
}

void db_forget_statements(void)
{
	while (all) {
		struct prepared *gone = all;
		all = all->next;
		drop(gone);
	}
}

static bool whole_number(const MYSQL_FIELD *f)
{
	switch (f->type) {
	case MYSQL_TYPE_TINY:
	case MYSQL_TYPE_SHORT:
	case MYSQL_TYPE_INT24:
	case MYSQL_TYPE_LONG:
	case MYSQL_TYPE_LONGLONG:
	case MYSQL_TYPE_YEAR:
		return true;
	case MYSQL_TYPE_NEWDECIMAL:
		return f->decimals == 0; /* SUM() of whole numbers */
	default:
		return false;
	}
}

static enum err describe(struct prepared *p)
{
	p->meta = mysql_stmt_result_metadata(p->st);
	if (!p->meta)
		return OK;
	p->cols = mysql_num_fields(p->meta);
	if (p->cols > MAX_COLS)
		return ERR(ERR_INTERNAL, "%u columns: %s", p->cols, p->owner->sql);
	p->names = calloc(p->cols, sizeof(*p->names));
	if (!p->names)
		return ERR(ERR_INTERNAL, "no memory");
	const MYSQL_FIELD *f = mysql_fetch_fields(p->meta);
	for (unsigned i = 0; i < p->cols; i++) {
		p->names[i] = f[i].name;
		p->ints |= (uint64_t)whole_number(&f[i]) << i;
	}
	return OK;
}

static bool is_int(const struct prepared *p, unsigned i)
{
	return p->ints >> i & 1;
}

/* The columns of a result that is about to be fetched, into their places. */
static my_bool bind_columns(struct prepared *p)
{
	MYSQL_BIND bind[MAX_COLS];
	for (unsigned i = 0; i < p->cols; i++) {
		struct column *c = &columns[i];
		bool number = is_int(p, i);
		bind[i] = (MYSQL_BIND){
			.buffer_type = number ? MYSQL_TYPE_LONGLONG : MYSQL_TYPE_STRING,
			.buffer = number ? (void *)&c->number : c->text,
			.buffer_length = number ? sizeof(c->number) : SHORT_TEXT,
			.length = &c->length,
			.is_null = &c->is_null,
			.error = &c->error,
		};
	}
	return mysql_stmt_bind_result(p->st, bind);
}

static enum err stmt_error(struct prepared *p)
{
	return db_map(mysql_stmt_errno(p->st), p->owner->sql, mysql_stmt_error(p->st));
}

static enum err prepare(struct stmt *s, struct prepared **out)
{
	struct db *db = db_inside();
	if (!db->my)
		return ERR(ERR_DB_AWAY, "not connected");
	enum err e = db_send_waiting();
	if (e)
		return e;
	if (s->handle && s->gen == db->gen) {
		*out = s->handle;
		return OK;
	}
	struct prepared *p = calloc(1, sizeof(*p));
	if (!p)
		return ERR(ERR_INTERNAL, "no memory");
	p->owner = s;
	p->st = mysql_stmt_init(db->my);
	e = p->st ? OK : ERR(ERR_INTERNAL, "mysql_stmt_init");
	if (!e && mysql_stmt_prepare(p->st, s->sql, (unsigned long)strlen(s->sql)))
		e = stmt_error(p);
	if (!e)
		e = describe(p);
	if (e) {
		drop(p);
		return e;
	}
	p->params = (unsigned)mysql_stmt_param_count(p->st);
	p->next = all;
	all = p;
	s->handle = p;
	s->gen = db->gen;
	*out = p;
	return OK;
}

enum err db_prepared(struct stmt *s, MYSQL_STMT **st, size_t *places)
{
	struct prepared *p = NULL;
	enum err e = prepare(s, &p);
	if (e)
		return e;
	*st = p->st;
	*places = p->params;
	return OK;
}

/* Prepares if needed, binds and executes. */
static enum err start(struct stmt *s, struct args a, struct prepared **out)
{
	MYSQL_BIND in[MAX_PARAMS];
	struct prepared *p = NULL;
	enum err e = prepare(s, &p);
	if (e)
		return e;
	if (p->params != a.n || a.n > MAX_PARAMS)
		return ERR(ERR_INTERNAL, "%zu values for %u places: %s", a.n, p->params, s->sql);
	if (a.n) {
		memset(in, 0, a.n * sizeof(in[0]));
		for (size_t i = 0; i < a.n; i++) {
			const struct arg *v = &a.v[i];
			in[i].buffer_type = v->kind == ARG_NULL   ? MYSQL_TYPE_NULL
					    : v->kind == ARG_INT  ? MYSQL_TYPE_LONGLONG
					    : v->kind == ARG_TEXT ? MYSQL_TYPE_STRING
								  : MYSQL_TYPE_BLOB;
			/* The connector only reads from an input's buffer. */
			union {
				const void *in;
				void *out;
			} place = { .in = v->kind == ARG_INT ? (const void *)&v->i : v->p };
			in[i].buffer = place.out;
			in[i].buffer_length = (unsigned long)v->n;
		}
		if (mysql_stmt_bind_param(p->st, in))
			return stmt_error(p);
	}
	if (mysql_stmt_execute(p->st))
		return stmt_error(p);
	*out = p;
	return OK;
}

enum { ALONE_TRIES = 5 };

static enum err affected(struct stmt *s, struct args a, int64_t *rows, int64_t *id)
{
	struct prepared *p = NULL;
	const struct db *db = db_inside();
	enum err e = db->rehearsal && !db->in_tx ? ERR_ASK : start(s, a, &p);
	/* One that stands alone has no owner who would run it again. */
	for (int i = 1; e == ERR_RETRY && !db->in_tx && i < ALONE_TRIES; i++) {
		err_clear();
		e = start(s, a, &p);
	}
	if (e)
		return e;
	*rows = (int64_t)mysql_stmt_affected_rows(p->st);
	*id = (int64_t)mysql_stmt_insert_id(p->st);
	(void)mysql_stmt_free_result(p->st);
	return OK;
}

enum err db_exec(struct stmt *s, struct args a, int64_t *insert_id)
{
	int64_t rows, id;
	enum err e = affected(s, a, &rows, &id);
	if (!e && insert_id)
		*insert_id = id;
	return e;
}

enum err db_affect(struct stmt *s, struct args a, int64_t *rows)
{
	int64_t id;
	return affected(s, a, rows, &id);
}

enum err db_change(struct stmt *s, struct args a)
{
	int64_t rows, id;
	enum err e = affected(s, a, &rows, &id);
	return e ? e : rows ? OK : ERR(ERR_STALE, "no row: %s", s->sql);
}

static enum err whole_cell(struct prepared *p, unsigned i, struct cell *cell)
{
	struct column *c = &columns[i];
	char *text = arena_alloc(db_inside()->arena, c->length + 1);
	MYSQL_BIND b = { .buffer_type = MYSQL_TYPE_STRING,
			 .buffer = text,
			 .buffer_length = c->length + 1 };
	unsigned long length = 0;
	b.length = &length;
	if (mysql_stmt_fetch_column(p->st, &b, i, 0))
		return stmt_error(p);
	cell->text = text;
	cell->n = c->length;
	return OK;
}

/* Formats without printf: a list page has hundreds of these. */
static const char *int_text(struct arena *a, int64_t n)
{
	char text[24], *p = text + sizeof(text);
	uint64_t u = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
	do
		*--p = (char)('0' + u % 10);
	while (u /= 10);
	if (n < 0)
		*--p = '-';
	return arena_dup(a, p, (size_t)(text + sizeof(text) - p));
}

static enum err read_cells(struct prepared *p, struct cell *cells)
{
	struct arena *a = db_inside()->arena;
	for (unsigned i = 0; i < p->cols; i++) {
		struct column *c = &columns[i];
		cells[i] = (struct cell){ .i = DB_NONE };
		if (c->is_null)
			continue;
		if (is_int(p, i)) {
			if (c->error)
				return ERR(ERR_DB, "%s does not fit: %s", p->names[i],
					   p->owner->sql);
			cells[i] = (struct cell){ .i = c->number, .is_int = true };
			cells[i].text = int_text(a, c->number);
			cells[i].n = strlen(cells[i].text);
		} else if (c->length < SHORT_TEXT) {
			cells[i].text = arena_dup(a, c->text, c->length);
			cells[i].n = c->length;
		} else {
			enum err e = whole_cell(p, i, &cells[i]);
			if (e)
				return e;
		}
	}
	return OK;
}

enum err db_each(struct stmt *s, struct args a, enum err (*fn)(void *ctx, const struct row *r),
		 void *ctx)
{
	struct prepared *p = NULL;
	struct cell cells[MAX_COLS];
	enum err e = start(s, a, &p);
	if (e)
		return e;
	if (!p->cols)
		return ERR(ERR_INTERNAL, "no result: %s", s->sql);
	if (bind_columns(p) || mysql_stmt_store_result(p->st)) {
		/* The connector (3.3) goes on waiting for the rows that an error ended, at the next
		 * execute, until the connection dies of it; a reset makes it forget them. */
		e = stmt_error(p);
		(void)mysql_stmt_reset(p->st);
		return e;
	}
	struct row r = { p->cols, p->names, cells };
	while (!e) {
		int rc = mysql_stmt_fetch(p->st);
		if (rc == MYSQL_NO_DATA)
			break;
		/* MYSQL_DATA_TRUNCATED is judged cell by cell. */
		e = rc == 1 ? stmt_error(p) : read_cells(p, cells);
		if (!e)
			e = fn(ctx, &r);
		if (!e && arena_over(db_inside()->arena))
			e = ERR(ERR_MEMORY, "rows of: %s", s->sql);
	}
	(void)mysql_stmt_free_result(p->st);
	return e;
}

struct first {
	struct cell cell;
	bool found;
};

static enum err keep_first(void *ctx, const struct row *r)
{
	struct first *f = ctx;
	if (!f->found)
		f->cell = r->cells[0];
	f->found = true;
	return OK;
}

enum err db_int(struct stmt *s, struct args a, int64_t *out)
{
	struct first f = { .found = false };
	enum err e = db_each(s, a, keep_first, &f);
	if (!e && !f.found)
		return ERR_NOT_FOUND;
	if (!e)
		*out = f.cell.i;
	return e;
}

enum err db_text(struct stmt *s, struct args a, const char **out)
{
	struct first f = { .found = false };
	enum err e = db_each(s, a, keep_first, &f);
	if (!e && !f.found)
		return ERR_NOT_FOUND;
	if (!e)
		*out = f.cell.text;
	return e;
}
