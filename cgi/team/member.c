/* member.c - members of a team at the desk: added by number, ended, made leader, requests. */
#include "clock.h"
#include "form.h"
#include "team.h"

/* Their own station's volunteers alone: whoever lives elsewhere asks to join, on the phone. */
static struct stmt whose_q = SQL(
	"SELECT v.person_id, v.state, v.invite_team"
	"  FROM volunteer v"
	" WHERE v.no = ?"
	"   AND v.station_id = ?");

/* At the desk, of a team that is at work. */
struct member {
	struct rq *q;
	struct team_row t;
	int64_t person;
};

#define WHOSE_COLS(X, T) \
	X(T, INT, person, "v.person_id") \
	X(T, TEXT, state, "v.state") \
	X(T, TEXT, invite, "v.invite_team")
ROW_DEFINE(whose_row, WHOSE_COLS);

#define MEMBER_IN(X, T) X(T, NO, volunteer_no, 1, 24)
FORM_DEFINE(member_in, MEMBER_IN);

/* Fills *m, or leaves a message beside the number. */
static enum err member_read(struct rq *q, struct member *m, bool invited)
{
	struct member_in in;
	struct whose_row v;
	m->q = q;
	enum err e = team_at_desk(q, &m->t);
	if (e)
		return e;
	if (!form_read(q, member_in_fields, &in))
		return ERR_FORM;
	e = row_one(&whose_q, ARGS(A_(in.volunteer_no), A_(q->station)), whose_row_cols, &v);
	if (e == ERR_NOT_FOUND)
		form_error(q, "volunteer_no", "not_ours");
	else if (e)
		return e;
	else if (!str_eq(v.state, "active"))
		form_error(q, "volunteer_no", "not_active");
	else if (invited && str_eq(v.invite, "1"))
		form_error(q, "volunteer_no", "not_invited");
	m->person = v.person;
	return form_ok(q) ? OK : ERR_FORM;
}

static enum err member_taken(void *ctx)
{
	const struct member *m = ctx;
	return team_take(&m->q->actor, m->t.id, m->person);
}

enum err member_add(struct rq *q)
{
	struct member m = { .q = q };
	enum err e = member_read(q, &m, true);
	if (!e && !str_eq(m.t.state, "approved"))
		e = ERR_STALE;
	if (!e)
		e = db_tx(member_taken, &m);
	if (e == ERR_DUPLICATE) {
		form_error(q, "volunteer_no", "member_already");
		e = ERR_FORM;
	}
	return e ? e : see(q, "/team/desk/%s?done=member_added", arg(q, 0));
}

static enum err member_led(void *ctx)
{
	const struct member *m = ctx;
	return team_lead(&m->q->actor, m->t.id, m->person);
}

enum err member_lead(struct rq *q)
{
	struct member m = { .q = q };
	enum err e = member_read(q, &m, false);
	if (!e)
		e = db_tx(member_led, &m);
	return e ? e : see(q, "/team/desk/%s?done=member_led", arg(q, 0));
}

static enum err member_dropped(void *ctx)
{
	const struct member *m = ctx;
	return team_drop(&m->q->actor, m->t.id, m->person);
}

#define END_IN(X, T) X(T, CODE, person, 1, 32)
FORM_DEFINE(end_in, END_IN);
static struct stmt member_q = SQL(
	"SELECT p.id"
	"  FROM team_member m"
	"  JOIN person p ON p.id = m.person_id"
	" WHERE m.team_id = ?"
	"   AND p.uid = UNHEX(?)"
	"   AND m.left_at IS NULL");

enum err member_end(struct rq *q)
{
	struct end_in in;
	struct member m = { .q = q };
	enum err e = team_at_desk(q, &m.t);
	if (!e && !form_read(q, end_in_fields, &in))
		e = ERR_FORM;
	if (!e)
		e = db_int(&member_q, ARGS(A_(m.t.id), A_(in.person)), &m.person);
	if (!e && m.person == m.t.leader) {
		form_error(q, NULL, "leader_first");
		e = ERR_FORM;
	}
	if (!e)
		e = db_tx(member_dropped, &m);
	return e ? e : see(q, "/team/desk/%s?done=member_ended", arg(q, 0));
}

static enum err ask_answer(struct rq *q, const char *state, const char *done)
{
	struct team_row t;
	enum err e = team_at_desk(q, &t);
	if (!e)
		e = team_answer(q, &t, state);
	return e ? e : see(q, "/team/desk/%s?done=%s", arg(q, 0), done);
}

enum err ask_accept(struct rq *q)
{
	return ask_answer(q, "accepted", "member_added");
}

enum err ask_refuse(struct rq *q)
{
	return ask_answer(q, "refused", "ask_refused");
}
