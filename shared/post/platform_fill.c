/* platform_fill.c - texts with {names}, and the values of an item's fields. */
#include <string.h>

#include "platform_inside.h"

static const char *var(const struct map_var *vars, const char *name, size_t n)
{
	for (; vars->name; vars++)
		if (strlen(vars->name) == n && memcmp(vars->name, name, n) == 0)
			return vars->value;
	return "";
}

const char *map_fill(struct arena *a, const char *text, const struct map_var *vars)
{
	struct buf b = { .arena = a };
	buf_str(&b, "");
	for (const char *p = text; *p; p++) {
		const char *close = *p == '{' ? strchr(p, '}') : NULL;
		if (*p == '\\' && p[1]) {
			p++;
			buf_char(&b, *p == 'n' ? '\n' : *p);
		} else if (close) {
			buf_str(&b, str_or(var(vars, p + 1, (size_t)(close - p - 1)), ""));
			p = close;
		} else {
			buf_char(&b, *p);
		}
	}
	return b.p;
}

const char *map_unknown_name(struct arena *a, const char *text, const char *words)
{
	for (const char *p = text; p && *p; p++) {
		if (*p == '\\' && p[1]) {
			p++;
			continue;
		}
		if (*p != '{')
			continue;
		const char *close = strchr(p, '}');
		if (!close)
			return p;
		const char *name = arena_dup(a, p + 1, (size_t)(close - p - 1));
		if (!str_in(name, words))
			return name;
		p = close;
	}
	return NULL;
}

const struct json *json_path(const struct json *j, const char *path)
{
	char name[64];
	while (j && path && *path) {
		size_t n = strcspn(path, ".");
		if (n == 0 || n >= sizeof(name))
			return NULL;
		memcpy(name, path, n);
		name[n] = '\0';
		j = json_get(j, name);
		path += n + (path[n] == '.');
	}
	return j;
}

const char *json_word(struct arena *a, const struct json *j)
{
	int64_t n;
	const char *text = j ? json_text(j) : NULL;
	if (text)
		return text;
	return j && json_number(j, &n) ? arena_fmt(a, "%lld", (long long)n) : NULL;
}

static bool text_whole(const char *text, int64_t *out)
{
	int64_t n = 0;
	const char *p = text + (*text == '-');
	if (!*p || strlen(p) > 15)
		return false;
	for (; *p; p++) {
		if (*p < '0' || *p > '9')
			return false;
		n = n * 10 + (*p - '0');
	}
	*out = *text == '-' ? -n : n;
	return true;
}

/* Some gateways write codes as text. */
bool json_whole(const struct json *j, int64_t *out)
{
	const char *text = j ? json_text(j) : NULL;
	return text ? text_whole(text, out) : j && json_number(j, out);
}

const char *platform_code(const struct platform *p, const char *list, const char *code)
{
	struct node *n = node_at(node_at(p->tree, "Code"), list);
	for (struct node *c = node_first(n); c; c = node_next(c))
		if (str_eq(node_name(c), code))
			return node_value(c);
	return n ? node_get(n, "_other") : NULL;
}

/* Codes with commas are mapped one by one. */
static const char *coded(const struct platform *p, struct arena *a, const char *list,
			 const char *value)
{
	struct buf b = { .arena = a };
	for (const char *s = value;;) {
		size_t n = strcspn(s, ",");
		const char *to = platform_code(p, list, arena_dup(a, s, n));
		if (!to)
			return NULL;
		if (b.n)
			buf_char(&b, ',');
		buf_str(&b, to);
		if (!s[n])
			return b.p;
		s += n + 1;
	}
}

static const char *digits(struct arena *a, const char *value, size_t width)
{
	struct buf b = { .arena = a };
	for (const char *s = value; *s; s++)
		if (*s >= '0' && *s <= '9')
			buf_char(&b, *s);
	while (b.n < width)
		buf_char(&b, '0');
	return b.p ? b.p : "";
}

static const char *formatted(const struct map_field *f, struct arena *a, const char *value,
			     const struct json *raw)
{
	int64_t n;
	switch (f->format) {
	case MF_HOURS:
		return json_number(raw, &n) ? hours_text(a, n) : NULL;
	case MF_DIGITS18:
		return digits(a, value, 18);
	case MF_COMPACT:
		return digits(a, value, 0);
	case MF_TEXT:
	case MF_WHOLE:
		break;
	}
	return f->max > 0 ? utf8_cut(a, value, (size_t)f->max) : value;
}

/* Of the row itself, not of the record's facts. */
static const char *own(struct arena *a, const struct platform_item *item, const char *from)
{
	if (str_eq(from, "key"))
		return item->key;
	if (str_eq(from, "version"))
		return arena_fmt(a, "%lld", (long long)item->version);
	if (str_eq(from, "op"))
		return item->withdraw ? "withdraw" : "put";
	return NULL;
}

enum map_result map_value(const struct platform *p, const struct map_field *f, struct arena *a,
			  const struct platform_item *item, const struct json *facts,
			  const char **out)
{
	*out = f->value;
	for (size_t i = 0; i < f->choices && !*out; i++) {
		const struct json *raw = json_get(facts, f->choice[i].from);
		const char *value = own(a, item, f->choice[i].from);
		if (!value)
			value = json_word(a, raw);
		if (!value || !*value)
			continue;
		if (f->choice[i].codes) {
			*out = value;
			value = coded(p, a, f->choice[i].codes, value);
			if (!value)
				return MAP_NO_CODE;
		}
		*out = formatted(f, a, value, raw);
	}
	return *out && **out ? MAP_OK : MAP_EMPTY;
}

static bool refuse(struct platform_item *item, const char *reason)
{
	item->class = PC_REFUSED;
	item->code = "mapping";
	item->reason = reason;
	return false;
}

static bool map_one(const struct platform *p, const struct map_field *f, struct arena *a,
		    struct platform_item *item, const struct json *facts, const char **value)
{
	*value = NULL;
	if (item->withdraw && !f->always)
		return true;
	switch (map_value(p, f, a, item, facts, value)) {
	case MAP_NO_CODE:
		return refuse(item, arena_fmt(a, "code %s %s", f->to, *value));
	case MAP_EMPTY:
		*value = NULL;
		return !f->required || refuse(item, arena_fmt(a, "missing %s", f->to));
	case MAP_OK:
		break;
	}
	return true;
}

bool map_item(const struct platform *p, struct arena *a, enum outbox_kind k,
	      struct platform_item *item, const char **json)
{
	const struct map_kind *kind = &p->kind[k];
	const struct json *facts;
	struct json_w w = { .buf = { .arena = a } };
	if (json_parse(a, item->facts, strlen(item->facts), &facts))
		return refuse(item, "facts");
	json_open(&w, '{');
	for (size_t i = 0; i < kind->n; i++) {
		const struct map_field *f = &kind->fields[i];
		const char *value;
		int64_t n;
		if (!map_one(p, f, a, item, facts, &value))
			return false;
		if (!value)
			continue;
		if (item->masked)
			value = map_masked(a, f, value);
		json_key(&w, f->to);
		if (f->format == MF_WHOLE && text_whole(value, &n))
			json_int(&w, n);
		else
			json_str(&w, value);
	}
	json_close(&w, '}');
	*json = w.buf.p;
	item->class = PC_UNKNOWN;
	return true;
}

bool platform_json(const struct platform *p, struct arena *a, enum outbox_kind k,
		   struct platform_item *item, const char **json)
{
	return map_item(p, a, k, item, json);
}

void platform_columns(const struct platform *p, struct arena *a, enum outbox_kind k,
		      const char *const **titles, size_t *n)
{
	const struct map_kind *kind = &p->kind[k];
	const char **t = arena_array(a, kind->n + 1, sizeof(*t));
	for (size_t i = 0; i < kind->n; i++)
		t[i] = kind->fields[i].title;
	*titles = t;
	*n = kind->n;
}

bool platform_row(const struct platform *p, struct arena *a, enum outbox_kind k,
		  struct platform_item *item, const char *const **values)
{
	const struct map_kind *kind = &p->kind[k];
	const char **v = arena_array(a, kind->n + 1, sizeof(*v));
	const struct json *facts;
	if (json_parse(a, item->facts, strlen(item->facts), &facts))
		return refuse(item, "facts");
	item->class = PC_UNKNOWN;
	for (size_t i = 0; i < kind->n; i++)
		if (!map_one(p, &kind->fields[i], a, item, facts, &v[i]))
			return false;
	*values = v;
	return true;
}

bool platform_is_file(const struct platform *p)
{
	return p->file;
}

bool platform_takes(const struct platform *p, enum outbox_kind k)
{
	return p->kind[k].used;
}

bool platform_can_ask(const struct platform *p, enum outbox_kind k)
{
	return p->kind[k].ask != NULL;
}

bool platform_can_list(const struct platform *p, enum outbox_kind k)
{
	return p->kind[k].list != NULL;
}

bool platform_may_repeat(const struct platform *p)
{
	return p->repeat;
}

int64_t platform_max_items(const struct platform *p)
{
	return p->max_items;
}

const char *platform_codes_of(const struct platform *p, const char *fact, size_t n)
{
	for (int k = 0; k < OB_KINDS; k++)
		for (size_t i = 0; i < p->kind[k].n; i++)
			for (size_t j = 0; j < p->kind[k].fields[i].choices; j++)
				if (p->kind[k].fields[i].choice[j].codes &&
				    str_eq(p->kind[k].fields[i].choice[j].from, fact) && n-- == 0)
					return p->kind[k].fields[i].choice[j].codes;
	return NULL;
}
