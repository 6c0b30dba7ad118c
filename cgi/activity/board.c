/*
 * board.c - the live board: who is here, who is missing, who has gone. And what only the leader can
 * do: vouch for those who forgot to check out.
 */
#include "activity_state.h"
#include "leave.h"
#include "clock.h"
#include "rules.h"
#include "states.h"

#define DECLARE_IN(X, T) \
	X(T, STR, ends, 1, CLOCK_CHARS) \
	X(T, STR, remark, 2, 200)
FORM_DEFINE(declare_in, DECLARE_IN);

static struct stmt people_q = SQL(
	"SELECT v.no, p.name, o.role, o.duty, IF(o.person_id = ?, 1, NULL) AS own,"
	"       i.at AS came, t.at AS left_at, i.nearness,"
	"       NULLIF(i.offline, 0) AS offline,"
	"       IF(t.at IS NOT NULL, 'gone', IF(i.at IS NOT NULL, 'here', 'missing')) AS place"
	"  FROM roster o"
	"  JOIN person p ON p.id = o.person_id"
	"  LEFT JOIN volunteer v ON v.person_id = o.person_id"
	"  LEFT JOIN attendance i ON i.activity_id = o.activity_id AND i.person_id = o.person_id"
	"       AND i.direction = 'in'"
	"  LEFT JOIN attendance t ON t.activity_id = o.activity_id AND t.person_id = o.person_id"
	"       AND t.direction = 'out'"
	" WHERE o.activity_id = ?"
	"   AND o.state = 'on'"
	" ORDER BY FIELD(place, 'missing', 'here', 'gone'), o.id"
	" LIMIT ?, ?");
static struct stmt count_q = SQL(
	"SELECT COUNT(*) AS roster, COALESCE(SUM(i.id IS NULL), 0) AS missing,"
	"       COALESCE(SUM(i.id IS NOT NULL AND t.id IS NULL), 0) AS here,"
	"       COALESCE(SUM(t.id IS NOT NULL), 0) AS gone"
	"  FROM roster o"
	"  LEFT JOIN attendance i ON i.activity_id = o.activity_id AND i.person_id = o.person_id"
	"       AND i.direction = 'in'"
	"  LEFT JOIN attendance t ON t.activity_id = o.activity_id AND t.person_id = o.person_id"
	"       AND t.direction = 'out'"
	" WHERE o.activity_id = ?"
	"   AND o.state = 'on'");
static struct stmt declared_q = SQL(
	"SELECT r.no, p.name, r.starts_at AS begins, r.ends_at AS ends, r.minutes, r.remark,"
	"       IF(r.person_id = ?, 1, NULL) AS own"
	"  FROM service_record r"
	"  JOIN person p ON p.id = r.person_id"
	" WHERE r.activity_id = ?"
	"   AND r.evidence = 'declared'"
	"   AND r.state = 'to_review'"
	"   AND r.leader_at IS NULL"
	" ORDER BY r.id"
	" LIMIT 500");
static struct stmt find_q = SQL(
	"SELECT r.id, r.activity_id, a.no"
	"  FROM service_record r"
	"  JOIN activity a ON a.id = r.activity_id"
	" WHERE r.no = ?");
static struct stmt check_q = SQL(
	"SELECT UNIX_TIMESTAMP(i.at)"
	"  FROM attendance i"
	" WHERE i.activity_id = ?"
	"   AND i.person_id = ?"
	"   AND i.direction = 'in'"
	"   AND NOT EXISTS (SELECT 1 FROM attendance t WHERE t.activity_id = i.activity_id"
	"       AND t.person_id = i.person_id AND t.direction = 'out')");
static struct stmt told_q = SQL(
	"SELECT COUNT(*)"
	"  FROM service_record"
	" WHERE activity_id = ?"
	"   AND person_id = ?"
	"   AND state IN " RECORD_COUNTS);
static struct stmt due_q = SQL(
	"SELECT COALESCE(record_due_on, '9999-12-31') >= ?"
	"  FROM activity"
	" WHERE id = ?");

enum { BOARD_SECONDS = 20, BOARD_NAMES = 60 };

/* Nobody leads in somebody's place. */
enum err act_leads(struct rq *q, int64_t activity, bool *leads)
{
	return person_leads(activity, q->proxy ? 0 : q->person, leads);
}

enum err act_led(struct rq *q, struct act *a)
{
	bool leads;
	if (may(q, ROLE_CLERK | ROLE_REVIEWER | ROLE_MANAGER))
		return act_here(q, a);
	if (!may(q, ROLE_VOLUNTEER))
		return ERR_FORBIDDEN;
	enum err e = act_any(arg(q, 0), a);
	if (!e)
		e = act_leads(q, a->id, &leads);
	return e ? e : leads ? OK : ERR_NOT_FOUND;
}

/* A roster has a thousand names at most: pages by their number. */
static enum err board_people(struct rq *q, const struct act *a)
{
	int64_t page = query_int(q, "page", 1, 1, 20), from = (page - 1) * BOARD_NAMES;
	enum err e = put_query(q, "People", &people_q,
			       ARGS(A_(q->person), A_(a->id), A_(from), A_((int64_t)BOARD_NAMES)));
	if (e)
		return e;
	if (page > 1)
		put_int(q, "PageBefore", page - 1);
	if (node_get_int(put_list(q, "Count"), "roster") > from + BOARD_NAMES)
		put_int(q, "PageNext", page + 1);
	/* While it can be done. */
	put_int(q, "Tick",
		str_in(a->state, "published,running,recording") &&
				rules_of_the_day((struct rules_span){ a->start, a->end }, q->now)
			? 1
			: DB_NONE);
	return OK;
}

enum err board_show(struct rq *q)
{
	struct act a;
	enum err e = act_led(q, &a);
	if (!e && str_eq(a.state, "draft"))
		e = ERR_STALE;
	if (!e)
		e = put_activity(q, a.id);
	if (!e)
		e = put_one(q, "Count", &count_q, ARGS(A_(a.id)));
	if (!e)
		e = board_people(q, &a);
	if (!e)
		e = put_excused(q, a.id);
	if (!e)
		e = put_query(q, "Declared", &declared_q, ARGS(A_(q->person), A_(a.id)));
	if (e)
		return e;
	/* Buttons that are being read are not pulled away. */
	if (str_in(a.state, "published,running") && !node_first(put_list(q, "Declared")))
		reply_header(q, "Refresh", arena_fmt(q->arena, "%d", BOARD_SECONDS));
	return page(q, q->staff ? "activity/board.cs" : "activity/board_lead.cs");
}

struct telling {
	struct rq *q;
	struct record_new n;
	const char *fault;
};

static enum err declare_add(void *ctx)
{
	struct telling *t = ctx;
	int64_t id;
	t->fault = NULL;
	enum err e = activity_tick(&t->q->actor, t->n.activity_id);
	if (!e)
		e = record_add(&t->q->actor, &t->n, &t->fault, &id);
	return e ? e : record_flag(&t->q->actor, t->n.activity_id);
}

/* Who checked in, did not check out, has no hours yet, and comes within the time for recording. */
static enum err declare_open(struct rq *q, const struct act *a, int64_t *in)
{
	int64_t told, open;
	enum err e = db_int(&check_q, ARGS(A_(a->id), A_(q->person)), in);
	if (!e)
		e = db_int(&told_q, ARGS(A_(a->id), A_(q->person)), &told);
	if (!e)
		e = db_int(&due_q, ARGS(A_(clock_day(q->arena, q->now)), A_(a->id)), &open);
	if (!e &&
	    (told || !open || a->end > q->now || !str_in(a->state, "running,recording,notice")))
		e = ERR(ERR_STALE, "nothing to declare");
	return e;
}

enum err declare(struct rq *q)
{
	struct declare_in in;
	struct act a;
	struct telling t = { .q = q };
	int64_t came, until = 0;
	enum err e = act_any(arg(q, 0), &a);
	if (!e)
		e = declare_open(q, &a, &came);
	if (e)
		return e;
	if (form_read(q, declare_in_fields, &in) &&
	    !clock_of_day(q->arena, a.day, in.ends, true, &until))
		form_error(q, "ends", "clock");
	if (!form_ok(q))
		return ERR_FORM;
	came -= came % 60;
	t.n = (struct record_new){ .activity_id = a.id,
				   .person_id = q->person,
				   .starts = came > a.start ? came : a.start,
				   .ends = until,
				   .evidence = "declared",
				   .logger_id = DB_NONE,
				   .remark = in.remark };
	e = db_tx(declare_add, &t);
	return e ? fault_form(q, e, "ends", NULL, t.fault)
		 : see(q, "/activity/%s?done=declared", a.no);
}

struct found {
	int64_t id, activity;
	const char *no;
};

static enum err declared_row(void *ctx, const struct row *r)
{
	struct found *f = ctx;
	*f = (struct found){ r->cells[0].i, r->cells[1].i, r->cells[2].text };
	return OK;
}

struct vouching {
	struct rq *q;
	int64_t id;
	const char *fault;
};

static enum err declared_vouch(void *ctx)
{
	struct vouching *v = ctx;
	v->fault = NULL;
	return record_confirm(&v->q->actor, v->id, &v->fault);
}

/* By the record's number; the activity it belongs to decides who may. */
enum err declared_confirm(struct rq *q)
{
	struct found f = { .id = 0 };
	struct act a;
	enum err e = db_each(&find_q, ARGS(A_(arg(q, 0))), declared_row, &f);
	if (!e && !f.id)
		e = ERR_NOT_FOUND;
	if (e)
		return e;
	q->args[0] = f.no;
	e = act_led(q, &a);
	struct vouching v = { .q = q, .id = f.id };
	if (!e)
		e = db_tx(declared_vouch, &v);
	return e ? fault_form(q, e, NULL, NULL, v.fault)
		 : see(q, "/activity/manage/%s/board?done=confirmed", f.no);
}
