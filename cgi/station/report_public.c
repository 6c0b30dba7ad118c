/* report_public.c - a published yearly report as everybody reads it, and for overseers which
 * stations have published theirs. */
#include "clock.h"
#include "code.h"
#include "list.h"
#include "places.h"
#include "report.h"
#include "setting.h"
#include "station.h"

enum { CACHE_SECONDS = 60, FEW = 5, YEARS_BACK = 5 };

static const struct col report_row_cols[] = { REPORT_COLS(ROW_COL_, report_row){ COL_END, 0 } };
static struct stmt station_q = SQL(
	"SELECT id"
	"  FROM station"
	" WHERE no = ?");
static struct stmt find_q = SQL(
	"SELECT " ROW_SELECT(REPORT_COLS)
	"  FROM year_report y"
	" WHERE y.station_id = ?"
	"   AND y.year = ?"
	"   AND y.state = 'published'");
static struct stmt words_q = SQL(
	"SELECT work, records, examples, problems, plans, DATE(published_at) AS published_on"
	"  FROM year_report"
	" WHERE id = ?");

enum err report_read(struct rq *q)
{
	struct report_row r;
	int64_t station, year, few = FEW;
	enum err e = report_year(q, arg(q, 1), &year);
	if (!e)
		e = db_int(&station_q, ARGS(A_(arg(q, 0))), &station);
	if (!e)
		e = row_one(&find_q, ARGS(A_(station), A_(year)), report_row_cols, &r);
	if (!e)
		e = setting_rule(DB_NONE, "small_number", FEW, &few);
	if (!e)
		e = report_show_figures(q, r.figures, few);
	if (!e)
		e = report_corrections(q, station, &r);
	if (!e)
		e = put_one(q, "Report", &words_q, ARGS(A_(r.id)));
	if (!e)
		e = put_station(q, station);
	if (e)
		return e;
	put_int(q, "Year", year);
	reply_cache(q, CACHE_SECONDS);
	return page(q, "station/report_public.cs");
}

#define REPORTS_COLS(C) \
	C(TEXT, no, "s.no", "") \
	C(TEXT, name, "s.name", "") \
	C(TEXT, region, "r.name", "") \
	C(WORD, state, "COALESCE(y.state, 'none')", "State.year_report") \
	C(DAY, published_on, "DATE(y.published_at)", "")
#define REPORTS_TABLE "station s"
#define REPORTS_JOINS \
	"  JOIN (SELECT CAST(? AS SIGNED) AS year) d" \
	"  JOIN region r ON r.code = s.region_code" \
	"  LEFT JOIN year_report y ON y.station_id = s.id AND y.year = d.year"
#define REPORTS_WHERE      "s.region_code LIKE ? AND s.state = 'open'"
#define REPORTS_FILTERS(F) F(GIVEN, year, "? <> ''")
#define REPORTS_WAYS(S, L) S(L, region, any, "s.region_code", "station_region")
#define REPORTS_ID         "s.id"
LIST_DEFINE(REPORTS);
static const struct list reports = LIST(REPORTS, "Stations", "station.Reports", .oldest = true);

static struct stmt count_q = SQL(
	"SELECT COUNT(*) AS stations, SUM(y.state = 'published') AS published"
	"  FROM station s FORCE INDEX (station_region)"
	"  LEFT JOIN year_report y ON y.station_id = s.id AND y.year = ?"
	" WHERE s.region_code LIKE ?"
	"   AND s.state = 'open'");

enum err report_stations(struct rq *q)
{
	int64_t last = clock_year(q->now) - 1;
	int64_t year = query_int(q, "year", last, last - YEARS_BACK, last + 1);
	enum err e = put_one(q, "Count", &count_q, ARGS(A_(year), A_(place_scope(q))));
	if (e)
		return e;
	put_int(q, "Year", year);
	put_int(q, "Before", year - 1);
	if (year < last)
		put_int(q, "After", year + 1);
	return list_page(q, &reports, ARGS(A_(year), A_(place_scope(q))),
			 "station/report_stations.cs");
}
