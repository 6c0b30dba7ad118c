/*
 * visit.h - a visit 入户走访 on its way into the database, from the desk or from a phone that had no
 * network.
 *
 * Exactly once: its uid is the client's, and the same visit sent again is known. What it found goes
 * into the file of the household when the visitor had seen the file as it stands; when somebody
 * else changed it meanwhile both are kept side by side (`branch`), and staff choose.
 *
 *	struct visit_new v = { .uid = uid, .household = h, ... };
 *	e = db_tx(visit_put, &v);          // ERR_DUPLICATE: it is there already
 */
#ifndef ZYZ_NEEDS_VISIT_H
#define ZYZ_NEEDS_VISIT_H

#include "household.h"

#define VISIT_MODES   "home,phone"
#define VISIT_RESULTS "met,family,absent,declined"

/* Texts may be NULL where nothing was said. */
struct visit_new {
	struct rq *q;
	struct bytes uid;
	int64_t household; /* row */
	const char *at, *mode, *result, *companions, *note, *next_on;
	int64_t base; /* version of the file that the visitor had seen */
	const char *kind, *health;
	int64_t members;
	const char *need_category, *need_words;
	int64_t clock_off; /* seconds by which the phone was ahead */
	bool offline;
};

/* The rules that no table of fields says, as a word of Lang.needs.Message; NULL: it is well. */
const char *visit_wrong(const struct visit_new *v);
/* In a transaction. */
enum err visit_put(void *v) MUST_USE;
/* Whether the visit with this uid is the same one. ERR_NOT_FOUND: there is none. */
enum err visit_known(const struct visit_new *v, bool *same) MUST_USE;
/* What was found goes into the file, which is a version further then; NULL and DB_NONE change
 * nothing. */
enum err household_found(struct rq *q, const struct household *h, const char *kind, int64_t members,
			 const char *health) MUST_USE;

#endif
