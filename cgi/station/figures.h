/* figures.h - what a division comes to in a year or a month: its parts, its months, its aims. */
#ifndef ZYZ_FIGURES_H
#define ZYZ_FIGURES_H

#include "app.h"

/* Months that are looked at, "2026-01" to "2026-11", and the same of the year before. */
struct period {
	int64_t year, month; /* month 0: the whole year, so far */
	const char *from, *to, *before_from, *before_to;
};
struct period period_of(struct rq *q);
/* Page.Totals, Page.Parts.N, Page.Trend, of the division that stands under Page.Region. */
enum err put_figures(struct rq *q, const struct period *p, int64_t few) MUST_USE;

#endif
