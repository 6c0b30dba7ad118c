/* fund_steps.c - what is decided about an entry: spending approved, refused or withdrawn; an entry
 * that counts made void. */
#include "form.h"
#include "fund.h"

#define REASON_IN(X, T) X(T, STR, reason, 2, 200)
FORM_DEFINE(reason_in, REASON_IN);
#define APPROVE_IN(X, T) X(T, CODE, paper, 0, 32)
FORM_DEFINE(approve_in, APPROVE_IN);

/* The paper that the approver had before them. */
static struct stmt seen_q = SQL(
	"SELECT id"
	"  FROM document"
	" WHERE uid = UNHEX(?)");

static struct stmt refuse_q = SQL(
	"UPDATE fund_entry"
	"   SET state = 'refused', approved_by = ?, decided_at = ?, reason = ?"
	" WHERE id = ?"
	"   AND state = 'entered'"
	"   AND entered_by <> ?");
static struct stmt withdraw_q = SQL(
	"UPDATE fund_entry"
	"   SET state = 'withdrawn', decided_at = ?"
	" WHERE id = ?"
	"   AND state = 'entered'"
	"   AND entered_by = ?");

struct step {
	const struct actor *by;
	struct fund_row f;
	const char *reason;
	struct fund_bar bar;
};

static enum err step_approve(void *ctx)
{
	struct step *s = ctx;
	s->bar.word = NULL;
	return fund_approve(s->by, &s->f, &s->bar);
}

static enum err step_void(void *ctx)
{
	struct step *s = ctx;
	s->bar.word = NULL;
	return fund_void(s->by, &s->f, s->reason, &s->bar);
}

/* Done, or the page again with why not. */
static enum err step_end(struct rq *q, const struct step *s, enum err e, const char *done)
{
	if (e && s->bar.word)
		return fund_refused(q, s->bar.word, fund_show);
	return e ? e : see(q, "/support/funds/%s?done=%s", arg(q, 0), done);
}

enum err fund_step_approve(struct rq *q)
{
	struct approve_in in;
	struct step s = { .by = &q->actor };
	int64_t seen = DB_NONE;
	enum err e = fund_here(q, &s.f);
	if (e)
		return e;
	if (!form_read(q, approve_in_fields, &in))
		return ERR_FORM;
	e = in.paper ? db_int(&seen_q, ARGS(A_(in.paper)), &seen) : OK;
	if (e && e != ERR_NOT_FOUND)
		return e;
	if (s.f.document != DB_NONE && seen != s.f.document)
		return fund_refused(q, "paper_changed", fund_show);
	e = db_tx(step_approve, &s);
	return step_end(q, &s, e, "fund_approved");
}

enum err fund_step_void(struct rq *q)
{
	struct reason_in in;
	struct step s = { .by = &q->actor };
	enum err e = fund_here(q, &s.f);
	if (e)
		return e;
	if (!form_read(q, reason_in_fields, &in))
		return ERR_FORM;
	s.reason = in.reason;
	e = db_tx(step_void, &s);
	return step_end(q, &s, e, "fund_void");
}

enum err fund_step_refuse(struct rq *q)
{
	struct reason_in in;
	struct step s = { .by = &q->actor };
	enum err e = fund_here(q, &s.f);
	if (e)
		return e;
	if (s.f.entered_by == q->staff)
		return fund_refused(q, "own_entry", fund_show);
	if (!form_read(q, reason_in_fields, &in))
		return ERR_FORM;
	e = audited(&q->actor, &refuse_q,
		    ARGS(A_(q->staff), A_(actor_time(&q->actor)), A_(in.reason), A_(s.f.id),
			 A_(q->staff)),
		    "fund_entry.refuse", "fund_entry", &s.f.id);
	return step_end(q, &s, e, "fund_refused");
}

enum err fund_step_withdraw(struct rq *q)
{
	struct step s = { .by = &q->actor };
	enum err e = fund_here(q, &s.f);
	if (!e)
		e = audited(&q->actor, &withdraw_q,
			    ARGS(A_(actor_time(&q->actor)), A_(s.f.id), A_(q->staff)),
			    "fund_entry.withdraw", "fund_entry", &s.f.id);
	return step_end(q, &s, e, "fund_withdrawn");
}
