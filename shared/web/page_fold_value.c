/*
 * page_fold_value.c - expressions of templates, as far as they are known before a request comes:
 * the grammar of ClearSilver, each part with its value or with the text that asks for it.
 */
#include <stdlib.h>
#include <string.h>

#include "page_fold.h"
#include "page_inside.h"

const char fold_later[] = "";

const char *fold_skip(const char *p)
{
	return p + strspn(p, " \t\r\n");
}

const char *fold_word(struct fold *f, const char **p)
{
	static const char
		letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.";
	const char *from = fold_skip(*p);
	size_t n = strspn(from, letters);
	*p = from + n;
	return arena_dup(f->arena, from, n);
}

bool fold_true(const char *is)
{
	char *end;
	long n = strtol(is, &end, 0);
	return *is && (*end || n);
}

size_t fold_set(const struct fold *f, const char *name)
{
	for (size_t i = 0; i < f->name_count; i++)
		if (strcmp(f->names[i], name) == 0)
			return i;
	return MAX_SETS;
}

static struct value later(const char *text)
{
	return (struct value){ .text = text };
}

/* In quotes; without a pair that fits it is asked for by its place. */
struct value fold_known(struct fold *f, const char *is, const char *place)
{
	struct value v = { .is = is, .place = place, .there = true };
	const char *quote = strchr(is, '"') ? "'" : "\"";
	bool fits = !strpbrk(is, "'\n") && !strstr(is, "?>");
	v.text = fits || !place ? arena_fmt(f->arena, "%s%s%s", quote, is, quote) : place;
	return v;
}

static struct value known_number(struct fold *f, int n)
{
	struct value v = fold_known(f, arena_fmt(f->arena, "%d", n), NULL);
	v.text = arena_fmt(f->arena, "#%s", v.is);
	v.number = true;
	return v;
}

struct value fold_node(struct fold *f, HDF *node, const char *place)
{
	const char *is = node ? hdf_obj_value(node) : NULL;
	struct value v = fold_known(f, is ? is : "", place);
	v.node = node;
	v.there = node != NULL;
	return v;
}

/* What stands under a value by that name. */
static struct value below(struct fold *f, const struct value *v, const char *name)
{
	static const char
		letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.";
	const char *place = arena_fmt(f->arena,
				      name[strspn(name, letters)] ? "%s[\"%s\"]" : "%s.%s",
				      v->place ? v->place : "", name);
	if (v->is)
		return fold_node(f, v->node ? hdf_get_obj(v->node, name) : NULL, place);
	struct value to = later(place);
	to.place = place;
	return to;
}

/* A name as it stands in a template, dots and all. Outside of Page there is only what the template
 * itself has set. */
static struct value find(struct fold *f, const char *dotted)
{
	const char *rest = strchr(dotted, '.');
	const char *first = arena_dup(f->arena, dotted, strcspn(dotted, "."));
	for (const struct scope *s = f->scope; s; s = s->up)
		if (strcmp(s->name, first) == 0)
			return rest ? below(f, &s->value, rest + 1) : s->value;
	size_t set = fold_set(f, dotted);
	const char *is = set < MAX_SETS ? f->now.is[set] : page_known(dotted);
	if (is && is != fold_later)
		return fold_known(f, is, NULL);
	struct value v = later(dotted);
	v.place = dotted;
	if (is == fold_later)
		f->read[set] = true;
	else if (strcmp(first, "Page") != 0)
		return fold_node(f, hdf_get_obj(f->texts, dotted), dotted);
	return v;
}

static int children(HDF *node)
{
	int n = 0;
	for (HDF *c = node ? hdf_obj_child(node) : NULL; c; c = hdf_obj_next(c))
		n++;
	return n;
}

/* f(x, y): what it is asked of known things. */
static struct value function(struct fold *f, const char *name, const char **p)
{
	struct value first = { 0 };
	struct buf all = { .arena = f->arena };
	buf_fmt(&all, "%s(", name);
	size_t args = 0;
	for (*p = fold_skip(*p + 1); **p && **p != ')'; *p = fold_skip(*p)) {
		const char *before = *p;
		struct value v = fold_value(f, p);
		buf_fmt(&all, "%s%s", args ? ", " : "", v.text);
		if (args++ == 0)
			first = v;
		*p = fold_skip(*p);
		*p += **p == ',';
		if (*p == before)
			break;
	}
	*p += **p == ')';
	buf_char(&all, ')');
	bool one = args == 1 && first.is;
	if (one && strcmp(name, "string.length") == 0)
		return known_number(f, (int)strlen(first.is));
	if (one && strcmp(name, "subcount") == 0)
		return known_number(f, (int)children(first.node));
	if (one && first.name && strcmp(name, "name") == 0)
		return fold_known(f, first.name, NULL);
	if (one && first.name && strcmp(name, "first") == 0)
		return known_number(f, first.first);
	if (one && first.name && strcmp(name, "last") == 0)
		return known_number(f, first.last);
	/* An address of our own is one already. */
	if (one && strcmp(name, "url_validate") == 0 && *first.is == '/' &&
	    !first.is[strspn(first.is, "abcdefghijklmnopqrstuvwxyz0123456789/_-")])
		return first;
	return later(all.p);
}

static struct value path(struct fold *f, const char **p)
{
	const char *name = fold_word(f, p);
	*p = fold_skip(*p);
	if (**p == '(')
		return function(f, name, p);
	struct value v = find(f, name);
	for (; **p == '[' || **p == '.'; *p = fold_skip(*p)) {
		if (*(*p)++ == '.') {
			v = below(f, &v, fold_word(f, p));
			continue;
		}
		struct value i = fold_value(f, p);
		*p = fold_skip(*p);
		*p += **p == ']';
		if (i.is) {
			v = below(f, &v, i.is);
			continue;
		}
		v = later(arena_fmt(f->arena, "%s[%s]", v.place ? v.place : v.text, i.text));
		v.place = v.text;
	}
	return v;
}

static struct value unary(struct fold *f, const char **p)
{
	*p = fold_skip(*p);
	char c = **p;
	if (c == '!' || c == '?') {
		(*p)++;
		struct value v = unary(f, p);
		if (v.is)
			return known_number(f, c == '!' ? !fold_true(v.is) : v.there);
		return later(arena_fmt(f->arena, "%c%s", c, v.text));
	}
	if (c == '(') {
		(*p)++;
		struct value v = fold_value(f, p);
		*p = fold_skip(*p);
		*p += **p == ')';
		if (!v.is)
			v = later(arena_fmt(f->arena, "(%s)", v.text));
		return v;
	}
	if (c == '"' || c == '\'') {
		size_t n = strcspn(*p + 1, c == '"' ? "\"" : "'");
		const char *is = arena_dup(f->arena, *p + 1, n);
		*p += n + 1 + ((*p)[n + 1] != '\0');
		return fold_known(f, is, NULL);
	}
	if (c == '#' || (c >= '0' && c <= '9')) {
		size_t n = 1 + strspn(*p + 1, "0123456789");
		const char *text = arena_dup(f->arena, *p, n);
		*p += n;
		return c == '#' ? known_number(f, (int)strtol(text + 1, NULL, 10)) : later(text);
	}
	return path(f, p);
}

/* Equal or not by their letters: what looks like a number is compared as one, by a request. */
static bool by_letters(const struct value *v)
{
	return v->is && !v->number && !strpbrk(v->is, "+-0123456789");
}

static struct value both(struct fold *f, const char *op, struct value a, struct value b)
{
	bool and = strcmp(op, "&&") == 0;
	if (and || strcmp(op, "||") == 0) {
		/* What one side decides, and what it leaves to the other. */
		if (a.is)
			return fold_true(a.is) == and? b : known_number(f, !and);
		if (b.is)
			return fold_true(b.is) == and? a : known_number(f, !and);
	} else if (by_letters(&a) && by_letters(&b)) {
		bool same = strcmp(a.is, b.is) == 0;
		if (strcmp(op, "==") == 0 || strcmp(op, "!=") == 0)
			return known_number(f, same == (*op == '='));
	}
	if (strcmp(op, "+") == 0 && a.is && b.is && !a.number && !b.number)
		return fold_known(f, arena_fmt(f->arena, "%s%s", a.is, b.is), NULL);
	return later(arena_fmt(f->arena, "%s %s %s", a.text, op, b.text));
}

/* From what binds least to what binds most. */
static const char *const levels[][5] = {
	{ "||" },     { "&&" },          { "==", "!=" }, { "<=", ">=", "<", ">" },
	{ "+", "-" }, { "*", "/", "%" },
};
enum { LEVELS = sizeof(levels) / sizeof(levels[0]) };

static struct value level(struct fold *f, const char **p, size_t n)
{
	if (n == LEVELS)
		return unary(f, p);
	struct value v = level(f, p, n + 1);
	for (size_t i = 0; levels[n][i];) {
		const char *at = fold_skip(*p), *op = levels[n][i];
		if (strncmp(at, op, strlen(op)) != 0) {
			i++;
			continue;
		}
		*p = at + strlen(op);
		v = both(f, op, v, level(f, p, n + 1));
		i = 0;
	}
	return v;
}

struct value fold_value(struct fold *f, const char **p)
{
	return level(f, p, 0);
}
