/* policy_edit.c - what was typed from the paper of a policy is put right; one that was ended stays
 * as it is. */
#include <string.h>

#include "form.h"
#include "support.h"

#define EDIT_IN(X, T) \
	X(T, STR, insurer, 2, 80) \
	X(T, STR, policy_no, 4, 60) \
	X(T, STR, kind, 2, 40) \
	X(T, OINT, premium_yuan, 0, 10000000) \
	X(T, DAY, from_on, 1, 0) \
	X(T, DAY, to_on, 1, 0) \
	X(T, WORD, covers, 1, 5) \
	X(T, CODE, project, 0, 24)
FORM_DEFINE(edit_in, EDIT_IN);

static struct stmt head_q = SQL(
	"SELECT LOWER(HEX(uid)) AS uid, policy_no, ended_at"
	"  FROM insurance"
	" WHERE id = ?");
static struct stmt form_q = SQL(
	"SELECT i.insurer, i.policy_no, i.kind, i.covers, i.from_on, i.to_on,"
	"       NULLIF(i.premium_fen DIV 100, 0) AS premium_yuan, p.no AS project"
	"  FROM insurance i"
	"  LEFT JOIN project p ON p.id = i.project_id"
	" WHERE i.id = ?");
/* Those that may be chosen for a new one, and the one that stands there. */
static struct stmt projects_q = SQL(
	"SELECT no AS code, title AS name"
	"  FROM project"
	" WHERE station_id = ?"
	"   AND (state IN ('approved', 'recruiting', 'running') OR id = ?)"
	" ORDER BY id = ? DESC, id DESC"
	" LIMIT 61");
static struct stmt project_q = SQL(
	"SELECT id"
	"  FROM project"
	" WHERE no = ?"
	"   AND station_id = ?");
static struct stmt edit_q = SQL(
	"UPDATE insurance"
	"   SET insurer = ?, policy_no = ?, kind = ?, premium_fen = ?, from_on = ?, to_on = ?,"
	"       covers = ?, project_id = ?"
	" WHERE id = ?"
	"   AND ended_at IS NULL");

enum err policy_edit(struct rq *q)
{
	struct policy_row p;
	enum err e = policy_here(q, &p);
	if (!e)
		e = put_one(q, "Policy", &head_q, ARGS(A_(p.id)));
	if (!e)
		e = put_query(q, "Projects", &projects_q,
			      ARGS(A_(q->station), A_(p.project), A_(p.project)));
	if (!e && !form_again(q))
		e = put_one(q, "Form", &form_q, ARGS(A_(p.id)));
	return e ? e : page(q, "support/policy_edit.cs");
}

static enum err edit_read(struct rq *q, struct edit_in *in, int64_t *project)
{
	if (!form_read(q, edit_in_fields, in))
		return ERR_FORM;
	if (!str_in(in->covers, "all,named"))
		form_error(q, "covers", "unknown_code");
	if (strcmp(in->to_on, in->from_on) < 0)
		form_error(q, "to_on", "ends_before");
	enum err e = in->project
			     ? db_int(&project_q, ARGS(A_(in->project), A_(q->station)), project)
			     : OK;
	if (e == ERR_NOT_FOUND) {
		err_clear();
		form_error(q, "project", "unknown_code");
	} else if (e) {
		return e;
	}
	return form_ok(q) ? OK : ERR_FORM;
}

enum err policy_save(struct rq *q)
{
	struct edit_in in;
	struct policy_row p;
	int64_t project = DB_NONE;
	enum err e = policy_here(q, &p);
	if (e)
		return e;
	if (p.ended_at) {
		form_error(q, NULL, "policy_closed");
		return ERR_FORM;
	}
	e = edit_read(q, &in, &project);
	if (e)
		return e;
	e = audited(&q->actor, &edit_q,
		    ARGS(A_(in.insurer), A_(in.policy_no), A_(in.kind),
			 A_(in.premium_yuan == DB_NONE ? 0 : in.premium_yuan * 100), A_(in.from_on),
			 A_(in.to_on), A_(in.covers), A_(project), A_(p.id)),
		    "insurance.edit", "insurance", &p.id);
	if (e == ERR_DUPLICATE) {
		form_error(q, "policy_no", "policy_known");
		return ERR_FORM;
	}
	return e ? e : see(q, "/support/insurance/%s?done=policy_saved", arg(q, 0));
}
