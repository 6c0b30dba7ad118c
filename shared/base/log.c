/* log.c - one line per event on stderr. */
#include "log.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static const char *program = "zyz";

void log_name(const char *name)
{
	program = name;
}

const char *log_program(void)
{
	return program;
}

static void line(const char *level, const char *fmt, va_list ap)
{
	char text[1024];
	struct timespec now;
	struct tm tm;
	(void)clock_gettime(CLOCK_REALTIME, &now);
	time_t beijing = now.tv_sec + 8 * 3600;
	(void)gmtime_r(&beijing, &tm);
	size_t n = strftime(text, sizeof(text), "%Y-%m-%dT%H:%M:%S", &tm);
	n += (size_t)snprintf(text + n, sizeof(text) - n, ".%03ld %s %s ", now.tv_nsec / 1000000,
			      level, program);
	size_t head = n;
	int more = vsnprintf(text + n, sizeof(text) - n, fmt, ap);
	if (more > 0)
		n += (size_t)more;
	if (n > sizeof(text) - 2)
		n = sizeof(text) - 2;
	for (size_t i = head; i < n; i++)
		if ((unsigned char)text[i] < 0x20 || text[i] == 0x7f)
			text[i] = '?';
	text[n++] = '\n';
	/* One write, so that lines of several processes do not mix. */
	ssize_t ignored = write(STDERR_FILENO, text, n);
	(void)ignored;
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
