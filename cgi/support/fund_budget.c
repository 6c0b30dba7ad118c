/* fund_budget.c - the budget of a project in lines 项目预算: a line is set or changed by one member
 * of staff with the reason, and by another's yes; never below what was spent of it. */
#include "form.h"
#include "fund.h"
#include "money.h"
#include "staff.h"

#define ASK_IN(X, T) \
	X(T, STR, label, 2, 40) \
	X(T, STR, amount_yuan, 1, 40) \
	X(T, STR, reason, 2, 200)
FORM_DEFINE(ask_in, ASK_IN);
#define ANSWER_IN(X, T) X(T, STR, answer, 2, 200)
FORM_DEFINE(answer_in, ANSWER_IN);

#define PROJECT_COLS(X, T) X(T, INT, id, "id") X(T, TEXT, no, "no")
ROW_DEFINE(project_row, PROJECT_COLS);
static struct stmt project_q = SQL(
	"SELECT " ROW_SELECT(PROJECT_COLS)
	"  FROM project"
	" WHERE no = ?"
	"   AND station_id = ?"
	"   AND state IN ('approved', 'recruiting', 'running', 'closed')");
/* The projects of a station that have money or a budget, the latest first. */
static struct stmt list_q = SQL(
	"SELECT p.no, p.title, p.state, " FUND_YUAN("p.budget_fen") " AS plan,"
	"       " FUND_YUAN("COALESCE(b.planned, 0)") " AS planned,"
	"       " FUND_YUAN("COALESCE(b.spent, 0)") " AS spent,"
	"       " FUND_YUAN("COALESCE(u.came, 0)") " AS came"
	"  FROM (SELECT id, no, title, state, budget_fen FROM project FORCE INDEX (project_recent)"
	"       WHERE station_id = ? AND state IN ('approved', 'recruiting', 'running', 'closed')"
	"       ORDER BY id DESC LIMIT 60) p"
	"  LEFT JOIN (SELECT project_id, SUM(planned_fen) AS planned, SUM(spent_fen) AS spent"
	"       FROM fund_line WHERE station_id = ? GROUP BY project_id) b ON b.project_id = p.id"
	"  LEFT JOIN (SELECT project_id, SUM(in_fen) AS came FROM fund_purse"
	"       WHERE station_id = ? GROUP BY project_id) u ON u.project_id = p.id"
	" ORDER BY p.id DESC");
static struct stmt head_q = SQL(
	"SELECT p.no, p.title, p.state, " FUND_YUAN("p.budget_fen") " AS plan,"
	"       " FUND_YUAN("COALESCE(SUM(b.planned_fen), 0)") " AS planned,"
	"       " FUND_YUAN("COALESCE(SUM(b.spent_fen), 0)") " AS spent,"
	"       p.budget_fen > 0 AND COALESCE(SUM(b.planned_fen), 0) > p.budget_fen AS above"
	"  FROM project p"
	"  LEFT JOIN fund_line b ON b.project_id = p.id"
	" WHERE p.id = ?"
	" GROUP BY p.id");
static struct stmt lines_q = SQL(
	"SELECT LOWER(HEX(b.uid)) AS uid, b.label, " FUND_YUAN("b.planned_fen") " AS planned,"
	"       " FUND_YUAN("b.spent_fen") " AS spent,"
	"       " FUND_YUAN("b.planned_fen - b.spent_fen") " AS remains"
	"  FROM fund_line b"
	" WHERE b.project_id = ?"
	" ORDER BY b.id"
	" LIMIT 60");
static struct stmt purses_q = SQL(
	"SELECT c.name AS source, " FUND_YUAN("u.in_fen") " AS came,"
	"       " FUND_YUAN("u.in_fen - u.out_fen") " AS remains"
	"  FROM fund_purse u"
	"  JOIN code_item c ON c.list = 'fund_source' AND c.code = u.fund_source"
	" WHERE u.station_id = ?"
	"   AND u.scope = ?"
	" ORDER BY u.fund_source");
static struct stmt changes_q = SQL(
	"SELECT LOWER(HEX(c.uid)) AS uid, b.label, " FUND_YUAN("c.from_fen") " AS was,"
	"       " FUND_YUAN("c.to_fen") " AS becomes, c.reason, f.name AS asked_by, c.asked_at,"
	"       d.name AS decided_by, c.decided_at, c.answer, c.state, c.asked_by = ? AS own"
	"  FROM fund_line b"
	"  JOIN fund_line_change c ON c.line_id = b.id"
	"  JOIN staff f ON f.id = c.asked_by"
	"  LEFT JOIN staff d ON d.id = c.decided_by"
	" WHERE b.project_id = ?"
	" ORDER BY c.id DESC"
	" LIMIT 100");
static struct stmt many_q = SQL(
	"SELECT COUNT(*)"
	"  FROM fund_line"
	" WHERE project_id = ?"
	"   AND label <> ?");
static struct stmt line_q = SQL(
	"INSERT INTO fund_line (uid, station_id, project_id, label)"
	" VALUES (?, ?, ?, ?)"
	"    ON DUPLICATE KEY UPDATE id = LAST_INSERT_ID(id)");
static struct stmt ask_q = SQL(
	"INSERT INTO fund_line_change (uid, station_id, line_id, from_fen, to_fen, reason,"
	"       asked_by, asked_at)"
	" SELECT ?, station_id, id, planned_fen, ?, ?, ?, ?"
	"  FROM fund_line"
	" WHERE id = ?");
#define CHANGE_COLS(X, T) \
	X(T, INT, id, "c.id") \
	X(T, INT, line, "c.line_id") \
	X(T, INT, was, "c.from_fen") \
	X(T, INT, becomes, "c.to_fen") \
	X(T, INT, asked_by, "c.asked_by") \
	X(T, INT, asker, "f.person_id")
ROW_DEFINE(change_row, CHANGE_COLS);
static struct stmt change_q = SQL(
	"SELECT " ROW_SELECT(CHANGE_COLS)
	"  FROM fund_line_change c"
	"  JOIN fund_line b ON b.id = c.line_id"
	"  JOIN staff f ON f.id = c.asked_by"
	" WHERE c.uid = UNHEX(?)"
	"   AND b.project_id = ?");
static struct stmt decide_q = SQL(
	"UPDATE fund_line_change"
	"   SET state = ?, decided_by = ?, decided_at = ?, answer = ?"
	" WHERE id = ?"
	"   AND state = 'asked'"
	"   AND asked_by <> ?");
static struct stmt set_q = SQL(
	"UPDATE fund_line"
	"   SET planned_fen = ?"
	" WHERE id = ?"
	"   AND planned_fen = ?"
	"   AND spent_fen <= ?");

enum { LINES_MAX = 40 };

static enum err budget_here(struct rq *q, struct project_row *p)
{
	return row_one(&project_q, ARGS(A_(arg(q, 0)), A_(q->station)), project_row_cols, p);
}

enum err budget_list(struct rq *q)
{
	enum err e = put_query(q, "Projects", &list_q,
			       ARGS(A_(q->station), A_(q->station), A_(q->station)));
	return e ? e : page(q, "support/budgets.cs");
}

enum err budget_show(struct rq *q)
{
	struct project_row p;
	enum err e = budget_here(q, &p);
	if (!e)
		e = put_one(q, "Budget", &head_q, ARGS(A_(p.id)));
	if (!e)
		e = put_query(q, "Lines", &lines_q, ARGS(A_(p.id)));
	if (!e)
		e = put_query(q, "Purses", &purses_q, ARGS(A_(q->station), A_(p.id)));
	if (!e)
		e = put_query(q, "Changes", &changes_q, ARGS(A_(q->staff), A_(p.id)));
	if (e)
		return e;
	put_int(q, "Can.decide", may(q, ROLE_REVIEWER | ROLE_MANAGER) ? 1 : DB_NONE);
	form_key(q, "budget");
	return page(q, "support/budget.cs");
}

struct asking {
	struct rq *q;
	struct ask_in in;
	int64_t project, fen;
	struct bytes uid, line_uid;
};

static enum err budget_store(void *ctx)
{
	struct asking *k = ctx;
	struct rq *q = k->q;
	int64_t line, id, lines = 0;
	enum err e = db_int(&many_q, ARGS(A_(k->project), A_(k->in.label)), &lines);
	if (!e && lines >= LINES_MAX) {
		form_error(q, "label", "lines_many");
		return ERR_FORM;
	}
	if (!e)
		e = db_exec(&line_q,
			    ARGS(A_(k->line_uid), A_(q->station), A_(k->project), A_(k->in.label)),
			    &line);
	if (!e)
		e = db_exec(&ask_q,
			    ARGS(A_(k->uid), A_(k->fen), A_(k->in.reason), A_(q->staff),
				 A_(actor_time(&q->actor)), A_(line)),
			    &id);
	return e ? e : audit(&q->actor, "fund_line.ask", "fund_line", line, NULL);
}

/* A new line, or another amount for one that is there, by its name. */
enum err budget_ask(struct rq *q)
{
	struct project_row p;
	struct asking k = { .q = q };
	enum err e = budget_here(q, &p);
	if (e)
		return e;
	if (form_read(q, ask_in_fields, &k.in))
		fund_amount(q, "amount_yuan", k.in.amount_yuan, &k.fen);
	if (!form_ok(q))
		return ERR_FORM;
	e = form_key_uid(q, "budget", &k.uid);
	if (e)
		return e;
	k.project = p.id;
	k.line_uid = k.uid;
	e = db_tx(budget_store, &k);
	if (e == ERR_DUPLICATE) {
		form_error(q, "label", "line_asked");
		return ERR_FORM;
	}
	return e ? e : see(q, "/support/budgets/%s?done=budget_asked", p.no);
}

struct deciding {
	struct rq *q;
	struct change_row c;
	const char *state, *answer, *word;
};

static enum err budget_decide(void *ctx)
{
	struct deciding *d = ctx;
	struct rq *q = d->q;
	int64_t rows = 1;
	enum err e = db_change(&decide_q,
			       ARGS(A_(d->state), A_(q->staff), A_(actor_time(&q->actor)),
				    A_(d->answer), A_(d->c.id), A_(q->staff)));
	d->word = NULL;
	if (!e && str_eq(d->state, "approved"))
		e = db_affect(&set_q,
			      ARGS(A_(d->c.becomes), A_(d->c.line), A_(d->c.was), A_(d->c.becomes)),
			      &rows);
	if (e)
		return e;
	if (!rows) {
		d->word = "below_spent";
		return ERR(ERR_STALE, "below what was spent");
	}
	return audit(&q->actor,
		     str_eq(d->state, "approved") ? "fund_line.approve" : "fund_line.refuse",
		     "fund_line", d->c.line, NULL);
}

static enum err budget_step(struct rq *q, const char *state, const char *answer)
{
	struct project_row p;
	struct deciding d = { .q = q, .state = state, .answer = answer };
	enum err e = budget_here(q, &p);
	if (!e)
		e = row_one(&change_q, ARGS(A_(arg(q, 1)), A_(p.id)), change_row_cols, &d.c);
	if (e)
		return e;
	if (d.c.asked_by == q->staff)
		return fund_refused(q, "own_entry", budget_show);
	e = STAFF_BARS(&q->actor, &d.word, d.c.asker);
	if (e)
		return e;
	if (d.word)
		return fund_refused(q, d.word, budget_show);
	e = db_tx(budget_decide, &d);
	if (e && d.word)
		return fund_refused(q, d.word, budget_show);
	return e ? e : see(q, "/support/budgets/%s?done=budget_%s", p.no, state);
}

enum err budget_approve(struct rq *q)
{
	return budget_step(q, "approved", "");
}

enum err budget_refuse(struct rq *q)
{
	struct answer_in in;
	return form_read(q, answer_in_fields, &in) ? budget_step(q, "refused", in.answer)
						   : ERR_FORM;
}
