/* show.c - one project: the plan, its needs and positions, what is missing, what may be done. */
#include "clock.h"
#include "form.h"
#include "history.h"
#include "need.h"
#include "notes.h"
#include "project.h"

#define NAMES(list, column) \
	"(SELECT GROUP_CONCAT(c.name ORDER BY c.sort SEPARATOR '\u3001') FROM code_item c " \
	"WHERE c.list = '" list "' AND FIND_IN_SET(c.code, p." column "))"

static struct stmt show_q = SQL(
	"SELECT p.id AS _id, p.no, p.title, p.regular, p.state, p.goal, p.intro, p.starts_on,"
	"       p.ends_on, p.recruit_scope, p.recruit_from, p.recruit_to, p.sign_up_how, p.place,"
	"       g.full_name AS region, p.contact_name, p.contact_phone, p.risks, p.dangerous,"
	"       p.insurance, p.agreement, p.extended, p.screening_confirmed AS screened,"
	"       " NAMES("service_category", "categories") " AS categories,"
	"       " NAMES("recipient", "recipients") " AS recipients,"
	"       " NAMES("guarantee", "guarantees") " AS guarantees,"
	"       IF(p.min_minutes = 0, NULL, p.min_minutes DIV 60) AS min_hours,"
	"       IF(p.budget_fen = 0, NULL, p.budget_fen DIV 100) AS budget_yuan,"
	"       f.name AS fund_source, w.name AS led_by,"
	"       t.name AS team, a.name AS author, b.name AS approver,"
	"       c.name AS screened_by,"
	"       p.submitted_at, p.approved_at, p.published_at, p.closed_at,"
	"       p.return_reason,"
	"       p.report, s.name AS station, s.person_in_charge"
	"  FROM project p"
	"  JOIN staff a ON a.id = p.author_id"
	"  JOIN station s ON s.id = p.station_id"
	"  LEFT JOIN staff b ON b.id = p.approver_id"
	"  LEFT JOIN staff c ON c.id = p.screened_by"
	"  LEFT JOIN region g ON g.code = p.region_code"
	"  LEFT JOIN team t ON t.id = p.team_id"
	"  LEFT JOIN person w ON w.id = p.led_by"
	"  LEFT JOIN code_item f ON f.list = 'fund_source' AND f.code = p.fund_source"
	" WHERE p.no = ?"
	"   AND p.station_id = ?");
static struct stmt needs_q = SQL(
	"SELECT n.no, n.state, c.name AS category, r.name AS target,"
	"       LEFT(n.description, 120) AS description, " NEED_SERVED " AS served_on"
	"  FROM project_need x"
	"  JOIN need n ON n.id = x.need_id"
	"  LEFT JOIN code_item c ON c.list = 'service_category' AND c.code = n.category"
	"  LEFT JOIN code_item r ON r.list = 'recipient' AND r.code = n.target_group"
	" WHERE x.project_id = ?"
	" ORDER BY n.id"
	" LIMIT 200");
static struct stmt positions_q = SQL(
	"SELECT LOWER(HEX(o.uid)) AS uid, o.title, o.wanted, o.taken, o.description, o.conditions,"
	"       o.min_age, t.no AS training_no, t.title AS training"
	"  FROM position o"
	"  LEFT JOIN training t ON t.id = o.training_id"
	" WHERE o.project_id = ?"
	" ORDER BY o.id"
	" LIMIT 60");

/* What comes next of it. */
static struct stmt activities_q = SQL(
	"SELECT a.no, a.title, a.starts_at, a.ends_at, a.place, a.planned, a.state,"
	"       COALESCE(n.roster, 0) AS roster, LOWER(HEX(s.uid)) AS series"
	"  FROM activity a"
	"  LEFT JOIN activity_count n ON n.activity_id = a.id"
	"  LEFT JOIN series s ON s.id = a.series_id"
	" WHERE a.project_id = ?"
	"   AND a.starts_at >= ?"
	"   AND a.state <> 'cancelled'"
	" ORDER BY a.starts_at, a.id"
	" LIMIT 12");

/* How far it is with the needs that it answers. */
static void put_cover(struct rq *q)
{
	int64_t done = 0, served = 0, none = 0;
	for (struct node *n = node_first(put_list(q, "Needs")); n; n = node_next(n))
		(*(str_eq(node_get(n, "state"), "done") ? &done
		   : node_get(n, "served_on")           ? &served
							: &none))++;
	if (done + served + none) {
		put_int(q, "Cover.done", done);
		put_int(q, "Cover.served", served);
		put_int(q, "Cover.none", none);
	}
}

enum err put_plan(struct rq *q)
{
	enum err e = put_one(q, "Project", &show_q, ARGS(A_(arg(q, 0)), A_(q->station)));
	int64_t id = e ? 0 : node_get_int(put_list(q, "Project"), "_id");
	if (!e)
		e = put_query(q, "Needs", &needs_q, ARGS(A_(id)));
	if (!e)
		put_cover(q);
	return e ? e : put_query(q, "Positions", &positions_q, ARGS(A_(id)));
}

enum err project_show(struct rq *q)
{
	struct plan_row p;
	enum err e = plan_read(q, &p);
	if (!e)
		e = put_plan(q);
	if (!e)
		e = put_steps(q, &p);
	if (!e)
		e = put_query(q, "Activities", &activities_q,
			      ARGS(A_(p.id), A_(clock_day(q->arena, q->now))));
	if (!e)
		e = put_notes(q, "project", p.id, p.no);
	if (!e)
		e = history_put(q, "project", p.id);
	if (e)
		return e;
	form_key(q, "project");
	if (str_in(p.state, "draft,returned,submitted,approved"))
		rules_put(q, &p);
	return page(q, "project/show.cs");
}

enum err project_print(struct rq *q)
{
	enum err e = put_plan(q);
	return e ? e : page(q, "project/print.cs");
}
