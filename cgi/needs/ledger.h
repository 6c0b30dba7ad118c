/*
 * ledger.h - parts of a need's page that stand in files of their own.
 *
 *	e = put_contact(q, id, false);       // Page.Need.{name,phone,address}, masked
 */
#ifndef ZYZ_NEEDS_LEDGER_H
#define ZYZ_NEEDS_LEDGER_H

#include "entry.h"
#include "household.h"
#include "need.h"

/* Choices of its form. */
enum err put_need_codes(struct rq *q) MUST_USE;
enum err put_contact(struct rq *q, int64_t id, bool whole) MUST_USE;
/* Notes the look at the need of the address, for the posted purpose. */
enum err contact_look(struct rq *q) MUST_USE;
/* What they were told, and how, in the caller's transaction. */
enum err need_answer(struct rq *q, int64_t id, const char *how, const char *answer) MUST_USE;
/* undo.c: it was declined, from this state, and may be taken back for a day. */
enum err need_kept(struct rq *q, int64_t id, const char *state) MUST_USE;
/* Page.History and Page.Doubles. */
enum err put_history(struct rq *q, int64_t id) MUST_USE;

#endif
