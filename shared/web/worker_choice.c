/* worker_choice.c - social workers to choose from, and whether the chosen one may lead. */
#include "worker_choice.h"

#include "clock.h"
#include "page.h"
#include "worker.h"

static struct stmt workers_q = SQL(
	"SELECT v.no AS code, p.name, c.name AS hint" WORKERS_OF
	"  JOIN person p ON p.id = v.person_id"
	"  LEFT JOIN code_item c ON c.list = 'social_level' AND c.code = w.level"
	WORKERS_WHERE
	" ORDER BY w.level DESC, v.person_id"
	" LIMIT 100");

enum err put_workers(struct rq *q, const char *name)
{
	return put_query(q, name, &workers_q,
			 ARGS(A_(q->station), A_(clock_day(q->arena, q->now))));
}

enum err worker_check(struct rq *q, const char *field, const char *no, int64_t *person)
{
	enum err e = worker_find(q->station, no, clock_day(q->arena, q->now), person);
	if (!e && no && *person == DB_NONE)
		form_error(q, field, "no_worker");
	return e;
}
