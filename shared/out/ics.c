/* ics.c - a calendar file: content lines, folded and escaped, and the events made of them. */
#include "ics.h"

#include <string.h>
#include <time.h>

enum { FOLD = 75 }; /* octets of a line, without its CR LF (RFC 5545, 3.1) */

/* A line that goes on begins with a blank, which counts; a character is never torn. */
void ics_line(struct buf *out, const char *name, const char *value)
{
	struct buf line = { .arena = out->arena };
	buf_fmt(&line, "%s:%s", name, value);
	size_t room = FOLD;
	for (size_t at = 0; at < line.n;) {
		size_t n = line.n - at < room ? line.n - at : room;
		while (at + n < line.n && n > 1 && ((unsigned char)line.p[at + n] & 0xc0) == 0x80)
			n--;
		if (at)
			buf_char(out, ' ');
		buf_add(out, line.p + at, n);
		buf_add(out, "\r\n", 2);
		at += n;
		room = FOLD - 1;
	}
}

/* RFC 5545, 3.3.11; what else is below a blank has no place in a text. */
const char *ics_text(struct arena *a, const char *s)
{
	struct buf b = { .arena = a };
	buf_str(&b, "");
	for (; *s; s++) {
		unsigned char c = (unsigned char)*s;
		if (c == '\n')
			buf_str(&b, "\\n");
		else if (c == '\\' || c == ';' || c == ',') {
			buf_char(&b, '\\');
			buf_char(&b, *s);
		} else if (c >= 0x20 && c != 0x7f)
			buf_char(&b, *s);
	}
	return b.p;
}

static const char *ics_time(struct arena *a, int64_t unix_seconds)
{
	time_t t = (time_t)unix_seconds;
	struct tm tm;
	char text[32] = "";
	if (gmtime_r(&t, &tm))
		strftime(text, sizeof(text), "%Y%m%dT%H%M%SZ", &tm);
	return arena_fmt(a, "%s", text);
}

void ics_open(struct ics *c, struct arena *a, const char *name)
{
	*c = (struct ics){ .out = { .arena = a } };
	ics_line(&c->out, "BEGIN", "VCALENDAR");
	ics_line(&c->out, "VERSION", "2.0");
	ics_line(&c->out, "PRODID", "-//zyz//volunteer station//ZH");
	ics_line(&c->out, "CALSCALE", "GREGORIAN");
	ics_line(&c->out, "METHOD", "PUBLISH");
	ics_line(&c->out, "X-WR-CALNAME", ics_text(a, name));
	ics_line(&c->out, "X-WR-TIMEZONE", "Asia/Shanghai");
	ics_line(&c->out, "REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
	ics_line(&c->out, "X-PUBLISHED-TTL", "PT1H");
}

static void ics_words(struct ics *c, const char *name, const char *text)
{
	if (text && *text)
		ics_line(&c->out, name, ics_text(c->out.arena, text));
}

void ics_event(struct ics *c, const struct ics_event *e)
{
	struct arena *a = c->out.arena;
	ics_line(&c->out, "BEGIN", "VEVENT");
	ics_line(&c->out, "UID", ics_text(a, e->uid));
	ics_line(&c->out, "SEQUENCE", arena_fmt(a, "%lld", (long long)(e->seq > 0 ? e->seq : 0)));
	ics_line(&c->out, "DTSTAMP", ics_time(a, e->changed));
	ics_line(&c->out, "LAST-MODIFIED", ics_time(a, e->changed));
	ics_line(&c->out, "DTSTART", ics_time(a, e->starts));
	ics_line(&c->out, "DTEND", ics_time(a, e->ends));
	ics_words(c, "SUMMARY", e->title);
	ics_words(c, "LOCATION", e->place);
	ics_words(c, "DESCRIPTION", e->about);
	if (e->url && *e->url)
		ics_line(&c->out, "URL", e->url);
	ics_line(&c->out, "STATUS", e->cancelled ? "CANCELLED" : "CONFIRMED");
	ics_line(&c->out, "TRANSP", e->cancelled ? "TRANSPARENT" : "OPAQUE");
	ics_line(&c->out, "END", "VEVENT");
}

struct bytes ics_close(struct ics *c)
{
	ics_line(&c->out, "END", "VCALENDAR");
	return (struct bytes){ (const uint8_t *)c->out.p, c->out.n };
}
