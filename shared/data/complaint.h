/*
 * complaint.h - complaints 投诉 and the clock of each: opened by a bad rating of a service, or by who
 * complains; answered by somebody whom it is not about.
 *
 * Owns the rows of complaint. In the caller's transaction; audited.
 *
 *	e = complaint_open(&q->actor, &(struct complaint){ .station = s, .order = id, ... }, &no);
 *	e = complaint_close(&q->actor, id, "upheld", "已道歉并重派");   // ERR_STALE: it is closed
 */
#ifndef ZYZ_COMPLAINT_H
#define ZYZ_COMPLAINT_H

#include "actor.h"
#include "db.h"

struct complaint {
	int64_t station, order; /* order: DB_NONE: none */
	const char *kind;       /* hours, team, project, person, service */
	const char *about;      /* whom or what, never a name of a resident */
	const char *content;
};
/* To be answered within objection_due_days working days. */
enum err complaint_open(const struct actor *by, const struct complaint *c,
			const char **no) MUST_USE;
/* upheld or rejected, with what was found and done. */
enum err complaint_close(const struct actor *by, int64_t id, const char *state,
			 const char *result) MUST_USE;

#endif
