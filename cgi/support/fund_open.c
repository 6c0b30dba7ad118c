/* fund_open.c - what came and went at a station in a year, for everybody 经费公开: sums by source,
 * way and purpose, who gave (by name with their consent), and for what it was spent. Nobody who was
 * paid is named. */
#include <string.h>

#include "clock.h"
#include "code.h"
#include "fund.h"

static struct stmt station_q = SQL(
	"SELECT id"
	"  FROM station"
	" WHERE no = ?"
	"   AND state = 'open'");
static struct stmt years_q = SQL(
	"SELECT DISTINCT year"
	"  FROM fund_year"
	" WHERE station_id = ?"
	" ORDER BY year DESC"
	" LIMIT 12");
/* A few dozen rows a year, by the beginning of their key. */
#define OF_YEAR \
	"  FROM fund_year y" \
	" WHERE y.station_id = ?" \
	"   AND y.year = ?"
static struct stmt sum_q = SQL(
	"SELECT " FUND_CAME " AS came, " FUND_GOODS " AS goods, " FUND_SPENT " AS spent"
	OF_YEAR);
static struct stmt left_q = SQL(
	"SELECT " FUND_YUAN("COALESCE(SUM(IF(direction = 'in', amount_fen, -amount_fen)), 0)")
	"  FROM fund_year"
	" WHERE station_id = ?"
	"   AND year <= ?"
	"   AND way <> 'goods'");
static struct stmt sources_q = SQL(
	"SELECT c.name AS source, x.way, " FUND_YUAN("x.fen") " AS amount, x.entries"
	"  FROM (SELECT y.fund_source, y.way, SUM(y.amount_fen) AS fen, SUM(y.entries) AS entries"
	OF_YEAR
	"   AND y.direction = 'in'"
	" GROUP BY y.fund_source, y.way) x"
	"  JOIN code_item c ON c.list = 'fund_source' AND c.code = x.fund_source"
	" WHERE x.fen <> 0"
	" ORDER BY x.fund_source, x.way");
static struct stmt purposes_q = SQL(
	"SELECT p.title AS project, " FUND_YUAN("x.came") " AS came,"
	"       " FUND_YUAN("x.spent") " AS spent"
	"  FROM (SELECT y.scope, SUM(IF(y.direction = 'in', y.amount_fen, 0)) AS came,"
	"       SUM(IF(y.direction = 'out', y.amount_fen, 0)) AS spent"
	OF_YEAR
	" GROUP BY y.scope) x"
	"  LEFT JOIN project p ON p.id = x.scope"
	" ORDER BY x.scope = 0, x.scope DESC"
	" LIMIT 200");
#define OF_DAYS(direction) \
	" WHERE e.station_id = ?" \
	"   AND e.direction = '" direction "'" \
	"   AND e.state = 'approved'" \
	"   AND e.happened_on BETWEEN ? AND ?" \
	" ORDER BY e.happened_on DESC, e.id DESC" \
	" LIMIT 300"
static struct stmt gifts_q = SQL(
	"SELECT e.happened_on, IF(e.party_public = 1, e.party, NULL) AS party, c.name AS source,"
	"       e.fund_source IN ('5', '6', '7') AS person, e.way, p.title AS project,"
	"       " FUND_YUAN("e.amount_fen") " AS amount"
	"  FROM fund_entry e FORCE INDEX (fund_entry_open)"
	"  JOIN code_item c ON c.list = 'fund_source' AND c.code = e.fund_source"
	"  LEFT JOIN project p ON p.id = e.project_id"
	OF_DAYS("in"));
static struct stmt spent_q = SQL(
	"SELECT e.happened_on, e.purpose, p.title AS project, b.label,"
	"       " FUND_YUAN("e.amount_fen") " AS amount"
	"  FROM fund_entry e FORCE INDEX (fund_entry_open)"
	"  LEFT JOIN project p ON p.id = e.project_id"
	"  LEFT JOIN fund_line b ON b.id = e.line_id"
	OF_DAYS("out"));

static enum err open_station(struct rq *q, int64_t *station)
{
	const char *no = arg(q, 0);
	size_t n = strlen(no);
	if (!n || n > 6 || strspn(no, "0123456789") != n)
		return ERR_NOT_FOUND;
	return db_int(&station_q, ARGS(A_(no)), station);
}

enum err fund_open(struct rq *q)
{
	int64_t station, year = query_int(q, "year", clock_year(q->now), 2000, 2100);
	const char *left = NULL;
	enum err e = open_station(q, &station);
	if (!e)
		e = put_station(q, station);
	if (!e)
		e = put_query(q, "Years", &years_q, ARGS(A_(station)));
	if (!e)
		e = put_one(q, "Sum", &sum_q, ARGS(A_(station), A_(year)));
	if (!e)
		e = db_text(&left_q, ARGS(A_(station), A_(year)), &left);
	if (!e)
		e = put_query(q, "Sources", &sources_q, ARGS(A_(station), A_(year)));
	if (!e)
		e = put_query(q, "Purposes", &purposes_q, ARGS(A_(station), A_(year)));
	const char *from = arena_fmt(q->arena, "%lld-01-01", (long long)year);
	const char *to = arena_fmt(q->arena, "%lld-12-31", (long long)year);
	if (!e)
		e = put_query(q, "Gifts", &gifts_q, ARGS(A_(station), A_(from), A_(to)));
	if (!e)
		e = put_query(q, "Spent", &spent_q, ARGS(A_(station), A_(from), A_(to)));
	if (e)
		return e;
	put_int(q, "Year", year);
	put(q, "Sum.left", left);
	reply_cache(q, 10);
	return page(q, "support/open.cs");
}
