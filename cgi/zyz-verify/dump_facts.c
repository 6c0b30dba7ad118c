/*
 * dump_facts.c - the lines of a dump that hold the facts of facts.h, numbers with single blanks
 * between them.
 */
#include <stdlib.h>
#include <string.h>

#include "facts.h"

enum { WORDS = 20 };

static void hour(struct facts *f, const char *word, const int64_t *v)
{
	struct hour h = { .state = (char)v[0],
			  .evidence = (char)v[1],
			  .version = v[2],
			  .person = v[3],
			  .activity = v[4],
			  .logger = v[5],
			  .reviewer = v[6],
			  .second = v[7],
			  .from = v[8],
			  .to = v[9],
			  .begins = v[10],
			  .ends = v[11],
			  .published = v[12],
			  .noticed = v[13],
			  .effective = v[14],
			  .two = v[15] == 1,
			  .marked = v[16] == 1 };
	(void)snprintf(h.no, sizeof(h.no), "%s", word);
	facts_hour(f, &h);
}

static void seen(struct facts *f, const char *word, const int64_t *v)
{
	(void)word;
	facts_seen(f, v[0], v[1], (uint8_t)v[2]);
}

static void elsewhere(struct facts *f, const char *word, const int64_t *v)
{
	(void)word;
	facts_elsewhere(f, v[0], v[1], v[2]);
}

static void star(struct facts *f, const char *word, const int64_t *v)
{
	struct star s = { .person = v[0],
			  .star = v[1],
			  .minutes = v[2],
			  .decided = v[3],
			  .settled = v[4],
			  .noticed = v[5],
			  .awarded = v[6],
			  .given = v[7] == 1,
			  .marked = v[8] == 1,
			  .before = v[9] == 1 };
	(void)snprintf(s.ref, sizeof(s.ref), "%s", word);
	facts_star(f, &s);
}

static void decided(struct facts *f, const char *word, const int64_t *v)
{
	struct decided d = { .proposer = v[0],
			     .decider = v[1],
			     .level = v[2],
			     .wanted_level = v[3],
			     .minutes = v[4],
			     .wanted = v[5],
			     .own = v[6] == 1,
			     .entitled = v[7] == 1 };
	(void)snprintf(d.ref, sizeof(d.ref), "%s", word);
	facts_decided(f, &d);
}

static void honour(struct facts *f, const char *word, const int64_t *v)
{
	struct honour h = { .created = v[0],
			    .verified = v[1],
			    .noticed = v[2],
			    .own = v[3] == 1,
			    .effective = v[4] == 1,
			    .marked = v[5] == 1,
			    .before = v[6] == 1 };
	(void)snprintf(h.no, sizeof(h.no), "%s", word);
	facts_honour(f, &h);
}

static void brought(struct facts *f, const char *word, const int64_t *v)
{
	struct brought b = { .minutes = v[0],
			     .sum = v[1],
			     .entered = v[2],
			     .handled = v[3],
			     .verified = v[4] == 1,
			     .marked = v[5] == 1 };
	(void)snprintf(b.no, sizeof(b.no), "%s", word);
	facts_brought(f, &b);
}

static void rank(struct facts *f, const char *word, const int64_t *v)
{
	struct rank r = { .star = v[0], .awarded = v[1] };
	(void)snprintf(r.who, sizeof(r.who), "%s", word);
	facts_rank(f, &r);
}

static void code(struct facts *f, const char *word, const int64_t *v)
{
	struct spent s = { .card = v[0],
			   .place = v[1],
			   .code = v[2],
			   .salt = { v[3], v[4] },
			   .anchor = v[5],
			   .handed = v[6],
			   .revoked = v[7],
			   .typed = v[8],
			   .used = v[9] == 1,
			   .theirs = v[10] == 1 };
	(void)snprintf(s.no, sizeof(s.no), "%s", word);
	facts_spent(f, &s);
}

static void limit(struct facts *f, const char *word, const int64_t *v)
{
	(void)word;
	facts_limit(f, v[0]);
}

static void whole(struct facts *f, const char *word, const int64_t *v)
{
	(void)word;
	facts_whole(f, (uint8_t)v[0]);
}

static void account(struct facts *f, const char *word, const int64_t *v)
{
	struct account a = {
		.balance = v[0], .floor = v[1], .debt = v[2], .moved = v[3], .borrowed = v[4]
	};
	(void)snprintf(a.ref, sizeof(a.ref), "%s", word);
	facts_account(f, &a);
}

static void balance(struct facts *f, const char *word, const int64_t *v)
{
	(void)word;
	facts_balance(f, &(struct balance){ v[0], v[1] });
}

static void saved(struct facts *f, const char *word, const int64_t *v)
{
	struct saved s = { .minutes = v[0],
			   .record = v[1],
			   .effective = v[2] == 1,
			   .waits = v[3] == 1,
			   .theirs = v[4] == 1 };
	(void)snprintf(s.no, sizeof(s.no), "%s", word);
	facts_saved(f, &s);
}

static void sum(struct facts *f, const char *word, const int64_t *v)
{
	struct sum s = { .what = v[0], .kept = v[1], .said = v[2], .most = v[3] };
	(void)snprintf(s.ref, sizeof(s.ref), "%s", word);
	facts_sum(f, &s);
}

/* word: a number or reference stands before the numbers. */
static const struct kind {
	const char *name;
	bool word;
	size_t numbers;
	void (*take)(struct facts *f, const char *word, const int64_t *v);
} kinds[] = {
	{ "hour", true, 17, hour },       { "seen", false, 3, seen },
	{ "star", true, 10, star },       { "honour", true, 7, honour },
	{ "brought", true, 6, brought },  { "elsewhere", false, 3, elsewhere },
	{ "decided", true, 8, decided },  { "code", true, 11, code },
	{ "rank", true, 2, rank },        { "account", true, 5, account },
	{ "balance", false, 2, balance }, { "saved", true, 5, saved },
	{ "limit", false, 1, limit },     { "whole", false, 1, whole },
	{ "sum", true, 4, sum },
};

static const struct kind *kind_of(const char *line, size_t n)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strlen(kinds[i].name) == n && memcmp(kinds[i].name, line, n) == 0)
			return &kinds[i];
	return NULL;
}

bool facts_named(const char *line)
{
	return kind_of(line, strcspn(line, " ")) != NULL;
}

bool facts_line(struct facts *f, char *line)
{
	int64_t v[WORDS];
	char *rest = line;
	const char *name = strsep(&rest, " "), *word = NULL;
	const struct kind *k = kind_of(name, strlen(name));
	if (!k || (k->word && !(word = strsep(&rest, " "))))
		return false;
	for (size_t i = 0; i < k->numbers; i++) {
		const char *n = strsep(&rest, " ");
		if (!n || !number_in(n, &v[i]))
			return false;
	}
	if (rest)
		return false;
	k->take(f, word, v);
	return true;
}
