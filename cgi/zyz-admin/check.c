/* check.c - whether an installation stands as it should: one line each, and the exit status. */
#include <stdio.h>
#include <string.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "admin.h"
#include "clock.h"
#include "config.h"
#include "secret.h"
#include "secret_hand.h"

enum { CLOCK_SECONDS = 60, FREE_PERCENT = 5, BEIJING_MINUTES = 480 };

static struct stmt files_q = SQL(
	"SELECT COUNT(*)"
	"  FROM schema_version");
static struct stmt last_q = SQL(
	"SELECT COALESCE(MAX(version), 0)"
	"  FROM schema_version");
static struct stmt noted_q = SQL(
	"SELECT COUNT(*)"
	"  FROM key_print");
static struct stmt moving_q = SQL(
	"SELECT COUNT(*)"
	"  FROM key_print"
	" WHERE phase IN ('added', 'moving')");
static struct stmt accounts_q = SQL(
	"SELECT COUNT(DISTINCT grantee)"
	"  FROM information_schema.schema_privileges"
	" WHERE table_schema = DATABASE()"
	"   AND grantee LIKE '''zyz\\_%'");
static struct stmt zone_q = SQL(
	"SELECT TIMESTAMPDIFF(MINUTE, UTC_TIMESTAMP(), NOW())");
static struct stmt strict_q = SQL(
	"SELECT FIND_IN_SET('STRICT_ALL_TABLES', @@sql_mode) > 0");
static struct stmt clock_q = SQL(
	"SELECT UNIX_TIMESTAMP()");
static struct stmt flush_q = SQL(
	"SELECT @@innodb_flush_log_at_trx_commit");

static enum err check_database(struct arena *a, const char **said)
{
	int64_t flush = 0;
	enum err e = db_ready(a);
	if (!e)
		e = db_int(&flush_q, NO_ARGS, &flush);
	if (!e && flush != 1)
		e = ERR(ERR_CHECK, "innodb_flush_log_at_trx_commit is %lld: a crash loses rows",
			(long long)flush);
	*said = cfg.db_name;
	return e;
}

static enum err check_schema(struct arena *a, const char **said)
{
	int64_t files = 0, last = 0;
	enum err e = db_int(&files_q, NO_ARGS, &files);
	if (!e)
		e = db_int(&last_q, NO_ARGS, &last);
	*said = arena_fmt(a, "%lld migrations, the last is %lld", (long long)files,
			  (long long)last);
	if (!e && (files != db_schema_files() || last != db_schema_last()))
		e = ERR(ERR_CHECK, "%s; these programs were built for %d and %d: zyz-admin migrate",
			*said, db_schema_files(), db_schema_last());
	return e;
}

/* They are compared whenever a connection is opened with keys at hand. */
static enum err check_keys(struct arena *a, const char **said)
{
	int64_t noted = 0, moving = 0;
	enum err e = secret_open();
	db_close();
	if (!e)
		e = db_ready(a);
	if (!e)
		e = db_int(&noted_q, NO_ARGS, &noted);
	if (!e)
		e = db_int(&moving_q, NO_ARGS, &moving);
	if (!e && !noted)
		e = ERR(ERR_CHECK, "the database knows none: zyz-admin migrate");
	*said = moving ? "those of this database; an exchange is under way (zyz-admin keys)"
		       : "those of this database";
	return e;
}

/* Of all that are wrong, one fault each. */
static enum err check_programs(struct arena *a, const char **said)
{
	size_t n;
	const struct secret_holder *h = secret_holders(&n);
	struct buf b = { .arena = a };
	enum err e = OK;
	for (size_t i = 0; !e && i < n; i++) {
		const char *fault;
		e = secret_hand_look(a, &h[i], &fault);
		if (!e && fault)
			buf_fmt(&b, "%s: %s; ", h[i].program, fault);
	}
	*said = "each has its own secrets and no other's";
	return e || !b.n ? e : ERR(ERR_CHECK, "%szyz-admin hand-out", b.p);
}

static enum err check_rights(struct arena *a, const char **said)
{
	int64_t n = 0;
	enum err e = db_int(&accounts_q, NO_ARGS, &n);
	*said = arena_fmt(a, "%lld accounts of programs", (long long)n);
	return e || n ? e : ERR(ERR_CHECK, "no program has an account: zyz-admin grant");
}

static enum err check_zone(struct arena *a, const char **said)
{
	int64_t minutes = 0;
	enum err e = db_int(&zone_q, NO_ARGS, &minutes);
	(void)a;
	*said = "Beijing";
	if (!e && minutes != BEIJING_MINUTES)
		e = ERR(ERR_CHECK, "%lld minutes from UTC", (long long)minutes);
	return e;
}

static enum err check_mode(struct arena *a, const char **said)
{
	int64_t strict = 0;
	enum err e = db_int(&strict_q, NO_ARGS, &strict);
	(void)a;
	*said = "strict";
	return e || strict ? e : ERR(ERR_CHECK, "sql_mode is not strict");
}

static enum err check_clock(struct arena *a, const char **said)
{
	int64_t theirs = 0;
	enum err e = db_int(&clock_q, NO_ARGS, &theirs);
	int64_t apart = e ? 0 : clock_now() - theirs;
	*said = arena_fmt(a, "%lld s apart from the database's", (long long)apart);
	if (!e && (apart > CLOCK_SECONDS || apart < -CLOCK_SECONDS))
		e = ERR(ERR_CHECK, "%s: loops do nothing", *said);
	return e;
}

static enum err check_disk(struct arena *a, const char **said)
{
	struct statvfs v;
	if (statvfs(cfg.var_dir, &v) != 0 || !v.f_blocks)
		return ERR(ERR_CHECK, "%s cannot be looked at", cfg.var_dir);
	int free_part = (int)(100 * v.f_bavail / v.f_blocks);
	*said = arena_fmt(a, "%d %% free at %s", free_part, cfg.var_dir);
	return free_part < FREE_PERCENT ? ERR(ERR_CHECK, "%s", *said) : OK;
}

/* Without them the system's serve, and some characters of names may be missing. */
static enum err check_fonts(struct arena *a, const char **said)
{
	const char *path = arena_fmt(a, "%s/fonts.conf", cfg.font_dir);
	*said = cfg.font_dir;
	return access(path, R_OK) == 0 ? OK : ERR(ERR_CHECK, "%s cannot be read", path);
}

/* A name that is no setting, a slip of the pen or somebody else's, is passed over and named. */
static enum err check_environment(struct arena *a, const char **said)
{
	extern char **environ;
	struct buf odd = { .arena = a };
	for (char **v = environ; *v; v++)
		if (strncmp(*v, "ZYZ_", 4) == 0 && strncmp(*v, "ZYZ_CONF=", 9) != 0 &&
		    !config_known(arena_dup(a, *v + 4, strcspn(*v + 4, "="))))
			buf_fmt(&odd, " %.*s", (int)strcspn(*v, "="), *v);
	*said = odd.n ? arena_fmt(a, "no settings, and passed over:%s", odd.p)
		      : "nothing but settings";
	return OK;
}

static const struct {
	const char *name;
	enum err (*look)(struct arena *a, const char **said);
} looks[] = {
	{ "environment", check_environment },
	{ "database", check_database },
	{ "schema", check_schema },
	{ "keys", check_keys },
	{ "programs", check_programs },
	{ "rights", check_rights },
	{ "time zone", check_zone },
	{ "sql_mode", check_mode },
	{ "clock", check_clock },
	{ "disk", check_disk },
	{ "fonts", check_fonts },
};

enum err admin_check(struct arena *a, char **args)
{
	int bad = 0;
	(void)args;
	for (size_t i = 0; i < sizeof(looks) / sizeof(looks[0]); i++) {
		const char *said = "";
		enum err e = looks[i].look(a, &said);
		printf("%-5s %-12s %s\n", e ? "BAD" : "ok", looks[i].name,
		       !e            ? said
		       : *err_text() ? err_text()
				     : err_name(e));
		bad += e != OK;
		err_clear();
	}
	return bad ? ERR(ERR_CHECK, "%d of these are not as they should be", bad) : OK;
}
