/* plan.c - a training is written down, and changed while it is a draft. */
#include <string.h>

#include "clock.h"
#include "code.h"
#include "form.h"
#include "secret.h"
#include "training.h"

#define PLAN_IN(X, T) \
	X(T, STR, title, 2, 80) \
	X(T, CODE, kind, 1, 1) \
	X(T, CODE, mode, 1, 1) \
	X(T, STR, organiser, 0, 80) \
	X(T, NAME, lecturer, 0, 60) \
	X(T, TIME, starts_at, 1, 0) \
	X(T, TIME, ends_at, 1, 0) \
	X(T, INT, study_minutes, 1, 6000) \
	X(T, STR, place, 0, 160) \
	X(T, TEXT, content, 2, 2000) \
	X(T, NAME, contact_name, 0, 60) \
	X(T, PHONE, contact_phone, 0, 20) \
	X(T, INT, places, 1, 500) \
	X(T, TIME, enrol_until, 0, 0) \
	X(T, OINT, min_age, 1, 99) \
	X(T, OINT, pass_score, 1, 100) \
	X(T, STR, qualifies, 0, 60) \
	X(T, OINT, valid_months, 1, 120) \
	X(T, NO, project, 0, 24)
FORM_DEFINE(plan_in, PLAN_IN);

static struct stmt projects_q = SQL(
	"SELECT no AS code, title AS name"
	"  FROM project"
	" WHERE station_id = ?"
	"   AND state IN ('draft', 'submitted', 'approved', 'recruiting', 'running')"
	" ORDER BY id DESC"
	" LIMIT 100");
static struct stmt project_q = SQL(
	"SELECT id"
	"  FROM project"
	" WHERE no = ?"
	"   AND station_id = ?");
static struct stmt form_q = SQL(
	"SELECT t.title, t.kind, t.mode, t.organiser, t.lecturer,"
	"       DATE_FORMAT(t.starts_at, '%Y-%m-%dT%H:%i') AS starts_at,"
	"       DATE_FORMAT(t.ends_at, '%Y-%m-%dT%H:%i') AS ends_at, t.study_minutes, t.place,"
	"       t.content, t.contact_name, t.contact_phone, t.places,"
	"       DATE_FORMAT(t.enrol_until, '%Y-%m-%dT%H:%i') AS enrol_until, t.min_age,"
	"       t.pass_score, t.qualifies, t.valid_months, p.no AS project"
	"  FROM training t"
	"  LEFT JOIN project p ON p.id = t.project_id"
	" WHERE t.id = ?");
static struct stmt add_q = SQL(
	"INSERT INTO training (title, kind, mode, organiser, lecturer, starts_at, ends_at,"
	"       study_minutes, place, content, contact_name, contact_phone, places, enrol_until,"
	"       min_age, pass_score, qualifies, valid_months, project_id, uid, no, station_id,"
	"       created_by)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt save_q = SQL(
	"UPDATE training"
	"   SET title = ?, kind = ?, mode = ?, organiser = ?, lecturer = ?, starts_at = ?,"
	"       ends_at = ?, study_minutes = ?, place = ?, content = ?, contact_name = ?,"
	"       contact_phone = ?, places = ?, enrol_until = ?, min_age = ?, pass_score = ?,"
	"       qualifies = ?, valid_months = ?, project_id = ?"
	" WHERE id = ?"
	"   AND state = 'draft'"
	"   AND station_id = ?");

/* The columns that both statements set, in their order. */
#define PLAN_ARGS(in, project) \
	A_((in)->title), A_((in)->kind), A_((in)->mode), A_(str_or((in)->organiser, "")), \
		A_(str_or((in)->lecturer, "")), A_((in)->starts_at), A_((in)->ends_at), \
		A_((in)->study_minutes), A_(str_or((in)->place, "")), A_((in)->content), \
		A_(str_or((in)->contact_name, "")), A_(str_or((in)->contact_phone, "")), \
		A_((in)->places), A_((in)->enrol_until), A_((in)->min_age), A_((in)->pass_score), \
		A_((in)->qualifies), A_((in)->valid_months), A_(project)

struct planning {
	struct rq *q;
	const struct plan_in *in;
	int64_t project, id;
	struct bytes uid;
	const char *no;
};

static enum err plan_page(struct rq *q)
{
	enum err e = put_codes(q, "Kinds", "training_kind");
	if (!e)
		e = put_codes(q, "Modes", "training_mode");
	if (!e)
		e = put_query(q, "Projects", &projects_q, ARGS(A_(q->station)));
	if (!e)
		form_key(q, "training");
	return e ? e : page(q, "training/plan.cs");
}

/* What one field alone cannot say. */
static void plan_check_times(struct rq *q, const struct plan_in *in)
{
	int64_t from, to;
	if (strcmp(in->starts_at, clock_time(q->arena, q->now)) <= 0)
		form_error(q, "starts_at", "start_past");
	if (strcmp(in->ends_at, in->starts_at) <= 0)
		form_error(q, "ends_at", "ends_before");
	else if (clock_parse_time(in->starts_at, &from) && clock_parse_time(in->ends_at, &to) &&
		 in->study_minutes * 60 > to - from)
		form_error(q, "study_minutes", "study_long");
	if (in->enrol_until && strcmp(in->enrol_until, in->starts_at) > 0)
		form_error(q, "enrol_until", "enrol_after");
	if (!in->place && str_eq(in->mode, "2"))
		form_error(q, "place", "required");
}

static enum err plan_read(struct rq *q, struct plan_in *in, int64_t *project)
{
	enum err e = OK;
	*project = DB_NONE;
	if (!form_read(q, plan_in_fields, in))
		return OK;
	plan_check_times(q, in);
	e = code_check(q, "kind", "training_kind", in->kind);
	if (!e)
		e = code_check(q, "mode", "training_mode", in->mode);
	if (!e && in->project) {
		e = db_int(&project_q, ARGS(A_(in->project), A_(q->station)), project);
		if (e == ERR_NOT_FOUND) {
			err_clear();
			form_error(q, "project", "unknown_code");
			e = OK;
		}
	}
	return e;
}

enum err plan_new(struct rq *q)
{
	return plan_page(q);
}

static enum err plan_insert(void *ctx)
{
	struct planning *p = ctx;
	struct rq *q = p->q;
	enum err e = number_next(&q->actor, 'T', q->station, &p->no);
	if (!e)
		e = db_exec(&add_q,
			    ARGS(PLAN_ARGS(p->in, p->project), A_(p->uid), A_(p->no),
				 A_(q->station), A_(q->staff)),
			    &p->id);
	return e ? e : audit(&q->actor, "training.add", "training", p->id, p->no);
}

enum err plan_add(struct rq *q)
{
	struct plan_in in;
	struct planning p = { .q = q, .in = &in };
	enum err e = plan_read(q, &in, &p.project);
	if (!e && !form_ok(q))
		return ERR_FORM;
	if (!e)
		e = form_key_uid(q, "training", &p.uid);
	if (!e)
		e = db_tx(plan_insert, &p);
	return e ? e : see(q, "/training/manage/%s?done=made", p.no);
}

enum err plan_edit(struct rq *q)
{
	struct training_row t;
	enum err e = training_mine(q, &t);
	if (!e && !str_eq(t.state, "draft"))
		return ERR_STALE;
	if (!e && !form_again(q))
		e = put_one(q, "Form", &form_q, ARGS(A_(t.id)));
	put(q, "No", arg(q, 0));
	return e ? e : plan_page(q);
}

static enum err plan_update(void *ctx)
{
	const struct planning *p = ctx;
	enum err e = db_change(&save_q,
			       ARGS(PLAN_ARGS(p->in, p->project), A_(p->id), A_(p->q->station)));
	return e ? e : audit(&p->q->actor, "training.edit", "training", p->id, NULL);
}

enum err plan_save(struct rq *q)
{
	struct training_row t;
	struct plan_in in;
	struct planning p = { .q = q, .in = &in };
	enum err e = training_mine(q, &t);
	if (!e && !str_eq(t.state, "draft"))
		return ERR_STALE;
	if (!e)
		e = plan_read(q, &in, &p.project);
	if (!e && !form_ok(q))
		return ERR_FORM;
	p.id = t.id;
	if (!e)
		e = db_tx(plan_update, &p);
	return e ? e : see(q, "/training/manage/%s?done=saved", t.no);
}
