/*
 * objection.h - how a case is opened, whoever raises it.
 *
 * Owns the rows of objection. What becomes of the record is record.h's.
 */
#ifndef ZYZ_OBJECTION_H
#define ZYZ_OBJECTION_H

#include "activity.h"

struct objection {
	struct bytes uid; /* sent twice, stored once */
	/* person: the volunteer who objects; DB_NONE: another, by name and phone */
	int64_t record, person;
	const char *reason, *name, *phone;
	const char *no; /* out: the number of the case */
};
/* Makes the case and holds the record back. ERR_STALE: another case about it is open. */
enum err objection_raise(struct rq *q, struct objection *o) MUST_USE;

enum err dispute_form(struct rq *q);
enum err dispute(struct rq *q);
enum err dispute_case(struct rq *q);

#endif
