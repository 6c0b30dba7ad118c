/*
 * undone.h - taking back 撤回, as pages do it: one POST of a program for all that it may put back,
 * and the rows that a thing's page offers (templates/notices.cs shows them, and the same
 * beside the line of the deed itself).
 *
 *	static const struct undo_back backs[] = { { "survey_closed", survey_unclose }, { 0 } };
 *	return undo_post(q, backs);               // POST /needs/undo/{deed}
 *	...
 *	e = put_undos(q, "survey", id);
 */
#ifndef ZYZ_UNDONE_H
#define ZYZ_UNDONE_H

#include "page.h"
#include "undo.h"

struct undo_back {
	const char *what;
	/* Puts it back as it was, in the transaction; ERR_STALE, ERR_CHECK, ERR_DUPLICATE:
	 * somebody went on from there. */
	enum err (*back)(struct rq *q, const struct undo_row *u);
};
/* {deed} is the first part of the address. ERR_UNDO: it is too late, in words. */
enum err undo_post(struct rq *q, const struct undo_back *backs) MUST_USE;
/* Page.Undos.N.{ref,what,name,staff,at}: deeds of the last day about this thing, not taken back. */
enum err put_undos(struct rq *q, const char *target, int64_t id) MUST_USE;

#endif
