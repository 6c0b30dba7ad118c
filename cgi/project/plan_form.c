/* plan_form.c - the form of a plan: what may be ticked, and what stands in it when it is opened:
 * chosen needs for a new one, its own words for one that is written on. */
#include <string.h>

#include "clock.h"
#include "code.h"
#include "form.h"
#include "need.h"
#include "project.h"
#include "region_choice.h"
#include "worker_choice.h"

/* What may be ticked: the last verified needs, those of this plan, and those that are chosen. */
static struct stmt needs_q = SQL(
	"SELECT n.no AS code, CONCAT(n.no, ' ', c.name,"
	"       IF(r.name IS NULL, '', CONCAT(' · ', r.name)), '：',"
	"       LEFT(n.description, 60)) AS name"
	"  FROM ((SELECT id FROM need WHERE station_id = ? AND state = 'verified'"
	"       ORDER BY id DESC LIMIT 12) UNION"
	"       (SELECT need_id FROM project_need WHERE project_id = ?) UNION"
	"       (SELECT m.id FROM JSON_TABLE(?, '$[*]' COLUMNS (no VARCHAR(24) CHARACTER SET"
	"       utf8mb4 COLLATE utf8mb4_bin PATH '$')) j"
	"       JOIN need m ON m.no = j.no AND m.station_id = ?)) x"
	"  JOIN need n ON n.id = x.id"
	"  LEFT JOIN code_item c ON c.list = 'service_category' AND c.code = n.category"
	"  LEFT JOIN code_item r ON r.list = 'recipient' AND r.code = n.target_group"
	" ORDER BY n.id DESC"
	" LIMIT 220");
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

/* The numbers that are ticked, as an array; what is no number has no row anyway. */
static const char *ticked_needs(struct rq *q)
{
	struct numbers all = { 0 };
	struct node *n = node_first(node_child(put_list(q, "Form"), "need"));
	for (; n; n = node_next(n))
		(void)numbers_add(q->arena, &all, node_value(n));
	return arena_fmt(q->arena, "[%s]", str_or(all.json, ""));
}

/* Those already chosen stand first: the box shows few at a time. */
static enum err put_plan_needs(struct rq *q, int64_t plan)
{
	struct node *all = put_list(q, "_Needs");
	enum err e = node_query(
		all, &needs_q, ARGS(A_(q->station), A_(plan), A_(ticked_needs(q)), A_(q->station)));
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
	return got(q, "Stale") ? page_status(q, 409, "project/edit.cs")
			       : page(q, "project/edit.cs");
}

/* A new plan starts with what the station knows. */
static enum err put_plan_start(struct rq *q)
{
	enum err e = put_chosen(q);
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
	return put_plan_had(q, p->id);
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
