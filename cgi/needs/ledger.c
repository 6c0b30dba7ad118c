/* ledger.c - the need ledger 需求台账: what residents need, verified, answered, turned into
 * projects. */
#include "chart.h"
#include "code.h"
#include "form.h"
#include "list.h"
#include "need.h"
#include "ledger.h"

#define NEED_IN(X, T) \
	X(T, WORD, source, 1, 8) \
	X(T, NO, household, 0, 24) \
	X(T, NAME, name, 0, 60) \
	X(T, PHONE, phone, 0, 20) \
	X(T, STR, address, 0, 120) \
	X(T, CODE, sex, 0, 1) \
	X(T, STR, age_band, 0, 12) \
	X(T, CODE, category, 1, 4) \
	X(T, CODE, target_group, 0, 2) \
	X(T, STR, frequency, 0, 30) \
	X(T, STR, grid, 0, 30) \
	X(T, TEXT, description, 2, 1000) \
	X(T, STR, wished, 0, 60) \
	X(T, STR, risk, 0, 200)
FORM_DEFINE(need_in, NEED_IN);

#define VERIFY_IN(X, T) X(T, STR, note, 0, 200) X(T, FLAG, next, 0, 1)
FORM_DEFINE(verify_in, VERIFY_IN);
#define DECLINE_IN(X, T) X(T, STR, reason, 2, 200)
FORM_DEFINE(decline_in, DECLINE_IN);

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
	  "IF(n.answered_on IS NOT NULL, 'answered', IF(n.state = 'merged', ''," \
	  " IF(n.reply_by < CURDATE(), 'late', 'waiting')))", \
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
	  "CASE ? WHEN 'answered' THEN n.answered_on IS NOT NULL WHEN 'late' THEN n.answered_on " \
	  "IS" \
	  " NULL AND n.state <> 'merged' AND n.reply_by < CURDATE() ELSE n.answered_on IS NULL " \
	  "AND" \
	  " n.state <> 'merged' END") \
	F(DAY, from, "n.registered_at >= ?") \
	F(DAY, to, "n.registered_at < ? + INTERVAL 1 DAY") \
	F(FIND, q, "CONCAT_WS(' ', n.no, n.grid, n.description) LIKE ?")
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
	"       v.name AS verified_by, n.answered_on, n.done_on, n.reply_by,"
	"       DATEDIFF(n.reply_by, CURDATE()) AS reply_left, n.answer, n.answer_how,"
	"       w.name AS answered_by, o.name AS owner, h.no AS household, x.name AS sex_name,"
	"       m.no AS merged_into, " NEED_SERVED " AS served_on"
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
	" WHERE n.no = ?"
	"   AND n.station_id = ?");
static struct stmt projects_q = SQL(
	"SELECT p.no, p.title, p.state"
	"  FROM project_need x"
	"  JOIN project p ON p.id = x.project_id"
	" WHERE x.need_id = ?"
	" ORDER BY p.id"
	" LIMIT 20");
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

enum err ledger_new(struct rq *q)
{
	enum err e = put_need_codes(q);
	if (!e && !form_again(q))
		put(q, "Form.household", query(q, "household"));
	return e ? e : page(q, "needs/need_new.cs");
}

struct need_entry {
	struct rq *q;
	const struct need_in *in;
	struct need_new n;
	const char *no;
};

static enum err need_add(void *ctx)
{
	struct need_entry *n = ctx;
	return need_put(n->q, &n->n, &n->no);
}

/* What was not typed stands in the file of the household. */
static enum err need_of_household(struct need_entry *n)
{
	struct rq *q = n->q;
	struct household h;
	const char *name, *phone, *address;
	enum err e = household_here(q, n->in->household, &h);
	if (e == ERR_NOT_FOUND) {
		form_error(q, "household", "not_found");
		return OK;
	}
	if (!e)
		e = household_text(q, &h, "household.name", h.name, &name);
	if (!e)
		e = household_text(q, &h, "household.phone", h.phone, &phone);
	if (!e)
		e = household_text(q, &h, "household.address", h.address, &address);
	if (e)
		return e;
	n->n.household = h.id;
	n->n.name = str_or(n->n.name, name);
	n->n.phone = str_or(n->n.phone, phone);
	n->n.address = str_or(n->n.address, address);
	n->n.grid = str_or(n->n.grid, h.grid);
	return OK;
}

enum err ledger_add(struct rq *q)
{
	struct need_in in;
	if (!form_read(q, need_in_fields, &in))
		return ERR_FORM;
	if (!str_in(in.source, "visit,meeting,phone,grid"))
		form_error(q, "source", "unknown_code");
	enum err e = code_check(q, "category", "service_category", in.category);
	if (!e)
		e = code_check(q, "target_group", "recipient", in.target_group);
	if (!e)
		e = code_check(q, "sex", "sex", in.sex);
	if (!e)
		e = code_check(q, "age_band", "age_band", in.age_band);
	struct need_entry n = { .q = q, .in = &in };
	n.n = (struct need_new){ .source = in.source,
				 .name = in.name,
				 .phone = in.phone,
				 .address = in.address,
				 .sex = in.sex,
				 .age_band = in.age_band,
				 .category = in.category,
				 .target_group = in.target_group,
				 .description = in.description,
				 .grid = in.grid,
				 .wished = in.wished,
				 .frequency = in.frequency,
				 .risk = in.risk,
				 .household = DB_NONE,
				 .visit = DB_NONE };
	if (!e && in.household)
		e = need_of_household(&n);
	if (!e && !form_ok(q))
		e = ERR_FORM;
	if (!e)
		e = db_tx(need_add, &n);
	return e ? e : see(q, "/needs/ledger/%s?done=need_added", n.no);
}

static enum err need_page(struct rq *q, bool whole)
{
	enum err e = put_one(q, "Need", &show_q, ARGS(A_(arg(q, 0)), A_(q->station)));
	int64_t id = e ? 0 : node_get_int(put_list(q, "Need"), "_id");
	if (!e)
		e = put_contact(q, id, whole);
	if (!e)
		e = put_query(q, "Projects", &projects_q, ARGS(A_(id)));
	if (!e)
		e = put_history(q, id);
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
	const char *verb, *words;
	int64_t id;
	const char *state;
};

static enum err need_step(void *ctx)
{
	const struct need_step *s = ctx;
	return need_move(&s->q->actor, s->verb, s->id, s->state, s->words);
}

static enum err need_go(struct rq *q, const char *verb, const char *words)
{
	enum err e = put_one(q, "Need", &show_q, ARGS(A_(arg(q, 0)), A_(q->station)));
	if (e)
		return e;
	struct node *n = put_list(q, "Need");
	return db_tx(need_step, &(struct need_step){ q, verb, words, node_get_int(n, "_id"),
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
	enum err e = need_go(q, "verify", in.note);
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
	enum err e = need_go(q, "decline", in.reason);
	return e ? e : see(q, "/needs/ledger/%s?done=need_declined", arg(q, 0));
}

enum err ledger_done(struct rq *q)
{
	enum err e = need_go(q, "done", NULL);
	return e ? e : see(q, "/needs/ledger/%s?done=need_done", arg(q, 0));
}
