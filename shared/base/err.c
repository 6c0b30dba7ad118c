/* err.c - error values: their table and the note on the deepest failure. */
#include "err.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define ERR_ROW(name, status, word) { #name, status, word },
static const struct {
	const char *name;
	int status;
	const char *word;
} rows[] = { { "OK", 200, "ok" }, ERR_LIST(ERR_ROW) };

static char note[400];

enum err err_note(enum err e, const char *file, int line, const char *fmt, ...)
{
	if (note[0])
		return e;
	const char *base = strrchr(file, '/');
	int n = snprintf(note, sizeof(note), "%s %s:%d ", err_name(e), base ? base + 1 : file,
			 line);
	if (n < 0 || (size_t)n >= sizeof(note))
		return e;
	va_list ap;
	va_start(ap, fmt);
	(void)vsnprintf(note + n, sizeof(note) - (size_t)n, fmt, ap);
	va_end(ap);
	return e;
}

void err_clear(void)
{
	note[0] = '\0';
}

const char *err_text(void)
{
	return note;
}

int err_status(enum err e)
{
	return rows[e < ERR_COUNT ? e : ERR_INTERNAL].status;
}

const char *err_name(enum err e)
{
	return rows[e < ERR_COUNT ? e : ERR_INTERNAL].name;
}

const char *err_word(enum err e)
{
	return rows[e < ERR_COUNT ? e : ERR_INTERNAL].word;
}
