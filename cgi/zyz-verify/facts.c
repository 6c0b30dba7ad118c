/* facts.c - the rules of hours, asked of the rows as they stand. */
#include "facts.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

enum { MINUTE = 60, DAY = 86400, BEIJING = 8 * 3600 };

/* Persons are numbers of this dump alone: whoever holds two dumps cannot tell that one speaks of
 * the same volunteer as the other. */
static int64_t facts_alias(int64_t person)
{
	static uint8_t key[crypto_shorthash_KEYBYTES];
	static bool drawn;
	uint8_t out[crypto_shorthash_BYTES];
	uint64_t n = 0;
	if (!drawn)
		randombytes_buf(key, sizeof(key));
	drawn = true;
	crypto_shorthash(out, (const uint8_t *)&person, sizeof(person), key);
	for (size_t i = 0; i < sizeof(out); i++)
		n = n << 8 | out[i];
	return (int64_t)(n >> 1);
}

static void facts_put(FILE *out, const char *name, const char *word, const int64_t *v, size_t n)
{
	fputs(name, out);
	if (word)
		fprintf(out, " %s", word);
	for (size_t i = 0; i < n; i++)
		fprintf(out, " %lld", (long long)v[i]);
	fputc('\n', out);
}

struct elsewhere {
	int64_t person, day, minutes;
};
struct facts {
	struct hour *v;
	size_t n;
	uint32_t *duty; /* numbers of hours by activity and person, once all are there */
	size_t next;
	struct elsewhere *other;
	size_t others;
	struct star *star;
	size_t stars, next_star;
	int64_t limit;
	uint8_t whole;
	struct spent last;
	FILE *out; /* writes instead of judging */
};

#define PUT(f, name, word, ...) \
	facts_put((f)->out, name, word, (const int64_t[]){ __VA_ARGS__ }, \
		  sizeof((const int64_t[]){ __VA_ARGS__ }) / sizeof(int64_t))

struct facts *facts_new(void)
{
	struct facts *f = grown(NULL, 0, sizeof(*f));
	*f = (struct facts){ .limit = DAY_LIMIT };
	return f;
}

struct facts *facts_writing(FILE *out)
{
	struct facts *f = facts_new();
	f->out = out;
	return f;
}

void facts_limit(struct facts *f, int64_t minutes)
{
	if (f->out) {
		PUT(f, "limit", NULL, minutes);
		return;
	}
	f->limit = minutes > f->limit ? minutes : f->limit;
}

void facts_whole(struct facts *f, uint8_t what)
{
	if (f->out) {
		PUT(f, "whole", NULL, what);
		return;
	}
	f->whole |= what;
}

void facts_hour(struct facts *f, const struct hour *h)
{
	if (f->out) {
		PUT(f, "hour", h->no, h->state, h->evidence, h->version, facts_alias(h->person),
		    h->activity, h->logger, h->reviewer, h->second, h->from, h->to, h->begins,
		    h->ends, h->published, h->noticed, h->effective, h->two, h->marked);
		return;
	}
	f->v = grown(f->v, f->n, sizeof(*f->v));
	f->v[f->n++] = *h;
}

static const struct hour *sorted;

static int order(int64_t a, int64_t b)
{
	return a < b ? -1 : a > b;
}

static int by_duty(const void *a, const void *b)
{
	const struct hour *x = &sorted[*(const uint32_t *)a], *y = &sorted[*(const uint32_t *)b];
	int o = order(x->activity, y->activity);
	return o ? o : order(x->person, y->person);
}

static void sort_duty(struct facts *f)
{
	f->duty = calloc(f->n + 1, sizeof(*f->duty));
	if (!f->duty)
		exit(CANNOT);
	bool in_order = true;
	sorted = f->v;
	for (size_t i = 0; i < f->n; i++) {
		f->duty[i] = (uint32_t)i;
		in_order = in_order && (!i || by_duty(&f->duty[i - 1], &f->duty[i]) <= 0);
	}
	if (!in_order)
		qsort(f->duty, f->n, sizeof(*f->duty), by_duty);
}

static int compare(const struct facts *f, size_t i, int64_t activity, int64_t person)
{
	const struct hour *h = &f->v[f->duty[i]];
	int o = order(h->activity, activity);
	return o ? o : order(h->person, person);
}

/* Rows come mostly in the order of activities: the next place is looked at first. */
void facts_seen(struct facts *f, int64_t activity, int64_t person, uint8_t what)
{
	if (f->out) {
		PUT(f, "seen", NULL, activity, facts_alias(person), what);
		return;
	}
	if (!f->duty)
		sort_duty(f);
	size_t low = f->next, high = f->n;
	if (low >= f->n || compare(f, low, activity, person) != 0) {
		for (low = 0; low < high;) {
			size_t middle = low + (high - low) / 2;
			if (compare(f, middle, activity, person) < 0)
				low = middle + 1;
			else
				high = middle;
		}
	}
	for (; low < f->n && compare(f, low, activity, person) == 0; low++)
		f->v[f->duty[low]].seen |= what;
	f->next = low;
}

void facts_elsewhere(struct facts *f, int64_t person, int64_t day, int64_t minutes)
{
	if (f->out) {
		PUT(f, "elsewhere", NULL, facts_alias(person), day, minutes);
		return;
	}
	f->other = grown(f->other, f->others, sizeof(*f->other));
	f->other[f->others++] = (struct elsewhere){ person, day, minutes };
}

void facts_star(struct facts *f, const struct star *s)
{
	if (f->out) {
		PUT(f, "star", s->ref, facts_alias(s->person), s->star, s->minutes, s->decided,
		    s->settled, s->noticed, s->awarded, s->given, s->marked, s->before);
		return;
	}
	f->star = grown(f->star, f->stars, sizeof(*f->star));
	f->star[f->stars++] = *s;
}

static void judge_seen(const struct facts *f, const struct hour *h)
{
	uint8_t need = SEEN_ROSTER;
	if (h->evidence != 'b')
		need |= SEEN_IN;
	if (strchr("slm", h->evidence) && h->version == 1)
		need |= SEEN_OUT;
	if (h->evidence == 'm')
		need |= SEEN_MET;
	uint8_t missing = (uint8_t)(need & f->whole & ~h->seen);
	if (missing & SEEN_ROSTER)
		hour_breach(h, "its volunteer is not on the roster of the activity");
	else if (missing)
		hour_breach(h, missing & SEEN_MET  ? "no resident confirmed it"
			       : missing & SEEN_IN ? "nobody checked in"
						   : "nobody checked out");
}

static int by_time(const void *a, const void *b)
{
	const struct hour *x = a, *y = b;
	int o = order(x->person, y->person);
	return o ? o : order(x->from, y->from);
}

static int by_person(const void *a, const void *b)
{
	const struct elsewhere *x = a, *y = b;
	int o = order(x->person, y->person);
	return o ? o : order(x->day, y->day);
}

/* 20261129 of a time in Beijing. */
static int64_t day_of(int64_t t)
{
	int64_t days = (t + BEIJING) / DAY + 719468, era = days / 146097, doe = days - era * 146097;
	int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;
	int64_t month = mp < 10 ? mp + 3 : mp - 9, year = yoe + era * 400 + (month <= 2);
	return year * 10000 + month * 100 + doy - (153 * mp + 2) / 5 + 1;
}

/* Counts what others brought on this day, in step with the hours; both are sorted alike. */
static int64_t brought_on(const struct facts *f, size_t *at, int64_t person, int64_t day)
{
	const struct elsewhere want = { person, day, 0 };
	int64_t sum = 0;
	while (*at < f->others && by_person(&f->other[*at], &want) < 0)
		(*at)++;
	for (size_t i = *at; i < f->others && by_person(&f->other[i], &want) == 0; i++)
		sum += f->other[i].minutes;
	return sum;
}

/* Hours by person and time: no minute twice, no day over its limit. */
static void judge_days(struct facts *f)
{
	int64_t end = 0, person = 0, day = 0, sum = 0;
	size_t at = 0;
	if (!f->n)
		return;
	qsort(f->v, f->n, sizeof(*f->v), by_time);
	if (f->others)
		qsort(f->other, f->others, sizeof(*f->other), by_person);
	for (size_t i = 0; i < f->n; i++) {
		const struct hour *h = &f->v[i];
		if (h->state == 'x')
			continue;
		if (h->person != person || (h->from + BEIJING) / DAY != day) {
			person = h->person;
			day = (h->from + BEIJING) / DAY;
			end = 0;
			sum = f->others ? brought_on(f, &at, person, day_of(h->from)) : 0;
		}
		sum += (h->to - h->from) / MINUTE;
		if (h->from < end)
			hour_breach(h, "at the same time as another record of the same volunteer");
		else if (sum > f->limit)
			hour_breach(h, "its day holds more than the day's limit");
		end = h->to > end ? h->to : end;
	}
}

/* Days that were brought alone. */
static void judge_elsewhere(const struct facts *f)
{
	int64_t sum = 0;
	for (size_t i = 0; i < f->others; i++) {
		const struct elsewhere *o = &f->other[i];
		bool same = i && by_person(o, o - 1) == 0;
		sum = (same ? sum : 0) + o->minutes;
		if (sum > f->limit && sum - o->minutes <= f->limit)
			fault(BREACH, NOWHERE, "hours from elsewhere: %lld minutes on %lld",
			      (long long)sum, (long long)o->day);
	}
}

/* All that a person could rest a star on at that day. */
static int64_t known(const struct facts *f, int64_t person, int64_t day)
{
	size_t low = 0, high = f->n;
	int64_t sum = 0;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (f->v[middle].person < person)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < f->n && f->v[low].person == person; low++)
		if (f->v[low].effective && (!day || f->v[low].effective <= day))
			sum += (f->v[low].to - f->v[low].from) / MINUTE;
	for (size_t i = 0; i < f->others; i++)
		if (f->other[i].person == person)
			sum += f->other[i].minutes;
	return sum;
}

/* Awards and decisions come in the same order: the search goes on where the last one ended. */
void facts_decided(struct facts *f, const struct decided *d)
{
	if (f->out) {
		PUT(f, "decided", d->ref, d->proposer, d->decider, d->level, d->wanted_level,
		    d->minutes, d->wanted, d->own, d->entitled);
		return;
	}
	for (size_t i = 0; i < f->stars; i++) {
		struct star *s = &f->star[(f->next_star + i) % f->stars];
		if (strcmp(s->ref, d->ref) == 0) {
			s->of_level = true;
			f->next_star = (f->next_star + i + 1) % f->stars;
			break;
		}
	}
	decided_judge(d);
}

void facts_honour(struct facts *f, const struct honour *h)
{
	if (f->out) {
		PUT(f, "honour", h->no, h->created, h->verified, h->noticed, h->own, h->effective,
		    h->marked, h->before);
		return;
	}
	const char *why = NULL;
	if (!h->marked)
		why = "bears no mark";
	else if (!h->verified && !h->before)
		why = "nobody verified it";
	else if (h->verified && h->verified == h->created)
		why = "verified by whoever entered it";
	else if (h->own && h->effective && !h->noticed && !h->before)
		why = "took effect without a notice";
	if (why)
		fault(BREACH, NOWHERE, "honour %s: %s", h->no, why);
}

void facts_brought(struct facts *f, const struct brought *b)
{
	if (f->out) {
		PUT(f, "brought", b->no, b->minutes, b->sum, b->entered, b->handled, b->verified,
		    b->marked);
		return;
	}
	const char *why = NULL;
	if (!b->marked)
		why = "counts, but bears no mark";
	else if (!b->verified && (!b->handled || b->handled == b->entered))
		why = "counts, unsigned, on the word of one person";
	if (why)
		fault(BREACH, NOWHERE, "transfer %s: %s", b->no, why);
	else if (b->minutes != b->sum)
		fault(BREACH, NOWHERE, "transfer %s: counts %lld minutes, its records have %lld",
		      b->no, (long long)b->minutes, (long long)b->sum);
}

FILE *facts_out(const struct facts *f)
{
	return f->out;
}

void facts_spent(struct facts *f, const struct spent *s)
{
	if (f->out) {
		PUT(f, "code", s->no, s->card, s->place, s->code, s->salt[0], s->salt[1], s->anchor,
		    s->handed, s->revoked, s->typed, s->used, s->theirs);
		return;
	}
	spent_judge(s, &f->last);
	f->last = *s;
}

void facts_end(struct facts *f)
{
	for (size_t i = 0; i < f->n; i++)
		hour_judge(&f->v[i]);
	for (size_t i = 0; i < f->n; i++)
		if (strchr("nde", f->v[i].state))
			judge_seen(f, &f->v[i]);
	judge_days(f);
	judge_elsewhere(f);
	for (size_t i = 0; i < f->stars; i++)
		star_judge(&f->star[i], known(f, f->star[i].person, f->star[i].awarded));
	free(f->v);
	free(f->duty);
	free(f->other);
	free(f->star);
	free(f);
}
