/* markup.c - a strict reader of our own pages, and the rules they keep. */
#include "markup.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_ELEMENTS = 20000, MAX_ATTRIBUTES = 80000, MAX_FAULTS = 4000 };

struct attribute {
	const char *name, *value; /* value NULL: it has none */
};
struct element {
	const char *name;
	size_t first, count; /* its attributes */
	int parent;          /* -1 at the top */
	bool worded;         /* text or a picture stands in it */
};
struct markup {
	char *text; /* our copy; names and values point into it */
	char *at;
	struct element *elements;
	size_t n;
	struct attribute *attributes;
	size_t attribute_n;
	int open; /* innermost open element */
	size_t used;
	char faults[MAX_FAULTS];
};

static void fault(struct markup *m, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
static void fault(struct markup *m, const char *fmt, ...)
{
	va_list ap;
	char line[200];
	va_start(ap, fmt);
	(void)vsnprintf(line, sizeof(line), fmt, ap);
	va_end(ap);
	size_t n = strlen(line);
	if (m->used + n + 2 > sizeof(m->faults))
		return;
	memcpy(m->faults + m->used, line, n);
	memcpy(m->faults + m->used + n, "\n", 2);
	m->used += n + 1;
}

/* One of the words of a list like "br hr img". */
static bool among(const char *word, const char *list)
{
	size_t n = strlen(word);
	for (const char *p = list; n && (p = strstr(p, word)); p += n)
		if ((p == list || p[-1] == ' ') && (p[n] == ' ' || p[n] == '\0'))
			return true;
	return false;
}

static const char *value_of(const struct markup *m, const struct element *e, const char *name)
{
	for (size_t i = 0; i < e->count; i++)
		if (strcmp(m->attributes[e->first + i].name, name) == 0)
			return m->attributes[e->first + i].value ? m->attributes[e->first + i].value
								 : "";
	return NULL;
}

static bool inside(const struct markup *m, const struct element *e, const char *names)
{
	for (int p = e->parent; p >= 0; p = m->elements[p].parent)
		if (among(m->elements[p].name, names))
			return true;
	return false;
}

static void mark_worded(struct markup *m, int from)
{
	for (int p = from; p >= 0; p = m->elements[p].parent)
		m->elements[p].worded = true;
}

static bool name_char(char c)
{
	return isalnum((unsigned char)c) || c == '-' || c == '_' || c == ':';
}

/* Cuts a name out of the copy; *after is the character that its end overwrote. */
static const char *cut_name(struct markup *m, char *after)
{
	const char *name = m->at;
	while (name_char(*m->at))
		m->at++;
	*after = *m->at;
	*m->at = '\0';
	return *name ? name : NULL;
}

/* An attribute, from its name on. False when it is none of the kind that we write. */
static bool read_attribute(struct markup *m, struct element *e, char *after)
{
	struct attribute *a = &m->attributes[m->attribute_n];
	a->value = NULL;
	a->name = cut_name(m, after);
	if (!a->name || m->attribute_n + 1 == MAX_ATTRIBUTES)
		return false;
	if (*after == '=') {
		if (*++m->at != '"')
			return false;
		a->value = ++m->at;
		m->at += strcspn(m->at, "\"<");
		if (*m->at != '"')
			return false;
		*m->at++ = '\0';
		*after = *m->at;
	}
	m->attribute_n++;
	e->count++;
	return true;
}

static bool read_open_tag(struct markup *m)
{
	char after;
	struct element *e = &m->elements[m->n];
	if (m->n == MAX_ELEMENTS)
		return false;
	*e = (struct element){ .first = m->attribute_n, .parent = m->open };
	e->name = cut_name(m, &after);
	while (e->name && isspace((unsigned char)after)) {
		m->at++;
		m->at += strspn(m->at, " \t\n");
		after = *m->at;
		if (name_char(after) && !read_attribute(m, e, &after))
			return false;
	}
	bool closed = after == '/';
	if (closed)
		after = *++m->at;
	if (!e->name || after != '>')
		return false;
	m->at++;
	if (among(e->name, "img input svg select textarea"))
		mark_worded(m, e->parent);
	if (!closed && !among(e->name, "br hr img input link meta"))
		m->open = (int)m->n;
	m->n++;
	return true;
}

static bool read_close_tag(struct markup *m)
{
	char after;
	const char *name = cut_name(m, &after);
	if (!name || after != '>' || m->open < 0 || strcmp(m->elements[m->open].name, name) != 0)
		return false;
	m->at++;
	m->open = m->elements[m->open].parent;
	return true;
}

static bool read_tag(struct markup *m)
{
	*m->at++ = '\0';
	if (*m->at == '!') {
		if (strncmp(m->at, "!doctype html>", 14) != 0)
			return false;
		m->at += 14;
		return true;
	}
	if (*m->at != '/')
		return read_open_tag(m);
	m->at++;
	return read_close_tag(m);
}

static void read_text(struct markup *m)
{
	for (; *m->at && *m->at != '<'; m->at++)
		if (!isspace((unsigned char)*m->at))
			mark_worded(m, m->open);
}

struct markup *markup_read(const char *html)
{
	struct markup *m = calloc(1, sizeof(*m));
	if (!m)
		abort();
	m->text = strdup(html);
	m->elements = calloc(MAX_ELEMENTS, sizeof(*m->elements));
	m->attributes = calloc(MAX_ATTRIBUTES, sizeof(*m->attributes));
	if (!m->text || !m->elements || !m->attributes)
		abort();
	m->open = -1;
	for (m->at = m->text; *m->at; read_text(m)) {
		size_t place = (size_t)(m->at - m->text);
		if (*m->at == '<' && !read_tag(m)) {
			fault(m, "cannot be read here: %.80s", html + place);
			break;
		}
	}
	if (m->open >= 0 && !m->used)
		fault(m, "<%s> is not closed", m->elements[m->open].name);
	return m;
}

void markup_free(struct markup *m)
{
	if (!m)
		return;
	free(m->text);
	free(m->elements);
	free(m->attributes);
	free(m);
}

const char *markup_faults(const struct markup *m)
{
	return m->faults;
}

static void safe_attribute(struct markup *m, const struct element *e, const struct attribute *a)
{
	static const char *const runs[] = { "javascript:", "data:", "vbscript:" };
	if (strncmp(a->name, "on", 2) == 0 || strcmp(a->name, "style") == 0)
		fault(m, "<%s> has %s=", e->name, a->name);
	if (!a->value || !among(a->name, "href src action formaction"))
		return;
	for (size_t i = 0; i < sizeof(runs) / sizeof(runs[0]); i++)
		if (strncasecmp(a->value, runs[i], strlen(runs[i])) == 0)
			fault(m, "<%s %s=\"%.60s\">", e->name, a->name, a->value);
}

void markup_safe(struct markup *m)
{
	for (size_t i = 0; i < m->n; i++) {
		const struct element *e = &m->elements[i];
		if (among(e->name, "style iframe object embed base"))
			fault(m, "<%s>", e->name);
		if (strcmp(e->name, "script") == 0 && (e->worded || !value_of(m, e, "src")))
			fault(m, "inline <script>");
		for (size_t k = 0; k < e->count; k++)
			safe_attribute(m, e, &m->attributes[e->first + k]);
	}
}

static size_t count_id(const struct markup *m, const char *id, size_t n)
{
	size_t found = 0;
	for (size_t i = 0; i < m->n; i++) {
		const char *v = value_of(m, &m->elements[i], "id");
		found += v && strlen(v) == n && memcmp(v, id, n) == 0;
	}
	return found;
}

/* Each of the ids in a list that blanks part. */
static void led_to(struct markup *m, const struct element *e, const char *ids)
{
	while (ids && *ids) {
		size_t n = strcspn(ids, " ");
		if (count_id(m, ids, n) == 0)
			fault(m, "<%s> leads to no id \"%.*s\"", e->name, (int)n, ids);
		ids += n;
		ids += strspn(ids, " ");
	}
}

void markup_linked(struct markup *m)
{
	for (size_t i = 0; i < m->n; i++) {
		const struct element *e = &m->elements[i];
		const char *id = value_of(m, e, "id"), *href = value_of(m, e, "href");
		if (id && (!*id || strchr(id, ' ') || count_id(m, id, strlen(id)) > 1))
			fault(m, "<%s id=\"%s\"> is not unique or no id", e->name, id);
		led_to(m, e, value_of(m, e, "for"));
		led_to(m, e, value_of(m, e, "aria-describedby"));
		led_to(m, e, value_of(m, e, "aria-labelledby"));
		if (href && *href == '#')
			led_to(m, e, href + 1);
	}
}

static bool labelled(const struct markup *m, const struct element *e)
{
	const char *id = value_of(m, e, "id");
	if (value_of(m, e, "aria-label"))
		return true;
	for (int p = e->parent; p >= 0; p = m->elements[p].parent)
		if (strcmp(m->elements[p].name, "label") == 0 && m->elements[p].worded)
			return true;
	for (size_t i = 0; id && i < m->n; i++) {
		const char *whom = value_of(m, &m->elements[i], "for");
		if (whom && strcmp(whom, id) == 0)
			return true;
	}
	return false;
}

void markup_worded(struct markup *m)
{
	for (size_t i = 0; i < m->n; i++) {
		const struct element *e = &m->elements[i];
		const char *type = value_of(m, e, "type"), *label = value_of(m, e, "aria-label");
		const char *id = value_of(m, e, "id");
		if (!e->worded && !label &&
		    among(e->name,
			  "a button caption dt h1 h2 h3 label legend option strong th title"))
			fault(m, "empty <%s> (href %s, for %s)", e->name,
			      value_of(m, e, "href") ? value_of(m, e, "href") : "-",
			      value_of(m, e, "for") ? value_of(m, e, "for") : "-");
		if (label && !*label)
			fault(m, "<%s> with an empty aria-label", e->name);
		if (among(e->name, "select textarea") ||
		    (strcmp(e->name, "input") == 0 && !(type && strcmp(type, "hidden") == 0)))
			if (!labelled(m, e))
				fault(m, "<%s id=\"%s\"> without a label", e->name, id ? id : "");
		if (strcmp(e->name, "img") == 0 && !value_of(m, e, "alt"))
			fault(m, "<img> without alt");
	}
}

static bool has_token(const struct markup *m, size_t form)
{
	for (size_t i = form + 1; i < m->n; i++) {
		const char *name = value_of(m, &m->elements[i], "name");
		const char *value = value_of(m, &m->elements[i], "value");
		if (!name || !among(name, "csrf key") || !value || !*value)
			continue;
		for (int p = m->elements[i].parent; p >= 0; p = m->elements[p].parent)
			if ((size_t)p == form)
				return true;
	}
	return false;
}

void markup_forms(struct markup *m)
{
	for (size_t i = 0; i < m->n; i++) {
		const struct element *e = &m->elements[i];
		const char *method = value_of(m, e, "method");
		if (strcmp(e->name, "form") == 0) {
			if (method && strcmp(method, "post") == 0 && !has_token(m, i))
				fault(m, "POST form without csrf or key");
			if (inside(m, e, "form"))
				fault(m, "<form> in a <form>");
		}
		if (among(e->name, "a button") && inside(m, e, "a button"))
			fault(m, "<%s> in a link or button", e->name);
		if (among(e->name, "p div form ul dl table h1 h2 h3 fieldset") && inside(m, e, "p"))
			fault(m, "<%s> in a <p>", e->name);
	}
}

void markup_page(struct markup *m)
{
	static const char *const once[] = { "title", "main", "h1", "body" };
	for (size_t k = 0; k < sizeof(once) / sizeof(once[0]); k++) {
		size_t found = 0;
		for (size_t i = 0; i < m->n; i++)
			found += strcmp(m->elements[i].name, once[k]) == 0 &&
				 !inside(m, &m->elements[i], "svg");
		if (found != 1)
			fault(m, "%zu <%s> in a page", found, once[k]);
	}
	if (!m->n || strcmp(m->elements[0].name, "html") != 0 ||
	    !value_of(m, &m->elements[0], "lang"))
		fault(m, "no <html lang>");
}
