/* roster_join.c - who is asked by a station that is not theirs says yes or no. */
#include "application.h"
#include "ask.h"
#include "clock.h"
#include "duty.h"
#include "roster.h"
#include "safeguard.h"

static struct stmt led_q = SQL(
	"UPDATE activity a"
	"  JOIN person p ON p.id = ?"
	"   SET a.leader_id = p.id, a.leader_name = p.name"
	" WHERE a.id = ?"
	"   AND a.leader_id IS NULL");
static struct stmt lead_q = SQL(
	"UPDATE roster"
	"   SET role = 'leader'"
	" WHERE activity_id = ?"
	"   AND person_id = ?");

struct joining {
	struct rq *q;
	struct act a;
	bool yes;
	const char *duty;
	const char *lacks;
};

/* They came by themselves: nobody of the staff added them. Whoever is asked for both comes and
 * leads. ERR_STALE: it is over, or called off. ERR_CHECK: they lack something (safeguard.h), and
 * the question stays open. */
static enum err roster_join(void *ctx)
{
	struct joining *j = ctx;
	j->lacks = NULL;
	struct rq *q = j->q;
	const struct act *a = &j->a;
	int64_t by, me = q->person, rows;
	bool guarded = false;
	struct duty_clash clash = { .no = NULL };
	enum err lead = ask_answered(&q->actor, "leader", a->id, j->yes, &j->duty, &by);
	if (lead && lead != ERR_NOT_FOUND)
		return lead;
	enum err e = ask_answered(&q->actor, "roster", a->id, j->yes, &j->duty, &by);
	if (e == ERR_NOT_FOUND && !lead)
		e = OK;
	if (e || !j->yes)
		return e;
	if (!str_in(a->state, "draft,published,running") || a->end <= q->now)
		return ERR(ERR_STALE, "activity is %s", a->state);
	e = safe(&(struct safe_ask){ .activity = a->id,
				     .person = me,
				     .at = clock_time(q->arena, q->now) },
		 &j->lacks);
	if (!e)
		e = safe_guarded(me, clock_day(q->arena, q->now), &guarded);
	if (!e && !guarded)
		j->lacks = "guardian";
	/* At two places at a time is nobody; their page says which one it is. */
	if (!e && !j->lacks)
		e = duty_clash(me, a->id, &clash);
	if (!e && clash.no)
		j->lacks = "clash";
	if (!e && j->lacks)
		e = ERR(ERR_CHECK, "%s", j->lacks);
	if (!e)
		e = roster_come(q, a, j->duty);
	if (e == ERR_CHECK && !j->lacks)
		j->lacks = "full";
	if (!e && !lead)
		e = db_affect(&led_q, ARGS(A_(me), A_(a->id)), &rows);
	if (!e && !lead)
		e = db_affect(&lead_q, ARGS(A_(a->id), A_(me)), &rows);
	return e;
}

static enum err roster_answer(struct rq *q, bool yes)
{
	struct joining j = { .q = q, .yes = yes };
	enum err e = act_any(arg(q, 0), &j.a);
	if (!e)
		e = db_tx(roster_join, &j);
	if (e == ERR_CHECK && j.lacks)
		return see(q, "/account/me?done=ask_%s", j.lacks);
	return e ? e : see(q, "/account/me?done=%s", yes ? "ask_accepted" : "ask_declined");
}

enum err ask_join(struct rq *q)
{
	return roster_answer(q, true);
}

enum err ask_decline(struct rq *q)
{
	return roster_answer(q, false);
}
