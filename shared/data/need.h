/*
 * need.h - the states of a need 需求 and who may move them: one machine for the ledger that
 * verifies, declines and settles, and for the project that answers it (design.md §6).
 *
 * Never adds a need and never writes what one says: that is the program needs'. Each step is
 * audited; call it in the transaction that gives its reason.
 *
 *	enum err e = need_move(&q->actor, "decline", id, state, in.reason);
 *	e = needs_follow(&q->actor, project, "finish");
 */
#ifndef ZYZ_NEED_H
#define ZYZ_NEED_H

#include "actor.h"
#include "db.h"

/* verify (words: a note, may be NULL), decline (words: why), merge or done; ERR_STALE: not from
 * that state, or somebody was first. */
enum err need_move(const struct actor *by, const char *verb, int64_t id, const char *state,
		   const char *words) MUST_USE;
/* A need that was just added counts among its station's; need_move() keeps it where it belongs. */
enum err need_counted(int64_t id) MUST_USE;
/* And before what it is counted by is changed. */
enum err need_uncounted(int64_t id) MUST_USE;
/* All that a project answers: project, release or finish. One that another living project answers
 * as well stays with that one. */
enum err needs_follow(const struct actor *by, int64_t project, const char *verb) MUST_USE;

#endif
