/* fund_list.c - the ledger of funds 经费台账 with the sums of a year; what waits for a second. */
#include "clock.h"
#include "code.h"
#include "form.h"
#include "fund.h"
#include "list.h"
#include "money.h"

#define FUND_LIST_COLS(C) \
	C(TEXT, no, "e.no", "") \
	C(DAY, happened_on, "e.happened_on", "") \
	C(WORD, direction, "e.direction", "State.fund_entry_direction") \
	C(CODE, source, "e.fund_source", "fund_source") \
	C(WORD, way, "e.way", "State.fund_entry_way") \
	C(TEXT, project, "p.title", "") \
	C(LONG, purpose, "e.purpose", "") \
	C(TEXT, party, "e.party", "") \
	C(YUAN, fen, "e.amount_fen", "") \
	C(TEXT, entered_by, "f.name", "") \
	C(TEXT, approved_by, "a.name", "") \
	C(WORD, state, "e.state", "State.fund_entry")
#define FUND_LIST_TABLE "fund_entry e"
#define FUND_LIST_JOINS \
	"  JOIN staff f ON f.id = e.entered_by" \
	"  LEFT JOIN staff a ON a.id = e.approved_by" \
	"  LEFT JOIN project p ON p.id = e.project_id"
#define FUND_LIST_WHERE "e.station_id = ?"
#define FUND_LIST_FILTERS(F) \
	F(WORD, direction, "e.direction = ?") \
	F(WORD, source, "e.fund_source = ?") \
	F(WORD, project, "e.project_id = (SELECT o.id FROM project o WHERE o.no = ?)") \
	F(WORD, way, "e.way = ?") \
	F(DAY, from, "e.happened_on >= ?") \
	F(DAY, to, "e.happened_on <= ?") \
	F(WORD, state, "e.state = ?") \
	F(FIND, q, "CONCAT_WS(' ', e.no, e.purpose) LIKE ?")
#define FUND_LIST_WAYS(S, L) \
	S(L, no, any, "e.id", "fund_entry_list") \
	S(L, no, state, "e.id", "fund_entry_state") \
	S(L, no, project, "e.id", "fund_entry_of_project") \
	S(L, no, source, "e.id", "fund_entry_of_source") \
	S(L, no, direction, "e.id", "fund_entry_direction") \
	S(L, no, from, "e.happened_on", "fund_entry_station") \
	S(L, no, to, "e.happened_on", "fund_entry_station") \
	S(L, happened_on, any, "e.happened_on", "fund_entry_station")
#define FUND_LIST_ID "e.id"
LIST_DEFINE(FUND_LIST);

static enum err fund_line_row(struct rq *q, struct node *n, const struct row *r)
{
	(void)r;
	node_set(n, "amount", money_text(q->arena, node_get_int(n, "fen")));
	return OK;
}
static const struct list funds = LIST(FUND_LIST, "Funds", "support.FundLedger",
				      .row = fund_line_row);

/* A year of one station: some dozen rows by their key. */
static struct stmt year_q = SQL(
	"SELECT ? AS year, " FUND_CAME " AS money_in, " FUND_GOODS " AS goods_in,"
	"       " FUND_SPENT " AS money_out"
	"  FROM fund_year y"
	" WHERE y.station_id = ?"
	"   AND y.year = ?");
static struct stmt left_q = SQL(
	"SELECT " FUND_YUAN("COALESCE(SUM(in_fen - out_fen), 0)")
	"  FROM fund_purse"
	" WHERE station_id = ?");
static struct stmt waiting_q = SQL(
	"SELECT e.no, e.happened_on, e.purpose, e.party, " FUND_YUAN("e.amount_fen") " AS amount,"
	"       p.title AS project, b.label, f.name AS entered_by, e.entered_at,"
	"       e.document_id IS NOT NULL AS paper, e.entered_by = ? AS own"
	"  FROM fund_entry e"
	"  JOIN staff f ON f.id = e.entered_by"
	"  LEFT JOIN project p ON p.id = e.project_id"
	"  LEFT JOIN fund_line b ON b.id = e.line_id"
	" WHERE e.station_id = ?"
	"   AND e.state = 'entered'"
	" ORDER BY e.id"
	" LIMIT 100");
static struct stmt changes_q = SQL(
	"SELECT p.no AS project_no, p.title AS project, b.label,"
	"       " FUND_YUAN("c.from_fen") " AS was, " FUND_YUAN("c.to_fen") " AS becomes,"
	"       c.reason, f.name AS asked_by, c.asked_at, c.asked_by = ? AS own"
	"  FROM fund_line_change c"
	"  JOIN fund_line b ON b.id = c.line_id"
	"  JOIN project p ON p.id = b.project_id"
	"  JOIN staff f ON f.id = c.asked_by"
	" WHERE c.station_id = ?"
	"   AND c.state = 'asked'"
	" ORDER BY c.id"
	" LIMIT 100");

/* The year that the list speaks of: that of its first day, or this one. */
static int64_t fund_list_year(struct rq *q)
{
	int64_t at;
	const char *from = query(q, "from");
	return from && clock_parse_day(from, &at) ? clock_year(at) : clock_year(q->now);
}

enum err fund_list(struct rq *q)
{
	int64_t year = fund_list_year(q);
	const char *left;
	enum err e = put_one(q, "Sum", &year_q, ARGS(A_(year), A_(q->station), A_(year)));
	if (!e)
		e = db_text(&left_q, ARGS(A_(q->station)), &left);
	if (!e)
		e = put_codes(q, "Sources", "fund_source");
	if (!e)
		e = put_fund_projects(q);
	if (e)
		return e;
	put(q, "Sum.left", left);
	return list_page(q, &funds, ARGS(A_(q->station)), "support/funds.cs");
}

enum err fund_queue(struct rq *q)
{
	enum err e = put_query(q, "Waiting", &waiting_q, ARGS(A_(q->staff), A_(q->station)));
	if (!e)
		e = put_query(q, "Changes", &changes_q, ARGS(A_(q->staff), A_(q->station)));
	return e ? e : page(q, "support/fund_queue.cs");
}
