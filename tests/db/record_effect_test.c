/* record_effect_test.c - the rule's own fence: whoever asks and whatever was looked up before, no
 * record takes effect before the day after its last day of notice. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "asking.h"
#include "clock.h"
#include "record.h"
#include "row.h"
#include "secret.h"

static struct stmt station_q = SQL(
	"INSERT INTO station (no, name, region_code)"
	" VALUES (?, '戊站', '610502')");
static struct stmt staff_q = SQL(
	"INSERT INTO staff (login, name, password_hash)"
	" VALUES (?, '审核人', '')");
static struct stmt person_q = SQL(
	"INSERT INTO person (uid, name)"
	" VALUES (?, '韩梅')");
static struct stmt activity_q = SQL(
	"INSERT INTO activity (uid, no, station_id, title, content, category, starts_at, ends_at,"
	"       place, state, created_by, published_at)"
	" VALUES (?, ?, ?, '清洁家园', '', '0009', '2026-03-05 09:00', '2026-03-05 11:00',"
	"        '胜利社区', 'notice', ?, '2026-03-01 08:00')");
static struct stmt record_q = SQL(
	"INSERT INTO service_record (uid, no, station_id, activity_id, person_id, served_on,"
	"       starts_at, ends_at, minutes, evidence, category, activity_published_at,"
	"       reviewer_id, reviewed_at, notice_until, state)"
	" VALUES (?, ?, ?, ?, ?, '2026-03-05', '2026-03-05 09:00', '2026-03-05 11:00', 120,"
	"        'scan', '0009', '2026-03-01 08:00', ?, '2026-03-06 09:00', ?, 'notice')");
static struct stmt roster_q = SQL(
	"INSERT INTO roster (activity_id, person_id, station_id)"
	" VALUES (?, ?, ?)");
static struct stmt came_q = SQL(
	"INSERT INTO attendance (uid, activity_id, person_id, station_id, direction, at, method)"
	" VALUES (?, ?, ?, ?, ?, ?, 'scan')");
static struct stmt effective_q = SQL(
	"SELECT COUNT(*)"
	"  FROM service_record"
	" WHERE person_id = ?"
	"   AND state = 'effective'");
static struct stmt total_q = SQL(
	"SELECT COALESCE(SUM(minutes), 0)"
	"  FROM volunteer_total"
	" WHERE person_id = ?");

static struct actor deed;
static int64_t station, staff, person, last_activity;
static const char *today, *yesterday;

static void done(enum err e)
{
	if (e)
		fail_msg("%s %s", err_name(e), err_text());
}

static const char *word(const char *start)
{
	uint8_t r[8];
	secret_random(r, sizeof(r));
	return arena_fmt(deed.arena, "%s%s", start, hex_encode(deed.arena, BYTES(r)));
}

static int someone(void **state)
{
	(void)state;
	struct arena *a = ask()->arena;
	uint32_t no;
	done(db_ready(a));
	deed = actor_system(a);
	today = actor_today(&deed);
	yesterday = clock_day(a, deed.now - 86400);
	secret_random(&no, sizeof(no));
	done(db_exec(&station_q, ARGS(A_((int64_t)(1000000 + no % 1000000000))), &station));
	done(db_exec(&staff_q, ARGS(A_(word("t"))), &staff));
	done(db_exec(&person_q, ARGS(A_(secret_uid(a))), &person));
	return 0;
}

static void attended(int64_t activity, const char *way, const char *at)
{
	done(db_exec(&came_q,
		     ARGS(A_(secret_uid(deed.arena)), A_(activity), A_(person), A_(station),
			  A_(way), A_(at)),
		     NULL));
}

/* Under notice until this day, as if it had been put there by other hands. Returns its row id. */
static int64_t planted(const char *until)
{
	int64_t activity, id;
	done(db_exec(&activity_q,
		     ARGS(A_(secret_uid(deed.arena)), A_(word("A")), A_(station), A_(staff)),
		     &activity));
	done(db_exec(&record_q,
		     ARGS(A_(secret_uid(deed.arena)), A_(word("R")), A_(station), A_(activity),
			  A_(person), A_(staff), A_(until)),
		     &id));
	last_activity = activity;
	return id;
}

/* The same, with all that it rests on. */
static int64_t noticed(const char *until)
{
	int64_t n, id = planted(until);
	done(db_exec(&roster_q, ARGS(A_(last_activity), A_(person), A_(station)), NULL));
	attended(last_activity, "in", "2026-03-05 09:00");
	attended(last_activity, "out", "2026-03-05 11:00");
	done(record_mark_before(&n));
	return id;
}

static const char *ids;
static struct record_left left;
static int64_t took;

static enum err effective_tx(void *ctx)
{
	(void)ctx;
	return record_effective(&deed, ids, &left, &took);
}

static int64_t number(struct stmt *q)
{
	int64_t n = -1;
	done(db_int(q, ARGS(A_(person)), &n));
	return n;
}

static void the_day_after_it_takes_effect(void **state)
{
	(void)state;
	ids = arena_fmt(deed.arena, "[%lld]", (long long)noticed(yesterday));
	done(db_tx(effective_tx, NULL));
	assert_int_equal(took, 1);
	assert_int_equal(number(&effective_q), 1);
	assert_int_equal(number(&total_q), 120);
	/* and once */
	assert_int_equal(db_tx(effective_tx, NULL), ERR_STALE);
	assert_int_equal(number(&total_q), 120);
	err_clear();
}

static void on_the_last_day_of_notice_it_does_not(void **state)
{
	(void)state;
	ids = arena_fmt(deed.arena, "[%lld]", (long long)noticed(today));
	assert_int_equal(db_tx(effective_tx, NULL), ERR_STALE);
	assert_int_equal(took, 0);
	assert_int_equal(number(&effective_q), 0);
	err_clear();
}

static void one_that_may_not_holds_back_those_beside_it(void **state)
{
	(void)state;
	ids = arena_fmt(deed.arena, "[%lld,%lld]", (long long)noticed(yesterday),
			(long long)noticed(today));
	assert_int_equal(db_tx(effective_tx, NULL), ERR_STALE);
	assert_int_equal(number(&effective_q), 0);
	assert_int_equal(number(&total_q), 0);
	err_clear();
}

static struct stmt spoil_q[] = {
	SQL("UPDATE service_record"
	    "   SET ends_at = ends_at - INTERVAL 1 MINUTE, minutes = 119"
	    " WHERE person_id = ?"),
	    SQL("UPDATE service_record"
	    "   SET mark = REVERSE(mark)"
	    " WHERE person_id = ?"),
		SQL("UPDATE roster"
	    "   SET state = 'removed'"
	    " WHERE person_id = ?"),
		    SQL("DELETE FROM attendance"
	    " WHERE person_id = ?"
	    "   AND direction = 'out'"),
			SQL("UPDATE activity a"
	    "  JOIN roster r ON r.activity_id = a.id"
	    "   SET a.ends_at = '2026-03-05 10:00'"
	    " WHERE r.person_id = ?"),
			    SQL("UPDATE activity a"
	    "  JOIN roster r ON r.activity_id = a.id"
	    "   SET a.published_at = '2026-03-05 09:01'"
	    " WHERE r.person_id = ?"),
			};
static const char *const spoilt[] = {
	"mark", "mark", "roster", "attendance", "times", "published"
};

/* Each by itself: the record stays under notice, and why is said. */
static void what_does_not_fit_is_left(void **state)
{
	for (size_t i = 0; i < sizeof(spoilt) / sizeof(spoilt[0]); i++) {
		someone(state);
		ids = arena_fmt(deed.arena, "[%lld]", (long long)noticed(yesterday));
		done(db_exec(&spoil_q[i], ARGS(A_(person)), NULL));
		done(db_tx(effective_tx, NULL));
		assert_int_equal(took, 0);
		assert_int_equal(left.n, 1);
		assert_string_equal(left.v[0].why, spoilt[i]);
		assert_int_equal(number(&effective_q), 0);
		assert_int_equal(number(&total_q), 0);
	}
}

static void a_row_put_in_by_other_hands_is_left(void **state)
{
	(void)state;
	ids = arena_fmt(deed.arena, "[%lld]", (long long)planted(yesterday));
	done(db_tx(effective_tx, NULL));
	assert_int_equal(took, 0);
	assert_string_equal(left.v[0].why, "mark");
}

/* The same minutes twice: neither counts, and the day says why. */
static void two_at_the_same_time_are_left(void **state)
{
	(void)state;
	int64_t one = noticed(yesterday);
	(void)noticed(today);
	ids = arena_fmt(deed.arena, "[%lld]", (long long)one);
	done(db_tx(effective_tx, NULL));
	assert_int_equal(took, 0);
	assert_string_equal(left.v[0].why, "day");
}

static int end(void **state)
{
	db_close();
	return asking_end(state);
}

#define TEST(f) cmocka_unit_test_setup(f, someone)

int main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(the_day_after_it_takes_effect),
		TEST(on_the_last_day_of_notice_it_does_not),
		TEST(one_that_may_not_holds_back_those_beside_it),
		TEST(what_does_not_fit_is_left),
		TEST(a_row_put_in_by_other_hands_is_left),
		TEST(two_at_the_same_time_are_left),
	};
	return cmocka_run_group_tests_name("record_effect", tests, asking_start, end);
}
