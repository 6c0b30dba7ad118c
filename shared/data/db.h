/*
 * db.h - the only door to MariaDB: one connection, prepared statements, transactions.
 *
 * SQL is a literal (SQL("...") refuses anything else) and is prepared once in each process. Whole
 * numbers cross as int64_t, everything else as text or bytes. A lost connection is opened again by
 * db_ready() at the start of a request, never inside a transaction.
 *
 *	static struct stmt close_q = SQL("UPDATE survey SET state = 'closed' WHERE id = ?");
 *	enum err e = db_change(&close_q, ARGS(A_(id)));      // ERR_STALE when no row matched
 *
 * Errors of every call: ERR_DUPLICATE (1062), ERR_CHECK (CHECK or foreign key), ERR_RETRY (1205,
 * 1213, 1020: the owner of the transaction runs it again; a change that stands alone was tried five
 * times), ERR_DB_AWAY (connection lost), ERR_DB, ERR_MEMORY (more rows than a request may hold:
 * arena.h).
 */
#ifndef ZYZ_DB_H
#define ZYZ_DB_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "str.h"

struct stmt {
	const char *sql;
	void *handle; /* internal */
	unsigned gen; /* internal: the connection it was prepared on */
};
#define SQL(text) \
	{ \
		.sql = "" text "", .handle = NULL, .gen = 0 \
	}

enum arg_kind { ARG_NULL, ARG_INT, ARG_TEXT, ARG_BYTES };
struct arg {
	enum arg_kind kind;
	int64_t i;
	const void *p;
	size_t n;
};
struct args {
	const struct arg *v;
	size_t n;
};
struct arg arg_int(int64_t i);        /* DB_NONE becomes NULL */
struct arg arg_text(const char *s);   /* NULL becomes NULL */
struct arg arg_bytes(struct bytes b); /* p == NULL becomes NULL */
#define A_(x) \
	_Generic((x), char *: arg_text, const char *: arg_text, struct bytes: arg_bytes, \
	         default: arg_int)(x)
#define ARGS(...) \
	((struct args){ (const struct arg[]){ __VA_ARGS__ }, \
			sizeof((const struct arg[]){ __VA_ARGS__ }) / sizeof(struct arg) })
#define NO_ARGS ((struct args){ NULL, 0 })

/* A program's account is this and its name; what it may write stands in sql/owners.txt. */
#define DB_ACCOUNT "zyz_"

/* One cell of a result row. text is NUL-terminated (NULL for NULL), also for whole numbers. */
struct cell {
	const char *text;
	size_t n;
	int64_t i; /* DB_NONE unless is_int */
	bool is_int;
};
struct row {
	size_t n;
	const char *const *names;
	const struct cell *cells;
};

/* Whether the last connection was given up because the schema is another one than this program was
 * built for. */
bool db_schema_other(void);
/* How many migrations these programs were built with, and the last one's number. */
int db_schema_files(void);
int db_schema_last(void);
/* Or because it was written with other keys. */
bool db_keys_other(void);

/* open or re-open; results go to this arena from now on */
enum err db_ready(struct arena *a) MUST_USE;
/* Opens the connection anew for a command that may let each statement take so many seconds; all
 * others end in the server after cfg.db_timeout. */
enum err db_patience(int64_t seconds, struct arena *a) MUST_USE;
struct arena *db_arena(void); /* the one results go to */
/* Results go to a until they are sent elsewhere again; gives the arena before it. For work in
 * steps that must not grow with its length. */
struct arena *db_use(struct arena *a);
void db_close(void);
bool db_in_tx(void);

enum err db_exec(struct stmt *s, struct args a, int64_t *insert_id) MUST_USE; /* id may be NULL */
enum err db_change(struct stmt *s, struct args a) MUST_USE; /* ERR_STALE when no row matched */
/* rows matched, 0 is fine */
enum err db_affect(struct stmt *s, struct args a, int64_t *rows) MUST_USE;
/* An INSERT for many rows in one round trip. v holds the values row by row; in one place all are of
 * one kind, or none. A statement is run by this function alone or never by it. */
enum err db_bulk(struct stmt *s, const struct arg *v, size_t rows) MUST_USE;
/* Calls fn for each row; stops at its first error. fn must not run statements of its own. */
enum err db_each(struct stmt *s, struct args a, enum err (*fn)(void *ctx, const struct row *r),
		 void *ctx) MUST_USE;
/* first cell; ERR_NOT_FOUND */
enum err db_int(struct stmt *s, struct args a, int64_t *out) MUST_USE;
/* first cell; ERR_NOT_FOUND */
enum err db_text(struct stmt *s, struct args a, const char **out) MUST_USE;

/* Runs fn between BEGIN and COMMIT (READ COMMITTED); any error rolls back. ERR_RETRY runs it
 * again, up to five times, so fn must set all it changes from scratch. */
enum err db_tx(enum err (*fn)(void *ctx), void *ctx) MUST_USE;
void db_rollback_if_left(void);
/* While it is on, nothing is written: a transaction is rolled back where it would be committed, and
 * a statement that would be one of its own is not run; both are ERR_ASK. So a deed is checked as it
 * will be, by its own code, before somebody is asked whether they mean it. */
void db_rehearse(bool on);
/* An INSERT about which nothing more is asked, in a transaction: it waits, and goes with the COMMIT
 * in one round trip, unless another statement comes first. `last` is the same statement between
 * "BEGIN NOT ATOMIC " and "; COMMIT; END". */
enum err db_exec_last(struct stmt *s, struct stmt *last, struct args a) MUST_USE;
#define DB_STALE "zyz: stale"
/* A compound statement that is a transaction in one round trip: "BEGIN NOT ATOMIC ... START
 * TRANSACTION; ... COMMIT; END", or ROLLBACK and SIGNAL SQLSTATE '45000' with DB_STALE at its end:
 * ERR_STALE. Whatever else goes wrong is rolled back; ERR_RETRY runs it again as above. */
enum err db_whole(struct stmt *s, struct args a) MUST_USE;
/* fn once the transaction has committed, at once when there is none; never after a rollback. */
void db_on_commit(void (*fn)(void));

/* Runs the statements of a migration file; for zyz-admin alone. */
enum err db_script(const char *text, size_t n) MUST_USE;

#endif
