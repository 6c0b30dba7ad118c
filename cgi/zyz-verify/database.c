/*
 * database.c - a connection to a running station, and its rows, read at one moment: a snapshot is
 * opened first, so what is sealed meanwhile does not disturb.
 */
#include "database.h"

#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int say(struct database *d, const char *what)
{
	fprintf(stderr, "zyz-verify: %s: %s\n", what, mysql_error(d->my));
	return CANNOT;
}

int database_each(struct database *d, const char *sql, fetched_fn *fn, void *ctx)
{
	MYSQL_ROW row;
	bool good = true;
	if (mysql_real_query(d->my, sql, (unsigned long)strlen(sql)))
		return say(d, "query");
	MYSQL_RES *res = mysql_use_result(d->my);
	if (!res)
		return say(d, "result");
	while (good && (row = mysql_fetch_row(res)))
		good = fn(ctx, row, mysql_fetch_lengths(res));
	bool failed = mysql_errno(d->my) != 0;
	mysql_free_result(res);
	if (failed)
		return say(d, "read");
	return good ? WELL : CANNOT;
}

static bool there_row(void *ctx, MYSQL_ROW row, const unsigned long *n)
{
	(void)n;
	*(bool *)ctx = row[0][0] != '0';
	return true;
}

bool database_there(struct database *d, const char *table, const char *column)
{
	char sql[400];
	bool yes = false;
	(void)snprintf(sql, sizeof(sql),
		       "SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = "
		       "DATABASE() AND table_name = '%s' AND column_name LIKE '%s'",
		       table, column);
	return database_each(d, sql, there_row, &yes) == WELL && yes;
}

static bool nothing(void *ctx, MYSQL_ROW row, const unsigned long *n)
{
	(void)ctx, (void)row, (void)n;
	return true;
}

static int begin(struct database *d)
{
	static const char *const setup[] = {
		"SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY",
		"SET SESSION net_write_timeout = 600, time_zone = '+08:00'",
		"START TRANSACTION WITH CONSISTENT SNAPSHOT",
	};
	for (size_t i = 0; i < sizeof(setup) / sizeof(setup[0]); i++)
		if (mysql_real_query(d->my, setup[i], (unsigned long)strlen(setup[i])))
			return say(d, setup[i]);
	return database_each(d, "SELECT 1", nothing, NULL);
}

bool database_open(struct database *d, const char *socket, const char *user, const char *db)
{
	const struct passwd *me = getpwuid(geteuid());
	d->my = mysql_init(NULL);
	if (!d->my)
		exit(CANNOT);
	(void)mysql_optionsv(d->my, MYSQL_SET_CHARSET_NAME, "utf8mb4");
	if (mysql_real_connect(d->my, NULL,
			       user ? user
			       : me ? me->pw_name
				    : NULL,
			       NULL, db, 0, socket, 0))
		return begin(d) == WELL;
	(void)say(d, "connect");
	return false;
}

void database_end(struct database *d)
{
	mysql_close(d->my);
	free(d);
}
