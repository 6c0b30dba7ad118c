/* db_bulk.c - one statement, many rows of values: the connector's arrays, one for each place. */
#include <mysql.h>

#include "db_inside.h"

/* The values of one place: whole numbers stand side by side, all else is pointed to. */
static void bind_place(MYSQL_BIND *b, const struct arg *v, size_t places, size_t rows)
{
	struct arena *a = db_inside()->arena;
	char *there = arena_array(a, rows, sizeof(*there));
	unsigned long *length = arena_array(a, rows, sizeof(*length));
	const void **at = arena_array(a, rows, sizeof(*at));
	long long *number = arena_array(a, rows, sizeof(*number));
	*b = (MYSQL_BIND){ .buffer_type = MYSQL_TYPE_STRING, .buffer = at, .length = length };
	for (size_t i = 0; i < rows; i++, v += places) {
		there[i] = v->kind == ARG_NULL ? STMT_INDICATOR_NULL : STMT_INDICATOR_NONE;
		number[i] = v->i;
		at[i] = v->p;
		length[i] = (unsigned long)v->n;
		if (v->kind == ARG_INT) {
			b->buffer_type = MYSQL_TYPE_LONGLONG;
			b->buffer = number;
			b->length = NULL;
		} else if (v->kind == ARG_BYTES) {
			b->buffer_type = MYSQL_TYPE_BLOB;
		}
	}
	b->u.indicator = there;
}

enum err db_bulk(struct stmt *s, const struct arg *v, size_t rows)
{
	MYSQL_STMT *st;
	size_t places;
	unsigned int n = (unsigned int)rows;
	enum err e = db_prepared(s, &st, &places);
	if (e || !rows)
		return e;
	MYSQL_BIND *b = arena_array(db_inside()->arena, places, sizeof(*b));
	for (size_t i = 0; i < places; i++)
		bind_place(&b[i], v + i, places, rows);
	if (mysql_stmt_attr_set(st, STMT_ATTR_ARRAY_SIZE, &n) || mysql_stmt_bind_param(st, b) ||
	    mysql_stmt_execute(st))
		return db_map(mysql_stmt_errno(st), s->sql, mysql_stmt_error(st));
	(void)mysql_stmt_free_result(st);
	return OK;
}
