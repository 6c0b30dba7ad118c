/* outbox_test.c - what is put in line, once; versions, withdrawals, consent and erasure, in a real
 * database. What is told is each time the volunteer row of somebody new.
 * log-allowed: is set aside: ERR_INTERNAL secret.c
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "asking.h"
#include "outbox.h"
#include "row.h"
#include "secret.h"

static struct stmt add_station_q = SQL(
	"INSERT INTO station (no, name, region_code)"
	" VALUES (?, '丁站', '610502')");
static struct stmt add_person_q = SQL(
	"INSERT INTO person (uid, name, sex, id_type, id_no_sealed, phone_sealed)"
	" VALUES (?, '韩梅', '2', '01', ?, ?)");
static struct stmt add_volunteer_q = SQL(
	"INSERT INTO volunteer (person_id, station_id, region_code, skills)"
	" VALUES (?, ?, '610502', '01')");
static struct stmt consent_q = SQL(
	"INSERT INTO consent (person_id, purpose)"
	" VALUES (?, 'platform')");
static struct stmt skills_q = SQL(
	"UPDATE volunteer"
	"   SET skills = ?"
	" WHERE person_id = ?");
static struct stmt sent_q = SQL(
	"UPDATE outbox"
	"   SET state = 'accepted', receipt = 'R1', first_sent_at = NOW(3)"
	" WHERE record_uid = ?"
	"   AND version = ?");
static struct stmt count_q = SQL(
	"SELECT COUNT(*)"
	"  FROM outbox o"
	"  JOIN destination d ON d.id = o.destination_id"
	" WHERE o.record_uid = ?"
	"   AND d.code = 'exchange'");

static struct stmt noted_q = SQL(
	"SELECT COUNT(*)"
	"  FROM outbox_todo"
	" WHERE source = 'volunteer'"
	"   AND record_id = ?");
static struct stmt unreadable_q = SQL(
	"UPDATE person"
	"   SET id_no_sealed = 'x'"
	" WHERE id = ?");
static struct stmt readable_q = SQL(
	"UPDATE person"
	"   SET id_no_sealed = ?"
	" WHERE id = ?");
static struct stmt at_once_q = SQL(
	"UPDATE outbox_todo"
	"   SET next_at = NULL"
	" WHERE record_id = ?");
static struct stmt older_q = SQL(
	"UPDATE outbox_todo"
	"   SET made_at = NOW(3) - INTERVAL 30 DAY"
	" WHERE record_id = ?");
static struct stmt left_q = SQL(
	"UPDATE volunteer"
	"   SET state = 'left'"
	" WHERE person_id = ?");

#define LINE_COLS(X, T) \
	X(T, INT, version, "o.version") \
	X(T, TEXT, op, "o.op") \
	X(T, TEXT, state, "o.state") \
	X(T, TEXT, item_key, "o.item_key") \
	X(T, BYTES, payload, "o.payload") \
	X(T, BYTES, sha, "o.payload_sha") \
	X(T, BYTES, idem, "o.idem") \
	X(T, TEXT, reason_code, "o.reason_code")
ROW_DEFINE(line_row, LINE_COLS);
static struct stmt line_q = SQL(
	"SELECT " ROW_SELECT(LINE_COLS)
	"  FROM outbox o"
	"  JOIN destination d ON d.id = o.destination_id"
	" WHERE o.record_uid = ?"
	"   AND d.code = 'exchange'"
	" ORDER BY o.version DESC"
	" LIMIT 1");

static uint8_t uid[16];
static int64_t person, station;

static void done(enum err e)
{
	if (e)
		fail_msg("%s %s", err_name(e), err_text());
}

/* A new person, not yet consenting. */
static int someone(void **state)
{
	(void)state;
	struct arena *a = ask()->arena;
	done(db_ready(a));
	uint32_t no;
	secret_random(&no, sizeof(no));
	secret_random(uid, sizeof(uid));
	done(db_exec(&add_station_q, ARGS(A_((int64_t)(1000000 + no % 1000000000))), &station));
	done(db_exec(&add_person_q,
		     ARGS(A_(BYTES(uid)),
			  A_(secret_seal(a, "person.id_no", BYTES(uid), "11010519491231002X")),
			  A_(secret_seal(a, "person.phone", BYTES(uid), "13800000000"))),
		     &person));
	done(db_exec(&add_volunteer_q, ARGS(A_(person), A_(station)), NULL));
	return 0;
}

static int start(void **state)
{
	return asking_start(state);
}

static int end(void **state)
{
	db_close();
	return asking_end(state);
}

static enum err tell_tx(void *ctx)
{
	(void)ctx;
	return outbox_volunteer(person);
}

static enum err noted_then_failed_tx(void *ctx)
{
	enum err e = tell_tx(ctx);
	return e ? e : ERR_STALE;
}

static enum err all_tx(void *ctx)
{
	(void)ctx;
	return outbox_person(person);
}

static enum err withdraw_tx(void *ctx)
{
	(void)ctx;
	return outbox_withdraw(OB_VOLUNTEER, BYTES(uid));
}

/* What the poster does with it. */
static void put_in_line(void)
{
	int64_t n;
	do
		done(outbox_make(&n));
	while (n);
}

static void note(void)
{
	done(db_tx(tell_tx, NULL));
}

static void tell(void)
{
	note();
	put_in_line();
}

static int64_t noted(void)
{
	int64_t n = -1;
	done(db_int(&noted_q, ARGS(A_(person)), &n));
	return n;
}

static int64_t lines(void)
{
	int64_t n = -1;
	done(db_int(&count_q, ARGS(A_(BYTES(uid))), &n));
	return n;
}

static struct line_row newest(void)
{
	struct line_row r;
	done(row_one(&line_q, ARGS(A_(BYTES(uid))), line_row_cols, &r));
	return r;
}

static void consented(void)
{
	done(db_exec(&consent_q, ARGS(A_(person)), NULL));
}

static void only_in_a_transaction(void **state)
{
	(void)state;
	assert_int_equal(outbox_volunteer(person), ERR_INTERNAL);
	assert_int_equal(outbox_withdraw(OB_VOLUNTEER, BYTES(uid)), ERR_INTERNAL);
	err_clear();
}

static void nothing_without_consent(void **state)
{
	(void)state;
	tell();
	assert_int_equal(lines(), 0);
	consented();
	tell();
	assert_int_equal(lines(), 1);
}

static void the_payload_is_sealed_and_frozen(void **state)
{
	const char *facts;
	(void)state;
	consented();
	tell();
	struct line_row r = newest();
	assert_null(memmem(r.payload.p, r.payload.n, "韩梅", strlen("韩梅")));
	done(outbox_open(db_arena(), r.idem, r.payload, r.sha, &facts));
	assert_non_null(strstr(facts, "\"id_no\":\"11010519491231002X\""));
	assert_non_null(strstr(facts, "\"phone\":\"13800000000\""));
	uint8_t other[32] = { 0 };
	assert_int_equal(outbox_open(db_arena(), r.idem, r.payload, BYTES(other), &facts),
			 ERR_INTERNAL);
	err_clear();
}

static void the_same_twice_is_one_row(void **state)
{
	(void)state;
	consented();
	tell();
	tell();
	assert_int_equal(lines(), 1);
	struct line_row first = newest();
	done(db_exec(&skills_q, ARGS(A_("02"), A_(person)), NULL));
	tell();
	struct line_row second = newest();
	assert_int_equal(second.version, first.version + 1);
	assert_string_equal(second.item_key, first.item_key);
}

static void noted_in_the_transaction_or_not_at_all(void **state)
{
	(void)state;
	consented();
	assert_int_equal(db_tx(noted_then_failed_tx, NULL), ERR_STALE);
	assert_int_equal(noted(), 0);
	note();
	assert_int_equal(noted(), 1);
	assert_int_equal(lines(), 0);
	put_in_line();
	assert_int_equal(noted(), 0);
	assert_int_equal(lines(), 1);
}

static void changed_twice_before_the_row_is_one_version(void **state)
{
	(void)state;
	consented();
	note();
	done(db_exec(&skills_q, ARGS(A_("02"), A_(person)), NULL));
	note();
	assert_int_equal(noted(), 2);
	put_in_line();
	assert_int_equal(lines(), 1);
	const char *facts;
	struct line_row r = newest();
	done(outbox_open(db_arena(), r.idem, r.payload, r.sha, &facts));
	assert_non_null(strstr(facts, "\"skills\":\"02\""));
}

static void what_ended_before_the_row_is_not_put_in_line(void **state)
{
	(void)state;
	consented();
	note();
	done(db_exec(&left_q, ARGS(A_(person)), NULL));
	put_in_line();
	assert_int_equal(noted(), 0);
	assert_int_equal(lines(), 0);
}

static void consent_gives_all_of_a_person(void **state)
{
	(void)state;
	consented();
	done(db_tx(all_tx, NULL));
	put_in_line();
	assert_int_equal(lines(), 1);
}

/* It waits by itself; what was noted after it does not wait for it. */
static void an_unreadable_record_holds_up_nobody(void **state)
{
	consented();
	done(db_exec(&unreadable_q, ARGS(A_(person)), NULL));
	note();
	int64_t bad = person;
	uint8_t bad_uid[sizeof(uid)];
	memcpy(bad_uid, uid, sizeof(uid));
	someone(state);
	consented();
	tell();
	assert_int_equal(lines(), 1);
	person = bad;
	memcpy(uid, bad_uid, sizeof(uid));
	assert_int_equal(noted(), 1);
	assert_int_equal(lines(), 0);
	done(db_exec(&readable_q,
		     ARGS(A_(secret_seal(ask()->arena, "person.id_no", BYTES(uid),
					 "11010519491231002X")),
			  A_(person)),
		     NULL));
	done(db_exec(&at_once_q, ARGS(A_(person)), NULL));
	put_in_line();
	assert_int_equal(noted(), 0);
	assert_int_equal(lines(), 1);
}

static void the_line_counts_what_is_only_noted(void **state)
{
	struct outbox_lag lag;
	(void)state;
	done(outbox_lag(station, &lag));
	assert_int_equal(lag.waiting, 0);
	consented();
	note();
	done(db_exec(&older_q, ARGS(A_(person)), NULL));
	done(outbox_lag(station, &lag));
	assert_int_equal(lag.waiting, 1);
	assert_int_equal(lag.oldest_minutes, 30 * 24 * 60);
	assert_true(lag.late);
	done(outbox_lag(DB_NONE, &lag));
	assert_true(lag.waiting >= 1 && lag.late);
	put_in_line();
}

static void what_was_never_sent_is_taken_down(void **state)
{
	(void)state;
	consented();
	tell();
	done(db_tx(withdraw_tx, NULL));
	assert_int_equal(lines(), 1);
	assert_string_equal(newest().state, "withdrawn");
}

static void what_was_sent_is_withdrawn_once(void **state)
{
	(void)state;
	consented();
	tell();
	done(db_exec(&sent_q, ARGS(A_(BYTES(uid)), A_((int64_t)1)), NULL));
	done(db_tx(withdraw_tx, NULL));
	done(db_tx(withdraw_tx, NULL));
	assert_int_equal(lines(), 2);
	struct line_row r = newest();
	assert_string_equal(r.op, "withdraw");
	assert_int_equal(r.version, 2);
	/* and told again, it goes above the withdrawal */
	tell();
	assert_int_equal(newest().version, 3);
	assert_string_equal(newest().op, "put");
}

static void consent_withdrawn_and_given_again(void **state)
{
	(void)state;
	consented();
	tell();
	done(outbox_consent_withdrawn(person));
	assert_string_equal(newest().reason_code, "no_consent");
	tell();
	assert_int_equal(newest().version, 2);
	assert_string_equal(newest().state, "waiting");
}

static void erasure_empties_the_payload(void **state)
{
	(void)state;
	consented();
	tell();
	done(db_exec(&sent_q, ARGS(A_(BYTES(uid)), A_((int64_t)1)), NULL));
	done(outbox_forget(person));
	struct line_row r = newest();
	assert_int_equal(r.payload.n, 0);
	assert_int_equal(r.sha.n, 32);
}

#define TEST(f) cmocka_unit_test_setup(f, someone)

int main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(only_in_a_transaction),
		TEST(nothing_without_consent),
		TEST(the_payload_is_sealed_and_frozen),
		TEST(the_same_twice_is_one_row),
		TEST(noted_in_the_transaction_or_not_at_all),
		TEST(changed_twice_before_the_row_is_one_version),
		TEST(what_ended_before_the_row_is_not_put_in_line),
		TEST(consent_gives_all_of_a_person),
		TEST(an_unreadable_record_holds_up_nobody),
		TEST(the_line_counts_what_is_only_noted),
		TEST(what_was_never_sent_is_taken_down),
		TEST(what_was_sent_is_withdrawn_once),
		TEST(consent_withdrawn_and_given_again),
		TEST(erasure_empties_the_payload),
	};
	return cmocka_run_group_tests_name("outbox", tests, start, end);
}
