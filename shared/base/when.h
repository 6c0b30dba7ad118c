/*
 * when.h - days, clocks and lengths of time as people write them and as tables show them:
 * 2024年3月5日, 2024/3/5, 20240305, 9：00, 上午9点半, 2:30 PM, 2024-03-05T09:00:00, 1.5 小时, 90分钟.
 * One reader for forms, grids, pasted lines and files.
 *
 *	struct when w;
 *	if (when_read(a, cell, &w) && w.minute >= 0 && (!*w.day || str_eq(w.day, day)))
 */
#ifndef ZYZ_WHEN_H
#define ZYZ_WHEN_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"

struct when {
	char day[11]; /* "YYYY-MM-DD", a real one; "": none was written */
	char mmdd[6]; /* "MM-DD" of a day, also of one without its year; "": none */
	int minute;   /* of the day, 1440 for 24:00; -1: no clock was written */
	int second;
};
/* A day, a clock or both, and nothing else. *out only when true. */
bool when_read(struct arena *a, const char *typed, struct when *out);
/* "9:00-11:00", "9点至11点", with or without days before the clocks: two clocks in one. */
bool when_read_two(struct arena *a, const char *typed, struct when *from, struct when *to);
/* The day alone, also the number by which spreadsheets keep it; NULL: no real day. */
const char *day_read(struct arena *a, const char *typed);
/* The clock of a column or field that can be nothing else, so that 930, 9.30 and the fraction by
 * which spreadsheets keep a clock are read as well. Minutes of the day, 1440 for 24:00; -1. */
int clock_read(struct arena *a, const char *typed, struct when *out);
/* A clock of that day in Unix seconds, also with the day beside it. As an end 0:00 and 24:00 are
 * the first second that does not belong to it. false: no clock, or another day's. */
bool clock_of_day(struct arena *a, const char *day, const char *typed, bool end, int64_t *out);
/* Length in minutes, rounded; numbers without a unit are hours or minutes. -1: no length. */
int64_t length_read(struct arena *a, const char *typed, bool hours);

#endif
