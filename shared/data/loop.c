/* loop.c - one turn after the other. */
#include "loop.h"

#include <poll.h>
#include <signal.h>
#include <sys/epoll.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

#include "aside.h"
#include "clock.h"
#include "config.h"
#include "log.h"
#include "loop_clock.h"
#include "program.h"
#include "sandbox.h"
#include "secret.h"
#include "wake.h"

enum { BEAT_MS = 10000, FAILED_MS = 1000, NOTE_BYTES = 200, GAP_MS = 500 };

/* What ends a rest: descriptors of the signals, of the ear (wake.h), of both. */
struct waking {
	int signals, ear, any;
};

static struct stmt beat_q = SQL(
	"INSERT INTO beat (program, host, seen_at, note)"
	" VALUES (?, ?, NOW(3), ?)"
	"    ON DUPLICATE KEY UPDATE seen_at = NOW(3), note = VALUES(note)");

/*
 * The signals stay blocked and so wait until somebody asks for them: none can fall between a test
 * and a rest. The descriptor says that one is waiting; -1: there is none to be had.
 */
static int loop_signals(void)
{
	sigset_t ours;
	struct sigaction ignore = { .sa_handler = SIG_IGN };
	(void)sigemptyset(&ours);
	(void)sigaddset(&ours, SIGTERM);
	(void)sigaddset(&ours, SIGINT);
	(void)sigaddset(&ours, SIGUSR1);
	(void)sigprocmask(SIG_BLOCK, &ours, NULL);
	(void)sigaction(SIGPIPE, &ignore, NULL);
	return signalfd(-1, &ours, SFD_CLOEXEC | SFD_NONBLOCK);
}

bool loop_stopping(void)
{
	sigset_t waiting;
	return sigpending(&waiting) == 0 &&
	       (sigismember(&waiting, SIGTERM) == 1 || sigismember(&waiting, SIGINT) == 1);
}

static bool loop_wakings(const struct loop *l, struct waking *w)
{
	*w = (struct waking){ loop_signals(), l->deaf ? -1 : wake_listen(l->name),
			      epoll_create1(EPOLL_CLOEXEC) };
	bool there = w->signals >= 0 && w->any >= 0;
	const int all[] = { w->signals, w->ear };
	for (size_t i = 0; there && i < sizeof(all) / sizeof(all[0]); i++)
		if (all[i] >= 0)
			there = !epoll_ctl(w->any, EPOLL_CTL_ADD, all[i],
					   &(struct epoll_event){ .events = EPOLLIN });
	return there;
}

static void loop_sleep(const struct loop *l, int64_t ms, int wake)
{
	struct pollfd p = { wake, POLLIN, 0 };
	if (l->rest)
		l->rest(ms, wake);
	else
		(void)poll(&p, 1, (int)ms);
}

/* Whether somebody ended it by USR1. However often it is woken, turns are a moment apart, so that
 * one finds what many have left. */
static bool loop_rest(const struct loop *l, int64_t ms, const struct waking *w)
{
	struct timespec at_once = { 0, 0 };
	sigset_t wakes;
	int64_t began = clock_mono_ms(), gap = ms < GAP_MS ? ms : GAP_MS;
	loop_sleep(l, gap, w->signals);
	if (clock_mono_ms() - began >= gap && ms > gap)
		loop_sleep(l, ms - gap, w->any);
	(void)wake_heard(w->ear);
	/* Whoever woke us is heard now; those that tell us to stop go on waiting. */
	(void)sigemptyset(&wakes);
	(void)sigaddset(&wakes, SIGUSR1);
	return sigtimedwait(&wakes, NULL, &at_once) == SIGUSR1;
}

void loop_host(char host[HOST_BYTES])
{
	host[0] = '\0';
	(void)gethostname(host, HOST_BYTES - 1);
	host[HOST_BYTES - 1] = '\0';
}

static enum err loop_beat(const char *name, const struct turn *t, bool woken)
{
	static int64_t next;
	char host[HOST_BYTES];
	if (!woken && clock_mono_ms() < next)
		return OK;
	next = clock_mono_ms() + BEAT_MS;
	loop_host(host);
	const char *note = utf8_cut(t->by.arena, t->note, NOTE_BYTES);
	return db_exec(&beat_q, ARGS(A_(name), A_((const char *)host), A_(note)), NULL);
}

static enum err loop_turn(const struct loop *l, struct turn *t, bool woken)
{
	err_clear();
	aside_begin();
	enum err e = db_ready(t->by.arena);
	if (!e)
		e = loop_clock(l, t);
	if (!e)
		e = l->turn(t);
	db_rollback_if_left();
	if (!e)
		e = loop_beat(l->name, t, woken);
	if (e)
		log_error("%s", *err_text() ? err_text() : err_name(e));
	err_clear();
	return e;
}

/* Until the next turn. */
static int64_t loop_pause(const struct turn *t, enum err e, bool hears)
{
	if (e)
		return t->failed_ms;
	return t->quiet && hears && t->rest_ms < cfg.loop_idle_ms ? cfg.loop_idle_ms : t->rest_ms;
}

/* As often as it gives a sign of life. */
static bool shut_out(void)
{
	static int64_t next;
	if (clock_mono_ms() < next)
		return false;
	next = clock_mono_ms() + BEAT_MS;
	return sandbox_shut_out();
}

int loop_run(const struct loop *l)
{
	struct waking w;
	program_start(l->name);
	bool there = loop_wakings(l, &w);
	sandbox_enter(l->name, l->calls ? l->calls : "");
	if (!there || secret_open_as(l->name)) {
		log_error("start: %s", !there ? "no descriptor for signals" : err_text());
		return 2;
	}
	struct arena *a = arena_new();
	log_info("started");
	for (bool over = false, woken = false; !over && !loop_stopping(); arena_reset(a)) {
		struct turn t = { .by = actor_system(a),
				  .note = "",
				  .rest_ms = l->pause_ms,
				  .failed_ms = FAILED_MS };
		enum err e = loop_turn(l, &t, woken);
		program_alive();
		over = t.over || shut_out();
		if (!over && !loop_stopping())
			woken = loop_rest(l, loop_pause(&t, e, w.ear >= 0), &w);
	}
	if (l->end)
		l->end();
	else
		log_info("stopped");
	db_close();
	arena_free(a);
	wake_close(w.ear, l->name);
	(void)close(w.any);
	(void)close(w.signals);
	return 0;
}
