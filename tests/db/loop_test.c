/*
 * loop_test.c - loops of a few turns, each in a process of its own: signals let the turn finish,
 * a turn that fails is logged and the next one comes, a good one is a sign of life.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "config.h"
#include "loop.h"

enum { LIMIT_S = 30, MINUTE_MS = 60000 };

static struct stmt one_q = SQL("SELECT 1");
static struct stmt no_beat_q = SQL(
	"DELETE"
	"  FROM beat"
	" WHERE program = 'order-clock'");
static struct stmt beats_q = SQL(
	"SELECT COUNT(*)"
	"  FROM beat"
	" WHERE program = 'order-clock'"
	"   AND note = 'turned'");

/* The loop under test: its process, and what it says on its stderr, log lines included. */
static pid_t child;
static int from_child;
static char said[8000];
static size_t said_n;

static void say(const char *what)
{
	assert_int_equal(write(STDERR_FILENO, what, strlen(what)), strlen(what));
}

static void begin(enum err (*turn)(struct turn *t))
{
	int ends[2];
	said_n = 0;
	said[0] = '\0';
	assert_int_equal(pipe(ends), 0);
	child = fork();
	assert_true(child >= 0);
	if (!child) {
		(void)alarm(LIMIT_S);
		(void)dup2(ends[1], STDERR_FILENO);
		(void)close(ends[0]);
		_exit(loop_run(&(struct loop){
			.name = "order-clock", .turn = turn, .pause_ms = MINUTE_MS }));
	}
	(void)close(ends[1]);
	from_child = ends[0];
}

/* false: it ended before it said so */
static bool hear(const char *word)
{
	while (!strstr(said, word)) {
		ssize_t n = read(from_child, said + said_n, sizeof(said) - 1 - said_n);
		if (n <= 0)
			return false;
		said_n += (size_t)n;
		said[said_n] = '\0';
	}
	return true;
}

/* What it ended with; everything that it said has been heard by then. */
static int ended(void)
{
	int status = 0;
	(void)hear("what nobody says");
	(void)close(from_child);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static int times(const char *word)
{
	int n = 0;
	for (const char *p = said; (p = strstr(p, word)) != NULL; p++)
		n++;
	return n;
}

static enum err until_told_to_stop(struct turn *t)
{
	int64_t one = 0;
	say("turn begins;");
	while (!loop_stopping())
		(void)usleep(1000);
	enum err e = db_int(&one_q, NO_ARGS, &one);
	say(one == 1 ? "turn ends;" : "no answer;");
	t->rest_ms = 0;
	return e;
}

static void a_signal_lets_the_turn_finish(void **state)
{
	static const int signals[] = { SIGTERM, SIGINT };
	(void)state;
	for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++) {
		begin(until_told_to_stop);
		assert_true(hear("turn begins;"));
		assert_int_equal(kill(child, signals[i]), 0);
		assert_int_equal(ended(), 0);
		assert_int_equal(times("turn begins;"), 1);
		assert_int_equal(times("turn ends;"), 1);
		assert_int_equal(times("info order-clock stopped\n"), 1);
	}
}

static enum err fails_first(struct turn *t)
{
	static int turns;
	say("turn;");
	t->failed_ms = 1;
	t->over = ++turns == 3;
	return t->over ? OK : ERR(ERR_INTERNAL, "made up, turn %d", turns);
}

static void a_failed_turn_is_logged_and_the_next_comes(void **state)
{
	(void)state;
	begin(fails_first);
	assert_int_equal(ended(), 0);
	assert_int_equal(times("turn;"), 3);
	assert_int_equal(times(" error order-clock ERR_INTERNAL loop_test.c:"), 2);
	assert_int_equal(times("made up, turn 1\n"), 1);
	assert_int_equal(times("made up, turn 2\n"), 1);
}

static enum err rests(struct turn *t)
{
	(void)t;
	say("turn;");
	return OK;
}

/* The pause is longer than the process may live. */
static void a_rest_is_cut_short(void **state)
{
	(void)state;
	begin(rests);
	assert_true(hear("turn;"));
	assert_int_equal(kill(child, SIGUSR1), 0);
	assert_true(hear("turn;turn;"));
	assert_int_equal(kill(child, SIGTERM), 0);
	assert_int_equal(ended(), 0);
	assert_int_equal(times("turn;"), 2);
}

static enum err says_what_it_did(struct turn *t)
{
	t->note = "turned";
	t->over = true;
	return OK;
}

static enum err fails_once(struct turn *t)
{
	t->note = "turned";
	t->over = true;
	return ERR_INTERNAL;
}

static int64_t beats(void)
{
	int64_t n = -1;
	struct arena *a = arena_new();
	assert_int_equal(db_ready(a), OK);
	assert_int_equal(db_int(&beats_q, NO_ARGS, &n), OK);
	assert_int_equal(db_exec(&no_beat_q, NO_ARGS, NULL), OK);
	/* a connection must not go into another process */
	db_close();
	arena_free(a);
	return n;
}

static void a_good_turn_is_a_sign_of_life(void **state)
{
	(void)state;
	(void)beats();
	begin(fails_once);
	assert_int_equal(ended(), 0);
	assert_int_equal(beats(), 0);
	begin(says_what_it_did);
	assert_int_equal(ended(), 0);
	assert_int_equal(beats(), 1);
}

/* Two minutes before or behind the database's: no turn, no sign of life, and the log says why. */
static void another_clock_does_nothing(void **state)
{
	static const char *const offsets[] = { "120", "-120" };
	(void)state;
	for (size_t i = 0; i < sizeof(offsets) / sizeof(offsets[0]); i++) {
		(void)beats();
		assert_int_equal(setenv("ZYZ_NOW_OFFSET", offsets[i], 1), 0);
		begin(says_what_it_did);
		assert_int_equal(unsetenv("ZYZ_NOW_OFFSET"), 0);
		assert_true(hear("apart from the database's: nothing is done"));
		assert_int_equal(kill(child, SIGTERM), 0);
		assert_int_equal(ended(), 0);
		assert_int_equal(beats(), 0);
	}
}

static enum err tells_its_core_limit(struct turn *t)
{
	struct rlimit core;
	t->over = true;
	if (getrlimit(RLIMIT_CORE, &core) == 0 && !core.rlim_cur && !core.rlim_max)
		say("no core;");
	return OK;
}

static void no_core_is_dumped(void **state)
{
	(void)state;
	begin(tells_its_core_limit);
	assert_int_equal(ended(), 0);
	assert_int_equal(times("no core;"), 1);
}

static int start(void **state)
{
	(void)state;
	config_load();
	return 0;
}

static int end(void **state)
{
	(void)state;
	(void)beats();
	return 0;
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_signal_lets_the_turn_finish),
		cmocka_unit_test(a_failed_turn_is_logged_and_the_next_comes),
		cmocka_unit_test(a_rest_is_cut_short),
		cmocka_unit_test(a_good_turn_is_a_sign_of_life),
		cmocka_unit_test(another_clock_does_nothing),
		cmocka_unit_test(no_core_is_dumped),
	};
	return cmocka_run_group_tests_name("loop", tests, start, end);
}
