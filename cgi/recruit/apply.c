/* apply.c - a volunteer signs up for a project, waits for a place, withdraws, or accepts the place
 * that became free. */
#include "code.h"
#include "form.h"
#include "shift.h"

#define APPLY_IN(X, T) X(T, CODE, position, 32, 32)
FORM_DEFINE(apply_in, APPLY_IN);

/* No mistake in the form: its page once more, as things are by now. */
static enum err apply_gone(struct rq *q, enum err (*show)(struct rq *q))
{
	reply_status(q, 409);
	return show(q);
}

/* Why not, on the notice: with how things are by now (409), or what the volunteer lacks. */
enum err apply_refuse(struct rq *q, const struct choice_row *c, const struct why *w,
		      enum err (*show)(struct rq *q))
{
	for (size_t i = 0; i < w->n; i++)
		form_error_text(q, NULL, w->text[i]);
	if (!c->passed) {
		put(q, "NeedTraining.no", c->training_no);
		put(q, "NeedTraining.title", c->training_title);
		form_also(q, "NeedTraining");
	}
	return w->gone ? apply_gone(q, show) : ERR_FORM;
}

const char *apply_done(const char *state)
{
	return str_eq(state, "waiting")    ? "lined_up"
	       : str_eq(state, "accepted") ? "got"
					   : "applied";
}

static enum err apply_thanks(struct rq *q, const char *state)
{
	return see(q, "/recruit/%s?done=%s", arg(q, 0), apply_done(state));
}

/* The same click twice gets the same answer; another position of the project does not go. */
static enum err apply_again(struct rq *q, const struct sign_up *s)
{
	struct application_row a;
	enum err e = application_live(s->notice->id, q->person, &a);
	if (e)
		return e == ERR_NOT_FOUND ? ERR_RETRY : e;
	if (a.position == s->seat.position)
		return apply_thanks(q, a.state);
	form_error(q, NULL, "one_position");
	return ERR_FORM;
}

enum err recruit_apply(struct rq *q)
{
	struct apply_in in;
	struct notice_row n;
	struct may m;
	enum err e = notice_read(q, &n);
	if (e)
		return e;
	if (!form_read(q, apply_in_fields, &in))
		return ERR_FORM;
	e = offers_end_project(&q->actor, n.id);
	if (!e)
		e = may_read(q, &n, NULL, in.position, &m);
	if (!e && !m.n)
		e = ERR_NOT_FOUND;
	if (e)
		return e;
	struct why w = may_position(&m, &m.v[0]);
	if (w.n)
		return apply_refuse(q, &m.v[0], &w, recruit_show);
	struct sign_up s = { .q = q,
			     .notice = &n,
			     .seat = { m.v[0].id, DB_NONE },
			     .mode = m.v[0].mode,
			     .person = q->person };
	e = sign_up(&s);
	if (e == ERR_DUPLICATE)
		return apply_again(q, &s);
	if (e == ERR_CHECK && s.lacks)
		return sign_refuse(q, &s);
	return e ? e : apply_thanks(q, s.state);
}

/* The viewer's own application in this project, while the project lives. */
static enum err application_mine(struct rq *q, struct application_row *a)
{
	struct notice_row n;
	enum err e = notice_read(q, &n);
	if (e)
		return e;
	if (!notice_alive(&n))
		return ERR_STALE;
	e = offers_end_project(&q->actor, n.id);
	if (!e)
		e = application_live(n.id, q->person, a);
	return e == ERR_NOT_FOUND ? ERR_STALE : e;
}

static struct stmt asked_q = SQL(
	"SELECT p.no, p.title, o.title AS position, a.state"
	"  FROM application a"
	"  JOIN project p ON p.id = a.project_id"
	"  JOIN position o ON o.id = a.position_id"
	" WHERE a.id = ?");

/* Asked once, on a page that says what is lost. */
enum err recruit_leave(struct rq *q)
{
	struct application_row a;
	enum err e = application_mine(q, &a);
	if (!e)
		e = put_one(q, "Leave", &asked_q, ARGS(A_(a.id)));
	if (!e)
		e = put_station(q, a.station);
	put(q, "Leave.back", arena_fmt(q->arena, "/recruit/%s", arg(q, 0)));
	return e ? e : page(q, "recruit/leave.cs");
}

enum err recruit_withdraw(struct rq *q)
{
	struct application_row a;
	enum err e = application_mine(q, &a);
	if (!e)
		e = sign_off(q, &a);
	return e ? e : see(q, "/recruit/%s?done=left", arg(q, 0));
}

enum err recruit_accept(struct rq *q)
{
	struct application_row a;
	struct sign_up s = { .q = q };
	enum err e = application_mine(q, &a);
	if (!e)
		e = sign_take(&s, &a);
	if (e == ERR_CHECK && s.lacks)
		return sign_refuse(q, &s);
	return e ? e : see(q, "/recruit/%s?done=taken", arg(q, 0));
}
