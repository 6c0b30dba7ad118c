/*
 * close.c - a project ends, and with it each need that it answers: done, back in the ledger, or
 * with another project. None stays in a project that is over.
 */
#include "close.h"

#include <string.h>

#define CLOSE_IN(X, T) \
	X(T, TEXT, report, 10, 5000) \
	X(T, LIST, shown, 0, 200) \
	X(T, LIST, back, 0, 200) \
	X(T, LIST, moved, 0, 200) \
	X(T, NO, to, 0, 24) \
	X(T, STR, done_note, 0, 500) \
	X(T, WORD, done_how, 0, 8) \
	X(T, STR, done_answer, 0, 500)
FORM_DEFINE(close_in, CLOSE_IN);

/* Those that no other living project answers as well. */
#define OPEN_NEEDS \
	"  FROM project_need x" \
	"  JOIN need n ON n.id = x.need_id" \
	"  LEFT JOIN code_item c ON c.list = 'service_category' AND c.code = n.category" \
	" WHERE x.project_id = ?" \
	"   AND n.state = 'in_project'" \
	"   AND (SELECT COUNT(*) FROM project_need y JOIN project z ON z.id = y.project_id" \
	"       WHERE y.need_id = n.id AND y.project_id <> x.project_id" \
	"       AND z.state IN ('recruiting', 'running')) = 0" \
	" ORDER BY n.id" \
	" LIMIT 200"
static struct stmt open_q = SQL(
	"SELECT n.no, c.name AS category, LEFT(n.description, 120) AS description,"
	"       n.answered_on IS NOT NULL AS answered, " NEED_SERVED " AS served_on"
	OPEN_NEEDS);
#define OPEN_COLS(X, T) \
	X(T, INT, id, "n.id") \
	X(T, TEXT, no, "n.no") \
	X(T, INT, answered, "n.answered_on IS NOT NULL")
ROW_DEFINE(open_row, OPEN_COLS);
static struct stmt take_q = SQL(
	"SELECT " ROW_SELECT(OPEN_COLS)
	OPEN_NEEDS
	"   FOR UPDATE");
static struct stmt others_q = SQL(
	"SELECT no AS code, CONCAT(no, ' ', title) AS name"
	"  FROM project"
	" WHERE station_id = ?"
	"   AND state IN ('recruiting', 'running')"
	"   AND no <> ?"
	" ORDER BY id DESC"
	" LIMIT 60");
static struct stmt other_q = SQL(
	"SELECT id"
	"  FROM project"
	" WHERE no = ?"
	"   AND station_id = ?"
	"   AND id <> ?"
	"   AND state IN ('recruiting', 'running')"
	"   FOR UPDATE");
static struct stmt link_q = SQL(
	"INSERT INTO project_need (project_id, need_id)"
	" VALUES (?, ?)"
	"    ON DUPLICATE KEY UPDATE need_id = VALUES(need_id)");
static struct stmt linked_q = SQL(
	"SELECT COUNT(*)"
	"  FROM project_need"
	" WHERE project_id = ?");

/* What nobody was served for is offered to go back; staff decide. */
enum err put_closing(struct rq *q, const struct plan_row *p)
{
	enum err e = put_query(q, "OpenNeeds", &open_q, ARGS(A_(p->id)));
	if (!e)
		e = put_query(q, "Others", &others_q, ARGS(A_(q->station), A_(p->no)));
	if (e || form_again(q))
		return e;
	for (struct node *n = node_first(put_list(q, "OpenNeeds")); n; n = node_next(n))
		if (!node_get(n, "served_on"))
			form_tick(q, "back", node_get(n, "no"));
	return OK;
}

static bool listed(const struct strs *l, const char *no)
{
	for (size_t i = 0; i < l->n; i++)
		if (str_eq(l->v[i], no))
			return true;
	return false;
}

enum err closing_read(struct rq *q, struct closing *c)
{
	struct close_in in;
	if (!form_read(q, close_in_fields, &in))
		return ERR_FORM;
	for (size_t i = 0; i < in.back.n; i++)
		if (listed(&in.moved, in.back.v[i])) {
			form_error(q, "moved", "close_twice");
			break;
		}
	if (in.moved.n && !in.to)
		form_error(q, "to", "close_to");
	if (in.done_answer && !str_in(str_or(in.done_how, ""), NEED_ANSWERS))
		form_error(q, "done_how", "unknown_code");
	*c = (struct closing){ .report = in.report,
			       .shown = in.shown,
			       .back = in.back,
			       .moved = in.moved,
			       .to = in.to,
			       .end = { str_or(in.done_note, ""), in.done_how, in.done_answer } };
	return form_ok(q) ? OK : ERR_FORM;
}

static enum err closing_other(struct rq *q, int64_t project, const struct closing *c, int64_t *to)
{
	enum err e = db_int(&other_q, ARGS(A_(c->to), A_(q->station), A_(project)), to);
	if (e != ERR_NOT_FOUND)
		return e;
	form_error(q, "to", "close_to");
	return ERR_FORM;
}

static enum err closing_many(struct rq *q, int64_t to)
{
	int64_t n = 0;
	enum err e = db_int(&linked_q, ARGS(A_(to)), &n);
	if (e || n <= NEEDS_MOST)
		return e;
	form_error(q, "to", "needs_many");
	return ERR_FORM;
}

static enum err closing_one(struct rq *q, const struct closing *c, const struct open_row *n,
			    int64_t to)
{
	if (listed(&c->moved, n->no))
		return db_exec(&link_q, ARGS(A_(to), A_(n->id)), NULL);
	/* What came in while the form was open, nobody said to be done: it goes back. */
	if (listed(&c->back, n->no) || !listed(&c->shown, n->no))
		return need_move(&q->actor, "release", n->id, "in_project", NULL);
	/* Nobody's wish ends without an answer (条例 13). */
	if (!n->answered && !c->end.answer) {
		form_error(q, "done_answer", "close_answer");
		return ERR_FORM;
	}
	return need_settle(&q->actor, "finish", n->id, "in_project", &c->end);
}

enum err closing_settle(struct rq *q, int64_t project, const struct closing *c)
{
	struct open_row *v;
	size_t n = 0, named = 0;
	int64_t to = 0;
	enum err e = c->moved.n ? closing_other(q, project, c, &to) : OK;
	if (!e)
		e = row_all(&take_q, ARGS(A_(project)), open_row_cols, sizeof(*v), &v, &n);
	for (size_t i = 0; !e && i < n; i++)
		named += listed(&c->moved, v[i].no) || listed(&c->back, v[i].no);
	if (!e && named < c->back.n + c->moved.n) {
		form_error(q, "back", "need_gone");
		return ERR_FORM;
	}
	for (size_t i = 0; !e && i < n; i++)
		e = closing_one(q, c, &v[i], to);
	if (!e && c->moved.n)
		e = closing_many(q, to);
	if (!e && c->moved.n)
		e = audit(&q->actor, "project.needs", "project", to, NULL);
	return e;
}
