/* backup.c - one moment of the database, the documents, and what tells whether they are whole. */
#include "backup.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "admin.h"
#include "clock.h"
#include "config.h"
#include "secret.h"

static struct stmt schema_q = SQL(
	"SELECT CONCAT(COUNT(*), ' ', COALESCE(MAX(version), 0))"
	"  FROM schema_version");

static struct stmt binlog_q = SQL(
	"SELECT @@log_bin");

struct backup {
	struct arena *a;
	const char *dir, *schema; /* schema: its version, "files last" */
	struct buf list;
};

/* Where the binary log stood at that moment: mariadb-dump notes it as a comment near the top. */
static enum err backup_place(struct backup *b, const char *dump)
{
	char text[16384], file[256];
	long long at;
	FILE *f = fopen(dump, "re");
	size_t n = f ? fread(text, 1, sizeof(text) - 1, f) : 0;
	text[n] = '\0';
	if (f)
		(void)fclose(f);
	const char *place = strstr(text, "MASTER_LOG_FILE='");
	if (!place ||
	    sscanf(place, "MASTER_LOG_FILE='%255[^']', MASTER_LOG_POS=%lld", file, &at) != 2)
		return ERR(ERR_INTERNAL, "%s does not say where the binary log stood", dump);
	buf_fmt(&b->list, BACKUP_BINLOG "%s %lld\n", file, at);
	return OK;
}

static enum err backup_listed(struct backup *b, const char *name)
{
	const char *hex;
	enum err e = backup_sum(b->a, arena_fmt(b->a, "%s/%s", b->dir, name), &hex);
	if (!e)
		buf_fmt(&b->list, "%s  %s\n", hex, name);
	return e;
}

static enum err backup_dump(struct backup *b)
{
	int64_t binlog;
	enum err e = db_int(&binlog_q, NO_ARGS, &binlog);
	if (e)
		return e;
	/* Not the lock of whoever brings it back; nor what is to come back last. */
	const char *const more[] = { "--single-transaction",
				     "--quick",
				     "--hex-blob",
				     "--routines",
				     arena_fmt(b->a, "--ignore-table=%s.admin_lock", cfg.db_name),
				     arena_fmt(b->a, "--ignore-table=%s.schema_version",
					       cfg.db_name),
				     binlog ? "--master-data=2" : "--quick",
				     cfg.db_name,
				     NULL };
	const char *to = arena_fmt(b->a, "%s/" BACKUP_DUMP, b->dir);
	e = backup_run(b->a, "mariadb-dump", more, "/dev/null", to);
	if (!e && binlog)
		e = backup_place(b, to);
	return e ? e : backup_listed(b, BACKUP_DUMP);
}

/* Unlike the rest it is no moment's: it has to say what it said before. */
static enum err backup_version(struct backup *b)
{
	const char *const more[] = { cfg.db_name, "schema_version", NULL };
	const char *now;
	enum err e = backup_run(b->a, "mariadb-dump", more, "/dev/null",
				arena_fmt(b->a, "%s/" BACKUP_VERSION, b->dir));
	if (!e)
		e = db_text(&schema_q, NO_ARGS, &now);
	if (!e && !str_eq(now, b->schema))
		e = ERR(ERR_CHECK, "the schema was migrated meanwhile: make another backup");
	return e ? e : backup_listed(b, BACKUP_VERSION);
}

/* Documents never change once they are there: the dump was first, so that all that it names are. */
static enum err backup_documents(struct backup *b)
{
	struct names names;
	const char *from = config_documents(), *to = arena_fmt(b->a, "%s/" BACKUP_DOCS, b->dir);
	enum err e = config_store_there() ? backup_names(b->a, from, &names)
					  : ERR(ERR_CHECK, "%s is not the store", from);
	if (!e && mkdir(to, 0700) != 0)
		e = ERR(ERR_INTERNAL, "%s: %s", to, strerror(errno));
	for (size_t i = 0; !e && i < names.n; i++) {
		if (str_eq(names.v[i], "zyz-store"))
			continue;
		e = backup_copy(b->a, arena_fmt(b->a, "%s/%s", from, names.v[i]),
				arena_fmt(b->a, "%s/%s", to, names.v[i]));
		if (!e)
			e = backup_listed(b, arena_fmt(b->a, BACKUP_DOCS "/%s", names.v[i]));
	}
	return e;
}

static enum err backup_head(struct backup *b)
{
	struct secret_print v[SECRET_PRINTS];
	enum err e = db_text(&schema_q, NO_ARGS, &b->schema);
	if (e)
		return e;
	buf_fmt(&b->list, BACKUP_HEAD "\n# at %s\n# schema %s\n", clock_time(b->a, clock_now()),
		b->schema);
	size_t n = secret_prints(v);
	for (size_t i = 0; i < n; i++)
		buf_fmt(&b->list, "# key %s %s\n", v[i].name, hex_encode(b->a, BYTES(v[i].hash)));
	return OK;
}

/* Last of all, and whole or not at all. */
static enum err backup_list(const struct backup *b)
{
	const char *to = arena_fmt(b->a, "%s/" BACKUP_LIST, b->dir),
		   *half = arena_fmt(b->a, "%s.half", to);
	FILE *f = fopen(half, "we");
	bool done = f && fwrite(b->list.p, 1, b->list.n, f) == b->list.n && !fflush(f) &&
		    !fsync(fileno(f));
	int why = errno;
	if (f && fclose(f))
		done = false;
	if (done && rename(half, to) == 0)
		return OK;
	(void)unlink(half);
	return ERR(ERR_INTERNAL, "%s: %s", to, strerror(done ? errno : why));
}

enum err admin_backup(struct arena *a, char **args)
{
	struct backup b = { .a = a, .dir = args[0], .list = { .arena = a } };
	struct names there;
	if (mkdir(b.dir, 0700) != 0 && errno != EEXIST)
		return ERR(ERR_INTERNAL, "%s: %s", b.dir, strerror(errno));
	enum err e = backup_names(a, b.dir, &there);
	if (!e && there.n)
		e = ERR(ERR_CHECK, "%s is not empty: a backup has a folder of its own", b.dir);
	if (!e)
		e = backup_head(&b);
	if (!e)
		e = backup_dump(&b);
	if (!e)
		e = backup_version(&b);
	if (!e)
		e = backup_documents(&b);
	if (!e)
		e = backup_list(&b);
	if (!e)
		printf("%s is whole; the keys are not in it\n", b.dir);
	return e;
}
