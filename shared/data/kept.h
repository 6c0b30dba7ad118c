/*
 * kept.h - answer sheets of residents that are filled in by half 半份答卷: kept on the server for
 * seven days under a short code, and gone then, whether somebody else keeps one or not.
 *
 * Owns the removal of rows of sheet_kept; the program needs writes and reads them.
 *
 *	e = kept_sweep(&t->by, &gone);          // so many at a time
 */
#ifndef ZYZ_KEPT_H
#define ZYZ_KEPT_H

#include "actor.h"
#include "db.h"

enum { KEPT_SECONDS = 7 * 86400, KEPT_SWEPT = 200 };

/* The oldest ones that are over, at most KEPT_SWEPT. */
enum err kept_sweep(const struct actor *by, int64_t *gone) MUST_USE;

#endif
