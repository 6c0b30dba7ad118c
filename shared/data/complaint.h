/*
 * complaint.h - complaints 投诉, advice and praise, and the clock of each: opened by a bad rating of
 * a service, or by who writes to a station; answered by somebody whom it is not about.
 *
 * Owns the rows of complaint and complaint_staff. In the caller's transaction; audited.
 *
 *	e = complaint_open(&q->actor, &(struct complaint){ .station = s, .order = id, ... }, &no);
 *	e = complaint_close(&q->actor, &at, "upheld", "已道歉并重派");   // ERR_STALE: it is closed
 */
#ifndef ZYZ_COMPLAINT_H
#define ZYZ_COMPLAINT_H

#include "actor.h"
#include "db.h"

struct complaint {
	int64_t station, order; /* order: DB_NONE: none */
	const char *kind;       /* hours, team, project, person, service, station */
	const char *about;      /* whom or what, never a name of a resident */
	const char *content;
	/* Of who wrote to the station; NULL: a bad rating. */
	const char *nature; /* complaint, advice, praise */
	const char *phone;  /* sealed; NULL: none */
	struct bytes uid;   /* of the form */
};
struct complaint_at {
	int64_t id, station;
};

/* To be answered within so many working days: objection_due_days of a rating, feedback_due_days of
 * what was written. What was written is linked to the staff whom it names, or who made the thing
 * whose number stands in `about`; it goes to the overseer when it is about the station, about its
 * manager, or nobody is left at the station who may answer. */
enum err complaint_open(const struct actor *by, const struct complaint *c,
			const char **no) MUST_USE;
/* upheld, rejected or, of advice and praise, answered; with what was found and done. */
enum err complaint_close(const struct actor *by, const struct complaint_at *at, const char *state,
			 const char *result) MUST_USE;
/* Once, by who wrote it: to the overseer, with a new clock. ERR_STALE: it was, or it is open. */
enum err complaint_again(const struct actor *by, const struct complaint_at *at, const char *state,
			 const char *why) MUST_USE;
/* What keeps whoever acts from reading and answering it: "own", it is about them; "unlinked",
 * nobody knows who they are; NULL: nothing. */
enum err complaint_bars(const struct actor *by, int64_t id, const char **bar) MUST_USE;

#endif
