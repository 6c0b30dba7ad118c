/*
 * holiday.h - the calendar 工作日历: days off and weekends worked, out of the yearly notice of the
 * State Council.
 *
 * Owns the table holiday; workday.h reads it.
 *
 *	size_t n = holiday_read(a, 2027, notice, &days);     // 一、元旦：1月1日（周五）至3日（周日）放假
 *	e = holiday_store(days, n, "国办发明电〔2026〕7号", "", "");
 */
#ifndef ZYZ_HOLIDAY_H
#define ZYZ_HOLIDAY_H

#include "actor.h"
#include "err.h"

enum { HOLIDAY_ENOUGH = 7, HOLIDAY_MOST = 120 };

struct holiday_day {
	const char *day, *name; /* "2027-01-01", "元旦" */
	bool work;              /* a weekend that is worked; otherwise a day off */
};
/* The days that the words of a notice name, in its order. */
size_t holiday_read(struct arena *a, int year, const char *notice, struct holiday_day **out);
/* In the caller's transaction, whose audit is the caller's. region "" and within "": the whole
 * country; else an overseer's, and a pattern of what lies in it. */
enum err holiday_store(const struct holiday_day *v, size_t n, const char *source,
		       const char *region, const char *within) MUST_USE;
/* The year whose calendar is still to be entered though it is November; DB_NONE: all is well. */
enum err holiday_missing(const struct actor *by, const char *region, int64_t *year) MUST_USE;

#endif
