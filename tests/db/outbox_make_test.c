/*
 * outbox_make_test.c - what was noted in a transaction becomes rows a moment later: all of it,
 * once, as it is by then; what cannot be made waits by itself.
 * log-allowed: error zyz volunteer [0-9]+ is set aside: ERR_INTERNAL secret.c
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "asking.h"
#include "outbox.h"
#include "secret.h"
#include "told.h"

static struct stmt skills_q = SQL(
	"UPDATE volunteer"
	"   SET skills = ?"
	" WHERE person_id = ?");
static struct stmt unreadable_q = SQL(
	"UPDATE person"
	"   SET id_no_sealed = 'x'"
	" WHERE id = ?");
static struct stmt readable_q = SQL(
	"UPDATE person"
	"   SET id_no_sealed = ?"
	" WHERE id = ?");
static struct stmt its_time_q = SQL(
	"UPDATE outbox_todo"
	"   SET next_at = NOW(3)"
	" WHERE record_id = ?");
static struct stmt no_note_q = SQL(
	"DELETE"
	"  FROM outbox_todo"
	" WHERE source = 'volunteer'"
	"   AND record_id = ?");
/* Shown to the station, until the note's own next try. */
static struct stmt aside_q = SQL(
	"SELECT COUNT(*)"
	"  FROM loop_aside s"
	"  JOIN outbox_todo t ON t.source = s.thing AND t.record_id = s.row_id"
	"       AND t.next_at = s.next_at"
	" WHERE s.program = 'platform-post'"
	"   AND s.work = 'make'"
	"   AND s.thing = 'volunteer'"
	"   AND s.row_id = ?"
	"   AND s.station_id = ?"
	"   AND s.reason = 'fault'"
	"   AND s.cleared_at IS NULL");
static struct stmt open_q = SQL(
	"SELECT COUNT(*)"
	"  FROM loop_aside"
	" WHERE work = 'make'"
	"   AND thing = 'volunteer'"
	"   AND row_id = ?"
	"   AND cleared_at IS NULL");
static struct stmt older_q = SQL(
	"UPDATE outbox_todo"
	"   SET made_at = NOW(3) - INTERVAL 30 DAY"
	" WHERE record_id = ?");
static struct stmt left_q = SQL(
	"UPDATE volunteer"
	"   SET state = 'left'"
	" WHERE person_id = ?");

static enum err noted_then_failed_tx(void *ctx)
{
	enum err e = told_note_tx(ctx);
	return e ? e : ERR_STALE;
}

static int64_t set_aside(void)
{
	int64_t open = -1, whole = -1;
	told_done(db_int(&open_q, ARGS(A_(told.person)), &open));
	told_done(db_int(&aside_q, ARGS(A_(told.person), A_(told.station)), &whole));
	assert_int_equal(open, whole);
	return open;
}

static void noted_in_the_transaction_or_not_at_all(void **state)
{
	(void)state;
	told_consent();
	assert_int_equal(db_tx(noted_then_failed_tx, NULL), ERR_STALE);
	assert_int_equal(told_noted(), 0);
	told_note();
	assert_int_equal(told_noted(), 1);
	assert_int_equal(told_rows(), 0);
	told_make();
	assert_int_equal(told_noted(), 0);
	assert_int_equal(told_rows(), 1);
}

static void changed_twice_before_the_row_is_one_version(void **state)
{
	(void)state;
	told_consent();
	told_note();
	told_done(db_exec(&skills_q, ARGS(A_("02"), A_(told.person)), NULL));
	told_note();
	assert_int_equal(told_noted(), 2);
	told_make();
	assert_int_equal(told_rows(), 1);
	const char *facts;
	struct told_row r = told_newest();
	told_done(outbox_open(db_arena(), r.idem, r.payload, r.sha, &facts));
	assert_non_null(strstr(facts, "\"skills\":\"02\""));
}

static void what_ended_before_the_row_is_not_put_in_line(void **state)
{
	(void)state;
	told_consent();
	told_note();
	told_done(db_exec(&left_q, ARGS(A_(told.person)), NULL));
	told_make();
	assert_int_equal(told_noted(), 0);
	assert_int_equal(told_rows(), 0);
}

/* Somebody whose facts cannot be read has something to tell, and somebody new after them. */
static struct told unreadable(void **state)
{
	struct told bad = told;
	told_consent();
	told_done(db_exec(&unreadable_q, ARGS(A_(told.person)), NULL));
	told_note();
	told_someone(state);
	told_consent();
	told_put();
	assert_int_equal(told_rows(), 1);
	return bad;
}

/* It waits by itself; what was noted after it does not wait for it. */
static void an_unreadable_record_holds_up_nobody(void **state)
{
	told = unreadable(state);
	assert_int_equal(told_noted(), 1);
	assert_int_equal(told_rows(), 0);
	assert_int_equal(set_aside(), 1);
	told_done(db_exec(&readable_q,
			  ARGS(A_(secret_seal(ask()->arena, "person.id_no", BYTES(told.uid),
					      "11010519491231002X")),
			       A_(told.person)),
			  NULL));
	told_make();
	assert_int_equal(told_noted(), 1); /* not before its time */
	told_done(db_exec(&its_time_q, ARGS(A_(told.person)), NULL));
	told_make();
	assert_int_equal(told_noted(), 0);
	assert_int_equal(told_rows(), 1);
	assert_int_equal(set_aside(), 0);
}

static void what_is_gone_is_not_shown_as_set_aside(void **state)
{
	struct outbox_mark mark = { .whole = false };
	int64_t n;
	told = unreadable(state);
	assert_int_equal(set_aside(), 1);
	told_done(db_exec(&no_note_q, ARGS(A_(told.person)), NULL));
	told_done(db_exec(&left_q, ARGS(A_(told.person)), NULL));
	while (!mark.whole)
		told_done(outbox_sweep(&mark, &n));
	assert_int_equal(set_aside(), 0);
}

static void the_line_counts_what_is_only_noted(void **state)
{
	struct outbox_lag lag;
	(void)state;
	told_done(outbox_lag(told.station, &lag));
	assert_int_equal(lag.waiting, 0);
	told_consent();
	told_note();
	told_done(db_exec(&older_q, ARGS(A_(told.person)), NULL));
	told_done(outbox_lag(told.station, &lag));
	assert_int_equal(lag.waiting, 1);
	assert_int_equal(lag.oldest_minutes, 30 * 24 * 60);
	assert_true(lag.late);
	told_done(outbox_lag(DB_NONE, &lag));
	assert_true(lag.waiting >= 1 && lag.late);
	told_make();
}

#define TEST(f) cmocka_unit_test_setup(f, told_someone)

int main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(noted_in_the_transaction_or_not_at_all),
		TEST(changed_twice_before_the_row_is_one_version),
		TEST(what_ended_before_the_row_is_not_put_in_line),
		TEST(an_unreadable_record_holds_up_nobody),
		TEST(what_is_gone_is_not_shown_as_set_aside),
		TEST(the_line_counts_what_is_only_noted),
	};
	return cmocka_run_group_tests_name("outbox_make", tests, told_start, told_end);
}
