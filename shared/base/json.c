/* json.c - jansson checks and parses; what it found moves to the arena at once. */
#include <jansson.h>
#include <string.h>

/* jansson's macros of the same names */
#undef json_is_object
#undef json_is_true
#include "json.h"

#define MAX_DEPTH 32

enum json_kind { J_NULL, J_FALSE, J_TRUE, J_WHOLE, J_REAL, J_TEXT, J_ARRAY, J_OBJECT };

struct json {
	enum json_kind kind;
	const char *text; /* J_TEXT */
	int64_t number;   /* J_WHOLE */
	size_t n;         /* children of J_ARRAY and J_OBJECT */
	struct json *items;
	const char **keys; /* J_OBJECT: their names */
};

static bool copy(struct arena *a, const json_t *from, struct json *to, int depth);

static bool copy_array(struct arena *a, const json_t *from, struct json *to, int depth)
{
	to->kind = J_ARRAY;
	to->n = json_array_size(from);
	to->items = arena_array(a, to->n, sizeof *to->items);
	for (size_t i = 0; i < to->n; i++)
		if (!copy(a, json_array_get(from, i), &to->items[i], depth))
			return false;
	return true;
}

static bool copy_object(struct arena *a, json_t *from, struct json *to, int depth)
{
	const char *key;
	json_t *value;
	size_t i = 0;

	to->kind = J_OBJECT;
	to->n = json_object_size(from);
	to->items = arena_array(a, to->n, sizeof *to->items);
	to->keys = arena_array(a, to->n, sizeof *to->keys);
	json_object_foreach(from, key, value)
	{
		to->keys[i] = arena_str(a, key);
		if (!copy(a, value, &to->items[i++], depth))
			return false;
	}
	return true;
}

/* depth: containers that may still be opened. */
static bool copy(struct arena *a, const json_t *from, struct json *to, int depth)
{
	switch (json_typeof(from)) {
	case JSON_OBJECT:
		return depth > 0 && copy_object(a, (json_t *)from, to, depth - 1);
	case JSON_ARRAY:
		return depth > 0 && copy_array(a, from, to, depth - 1);
	case JSON_STRING:
		to->kind = J_TEXT;
		to->text = arena_dup(a, json_string_value(from), json_string_length(from));
		return true;
	case JSON_INTEGER:
		to->kind = J_WHOLE;
		to->number = json_integer_value(from);
		return true;
	case JSON_REAL:
		to->kind = J_REAL;
		return true;
	case JSON_TRUE:
		to->kind = J_TRUE;
		return true;
	case JSON_FALSE:
		to->kind = J_FALSE;
		return true;
	case JSON_NULL:
		to->kind = J_NULL;
		return true;
	}
	return false;
}

/* jansson's message quotes the input, which may be personal: only the place is kept. */
enum err json_parse(struct arena *a, const char *p, size_t n, const struct json **out)
{
	json_error_t bad;
	json_t *tree = json_loadb(p, n, JSON_REJECT_DUPLICATES, &bad);

	if (tree == NULL)
		return ERR(ERR_BAD_REQUEST, "json: fault %d in line %d, column %d",
			   (int)json_error_code(&bad), bad.line, bad.column);
	struct json *top = arena_alloc(a, sizeof *top);
	bool ok = copy(a, tree, top, MAX_DEPTH);
	json_decref(tree);
	if (!ok)
		return ERR(ERR_BAD_REQUEST, "json: more than %d levels", MAX_DEPTH);
	*out = top;
	return OK;
}

const struct json *json_get(const struct json *j, const char *key)
{
	if (!json_is_object(j))
		return NULL;
	for (size_t i = 0; i < j->n; i++)
		if (strcmp(j->keys[i], key) == 0)
			return &j->items[i];
	return NULL;
}

const struct json *json_at(const struct json *j, size_t i)
{
	return i < json_len(j) ? &j->items[i] : NULL;
}

size_t json_len(const struct json *j)
{
	return j != NULL && j->kind == J_ARRAY ? j->n : 0;
}

const char *json_text(const struct json *j)
{
	return j != NULL && j->kind == J_TEXT ? j->text : NULL;
}

bool json_number(const struct json *j, int64_t *out)
{
	if (j == NULL || j->kind != J_WHOLE)
		return false;
	*out = j->number;
	return true;
}

bool json_is_true(const struct json *j)
{
	return j != NULL && j->kind == J_TRUE;
}

bool json_is_object(const struct json *j)
{
	return j != NULL && j->kind == J_OBJECT;
}

/* Before each value: the comma that is due. After it one is due again. */
static void value(struct json_w *w)
{
	if (w->comma)
		buf_char(&w->buf, ',');
	w->comma = true;
}

void json_open(struct json_w *w, char bracket)
{
	value(w);
	buf_char(&w->buf, bracket);
	w->comma = false;
}

void json_close(struct json_w *w, char bracket)
{
	buf_char(&w->buf, bracket);
	w->comma = true;
}

/* Letters that stand for themselves. */
static size_t plain(const char *s, bool utf8)
{
	const unsigned char *p = (const unsigned char *)s;
	while (*p >= 0x20 && *p != '"' && *p != '\\' && *p != 0x7f && (utf8 || *p < 0x80))
		p++;
	return (size_t)(p - (const unsigned char *)s);
}

/* Bytes that are no UTF-8 become '?', so that what we write can always be read. */
static void escaped(struct buf *b, const char *s)
{
	bool valid = utf8_valid(s, strlen(s));

	for (size_t n; n = plain(s, valid), buf_add(b, s, n), s += n, *s != '\0'; s++) {
		unsigned char c = (unsigned char)*s;
		if (c == '"' || c == '\\')
			buf_fmt(b, "\\%c", c);
		else if (c == '\n')
			buf_str(b, "\\n");
		else if (c < 0x20 || c == 0x7f)
			buf_fmt(b, "\\u%04x", c);
		else
			buf_char(b, '?');
	}
}

/* In quotes, with the comma that is due before it; most are ASCII to the end. */
static void quoted(struct json_w *w, const char *s)
{
	size_t n = plain(s, false);

	buf_str(&w->buf, w->comma ? ",\"" : "\"");
	buf_add(&w->buf, s, n);
	if (s[n] != '\0')
		escaped(&w->buf, s + n);
}

void json_key(struct json_w *w, const char *key)
{
	quoted(w, key);
	buf_str(&w->buf, "\":");
	w->comma = false;
}

void json_str(struct json_w *w, const char *s)
{
	if (s == NULL) {
		json_digits(w, "null");
		return;
	}
	quoted(w, s);
	buf_char(&w->buf, '"');
	w->comma = true;
}

void json_digits(struct json_w *w, const char *digits)
{
	value(w);
	buf_str(&w->buf, digits);
}

void json_int(struct json_w *w, int64_t n)
{
	value(w);
	buf_fmt(&w->buf, "%lld", (long long)n);
}

void json_bool(struct json_w *w, bool b)
{
	value(w);
	buf_str(&w->buf, b ? "true" : "false");
}
