/* counts_test.c - counts that move with the rows they count: after each step, after a rollback, and
 * with two connections at the same rows at once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "application.h"
#include "asking.h"
#include "need.h"
#include "person.h"
#include "record.h"
#include "secret.h"

enum { TURNS = 40 };

static struct stmt staff_q = SQL(
	"INSERT INTO staff (login, name, password_hash)"
	" VALUES (?, 'x', 'x')");
static struct stmt station_q = SQL(
	"INSERT INTO station (no, name, region_code)"
	" VALUES (?, 'x', '610502')");
static struct stmt need_q = SQL(
	"INSERT INTO need (no, station_id, source, category)"
	" VALUES (?, ?, 'phone', '0001')");
static struct stmt person_q = SQL(
	"INSERT INTO person (uid, name)"
	" VALUES (?, 'x')");
static struct stmt volunteer_q = SQL(
	"INSERT INTO volunteer (person_id, station_id, region_code)"
	" VALUES (?, ?, '610502')");
static struct stmt activity_q = SQL(
	"INSERT INTO activity (uid, no, station_id, title, category, place, starts_at, ends_at,"
	"       published_at, created_by)"
	" VALUES (?, ?, ?, 'x', '0001', 'x', '2026-03-05 09:00', '2026-03-05 11:00',"
	"       '2026-03-01 08:00', ?)");
static struct stmt roster_q = SQL(
	"INSERT INTO roster (activity_id, person_id, station_id)"
	" VALUES (?, ?, ?)");
static struct stmt record_q = SQL(
	"INSERT INTO service_record (uid, no, station_id, activity_id, person_id, served_on,"
	"       starts_at, ends_at, minutes, evidence, category, activity_published_at, flags)"
	" VALUES (?, ?, ?, ?, ?, '2026-03-05', '2026-03-05 09:00', '2026-03-05 10:00', 60, 'scan',"
	"       '0001', '2026-03-01 08:00', ?)");
static struct stmt project_q = SQL(
	"INSERT INTO project (uid, no, station_id, title, author_id, state, approver_id,"
	"       starts_on, ends_on)"
	" VALUES (?, ?, ?, 'x', ?, 'recruiting', ?, '2026-01-01', '2026-12-31')");
static struct stmt position_q = SQL(
	"INSERT INTO position (uid, project_id, title, wanted)"
	" VALUES (?, ?, 'x', 5)");
static struct stmt application_q = SQL(
	"INSERT INTO application (uid, station_id, project_id, position_id, person_id)"
	" VALUES (?, ?, ?, ?, ?)");
static struct stmt closed_q = SQL(
	"UPDATE project"
	"   SET state = 'closed'"
	" WHERE id = ?");
/* What is kept and what the rows say, in one line each, so that a failure shows both. */
static struct stmt needs_kept_q = SQL(
	"SELECT COALESCE(GROUP_CONCAT(of_state, ' ', n ORDER BY of_state), '')"
	"  FROM need_count"
	" WHERE station_id = ?"
	"   AND n <> 0");
static struct stmt needs_said_q = SQL(
	"SELECT COALESCE(GROUP_CONCAT(state, ' ', n ORDER BY state), '')"
	"  FROM (SELECT state, COUNT(*) AS n FROM need WHERE station_id = ? GROUP BY state) x");
static struct stmt volunteers_q = SQL(
	"SELECT COALESCE(SUM(n), 0)"
	"  FROM volunteer_count"
	" WHERE station_id = ?"
	"   AND of_state = 'active'");
static struct stmt activity_kept_q = SQL(
	"SELECT CONCAT_WS(' ', roster, records, waiting, recorded, flagged, far, offline)"
	"  FROM activity_count"
	" WHERE activity_id = ?");
static struct stmt awaits_q = SQL(
	"SELECT awaits + 10 * is_due"
	"  FROM activity"
	" WHERE id = ?");
static struct stmt notice_q = SQL(
	"UPDATE activity"
	"   SET state = 'notice'"
	" WHERE id = ?");
static struct stmt gone_q = SQL(
	"DELETE FROM service_record"
	" WHERE activity_id = ?");
static struct stmt open_q = SQL(
	"SELECT SUM(project_open)"
	"  FROM application"
	" WHERE project_id = ?");

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

static const char *text(struct stmt *s, int64_t id)
{
	const char *t = "";
	done(db_text(s, ARGS(A_(id)), &t));
	return t;
}

static int64_t number(struct stmt *s, int64_t id)
{
	int64_t n = -1;
	done(db_int(s, ARGS(A_(id)), &n));
	return n;
}

static const char *word(void)
{
	return arena_fmt(me.arena, "%.20s", hex_encode(me.arena, secret_uid(me.arena)));
}

static int64_t new_station(void)
{
	uint32_t no;
	secret_random(&no, sizeof(no));
	return added(&station_q, ARGS(A_((int64_t)1000000 + no % 1000000000)));
}

static int64_t new_person(void)
{
	return added(&person_q, ARGS(A_(secret_uid(me.arena))));
}

static int64_t new_activity(void)
{
	return added(&activity_q,
		     ARGS(A_(secret_uid(me.arena)), A_(word()), A_(me.station), A_(me.staff)));
}

static int64_t new_need(void)
{
	int64_t id = added(&need_q, ARGS(A_(word()), A_(me.station)));
	done(need_counted(id));
	return id;
}

/* A station and a member of staff of their own; each process has its own connection. */
static void begin(void)
{
	struct rq *q = ask();
	done(db_ready(q->arena));
	me = actor_system(q->arena);
	me.system = false;
	me.station = new_station();
	me.staff = added(&staff_q, ARGS(A_(word())));
}

static void needs_agree(void)
{
	assert_string_equal(text(&needs_kept_q, me.station), text(&needs_said_q, me.station));
}

static void needs_count(void **state)
{
	(void)state;
	begin();
	int64_t a = new_need(), b = new_need();
	needs_agree();
	done(need_move(&me, "verify", a, "to_verify", NULL));
	done(need_move(&me, "decline", b, "to_verify", "no"));
	needs_agree();
	assert_string_equal(text(&needs_kept_q, me.station), "declined 1,verified 1");
}

static enum err moved_and_failed(void *ctx)
{
	const int64_t *need = ctx;
	(void)new_need();
	enum err e = need_move(&me, "verify", *need, "to_verify", NULL);
	return e ? e : ERR(ERR_REMOTE, "undone");
}

static void rollback_takes_counts_along(void **state)
{
	(void)state;
	begin();
	int64_t need = new_need();
	assert_int_equal(db_tx(moved_and_failed, &need), ERR_REMOTE);
	err_clear();
	needs_agree();
	assert_string_equal(text(&needs_kept_q, me.station), "to_verify 1");
}

static void a_move_that_is_late_counts_nothing(void **state)
{
	(void)state;
	begin();
	int64_t need = new_need();
	done(need_move(&me, "verify", need, "to_verify", NULL));
	assert_int_equal(db_tx(moved_and_failed, &need), ERR_STALE);
	err_clear();
	needs_agree();
}

static void volunteers_count(void **state)
{
	(void)state;
	begin();
	int64_t person = new_person(), other = new_station();
	done(db_exec(&volunteer_q, ARGS(A_(person), A_(me.station)), NULL));
	done(volunteer_counted(person, 1));
	assert_int_equal(number(&volunteers_q, me.station), 1);
	done(volunteer_set_home(person, me.station, other));
	assert_int_equal(number(&volunteers_q, me.station), 0);
	assert_int_equal(number(&volunteers_q, other), 1);
}

static void activities_count(void **state)
{
	(void)state;
	begin();
	int64_t activity = new_activity(), person = new_person();
	done(db_exec(&roster_q, ARGS(A_(activity), A_(person), A_(me.station)), NULL));
	done(activity_counted(activity));
	assert_string_equal(text(&activity_kept_q, activity), "1 0 0 0 0 0 0");
	done(db_exec(&record_q,
		     ARGS(A_(secret_uid(me.arena)), A_(word()), A_(me.station), A_(activity),
			  A_(person), A_("far,offline")),
		     NULL));
	done(activity_counted(activity));
	assert_string_equal(text(&activity_kept_q, activity), "1 1 1 0 1 1 1");
	done(activity_counted(activity));
	assert_string_equal(text(&activity_kept_q, activity), "1 1 1 0 1 1 1");
	/* Under notice, it is due as long as a record of it waits for review. */
	assert_int_equal(number(&awaits_q, activity), 1);
	done(db_exec(&notice_q, ARGS(A_(activity)), NULL));
	assert_int_equal(number(&awaits_q, activity), 11);
	done(db_exec(&gone_q, ARGS(A_(activity)), NULL));
	done(activity_counted(activity));
	assert_int_equal(number(&awaits_q, activity), 0);
}

static void applications_follow_their_project(void **state)
{
	(void)state;
	begin();
	int64_t approver = added(&staff_q, ARGS(A_(word())));
	int64_t project = added(&project_q, ARGS(A_(secret_uid(me.arena)), A_(word()),
						 A_(me.station), A_(me.staff), A_(approver)));
	int64_t position = added(&position_q, ARGS(A_(secret_uid(me.arena)), A_(project)));
	done(db_exec(&application_q,
		     ARGS(A_(secret_uid(me.arena)), A_(me.station), A_(project), A_(position),
			  A_(new_person())),
		     NULL));
	done(applications_follow(project));
	assert_int_equal(number(&open_q, project), 1);
	done(db_change(&closed_q, ARGS(A_(project))));
	done(applications_follow(project));
	assert_int_equal(number(&open_q, project), 0);
}

/* One turn of work: a need comes in and is verified, somebody is put on the roster. */
static enum err turn(void *ctx)
{
	const int64_t *activity = ctx;
	int64_t need = 0, person = 0;
	enum err e = db_exec(&need_q, ARGS(A_(word()), A_(me.station)), &need);
	if (!e)
		e = need_counted(need);
	if (!e)
		e = need_move(&me, "verify", need, "to_verify", NULL);
	if (!e)
		e = db_exec(&person_q, ARGS(A_(secret_uid(me.arena))), &person);
	if (!e)
		e = db_exec(&roster_q, ARGS(A_(*activity), A_(person), A_(me.station)), NULL);
	return e ? e : activity_counted(*activity);
}

static int turns(int64_t activity)
{
	struct rq *q = ask();
	me.arena = q->arena;
	if (db_ready(q->arena))
		return 1;
	for (int i = 0; i < TURNS; i++)
		if (db_tx(turn, &activity))
			return 1;
	db_close();
	return 0;
}

/* Each process opens its own connection after the fork, and both work at the same rows. */
static void two_at_once(void **state)
{
	(void)state;
	begin();
	int64_t activity = new_activity();
	int status = -1;
	db_close();
	pid_t child = fork();
	if (!child)
		_exit(turns(activity));
	assert_int_equal(turns(activity), 0);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	done(db_ready(me.arena));
	needs_agree();
	assert_string_equal(text(&needs_kept_q, me.station),
			    arena_fmt(me.arena, "verified %d", 2 * TURNS));
	assert_string_equal(text(&activity_kept_q, activity),
			    arena_fmt(me.arena, "%d 0 0 0 0 0 0", 2 * TURNS));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(needs_count),
		cmocka_unit_test(rollback_takes_counts_along),
		cmocka_unit_test(a_move_that_is_late_counts_nothing),
		cmocka_unit_test(volunteers_count),
		cmocka_unit_test(activities_count),
		cmocka_unit_test(applications_follow_their_project),
		cmocka_unit_test(two_at_once),
	};
	return cmocka_run_group_tests_name("counts", tests, asking_start, asking_end);
}
