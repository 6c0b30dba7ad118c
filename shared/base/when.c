/* when.c - days, clocks and lengths of time as people write them. */
#include "when.h"

#include <stdio.h>
#include <string.h>

#include "clock.h"
#include "str.h"
#include "text.h"

enum { HOUR = 60, DAY = 24 * HOUR, SHEET_EPOCH = 25569, SHEET_LAST = 73415 };
enum { AM = 1, PM, FORENOON, MIDDAY, NIGHT };

static void blanks(const char **s)
{
	*s += strspn(*s, " ");
}

static bool take(const char **s, const char *word)
{
	if (!str_starts(*s, word))
		return false;
	*s += strlen(word);
	return true;
}

static bool take_any(const char **s, const char *const *words)
{
	for (; *words; words++)
		if (take(s, *words))
			return true;
	return false;
}
#define TAKE(s, ...) take_any(s, (const char *const[]){ __VA_ARGS__, NULL })

/* A run of at least `least` and at most `most` digits, with no other digit behind it. */
static bool number(const char **s, size_t least, size_t most, int *out)
{
	size_t n = strspn(*s, "0123456789");
	if (n < least || n > most)
		return false;
	*out = 0;
	for (size_t i = 0; i < n; i++)
		*out = *out * 10 + ((*s)[i] - '0');
	*s += n;
	return true;
}

/* 周四, (星期四), Thu: said beside a day, and not looked at. */
static void weekday(const char **s)
{
	static const char *const names[] = { "一", "二", "三", "四", "五", "六", "日", "天", NULL };
	const char *p = *s;
	blanks(&p);
	bool bracket = take(&p, "(");
	if (!TAKE(&p, "星期", "周", "礼拜") || !take_any(&p, names))
		return;
	if (bracket && !take(&p, ")"))
		return;
	*s = p;
}

/* Without its year a day is one of some leap year. */
static bool day_make(struct when *w, bool dated, int year, int month, int day)
{
	char text[32];
	int64_t at;
	snprintf(text, sizeof(text), "%04d-%02d-%02d", dated ? year : 2000, month, day);
	if (!clock_parse_day(text, &at))
		return false;
	memcpy(w->day, dated ? text : "", dated ? sizeof(w->day) : 1);
	memcpy(w->mmdd, text + 5, sizeof(w->mmdd));
	return true;
}

/* Moves *s behind a day; false and *s stays: there is none. */
static bool day_part(const char **s, struct when *w)
{
	const char *p = *s;
	int year = 0, month, day, whole;
	if (strspn(p, "0123456789") == 8 && number(&p, 8, 8, &whole)) {
		if (!day_make(w, true, whole / 10000, whole / 100 % 100, whole % 100))
			return false;
		*s = p;
		return true;
	}
	bool dated = number(&p, 4, 4, &year);
	if (dated) {
		blanks(&p);
		if (!TAKE(&p, "-", "/", ".", "年"))
			return false;
		blanks(&p);
	}
	if (!number(&p, 1, 2, &month))
		return false;
	blanks(&p);
	/* Without its year only 3月5日 is a day: 3/5 and 3.5 may be anything. */
	if (dated ? !TAKE(&p, "-", "/", ".", "月") : !take(&p, "月"))
		return false;
	blanks(&p);
	if (!number(&p, 1, 2, &day))
		return false;
	blanks(&p);
	(void)TAKE(&p, "日", "号");
	if (!day_make(w, dated, year, month, day))
		return false;
	weekday(&p);
	*s = p;
	return true;
}

static int half_of_day(const char **s)
{
	static const struct {
		const char *word;
		int half;
	} words[] = {
		{ "上午", FORENOON }, { "早上", FORENOON }, { "早晨", FORENOON },
		{ "清晨", FORENOON }, { "凌晨", AM },       { "中午", MIDDAY },
		{ "下午", PM },       { "傍晚", PM },       { "晚上", NIGHT },
		{ "夜里", NIGHT },    { "晚", NIGHT },      { "早", FORENOON },
		{ "AM", AM },         { "am", AM },         { "Am", AM },
		{ "A.M.", AM },       { "a.m.", AM },       { "PM", PM },
		{ "pm", PM },         { "Pm", PM },         { "P.M.", PM },
		{ "p.m.", PM },
	};
	const char *p = *s;
	blanks(&p);
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (take(&p, words[i].word)) {
			blanks(&p);
			*s = p;
			return words[i].half;
		}
	return 0;
}

/* The hour of 24 for one of twelve; -1: nobody knows. */
static int hour_of(int hour, int half)
{
	if (half == 0 || hour > 24)
		return hour;
	if (half == AM)
		return hour == 12 ? 0 : hour < 12 ? hour : -1;
	/* Spreadsheets mean midnight by 上午12:00, people noon. */
	if (half == FORENOON)
		return hour < 12 ? hour : -1;
	if (half == MIDDAY)
		return hour < 3 ? hour + 12 : hour <= 14 ? hour : -1;
	if (half == NIGHT && hour == 12)
		return 24;
	return hour < 12 ? hour + 12 : hour;
}

/* Seconds, their fraction and Beijing's own offset. */
static bool clock_tail(const char **s, int *second)
{
	*second = 0;
	if (TAKE(s, ":", "分") && !number(s, 2, 2, second) && (*s)[-1] == ':')
		return false;
	(void)take(s, "秒");
	if (**s == '.' && (*s)[1] >= '0' && (*s)[1] <= '9')
		*s += 1 + strspn(*s + 1, "0123456789");
	(void)TAKE(s, "+08:00", "+0800", "+08");
	return *second < 60;
}

/* Moves *s behind a clock. */
static bool clock_part(const char **s, struct when *w)
{
	const char *p = *s;
	int hour, minute = 0, second = 0, half = half_of_day(&p);
	if (!number(&p, 1, 2, &hour))
		return false;
	blanks(&p);
	if (take(&p, ":")) {
		blanks(&p);
		if (!number(&p, 2, 2, &minute) || !clock_tail(&p, &second))
			return false;
	} else if (TAKE(&p, "点钟", "点整", "点", "时", "時", "點")) {
		if (take(&p, "半"))
			minute = 30;
		else if (take(&p, "一刻"))
			minute = 15;
		else if (take(&p, "三刻"))
			minute = 45;
		else if (number(&p, 1, 2, &minute) && !clock_tail(&p, &second))
			return false;
	} else if (!half) {
		half = half_of_day(&p);
		if (half != AM && half != PM)
			return false;
	}
	if (!half)
		half = half_of_day(&p);
	hour = hour_of(hour, half);
	if (hour < 0 || hour > 24 || minute > 59 || (hour == 24 && (minute || second)))
		return false;
	w->minute = hour * HOUR + minute;
	w->second = second;
	*s = p;
	return true;
}

/* A day and a clock, or one of them; moves *s behind what was read. */
static bool when_part(const char **s, struct when *w)
{
	const char *p = *s;
	*w = (struct when){ .minute = -1 };
	blanks(&p);
	bool dated = day_part(&p, w);
	const char *behind = p;
	if (dated)
		(void)TAKE(&p, "T", "t", ",");
	blanks(&p);
	bool clock = clock_part(&p, w);
	*s = clock ? p : behind;
	return dated || clock;
}

bool when_read(struct arena *a, const char *typed, struct when *out)
{
	const char *s = text_value(a, typed);
	struct when w;
	if (!when_part(&s, &w) || *s)
		return false;
	*out = w;
	return true;
}

bool when_read_two(struct arena *a, const char *typed, struct when *from, struct when *to)
{
	const char *s = text_value(a, typed);
	struct when f, t;
	if (!when_part(&s, &f) || f.minute < 0)
		return false;
	blanks(&s);
	if (!TAKE(&s, "--", "-", "~", "～", "至", "到", "〜"))
		return false;
	if (!when_part(&s, &t) || t.minute < 0 || *s)
		return false;
	*from = f;
	*to = t;
	return true;
}

const char *day_read(struct arena *a, const char *typed)
{
	struct when w;
	const char *s = text_value(a, typed);
	int days;
	if (when_read(a, s, &w) && *w.day)
		return arena_str(a, w.day);
	/* Days since 1899-12-30, perhaps with the fraction that is the clock. */
	if (number(&s, 5, 5, &days) && days >= 36526 && days <= SHEET_LAST &&
	    (!*s || (*s == '.' && strspn(s + 1, "0123456789") == strlen(s + 1))))
		return clock_day(a, (int64_t)(days - SHEET_EPOCH) * 86400);
	return NULL;
}

int clock_read(struct arena *a, const char *typed, struct when *out)
{
	struct when w = { .minute = -1 };
	const char *s = text_value(a, typed);
	size_t n = strspn(s, "0123456789");
	int hour, minute;
	if (when_read(a, s, &w) && w.minute >= 0) {
		*out = w;
		return w.minute;
	}
	w = (struct when){ .minute = -1 };
	if ((n == 3 || n == 4) && !s[n] && number(&s, 3, 4, &hour)) {
		minute = hour % 100;
		hour /= 100;
	} else if (n == 1 && *s == '0' && s[1] == '.' && strspn(s + 2, "0123456789") > 2 &&
		   strspn(s + 2, "0123456789") == strlen(s + 2)) {
		/* A part of the day; ten digits are more than a spreadsheet shows. */
		int64_t part = 0, unit = 1;
		for (s += 2; *s && unit < 1000000000; s++, unit *= 10)
			part = part * 10 + (*s - '0');
		hour = 0;
		minute = (int)((part * DAY + unit / 2) / unit);
		hour = minute / HOUR;
		minute %= HOUR;
	} else if (!(number(&s, 1, 2, &hour) && take(&s, ".") && number(&s, 2, 2, &minute) &&
		     !*s)) {
		return -1;
	}
	if (minute > 59 || hour > 24 || (hour == 24 && minute))
		return -1;
	w.minute = hour * HOUR + minute;
	*out = w;
	return w.minute;
}

bool clock_of_day(struct arena *a, const char *day, const char *typed, bool end, int64_t *out)
{
	struct when w;
	int64_t midnight;
	if (clock_read(a, typed, &w) < 0 || !clock_parse_day(day, &midnight))
		return false;
	if (*w.mmdd && (strcmp(w.mmdd, day + 5) != 0 || (*w.day && !str_eq(w.day, day))))
		return false;
	if (!end && w.minute == DAY)
		return false;
	*out = midnight + (end && w.minute == 0 ? DAY : w.minute) * 60;
	return true;
}

/* A number with any decimals, in parts of a million; false: none. */
static bool decimal(const char **s, int64_t *millionths)
{
	size_t n = strspn(*s, "0123456789"), most = 7;
	int64_t v = 0, unit = 1000000;
	if (n > most || (!n && **s != '.'))
		return false;
	for (; n; n--, (*s)++)
		v = v * 10 + (**s - '0');
	v *= unit;
	if (**s == '.') {
		if ((*s)[1] < '0' || (*s)[1] > '9')
			return false;
		for ((*s)++; **s >= '0' && **s <= '9'; (*s)++) {
			unit /= 10;
			v += unit * (**s - '0');
		}
	}
	*millionths = v;
	return true;
}

/* 0: no unit stands here; otherwise the minutes of one. *half: 个半小时. */
static int64_t unit_of(const char **s, bool *half)
{
	blanks(s);
	*half = take(s, "个半");
	(void)take(s, "个");
	if (TAKE(s, "小时", "钟头", "時", "时", "hours", "hour", "hrs", "hr", "h", "H", "Hours",
		 "Hour")) {
		*half = *half || take(s, "半");
		return HOUR;
	}
	return TAKE(s, "分钟", "分", "minutes", "minute", "mins", "min", "m", "Min") ? 1 : 0;
}

/* 1:30 and 1:30:00 are an hour and a half. */
static int64_t length_of_clock(const char *s, int64_t hours)
{
	int minute, second;
	if (!number(&s, 2, 2, &minute) || minute > 59)
		return -1;
	if (take(&s, ":") && !number(&s, 2, 2, &second))
		return -1;
	return *s ? -1 : hours * HOUR + minute;
}

int64_t length_read(struct arena *a, const char *typed, bool hours)
{
	enum { MILLION = 1000000 };
	const char *s = text_value(a, typed);
	int64_t v, sum = 0, last = 0;
	if (TAKE(&s, "半小时", "半个小时"))
		return *s ? -1 : HOUR / 2;
	do {
		bool half;
		blanks(&s);
		if (!decimal(&s, &v))
			return -1;
		if (!last && v % MILLION == 0 && take(&s, ":"))
			return length_of_clock(s, v / MILLION);
		int64_t unit = unit_of(&s, &half);
		/* Behind hours only minutes, behind minutes nothing. */
		if (last && (last != HOUR || unit == HOUR))
			return -1;
		if (half && unit != HOUR)
			return -1;
		last = unit ? unit : last || !hours ? 1 : HOUR;
		sum += v * last + (half ? HOUR / 2 * (int64_t)MILLION : 0);
		blanks(&s);
	} while (*s);
	return (sum + MILLION / 2) / MILLION;
}
