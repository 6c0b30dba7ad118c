/*
 * close.h - what becomes of the needs of a project that ends.
 *
 *	struct closing c;
 *	enum err e = closing_read(q, &c);               // messages, or what was decided
 *	... e = closing_settle(q, project, &c);         // in the transaction that closes it
 */
#ifndef ZYZ_PROJECT_CLOSE_H
#define ZYZ_PROJECT_CLOSE_H

#include "form.h"
#include "need.h"
#include "project.h"

/* Needs by number, of those that the form has shown: back in the ledger, or moved to the project
 * `to`; the others are done. What it has not shown goes back. */
struct closing {
	const char *report, *to;
	struct strs shown, back, moved;
	struct need_end end;
};

/* Page.OpenNeeds, Page.Others, and what is ticked at first. */
enum err put_closing(struct rq *q, const struct plan_row *p) MUST_USE;
enum err closing_read(struct rq *q, struct closing *c) MUST_USE;
enum err closing_settle(struct rq *q, int64_t project, const struct closing *c) MUST_USE;

#endif
