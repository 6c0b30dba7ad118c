/*
 * platform_lines.c - the lines of a mapping: where each name stands, and what is no line at all.
 * ClearSilver takes a file without its last bracket for whole and drops what follows one too many:
 * so lines are looked at before it reads them.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "platform_inside.h"

enum { DEPTH = 16 };

struct scan {
	struct check *c;
	struct map_lines *l;
	struct arena *a;
	int64_t line;
	struct {
		const char *path;
		int64_t line;
	} open[DEPTH];
	size_t depth;
	const char *until; /* the word that ends a text of several lines */
	int64_t until_line;
};

#define WRONG(s, at, ...) check_say((s)->c, (at), __VA_ARGS__)

/* The text without white space around it. */
static char *trimmed(char *text)
{
	char *end = text + strlen(text);
	while (end > text && strchr(" \t\r\n", end[-1]))
		*--end = '\0';
	return text + strspn(text, " \t");
}

static bool name_is_good(struct scan *s, const char *name)
{
	size_t n = strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.");
	const char *wrong = NULL;
	if (!*name)
		wrong = "a name is missing here";
	else if (name[n])
		wrong = "a name has letters, digits and _ only";
	else if (*name == '.' || name[n - 1] == '.' || strstr(name, ".."))
		wrong = "nothing stands beside a dot of the name";
	if (wrong)
		WRONG(s, s->line, "%s: %s", name, wrong);
	return !wrong;
}

static void note(struct scan *s, const char *path, bool value)
{
	int64_t before = 0;
	for (const struct map_line *l = s->l->first; l && !before; l = l->next)
		if (value && l->value && strcmp(l->path, path) == 0)
			before = l->line;
	if (before)
		WRONG(s, s->line, "%s is given twice, first in line %lld: leave one of them", path,
		      (long long)before);
	struct map_line *l = arena_alloc(s->a, sizeof(*l));
	*l = (struct map_line){ .path = path, .line = s->line, .value = value };
	*s->l->end = l;
	s->l->end = &l->next;
}

static const char *path_of(const struct scan *s, const char *name)
{
	return s->depth ? arena_fmt(s->a, "%s.%s", s->open[s->depth - 1].path, name)
			: arena_str(s->a, name);
}

static void bracket(struct scan *s, char *text, char *at)
{
	*at = '\0';
	const char *name = trimmed(text);
	if (*trimmed(at + 1))
		WRONG(s, s->line, "%s {: what stands behind { belongs on the next line", name);
	if (!name_is_good(s, name))
		name = "_";
	if (s->depth == DEPTH) {
		WRONG(s, s->line, "%s {: more than %d brackets in each other", name, DEPTH);
		s->depth--;
	}
	const char *path = path_of(s, name);
	note(s, path, false);
	s->open[s->depth].path = path;
	s->open[s->depth++].line = s->line;
}

static void closing(struct scan *s, const char *rest)
{
	if (*rest)
		WRONG(s, s->line, "}%s: } stands alone on its line", rest);
	if (s->depth)
		s->depth--;
	else
		WRONG(s, s->line, "} closes nothing: there is one too many here or before");
}

static void given(struct scan *s, char *text, char *at)
{
	bool several = *at == '<';
	*at = '\0';
	const char *name = trimmed(text);
	if (name_is_good(s, name))
		note(s, path_of(s, name), true);
	if (!several)
		return;
	s->until = arena_str(s->a, trimmed(at + 2));
	s->until_line = s->line;
}

/* The first of = { << that is there decides what a line is. */
static void look_at(struct scan *s, char *text)
{
	char *at = text + strcspn(text, "={<");
	if (s->until) {
		if (strcmp(trimmed(text), s->until) == 0)
			s->until = NULL;
		return;
	}
	text = trimmed(text);
	if (!*text || *text == '#')
		return;
	if (*text == '}')
		closing(s, text + 1);
	else if (*at == '{')
		bracket(s, text, at);
	else if (*at == '=' || (*at == '<' && at[1] == '<'))
		given(s, text, at);
	else
		WRONG(s, s->line, "%s: not understood; a line is NAME = VALUE, NAME { or }", text);
}

void check_lines(struct check *c, const char *path, struct map_lines *out)
{
	struct scan s = { .c = c, .l = out, .a = c->p->arena };
	char *text = NULL;
	size_t size = 0;
	out->first = NULL;
	out->end = &out->first;
	FILE *f = fopen(path, "r");
	while (f && getline(&text, &size, f) >= 0) {
		char *from = text;
		if (++s.line == 1 && strncmp(text, "\xef\xbb\xbf", 3) == 0) {
			WRONG(&s, 1, "begins with a byte order mark: save it as UTF-8 without");
			from += 3;
		}
		look_at(&s, arena_str(s.a, from));
	}
	free(text);
	if (f)
		(void)fclose(f);
	if (s.until)
		WRONG(&s, s.until_line, "the text behind << has no line %s that ends it", s.until);
	for (size_t i = s.depth; i-- > 0;)
		WRONG(&s, s.open[i].line, "%s { is never closed: a } is missing", s.open[i].path);
}

static int64_t find(const struct map_lines *l, const char *path, size_t n, bool beneath)
{
	for (const struct map_line *x = l->first; x; x = x->next)
		if (strncmp(x->path, path, n) == 0 &&
		    (x->path[n] == '\0' || (beneath && x->path[n] == '.')))
			return x->line;
	return 0;
}

int64_t map_line_of(const struct map_lines *l, const char *path)
{
	int64_t line = 0;
	for (size_t n = strlen(path); n > 0 && !line; n--) {
		if (path[n] != '\0' && path[n] != '.')
			continue;
		line = find(l, path, n, false);
		line = line ? line : find(l, path, n, true);
	}
	return line;
}
