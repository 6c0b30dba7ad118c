/*
 * grant.c - what the account of the programs may do. It reads and writes rows; to tables whose
 * comment says insert-only it may only add: whoever gets hold of a program cannot rewrite the
 * past. MariaDB has no right on a schema that leaves a table out, so rights are given by table.
 */
#include <string.h>

#include "admin.h"

enum { NAME_BYTES = 64 };

#define OF_ACCOUNT "grantee = CONCAT('''', ?, '''@''localhost''')"

/* MariaDB would make an account that is not there, and one without a password. */
static struct stmt there_q = SQL(
	"SELECT COUNT(*)"
	"  FROM information_schema.user_privileges"
	" WHERE " OF_ACCOUNT);
/* schema, table, may only be added to, holds too much from before */
static struct stmt tables_q = SQL(
	"SELECT t.table_schema, t.table_name, t.table_comment LIKE '%insert-only%',"
	"       t.table_comment LIKE '%insert-only%' AND EXISTS (SELECT 1"
	"       FROM information_schema.table_privileges p WHERE p.table_schema = t.table_schema"
	"       AND p.table_name = t.table_name AND p.privilege_type IN ('UPDATE', 'DELETE')"
	"       AND p." OF_ACCOUNT ")"
	"  FROM information_schema.tables t"
	" WHERE t.table_schema = DATABASE()"
	"   AND t.table_type = 'BASE TABLE'"
	" ORDER BY t.table_name");
/* Rights on the whole schema, as they once were given, reach over those on its tables. */
static struct stmt whole_q = SQL(
	"SELECT DISTINCT table_schema"
	"  FROM information_schema.schema_privileges"
	" WHERE table_schema = DATABASE()"
	"   AND " OF_ACCOUNT);
static struct stmt accounts_q = SQL(
	"SELECT DISTINCT SUBSTRING_INDEX(SUBSTRING(grantee, 2), '''', 1)"
	"  FROM information_schema.table_privileges"
	" WHERE table_schema = DATABASE()"
	"   AND table_name = 'schema_version'"
	"   AND grantee LIKE '''%''@''localhost'''");

struct granting {
	struct buf sql;
	const char *account;
};

/* What may stand between back quotes. */
static bool plain(const char *name)
{
	static const char
		letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
	size_t n = strspn(name, letters);
	return n && n <= NAME_BYTES && !name[n];
}

static enum err whole(void *ctx, const struct row *r)
{
	struct granting *g = ctx;
	const char *schema = r->cells[0].text;
	if (!plain(schema))
		return ERR(ERR_BAD_REQUEST, "odd name of a schema: %s", schema);
	buf_fmt(&g->sql, "REVOKE ALL PRIVILEGES ON `%s`.* FROM `%s`@localhost;", schema,
		g->account);
	return OK;
}

static enum err table(void *ctx, const struct row *r)
{
	struct granting *g = ctx;
	const char *schema = r->cells[0].text, *name = r->cells[1].text;
	if (!plain(schema) || !plain(name))
		return ERR(ERR_BAD_REQUEST, "odd name of a table: %s.%s", schema, name);
	if (r->cells[3].i)
		buf_fmt(&g->sql, "REVOKE UPDATE, DELETE ON `%s`.`%s` FROM `%s`@localhost;", schema,
			name, g->account);
	buf_fmt(&g->sql, "GRANT SELECT, INSERT%s ON `%s`.`%s` TO `%s`@localhost;",
		r->cells[2].i ? "" : ", UPDATE, DELETE", schema, name, g->account);
	return OK;
}

static enum err grant(struct arena *a, const char *account)
{
	struct granting g = { { .arena = a }, account };
	int64_t there;
	if (!plain(account))
		return ERR(ERR_BAD_REQUEST, "odd name of an account: %s", account);
	enum err e = db_int(&there_q, ARGS(A_(account)), &there);
	if (!e && !there)
		e = ERR(ERR_NOT_FOUND, "MariaDB has no account %s@localhost", account);
	/* First the narrow rights, then the wide ones go: a running program misses nothing. */
	if (!e)
		e = db_each(&tables_q, ARGS(A_(account)), table, &g);
	if (!e)
		e = db_each(&whole_q, ARGS(A_(account)), whole, &g);
	return e ? e : db_script(g.sql.p, g.sql.n);
}

enum err admin_grant(struct arena *a, char **args)
{
	return grant(a, args[0]);
}

struct accounts {
	struct arena *a;
	const char *name[16];
	size_t n;
};

static enum err account(void *ctx, const struct row *r)
{
	struct accounts *list = ctx;
	if (list->n < sizeof(list->name) / sizeof(list->name[0]))
		list->name[list->n++] = arena_str(list->a, r->cells[0].text);
	return OK;
}

enum err admin_grant_again(struct arena *a)
{
	struct accounts list = { .a = a };
	enum err e = db_each(&accounts_q, NO_ARGS, account, &list);
	for (size_t i = 0; !e && i < list.n; i++)
		e = grant(a, list.name[i]);
	return e;
}
