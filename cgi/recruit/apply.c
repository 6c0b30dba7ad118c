/* apply.c - a volunteer signs up, waits for a place, withdraws, or accepts the place that became
 * free. */
#include "clock.h"
#include "form.h"
#include "may.h"
#include "secret.h"

#define APPLY_IN(X, T) X(T, CODE, position, 32, 32)
FORM_DEFINE(apply_in, APPLY_IN);

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
	struct choice_row position;
	const char *state; /* pending, or waiting when the position is full */
};

/* No mistake in the form: its page once more, as things are by now. */
static enum err apply_gone(struct rq *q, enum err (*show)(struct rq *q))
{
	reply_status(q, 409);
	return show(q);
}

/* Why not, on the notice: with how things are by now (409), or what the volunteer lacks. */
static enum err apply_refuse(struct rq *q, const struct choice_row *c, const struct why *w)
{
	for (size_t i = 0; i < w->n; i++)
		form_error_text(q, NULL, w->text[i]);
	if (!c->passed) {
		put(q, "NeedTraining.no", c->training_no);
		put(q, "NeedTraining.title", c->training_title);
		form_also(q, "NeedTraining");
	}
	return w->gone ? apply_gone(q, recruit_show) : ERR_FORM;
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
	struct may m;
	e = places_expire(q, s.notice.id);
	if (!e)
		e = may_read(q, &s.notice, in.position, &m);
	if (!e && !m.n)
		e = ERR_NOT_FOUND;
	if (e)
		return e;
	s.position = m.v[0];
	struct why w = may_position(&m, &s.position);
	if (w.n)
		return apply_refuse(q, &s.position, &w);
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
	return e || !held ? e : places_next(&s->q->actor, s->a.position);
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
