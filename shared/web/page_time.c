/*
 * page_time.c - days and times on pages as people say them. Templates call these on the plain
 * values that columns give ("2026-12-03", "2026-12-03 09:00:00", "09:00"), which JSON keeps:
 *
 *	on(x)          12月3日 周四; 2027年1月13日 周三 when it is another year; 今天, 明天, 昨天 before it
 *	at(x)          the same and 09:00
 *	hour(x)        09:00
 *	short(x)       12-03, or 2027-01-13: for columns of dense tables
 *	span(x + "/" + y)   12月5日 周六 09:00–11:00; two days when it ends on another
 *
 * Each of them stands in a <time>, which style sheets never break. A value that is no time comes
 * out as it is, escaped.
 */
#include "page_time.h"

#include <ClearSilver.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "err.h"

enum { DAY_SECONDS = 86400, DAY_CHARS = 10 };

static int64_t today; /* midnight in Beijing of the request being served */
static int this_year;

/* Lang.Date.*, read when a template is parsed. */
static struct {
	const char *today, *tomorrow, *yesterday, *year, *month, *day, *to, *week[7];
} word;

/* Only without memory it says less; render() tells. */
static PRINTF(2, 3) void say(STRING *out, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	NEOERR *bad = string_appendvf(out, fmt, ap);
	va_end(ap);
	nerr_ignore(&bad);
}

void page_today(int64_t unix_seconds)
{
	int64_t midnight = unix_seconds - (unix_seconds + 8 * 3600) % DAY_SECONDS;
	if (midnight == today)
		return;
	today = midnight;
	this_year = clock_year(midnight);
}

/* A value taken apart. */
struct when {
	const char *iso; /* of the whole value, at least its day */
	int64_t day;     /* midnight */
	int year, month, mday;
	char clock[6]; /* "09:00", or "" */
};

static int number(const char *s, size_t n)
{
	int value = 0;
	for (size_t i = 0; i < n; i++)
		value = value * 10 + (s[i] - '0');
	return value;
}

static bool digits(const char *s, size_t n)
{
	return strspn(s, "0123456789") >= n;
}

static bool read_clock(const char *s, char out[6])
{
	if (!digits(s, 2) || s[2] != ':' || !digits(s + 3, 2) || number(s, 2) > 23 ||
	    number(s + 3, 2) > 59)
		return false;
	memcpy(out, s, 5);
	out[5] = '\0';
	return true;
}

/* Nothing but digits and marks of a time, as it goes into an attribute. */
static bool read_when(const char *s, size_t n, struct when *w)
{
	char day[DAY_CHARS + 1] = "";
	if (n < DAY_CHARS || n > 26 || strspn(s, "0123456789-:. T") < n)
		return false;
	memcpy(day, s, DAY_CHARS);
	if (!clock_parse_day(day, &w->day))
		return false;
	w->year = number(day, 4);
	w->month = number(day + 5, 2);
	w->mday = number(day + 8, 2);
	w->clock[0] = '\0';
	w->iso = s;
	return n == DAY_CHARS || read_clock(s + DAY_CHARS + 1, w->clock);
}

static const char *near_today(int64_t day)
{
	return day == today                 ? word.today
	       : day == today + DAY_SECONDS ? word.tomorrow
	       : day == today - DAY_SECONDS ? word.yesterday
					    : NULL;
}

static void put_day(STRING *out, const struct when *w)
{
	/* Unix time began on a Thursday; midnight in Beijing is 16:00 of the day before. */
	int64_t n = ((w->day + 8 * 3600) / DAY_SECONDS + 4) % 7;
	const char *near = near_today(w->day);
	say(out, "<time datetime=\"%.10s\">", w->iso);
	if (near)
		say(out, "%s ", near);
	if (w->year != this_year)
		say(out, "%d%s", w->year, word.year);
	say(out, "%d%s%d%s %s</time>", w->month, word.month, w->mday, word.day,
	    word.week[n < 0 ? n + 7 : n]);
}

static void put_on(STRING *out, const struct when *w)
{
	put_day(out, w);
}

static void put_at(STRING *out, const struct when *w)
{
	put_day(out, w);
	if (w->clock[0])
		say(out, " <time>%s</time>", w->clock);
}

static void put_hour(STRING *out, const struct when *w)
{
	say(out, "<time>%s</time>", w->clock);
}

/* Without printf: a list has one of these in each row. */
static void put_short(STRING *out, const struct when *w)
{
	char text[64] = "<time datetime=\"";
	char *p = text + strlen(text);
	size_t from = w->year == this_year ? 5 : 0;
	memcpy(p, w->iso, DAY_CHARS);
	p += DAY_CHARS;
	memcpy(p, "\">", 2);
	p += 2;
	memcpy(p, w->iso + from, DAY_CHARS - from);
	p += DAY_CHARS - from;
	memcpy(p, "</time>", 7);
	p += 7;
	NEOERR *bad = string_appendn(out, text, (int)(p - text));
	nerr_ignore(&bad);
}

static void put_escaped(STRING *out, const char *s)
{
	static const struct {
		char c;
		const char *text;
	} marks[] = { { '&', "&amp;" },
		      { '<', "&lt;" },
		      { '>', "&gt;" },
		      { '"', "&quot;" },
		      { '\'', "&#39;" } };
	for (; *s; s++) {
		size_t i = 0;
		while (i < sizeof(marks) / sizeof(marks[0]) && marks[i].c != *s)
			i++;
		if (i < sizeof(marks) / sizeof(marks[0]))
			say(out, "%s", marks[i].text);
		else
			say(out, "%c", *s);
	}
}

/* ClearSilver frees what it is given, which is memory of its own. */
static NEOERR *render(const char *s, char **ret, bool (*words)(STRING *, const char *))
{
	STRING out;
	string_init(&out);
	if (!s || !words(&out, s))
		put_escaped(&out, s ? s : "");
	if (!out.buf)
		say(&out, "%s", "");
	*ret = out.buf;
	return out.buf ? STATUS_OK : nerr_raise(NERR_NOMEM, "a time in words");
}

static bool one(STRING *out, const char *s, void (*words)(STRING *, const struct when *))
{
	struct when w;
	if (!read_when(s, strlen(s), &w))
		return false;
	words(out, &w);
	return true;
}

static bool words_on(STRING *out, const char *s)
{
	return one(out, s, put_on);
}

static bool words_at(STRING *out, const char *s)
{
	return one(out, s, put_at);
}

/* A time without a day is one too: columns of type TIME. */
static bool words_hour(STRING *out, const char *s)
{
	struct when w = { 0 };
	if (strlen(s) >= DAY_CHARS)
		return one(out, s, put_hour);
	if (strlen(s) < 5 || strspn(s, "0123456789:") != strlen(s) || !read_clock(s, w.clock))
		return false;
	put_hour(out, &w);
	return true;
}

/* The end of something: 0:00 is the end of its day. */
static bool words_till(STRING *out, const char *s)
{
	size_t n = strlen(s);
	if (n >= DAY_CHARS + 6 && strncmp(s + DAY_CHARS + 1, "00:00", 5) == 0) {
		say(out, "%s", "<time>24:00</time>");
		return true;
	}
	return words_hour(out, s);
}

static bool words_short(STRING *out, const char *s)
{
	return one(out, s, put_short);
}

static bool words_span(STRING *out, const char *s)
{
	struct when from, to;
	const char *slash = strchr(s, '/');
	if (!slash || !read_when(s, (size_t)(slash - s), &from) ||
	    !read_when(slash + 1, strlen(slash + 1), &to))
		return false;
	put_day(out, &from);
	/* The end of the day is the beginning of the next. */
	if (to.day - from.day == DAY_SECONDS && strcmp(to.clock, "00:00") == 0) {
		to.day = from.day;
		memcpy(to.clock, "24:00", sizeof("24:00"));
	}
	if (from.day == to.day && !to.clock[0])
		return true;
	if (from.day == to.day) {
		say(out, " <time>%s%s%s</time>", from.clock, word.to, to.clock);
		return true;
	}
	if (from.clock[0])
		say(out, " <time>%s</time>", from.clock);
	say(out, " %s ", word.to);
	put_at(out, &to);
	return true;
}

static NEOERR *fn_on(const char *s, char **ret)
{
	return render(s, ret, words_on);
}

static NEOERR *fn_at(const char *s, char **ret)
{
	return render(s, ret, words_at);
}

static NEOERR *fn_hour(const char *s, char **ret)
{
	return render(s, ret, words_hour);
}

static NEOERR *fn_till(const char *s, char **ret)
{
	return render(s, ret, words_till);
}

static NEOERR *fn_short(const char *s, char **ret)
{
	return render(s, ret, words_short);
}

static NEOERR *fn_span(const char *s, char **ret)
{
	return render(s, ret, words_span);
}

static void read_words(HDF *texts)
{
	const struct {
		const char **to;
		const char *name;
	} all[] = { { &word.today, "today" },
		    { &word.tomorrow, "tomorrow" },
		    { &word.yesterday, "yesterday" },
		    { &word.year, "year" },
		    { &word.month, "month" },
		    { &word.day, "day" },
		    { &word.to, "to" } };
	char name[32];
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
		(void)snprintf(name, sizeof(name), "Lang.Date.%s", all[i].name);
		*all[i].to = hdf_get_value(texts, name, "");
	}
	for (size_t i = 0; i < sizeof(word.week) / sizeof(word.week[0]); i++) {
		(void)snprintf(name, sizeof(name), "Lang.Date.Week.%zu", i);
		word.week[i] = hdf_get_value(texts, name, "");
	}
}

NEOERR *page_functions(CSPARSE *cs)
{
	static const struct {
		const char *name;
		CSSTRFUNC fn;
	} all[] = { { "on", fn_on },     { "at", fn_at },       { "hour", fn_hour },
		    { "till", fn_till }, { "short", fn_short }, { "span", fn_span } };
	read_words(cs->global_hdf);
	cs_register_fileload(cs, cs->global_hdf, page_load);
	NEOERR *bad = cgi_register_strfuncs(cs);
	for (size_t i = 0; bad == STATUS_OK && i < sizeof(all) / sizeof(all[0]); i++)
		bad = cs_register_esc_strfunc(cs, (char *)(uintptr_t)all[i].name, all[i].fn);
	return bad;
}
