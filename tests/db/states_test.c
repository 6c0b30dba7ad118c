/* states_test.c - needs, places, applications and staff as programs share them, in a real database:
 * no request is needed to try a rule. Whatever a test makes is rolled back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "application.h"
#include "asking.h"
#include "need.h"
#include "person.h"
#include "position.h"
#include "secret.h"
#include "staff.h"

static struct stmt staff_q = SQL(
	"INSERT INTO staff (login, name, password_hash)"
	" VALUES (?, 'x', 'x')");
static struct stmt station_q = SQL(
	"INSERT INTO station (no, name, region_code)"
	" VALUES (?, 'x', '610502')");
static struct stmt project_q = SQL(
	"INSERT INTO project (uid, no, station_id, title, author_id, state, approver_id,"
	"       starts_on, ends_on)"
	" VALUES (?, ?, ?, 'x', ?, 'recruiting', ?, '2026-01-01', '2026-12-31')");
static struct stmt closed_q = SQL(
	"UPDATE project"
	"   SET state = 'closed'"
	" WHERE id = ?");
static struct stmt need_q = SQL(
	"INSERT INTO need (no, station_id, source, category, state)"
	" VALUES (?, ?, 'phone', '0001', ?)");
static struct stmt answers_q = SQL(
	"INSERT INTO project_need (project_id, need_id)"
	" VALUES (?, ?)");
static struct stmt position_q = SQL(
	"INSERT INTO position (uid, project_id, title, wanted, taken)"
	" VALUES (?, ?, 'x', ?, ?)");
static struct stmt person_q = SQL(
	"INSERT INTO person (uid, name)"
	" VALUES (?, 'x')");
static struct stmt application_q = SQL(
	"INSERT INTO application (uid, station_id, project_id, position_id, person_id, state)"
	" VALUES (?, ?, ?, ?, ?, ?)");
static struct stmt need_state_q = SQL(
	"SELECT state"
	"  FROM need"
	" WHERE id = ?");
static struct stmt need_done_q = SQL(
	"SELECT COALESCE(done_on, '')"
	"  FROM need"
	" WHERE id = ?");
static struct stmt applied_q = SQL(
	"SELECT CONCAT(state, ' ', COALESCE(reason, ''), ' ', COALESCE(offered_until, ''))"
	"  FROM application"
	" WHERE id = ?");
static struct stmt audited_q = SQL(
	"SELECT COUNT(*)"
	"  FROM audit"
	" WHERE target = ?"
	"   AND target_id = ?"
	"   AND action = ?");
static struct stmt roles_q = SQL(
	"SELECT COUNT(*)"
	"  FROM staff_role"
	" WHERE staff_id = ?"
	"   AND ended_at IS NULL");
static struct stmt hash_q = SQL(
	"SELECT password_hash"
	"  FROM staff"
	" WHERE id = ?");

static struct actor me;

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

static int64_t number(struct stmt *s, struct args a)
{
	int64_t n = -1;
	done(db_int(s, a, &n));
	return n;
}

static const char *text(struct stmt *s, int64_t id)
{
	const char *t = "";
	done(db_text(s, ARGS(A_(id)), &t));
	return t;
}

static const char *word(void)
{
	return arena_fmt(me.arena, "%.20s", hex_encode(me.arena, secret_uid(me.arena)));
}

static int64_t new_project(void)
{
	int64_t approver = added(&staff_q, ARGS(A_(word())));
	return added(&project_q, ARGS(A_(secret_uid(me.arena)), A_(word()), A_(me.station),
				      A_(me.staff), A_(approver)));
}

static int64_t new_need(const char *state)
{
	return added(&need_q, ARGS(A_(word()), A_(me.station), A_(state)));
}

static int64_t new_application(int64_t project, int64_t position, const char *state)
{
	int64_t person = added(&person_q, ARGS(A_(secret_uid(me.arena))));
	return added(&application_q, ARGS(A_(secret_uid(me.arena)), A_(me.station), A_(project),
					  A_(position), A_(person), A_(state)));
}

static void new_actor(void)
{
	uint32_t no;
	struct rq *q = ask();
	done(db_ready(q->arena));
	secret_random(&no, sizeof(no));
	me = actor_system(q->arena);
	me.system = false;
	me.station = added(&station_q, ARGS(A_((int64_t)1000000 + no % 1000000000)));
	me.staff = added(&staff_q, ARGS(A_(word())));
}

static enum err run_and_undo(void *ctx)
{
	void (*const *test)(void) = ctx;
	new_actor();
	(*test)();
	return ERR(ERR_REMOTE, "undone");
}

static void undone(void (*test)(void))
{
	struct rq *q = ask();
	done(db_ready(q->arena));
	assert_int_equal(db_tx(run_and_undo, &test), ERR_REMOTE);
	err_clear();
}

static void by_hand(void)
{
	int64_t id = new_need("to_verify");
	struct actor elsewhere = me;
	elsewhere.station++;
	assert_int_equal(need_move(&elsewhere, "verify", id, "to_verify", NULL), ERR_STALE);
	assert_int_equal(need_move(&me, "finish", id, "to_verify", NULL), ERR_STALE);
	assert_string_equal(text(&need_state_q, id), "to_verify");
	done(need_move(&me, "verify", id, "to_verify", NULL));
	assert_int_equal(need_move(&me, "verify", id, "to_verify", NULL), ERR_STALE);
	assert_int_equal(need_move(&me, "decline", id, "verified", NULL), ERR_CHECK);
	done(need_move(&me, "decline", id, "verified", "why"));
	assert_string_equal(text(&need_state_q, id), "declined");
	assert_int_equal(number(&audited_q, ARGS(A_("need"), A_(id), A_("need.decline"))), 1);
}
static void needs_move_by_hand(void **state)
{
	(void)state;
	undone(by_hand);
}

static void along(void)
{
	int64_t first = new_project(), second = new_project();
	int64_t both = new_need("verified"), one = new_need("verified"),
		raw = new_need("to_verify");
	const int64_t pairs[][2] = {
		{ first, both }, { second, both }, { first, one }, { first, raw }
	};
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
		done(db_exec(&answers_q, ARGS(A_(pairs[i][0]), A_(pairs[i][1])), NULL));
	done(needs_follow(&me, first, "project"));
	assert_string_equal(text(&need_state_q, both), "in_project");
	assert_string_equal(text(&need_state_q, one), "in_project");
	assert_string_equal(text(&need_state_q, raw), "to_verify");
	done(needs_follow(&me, first, "finish"));
	assert_string_equal(text(&need_state_q, both), "in_project");
	assert_string_equal(text(&need_state_q, one), "done");
	assert_string_equal(text(&need_done_q, one), actor_today(&me));
	done(db_change(&closed_q, ARGS(A_(first))));
	done(needs_follow(&me, second, "release"));
	assert_string_equal(text(&need_state_q, both), "verified");
	assert_int_equal(number(&audited_q, ARGS(A_("need"), A_(one), A_("need.finish"))), 1);
}
static void needs_go_with_the_last_project_that_answers_them(void **state)
{
	(void)state;
	undone(along);
}

static void counted(void)
{
	int64_t left, id = added(&position_q, ARGS(A_(secret_uid(me.arena)), A_(new_project()),
						   A_((int64_t)2), A_((int64_t)0)));
	assert_int_equal(position_give(id), ERR_STALE);
	done(position_take(id));
	done(position_take(id));
	assert_int_equal(position_take(id), ERR_STALE);
	done(position_give(id));
	done(position_left(id, &left));
	assert_int_equal(left, 1);
}
static void places_are_never_oversold(void **state)
{
	(void)state;
	undone(counted);
}

static void ended(void)
{
	static const char *const words[] = { "pending", "waiting", "offered", "accepted" };
	int64_t ids[4], left, project = new_project();
	int64_t place = added(&position_q, ARGS(A_(secret_uid(me.arena)), A_(project),
						A_((int64_t)3), A_((int64_t)2)));
	for (size_t i = 0; i < 4; i++)
		ids[i] = new_application(project, place, words[i]);
	struct application_row offered = { ids[2], "offered", place, me.station, project };
	assert_int_equal(application_move(&me, &offered, "refuse"), ERR_STALE);
	done(applications_end(&me, project, "over", false));
	for (size_t i = 0; i < 3; i++) {
		assert_string_equal(text(&applied_q, ids[i]), "refused over ");
		assert_int_equal(number(&audited_q,
					ARGS(A_("application"), A_(ids[i]), A_("application.end"))),
				 1);
	}
	assert_string_equal(text(&applied_q, ids[3]), "accepted  ");
	done(position_left(place, &left));
	assert_int_equal(left, 2);
}
static void open_applications_end_with_their_project(void **state)
{
	(void)state;
	undone(ended);
}

static void roles(void)
{
	int64_t id;
	struct staff_entry s = { word(), "x", "clerk", "first", me.station };
	assert_int_equal(staff_find(s.login, &id), ERR_NOT_FOUND);
	done(staff_add(&me, &s));
	s.role = "reviewer";
	s.hash = "second";
	done(staff_add(&me, &s));
	done(staff_find(s.login, &id));
	assert_int_equal(number(&roles_q, ARGS(A_(id))), 2);
	assert_string_equal(text(&hash_q, id), "first");
	struct actor themselves = me;
	themselves.staff = id;
	assert_int_equal(staff_role_end(&themselves, id, "clerk", me.station), ERR_STALE);
	done(staff_role_end(&me, id, "clerk", me.station));
	assert_int_equal(staff_role_end(&me, id, "clerk", me.station), ERR_STALE);
	assert_int_equal(number(&roles_q, ARGS(A_(id))), 1);
	done(staff_set_password(&me, id, "third", 0));
	assert_string_equal(text(&hash_q, id), "third");
	assert_int_equal(number(&audited_q, ARGS(A_("staff"), A_(id), A_("staff.add"))), 2);
}
static void staff_have_roles_and_one_password(void **state)
{
	(void)state;
	undone(roles);
}

static void salted(void)
{
	int64_t id = added(&person_q, ARGS(A_(secret_uid(me.arena))));
	struct bytes first = secret_uid(me.arena), got, again;
	done(person_salt(id, first, &got));
	done(person_salt(id, secret_uid(me.arena), &again));
	assert_int_equal(got.n, first.n);
	assert_memory_equal(got.p, first.p, first.n);
	assert_memory_equal(again.p, first.p, first.n);
}
static void a_person_has_one_salt(void **state)
{
	(void)state;
	undone(salted);
}

static int end(void **state)
{
	db_close();
	return asking_end(state);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(needs_move_by_hand),
		cmocka_unit_test(needs_go_with_the_last_project_that_answers_them),
		cmocka_unit_test(places_are_never_oversold),
		cmocka_unit_test(open_applications_end_with_their_project),
		cmocka_unit_test(staff_have_roles_and_one_password),
		cmocka_unit_test(a_person_has_one_salt),
	};
	return cmocka_run_group_tests_name("states", tests, asking_start, end);
}
