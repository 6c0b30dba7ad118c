/* card_test.c - codes of a paper card: in order, passed over, used, copied, revoked, of another
 * household, by whoever printed it. The clock is the actor's. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "asking.h"
#include "met_card.h"
#include "clock.h"
#include "secret.h"

static struct stmt station_q = SQL(
	"INSERT INTO station (no, name, region_code)"
	" VALUES (?, '庚站', '610502')");
static struct stmt staff_q = SQL(
	"INSERT INTO staff (login, name, password_hash)"
	" VALUES (?, '社工', '')");
static struct stmt person_q = SQL(
	"INSERT INTO person (uid, name)"
	" VALUES (?, '韩梅')");
static struct stmt volunteer_q = SQL(
	"INSERT INTO volunteer (person_id, no, station_id, region_code)"
	" VALUES (?, ?, ?, '610502')");
static struct stmt household_q = SQL(
	"INSERT INTO household (uid, no, station_id, name_sealed)"
	" VALUES (?, ?, ?, '')");
static struct stmt record_q = SQL(
	"SELECT CONCAT_WS(' ', evidence, minutes, offline, flags)"
	"  FROM service_record"
	" WHERE id = ?");
static struct stmt spent_q = SQL(
	"SELECT GROUP_CONCAT(u.place, IF(u.home_service_id IS NULL, '-', '+') ORDER BY u.place)"
	"  FROM code_card_use u"
	"  JOIN code_card c ON c.id = u.card_id"
	" WHERE c.no = ?");
static struct stmt found_q = SQL(
	"SELECT COUNT(*)"
	"  FROM code_card"
	" WHERE id = ?"
	"   AND (head = ? OR anchor = ?)");

enum { MINUTE = 60, HOUR = 3600, DAY = 86400 };

static struct actor system_actor;
static int64_t station, printer, bringer, person, home, ten;
static const char *fault; /* of the last refusal */

static void done(enum err e)
{
	if (e)
		fail_msg("%s %s %s", err_name(e), err_text(), str_or(fault, ""));
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

static int64_t household(void)
{
	int64_t id;
	done(db_exec(&household_q, ARGS(A_(secret_uid(db_arena())), A_(word("F")), A_(station)),
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
	ten = (clock_day_no(system_actor.now) + 1) * DAY - 8 * HOUR + 10 * HOUR;
	secret_random(&no, sizeof(no));
	done(db_exec(&station_q, ARGS(A_((int64_t)(1000000 + no % 1000000000))), &station));
	done(db_exec(&staff_q, ARGS(A_(word("p"))), &printer));
	done(db_exec(&staff_q, ARGS(A_(word("b"))), &bringer));
	done(db_exec(&person_q, ARGS(A_(secret_uid(a))), &person));
	done(db_exec(&volunteer_q, ARGS(A_(person), A_(word("V")), A_(station)), NULL));
	home = household();
	return 0;
}

static struct card printed(int64_t household_id)
{
	struct actor by = at(ten - 40 * HOUR, 0, printer);
	struct card c;
	done(card_print(&by, secret_uid(db_arena()), household_id, &c));
	return c;
}

static void moved(const struct card *c, const char *verb, int64_t by_staff)
{
	struct actor by = at(ten - 30 * HOUR, 0, by_staff);
	done(card_move(&by, c->no, verb, "丢失"));
}

static struct card in_use(int64_t household_id)
{
	struct card c = printed(household_id);
	moved(&c, "hand", bringer);
	return c;
}

/* On the day that comes so many days later, from ten to twelve. */
static struct met planned(int64_t household_id, int days)
{
	struct actor by = at(ten - 20 * HOUR, 0, bringer);
	const char *no = word("J");
	const struct met_plan p = { .uid = secret_uid(db_arena()),
				    .station = station,
				    .person = person,
				    .household = household_id,
				    .staff = bringer,
				    .source = "pairing",
				    .source_no = no,
				    .title = "结对走访",
				    .content = "陪聊",
				    .category = "0009",
				    .place = "居民家中",
				    .starts = ten + days * DAY,
				    .ends = ten + days * DAY + 2 * HOUR };
	struct met m;
	int64_t id;
	done(met_plan(&by, &p, &fault, &id));
	done(met_find(no, &m));
	return m;
}

/* An hour from ten on, typed at `now`. */
static enum err typed_by(struct actor by, const struct met *m, const char *code)
{
	return card_confirm(&by, m, code, m->starts, m->starts + HOUR,
			    (struct met_also){ NULL, NULL }, &fault);
}

static enum err typed(const struct met *m, const struct card *c, int place)
{
	return typed_by(at(m->starts + 90 * MINUTE, person, 0), m,
			card_text(db_arena(), c->codes[place - 1]));
}

static const char *record_of(struct met *m)
{
	const char *said;
	done(met_by_activity(m->activity_no, m));
	done(db_text(&record_q, ARGS(A_(m->record_id)), &said));
	return said;
}

static void as_it_is_written(void **state)
{
	int64_t n;
	(void)state;
	struct arena *a = db_arena();
	same(card_text(a, 799273987131234), "7992 7398 7131 2342");
	assert_true(card_read(a, " 7992-7398 7131２３４2 ", &n));
	assert_int_equal(n, 799273987131234);
	static const char *const wrong[] = { "",
					     "7992 7398 7131 2345",
					     "7929 7398 7131 2342",
					     "7992 7398 7131 234",
					     "7992 7398 7131 23426",
					     "7992 7398 7131 234O" };
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		if (card_read(a, wrong[i], &n))
			fail_msg("%s", wrong[i]);
	const uint8_t salt[16] = { 1, 2, 3 }, other[16] = { 1, 2, 4 };
	assert_true(card_step(salt, 5) != card_step(other, 5));
	assert_true(card_step(salt, 5) == card_step(salt, 5));
}

static void one_after_another(void **state)
{
	const char *said;
	int64_t found;
	(void)state;
	struct card c = in_use(home);
	struct met m = planned(home, 0);
	for (int i = 0; i < CARD_CODES; i++) {
		done(db_int(&found_q, ARGS(A_(c.id), A_(c.codes[i]), A_(c.codes[i])), &found));
		assert_int_equal(found, 0);
	}
	done(typed(&m, &c, 1));
	same(record_of(&m), "met 60 0 ");
	m = planned(home, 1);
	refused(typed(&m, &c, 1), "card_used");
	/* The third is given before the second: the second is void from then on. */
	done(typed(&m, &c, 3));
	m = planned(home, 2);
	refused(typed(&m, &c, 2), "card_used");
	refused(typed(&m, &c, 3), "card_used");
	done(typed(&m, &c, CARD_CODES));
	done(db_text(&spent_q, ARGS(A_(c.no)), &said));
	if (!str_starts(said, "1+,2-,3+,4-,") || !strstr(said, ",51-,52+"))
		fail_msg("%s", said);
}

static void whose_it_is(void **state)
{
	(void)state;
	struct card c = in_use(home);
	struct met m = planned(home, 0), alone = planned(DB_NONE, 1);
	int64_t next_door = household();
	struct card theirs = in_use(next_door);
	struct met there = planned(next_door, 0);
	refused(typed(&m, &theirs, 1), "card_other");
	done(typed(&there, &theirs, 1));
	refused(typed(&m, &theirs, 1), "card_other");
	refused(typed(&alone, &c, 1), "no_household");
	refused(typed_by(at(m.starts + 90 * MINUTE, person + 1, 0), &m, "1"), "not_on_roster");
	refused(typed_by(at(m.starts + 90 * MINUTE, person, 0), &m, "4821 0093 7716 5502"),
		"card_typo");
	refused(typed_by(at(m.starts + 90 * MINUTE, person, 0), &m, "7992 7398 7131 2342"),
		"card_wrong");
	for (int i = 0; i < CARD_TRIES; i++)
		(void)typed(&m, &theirs, 1);
	refused(typed(&m, &c, 1), "card_tries");
}

static void lost_and_not_handed_over(void **state)
{
	(void)state;
	struct met m = planned(home, 0);
	const struct card nobodys = { .codes = { 799273987131234 } };
	refused(typed(&m, &nobodys, 1), "card_none");
	struct card c = printed(home);
	struct actor by = at(ten - 20 * HOUR, 0, printer);
	struct card two;
	assert_int_equal(card_print(&by, secret_uid(db_arena()), home, &two), ERR_DUPLICATE);
	err_clear();
	refused(typed(&m, &c, 1), "card_not_handed");
	moved(&c, "hand", bringer);
	moved(&c, "revoke", bringer);
	refused(typed(&m, &c, 1), "card_revoked");
	assert_int_equal(card_move(&by, c.no, "hand", NULL), ERR_STALE);
	err_clear();
	struct card next = in_use(home);
	refused(typed(&m, &c, 1), "card_revoked");
	done(typed(&m, &next, 1));
	assert_int_equal(card_move(&by, "Q0", "revoke", "x"), ERR_NOT_FOUND);
	err_clear();
}

static void when_and_how_long(void **state)
{
	(void)state;
	struct card c = in_use(home);
	struct met m = planned(home, 0), second = planned(home, 0);
	const char *code = card_text(db_arena(), c.codes[0]);
	const struct met_also none = { NULL, NULL };
	struct actor v = at(m.starts - MINUTE, person, 0);
	refused(card_confirm(&v, &m, code, m.starts, m.starts + HOUR, none, &fault), "not_yet");
	v.now = m.starts + HOUR;
	refused(card_confirm(&v, &m, code, m.starts, m.starts + 61 * MINUTE, none, &fault),
		"card_long");
	refused(card_confirm(&v, &m, code, m.starts, m.starts, none, &fault), "empty");
	refused(card_confirm(&v, &m, code, m.starts + MINUTE, m.starts + 61 * MINUTE, none, &fault),
		"future");
	refused(card_confirm(&v, &m, code, m.starts - HOUR, m.starts, none, &fault), "outside");
	v.now = m.ends + CARD_DAYS * DAY + 1;
	refused(card_confirm(&v, &m, code, m.starts, m.starts + HOUR, none, &fault), "card_late");
	/* Without a network that day: typed three days later, and two look. */
	done(typed_by(at(m.starts + 3 * DAY, person, 0), &m, code));
	same(record_of(&m), "met 60 1 offline");
	refused(typed(&second, &c, 2), "card_day");
}

static void through_the_hands_of_staff(void **state)
{
	(void)state;
	struct card c = printed(home);
	struct met m = planned(home, 0);
	moved(&c, "hand", printer);
	refused(typed_by(at(m.starts + 90 * MINUTE, 0, printer), &m,
			 card_text(db_arena(), c.codes[0])),
		"card_maker");
	done(typed(&m, &c, 1));
	same(record_of(&m), "met 60 0 staff_code");
	m = planned(home, 1);
	done(typed_by(at(m.starts + 90 * MINUTE, 0, bringer), &m,
		      card_text(db_arena(), c.codes[1])));
	same(record_of(&m), "met 60 1 offline,staff_code");
	m = planned(home, 2);
	done(typed_by(at(m.starts + 90 * MINUTE, person, 0), &m,
		      card_text(db_arena(), c.codes[2])));
}

/* A volunteer who has got hold of several types them one evening. */
static void many_at_once(void **state)
{
	(void)state;
	struct card c = in_use(home);
	struct met m[3];
	for (int i = 0; i < 3; i++)
		m[i] = planned(home, i);
	for (int i = 0; i < 3; i++)
		done(typed_by(at(m[2].starts + 5 * HOUR, person, 0), &m[i],
			      card_text(db_arena(), c.codes[i])));
	same(record_of(&m[0]), "met 60 1 offline");
	if (!strstr(record_of(&m[2]), "card_run"))
		fail_msg("%s", record_of(&m[2]));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(as_it_is_written, someone),
		cmocka_unit_test_setup(one_after_another, someone),
		cmocka_unit_test_setup(whose_it_is, someone),
		cmocka_unit_test_setup(lost_and_not_handed_over, someone),
		cmocka_unit_test_setup(when_and_how_long, someone),
		cmocka_unit_test_setup(through_the_hands_of_staff, someone),
		cmocka_unit_test_setup(many_at_once, someone),
	};
	return cmocka_run_group_tests_name("card", tests, asking_start, asking_end);
}
