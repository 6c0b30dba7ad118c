/* roll.c - who takes part: the roll, its sheet for paper, presence for many at once, and people
 * without a phone. */
#include "ask.h"
#include "clock.h"
#include "form.h"
#include "secret.h"
#include "training.h"
#include "typed_no.h"

#define PRESENT_IN(X, T) \
	X(T, LIST, who, 1, 500) \
	X(T, WORD, undo, 0, 4)
FORM_DEFINE(present_in, PRESENT_IN);
#define ENROL_IN(X, T) X(T, NO, volunteer_no, 1, 32)
FORM_DEFINE(enrol_in, ENROL_IN);
#define REMOVE_IN(X, T) \
	X(T, CODE, ref, 32, 32) \
	X(T, STR, reason, 2, 200)
FORM_DEFINE(remove_in, REMOVE_IN);

static struct stmt rows_q = SQL(
	"SELECT e.id AS _id, LOWER(HEX(e.uid)) AS ref, v.no AS volunteer_no, p.name, c.name AS sex,"
	"       e.state, e.score, e.reason, e.line_no, e.present_at"
	"  FROM enrolment e"
	"  JOIN person p ON p.id = e.person_id"
	"  LEFT JOIN volunteer v ON v.person_id = e.person_id"
	"  LEFT JOIN code_item c ON c.list = 'sex' AND c.code = p.sex"
	" WHERE e.training_id = ?"
	"   AND e.state <> 'cancelled'"
	" ORDER BY e.state = 'waiting', e.line_no, v.no, e.id"
	" LIMIT 1000");
static struct stmt present_q = SQL(
	"UPDATE enrolment"
	"   SET state = 'present', present_at = ?"
	" WHERE uid = ?"
	"   AND training_id = ?"
	"   AND state = 'enrolled'");
static struct stmt undo_q = SQL(
	"UPDATE enrolment"
	"   SET state = 'enrolled', present_at = ?"
	" WHERE uid = ?"
	"   AND training_id = ?"
	"   AND state = 'present'");
/* Of other stations: a masked name until they have agreed. */
static struct stmt asked_q = SQL(
	"SELECT v.no, p.name AS _name, k.state, k.asked_at"
	"  FROM volunteer_ask k"
	"  JOIN person p ON p.id = k.person_id"
	"  LEFT JOIN volunteer v ON v.person_id = k.person_id"
	" WHERE k.purpose = 'training'"
	"   AND k.target_id = ?"
	"   AND k.state <> 'accepted'"
	" ORDER BY k.id"
	" LIMIT 200");
static struct stmt find_q = SQL(
	"SELECT id"
	"  FROM enrolment"
	" WHERE uid = ?"
	"   AND training_id = ?");

/* What was typed wrongly stays in its box; else the box shows what is recorded. */
static void roll_put_box(struct rq *q, struct node *r, const char *part, const char *recorded)
{
	const char *name = arena_fmt(q->arena, "Form.%s_%s", part, node_get(r, "ref"));
	const char *typed = form_again(q) ? got(q, name) : NULL;
	node_set(r, arena_fmt(q->arena, "in_%s", part), typed ? typed : recorded);
}

static void roll_put_boxes(struct rq *q)
{
	for (struct node *r = node_first(put_list(q, "Rows")); r; r = node_next(r)) {
		const char *state = node_get(r, "state");
		if (str_in(state, "enrolled,present"))
			put(q, "Markable", "1");
		if (str_in(state, "present,passed,failed"))
			put(q, "Settleable", "1");
		roll_put_box(q, r, "result", str_in(state, "passed,failed") ? state : "");
		roll_put_box(q, r, "score", node_get(r, "score"));
		roll_put_box(q, r, "reason", node_get(r, "reason"));
	}
}

enum err roll_show(struct rq *q)
{
	struct training_row t;
	enum err e = training_mine(q, &t);
	if (!e)
		e = put_training(q, t.id);
	if (!e)
		e = put_query(q, "Rows", &rows_q, ARGS(A_(t.id)));
	if (!e)
		e = put_query(q, "Asked", &asked_q, ARGS(A_(t.id)));
	if (e)
		return e;
	for (struct node *n = node_first(put_list(q, "Asked")); n; n = node_next(n))
		node_set(n, "name", mask_name(q->arena, str_or(node_get(n, "_name"), "")));
	roll_put_boxes(q);
	return page(q, "training/roll.cs");
}

enum err roll_sheet(struct rq *q)
{
	struct training_row t;
	enum err e = training_mine(q, &t);
	if (!e)
		e = put_training(q, t.id);
	if (!e)
		e = put_query(q, "Rows", &rows_q, ARGS(A_(t.id)));
	put(q, "Today", clock_day(q->arena, q->now));
	return e ? e : page(q, "training/sheet.cs");
}

struct marking {
	struct rq *q;
	const struct training_row *t;
	struct strs who;
	bool undo;
};

/* A row ticked twice, or by two people at once, is simply present. */
static enum err roll_mark(void *ctx)
{
	const struct marking *m = ctx;
	struct arena *a = m->q->arena;
	const char *now = m->undo ? NULL : clock_time(a, m->q->now);
	int64_t rows, changed = 0;
	enum err e = OK;
	for (size_t i = 0; !e && i < m->who.n; i++) {
		uint8_t uid[16];
		if (!hex_decode(m->who.v[i], uid, sizeof(uid)))
			return ERR_BAD_REQUEST;
		e = db_affect(m->undo ? &undo_q : &present_q,
			      ARGS(A_(now), A_(BYTES(uid)), A_(m->t->id)), &rows);
		changed += e ? 0 : rows;
	}
	return e ? e
		 : audit(&m->q->actor, m->undo ? "enrolment.present_undone" : "enrolment.present",
			 "training", m->t->id, arena_fmt(a, "%lld", (long long)changed));
}

enum err roll_present(struct rq *q)
{
	struct training_row t;
	struct present_in in;
	enum err e = training_mine(q, &t);
	if (e)
		return e;
	if (!form_read(q, present_in_fields, &in))
		return ERR_FORM;
	if (!str_eq(t.state, "running"))
		return refused(q, "not_running", roll_show);
	struct marking m = { q, &t, in.who, in.undo != NULL };
	e = db_tx(roll_mark, &m);
	return e ? e
		 : see(q, "/training/manage/%s/roll?done=%s", t.no, m.undo ? "undone" : "present");
}

struct asking {
	struct rq *q;
	const struct training_row *t;
	struct typed_no who;
};

static enum err roll_ask(void *ctx)
{
	const struct asking *k = ctx;
	return ask_volunteer(&k->q->actor, k->who.person, "training", k->t->id, "", k->who.no);
}

/* Who is ours has a place, and whose number was used is written down; others are asked. */
static enum err roll_place(struct asking *k, const char **done)
{
	struct rq *q = k->q;
	const char *why = NULL, *state = NULL;
	enum err e = may_enrol(q, k->t, k->who.person, true, &why);
	if (!e && why) {
		*done = NULL;
		return refused(q, why, roll_show);
	}
	*done = "desk_asked";
	if (!e && !k->who.ours)
		e = db_tx(roll_ask, k);
	if (e || !k->who.ours)
		return e;
	e = place_take(q, k->t, k->who.person, &state);
	*done = str_eq(state, "waiting") ? "desk_in_line" : "desk_enrolled";
	return e ? e : audit(&q->actor, "enrolment.desk", "training", k->t->id, k->who.no);
}

/* For those who have no phone, or come to the desk. */
enum err roll_enrol(struct rq *q)
{
	struct training_row t;
	struct enrol_in in;
	struct asking k = { .q = q, .t = &t };
	const char *done = NULL;
	enum err e = training_mine(q, &t);
	if (e)
		return e;
	if (!form_read(q, enrol_in_fields, &in))
		return ERR_FORM;
	e = typed_no(q, in.volunteer_no, &k.who);
	if (e == ERR_NOT_FOUND) {
		err_clear();
		form_error(q, "volunteer_no", "volunteer_unknown");
		return ERR_FORM;
	}
	if (!e)
		e = roll_place(&k, &done);
	return e || !done ? e : see(q, "/training/manage/%s/roll?done=%s", t.no, done);
}

enum err roll_remove(struct rq *q)
{
	struct training_row t;
	struct remove_in in;
	uint8_t uid[16];
	int64_t id;
	enum err e = training_mine(q, &t);
	if (e)
		return e;
	if (!form_read(q, remove_in_fields, &in))
		return ERR_FORM;
	if (!hex_decode(in.ref, uid, sizeof(uid)))
		return ERR_NOT_FOUND;
	e = db_int(&find_q, ARGS(A_(BYTES(uid)), A_(t.id)), &id);
	if (!e)
		e = place_leave(q, &t, id, in.reason);
	return e ? e : see(q, "/training/manage/%s/roll?done=removed", t.no);
}
