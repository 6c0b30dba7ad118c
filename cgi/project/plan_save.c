/* plan_save.c - what was written in the form of a plan: read, looked up, stored. */
#include "clock.h"
#include "code.h"
#include "form.h"
#include "need.h"
#include "project.h"
#include "region_choice.h"
#include "secret.h"
#include "worker_choice.h"

#define PLAN_IN(X, T) \
	X(T, STR, title, 2, 50) \
	X(T, FLAG, regular, 0, 0) \
	X(T, LIST, need, 0, 200) \
	X(T, TEXT, goal, 0, 500) \
	X(T, TEXT, intro, 0, 5000) \
	X(T, LIST, categories, 0, 4) \
	X(T, LIST, recipients, 0, 13) \
	X(T, DAY, starts_on, 0, 0) \
	X(T, DAY, ends_on, 0, 0) \
	X(T, REGION, region_code, 0, 12) \
	X(T, STR, place, 0, 160) \
	X(T, WORD, recruit_scope, 0, 8) \
	X(T, CODE, team, 0, 32) \
	X(T, DAY, recruit_from, 0, 0) \
	X(T, DAY, recruit_to, 0, 0) \
	X(T, STR, sign_up_how, 0, 120) \
	X(T, OINT, min_hours, 0, 5000) \
	X(T, LIST, guarantees, 0, 12) \
	X(T, TEXT, risks, 0, 500) \
	X(T, FLAG, dangerous, 0, 0) \
	X(T, STR, insurance, 0, 200) \
	X(T, FLAG, agreement, 0, 0) \
	X(T, NAME, contact_name, 0, 60) \
	X(T, PHONE, contact_phone, 0, 20) \
	X(T, OINT, budget_yuan, 0, 100000000) \
	X(T, CODE, fund_source, 0, 2) \
	X(T, NO, led_by, 0, 24) \
	X(T, TEXT, had, 0, 5000) \
	X(T, WORD, then, 0, 8)
FORM_DEFINE(plan_in, PLAN_IN);

static struct stmt team_id_q = SQL(
	"SELECT id"
	"  FROM team"
	" WHERE uid = UNHEX(?)"
	"   AND station_id = ?"
	"   AND state = 'approved'");
static struct stmt need_id_q = SQL(
	"SELECT n.id"
	"  FROM need n"
	" WHERE n.no = ?"
	"   AND n.station_id = ?"
	"   AND (n.state = 'verified' OR EXISTS (SELECT 1 FROM project_need x"
	"       WHERE x.need_id = n.id AND x.project_id = ?))");
static struct stmt add_q = SQL(
	"INSERT INTO project (uid, no, station_id, title, author_id, created_at)"
	" VALUES (?, ?, ?, ?, ?, ?)");
static struct stmt by_uid_q = SQL(
	"SELECT no"
	"  FROM project"
	" WHERE uid = ?"
	"   AND station_id = ?");
static struct stmt save_q = SQL(
	"UPDATE project"
	"   SET title = ?, regular = ?, goal = ?, intro = ?, categories = ?, recipients = ?,"
	"       guarantees = ?, starts_on = ?, ends_on = ?, recruit_scope = ?, team_id = ?,"
	"       recruit_from = ?, recruit_to = ?, sign_up_how = ?, place = ?, region_code = ?,"
	"       contact_name = ?, contact_phone = ?, risks = ?, dangerous = ?, insurance = ?,"
	"       agreement = ?, min_minutes = ?, budget_fen = ?, fund_source = ?"
	" WHERE id = ?"
	"   AND station_id = ?"
	"   AND state IN ('draft', 'returned')");
static struct stmt led_q = SQL(
	"UPDATE project"
	"   SET led_by = ?"
	" WHERE id = ?");
static struct stmt forget_q = SQL(
	"DELETE FROM project_need"
	" WHERE project_id = ?");
static struct stmt link_q = SQL(
	"INSERT INTO project_need (project_id, need_id)"
	" VALUES (?, ?)");

/* What is to be stored, with codes looked up. */
struct writing {
	struct rq *q;
	struct plan_in in;
	int64_t id; /* 0: new */
	const char *no;
	struct bytes uid;
	const char *categories, *recipients, *guarantees;
	int64_t team, led_by, needs[NEEDS_MOST];
};

static enum err writing_needs(struct writing *w)
{
	struct rq *q = w->q;
	for (size_t i = 0; i < w->in.need.n; i++) {
		struct args of = ARGS(A_(w->in.need.v[i]), A_(q->station), A_(w->id));
		enum err e = db_int(&need_id_q, of, &w->needs[i]);
		if (e == ERR_NOT_FOUND)
			form_error(q, "need", "need_gone");
		else if (e)
			return e;
	}
	return OK;
}

static enum err writing_place(struct writing *w)
{
	struct rq *q = w->q;
	enum err e = region_check(q, "region_code", w->in.region_code, REGION_PROVINCE);
	if (!e && w->in.recruit_scope && !str_in(w->in.recruit_scope, "public,team,invite"))
		form_error(q, "recruit_scope", "unknown_code");
	w->team = DB_NONE;
	if (e || !w->in.team)
		return e;
	e = db_int(&team_id_q, ARGS(A_(w->in.team), A_(q->station)), &w->team);
	if (e == ERR_NOT_FOUND)
		form_error(q, "team", "unknown_code");
	return e == ERR_NOT_FOUND ? OK : e;
}

static enum err writing_look_up(struct writing *w)
{
	struct rq *q = w->q;
	const struct plan_in *in = &w->in;
	enum err e = code_join(q, "categories", "service_category", in->categories, &w->categories);
	if (!e)
		e = code_join(q, "recipients", "recipient", in->recipients, &w->recipients);
	if (!e)
		e = code_join(q, "guarantees", "guarantee", in->guarantees, &w->guarantees);
	if (!e)
		e = code_check(q, "fund_source", "fund_source", in->fund_source);
	if (!e)
		e = worker_check(q, "led_by", in->led_by, &w->led_by);
	if (!e)
		e = writing_place(w);
	return e ? e : writing_needs(w);
}

/* Fills *w from the form, or leaves messages: those of the field table, of code lists, and of the
 * rules that a draft keeps. */
static enum err writing_read(struct rq *q, struct writing *w)
{
	const struct plan_in *in = &w->in;
	if (!form_read(q, plan_in_fields, &w->in))
		return OK;
	enum err e = writing_look_up(w);
	if (!e)
		rules_early(q, &(struct plan_row){ .title = in->title,
						   .starts_on = in->starts_on,
						   .ends_on = in->ends_on,
						   .recruit_from = in->recruit_from,
						   .recruit_to = in->recruit_to,
						   .recruit_scope = in->recruit_scope,
						   .team = in->team,
						   .dangerous = in->dangerous,
						   .insurance = in->insurance });
	return e;
}

static enum err plan_store(struct writing *w)
{
	struct rq *q = w->q;
	const struct plan_in *in = &w->in;
	enum err e = db_change(
		&save_q,
		ARGS(A_(in->title), A_(in->regular), A_(str_or(in->goal, "")),
		     A_(str_or(in->intro, "")), A_(w->categories), A_(w->recipients),
		     A_(w->guarantees), A_(in->starts_on), A_(in->ends_on),
		     A_(str_or(in->recruit_scope, "public")), A_(w->team), A_(in->recruit_from),
		     A_(in->recruit_to), A_(str_or(in->sign_up_how, "")), A_(str_or(in->place, "")),
		     A_(in->region_code), A_(str_or(in->contact_name, "")),
		     A_(str_or(in->contact_phone, "")), A_(str_or(in->risks, "")),
		     A_(in->dangerous), A_(str_or(in->insurance, "")), A_(in->agreement),
		     A_(in->min_hours == DB_NONE ? 0 : in->min_hours * 60),
		     A_(in->budget_yuan == DB_NONE ? 0 : in->budget_yuan * 100),
		     A_(in->fund_source), A_(w->id), A_(q->station)));
	if (!e)
		e = db_exec(&led_q, ARGS(A_(w->led_by), A_(w->id)), NULL);
	if (!e)
		e = db_exec(&forget_q, ARGS(A_(w->id)), NULL);
	for (size_t i = 0; !e && i < in->need.n; i++)
		e = db_exec(&link_q, ARGS(A_(w->id), A_(w->needs[i])), NULL);
	return e;
}

static enum err plan_insert(void *ctx)
{
	struct writing *w = ctx;
	struct rq *q = w->q;
	enum err e = number_next(&q->actor, 'P', q->station, &w->no);
	if (!e)
		e = db_exec(&add_q,
			    ARGS(A_(w->uid), A_(w->no), A_(q->station), A_(w->in.title),
				 A_(q->staff), A_(clock_time(q->arena, q->now))),
			    &w->id);
	if (!e)
		e = plan_store(w);
	return e ? e : audit(&q->actor, "project.add", "project", w->id, NULL);
}

/* Needs are looked for once the plan is kept. */
static const char *plan_then(const struct writing *w)
{
	return str_eq(w->in.then, "needs") ? "/needs" : "";
}

enum err project_add(struct rq *q)
{
	struct writing w = { .q = q, .uid = secret_uid(q->arena) };
	enum err e = writing_read(q, &w);
	if (!e && form_given(q, "key"))
		e = form_key_uid(q, "project", &w.uid);
	if (!e && !form_ok(q))
		e = ERR_FORM;
	if (!e)
		e = db_tx(plan_insert, &w);
	/* A second click leads to the plan that the first one made. */
	if (e == ERR_DUPLICATE)
		e = db_text(&by_uid_q, ARGS(A_(w.uid), A_(q->station)), &w.no);
	return e ? e : see(q, "/project/%s%s?done=plan_made", w.no, plan_then(&w));
}

static enum err plan_update(void *ctx)
{
	struct writing *w = ctx;
	enum err e = plan_lock(w->q, w->id);
	if (!e && form_given(w->q, "had"))
		e = plan_had_still(w->q, w->id, str_or(w->in.had, ""));
	if (!e)
		e = plan_store(w);
	return e ? e : audit(&w->q->actor, "project.edit", "project", w->id, NULL);
}

enum err project_save(struct rq *q)
{
	struct plan_row p;
	enum err e = plan_read(q, &p);
	if (!e && !plan_open(&p))
		e = ERR_STALE;
	struct writing w = { .q = q, .id = p.id };
	if (!e)
		e = writing_read(q, &w);
	if (!e && !form_ok(q))
		e = ERR_FORM;
	if (!e)
		e = db_tx(plan_update, &w);
	return e ? e : see(q, "/project/%s%s?done=saved", p.no, plan_then(&w));
}
