/* plan.c - an activity is written down and changed, alone or out of a project; one shift on
 * one day. */
#include <stdlib.h>
#include <string.h>

#include "application.h"
#include "ask.h"
#include "clock.h"
#include "code.h"
#include "config.h"
#include "plan.h"
#include "record.h"
#include "secret.h"
#include "workday.h"
#include "worker_choice.h"

/* What lies further back than a year is no oversight any more. */
enum { PAST_DAYS = 366 };

static struct stmt project_q = SQL(
	"SELECT id"
	"  FROM project"
	" WHERE no = ?"
	"   AND station_id = ?"
	"   AND state IN ('approved', 'recruiting', 'running')");
/* What a project says already need not be typed again. */
static struct stmt from_project_q = SQL(
	"SELECT no AS project, title, place, SUBSTRING_INDEX(categories, ',', 1) AS category,"
	"       LEFT(intro, 1000) AS content, NULLIF(dangerous, 0) AS dangerous,"
	"       GREATEST(starts_on, DATE(?) + INTERVAL 1 DAY) AS day, ends_on AS until,"
	"       contact_name AS leader_name, IF(EXISTS (SELECT 1 FROM application x"
	"       WHERE x.project_id = project.id AND x.activity_id IS NULL"
	"       AND x.state = 'accepted'), 1, NULL) AS with_roster,"
	"       (SELECT v.no FROM volunteer v WHERE v.person_id = led_by) AS led_by"
	"  FROM project"
	" WHERE no = ?"
	"   AND station_id = ?");
/* The same again, a week on from then or from now. */
static struct stmt from_activity_q = SQL(
	"SELECT a.no AS copy, p.no AS project, a.title, a.category, a.content,"
	"       GREATEST(DATE(a.starts_at) + INTERVAL 7 DAY, DATE(?) + INTERVAL"
	"       (MOD(WEEKDAY(a.starts_at) - WEEKDAY(?) + 13, 7) + 1) DAY) AS day,"
	"       DATE_FORMAT(a.starts_at, '%H:%i') AS begins,"
	"       DATE_FORMAT(a.ends_at, '%H:%i') AS ends, a.place, v.no AS leader_no,"
	"       a.leader_name, a.planned, NULLIF(a.dangerous, 0) AS dangerous, a.lat, a.lng,"
	"       a.radius_m, IF(EXISTS (SELECT 1 FROM roster o WHERE o.activity_id = a.id"
	"       AND o.state = 'on'), 1, NULL) AS with_roster,"
	"       (SELECT w.no FROM volunteer w WHERE w.person_id = a.led_by) AS led_by"
	"  FROM activity a"
	"  LEFT JOIN project p ON p.id = a.project_id"
	"       AND p.state IN ('approved', 'recruiting', 'running')"
	"  LEFT JOIN volunteer v ON v.person_id = a.leader_id AND v.state = 'active'"
	" WHERE a.no = ?"
	"   AND a.station_id = ?");
static struct stmt copied_q = SQL(
	"SELECT id"
	"  FROM activity"
	" WHERE no = ?"
	"   AND station_id = ?");
static struct stmt projects_q = SQL(
	"SELECT no AS code, CONCAT(no, ' ', title) AS name"
	"  FROM project"
	" WHERE station_id = ?"
	"   AND state IN ('approved', 'recruiting', 'running')"
	" ORDER BY id DESC"
	" LIMIT 100");
static struct stmt add_q = SQL(
	"INSERT INTO activity (uid, no, station_id, project_id, series_id, team_id, title, content,"
	"       category, recipients, organiser, leader_name, leader_id, starts_at, ends_at, place,"
	"       region_code, planned, dangerous, created_by, created_at, state, record_due_on, lat,"
	"       lng, radius_m)"
	" SELECT ?, ?, s.id, p.id, ?, p.team_id, ?, ?, ?, COALESCE(p.recipients, ''), s.name,"
	"       ?, ?, ?, ?, ?, COALESCE(p.region_code, s.region_code), ?, ?, ?, ?, ?, ?, ?, ?, ?"
	"  FROM station s"
	"  LEFT JOIN project p ON p.id = ?"
	" WHERE s.id = ?");
static struct stmt save_q = SQL(
	"UPDATE activity"
	"   SET project_id = ?, title = ?, content = ?, category = ?, leader_name = ?,"
	"       leader_id = ?, starts_at = ?, ends_at = ?, place = ?, planned = ?, dangerous = ?,"
	"       lat = ?, lng = ?, radius_m = ?"
	" WHERE id = ?"
	"   AND station_id = ?"
	"   AND state = 'draft'");
static struct stmt led_q = SQL(
	"UPDATE activity"
	"   SET led_by = ?"
	" WHERE id = ?");
static struct stmt lead_q = SQL(
	"INSERT INTO roster (activity_id, person_id, station_id, role, added_by, added_at)"
	" VALUES (?, ?, ?, 'leader', ?, ?)"
	"    ON DUPLICATE KEY UPDATE role = 'leader', state = 'on'");
static struct stmt follow_q = SQL(
	"UPDATE roster"
	"   SET role = 'member'"
	" WHERE activity_id = ?"
	"   AND role = 'leader'"
	"   AND person_id <> ?");
static struct stmt show_q = SQL(
	"SELECT p.no AS project, a.title, a.category, a.content, DATE(a.starts_at) AS day,"
	"       DATE_FORMAT(a.starts_at, '%H:%i') AS begins,"
	"       DATE_FORMAT(a.ends_at, '%H:%i') AS ends, a.place, v.no AS leader_no, a.leader_name,"
	"       a.planned, NULLIF(a.dangerous, 0) AS dangerous, a.lat, a.lng, a.radius_m,"
	"       (SELECT w.no FROM volunteer w WHERE w.person_id = a.led_by) AS led_by"
	"  FROM activity a"
	"  LEFT JOIN project p ON p.id = a.project_id"
	"  LEFT JOIN volunteer v ON v.person_id = a.leader_id"
	" WHERE a.id = ?");

enum err plan_choices(struct rq *q)
{
	enum err e = put_codes(q, "Categories", "service_category");
	if (!e)
		e = put_workers(q, "Workers");
	return e ? e : put_query(q, "Projects", &projects_q, ARGS(A_(q->station)));
}

enum err plan_start(struct rq *q)
{
	const char *project = query(q, "project"), *copy = query(q, "copy");
	const char *today = clock_day(q->arena, q->now);
	if (copy)
		return put_one(q, "Form", &from_activity_q,
			       ARGS(A_(today), A_(today), A_(copy), A_(q->station)));
	if (project)
		return put_one(q, "Form", &from_project_q,
			       ARGS(A_(today), A_(project), A_(q->station)));
	return OK;
}

enum err plan_new(struct rq *q)
{
	enum err e = plan_choices(q);
	if (!e && !form_again(q))
		e = plan_start(q);
	form_key(q, "activity");
	return e ? e : page(q, "activity/plan.cs");
}

bool plan_times(struct plan *p)
{
	int64_t from, to;
	if (!clock_of_day(p->q->arena, p->in.day, p->in.begins, false, &from))
		form_error(p->q, "begins", "clock");
	else if (!clock_of_day(p->q->arena, p->in.day, p->in.ends, true, &to))
		form_error(p->q, "ends", "clock");
	else if (to <= from)
		form_error(p->q, "ends", "ends_before");
	else if (!p->in.past && from <= p->q->now)
		form_error(p->q, "day", "past");
	else if (p->in.past && (to > p->q->now || from < p->q->now - PAST_DAYS * 86400LL))
		form_error(p->q, "day", "not_past");
	else {
		p->starts = clock_time(p->q->arena, from);
		p->ends = clock_time(p->q->arena, to);
	}
	return form_ok(p->q);
}

enum err plan_leader(struct plan *p)
{
	p->leader = DB_NONE;
	p->leader_name = p->in.leader_name;
	if (p->in.leader_no) {
		enum err e = typed_no(p->q, p->in.leader_no, &p->asked);
		if (e && e != ERR_NOT_FOUND)
			return e;
		if (e || !p->asked.active) {
			form_error(p->q, "leader_no", "volunteer_unknown");
			return OK;
		}
		if (p->asked.ours)
			p->leader = p->asked.person;
		if (p->asked.ours || !p->leader_name)
			p->leader_name = p->asked.name;
		return OK;
	}
	if (!p->leader_name)
		form_error(p->q, "leader_name", "leader_needed");
	return OK;
}

/* A place on the map is whole or not given. */
static void plan_map(struct plan *p)
{
	double n;
	bool any = p->in.lat || p->in.lng || p->in.radius_m != DB_NONE;
	if (any && !near_number(p->in.lat, 3, 54, &n))
		form_error(p->q, "lat", "latitude");
	if (any && !near_number(p->in.lng, 73, 136, &n))
		form_error(p->q, "lng", "longitude");
	if (any && p->in.radius_m == DB_NONE)
		form_error(p->q, "radius_m", "required");
}

static enum err plan_copied(struct plan *p)
{
	p->copied = DB_NONE;
	enum err e = p->in.copy ? db_int(&copied_q, ARGS(A_(p->in.copy), A_(p->q->station)),
					 &p->copied)
				: OK;
	if (e == ERR_NOT_FOUND)
		form_error(p->q, "copy", "unknown_code");
	return e == ERR_NOT_FOUND ? OK : e;
}

enum err plan_words(struct plan *p)
{
	struct rq *q = p->q;
	plan_map(p);
	/* 补录 is a way of recording, not a name (Guangdong's publishing rules). */
	if (strstr(p->in.title, "补录"))
		form_error(q, "title", "title_backfill");
	enum err e = code_check(q, "category", "service_category", p->in.category);
	if (!e)
		e = plan_leader(p);
	if (!e)
		e = plan_copied(p);
	if (!e)
		e = worker_check(q, "led_by", p->in.led_by, &p->led_by);
	p->project = DB_NONE;
	if (!e && p->in.project) {
		e = db_int(&project_q, ARGS(A_(p->in.project), A_(q->station)), &p->project);
		if (e == ERR_NOT_FOUND) {
			form_error(q, "project", "unknown_code");
			e = OK;
		}
	}
	return e;
}

/* Everything that the table of fields cannot say; messages stand on the page then. */
static enum err plan_check(struct plan *p)
{
	if (!form_read(p->q, plan_in_fields, &p->in) || !plan_times(p))
		return OK;
	return plan_words(p);
}

enum err plan_lead(struct plan *p, int64_t id)
{
	enum err e = OK;
	int64_t rows;
	if (p->leader != DB_NONE)
		e = db_exec(&lead_q,
			    ARGS(A_(id), A_(p->leader), A_(p->q->station), A_(p->q->staff),
				 A_(clock_time(p->q->arena, p->q->now))),
			    NULL);
	if (!e)
		e = db_affect(&follow_q, ARGS(A_(id), A_(p->leader == DB_NONE ? 0 : p->leader)),
			      &rows);
	/* Of a series once for all of it. */
	if (!e && p->leader != DB_NONE && p->series == DB_NONE)
		e = audit(&p->q->actor, "roster.lead", "activity", id, p->asked.no);
	if (!e && p->asked.person && !p->asked.ours)
		e = ask_volunteer(&p->q->actor, p->asked.person, "leader", id, "", p->asked.no);
	return e ? e : activity_counted(id);
}

enum err plan_moved(const struct plan *p)
{
	int64_t starts = p->a.start;
	(void)clock_parse_time(p->starts, &starts);
	return applications_moved(p->a.id, p->a.start, starts);
}

/* The social worker, or none: 社工引领. */
static enum err plan_led(const struct plan *p, int64_t id)
{
	return db_exec(&led_q, ARGS(A_(p->led_by), A_(id)), NULL);
}

enum err plan_put(struct plan *p)
{
	struct rq *q = p->q;
	int64_t id;
	enum err e = number_next(&q->actor, 'A', q->station, &p->no);
	if (!e)
		e = db_exec(&add_q,
			    ARGS(A_(p->uid), A_(p->no), A_(p->series), A_(p->in.title),
				 A_(p->in.content), A_(p->in.category),
				 A_(str_or(p->leader_name, "")), A_(p->leader), A_(p->starts),
				 A_(p->ends), A_(p->in.place), A_(p->in.planned),
				 A_(p->in.dangerous), A_(q->staff),
				 A_(clock_time(q->arena, q->now)),
				 A_(p->in.past ? "recording" : "draft"), A_(p->due), A_(p->in.lat),
				 A_(p->in.lng), A_(p->in.radius_m), A_(p->project), A_(q->station)),
			    &id);
	p->id = id;
	if (!e && p->in.with_roster)
		e = p->copied != DB_NONE ? roster_copy(q, p->copied, id) : roster_take_on(q, id);
	if (!e)
		e = plan_led(p, id);
	return e ? e : plan_lead(p, id);
}

static enum err plan_insert(void *ctx)
{
	struct plan *p = ctx;
	enum err e = plan_put(p);
	return e ? e : audit(&p->q->actor, "activity.add", "activity", p->id, p->no);
}

static struct stmt same_q = SQL(
	"SELECT no"
	"  FROM activity"
	" WHERE uid = ?"
	"   AND station_id = ?");

enum err plan_add(struct rq *q)
{
	struct plan p = { .q = q, .series = DB_NONE };
	enum err e = plan_check(&p);
	if (!e && !form_ok(q))
		return ERR_FORM;
	if (!e)
		e = form_key_uid(q, "activity", &p.uid);
	if (!e && p.in.past)
		e = workday_add(q->station, p.in.day, (int)cfg.record_days, &p.due);
	if (!e)
		e = db_tx(plan_insert, &p);
	if (e == ERR_DUPLICATE)
		e = db_text(&same_q, ARGS(A_(p.uid), A_(q->station)), &p.no);
	return e ? e : see(q, "/activity/manage/%s?done=created", p.no);
}

enum err plan_edit(struct rq *q)
{
	struct act a;
	enum err e = act_here(q, &a);
	if (!e && !str_eq(a.state, "draft"))
		e = ERR_STALE;
	if (!e)
		e = plan_choices(q);
	if (!e && !form_again(q))
		e = put_one(q, "Form", &show_q, ARGS(A_(a.id)));
	put(q, "Activity.no", arg(q, 0));
	return e ? e : page(q, "activity/plan.cs");
}

static enum err plan_update(void *ctx)
{
	struct plan *p = ctx;
	struct rq *q = p->q;
	enum err e = db_change(&save_q, ARGS(A_(p->project), A_(p->in.title), A_(p->in.content),
					     A_(p->in.category), A_(str_or(p->leader_name, "")),
					     A_(p->leader), A_(p->starts), A_(p->ends),
					     A_(p->in.place), A_(p->in.planned),
					     A_(p->in.dangerous), A_(p->in.lat), A_(p->in.lng),
					     A_(p->in.radius_m), A_(p->a.id), A_(q->station)));
	if (!e)
		e = plan_moved(p);
	if (!e)
		e = plan_led(p, p->a.id);
	if (!e)
		e = plan_lead(p, p->a.id);
	return e ? e : audit(&q->actor, "activity.edit", "activity", p->a.id, p->a.no);
}

enum err plan_save(struct rq *q)
{
	struct plan p = { .q = q };
	enum err e = act_here(q, &p.a);
	if (!e && !str_eq(p.a.state, "draft"))
		e = ERR_STALE;
	if (e)
		return e;
	e = plan_check(&p);
	if (!e && !form_ok(q))
		return ERR_FORM;
	if (!e)
		e = db_tx(plan_update, &p);
	return e ? e : see(q, "/activity/manage/%s?done=saved", p.a.no);
}
