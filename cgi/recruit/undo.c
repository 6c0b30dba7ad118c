/* undo.c - an application that was refused comes back for a day: it waits again to be decided, and
 * whoever was told no is told so. */
#include "undone.h"
#include "recruit.h"

static struct stmt alive_q = SQL(
	"SELECT COUNT(*)"
	"  FROM application"
	" WHERE id = ?"
	"   AND project_open = 1");

static enum err refusal_back(struct rq *q, const struct undo_row *u)
{
	struct application_row a;
	int64_t alive = 0;
	enum err e = application_read(u->target_id, &a);
	if (!e)
		e = db_int(&alive_q, ARGS(A_(a.id)), &alive);
	if (!e && !alive)
		e = ERR(ERR_STALE, "the project has ended");
	return e ? e : application_restore(&q->actor, &a);
}

enum err recruit_undo(struct rq *q)
{
	static const struct undo_back backs[] = { { "refused", refusal_back }, { 0 } };
	return undo_post(q, backs);
}
