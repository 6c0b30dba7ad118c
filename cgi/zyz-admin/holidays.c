/* holidays.c - the calendar of working days out of a file, for the whole country. */
#include <string.h>

#include "admin.h"
#include "audit.h"
#include "clock.h"
#include "holiday.h"

enum { FIELDS = 4 };

struct calendar {
	struct arena *arena;
	const char *path, *text;
};

static enum err take_day(struct calendar *c, size_t line, char *s)
{
	char *f[FIELDS] = { s };
	size_t n = 1;
	int64_t at;
	for (char *p = strchr(s, ','); p && n < FIELDS; p = strchr(p, ',')) {
		*p++ = '\0';
		f[n++] = p;
	}
	if (n < FIELDS || !clock_parse_day(f[0], &at) || !str_in(f[1], "off,work") || !*f[2] ||
	    !*f[3])
		return ERR(ERR_BAD_REQUEST, "%s: line %zu: not DAY,off|work,NAME,SOURCE", c->path,
			   line);
	struct holiday_day day = { f[0], f[2], str_eq(f[1], "work") };
	return holiday_store(&day, 1, f[3], "", "");
}

static enum err take_all(void *ctx)
{
	struct calendar *c = ctx;
	struct actor by = actor_system(c->arena);
	size_t line = 0;
	enum err e = OK;
	for (const char *p = c->text; !e && *p;) {
		size_t n = strcspn(p, "\n");
		char *s = arena_dup(c->arena, p, n);
		if (n && s[n - 1] == '\r')
			s[n - 1] = '\0';
		p += n + (p[n] == '\n');
		if (line++ && *s)
			e = take_day(c, line, s);
	}
	return e ? e : audit(&by, "holiday.save", "holiday", 0, NULL);
}

enum err admin_holidays(struct arena *a, char **args)
{
	struct bytes text;
	enum err e = admin_file(a, args[0], &text);
	struct calendar c = { a, args[0], e ? "" : (const char *)text.p };
	return e ? e : db_tx(take_all, &c);
}
