/*
 * plan_pick.c - which needs a project answers, chosen among many: searched by number, words,
 * category, group and place, page by page. What is ticked is kept with each page, so that nothing
 * but the plan itself has to remember it.
 */
#include <string.h>

#include "code.h"
#include "form.h"
#include "list.h"
#include "need.h"
#include "need_cluster.h"
#include "project.h"

#define PICK_IN(X, T) \
	X(T, LIST, need, 0, 50) \
	X(T, LIST, shown, 0, 50) X(T, STR, go, 0, 400) X(T, WORD, then, 0, 8)
FORM_DEFINE(pick_in, PICK_IN);

#define OF_PLAN \
	"(SELECT COUNT(*) FROM project_need x JOIN project p ON p.id = x.project_id" \
	" WHERE x.need_id = n.id AND p.no = "
#define PICK_COLS(C) \
	C(TEXT, no, "n.no", "") \
	C(DAY, day, "DATE(n.registered_at)", "") \
	C(CODE, category, "n.category", "service_category") \
	C(CODE, target, "n.target_group", "recipient") \
	C(TEXT, grid, "n.grid", "") \
	C(LONG, description, "n.description", "") \
	C(TEXT, risk, "n.risk", "") \
	C(DAY, reply_by, "IF(n.answered_on IS NULL, n.reply_by, NULL)", "") \
	C(INT, mine, OF_PLAN "d.plan)", "")
#define PICK_TABLE "need n"
#define PICK_JOINS "  JOIN (SELECT ? AS plan) d"
#define PICK_WHERE "n.station_id = ? AND n.state = 'verified'"
#define PICK_FILTERS(F) \
	F(WORD, category, "n.category = ?") \
	F(WORD, group, "n.target_group = ?") \
	F(WORD, grid, "n.grid = ?") \
	F(FIND, q, "CONCAT_WS(' ', n.no, n.grid, n.description) LIKE ?")
#define PICK_WAYS(S, L) S(L, day, any, "n.id", "need_station")
#define PICK_ID         "n.id"
LIST_DEFINE(PICK);
static const struct list pick = LIST(PICK, "Needs", "project.Pick");

static struct stmt grids_q = SQL(
	"" NEED_GRIDS);
static struct stmt chosen_q = SQL(
	"SELECT COUNT(*) AS chosen, COUNT(DISTINCT COALESCE(n.household_id, -n.id)) AS homes"
	"  FROM project_need x"
	"  JOIN need n ON n.id = x.need_id"
	" WHERE x.project_id = ?");
#define NEED_COLS(X, T) \
	X(T, INT, id, "n.id") \
	X(T, TEXT, state, "n.state") \
	X(T, INT, mine, \
	  "(SELECT COUNT(*) FROM project_need x WHERE x.need_id = n.id AND x.project_id = d.id)")
ROW_DEFINE(pick_row, NEED_COLS);
static struct stmt need_q = SQL(
	"SELECT " ROW_SELECT(NEED_COLS)
	"  FROM need n"
	"  JOIN (SELECT ? AS id) d"
	" WHERE n.no = ?"
	"   AND n.station_id = ?");
static struct stmt link_q = SQL(
	"INSERT INTO project_need (project_id, need_id)"
	" VALUES (?, ?)");
static struct stmt unlink_q = SQL(
	"DELETE FROM project_need"
	" WHERE project_id = ?"
	"   AND need_id = ?");

struct picking {
	struct rq *q;
	const struct pick_in *in;
	struct plan_row p;
};

static enum err pick_plan(struct rq *q, struct plan_row *p)
{
	enum err e = plan_read(q, p);
	return e || plan_open(p) || plan_alive(p) ? e : ERR(ERR_STALE, "plan is %s", p->state);
}

enum err plan_pick(struct rq *q)
{
	struct plan_row p;
	enum err e = pick_plan(q, &p);
	if (!e)
		e = put_codes(q, "Category", "service_category");
	if (!e)
		e = put_codes(q, "Recipient", "recipient");
	if (!e)
		e = put_query(q, "Grids", &grids_q, ARGS(A_(q->station)));
	if (!e)
		e = put_one(q, "Chosen", &chosen_q, ARGS(A_(p.id)));
	if (e)
		return e;
	put(q, "Project.no", p.no);
	put(q, "Project.title", p.title);
	put(q, "Project.state", p.state);
	put_int(q, "Project.open", plan_open(&p) ? 1 : DB_NONE);
	return list_page(q, &pick, ARGS(A_(p.no), A_(q->station)), "project/pick.cs");
}

static bool ticked(const struct pick_in *in, const char *no)
{
	for (size_t i = 0; i < in->need.n; i++)
		if (str_eq(in->need.v[i], no))
			return true;
	return false;
}

/* Of a published project the need moves along. */
static enum err pick_take(const struct picking *k, const struct pick_row *n)
{
	enum err e = db_exec(&link_q, ARGS(A_(k->p.id), A_(n->id)), NULL);
	return e || !plan_alive(&k->p)
		       ? e
		       : need_move(&k->q->actor, "project", n->id, "verified", NULL);
}

static enum err pick_one(const struct picking *k, const char *no, bool wanted)
{
	struct pick_row n;
	enum err e = row_one(&need_q, ARGS(A_(k->p.id), A_(no), A_(k->q->station)), pick_row_cols,
			     &n);
	if (e == ERR_NOT_FOUND || (!e && wanted && !n.mine && !str_eq(n.state, "verified"))) {
		form_error(k->q, "need", "need_gone");
		return ERR_FORM;
	}
	if (e || wanted == (n.mine > 0))
		return e;
	if (wanted)
		return pick_take(k, &n);
	/* What a published project has promised is given back by its own page, with a reason. */
	if (plan_alive(&k->p))
		return OK;
	return db_exec(&unlink_q, ARGS(A_(k->p.id), A_(n.id)), NULL);
}

static enum err pick_keep(void *ctx)
{
	const struct picking *k = ctx;
	struct rq *q = k->q;
	int64_t n = 0;
	enum err e = plan_open(&k->p) ? plan_lock(q, k->p.id) : plan_lock_alive(q, k->p.id);
	for (size_t i = 0; !e && i < k->in->shown.n; i++)
		if (!ticked(k->in, k->in->shown.v[i]))
			e = pick_one(k, k->in->shown.v[i], false);
	for (size_t i = 0; !e && i < k->in->need.n; i++)
		e = pick_one(k, k->in->need.v[i], true);
	if (!e)
		e = db_int(&chosen_q, ARGS(A_(k->p.id)), &n);
	if (!e && n > NEEDS_MOST) {
		form_error(q, "need", "needs_many");
		e = ERR_FORM;
	}
	return e ? e
		 : audit(&q->actor, "project.needs", "project", k->p.id,
			 arena_fmt(q->arena, "%lld", (long long)n));
}

/* Where the list went on, and nowhere else. */
static const char *pick_next(struct rq *q, const struct picking *k)
{
	const char *own = arena_fmt(q->arena, "/project/%s/needs?", k->p.no), *go = k->in->go;
	if (!go || strncmp(go, own, strlen(own)) != 0)
		return arena_fmt(q->arena, "/project/%s/needs?done=needs_kept", k->p.no);
	return strlen(go) == strspn(go, "/?=&%-_.~+abcdefghijklmnopqrstuvwxyz"
					"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
		       ? go
		       : own;
}

enum err plan_pick_keep(struct rq *q)
{
	struct pick_in in;
	struct picking k = { .q = q, .in = &in };
	enum err e = pick_plan(q, &k.p);
	if (e)
		return e;
	if (!form_read(q, pick_in_fields, &in))
		return ERR_FORM;
	e = db_tx(pick_keep, &k);
	if (e)
		return e;
	if (str_eq(in.then, "plan"))
		return see(q, "/project/%s%s?done=needs_kept", k.p.no,
			   plan_open(&k.p) ? "/edit" : "");
	return see(q, "%s", pick_next(q, &k));
}
