/*
 * decision_step.c - the way of a decision: submitted, approved by another person, under notice for
 * some working days, issued with a number. Each step holds the decision; of two at once one is
 * first, and the other is told so.
 */
#include <string.h>

#include "clock.h"
#include "commend.h"
#include "decision.h"
#include "form.h"
#include "honour.h"
#include "outbox.h"
#include "setting.h"
#include "staff.h"
#include "workday.h"

enum { NOTICE_DAYS = 5 };

#define STEP_IN(X, T) X(T, FLAG, sure, 1, 1)
FORM_DEFINE(step_in, STEP_IN);
#define BACK_IN(X, T) X(T, STR, reason, 2, 200)
FORM_DEFINE(back_in, BACK_IN);

static struct stmt submit_q = SQL(
	"UPDATE honour_decision"
	"   SET state = 'submitted', submitted_by = ?, submitted_at = ?, reason = NULL"
	" WHERE id = ?"
	"   AND state = 'draft'");
static struct stmt return_q = SQL(
	"UPDATE honour_decision"
	"   SET state = 'draft', reason = ?"
	" WHERE id = ?"
	"   AND state = 'submitted'");
static struct stmt cancel_q = SQL(
	"UPDATE honour_decision"
	"   SET state = 'cancelled', reason = ?"
	" WHERE id = ?"
	"   AND state IN ('draft', 'submitted', 'notice')");
static struct stmt cancelled_q = SQL(
	"UPDATE honour"
	"   SET state = 'refused', reason = ?, paper = NULL"
	" WHERE decision_id = ?"
	"   AND state IN ('to_verify', 'notice')");
static struct stmt approve_q = SQL(
	"UPDATE honour_decision"
	"   SET state = 'notice', approved_by = ?, approved_at = ?, notice_from = ?,"
	"       notice_until = ?"
	" WHERE id = ?"
	"   AND state = 'submitted'");
static struct stmt approved_q = SQL(
	"UPDATE honour"
	"   SET state = 'notice', verified_by = ?, notice_from = ?, notice_until = ?"
	" WHERE decision_id = ?"
	"   AND state = 'to_verify'");
/* Whoever wrote, submitted or filled it does not approve it; nor who is on it or leads what is. */
static struct stmt hand_q = SQL(
	"SELECT COUNT(*)"
	"  FROM honour_decision d"
	"  LEFT JOIN honour h ON h.decision_id = d.id AND h.state <> 'refused' AND h.created_by = ?"
	" WHERE d.id = ?"
	"   AND (h.id IS NOT NULL OR ? IN (d.created_by, d.submitted_by))");
static struct stmt on_it_q = SQL(
	"SELECT COUNT(*)"
	"  FROM honour h"
	"  LEFT JOIN team t ON t.id = h.team_id"
	"  LEFT JOIN project p ON p.id = h.project_id"
	" WHERE h.decision_id = ?"
	"   AND h.state <> 'refused'"
	"   AND ? IN (h.person_id, t.leader_id, p.led_by)");
/* Erased meanwhile: nobody is left to be honoured. */
static struct stmt gone_q = SQL(
	"UPDATE honour h"
	"  JOIN person p ON p.id = h.person_id"
	"   SET h.state = 'refused', h.reason = ''"
	" WHERE h.decision_id = ?"
	"   AND h.state = 'notice'"
	"   AND p.erased_at IS NOT NULL");
static struct stmt serial_q = SQL(
	"SELECT next_no - 1"
	"  FROM serial"
	" WHERE kind = 'Z'"
	"   AND station_id = ?"
	"   AND year = ?");
static struct stmt issue_q = SQL(
	"UPDATE honour_decision"
	"   SET state = 'issued', year = ?, serial = ?, document_no = ?, issued_by = ?,"
	"       issued_on = ?"
	" WHERE id = ?"
	"   AND state = 'notice'");
static struct stmt issued_q = SQL(
	"UPDATE honour"
	"   SET state = 'effective', awarded_on = ?, document_name = ?, document_no = ?,"
	"       paper = CONCAT_WS('/', ?, subject, COALESCE(person_id, team_id, project_id,"
	"       region_code, honoured_station_id))"
	" WHERE decision_id = ?"
	"   AND state = 'notice'");

struct step {
	struct rq *q;
	struct decision_row d;
	const char *reason, *until;
	const char *bar; /* word of Lang.commend.Refused */
};

/* Page.Refused with the decision, 409. */
static enum err step_end(const struct step *s, const char *done)
{
	if (s->bar)
		return refused(s->q, s->bar, decision_show);
	return see(s->q, "/commend/manage/decisions/%s?done=%s", s->d.uid, done);
}

static enum err step_submit(void *ctx)
{
	struct step *s = ctx;
	struct recipients r;
	const struct actor *by = &s->q->actor;
	s->bar = NULL;
	enum err e = decision_hold(s->q, &s->d, "draft");
	if (!e)
		e = decision_recipients(s->d.id, &r);
	if (!e && !r.n) {
		s->bar = "nobody";
		return OK;
	}
	return e ? e
		 : audited(by, &submit_q, ARGS(A_(by->staff), A_(actor_time(by)), A_(s->d.id)),
			   "decision.submit", "honour_decision", &s->d.id);
}

enum err decision_submit(struct rq *q)
{
	struct step s = { .q = q };
	enum err e = decision_find(q, &s.d);
	if (!e)
		e = db_tx(step_submit, &s);
	return e ? e : step_end(&s, "decision_submitted");
}

enum err decision_return(struct rq *q)
{
	struct back_in in;
	struct step s = { .q = q };
	enum err e = decision_find(q, &s.d);
	if (e)
		return e;
	if (!form_read(q, back_in_fields, &in))
		return ERR_FORM;
	e = audited(&q->actor, &return_q, ARGS(A_(in.reason), A_(s.d.id)), "decision.return",
		    "honour_decision", &s.d.id);
	return e ? e : step_end(&s, "decision_returned");
}

static enum err step_cancel(void *ctx)
{
	struct step *s = ctx;
	int64_t rows;
	enum err e = audited(&s->q->actor, &cancel_q, ARGS(A_(s->reason), A_(s->d.id)),
			     "decision.cancel", "honour_decision", &s->d.id);
	return e ? e : db_affect(&cancelled_q, ARGS(A_(s->reason), A_(s->d.id)), &rows);
}

enum err decision_cancel(struct rq *q)
{
	struct back_in in;
	struct step s = { .q = q };
	enum err e = decision_find(q, &s.d);
	if (e)
		return e;
	if (!form_read(q, back_in_fields, &in))
		return ERR_FORM;
	s.reason = in.reason;
	e = db_tx(step_cancel, &s);
	return e ? e : step_end(&s, "decision_cancelled");
}

/* Why this member of staff may not say yes to it. */
static enum err step_bars(struct step *s)
{
	int64_t me = 0, n = 0;
	struct rq *q = s->q;
	enum err e = db_int(&hand_q, ARGS(A_(q->staff), A_(s->d.id), A_(q->staff)), &n);
	if (!e && n) {
		s->bar = "own_entry";
		return OK;
	}
	if (!e)
		e = staff_person(q->staff, &me);
	if (!e)
		e = db_int(&on_it_q, ARGS(A_(s->d.id), A_(me)), &n);
	if (!e)
		s->bar = !me ? "unlinked" : n ? "own" : NULL;
	return e;
}

static enum err step_mark(const struct recipients *r)
{
	enum err e = OK;
	for (size_t i = 0; !e && i < r->n; i++)
		e = honour_marked(r->v[i].id);
	return e;
}

static enum err step_approve(void *ctx)
{
	struct step *s = ctx;
	const struct actor *by = &s->q->actor;
	struct recipients r;
	int64_t rows;
	const char *today = actor_today(by);
	s->bar = NULL;
	enum err e = decision_hold(s->q, &s->d, "submitted");
	if (!e)
		e = step_bars(s);
	if (e || s->bar)
		return e;
	e = audited(by, &approve_q,
		    ARGS(A_(by->staff), A_(actor_time(by)), A_(today), A_(s->until), A_(s->d.id)),
		    "decision.approve", "honour_decision", &s->d.id);
	if (!e)
		e = db_affect(&approved_q,
			      ARGS(A_(by->staff), A_(today), A_(s->until), A_(s->d.id)), &rows);
	if (!e)
		e = decision_recipients(s->d.id, &r);
	return e ? e : step_mark(&r);
}

enum err decision_approve(struct rq *q)
{
	struct step_in in;
	struct step s = { .q = q };
	int64_t days;
	enum err e = decision_find(q, &s.d);
	if (e)
		return e;
	if (!form_read(q, step_in_fields, &in))
		return ERR_FORM;
	e = setting_rule(q->station, "honour_notice_days", NOTICE_DAYS, &days);
	if (!e)
		e = workday_add(q->station, clock_day(q->arena, q->now), (int)days, &s.until);
	if (!e)
		e = db_tx(step_approve, &s);
	return e ? e : step_end(&s, "decision_approved");
}

/* What stood under notice is what was approved: each bears its mark. */
static enum err step_holds(struct step *s, const struct recipients *r)
{
	bool fits = true;
	enum err e = OK;
	for (size_t i = 0; !e && fits && i < r->n; i++)
		e = honour_holds(r->v[i].id, &fits);
	if (!e && !fits)
		s->bar = "altered";
	return e;
}

/* The number is drawn and used in one transaction, so that none is left out. The counter is its
 * own: that of funds would leave gaps in their book. */
static enum err step_number(struct step *s)
{
	struct rq *q = s->q;
	const struct actor *by = &q->actor;
	int64_t year = clock_year(q->now), serial;
	const char *no, *today = actor_today(by);
	enum err e = number_next(by, 'Z', s->d.station_id, &no);
	if (!e)
		e = db_int(&serial_q, ARGS(A_(s->d.station_id), A_(year)), &serial);
	if (e)
		return e;
	const char *printed = arena_fmt(q->arena, "%s〔%lld〕%lld号", s->d.word, (long long)year,
					(long long)serial);
	e = audited(by, &issue_q,
		    ARGS(A_(year), A_(serial), A_(printed), A_(by->staff), A_(today), A_(s->d.id)),
		    "decision.issue", "honour_decision", &s->d.id);
	int64_t rows;
	return e ? e
		 : db_affect(&issued_q,
			     ARGS(A_(today), A_(s->d.title), A_(printed), A_(printed), A_(s->d.id)),
			     &rows);
}

static enum err step_issue(void *ctx)
{
	struct step *s = ctx;
	struct recipients r;
	int64_t rows;
	s->bar = NULL;
	enum err e = decision_hold(s->q, &s->d, "notice");
	if (!e && strcmp(s->d.notice_until, actor_today(&s->q->actor)) >= 0) {
		s->bar = "notice_runs";
		return OK;
	}
	if (!e)
		e = db_affect(&gone_q, ARGS(A_(s->d.id)), &rows);
	if (!e)
		e = decision_recipients(s->d.id, &r);
	if (!e && !r.n)
		s->bar = "nobody";
	if (!e && !s->bar)
		e = step_holds(s, &r);
	if (e || s->bar)
		return e;
	e = step_number(s);
	for (size_t i = 0; !e && i < r.n; i++) {
		e = honour_marked(r.v[i].id);
		if (!e && str_eq(r.v[i].subject, "volunteer"))
			e = outbox_commendation(r.v[i].id);
	}
	return e;
}

enum err decision_issue(struct rq *q)
{
	struct step_in in;
	struct step s = { .q = q };
	enum err e = decision_find(q, &s.d);
	if (e)
		return e;
	if (!form_read(q, step_in_fields, &in))
		return ERR_FORM;
	e = db_tx(step_issue, &s);
	return e ? e : step_end(&s, "decision_issued");
}
