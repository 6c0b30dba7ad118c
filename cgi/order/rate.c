/* rate.c - how it was 评单: by the resident's own link, or told to staff on the telephone or on
 * paper; what was no good becomes a case with a clock, answered by somebody else. */
#include "code.h"
#include "complaint.h"
#include "form.h"
#include "list.h"
#include "order.h"
#include "staff.h"

enum { BAD = 3 };

#define RATE_IN(X, T) \
	X(T, CODE, k, 1, 64) \
	X(T, INT, score, 1, 5) \
	X(T, TEXT, comment, 0, 500)
FORM_DEFINE(rate_in, RATE_IN);
#define TOLD_IN(X, T) \
	X(T, INT, score, 1, 5) \
	X(T, TEXT, comment, 0, 500)
FORM_DEFINE(told_in, TOLD_IN);
#define ANSWER_IN(X, T) \
	X(T, WORD, verdict, 1, 12) \
	X(T, TEXT, result, 2, 500)
FORM_DEFINE(answer_in, ANSWER_IN);

static struct stmt rate_q = SQL(
	"INSERT INTO rating (order_id, station_id, person_id, score, comment, by_staff, at)"
	" SELECT o.id, o.station_id, (SELECT d.person_id FROM dispatch d"
	"       WHERE d.accepted_order = o.id), ?, ?, ?, ?"
	"  FROM service_order o"
	" WHERE o.id = ?");

struct rating {
	struct rq *q;
	struct order_row o;
	int64_t score, by_staff;
	const char *comment, *no;
};

static enum err rated(void *ctx)
{
	struct rating *r = ctx;
	struct rq *q = r->q;
	struct order_at at = order_at(&r->o);
	enum err e = order_move(&q->actor, "rate", &at);
	if (!e)
		e = db_exec(&rate_q,
			    ARGS(A_(r->score), A_(r->comment), A_(r->by_staff),
				 A_(actor_time(&q->actor)), A_(at.id)),
			    NULL);
	if (e || r->score > BAD)
		return e;
	struct complaint c = {
		.station = at.station,
		.order = at.id,
		.kind = "service",
		.about = r->o.no,
		.content = *r->comment ? r->comment
				       : lang(arena_fmt(q->arena, "order.Score.%lld",
							(long long)r->score)),
	};
	return complaint_open(&q->actor, &c, &r->no);
}

enum err follow_rate(struct rq *q)
{
	struct rate_in in;
	struct bytes uid;
	struct rating r = { .q = q };
	enum err e = form_key_uid(q, "order-step", &uid);
	if (!e && !form_given(q, "k"))
		e = ERR(ERR_NOT_FOUND, "k");
	if (!e)
		e = order_by_key(q, form_given(q, "k"), &r.o);
	if (!e && !form_read(q, rate_in_fields, &in))
		e = ERR_FORM;
	if (e)
		return e;
	r.score = in.score;
	r.comment = str_or(in.comment, "");
	e = db_tx(rated, &r);
	return e ? e : see(q, "/order/%s?k=%s&done=rated", r.o.no, in.k);
}

enum err step_rate(struct rq *q)
{
	struct told_in in;
	struct rating r = { .q = q, .by_staff = 1 };
	enum err e = order_at_desk(q, &r.o);
	if (!e && !form_read(q, told_in_fields, &in))
		e = ERR_FORM;
	if (e)
		return e;
	r.score = in.score;
	r.comment = str_or(in.comment, "");
	e = db_tx(rated, &r);
	return e ? e : see(q, "/order/desk/%s?done=rated_here", r.o.no);
}

/* 5 to 1, in the order in which people read them. */
void put_scores(struct rq *q)
{
	for (int score = 5; score > 0; score--) {
		struct node *n = node_item(put_list(q, "Scores"));
		node_int(n, "code", score);
		node_set(n, "name", lang(arena_fmt(q->arena, "order.Score.%d", score)));
	}
}

/* --- cases ----------------------------------------------------------------------------------- */

#define CASES_COLS(C) \
	C(TEXT, no, "c.no", "") \
	C(DAY, day, "DATE(c.raised_at)", "") \
	C(TEXT, about, "c.about", "") \
	C(LONG, content, "c.content", "") \
	C(DAY, due_on, "c.due_on", "") \
	C(WORD, state, "c.state", "State.complaint")
#define CASES_TABLE      "complaint c"
#define CASES_JOINS      ""
#define CASES_WHERE      "c.station_id = ? AND c.way = 'order' AND c.desk = 'station'"
#define CASES_FILTERS(F) F(WORD, state, "c.state = ?")
#define CASES_WAYS(S, L) \
	S(L, day, any, "c.id", "complaint_desk") \
	S(L, day, state, "c.id", "complaint_desk_state")
#define CASES_ID "c.id"
LIST_DEFINE(CASES);
static const struct list cases = LIST(CASES, "Cases", "order.Cases");

static struct stmt case_q = SQL(
	"SELECT c.id AS _id, c.no, c.state, c.content, c.raised_at, c.due_on, c.result,"
	"       c.closed_at, f.name AS handler,"
	"       o.no AS order_no, r.score, r.by_staff, p.name AS volunteer,"
	"       r.person_id AS _person"
	"  FROM complaint c"
	"  LEFT JOIN staff f ON f.id = c.handled_by"
	"  LEFT JOIN service_order o ON o.id = c.order_id"
	"  LEFT JOIN rating r ON r.order_id = c.order_id"
	"  LEFT JOIN person p ON p.id = r.person_id"
	" WHERE c.no = ?"
	"   AND c.station_id = ?"
	"   AND c.way = 'order'");

enum err case_list(struct rq *q)
{
	return list_page(q, &cases, ARGS(A_(q->station)), "order/cases.cs");
}

static enum err put_case(struct rq *q, const char **bar)
{
	enum err e = put_one(q, "Case", &case_q, ARGS(A_(arg(q, 0)), A_(q->station)));
	int64_t person = e ? 0 : node_get_int(put_list(q, "Case"), "_person");
	*bar = NULL;
	if (!e)
		e = STAFF_BARS(&q->actor, bar, person);
	return e;
}

enum err case_show(struct rq *q)
{
	const char *bar;
	enum err e = put_case(q, &bar);
	if (e)
		return e;
	bool open = str_eq(got(q, "Case.state"), "open") && may(q, ROLE_REVIEWER | ROLE_MANAGER);
	put_int(q, "Can.answer", open && !bar ? 1 : DB_NONE);
	if (open)
		put(q, "Case.bar", bar);
	return page(q, "order/case.cs");
}

struct answering {
	struct rq *q;
	int64_t id;
	struct answer_in in;
};

static enum err answered(void *ctx)
{
	const struct answering *a = ctx;
	return complaint_close(&a->q->actor, &(struct complaint_at){ a->id, a->q->station },
			       a->in.verdict, a->in.result);
}

/* Not by whom it is about, and not by somebody of whom nobody knows who they are. */
enum err case_answer(struct rq *q)
{
	struct answering a = { .q = q };
	const char *bar;
	enum err e = put_case(q, &bar);
	if (!e && !form_read(q, answer_in_fields, &a.in))
		e = ERR_FORM;
	if (!e && !str_in(a.in.verdict, "upheld,rejected")) {
		form_error(q, "verdict", "unknown_code");
		e = ERR_FORM;
	}
	if (!e && bar) {
		form_error(q, NULL, str_eq(bar, "own") ? "case_own" : "case_unlinked");
		e = ERR_FORM;
	}
	if (e)
		return e;
	a.id = node_get_int(put_list(q, "Case"), "_id");
	e = db_tx(answered, &a);
	return e ? e : see(q, "/order/cases/%s?done=answered", arg(q, 0));
}
