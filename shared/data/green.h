/*
 * green.h - points of green accounts 绿色账户: what correct drops bring, what points go for, and how
 * they lapse with their year (domain.md §5.3).
 *
 * Owns the rows of green_day, green_year and green_entry. Points are those of a year in Beijing:
 * from midnight of New Year on nobody can spend those of the year before, whether or not the loop
 * has written their lapse yet. Whoever books holds the year's row, so that of two phones that scan
 * the same drop one counts it. green_year.points is the sum of the entries of its account and year;
 * `zyz-admin recount` compares.
 *
 * Never asks who may check a card; never pays money.
 *
 *	struct green_drop d = { .account = a, .station = s, .uid = uid, .at = now, .card = card };
 *	enum err e = green_drop(&q->actor, &d, &result);     // "counted", "gap" ...; in none
 */
#ifndef ZYZ_GREEN_H
#define ZYZ_GREEN_H

#include "actor.h"
#include "db.h"
#include "setting.h"

/* Rules of the field, and what is usual (rules.c of the program station has their ranges). */
enum {
	GREEN_POINTS = 10,      /* a correct drop: green_points */
	GREEN_DROPS_DAY = 2,    /* drops a day that count: green_drops_day */
	GREEN_YEAR_MOST = 7300, /* points of drops in a year: green_year_most */
	GREEN_GAP = 30          /* minutes between two drops: green_gap_minutes */
};
struct green_rules {
	int64_t points, drops, most, gap;
};
enum err green_rules(int64_t station, struct green_rules *r) MUST_USE;

/* The year whose points can be spent now. */
int64_t green_year(const struct actor *by);

struct green_drop {
	int64_t account, station;
	int64_t card;     /* that was read; DB_NONE: its number was typed */
	struct bytes uid; /* of the scan: handed in twice, booked once */
	int64_t at;       /* Unix seconds, put right */
	bool wrong;       /* not sorted as it should be: noted without points */
	bool offline;
	int64_t checker, staff; /* one of the two; DB_NONE */
};
/* *result: a word of green_entry.result, or "bad": this uid was another card's. What was known
 * before keeps its result, and *known says so. Runs transactions of its own. */
enum err green_drop(const struct actor *by, const struct green_drop *d, const char **result,
		    bool *known) MUST_USE;

struct green_move {
	int64_t account, station;
	struct bytes uid;
	const char *kind; /* exchange, donate: points < 0; amend: either way; back: points > 0 */
	int64_t points;
	int64_t year;     /* of `back`: whose they were; else 0: the present one */
	int64_t exchange; /* row of gift_exchange, or DB_NONE */
	const char *note; /* or NULL */
};
/* In the caller's transaction. ERR_STALE: fewer points are left than are to go; ERR_DUPLICATE: this
 * form was booked before. Of `back`, points of a year that is over are gone with it: *booked is
 * false then; it may be NULL elsewhere. */
enum err green_book(const struct actor *by, const struct green_move *m, bool *booked) MUST_USE;

/* For loops (aside.h): what is left of a year that is over lapses, once; and from December on
 * whoever has points is told that they will. Accounts with nobody to be told are left to the
 * desk's list. */
enum err green_lapse_due(const struct actor *by, int64_t *ids, size_t max, size_t *n) MUST_USE;
enum err green_lapse(const struct actor *by, int64_t id, int64_t *done) MUST_USE;
enum err green_tell_due(const struct actor *by, int64_t *ids, size_t max, size_t *n) MUST_USE;
enum err green_tell(const struct actor *by, int64_t id, int64_t *done) MUST_USE;

#endif
