/*
 * aside_test.c - rounds over rows of which some cannot be taken: the others are, and those are
 * tried again after growing pauses until they go well or are not due any more.
 * log-allowed: error zyz test 20 is set aside: ERR_
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "aside.h"
#include "config.h"
#include "row.h"

enum { ROWS = 3 };

#define ASIDE_COLS(X, T) \
	X(T, INT, station_id, "s.station_id") \
	X(T, TEXT, no, "s.row_no") \
	X(T, TEXT, reason, "s.reason") \
	X(T, TEXT, detail, "s.detail") \
	X(T, INT, tries, "s.tries") \
	X(T, INT, pause, "TIMESTAMPDIFF(SECOND, s.last_at, s.next_at)") \
	X(T, INT, open, "s.cleared_at IS NULL") \
	X(T, INT, held, "NOT " ASIDE_NOT("test", "test", "20"))
ROW_DEFINE(aside_row, ASIDE_COLS);
static struct stmt aside_q = SQL(
	"SELECT " ROW_SELECT(ASIDE_COLS)
	"  FROM loop_aside s"
	" WHERE s.work = 'test'"
	"   AND s.row_id = 20");
static struct stmt count_q = SQL(
	"SELECT COUNT(*)"
	"  FROM loop_aside"
	" WHERE work = 'test'");
static struct stmt forget_q = SQL(
	"DELETE"
	"  FROM loop_aside"
	" WHERE work = 'test'");
static struct stmt its_time_q = SQL(
	"UPDATE loop_aside"
	"   SET next_at = NOW(3) - INTERVAL 1 SECOND, last_at = NOW(3) - INTERVAL 1 MINUTE"
	" WHERE work = 'test'");
static struct stmt whose_q = SQL(
	"SELECT 7 AS station_id, CONCAT('T', ?) AS no");
static struct stmt held_q = SQL(
	"SELECT " ASIDE_NOT("test", "test", "?"));

static struct arena *arena;
static struct actor system_;
static int64_t due_n;       /* how many of 10, 20, 30 are due */
static enum err bad;        /* what the step of 20 comes to */
static int taken[ROWS + 1]; /* how often each went well */

static void done(enum err e)
{
	if (e)
		fail_msg("%s %s", err_name(e), err_text());
}

static enum err due(const struct actor *by, int64_t *ids, size_t max, size_t *n)
{
	enum err e = OK;
	(void)by;
	(void)max;
	*n = 0;
	for (int64_t i = 1; !e && i <= due_n; i++) {
		int64_t free_now;
		e = db_int(&held_q, ARGS(A_(i * 10)), &free_now);
		if (!e && free_now)
			ids[(*n)++] = i * 10;
	}
	return e;
}

static enum err step(const struct actor *by, int64_t id, int64_t *n)
{
	(void)by;
	if (id == 20 && bad)
		return ERR(bad, "made up");
	taken[id / 10]++;
	++*n;
	return OK;
}

static const struct aside_work work = { "test-loop", "test", "test", due, step, &whose_q };

static enum err one_round(int64_t *n)
{
	memset(taken, 0, sizeof(taken));
	return aside_round(&work, &system_, n);
}

static struct aside_row held(void)
{
	struct aside_row r;
	done(row_one(&aside_q, NO_ARGS, aside_row_cols, &r));
	return r;
}

static void the_others_go_on(void **state)
{
	int64_t n;
	(void)state;
	bad = ERR_DB;
	done(one_round(&n));
	assert_int_equal(n, 2);
	assert_int_equal(taken[1] + taken[3], 2);
	struct aside_row r = held();
	assert_int_equal(r.station_id, 7);
	assert_string_equal(r.no, "T20");
	assert_string_equal(r.reason, "refused");
	assert_non_null(strstr(r.detail, "made up"));
	assert_int_equal(r.tries, 1);
	assert_int_equal(r.pause, 60);
	assert_true(r.open && r.held);
	assert_string_equal(err_text(), "");
}

static void not_tried_before_its_time(void **state)
{
	int64_t n;
	(void)state;
	bad = ERR_DB;
	done(one_round(&n));
	bad = OK;
	done(one_round(&n));
	assert_int_equal(taken[2], 0);
	assert_int_equal(held().tries, 1);
	assert_true(held().open);
}

static void the_pauses_grow_up_to_an_hour(void **state)
{
	static const int64_t minutes[] = { 1, 2, 4, 8, 16, 32, 60, 60 };
	int64_t n;
	(void)state;
	bad = ERR_CHECK;
	for (size_t i = 0; i < sizeof(minutes) / sizeof(minutes[0]); i++) {
		done(one_round(&n));
		struct aside_row r = held();
		assert_int_equal(r.tries, i + 1);
		assert_int_equal(r.pause, minutes[i] * 60);
		assert_string_equal(r.reason, "rule");
		done(db_exec(&its_time_q, NO_ARGS, NULL));
	}
}

static void what_goes_well_is_cleared(void **state)
{
	int64_t n;
	(void)state;
	bad = ERR_NOT_FOUND;
	done(one_round(&n));
	done(db_exec(&its_time_q, NO_ARGS, NULL));
	done(one_round(&n));
	assert_int_equal(held().tries, 2);
	done(db_exec(&its_time_q, NO_ARGS, NULL));
	bad = OK;
	done(one_round(&n));
	assert_int_equal(n, ROWS);
	assert_false(held().open);
	/* and when it fails again, it is counted anew */
	bad = ERR_RETRY;
	done(one_round(&n));
	struct aside_row r = held();
	assert_true(r.open);
	assert_int_equal(r.tries, 1);
	assert_string_equal(r.reason, "busy");
}

static void what_is_not_due_any_more_is_cleared(void **state)
{
	int64_t n;
	(void)state;
	bad = ERR_DB;
	done(one_round(&n));
	due_n = 1;
	done(one_round(&n));
	assert_true(held().open); /* it may be due again when its time has come */
	done(db_exec(&its_time_q, NO_ARGS, NULL));
	done(one_round(&n));
	assert_false(held().open);
}

static void nobodys_fault_sets_nothing_aside(void **state)
{
	int64_t n, rows;
	(void)state;
	bad = ERR_STALE;
	done(one_round(&n));
	assert_int_equal(n, 2);
	err_clear();
	bad = ERR_DB_AWAY;
	assert_int_equal(one_round(&n), ERR_DB_AWAY);
	assert_int_equal(taken[3], 0);
	err_clear();
	done(db_int(&count_q, NO_ARGS, &rows));
	assert_int_equal(rows, 0);
}

static int start(void **state)
{
	(void)state;
	config_load();
	arena = arena_new();
	return db_ready(arena) ? -1 : 0;
}

static int fresh(void **state)
{
	(void)state;
	arena_reset(arena);
	done(db_ready(arena));
	system_ = actor_system(arena);
	due_n = ROWS;
	bad = OK;
	done(db_exec(&forget_q, NO_ARGS, NULL));
	return 0;
}

static int end(void **state)
{
	(void)state;
	done(db_exec(&forget_q, NO_ARGS, NULL));
	db_close();
	arena_free(arena);
	return 0;
}

#define TEST(f) cmocka_unit_test_setup(f, fresh)

int main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(the_others_go_on),
		TEST(not_tried_before_its_time),
		TEST(the_pauses_grow_up_to_an_hour),
		TEST(what_goes_well_is_cleared),
		TEST(what_is_not_due_any_more_is_cleared),
		TEST(nobodys_fault_sets_nothing_aside),
	};
	return cmocka_run_group_tests_name("aside", tests, start, end);
}
