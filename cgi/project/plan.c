/* plan.c - the plan that an address names: read, open for changes or not, who wrote in it. */
#include "project.h"

static struct stmt plan_read_q = SQL(
	"SELECT " ROW_SELECT(PLAN_COLS)
	"  FROM project p"
	" WHERE p.no = ?"
	"   AND p.station_id = ?");
static struct stmt plan_lock_q = SQL(
	"SELECT id"
	"  FROM project"
	" WHERE id = ?"
	"   AND station_id = ?"
	"   AND state IN ('draft', 'returned')"
	"   FOR UPDATE");
static struct stmt plan_lock_alive_q = SQL(
	"SELECT id"
	"  FROM project"
	" WHERE id = ?"
	"   AND station_id = ?"
	"   AND state IN ('recruiting', 'running')"
	"   FOR UPDATE");
static struct stmt plan_wrote_q = SQL(
	"SELECT (SELECT COUNT(*) FROM project WHERE id = ?"
	"       AND ? IN (author_id, screened_by)) + (SELECT COUNT(*) FROM audit"
	"       WHERE target = 'project' AND target_id = ? AND actor_kind = 'staff'"
	"       AND actor_id = ? AND action IN ('project.add', 'project.edit', 'project.submit',"
	"       'project.needs', 'position.add', 'position.edit', 'position.remove'))");

enum err plan_read(struct rq *q, struct plan_row *p)
{
	return row_one(&plan_read_q, ARGS(A_(arg(q, 0)), A_(q->station)), plan_row_cols, p);
}

bool plan_open(const struct plan_row *p)
{
	return str_in(p->state, "draft,returned");
}

bool plan_alive(const struct plan_row *p)
{
	return str_in(p->state, "recruiting,running");
}

enum err plan_wrote(const struct rq *q, int64_t id, bool *wrote)
{
	int64_t n = 0;
	int64_t me = q->staff;
	enum err e = db_int(&plan_wrote_q, ARGS(A_(id), A_(me), A_(id), A_(me)), &n);
	if (!e)
		*wrote = n > 0;
	return e;
}

static enum err plan_locked(struct stmt *s, struct rq *q, int64_t id)
{
	int64_t same;
	enum err e = db_int(s, ARGS(A_(id), A_(q->station)), &same);
	return e == ERR_NOT_FOUND ? ERR_STALE : e;
}

enum err plan_lock(struct rq *q, int64_t id)
{
	return plan_locked(&plan_lock_q, q, id);
}

enum err plan_lock_alive(struct rq *q, int64_t id)
{
	return plan_locked(&plan_lock_alive_q, q, id);
}
