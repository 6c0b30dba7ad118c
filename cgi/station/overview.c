/* overview.c - the overseer's figures: coverage, KPIs and what waits, by station of a region. No
 * names at all. */
#include <stdlib.h>
#include <string.h>

#include "aside.h"
#include "clock.h"
#include "figures.h"
#include "holiday.h"
#include "list.h"
#include "region.h"
#include "setting.h"
#include "station.h"

/* Registration rate (registered / residents) and hours for each registered volunteer and year:
 * Weinan's plan for community volunteering. Both are whole tenths here. */
#define SUM_OF(what, from, to) \
	"(SELECT SUM(m." what ") FROM station_month m WHERE m.station_id = s.id" \
	" AND m.month BETWEEN d." from " AND d." to ")"
#define MINUTES SUM_OF("minutes", "from_month", "to_month")
#define OVERVIEW_COLS(C) \
	C(TEXT, no, "s.no", "") \
	C(TEXT, kind, "s.kind", "") \
	C(TEXT, name, "s.name", "") \
	C(TEXT, region, "r.name", "") \
	C(INT, population, "s.population", "") \
	C(INT, volunteers, "v.n", "") \
	C(TEXT, rate, "ROUND(v.n * 100 / s.population, 1)", "") \
	C(TEXT, hours, "FORMAT(COALESCE(" MINUTES ", 0) / 60, 1)", "") \
	C(TEXT, hours_before, \
	  "FORMAT(COALESCE(" SUM_OF("minutes", "before_from", "before_to") ", 0) / 60, 1)", "") \
	C(TEXT, hours_each, "ROUND(" MINUTES " / 60 / v.n, 1)", "") \
	C(TEXT, backfill_rate, \
	  "ROUND(" SUM_OF("backfill_minutes", "from_month", "to_month") " * 100 / " MINUTES \
									", 1)", \
	  "") \
	C(INT, projects, \
	  "(SELECT COUNT(*) FROM project p WHERE p.station_id = s.id" \
	  " AND p.state IN ('recruiting', 'running'))", \
	  "") \
	C(INT, overdue, \
	  "(SELECT COUNT(*) FROM activity a WHERE a.station_id = s.id" \
	  " AND a.state IN ('recording', 'running') AND a.record_due_on < d.today)", \
	  "") \
	C(INT, led, \
	  "(SELECT COUNT(*) FROM activity a WHERE a.station_id = s.id AND a.led_by > 0" \
	  " AND a.starts_at >= CONCAT(d.from_month, '-01')" \
	  " AND a.starts_at < CONCAT(d.to_month, '-01') + INTERVAL 1 MONTH" \
	  " AND a.state NOT IN ('draft', 'cancelled'))", \
	  "") \
	C(TEXT, met_hours, \
	  "FORMAT(COALESCE(" SUM_OF("met_minutes", "from_month", "to_month") ", 0) / 60, 1)", "") \
	C(INT, pairs, \
	  "(SELECT COUNT(*) FROM pairing p WHERE p.station_id = s.id AND p.state = 'active')", "") \
	C(INT, pair_visits, \
	  "(SELECT COUNT(*) FROM pairing_visit p WHERE p.station_id = s.id" \
	  " AND p.mode <> 'phone' AND p.visited_on >= CONCAT(d.from_month, '-01')" \
	  " AND p.visited_on < CONCAT(d.to_month, '-01') + INTERVAL 1 MONTH)", \
	  "") \
	C(INT, pair_calls, \
	  "(SELECT COUNT(*) FROM pairing_visit p WHERE p.station_id = s.id" \
	  " AND p.mode = 'phone' AND p.visited_on >= CONCAT(d.from_month, '-01')" \
	  " AND p.visited_on < CONCAT(d.to_month, '-01') + INTERVAL 1 MONTH)", \
	  "") \
	C(INT, pair_lost, \
	  "(SELECT COUNT(*) FROM pairing p JOIN home_service h ON h.source_no = p.no" \
	  " AND h.state = 'missed' JOIN activity a ON a.id = h.activity_id" \
	  " WHERE p.station_id = s.id AND a.starts_at >= CONCAT(d.from_month, '-01')" \
	  " AND a.starts_at < CONCAT(d.to_month, '-01') + INTERVAL 1 MONTH)", \
	  "") \
	C(INT, pair_missed, \
	  "(SELECT COUNT(*) FROM pairing p WHERE p.station_id = s.id AND p.state = 'active'" \
	  " AND p.next_due < d.today)", \
	  "") \
	C(INT, minutes, MINUTES, "") \
	C(INT, backfill, SUM_OF("backfill_minutes", "from_month", "to_month"), "")
#define OVERVIEW_TABLE "station s"
#define OVERVIEW_JOINS \
	"  JOIN (SELECT CAST(? AS DATE) AS today, CAST(? AS CHAR(7)) AS from_month," \
	"       CAST(? AS CHAR(7)) AS to_month, CAST(? AS CHAR(7)) AS before_from," \
	"       CAST(? AS CHAR(7)) AS before_to) d" \
	"  JOIN region r ON r.code = s.region_code" \
	"  LEFT JOIN volunteer_count v ON v.station_id = s.id AND v.of_state = 'active'" \
	"       AND v.n > 0"
#define OVERVIEW_WHERE "s.region_code LIKE ?"
#define OVERVIEW_FILTERS(F) \
	F(WORD, kind, "s.kind = ?") \
	F(GIVEN, in, "? <> ''") \
	F(GIVEN, year, "? <> ''") \
	F(GIVEN, month, "? <> ''")
#define OVERVIEW_WAYS(S, L) S(L, region, any, "s.region_code", "station_region")
#define OVERVIEW_ID         "s.id"
LIST_DEFINE(OVERVIEW);

enum { MANY = 500 };

static struct stmt region_q = SQL(
	"SELECT code, name, full_name, parent_code, communities, level AS _level"
	"  FROM region"
	" WHERE code = ?");
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
	static const char *const told[] = { "volunteers", "minutes", "backfill",     "rate",
					    "hours_each", "hours",   "hours_before", "met_hours" };
	int64_t volunteers = node_get_int(n, "volunteers");
	(void)r;
	if (volunteers == DB_NONE || volunteers >= strtoll(got(q, "Aims.small"), NULL, 10))
		return OK;
	for (size_t i = 0; i < sizeof(told) / sizeof(told[0]); i++)
		node_drop(n, told[i]);
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
	const char *today = clock_day(q->arena, q->now), *own = str_or(q->who.region_code, "");
	const char *region = str_or(query(q, "in"), own), *like = region_prefix(q->arena, region);
	struct period p = period_of(q);
	int64_t missing = DB_NONE;
	if (!region_within(region, own))
		return ERR_NOT_FOUND;
	enum err e = put_one(q, "Region", &region_q, ARGS(A_(region)));
	if (!e)
		e = put_aims(q);
	if (!e)
		e = put_figures(q, &p, strtoll(got(q, "Aims.small"), NULL, 10));
	if (!e)
		e = put_query(q, "Aside", &aside_q, ARGS(A_(like)));
	if (!e)
		e = holiday_missing(&q->actor, own, &missing);
	if (e)
		return e;
	put_int(q, "Year", p.year);
	put_int(q, "Month", p.month ? p.month : DB_NONE);
	put_int(q, "Before", p.year - 1);
	put_int(q, "ThisYear", clock_year(q->now));
	put_int(q, "HolidaysMissing", missing);
	if (!str_eq(region, own))
		put(q, "Up", got(q, "Region.parent_code"));
	/* Of very many, each is found by the parts of the region; a file has them all. */
	if (!query(q, "as") && strtoll(got(q, "Totals.stations"), NULL, 10) > MANY) {
		put_int(q, "Many", 1);
		return page(q, "station/overview.cs");
	}
	struct list overview = LIST(OVERVIEW, "Stations", "station.Overview");
	overview.row = overview_row;
	overview.oldest = true;
	return list_page(
		q, &overview,
		ARGS(A_(today), A_(p.from), A_(p.to), A_(p.before_from), A_(p.before_to), A_(like)),
		"station/overview.cs");
}
