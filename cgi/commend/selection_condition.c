/* selection_condition.c - what a selection asks for, row by row; nothing that nobody could meet. */
#include "selection.h"

#include "commend.h"
#include "form.h"
#include "page.h"

#define CONDITION_IN(X, T) \
	X(T, WORD, kind, 1, 12) \
	X(T, WORD, what, 1, 12) \
	X(T, WORD, bound, 1, 8) \
	X(T, INT, wanted, 0, 100000000)
FORM_DEFINE(condition_in, CONDITION_IN);
#define GONE_IN(X, T) \
	X(T, WORD, kind, 1, 12) \
	X(T, WORD, what, 1, 12) \
	X(T, INT, at_most, 0, 1)
FORM_DEFINE(gone_in, GONE_IN);

enum { PERCENT = 100, STARS_MOST = 5 };

static struct stmt add_q = SQL(
	"INSERT INTO selection_condition (selection_id, subject, what, at_most, wanted)"
	" VALUES (?, ?, ?, ?, ?)");
static struct stmt remove_q = SQL(
	"DELETE FROM selection_condition"
	" WHERE selection_id = ?"
	"   AND subject = ?"
	"   AND what = ?"
	"   AND at_most = ?");

struct adding {
	struct rq *q;
	struct selection_row s;
	const struct condition_in *in;
	int64_t at_most;
	const char *field, *wrong; /* message, NULL: it stands */
};

/* A share above all, or at least so many and at most fewer, nobody could ever meet. */
static void condition_check(struct adding *a, const struct conditions *c)
{
	const struct condition_in *in = a->in;
	int64_t most = str_in(in->what, "active,registered") ? PERCENT
		       : str_eq(in->what, "star")            ? STARS_MOST
							     : in->wanted;
	a->field = "wanted";
	if (in->wanted > most)
		a->wrong = "wanted_above";
	for (size_t i = 0; !a->wrong && i < c->n; i++) {
		const struct condition_row *o = &c->v[i];
		if (!str_eq(o->what, in->what))
			continue;
		if (o->at_most == a->at_most)
			a->wrong = "condition_twice";
		else if (a->at_most ? in->wanted < o->wanted : in->wanted > o->wanted)
			a->wrong = "condition_against";
	}
}

static enum err condition_put(void *ctx)
{
	struct adding *a = ctx;
	const struct condition_in *in = a->in;
	const char *award;
	struct conditions all, own;
	a->wrong = NULL;
	a->field = "kind";
	enum err e = selection_hold(&a->s);
	if (!e)
		e = selection_award(a->s.id, in->kind, &award);
	if (e == ERR_NOT_FOUND) {
		err_clear();
		a->wrong = "kind_none";
		return OK;
	}
	if (!e)
		e = conditions_of(a->s.id, NULL, &all);
	if (!e)
		e = conditions_of(a->s.id, in->kind, &own);
	if (!e && all.n >= CONDITIONS_MOST)
		a->wrong = "conditions_full";
	if (!e && !a->wrong)
		condition_check(a, &own);
	if (e || a->wrong)
		return e;
	e = db_exec(&add_q,
		    ARGS(A_(a->s.id), A_(in->kind), A_(in->what), A_(a->at_most), A_(in->wanted)),
		    NULL);
	return e ? e : audit(&a->q->actor, "selection.condition", "selection", a->s.id, in->what);
}

enum err condition_add(struct rq *q)
{
	struct condition_in in;
	struct adding a = { .q = q, .in = &in };
	enum err e = selection_find(q, &a.s);
	if (e)
		return e;
	if (form_read(q, condition_in_fields, &in)) {
		const struct measure *m = measure_find(in.what);
		if (!m || !str_in(in.kind, m->of))
			form_error(q, "what", "figure_not_of_kind");
		if (!str_in(in.bound, "least,most"))
			form_error(q, "bound", "unknown_code");
	}
	if (!form_ok(q))
		return ERR_FORM;
	a.at_most = str_eq(in.bound, "most");
	e = db_tx(condition_put, &a);
	if (!e && a.wrong) {
		form_error(q, a.field, a.wrong);
		return ERR_FORM;
	}
	return e ? e : see(q, "/commend/manage/selections/%s?done=saved", a.s.uid);
}

struct removing {
	struct rq *q;
	struct selection_row s;
	struct gone_in in;
};

static enum err condition_drop(void *ctx)
{
	struct removing *r = ctx;
	enum err e = selection_hold(&r->s);
	return e ? e
		 : audited(&r->q->actor, &remove_q,
			   ARGS(A_(r->s.id), A_(r->in.kind), A_(r->in.what), A_(r->in.at_most)),
			   "selection.condition_remove", "selection", &r->s.id);
}

enum err condition_remove(struct rq *q)
{
	struct removing r = { .q = q };
	enum err e = selection_find(q, &r.s);
	if (e)
		return e;
	if (!form_read(q, gone_in_fields, &r.in))
		return ERR_FORM;
	e = db_tx(condition_drop, &r);
	return e ? e : see(q, "/commend/manage/selections/%s?done=saved", r.s.uid);
}
