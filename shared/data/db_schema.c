/* db_schema.c - whether the schema is the one that this program was built for: SCHEMA_FILES and
 * SCHEMA_LAST come from the names in sql/ (Makefile). Programs of another schema would fail on one
 * page and write wrong rows on another, so they serve none. */
#include <mysql.h>
#include <stdlib.h>

#include "db_inside.h"

static bool other;

bool db_schema_other(void)
{
	return other;
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
