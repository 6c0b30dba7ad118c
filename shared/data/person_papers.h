/*
 * person_papers.h - a person 人员 by their document: found, or made when nobody has it. For people
 * who are no volunteers (yet): staff. Registration as a volunteer is the program account's.
 *
 *	struct papers p = { "李伟", "01", in.id_no };
 *	const char *wrong = papers_wrong(a, &p, actor_today(by));    // NULL: nothing
 *	e = person_of(by, &p, &person);
 */
#ifndef ZYZ_PERSON_PAPERS_H
#define ZYZ_PERSON_PAPERS_H

#include "actor.h"
#include "db.h"

struct papers {
	const char *name;
	const char *id_type; /* code list id_type; "01" is the resident id */
	const char *id_no;   /* as it was typed */
};

/* The word of a message when there is no such number; NULL: there is. */
const char *papers_wrong(struct arena *a, const struct papers *p, const char *today);
/* ERR_CHECK: the document is of somebody with another name. In the caller's transaction, after
 * papers_wrong(). */
enum err person_of(const struct actor *by, const struct papers *p, int64_t *person) MUST_USE;

#endif
