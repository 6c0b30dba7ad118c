/* session_test.c - sessions in a real database: who is who, for how long, and who no longer. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "asking.h"
#include "config.h"
#include "db.h"
#include "reply.h"
#include "secret.h"
#include "session.h"

static int64_t station, point, other, clerk, overseer, person, wechat;

static void done(enum err e)
{
	if (e)
		fail_msg("%s %s", err_name(e), err_text());
}

static void run(struct stmt *s, struct args a)
{
	done(db_exec(s, a, NULL));
}

static int64_t added(struct stmt *s, struct args a)
{
	int64_t id = 0;
	done(db_exec(s, a, &id));
	return id;
}

static struct stmt add_station_q = SQL(
	"INSERT INTO station (no, name, region_code, kind, parent_id)"
	" VALUES (?, ?, '610502', IF(? IS NULL, 'station', 'point'), ?)");
static struct stmt add_staff_q = SQL(
	"INSERT INTO staff (login, name, password_hash, password_changed_at, totp_sealed)"
	" VALUES (?, ?, 'x', NOW(), 'x')");
static struct stmt add_role_q = SQL(
	"INSERT INTO staff_role (staff_id, role, station_id, region_code)"
	" VALUES (?, ?, ?, ?)");
static struct stmt add_person_q = SQL(
	"INSERT INTO person (uid, name)"
	" VALUES (?, '李志愿')");
static struct stmt add_volunteer_q = SQL(
	"INSERT INTO volunteer (person_id, station_id, region_code)"
	" VALUES (?, ?, '610502')");
static struct stmt add_wechat_q = SQL(
	"INSERT INTO wechat_account (appid, openid)"
	" VALUES ('test', ?)");
static struct stmt end_role_q = SQL(
	"UPDATE staff_role"
	"   SET ended_at = NOW()"
	" WHERE staff_id = ?"
	"   AND role = 'reviewer'");
static struct stmt renew_roles_q = SQL(
	"UPDATE staff_role"
	"   SET ended_at = NULL"
	" WHERE staff_id = ?");
static struct stmt staff_state_q = SQL(
	"UPDATE staff"
	"   SET state = ?"
	" WHERE id = ?");
static struct stmt erase_q = SQL(
	"UPDATE person"
	"   SET erased_at = ?"
	" WHERE id = ?");
static struct stmt drop_sessions_q = SQL(
	"DELETE FROM session"
	" WHERE staff_id IN (?, ?)"
	"    OR person_id = ?"
	"    OR wechat_account_id = ?");
static struct stmt drop_roles_q = SQL(
	"DELETE FROM staff_role"
	" WHERE staff_id IN (?, ?)");

static int64_t number(struct stmt *s, int64_t id)
{
	int64_t n = DB_NONE;
	done(db_int(s, ARGS(A_(id)), &n));
	return n;
}

/* A request at so many seconds from the first one, with the cookie that ask_cookie() took: no
 * second of the real clock passes between two of them. */
static struct rq *at(int64_t seconds)
{
	static int64_t first;
	struct rq *q = ask();
	done(db_ready(q->arena));
	if (!first)
		first = q->now;
	q->now = first + seconds;
	return q;
}

static struct rq *load(int64_t seconds)
{
	struct rq *q = at(seconds);
	done(session_load(q));
	return q;
}

static void sign_in(int64_t staff_id, int64_t station_id)
{
	struct rq *q = at(0);
	done(session_staff(q, staff_id, station_id, true));
	ask_cookie(q);
}

static void is_nobody(const struct rq *q)
{
	assert_int_equal(q->who.session_id, 0);
	assert_int_equal(q->who.roles, 0);
	assert_string_equal(q->who.csrf, "");
}

static const char *random_word(struct rq *q)
{
	return hex_encode(q->arena, secret_uid(q->arena));
}

static int64_t make_station(int64_t no, const char *name, int64_t parent)
{
	return added(&add_station_q, ARGS(A_(no), A_(name), A_(parent), A_(parent)));
}

static void make_role(int64_t staff_id, const char *role, int64_t station_id, const char *region)
{
	run(&add_role_q, ARGS(A_(staff_id), A_(role), A_(station_id), A_(region)));
}

static int start(void **state)
{
	if (asking_start(state))
		return -1;
	struct rq *q = at(0);
	uint32_t no;
	secret_random(&no, sizeof(no));
	no = 1000000 + no % 1000000000;
	station = make_station(no, "甲站", DB_NONE);
	other = make_station(no + 1, "乙站", DB_NONE);
	point = make_station(no + 2, "甲站东点", station);
	clerk = added(&add_staff_q, ARGS(A_(random_word(q)), A_("王经办")));
	overseer = added(&add_staff_q, ARGS(A_(random_word(q)), A_("赵主管")));
	make_role(clerk, "clerk", station, NULL);
	make_role(clerk, "reviewer", station, NULL);
	make_role(clerk, "manager", other, NULL);
	make_role(overseer, "overseer", DB_NONE, "610502");
	person = added(&add_person_q, ARGS(A_(secret_uid(q->arena))));
	run(&add_volunteer_q, ARGS(A_(person), A_(station)));
	wechat = added(&add_wechat_q, ARGS(A_(random_word(q))));
	return 0;
}

/* The people and places stay: other rows may name them. Nothing of them opens a door. */
static int end(void **state)
{
	(void)at(0);
	run(&drop_sessions_q, ARGS(A_(clerk), A_(overseer), A_(person), A_(wechat)));
	run(&drop_roles_q, ARGS(A_(clerk), A_(overseer)));
	db_close();
	return asking_end(state);
}

static void no_cookie_asks_no_database(void **state)
{
	static const char *const junk[] = {
		"", "zyz=", "zyz=abc", "zyz=' OR 1=1 --",
		"zyz=szz0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
	};
	(void)state;
	db_close();
	for (size_t i = 0; i < sizeof(junk) / sizeof(junk[0]); i++) {
		struct rq *q = ask();
		q->cookies = junk[i];
		done(session_load(q));
		is_nobody(q);
	}
	/* What looks like a token does ask. */
	struct rq *q = ask();
	q->cookies = "zyz=s000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
	assert_int_equal(session_load(q), ERR_DB_AWAY);
	q = at(0);
	q->cookies = "zyz=s000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
	done(session_load(q));
	is_nobody(q);
}

static void roles_hold_where_they_were_given(void **state)
{
	struct rq *q;
	(void)state;
	sign_in(clerk, station);
	q = load(1);
	assert_int_equal(q->who.roles, ROLE_CLERK | ROLE_REVIEWER);
	assert_int_equal(q->staff, clerk);
	assert_int_equal(q->station, station);
	assert_int_equal(q->person, 0);
	assert_string_equal(q->who.name, "王经办");
	assert_string_equal(q->who.station_name, "甲站");
	assert_null(q->who.region_code);
	sign_in(clerk, other);
	assert_int_equal(load(1)->who.roles, ROLE_MANAGER);
	sign_in(clerk, point);
	assert_int_equal(load(1)->who.roles, ROLE_CLERK | ROLE_REVIEWER);
	sign_in(clerk, 0);
	assert_int_equal(load(1)->who.roles, 0);
	sign_in(overseer, 0);
	q = load(1);
	assert_int_equal(q->who.roles, ROLE_OVERSEER);
	assert_int_equal(q->station, 0);
	assert_string_equal(q->who.region_code, "610502");
}

static void what_is_taken_back_is_gone_at_once(void **state)
{
	(void)state;
	sign_in(clerk, station);
	run(&end_role_q, ARGS(A_(clerk)));
	assert_int_equal(load(1)->who.roles, ROLE_CLERK);
	run(&renew_roles_q, ARGS(A_(clerk)));
	run(&staff_state_q, ARGS(A_("disabled"), A_(clerk)));
	is_nobody(load(1));
	run(&staff_state_q, ARGS(A_("active"), A_(clerk)));
	assert_int_equal(load(1)->staff, clerk);
}

static void sessions_end_by_themselves(void **state)
{
	static struct stmt seen_q = SQL(
		"SELECT TIMESTAMPDIFF(SECOND, created_at, seen_at)"
		"  FROM session"
		" WHERE id = ?");
	int64_t id;
	(void)state;
	sign_in(clerk, station);
	id = load(59)->who.session_id;
	assert_int_equal(number(&seen_q, id), 0);
	assert_int_equal(load(61)->who.session_id, id);
	assert_int_equal(number(&seen_q, id), 61);
	/* A late answer of an earlier request never turns the clock back. */
	assert_int_equal(load(30)->who.session_id, id);
	assert_int_equal(number(&seen_q, id), 61);
	is_nobody(load(61 + cfg.staff_idle + 1));
	assert_int_equal(load(61 + cfg.staff_idle)->who.session_id, id);
	for (int64_t t = 61; t < cfg.staff_absolute; t += cfg.staff_idle)
		assert_int_equal(load(t)->who.session_id, id);
	assert_int_equal(load(cfg.staff_absolute - 1)->who.session_id, id);
	is_nobody(load(cfg.staff_absolute));
}

static void a_new_sign_in_is_a_new_session(void **state)
{
	static struct stmt hash_q = SQL(
		"SELECT COUNT(*)"
		"  FROM session"
		" WHERE token_hash = UNHEX(SHA2(?, 256))");
	static struct stmt live_q = SQL(
		"SELECT COUNT(*)"
		"  FROM session"
		" WHERE id = ?"
		"   AND revoked_at IS NULL");
	const char *token;
	char csrf[33], before[200];
	int64_t id, n = 0;
	struct rq *q;
	(void)state;
	sign_in(clerk, station);
	q = load(1);
	id = q->who.session_id;
	memcpy(csrf, q->who.csrf, sizeof(csrf));
	assert_int_equal(strlen(csrf), 32);
	token = cookie(q, "zyz");
	assert_int_equal(strlen(token), 65);
	done(db_int(&hash_q, ARGS(A_(token)), &n));
	assert_int_equal(n, 1);
	keep(before, sizeof(before), q->cookies);
	done(session_staff(q, clerk, station, true));
	assert_int_not_equal(q->who.session_id, id);
	assert_string_not_equal(q->who.csrf, csrf);
	assert_string_not_equal(answer_header(q, "Set-Cookie"), before);
	assert_int_equal(number(&live_q, id), 0);
	is_nobody(load(1));
	ask_cookie(at(0));
}

static void signing_out_ends_it_here(void **state)
{
	struct rq *q;
	(void)state;
	sign_in(clerk, station);
	q = load(1);
	done(session_end(q));
	is_nobody(q);
	assert_non_null(strstr(answer_header(q, "Set-Cookie"), "Max-Age=0"));
	is_nobody(load(2));
	done(session_end(load(3)));
}

static void csrf_is_this_sessions(void **state)
{
	char own[33], bad[33];
	(void)state;
	sign_in(overseer, 0);
	keep(own, sizeof(own), load(1)->who.csrf);
	sign_in(clerk, station);
	struct rq *q = load(1);
	assert_string_not_equal(q->who.csrf, own);
	ask_form(q, arena_fmt(q->arena, "csrf=%s", own));
	assert_false(session_csrf_ok(q));
	keep(own, sizeof(own), q->who.csrf);
	for (size_t i = 0; i <= 32; i++) {
		keep(bad, sizeof(bad), own);
		if (i < 32)
			bad[i] = bad[i] == 'a' ? 'b' : 'a';
		else
			bad[31] = '\0';
		q = load(1);
		ask_form(q, arena_fmt(q->arena, "csrf=%s", bad));
		assert_false(session_csrf_ok(q));
	}
	q = load(1);
	ask_form(q, arena_fmt(q->arena, "csrf=%s0", own));
	assert_false(session_csrf_ok(q));
	q = load(1);
	assert_false(session_csrf_ok(q));
	ask_form(q, arena_fmt(q->arena, "csrf=%s", own));
	assert_true(session_csrf_ok(q));
	q = at(0);
	ask_form(q, "csrf=");
	assert_false(session_csrf_ok(q));
}

static void volunteers_and_visitors_by_wechat(void **state)
{
	struct rq *q = at(0);
	(void)state;
	done(session_wechat(q, wechat));
	ask_cookie(q);
	q = load(1);
	assert_int_equal(q->who.roles, ROLE_WECHAT);
	assert_int_equal(q->who.wechat_id, wechat);
	assert_int_equal(q->person, 0);
	done(session_volunteer(q, person, wechat));
	ask_cookie(q);
	q = load(cfg.volunteer_absolute);
	assert_int_equal(q->who.roles, ROLE_VOLUNTEER);
	assert_int_equal(q->person, person);
	assert_int_equal(q->who.wechat_id, wechat);
	assert_int_equal(q->station, station);
	assert_string_equal(q->who.name, "李志愿");
	is_nobody(load(cfg.volunteer_absolute + 1));
	run(&erase_q, ARGS(A_("2026-01-01 00:00:00"), A_(person)));
	is_nobody(load(1));
	run(&erase_q, ARGS(A_((const char *)NULL), A_(person)));
	assert_int_equal(load(1)->person, person);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_cookie_asks_no_database),
		cmocka_unit_test(roles_hold_where_they_were_given),
		cmocka_unit_test(what_is_taken_back_is_gone_at_once),
		cmocka_unit_test(sessions_end_by_themselves),
		cmocka_unit_test(a_new_sign_in_is_a_new_session),
		cmocka_unit_test(signing_out_ends_it_here),
		cmocka_unit_test(csrf_is_this_sessions),
		cmocka_unit_test(volunteers_and_visitors_by_wechat),
	};
	return cmocka_run_group_tests_name("session", tests, start, end);
}
