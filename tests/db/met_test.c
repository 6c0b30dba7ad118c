/* met_test.c - services at home, confirmed by a resident's code. The clock is the actor's. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "asking.h"
#include "clock.h"
#include "met.h"
#include "secret.h"

static struct stmt station_q = SQL(
	"INSERT INTO station (no, name, region_code)"
	" VALUES (?, '己站', '610502')");
static struct stmt staff_q = SQL(
	"INSERT INTO staff (login, name, password_hash)"
	" VALUES (?, '社工', '')");
static struct stmt person_q = SQL(
	"INSERT INTO person (uid, name, phone_sealed)"
	" VALUES (?, '韩梅', ?)");
static struct stmt volunteer_q = SQL(
	"INSERT INTO volunteer (person_id, no, station_id, region_code)"
	" VALUES (?, ?, ?, '610502')");
static struct stmt household_q = SQL(
	"INSERT INTO household (uid, no, station_id, name_sealed, phone_sealed)"
	" VALUES (?, ?, ?, '', ?)");
static struct stmt record_q = SQL(
	"SELECT CONCAT_WS(' ', evidence, state, minutes, TIME(starts_at), flags, offline,"
	"       COALESCE(logger_id, 0) > 0)"
	"  FROM service_record"
	" WHERE id = ?");
static struct stmt came_q = SQL(
	"SELECT GROUP_CONCAT(direction, ' ', method, ' ', TIME(at) ORDER BY direction)"
	"  FROM attendance"
	" WHERE activity_id = ?");
static struct stmt codes_q = SQL(
	"SELECT CONCAT(tries, ' ', codes, ' ', code_hash IS NULL)"
	"  FROM home_service"
	" WHERE id = ?");
static struct stmt off_q = SQL(
	"UPDATE volunteer"
	"   SET state = 'paused'"
	" WHERE person_id = ?");
static struct stmt cancelled_q = SQL(
	"SELECT state"
	"  FROM activity"
	" WHERE id = ?");

enum { MINUTE = 60, HOUR = 3600 };

static struct actor system_actor;
static int64_t station, staff, person, ten; /* ten: 10:00 of some day to come */
static int64_t days;
static const char *fault; /* of the last refusal */

static void done(enum err e)
{
	if (e)
		fail_msg("%s %s", err_name(e), err_text());
}

static void refused(enum err e, const char *want)
{
	if (e != ERR_CHECK || !str_eq(fault, want))
		fail_msg("%s %s, not %s", err_name(e), str_or(fault, "nothing"), want);
	err_clear();
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

static struct actor at(int64_t now, int64_t by_person, int64_t by_staff)
{
	struct actor a = system_actor;
	a.system = false;
	a.now = now;
	a.person = by_person;
	a.staff = by_staff;
	a.station = station;
	return a;
}

static int64_t volunteer(const char *phone)
{
	struct bytes uid = secret_uid(db_arena());
	int64_t id;
	done(db_exec(&person_q,
		     ARGS(A_(uid), A_(secret_seal(db_arena(), "person.phone", uid, phone))), &id));
	done(db_exec(&volunteer_q, ARGS(A_(id), A_(word("V")), A_(station)), NULL));
	return id;
}

static int64_t household(const char *phone)
{
	struct bytes uid = secret_uid(db_arena());
	int64_t id;
	done(db_exec(&household_q,
		     ARGS(A_(uid), A_(word("F")), A_(station),
			  A_(secret_seal(db_arena(), "household.phone", uid, phone))),
		     &id));
	return id;
}

static int someone(void **state)
{
	uint32_t no;
	(void)state;
	struct arena *a = ask()->arena;
	done(db_ready(a));
	system_actor = actor_system(a);
	days++;
	ten = (clock_day_no(system_actor.now) + days) * 86400 - 8 * HOUR + 10 * HOUR;
	secret_random(&no, sizeof(no));
	done(db_exec(&station_q, ARGS(A_((int64_t)(1000000 + no % 1000000000))), &station));
	done(db_exec(&staff_q, ARGS(A_(word("t"))), &staff));
	person = volunteer("13800000001");
	return 0;
}

static struct met_plan plan_of(int64_t home)
{
	return (struct met_plan){ .uid = secret_uid(db_arena()),
				  .station = station,
				  .person = person,
				  .household = home,
				  .staff = staff,
				  .source = "order",
				  .source_no = word("D"),
				  .title = "上门服务",
				  .content = "打扫",
				  .category = "0009",
				  .place = "居民家中",
				  .starts = ten,
				  .ends = ten + 2 * HOUR };
}

/* From ten to twelve, planned the evening before. */
static struct met planned(void)
{
	struct actor by = at(ten - 15 * HOUR, 0, staff);
	struct met_plan p = plan_of(DB_NONE);
	struct met m;
	int64_t id;
	done(met_plan(&by, &p, &fault, &id));
	done(met_find(p.source_no, &m));
	assert_int_equal(m.id, id);
	return m;
}

static void again(struct met *m)
{
	done(met_by_activity(m->activity_no, m));
}

static void arrived(struct met *m, int64_t now)
{
	struct actor v = at(now, person, 0);
	done(met_arrive(&v, m, &fault));
	again(m);
}

static const char *code_at(struct met *m, int64_t now, int64_t by_staff, struct bytes device)
{
	struct actor resident = at(now, 0, by_staff);
	const char *code;
	done(met_code(&resident, m, device, &code, &fault));
	again(m);
	return code;
}

static enum err typed_at(const struct met *m, int64_t now, const char *code)
{
	struct actor v = at(now, person, 0);
	struct bytes none = { NULL, 0 };
	return met_confirm(&v, m, code, none, (struct met_also){ NULL, NULL }, &fault);
}

static const char *record_of(struct met *m)
{
	const char *said;
	again(m);
	done(db_text(&record_q, ARGS(A_(m->record_id)), &said));
	return said;
}

static enum err counted(void *ctx)
{
	++*(int *)ctx;
	return OK;
}

static void confirmed_by_the_resident(void **state)
{
	const struct bytes none = { NULL, 0 };
	const char *said;
	int also = 0;
	(void)state;
	struct met m = planned();
	arrived(&m, ten + 5 * MINUTE);
	arrived(&m, ten + 9 * MINUTE);
	const char *code = code_at(&m, ten + 90 * MINUTE, 0, none);
	assert_int_equal(strlen(code), 6);
	struct actor v = at(ten + 95 * MINUTE, person, 0);
	done(met_confirm(&v, &m, code, none, (struct met_also){ counted, &also }, &fault));
	assert_int_equal(also, 1);
	said = record_of(&m);
	if (!str_starts(said, "met to_review 90 10:05:00 "))
		fail_msg("%s", said);
	same(m.state, "confirmed");
	same(m.way, "code");
	done(db_text(&came_q, ARGS(A_(m.activity)), &said));
	same(said, "in code 10:05:00,out code 11:35:00");
	/* Once. */
	refused(typed_at(&m, ten + 96 * MINUTE, code), "not_planned");
	refused(met_code(&v, &m, none, &said, &fault), "not_planned");
}

static void of_one_service_alone(void **state)
{
	const struct bytes none = { NULL, 0 };
	(void)state;
	struct met a = planned();
	arrived(&a, ten);
	const char *code = code_at(&a, ten + 10 * MINUTE, 0, none);
	struct met b = planned();
	arrived(&b, ten);
	const char *own = code_at(&b, ten + 10 * MINUTE, 0, none);
	if (!str_eq(own, code))
		refused(typed_at(&b, ten + 15 * MINUTE, code), "wrong_code");
	struct actor stranger = at(ten + 16 * MINUTE, volunteer("13800000002"), 0);
	refused(met_confirm(&stranger, &a, code, none, (struct met_also){ NULL, NULL }, &fault),
		"not_on_roster");
	done(typed_at(&a, ten + 20 * MINUTE, code));
	/* The same person cannot be in two homes at once. */
	refused(typed_at(&b, ten + 21 * MINUTE, own), "overlap");
	again(&b);
	same(b.state, "planned");
}

static void guessing_spends_the_code(void **state)
{
	const struct bytes none = { NULL, 0 };
	const char *said;
	(void)state;
	struct met m = planned();
	arrived(&m, ten);
	const char *code = code_at(&m, ten + 10 * MINUTE, 0, none);
	static const char *const odd[] = { "", "1", "１２３４５６", "1234567" };
	for (size_t i = 0; i < 4; i++)
		refused(typed_at(&m, ten + 11 * MINUTE, odd[i]), "wrong_code");
	refused(typed_at(&m, ten + 12 * MINUTE, str_eq(code, "123456") ? "654321" : "123456"),
		"code_spent");
	refused(typed_at(&m, ten + 13 * MINUTE, code), "code_spent");
	done(db_text(&codes_q, ARGS(A_(m.id)), &said));
	same(said, "5 1 0");
	/* Another one is as good as new, and the old one is void. */
	const char *next = code_at(&m, ten + 20 * MINUTE, 0, none);
	if (!str_eq(next, code))
		refused(typed_at(&m, ten + 21 * MINUTE, code), "wrong_code");
	done(typed_at(&m, ten + 22 * MINUTE, next));
	m = planned();
	for (int i = 0; i < MET_CODES; i++)
		(void)code_at(&m, ten + MINUTE, 0, none);
	struct actor resident = at(ten + MINUTE, 0, 0);
	refused(met_code(&resident, &m, none, &said, &fault), "many_codes");
}

static void kept_for_later(void **state)
{
	const struct bytes none = { NULL, 0 };
	const char *code;
	(void)state;
	struct met m = planned();
	struct actor resident = at(ten - 2 * HOUR, 0, 0), v = at(ten - 2 * HOUR, person, 0);
	refused(met_code(&resident, &m, none, &code, &fault), "not_yet");
	refused(met_arrive(&v, &m, &fault), "not_yet");
	code = code_at(&m, ten - 20 * MINUTE, 0, none);
	refused(typed_at(&m, ten - MINUTE, code), "not_yet");
	refused(typed_at(&m, ten + 5 * MINUTE, code), "no_arrival");
	arrived(&m, ten + 5 * MINUTE);
	refused(typed_at(&m, ten + 10 * MINUTE, code), "code_old");
	code = code_at(&m, ten + 3 * HOUR + 50 * MINUTE, 0, none);
	refused(typed_at(&m, ten + 4 * HOUR, code), "over");
	resident.now = ten + 4 * HOUR;
	refused(met_code(&resident, &m, none, &code, &fault), "over");
	v.now = ten + 2 * HOUR;
	refused(met_arrive(&v, &m, &fault), "over");
	m = planned();
	arrived(&m, ten);
	refused(typed_at(&m, ten + MINUTE, "123456"), "no_code");
	code = code_at(&m, ten + MINUTE, 0, none);
	refused(typed_at(&m, ten + 30, code), "empty");
}

static void what_looks_odd_is_signed(void **state)
{
	uint8_t raw[32] = { 1 }, other[32] = { 2 };
	(void)state;
	struct met m = planned();
	arrived(&m, ten);
	const char *code = code_at(&m, ten + 10 * MINUTE, 0, BYTES(raw));
	struct actor v = at(ten + 20 * MINUTE, person, 0);
	done(met_confirm(&v, &m, code, BYTES(raw), (struct met_also){ NULL, NULL }, &fault));
	if (!strstr(record_of(&m), "own_code"))
		fail_msg("%s", record_of(&m));
	ten += 3 * HOUR;
	m = planned();
	arrived(&m, ten);
	code = code_at(&m, ten + 10 * MINUTE, staff, BYTES(other));
	v.now = ten + 20 * MINUTE;
	done(met_confirm(&v, &m, code, BYTES(raw), (struct met_also){ NULL, NULL }, &fault));
	if (!strstr(record_of(&m), "staff_code") || strstr(record_of(&m), "own_code"))
		fail_msg("%s", record_of(&m));
	/* Typed by staff for a volunteer without a phone: theirs to answer for, two look. */
	ten += 3 * HOUR;
	m = planned();
	arrived(&m, ten);
	code = code_at(&m, ten + 10 * MINUTE, 0, BYTES(other));
	v = at(ten + 20 * MINUTE, 0, staff);
	done(met_confirm(&v, &m, code, BYTES(raw), (struct met_also){ NULL, NULL }, &fault));
	if (!strstr(record_of(&m), "staff_code") || !strstr(record_of(&m), " 1 1"))
		fail_msg("%s", record_of(&m));
}

static void what_is_not_planned(void **state)
{
	int64_t id, same_id;
	(void)state;
	struct actor by = at(ten + HOUR, 0, staff);
	struct met_plan p = plan_of(DB_NONE);
	refused(met_plan(&by, &p, &fault, &id), "past");
	by.now = ten - HOUR;
	p.ends = ten + 9 * HOUR;
	refused(met_plan(&by, &p, &fault, &id), "long");
	p.ends = ten;
	refused(met_plan(&by, &p, &fault, &id), "long");
	p.starts = ten + 13 * HOUR;
	p.ends = ten + 15 * HOUR;
	refused(met_plan(&by, &p, &fault, &id), "long");
	p = plan_of(household("13800000001"));
	refused(met_plan(&by, &p, &fault, &id), "own_home");
	p = plan_of(household("13800000009"));
	done(met_plan(&by, &p, &fault, &id));
	done(met_plan(&by, &p, &fault, &same_id));
	assert_int_equal(id, same_id);
	done(db_change(&off_q, ARGS(A_(person))));
	p = plan_of(DB_NONE);
	refused(met_plan(&by, &p, &fault, &id), "no_volunteer");
	p.person = 0;
	refused(met_plan(&by, &p, &fault, &id), "no_volunteer");
}

static void ended_without_hours(void **state)
{
	const struct bytes none = { NULL, 0 };
	const char *state_now;
	(void)state;
	struct met m = planned();
	struct actor by = at(ten + 3 * HOUR, 0, staff);
	done(met_end(&by, &m, "missed", "没有去"));
	done(db_text(&cancelled_q, ARGS(A_(m.activity)), &state_now));
	same(state_now, "cancelled");
	again(&m);
	refused(typed_at(&m, ten + MINUTE, "123456"), "not_planned");
	assert_int_equal(met_end(&by, &m, "cancelled", "x"), ERR_STALE);
	err_clear();
	m = planned();
	arrived(&m, ten);
	const char *code = code_at(&m, ten + MINUTE, 0, none);
	done(typed_at(&m, ten + 10 * MINUTE, code));
	assert_int_equal(met_end(&by, &m, "cancelled", "x"), ERR_STALE);
	err_clear();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(confirmed_by_the_resident, someone),
		cmocka_unit_test_setup(of_one_service_alone, someone),
		cmocka_unit_test_setup(guessing_spends_the_code, someone),
		cmocka_unit_test_setup(kept_for_later, someone),
		cmocka_unit_test_setup(what_looks_odd_is_signed, someone),
		cmocka_unit_test_setup(what_is_not_planned, someone),
		cmocka_unit_test_setup(ended_without_hours, someone),
	};
	return cmocka_run_group_tests_name("met", tests, asking_start, asking_end);
}
