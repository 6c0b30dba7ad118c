/* typical_desk.c - the station's typical projects and cases: the list, one written and changed. */
#include "clock.h"
#include "commend.h"
#include "form.h"
#include "history.h"
#include "list.h"
#include "secret.h"
#include "typical.h"

#define TYPICAL_IN(X, T) \
	X(T, WORD, kind, 1, 8) \
	X(T, NO, about, 1, 32) \
	X(T, STR, title, 4, 80) \
	X(T, TEXT, background, 10, 3000) \
	X(T, TEXT, done, 10, 3000) \
	X(T, TEXT, result, 10, 3000) \
	X(T, TEXT, learned, 10, 3000)
FORM_DEFINE(typical_in, TYPICAL_IN);

#define TOLD_COLS(C) \
	C(TEXT, title, "t.title", "") \
	C(WORD, kind, "t.kind", "State.typical_case_kind") \
	C(TEXT, about, "COALESCE(p.no, a.no)", "") \
	C(TEXT, author, "f.name", "") \
	C(DAY, created_on, "DATE(t.created_at)", "") \
	C(DAY, published_on, "t.published_on", "") \
	C(TEXT, uid, "LOWER(HEX(t.uid))", "") \
	C(WORD, state, "t.state", "State.typical_case")
#define TOLD_TABLE "typical_case t"
#define TOLD_JOINS \
	"  LEFT JOIN project p ON p.id = t.project_id" \
	"  LEFT JOIN activity a ON a.id = t.activity_id" \
	"  LEFT JOIN staff f ON f.id = t.created_by"
#define TOLD_WHERE "t.station_id = ?"
#define TOLD_FILTERS(F) \
	F(WORD, state, "t.state = ?") \
	F(WORD, kind, "t.kind = ?") \
	F(FIND, q, "t.title LIKE ?")
#define TOLD_WAYS(S, L) \
	S(L, created_on, any, "t.id", "typical_case_recent") \
	S(L, created_on, state, "t.id", "typical_case_state")
#define TOLD_ID "t.id"
LIST_DEFINE(TOLD);
static const struct list cases = LIST(TOLD, "Cases", "commend.CaseList");

/* What it tells of: project or activity of this station, and what stands there already. */
#define ABOUT_COLS(X, T) \
	X(T, INT, project, "x.project") \
	X(T, INT, activity, "x.activity") \
	X(T, TEXT, title, "x.title") \
	X(T, TEXT, background, "x.background") \
	X(T, TEXT, done, "x.done") \
	X(T, TEXT, result, "x.result")
ROW_DEFINE(about_row, ABOUT_COLS);
static struct stmt about_q = SQL(
	"SELECT " ROW_SELECT(ABOUT_COLS)
	"  FROM (SELECT id AS project, NULL AS activity, title, goal AS background, intro AS done,"
	"       COALESCE(report, '') AS result FROM project WHERE no = ? AND station_id = ?"
	"       AND state IN ('recruiting', 'running', 'closed')"
	"       UNION ALL SELECT NULL, id, title, '', content, summary FROM activity"
	"       WHERE no = ? AND station_id = ? AND state IN ('notice', 'archived')) x"
	" LIMIT 1");
static struct stmt add_q = SQL(
	"INSERT INTO typical_case (uid, station_id, kind, project_id, activity_id, title,"
	"       background, done, result, learned, created_by, created_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt same_q = SQL(
	"SELECT LOWER(HEX(uid))"
	"  FROM typical_case"
	" WHERE uid = ?"
	"   AND station_id = ?");
static struct stmt change_q = SQL(
	"UPDATE typical_case"
	"   SET kind = ?, project_id = ?, activity_id = ?, title = ?, background = ?, done = ?,"
	"       result = ?, learned = ?, edited_by = ?"
	" WHERE id = ?"
	"   AND state = 'draft'");

enum err typical_list(struct rq *q)
{
	return list_page(q, &cases, ARGS(A_(q->station)), "commend/cases_desk.cs");
}

static enum err about_find(struct rq *q, const char *no, struct about_row *a)
{
	return row_one(&about_q, ARGS(A_(no), A_(q->station), A_(no), A_(q->station)),
		       about_row_cols, a);
}

/* ".../new?about=P2600100012": its words are there to be gone on with. */
enum err typical_new(struct rq *q)
{
	struct about_row a;
	const char *no = query(q, "about");
	enum err e = no && !form_again(q) ? about_find(q, no, &a) : ERR_NOT_FOUND;
	if (e && e != ERR_NOT_FOUND)
		return e;
	if (e)
		err_clear();
	if (!e) {
		put(q, "Form.about", no);
		put(q, "Form.kind", a.project != DB_NONE ? "project" : "case");
		put(q, a.project != DB_NONE ? "Form.kind_is.project" : "Form.kind_is.case", "1");
		put(q, "Form.title", a.title);
		put(q, "Form.background", a.background);
		put(q, "Form.done", a.done);
		put(q, "Form.result", a.result);
	}
	form_key(q, "typical");
	return page(q, "commend/case_new.cs");
}

static enum err typical_read(struct rq *q, struct typical_in *in, struct about_row *a)
{
	if (!form_read(q, typical_in_fields, in))
		return ERR_FORM;
	enum err e = about_find(q, in->about, a);
	if (e && e != ERR_NOT_FOUND)
		return e;
	err_clear();
	if (e)
		form_error(q, "about", "about_unknown");
	if (!str_in(in->kind, "project,case"))
		form_error(q, "kind", "unknown_code");
	else if (!e && str_eq(in->kind, "project") && a->project == DB_NONE)
		form_error(q, "about", "about_no_project");
	return form_ok(q) ? OK : ERR_FORM;
}

enum err typical_add(struct rq *q)
{
	struct typical_in in;
	struct about_row a;
	struct bytes uid;
	int64_t id = 0;
	enum err e = typical_read(q, &in, &a);
	if (!e)
		e = form_key_uid(q, "typical", &uid);
	if (e)
		return e;
	const char *hex = hex_encode(q->arena, uid);
	e = audited(&q->actor, &add_q,
		    ARGS(A_(uid), A_(q->station), A_(in.kind), A_(a.project), A_(a.activity),
			 A_(in.title), A_(in.background), A_(in.done), A_(in.result),
			 A_(in.learned), A_(q->staff), A_(clock_time(q->arena, q->now))),
		    "typical_case.add", "typical_case", &id);
	if (e == ERR_DUPLICATE)
		e = db_text(&same_q, ARGS(A_(uid), A_(q->station)), &hex);
	return e ? e : see(q, "/commend/manage/cases/%s?done=created", hex);
}

enum err typical_show(struct rq *q)
{
	struct typical_row t;
	enum err e = typical_find(q, &t);
	if (!e)
		e = put_typical(q, &t);
	if (!e)
		e = history_put(q, "typical_case", t.id);
	if (e)
		return e;
	struct node *to = put_list(q, "Case");
	node_set(to, "state", t.state);
	node_set(to, "about", t.about);
	node_set(to, "about_title", t.about_title);
	node_set(to, "reason", t.reason);
	node_set(to, "created_by", t.created_by);
	node_set(to, "reviewed_by", t.reviewed_by);
	return page(q, "commend/case_desk.cs");
}

enum err typical_change_form(struct rq *q)
{
	struct typical_row t;
	enum err e = typical_find(q, &t);
	if (!e && !str_eq(t.state, "draft"))
		e = ERR(ERR_STALE, "not a draft");
	if (e)
		return e;
	put(q, "Case.uid", t.uid);
	put(q, "Case.title", t.title);
	if (!form_again(q)) {
		put(q, "Form.kind", t.kind);
		put(q, arena_fmt(q->arena, "Form.kind_is.%s", t.kind), "1");
		put(q, "Form.about", t.about);
		put(q, "Form.title", t.title);
		put(q, "Form.background", t.background);
		put(q, "Form.done", t.done);
		put(q, "Form.result", t.result);
		put(q, "Form.learned", t.learned);
	}
	return page(q, "commend/case_new.cs");
}

enum err typical_change(struct rq *q)
{
	struct typical_in in;
	struct about_row a;
	struct typical_row t;
	enum err e = typical_find(q, &t);
	if (!e)
		e = typical_read(q, &in, &a);
	if (!e)
		e = audited(&q->actor, &change_q,
			    ARGS(A_(in.kind), A_(a.project), A_(a.activity), A_(in.title),
				 A_(in.background), A_(in.done), A_(in.result), A_(in.learned),
				 A_(q->staff), A_(t.id)),
			    "typical_case.change", "typical_case", &t.id);
	return e ? e : see(q, "/commend/manage/cases/%s?done=saved", t.uid);
}
