/* match.c - who fits an order, and why. */
#include "match.h"

#include <stdio.h>
#include <string.h>

#include "clock.h"

/* Under CHILD nobody goes to a home, whatever the station's menu says. */
enum { DAY = 86400, IDLE_DAYS = 14, ADULT = 18, CHILD = 14 };
enum {
	SKILL = 30,
	CATEGORY = 20,
	COMMUNITY = 20,
	STREET = 12,
	COUNTY = 4,
	FREE = 15,
	FREE_UNKNOWN = 5,
	TONGUE = 15,
	KNOWN = 4, /* each time, three at most */
	IDLE = 2,  /* each day, IDLE_DAYS at most */
	ASKED = 8, /* taken for each time within the week */
	NO_SHOW = 6,
	IN_A_ROW = 20
};

const char *match_bar(const struct match_want *w, const struct match_who *p)
{
	const struct {
		bool bars;
		const char *word;
	} rules[] = {
		{ !p->active, "suspended" },
		{ !p->takes, "off" },
		{ p->away, "away" },
		{ p->age != DB_NONE && p->age < (w->adults ? ADULT : CHILD), "minor" },
		{ w->sex && !str_eq(w->sex, p->sex), "sex" },
		{ p->own, "own" },
		{ p->overlap, "overlap" },
		{ w->dangerous && !p->insured, "uninsured" },
		{ p->answered, "answered" },
		{ p->week >= w->asks_week, "week" },
	};
	for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++)
		if (rules[i].bars)
			return rules[i].word;
	return NULL;
}

int match_near(const char *a, const char *b)
{
	static const int digits[] = { 12, 9, 6 };
	for (size_t i = 0; a && b && i < sizeof(digits) / sizeof(digits[0]); i++) {
		size_t n = (size_t)digits[i];
		if (strlen(a) >= n && strlen(b) >= n && !strncmp(a, b, n))
			return digits[i];
	}
	return 0;
}

static bool one_of(const char *codes, const char *list)
{
	if (!codes || !list)
		return false;
	while (*codes) {
		size_t n = strcspn(codes, ",");
		char code[8] = "";
		if (n && n < sizeof(code)) {
			memcpy(code, codes, n);
			if (str_in(code, list))
				return true;
		}
		codes += n + (codes[n] == ',');
	}
	return false;
}

/* So many points, and their reason. */
static int point(char *why, bool yes, int points, const char *word)
{
	if (!yes)
		return 0;
	size_t n = strlen(why);
	if (word && n + strlen(word) + 2 < MATCH_WHYS)
		(void)snprintf(why + n, MATCH_WHYS - n, "%s%s", n ? "," : "", word);
	return points;
}

static bool in_a_row(const struct match_who *p)
{
	return p->last && p->idle != DB_NONE && p->idle < MATCH_TWICE;
}

int match_order(const struct match_who *a, int score_a, const struct match_who *b, int score_b)
{
	int again = in_a_row(a) - in_a_row(b);
	return again ? again : score_b - score_a;
}

int match_score(const struct match_want *w, const struct match_who *p, char why[MATCH_WHYS])
{
	int near = match_near(w->region, p->region), score = 0;
	int64_t days = p->idle == DB_NONE || p->idle > IDLE_DAYS * DAY ? IDLE_DAYS : p->idle / DAY;
	int64_t known = p->known > 3 ? 3 : p->known, missed = p->no_shows > 3 ? 3 : p->no_shows;
	bool free = *w->slots && one_of(w->slots, p->available);
	why[0] = '\0';
	score += point(why, p->known > 0, (int)known * KNOWN, "known");
	score += point(why, w->skill && one_of(w->skill, p->skills), SKILL, "skill");
	score += point(why, w->language && one_of(w->language, p->languages), TONGUE, "language");
	score += point(why, free, FREE, "free");
	score += point(why, near == 12, COMMUNITY, "community");
	score += point(why, near == 9, STREET, "street");
	score += point(why, near == 6, COUNTY, NULL);
	score += point(why, w->category && one_of(w->category, p->categories), CATEGORY,
		       "category");
	score += point(why, !free && (!p->available || !*p->available), FREE_UNKNOWN, NULL);
	score += point(why, !p->week, (int)days * IDLE, p->idle == DB_NONE ? "new" : "rested");
	score -= (int)p->week * ASKED + (int)missed * NO_SHOW;
	score -= point(why, in_a_row(p), IN_A_ROW, "in_a_row");
	return score < 0 ? 0 : score;
}

const char *match_slots(struct arena *a, const char *day, const char *part)
{
	static const char *const parts[] = { "am", "pm", "eve" };
	struct buf b = { .arena = a };
	int64_t at;
	buf_str(&b, "");
	if (!day || !clock_parse_day(day, &at))
		return b.p;
	int weekday = (int)((clock_day_no(at) + 3) % 7); /* the first day of 1970 was a Thursday */
	for (int i = 0; i < 3; i++)
		if (str_eq(part, "any") || str_eq(part, parts[i]))
			buf_fmt(&b, "%s%02d", b.n ? "," : "", weekday * 3 + i + 1);
	return b.p;
}

bool match_any(struct arena *a, const char *wanted, const char *has)
{
	for (const char *at = wanted; *at;) {
		size_t n = strcspn(at, ",");
		if (str_in(arena_fmt(a, "%.*s", (int)n, at), has))
			return true;
		at += n + (at[n] == ',');
	}
	return !*wanted;
}
