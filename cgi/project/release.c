/* release.c - a published project gives back a need that it cannot answer, or that was picked by
 * mistake: with a reason, which stands in the need's history. */
#include "form.h"
#include "need.h"
#include "project.h"

#define BACK_IN(X, T) X(T, STR, reason, 2, 200)
FORM_DEFINE(back_in, BACK_IN);

static struct stmt show_q = SQL(
	"SELECT n.id AS _id, n.no, n.state, c.name AS category,"
	"       LEFT(n.description, 120) AS description, " NEED_SERVED " AS served_on"
	"  FROM project_need x"
	"  JOIN need n ON n.id = x.need_id"
	"  LEFT JOIN code_item c ON c.list = 'service_category' AND c.code = n.category"
	" WHERE x.project_id = ?"
	"   AND n.no = ?"
	"   AND n.state = 'in_project'");
static struct stmt unlink_q = SQL(
	"DELETE FROM project_need"
	" WHERE project_id = ?"
	"   AND need_id = ?");

/* Of a living project; ERR_STALE: it is no more, or not yet. */
static enum err promised(struct rq *q, struct plan_row *p)
{
	enum err e = plan_read(q, p);
	if (!e && !plan_alive(p))
		e = ERR(ERR_STALE, "plan is %s", p->state);
	return e ? e : put_one(q, "Need", &show_q, ARGS(A_(p->id), A_(arg(q, 1))));
}

enum err need_release_form(struct rq *q)
{
	struct plan_row p;
	enum err e = promised(q, &p);
	if (e)
		return e;
	put(q, "Project.no", p.no);
	put(q, "Project.title", p.title);
	return page(q, "project/release.cs");
}

struct releasing {
	struct rq *q;
	struct plan_row p;
	int64_t need;
	const char *reason;
};

static enum err released(void *ctx)
{
	const struct releasing *r = ctx;
	const struct actor *by = &r->q->actor;
	enum err e = plan_lock_alive(r->q, r->p.id);
	if (!e)
		e = db_change(&unlink_q, ARGS(A_(r->p.id), A_(r->need)));
	if (!e)
		e = need_back(by, r->need, r->p.no, r->reason);
	return e ? e : audit(by, "project.release", "project", r->p.id, arg(r->q, 1));
}

enum err need_release(struct rq *q)
{
	struct back_in in;
	struct releasing r = { .q = q };
	enum err e = promised(q, &r.p);
	if (!e && !form_read(q, back_in_fields, &in))
		e = ERR_FORM;
	if (e)
		return e;
	r.need = node_get_int(put_list(q, "Need"), "_id");
	r.reason = in.reason;
	e = db_tx(released, &r);
	return e ? e : see(q, "/project/%s?done=need_back", r.p.no);
}
