/* case.c - an objection is looked into: by whoever neither logged nor passed the record. */
#include <string.h>

#include "barred.h"
#include "clock.h"
#include "list.h"
#include "objection.h"
#include "secret.h"
#include "tell_thing.h"

#define DECIDE_IN(X, T) \
	X(T, WORD, verdict, 1, 12) \
	X(T, TEXT, result, 2, 500) \
	X(T, STR, begins, 0, CLOCK_CHARS) \
	X(T, STR, ends, 0, CLOCK_CHARS)
FORM_DEFINE(decide_in, DECIDE_IN);
#define CONTACT_IN(X, T) X(T, STR, purpose, 2, 120)
FORM_DEFINE(contact_in, CONTACT_IN);

enum { LOOKS = 30, LOOK_WINDOW = 3600 };

#define CASES_COLS(C) \
	C(TEXT, no, "o.no", "") \
	C(TEXT, record_no, "r.no", "") \
	C(TEXT, name, "p.name", "") \
	C(LONG, title, "a.title", "") \
	C(DAY, served_on, "r.served_on", "") \
	C(DAY, raised_at, "o.raised_at", "") \
	C(DAY, due_on, "o.due_on", "") \
	C(WORD, state, "o.state", "State.objection")
#define CASES_TABLE "objection o"
#define CASES_JOINS \
	"  JOIN service_record r ON r.id = o.record_id" \
	"  JOIN person p ON p.id = r.person_id" \
	"  JOIN activity a ON a.id = r.activity_id"
#define CASES_WHERE "o.station_id = ?"
#define CASES_WORDS \
	"(SELECT CONCAT_WS(' ', o.no, x.no, y.title) FROM service_record x " \
	"JOIN activity y ON y.id = x.activity_id WHERE x.id = o.record_id)"
#define CASES_FILTERS(F) \
	F(WORD, state, "o.state = ?") \
	F(DAY, from, "o.raised_at >= ?") \
	F(DAY, to, "o.raised_at < ? + INTERVAL 1 DAY") \
	F(FIND, q, CASES_WORDS " LIKE ?")
#define CASES_WAYS(S, L) \
	S(L, day, any, "o.id", "objection_recent") \
	S(L, day, state, "o.id", "objection_station") \
	S(L, day, from, "o.raised_at", "objection_raised") \
	S(L, day, to, "o.raised_at", "objection_raised") \
	S(L, due, any, "o.due_on", "objection_due") \
	S(L, state, any, "o.state", "objection_station") \
	S(L, state, state, "o.id", "objection_station")
#define CASES_ID "o.id"
LIST_DEFINE(CASES);

#define CASE_COLS(X, T) \
	X(T, INT, id, "o.id") \
	X(T, INT, record_id, "o.record_id") \
	X(T, TEXT, state, "o.state") \
	X(T, TEXT, held, "o.held_state") \
	X(T, INT, raised, "UNIX_TIMESTAMP(o.raised_at)") \
	X(T, TEXT, day, "r.served_on") \
	X(T, TEXT, record_state, "r.state") \
	X(T, INT, logger_id, "r.logger_id") \
	X(T, INT, reviewer_id, "r.reviewer_id") \
	X(T, INT, second_id, "r.second_reviewer_id") \
	X(T, INT, person_id, "r.person_id") \
	X(T, INT, leader_id, "r.leader_id") \
	X(T, INT, objector_id, "o.person_id") \
	X(T, BYTES, uid, "o.uid") \
	X(T, BYTES, name, "o.name_sealed") \
	X(T, BYTES, phone, "o.phone_sealed")
ROW_DEFINE(case_row, CASE_COLS);
static struct stmt case_q = SQL(
	"SELECT " ROW_SELECT(CASE_COLS)
	"  FROM objection o"
	"  JOIN service_record r ON r.id = o.record_id"
	" WHERE o.no = ?"
	"   AND o.station_id = ?");
static struct stmt show_q = SQL(
	"SELECT o.no, o.state, o.reason, o.result, o.raised_at, o.due_on, o.closed_at,"
	"       f.name AS handler, IF(o.person_id IS NULL, 'other', 'volunteer') AS raised_by,"
	"       r.no AS record_no, r.state AS record_state, p.name, a.no AS activity_no, a.title,"
	"       r.served_on, r.starts_at AS begins, r.ends_at AS ends,"
	"       ROUND(r.minutes / 60, 2) AS hours,"
	"       r.evidence"
	"  FROM objection o"
	"  JOIN service_record r ON r.id = o.record_id"
	"  JOIN person p ON p.id = r.person_id"
	"  JOIN activity a ON a.id = r.activity_id"
	"  LEFT JOIN staff f ON f.id = o.handled_by"
	" WHERE o.id = ?");
static struct stmt close_q = SQL(
	"UPDATE objection"
	"   SET result = ?, handled_by = ?, closed_at = ?"
	" WHERE id = ?");
static const struct move moves[] = { { "uphold", "open", "upheld" },
				     { "reject", "open", "rejected" },
				     { NULL, NULL, NULL } };
static struct stmt set_q = SQL(
	"UPDATE objection"
	"   SET state = ?"
	" WHERE id = ?"
	"   AND state = ?"
	"   AND station_id = ?");
static const struct machine machine = { "objection", moves, &set_q };

static enum err case_late(struct rq *q, struct node *n, const struct row *r)
{
	if (str_eq(list_cell(r, "state")->text, "open") &&
	    strcmp(list_cell(r, "due_on")->text, clock_day(q->arena, q->now)) < 0)
		node_set(n, "overdue", "1");
	return OK;
}

static const struct list cases = LIST(CASES, "Cases", "activity.Cases", .row = case_late,
				      .window = 300);

enum err case_list(struct rq *q)
{
	return list_page(q, &cases, ARGS(A_(q->station)), "activity/cases.cs");
}

/* Who objects without being the volunteer: masked, but for one deliberate look. */
static enum err case_put_contact(struct rq *q, const struct case_row *c, bool whole)
{
	const char *name, *phone;
	if (!c->name.p)
		return OK;
	enum err e = secret_unseal(q->arena, "objection.name", c->uid, c->name, &name);
	if (!e)
		e = secret_unseal(q->arena, "objection.phone", c->uid, c->phone, &phone);
	if (e)
		return e;
	put(q, "Case.other_name", whole ? name : mask_name(q->arena, name));
	put(q, "Case.other_phone", whole ? phone : mask_phone(q->arena, phone));
	put_int(q, "Case.masked", whole ? DB_NONE : 1);
	return OK;
}

static enum err case_put(struct rq *q, struct case_row *c, bool whole)
{
	enum err e = row_one(&case_q, ARGS(A_(arg(q, 0)), A_(q->station)), case_row_cols, c);
	if (!e)
		e = put_one(q, "Case", &show_q, ARGS(A_(c->id)));
	return e ? e : case_put_contact(q, c, whole);
}

enum err case_show(struct rq *q)
{
	struct case_row c;
	enum err e = case_put(q, &c, false);
	return e ? e : page(q, "activity/case.cs");
}

struct decision {
	struct rq *q;
	struct case_row c;
	const struct decide_in *in;
	int64_t starts, ends; /* both 0: the record falls whole */
	const char *fault;
};

/* Not true: the notice goes on. True: with other times a new version, else the record is
 * withdrawn. */
static enum err case_settle(void *ctx)
{
	struct decision *d = ctx;
	struct rq *q = d->q;
	bool upheld = str_eq(d->in->verdict, "upheld");
	int64_t id;
	d->fault = NULL;
	enum err e = db_change(&close_q, ARGS(A_(d->in->result), A_(q->staff),
					      A_(clock_time(q->arena, q->now)), A_(d->c.id)));
	if (!e)
		e = move_to(&q->actor, &machine, upheld ? "uphold" : "reject", d->c.id, d->c.state);
	if (!e)
		e = tell_record(&q->actor, d->c.record_id, "objection_end",
				clock_time(q->arena, d->c.raised), NULL);
	if (e)
		return e;
	if (!upheld)
		return record_release(&q->actor, d->c.record_id, d->c.held, d->c.raised);
	if (d->ends)
		return record_correct(&q->actor, d->c.record_id, d->starts, d->ends, d->in->result,
				      &d->fault, &id);
	return record_withdraw(&q->actor, d->c.record_id, d->in->result);
}

static bool case_times(struct decision *d)
{
	struct rq *q = d->q;
	if (!d->in->begins && !d->in->ends)
		return true;
	bool ok = d->in->begins && d->in->ends &&
		  clock_of_day(q->arena, d->c.day, d->in->begins, false, &d->starts) &&
		  clock_of_day(q->arena, d->c.day, d->in->ends, true, &d->ends);
	if (!ok)
		form_error(q, "begins", "clock");
	return ok;
}

enum err case_decide(struct rq *q)
{
	struct decide_in in;
	struct decision d = { .q = q, .in = &in };
	enum err e = case_put(q, &d.c, false);
	if (!e && !move_find(&machine, "uphold", d.c.state))
		e = ERR_STALE;
	if (e)
		return e;
	if (form_read(q, decide_in_fields, &in) && !str_in(in.verdict, "upheld,rejected"))
		form_error(q, "verdict", "unknown_code");
	/* Whoever logged or passed the record does not judge it. */
	if (d.c.logger_id == q->staff || d.c.reviewer_id == q->staff || d.c.second_id == q->staff)
		fault_put(q, NULL, NULL, "case_own");
	e = BARRED(q, d.c.person_id, d.c.leader_id, d.c.objector_id);
	if (e)
		return e;
	if (!form_ok(q) || !case_times(&d))
		return ERR_FORM;
	e = db_tx(case_settle, &d);
	return e ? fault_form(q, e, NULL, NULL, d.fault)
		 : see(q, "/activity/manage/objections/%s?done=decided", arg(q, 0));
}

struct look {
	struct rq *q;
	int64_t id;
	const char *purpose;
};

static enum err case_look(void *ctx)
{
	struct look *l = ctx;
	struct rq *q = l->q;
	enum err e = audit_look(&q->actor, DB_NONE, "objection", l->purpose);
	return e ? e : audit(&q->actor, "objection.unmask", "objection", l->id, NULL);
}

enum err case_contact(struct rq *q)
{
	struct contact_in in;
	struct case_row c;
	enum err e = case_put(q, &c, false);
	if (!e && !c.name.p)
		e = ERR_STALE;
	if (e)
		return e;
	if (!form_read(q, contact_in_fields, &in))
		return ERR_FORM;
	e = throttle(q, "unmask", arena_fmt(q->arena, "%lld", (long long)q->staff), LOOKS,
		     LOOK_WINDOW);
	if (!e)
		e = db_tx(case_look, &(struct look){ .q = q, .id = c.id, .purpose = in.purpose });
	if (!e)
		e = case_put(q, &c, true);
	return e ? e : page(q, "activity/case.cs");
}
