/* apply.c - a volunteer signs up, waits for a place, withdraws, or accepts the place that became
 * free. */
#include <string.h>

#include "check.h"
#include "clock.h"
#include "config.h"
#include "form.h"
#include "recruit.h"
#include "secret.h"

enum { ADULT = 18 };

#define APPLY_IN(X, T) X(T, CODE, position, 32, 32)
FORM_DEFINE(apply_in, APPLY_IN);

#define POSITION_COLS(X, T) \
	X(T, INT, id, "o.id") \
	X(T, INT, min_age, "o.min_age") \
	X(T, INT, training, "o.training_id") \
	X(T, TEXT, training_no, "t.no") \
	X(T, TEXT, training_title, "t.title")
ROW_DEFINE(position_row, POSITION_COLS);

#define VOLUNTEER_COLS(X, T) \
	X(T, TEXT, state, "v.state") \
	X(T, TEXT, birth_on, "p.birth_on") \
	X(T, INT, minutes, \
	  "COALESCE((SELECT t.minutes + t.brought_minutes " \
	  "FROM volunteer_total t WHERE t.person_id = v.person_id), 0)") \
	X(T, INT, guardian, \
	  "EXISTS (SELECT 1 FROM guardian g WHERE g.person_id = v.person_id " \
	  "AND g.consent_at IS NOT NULL AND g.ended_at IS NULL)") \
	X(T, INT, in_team, \
	  "EXISTS (SELECT 1 FROM team_member m WHERE m.person_id = v.person_id " \
	  "AND m.team_id = ? AND m.left_at IS NULL)")
ROW_DEFINE(volunteer_row, VOLUNTEER_COLS);

static struct stmt position_q = SQL(
	"SELECT " ROW_SELECT(POSITION_COLS)
	"  FROM position o"
	"  LEFT JOIN training t ON t.id = o.training_id"
	" WHERE o.uid = UNHEX(?)"
	"   AND o.project_id = ?"
	"   AND o.wanted > 0");
static struct stmt volunteer_q = SQL(
	"SELECT " ROW_SELECT(VOLUNTEER_COLS)
	"  FROM volunteer v"
	"  JOIN person p ON p.id = v.person_id"
	" WHERE v.person_id = ?");
/* Passed here, or another session that gives the same qualification, and still valid. */
static struct stmt qualified_q = SQL(
	"SELECT COUNT(*)"
	"  FROM qualification x"
	"  JOIN training t ON t.id = ?"
	" WHERE x.person_id = ?"
	"   AND (x.training_id = t.id OR x.name = t.qualifies)"
	"   AND x.withdrawn_at IS NULL"
	"   AND (x.valid_until IS NULL OR x.valid_until >= ?)");
static struct stmt state_q = SQL(
	"SELECT state"
	"  FROM project"
	" WHERE id = ?");
static struct stmt before_q = SQL(
	"SELECT " ROW_SELECT(APPLICATION_COLS)
	"  FROM application a"
	" WHERE a.position_id = ?"
	"   AND a.person_id = ?");
static struct stmt add_q = SQL(
	"INSERT INTO application (uid, station_id, project_id, position_id, person_id, state,"
	"       line_no, applied_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt again_q = SQL(
	"UPDATE application"
	"   SET line_no = ?, applied_at = ?, reason = NULL, offered_until = NULL,"
	"       withdrawn_at = NULL, decided_by = NULL, decided_at = NULL"
	" WHERE id = ?");
static struct stmt withdrawn_q = SQL(
	"UPDATE application"
	"   SET withdrawn_at = ?, line_no = NULL, offered_until = NULL"
	" WHERE id = ?");
static struct stmt in_time_q = SQL(
	"UPDATE application"
	"   SET line_no = NULL, offered_until = NULL, decided_at = ?"
	" WHERE id = ?"
	"   AND offered_until >= ?");

struct sign_up {
	struct rq *q;
	struct notice_row notice;
	struct position_row position;
	const char *state; /* pending, or waiting when the position is full */
};

static enum err apply_training(struct rq *q, const struct position_row *p)
{
	int64_t passed = 1;
	enum err e = OK;
	if (p->training != DB_NONE)
		e = db_int(&qualified_q,
			   ARGS(A_(p->training), A_(q->person), A_(clock_day(q->arena, q->now))),
			   &passed);
	if (e || passed)
		return e;
	put(q, "NeedTraining.no", p->training_no);
	put(q, "NeedTraining.title", p->training_title);
	form_also(q, "NeedTraining");
	form_error(q, NULL, "training_first");
	return OK;
}

static void apply_refuse_below(struct rq *q, const char *before, int64_t number, const char *behind)
{
	form_error_text(
		q, NULL,
		arena_fmt(q->arena, "%s %lld %s", lang(before), (long long)number, lang(behind)));
}

/* Each rule that does not hold becomes a message at the top of the notice. */
static enum err apply_rules(struct rq *q, const struct sign_up *s)
{
	struct volunteer_row v;
	const struct notice_row *n = &s->notice;
	enum err e = row_one(&volunteer_q, ARGS(A_(n->team), A_(q->person)), volunteer_row_cols,
			     &v);
	if (e)
		return e;
	int age = v.birth_on ? age_on(v.birth_on, clock_day(q->arena, q->now)) : -1;
	bool minor = age < cfg.guardian_age;
	if (str_eq(v.state, "pending_guardian") || (minor && !v.guardian))
		form_error(q, NULL, "guardian_first");
	else if (!str_eq(v.state, "active"))
		form_error(q, NULL, "not_active");
	if (s->position.min_age != DB_NONE && age < s->position.min_age)
		apply_refuse_below(q, "recruit.min_age_before", s->position.min_age,
				   "recruit.min_age_after");
	if (n->dangerous && age < ADULT)
		form_error(q, NULL, "adults_only");
	if (v.minutes < n->min_minutes)
		apply_refuse_below(q, "recruit.min_hours_before", n->min_minutes / 60,
				   "recruit.min_hours_after");
	if (str_eq(n->scope, "team") && !v.in_team)
		form_error(q, NULL, "team_only");
	if (str_eq(n->scope, "invite"))
		form_error(q, NULL, "invite_only");
	return apply_training(q, &s->position);
}

static enum err apply_store(struct sign_up *s, int64_t line_no)
{
	struct rq *q = s->q;
	struct application_row a;
	const char *now = clock_time(q->arena, q->now);
	bool waits = str_eq(s->state, "waiting");
	int64_t id, me = q->person;
	enum err e = row_one(&before_q, ARGS(A_(s->position.id), A_(me)), application_row_cols, &a);
	if (e == ERR_NOT_FOUND) {
		e = db_exec(&add_q,
			    ARGS(A_(secret_uid(q->arena)), A_(s->notice.station), A_(s->notice.id),
				 A_(s->position.id), A_(me), A_(s->state), A_(line_no), A_(now)),
			    &id);
		return e ? e : audit(&q->actor, "application.add", "application", id, s->state);
	}
	if (e)
		return e;
	if (!str_in(a.state, "withdrawn,refused"))
		return ERR_DUPLICATE;
	/* Who withdrew may come back; who was refused may not. */
	e = application_move(&q->actor, &a, waits ? "line_up" : "again");
	return e ? e : db_change(&again_q, ARGS(A_(line_no), A_(now), A_(a.id)));
}

static enum err apply_take(void *ctx)
{
	struct sign_up *s = ctx;
	const char *state;
	int64_t left, last;
	enum err e = position_lock(s->position.id);
	if (!e)
		e = db_text(&state_q, ARGS(A_(s->notice.id)), &state);
	if (!e && !str_eq(state, "recruiting"))
		e = ERR_STALE;
	if (!e)
		e = position_left(s->position.id, &left);
	if (!e)
		e = places_waiting(s->position.id, &last);
	if (e)
		return e;
	bool waits = left <= 0 || last > 0;
	s->state = waits ? "waiting" : "pending";
	return apply_store(s, waits ? last + 1 : DB_NONE);
}

static enum err apply_thanks(struct rq *q, const char *state)
{
	const char *done = str_eq(state, "waiting") ? "lined_up" : "applied";
	return see(q, "/recruit/%s?done=%s", arg(q, 0), done);
}

/* The same click twice gets the same answer; another position of the project does not go. */
static enum err apply_again(struct rq *q, const struct sign_up *s)
{
	struct application_row a;
	enum err e = application_live(s->notice.id, q->person, &a);
	if (e)
		return e == ERR_NOT_FOUND ? ERR_RETRY : e;
	if (a.position == s->position.id)
		return apply_thanks(q, a.state);
	form_error(q, NULL, "one_position");
	return ERR_FORM;
}

enum err recruit_apply(struct rq *q)
{
	struct apply_in in;
	struct sign_up s = { .q = q };
	enum err e = notice_read(q, &s.notice);
	if (e)
		return e;
	if (!form_read(q, apply_in_fields, &in))
		return ERR_FORM;
	e = row_one(&position_q, ARGS(A_(in.position), A_(s.notice.id)), position_row_cols,
		    &s.position);
	if (!e && !notice_open(q, &s.notice))
		e = ERR_STALE;
	if (!e)
		e = places_expire(q, s.notice.id);
	if (!e)
		e = apply_rules(q, &s);
	if (e)
		return e;
	if (!form_ok(q))
		return ERR_FORM;
	e = db_tx(apply_take, &s);
	if (e == ERR_DUPLICATE)
		return apply_again(q, &s);
	return e ? e : apply_thanks(q, s.state);
}

struct application_step {
	struct rq *q;
	struct application_row a;
};

static enum err application_withdraw(void *ctx)
{
	struct application_step *s = ctx;
	bool held = str_in(s->a.state, "accepted,offered");
	const char *now = clock_time(s->q->arena, s->q->now);
	enum err e = position_lock(s->a.position);
	if (!e)
		e = application_move(&s->q->actor, &s->a, "withdraw");
	if (!e)
		e = db_change(&withdrawn_q, ARGS(A_(now), A_(s->a.id)));
	if (!e && held)
		e = position_give(s->a.position);
	return e || !held ? e : places_next(s->q, s->a.position);
}

static enum err application_take(void *ctx)
{
	struct application_step *s = ctx;
	const char *now = clock_time(s->q->arena, s->q->now);
	enum err e = db_change(&in_time_q, ARGS(A_(now), A_(s->a.id), A_(now)));
	return e ? e : application_move(&s->q->actor, &s->a, "take");
}

/* The viewer's own application in this project, while the project lives. */
static enum err application_mine(struct rq *q, struct application_step *s)
{
	struct notice_row n;
	s->q = q;
	enum err e = notice_read(q, &n);
	if (e)
		return e;
	if (!notice_alive(&n))
		return ERR_STALE;
	e = places_expire(q, n.id);
	if (!e)
		e = application_live(n.id, q->person, &s->a);
	return e == ERR_NOT_FOUND ? ERR_STALE : e;
}

enum err recruit_withdraw(struct rq *q)
{
	struct application_step s;
	enum err e = application_mine(q, &s);
	if (!e)
		e = db_tx(application_withdraw, &s);
	return e ? e : see(q, "/recruit/%s?done=left", arg(q, 0));
}

enum err recruit_accept(struct rq *q)
{
	struct application_step s;
	enum err e = application_mine(q, &s);
	if (!e && !str_eq(s.a.state, "offered"))
		e = ERR_STALE;
	if (!e)
		e = db_tx(application_take, &s);
	return e ? e : see(q, "/recruit/%s?done=taken", arg(q, 0));
}
