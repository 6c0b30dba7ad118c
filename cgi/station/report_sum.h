/*
 * report_sum.h - the figures of a station in a stretch of whole months 月统计表、年度工作报告: needs,
 * orders, projects, trainings, activities, volunteers, hours by evidence and by category.
 *
 * Reads the rows of the stretch by keys that begin with the station, and the rows that are kept
 * with each record; never a row of another station. Nobody is named in it.
 *
 *	struct stretch now = { q->station, "2026-11-01", "2026-12-01" };
 *	enum err e = report_sum(&now, put_list(q, "Now"));      // Page.Now.needs = 86 ...
 */
#ifndef ZYZ_STATION_REPORT_SUM_H
#define ZYZ_STATION_REPORT_SUM_H

#include "app.h"

struct stretch {
	int64_t station;
	const char *from, *until; /* first days of months; the second is no longer in it */
};
enum err report_sum(const struct stretch *s, struct node *to) MUST_USE;
/* Of these the hours alone: minutes, times, scan, ... */
enum err report_hours(const struct stretch *s, struct node *to) MUST_USE;
/* Minutes and activities by service category: children with category, minutes, activities. */
enum err report_categories(const struct stretch *s, struct node *to) MUST_USE;

enum figure_unit { FIGURE_COUNT, FIGURE_MINUTES, FIGURE_TENTHS };
struct figure {
	const char *group,
		*name; /* texts: Lang.station.FigureGroup.GROUP, Lang.station.Figure.NAME */
	enum figure_unit unit;
	bool people; /* counts people: a small number of them is not told to everybody */
};
extern const struct figure figures[];
/* "86", "12.50", "4.8"; NULL when there is none. */
const char *figure_text(struct arena *a, const struct figure *f, int64_t value);

/* Page.Figures.N.{group,name,now,before,last}, in the order of figures[], of sums under these
 * nodes; before and last may be NULL. */
void report_put(struct rq *q, struct node *now, struct node *before, struct node *last);
/* Page.Categories.N.{category,category_name,hours,activities} and Page.Chart. */
void report_put_categories(struct rq *q, struct node *from);

#endif
