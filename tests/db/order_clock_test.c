/* order_clock_test.c - what is late stays late, and whoever must know is told, with pauses that
 * grow, and in the night only of what is urgent. The clock is the actor's. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "asking.h"
#include "clock.h"
#include "config.h"
#include "dispatch.h"
#include "secret.h"

static struct stmt station_q = SQL(
	"INSERT INTO station (no, name, region_code)"
	" VALUES (?, '己站', '610502')");
static struct stmt person_q = SQL(
	"INSERT INTO person (uid, name, phone_sealed)"
	" VALUES (?, '韩梅', 'x')");
static struct stmt staff_q = SQL(
	"INSERT INTO staff (login, name, password_hash, person_id)"
	" VALUES (?, '站长', '', ?)");
static struct stmt role_q = SQL(
	"INSERT INTO staff_role (staff_id, role, station_id, until_on)"
	" VALUES (?, 'manager', ?, ?)");
static struct stmt order_q = SQL(
	"INSERT INTO service_order (uid, no, key_hash, station_id, name_sealed, phone_sealed,"
	"       phone_index, category, detail, urgent, state, consent_at)"
	" VALUES (?, ?, UNHEX(SHA2(?, 256)), ?, 'x', 'x', UNHEX(SHA2(?, 256)), '0001', 'x', ?, ?,"
	"       NOW())");
static struct stmt row_q = SQL(
	"SELECT CONCAT_WS(' ', escalated, due_at, tell_at)"
	"  FROM service_order"
	" WHERE id = ?");
static struct stmt due_q = SQL(
	"SELECT due_at"
	"  FROM service_order"
	" WHERE id = ?");
static struct stmt serving_q = SQL(
	"UPDATE service_order"
	"   SET state = 'serving'"
	" WHERE id = ?");
static struct stmt told_q = SQL(
	"SELECT COUNT(*)"
	"  FROM message"
	" WHERE event = 'supervise'"
	"   AND about = 'order'"
	"   AND target_id = ?"
	"   AND person_id = ?"
	"   AND channel = ?"
	"   AND COALESCE(not_before, ?) = ?");

enum { MINUTE = 60, HOUR = 3600, DAY = 86400 };
static int64_t station, manager, gone, noon; /* noon of a Monday; people behind the accounts */

static void done(enum err e)
{
	if (e)
		fail_msg("%s %s", err_name(e), err_text());
}

static void same(const char *got, const char *want)
{
	if (!str_eq(got, want))
		fail_msg("%s, not %s", str_or(got, "nothing"), want);
}

static const char *word(const char *start)
{
	uint8_t r[6];
	secret_random(r, sizeof(r));
	return arena_fmt(db_arena(), "%s%s", start, hex_encode(db_arena(), BYTES(r)));
}

static struct actor at(int64_t now)
{
	struct actor a = actor_system(db_arena());
	a.now = now;
	return a;
}

static int64_t holds(const char *until)
{
	int64_t person, staff;
	done(db_exec(&person_q, ARGS(A_(secret_uid(db_arena()))), &person));
	done(db_exec(&staff_q, ARGS(A_(word("m")), A_(person)), &staff));
	done(db_exec(&role_q, ARGS(A_(staff), A_(station), A_(until)), NULL));
	return person;
}

static int someone(void **state)
{
	uint32_t no;
	(void)state;
	done(db_ready(ask()->arena));
	secret_random(&no, sizeof(no));
	done(db_exec(&station_q, ARGS(A_((int64_t)(1000000 + no % 1000000000))), &station));
	manager = holds(NULL);
	gone = holds("2020-01-01");
	assert_true(clock_parse_time("2026-11-16 12:00:00", &noon));
	cfg.sms_url = "http://127.0.0.1:1/";
	return 0;
}

static int nobody(void **state)
{
	(void)state;
	cfg.sms_url = "";
	return 0;
}

static struct order_at order(int64_t urgent, const char *in, int64_t now)
{
	const char *no = word("D");
	struct order_at o = { .station = station, .state = in };
	struct actor by = at(now);
	done(db_exec(&order_q,
		     ARGS(A_(secret_uid(db_arena())), A_(no), A_(no), A_(station), A_(no),
			  A_(urgent), A_(in)),
		     &o.id));
	done(order_begin(&by, &o));
	return o;
}

static const char *row(int64_t id)
{
	const char *said;
	done(db_text(&row_q, ARGS(A_(id)), &said));
	return said;
}

static const char *due(int64_t id)
{
	const char *said;
	done(db_text(&due_q, ARGS(A_(id)), &said));
	return said;
}

static bool late(int64_t id, int64_t now)
{
	static int64_t ids[5000];
	size_t n;
	struct actor by = at(now);
	done(order_late(&by, ids, 5000, &n));
	for (size_t i = 0; i < n; i++)
		if (ids[i] == id)
			return true;
	return false;
}

static void escalate(int64_t id, int64_t now)
{
	int64_t n = 0;
	struct actor by = at(now);
	done(order_escalate(&by, id, &n));
	assert_int_equal(n, 1);
}

static int64_t told(int64_t id, int64_t person, const char *channel, const char *not_before)
{
	int64_t n;
	done(db_int(&told_q, ARGS(A_(id), A_(person), A_(channel), A_(not_before), A_(not_before)),
		    &n));
	return n;
}

static void the_limit_stays(void **state)
{
	int64_t tuesday = noon + DAY;
	(void)state;
	struct order_at o = order(0, "to_accept", noon);
	same(row(o.id), "0 2026-11-17 18:00:00 2026-11-17 18:00:00");
	assert_false(late(o.id, tuesday));
	assert_true(late(o.id, tuesday + 6 * HOUR));
	escalate(o.id, tuesday + 6 * HOUR);
	same(row(o.id), "1 2026-11-17 18:00:00 2026-11-18 09:00:00");
	assert_false(late(o.id, tuesday + 7 * HOUR));
	escalate(o.id, tuesday + 21 * HOUR);
	same(row(o.id), "2 2026-11-17 18:00:00 2026-11-20 09:00:00");
	struct actor by = at(tuesday + 22 * HOUR);
	int64_t n = 0;
	assert_int_equal(order_escalate(&by, o.id, &n), ERR_STALE);
	err_clear();
	/* The next step has a limit of its own, and nobody was told of it. */
	done(order_move(&by, "accept", &o));
	same(row(o.id), "2 2026-11-19 18:00:00 2026-11-19 18:00:00");
}

static void told_for_ever(void **state)
{
	(void)state;
	struct order_at o = order(1, "to_accept", noon);
	int64_t now = noon + 30 * MINUTE;
	for (int i = 0; i < 200; i++, now += 2 * DAY)
		escalate(o.id, now);
	assert_true(str_starts(row(o.id), "200 2026-11-16 12:30:00 "));
	assert_false(late(o.id, now - DAY - MINUTE));
	assert_true(late(o.id, now - DAY));
}

static void only_urgent_at_night(void **state)
{
	int64_t night = noon + 2 * DAY + 11 * HOUR;
	const char *at_once = "2026-11-18 23:00:00", *morning = "2026-11-19 08:00:00";
	(void)state;
	struct order_at plain = order(0, "to_accept", noon), urgent = order(1, "to_accept", noon);
	escalate(plain.id, night);
	escalate(urgent.id, night);
	assert_int_equal(told(plain.id, manager, "sms", morning), 1);
	assert_int_equal(told(urgent.id, manager, "sms", at_once), 1);
	assert_int_equal(told(plain.id, manager, "inbox", at_once), 1);
	assert_int_equal(told(plain.id, gone, "inbox", at_once), 0);
}

/* What was agreed has a limit: a day after the visit, also while somebody is there. */
static void late_after_the_visit(void **state)
{
	struct actor by = at(noon);
	(void)state;
	struct order_at o = order(0, "taken", noon), u = order(1, "taken", noon);
	same(due(o.id), "2026-11-19 18:00:00");
	done(order_agree(&by, &o, noon + 20 * DAY, noon + 20 * DAY + HOUR, DB_NONE));
	same(due(o.id), "2026-12-07 18:00:00");
	assert_false(late(o.id, noon + 10 * DAY));
	assert_true(late(o.id, noon + 22 * DAY));
	done(db_change(&serving_q, ARGS(A_(o.id))));
	assert_true(late(o.id, noon + 22 * DAY));
	done(order_agree(&by, &u, noon + HOUR, noon + 2 * HOUR, DB_NONE));
	same(due(u.id), "2026-11-16 14:30:00");
}

static enum err started(void *ctx)
{
	struct actor by = at(noon + 20 * DAY);
	return order_move(&by, "start", ctx);
}

static void a_start_keeps_it(void **state)
{
	struct actor by = at(noon);
	(void)state;
	struct order_at o = order(0, "taken", noon);
	done(order_agree(&by, &o, noon + 20 * DAY, noon + 20 * DAY + HOUR, DB_NONE));
	done(db_tx(started, &o));
	same(due(o.id), "2026-12-07 18:00:00");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_limit_stays, someone, nobody),
		cmocka_unit_test_setup_teardown(told_for_ever, someone, nobody),
		cmocka_unit_test_setup_teardown(only_urgent_at_night, someone, nobody),
		cmocka_unit_test_setup_teardown(late_after_the_visit, someone, nobody),
		cmocka_unit_test_setup_teardown(a_start_keeps_it, someone, nobody),
	};
	return cmocka_run_group_tests_name("order clock", tests, asking_start, asking_end);
}
