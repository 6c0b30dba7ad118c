/*
 * history.h - what was done to one thing, in plain words: who, when, what, and before and after of
 * what a form changed (edit.h). Read from audit and audit_change; templates/staff_foot.cs shows it.
 *
 *	e = history_put(q, "need", id);
 *	// Page.Deeds.N.{at,staff,did,detail}, .Changes.M.{field,label,was,became}
 */
#ifndef ZYZ_HISTORY_H
#define ZYZ_HISTORY_H

#include "request.h"

/* The latest 30 deeds, newest first; looks at what is masked and sign-ins are none. */
enum err history_put(struct rq *q, const char *target, int64_t id) MUST_USE;
/* An action of audit in words, itself when it has none; and its detail, "draft > published" in the
 * words of the thing's states. */
const char *history_did(struct rq *q, const char *action);
const char *history_detail(struct rq *q, const char *target, const char *detail);

#endif
