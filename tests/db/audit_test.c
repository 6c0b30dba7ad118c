/* audit_test.c - changes of state with their audit rows, and the printed numbers, in a real
 * database. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "asking.h"
#include "audit.h"
#include "clock.h"
#include "db.h"
#include "row.h"
#include "secret.h"

static const struct move moves[] = { { "disable", "active", "disabled" },
				     { "enable", "disabled", "active" },
				     { 0 } };
/* Any table with states will do; this one has no station, so the place takes the person's instead.
 * */
static struct stmt set_q = SQL(
	"UPDATE staff"
	"   SET state = ?"
	" WHERE id = ?"
	"   AND state = ?"
	"   AND totp_step <=> ?");
static const struct machine machine = { "staff", moves, &set_q };

static int64_t station, station_no, staff;

#define AUDIT_COLS(X, T) \
	X(T, INT, n, "COUNT(*)") \
	X(T, TEXT, actor_kind, "MAX(actor_kind)") \
	X(T, INT, actor_id, "MAX(actor_id)") \
	X(T, INT, station_id, "MAX(station_id)") \
	X(T, TEXT, detail, "MAX(detail)") \
	X(T, BYTES, request_id, "MAX(request_id)")
ROW_DEFINE(audit_row, AUDIT_COLS);

static void done(enum err e)
{
	if (e)
		fail_msg("%s %s", err_name(e), err_text());
}

static int64_t added(struct stmt *s, struct args a)
{
	int64_t id = 0;
	done(db_exec(s, a, &id));
	return id;
}

static struct stmt add_station_q = SQL(
	"INSERT INTO station (no, name, region_code)"
	" VALUES (?, '丙站', '610502')");
static struct stmt add_staff_q = SQL(
	"INSERT INTO staff (login, name, password_hash, totp_step)"
	" VALUES (?, '孙经办', 'x', ?)");
static struct stmt drop_serial_q = SQL(
	"DELETE FROM serial"
	" WHERE station_id = ?");
static struct stmt drop_station_q = SQL(
	"DELETE FROM station"
	" WHERE id = ?");

static struct rq *clerk(void)
{
	struct rq *q = ask();
	done(db_ready(q->arena));
	q->who.session_id = 1;
	q->staff = staff;
	q->station = station;
	secret_random(q->request, sizeof(q->request));
	return q;
}

static struct audit_row audit_seen(const char *action)
{
	static struct stmt q_ = SQL(
		"SELECT " ROW_SELECT(AUDIT_COLS)
		"  FROM audit"
		" WHERE target = 'staff'"
		"   AND target_id = ?"
		"   AND action = ?");
	struct audit_row r;
	done(row_one(&q_, ARGS(A_(staff), A_(action)), audit_row_cols, &r));
	return r;
}

static const char *state_now(void)
{
	static struct stmt q_ = SQL(
		"SELECT state"
		"  FROM staff"
		" WHERE id = ?");
	const char *state;
	done(db_text(&q_, ARGS(A_(staff)), &state));
	return state;
}

static int start(void **state)
{
	if (asking_start(state))
		return -1;
	struct rq *q = ask();
	done(db_ready(q->arena));
	uint32_t no;
	secret_random(&no, sizeof(no));
	station_no = 1000000 + no % 1000000000;
	station = added(&add_station_q, ARGS(A_(station_no)));
	const char *login = hex_encode(q->arena, secret_uid(q->arena));
	staff = added(&add_staff_q, ARGS(A_(login), A_(station)));
	return 0;
}

static int end(void **state)
{
	db_close();
	return asking_end(state);
}

static void moves_are_those_of_the_table(void **state)
{
	(void)state;
	assert_string_equal(move_find(&machine, "disable", "active")->to, "disabled");
	assert_null(move_find(&machine, "disable", "disabled"));
	assert_null(move_find(&machine, "erase", "active"));
	assert_null(move_find(&machine, "disable", NULL));
}

static void a_move_is_audited(void **state)
{
	struct rq *q = clerk();
	(void)state;
	done(move_to(&q->actor, &machine, "disable", staff, "active"));
	assert_string_equal(state_now(), "disabled");
	struct audit_row r = audit_seen("staff.disable");
	assert_int_equal(r.n, 1);
	assert_string_equal(r.actor_kind, "staff");
	assert_int_equal(r.actor_id, staff);
	assert_int_equal(r.station_id, station);
	assert_string_equal(r.detail, "active > disabled");
	assert_int_equal(r.request_id.n, sizeof(q->request));
	assert_memory_equal(r.request_id.p, q->request, sizeof(q->request));
	done(move_to(&q->actor, &machine, "enable", staff, "disabled"));
}

static void a_move_from_elsewhere_is_stale(void **state)
{
	int64_t before;
	struct rq *q = clerk();
	(void)state;
	before = audit_seen("staff.disable").n;
	assert_int_equal(move_to(&q->actor, &machine, "disable", staff, "disabled"), ERR_STALE);
	assert_int_equal(move_to(&q->actor, &machine, "enable", staff, "disabled"), ERR_STALE);
	assert_int_equal(move_to(&q->actor, &machine, "disable", staff + 1000000, "active"),
			 ERR_STALE);
	q->station = station + 1000000;
	assert_int_equal(move_to(&q->actor, &machine, "disable", staff, "active"), ERR_STALE);
	struct actor nobody = actor_system(q->arena);
	assert_int_equal(move_to(&nobody, &machine, "disable", staff, "active"), ERR_STALE);
	assert_string_equal(state_now(), "active");
	assert_int_equal(audit_seen("staff.disable").n, before);
	assert_false(db_in_tx());
}

/* The action's column holds 48 characters, so this machine's audit row is refused. */
static void no_move_without_its_audit_row(void **state)
{
	static const struct machine long_name = {
		"a_word_that_no_table_has_because_it_is_much_too_long", moves, &set_q
	};
	(void)state;
	assert_int_equal(move_to(&clerk()->actor, &long_name, "disable", staff, "active"), ERR_DB);
	assert_string_equal(state_now(), "active");
	assert_false(db_in_tx());
}

static enum err move_and_fail(void *ctx)
{
	struct rq *q = ctx;
	enum err e = move_to(&q->actor, &machine, "disable", staff, "active");
	return e ? e : ERR(ERR_REMOTE, "after the move");
}

static void a_move_falls_with_its_caller(void **state)
{
	struct rq *q = clerk();
	int64_t before = audit_seen("staff.disable").n;
	(void)state;
	assert_int_equal(db_tx(move_and_fail, q), ERR_REMOTE);
	assert_string_equal(state_now(), "active");
	assert_int_equal(audit_seen("staff.disable").n, before);
}

static void a_change_and_its_audit_row_are_one_call(void **state)
{
	static struct stmt rename_q = SQL(
		"UPDATE staff"
		"   SET name = ?"
		" WHERE id = ?");
	struct rq *q = clerk();
	const struct actor *by = &q->actor;
	const char *login = hex_encode(q->arena, secret_uid(q->arena)), *name = "赵经办",
		   *second = hex_encode(q->arena, secret_uid(q->arena));
	int64_t id = 0, none = staff + 1000000, seen = audit_seen("staff.rename").n;
	(void)state;
	done(audited(by, &add_staff_q, ARGS(A_(login), A_(station)), "staff.add", "staff", &id));
	assert_true(id > staff);
	done(audited(by, &rename_q, ARGS(A_(name), A_(staff)), "staff.rename", "staff", &staff));
	assert_int_equal(audit_seen("staff.rename").n, seen + 1);
	assert_int_equal(audit_seen("staff.rename").actor_id, staff);
	assert_int_equal(
		audited(by, &rename_q, ARGS(A_(name), A_(none)), "staff.rename", "staff", &none),
		ERR_STALE);
	/* Refused by the audit trail, whose action holds 48 characters: nothing was added. */
	id = 0;
	assert_int_equal(audited(by, &add_staff_q, ARGS(A_(second), A_(station)),
				 "an_action_whose_word_is_too_long_for_the_audit_trail", "staff",
				 &id),
			 ERR_DB);
	assert_int_equal(id, 0);
	done(audited(by, &add_staff_q, ARGS(A_(second), A_(station)), "staff.add", "staff", &id));
	assert_false(db_in_tx());
}

static enum err audit_twice(void *ctx)
{
	struct rq *q = ctx;
	done(audit(&q->actor, "test.waits", "staff", staff, "1"));
	/* A statement finds what was written before it. */
	assert_int_equal(audit_seen("test.waits").n, 1);
	return audit(&q->actor, "test.waits", "staff", staff, "2");
}

static enum err audit_once(void *ctx)
{
	struct rq *q = ctx;
	return audit(&q->actor, "test.waits", "staff", staff, "once");
}

static int64_t trips(void)
{
	static struct stmt q_ = SQL(
		"SELECT CAST(variable_value AS SIGNED)"
		"  FROM information_schema.session_status"
		" WHERE variable_name = 'QUESTIONS'");
	int64_t n = 0;
	done(db_int(&q_, NO_ARGS, &n));
	return n;
}

/* However many columns the trail has got since. */
static void the_last_row_and_the_commit_are_one_trip(void **state)
{
	struct rq *q = clerk();
	(void)state;
	done(db_tx(audit_once, q));
	int64_t before = trips();
	done(db_tx(audit_once, q));
	/* The beginning, the row with its end, and this very question. */
	assert_int_equal(trips() - before, 3);
}

/* The last row of a transaction goes along with its commit; what is after it is a new one. */
static void the_last_row_waits_for_the_commit(void **state)
{
	struct rq *q = clerk();
	(void)state;
	done(db_tx(audit_twice, q));
	assert_false(db_in_tx());
	assert_int_equal(audit_seen("test.waits").n, 2);
	assert_string_equal(audit_seen("test.waits").detail, "2");
	done(audit(&q->actor, "test.waits", "staff", staff, "3"));
	assert_int_equal(audit_seen("test.waits").n, 3);
}

static void actors_are_told_apart(void **state)
{
	struct rq *q = clerk();
	(void)state;
	q->staff = 0;
	q->person = 77;
	done(audit(&q->actor, "test.volunteer", "staff", staff, NULL));
	assert_string_equal(audit_seen("test.volunteer").actor_kind, "volunteer");
	assert_int_equal(audit_seen("test.volunteer").actor_id, 77);
	q->person = q->station = 0;
	done(audit(&q->actor, "test.visitor", "staff", staff, NULL));
	assert_string_equal(audit_seen("test.visitor").actor_kind, "visitor");
	assert_true(audit_seen("test.visitor").actor_id == DB_NONE);
	assert_true(audit_seen("test.visitor").station_id == DB_NONE);
	struct actor system = actor_system(q->arena);
	done(audit(&system, "test.system", "staff", staff, "why"));
	assert_string_equal(audit_seen("test.system").actor_kind, "system");
	assert_null(audit_seen("test.system").request_id.p);
}

/* The next number of this letter is that of the year with this serial. */
static void draws(struct rq *q, char letter, int year, int serial)
{
	char want[40];
	const char *no = NULL;
	done(number_next(&q->actor, letter, station, &no));
	(void)snprintf(want, sizeof(want), "%c%d%lld%05d", letter, year, (long long)station_no,
		       serial);
	assert_string_equal(no, want);
}

static enum err draw_and_fail(void *ctx)
{
	const char *no;
	enum err e = number_next(ctx, 'Q', station, &no);
	return e ? e : ERR(ERR_REMOTE, "after the draw");
}

static void numbers_have_no_gaps(void **state)
{
	struct rq *q = clerk();
	const char *no;
	(void)state;
	q->now = 1774569600; /* 2026-03-27 08:00 in Beijing */
	for (int i = 1; i <= 3; i++) {
		draws(q, 'Q', 26, i);
		assert_int_equal(db_tx(draw_and_fail, q), ERR_REMOTE);
	}
	/* Another letter and another year count for themselves. */
	draws(q, 'W', 26, 1);
	q->now += 366 * 86400;
	draws(q, 'Q', 27, 1);
	/* New Year is Beijing's. */
	q->now = 1798732799;
	draws(q, 'X', 26, 1);
	q->now++;
	draws(q, 'X', 27, 1);
	assert_int_equal(number_next(&q->actor, 'Q', station + 1000000, &no), ERR_CHECK);
}

static void short_station_numbers_get_three_digits(void **state)
{
	static struct stmt free_q = SQL(
		"SELECT MIN(n)"
		"  FROM (SELECT 1 AS n UNION SELECT no + 1 FROM station) s"
		" WHERE n < 1000"
		"   AND n NOT IN (SELECT no FROM station)");
	struct rq *q = clerk();
	int64_t no = 0, small;
	const char *text = NULL;
	(void)state;
	q->now = 1774569600;
	done(db_int(&free_q, NO_ARGS, &no));
	small = added(&add_station_q, ARGS(A_(no)));
	done(number_next(&q->actor, 'Q', small, &text));
	assert_string_equal(text, arena_fmt(q->arena, "Q26%03lld00001", (long long)no));
	done(db_change(&drop_serial_q, ARGS(A_(small))));
	done(db_change(&drop_station_q, ARGS(A_(small))));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(moves_are_those_of_the_table),
		cmocka_unit_test(a_move_is_audited),
		cmocka_unit_test(a_move_from_elsewhere_is_stale),
		cmocka_unit_test(a_move_falls_with_its_caller),
		cmocka_unit_test(no_move_without_its_audit_row),
		cmocka_unit_test(a_change_and_its_audit_row_are_one_call),
		cmocka_unit_test(the_last_row_waits_for_the_commit),
		cmocka_unit_test(the_last_row_and_the_commit_are_one_trip),
		cmocka_unit_test(actors_are_told_apart),
		cmocka_unit_test(numbers_have_no_gaps),
		cmocka_unit_test(short_station_numbers_get_three_digits),
	};
	return cmocka_run_group_tests_name("audit", tests, start, end);
}
