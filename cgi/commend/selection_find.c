/*
 * selection_find.c - who meets what a selection asks for, with the figures behind each condition,
 * and what the others lack; a nomination is made from there.
 */
#include "selection.h"

#include <stdlib.h>

#include "clock.h"
#include "commend.h"
#include "form.h"
#include "list.h"
#include "nomination.h"
#include "page.h"
#include "secret.h"
#include "staff.h"

enum { MET_SHOWN = 100, UNMET_SHOWN = 50 };

#define NOMINATE_IN(X, T) \
	X(T, WORD, kind, 1, 12) \
	X(T, NO, volunteer_no, 0, 32) \
	X(T, WORD, thing, 0, 60) \
	X(T, STR, outside, 0, 300)
FORM_DEFINE(nominate_in, NOMINATE_IN);

static struct stmt nominated_q = SQL(
	"SELECT whom, LOWER(HEX(uid)) AS uid"
	"  FROM honour_nomination"
	" WHERE selection_id = ?"
	"   AND whom IS NOT NULL"
	" LIMIT 500");
static struct stmt same_q = SQL(
	"SELECT LOWER(HEX(uid))"
	"  FROM honour_nomination"
	" WHERE selection_id = ?"
	"   AND whom = ?");
static struct stmt add_q = SQL(
	"INSERT INTO honour_nomination (uid, station_id, selection_id, title, year, subject,"
	"       person_id, team_id, project_id, region_code, nominated_station_id, whom,"
	"       measured_on, outside, created_by, created_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");

/* One that was looked at, and how many conditions it does not meet. */
struct looked {
	const struct measured_row *r;
	size_t lacks, at;
};

static int looked_order(const void *a, const void *b)
{
	const struct looked *x = a, *y = b;
	return x->lacks != y->lacks ? (x->lacks > y->lacks) - (x->lacks < y->lacks)
				    : (x->at > y->at) - (x->at < y->at);
}

static void put_looked(struct rq *q, const char *subject, const struct conditions *c,
		       const struct looked *l, struct node *nominated)
{
	struct node *n = node_item(put_list(q, "Found"));
	const char *whom = measured_whom(q->arena, subject, l->r);
	node_set(n, "code", l->r->code);
	node_set(n, "name", l->r->name);
	node_int(n, "lacks", (int64_t)l->lacks);
	for (size_t i = 0; i < c->n; i++)
		put_condition(node_item(node_child(n, "Figures")), &c->v[i], l->r);
	for (struct node *o = node_first(nominated); o; o = node_next(o))
		if (str_eq(node_get(o, "whom"), whom))
			node_set(n, "nominated", node_get(o, "uid"));
}

static enum err put_found(struct rq *q, const struct selection_row *s, const char *subject)
{
	struct conditions c;
	struct measured_row *v;
	size_t n = 0, met = 0, shown[2] = { 0, 0 };
	enum err e = conditions_of(s->id, subject, &c);
	if (!e)
		e = measured_all(q, subject, &v, &n);
	if (!e)
		e = put_query(q, "_Nominated", &nominated_q, ARGS(A_(s->id)));
	if (e)
		return e;
	struct looked *l = arena_array(q->arena, n + 1, sizeof(*l));
	for (size_t i = 0; i < n; i++) {
		l[i] = (struct looked){ &v[i], 0, i };
		for (size_t k = 0; k < c.n; k++)
			l[i].lacks += !condition_met(&c.v[k], &v[i]);
		met += !l[i].lacks;
	}
	qsort(l, n, sizeof(*l), looked_order);
	for (size_t i = 0; i < n; i++) {
		size_t which = l[i].lacks > 0;
		if (shown[which]++ < (which ? (size_t)UNMET_SHOWN : (size_t)MET_SHOWN))
			put_looked(q, subject, &c, &l[i], put_list(q, "_Nominated"));
	}
	put_int(q, "Looked", (int64_t)n);
	put_int(q, "Met", (int64_t)met);
	put_int(q, "Asked", (int64_t)c.n);
	return OK;
}

/* ".../find?kind=team"; without one the first kind of the selection. */
enum err selection_find_page(struct rq *q)
{
	struct selection_row s;
	const char *award;
	enum err e = selection_find(q, &s);
	if (!e)
		e = put_selection(q, &s);
	if (e)
		return e;
	struct node *first = node_first(put_list(q, "Kinds"));
	const char *kind = str_or(query(q, "kind"), form_given(q, "kind"));
	kind = str_or(kind, first ? node_get(first, "subject") : "");
	e = first ? selection_award(s.id, kind, &award) : OK;
	if (!e && first)
		e = put_found(q, &s, kind);
	if (!e && !str_eq(kind, "volunteer"))
		e = whom_options(q);
	if (e)
		return e;
	put(q, "Kind", first ? kind : NULL);
	return page(q, "commend/selection_find.cs");
}

struct nominating {
	struct rq *q;
	struct selection_row s;
	struct nominate_in in;
	struct whom w;
	struct measured_row r;
	struct conditions c;
	const char *award, *whom;
	struct bytes uid;
};

/* Whom it nominates; nobody nominates themselves, or what they lead. */
static enum err nominate_whom(struct nominating *m, const char *field)
{
	struct rq *q = m->q;
	int64_t me = 0;
	enum err e = whom_typed(q, m->in.volunteer_no, m->in.thing, &m->w);
	if (!e && !str_eq(m->w.subject, m->in.kind))
		e = ERR_NOT_FOUND;
	if (!e)
		e = measured_one(q, &m->w, &m->r);
	if (e == ERR_NOT_FOUND) {
		err_clear();
		form_error(q, field, "not_to_nominate");
		return OK;
	}
	if (!e)
		e = staff_person(q->staff, &me);
	if (!e && whom_is(me, &m->w))
		form_error(q, field, "own_honour");
	return e;
}

/* Without all conditions met, what shows it otherwise is said. */
static void nominate_lacks(struct nominating *m, const char *field)
{
	struct rq *q = m->q;
	size_t lacks = 0;
	for (size_t i = 0; i < m->c.n; i++) {
		if (condition_met(&m->c.v[i], &m->r))
			continue;
		put_condition(node_item(put_list(q, "Lacks")), &m->c.v[i], &m->r);
		lacks++;
	}
	if (!lacks || m->in.outside)
		return;
	form_also(q, "Lacks");
	form_error(q, field, "conditions_unmet");
	form_error(q, "outside", "outside_wanted");
}

static enum err nomination_insert(void *ctx)
{
	struct nominating *m = ctx;
	struct rq *q = m->q;
	int64_t id = 0;
	enum err e = selection_hold(&m->s);
	if (!e)
		e = audited(&q->actor, &add_q,
			    ARGS(A_(m->uid), A_(q->station), A_(m->s.id), A_(m->award),
				 A_(m->s.year), A_(m->w.subject), A_(m->w.person), A_(m->w.team),
				 A_(m->w.project), A_(m->w.region), A_(m->w.station), A_(m->whom),
				 A_(clock_day(q->arena, q->now)), A_(str_or(m->in.outside, "")),
				 A_(q->staff), A_(clock_time(q->arena, q->now))),
			    "nomination.add", "honour_nomination", &id);
	return e ? e : nomination_freeze(id, &m->w, &m->c, &m->r);
}

enum err nomination_add(struct rq *q)
{
	struct nominating m = { .q = q };
	enum err e = selection_find(q, &m.s);
	if (e)
		return e;
	if (!form_read(q, nominate_in_fields, &m.in))
		return ERR_FORM;
	const char *field = str_eq(m.in.kind, "volunteer") ? "volunteer_no" : "thing";
	e = selection_award(m.s.id, m.in.kind, &m.award);
	if (!e)
		e = nominate_whom(&m, field);
	if (!e)
		e = conditions_of(m.s.id, m.in.kind, &m.c);
	if (!e && form_ok(q))
		nominate_lacks(&m, field);
	if (!e && !form_ok(q))
		return ERR_FORM;
	if (e)
		return e;
	m.whom = measured_whom(q->arena, m.w.subject, &m.r);
	m.uid = secret_uid(q->arena);
	e = db_tx(nomination_insert, &m);
	const char *hex = hex_encode(q->arena, m.uid);
	/* Nominated already, or asked twice: it is that one. */
	if (e == ERR_DUPLICATE)
		e = db_text(&same_q, ARGS(A_(m.s.id), A_(m.whom)), &hex);
	return e ? e : see(q, "/commend/manage/nominations/%s?done=nominated", hex);
}
