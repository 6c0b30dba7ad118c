/*
 * grant.c - one account of the database for each program and loop: zyz_NAME may read everything
 * and write what sql/owners.txt says its code can come to write, so that whoever gets hold of one
 * program cannot write what is not its own. To tables whose comment says insert-only it may only
 * add: nobody rewrites the past.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "admin.h"
#include "config.h"
#include "row.h"
#include "secret.h"

enum { NAME_BYTES = 64, PROGRAMS = 40, LINE = 1000, PASSWORD = 80 };
/* Where its program comes from: this machine, known by its system user, or any, by a password. */
#define NEAR "localhost"
#define FAR  "%"

#define GRANTEE "CONCAT('''', ?, '''@''', ?, '''')"

/* What it holds on the whole schema, from now or from an older installation. */
#define WHOLE_COLS(X, T) X(T, TEXT, held, "GROUP_CONCAT(privilege_type)")
ROW_DEFINE(whole_row, WHOLE_COLS);
static struct stmt whole_q = SQL(
	"SELECT " ROW_SELECT(WHOLE_COLS)
	"  FROM information_schema.schema_privileges"
	" WHERE table_schema = DATABASE()"
	"   AND grantee = " GRANTEE);
/* Tables that it should write, and those on which it holds something. */
#define TABLE_COLS(X, T) \
	X(T, TEXT, name, "t.table_name") \
	X(T, TEXT, wanted, \
	  "IF(w.name IS NULL, '', IF(t.table_comment LIKE '%insert-only%', 'INSERT', " \
	  "'INSERT,UPDATE,DELETE'))") \
	X(T, TEXT, held, "COALESCE(h.held, '')")
ROW_DEFINE(table_row, TABLE_COLS);
static struct stmt tables_q = SQL(
	"SELECT " ROW_SELECT(TABLE_COLS)
	"  FROM information_schema.tables t"
	"  LEFT JOIN JSON_TABLE(?, '$[*]' COLUMNS (name VARCHAR(64) PATH '$')) w"
	"       ON w.name = CONVERT(t.table_name USING utf8mb4) COLLATE utf8mb4_bin"
	"  LEFT JOIN (SELECT table_name, GROUP_CONCAT(privilege_type) AS held"
	"       FROM information_schema.table_privileges WHERE table_schema = DATABASE()"
	"       AND grantee = " GRANTEE " GROUP BY table_name) h ON h.table_name = t.table_name"
	" WHERE t.table_schema = DATABASE()"
	"   AND t.table_type = 'BASE TABLE'"
	"   AND (w.name IS NOT NULL OR h.held IS NOT NULL)"
	" ORDER BY t.table_name"
	" LIMIT 1000");
static struct stmt schema_q = SQL(
	"SELECT DATABASE()");

/* A program and, as a JSON list, the tables that it may write. */
struct program {
	const char *name;
	struct buf tables;
};
struct programs {
	struct program v[PROGRAMS];
	size_t n;
};

/* What may stand between back quotes. */
static bool plain(const char *name)
{
	static const char
		letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
	size_t n = strspn(name, letters);
	return n && n <= NAME_BYTES && !name[n];
}

static struct program *program_of(struct programs *list, struct arena *a, const char *name)
{
	for (size_t i = 0; i < list->n; i++)
		if (str_eq(list->v[i].name, name))
			return &list->v[i];
	if (list->n == PROGRAMS)
		return NULL;
	struct program *p = &list->v[list->n++];
	*p = (struct program){ arena_str(a, name), { .arena = a } };
	return p;
}

/* "rights PROGRAM TABLE ..."; all other lines say nothing about accounts. */
static enum err read_line(struct programs *list, struct arena *a, char *line)
{
	char *rest = line;
	const char *word = strsep(&rest, " \t\n");
	struct program *p = NULL;
	if (!str_eq(word, "rights"))
		return OK;
	while ((word = strsep(&rest, " \t\n"))) {
		if (!*word)
			continue;
		if (!plain(word))
			return ERR(ERR_BAD_REQUEST, "owners.txt: odd name %s", word);
		if (p)
			buf_fmt(&p->tables, "%s\"%s\"", p->tables.n ? "," : "[", word);
		else if (!(p = program_of(list, a, word)))
			return ERR(ERR_BAD_REQUEST, "owners.txt: over %d programs", PROGRAMS);
	}
	return OK;
}

static enum err read_programs(struct programs *list, struct arena *a)
{
	const char *path = arena_fmt(a, "%s/owners.txt", cfg.sql_dir);
	char line[LINE];
	FILE *f = fopen(path, "r");
	if (!f)
		return ERR(ERR_INTERNAL, "%s: %s", path, strerror(errno));
	enum err e = OK;
	while (!e && fgets(line, sizeof(line), f))
		e = read_line(list, a, line);
	if (!e && ferror(f))
		e = ERR(ERR_INTERNAL, "%s: cannot be read", path);
	(void)fclose(f);
	for (size_t i = 0; i < list->n; i++)
		buf_str(&list->v[i].tables, list->v[i].tables.n ? "]" : "[]");
	return e;
}

struct granting {
	struct buf give, take;
	const char *schema, *account, *host;
};

/* Words of `list` that are not among those of `others`, with commas. */
static const char *beyond(struct arena *a, const char *list, const char *others)
{
	struct buf b = { .arena = a };
	for (char *rest = arena_str(a, list), *word; (word = strsep(&rest, ","));)
		if (*word && !str_in(word, others))
			buf_fmt(&b, "%s%s", b.n ? ", " : "", word);
	return b.n ? b.p : NULL;
}

/* `on` is `*` or a table between back quotes. */
static void settle(struct granting *g, const char *on, const char *wanted, const char *held)
{
	const char *more = beyond(g->give.arena, wanted, held);
	const char *less = beyond(g->give.arena, held, wanted);
	if (more)
		buf_fmt(&g->give, "GRANT %s ON `%s`.%s TO `%s`@`%s`;", more, g->schema, on,
			g->account, g->host);
	if (less)
		buf_fmt(&g->take, "REVOKE %s ON `%s`.%s FROM `%s`@`%s`;", less, g->schema, on,
			g->account, g->host);
}

static enum err settle_tables(struct granting *g, const char *tables)
{
	struct table_row *t;
	size_t n;
	enum err e = row_all(&tables_q, ARGS(A_(tables), A_(g->account), A_(g->host)),
			     table_row_cols, sizeof(*t), &t, &n);
	for (size_t i = 0; !e && i < n; i++) {
		if (!plain(t[i].name))
			return ERR(ERR_BAD_REQUEST, "odd name of a table: %s", t[i].name);
		settle(g, arena_fmt(g->give.arena, "`%s`", t[i].name), t[i].wanted, t[i].held);
	}
	return e;
}

/* secret_dir/database/NAME, which each host gives to that program alone. */
static enum err make_far(struct granting *g, const char *program)
{
	struct arena *a = g->give.arena;
	const char *dir = arena_fmt(a, "%s/database", cfg.secret_dir),
		   *path = arena_fmt(a, "%s/%s", dir, program);
	char password[PASSWORD];
	if (mkdir(dir, 0700) != 0 && errno != EEXIST)
		return ERR(ERR_INTERNAL, "%s: %s", dir, strerror(errno));
	enum err e = secret_make_password(path);
	if (!e)
		e = secret_line(path, password, sizeof(password));
	if (!e && !plain(password))
		e = ERR(ERR_INTERNAL, "%s is no password of ours", path);
	if (!e)
		buf_fmt(&g->give,
			"CREATE USER IF NOT EXISTS `%s`@`%s`;"
			"ALTER USER `%s`@`%s` IDENTIFIED BY '%s' REQUIRE %s;",
			g->account, g->host, g->account, g->host, password,
			*cfg.db_tls_ca ? "SSL" : "NONE");
	explicit_bzero(password, sizeof(password));
	return e;
}

static enum err make(struct granting *g, const char *program)
{
	if (str_eq(g->host, FAR))
		return make_far(g, program);
	buf_fmt(&g->give, "CREATE USER IF NOT EXISTS `%s`@`" NEAR "` IDENTIFIED VIA unix_socket;",
		g->account);
	return OK;
}

/* First what is new is given, then what is too much goes: a running program misses nothing. */
static enum err grant(struct arena *a, const char *schema, const struct program *p,
		      const char *host, bool makes)
{
	struct whole_row whole;
	struct granting g = { { .arena = a },
			      { .arena = a },
			      schema,
			      arena_fmt(a, "%s%s", DB_ACCOUNT, p->name),
			      host };
	enum err e = makes ? make(&g, p->name) : OK;
	if (!e)
		e = row_one(&whole_q, ARGS(A_(g.account), A_(host)), whole_row_cols, &whole);
	/* One that has nothing here is not of this schema, or not made yet. */
	if (e || (!makes && !str_in("SELECT", str_or(whole.held, ""))))
		return e;
	settle(&g, "*", "SELECT", str_or(whole.held, ""));
	e = settle_tables(&g, p->tables.p);
	if (!e && g.give.n)
		e = db_script(g.give.p, g.give.n);
	return e || !g.take.n ? e : db_script(g.take.p, g.take.n);
}

static enum err grant_all(struct arena *a, const char *host, bool makes)
{
	struct programs list = { .n = 0 };
	const char *schema;
	enum err e = read_programs(&list, a);
	if (!e)
		e = db_text(&schema_q, NO_ARGS, &schema);
	if (!e && !plain(schema))
		e = ERR(ERR_BAD_REQUEST, "odd name of a schema: %s", schema);
	for (size_t i = 0; !e && i < list.n; i++)
		e = grant(a, schema, &list.v[i], host, makes);
	return e;
}

/* By a host, or by a socket behind which one stands: no system user is known there. */
enum err admin_grant(struct arena *a, char **args)
{
	(void)args;
	return grant_all(a, *cfg.db_host || *cfg.db_password_file ? FAR : NEAR, true);
}

enum err admin_grant_again(struct arena *a)
{
	enum err e = grant_all(a, NEAR, false);
	return e ? e : grant_all(a, FAR, false);
}
