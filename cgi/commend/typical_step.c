/*
 * typical_step.c - the way of a typical case: given to a reviewer, public or given back, withdrawn.
 * What is withdrawn loses its pictures; its words stay in the ledger of the station alone.
 */
#include "clock.h"
#include "commend.h"
#include "form.h"
#include "photo.h"
#include "staff.h"
#include "typical.h"

#define BACK_IN(X, T) X(T, STR, reason, 2, 200)
FORM_DEFINE(back_in, BACK_IN);
#define SURE_IN(X, T) X(T, FLAG, sure, 1, 1)
FORM_DEFINE(sure_in, SURE_IN);

static const struct move moves[] = { { "submit", "draft", "submitted" },
				     { "give_back", "submitted", "draft" },
				     { "publish", "submitted", "published" },
				     { "withdraw", "draft", "withdrawn" },
				     { "withdraw", "submitted", "withdrawn" },
				     { "withdraw", "published", "withdrawn" },
				     { 0 } };
static struct stmt move_q = SQL(
	"UPDATE typical_case"
	"   SET state = ?"
	" WHERE id = ?"
	"   AND state = ?"
	"   AND COALESCE(station_id = ?, 1)");
static const struct machine machine = { "typical_case", moves, &move_q };

static struct stmt submitted_q = SQL(
	"UPDATE typical_case"
	"   SET submitted_by = ?, reason = NULL"
	" WHERE id = ?");
/* Before it moves: nothing is public that nobody has read. */
static struct stmt reviewed_q = SQL(
	"UPDATE typical_case"
	"   SET reviewed_by = ?, published_on = ?"
	" WHERE id = ?"
	"   AND state = 'submitted'");
static struct stmt reason_q = SQL(
	"UPDATE typical_case"
	"   SET reason = ?"
	" WHERE id = ?");
static struct stmt withdrawn_q = SQL(
	"UPDATE typical_case"
	"   SET withdrawn_by = ?, withdrawn_at = ?"
	" WHERE id = ?");
#define DOCUMENT_COLS(X, T) X(T, INT, id, "document_id")
ROW_DEFINE(document_row, DOCUMENT_COLS);
static struct stmt documents_q = SQL(
	"SELECT " ROW_SELECT(DOCUMENT_COLS)
	"  FROM typical_case_picture"
	" WHERE case_id = ?"
	" LIMIT 9");
static struct stmt unpicture_q = SQL(
	"DELETE FROM typical_case_picture"
	" WHERE case_id = ?");

struct step {
	struct rq *q;
	struct typical_row t;
	const char *verb, *reason;
	struct proofs_gone *gone;
};

static enum err pictures_gone(struct step *s)
{
	struct document_row *v;
	size_t n;
	enum err e = row_all(&documents_q, ARGS(A_(s->t.id)), document_row_cols, sizeof(*v), &v,
			     &n);
	if (!e)
		e = db_exec(&unpicture_q, ARGS(A_(s->t.id)), NULL);
	for (size_t i = 0; !e && i < n; i++)
		e = proof_release(v[i].id, s->gone);
	return e;
}

static enum err step_now(void *ctx)
{
	struct step *s = ctx;
	struct rq *q = s->q;
	s->gone->n = 0;
	enum err e = typical_hold(&s->t, s->t.state);
	if (!e && str_eq(s->verb, "publish"))
		e = db_change(&reviewed_q,
			      ARGS(A_(q->staff), A_(clock_day(q->arena, q->now)), A_(s->t.id)));
	if (!e)
		e = move_to(&q->actor, &machine, s->verb, s->t.id, s->t.state);
	if (!e && str_eq(s->verb, "submit"))
		e = db_change(&submitted_q, ARGS(A_(q->staff), A_(s->t.id)));
	if (!e && s->reason)
		e = db_change(&reason_q, ARGS(A_(s->reason), A_(s->t.id)));
	if (!e && str_eq(s->verb, "withdraw"))
		e = db_change(&withdrawn_q,
			      ARGS(A_(q->staff), A_(clock_time(q->arena, q->now)), A_(s->t.id)));
	return e || !str_eq(s->verb, "withdraw") ? e : pictures_gone(s);
}

static enum err step_go(struct step *s, const char *done)
{
	s->gone = arena_alloc(s->q->arena, sizeof(*s->gone));
	enum err e = db_tx(step_now, s);
	if (!e)
		photos_drop(s->q, s->gone);
	return e ? e : see(s->q, "/commend/manage/cases/%s?done=%s", s->t.uid, done);
}

enum err typical_submit(struct rq *q)
{
	struct step s = { .q = q, .verb = "submit" };
	enum err e = typical_find(q, &s.t);
	return e ? e : step_go(&s, "case_submitted");
}

/* Whoever wrote it, changed it or gave it in does not say yes to it, by whatever account. */
static enum err step_bar(struct rq *q, const struct typical_row *t, const char **bar)
{
	enum err e = STAFF_BARS(&q->actor, bar, t->author, t->editor, t->submitter);
	if (!e && str_eq(*bar, "own"))
		*bar = "own_case";
	if (!e && !*bar &&
	    (q->staff == t->author_staff || q->staff == t->editor_staff ||
	     q->staff == t->submitter_staff))
		*bar = "own_case";
	return e;
}

enum err typical_publish(struct rq *q)
{
	struct sure_in in;
	struct step s = { .q = q, .verb = "publish" };
	const char *bar = NULL;
	enum err e = typical_find(q, &s.t);
	if (e)
		return e;
	if (!form_read(q, sure_in_fields, &in))
		return ERR_FORM;
	e = step_bar(q, &s.t, &bar);
	if (!e && bar)
		return refused(q, bar, typical_show);
	return e ? e : step_go(&s, "case_published");
}

static enum err step_reason(struct rq *q, const char *verb, const char *done)
{
	struct back_in in;
	struct step s = { .q = q, .verb = verb };
	enum err e = typical_find(q, &s.t);
	/* What is public is taken down by who may make it so. */
	if (!e && str_eq(s.t.state, "published") && !may(q, ROLE_REVIEWER | ROLE_MANAGER))
		e = ERR_FORBIDDEN;
	if (e)
		return e;
	if (!form_read(q, back_in_fields, &in))
		return ERR_FORM;
	s.reason = in.reason;
	return step_go(&s, done);
}

enum err typical_return(struct rq *q)
{
	return step_reason(q, "give_back", "case_returned");
}

enum err typical_withdraw(struct rq *q)
{
	return step_reason(q, "withdraw", "case_withdrawn");
}
