/*
 * change.c - a published activity gets another time, place, leader or content. Those who are on its
 * roster read what was changed (data/change.h); what it is and counts for stays.
 */
#include "change.h"

#include "changing.h"
#include "clock.h"
#include "config.h"
#include "safeguard.h"
#include "workday.h"

#define NOW_COLS(X, T) \
	X(T, TEXT, state, "a.state") \
	X(T, TEXT, starts, "a.starts_at") \
	X(T, TEXT, ends, "a.ends_at") \
	X(T, TEXT, place, "a.place") \
	X(T, TEXT, content, "a.content") \
	X(T, TEXT, leader, "a.leader_name")
ROW_DEFINE(now_row, NOW_COLS);
static struct stmt now_q = SQL(
	"SELECT " ROW_SELECT(NOW_COLS)
	"  FROM activity a"
	" WHERE a.id = ?"
	"   AND a.state IN ('draft', 'published')"
	"   AND a.starts_at > ?"
	"   FOR UPDATE");
static struct stmt change_q = SQL(
	"UPDATE activity"
	"   SET reminded = IF(starts_at = ?, reminded, 0), starts_at = ?, ends_at = ?, place = ?,"
	"       content = ?, leader_name = ?, leader_id = ?, planned = ?, record_due_on = ?"
	" WHERE id = ?");
static struct stmt show_q = SQL(
	"SELECT DATE(a.starts_at) AS day, DATE_FORMAT(a.starts_at, '%H:%i') AS begins,"
	"       DATE_FORMAT(a.ends_at, '%H:%i') AS ends, a.place, a.content, v.no AS leader_no,"
	"       a.leader_name, a.planned"
	"  FROM activity a"
	"  LEFT JOIN volunteer v ON v.person_id = a.leader_id"
	" WHERE a.id = ?");
static struct stmt came_q = SQL(
	"SELECT COUNT(*)"
	"  FROM attendance"
	" WHERE activity_id = ?");

/* Until it begins, and as long as nobody has checked in before the time. */
static enum err change_open(struct rq *q, struct act *a)
{
	int64_t came = 0;
	enum err e = act_here(q, a);
	if (!e && (!str_eq(a->state, "published") || a->start <= q->now))
		e = ERR(ERR_STALE, "activity is %s", a->state);
	if (!e)
		e = db_int(&came_q, ARGS(A_(a->id)), &came);
	return e ? e : came ? ERR(ERR_STALE, "somebody has checked in") : OK;
}

enum err change_form(struct rq *q)
{
	struct act a;
	enum err e = change_open(q, &a);
	if (!e)
		e = put_activity(q, a.id);
	if (!e && !form_again(q))
		e = put_one(q, "Form", &show_q, ARGS(A_(a.id)));
	return e ? e : page(q, "activity/change.cs");
}

static enum err change_tells(struct changing *c, const struct now_row *was)
{
	struct rq *q = c->q;
	const struct change all[] = {
		{ "time", NULL, arena_fmt(q->arena, "%s/%s", was->starts, was->ends),
		  arena_fmt(q->arena, "%s/%s", c->p.starts, c->p.ends) },
		{ "place", NULL, was->place, c->in.place },
		{ "content", NULL, was->content, c->in.content },
		{ "leader", NULL, was->leader, c->p.leader_name },
	};
	enum err e = OK;
	for (size_t i = 0; !e && i < sizeof(all) / sizeof(all[0]); i++)
		e = change_tell(&q->actor, "activity", c->p.a.id, &all[i]);
	return e;
}

/* Another day is another day of a policy; what was wanting before is no reason. */
static enum err change_safe(struct changing *c, const char *lacked)
{
	const char *lacks;
	enum err e = safe_roster(c->p.a.id, actor_time(&c->q->actor), &lacks);
	if (e || !lacks || lacked)
		return e;
	fault_put(c->q, "day", NULL, lacks);
	return ERR_FORM;
}

enum err change_keep(void *ctx)
{
	struct changing *c = ctx;
	struct rq *q = c->q;
	struct now_row was;
	const char *due, *lacked;
	enum err e = row_one(&now_q, ARGS(A_(c->p.a.id), A_(clock_time(q->arena, q->now))),
			     now_row_cols, &was);
	if (e == ERR_NOT_FOUND)
		e = ERR_STALE;
	if (!e)
		e = safe_roster(c->p.a.id, actor_time(&q->actor), &lacked);
	if (!e)
		e = workday_add(c->p.a.station_id, c->in.day, (int)cfg.record_days, &due);
	if (!e)
		e = db_change(&change_q,
			      ARGS(A_(c->p.starts), A_(c->p.starts), A_(c->p.ends), A_(c->in.place),
				   A_(c->in.content), A_(c->p.leader_name), A_(c->p.leader),
				   A_(c->in.planned), A_(due), A_(c->p.a.id)));
	if (!e)
		e = plan_moved(&c->p);
	if (!e && !c->leader_stays)
		e = plan_lead(&c->p, c->p.a.id);
	if (!e)
		e = change_safe(c, lacked);
	if (!e && str_eq(was.state, "published"))
		e = change_tells(c, &was);
	return e ? e : audit(&q->actor, "activity.change", "activity", c->p.a.id, c->p.a.no);
}

enum err change_save(struct rq *q)
{
	struct changing c = { .q = q, .p = { .q = q, .series = DB_NONE } };
	enum err e = change_open(q, &c.p.a);
	if (e)
		return e;
	if (form_read(q, change_in_fields, &c.in)) {
		c.p.in = (struct plan_in){ .day = c.in.day,
					   .begins = c.in.begins,
					   .ends = c.in.ends,
					   .leader_no = c.in.leader_no,
					   .leader_name = c.in.leader_name };
		(void)plan_times(&c.p);
		e = plan_leader(&c.p);
	}
	if (!e && !form_ok(q))
		e = ERR_FORM;
	if (!e)
		e = db_tx(change_keep, &c);
	if (!e)
		e = put_clashes(q, c.p.a.id, 0);
	return e ? e
		 : see(q, "/activity/manage/%s?done=%s", c.p.a.no,
		       got(q, "Clashes.0.name") ? "changed_clash" : "changed");
}
