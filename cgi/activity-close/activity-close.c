/*
 * activity-close.c - the loop that watches the calendar: activities begin and end, notices run
 * out, what has stood its time takes effect. It decides nothing that a reviewer's press could not
 * do as well; the rules are record.h's.
 */
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "clock.h"
#include "config.h"
#include "log.h"
#include "page.h"
#include "record.h"
#include "secret.h"

enum { PAUSE_SECONDS = 60, MANY = 200 };

static volatile sig_atomic_t stopping;

static struct stmt beat_q = SQL(
	"INSERT INTO beat (program, host, seen_at, note)"
	" VALUES ('activity-close', ?, NOW(3), ?)"
	"    ON DUPLICATE KEY UPDATE seen_at = NOW(3), note = VALUES(note)");

static void stop(int sig)
{
	(void)sig;
	stopping = 1;
}

static enum err round_once(struct arena *a, int64_t *done)
{
	struct actor by = actor_system(a);
	int64_t activities[MANY];
	size_t n;
	enum err e = db_ready(a);
	if (!e)
		e = activity_tick_all(&by);
	if (!e)
		e = record_due(&by, activities, MANY, &n);
	*done = 0;
	for (size_t i = 0; !e && i < n; i++) {
		int64_t records;
		bool archived;
		e = record_close(&by, activities[i], &records, &archived);
		*done += records;
		/* A reviewer was faster, or a record waits for a second look: the others go on. */
		if (e == ERR_STALE)
			e = OK;
	}
	return e;
}

static enum err beat(struct arena *a, int64_t done)
{
	char host[64] = "";
	(void)gethostname(host, sizeof(host) - 1);
	return db_exec(&beat_q,
		       ARGS(A_((const char *)host),
			    A_(arena_fmt(a, "%lld records took effect", (long long)done))),
		       NULL);
}

int main(void)
{
	struct sigaction sa = { .sa_handler = stop };
	struct rlimit no_core = { 0, 0 };
	struct timespec pause = { PAUSE_SECONDS, 0 };
	sigset_t none, stops;
	config_load();
	log_name("activity-close");
	(void)setrlimit(RLIMIT_CORE, &no_core);
	(void)sigaction(SIGTERM, &sa, NULL);
	(void)sigaction(SIGINT, &sa, NULL);
	/* Heard only during the pause: a round is finished first, and no signal falls between
	 * test and pause. */
	(void)sigemptyset(&none);
	(void)sigemptyset(&stops);
	(void)sigaddset(&stops, SIGTERM);
	(void)sigaddset(&stops, SIGINT);
	(void)sigprocmask(SIG_BLOCK, &stops, NULL);
	if (secret_open()) {
		log_error("start: %s", err_text());
		return 1;
	}
	struct arena *a = arena_new();
	while (!stopping) {
		int64_t done;
		err_clear();
		enum err e = round_once(a, &done);
		if (!e)
			e = beat(a, done);
		db_rollback_if_left();
		if (e)
			log_error("%s: %s", err_name(e), err_text());
		else if (done)
			log_info("%lld records took effect", (long long)done);
		arena_reset(a);
		(void)ppoll(NULL, 0, &pause, &none);
	}
	db_close();
	arena_free(a);
	return 0;
}
