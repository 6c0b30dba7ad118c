/* database.h - what the files that read a running station share. */
#ifndef ZYZ_VERIFY_DATABASE_H
#define ZYZ_VERIFY_DATABASE_H

#include <mysql.h>

#include "verify.h"

struct database {
	struct source source;
	MYSQL *my;
};
/* False after saying why on stderr; whatever it was, database_end() gives it back. */
bool database_open(struct database *d, const struct server *server);
void database_end(struct database *d);
typedef bool fetched_fn(void *ctx, MYSQL_ROW row, const unsigned long *n);
/* Row by row, nothing is stored: a ledger may be larger than the memory. */
int database_each(struct database *d, const char *sql, fetched_fn *fn, void *ctx);

/* database_records.c: every record, for one of the two or both; NULL: not for this one. */
int database_records(struct database *d, struct records *records, struct facts *facts);
int database_record(struct source *s, const uint8_t uid[UID], int64_t version, record_fn *fn,
		    void *ctx);

/* A table, or a column of it; a pattern for LIKE. */
bool database_there(struct database *d, const char *table, const char *column);
int database_bank(struct database *d, struct facts *f);
int database_sums(struct database *d, struct facts *f); /* database_bank.c */
int database_facts(struct source *s, struct facts *f);

/* marks.c: with the keys of this folder, every mark of what waits and of stars and honours. */
int marks_check(struct source *s, const char *folder);

#endif
