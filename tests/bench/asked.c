/*
 * asked.c - writes down what a program asks the database: preloaded into it, each statement becomes
 * a line of the file ASKED.PID, in the form that replay.c reads, with i for every number, T for 32
 * bytes and U for others.
 *
 *	cc -shared -fPIC -o asked.so asked.c; LD_PRELOAD=$PWD/asked.so ASKED=/tmp/asked program
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <mysql.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { KEPT = 200, DIGEST = 32 };

/* Each statement that was prepared, with the values that were bound last. */
static struct kept {
	MYSQL_STMT *st;
	char *sql;
	MYSQL_BIND *v;
} kept[KEPT];

static struct kept *kept_of(MYSQL_STMT *st)
{
	for (size_t i = 0; i < KEPT; i++)
		if (kept[i].st == st || !kept[i].st)
			return &kept[i];
	abort();
}

static FILE *begin(void)
{
	char name[512];
	(void)snprintf(name, sizeof(name), "%s.%d", getenv("ASKED"), (int)getpid());
	FILE *f = fopen(name, "a");
	return f ? f : stderr;
}

static void end(FILE *f, const char *sql)
{
	fprintf(f, "\t%s\n", sql);
	if (f != stderr)
		(void)fclose(f);
}

static void write_value(FILE *f, const MYSQL_BIND *v)
{
	const unsigned char *p = v->buffer;
	if (v->buffer_type == MYSQL_TYPE_NULL)
		fputc('n', f);
	else if (v->buffer_type == MYSQL_TYPE_LONGLONG)
		fprintf(f, "i%lld", *(const long long *)v->buffer);
	else if (v->buffer_type == MYSQL_TYPE_BLOB && v->buffer_length == DIGEST)
		fputc('T', f);
	else if (v->buffer_type == MYSQL_TYPE_BLOB)
		fprintf(f, "U%lu", v->buffer_length);
	else {
		fputc('s', f);
		for (unsigned long i = 0; i < v->buffer_length; i++)
			fprintf(f, "%02x", p[i]);
	}
	fputc(',', f);
}

int mysql_stmt_prepare(MYSQL_STMT *st, const char *sql, unsigned long n)
{
	int (*next)(MYSQL_STMT *, const char *, unsigned long) = dlsym(RTLD_NEXT, __func__);
	struct kept *k = kept_of(st);
	*k = (struct kept){ st, strndup(sql, n), NULL };
	return next(st, sql, n);
}

my_bool mysql_stmt_bind_param(MYSQL_STMT *st, MYSQL_BIND *v)
{
	my_bool (*next)(MYSQL_STMT *, MYSQL_BIND *) = dlsym(RTLD_NEXT, __func__);
	kept_of(st)->v = v;
	return next(st, v);
}

int mysql_stmt_execute(MYSQL_STMT *st)
{
	int (*next)(MYSQL_STMT *) = dlsym(RTLD_NEXT, __func__);
	const struct kept *k = kept_of(st);
	FILE *f = begin();
	for (unsigned long i = 0; i < mysql_stmt_param_count(st); i++)
		write_value(f, &k->v[i]);
	end(f, k->sql);
	return next(st);
}

int mysql_real_query(MYSQL *my, const char *sql, unsigned long n)
{
	int (*next)(MYSQL *, const char *, unsigned long) = dlsym(RTLD_NEXT, __func__);
	FILE *f = begin();
	fputc('-', f);
	end(f, sql);
	return next(my, sql, n);
}
