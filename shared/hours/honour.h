/*
 * honour.h - stars 星级 and honours 表彰 as far as more than their desk has to do with them: the marks
 * that two persons leave, and the day on which a notice is over.
 *
 * Owns the state of honour and star_award once somebody has said yes. Never decides who may. In the
 * caller's db_tx().
 *
 *	enum err e = honour_marked(id);             // after each step of its desk
 *	e = honour_holds(id, &fits);                // before the next one
 */
#ifndef ZYZ_HONOUR_H
#define ZYZ_HONOUR_H

#include "audit.h"
#include "db.h"

/* to_verify → notice (the station's own) → effective, or at once for what others awarded. */
extern const struct machine honour_machine;

/* Leaves the mark of the row as it is now; whether the mark that is there fits it. */
enum err honour_marked(int64_t id) MUST_USE;
enum err honour_holds(int64_t id, bool *fits) MUST_USE;
enum err star_marked(int64_t id) MUST_USE;
enum err star_holds(int64_t id, bool *fits) MUST_USE;

/* Honours whose notice has ended, without those set aside (work "honour"); then one of them takes
 * effect and is posted, in a transaction of its own. ERR_CHECK: its mark does not fit. */
enum err honour_due(const struct actor *by, int64_t *ids, size_t max, size_t *n) MUST_USE;
enum err honour_take_effect(const struct actor *by, int64_t id, int64_t *done) MUST_USE;

/* For `zyz-admin mark`, once. */
enum err honour_mark_before(int64_t *done) MUST_USE;

#endif
