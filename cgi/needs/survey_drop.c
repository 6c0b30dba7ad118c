/* survey_drop.c - a draft is thrown away with its questions: nobody has answered it. */
#include "survey.h"

/* Whoever opens it at the same moment waits here, or was first. */
static struct stmt lock_q = SQL(
	"SELECT id"
	"  FROM survey"
	" WHERE id = ?"
	"   AND state = 'draft'"
	"   FOR UPDATE");
static struct stmt choices_q = SQL(
	"DELETE c"
	"  FROM choice c"
	"  JOIN question t ON t.id = c.question_id"
	" WHERE t.survey_id = ?");
static struct stmt questions_q = SQL(
	"DELETE FROM question"
	" WHERE survey_id = ?");
static struct stmt survey_q = SQL(
	"DELETE FROM survey"
	" WHERE id = ?"
	"   AND state = 'draft'");

struct dropping {
	struct rq *q;
	int64_t id;
	const char *no;
};

static enum err draft_gone(void *ctx)
{
	const struct dropping *d = ctx;
	int64_t id;
	enum err e = db_int(&lock_q, ARGS(A_(d->id)), &id);
	if (e == ERR_NOT_FOUND)
		return ERR(ERR_STALE, "a survey that is no draft any more");
	if (!e)
		e = db_exec(&choices_q, ARGS(A_(d->id)), NULL);
	if (!e)
		e = db_exec(&questions_q, ARGS(A_(d->id)), NULL);
	if (!e)
		e = db_change(&survey_q, ARGS(A_(d->id)));
	return e ? e : audit(&d->q->actor, "survey.drop", "survey", d->id, d->no);
}

enum err survey_drop(struct rq *q)
{
	struct node *n;
	enum err e = put_draft(q, &n);
	if (!e)
		e = db_tx(draft_gone,
			  &(struct dropping){ q, node_get_int(n, "_id"), node_get(n, "no") });
	return e ? e : see(q, "/needs/surveys?done=survey_dropped");
}
