/*
 * evaluation.h - evaluations 评价 of a volunteer speak of hours: with the last of them they are
 * taken back, with new ones they hold again. Who may rate, and the words, are the program
 * activity's; what is posted of them changes here. In the caller's transaction.
 */
#ifndef ZYZ_EVALUATION_H
#define ZYZ_EVALUATION_H

#include "db.h"

/* A record of this person at this activity has ended: takes their evaluation back if no hours are
 * left that were looked at. */
enum err evaluation_falls(int64_t activity_id, int64_t person_id) MUST_USE;
/* Records have taken effect (row ids as JSON): those that stand in for one that ended bring the
 * evaluation back. */
enum err evaluation_holds(const char *record_ids) MUST_USE;

#endif
