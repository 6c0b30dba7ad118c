/* times.c - clocks of an activity's day, as people type them. */
#include <string.h>

#include "activity.h"
#include "clock.h"
#include "when.h"

bool act_clock(const struct rq *q, const char *day, const char *typed, bool end, int64_t *out)
{
	struct when w;
	int64_t midnight;
	if (clock_read(q->arena, typed, &w) < 0 || !clock_parse_day(day, &midnight))
		return false;
	if (*w.mmdd && (strcmp(w.mmdd, day + 5) != 0 || (*w.day && !str_eq(w.day, day))))
		return false;
	if (!end && w.minute == ACT_DAY)
		return false;
	*out = midnight + (end && w.minute == 0 ? ACT_DAY : w.minute) * 60;
	return true;
}
