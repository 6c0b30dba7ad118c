/* report.h - one yearly report 年度工作报告 as staff of its station find it, and its figures. */
#ifndef ZYZ_STATION_REPORT_H
#define ZYZ_STATION_REPORT_H

#include "report_sum.h"

#define REPORT_COLS(X, T) \
	X(T, INT, id, "y.id") \
	X(T, INT, year, "y.year") \
	X(T, TEXT, state, "y.state") \
	X(T, TEXT, figures, "y.figures") \
	X(T, TEXT, written_at, "y.written_at")
struct report_row {
	REPORT_COLS(ROW_MEMBER_, )
};

/* The year of the address; ERR_NOT_FOUND: none that a report may be about. */
enum err report_year(struct rq *q, const char *text, int64_t *year) MUST_USE;
/* The year's figures as they are now, as the JSON that is frozen. */
enum err report_freeze(struct rq *q, int64_t station, int64_t year, const char **json) MUST_USE;
/* Page.Figures, Page.Categories, Page.Chart of such JSON; few: fewer people than this are not
 * told, 0 tells all. */
enum err report_show_figures(struct rq *q, const char *json, int64_t few) MUST_USE;
/* Page.Corrected.{hours,times}: what the year comes to now, where that is no longer what stands in
 * the JSON; and Page.Notes. */
enum err report_corrections(struct rq *q, int64_t station, const struct report_row *r) MUST_USE;

#endif
