/*
 * rules.h - the rules of an hour 志愿服务时长: what breaks a record, which signs it carries, whether
 * it needs two reviewers, and what keeps a reviewer from it. One set for every way in: scan, scans
 * handed in later, roll, grid, paste, 补录, declaration, correction; transfer and CSV ask it for
 * overlaps.
 *
 * Facts go in, a word comes out; NULL: nothing is wrong. Never reads a row and knows no request.
 * Texts of the words stand under Lang.activity.Fault and Lang.activity.Flag.
 *
 *	const char *word = rules_broken(&activity, &hour);
 *	if (!word)                                     // the person's day is held from here on
 *		word = rules_broken_day(&hour, &day);
 */
#ifndef ZYZ_RULES_H
#define ZYZ_RULES_H

#include "str.h"

/* rules_broken(): no other hour is asked after */
#define RULES_FAULTS(X) \
	X(state)          /* the activity is a draft, cancelled or archived */ \
	X(published_late) /* published after it began; only 补录 may */ \
	X(not_on_roster)  /* not on duty there */ \
	X(empty)          /* less than a minute */ \
	X(other_day)      /* begins or ends on another day than the activity */ \
	X(outside)        /* before the activity's start or after its end */ \
	X(future)         /* ends after now */ \
	X(roll_not_today) /* a roll counts on the day itself only */
/* rules_broken_day(): the person's other hours of the day */
#define RULES_DAY_FAULTS(X) \
	X(day_limit) /* more than the day's limit 每日上限 */ \
	X(overlap)   /* the same person served elsewhere in these minutes */

enum { RULES_DAY_MINUTES = 1440 }; /* more has no day */

/* Unix seconds; `to` is the first second that does not belong to it. */
struct rules_span {
	int64_t from, to;
};
/* Spans that touch end to end share nothing. */
bool rules_overlap(struct rules_span a, struct rules_span b);
int64_t rules_minutes(struct rules_span s);
/* Cut down to whole minutes of the clock. */
struct rules_span rules_whole(struct rules_span s);
/* Whole minutes really served between check-in and check-out (seen), clipped to the activity's
 * times; false: less than one. */
bool rules_clip(struct rules_span seen, struct rules_span activity, struct rules_span *out);

struct rules_activity {
	const char *state;
	int64_t published_at; /* DB_NONE: never */
	struct rules_span at;
};
struct rules_hour {
	const char *evidence; /* scan, list, declared, backfill */
	struct rules_span at; /* rules_whole() */
	bool on_duty;         /* on the roster */
	bool gone;            /* the volunteer has left, and was erased */
	/* Another version of an hour that is there: the activity may be archived and the
	 * volunteer gone by now, and a roll was called on its day. */
	bool corrects;
	/* Asked again before it takes effect: an end moved by a minute since does no harm. */
	bool closes;
	int64_t now;
};
const char *rules_broken(const struct rules_activity *a, const struct rules_hour *h);

/* The person's day with this hour in it, and the settings of the station. */
struct rules_day {
	int64_t minutes;                 /* of all hours that count, this one too */
	const struct rules_span *others; /* the others */
	size_t n;
	int64_t limit;  /* day_limit_minutes: counts of itself */
	int64_t second; /* day_second_minutes: a second reviewer may allow */
};
const char *rules_broken_day(const struct rules_hour *h, const struct rules_day *d);
/* The hour that crosses the limit carries the flag long_day. */
bool rules_long_day(const struct rules_day *d);

/*
 * Asked of what is about to take effect, whoever wrote its row: mark (not what was reviewed),
 * published, roster, times, attendance (nobody was seen to come or go), day. NULL: it fits.
 */
struct rules_proof {
	bool marked; /* the mark of the review is that of the row */
	bool typed;  /* a later version: its times are no longer those of the scans */
	bool second; /* two have said yes */
	const char *flags;
	int64_t in_at, out_at; /* check-in and check-out; DB_NONE: there is none */
};
const char *rules_unfit(const struct rules_activity *a, const struct rules_hour *h,
			const struct rules_day *d, const struct rules_proof *p);

/*
 * Warning signs 疑点 beside a record. They prove nothing and refuse nothing: they tell a reviewer
 * where to look, and an overseer which station.
 */
struct rules_signs {
	const char *evidence, *day; /* "2026-11-28" */
	int64_t from, to;           /* minutes of that day */
	int64_t days_after;         /* logged so many days later */
	const char *birth_on;       /* NULL: not known */
	const char *near_in, *near_out;
	size_t left_at_once; /* records that a scan ended in the same minute, this one too */
	size_t equal;        /* with the same evidence, start and length, this one too */
	size_t one_device;   /* checked in by the same phone, this one too */
	bool long_day;
	bool offline;     /* rests on scans handed in later */
	bool late_logger; /* whoever logged it logs mostly 补录 */
	bool undeclared;  /* the activity was declared too late */
	bool proof_again; /* its document proves another record already */
	bool typed;       /* corrected by hand, to more minutes than were known before */
};
/* Words with commas; "": nothing to see. */
const char *rules_flags(struct arena *a, const struct rules_signs *s);

/* One yes is not enough: 补录, scans handed in later by anybody, far away, over the limit of the day,
 * lengthened by hand. */
bool rules_needs_two(const char *evidence, bool offline, const char *flags);
/* What is known of an hour once somebody has typed its times: no scan any more. */
const char *rules_typed(const char *evidence);

/* What keeps a member of staff from saying yes:
 * logger (they logged it, or handed in a scan that it rests on), own (it is about them),
 * leader_first (declared, and no leader has confirmed it), twice (they said yes already), no_proof
 * (补录 without a document), still_running. */
struct rules_review {
	const char *evidence;
	int64_t logger_id, reviewer_id;  /* staff; DB_NONE: nobody */
	int64_t in_by, out_by;           /* staff who handed the scans in; DB_NONE: nobody */
	int64_t person_id, leader_id;    /* persons */
	bool confirmed, proved, running; /* running: the activity is not over */
};
const char *rules_hindrance(const struct rules_review *r, int64_t staff, int64_t person);

#endif
