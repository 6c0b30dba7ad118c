/* form_kinds.c - what each kind of field takes, and how typed text becomes its value. */
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "clock.h"
#include "form_inside.h"
#include "phone.h"
#include "text.h"
#include "when.h"

static const char digits[] = "0123456789";
static const char lower[] = "abcdefghijklmnopqrstuvwxyz0123456789_";
static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

enum { WORD_BYTES = 64 };

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
	const char *name = text_name(t->q->arena, t->s);
	return person_name_check(name) ? read_length(t, name, utf8_count(name)) : "name";
}

static const char *read_word(struct typed *t)
{
	return text_only(t->s, lower) ? read_length(t, t->s, strlen(t->s)) : "word";
}

/* On one line, half width, without the signs of drop. */
static char *text_without(struct arena *a, const char *s, const char *drop)
{
	char *bare = text_value(a, s), *to = bare;
	for (const char *p = bare; *p; p++)
		if (!strchr(drop, *p))
			*to++ = *p;
	*to = '\0';
	return bare;
}

static const char *read_code(struct typed *t)
{
	const char *code = text_without(t->q->arena, t->s, " ");
	return text_only(code, letters) ? read_length(t, code, strlen(code)) : "code";
}

static const char *read_no(struct typed *t)
{
	const char *no = text_number(t->q->arena, t->s);
	return *no && text_only(no, letters) ? read_length(t, no, strlen(no)) : "code";
}

static const char *read_phone(struct typed *t)
{
	return phone_read(t->q->arena, t->s, &t->value);
}

/* In one writing; what it must be depends on the type of the document (base/identity.h). */
static const char *read_idno(struct typed *t)
{
	const char *no = text_number(t->q->arena, t->s);
	return *no ? read_length(t, no, utf8_count(no)) : "required";
}

static const char *read_day(struct typed *t)
{
	t->value = day_read(t->q->arena, t->s);
	return t->value ? NULL : "day";
}

/* 24:00 is the beginning of the next day. */
static const char *read_time(struct typed *t)
{
	struct when w;
	int64_t day;
	if (!when_read(t->q->arena, t->s, &w) || w.minute < 0 || !clock_parse_day(w.day, &day))
		return "time";
	t->value = clock_time(t->q->arena, day + w.minute * 60 + w.second);
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
	return read_int(r, text_without(q->arena, s, " ,"), to);
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
	[F_STR] = read_str,   [F_TEXT] = read_text, [F_TABLE] = read_text,  [F_NAME] = read_name,
	[F_WORD] = read_word, [F_CODE] = read_code, [F_REGION] = read_code, [F_PHONE] = read_phone,
	[F_IDNO] = read_idno, [F_NO] = read_no,     [F_DAY] = read_day,     [F_TIME] = read_time,
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
	if (!form_secret(r->name)) {
		const char *clean = text_prose(q->arena, s);
		bad = text_controls(clean);
		/* The tabs of a table are what sets its columns apart: whoever reads it cleans each
		 * cell. */
		s = r->kind == F_TABLE && *clean ? s : clean;
	}
	const char *wrong = r->kind == F_INT || r->kind == F_OINT || r->kind == F_FLAG
				    ? read_number(q, r, bad ? "-" : s, to)
				    : read_field_text(q, r, bad ? "" : s, to);
	return bad ? "characters" : wrong;
}
