/* steps.c - what becomes of a team: decided by another than who entered it, stopped, resumed,
 * brought up. */
#include <string.h>

#include "clock.h"
#include "code.h"
#include "form.h"
#include "team.h"

static const struct move moves[] = { { "approve", "pending", "approved" },
				     { "refuse", "pending", "refused" },
				     { "stop", "approved", "stopped" },
				     { "resume", "stopped", "approved" },
				     { 0 } };
static struct stmt set_q = SQL(
	"UPDATE team"
	"   SET state = ?"
	" WHERE id = ?"
	"   AND state = ?"
	"   AND station_id = ?");
static const struct machine machine = { "team", moves, &set_q };
static struct stmt decided_q = SQL(
	"UPDATE team"
	"   SET decided_by = ?, decided_at = ?, reason = ?"
	" WHERE id = ?");
static struct stmt on_it_q = SQL(
	"SELECT COUNT(*)"
	"  FROM team_member m"
	"  JOIN staff s ON s.person_id = m.person_id"
	" WHERE s.id = ?"
	"   AND m.team_id = ?"
	"   AND m.left_at IS NULL");
static struct stmt help_q = SQL(
	"INSERT INTO team_help (team_id, kind, stage, given_on, amount_fen, words, staff_id)"
	" VALUES (?, ?, ?, ?, ?, ?, ?)");
static struct stmt reach_q = SQL(
	"UPDATE team"
	"   SET stage = ?, parent_id = ?"
	" WHERE id = ?");
/* A registered one of the station, at work. */
static struct stmt parent_q = SQL(
	"SELECT id"
	"  FROM team"
	" WHERE uid = UNHEX(?)"
	"   AND station_id = ?"
	"   AND state = 'approved'"
	"   AND kind <> '1'"
	"   AND id <> ?");

/* Codes of team_kind and team_stage. */
#define KIND_GROUP   "1"
#define STAGE_JOINED "4"

struct step {
	struct rq *q;
	struct team_row t;
	const char *verb, *reason;
};

static enum err step_taken(void *ctx)
{
	const struct step *s = ctx;
	struct rq *q = s->q;
	enum err e = move_to(&q->actor, &machine, s->verb, s->t.id, s->t.state);
	return e ? e
		 : db_change(&decided_q, ARGS(A_(q->staff), A_(clock_time(q->arena, q->now)),
					      A_(s->reason), A_(s->t.id)));
}

/* Nobody decides what is their own: what they entered, a team they are in. */
static enum err step_go(struct rq *q, const char *verb, const char *reason, const char *done)
{
	struct step s = { .q = q, .verb = verb, .reason = reason };
	int64_t on_it;
	enum err e = team_at_desk(q, &s.t);
	if (!e)
		e = db_int(&on_it_q, ARGS(A_(q->staff), A_(s.t.id)), &on_it);
	if (e)
		return e;
	if (on_it || (s.t.made_by == q->staff && str_eq(s.t.state, "pending"))) {
		form_error(q, NULL, "own_team");
		return ERR_FORM;
	}
	e = db_tx(step_taken, &s);
	return e ? e : see(q, "/team/desk/%s?done=%s", arg(q, 0), done);
}

#define REASON_IN(X, T) X(T, STR, reason, 2, 200)
FORM_DEFINE(reason_in, REASON_IN);

enum err team_approve(struct rq *q)
{
	return step_go(q, "approve", NULL, "approved");
}

enum err team_refuse(struct rq *q)
{
	struct reason_in in;
	return form_read(q, reason_in_fields, &in) ? step_go(q, "refuse", in.reason, "refused")
						   : ERR_FORM;
}

enum err team_stop(struct rq *q)
{
	struct reason_in in;
	return form_read(q, reason_in_fields, &in) ? step_go(q, "stop", in.reason, "stopped")
						   : ERR_FORM;
}

enum err team_resume(struct rq *q)
{
	return step_go(q, "resume", NULL, "approved");
}

/* Support given, or a stage reached: a line of the team's course. */
struct course {
	struct rq *q;
	struct team_row t;
	const char *kind, *stage, *day, *words;
	int64_t fen, parent;
};

static enum err course_taken(void *ctx)
{
	const struct course *c = ctx;
	struct rq *q = c->q;
	int64_t id = 0;
	enum err e = audited(&q->actor, &help_q,
			     ARGS(A_(c->t.id), A_(c->kind), A_(c->stage), A_(c->day), A_(c->fen),
				  A_(str_or(c->words, "")), A_(q->staff)),
			     c->stage ? "team.reach" : "team.help", "team_help", &id);
	return e || !c->stage
		       ? e
		       : db_exec(&reach_q, ARGS(A_(c->stage), A_(c->parent), A_(c->t.id)), NULL);
}

static enum err course_go(struct course *c, const char *done)
{
	struct rq *q = c->q;
	if (c->day && strcmp(c->day, clock_day(q->arena, q->now)) > 0)
		form_error(q, c->stage ? "reached_on" : "given_on", "future_day");
	if (!form_ok(q))
		return ERR_FORM;
	enum err e = db_tx(course_taken, c);
	return e ? e : see(q, "/team/desk/%s?done=%s", arg(q, 0), done);
}

#define HELP_IN(X, T) \
	X(T, CODE, help, 1, 1) \
	X(T, DAY, given_on, 1, 0) \
	X(T, OINT, amount_yuan, 0, 10000000) \
	X(T, STR, words, 2, 200)
FORM_DEFINE(help_in, HELP_IN);

enum err team_help(struct rq *q)
{
	struct help_in in;
	struct course c = { .q = q };
	enum err e = team_at_desk(q, &c.t);
	if (e)
		return e;
	if (!form_read(q, help_in_fields, &in))
		return ERR_FORM;
	e = code_check(q, "help", "team_help", in.help);
	if (e)
		return e;
	c.kind = in.help;
	c.day = in.given_on;
	c.words = in.words;
	c.fen = in.amount_yuan == DB_NONE ? 0 : in.amount_yuan * 100;
	return course_go(&c, "help_added");
}

#define REACH_IN(X, T) \
	X(T, CODE, stage, 1, 1) \
	X(T, DAY, reached_on, 1, 0) \
	X(T, CODE, into, 0, 32) \
	X(T, STR, how, 0, 200)
FORM_DEFINE(reach_in, REACH_IN);

/* Which organisation a group joins: it is said at that stage, and at no other. */
static enum err reach_parent(struct course *c, const struct reach_in *in)
{
	struct rq *q = c->q;
	bool joins = str_eq(in->stage, STAGE_JOINED);
	c->parent = DB_NONE;
	if (joins && !str_eq(c->t.kind, KIND_GROUP))
		form_error(q, "stage", "joins_none");
	else if (joins && !in->into)
		form_error(q, "into", "into_missing");
	else if (!joins && in->into)
		form_error(q, "into", "into_extra");
	if (!joins || !in->into)
		return OK;
	enum err e = db_int(&parent_q, ARGS(A_(in->into), A_(q->station), A_(c->t.id)), &c->parent);
	if (e == ERR_NOT_FOUND)
		form_error(q, "into", "unknown_code");
	return e == ERR_NOT_FOUND ? OK : e;
}

enum err team_reach(struct rq *q)
{
	struct reach_in in;
	struct course c = { .q = q };
	enum err e = team_at_desk(q, &c.t);
	if (e)
		return e;
	if (!form_read(q, reach_in_fields, &in))
		return ERR_FORM;
	e = code_check(q, "stage", "team_stage", in.stage);
	if (!e)
		e = reach_parent(&c, &in);
	if (e)
		return e;
	c.stage = in.stage;
	c.day = in.reached_on;
	c.words = in.how;
	return course_go(&c, "reached");
}
