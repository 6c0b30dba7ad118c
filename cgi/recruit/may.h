/*
 * may.h - may this volunteer sign up for a project, and for which of its positions; and if not,
 * why. The page shows it, the deed asks it again: a button that stands there works.
 *
 *	struct may m;
 *	enum err e = may_read(q, &notice, NULL, "", &m);
 *	struct why w = may_position(&m, &m.v[0]);          // w.n == 0: they may
 */
#ifndef ZYZ_RECRUIT_MAY_H
#define ZYZ_RECRUIT_MAY_H

#include "recruit.h"

enum { WHYS = 10 };
struct why {
	const char *text[WHYS]; /* each a sentence for the volunteer */
	const char *word;       /* of the first: of Lang.recruit.Group, for others */
	size_t n;
	bool gone; /* one of them is about how things are by now, not about the person */
};

#define CHOICE_COLS(X, T) \
	X(T, INT, id, "o.id") \
	X(T, TEXT, uid, "LOWER(HEX(o.uid))") \
	X(T, TEXT, mode, "o.mode") \
	X(T, INT, min_age, "o.min_age") \
	X(T, TEXT, sex, "o.sex") \
	X(T, TEXT, sex_reason, "o.sex_reason") \
	X(T, TEXT, skills, "o.skills") \
	X(T, TEXT, training_no, "t.no") \
	X(T, TEXT, training_title, "t.title") \
	X(T, INT, passed, "t.id IS NULL") \
	X(T, INT, refused, "COALESCE(a.state = 'refused', 0)")
struct choice_row {
	CHOICE_COLS(ROW_MEMBER_, )
};
struct may {
	struct rq *q;
	const struct notice_row *notice;
	const struct shift_row *shift; /* NULL: the project as a whole */
	const char *sex, *skills;      /* of the person */
	int age, age_now;              /* on the day of the shift, and today; -1: not known */
	int64_t danger_age;            /* below it nobody serves in danger */
	struct why project;            /* about the project as a whole */
	bool in_team;                  /* of the team that it is open to */
	bool invited;                  /* in: to the position that is asked about (invite.h) */
	struct choice_row *v;
	size_t n; /* positions that are wanted; with a position: that one or none */
};
/* For the volunteer who asks. position: its uid in hex, "": all of them. */
enum err may_read(struct rq *q, const struct notice_row *n, const struct shift_row *shift,
		  const char *position, struct may *m) MUST_USE;
/* The same for somebody else. */
enum err may_read_for(struct rq *q, int64_t person, const struct notice_row *notice,
		      const struct shift_row *shift, const char *position, struct may *m) MUST_USE;
/* All that is asked of the viewer who signs up for the shift that the address names, in one round
 * trip. ERR_NOT_FOUND. */
struct coming {
	struct shift_row shift;
	struct notice_row notice;
	struct application_row before; /* what they have of it; its id DB_NONE: nothing */
	struct may may;                /* of its position, or of none */
	bool able;                     /* free at that time, and no safeguard asks for anything */
};
enum err may_come(struct rq *q, struct coming *c) MUST_USE;
/* Of the project and of this position. */
struct why may_position(const struct may *m, const struct choice_row *c);

#endif
