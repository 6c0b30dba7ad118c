/* roster_undo.c - who was taken off a roster comes back on it for a day, with the duty that they
 * had; a place of a shift that somebody else has got meanwhile does not come back. */
#include "application.h"
#include "roster.h"
#include "undone.h"

static struct stmt open_q = SQL(
	"SELECT COUNT(*)"
	"  FROM activity"
	" WHERE id = ?"
	"   AND ((state IN ('draft', 'published', 'running') AND ends_at > ?)"
	"       OR (state IN ('recording', 'notice') AND published_at IS NULL))");
static struct stmt on_q = SQL(
	"UPDATE roster o"
	"  JOIN volunteer v ON v.person_id = o.person_id AND v.state = 'active'"
	"   SET o.state = 'on', o.excused_at = NULL, o.excuse = ''"
	" WHERE o.activity_id = ?"
	"   AND o.person_id = ?"
	"   AND o.state = 'removed'");

enum err roster_kept(struct rq *q, const struct act *a, int64_t person, const char *no)
{
	return undo_keep(
		&q->actor,
		&(struct undo_deed){ .what = "roster_removed",
				     .target = "activity",
				     .id = a->id,
				     .part = person,
				     .was = "on",
				     .name = no,
				     .href = arena_fmt(q->arena, "/activity/manage/%s", a->no) });
}

static enum err roster_again(struct rq *q, const struct undo_row *u)
{
	int64_t open;
	enum err e = db_int(&open_q, ARGS(A_(u->target_id), A_(actor_time(&q->actor))), &open);
	if (!e && !open)
		e = ERR(ERR_STALE, "the activity is over");
	if (!e)
		e = db_change(&on_q, ARGS(A_(u->target_id), A_(u->part)));
	if (!e)
		e = applications_given(&q->actor, u->target_id);
	if (!e)
		e = activity_counted(u->target_id);
	return e ? e : audit(&q->actor, "roster.add", "activity", u->target_id, NULL);
}

enum err activity_undo(struct rq *q)
{
	static const struct undo_back backs[] = { { "roster_removed", roster_again }, { 0 } };
	return undo_post(q, backs);
}
