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
	X(roll_not_today) /* a roll counts on the day itself only */ \
	X(minor)          /* in danger, and under age: the words of safeguard.h */ \
	X(uninsured)      /* in danger, without a policy */ \
	X(unagreed)       /* without the agreement that the project asks for */ \
	X(alone)          /* a child without company */
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
/* Still the activity's day: for one that ends at midnight also the hour behind it, in which people
 * check out and the roll is called. */
bool rules_of_the_day(struct rules_span activity, int64_t at);
/* Whole minutes really served between check-in and check-out (seen), clipped to the activity's
 * times; false: less than one. */
bool rules_clip(struct rules_span seen, struct rules_span activity, struct rules_span *out);

struct rules_activity {
	const char *state;
	int64_t published_at; /* DB_NONE: never */
	struct rules_span at;
};
struct rules_hour {
	const char *evidence; /* scan, met, list, declared, backfill */
	struct rules_span at; /* rules_whole() */
	bool on_duty;         /* on the roster */
	bool gone;            /* the volunteer has left, and was erased */
	const char *lacks;    /* of safeguard.h; NULL: nothing, or asked before */
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
 * published, roster, times, attendance (nobody was seen to come or go, or the resident confirmed
 * nothing), day. NULL: it fits.
 */
struct rules_proof {
	bool marked; /* the mark of the review is that of the row */
	bool typed;  /* a later version: its times are no longer those of the scans */
	bool second; /* two have said yes */
	const char *flags;
	int64_t in_at, out_at; /* check-in and check-out; DB_NONE: there is none */
	bool met;              /* the resident confirmed this service of this volunteer */
};
const char *rules_unfit(const struct rules_activity *a, const struct rules_hour *h,
			const struct rules_day *d, const struct rules_proof *p);

/*
 * Warning signs 疑点 beside a record. They prove nothing and refuse nothing: they tell a reviewer
 * where to look, and an overseer which station. Each has a word; from how much on it is remarkable
 * stands in the setting sign_WORD (table setting, station_setting), 0 leaves the sign out. Those
 * with 0 here have no threshold.
 */
/* clang-format off: one to a line */
#define RULES_SIGNS(X) \
	X(long_day, 0)        /* over the day's limit */ \
	X(same_minute, 8)     /* so many scans ended in the same minute */ \
	X(equal_minutes, 8)   /* so many with the same typed times */ \
	X(late_entry, 4)      /* logged so many days later */ \
	X(minor_night, 0)     /* a minor at night */ \
	X(backfill_logger, 0) /* whoever logged it logs mostly 补录 */ \
	X(same_device, 3)     /* so many checked in by the same phone */ \
	X(offline, 0)         /* rests on scans handed in later */ \
	X(far, 0)             /* far from the place */ \
	X(undeclared, 0)      /* the activity was declared too late */ \
	X(typed, 0)           /* corrected by hand, to more minutes */ \
	X(proof_again, 0)     /* its document proves another record already */ \
	X(late_roster, 30)    /* rostered less than so many minutes before the start */ \
	X(new_person, 7)      /* registered by staff, no phone, less than so many days before */ \
	X(mutual, 1)          /* so many hours of whoever vouched were vouched for by this one */ \
	X(no_place, 0)        /* the place was asked for, agreed to and left out */ \
	X(same_picture, 8)    /* its picture is an earlier one but for fewer bits of 64 */ \
	X(poor_picture, 200)  /* its picture has fewer dots a side, or one colour */ \
	X(same_few, 5)        /* just the same few people at so many other activities */ \
	X(unannounced, 0)     /* the activity was never published */ \
	X(one_hand, 0)        /* whoever reviewed it had made or published the activity */ \
	X(pair, 20)           /* so many passed the other way by its logger and reviewer */ \
	X(few_hands, 20)      /* a roll of fewer people than that, in which only two had a hand */ \
	X(staff_code, 0)      /* the resident's code went through the hands of staff */ \
	X(own_code, 0)        /* the phone that typed the resident's code had shown it */ \
	X(card_run, 3)        /* so many codes of one paper card typed within a day */ \
	X(one_home, 40)       /* so many times at this household within 90 days */
/* clang-format on */
enum { RULES_FEW = 5, RULES_LOOK_BACK_DAYS = 90 }; /* so many are few; signs look back so far */

#define RULES_LIMIT_(word, usual) int64_t word;
struct rules_limits {
	RULES_SIGNS(RULES_LIMIT_)
};
#undef RULES_LIMIT_
extern const struct rules_limits rules_usual;

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
	bool unannounced; /* the activity was never published */
	bool rostered;    /* put on the roster `ahead` minutes before the start */
	int64_t ahead;    /* below 0: after it */
	bool desk_made;   /* registered by staff, without a phone, `known` days before */
	int64_t known;
	size_t mutual; /* hours of the one who vouched that this person vouched for */
	bool picture;  /* its proof is a picture, `side` dots wide or high; 0: of one colour */
	int64_t side;
	int64_t alike;   /* of 64 bits, as many agree with a picture of another activity */
	size_t same_few; /* other activities of exactly these few people */
	const char *met; /* words of the resident's confirmation; NULL or "": none */
	size_t card_run; /* codes of its paper card typed within a day of it, its own too */
	size_t one_home; /* times this person was at this household lately, this one too */
};
/* Words with commas; "": nothing to see. */
const char *rules_flags(struct arena *a, const struct rules_signs *s,
			const struct rules_limits *limits);

/* One yes is not enough: 补录, scans or paper codes handed in later by anybody, far away, over the
 * limit of the day, lengthened by hand, a code that went through staff or the volunteer's own
 * phone. */
bool rules_needs_two(const char *evidence, bool offline, const char *flags);
/* What is known of an hour once somebody has typed its times: no scan any more. */
const char *rules_typed(const char *evidence);

/* What keeps a member of staff from saying yes: logger (they logged it, or handed in a scan that it
 * rests on), coder (the resident's code went through their hands), own (it is about them) and
 * unlinked (nobody knows who they are; staff_on_it() of staff.h), kin (it is about their family),
 * leader_first (declared, and no leader has confirmed it), twice (they said yes already), kin_hand
 * (their family logged it, vouched for it or said yes: no second person), no_proof (补录 without a
 * document), still_running. person: the reviewer's, 0: not known. */
struct rules_review {
	const char *evidence;
	int64_t logger_id, reviewer_id; /* staff; DB_NONE: nobody */
	int64_t in_by, out_by;          /* staff who handed the scans in; DB_NONE: nobody */
	int64_t code_by, card_by; /* staff who got the code, printed the card; DB_NONE: nobody */
	int64_t person_id, leader_id;    /* persons */
	bool kin, kin_hand;              /* of the reviewer, as family.h knows them */
	bool confirmed, proved, running; /* running: the activity is not over */
};
const char *rules_hindrance(const struct rules_review *r, int64_t staff, int64_t person);

#endif
