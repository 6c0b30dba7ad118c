/* overview.c - the overseer's figures: coverage, KPIs and what waits, by station of a region. No
 * names at all. */
#include <stdlib.h>
#include <string.h>

#include "aside.h"
#include "clock.h"
#include "list.h"
#include "region.h"
#include "setting.h"
#include "station.h"

/* Registration rate (registered / residents) and hours for each registered volunteer and year:
 * Weinan's plan for community volunteering. Both are whole tenths here. */
#define OVERVIEW_COLS(C) \
	C(TEXT, no, "s.no", "") \
	C(TEXT, kind, "s.kind", "") \
	C(TEXT, name, "s.name", "") \
	C(TEXT, region, "r.name", "") \
	C(INT, population, "s.population", "") \
	C(INT, volunteers, "v.n", "") \
	C(TEXT, rate, "ROUND(v.n * 100 / s.population, 1)", "") \
	C(TEXT, hours, "FORMAT(COALESCE(m.minutes, 0) / 60, 1)", "") \
	C(TEXT, hours_each, "ROUND(m.minutes / 60 / v.n, 1)", "") \
	C(TEXT, backfill_rate, "ROUND(m.backfill * 100 / m.minutes, 1)", "") \
	C(INT, projects, \
	  "(SELECT COUNT(*) FROM project p WHERE p.station_id = s.id" \
	  " AND p.state IN ('recruiting', 'running'))", \
	  "") \
	C(INT, overdue, \
	  "(SELECT COUNT(*) FROM activity a WHERE a.station_id = s.id" \
	  " AND a.state IN ('recording', 'running') AND a.record_due_on < d.today)", \
	  "") \
	C(INT, minutes, "m.minutes", "") \
	C(INT, backfill, "m.backfill", "")
#define OVERVIEW_TABLE "station s"
#define OVERVIEW_JOINS \
	"  JOIN (SELECT CAST(? AS DATE) AS today) d" \
	"  JOIN region r ON r.code = s.region_code" \
	"  LEFT JOIN volunteer_count v ON v.station_id = s.id AND v.of_state = 'active'" \
	"       AND v.n > 0" \
	"  LEFT JOIN (SELECT station_id, SUM(minutes) AS minutes," \
	"       SUM(backfill_minutes) AS backfill FROM station_month WHERE month >= ?" \
	"       GROUP BY station_id) m ON m.station_id = s.id"
#define OVERVIEW_WHERE      "s.state = 'open' AND s.region_code LIKE ?"
#define OVERVIEW_FILTERS(F) F(WORD, kind, "s.kind = ?")
#define OVERVIEW_FEW        "the stations of a region, sorted"
#define OVERVIEW_WAYS(S, L) S(L, no, any, "s.no", "station_region")
#define OVERVIEW_ID         "s.id"
LIST_DEFINE(OVERVIEW);

static struct stmt region_q = SQL(
	"SELECT code, name, full_name"
	"  FROM region"
	" WHERE code = ?");
static struct stmt totals_q = SQL(
	"SELECT COUNT(*) AS stations, SUM(kind = 'point') AS points,"
	"       (SELECT COALESCE(SUM(v.n), 0) FROM volunteer_count v"
	"       JOIN station s2 ON s2.id = v.station_id WHERE v.of_state = 'active'"
	"       AND s2.region_code LIKE ?) AS volunteers,"
	"       (SELECT FORMAT(COALESCE(SUM(m.minutes), 0) / 60, 1) FROM station_month m"
	"       JOIN station s3 ON s3.id = m.station_id WHERE m.month >= ?"
	"       AND s3.region_code LIKE ?) AS hours"
	"  FROM station"
	" WHERE state = 'open'"
	"   AND region_code LIKE ?");

static struct stmt aside_q = SQL(
	"SELECT " ASIDE_SHOWN ", p.name AS station"
	"  FROM loop_aside s"
	"  JOIN station p ON p.id = s.station_id"
	" WHERE s.cleared_at IS NULL"
	"   AND p.region_code LIKE ?"
	" ORDER BY s.first_at, s.id"
	" LIMIT 50");

/* Few people in a row could be told apart: their number is not shown. */
static enum err overview_row(struct rq *q, struct node *n, const struct row *r)
{
	static const char *const told[] = { "volunteers", "minutes",    "backfill",
					    "rate",       "hours_each", "hours" };
	int64_t volunteers = node_get_int(n, "volunteers");
	(void)r;
	if (volunteers == DB_NONE || volunteers >= strtoll(got(q, "Aims.small"), NULL, 10))
		return OK;
	for (size_t i = 0; i < sizeof(told) / sizeof(told[0]); i++)
		node_set(n, told[i], "");
	node_set(n, "small", "1");
	return OK;
}

/* What is hoped for, and what is too few to be told. */
static enum err put_aims(struct rq *q)
{
	int64_t registered = 0, hours = 0, few = 0;
	enum err e = setting_rule(DB_NONE, "kpi_registered_percent", 15, &registered);
	if (!e)
		e = setting_rule(DB_NONE, "kpi_hours_each", 25, &hours);
	if (!e)
		e = setting_rule(DB_NONE, "small_number", 5, &few);
	put_int(q, "Aims.registered", registered);
	put_int(q, "Aims.hours", hours);
	put_int(q, "Aims.small", few);
	return e;
}

enum err station_overview(struct rq *q)
{
	const char *today = clock_day(q->arena, q->now), *region = str_or(q->who.region_code, "");
	const char *january = arena_fmt(q->arena, "%.4s-01", today),
		   *like = region_prefix(q->arena, region);
	enum err e = put_one(q, "Region", &region_q, ARGS(A_(region)));
	if (!e)
		e = put_aims(q);
	if (!e)
		e = put_one(q, "Totals", &totals_q,
			    ARGS(A_(like), A_(january), A_(like), A_(like)));
	if (!e)
		e = put_query(q, "Aside", &aside_q, ARGS(A_(like)));
	struct list overview = LIST(OVERVIEW, "Stations", "station.Overview");
	overview.row = overview_row;
	overview.oldest = true;
	return e ? e
		 : list_page(q, &overview, ARGS(A_(today), A_(january), A_(like)),
			     "station/overview.cs");
}
