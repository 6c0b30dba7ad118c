/* kept.c - half answer sheets and registrations go after their days. */
#include "kept.h"

#include "clock.h"

static struct stmt sheets_q = SQL(
	"DELETE FROM sheet_kept"
	" WHERE saved_at < ?"
	" ORDER BY saved_at"
	" LIMIT ?");
static struct stmt registers_q = SQL(
	"DELETE FROM register_kept"
	" WHERE saved_at < ?"
	" ORDER BY saved_at"
	" LIMIT ?");

enum err kept_sweep(const struct actor *by, int64_t *gone)
{
	const char *since = clock_time(by->arena, by->now - KEPT_SECONDS);
	int64_t sheets, registers = 0;
	enum err e = db_affect(&sheets_q, ARGS(A_(since), A_((int64_t)KEPT_SWEPT)), &sheets);
	if (!e)
		e = db_affect(&registers_q, ARGS(A_(since), A_((int64_t)KEPT_SWEPT)), &registers);
	if (!e)
		*gone = sheets + registers;
	return e;
}
