/*
 * states.h - which states of a record mean what, for SQL in more than one room. The states
 * themselves are moved by record.h.
 *
 *	"   AND r.state IN " RECORD_COUNTS
 */
#ifndef ZYZ_STATES_H
#define ZYZ_STATES_H

/* Takes up the person's minutes: waiting, under notice, in force or held by an objection. */
#define RECORD_COUNTS "('to_review', 'notice', 'effective', 'disputed')"
/* Not decided for good. */
#define RECORD_OPEN "('to_review', 'notice', 'disputed')"
/* Hours that somebody has looked at. */
#define RECORD_SEEN "('notice', 'effective', 'disputed')"

/* Two spans of minutes that share one; those that touch end to end do not. */
#define SPANS_OVERLAP(from, to, other_from, other_to) \
	from " < " other_to " AND " to " > " other_from

/* An evaluation of a volunteer speaks of hours: it holds as long as some are left that were looked
 * at. e: its alias. */
#define EVALUATION_HOLDS(e) \
	e ".direction = 'of_volunteer' AND EXISTS (SELECT 1 FROM service_record h WHERE " \
	  "h.activity_id = " e ".activity_id AND h.person_id = " e ".person_id AND h.minutes > 0 " \
	  "AND h.state IN " RECORD_SEEN ")"

#endif
