/* plan_form.c - the form of a plan: what may be ticked, and what stands in it when it is opened:
 * chosen needs for a new one, its own words for one that is written on. */
#include <string.h>

#include "clock.h"
#include "code.h"
#include "form.h"
#include "project.h"
#include "region_choice.h"
#include "worker_choice.h"

/* What may be ticked: verified needs, and those of this plan. */
static struct stmt needs_q = SQL(
	"SELECT n.no AS code, CONCAT(n.no, ' ', c.name,"
	"       IF(r.name IS NULL, '', CONCAT(' · ', r.name)), '：',"
	"       LEFT(n.description, 60)) AS name"
	"  FROM ((SELECT id FROM need WHERE station_id = ? AND state = 'verified'"
	"       ORDER BY id DESC LIMIT 60) UNION"
	"       (SELECT need_id FROM project_need WHERE project_id = ?)) x"
	"  JOIN need n ON n.id = x.id"
	"  LEFT JOIN code_item c ON c.list = 'service_category' AND c.code = n.category"
	"  LEFT JOIN code_item r ON r.list = 'recipient' AND r.code = n.target_group"
	" ORDER BY n.id DESC"
	" LIMIT 60");
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

/* Those already chosen stand first: the box shows few at a time. */
static enum err put_plan_needs(struct rq *q, int64_t plan)
{
	struct node *all = put_list(q, "_Needs");
	enum err e = node_query(all, &needs_q, ARGS(A_(q->station), A_(plan)));
	for (int pass = 0; !e && pass < 2; pass++)
		for (struct node *n = node_first(all); n; n = node_next(n)) {
			if (form_ticked(q, "need", node_get(n, "code")) != (pass == 0))
				continue;
			struct node *to = node_item(put_list(q, "Needs"));
			node_set(to, "code", node_get(n, "code"));
			node_set(to, "name", node_get(n, "name"));
		}
	return e;
}

static enum err put_plan_choices(struct rq *q, int64_t plan)
{
	enum err e = put_plan_needs(q, plan);
	if (!e)
		e = put_region_choice(q, "region_code", "Regions");
	if (!e)
		e = put_query(q, "Teams", &teams_q, ARGS(A_(q->station)));
	if (!e)
		e = put_codes(q, "Categories", "service_category");
	if (!e)
		e = put_codes(q, "Recipients", "recipient");
	if (!e)
		e = put_codes(q, "Guarantees", "guarantee");
	if (!e)
		e = put_workers(q, "Workers");
	return e ? e : put_codes(q, "FundSources", "fund_source");
}

static enum err plan_page(struct rq *q, int64_t plan)
{
	enum err e = put_plan_choices(q, plan);
	if (e)
		return e;
	if (!plan)
		form_key(q, "project");
	return page(q, "project/edit.cs");
}

/* ?need=N1&need=N2 from the ledger: ticked, and with them their categories and recipients. */
static enum err plan_from_needs(struct rq *q)
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
		form_tick(q, "need", f->value);
		form_tick(q, "categories", node_get(n, "category"));
		form_tick(q, "recipients", node_get(n, "target_group"));
	}
	return OK;
}

/* A new plan starts with what the station knows. */
static enum err put_plan_start(struct rq *q)
{
	enum err e = plan_from_needs(q);
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
	return OK;
}

enum err project_new(struct rq *q)
{
	enum err e = form_again(q) ? OK : put_plan_start(q);
	return e ? e : plan_page(q, 0);
}

static enum err put_plan_form(struct rq *q, const struct plan_row *p)
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
		{ "agreement", p->agreement ? "1" : NULL },
		{ "contact_name", p->contact_name },
		{ "contact_phone", p->contact_phone },
		{ "fund_source", p->fund_source },
		{ "led_by", p->led_by },
		{ "dangerous", p->dangerous ? "1" : NULL },
		{ "regular", p->regular ? "1" : NULL },
	};
	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
		put(q, arena_fmt(q->arena, "Form.%s", fields[i].name), fields[i].value);
	put_int(q, "Form.min_hours", p->min_minutes ? p->min_minutes / 60 : DB_NONE);
	put_int(q, "Form.budget_yuan", p->budget_fen ? p->budget_fen / 100 : DB_NONE);
	form_tick(q, "categories", p->categories);
	form_tick(q, "recipients", p->recipients);
	form_tick(q, "guarantees", p->guarantees);
	enum err e = put_query(q, "_Mine", &mine_q, ARGS(A_(p->id)));
	for (struct node *n = e ? NULL : node_first(put_list(q, "_Mine")); n; n = node_next(n))
		form_tick(q, "need", node_get(n, "no"));
	return e;
}

enum err project_edit(struct rq *q)
{
	struct plan_row p;
	enum err e = plan_read(q, &p);
	if (!e && !plan_open(&p))
		e = ERR_STALE;
	if (!e && !form_again(q))
		e = put_plan_form(q, &p);
	if (e)
		return e;
	put(q, "No", p.no);
	return plan_page(q, p.id);
}
