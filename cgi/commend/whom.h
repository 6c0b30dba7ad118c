/*
 * whom.h - whom an honour is of: a volunteer by number or name, or a team, a project, a community,
 * a station, chosen from what a station has.
 *
 * Owns the words that stand for those four in forms: "team_UID", "project_UID",
 * "community_CODE", "station_NO".
 *
 *	struct whom w = { .subject = "volunteer" };
 *	enum err e = whom_thing(q, in.thing, &w);       // ERR_NOT_FOUND: none of this station's
 *	if (!e && whom_is(me, &w)) ...                  // about themselves
 */
#ifndef ZYZ_COMMEND_WHOM_H
#define ZYZ_COMMEND_WHOM_H

#include "typed_no.h"

struct whom {
	const char *subject; /* word of honour.subject */
	const char *name;
	int64_t person, team, project, station; /* DB_NONE but for one of them or region */
	const char *region;
	int64_t leads; /* person who leads a team or project; 0: nobody said */
};

/* Page.Things: what may be chosen, {code, name, kind}. Page.Kinds would be the same for all. */
enum err whom_options(struct rq *q) MUST_USE;
enum err whom_thing(struct rq *q, const char *word, struct whom *out) MUST_USE;
/* One of the station's own volunteers by name. ERR_NOT_FOUND: nobody, or several: then *others are
 * their numbers. */
enum err whom_named(struct rq *q, const char *name, struct typed_no *who,
		    const char **others) MUST_USE;
void whom_person(struct whom *w, const struct typed_no *who);

/* What a form names: a volunteer of this station by number, or one of its things. ERR_NOT_FOUND. */
enum err whom_typed(struct rq *q, const char *volunteer_no, const char *thing,
		    struct whom *out) MUST_USE;

/* This member of staff (row of person, 0: nobody said) is the one, or leads it. */
bool whom_is(int64_t me, const struct whom *w);
/* Number of a paper in one writing: 临民〔2026〕8号. */
const char *whom_paper_no(struct arena *a, const char *typed);
/* What stands in honour.paper; NULL without a number. */
const char *whom_paper(struct arena *a, const char *document_no, const struct whom *w);

#endif
