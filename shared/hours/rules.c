/* rules.c - the rules of an hour, in the order in which people are told of them. */
#include "rules.h"

#include "check.h"
#include "clock.h"
#include "staff.h"

enum {
	ADULT = 18,
	NIGHT_FROM = 22 * 60,
	NIGHT_TO = 6 * 60,
	MINUTE = 60,
	AFTER_MIDNIGHT = 60 * MINUTE,
	CLOSING_SLACK = 2 * MINUTE,
	PICTURE_BITS = 64
};

#define USUAL(word, usual) .word = (usual),
const struct rules_limits rules_usual = { RULES_SIGNS(USUAL) };
#undef USUAL

bool rules_overlap(struct rules_span a, struct rules_span b)
{
	return a.from < b.to && a.to > b.from;
}

int64_t rules_minutes(struct rules_span s)
{
	return (s.to - s.from) / MINUTE;
}

struct rules_span rules_whole(struct rules_span s)
{
	return (struct rules_span){ s.from - s.from % MINUTE, s.to - s.to % MINUTE };
}

bool rules_of_the_day(struct rules_span activity, int64_t at)
{
	int64_t day = clock_day_no(activity.from);
	if (clock_day_no(at) == day)
		return true;
	return clock_day_no(activity.to) != day && at >= activity.to &&
	       at < activity.to + AFTER_MIDNIGHT;
}

bool rules_clip(struct rules_span seen, struct rules_span activity, struct rules_span *out)
{
	/* Seconds that make no whole minute are not counted, wherever in the minute the check-in
	 * fell. */
	int64_t first = seen.from - seen.from % MINUTE;
	int64_t last = first + rules_minutes(seen) * MINUTE;
	out->from = first > activity.from ? first : activity.from;
	out->to = last < activity.to ? last : activity.to;
	return rules_minutes(*out) >= 1;
}

const char *rules_broken(const struct rules_activity *a, const struct rules_hour *h)
{
	bool late = str_eq(h->evidence, "backfill");
	int64_t day = clock_day_no(a->at.from), slack = h->closes ? CLOSING_SLACK : 0;
	if (str_in(a->state, h->corrects ? "draft,cancelled" : "draft,cancelled,archived"))
		return "state";
	if (!late && (a->published_at == DB_NONE || a->published_at > a->at.from))
		return "published_late";
	if (!h->on_duty || (h->gone && !h->corrects))
		return "not_on_roster";
	if (rules_minutes(h->at) < 1)
		return "empty";
	if (clock_day_no(h->at.from) != day || clock_day_no(h->at.to - 1) != day)
		return "other_day";
	if (h->at.from < a->at.from - slack || h->at.to > a->at.to + slack)
		return "outside";
	if (h->at.to > h->now)
		return "future";
	if (str_eq(h->evidence, "list") && !h->corrects && !rules_of_the_day(a->at, h->now))
		return "roll_not_today";
	return h->lacks;
}

const char *rules_broken_day(const struct rules_hour *h, const struct rules_day *d)
{
	if (d->minutes > d->second)
		return "day_limit";
	for (size_t i = 0; i < d->n; i++)
		if (rules_overlap(h->at, d->others[i]))
			return "overlap";
	return NULL;
}

/* Somebody was seen to come, and to go where that is what the hour rests on. */
static bool attended(const struct rules_hour *h, const struct rules_proof *p)
{
	bool scan = str_eq(h->evidence, "scan"), declared = str_eq(h->evidence, "declared");
	if (str_eq(h->evidence, "backfill"))
		return true;
	if (str_eq(h->evidence, "met") && !p->met)
		return false;
	if (p->in_at == DB_NONE || (p->out_at == DB_NONE && !declared))
		return false;
	return !scan || p->typed ||
	       (p->in_at < h->at.from + MINUTE + CLOSING_SLACK &&
		p->out_at > h->at.to - CLOSING_SLACK);
}

const char *rules_unfit(const struct rules_activity *a, const struct rules_hour *h,
			const struct rules_day *d, const struct rules_proof *p)
{
	if (!p->marked)
		return "mark";
	/* Of scans handed in later the mark says that two have looked; some were passed by one
	 * before there were marks. */
	if (rules_needs_two(h->evidence, false, p->flags) && !p->second)
		return "mark";
	const char *word = rules_broken(a, h);
	if (word)
		return str_in(word, "state,published_late") ? "published"
		       : str_eq(word, "not_on_roster")      ? "roster"
							    : "times";
	if (!attended(h, p))
		return "attendance";
	return rules_broken_day(h, d) ? "day" : NULL;
}

bool rules_long_day(const struct rules_day *d)
{
	return d->minutes > d->limit;
}

static bool scanned(const struct rules_signs *s)
{
	return str_eq(s->evidence, "scan");
}

static bool told(const struct rules_signs *s, const char *word)
{
	return s->met && str_in(word, s->met);
}

static bool minor_at_night(const struct rules_signs *s)
{
	return s->birth_on && age_on(s->birth_on, s->day) < ADULT &&
	       (s->from < NIGHT_TO || s->to > NIGHT_FROM);
}

static bool nearness(const struct rules_signs *s, const char *word)
{
	return str_eq(s->near_in, word) || str_eq(s->near_out, word);
}

/* A limit of 0 is never reached. */
static bool at_least(int64_t n, int64_t limit)
{
	return limit > 0 && n >= limit;
}

static bool below(int64_t n, int64_t limit)
{
	return limit > 0 && n < limit;
}

const char *rules_flags(struct arena *a, const struct rules_signs *s, const struct rules_limits *l)
{
	const struct {
		const char *word;
		bool yes;
	} flags[] = {
		{ "long_day", s->long_day },
		{ "same_minute", scanned(s) && at_least((int64_t)s->left_at_once, l->same_minute) },
		/* Scans differ by themselves; times that people type should differ as well. */
		{ "equal_minutes", !scanned(s) && at_least((int64_t)s->equal, l->equal_minutes) },
		{ "late_entry", at_least(s->days_after, l->late_entry) },
		{ "minor_night", minor_at_night(s) },
		{ "backfill_logger", s->late_logger },
		{ "same_device", at_least((int64_t)s->one_device, l->same_device) },
		{ "offline", s->offline },
		{ "far", nearness(s, "out") },
		{ "undeclared", s->undeclared },
		{ "typed", s->typed },
		{ "proof_again", s->proof_again },
		{ "late_roster", s->rostered && below(s->ahead, l->late_roster) },
		{ "new_person", s->desk_made && below(s->known, l->new_person) },
		{ "mutual", at_least((int64_t)s->mutual, l->mutual) },
		{ "no_place", nearness(s, "left_out") },
		{ "same_picture", s->alike > PICTURE_BITS - l->same_picture },
		{ "poor_picture", s->picture && below(s->side, l->poor_picture) },
		{ "same_few", at_least((int64_t)s->same_few, l->same_few) },
		{ "unannounced", s->unannounced },
		{ "staff_code", told(s, "staff_code") },
		{ "own_code", told(s, "own_code") },
		{ "card_run", at_least((int64_t)s->card_run, l->card_run) },
		{ "one_home", at_least((int64_t)s->one_home, l->one_home) },
	};
	struct buf b = { .arena = a };
	buf_str(&b, "");
	for (size_t i = 0; i < sizeof(flags) / sizeof(flags[0]); i++)
		if (flags[i].yes)
			buf_fmt(&b, "%s%s", b.n ? "," : "", flags[i].word);
	return b.p;
}

bool rules_needs_two(const char *evidence, bool offline, const char *flags)
{
	return str_eq(evidence, "backfill") || offline || str_in("long_day", flags) ||
	       str_in("far", flags) || str_in("typed", flags) || str_in("staff_code", flags) ||
	       str_in("own_code", flags);
}

const char *rules_typed(const char *evidence)
{
	return str_in(evidence, "scan,met") ? "list" : evidence;
}

const char *rules_hindrance(const struct rules_review *r, int64_t staff, int64_t person)
{
	const char *word = STAFF_ON(person, r->person_id, r->leader_id);
	if (r->logger_id == staff || r->in_by == staff || r->out_by == staff)
		return "logger";
	if (r->code_by == staff || r->card_by == staff)
		return "coder";
	if (word)
		return word;
	if (r->kin)
		return "kin";
	if (str_eq(r->evidence, "declared") && !r->confirmed)
		return "leader_first";
	if (r->reviewer_id == staff)
		return "twice";
	if (r->kin_hand)
		return "kin_hand";
	if (!r->proved)
		return "no_proof";
	return r->running ? "still_running" : NULL;
}
