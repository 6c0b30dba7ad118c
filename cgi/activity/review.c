/* review.c - another member of staff looks at what was logged: one record or many at once. */
#include <string.h>

#include "activity.h"
#include "activity_state.h"
#include "clock.h"
#include "family.h"
#include "list.h"
#include "rules.h"
#include "states.h"
#include "signs.h"

#define MANY(X, T, least) \
	X(T, LIST, record, 1, RECORD_BATCH) X(T, STR, note, least, 200) X(T, WORD, verb, 0, 10)
#define APPROVE_IN(X, T) MANY(X, T, 0)
#define RETURN_IN(X, T)  MANY(X, T, 2)
FORM_DEFINE(approve_in, APPROVE_IN);
FORM_DEFINE(return_in, RETURN_IN);
#define REFUSE_IN(X, T) X(T, STR, reason, 2, 200)
FORM_DEFINE(refuse_in, REFUSE_IN);

/* What rules.h asks of a record before somebody reviews it, and what put_rules() shows. */
#define REVIEW_FACTS(C) \
	C(INT, _logger, "r.logger_id", "") \
	C(INT, _in_by, HANDED_IN("in"), "") \
	C(INT, _out_by, HANDED_IN("out"), "") \
	C(INT, _offline, "r.offline", "") \
	C(INT, _reviewer, "r.reviewer_id", "") \
	C(INT, _person, "r.person_id", "") \
	C(INT, _leader, "r.leader_id", "") \
	C(INT, _kin, FAMILY_KIN("me.person_id", "r.person_id", "me.now"), "") \
	C(INT, _kin_hand, FAMILY_KIN("me.person_id", RECORD_HANDS, "me.now"), "") \
	C(INT, _confirmed, "r.leader_at IS NOT NULL", "") \
	C(INT, _running, \
	  "a.state NOT IN ('recording', 'notice', 'archived') AND a.ends_at > me.now", "") \
	C(INT, _me, "me.person_id", "") \
	C(TEXT, _flags, "r.flags", "") \
	C(TEXT, _hours, "ROUND(r.minutes / 60, 2)", "") \
	C(TEXT, _proof, \
	  "(SELECT LOWER(HEX(d.uid)) FROM backfill_proof b JOIN document d " \
	  "ON d.id = b.document_id WHERE b.record_id = r.id LIMIT 1)", \
	  "")
/* Who looks, and when: takes the time, then the member of staff. */
#define ME "(SELECT s.person_id, ? AS now FROM staff s WHERE s.id = ?) me"

#define REVIEW_COLS(C) \
	C(TEXT, no, "r.no", "") \
	C(TEXT, name, "p.name", "") \
	C(TEXT, volunteer_no, "v.no", "") \
	C(TEXT, activity_no, "a.no", "") \
	C(LONG, title, "a.title", "") \
	C(DAY, served_on, "r.served_on", "") \
	C(DAY, begins, "r.starts_at", "") \
	C(DAY, ends, "r.ends_at", "") \
	C(HOURS, minutes, "r.minutes", "") \
	C(WORD, evidence, "r.evidence", "Evidence") \
	C(TEXT, logger, "l.name", "") \
	C(TEXT, first_reviewer, "w.name", "") \
	C(TEXT, signs, "''", "") \
	C(LONG, remark, "r.remark", "") \
	REVIEW_FACTS(C)
#define REVIEW_TABLE "service_record r"
#define REVIEW_JOINS \
	"  JOIN activity a ON a.id = r.activity_id" \
	"  JOIN person p ON p.id = r.person_id" \
	"  JOIN " ME "  LEFT JOIN volunteer v ON v.person_id = r.person_id" \
	"  LEFT JOIN staff l ON l.id = r.logger_id" \
	"  LEFT JOIN staff w ON w.id = r.reviewer_id"
#define REVIEW_WHERE "r.station_id = ? AND r.state = 'to_review'"
#define REVIEW_FILTERS(F) \
	F(WORD, activity, "r.activity_id = (SELECT x.id FROM activity x WHERE x.no = ?)") \
	F(WORD, evidence, "r.evidence = ?") \
	F(WORD, flag, "FIND_IN_SET(?, r.flags) > 0") \
	F(DAY, from, "r.served_on >= ?") \
	F(DAY, to, "r.served_on <= ?") \
	F(TICKED, only, "FIND_IN_SET(r.no, ?) > 0")
/* Who waits longest stands first. */
#define REVIEW_WAYS(S, L) \
	S(L, wait, any, "r.id", "service_record_turn") \
	S(L, wait, activity, "r.id", "service_record_activity") \
	S(L, wait, evidence, "r.id", "service_record_evidence") \
	S(L, wait, from, "r.served_on", "service_record_station") \
	S(L, wait, to, "r.served_on", "service_record_station") \
	S(L, day, any, "r.served_on", "service_record_station") \
	S(L, hours, any, "r.minutes", "service_record_minutes") \
	S(L, evidence, any, "r.evidence", "service_record_evidence") \
	S(L, evidence, evidence, "r.id", "service_record_evidence")
#define REVIEW_ID "r.id"
LIST_DEFINE(REVIEW);

static struct stmt activities_q = SQL(
	"SELECT a.no AS code, CONCAT(DATE_FORMAT(a.starts_at, '%m-%d'), ' ', a.title, ' (',"
	"       n.waiting, ')') AS name"
	"  FROM activity_count n"
	"  JOIN activity a ON a.id = n.activity_id"
	" WHERE n.station_id = ?"
	"   AND n.is_waiting = 1"
	" ORDER BY a.starts_at, a.id"
	" LIMIT 100");
/* What only staff see of a record, beside what its volunteer does. */
static struct stmt inside_q = SQL(
	"SELECT " REVIEW_FACTS(LIST_SQL_)
	"       p.name, v.no AS volunteer_no, r.remark, r.evidence, l.name AS logger, r.logged_at,"
	"       w.name AS reviewer, r.reviewed_at, z.name AS second, r.second_reviewed_at"
	"  FROM service_record r"
	"  JOIN activity a ON a.id = r.activity_id"
	"  JOIN person p ON p.id = r.person_id"
	"  JOIN " ME
	"  LEFT JOIN volunteer v ON v.person_id = r.person_id"
	"  LEFT JOIN staff l ON l.id = r.logger_id"
	"  LEFT JOIN staff w ON w.id = r.reviewer_id"
	"  LEFT JOIN staff z ON z.id = r.second_reviewer_id"
	" WHERE r.id = ?");
/* What else its document proves, at this station or at another, of which no more than the day is
 * told. */
static struct stmt proves_q = SQL(
	"SELECT IF(z.station_id = r.station_id, z.no, CONCAT(LEFT(z.no, 3), '******',"
	"       RIGHT(z.no, 2))) AS no, z.served_on, IF(z.station_id = r.station_id, a.title, NULL)"
	"       AS title, z.station_id = r.station_id AS ours"
	"  FROM service_record r"
	"  JOIN backfill_proof b ON b.record_id = r.id"
	"  JOIN document d ON d.id = b.document_id"
	"  JOIN document e ON e.sha256 = d.sha256"
	"  JOIN backfill_proof y ON y.document_id = e.id"
	"  JOIN service_record z ON z.id = y.record_id AND z.activity_id <> r.activity_id"
	"       AND z.state IN " RECORD_COUNTS
	"  JOIN activity a ON a.id = z.activity_id"
	" WHERE r.id = ?"
	" ORDER BY z.id"
	" LIMIT 50");
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

/* Whether the one who looks may say yes, and whether another has to. */
static void review_rules(struct rq *q, struct node *row)
{
	int64_t me = node_get_int(row, "_me");
	const char *evidence = node_get(row, "evidence");
	const char *flags = str_or(node_get(row, "_flags"), "");
	const struct rules_review r = { .evidence = evidence,
					.logger_id = node_get_int(row, "_logger"),
					.in_by = node_get_int(row, "_in_by"),
					.out_by = node_get_int(row, "_out_by"),
					.reviewer_id = node_get_int(row, "_reviewer"),
					.person_id = node_get_int(row, "_person"),
					.leader_id = node_get_int(row, "_leader"),
					.kin = node_get_int(row, "_kin") == 1,
					.kin_hand = node_get_int(row, "_kin_hand") == 1,
					.confirmed = node_get_int(row, "_confirmed") == 1,
					.proved = true,
					.running = node_get_int(row, "_running") == 1 };
	node_set(row, "hindrance", rules_hindrance(&r, q->staff, me == DB_NONE ? 0 : me));
	if (rules_needs_two(evidence, node_get_int(row, "_offline") == 1, flags))
		node_int(row, "two", 1);
	node_set(row, "flags", flags);
	node_set(row, "hours", node_get(row, "_hours"));
	node_set(row, "proof", node_get(row, "_proof"));
	signs_put(q, row, flags);
}

static enum err review_row(struct rq *q, struct node *n, const struct row *r)
{
	(void)r;
	review_rules(q, n);
	return OK;
}

static const struct list waiting = LIST(REVIEW, "Records", "activity.Review", .row = review_row,
					.turned = "wait");

enum err review_list(struct rq *q)
{
	enum err e = put_query(q, "Activities", &activities_q, ARGS(A_(q->station)));
	return e ? e
		 : list_page(q, &waiting,
			     ARGS(A_(clock_time(q->arena, q->now)), A_(q->staff), A_(q->station)),
			     "activity/review.cs");
}

static enum err review_put(struct rq *q, int64_t id)
{
	enum err e = put_record(q, id);
	if (!e)
		e = put_one(q, "Inside", &inside_q,
			    ARGS(A_(clock_time(q->arena, q->now)), A_(q->staff), A_(id)));
	if (!e)
		e = put_query(q, "Proves", &proves_q, ARGS(A_(id)));
	if (e)
		return e;
	review_rules(q, put_list(q, "Inside"));
	return signs_limits(q->station, put_list(q, "Inside.Flags"));
}

enum err review_show(struct rq *q)
{
	int64_t id;
	enum err e = db_int(&find_q, ARGS(A_(arg(q, 0)), A_(q->station)), &id);
	if (!e)
		e = review_put(q, id);
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
static enum err review_pass(void *ctx)
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

/* All of them, with one reason, or none. */
static enum err review_return_many(void *ctx)
{
	struct review *r = ctx;
	enum err e = OK;
	r->fault = NULL;
	for (size_t i = 0; !e && i < r->in->record.n; i++) {
		r->record = r->in->record.v[i];
		e = db_int(&find_q, ARGS(A_(r->record), A_(r->q->station)), &r->id);
		if (!e)
			e = record_refuse(&r->q->actor, r->id, r->in->note, &r->fault);
	}
	return e;
}

/* What is ticked, as the button says. */
enum err review_approve(struct rq *q)
{
	struct approve_in in;
	struct return_in why;
	struct review r = { .q = q, .in = &in };
	if (!form_read(q, approve_in_fields, &in))
		return ERR_FORM;
	bool back = str_eq(in.verb, "refuse");
	if (back && !form_read(q, return_in_fields, &why))
		return ERR_FORM;
	enum err e = db_tx(back ? review_return_many : review_pass, &r);
	if (e)
		return fault_form(q, e, NULL, r.record, r.fault);
	/* To the list, as it was filtered. */
	const char *filter = str_or(page_query(q), "");
	return see(q, "/activity/manage/review?%s%sdone=%s", filter, *filter ? "&" : "",
		   back                     ? "refused_many"
		   : r.first == in.record.n ? "first_review"
					    : "reviewed");
}

static enum err review_return(void *ctx)
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
	if (!form_read(q, refuse_in_fields, &in))
		return ERR_FORM;
	r.reason = in.reason;
	e = db_tx(review_return, &r);
	return e ? fault_form(q, e, NULL, r.record, r.fault)
		 : see(q, "/activity/manage/review?done=refused");
}
