/*
 * series.h - activities that come again: the days of a series, each with what is to be said of it
 * before anything is made.
 *
 * Owns the rows of series, which only say how the activities were made; each activity is one like
 * others from then on, changed alone, or published and cancelled with the rest of them.
 */
#ifndef ZYZ_ACTIVITY_SERIES_H
#define ZYZ_ACTIVITY_SERIES_H

#include "plan.h"

/* More than a year of weeks; one deed makes no more. */
enum { SERIES_MOST = 60, SERIES_SPAN_DAYS = 366 };

#define SERIES_IN(X, T) \
	PLAN_IN(X, T) \
	X(T, WORD, every, 1, 9) \
	X(T, DAY, until, 1, 10) \
	X(T, WORD, on_holiday, 1, 5) \
	X(T, WORD, short_month, 1, 4) \
	X(T, LIST, days, 0, SERIES_MOST) \
	X(T, WORD, step, 0, 4)
FORM_DEFINE(series_in, SERIES_IN);

struct series_day {
	const char *day;  /* when it would be */
	const char *from; /* the day that it was moved from, NULL: none */
	const char *word; /* of Lang.activity.SeriesDay, NULL: nothing is to be said */
	const char *name; /* of the holiday */
	const char *other_no, *other_title; /* what the station has there at that time */
	bool may;                           /* one can be made */
};
struct series {
	struct rq *q;
	struct series_in in;
	struct plan p;
	struct series_day v[SERIES_MOST];
	size_t n;
	const char *project_from, *project_to;
	struct bytes uid;
	int64_t id;
};

/* series_days.c: fills s->v; in and p are read and fine. */
enum err series_days(struct series *s) MUST_USE;
/* Page.Days.N, Page.Makes, Page.NoCalendar.N.year; asked: what was ticked stands as it was. */
enum err put_series_days(struct series *s, bool asked) MUST_USE;
/* What of a series has not begun, from a day on, in states with commas: series_show.c. */
struct series_rest {
	struct rq *q;
	int64_t series, like;
	const char *reason;
	struct act *v;
	size_t n;
	int64_t done, hindered;
};
enum err series_ahead(struct series_rest *r, const char *from_day, const char *states) MUST_USE;
/* "20261205" of "2026-12-05" */
const char *series_code(struct arena *a, const char *day);

#endif
