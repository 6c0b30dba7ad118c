/*
 * alone.c - commands that change the schema, the whole of it or the keys, one at a time. On a
 * server of its own GET_LOCK says so, and goes with the connection. On Galera it is granted on two
 * nodes at once: there a row is taken too, by certification, and a process beside this one raises
 * its beat. Whoever finds it taken watches the beat by a clock of its own and takes over what stood
 * still: no two clocks are compared.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "admin.h"
#include "clock.h"
#include "config.h"
#include "row.h"
#include "secret.h"

enum { BEAT_SECONDS = 3, STILL_MS = 30000, TRIES = 10 };

/* One that just ended may hold it for a moment. */
static struct stmt lock_q = SQL(
	"SELECT COALESCE(GET_LOCK(CONCAT('zyz-migrate.', DATABASE()), 3), 0)");
static struct stmt table_q = SQL(
	"SELECT COUNT(*)"
	"  FROM information_schema.tables"
	" WHERE table_schema = DATABASE()"
	"   AND table_name = 'admin_lock'");
static struct stmt galera_q = SQL(
	"SELECT COUNT(*)"
	"  FROM information_schema.global_status"
	" WHERE variable_name = 'WSREP_CONNECTED'"
	"   AND variable_value = 'ON'");
#define SEEN_COLS(X, T) X(T, BYTES, holder, "holder") X(T, INT, beat, "beat")
ROW_DEFINE(seen_row, SEEN_COLS);
static struct stmt seen_q = SQL(
	"SELECT " ROW_SELECT(SEEN_COLS)
	"  FROM admin_lock"
	" WHERE id = 1");
static struct stmt take_q = SQL(
	"UPDATE admin_lock"
	"   SET holder = ?, beat = beat + 1"
	" WHERE id = 1"
	"   AND holder <=> ?"
	"   AND beat = ?");
static struct stmt beat_q = SQL(
	"UPDATE admin_lock"
	"   SET beat = beat + 1"
	" WHERE id = 1"
	"   AND holder = ?");
static struct stmt leave_q = SQL(
	"UPDATE admin_lock"
	"   SET holder = NULL, beat = beat + 1"
	" WHERE id = 1"
	"   AND holder = ?");

static uint8_t me[16];
static pid_t beating; /* 0: the row is not ours */

static enum err taken(void)
{
	return ERR(ERR_CHECK, "another zyz-admin works on this database");
}

/* In a process of its own, since a migration may take an hour. The parent's connection is closed
 * here without a word to the server, and goes on there. */
static _Noreturn void beat(pid_t parent)
{
	(void)prctl(PR_SET_PDEATHSIG, SIGKILL);
	(void)close_range(3, ~0U, 0);
	db_close();
	while (getppid() == parent) {
		struct arena *a = arena_new();
		enum err e = db_ready(a);
		if (!e)
			e = db_change(&beat_q, ARGS(A_(BYTES(me))));
		arena_free(a);
		if (e == ERR_STALE) {
			fputs("zyz-admin: another one took over, as this one was cut off\n",
			      stderr);
			(void)kill(parent, SIGTERM);
			_exit(1);
		}
		err_clear();
		(void)sleep(BEAT_SECONDS);
	}
	_exit(0);
}

/* Until it moves, is free, or has stood still for so long that its holder is gone. */
static enum err watch(struct seen_row *seen)
{
	struct seen_row now = *seen;
	int64_t until = clock_mono_ms() + STILL_MS;
	enum err e = OK;
	if (seen->holder.p)
		puts("another zyz-admin has the lock; waiting for a sign of life of it");
	while (!e && now.holder.p && now.beat == seen->beat && clock_mono_ms() < until) {
		(void)sleep(1);
		e = row_one(&seen_q, NO_ARGS, seen_row_cols, &now);
	}
	if (!e && now.holder.p && now.beat != seen->beat)
		return taken();
	*seen = now;
	return e;
}

static enum err row_taken(void)
{
	struct seen_row seen;
	enum err e = ERR_STALE;
	secret_random(me, sizeof(me));
	for (int i = 0; i < TRIES && (e == ERR_STALE || e == ERR_RETRY); i++) {
		err_clear();
		e = row_one(&seen_q, NO_ARGS, seen_row_cols, &seen);
		if (!e)
			e = watch(&seen);
		if (!e)
			e = db_change(&take_q, ARGS(A_(BYTES(me)), A_(seen.holder), A_(seen.beat)));
	}
	if (e)
		return e == ERR_STALE || e == ERR_RETRY ? taken() : e;
	pid_t parent = getpid();
	(void)fflush(NULL);
	beating = fork();
	if (beating < 0)
		return ERR(ERR_INTERNAL, "no process for the lock");
	if (!beating)
		beat(parent);
	return OK;
}

/* Before the first migration it is not there yet; a restore brings back no other. */
static enum err row_there(struct arena *a, bool needed)
{
	const char *path = arena_fmt(a, "%s/0224_admin_lock.sql", cfg.sql_dir);
	int64_t n = 0;
	enum err e = db_int(&table_q, NO_ARGS, &n);
	return e || n || (!needed && access(path, R_OK) != 0) ? e : admin_script(a, path);
}

enum err admin_alone(struct arena *a)
{
	int64_t mine = 0, galera = 0;
	enum err e = db_int(&lock_q, NO_ARGS, &mine);
	if (!e && !mine)
		return taken();
	if (!e && beating > 0)
		return OK; /* the connection is a new one, the row is still ours */
	if (!e)
		e = db_int(&galera_q, NO_ARGS, &galera);
	if (!e)
		e = row_there(a, galera > 0);
	return e || !galera ? e : row_taken();
}

void admin_alone_end(struct arena *a)
{
	if (beating <= 0)
		return;
	(void)kill(beating, SIGKILL);
	(void)waitpid(beating, NULL, 0);
	beating = 0;
	/* What cannot be given back is taken once it stands still. */
	if (!db_ready(a))
		(void)!db_change(&leave_q, ARGS(A_(BYTES(me))));
}
