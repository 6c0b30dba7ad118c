/* restore.c - a backup comes back into an empty schema, after everything about it was checked. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "admin.h"
#include "backup.h"
#include "config.h"
#include "secret.h"

static struct stmt tables_q = SQL(
	"SELECT COUNT(*)"
	"  FROM information_schema.tables"
	" WHERE table_schema = DATABASE()"
	"   AND table_name <> 'admin_lock'");

enum { LIST_MOST = 256 * 1024 * 1024 };

static enum err list_read(struct arena *a, const char *path, char **text)
{
	struct stat st;
	FILE *f = fopen(path, "re");
	if (!f)
		return ERR(ERR_CHECK, "%s: %s: this is no whole backup", path, strerror(errno));
	size_t n = fstat(fileno(f), &st) == 0 && st.st_size < LIST_MOST ? (size_t)st.st_size : 0;
	*text = arena_alloc(a, n + 1);
	bool whole = n && fread(*text, 1, n, f) == n;
	(void)fclose(f);
	(*text)[whole ? n : 0] = '\0';
	return whole && str_starts(*text, BACKUP_HEAD "\n")
		       ? OK
		       : ERR(ERR_CHECK, "%s is no list of a backup", path);
}

/* "# key NAME HASH": the keys that are open have to be those. */
static enum err key_fits(struct arena *a, const char *line)
{
	struct secret_print v[SECRET_PRINTS];
	size_t n = secret_prints(v), len = strcspn(line, " ");
	const struct secret_print *other = NULL;
	for (size_t i = 0; i < n; i++)
		if (strlen(v[i].name) == len && !memcmp(v[i].name, line, len)) {
			other = &v[i];
			if (str_eq(line + len + 1, hex_encode(a, BYTES(v[i].hash))))
				return OK;
		}
	if (other)
		return ERR(ERR_CHECK,
			   "key %s is another one: bring back those of the backup's installation",
			   other->name);
	return ERR(ERR_CHECK, "key %.*s is missing", (int)len, line);
}

/* "# schema FILES LAST": a newer one has columns that these programs do not know. */
static enum err schema_fits(const char *line)
{
	char *rest;
	long files = strtol(line, &rest, 10), last = strtol(rest, NULL, 10);
	if (files <= db_schema_files() && last <= db_schema_last())
		return OK;
	return ERR(ERR_CHECK,
		   "the backup is of a newer version (schema %s): install that one first", line);
}

static enum err line_checked(struct arena *a, const char *dir, const char *line)
{
	const char *hex;
	if (str_starts(line, "# key "))
		return key_fits(a, line + strlen("# key "));
	if (str_starts(line, "# schema "))
		return schema_fits(line + strlen("# schema "));
	if (*line == '#' || !*line)
		return OK;
	if (strlen(line) < 67 || strstr(line + 66, ".."))
		return ERR(ERR_CHECK, "a line of the list is none: %.20s", line);
	enum err e = backup_sum(a, arena_fmt(a, "%s/%s", dir, line + 66), &hex);
	if (!e && strncmp(hex, line, 64) != 0)
		e = ERR(ERR_CHECK, "%s was changed", line + 66);
	return e;
}

static enum err each_line(struct arena *a, const char *dir, char *text,
			  enum err (*fn)(struct arena *a, const char *dir, const char *line))
{
	enum err e = OK;
	for (char *line = text, *end; !e && *line; line = end) {
		size_t n = strcspn(line, "\n");
		end = line + n + (line[n] == '\n');
		e = fn(a, dir, arena_dup(a, line, n));
	}
	return e;
}

/* One that is there with the same bytes stays; one with others is somebody's. */
static enum err document_back(struct arena *a, const char *dir, const char *line)
{
	struct stat st;
	const char *hex, *name = *line && *line != '#' ? line + 66 : "";
	if (!str_starts(name, BACKUP_DOCS "/"))
		return OK;
	const char *to = arena_fmt(a, "%s/%s", config_documents(), name + strlen(BACKUP_DOCS "/"));
	if (stat(to, &st) != 0)
		return backup_copy(a, arena_fmt(a, "%s/%s", dir, name), to);
	enum err e = backup_sum(a, to, &hex);
	return e || !strncmp(hex, line, 64) ? e : ERR(ERR_CHECK, "%s is there and differs", to);
}

static enum err empty_and_mine(struct arena *a)
{
	int64_t n = 0;
	enum err e = admin_alone(a);
	if (!e)
		e = db_int(&tables_q, NO_ARGS, &n);
	if (!e && n)
		e = ERR(ERR_CHECK,
			"the schema %s has tables: a backup comes back into an empty one (were "
			"they left by one that was cut off, drop it and make it anew)",
			cfg.db_name);
	return e;
}

/* DDL is no transaction: what came back before the failure is there. */
static enum err dump_back(struct arena *a, const char *dir, const char *name)
{
	const char *const more[] = { cfg.db_name, NULL };
	enum err e = backup_run(a, "mariadb", more, arena_fmt(a, "%s/%s", dir, name), NULL);
	if (!e)
		return OK;
	const char *why = arena_str(a, err_text());
	err_clear(); /* the first note stays otherwise */
	return ERR(e, "the schema %s is half there: drop it, make it anew and restore again; %s",
		   cfg.db_name, why);
}

/* What was done after the backup is in the server's binary log, if that was saved. */
static void binlog_tell(const char *text)
{
	char file[256];
	long long at;
	const char *line = strstr(text, "\n" BACKUP_BINLOG);
	if (line && sscanf(line + 1, BACKUP_BINLOG "%255s %lld", file, &at) == 2)
		printf("first, where the binary log was kept, what was done since: mariadb-binlog "
		       "--start-position=%lld %s and those after it | mariadb %s\n",
		       at, file, cfg.db_name);
}

enum err admin_restore(struct arena *a, char **args)
{
	char *text = NULL;
	const char *dir = args[0], *docs = config_documents();
	enum err e = config_store_there() ? OK : ERR(ERR_CHECK, "%s is not the store", docs);
	if (!e)
		e = list_read(a, arena_fmt(a, "%s/" BACKUP_LIST, dir), &text);
	if (!e)
		e = each_line(a, dir, text, line_checked);
	if (!e)
		e = db_patience(MIGRATION_SECONDS, a);
	if (!e)
		e = empty_and_mine(a);
	if (!e)
		e = dump_back(a, dir, BACKUP_DUMP);
	if (!e && mkdir(docs, 0700) != 0 && errno != EEXIST)
		e = ERR(ERR_INTERNAL, "%s: %s", docs, strerror(errno));
	if (!e)
		e = each_line(a, dir, text, document_back);
	/* Backups of before have it in the dump. */
	if (!e && strstr(text, "  " BACKUP_VERSION "\n"))
		e = dump_back(a, dir, BACKUP_VERSION);
	if (!e)
		binlog_tell(text);
	if (!e)
		puts("restored; now: zyz-admin migrate, zyz-admin grant, zyz-admin restored, and "
		     "zyz-verify ledger with heads kept elsewhere");
	return e;
}
