/* results.h - the table that a platform gives back after an import. */
#ifndef ZYZ_RESULTS_H
#define ZYZ_RESULTS_H

#include "csv.h"
#include "platform_page.h"

/* The table has the columns that the mapping names. */
bool results_are(struct arena *a, const struct platform *p, const struct csv *t);
/* What each line came to: told(ctx, line, ERR_STALE) for one that names no record that is out, or a
 * word that is not known; OK for the others. In the caller's transaction. */
enum err results_take(struct rq *q, int64_t destination, const struct platform *p,
		      const struct csv *t, void (*told)(void *ctx, size_t line, bool taken),
		      void *ctx) MUST_USE;

#endif
