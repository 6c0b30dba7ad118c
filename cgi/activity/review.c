/* review.c - another member of staff looks at what was logged: one record or many at once. */
#include <string.h>

#include "activity.h"
#include "activity_state.h"
#include "clock.h"
#include "rules.h"

#define APPROVE_IN(X, T) \
	X(T, LIST, record, 1, RECORD_BATCH) \
	X(T, STR, note, 0, 200)
FORM_DEFINE(approve_in, APPROVE_IN);
#define REFUSE_IN(X, T) X(T, STR, reason, 2, 200)
FORM_DEFINE(refuse_in, REFUSE_IN);

/* What rules.h asks of a record before somebody reviews it, in nodes that no page shows. Takes the
 * time; me is the member of staff who looks. */
#define REVIEW_FACTS \
	"r.logger_id AS _logger, r.reviewer_id AS _reviewer, r.person_id AS _person, " \
	"r.leader_id AS _leader, r.leader_at IS NOT NULL AS _confirmed, " \
	"a.state NOT IN ('recording', 'notice', 'archived') AND a.ends_at > ? AS _running, " \
	"me.person_id AS _me, r.evidence, r.flags, " \
	"(SELECT LOWER(HEX(d.uid)) FROM backfill_proof b JOIN document d " \
	"ON d.id = b.document_id WHERE b.record_id = r.id LIMIT 1) AS proof"

static struct stmt list_q = SQL(
	"SELECT r.id AS _id, r.no, p.name, v.no AS volunteer_no, a.no AS activity_no, a.title,"
	"       a.state AS activity_state, r.served_on,"
	"       DATE_FORMAT(r.starts_at, '%H:%i') AS begins,"
	"       DATE_FORMAT(r.ends_at, '%H:%i') AS ends, r.minutes,"
	"       ROUND(r.minutes / 60, 2) AS hours, r.remark, l.name AS logger,"
	"       w.name AS first_reviewer, " REVIEW_FACTS
	"  FROM service_record r"
	"  JOIN activity a ON a.id = r.activity_id"
	"  JOIN person p ON p.id = r.person_id"
	"  JOIN staff me ON me.id = ?"
	"  LEFT JOIN volunteer v ON v.person_id = r.person_id"
	"  LEFT JOIN staff l ON l.id = r.logger_id"
	"  LEFT JOIN staff w ON w.id = r.reviewer_id"
	" WHERE r.station_id = ?"
	"   AND r.state = 'to_review'"
	"   AND r.id > ?"
	"   AND (? = '' OR a.no = ?)"
	" ORDER BY r.id"
	" LIMIT 201");
static struct stmt activities_q = SQL(
	"SELECT a.no AS code, CONCAT(DATE_FORMAT(a.starts_at, '%m-%d'), ' ', a.title, ' (',"
	"       COUNT(*), ')') AS name"
	"  FROM service_record r"
	"  JOIN activity a ON a.id = r.activity_id"
	" WHERE r.station_id = ?"
	"   AND r.state = 'to_review'"
	" GROUP BY a.id"
	" ORDER BY a.starts_at, a.id"
	" LIMIT 100");
/* What only staff see of a record, beside what its volunteer does. */
static struct stmt inside_q = SQL(
	"SELECT p.name, v.no AS volunteer_no, r.remark, l.name AS logger, r.logged_at,"
	"       w.name AS reviewer, r.reviewed_at, z.name AS second, r.second_reviewed_at,"
	"       " REVIEW_FACTS
	"  FROM service_record r"
	"  JOIN activity a ON a.id = r.activity_id"
	"  JOIN person p ON p.id = r.person_id"
	"  JOIN staff me ON me.id = ?"
	"  LEFT JOIN volunteer v ON v.person_id = r.person_id"
	"  LEFT JOIN staff l ON l.id = r.logger_id"
	"  LEFT JOIN staff w ON w.id = r.reviewer_id"
	"  LEFT JOIN staff z ON z.id = r.second_reviewer_id"
	" WHERE r.id = ?");
static struct stmt find_q = SQL(
	"SELECT id"
	"  FROM service_record"
	" WHERE no = ?"
	"   AND station_id = ?");
static struct stmt activity_q = SQL(
	"SELECT activity_id"
	"  FROM service_record"
	" WHERE no = ?"
	"   AND station_id = ?");

enum { REVIEW_PAGE = 200 };

/* "a,b" as Flags.N.word, so that a template can name each. */
static void put_flags(struct rq *q, struct node *row)
{
	const char *flags = str_or(node_get(row, "flags"), "");
	struct node *list = *flags ? node_child(row, "Flags") : NULL;
	while (*flags) {
		size_t n = strcspn(flags, ",");
		node_set(node_item(list), "word", arena_dup(q->arena, flags, n));
		flags += n + (flags[n] == ',');
	}
}

/* Whether the one who looks may say yes, and whether another has to. */
static void put_rules(struct rq *q, struct node *row)
{
	int64_t me = node_get_int(row, "_me");
	const char *evidence = node_get(row, "evidence");
	const struct rules_review r = { .evidence = evidence,
					.logger_id = node_get_int(row, "_logger"),
					.reviewer_id = node_get_int(row, "_reviewer"),
					.person_id = node_get_int(row, "_person"),
					.leader_id = node_get_int(row, "_leader"),
					.confirmed = node_get_int(row, "_confirmed") == 1,
					.proved = true,
					.running = node_get_int(row, "_running") == 1 };
	node_set(row, "hindrance", rules_hindrance(&r, q->staff, me == DB_NONE ? 0 : me));
	if (rules_needs_two(evidence, str_or(node_get(row, "flags"), "")))
		node_int(row, "two", 1);
	put_flags(q, row);
}

static enum err put_waiting(struct rq *q)
{
	const char *no = str_or(query(q, "activity"), "");
	int64_t after = query_int(q, "after", 0, 0, INT64_MAX);
	put(q, "Filter.activity", no);
	enum err e = put_query(q, "Records", &list_q,
			       ARGS(A_(clock_time(q->arena, q->now)), A_(q->staff), A_(q->station),
				    A_(after), A_(no), A_(no)));
	if (e)
		return e;
	e = put_query(q, "Activities", &activities_q, ARGS(A_(q->station)));
	if (e)
		return e;
	put_next(q, "Records", REVIEW_PAGE, "_id");
	for (struct node *r = node_first(put_list(q, "Records")); r; r = node_next(r))
		put_rules(q, r);
	return OK;
}

enum err review_list(struct rq *q)
{
	enum err e = put_waiting(q);
	return e ? e : page(q, "activity/review.cs");
}

static enum err put_inside(struct rq *q, int64_t id)
{
	enum err e = put_record(q, id);
	if (!e)
		e = put_one(q, "Inside", &inside_q,
			    ARGS(A_(clock_time(q->arena, q->now)), A_(q->staff), A_(id)));
	if (!e)
		put_rules(q, put_list(q, "Inside"));
	return e;
}

enum err review_show(struct rq *q)
{
	int64_t id;
	enum err e = db_int(&find_q, ARGS(A_(arg(q, 0)), A_(q->station)), &id);
	if (!e)
		e = put_inside(q, id);
	return e ? e : page(q, "activity/record.cs");
}

struct review {
	struct rq *q;
	const struct approve_in *in;
	const char *fault, *record, *reason;
	int64_t id;
	size_t first; /* how many of them wait for a second reviewer now */
};

/* The activity may have ended since anybody looked. */
static enum err approve(void *ctx)
{
	struct review *r = ctx;
	const struct strs *nos = &r->in->record;
	int64_t activity;
	r->fault = NULL;
	enum err e = db_int(&activity_q, ARGS(A_(nos->v[0]), A_(r->q->station)), &activity);
	if (!e)
		e = activity_tick(&r->q->actor, activity);
	return e ? e
		 : record_approve(&r->q->actor, nos->v, nos->n, r->in->note, &r->fault, &r->record,
				  &r->first);
}

enum err review_approve(struct rq *q)
{
	struct approve_in in;
	struct review r = { .q = q, .in = &in };
	enum err e = OK;
	if (form_read(q, approve_in_fields, &in)) {
		e = db_tx(approve, &r);
		if (!e)
			return see(q, "/activity/manage/review?done=%s",
				   r.first == in.record.n ? "first_review" : "reviewed");
		if (e != ERR_CHECK || !r.fault)
			return e;
		form_keep(q);
		fault_put(q, NULL, r.record, r.fault);
	}
	e = put_waiting(q);
	return e ? e : page(q, "activity/review.cs");
}

static enum err refuse(void *ctx)
{
	struct review *r = ctx;
	r->fault = NULL;
	return record_refuse(&r->q->actor, r->id, r->reason, &r->fault);
}

enum err review_refuse(struct rq *q)
{
	struct refuse_in in;
	struct review r = { .q = q, .record = arg(q, 0) };
	enum err e = db_int(&find_q, ARGS(A_(arg(q, 0)), A_(q->station)), &r.id);
	if (e)
		return e;
	if (form_read(q, refuse_in_fields, &in)) {
		r.reason = in.reason;
		e = db_tx(refuse, &r);
		if (!e)
			return see(q, "/activity/manage/review?done=refused");
		if (e != ERR_CHECK || !r.fault)
			return e;
		fault_put(q, NULL, r.record, r.fault);
	}
	e = put_inside(q, r.id);
	return e ? e : page(q, "activity/record.cs");
}
