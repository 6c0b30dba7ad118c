/* form_kinds.c - what each kind of field takes, and how typed text becomes its value. */
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "clock.h"
#include "form_inside.h"

static const char digits[] = "0123456789";
static const char lower[] = "abcdefghijklmnopqrstuvwxyz0123456789_";
static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

enum { WORD_BYTES = 64 };

struct swap {
	const char *from, *to;
};

/* What people cannot see but paste along: marks that turn the direction of writing (contact books
 * wrap phone numbers in them), byte order marks, zero-width spaces; and other kinds of space and
 * line end. */
static const struct swap unseen[] = { { "\u200b", "" },   { "\ufeff", "" },   { "\u202a", "" },
				      { "\u202b", "" },   { "\u202c", "" },   { "\u202d", "" },
				      { "\u202e", "" },   { "\u2066", "" },   { "\u2067", "" },
				      { "\u2068", "" },   { "\u2069", "" },   { "\u00a0", " " },
				      { "\u2028", "\n" }, { "\u2029", "\n" }, { "\r\n", "\n" },
				      { "\r", "\n" },     { "\t", " " },      { NULL, NULL } };
/* The dot between the parts of a name has many shapes on keyboards. */
static const struct swap dots[] = { { "•", "·" }, { "・", "·" }, { "･", "·" },  { "‧", "·" },
				    { "⋅", "·" }, { "．", "·" }, { "　", " " }, { NULL, NULL } };

static char *swap_all(struct arena *a, const char *s, const struct swap *table)
{
	struct buf b = { .arena = a };
	buf_str(&b, "");
	while (*s) {
		const struct swap *t = table;
		while (t->from && !str_starts(s, t->from))
			t++;
		if (t->from) {
			buf_str(&b, t->to);
			s += strlen(t->from);
		} else {
			buf_char(&b, *s++);
		}
	}
	return b.p;
}

/* Bytes of white space at s: ASCII, or the full-width space of Chinese keyboards. */
static size_t space_at(const char *s)
{
	if (*s == ' ' || *s == '\n')
		return 1;
	return str_starts(s, "\u3000") ? 3 : 0;
}

static char *text_trim(char *s)
{
	size_t n;
	while ((n = space_at(s)) > 0)
		s += n;
	for (n = strlen(s); n;) {
		if (space_at(s + n - 1) == 1)
			n--;
		else if (n >= 3 && space_at(s + n - 3) == 3)
			n -= 3;
		else
			break;
	}
	s[n] = '\0';
	return s;
}

/* s without surrounding space, with one kind of line end; *bad when it holds control characters. */
static char *text_cleaned(struct arena *a, const char *s, bool *bad)
{
	char *clean = text_trim(swap_all(a, s, unseen));
	*bad = false;
	for (const unsigned char *p = (const unsigned char *)clean; *p; p++)
		if ((*p < 32 && *p != '\n') || *p == 127 || (*p == 0xc2 && p[1] < 0xa0))
			*bad = true;
	return clean;
}

/* Full-width digits, letters and signs become ASCII; `drop` are left out. */
static char *text_narrow(struct arena *a, const char *s, const char *drop)
{
	struct buf b = { .arena = a };
	buf_str(&b, "");
	for (; *s; s++) {
		const unsigned char *p = (const unsigned char *)s;
		char c = *s;
		/* U+FF01 to U+FF3F and U+FF40 to U+FF5E */
		bool wide = (p[0] == 0xef && p[1] == 0xbc && p[2] >= 0x81) ||
			    (p[0] == 0xef && p[1] == 0xbd && p[2] <= 0x9e);
		if (wide) {
			c = (char)(p[2] - 0x80 + (p[1] == 0xbc ? 0x20 : 0x60));
			s += 2;
		}
		if (!strchr(drop, c))
			buf_char(&b, c);
	}
	return b.p;
}

static bool text_only(const char *s, const char *alphabet)
{
	return strspn(s, alphabet) == strlen(s);
}

bool form_word(const char *s)
{
	size_t n = strlen(s), i = 0;
	while (i < n && (s[i] == '_' || strchr(letters, s[i])))
		i++;
	return n && n <= WORD_BYTES && i == n;
}

bool form_secret(const char *name)
{
	return strstr(name, "password") || str_in(name, "code,totp");
}

/* One text field on its way from what was typed to its value. */
struct typed {
	struct rq *q;
	const struct field_rule *r;
	const char *s; /* typed, cleaned, not empty */
	const char *value;
};

static const char *read_length(struct typed *t, const char *value, size_t n)
{
	t->value = value;
	return n < (size_t)t->r->min ? "too_short" : n > (size_t)t->r->max ? "too_long" : NULL;
}

static const char *read_text(struct typed *t)
{
	return read_length(t, t->s, utf8_count(t->s));
}

static const char *read_str(struct typed *t)
{
	return strchr(t->s, '\n') ? "one_line" : read_text(t);
}

static const char *read_name(struct typed *t)
{
	char *name = swap_all(t->q->arena, t->s, dots), *to = name;
	for (const char *p = name; *p; p++)
		if (*p != ' ' || p[1] != ' ')
			*to++ = *p;
	*to = '\0';
	return person_name_check(name) ? read_length(t, name, utf8_count(name)) : "name";
}

static const char *read_word(struct typed *t)
{
	return text_only(t->s, lower) ? read_length(t, t->s, strlen(t->s)) : "word";
}

static const char *read_code(struct typed *t)
{
	const char *code = text_narrow(t->q->arena, t->s, " ");
	return text_only(code, letters) ? read_length(t, code, strlen(code)) : "code";
}

/* A landline's parts are joined by single dashes, however they were set apart. */
static const char *landline(struct arena *a, const char *s)
{
	struct buf b = { .arena = a };
	bool gap = false;
	buf_str(&b, "");
	for (; *s; s++) {
		if (strchr(" -()", *s)) {
			gap = b.n > 0;
			continue;
		}
		if (gap)
			buf_char(&b, '-');
		gap = false;
		buf_char(&b, *s);
	}
	return b.p;
}

/* A mobile number is eleven digits, however it was grouped. */
static const char *read_phone(struct typed *t)
{
	const char *mobile = text_narrow(t->q->arena, t->s, " -().+");
	if (str_starts(mobile, "0086"))
		mobile += 4;
	else if (str_starts(mobile, "86") && strlen(mobile) == 13)
		mobile += 2;
	if (mobile_check(mobile)) {
		t->value = mobile;
		return NULL;
	}
	t->value = landline(t->q->arena, text_narrow(t->q->arena, t->s, ""));
	return landline_check(t->value) ? NULL : "phone";
}

static const char *read_idno(struct typed *t)
{
	static const char *const words[] = { NULL,        "id_length", "id_chars",
					     "id_region", "id_birth",  "id_check" };
	char birth[11], sex, *id = text_narrow(t->q->arena, t->s, " -");
	for (char *p = id; *p; p++)
		if (*p == 'x')
			*p = 'X';
	t->value = id;
	return words[id_no_check(id, clock_day(t->q->arena, t->q->now), birth, &sex)];
}

static const char *read_day(struct typed *t)
{
	int64_t at;
	t->value = text_narrow(t->q->arena, t->s, " ");
	return clock_parse_day(t->value, &at) ? NULL : "day";
}

static const char *read_time(struct typed *t)
{
	int64_t at;
	if (!clock_parse_time(text_narrow(t->q->arena, t->s, ""), &at))
		return "time";
	t->value = clock_time(t->q->arena, at);
	return NULL;
}

static const char *read_int(const struct field_rule *r, const char *s, int64_t *out)
{
	size_t sign = *s == '-', n = strlen(s + sign);
	if (n == 0 || n > 15 || !text_only(s + sign, digits))
		return "int";
	int64_t i = strtoll(s, NULL, 10);
	if (i < r->min || i > r->max)
		return "range";
	*out = i;
	return NULL;
}

static const char *read_number(struct rq *q, const struct field_rule *r, const char *s, int64_t *to)
{
	*to = r->kind == F_FLAG ? 0 : DB_NONE;
	if (r->kind == F_FLAG) {
		if (*s && !str_in(s, "1,on,0"))
			return "word";
		*to = *s && *s != '0';
		return r->min > *to ? "tick" : NULL;
	}
	if (!*s)
		return r->kind == F_INT ? "required" : NULL;
	return read_int(r, text_narrow(q->arena, s, " ,"), to);
}

/* Every field of the rule's name; one value twice counts once. */
static const char *read_list(struct rq *q, const struct field_rule *r, struct strs *to)
{
	size_t n = 0;
	const char **v = arena_array(q->arena, q->body.n, sizeof(*v));
	*to = (struct strs){ NULL, 0 };
	for (size_t i = 0; i < q->body.n; i++) {
		const struct field *f = &q->body.v[i];
		bool again = !str_eq(f->name, r->name) || !f->n;
		for (size_t k = 0; k < n && !again; k++)
			again = str_eq(v[k], f->value);
		if (again)
			continue;
		if (f->filename || !form_word(f->value))
			return "word";
		if (n == (size_t)r->max)
			return "list_many";
		v[n++] = f->value;
	}
	if (n < (size_t)r->min)
		return n ? "list_few" : "choose";
	*to = (struct strs){ v, n };
	return NULL;
}

static const char *read_file(const struct field_rule *r, const struct field *f,
			     const struct field **to)
{
	*to = NULL;
	if (!f || (!f->n && (!f->filename || !*f->filename)))
		return r->min > 0 ? "upload" : NULL;
	if (!f->filename)
		return "upload";
	if (!f->n)
		return "file_empty";
	if (f->n > (size_t)r->max)
		return "file_large";
	*to = f;
	return NULL;
}

static const char *(*const readers[])(struct typed *t) = {
	[F_STR] = read_str,   [F_TEXT] = read_text, [F_NAME] = read_name,
	[F_WORD] = read_word, [F_CODE] = read_code, [F_PHONE] = read_phone,
	[F_IDNO] = read_idno, [F_DAY] = read_day,   [F_TIME] = read_time,
};

static const char *read_field_text(struct rq *q, const struct field_rule *r, const char *s,
				   const char **to)
{
	struct typed t = { q, r, s, NULL };
	*to = NULL;
	if (!*s)
		return r->min <= 0 ? NULL : r->kind == F_WORD ? "choose" : "required";
	const char *wrong = readers[r->kind](&t);
	if (!wrong)
		*to = t.value;
	return wrong;
}

const char *form_kind_read(struct rq *q, const struct field_rule *r, const struct field *f,
			   void *to)
{
	bool bad = false;
	if (r->kind == F_LIST)
		return read_list(q, r, to);
	if (r->kind == F_FILE)
		return read_file(r, f, to);
	const char *s = f && !f->filename ? f->value : "";
	if (!form_secret(r->name))
		s = text_cleaned(q->arena, s, &bad);
	const char *wrong = r->kind == F_INT || r->kind == F_OINT || r->kind == F_FLAG
				    ? read_number(q, r, bad ? "-" : s, to)
				    : read_field_text(q, r, bad ? "" : s, to);
	return bad ? "characters" : wrong;
}
