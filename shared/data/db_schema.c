/* db_schema.c - whether the schema is the one that this program was built for: SCHEMA_FILES and
 * SCHEMA_LAST come from the names in sql/ (Makefile). Programs of another schema would fail on one
 * page and write wrong rows on another, so they serve none. */
#include <mysql.h>
#include <stdlib.h>
#include <string.h>

#include "db_inside.h"
#include "secret.h"

static bool other, other_keys;
/* command: of zyz-admin, who exchanges keys itself; newer: a key was added to the files */
static bool command, newer;

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

static const struct secret_print *print_like(const struct secret_print *v, size_t n,
					     const char *name, const char *hash)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(v[i].name, name) == 0 &&
		    (!hash || memcmp(v[i].hash, hash, sizeof(v[i].hash)) == 0))
			return &v[i];
	return NULL;
}

/* What the database says of one key: the newest that is in use. */
static void use_noted(struct secret_use *u, const struct secret_print *p, const char *name)
{
	const char *dot = strchr(name, '.');
	unsigned line = dot ? (unsigned)strtoul(dot + 1, NULL, 10) : 1;
	if (str_starts(name, "seal") && line > u->seal)
		u->seal = line;
	if (str_starts(name, "index") && line > u->layers)
		u->layers = line;
	if (strcmp(name, "sign") == 0)
		u->sign = p->hash;
}

/* Whether this process holds keys of that kind at all. */
static bool kind_held(const char *name)
{
	return secret_held(str_starts(name, "seal")    ? "seal.key"
			   : str_starts(name, "index") ? "index.key"
						       : "sign.key");
}

/* One row of key_print. A key that nobody uses yet, or no longer, need not be here. */
static enum err print_fits(const struct secret_print *v, size_t n, MYSQL_ROW row,
			   struct secret_use *u)
{
	if (strcmp(row[2], "moving") == 0 && !command)
		return ERR(ERR_DB_AWAY,
			   "the index is exchanged: wait for zyz-admin rotate index run");
	bool sign = str_starts(row[0], "sign"); /* all of them have one name in their prints */
	if (!kind_held(row[0]))
		return OK;
	if (strcmp(row[2], "added") == 0)
		newer = newer || !print_like(v, n, sign ? "sign" : row[0], row[1]);
	if (strcmp(row[2], "used") != 0)
		return OK;
	const struct secret_print *p = print_like(v, n, row[0], row[1]);
	if (p)
		use_noted(u, p, row[0]);
	return p ? OK
		 : ERR(ERR_DB_AWAY, "key %s %s: bring back the one this database was written with",
		       row[0], print_like(v, n, row[0], NULL) ? "is another one" : "is missing");
}

static enum err prints_fit(MYSQL *my)
{
	static const char sql[] = "SELECT name, hash, phase FROM key_print LIMIT 100";
	struct secret_print v[SECRET_PRINTS];
	struct secret_use use = { 0, 0, NULL };
	newer = false;
	size_t n = secret_prints(v);
	if (mysql_real_query(my, sql, sizeof(sql) - 1)) {
		/* no such table or column: a command finds a schema that is not migrated yet */
		bool old = mysql_errno(my) == 1146 || mysql_errno(my) == 1054;
		return command && old ? OK : db_map(mysql_errno(my), sql, mysql_error(my));
	}
	MYSQL_RES *found = mysql_store_result(my);
	enum err e = OK;
	for (MYSQL_ROW row; !e && found && (row = mysql_fetch_row(found));)
		e = print_fits(v, n, row, &use);
	other_keys = e != OK;
	mysql_free_result(found);
	if (!e)
		secret_use(&use);
	return e;
}

/* A key that nobody noted yet is a new one; one that is in use has to be here, and the same. Files
 * that were exchanged meanwhile are read once more: no process ends for it. */
enum err db_keys_fit(MYSQL *my, bool by_command)
{
	command = by_command;
	other_keys = false;
	if (!secret_is_open())
		return OK;
	enum err e = prints_fit(my);
	if (!other_keys && (e || !newer))
		return e;
	err_clear();
	e = secret_open_again();
	return e ? ERR(ERR_DB_AWAY, "%s", err_text()) : prints_fit(my);
}
