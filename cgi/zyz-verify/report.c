/* report.c - what is wrong, collected anywhere and told in the order of the ledger. */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "verify.h"

enum { SHOWN = 100, KEPT = 10000, TEXT = 400 };

struct line {
	enum what what;
	int64_t place;
	size_t order;
	char text[TEXT];
};
static struct line *lines;
static size_t count, told; /* kept here; found in all */

static const char *const words[] = {
	[ALTERED] = "altered",     [REMOVED] = "removed",     [INSERTED] = "inserted",
	[REORDERED] = "reordered", [REWRITTEN] = "rewritten", [FORGED] = "forged",
	[BREACH] = "breach"
};

static void keep(enum what what, int64_t place, size_t order, const char *fmt, va_list ap)
{
	if (told++ >= KEPT)
		return;
	lines = grown(lines, count, sizeof(*lines));
	struct line *l = &lines[count++];
	*l = (struct line){ .what = what, .place = place, .order = order };
	(void)vsnprintf(l->text, sizeof(l->text), fmt, ap);
	/* What stands in a table that somebody changed may be anything. */
	for (char *p = l->text; *p; p++)
		if ((unsigned char)*p < ' ')
			*p = '?';
}

void fault(enum what what, int64_t place, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	keep(what, place, KEPT + count, fmt, ap);
	va_end(ap);
}

void fault_order(enum what what, int64_t place, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	keep(what, place, count, fmt, ap);
	va_end(ap);
}

/* Those without a place come last. */
static int by_place(const void *a, const void *b)
{
	const struct line *x = a, *y = b;
	uint64_t p = (uint64_t)x->place, q = (uint64_t)y->place;
	if (p != q)
		return p < q ? -1 : 1;
	return x->order < y->order ? -1 : x->order > y->order;
}

static size_t shown = SHOWN;

void report_all(void)
{
	shown = KEPT;
}

int report(void)
{
	if (!told)
		return WELL;
	qsort(lines, count, sizeof(*lines), by_place);
	for (size_t i = 0; i < count && i < shown; i++) {
		const struct line *l = &lines[i];
		printf("%s: %s", i ? "also" : "first", words[l->what]);
		if (l->place != NOWHERE)
			printf(" place %lld:", (long long)l->place);
		printf(" %s\n", l->text);
	}
	printf("broken: %zu findings\n", told);
	return BROKEN;
}
