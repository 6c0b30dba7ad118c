/* rules.c - what must be true of a plan before anybody may see it. */
#include <string.h>

#include "clock.h"
#include "form.h"
#include "project.h"

enum { YEAR_DAYS = 366, DAY_SECONDS = 86400, PLACE_CHARS = 8, INTRO_CHARS = 10 };

/* Days are "YYYY-MM-DD", so that text compares like time; a missing one is another rule's
 * business. */
static bool in_order(const char *first, const char *last)
{
	return !first || !last || strcmp(first, last) <= 0;
}

static bool has(const char *s, size_t characters)
{
	return s && utf8_count(s) >= characters;
}

static bool has_any(const char *s, const char *const *parts)
{
	for (; s && *parts; parts++)
		if (strstr(s, *parts))
			return true;
	return false;
}

/* What a rule looks at. */
struct look {
	const struct plan_row *p;
	const char *today;
};

static bool title_true(const struct look *l)
{
	return !l->p->title || !strstr(l->p->title, "补录");
}

static bool intro_there(const struct look *l)
{
	return has(l->p->intro, INTRO_CHARS);
}

static bool categories_there(const struct look *l)
{
	return has(l->p->categories, 1);
}

static bool recipients_there(const struct look *l)
{
	return has(l->p->recipients, 1);
}

static bool guarantees_there(const struct look *l)
{
	return has(l->p->guarantees, 1);
}

static bool days_there(const struct look *l)
{
	return l->p->starts_on && l->p->ends_on;
}

static bool days_order(const struct look *l)
{
	return in_order(l->p->starts_on, l->p->ends_on);
}

static bool start_ahead(const struct look *l)
{
	return in_order(l->today, l->p->starts_on);
}

static bool within_year(const struct look *l)
{
	int64_t from, to;
	if (!l->p->starts_on || !l->p->ends_on || !clock_parse_day(l->p->starts_on, &from) ||
	    !clock_parse_day(l->p->ends_on, &to))
		return true;
	return to - from < (int64_t)YEAR_DAYS * DAY_SECONDS;
}

static bool recruit_there(const struct look *l)
{
	return l->p->recruit_from && l->p->recruit_to;
}

static bool recruit_order(const struct look *l)
{
	return in_order(l->p->recruit_from, l->p->recruit_to);
}

static bool recruit_inside(const struct look *l)
{
	return in_order(l->p->recruit_to, l->p->ends_on);
}

static bool recruit_ahead(const struct look *l)
{
	return in_order(l->today, l->p->recruit_to);
}

static bool sign_up_there(const struct look *l)
{
	return has(l->p->sign_up_how, 2);
}

static bool region_there(const struct look *l)
{
	return l->p->region_code && strlen(l->p->region_code) >= 9;
}

/* An exact address has a number in it, or ends in something smaller than a street. */
static bool place_exact(const struct look *l)
{
	static const char *const parts[] = { "0",    "1",    "2",    "3",    "4",  "5",  "6",
					     "7",    "8",    "9",    "号",   "楼", "室", "院",
					     "广场", "公园", "中心", "学校", NULL };
	return has(l->p->place, PLACE_CHARS) && has_any(l->p->place, parts);
}

static bool contact_there(const struct look *l)
{
	return has(l->p->contact_name, 1) && has(l->p->contact_phone, 1);
}

static bool risks_there(const struct look *l)
{
	return has(l->p->risks, 2);
}

static bool danger_insured(const struct look *l)
{
	return !l->p->dangerous || has(l->p->insurance, 2);
}

static bool agreement_there(const struct look *l)
{
	return l->p->agreement != 1 || l->p->agreement_text != DB_NONE;
}

static bool danger_adults(const struct look *l)
{
	return !l->p->dangerous || !l->p->for_minors;
}

static bool positions_there(const struct look *l)
{
	return l->p->wanted > 0;
}

static bool team_named(const struct look *l)
{
	return !str_eq(l->p->recruit_scope, "team") || l->p->team;
}

static bool screened(const struct look *l)
{
	return l->p->screened == 1;
}

/* word: Lang.project.Message.word, the sentence in the check list and in the refusal.
 * early: a draft keeps it as well, said beside the field. */
static const struct rule {
	const char *word, *field;
	bool early;
	bool (*holds)(const struct look *l);
} rules[] = {
	{ "rule_title", "title", true, title_true },
	{ "rule_intro", "intro", false, intro_there },
	{ "rule_categories", "categories", false, categories_there },
	{ "rule_recipients", "recipients", false, recipients_there },
	{ "rule_days", "starts_on", false, days_there },
	{ "rule_days_order", "ends_on", true, days_order },
	{ "rule_start_ahead", "starts_on", false, start_ahead },
	{ "rule_within_year", "ends_on", true, within_year },
	{ "rule_recruit", "recruit_from", false, recruit_there },
	{ "rule_recruit_order", "recruit_to", true, recruit_order },
	{ "rule_recruit_inside", "recruit_to", true, recruit_inside },
	{ "rule_recruit_ahead", "recruit_to", false, recruit_ahead },
	{ "rule_sign_up", "sign_up_how", false, sign_up_there },
	{ "rule_team", "team", true, team_named },
	{ "rule_region", "region_code", false, region_there },
	{ "rule_place", "place", false, place_exact },
	{ "rule_contact", "contact_phone", false, contact_there },
	{ "rule_positions", NULL, false, positions_there },
	{ "rule_guarantees", "guarantees", false, guarantees_there },
	{ "rule_risks", "risks", false, risks_there },
	{ "rule_insurance", "insurance", true, danger_insured },
	{ "rule_agreement", "agreement", false, agreement_there },
	{ "rule_adults", NULL, false, danger_adults },
	{ "rule_screening", NULL, false, screened },
};
enum { RULES = sizeof(rules) / sizeof(rules[0]) };

void rules_put(struct rq *q, const struct plan_row *p)
{
	struct look l = { p, clock_day(q->arena, q->now) };
	struct node *list = put_list(q, "Checks");
	int64_t kept = 0;
	for (size_t i = 0; i < RULES; i++) {
		struct node *n = node_item(list);
		bool ok = rules[i].holds(&l);
		node_set(n, "name", rules[i].word);
		node_int(n, "ok", ok);
		kept += ok;
	}
	put_int(q, "RulesKept", kept);
	put_int(q, "RulesOpen", RULES - kept);
}

size_t rules_broken(struct rq *q, const struct plan_row *p)
{
	struct look l = { p, clock_day(q->arena, q->now) };
	size_t n = 0;
	for (size_t i = 0; i < RULES; i++)
		n += !rules[i].holds(&l);
	return n;
}

void rules_refuse(struct rq *q, const struct plan_row *p)
{
	struct look l = { p, clock_day(q->arena, q->now) };
	for (size_t i = 0; i < RULES; i++)
		if (!rules[i].holds(&l))
			form_error(q, NULL, rules[i].word);
}

void rules_early(struct rq *q, const struct plan_row *p)
{
	struct look l = { p, clock_day(q->arena, q->now) };
	for (size_t i = 0; i < RULES; i++)
		if (rules[i].early && !rules[i].holds(&l))
			form_error(q, rules[i].field, rules[i].word);
}
