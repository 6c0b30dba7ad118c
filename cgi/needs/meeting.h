/*
 * meeting.h - a meeting 座谈会: what its pages share.
 *
 *	e = meeting_here(q, &m);             // by the address; ERR_NOT_FOUND
 */
#ifndef ZYZ_NEEDS_MEETING_H
#define ZYZ_NEEDS_MEETING_H

#include "entry.h"

#define MEETING_FORM "needs.meeting"
#define MEETING_COLS(X, T) \
	X(T, INT, id, "m.id") \
	X(T, TEXT, held_at, "m.held_at") \
	X(T, TEXT, place, "m.place") \
	X(T, TEXT, topic, "m.topic") \
	X(T, INT, present, "m.present") \
	X(T, TEXT, minutes, "m.minutes") \
	X(T, INT, version, "m.version")
ROW_DEFINE(meeting_row, MEETING_COLS);

enum { MEETING_PEOPLE = 200 };

enum err meeting_here(struct rq *q, struct meeting_row *m) MUST_USE;
/* Page.People.N.{ref,kind,name,no}, residents masked. */
enum err put_meeting_people(struct rq *q, int64_t meeting) MUST_USE;

/* Who was there, as it was typed: staff that were ticked, residents one to a line. */
struct meeting_people {
	struct rq *q;
	int64_t meeting;
	struct strs staff;
	const char *residents;
	struct bytes form; /* of the form: sent twice, each is there once */
};
/* In a transaction. ERR_FORM with a message: a number that is no file of the station, too many. */
enum err meeting_people_put(const struct meeting_people *p) MUST_USE;

#endif
