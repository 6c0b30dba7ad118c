/*
 * session_cut.h - ends sessions of staff, from wherever a password, a second factor or a state
 * changes: pages and commands alike. session.h begins and reads them.
 *
 *	e = sessions_cut(by, staff, 0);            // everywhere
 */
#ifndef ZYZ_SESSION_CUT_H
#define ZYZ_SESSION_CUT_H

#include "actor.h"
#include "db.h"

/* All that go on, but for one (row id; 0: all). None is fine. */
enum err sessions_cut(const struct actor *by, int64_t staff, int64_t but) MUST_USE;
/* The same of the member of staff that this person is, if they are one. */
enum err sessions_cut_of(const struct actor *by, int64_t person, int64_t but) MUST_USE;
/* One of them, by the first 16 hex digits of its digest; ERR_NOT_FOUND. */
enum err session_cut(const struct actor *by, int64_t staff, const char *ref) MUST_USE;

#endif
