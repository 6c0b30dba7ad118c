/* Who may say yes to an hour, and when one yes is not enough. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rules.h"

static void same_word(const char *what, const char *got, const char *want)
{
	if (!str_eq(got, want))
		fail_msg("%s: %s, not %s", what, str_or(got, "nothing"), str_or(want, "nothing"));
}

static void who_needs_two(void **state)
{
	static const struct {
		const char *evidence, *flags;
		bool two, offline;
	} v[] = {
		{ "scan", "", false },        { "list", "", false },
		{ "declared", "", false },    { "backfill", "", true },
		{ "scan", "long_day", true }, { "list", "equal_minutes,long_day", true },
		{ "scan", "far", true },      { "scan", "same_minute,far,undeclared", true },
		{ "list", "typed", true },    { "scan", "long_days", false },
		{ "scan", "", true, true },   { "list", "offline", true, true },
		{ "met", "", false },         { "met", "one_home", false },
		{ "met", "", true, true },    { "met", "staff_code", true },
		{ "met", "own_code", true },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(v) / sizeof(v[0]); i++)
		if (rules_needs_two(v[i].evidence, v[i].offline, v[i].flags) != v[i].two)
			fail_msg("%s %s", v[i].evidence, v[i].flags);
}

static void what_was_typed_is_no_scan(void **state)
{
	(void)state;
	same_word("scan", rules_typed("scan"), "list");
	same_word("met", rules_typed("met"), "list");
	same_word("list", rules_typed("list"), "list");
	same_word("declared", rules_typed("declared"), "declared");
	same_word("backfill", rules_typed("backfill"), "backfill");
}

static void who_may_not_review(void **state)
{
	enum { ME = 7, OTHER = 8, MY_PERSON = 70, SOMEBODY = 80 };
	const struct rules_review fine = { .evidence = "scan",
					   .logger_id = DB_NONE,
					   .reviewer_id = DB_NONE,
					   .in_by = DB_NONE,
					   .out_by = DB_NONE,
					   .person_id = SOMEBODY,
					   .leader_id = DB_NONE,
					   .proved = true };
	struct rules_review r = fine;
	(void)state;
	same_word("a scan", rules_hindrance(&r, ME, MY_PERSON), NULL);
	r.logger_id = OTHER;
	same_word("another logged it", rules_hindrance(&r, ME, MY_PERSON), NULL);
	r.logger_id = ME;
	same_word("logged by me", rules_hindrance(&r, ME, MY_PERSON), "logger");
	r = fine;
	r.out_by = ME;
	same_word("check-out handed in by me", rules_hindrance(&r, ME, MY_PERSON), "logger");
	r = fine;
	r.code_by = ME;
	same_word("its code got by me", rules_hindrance(&r, ME, MY_PERSON), "coder");
	r.code_by = OTHER;
	r.card_by = ME;
	same_word("its card printed by me", rules_hindrance(&r, ME, MY_PERSON), "coder");
	r = fine;
	r.in_by = ME;
	same_word("check-in handed in by me", rules_hindrance(&r, ME, MY_PERSON), "logger");
	r = fine;
	r.person_id = MY_PERSON;
	same_word("mine", rules_hindrance(&r, ME, MY_PERSON), "own");
	same_word("whose person nobody knows", rules_hindrance(&r, ME, 0), "unlinked");
	r = fine;
	r.leader_id = MY_PERSON;
	same_word("vouched for by me", rules_hindrance(&r, ME, MY_PERSON), "own");
	r = fine;
	r.kin = true;
	same_word("of my family", rules_hindrance(&r, ME, MY_PERSON), "kin");
	same_word("and I am not known", rules_hindrance(&r, ME, 0), "unlinked");
	r.kin = false;
	r.kin_hand = true;
	same_word("logged by my family", rules_hindrance(&r, ME, MY_PERSON), "kin_hand");
	r = fine;
	r.evidence = "declared";
	same_word("not vouched for", rules_hindrance(&r, ME, MY_PERSON), "leader_first");
	r.confirmed = true;
	same_word("vouched for", rules_hindrance(&r, ME, MY_PERSON), NULL);
	r.reviewer_id = OTHER;
	same_word("after another's yes", rules_hindrance(&r, ME, MY_PERSON), NULL);
	r.reviewer_id = ME;
	same_word("after my yes", rules_hindrance(&r, ME, MY_PERSON), "twice");
	r = fine;
	r.proved = false;
	same_word("without a proof", rules_hindrance(&r, ME, MY_PERSON), "no_proof");
	r = fine;
	r.running = true;
	same_word("not over", rules_hindrance(&r, ME, MY_PERSON), "still_running");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(who_needs_two),
		cmocka_unit_test(what_was_typed_is_no_scan),
		cmocka_unit_test(who_may_not_review),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
