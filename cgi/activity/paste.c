/*
 * paste.c - lines copied out of Excel or another table: in each a volunteer number or a name, and
 * two times, in whatever columns. What is understood fills the grid, where it is looked at before
 * it is kept.
 */
#include <string.h>

#include "roll.h"

enum { CELLS = 40, LINES = 1000, SHOWN = 60 };

struct cells {
	const char *v[CELLS];
	size_t n;
};

/* Columns end at a tab or comma; the ends of a cell lose their blanks. */
static void paste_split(struct arena *a, const char *line, size_t n, struct cells *c)
{
	const char *end = line + n;
	c->n = 0;
	while (line < end && c->n < CELLS) {
		size_t width = strcspn(line, "\t,;");
		if (width > (size_t)(end - line))
			width = (size_t)(end - line);
		const char *from = line, *to = line + width;
		while (from < to && *from == ' ')
			from++;
		while (to > from && (to[-1] == ' ' || to[-1] == '\r'))
			to--;
		c->v[c->n++] = arena_dup(a, from, (size_t)(to - from));
		line += width + 1;
	}
}

/* "9:05", "09:05:00", "9：05" and "2026-11-22 9:05" become "09:05"; NULL: no time. */
static const char *paste_time(struct arena *a, const char *cell)
{
	const char *blank = strrchr(cell, ' ');
	const char *s = blank ? blank + 1 : cell;
	size_t hours = strspn(s, "0123456789");
	const char *colon = s + hours;
	size_t width = *colon == ':' ? 1 : str_starts(colon, "：") ? strlen("：") : 0;
	const char *minutes = colon + width;
	if (!width || hours < 1 || hours > 2 || strspn(minutes, "0123456789") != 2)
		return NULL;
	if (minutes[2] && minutes[2] != ':')
		return NULL;
	return arena_fmt(a, "%s%.*s:%.2s", hours == 1 ? "0" : "", (int)hours, s, minutes);
}

/* The row of a number or name; *several: two people of that name. */
static struct node *paste_row(struct roll *r, const char *cell, bool *several)
{
	struct node *found = NULL;
	for (struct node *n = node_first(put_list(r->q, "Rows")); n; n = node_next(n)) {
		if (str_eq(node_get(n, "no"), cell))
			return n;
		if (!str_eq(node_get(n, "name"), cell))
			continue;
		*several = found != NULL;
		found = n;
	}
	return *several ? NULL : found;
}

static void paste_unread(struct roll *r, size_t line, const char *text, const char *fault)
{
	struct node *n = node_item(put_list(r->q, "Unread"));
	node_int(n, "line", (int64_t)line);
	node_set(n, "text", utf8_cut(r->q->arena, text, SHOWN));
	node_set(n, "fault", fault);
}

static void paste_line(struct roll *r, size_t line, const char *text, size_t n)
{
	struct cells c;
	struct node *row = NULL;
	const char *times[2] = { NULL, NULL };
	size_t found = 0;
	bool several = false;
	paste_split(r->q->arena, text, n, &c);
	for (size_t i = 0; i < c.n; i++) {
		const char *time = paste_time(r->q->arena, c.v[i]);
		if (time && found < 2)
			times[found++] = time;
		else if (!row && *c.v[i])
			row = paste_row(r, c.v[i], &several);
	}
	const char *whole = arena_dup(r->q->arena, text, n);
	/* A table's head has no times and names nobody. */
	if (!row && !found && line == 1)
		return;
	if (!row)
		paste_unread(r, line, whole, several ? "same_name" : "not_on_roster");
	else if (found < 2)
		paste_unread(r, line, whole, "two_times");
	else if (node_get(row, "from"))
		paste_unread(r, line, whole, "twice_listed");
	else {
		node_set(row, "from", times[0]);
		node_set(row, "to", times[1]);
	}
}

void roll_paste(struct roll *r, const char *text)
{
	for (size_t line = 1; *text && line <= LINES; line++) {
		size_t n = strcspn(text, "\n");
		if (strspn(text, " \t\r") < n)
			paste_line(r, line, text, n);
		text += n + (text[n] == '\n');
	}
}
