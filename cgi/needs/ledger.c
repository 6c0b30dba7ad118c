/* ledger.c - the need ledger 需求台账: what residents need, verified, answered, turned into
 * projects. */
#include "chart.h"
#include "code.h"
#include "coverage.h"
#include "form.h"
#include "list.h"
#include "need.h"
#include "undone.h"
#include "workday.h"
#include "ledger.h"

#define VERIFY_IN(X, T) X(T, STR, note, 0, 200) X(T, FLAG, next, 0, 1)
FORM_DEFINE(verify_in, VERIFY_IN);
#define DECLINE_IN(X, T) X(T, STR, reason, 2, 200) X(T, WORD, how_told, 1, 8)
FORM_DEFINE(decline_in, DECLINE_IN);
#define DONE_IN(X, T) \
	X(T, STR, done_note, 2, 500) X(T, WORD, done_how, 0, 8) X(T, STR, done_answer, 0, 500)
FORM_DEFINE(done_in, DONE_IN);

#define LEDGER_COLS(C) \
	C(TEXT, no, "n.no", "") \
	C(DAY, day, "DATE(n.registered_at)", "") \
	C(WORD, source, "n.source", "needs.Source") \
	C(CODE, category, "n.category", "service_category") \
	C(CODE, target, "n.target_group", "recipient") \
	C(LONG, description, "n.description", "") \
	C(TEXT, grid, "n.grid", "") \
	C(WORD, state, "n.state", "State.need") \
	C(DAY, reply_by, "n.reply_by", "") \
	C(WORD, reply, \
	  "IF(n.answered_on > n.reply_by, 'after', IF(n.answered_on IS NOT NULL, 'answered'," \
	  " IF(n.state = 'merged', '', IF(n.reply_by < CURDATE(), 'late', 'waiting'))))", \
	  "needs.Reply")
#define LEDGER_TABLE "need n"
#define LEDGER_JOINS ""
#define LEDGER_WHERE "n.station_id = ?"
#define LEDGER_FILTERS(F) \
	F(WORD, state, "n.state = ?") \
	F(WORD, category, "n.category = ?") \
	F(WORD, group, "n.target_group = ?") \
	F(WORD, source, "n.source = ?") \
	F(WORD, reply, \
	  "CASE ? WHEN 'answered' THEN n.answered_on IS NOT NULL WHEN 'after' THEN " \
	  "n.answered_on > n.reply_by WHEN 'late' THEN n.answered_on " \
	  "IS" \
	  " NULL AND n.state <> 'merged' AND n.reply_by < CURDATE() ELSE n.answered_on IS NULL " \
	  "AND" \
	  " n.state <> 'merged' END") \
	F(DAY, from, "n.registered_at >= ?") \
	F(DAY, to, "n.registered_at < ? + INTERVAL 1 DAY") \
	F(FIND, q, "CONCAT_WS(' ', n.no, n.grid, n.description) LIKE ?") \
	F(TICKED, only, "FIND_IN_SET(n.no, ?) > 0")
#define LEDGER_WAYS(S, L) \
	S(L, day, any, "n.id", "need_recent") \
	S(L, day, state, "n.id", "need_station") \
	S(L, day, category, "n.id", "need_of_category") \
	S(L, day, group, "n.id", "need_of_group") \
	S(L, day, source, "n.id", "need_of_source") \
	S(L, day, from, "n.registered_at", "need_day") \
	S(L, day, to, "n.registered_at", "need_day") \
	S(L, reply_by, any, "n.reply_by", "need_reply") \
	S(L, category, any, "n.category", "need_of_category") \
	S(L, category, category, "n.id", "need_of_category") \
	S(L, state, any, "n.state", "need_station") \
	S(L, state, state, "n.id", "need_station")
#define LEDGER_ID "n.id"
LIST_DEFINE(LEDGER);
static const struct list ledger = LIST(LEDGER, "Needs", "needs.Ledger");

static struct stmt counts_q = SQL(
	"SELECT c.name AS label, SUM(n.n) AS count"
	"  FROM need_count n"
	"  JOIN code_item c ON c.list = 'service_category' AND c.code = n.category"
	" WHERE n.station_id = ?"
	"   AND n.of_state NOT IN ('declined', 'merged')"
	"   AND (? = '' OR n.of_state = ?)"
	" GROUP BY n.category"
	" HAVING count > 0"
	" ORDER BY count DESC, c.sort"
	" LIMIT 22");
static struct stmt show_q = SQL(
	"SELECT n.id AS _id, n.no, n.registered_at, n.source, n.category, c.name AS category_name,"
	"       r.name AS target_name, b.name AS age_band, n.sex, n.description, n.grid, n.wished,"
	"       n.frequency, n.risk, n.state, n.decline_reason, n.verify_note, n.verified_at,"
	"       v.name AS verified_by, n.answered_on, n.done_on, n.done_note, n.reply_by,"
	"       n.answered_on > n.reply_by AS answered_late, n.answer, n.answer_how,"
	"       w.name AS answered_by, o.name AS owner, h.no AS household, x.name AS sex_name,"
	"       m.no AS merged_into, LOWER(HEX(t.uid)) AS meeting, t.topic AS meeting_topic,"
	"       " NEED_SERVED " AS served_on"
	"  FROM need n"
	"  LEFT JOIN code_item c ON c.list = 'service_category' AND c.code = n.category"
	"  LEFT JOIN code_item r ON r.list = 'recipient' AND r.code = n.target_group"
	"  LEFT JOIN code_item b ON b.list = 'age_band' AND b.code = n.age_band"
	"  LEFT JOIN code_item x ON x.list = 'sex' AND x.code = n.sex AND x.active = 1"
	"  LEFT JOIN staff v ON v.id = n.verified_by"
	"  LEFT JOIN staff w ON w.id = n.answered_by"
	"  LEFT JOIN staff o ON o.id = n.owner_id"
	"  LEFT JOIN household h ON h.id = n.household_id"
	"  LEFT JOIN need m ON m.id = n.merged_into"
	"  LEFT JOIN meeting t ON t.id = n.meeting_id"
	" WHERE n.no = ?"
	"   AND n.station_id = ?");
static struct stmt projects_q = SQL(
	"SELECT p.no, p.title, p.state"
	"  FROM project_need x"
	"  JOIN project p ON p.id = x.project_id"
	" WHERE x.need_id = ?"
	" ORDER BY p.id"
	" LIMIT 20");
static struct stmt orders_q = SQL(
	"SELECT no, created_at, state"
	"  FROM service_order"
	" WHERE need_id = ?"
	" ORDER BY id DESC"
	" LIMIT 10");
enum { MAX_BARS = 22 };

static enum err put_ledger_chart(struct rq *q, const char *state)
{
	struct chart_bar bars[MAX_BARS];
	size_t n = 0;
	enum err e = put_query(q, "Counts", &counts_q, ARGS(A_(q->station), A_(state), A_(state)));
	struct node *c = e ? NULL : node_first(put_list(q, "Counts"));
	for (; c && n < MAX_BARS; c = node_next(c))
		bars[n++] = (struct chart_bar){ node_get(c, "label"), node_get_int(c, "count") };
	if (!e)
		chart_put(q->arena, put_list(q, "Chart"),
			  &(struct chart){ .id = "needs",
					   .title = lang("needs.chart_title"),
					   .desc = lang("needs.chart_desc"),
					   .empty = lang("needs.chart_empty"),
					   .bars = bars,
					   .n = n });
	return e;
}

enum err ledger_list(struct rq *q)
{
	enum err e = put_codes(q, "Category", "service_category");
	if (!e)
		e = put_codes(q, "Recipient", "recipient");
	if (!e)
		e = put_ledger_chart(q, str_or(query(q, "state"), ""));
	return e ? e : list_page(q, &ledger, ARGS(A_(q->station)), "needs/ledger.cs");
}

enum err put_need_codes(struct rq *q)
{
	static const char *const lists[][2] = { { "Category", "service_category" },
						{ "Recipient", "recipient" },
						{ "Sex", "sex" },
						{ "Age", "age_band" } };
	enum err e = OK;
	for (size_t i = 0; !e && i < sizeof(lists) / sizeof(lists[0]); i++)
		e = put_codes(q, lists[i][0], lists[i][1]);
	return e;
}

static enum err need_page(struct rq *q, bool whole)
{
	enum err e = put_one(q, "Need", &show_q, ARGS(A_(arg(q, 0)), A_(q->station)));
	int64_t id = e ? 0 : node_get_int(put_list(q, "Need"), "_id"), left;
	if (!e && !got(q, "Need.answered_on")) {
		e = workday_left(&q->actor, got(q, "Need.reply_by"), &left);
		if (!e)
			put_int(q, "Need.reply_left", left);
	}
	if (!e)
		e = put_contact(q, id, whole);
	if (!e)
		e = put_query(q, "Projects", &projects_q, ARGS(A_(id)));
	if (!e)
		e = put_query(q, "Orders", &orders_q, ARGS(A_(id)));
	if (!e)
		e = put_served(q, id);
	if (!e)
		e = put_history(q, id);
	if (!e)
		e = put_undos(q, "need", id);
	return e ? e : page(q, "needs/need.cs");
}

enum err ledger_show(struct rq *q)
{
	return need_page(q, false);
}

enum err ledger_unmask(struct rq *q)
{
	enum err e = contact_look(q);
	return e ? e : need_page(q, true);
}

struct need_step {
	struct rq *q;
	const char *verb, *words, *how;
	int64_t id;
	const char *state;
};

static enum err need_step(void *ctx)
{
	const struct need_step *s = ctx;
	enum err e = need_move(&s->q->actor, s->verb, s->id, s->state, s->words);
	if (e || !s->how)
		return e;
	/* Whoever is told no has an answer: art. 13. */
	e = need_answer(s->q, s->id, s->how, s->words);
	return e ? e : need_kept(s->q, s->id, s->state);
}

static enum err need_go(struct rq *q, const char *verb, const char *words, const char *how)
{
	enum err e = put_one(q, "Need", &show_q, ARGS(A_(arg(q, 0)), A_(q->station)));
	if (e)
		return e;
	struct node *n = put_list(q, "Need");
	return db_tx(need_step, &(struct need_step){ q, verb, words, how, node_get_int(n, "_id"),
						     node_get(n, "state") });
}

static struct stmt next_q = SQL(
	"SELECT n.no"
	"  FROM need o"
	"  JOIN need n ON n.station_id = o.station_id AND n.state = 'to_verify' AND n.id < o.id"
	" WHERE o.no = ?"
	"   AND o.station_id = ?"
	" ORDER BY n.id DESC"
	" LIMIT 1");

/* On to the next one that waits, in the order of the list. */
enum err ledger_verify(struct rq *q)
{
	struct verify_in in;
	const char *next;
	if (!form_read(q, verify_in_fields, &in))
		return ERR_FORM;
	enum err e = need_go(q, "verify", in.note, NULL);
	if (!e && !in.next)
		return see(q, "/needs/ledger/%s?done=need_verified", arg(q, 0));
	if (e)
		return e;
	e = db_text(&next_q, ARGS(A_(arg(q, 0)), A_(q->station)), &next);
	if (e == ERR_NOT_FOUND)
		return see(q, "/needs/ledger?state=to_verify&done=need_verified");
	return e ? e : see(q, "/needs/ledger/%s?done=need_verified", next);
}

enum err ledger_decline(struct rq *q)
{
	struct decline_in in;
	if (!form_read(q, decline_in_fields, &in))
		return ERR_FORM;
	if (!str_in(in.how_told, NEED_ANSWERS)) {
		form_error(q, "how_told", "unknown_code");
		return ERR_FORM;
	}
	enum err e = need_go(q, "decline", in.reason, in.how_told);
	return e ? e : see(q, "/needs/ledger/%s?done=need_declined", arg(q, 0));
}

struct need_ending {
	struct rq *q;
	int64_t id;
	const char *state;
	struct need_end end;
};

static enum err need_ended(void *ctx)
{
	const struct need_ending *d = ctx;
	return need_settle(&d->q->actor, "done", d->id, d->state, &d->end);
}

/* With what was done; who has had no answer yet gets one (条例 13). */
enum err ledger_done(struct rq *q)
{
	struct done_in in;
	enum err e = put_one(q, "Need", &show_q, ARGS(A_(arg(q, 0)), A_(q->station)));
	if (e)
		return e;
	struct node *n = put_list(q, "Need");
	if (!str_in(node_get(n, "state"), "verified,in_project"))
		return ERR(ERR_STALE, "need is %s", node_get(n, "state"));
	if (!form_read(q, done_in_fields, &in))
		return ERR_FORM;
	if (!node_get(n, "answered_on") && !in.done_answer)
		form_error(q, "done_answer", "required");
	if (in.done_answer && !str_in(str_or(in.done_how, ""), NEED_ANSWERS))
		form_error(q, "done_how", "unknown_code");
	if (!form_ok(q))
		return ERR_FORM;
	e = db_tx(need_ended,
		  &(struct need_ending){ q,
					 node_get_int(n, "_id"),
					 node_get(n, "state"),
					 { in.done_note, in.done_how, in.done_answer } });
	return e ? e : see(q, "/needs/ledger/%s?done=need_done", arg(q, 0));
}
