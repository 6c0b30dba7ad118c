/* steps.c - a plan's way: handed in, approved by another person, published, carried out, closed;
 * and the ways back. */
#include <string.h>

#include "application.h"
#include "barred.h"
#include "change.h"
#include "clock.h"
#include "close.h"
#include "form.h"
#include "need.h"
#include "project.h"

#define SUBMIT_IN(X, T) X(T, FLAG, none, 0, 0)
FORM_DEFINE(submit_in, SUBMIT_IN);
#define REASON_IN(X, T) X(T, STR, reason, 2, 200)
FORM_DEFINE(reason_in, REASON_IN);
#define EXTEND_IN(X, T) X(T, DAY, until, 1, 0)
FORM_DEFINE(extend_in, EXTEND_IN);

enum { EXTEND_DAYS = 30, DAY_SECONDS = 86400 };

static const struct move moves[] = { { "submit", "draft", "submitted" },
				     { "submit", "returned", "submitted" },
				     { "recall", "submitted", "draft" },
				     { "approve", "submitted", "approved" },
				     { "return", "submitted", "returned" },
				     { "return", "approved", "returned" },
				     { "publish", "approved", "recruiting" },
				     { "start", "recruiting", "running" },
				     { "close", "running", "closed" },
				     { "void", "draft", "void" },
				     { "void", "returned", "void" },
				     { "void", "submitted", "void" },
				     { "void", "approved", "void" },
				     { "void", "recruiting", "void" },
				     { 0 } };
static struct stmt set_q = SQL(
	"UPDATE project"
	"   SET state = ?"
	" WHERE id = ?"
	"   AND state = ?"
	"   AND station_id = ?");
static const struct machine project = { "project", moves, &set_q };

static struct stmt submitted_q = SQL(
	"UPDATE project"
	"   SET screening_confirmed = ?, screened_by = IF(?, ?, NULL), submitted_at = ?,"
	"       approver_id = NULL, approved_at = NULL, return_reason = NULL"
	" WHERE id = ?"
	"   AND state = ?");
static struct stmt decided_q = SQL(
	"UPDATE project"
	"   SET approver_id = ?, approved_at = ?, return_reason = ?"
	" WHERE id = ?"
	"   AND state = ?");
static struct stmt published_q = SQL(
	"UPDATE project"
	"   SET published_at = ?"
	" WHERE id = ?"
	"   AND state = ?");
static struct stmt closed_q = SQL(
	"UPDATE project"
	"   SET closed_at = ?, report = ?"
	" WHERE id = ?"
	"   AND state = ?");
static struct stmt void_q = SQL(
	"UPDATE project"
	"   SET return_reason = ?"
	" WHERE id = ?"
	"   AND state = ?");
static struct stmt extend_q = SQL(
	"UPDATE project"
	"   SET ends_on = ?, extended = 1"
	" WHERE id = ?"
	"   AND station_id = ?"
	"   AND extended = 0"
	"   AND ends_on = ?"
	"   AND state IN ('recruiting', 'running')");

static struct stmt activities_q = SQL(
	"SELECT COUNT(*)"
	"  FROM activity"
	" WHERE project_id = ?"
	"   AND state IN ('published', 'running')");
static struct stmt head_q = SQL(
	"SELECT id AS _id, no, title, state"
	"  FROM project"
	" WHERE no = ?"
	"   AND station_id = ?");

struct step {
	struct rq *q;
	struct plan_row p; /* as it was when the asker was answered */
	const char *verb, *words;
	const struct closing *closing;
	int64_t none; /* "none of these applies" was ticked */
};

static enum err step_note(const struct step *s)
{
	const char *now = clock_time(s->q->arena, s->q->now), *from = s->p.state;
	int64_t me = s->q->staff, id = s->p.id;
	if (strcmp(s->verb, "submit") == 0)
		return db_change(&submitted_q,
				 ARGS(A_(s->none), A_(s->none), A_(me), A_(now), A_(id), A_(from)));
	if (str_in(s->verb, "approve,return"))
		return db_change(&decided_q, ARGS(A_(me), A_(now), A_(s->words), A_(id), A_(from)));
	if (strcmp(s->verb, "publish") == 0)
		return db_change(&published_q, ARGS(A_(now), A_(id), A_(from)));
	if (strcmp(s->verb, "close") == 0)
		return db_change(&closed_q, ARGS(A_(now), A_(s->words), A_(id), A_(from)));
	if (strcmp(s->verb, "void") == 0)
		return db_change(&void_q, ARGS(A_(s->words), A_(id), A_(from)));
	return OK;
}

/* People are expected there: first the activities end or are cancelled. */
static enum err step_activities(struct rq *q, int64_t project_id)
{
	int64_t n = 0;
	enum err e = db_int(&activities_q, ARGS(A_(project_id)), &n);
	if (e || !n)
		return e;
	form_error(q, NULL, "activities_open");
	return ERR_FORM;
}

/* What else becomes true with the new state. */
static enum err step_follow_up(const struct step *s)
{
	bool open = strcmp(s->p.state, "recruiting") == 0;
	enum err e = OK;
	if (strcmp(s->verb, "publish") == 0)
		return needs_follow(&s->q->actor, s->p.id, "project");
	if (strcmp(s->verb, "close") == 0) {
		e = applications_end(&s->q->actor, s->p.id, lang("project.closed_reason"), false);
		return e ? e : closing_settle(s->q, s->p.id, s->closing);
	}
	if (strcmp(s->verb, "void") != 0 || !open)
		return OK;
	e = change_tell(&s->q->actor, "project", s->p.id,
			&(struct change){ .what = "cancelled", .became = s->words });
	if (!e)
		e = applications_end(&s->q->actor, s->p.id, lang("project.void_reason"), true);
	return e ? e : needs_follow(&s->q->actor, s->p.id, "release");
}

/* Approving and returning is for somebody who did not write in it. */
static enum err step_not_mine(const struct step *s)
{
	bool wrote = false;
	enum err e = plan_wrote(s->q, s->p.id, &wrote);
	return e ? e : wrote ? ERR_FORBIDDEN : OK;
}

/* The rules are looked at under the lock that the move took: no change slips past them. Those that
 * are broken become a list on the plan's page. */
static enum err step_rules(const struct step *s)
{
	struct plan_row p;
	enum err e = plan_read(s->q, &p);
	if (e || !rules_broken(s->q, &p))
		return e;
	rules_refuse(s->q, &p);
	return ERR_FORM;
}

static enum err step_take(void *ctx)
{
	const struct step *s = ctx;
	enum err e = step_note(s);
	if (!e)
		e = move_to(&s->q->actor, &project, s->verb, s->p.id, s->p.state);
	if (!e)
		e = applications_follow(s->p.id);
	if (!e && str_in(s->verb, "approve,return"))
		e = step_not_mine(s);
	if (!e && str_in(s->verb, "submit,approve,publish"))
		e = step_rules(s);
	return e ? e : step_follow_up(s);
}

/* Goes on from where the asker saw it. */
static enum err step_go(struct step *s, const char *done)
{
	struct rq *q = s->q;
	enum err e = plan_read(q, &s->p);
	if (!e && !move_find(&project, s->verb, s->p.state))
		e = ERR_STALE;
	if (!e)
		e = db_tx(step_take, s);
	return e ? e : see(q, "/project/%s?done=%s", arg(q, 0), done);
}

static bool asker_decides(const struct rq *q)
{
	return may(q, ROLE_REVIEWER | ROLE_MANAGER);
}

enum err put_steps(struct rq *q, const struct plan_row *p)
{
	bool wrote = false;
	enum err e = asker_decides(q) ? plan_wrote(q, p->id, &wrote) : OK;
	for (const struct move *m = moves; m->verb; m++) {
		bool two = str_in(m->verb, "approve,return");
		if (!str_eq(m->from, p->state) || (two && (!asker_decides(q) || wrote)))
			continue;
		if (strcmp(m->verb, "void") == 0 && !plan_open(p) && !asker_decides(q))
			continue;
		/* Who is to decide on it does not call it back. */
		if (strcmp(m->verb, "recall") == 0 && asker_decides(q) && !wrote)
			continue;
		put_int(q, arena_fmt(q->arena, "Can.%s", m->verb), 1);
	}
	put_int(q, "Can.edit", plan_open(p) ? 1 : DB_NONE);
	put_int(q, "Can.change", plan_alive(p) ? 1 : DB_NONE);
	put_int(q, "Can.release", plan_alive(p) && asker_decides(q) ? 1 : DB_NONE);
	put_int(q, "Can.arrange", plan_alive(p) || str_eq(p->state, "approved") ? 1 : DB_NONE);
	bool more = plan_alive(p) && !p->extended;
	put_int(q, "Can.extend", more ? 1 : DB_NONE);
	put_int(q, "OwnPlan", wrote && str_eq(p->state, "submitted") ? 1 : DB_NONE);
	return e;
}

enum err project_submit(struct rq *q)
{
	struct submit_in in;
	if (!form_read(q, submit_in_fields, &in))
		return ERR_FORM;
	return step_go(&(struct step){ .q = q, .verb = "submit", .none = in.none }, "submitted");
}

enum err project_recall(struct rq *q)
{
	return step_go(&(struct step){ .q = q, .verb = "recall" }, "recalled");
}

static enum err step_decide(struct rq *q, const char *verb, const char *words, const char *done)
{
	struct step s = { .q = q, .verb = verb, .words = words };
	enum err e = plan_read(q, &s.p);
	if (!e)
		e = BARRED(q, DB_NONE);
	/* Asked here too, before the database refuses an approver who is the author. */
	if (!e)
		e = step_not_mine(&s);
	return e ? e : step_go(&s, done);
}

enum err project_approve(struct rq *q)
{
	return step_decide(q, "approve", NULL, "approved");
}

enum err project_return(struct rq *q)
{
	struct reason_in in;
	if (!form_read(q, reason_in_fields, &in))
		return ERR_FORM;
	return step_decide(q, "return", in.reason, "returned");
}

enum err project_void_form(struct rq *q)
{
	enum err e = put_one(q, "Project", &head_q, ARGS(A_(arg(q, 0)), A_(q->station)));
	return e ? e : page(q, "project/void.cs");
}

enum err project_void(struct rq *q)
{
	struct reason_in in;
	struct plan_row p;
	enum err e = plan_read(q, &p);
	if (!e && !move_find(&project, "void", p.state))
		e = ERR_STALE;
	if (!e && !plan_open(&p) && !asker_decides(q))
		e = ERR_FORBIDDEN;
	if (e)
		return e;
	if (!form_read(q, reason_in_fields, &in))
		return ERR_FORM;
	e = step_activities(q, p.id);
	return e ? e
		 : step_go(&(struct step){ .q = q, .verb = "void", .words = in.reason }, "voided");
}

enum err project_publish(struct rq *q)
{
	return step_go(&(struct step){ .q = q, .verb = "publish" }, "published");
}

enum err project_start(struct rq *q)
{
	return step_go(&(struct step){ .q = q, .verb = "start" }, "started");
}

static enum err plan_closes(struct rq *q, struct plan_row *p)
{
	enum err e = plan_read(q, p);
	return e || move_find(&project, "close", p->state) ? e : ERR(ERR_STALE, "no close");
}

enum err project_close_form(struct rq *q)
{
	struct plan_row p;
	enum err e = plan_closes(q, &p);
	if (!e)
		e = put_one(q, "Project", &head_q, ARGS(A_(p.no), A_(q->station)));
	if (!e)
		e = put_closing(q, &p);
	return e ? e : page(q, "project/close.cs");
}

enum err project_close(struct rq *q)
{
	struct closing c;
	struct plan_row p;
	enum err e = plan_closes(q, &p);
	if (!e)
		e = closing_read(q, &c);
	if (!e)
		e = step_activities(q, p.id);
	return e ? e
		 : step_go(
			   &(struct step){
				   .q = q, .verb = "close", .words = c.report, .closing = &c },
			   "closed");
}

static enum err step_extend(void *ctx)
{
	const struct step *s = ctx;
	enum err e = db_change(
		&extend_q, ARGS(A_(s->words), A_(s->p.id), A_(s->q->station), A_(s->p.ends_on)));
	if (!e)
		e = change_tell(&s->q->actor, "project", s->p.id,
				&(struct change){ .what = "ends_on",
						  .was = s->p.ends_on,
						  .became = s->words });
	return e ? e : audit(&s->q->actor, "project.extend", "project", s->p.id, s->words);
}

/* Once, by at most thirty days, and not when those thirty days are over. */
enum err project_extend(struct rq *q)
{
	struct extend_in in;
	struct step s = { .q = q };
	int64_t from, to;
	enum err e = plan_read(q, &s.p);
	if (e)
		return e;
	if (!str_in(s.p.state, "recruiting,running") || s.p.extended)
		return ERR_STALE;
	if (!form_read(q, extend_in_fields, &in))
		return ERR_FORM;
	if (!clock_parse_day(in.until, &to) || !clock_parse_day(s.p.ends_on, &from) || to <= from ||
	    to > from + (int64_t)EXTEND_DAYS * DAY_SECONDS || to + DAY_SECONDS <= q->now)
		form_error(q, "until", "extend_days");
	if (!form_ok(q))
		return ERR_FORM;
	s.words = in.until;
	e = db_tx(step_extend, &s);
	return e ? e : see(q, "/project/%s?done=extended", arg(q, 0));
}
