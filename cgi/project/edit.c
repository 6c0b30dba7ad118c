/* edit.c - writing a plan: out of chosen needs, and again while it is a draft or was returned. */
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "code.h"
#include "form.h"
#include "project.h"
#include "secret.h"

#define PLAN_IN(X, T) \
	X(T, STR, title, 2, 50) \
	X(T, LIST, need, 0, 50) \
	X(T, TEXT, goal, 0, 500) \
	X(T, TEXT, intro, 0, 5000) \
	X(T, LIST, categories, 0, 4) \
	X(T, LIST, recipients, 0, 13) \
	X(T, DAY, starts_on, 0, 0) \
	X(T, DAY, ends_on, 0, 0) \
	X(T, CODE, region_code, 0, 12) \
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
	X(T, NAME, contact_name, 0, 60) \
	X(T, PHONE, contact_phone, 0, 20) \
	X(T, OINT, budget_yuan, 0, 100000000) \
	X(T, CODE, fund_source, 0, 2)
FORM_DEFINE(plan_in, PLAN_IN);

/* What may be ticked: verified needs, and those of this plan. */
static struct stmt needs_q = SQL(
	"SELECT n.no AS code, CONCAT(n.no, ' ', c.name,"
	"       IF(r.name IS NULL, '', CONCAT(' · ', r.name)), '：',"
	"       LEFT(n.description, 60)) AS name"
	"  FROM need n"
	"  LEFT JOIN code_item c ON c.list = 'service_category' AND c.code = n.category"
	"  LEFT JOIN code_item r ON r.list = 'recipient' AND r.code = n.target_group"
	" WHERE n.station_id = ?"
	"   AND (n.state = 'verified' OR EXISTS (SELECT 1 FROM project_need x"
	"       WHERE x.need_id = n.id AND x.project_id = ?))"
	" ORDER BY n.id DESC"
	" LIMIT 60");
static struct stmt regions_q = SQL(
	"SELECT r.code, r.name"
	"  FROM region r"
	"  JOIN station s ON s.id = ?"
	" WHERE r.level >= 4"
	"   AND (r.parent_code = LEFT(s.region_code, 6) OR r.code = s.region_code"
	"       OR r.parent_code = s.region_code)"
	" ORDER BY r.code"
	" LIMIT 100");
static struct stmt teams_q = SQL(
	"SELECT LOWER(HEX(uid)) AS code, name"
	"  FROM team"
	" WHERE station_id = ?"
	"   AND state = 'approved'"
	" ORDER BY name"
	" LIMIT 100");
static struct stmt station_q = SQL(
	"SELECT region_code, phone"
	"  FROM station"
	" WHERE id = ?");
static struct stmt region_known_q = SQL(
	"SELECT COUNT(*)"
	"  FROM region"
	" WHERE code = ?");
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
static struct stmt of_need_q = SQL(
	"SELECT category, target_group"
	"  FROM need"
	" WHERE no = ?"
	"   AND station_id = ?"
	"   AND state = 'verified'");
static struct stmt mine_q = SQL(
	"SELECT n.no"
	"  FROM project_need x"
	"  JOIN need n ON n.id = x.need_id"
	" WHERE x.project_id = ?"
	" ORDER BY n.id"
	" LIMIT 60");

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
	"   SET title = ?, goal = ?, intro = ?, categories = ?, recipients = ?, guarantees = ?,"
	"       starts_on = ?, ends_on = ?, recruit_scope = ?, team_id = ?, recruit_from = ?,"
	"       recruit_to = ?, sign_up_how = ?, place = ?, region_code = ?, contact_name = ?,"
	"       contact_phone = ?, risks = ?, dangerous = ?, insurance = ?, min_minutes = ?,"
	"       budget_fen = ?, fund_source = ?"
	" WHERE id = ?"
	"   AND station_id = ?"
	"   AND state IN ('draft', 'returned')");
static struct stmt forget_q = SQL(
	"DELETE FROM project_need"
	" WHERE project_id = ?");
static struct stmt link_q = SQL(
	"INSERT INTO project_need (project_id, need_id)"
	" VALUES (?, ?)");

static bool ticked(struct rq *q, const char *field, const char *code)
{
	struct node *n = node_first(node_child(put_list(q, "Form"), field));
	while (n && !str_eq(node_value(n), code))
		n = node_next(n);
	return n;
}

/* Those already chosen stand first: the box shows few at a time. */
static enum err put_needs(struct rq *q, int64_t plan)
{
	struct node *all = put_list(q, "_Needs");
	enum err e = node_query(all, &needs_q, ARGS(A_(q->station), A_(plan)));
	for (int pass = 0; !e && pass < 2; pass++)
		for (struct node *n = node_first(all); n; n = node_next(n)) {
			if (ticked(q, "need", node_get(n, "code")) != (pass == 0))
				continue;
			struct node *to = node_item(put_list(q, "Needs"));
			node_set(to, "code", node_get(n, "code"));
			node_set(to, "name", node_get(n, "name"));
		}
	return e;
}

static enum err put_choices(struct rq *q, int64_t plan)
{
	enum err e = put_needs(q, plan);
	if (!e)
		e = put_query(q, "Regions", &regions_q, ARGS(A_(q->station)));
	if (!e)
		e = put_query(q, "Teams", &teams_q, ARGS(A_(q->station)));
	if (!e)
		e = put_codes(q, "Categories", "service_category");
	if (!e)
		e = put_codes(q, "Recipients", "recipient");
	if (!e)
		e = put_codes(q, "Guarantees", "guarantee");
	return e ? e : put_codes(q, "FundSources", "fund_source");
}

static enum err form_page(struct rq *q, int64_t plan)
{
	enum err e = put_choices(q, plan);
	if (e)
		return e;
	if (!plan)
		form_key(q, "project");
	return page(q, "project/edit.cs");
}

/* One more ticked value of a field, once. */
static void tick(struct rq *q, const char *field, const char *code)
{
	struct node *list = node_child(put_list(q, "Form"), field);
	size_t i = 0;
	if (!code || ticked(q, field, code))
		return;
	for (struct node *n = node_first(list); n; n = node_next(n))
		i++;
	node_set(list, arena_fmt(q->arena, "%zu", i), code);
}

static void tick_all(struct rq *q, const char *field, const char *codes)
{
	while (codes && *codes) {
		size_t n = strcspn(codes, ",");
		tick(q, field, arena_dup(q->arena, codes, n));
		codes += n + (codes[n] == ',');
	}
}

/* ?need=N1&need=N2 from the ledger: ticked, and with them their categories and recipients. */
static enum err take_needs(struct rq *q)
{
	for (size_t i = 0; i < q->query.n; i++) {
		const struct field *f = &q->query.v[i];
		if (!str_eq(f->name, "need"))
			continue;
		struct node *n = put_list(q, arena_fmt(q->arena, "_Of%zu", i));
		enum err e = node_query(n, &of_need_q, ARGS(A_(f->value), A_(q->station)));
		if (e)
			return e;
		if (!(n = node_first(n)))
			return ERR_NOT_FOUND;
		tick(q, "need", f->value);
		tick(q, "categories", node_get(n, "category"));
		tick(q, "recipients", node_get(n, "target_group"));
	}
	return OK;
}

enum err project_new(struct rq *q)
{
	enum err e = take_needs(q);
	if (!e)
		e = put_one(q, "_Station", &station_q, ARGS(A_(q->station)));
	if (e)
		return e;
	struct node *s = put_list(q, "_Station");
	put(q, "Form.region_code", node_get(s, "region_code"));
	put(q, "Form.contact_phone", node_get(s, "phone"));
	put(q, "Form.contact_name", q->who.name);
	put(q, "Form.sign_up_how", lang("project.sign_up_default"));
	put(q, "Form.recruit_scope", "public");
	return form_page(q, 0);
}

/* What is to be stored, with codes looked up. */
struct writing {
	struct rq *q;
	struct plan_in in;
	int64_t id; /* 0: new */
	const char *no;
	struct bytes uid;
	const char *categories, *recipients, *guarantees;
	int64_t team, needs[50];
};

static enum err look_up_needs(struct writing *w)
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

static enum err look_up_place(struct writing *w)
{
	struct rq *q = w->q;
	int64_t known = 1;
	enum err e = OK;
	if (w->in.region_code)
		e = db_int(&region_known_q, ARGS(A_(w->in.region_code)), &known);
	if (!e && !known)
		form_error(q, "region_code", "unknown_code");
	if (!e && w->in.recruit_scope && !str_in(w->in.recruit_scope, "public,team"))
		form_error(q, "recruit_scope", "unknown_code");
	w->team = DB_NONE;
	if (e || !w->in.team)
		return e;
	e = db_int(&team_id_q, ARGS(A_(w->in.team), A_(q->station)), &w->team);
	if (e == ERR_NOT_FOUND)
		form_error(q, "team", "unknown_code");
	return e == ERR_NOT_FOUND ? OK : e;
}

static enum err look_up(struct writing *w)
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
		e = look_up_place(w);
	return e ? e : look_up_needs(w);
}

/* Fills *w from the form, or leaves messages: those of the field table, of code lists, and of the
 * rules that a draft keeps. */
static enum err read_plan(struct rq *q, struct writing *w)
{
	const struct plan_in *in = &w->in;
	if (!form_read(q, plan_in_fields, &w->in))
		return OK;
	enum err e = look_up(w);
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

static enum err store(struct writing *w)
{
	struct rq *q = w->q;
	const struct plan_in *in = &w->in;
	enum err e = db_change(
		&save_q,
		ARGS(A_(in->title), A_(str_or(in->goal, "")), A_(str_or(in->intro, "")),
		     A_(w->categories), A_(w->recipients), A_(w->guarantees), A_(in->starts_on),
		     A_(in->ends_on), A_(str_or(in->recruit_scope, "public")), A_(w->team),
		     A_(in->recruit_from), A_(in->recruit_to), A_(str_or(in->sign_up_how, "")),
		     A_(str_or(in->place, "")), A_(in->region_code),
		     A_(str_or(in->contact_name, "")), A_(str_or(in->contact_phone, "")),
		     A_(str_or(in->risks, "")), A_(in->dangerous), A_(str_or(in->insurance, "")),
		     A_(in->min_hours == DB_NONE ? 0 : in->min_hours * 60),
		     A_(in->budget_yuan == DB_NONE ? 0 : in->budget_yuan * 100),
		     A_(in->fund_source), A_(w->id), A_(q->station)));
	if (!e)
		e = db_exec(&forget_q, ARGS(A_(w->id)), NULL);
	for (size_t i = 0; !e && i < in->need.n; i++)
		e = db_exec(&link_q, ARGS(A_(w->id), A_(w->needs[i])), NULL);
	return e;
}

static enum err add(void *ctx)
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
		e = store(w);
	return e ? e : audit(&q->actor, "project.add", "project", w->id, NULL);
}

enum err project_add(struct rq *q)
{
	struct writing w = { .q = q, .uid = secret_uid(q->arena) };
	enum err e = read_plan(q, &w);
	if (!e && body_field(q, "key"))
		e = form_key_uid(q, "project", &w.uid);
	if (e)
		return e;
	if (!form_ok(q))
		return form_page(q, 0);
	e = db_tx(add, &w);
	/* A second click leads to the plan that the first one made. */
	if (e == ERR_DUPLICATE)
		e = db_text(&by_uid_q, ARGS(A_(w.uid), A_(q->station)), &w.no);
	return e ? e : see(q, "/project/%s?done=plan_made", w.no);
}

static void put_form(struct rq *q, const struct plan_row *p)
{
	const struct {
		const char *name, *value;
	} fields[] = {
		{ "title", p->title },
		{ "goal", p->goal },
		{ "intro", p->intro },
		{ "starts_on", p->starts_on },
		{ "ends_on", p->ends_on },
		{ "region_code", p->region_code },
		{ "place", p->place },
		{ "recruit_scope", p->recruit_scope },
		{ "team", p->team },
		{ "recruit_from", p->recruit_from },
		{ "recruit_to", p->recruit_to },
		{ "sign_up_how", p->sign_up_how },
		{ "risks", p->risks },
		{ "insurance", p->insurance },
		{ "contact_name", p->contact_name },
		{ "contact_phone", p->contact_phone },
		{ "fund_source", p->fund_source },
		{ "dangerous", p->dangerous ? "1" : NULL },
	};
	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
		put(q, arena_fmt(q->arena, "Form.%s", fields[i].name), fields[i].value);
	put_int(q, "Form.min_hours", p->min_minutes ? p->min_minutes / 60 : DB_NONE);
	put_int(q, "Form.budget_yuan", p->budget_fen ? p->budget_fen / 100 : DB_NONE);
	tick_all(q, "categories", p->categories);
	tick_all(q, "recipients", p->recipients);
	tick_all(q, "guarantees", p->guarantees);
}

enum err project_edit(struct rq *q)
{
	struct plan_row p;
	enum err e = plan_read(q, &p);
	if (!e && !plan_open(&p))
		e = ERR_STALE;
	if (!e)
		e = put_query(q, "_Mine", &mine_q, ARGS(A_(p.id)));
	if (e)
		return e;
	for (struct node *n = node_first(put_list(q, "_Mine")); n; n = node_next(n))
		tick(q, "need", node_get(n, "no"));
	put_form(q, &p);
	put(q, "No", p.no);
	return form_page(q, p.id);
}

static enum err save(void *ctx)
{
	struct writing *w = ctx;
	enum err e = store(w);
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
		e = read_plan(q, &w);
	if (e)
		return e;
	put(q, "No", p.no);
	if (!form_ok(q))
		return form_page(q, p.id);
	e = db_tx(save, &w);
	return e ? e : see(q, "/project/%s?done=saved", p.no);
}
