/* clock.c - Beijing time. */
#include "clock.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "config.h"

enum { BEIJING = 8 * 3600, DAY = 86400 };

int64_t clock_now(void)
{
	return (int64_t)time(NULL) + cfg.now_offset;
}

int64_t clock_mono_us(void)
{
	struct timespec t;
	(void)clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

int64_t clock_mono_ms(void)
{
	return clock_mono_us() / 1000;
}

int64_t clock_boot(void)
{
	struct timespec t;
	(void)clock_gettime(CLOCK_BOOTTIME, &t);
	return t.tv_sec;
}

static bool broken_down(int64_t unix_seconds, struct tm *tm)
{
	time_t t = (time_t)(unix_seconds + BEIJING);
	return gmtime_r(&t, tm) != NULL;
}

const char *clock_time(struct arena *a, int64_t unix_seconds)
{
	char text[32];
	struct tm tm;
	if (!broken_down(unix_seconds, &tm))
		return "";
	return arena_dup(a, text, strftime(text, sizeof(text), "%Y-%m-%d %H:%M:%S", &tm));
}

const char *clock_day(struct arena *a, int64_t unix_seconds)
{
	return arena_dup(a, clock_time(a, unix_seconds), 10);
}

int clock_year(int64_t unix_seconds)
{
	struct tm tm;
	return broken_down(unix_seconds, &tm) ? tm.tm_year + 1900 : 0;
}

int64_t clock_day_no(int64_t unix_seconds)
{
	int64_t t = unix_seconds + BEIJING;
	return t / DAY - (t % DAY < 0);
}

/* Digits at the places of '0' in the pattern, the same character elsewhere, nothing behind. */
static bool shaped(const char *s, const char *pattern)
{
	for (; *pattern; s++, pattern++)
		if (*pattern == '0' ? *s < '0' || *s > '9' : *s != *pattern)
			return false;
	return *s == '\0';
}

static int two(const char *s)
{
	return (s[0] - '0') * 10 + (s[1] - '0');
}

static bool parse(const char *s, int hour, int minute, int second, int64_t *unix_seconds)
{
	struct tm tm = { .tm_year = two(s) * 100 + two(s + 2) - 1900,
			 .tm_mon = two(s + 5) - 1,
			 .tm_mday = two(s + 8),
			 .tm_hour = hour,
			 .tm_min = minute,
			 .tm_sec = second };
	struct tm want = tm;
	if (tm.tm_year < -100 || hour > 23 || minute > 59 || second > 59)
		return false;
	int64_t t = (int64_t)timegm(&tm);
	/* timegm() rolls 30 February over to March; a real day comes back unchanged. */
	if (tm.tm_mday != want.tm_mday || tm.tm_mon != want.tm_mon || tm.tm_year != want.tm_year)
		return false;
	*unix_seconds = t - BEIJING;
	return true;
}

bool clock_parse_day(const char *s, int64_t *unix_seconds)
{
	return s && shaped(s, "0000-00-00") && parse(s, 0, 0, 0, unix_seconds);
}

bool clock_parse_time(const char *s, int64_t *unix_seconds)
{
	if (!s || strlen(s) < 16 || (s[10] != ' ' && s[10] != 'T'))
		return false;
	char copy[20];
	size_t n = strlen(s);
	if (n >= sizeof(copy))
		return false;
	memcpy(copy, s, n + 1);
	copy[10] = ' ';
	if (shaped(copy, "0000-00-00 00:00"))
		return parse(copy, two(copy + 11), two(copy + 14), 0, unix_seconds);
	return shaped(copy, "0000-00-00 00:00:00") &&
	       parse(copy, two(copy + 11), two(copy + 14), two(copy + 17), unix_seconds);
}
