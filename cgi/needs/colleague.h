/*
 * colleague.h - who of the staff may be charged with something at this station: whose role holds
 * there today. Whoever has left, or comes later, is none.
 *
 *	e = put_colleagues(q);                       // Page.Staff.N.{code,name}
 *	e = colleague(q, "owner", in.owner, &id);    // a message beside the field when it is none
 */
#ifndef ZYZ_NEEDS_COLLEAGUE_H
#define ZYZ_NEEDS_COLLEAGUE_H

#include "app.h"

enum err put_colleagues(struct rq *q) MUST_USE;
/* code NULL: DB_NONE. */
enum err colleague(struct rq *q, const char *field, const char *code, int64_t *staff) MUST_USE;

#endif
