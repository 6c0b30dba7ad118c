/*
 * tell_thing.h - telling people of a thing by its row alone: what it is called, when and where it
 * is and which page it has are looked up here, in one place for all programs.
 *
 *	e = tell_activity(by, id, "cancelled", NULL, reason, TELL_ROSTER);
 */
#ifndef ZYZ_TELL_THING_H
#define ZYZ_TELL_THING_H

#include "tell.h"

/* Each tells all that the thing has of that kind; key and note may be NULL. The station is the
 * thing's own. */
enum err tell_activity(const struct actor *by, int64_t id, const char *event, const char *key,
		       const char *note, enum tell_whom whom) MUST_USE;
enum err tell_project(const struct actor *by, int64_t id, const char *event, const char *key,
		      const char *note, enum tell_whom whom) MUST_USE;
/* whom: TELL_ENROLLED, or the one person (0: none). */
enum err tell_training(const struct actor *by, int64_t id, const char *event, const char *key,
		       const char *note, int64_t person) MUST_USE;
/* Of an order 点单, by its number and category alone: who ordered is nobody's business. person 0:
 * all of that kind. */
enum err tell_order(const struct actor *by, int64_t id, const char *event, const char *until,
		    enum tell_whom whom, int64_t person) MUST_USE;
/* Of an order, who leads a team that was asked. */
enum err tell_order_team(const struct actor *by, int64_t id, const char *event, const char *until,
			 int64_t team) MUST_USE;
/* Of a record, its own person. */
enum err tell_record(const struct actor *by, int64_t id, const char *event, const char *key,
		     const char *note) MUST_USE;

#endif
