/*
 * database.c - a connection to a running station, and its rows, read at one moment: a snapshot is
 * opened first, so what is sealed meanwhile does not disturb.
 */
#include "database.h"

#include <errno.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PASSWORD = 200 };

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

static bool refused(const char *what, const char *why)
{
	fprintf(stderr, "zyz-verify: %s: %s\n", what, why);
	return false;
}

/* The first line of a file that nobody else may read. */
static bool password_read(const char *path, char *out, int n)
{
	struct stat st;
	FILE *f = fopen(path, "re");
	bool there = f && fstat(fileno(f), &st) == 0;
	bool ours = there && (st.st_mode & 077) == 0;
	bool read = ours && fgets(out, n, f);
	if (f)
		(void)fclose(f);
	if (read)
		out[strcspn(out, "\r\n")] = '\0';
	return read || refused(path, !there  ? strerror(errno)
				     : !ours ? "others may read it; chmod 600"
					     : "empty");
}

/* What goes over a network is encrypted, and the server's certificate names the host. */
static bool tls(MYSQL *my, const struct server *s)
{
	unsigned tcp = MYSQL_PROTOCOL_TCP;
	my_bool yes = 1;
	(void)mysql_optionsv(my, MYSQL_OPT_PROTOCOL, &tcp);
	if (!s->ca)
		return strcmp(s->host, "127.0.0.1") == 0 || strcmp(s->host, "::1") == 0 ||
		       refused(s->host, "another machine: --ca has to name who vouches for it");
	(void)mysql_optionsv(my, MYSQL_OPT_SSL_CA, s->ca);
	(void)mysql_optionsv(my, MYSQL_OPT_SSL_ENFORCE, &yes);
	(void)mysql_optionsv(my, MYSQL_OPT_SSL_VERIFY_SERVER_CERT, &yes);
	(void)mysql_optionsv(my, MARIADB_OPT_TLS_VERSION, "TLSv1.2,TLSv1.3");
	return true;
}

bool database_open(struct database *d, const struct server *s)
{
	char password[PASSWORD] = "";
	const struct passwd *me = getpwuid(geteuid());
	const char *user = s->user ? s->user : me ? me->pw_name : NULL;
	d->my = mysql_init(NULL);
	if (!d->my)
		exit(CANNOT);
	(void)mysql_optionsv(d->my, MYSQL_SET_CHARSET_NAME, "utf8mb4");
	if ((s->host && !tls(d->my, s)) ||
	    (s->password && !password_read(s->password, password, sizeof(password))))
		return false;
	MYSQL *there = mysql_real_connect(d->my, s->host, user, *password ? password : NULL, s->db,
					  s->port ? (unsigned)strtoul(s->port, NULL, 10) : 0,
					  s->host ? NULL : s->socket, 0);
	explicit_bzero(password, sizeof(password));
	if (there)
		return begin(d) == WELL;
	(void)say(d, "connect");
	return false;
}

void database_end(struct database *d)
{
	mysql_close(d->my);
	free(d);
}
