/* green_test.c - points at the edges of day and year, with a clock of the test's own: the gap, the
 * day's and the year's limit, 24:00 of 31 December, the lapse that comes once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "asking.h"
#include "clock.h"
#include "green.h"
#include "secret.h"

static struct stmt station_q = SQL(
	"INSERT INTO station (no, name, region_code)"
	" VALUES (?, '绿站', '610502')");
static struct stmt staff_q = SQL(
	"INSERT INTO staff (login, name, password_hash)"
	" VALUES (?, '站长', '')");
static struct stmt account_q = SQL(
	"INSERT INTO green_account (uid, no, station_id, place_sealed, opened_at, opened_by)"
	" VALUES (?, ?, ?, 'x', NOW(), ?)");
static struct stmt rule_q = SQL(
	"INSERT INTO station_setting (station_id, name, value)"
	" VALUES (?, 'green_year_most', '25')");
static struct stmt points_q = SQL(
	"SELECT COALESCE(SUM(points), -1)"
	"  FROM green_year"
	" WHERE account_id = ?"
	"   AND year = ?");
static struct stmt sum_q = SQL(
	"SELECT COALESCE(SUM(points), 0)"
	"  FROM green_entry"
	" WHERE account_id = ?"
	"   AND year = ?");
static struct stmt drops_q = SQL(
	"SELECT COALESCE(SUM(drops), 0)"
	"  FROM green_day"
	" WHERE account_id = ?");
static struct stmt lapses_q = SQL(
	"SELECT COUNT(*)"
	"  FROM green_entry"
	" WHERE account_id = ?"
	"   AND kind = 'lapse'");
static struct stmt year_id_q = SQL(
	"SELECT id"
	"  FROM green_year"
	" WHERE account_id = ?"
	"   AND year = ?");

enum { MINUTE = 60, HOUR = 3600, DAY = 86400 };
static int64_t station, staff, no, midnight; /* of 1 January 2027 in Beijing */

static void done(enum err e)
{
	if (e)
		fail_msg("%s %s", err_name(e), err_text());
}

static struct actor at(int64_t now)
{
	struct actor a = actor_system(db_arena());
	a.now = now;
	return a;
}

static int64_t account(void)
{
	int64_t id;
	done(db_exec(
		&account_q,
		ARGS(A_(secret_uid(db_arena())),
		     A_(arena_fmt(db_arena(), "WT%lld%lld", (long long)station, (long long)++no)),
		     A_(station), A_(staff)),
		&id));
	return id;
}

static const char *drop_by(int64_t now, int64_t a, int64_t when, struct bytes uid)
{
	struct actor by = at(now);
	const char *result;
	bool known;
	struct green_drop d = { .account = a,
				.station = station,
				.card = DB_NONE,
				.uid = uid,
				.at = when,
				.checker = DB_NONE,
				.staff = staff };
	done(green_drop(&by, &d, &result, &known));
	return known ? arena_fmt(db_arena(), "known %s", result) : result;
}

static const char *drop(int64_t now, int64_t a, int64_t when)
{
	return drop_by(now, a, when, secret_uid(db_arena()));
}

static int64_t number(struct stmt *s, struct args a)
{
	int64_t n = 0;
	done(db_int(s, a, &n));
	return n;
}

static int64_t points(int64_t a, int64_t year)
{
	int64_t n = number(&points_q, ARGS(A_(a), A_(year)));
	if (n >= 0)
		assert_int_equal(n, number(&sum_q, ARGS(A_(a), A_(year))));
	return n;
}

static void one_drop_is_scanned_by_two_phones(void **state)
{
	(void)state;
	int64_t a = account(), morning = midnight - 60 * DAY + 8 * HOUR;
	assert_string_equal(drop(morning, a, morning), "counted");
	assert_string_equal(drop(morning + 5, a, morning + 5), "gap");
	/* Handed in late, and noted before the other one. */
	assert_string_equal(drop(morning + HOUR, a, morning - 29 * MINUTE), "gap");
	assert_int_equal(points(a, 2026), GREEN_POINTS);
	assert_string_equal(drop(morning + 30 * MINUTE, a, morning + 30 * MINUTE), "counted");
	assert_string_equal(drop(morning + 5 * HOUR, a, morning + 5 * HOUR), "limit");
	assert_int_equal(points(a, 2026), 2 * GREEN_POINTS);
}

static void one_scan_is_handed_in_twice(void **state)
{
	(void)state;
	int64_t a = account(), b = account(), noon = midnight - 50 * DAY + 12 * HOUR;
	struct bytes uid = secret_uid(db_arena());
	assert_string_equal(drop_by(noon, a, noon, uid), "counted");
	assert_string_equal(drop_by(noon + DAY, a, noon, uid), "known counted");
	assert_string_equal(drop_by(noon + DAY, b, noon, uid), "known bad");
	assert_int_equal(points(a, 2026), GREEN_POINTS);
	assert_int_equal(points(b, 2026), -1);
}

/* The last second of the year is of the year, its end is of the next. */
static void at_the_end_of_the_year(void **state)
{
	(void)state;
	int64_t a = account();
	assert_string_equal(drop(midnight - 1, a, midnight - HOUR), "counted");
	assert_string_equal(drop(midnight, a, midnight), "counted");
	assert_int_equal(points(a, 2026), GREEN_POINTS);
	assert_int_equal(points(a, 2027), GREEN_POINTS);
	/* Noted in the old year and handed in in the new one: it would have lapsed. */
	assert_string_equal(drop(midnight + 60, a, midnight - 5 * HOUR), "over");
	assert_int_equal(points(a, 2026), GREEN_POINTS);
}

static enum err spend_tx(void *ctx)
{
	const int64_t *v = ctx;
	struct actor by = at(v[0]);
	return green_book(&by,
			  &(struct green_move){ .account = v[1],
						.station = station,
						.uid = secret_uid(db_arena()),
						.kind = "donate",
						.points = -v[2],
						.exchange = DB_NONE },
			  NULL);
}

static enum err spend(int64_t now, int64_t a, int64_t n)
{
	return db_tx(spend_tx, (int64_t[]){ now, a, n });
}

static void points_lapse_once_and_nobody_spends_them_later(void **state)
{
	(void)state;
	int64_t a = account(), moved = 0, ids[500];
	size_t n;
	assert_string_equal(drop(midnight - 2 * DAY, a, midnight - 2 * DAY), "counted");
	assert_int_equal(spend(midnight - 1, a, 4), OK);
	/* Not one second later, though nobody has written the lapse yet. */
	assert_int_equal(spend(midnight, a, 1), ERR_STALE);
	struct actor old = at(midnight - 1), now = at(midnight);
	done(green_lapse_due(&old, ids, 500, &n));
	int64_t id = number(&year_id_q, ARGS(A_(a), A_((int64_t)2026)));
	for (size_t i = 0; i < n; i++)
		assert_int_not_equal(ids[i], id);
	done(green_lapse(&now, id, &moved));
	assert_int_equal(green_lapse(&now, id, &moved), ERR_STALE);
	assert_int_equal(points(a, 2026), 0);
	assert_int_equal(number(&lapses_q, ARGS(A_(a))), 1);
}

/* Two fit into 25, and the third leaves the day's count as it was. */
static void the_year_is_full(void **state)
{
	(void)state;
	int64_t a = account(), first = midnight - 40 * DAY;
	done(db_exec(&rule_q, ARGS(A_(station)), NULL));
	for (int i = 0; i < 2; i++)
		assert_string_equal(drop(first + i * DAY, a, first + i * DAY), "counted");
	assert_string_equal(drop(first + 3 * DAY, a, first + 3 * DAY), "full");
	assert_int_equal(points(a, 2026), 20);
	assert_int_equal(number(&drops_q, ARGS(A_(a))), 2);
}

static int someone(void **state)
{
	uint32_t no_of;
	(void)state;
	done(db_ready(ask()->arena));
	secret_random(&no_of, sizeof(no_of));
	done(db_exec(&station_q, ARGS(A_((int64_t)(1000000 + no_of % 1000000000))), &station));
	done(db_exec(&staff_q, ARGS(A_(hex_encode(db_arena(), secret_uid(db_arena())))), &staff));
	assert_true(clock_parse_day("2027-01-01", &midnight));
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(one_drop_is_scanned_by_two_phones, someone),
		cmocka_unit_test_setup(one_scan_is_handed_in_twice, someone),
		cmocka_unit_test_setup(at_the_end_of_the_year, someone),
		cmocka_unit_test_setup(points_lapse_once_and_nobody_spends_them_later, someone),
		cmocka_unit_test_setup(the_year_is_full, someone),
	};
	return cmocka_run_group_tests_name("green", tests, asking_start, asking_end);
}
