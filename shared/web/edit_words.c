/* edit_words.c - how a page calls a field and the values of it: read from what its template calls,
 * `call:select("category", "required", Page.Category)`, and so never said twice. */
#include <stdio.h>
#include <string.h>

#include "config.h"
#include "edit_inside.h"
#include "form.h"

enum { ARGS_MOST = 6, PARTS_DEEP = 2, FILE_MOST = 65536 };

/* Macros of fields.cs: which argument is a label, and which a list of options. */
static const struct macro {
	const char *name;
	size_t label, list;
} macros[] = {
	{ "text_as", 2, 0 },     { "person_as", 2, 0 },     { "tel_as", 2, 0 },
	{ "number_as", 2, 0 },   { "day_as", 2, 0 },        { "time_as", 2, 0 },
	{ "clock_as", 2, 0 },    { "text_short_as", 2, 0 }, { "code_typed_as", 2, 0 },
	{ "textarea_as", 3, 0 }, { "select_as", 3, 2 },     { "radios_as", 3, 2 },
	{ "checks_as", 3, 2 },   { "select", 0, 2 },        { "radios", 0, 2 },
	{ "checks", 0, 2 },      { "region", 0, 2 },        { "check", 1, 0 },
};

struct call {
	const struct macro *macro; /* NULL: another one */
	const char *args[ARGS_MOST];
	size_t n;
};

static const char *file_text(struct arena *a, const char *template)
{
	char path[1200];
	(void)snprintf(path, sizeof(path), "%s/%s", cfg.templates, template);
	FILE *f = fopen(path, "r");
	if (!f)
		return "";
	char *text = arena_alloc(a, FILE_MOST + 1);
	text[fread(text, 1, FILE_MOST, f)] = '\0';
	(void)fclose(f);
	return text;
}

/* What stands between brackets, at the commas outside of texts. */
static void call_args(struct arena *a, const char *s, struct call *c)
{
	while (*s && *s != ')' && c->n < ARGS_MOST) {
		s += strspn(s, " \n\t");
		const char *from = s;
		bool text = false;
		for (; *s && (text || (*s != ',' && *s != ')')); s++)
			text = *s == '"' ? !text : text;
		c->args[c->n++] = arena_dup(a, from, (size_t)(s - from));
		s += *s == ',';
	}
}

static bool call_read(struct arena *a, const char *at, const char *quoted, struct call *c)
{
	size_t n = strcspn(at, "(\n ");
	if (at[n] != '(' || !str_starts(at + n + 1, quoted))
		return false;
	const char *name = arena_dup(a, at, n);
	*c = (struct call){ .macro = NULL };
	for (size_t i = 0; i < sizeof(macros) / sizeof(macros[0]); i++)
		if (str_eq(macros[i].name, name))
			c->macro = &macros[i];
	call_args(a, at + n + 1, c);
	return true;
}

/* The call that shows the field, in the template or in a part of it. */
static bool call_find(struct arena *a, const char *template, const char *quoted, int deep,
		      struct call *c)
{
	const char *text = file_text(a, template);
	for (const char *s = text; (s = strstr(s, "call:")); s++)
		if (call_read(a, s + strlen("call:"), quoted, c))
			return true;
	for (const char *s = text; deep && (s = strstr(s, "include!\"")); s++) {
		const char *part = s + strlen("include!\"");
		part = arena_dup(a, part, strcspn(part, "\""));
		if (strchr(part, '/') && call_find(a, part, quoted, deep - 1, c))
			return true;
	}
	return false;
}

static bool call_of(const struct editing *c, const char *field, struct call *found)
{
	struct arena *a = c->q->arena;
	return c->template &&
	       call_find(a, c->template, arena_fmt(a, "\"%s\"", field), PARTS_DEEP, found);
}

static const char *given(const struct call *c, size_t i, const char *begin)
{
	return i && i < c->n && str_starts(c->args[i], begin) ? c->args[i] + strlen(begin) : NULL;
}

const char *edit_label(const struct editing *c, const char *field)
{
	struct call found;
	const char *path = NULL;
	if (call_of(c, field, &found) && found.macro)
		path = given(&found, found.macro->label, "Lang.");
	const char *own = path ? lang(path) : NULL;
	return own ? own : form_label(c->q, field);
}

static const char *option(struct node *p, const char *list, const char *value)
{
	struct node *options = node_at(p, list);
	for (struct node *o = options ? node_first(options) : NULL; o; o = node_next(o)) {
		const char *code = node_get(o, "code");
		if (code && str_eq(code, value))
			return node_get(o, "name");
		if (!code && str_eq(node_name(o), value))
			return node_value(o);
	}
	return NULL;
}

static const char *one_word(const struct editing *c, struct node *p, const struct call *call,
			    const char *value)
{
	const char *page_list = given(call, call->macro->list, "Page.");
	const char *lang_list = given(call, call->macro->list, "Lang.");
	const char *words = NULL;
	if (page_list)
		words = option(p, page_list, value);
	if (lang_list && *value)
		words = lang(arena_fmt(c->q->arena, "%s.%s", lang_list, value));
	return str_or(words, value);
}

const char *edit_words(const struct editing *c, struct node *p, const char *field,
		       const char *value)
{
	struct call call;
	struct arena *a = c->q->arena;
	if (!call_of(c, field, &call) || !call.macro)
		return value;
	if (str_eq(call.macro->name, "check"))
		return lang(*value ? "History.yes" : "History.no");
	if (!call.macro->list)
		return value;
	struct buf b = { .arena = a };
	buf_str(&b, "");
	for (const char *s = value; *s; s += *s == ',') {
		size_t n = strcspn(s, ",");
		buf_fmt(&b, "%s%s", b.n ? "、" : "", one_word(c, p, &call, arena_dup(a, s, n)));
		s += n;
	}
	return b.p;
}
