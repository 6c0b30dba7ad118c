/*
 * chart.h - bar charts that a page draws as SVG, without a script and without a style.
 *
 * Owns the geometry only: chart_put() works out where everything stands and puts it under a node;
 * the macro chart() of templates/chart.cs writes SVG and data table from it with ordinary escaping.
 * Columns when the labels fit beneath them, else rows. In JSON a chart is its title, desc and bars
 * {label,value,text}.
 *
 *	struct chart c = { .id = "hours", .title = lang("station.hours"), .unit = 60,
 *	                   .empty = lang("station.no_hours"), .bars = bars, .n = n };
 *	chart_put(q->arena, put_list(q, "Chart"), &c);
 *	< ?cs include!"chart.cs" ? > ... < ?cs call:chart(Page.Chart) ? >
 */
#ifndef ZYZ_CHART_H
#define ZYZ_CHART_H

#include "page.h"

struct chart_bar {
	const char *label; /* any text; two lines at most, the table has it whole */
	int64_t value;     /* below 0 it has no bar, DB_NONE shows as a dash */
};
struct chart {
	const char *id; /* a word [a-z0-9]+, unlike that of other charts on the page */
	const char *title;
	const char *desc;       /* a sentence for those who hear the chart; may be NULL */
	const char *empty;      /* stands there instead when n is 0 */
	const char *label_head; /* heads of the table's two columns; NULL: Lang.Chart.* */
	const char *value_head;
	int64_t unit; /* values are shown divided by it: 60 for minutes as hours */
	bool phone;   /* for a narrow page: rows on half the width */
	const struct chart_bar *bars;
	size_t n;
};
void chart_put(struct arena *a, struct node *to, const struct chart *c);

#endif
