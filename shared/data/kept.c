/* kept.c - half answer sheets go after their days. */
#include "kept.h"

#include "clock.h"

static struct stmt sweep_q = SQL(
	"DELETE FROM sheet_kept"
	" WHERE saved_at < ?"
	" ORDER BY saved_at"
	" LIMIT ?");

enum err kept_sweep(const struct actor *by, int64_t *gone)
{
	const char *since = clock_time(by->arena, by->now - KEPT_SECONDS);
	return db_affect(&sweep_q, ARGS(A_(since), A_((int64_t)KEPT_SWEPT)), gone);
}
