/*
 * met.h - a service at a resident's home 上门服务 that the resident confirms 居民确认: evidence class
 * `met`. For orders 点单 and pairings 结对 alike: they plan it here, and an activity of one volunteer
 * stands published before it begins; at its end a code that the resident gives makes the record,
 * through the one set of rules (rules.h).
 *
 * A code of six digits is shown to the resident alone (their own link, or staff on the telephone:
 * that is a sign, and whoever got it does not review), holds half an hour, for this service and
 * volunteer, once; five wrong tries spend it. Only a keyed digest is stored.
 *
 * Owns the rows of home_service and the roster and attendance that go with them. Never knows whose
 * order or pairing it is but by its public number, and never holds a name or an address: title,
 * content and place are read by many.
 *
 *	// inside db_tx, when the volunteer has taken it on:
 *	enum err e = met_plan(&q->actor, &(struct met_plan){ .uid = uid, .station = s, .person = p,
 *		.household = h, .staff = sent_by, .source = "order", .source_no = no,
 *		.title = "上门服务：助洁", .content = "打扫", .category = "0101", .place = "居民家中",
 *		.starts = from, .ends = to }, &fault, &id);      // ERR_CHECK: fault says why not
 *	e = met_find("D2600100012", &m);                         // the newest of this order
 *	e = met_arrive(&q->actor, &m);                           // the volunteer is at the door
 *	e = met_code(&q->actor, &m, device_of(q), &code, &fault);        // the resident's page
 *	// outside any transaction; `also` runs in the one that makes the record:
 *	e = met_confirm(&q->actor, &m, typed, device_of(q), (struct met_also){ order_served, &o },
 *			&fault);
 *
 * ERR_CHECK everywhere: *fault is a word, of RULES_FAULTS, RULES_DAY_FAULTS or MET_FAULTS; texts
 * stand under Lang.MetFault. ERR_STALE: somebody was faster.
 */
#ifndef ZYZ_MET_H
#define ZYZ_MET_H

#include "actor.h"
#include "db.h"

#define MET_FAULTS(X) \
	X(past)         /* begins before now: it could not be published first */ \
	X(long)         /* longer than MET_LONGEST, or over midnight */ \
	X(no_volunteer) /* not a volunteer in good standing */ \
	X(own_home)     /* the household's telephone is the volunteer's own */ \
	X(own_family)   /* it belongs to whom the volunteer acts for, or who acts for them */ \
	X(not_planned)  /* confirmed, cancelled or missed already */ \
	X(not_yet)      /* it has not begun */ \
	X(over)         /* too late for a code of six digits */ \
	X(no_arrival)   /* the volunteer never said that they were there */ \
	X(no_code)      /* the resident has no code yet, or it was used */ \
	X(code_old)     /* the code has run out */ \
	X(code_spent)   /* too many wrong tries: the resident asks for another */ \
	X(wrong_code)   /* these are not the digits */ \
	X(many_codes)   /* so many codes for one service that somebody must look */

enum {
	MET_LONGEST = 8 * 3600,  /* seconds */
	MET_CODE_LIFE = 30 * 60, /* seconds that a code holds */
	MET_AFTER = 2 * 3600,    /* seconds after the planned end in which it may be typed */
	MET_TRIES = 5,           /* wrong ones for a code */
	MET_CODES = 10           /* codes for a service */
};

struct met_plan {
	struct bytes uid; /* 16 random bytes, of the form: sent twice, planned once */
	int64_t station, person, household; /* household: DB_NONE: none on file */
	int64_t staff;                  /* who stands for it: sent it out, or leads the pairing */
	const char *source, *source_no; /* "order" or "pairing", and its public number */
	const char *title, *content, *category, *place; /* nobody's name, no address */
	int64_t starts, ends;                           /* Unix seconds */
};
/* In the caller's transaction. Sent again with the same uid it is the same row. */
enum err met_plan(const struct actor *by, const struct met_plan *p, const char **fault,
		  int64_t *id) MUST_USE;

struct met {
	int64_t id, station, activity, person, household; /* household: DB_NONE */
	const char *source, *source_no, *activity_no, *activity_state;
	const char *state;               /* planned, confirmed, cancelled, missed */
	const char *way;                 /* code or card; NULL: not confirmed */
	int64_t starts, ends;            /* planned */
	int64_t arrived_at, code_until;  /* DB_NONE: not yet, no code */
	int64_t confirmed_at, record_id; /* DB_NONE */
};
/* The newest of an order or a pairing by its number; ERR_NOT_FOUND. Whose it is, is the caller's to
 * look at. */
enum err met_find(const char *source_no, struct met *out) MUST_USE;
enum err met_by_activity(const char *activity_no, struct met *out) MUST_USE;

/* The volunteer is there; twice is once. ERR_CHECK. In the caller's transaction or in none. */
enum err met_arrive(const struct actor *by, const struct met *m, const char **fault) MUST_USE;

/* Another code, and the one before is void. by: the resident (nobody signed in), or staff of the
 * station who read it out. device: of whoever is shown it (device.h). */
enum err met_code(const struct actor *by, const struct met *m, struct bytes device,
		  const char **code, const char **fault) MUST_USE;

/* Runs in the transaction that makes the record, from scratch each time. */
struct met_also {
	enum err (*fn)(void *ctx);
	void *ctx;
};
/* By the volunteer, or by staff of the station for them. Runs transactions of its own. */
enum err met_confirm(const struct actor *by, const struct met *m, const char *typed,
		     struct bytes device, struct met_also also, const char **fault) MUST_USE;

/* It will not take place (cancelled), or did not (missed): its activity is called off where nothing
 * came of it. In the caller's transaction. ERR_STALE: it is confirmed, or ended already. */
enum err met_end(const struct actor *by, const struct met *m, const char *state,
		 const char *reason) MUST_USE;

#endif
