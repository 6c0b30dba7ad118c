/* rules_test.c - the rules of an hour, each from both sides of its boundary, without a request and
 * without a database. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "rules.h"

/* An activity from nine to eleven in Beijing, published the day before; now it is noon. */
enum {
	MIN = 60,
	HOUR = 60 * MIN,
	DAY = 24 * HOUR,
	MIDNIGHT = 1794672000,
	NINE = MIDNIGHT + 9 * HOUR,
	ELEVEN = MIDNIGHT + 11 * HOUR,
	NOON = MIDNIGHT + 12 * HOUR
};

static void same_word(const char *what, const char *got, const char *want)
{
	if (!str_eq(got, want))
		fail_msg("%s: %s, not %s", what, str_or(got, "nothing"), str_or(want, "nothing"));
}

struct broken_case {
	const char *what, *want; /* NULL: nothing is broken */
	const char *state, *evidence, *lacks;
	int64_t published, from, to, now;
	struct rules_span activity; /* zeros: nine to eleven */
	bool off_duty, gone, corrects;
};
#define CASE(what, want, ...) \
	{ \
		what, want, .state = "running", .evidence = "scan", .published = NINE - DAY, \
			    .from = NINE, .to = NINE + HOUR, .now = NOON, __VA_ARGS__ \
	}
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Woverride-init"
/* clang-format off */
static const struct broken_case cases[] = {
	CASE("an hour like any other", NULL, ),
	CASE("declared", NULL, .evidence = "declared"),
	CASE("a roll on the day", NULL, .evidence = "list"),
	CASE("补录 days later", NULL, .evidence = "backfill", .now = NOON + 9 * DAY),
	CASE("a draft", "state", .state = "draft"),
	CASE("cancelled", "state", .state = "cancelled"),
	CASE("archived", "state", .state = "archived"),
	CASE("published", NULL, .state = "published"),
	CASE("recording", NULL, .state = "recording"),
	CASE("under notice", NULL, .state = "notice"),
	CASE("a correction after the archive", NULL, .state = "archived", .corrects = true),
	CASE("a correction of what was cancelled", "state", .state = "cancelled", .corrects = true),
	CASE("a correction in a draft", "state", .state = "draft", .corrects = true),
	CASE("published as it begins", NULL, .published = NINE),
	CASE("published a second late", "published_late", .published = NINE + 1),
	CASE("published before its end", "published_late", .published = ELEVEN - MIN),
	CASE("never published", "published_late", .published = DB_NONE),
	CASE("补录 of what was published late", NULL, .evidence = "backfill", .published = NINE + 1),
	CASE("补录 of what never was", NULL, .evidence = "backfill", .published = DB_NONE),
	CASE("a correction of what was late", "published_late", .published = NINE + 1,
	     .corrects = true),
	CASE("not on the roster", "not_on_roster", .off_duty = true),
	CASE("of one who has left", "not_on_roster", .gone = true),
	CASE("a correction for one who has left", NULL, .gone = true, .corrects = true),
	CASE("a correction for one taken off it", "not_on_roster", .off_duty = true,
	     .corrects = true),
	CASE("a minute", NULL, .to = NINE + MIN), CASE("no minute", "empty", .to = NINE),
	CASE("ends before it begins", "empty", .to = NINE - MIN, .from = NINE + MIN),
	CASE("the whole time", NULL, .to = ELEVEN),
	CASE("a minute too early", "outside", .from = NINE - MIN),
	CASE("a minute too long", "outside", .to = ELEVEN + MIN),
	CASE("a correction too long", "outside", .to = ELEVEN + MIN, .corrects = true),

	CASE("the last minutes of a day", NULL, .activity = { MIDNIGHT + 22 * HOUR,
	     MIDNIGHT + DAY - MIN },
	     .from = MIDNIGHT + 23 * HOUR, .to = MIDNIGHT + DAY - MIN, .now = MIDNIGHT + DAY),
	CASE("to midnight", NULL, .activity = { MIDNIGHT + 22 * HOUR, MIDNIGHT + DAY },
	     .from = MIDNIGHT + 23 * HOUR, .to = MIDNIGHT + DAY, .now = MIDNIGHT + DAY),
	CASE("past midnight", "other_day", .activity = { MIDNIGHT + 22 * HOUR,
	     MIDNIGHT + DAY + HOUR },
	     .from = MIDNIGHT + 23 * HOUR, .to = MIDNIGHT + DAY + MIN, .now = MIDNIGHT + 2 * DAY),
	CASE("from midnight", NULL, .activity = { MIDNIGHT, NINE }, .published = MIDNIGHT - HOUR,
	     .from = MIDNIGHT, .to = MIDNIGHT + HOUR),
	CASE("from before midnight", "other_day", .activity = { MIDNIGHT, NINE },
	     .published = MIDNIGHT - HOUR,
	     .from = MIDNIGHT - MIN, .to = MIDNIGHT + HOUR),
	CASE("on the day before", "other_day", .from = NINE - DAY, .to = NINE - DAY + HOUR),
	CASE("on the day after", "other_day", .from = NINE + DAY, .to = NINE + DAY + HOUR,
	     .now = NOON + 2 * DAY),
	CASE("a correction on the day after", "other_day", .from = NINE + DAY,
	     .to = NINE + DAY + HOUR,
	     .now = NOON + 2 * DAY, .corrects = true),

	CASE("ends now", NULL, .now = NINE + HOUR),
	CASE("ends in a second", "future", .now = NINE + HOUR - 1),
	CASE("a correction into the future", "future", .now = NINE + HOUR - 1, .corrects = true),

	CASE("a roll before the day is over", NULL, .evidence = "list", .now = MIDNIGHT + DAY - 1),
	CASE("a roll in the hour after midnight", NULL, .evidence = "list",
	     .activity = { MIDNIGHT + 22 * HOUR, MIDNIGHT + DAY }, .from = MIDNIGHT + 22 * HOUR,
	     .to = MIDNIGHT + DAY, .now = MIDNIGHT + DAY + HOUR - 1),
	CASE("a roll an hour after midnight", "roll_not_today", .evidence = "list",
	     .activity = { MIDNIGHT + 22 * HOUR, MIDNIGHT + DAY }, .from = MIDNIGHT + 22 * HOUR,
	     .to = MIDNIGHT + DAY, .now = MIDNIGHT + DAY + HOUR),
	CASE("a roll on the next day", "roll_not_today", .evidence = "list", .now = MIDNIGHT + DAY),
	CASE("a scan looked at on the next day", NULL, .now = MIDNIGHT + DAY),
	CASE("a roll corrected on the next day", NULL, .evidence = "list",
	     .now = MIDNIGHT + DAY, .corrects = true),
	CASE("under age in danger", "minor", .lacks = "minor"),
	CASE("in danger without a policy", "uninsured", .lacks = "uninsured"),
	CASE("without the agreement", "unagreed", .lacks = "unagreed"),
	CASE("a child without company", "alone", .lacks = "alone"),
};
/* clang-format on */
#pragma GCC diagnostic pop

static const char *broken(const struct broken_case *c)
{
	struct rules_activity a = { c->state, c->published, c->activity };
	struct rules_hour h = { .evidence = c->evidence,
				.at = { c->from, c->to },
				.on_duty = !c->off_duty,
				.gone = c->gone,
				.corrects = c->corrects,
				.lacks = c->lacks,
				.now = c->now };
	if (!a.at.to)
		a.at = (struct rules_span){ NINE, ELEVEN };
	return rules_broken(&a, &h);
}

static void what_breaks_an_hour(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		same_word(cases[i].what, broken(&cases[i]), cases[i].want);
}

#define WORD(word) #word,
static void every_fault_has_a_case(void **state)
{
	static const char *const words[] = { RULES_FAULTS(WORD) };
	(void)state;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		size_t n = 0;
		for (size_t k = 0; k < sizeof(cases) / sizeof(cases[0]); k++)
			n += str_eq(cases[k].want, words[i]);
		if (!n)
			fail_msg("no case of %s", words[i]);
	}
}

static void spans_that_share_a_minute(void **state)
{
	static const struct {
		const char *what;
		struct rules_span a;
		bool yes;
	} with_ten_to_eleven[] = {
		{ "ends as it begins", { 9 * HOUR, 10 * HOUR }, false },
		{ "ends a minute later", { 9 * HOUR, 10 * HOUR + MIN }, true },
		{ "begins as it ends", { 11 * HOUR, 12 * HOUR }, false },
		{ "begins a minute before", { 11 * HOUR - MIN, 12 * HOUR }, true },
		{ "the same", { 10 * HOUR, 11 * HOUR }, true },
		{ "inside", { 10 * HOUR + MIN, 11 * HOUR - MIN }, true },
		{ "round it", { 9 * HOUR, 12 * HOUR }, true },
		{ "hours before", { 7 * HOUR, 8 * HOUR }, false },
		{ "hours after", { 13 * HOUR, 14 * HOUR }, false },
	};
	struct rules_span b = { 10 * HOUR, 11 * HOUR };
	(void)state;
	for (size_t i = 0; i < sizeof(with_ten_to_eleven) / sizeof(with_ten_to_eleven[0]); i++) {
		struct rules_span a = with_ten_to_eleven[i].a;
		if (rules_overlap(a, b) != with_ten_to_eleven[i].yes ||
		    rules_overlap(b, a) != with_ten_to_eleven[i].yes)
			fail_msg("%s", with_ten_to_eleven[i].what);
	}
}

/* Eight hours count, twelve with a second yes. */
static const char *on_day(int64_t minutes, const struct rules_span *others, size_t n, bool *is_long)
{
	struct rules_hour h = { .evidence = "scan", .at = { NINE, NINE + HOUR } };
	struct rules_day d = { minutes, others, n, 480, 720 };
	*is_long = rules_long_day(&d);
	return rules_broken_day(&h, &d);
}

static void the_limits_of_a_day(void **state)
{
	bool is_long;
	(void)state;
	same_word("eight hours", on_day(480, NULL, 0, &is_long), NULL);
	assert_false(is_long);
	same_word("and a minute", on_day(481, NULL, 0, &is_long), NULL);
	assert_true(is_long);
	same_word("twelve hours", on_day(720, NULL, 0, &is_long), NULL);
	assert_true(is_long);
	same_word("and a minute", on_day(721, NULL, 0, &is_long), "day_limit");
}

static void other_hours_of_the_day(void **state)
{
	const struct rules_span round_about[] = { { NINE - HOUR, NINE },
						  { NINE + HOUR, NINE + 2 * HOUR } };
	const struct rules_span last_clashes[] = { { NINE - HOUR, NINE },
						   { NINE + HOUR - MIN, NINE + 2 * HOUR } };
	const struct rules_span first_clashes[] = { { NINE - HOUR, NINE + MIN },
						    { NINE + HOUR, NINE + 2 * HOUR } };
	bool is_long;
	(void)state;
	same_word("touching on both sides", on_day(180, round_about, 2, &is_long), NULL);
	same_word("a minute of the next", on_day(181, last_clashes, 2, &is_long), "overlap");
	same_word("a minute of the last", on_day(181, first_clashes, 2, &is_long), "overlap");
	same_word("both wrong", on_day(721, first_clashes, 2, &is_long), "day_limit");
}

static void flagged(const char *what, const struct rules_signs *given, const char *want)
{
	struct arena *a = arena_new();
	struct rules_signs s = *given;
	s.evidence = str_or(s.evidence, "scan");
	s.day = "2026-11-16";
	s.from = s.from ? s.from : 9 * MIN;
	s.to = s.to ? s.to : 11 * MIN;
	same_word(what, rules_flags(a, &s, &rules_usual), want);
	arena_free(a);
}
#define FLAGGED(what, want, ...) flagged(what, &(struct rules_signs){ __VA_ARGS__ }, want)

static void signs_of_the_crowd(void **state)
{
	(void)state;
	FLAGGED("alone", "", .left_at_once = 1, .equal = 1, .one_device = 1);
	FLAGGED("seven left at once", "", .left_at_once = 7);
	FLAGGED("eight left at once", "same_minute", .left_at_once = 8);
	FLAGGED("eight of a roll left at once", "", .evidence = "list", .left_at_once = 8);
	FLAGGED("seven equal", "", .evidence = "list", .equal = 7);
	FLAGGED("eight equal", "equal_minutes", .evidence = "list", .equal = 8);
	FLAGGED("eight scans alike", "", .equal = 8);
	FLAGGED("two by one phone", "", .one_device = 2);
	FLAGGED("three by one phone", "same_device", .one_device = 3);
}

static void signs_of_the_time(void **state)
{
	(void)state;
	FLAGGED("three days after", "", .days_after = 3);
	FLAGGED("four days after", "late_entry", .days_after = 4);
	FLAGGED("18 today, at night", "", .birth_on = "2008-11-16", .to = 23 * MIN);
	FLAGGED("18 tomorrow, to ten", "", .birth_on = "2008-11-17", .to = 22 * MIN);
	FLAGGED("18 tomorrow, past ten", "minor_night", .birth_on = "2008-11-17",
		.to = 22 * MIN + 1);
	FLAGGED("18 tomorrow, from six", "", .birth_on = "2008-11-17", .from = 6 * MIN);
	FLAGGED("18 tomorrow, before six", "minor_night", .birth_on = "2008-11-17",
		.from = 6 * MIN - 1);
	FLAGGED("of unknown age, at night", "", .to = 23 * MIN);
}

static void signs_of_place_and_people(void **state)
{
	(void)state;
	FLAGGED("in and near", "", .near_in = "in", .near_out = "near");
	FLAGGED("unknown", "", .near_in = "unknown", .near_out = NULL);
	FLAGGED("came from afar", "far", .near_in = "out", .near_out = "in");
	FLAGGED("left afar", "far", .near_in = "in", .near_out = "out");
	FLAGGED("handed in", "offline", .offline = true);
	FLAGGED("by one who logs late", "backfill_logger", .late_logger = true);
	FLAGGED("not declared", "undeclared", .undeclared = true);
	FLAGGED("place asked for and left out", "no_place", .near_in = "left_out",
		.near_out = "in");
	FLAGGED("all in order", "long_day,late_entry,same_device,offline,far", .long_day = true,
		.days_after = 9, .one_device = 9, .offline = true, .near_out = "out");
}

static void signs_of_the_chain(void **state)
{
	(void)state;
	FLAGGED("on the roster half an hour before", "", .rostered = true, .ahead = 30);
	FLAGGED("a minute later", "late_roster", .rostered = true, .ahead = 29);
	FLAGGED("when it was over", "late_roster", .rostered = true, .ahead = -90);
	FLAGGED("registered at the desk a week ago", "", .desk_made = true, .known = 7);
	FLAGGED("six days ago", "new_person", .desk_made = true, .known = 6);
	FLAGGED("two for each other", "mutual", .mutual = 1);
	FLAGGED("four times the same few", "", .same_few = 4);
	FLAGGED("five times", "same_few", .same_few = 5);
	FLAGGED("never published", "unannounced", .unannounced = true);
}

static void signs_of_a_picture(void **state)
{
	(void)state;
	FLAGGED("none", "", .alike = 0);
	FLAGGED("another one", "", .picture = true, .side = 200, .alike = 56);
	FLAGGED("the same", "same_picture", .picture = true, .side = 200, .alike = 57);
	FLAGGED("a small one", "poor_picture", .picture = true, .side = 199);
	FLAGGED("a black one", "poor_picture", .picture = true, .side = 0);
}

static void limits_of_a_station(void **state)
{
	struct arena *a = arena_new();
	struct rules_limits none = { 0 }, own = rules_usual;
	const struct rules_signs s = { .evidence = "scan",
				       .day = "2026-11-16",
				       .from = 600,
				       .to = 660,
				       .left_at_once = 99,
				       .one_device = 99,
				       .days_after = 99,
				       .rostered = true,
				       .ahead = -99,
				       .mutual = 99,
				       .same_few = 99,
				       .desk_made = true,
				       .picture = true,
				       .alike = 64 };
	(void)state;
	same_word("left out", rules_flags(a, &s, &none), "");
	own.same_device = 100;
	same_word("its own", rules_flags(a, &s, &own),
		  "same_minute,late_entry,late_roster,new_person,mutual,same_picture,poor_picture,"
		  "same_few");
	arena_free(a);
}

/* Minutes between check-in and check-out. */
static int64_t served(int64_t in, int64_t out)
{
	struct rules_span at = { -1, -1 };
	bool any = rules_clip((struct rules_span){ in, out }, (struct rules_span){ NINE, ELEVEN },
			      &at);
	if (any) {
		assert_true(at.from >= NINE && at.to <= ELEVEN);
		assert_int_equal(at.from % 60, 0);
		assert_int_equal(at.to % 60, 0);
	}
	return any ? rules_minutes(at) : 0;
}

static void whole_minutes(void **state)
{
	(void)state;
	assert_int_equal(served(NINE, NINE + 3600), 60);
	assert_int_equal(served(NINE + 59, NINE + 61), 0);
	assert_int_equal(served(NINE + 59, NINE + 119), 1);
	assert_int_equal(served(NINE + 30, NINE + 3600 + 29), 59);
	assert_int_equal(served(NINE + 30, NINE + 3600 + 30), 60);
	assert_int_equal(served(NINE, NINE + 59), 0);
}

static void clipped_to_the_activity(void **state)
{
	(void)state;
	assert_int_equal(served(NINE - 1800, ELEVEN + 1800), 120);
	assert_int_equal(served(NINE - 1800, NINE + 600), 10);
	assert_int_equal(served(ELEVEN - 600, ELEVEN + 3600), 10);
	assert_int_equal(served(NINE - 3600, NINE - 60), 0);
	assert_int_equal(served(ELEVEN, ELEVEN + 600), 0);
	assert_int_equal(served(NINE + 600, NINE + 300), 0);
}

static void cut_to_whole_minutes(void **state)
{
	struct rules_span s = rules_whole((struct rules_span){ NINE + 59, NINE + 119 });
	(void)state;
	assert_int_equal(s.from, NINE);
	assert_int_equal(s.to, NINE + 60);
	s = rules_whole(s);
	assert_int_equal(s.from, NINE);
	assert_int_equal(s.to, NINE + 60);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_breaks_an_hour),
		cmocka_unit_test(every_fault_has_a_case),
		cmocka_unit_test(spans_that_share_a_minute),
		cmocka_unit_test(the_limits_of_a_day),
		cmocka_unit_test(other_hours_of_the_day),
		cmocka_unit_test(signs_of_the_crowd),
		cmocka_unit_test(signs_of_the_time),
		cmocka_unit_test(signs_of_place_and_people),
		cmocka_unit_test(signs_of_the_chain),
		cmocka_unit_test(signs_of_a_picture),
		cmocka_unit_test(limits_of_a_station),
		cmocka_unit_test(whole_minutes),
		cmocka_unit_test(clipped_to_the_activity),
		cmocka_unit_test(cut_to_whole_minutes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
