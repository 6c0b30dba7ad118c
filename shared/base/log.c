/* log.c - one line per event on stderr. */
#include "log.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { TEXT = 1000 };

static const char *program = "zyz";
static char request[33]; /* "": none */
static bool as_json;

void log_name(const char *name)
{
	program = name;
}

const char *log_program(void)
{
	return program;
}

/* Cut where a letter ends, so that a collector does not refuse the line. */
static size_t whole_letters(const char *text, size_t n)
{
	size_t back = 0;
	while (back < n && back < 3 && ((unsigned char)text[n - 1 - back] & 0xc0) == 0x80)
		back++;
	if (back == n)
		return n;
	unsigned char lead = (unsigned char)text[n - 1 - back];
	size_t letter = lead < 0xc0 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
	return letter > back + 1 ? n - 1 - back : n;
}

static size_t text_of(char *to, size_t room, const char *fmt, va_list ap)
{
	int all = vsnprintf(to, room, fmt, ap);
	size_t n = all < 0 ? 0 : (size_t)all;
	if (n >= room)
		n = whole_letters(to, room - 1);
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)to[i] < 0x20 || to[i] == 0x7f)
			to[i] = '?';
	to[n] = '\0';
	return n;
}

static void escape(char *to, const char *from)
{
	for (; *from; from++) {
		if (*from == '"' || *from == '\\')
			*to++ = '\\';
		*to++ = *from;
	}
	*to = '\0';
}

static void line(const char *level, const char *fmt, va_list ap)
{
	char text[TEXT], escaped[2 * TEXT], at[40], out[2 * TEXT + 200];
	struct timespec now;
	struct tm tm;
	(void)clock_gettime(CLOCK_REALTIME, &now);
	time_t beijing = now.tv_sec + 8 * 3600;
	(void)gmtime_r(&beijing, &tm);
	size_t n = strftime(at, sizeof(at), "%Y-%m-%dT%H:%M:%S", &tm);
	(void)snprintf(at + n, sizeof(at) - n, ".%03ld+08:00", now.tv_nsec / 1000000);
	(void)text_of(text, sizeof(text), fmt, ap);
	int all;
	if (as_json) {
		escape(escaped, text);
		all = snprintf(
			out, sizeof(out),
			"{\"time\":\"%s\",\"level\":\"%s\",\"program\":\"%s\",%s%s%s\"text\":"
			"\"%s\"}\n",
			at, level, program, *request ? "\"request\":\"" : "", request,
			*request ? "\"," : "", escaped);
	} else {
		all = snprintf(out, sizeof(out), "%s %s %s %s%s%s\n", at, level, program, text,
			       *request ? " request=" : "", request);
	}
	/* One write, so that lines of several processes do not mix. */
	ssize_t ignored = all > 0 ? write(STDERR_FILENO, out, (size_t)all) : 0;
	(void)ignored;
}

void log_json(bool on)
{
	as_json = on;
}

void log_of(const char *id)
{
	size_t n = id ? strspn(id, "0123456789abcdef") : 0;
	request[0] = '\0';
	if (n && n < sizeof(request) && !id[n])
		memcpy(request, id, n + 1);
}

void log_info(const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	line("info", fmt, ap);
	va_end(ap);
}

void log_error(const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	line("error", fmt, ap);
	va_end(ap);
}
