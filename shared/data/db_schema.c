/* db_schema.c - whether the schema is the one that this program was built for: SCHEMA_FILES and
 * SCHEMA_LAST come from the names in sql/ (Makefile). Programs of another schema would fail on one
 * page and write wrong rows on another, so they serve none. */
#include <mysql.h>
#include <stdlib.h>
#include <string.h>

#include "db_inside.h"
#include "secret.h"

static bool other, other_keys;

bool db_schema_other(void)
{
	return other;
}

int db_schema_files(void)
{
	return SCHEMA_FILES;
}

int db_schema_last(void)
{
	return SCHEMA_LAST;
}

enum err db_schema_fits(MYSQL *my)
{
	static const char sql[] = "SELECT COUNT(*), COALESCE(MAX(version), 0) FROM schema_version";
	other = false;
	if (mysql_real_query(my, sql, sizeof(sql) - 1)) {
		other = mysql_errno(my) == 1146; /* no such table: nothing was migrated yet */
		return other ? ERR(ERR_DB_AWAY, "no schema: run zyz-admin migrate")
			     : db_map(mysql_errno(my), sql, mysql_error(my));
	}
	MYSQL_RES *found = mysql_store_result(my);
	MYSQL_ROW row = found ? mysql_fetch_row(found) : NULL;
	long files = row ? strtol(row[0], NULL, 10) : 0, last = row ? strtol(row[1], NULL, 10) : 0;
	mysql_free_result(found);
	other = files != SCHEMA_FILES || last != SCHEMA_LAST;
	if (!other)
		return OK;
	return ERR(ERR_DB_AWAY,
		   "the schema has %ld migrations, the last is %ld; this program was built for %d "
		   "and %d: "
		   "%s",
		   files, last, SCHEMA_FILES, SCHEMA_LAST,
		   files < SCHEMA_FILES ? "run zyz-admin migrate" : "restart the new programs");
}

bool db_keys_other(void)
{
	return other_keys;
}

static const struct secret_print *print_named(const struct secret_print *v, size_t n,
					      const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(v[i].name, name) == 0)
			return &v[i];
	return NULL;
}

/* A key that nobody noted yet is a new one; one that was noted has to be here, and the same. */
enum err db_keys_fit(MYSQL *my)
{
	static const char sql[] = "SELECT name, hash FROM key_print LIMIT 100";
	struct secret_print v[SECRET_PRINTS];
	other_keys = false;
	if (!secret_is_open())
		return OK;
	size_t n = secret_prints(v);
	if (mysql_real_query(my, sql, sizeof(sql) - 1))
		return db_map(mysql_errno(my), sql, mysql_error(my));
	MYSQL_RES *found = mysql_store_result(my);
	enum err e = OK;
	for (MYSQL_ROW row; !e && found && (row = mysql_fetch_row(found));) {
		const struct secret_print *p = print_named(v, n, row[0]);
		other_keys = !p || memcmp(p->hash, row[1], sizeof(p->hash)) != 0;
		if (other_keys)
			e = ERR(ERR_DB_AWAY,
				"key %s %s: bring back the one this database was written with",
				row[0], p ? "is another one" : "is missing");
	}
	mysql_free_result(found);
	return e;
}
