/*
 * kept.h - what is filled in by half: answer sheets of residents 半份答卷, and registrations 未填完的
 * 登记. Kept on the server for seven days, and gone then, whether somebody else keeps one or not.
 *
 * Owns the removal of rows of sheet_kept and register_kept; the programs needs and account write
 * and read them.
 *
 *	e = kept_sweep(&t->by, &gone);          // so many at a time
 */
#ifndef ZYZ_KEPT_H
#define ZYZ_KEPT_H

#include "actor.h"
#include "db.h"

enum { KEPT_SECONDS = 7 * 86400, KEPT_SWEPT = 200 };

/* The oldest ones that are over, at most KEPT_SWEPT of each. */
enum err kept_sweep(const struct actor *by, int64_t *gone) MUST_USE;

#endif
