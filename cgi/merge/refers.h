/*
 * refers.h - what hangs on a person, as a table: which rows go over in a merge, and how.
 *
 * Not in it, with another way:
 *
 *	service_record.person_id    record_hand_over(), with days and totals (move.c)
 *	service_record.proved_as    the same; who an hour was proved as never changes otherwise
 *	service_record.leader_id    stays: the mark has it, and nobody vouches for themselves
 *	honour.proved_as            who a mark speaks of (move.c)
 *	star_award.proved_as
 *	transfer.proved_as
 *	volunteer.person_id         stays; its state says merged
 *	calendar_feed.person_id     stays: an address of the other registration
 *	order_helper.person_id      stays: how the other registration took orders
 *	message_way.person_id       stays: how the other registration wanted to be told
 *	volunteer_day.person_id     follows the records
 *	volunteer_total.person_id   follows the records and what was brought along
 *	green_entry.checker_id      stays: insert-only; who checked, checked as that registration
 *	guardian.person_id          stays, like the two behind it: sealed for that registration
 *	proxy.person_id
 *	correction.person_id
 *	session.person_id           ends: whoever is signed in signs in again
 *	timebank_kin.person_id      stays, and is shown again: a document of that registration
 *	timebank_kin.kin_id
 *	timebank_draw.kin_id        stays: whom an order was paid for
 *	unmask.person_id            insert-only: who looked, looked at that registration
 *	person_double.a_id          the pair itself
 *	person_double.b_id
 *	person_merge.kept_id        the merge itself
 *	person_merge.gone_id
 */
#ifndef ZYZ_REFERS_H
#define ZYZ_REFERS_H

#include "db.h"
#include "states.h"

struct refers {
	const char *what; /* "roster.person_id", as person_merge_row has it */
	struct stmt take; /* (merge): notes the rows that go over */
	struct stmt give; /* (to, merge, what, from) */
};
extern struct refers refers[];
extern const size_t refers_n;

#endif
