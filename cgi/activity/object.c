/* object.c - objections 异议: raised by the volunteer, a case with a last day, decided by a reviewer. */
#include "activity.h"
#include "clock.h"
#include "secret.h"
#include "workday.h"

#define OBJECT_IN(X, T) X(T, TEXT, reason, 5, 500)
FORM_DEFINE(object_in, OBJECT_IN);
#define DECIDE_IN(X, T)                                                                              \
	X(T, WORD, verdict, 1, 12) X(T, TEXT, result, 2, 500) X(T, STR, begins, 0, 5) X(T, STR, ends, 0, 5)
FORM_DEFINE(decide_in, DECIDE_IN);

enum { DUE_DAYS = 5 };

static struct stmt own_q = SQL("SELECT r.no, a.title, r.served_on, r.minutes, FORMAT(r.minutes / 60, 2) AS hours, "
	"r.evidence, r.state FROM service_record r JOIN activity a ON a.id = r.activity_id WHERE r.id = ?");
static struct stmt find_q = SQL("SELECT id FROM service_record WHERE no = ? AND person_id = ?");
static struct stmt station_q = SQL("SELECT station_id FROM service_record WHERE id = ?");
static struct stmt open_q = SQL("SELECT COUNT(*) FROM objection WHERE record_id = ? AND state = 'open'");
static struct stmt add_q = SQL("INSERT INTO objection (uid, no, station_id, record_id, person_id, reason, held_state, "
	"raised_at, due_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt list_q = SQL(
	"SELECT o.id AS _id, o.no, o.state, o.raised_at, o.due_on, IF(o.state = 'open' AND o.due_on < ?, 1, NULL) AS overdue, "
	"r.no AS record_no, p.name, a.title, r.served_on FROM objection o JOIN service_record r ON r.id = o.record_id "
	"JOIN person p ON p.id = r.person_id JOIN activity a ON a.id = r.activity_id "
	"WHERE o.station_id = ? AND o.id < ? ORDER BY o.id DESC LIMIT 31");

#define CASE_COLS(X, T)                                                                              \
	X(T, INT, id, "o.id") X(T, INT, record_id, "o.record_id") X(T, TEXT, state, "o.state")       \
	X(T, TEXT, held, "o.held_state") X(T, INT, raised, "UNIX_TIMESTAMP(o.raised_at)")            \
	X(T, TEXT, day, "r.served_on") X(T, TEXT, record_state, "r.state")                           \
	X(T, INT, logger_id, "r.logger_id") X(T, INT, reviewer_id, "r.reviewer_id")
ROW_DEFINE(case_row, CASE_COLS);
static struct stmt case_q = SQL("SELECT " ROW_SELECT(CASE_COLS) " FROM objection o "
	"JOIN service_record r ON r.id = o.record_id WHERE o.no = ? AND o.station_id = ?");
static struct stmt show_q = SQL(
	"SELECT o.no, o.state, o.reason, o.result, o.raised_at, o.due_on, o.closed_at, f.name AS handler, "
	"IF(o.person_id IS NULL, 'other', 'volunteer') AS raised_by, r.no AS record_no, r.state AS record_state, "
	"p.name, a.no AS activity_no, a.title, r.served_on, DATE_FORMAT(r.starts_at, '%H:%i') AS begins, "
	"DATE_FORMAT(r.ends_at, '%H:%i') AS ends, FORMAT(r.minutes / 60, 2) AS hours, r.evidence "
	"FROM objection o JOIN service_record r ON r.id = o.record_id JOIN person p ON p.id = r.person_id "
	"JOIN activity a ON a.id = r.activity_id LEFT JOIN staff f ON f.id = o.handled_by WHERE o.id = ?");
static struct stmt close_q = SQL("UPDATE objection SET result = ?, handled_by = ?, closed_at = ? WHERE id = ?");
static const struct move moves[] = {
	{ "uphold", "open", "upheld" }, { "reject", "open", "rejected" }, { NULL, NULL, NULL }
};
static struct stmt set_q = SQL("UPDATE objection SET state = ? WHERE id = ? AND state = ? AND station_id = ?");
static const struct machine objection = { "objection", moves, &set_q };

struct raise {
	struct rq *q;
	int64_t record, station;
	const char *reason, *no, *due;
	struct bytes uid;
};

static enum err raise(void *ctx)
{
	struct raise *r = ctx;
	struct rq *q = r->q;
	const char *held;
	int64_t id, open;
	enum err e = record_hold(q, r->record, &held);
	if (!e)
		e = db_int(&open_q, ARGS(A_(r->record)), &open);
	if (!e && open)
		return ERR(ERR_STALE, "a case is open");
	if (!e)
		e = number_next(q, 'J', r->station, &r->no);
	if (!e)
		e = db_exec(&add_q, ARGS(A_(r->uid), A_(r->no), A_(r->station), A_(r->record), A_(q->who.person_id),
			A_(r->reason), A_(held), A_(clock_time(q->arena, q->now)), A_(r->due)), &id);
	return e ? e : audit(q, "objection.raise", "objection", id, held);
}

/* Another's record is not there. One that ended already has nothing left to object to. */
static enum err own_record(struct rq *q, int64_t *id)
{
	enum err e = db_int(&find_q, ARGS(A_(arg(q, 0)), A_(q->who.person_id)), id);
	if (!e)
		e = put_one(q, "Record", &own_q, ARGS(A_(*id)));
	if (!e && !str_in(got(q, "Record.state"), "to_review,notice,effective"))
		e = ERR(ERR_STALE, "record is %s", got(q, "Record.state"));
	return e;
}

enum err object_form(struct rq *q)
{
	int64_t id;
	enum err e = own_record(q, &id);
	return e ? e : page(q, "activity/object.cs");
}

enum err object_own(struct rq *q)
{
	struct object_in in;
	struct raise r = { .q = q };
	enum err e = own_record(q, &r.record);
	if (e)
		return e;
	if (!form_read(q, object_in_fields, &in))
		return page(q, "activity/object.cs");
	r.reason = in.reason;
	r.uid = secret_uid(q->arena);
	e = db_int(&station_q, ARGS(A_(r.record)), &r.station);
	if (!e)
		e = workday_add(clock_day(q->arena, q->now), DUE_DAYS, &r.due);
	if (!e)
		e = db_tx(raise, &r);
	return e ? e : see(q, "/activity/hours/%s?done=objected", arg(q, 0));
}

enum err case_list(struct rq *q)
{
	int64_t before = query_int(q, "after", INT64_MAX, 1, INT64_MAX);
	enum err e = put_query(q, "Cases", &list_q,
	                       ARGS(A_(clock_day(q->arena, q->now)), A_(q->station), A_(before)));
	if (e)
		return e;
	put_next(q, "Cases", PAGE_SIZE, "_id");
	return page(q, "activity/cases.cs");
}

static enum err put_case(struct rq *q, struct case_row *c)
{
	enum err e = row_one(&case_q, ARGS(A_(arg(q, 0)), A_(q->station)), case_row_cols, c);
	return e ? e : put_one(q, "Case", &show_q, ARGS(A_(c->id)));
}

enum err case_show(struct rq *q)
{
	struct case_row c;
	enum err e = put_case(q, &c);
	return e ? e : page(q, "activity/case.cs");
}

struct decision {
	struct rq *q;
	struct case_row c;
	const struct decide_in *in;
	int64_t starts, ends;            /* both 0: the record falls whole */
	const char *fault;
};

/* Not true: the notice goes on. True: with other times a new version, else the record is withdrawn. */
static enum err decide(void *ctx)
{
	struct decision *d = ctx;
	struct rq *q = d->q;
	bool upheld = str_eq(d->in->verdict, "upheld");
	int64_t id;
	d->fault = NULL;
	enum err e = db_change(&close_q, ARGS(A_(d->in->result), A_(q->who.staff_id), A_(clock_time(q->arena, q->now)),
		A_(d->c.id)));
	if (!e)
		e = move_to(q, &objection, upheld ? "uphold" : "reject", d->c.id, d->c.state);
	if (e)
		return e;
	if (!upheld)
		return record_release(q, d->c.record_id, d->c.held, d->c.raised);
	if (d->ends)
		return record_correct(q, d->c.record_id, d->starts, d->ends, d->in->result, &d->fault, &id);
	return record_withdraw(q, d->c.record_id, d->in->result);
}

static bool read_times(struct decision *d)
{
	struct rq *q = d->q;
	if (!d->in->begins && !d->in->ends)
		return true;
	bool ok = d->in->begins && d->in->ends &&
	          clock_parse_time(arena_fmt(q->arena, "%s %s:00", d->c.day, d->in->begins), &d->starts) &&
	          clock_parse_time(arena_fmt(q->arena, "%s %s:00", d->c.day, d->in->ends), &d->ends);
	if (!ok)
		form_error(q, "begins", "clock");
	return ok;
}

enum err case_decide(struct rq *q)
{
	struct decide_in in;
	struct decision d = { .q = q, .in = &in };
	enum err e = put_case(q, &d.c);
	if (!e && !move_find(&objection, "uphold", d.c.state))
		e = ERR_STALE;
	if (e)
		return e;
	if (form_read(q, decide_in_fields, &in) && !str_in(in.verdict, "upheld,rejected"))
		form_error(q, "verdict", "unknown_code");
	/* Whoever logged or passed the record does not judge it. */
	if (d.c.logger_id == q->who.staff_id || d.c.reviewer_id == q->who.staff_id)
		fault_put(q, NULL, NULL, "case_own");
	if (form_ok(q) && read_times(&d)) {
		e = db_tx(decide, &d);
		if (!e)
			return see(q, "/activity/manage/objections/%s?done=decided", arg(q, 0));
		if (e != ERR_CHECK || !d.fault)
			return e;
		fault_put(q, NULL, NULL, d.fault);
	}
	return page(q, "activity/case.cs");
}
