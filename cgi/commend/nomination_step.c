/*
 * nomination_step.c - the way of a nomination: complete, confirmed by a second person, handed in,
 * shortlisted, and its end. What is chosen becomes an honour that waits to be verified like any
 * other; once, however often somebody says so.
 */
#include "nomination.h"

#include <string.h>

#include "clock.h"
#include "commend.h"
#include "form.h"
#include "honour_enter.h"
#include "secret.h"
#include "staff.h"

enum { DEEDS_LEAST = 50 };

#define SURE_IN(X, T) X(T, FLAG, sure, 1, 1)
FORM_DEFINE(sure_in, SURE_IN);
#define BACK_IN(X, T) X(T, STR, reason, 2, 200)
FORM_DEFINE(back_in, BACK_IN);
#define HANDED_IN(X, T) X(T, DAY, handed_in_on, 1, 0)
FORM_DEFINE(handed_in, HANDED_IN);
#define GIVEN_IN(X, T) \
	X(T, DAY, awarded_on, 1, 0) \
	X(T, STR, document_name, 2, 80) \
	X(T, STR, document_no, 0, 40)
FORM_DEFINE(given_in, GIVEN_IN);

static const struct move moves[] = { { "collect", "open", "collected" },
				     { "give_back", "collected", "open" },
				     { "hand_in", "collected", "handed_in" },
				     { "shortlist", "handed_in", "shortlisted" },
				     { "honour", "handed_in", "honoured" },
				     { "honour", "shortlisted", "honoured" },
				     { "pass_over", "handed_in", "not_chosen" },
				     { "pass_over", "shortlisted", "not_chosen" },
				     { "withdraw", "open", "withdrawn" },
				     { "withdraw", "collected", "withdrawn" },
				     { "withdraw", "handed_in", "withdrawn" },
				     { "withdraw", "shortlisted", "withdrawn" },
				     { 0 } };
/* Whoever is withdrawn may be nominated anew; what is given back is confirmed anew. */
static struct stmt move_q = SQL(
	"UPDATE honour_nomination"
	"   SET state = ?, whom = IF(state = 'withdrawn', NULL, whom),"
	"       confirmed_by = IF(state = 'open', NULL, confirmed_by),"
	"       confirmed_at = IF(state = 'open', NULL, confirmed_at)"
	" WHERE id = ?"
	"   AND state = ?"
	"   AND COALESCE(station_id = ?, 1)");
const struct machine nomination_machine = { "honour_nomination", moves, &move_q };

static struct stmt collected_q = SQL(
	"UPDATE honour_nomination"
	"   SET collected_by = ?, reason = NULL"
	" WHERE id = ?");
static struct stmt reason_q = SQL(
	"UPDATE honour_nomination"
	"   SET reason = ?"
	" WHERE id = ?");
static struct stmt handed_q = SQL(
	"UPDATE honour_nomination"
	"   SET handed_in_on = ?"
	" WHERE id = ?");
static struct stmt honour_q = SQL(
	"UPDATE honour_nomination"
	"   SET honour_id = ?"
	" WHERE id = ?"
	"   AND honour_id IS NULL");
/* Of two at once one is first. */
static struct stmt confirm_q = SQL(
	"UPDATE honour_nomination"
	"   SET confirmed_by = ?, confirmed_at = ?"
	" WHERE id = ?"
	"   AND state = 'collected'"
	"   AND confirmed_by IS NULL");

struct step {
	struct rq *q;
	struct nomination_row n;
	const char *verb, *reason, *day;
	struct honour_entry *given; /* the honour that it became */
};

static enum err step_honour(struct step *s)
{
	const char *no;
	int64_t id = 0;
	enum err e = honour_enter(s->q, s->given, &id, &no);
	return e ? e : db_change(&honour_q, ARGS(A_(id), A_(s->n.id)));
}

static enum err step_now(void *ctx)
{
	struct step *s = ctx;
	struct rq *q = s->q;
	const char *state = s->n.state;
	enum err e = nomination_hold(&s->n, state);
	if (!e)
		e = move_to(&q->actor, &nomination_machine, s->verb, s->n.id, state);
	if (!e && str_eq(s->verb, "collect"))
		e = db_change(&collected_q, ARGS(A_(q->staff), A_(s->n.id)));
	if (!e && s->reason)
		e = db_change(&reason_q, ARGS(A_(s->reason), A_(s->n.id)));
	if (!e && s->day)
		e = db_change(&handed_q, ARGS(A_(s->day), A_(s->n.id)));
	if (!e && s->given)
		e = step_honour(s);
	return e;
}

static enum err step_go(struct step *s, const char *done)
{
	enum err e = db_tx(step_now, s);
	return e ? e : see(s->q, "/commend/manage/nominations/%s?done=%s", s->n.uid, done);
}

enum err nomination_collect(struct rq *q)
{
	struct step s = { .q = q, .verb = "collect" };
	enum err e = nomination_find(q, &s.n);
	if (e)
		return e;
	if (s.n.erased == 1)
		return refused(q, "nominee_gone", nomination_show);
	if (utf8_count(s.n.deeds) < DEEDS_LEAST) {
		form_error(q, "deeds", "deeds_short");
		return ERR_FORM;
	}
	return step_go(&s, "nomination_collected");
}

/* Those who wrote it, the nominee, who leads it and their family do not vouch for it. */
static enum err step_bar(struct rq *q, const struct nomination_row *n, const char **bar)
{
	*bar = NULL;
	if (n->erased == 1) {
		*bar = "nominee_gone";
		return OK;
	}
	enum err e = STAFF_BARS(&q->actor, bar, n->person, n->leads);
	if (!e && !*bar &&
	    (q->staff == n->creator || q->staff == n->editor || q->staff == n->collector))
		*bar = "own_nomination";
	return e;
}

enum err nomination_confirm(struct rq *q)
{
	struct sure_in in;
	struct nomination_row n;
	const char *bar = NULL;
	enum err e = nomination_find(q, &n);
	if (e)
		return e;
	if (!form_read(q, sure_in_fields, &in))
		return ERR_FORM;
	e = step_bar(q, &n, &bar);
	if (!e && bar)
		return refused(q, bar, nomination_show);
	if (!e)
		e = audited(&q->actor, &confirm_q,
			    ARGS(A_(q->staff), A_(clock_time(q->arena, q->now)), A_(n.id)),
			    "nomination.confirm", "honour_nomination", &n.id);
	return e ? e : see(q, "/commend/manage/nominations/%s?done=nomination_confirmed", n.uid);
}

static enum err step_reason(struct rq *q, const char *verb, const char *done)
{
	struct back_in in;
	struct step s = { .q = q, .verb = verb };
	enum err e = nomination_find(q, &s.n);
	if (e)
		return e;
	if (!form_read(q, back_in_fields, &in))
		return ERR_FORM;
	s.reason = in.reason;
	return step_go(&s, done);
}

enum err nomination_return(struct rq *q)
{
	return step_reason(q, "give_back", "nomination_returned");
}

enum err nomination_pass_over(struct rq *q)
{
	return step_reason(q, "pass_over", "nomination_passed_over");
}

enum err nomination_withdraw(struct rq *q)
{
	return step_reason(q, "withdraw", "nomination_withdrawn");
}

enum err nomination_hand_in(struct rq *q)
{
	struct handed_in in;
	struct step s = { .q = q, .verb = "hand_in" };
	enum err e = nomination_find(q, &s.n);
	if (e)
		return e;
	if (form_read(q, handed_in_fields, &in) &&
	    strcmp(in.handed_in_on, clock_day(q->arena, q->now)) > 0)
		form_error(q, "handed_in_on", "day_future");
	if (!form_ok(q))
		return ERR_FORM;
	if (s.n.erased == 1)
		return refused(q, "nominee_gone", nomination_show);
	if (str_eq(s.n.state, "collected") && s.n.confirmer == DB_NONE)
		return refused(q, "not_confirmed", nomination_show);
	s.day = in.handed_in_on;
	return step_go(&s, "nomination_handed_in");
}

enum err nomination_shortlist(struct rq *q)
{
	struct step s = { .q = q, .verb = "shortlist" };
	enum err e = nomination_find(q, &s.n);
	return e ? e : step_go(&s, "nomination_shortlisted");
}

static void step_entry(struct rq *q, const struct nomination_row *n, const struct given_in *in,
		       struct honour_entry *h)
{
	*h = (struct honour_entry){ .w = { .subject = n->subject,
					   .person = n->person,
					   .team = n->team,
					   .project = n->project,
					   .station = n->honoured_station,
					   .region = n->region },
				    .uid = secret_uid(q->arena),
				    .name = n->title,
				    .awarded_on = in->awarded_on,
				    .authority = n->organiser,
				    .authority_kind = n->authority_kind,
				    .document_name = in->document_name,
				    .document_no = in->document_no,
				    .content = n->selection };
	honour_entry_paper(q->arena, h);
}

enum err nomination_honour(struct rq *q)
{
	struct given_in in;
	struct honour_entry h;
	struct step s = { .q = q, .verb = "honour", .given = &h };
	const char *bar = NULL;
	bool twice = false;
	enum err e = nomination_find(q, &s.n);
	if (e)
		return e;
	if (form_read(q, given_in_fields, &in) &&
	    strcmp(in.awarded_on, clock_day(q->arena, q->now)) > 0)
		form_error(q, "awarded_on", "day_future");
	if (!form_ok(q))
		return ERR_FORM;
	if (s.n.erased == 1)
		return refused(q, "nominee_gone", nomination_show);
	e = STAFF_BARS(&q->actor, &bar, s.n.person, s.n.leads);
	if (!e && bar)
		return refused(q, bar, nomination_show);
	step_entry(q, &s.n, &in, &h);
	if (!e)
		e = honour_entry_twice(&h, &twice);
	if (!e && !twice)
		e = step_go(&s, "nomination_honoured");
	if (e != ERR_DUPLICATE && !twice)
		return e;
	err_clear();
	form_error(q, "document_no", "honour_twice");
	return ERR_FORM;
}
