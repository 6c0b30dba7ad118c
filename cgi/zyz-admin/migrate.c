/* migrate.c - applies sql/NNNN_*.sql in order, each once, then the code lists of
 * sql/seed, and gives the programs their rights on what is new. */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "admin.h"
#include "config.h"

static bool migrated;

static struct stmt table_q = SQL(
	"SELECT COUNT(*)"
	"  FROM information_schema.tables"
	" WHERE table_schema = DATABASE()"
	"   AND table_name = 'schema_version'");
/* The first table that a migration makes is schema_version, the last that restore brings back. */
static struct stmt half_q = SQL(
	"SELECT COUNT(*)"
	"  FROM information_schema.tables"
	" WHERE table_schema = DATABASE()"
	"   AND table_name <> 'admin_lock'"
	"HAVING SUM(table_name = 'schema_version') = 0");
static struct stmt version_q = SQL(
	"SELECT name"
	"  FROM schema_version"
	" WHERE version = ?");
static struct stmt note_q = SQL(
	"INSERT INTO schema_version (version, name, applied_at)"
	" VALUES (?, ?, NOW())"
	"    ON DUPLICATE KEY UPDATE name = VALUES(name)");

static int is_sql(const struct dirent *d)
{
	size_t n = strlen(d->d_name);
	return n > 4 && strcmp(d->d_name + n - 4, ".sql") == 0;
}

static enum err each_file(const char *folder, struct arena *a,
			  enum err (*fn)(struct arena *a, const char *dir, const char *name))
{
	struct dirent **files;
	const char *dir = arena_fmt(a, "%s%s", cfg.sql_dir, folder);
	int n = scandir(dir, &files, is_sql, alphasort);
	if (n < 0)
		return ERR(ERR_INTERNAL, "%s: %s", dir, strerror(errno));
	enum err e = OK;
	for (int i = 0; i < n; i++) {
		if (!e)
			e = fn(a, dir, files[i]->d_name);
		free(files[i]);
	}
	free(files);
	return e;
}

static enum err run_file(struct arena *a, const char *dir, const char *name)
{
	return admin_script(a, arena_fmt(a, "%s/%s", dir, name));
}

enum err admin_folder(struct arena *a, const char *folder)
{
	return each_file(arena_fmt(a, "/%s", folder), a, run_file);
}

/* What was applied stands under its number; NULL: not yet. */
static enum err migration_applied(int64_t version, const char **name)
{
	int64_t there;
	*name = NULL;
	enum err e = db_int(&table_q, NO_ARGS, &there);
	if (!e && there)
		e = db_text(&version_q, ARGS(A_(version)), name);
	return e == ERR_NOT_FOUND ? OK : e;
}

/* Each number once, also one that came late and lies below others. */
static enum err migration_apply(struct arena *a, const char *dir, const char *name)
{
	const char *was, *word = arena_dup(a, name, strlen(name) - 4);
	int64_t version = strtol(name, NULL, 10);
	enum err e = migration_applied(version, &was);
	if (!e && version < 1)
		e = ERR(ERR_INTERNAL, "%s: a migration begins with its number", name);
	if (!e && was && strcmp(was, word) != 0)
		e = ERR(ERR_INTERNAL, "%s: number %lld is taken by %s here", name,
			(long long)version, was);
	if (e || was)
		return e;
	printf("migration %s\n", name);
	migrated = true;
	e = run_file(a, dir, name);
	return e ? e : db_exec(&note_q, ARGS(A_(version), A_(word)), NULL);
}

static enum err whole_or_empty(void)
{
	int64_t n;
	enum err e = db_int(&half_q, NO_ARGS, &n);
	if (e == ERR_NOT_FOUND) {
		err_clear();
		return OK;
	}
	return e || !n ? e
		       : ERR(ERR_CHECK,
			     "the schema %s has tables and no schema_version: a restore was cut "
			     "off; "
			     "drop it, make it anew and restore again",
			     cfg.db_name);
}

enum err admin_counts(struct arena *a, char **args)
{
	(void)args;
	enum err e = db_patience(MIGRATION_SECONDS, a);
	return e ? e : admin_folder(a, "counts");
}

enum err admin_migrate(struct arena *a, char **args)
{
	(void)args;
	enum err e = db_patience(MIGRATION_SECONDS, a);
	if (!e)
		e = admin_alone(a);
	if (!e)
		e = whole_or_empty();
	if (!e)
		e = each_file("", a, migration_apply);
	if (!e && migrated)
		e = admin_folder(a, "counts");
	if (!e)
		e = admin_folder(a, "seed");
	if (!e)
		e = admin_regions_shipped(a);
	if (!e)
		e = admin_keys_noted(a);
	if (!e)
		e = admin_grant_again(a);
	return e;
}
