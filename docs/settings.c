/*
 * settings.c - the list of settings in mdoc, for zyz.conf(5): one .It for each row of config.h, so
 * that the manual is not a second list. Run by the build.
 */
#include <inttypes.h>
#include <stdio.h>

#include "config.h"

/* Backslashes are roff's own; the callers put \& before what may begin with a dot. */
static void text(const char *s)
{
	for (; *s; s++)
		if (*s == '\\')
			(void)fputs("\\e", stdout);
		else if (*s == ',')
			(void)fputs(",\\:", stdout); /* a long list may be broken there */
		else if (*s == '`')
			(void)fputs("\\(ga", stdout);
		else
			(void)putchar(*s);
}

static void item(const char *name, const char *meaning)
{
	printf(".It Va %s\n\\&", name);
	text(meaning);
	printf(".\n");
}

static void str(const char *name, const char *value, const char *meaning)
{
	item(name, meaning);
	if (!*value) {
		printf("Default: none.\n");
		return;
	}
	printf("Default:\n.Dq Li \"\\&");
	text(value);
	printf("\" .\n");
}

static void number(const char *name, int64_t value, int64_t min, int64_t max, const char *meaning)
{
	item(name, meaning);
	printf("Default: %" PRId64 "; %" PRId64 " to %" PRId64 ".\n", value, min, max);
}

#define PRINT_STR(name, def, meaning)           str(#name, def, meaning);
#define PRINT_INT(name, def, min, max, meaning) number(#name, def, min, max, meaning);

int main(void)
{
	SETTINGS(PRINT_STR, PRINT_INT)
	return ferror(stdout) || fflush(stdout) ? 1 : 0;
}
