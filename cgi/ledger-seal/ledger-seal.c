/*
 * ledger-seal.c - the loop that seals the ledger: events get their places, leaves and chain, and
 * the whole is signed at most once a minute. It has nothing to lose: what it knows stands in the
 * tables.
 */
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "clock.h"
#include "config.h"
#include "log.h"
#include "seal.h"
#include "secret.h"

enum { BEAT_MS = 10000, AWAY_MS = 1000, BROKEN_MS = 60000 };

static volatile sig_atomic_t stopping;
static sigset_t unblocked;

static struct stmt beat_q = SQL(
	"INSERT INTO beat (program, host, note)"
	" VALUES ('ledger-seal', ?, ?)"
	"    ON DUPLICATE KEY UPDATE seen_at = NOW(3), note = VALUES(note)");

static void stop(int sig)
{
	(void)sig;
	stopping = 1;
}

/* Signals are heard only during the pause: none falls between the test and the pause. */
static void signals(void)
{
	struct sigaction sa = { .sa_handler = stop };
	sigset_t stops;
	(void)sigaction(SIGTERM, &sa, NULL);
	(void)sigaction(SIGINT, &sa, NULL);
	(void)sigemptyset(&stops);
	(void)sigaddset(&stops, SIGTERM);
	(void)sigaddset(&stops, SIGINT);
	(void)sigprocmask(SIG_BLOCK, &stops, &unblocked);
}

static void rest(int64_t ms)
{
	struct timespec t = { (time_t)(ms / 1000), (long)(ms % 1000) * 1000000 };
	(void)ppoll(NULL, 0, &t, &unblocked);
}

static enum err beat(const struct sealer *s)
{
	static int64_t next;
	char host[64] = "";
	if (clock_mono_ms() < next)
		return OK;
	next = clock_mono_ms() + BEAT_MS;
	(void)gethostname(host, sizeof(host) - 1);
	const char *note = arena_fmt(db_arena(), "%lld events sealed, %lld refused",
				     (long long)s->tree.size, (long long)s->refused);
	return db_exec(&beat_q, ARGS(A_((const char *)host), A_(note)), NULL);
}

/* *more: events were still waiting when it ended. */
static enum err turn(struct sealer *s, struct arena *a, bool *more)
{
	int64_t n;
	bool dry = false;
	arena_reset(a);
	enum err e = db_ready(a);
	if (!e)
		e = seal_catch_up(s);
	if (!e)
		e = seal_front(s);
	if (!e)
		e = seal_events(s, &n, &dry);
	/* A head says "this is all there was", so none is signed in the middle of a backlog. */
	if (!e && dry)
		e = seal_head(s);
	if (!e)
		e = beat(s);
	*more = !e && !dry;
	return e;
}

/* How long to wait after this result, in milliseconds. */
static int64_t after(enum err e, struct sealer *s, bool more)
{
	if (e == OK)
		return more ? 0 : cfg.seal_idle_ms;
	if (e == ERR_DUPLICATE || e == ERR_RETRY)
		return cfg.seal_idle_ms; /* another sealer has it */
	log_error("%s", *err_text() ? err_text() : err_name(e));
	if (e != ERR_STALE)
		return AWAY_MS;
	/* No sign of life either: /healthz tells it. Read again from the start, should somebody
	 * have put it right. */
	*s = (struct sealer){ .refused = s->refused };
	return BROKEN_MS;
}

int main(void)
{
	struct rlimit no_core = { 0, 0 };
	static struct sealer s;
	config_load();
	log_name("ledger-seal");
	(void)setrlimit(RLIMIT_CORE, &no_core);
	signals();
	if (secret_open()) {
		log_error("start: %s", err_text());
		return 2;
	}
	struct arena *a = arena_new();
	while (!stopping) {
		bool more = false;
		err_clear();
		enum err e = turn(&s, a, &more);
		db_rollback_if_left();
		rest(after(e, &s, more));
	}
	log_info("stopped, %lld events sealed", (long long)s.sealed);
	db_close();
	arena_free(a);
	return 0;
}
