/* outbox_test.c - what goes into the outbox, once; versions, withdrawals, consent and erasure, in a
 * real database. What is told is each time the volunteer row of somebody new. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "outbox.h"
#include "told.h"

static struct stmt skills_q = SQL(
	"UPDATE volunteer"
	"   SET skills = ?"
	" WHERE person_id = ?");
static struct stmt sent_q = SQL(
	"UPDATE outbox"
	"   SET state = 'accepted', receipt = 'R1', first_sent_at = NOW(3)"
	" WHERE record_uid = ?"
	"   AND version = ?");

static enum err all_tx(void *ctx)
{
	(void)ctx;
	return outbox_person(told.person);
}

static enum err withdraw_tx(void *ctx)
{
	(void)ctx;
	return outbox_withdraw(OB_VOLUNTEER, BYTES(told.uid));
}

static void only_in_a_transaction(void **state)
{
	(void)state;
	assert_int_equal(outbox_volunteer(told.person), ERR_INTERNAL);
	assert_int_equal(outbox_withdraw(OB_VOLUNTEER, BYTES(told.uid)), ERR_INTERNAL);
	err_clear();
}

static void nothing_without_consent(void **state)
{
	(void)state;
	told_put();
	assert_int_equal(told_rows(), 0);
	told_consent();
	told_put();
	assert_int_equal(told_rows(), 1);
}

static void the_payload_is_sealed_and_frozen(void **state)
{
	const char *facts;
	(void)state;
	told_consent();
	told_put();
	struct told_row r = told_newest();
	assert_null(memmem(r.payload.p, r.payload.n, "韩梅", strlen("韩梅")));
	told_done(outbox_open(db_arena(), r.idem, r.payload, r.sha, &facts));
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
	told_consent();
	told_put();
	told_put();
	assert_int_equal(told_rows(), 1);
	struct told_row first = told_newest();
	told_done(db_exec(&skills_q, ARGS(A_("02"), A_(told.person)), NULL));
	told_put();
	struct told_row second = told_newest();
	assert_int_equal(second.version, first.version + 1);
	assert_string_equal(second.item_key, first.item_key);
}

static void consent_gives_all_of_a_person(void **state)
{
	(void)state;
	told_consent();
	told_done(db_tx(all_tx, NULL));
	told_make();
	assert_int_equal(told_rows(), 1);
}

static void what_was_never_sent_is_taken_down(void **state)
{
	(void)state;
	told_consent();
	told_put();
	told_done(db_tx(withdraw_tx, NULL));
	assert_int_equal(told_rows(), 1);
	assert_string_equal(told_newest().state, "withdrawn");
}

static void what_was_sent_is_withdrawn_once(void **state)
{
	(void)state;
	told_consent();
	told_put();
	told_done(db_exec(&sent_q, ARGS(A_(BYTES(told.uid)), A_((int64_t)1)), NULL));
	told_done(db_tx(withdraw_tx, NULL));
	told_done(db_tx(withdraw_tx, NULL));
	assert_int_equal(told_rows(), 2);
	struct told_row r = told_newest();
	assert_string_equal(r.op, "withdraw");
	assert_int_equal(r.version, 2);
	/* and told again, it goes above the withdrawal */
	told_put();
	assert_int_equal(told_newest().version, 3);
	assert_string_equal(told_newest().op, "put");
}

static void consent_withdrawn_and_given_again(void **state)
{
	(void)state;
	told_consent();
	told_put();
	told_done(outbox_consent_withdrawn(told.person));
	assert_string_equal(told_newest().reason_code, "no_consent");
	told_put();
	assert_int_equal(told_newest().version, 2);
	assert_string_equal(told_newest().state, "waiting");
}

static void erasure_empties_the_payload(void **state)
{
	(void)state;
	told_consent();
	told_put();
	told_done(db_exec(&sent_q, ARGS(A_(BYTES(told.uid)), A_((int64_t)1)), NULL));
	told_done(outbox_forget(told.person));
	struct told_row r = told_newest();
	assert_int_equal(r.payload.n, 0);
	assert_int_equal(r.sha.n, 32);
}

#define TEST(f) cmocka_unit_test_setup(f, told_someone)

int main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(only_in_a_transaction),
		TEST(nothing_without_consent),
		TEST(the_payload_is_sealed_and_frozen),
		TEST(the_same_twice_is_one_row),
		TEST(consent_gives_all_of_a_person),
		TEST(what_was_never_sent_is_taken_down),
		TEST(what_was_sent_is_withdrawn_once),
		TEST(consent_withdrawn_and_given_again),
		TEST(erasure_empties_the_payload),
	};
	return cmocka_run_group_tests_name("outbox", tests, told_start, told_end);
}
