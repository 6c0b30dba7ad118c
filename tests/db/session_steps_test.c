/* session_steps_test.c - what a member of staff must do before anything else, and roles that hold
 * for some days only. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "asking.h"
#include "db.h"
#include "secret.h"
#include "session.h"

static int64_t staff, station;

static struct stmt add_station_q = SQL(
	"INSERT INTO station (no, name, region_code, kind)"
	" VALUES (?, '丙站', '610502', 'station')");
static struct stmt add_staff_q = SQL(
	"INSERT INTO staff (login, name, password_hash)"
	" VALUES (?, '王经办', 'x')");
static struct stmt add_role_q = SQL(
	"INSERT INTO staff_role (staff_id, role, station_id)"
	" VALUES (?, ?, ?)");
static struct stmt drop_sessions_q = SQL(
	"DELETE FROM session"
	" WHERE staff_id = ?");
static struct stmt drop_roles_q = SQL(
	"DELETE FROM staff_role"
	" WHERE staff_id = ?");

static void done(enum err e)
{
	assert_int_equal(e, OK);
}

static void run(struct stmt *s, struct args a)
{
	done(db_exec(s, a, NULL));
}

static struct rq *now(void)
{
	struct rq *q = ask();
	done(db_ready(q->arena));
	return q;
}

static void sign_in(bool second)
{
	struct rq *q = now();
	done(session_staff(q, staff, station, second));
	ask_cookie(q);
}

static struct rq *load(void)
{
	struct rq *q = now();
	done(session_load(q));
	return q;
}

static int start(void **state)
{
	uint32_t no;
	if (asking_start(state))
		return -1;
	struct rq *q = now();
	secret_random(&no, sizeof(no));
	done(db_exec(&add_station_q, ARGS(A_(1000000 + no % 1000000000)), &station));
	done(db_exec(&add_staff_q, ARGS(A_(hex_encode(q->arena, secret_uid(q->arena)))), &staff));
	run(&add_role_q, ARGS(A_(staff), A_("clerk"), A_(station)));
	run(&add_role_q, ARGS(A_(staff), A_("reviewer"), A_(station)));
	return 0;
}

static int finish(void **state)
{
	(void)now();
	run(&drop_sessions_q, ARGS(A_(staff)));
	run(&drop_roles_q, ARGS(A_(staff)));
	db_close();
	return asking_end(state);
}

/* Whoever is at a step is nobody to every route but that step's. */
static void steps_before_anything_else(void **state)
{
	static struct stmt step_q = SQL(
		"UPDATE staff"
		"   SET password_changed_at = IF(?, NOW(), NULL), totp_sealed = IF(?, 'x', NULL)"
		" WHERE id = ?");
	static const struct {
		bool own_password, has_second, shown;
		const char *step;
	} steps[] = { { true, true, false, "code" },     { false, true, false, "code" },
		      { false, true, true, "password" }, { false, false, true, "password" },
		      { true, false, true, "second" },   { true, false, false, "second" },
		      { true, true, true, NULL } };
	(void)state;
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
		run(&step_q, ARGS(A_(steps[i].own_password), A_(steps[i].has_second), A_(staff)));
		sign_in(steps[i].shown);
		struct rq *q = load();
		assert_string_equal(q->who.step ? q->who.step : "-",
				    steps[i].step ? steps[i].step : "-");
		assert_int_equal(q->staff, steps[i].step ? 0 : staff);
		assert_int_equal(q->who.waiting, steps[i].step ? staff : 0);
		assert_int_equal(!q->who.roles, steps[i].step != NULL);
		assert_int_equal(!q->who.name, steps[i].step != NULL);
	}
}

static void a_role_holds_for_its_days(void **state)
{
	static struct stmt days_q = SQL(
		"UPDATE staff_role"
		"   SET from_on = CURDATE() + INTERVAL ? DAY, until_on = CURDATE() + INTERVAL ? DAY"
		" WHERE staff_id = ?"
		"   AND role = 'reviewer'");
	static const struct {
		int from, until;
		unsigned roles;
	} days[] = { { 1, 5, ROLE_CLERK },
		     { -5, -1, ROLE_CLERK },
		     { 0, 0, ROLE_CLERK | ROLE_REVIEWER },
		     { -1, 1, ROLE_CLERK | ROLE_REVIEWER } };
	(void)state;
	sign_in(true);
	for (size_t i = 0; i < sizeof(days) / sizeof(days[0]); i++) {
		run(&days_q, ARGS(A_(days[i].from), A_(days[i].until), A_(staff)));
		assert_int_equal(load()->who.roles, days[i].roles);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(steps_before_anything_else),
		cmocka_unit_test(a_role_holds_for_its_days),
	};
	return cmocka_run_group_tests_name("session steps", tests, start, finish);
}
