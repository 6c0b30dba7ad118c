/*
 * paste.c - lines copied out of Excel or another table: in each a volunteer number or a name, and
 * two times, in whatever columns. What is understood fills the grid, where it is looked at before
 * it is kept; every other line is named, but for the titles of the table.
 */
#include <string.h>

#include "roll.h"
#include "text.h"
#include "when.h"

enum { CELLS = 40, WORDS = 12, LINES = 1000, SHOWN = 60 };

/* What was understood of one line. */
struct line_read {
	struct roll *r;
	struct node *row;
	struct when times[2];
	size_t found;
	bool several, other_day, title;
};

static bool same_day(const struct roll *r, const struct when *w)
{
	return !*w->mmdd ||
	       (strcmp(w->mmdd, r->a.day + 5) == 0 && (!*w->day || str_eq(w->day, r->a.day)));
}

static void line_time(struct line_read *l, const struct when *w)
{
	l->other_day = l->other_day || !same_day(l->r, w);
	if (w->minute < 0)
		return;
	if (l->found < 2)
		l->times[l->found] = *w;
	l->found++;
}

/* A day, a clock, or two. */
static bool line_take_time(struct line_read *l, const char *text)
{
	struct when w, to;
	struct arena *a = l->r->q->arena;
	if (when_read(a, text, &w)) {
		line_time(l, &w);
		return true;
	}
	if (!when_read_two(a, text, &w, &to))
		return false;
	line_time(l, &w);
	line_time(l, &to);
	return true;
}

static bool row_is(struct arena *a, struct node *n, const char *text)
{
	const char *name = node_get(n, "name");
	if (str_eq(str_or(node_get(n, "no"), ""), text_number(a, text)))
		return true;
	if (strchr(text, '*'))
		return strspn(text, "* ") < strlen(text) &&
		       (text_fits(text_value(a, text), name) ||
			text_fits(text_value(a, text), str_or(node_get(n, "no"), "")));
	return text_same_name(a, name, text);
}

/* The row of a number or name, also of a masked one. */
static bool line_take_row(struct line_read *l, const char *text)
{
	struct roll *r = l->r;
	size_t found = 0;
	if (l->row || !*text_name(r->q->arena, text))
		return false;
	for (struct node *n = node_first(put_list(r->q, "Rows")); n; n = node_next(n))
		if (row_is(r->q->arena, n, text)) {
			l->row = n;
			found++;
		}
	if (found > 1)
		l->row = NULL;
	l->several = l->several || found > 1;
	return found > 0;
}

static bool is_title(struct arena *a, const char *text)
{
	const char *list = lang("activity.paste_titles");
	char *cell = text_value(a, text);
	cell[strcspn(cell, "(")] = '\0';
	return *cell && list && str_in(cell, list);
}

/* Words between blanks, the longest run first: "Anna Li 2026-11-22 9:00 10:00". */
static void line_take_words(struct line_read *l, const char *text)
{
	struct arena *a = l->r->q->arena;
	const char *word[WORDS + 1];
	size_t n = 0;
	for (const char *s = text; n < WORDS;) {
		s += strspn(s, " ");
		word[n] = s;
		if (!*s)
			break;
		s += strcspn(s, " ");
		n++;
		word[n] = s;
	}
	for (size_t i = 0; i < n;) {
		size_t took = 1;
		for (size_t k = n; k > i; k--) {
			size_t bytes = (size_t)(word[k] - word[i]);
			char *run = arena_dup(a, word[i], bytes);
			while (bytes && run[bytes - 1] == ' ')
				run[--bytes] = '\0';
			if (line_take_time(l, run) || line_take_row(l, run)) {
				took = k - i;
				break;
			}
		}
		i += took;
	}
}

static void line_take(struct line_read *l, const char *cell)
{
	if (!*cell || line_take_time(l, cell) || line_take_row(l, cell))
		return;
	if (is_title(l->r->q->arena, cell))
		l->title = true;
	else if (strchr(cell, ' '))
		line_take_words(l, cell);
}

/* Columns end at a tab, comma or semicolon; quotes round a cell are no part of it. */
static void line_split(struct line_read *l, const char *line, size_t n)
{
	struct arena *a = l->r->q->arena;
	char *s = arena_dup(a, line, n), *tab = strchr(s, '\t');
	for (size_t i = 0; *s && i < CELLS; i++) {
		size_t width = strcspn(s, tab ? "\t" : ",;\t");
		if (!tab)
			for (size_t k = 0; k < width; k++)
				if (str_starts(s + k, "，") || str_starts(s + k, "；")) {
					width = k;
					break;
				}
		size_t gap = !s[width] ? 0 : (unsigned char)s[width] < 0x80 ? 1 : 3;
		char *cell = text_prose(a, arena_dup(a, s, width));
		size_t end = strlen(cell);
		if (end > 1 && *cell == '"' && cell[end - 1] == '"') {
			cell[end - 1] = '\0';
			cell++;
		}
		line_take(l, cell);
		s += width + gap;
	}
}

static void paste_unread(struct roll *r, size_t line, const char *text, const char *fault)
{
	struct node *n = node_item(put_list(r->q, "Unread"));
	node_int(n, "line", (int64_t)line);
	node_set(n, "text", utf8_cut(r->q->arena, text, SHOWN));
	node_set(n, "fault", fault);
}

static const char *clock_of(struct arena *a, const struct when *w)
{
	return arena_fmt(a, "%02d:%02d", w->minute / 60, w->minute % 60);
}

static void paste_line(struct roll *r, size_t line, const char *text, size_t n)
{
	struct arena *a = r->q->arena;
	struct line_read l = { .r = r };
	line_split(&l, text, n);
	/* The titles of a table are nobody's times. */
	if (l.title && !l.row && !l.several && !l.found)
		return;
	const char *whole = text_prose(a, arena_dup(a, text, n));
	if (!l.row)
		paste_unread(r, line, whole, l.several ? "same_name" : "not_on_roster");
	else if (l.other_day)
		paste_unread(r, line, whole, "other_day");
	else if (l.found != 2)
		paste_unread(r, line, whole, "two_times");
	else if (node_get(l.row, "from"))
		paste_unread(r, line, whole, "twice_listed");
	else {
		node_set(l.row, "from", clock_of(a, &l.times[0]));
		node_set(l.row, "to", clock_of(a, &l.times[1]));
	}
}

void roll_paste(struct roll *r, const char *text)
{
	size_t line = 1;
	for (; *text && line <= LINES; line++) {
		size_t n = strcspn(text, "\r\n");
		if (*text_prose(r->q->arena, arena_dup(r->q->arena, text, n)))
			paste_line(r, line, text, n);
		text += n;
		text += *text == '\r' && text[1] == '\n' ? 2 : *text != '\0';
	}
	if (*text)
		paste_unread(r, line, "", "too_many_lines");
}
