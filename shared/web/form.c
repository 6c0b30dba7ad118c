/* form.c - a form read by its table, what was typed kept, messages beside the fields, one-time
 * keys. */
#include "form.h"

#include <string.h>

#include "form_inside.h"
#include "page.h"
#include "reply.h"
#include "secret.h"
#include "text.h"

enum { LIST_KEPT = 200 };
/* Bytes of a one-time key: its random id, up to here; the time it was made, up to here; the mac. */
enum { KEY_UID = 16, KEY_STAMP = 20, KEY_BYTES = 32, KEY_SECONDS = 86400 };

/* The program's own text, or the common one. */
static const char *form_text(struct rq *q, const char *group, const char *word)
{
	const char *name = arena_fmt(q->arena, "%s.%s", group, word);
	const char *own = q->app ? lang(arena_fmt(q->arena, "%s.%s", q->app, name)) : NULL;
	return own ? own : lang(name);
}

/* Sizes of files are said in MB or KB. */
static const char *form_amount(struct rq *q, const struct field_rule *r, int64_t n)
{
	if (!r || r->kind != F_FILE)
		return arena_fmt(q->arena, "%lld", (long long)n);
	if (n >= 1048576)
		return arena_fmt(q->arena, "%lld MB", (long long)(n / 1048576));
	return arena_fmt(q->arena, "%lld KB", (long long)(n / 1024));
}

static const struct field_rule *form_rule(const struct rq *q, const char *name)
{
	for (const struct field_rule *r = q->form; name && r && r->kind != F_END; r++)
		if (strcmp(r->name, name) == 0)
			return r;
	return NULL;
}

/* The message with {label}, {min} and {max} filled in. */
static const char *form_message(struct rq *q, const struct field_rule *r, const char *label,
				const char *word)
{
	const char *s = form_text(q, "Message", word);
	struct buf b = { .arena = q->arena };
	buf_str(&b, "");
	for (s = s ? s : word; *s; s++) {
		if (str_starts(s, "{label}")) {
			buf_str(&b, label);
			s += strlen("{label}") - 1;
		} else if (str_starts(s, "{min}") || str_starts(s, "{max}")) {
			buf_str(&b, r ? form_amount(q, r, s[2] == 'i' ? r->min : r->max) : "");
			s += strlen("{min}") - 1;
		} else {
			buf_char(&b, *s);
		}
	}
	return b.p;
}

bool form_ok(const struct rq *q)
{
	return q->reply->status != 422;
}

bool form_again(const struct rq *q)
{
	return !form_ok(q);
}

void form_also(struct rq *q, const char *name)
{
	q->form_also = name;
}

void form_error_text(struct rq *q, const char *field, const char *text)
{
	/* On the way to a division nothing else is missing yet. */
	if (q->form_step)
		return;
	if (form_ok(q))
		form_keep(q);
	reply_status(q, 422);
	struct node *errors = put_list(q, "Errors"), *beside = put_list(q, "Error");
	/* The first message of a field is enough to mend it. */
	if (field && node_get(beside, field))
		return;
	struct node *item = node_item(errors);
	node_set(item, "field", field);
	node_set(item, "text", text);
	if (field)
		node_set(beside, field, text);
}

const char *form_label(struct rq *q, const char *field)
{
	return form_word(field) ? form_text(q, "Field", field) : NULL;
}

void form_error(struct rq *q, const char *field, const char *word)
{
	const char *label = field ? form_text(q, "Field", field) : NULL;
	form_error_text(
		q, field,
		form_message(q, form_rule(q, field), str_or(label, str_or(field, "")), word));
}

static size_t form_rank(const struct rq *q, struct node *item)
{
	const char *field = node_get(item, "field");
	size_t at = 1;
	for (const struct field_rule *r = q->form; field && r && r->kind != F_END; r++, at++)
		if (str_eq(r->name, field))
			return at;
	return 0;
}

static void form_error_set(struct node *item, const char *field, const char *text)
{
	node_drop(item, "field");
	node_set(item, "field", field);
	node_set(item, "text", text);
}

void form_errors_sort(struct rq *q)
{
	struct node *list = put_list(q, "Errors");
	for (size_t n = node_count(list), i = 1; i < n; i++)
		for (size_t j = i; j > 0; j--) {
			struct node *a = node_numbered(list, j - 1), *b = node_numbered(list, j);
			if (form_rank(q, a) <= form_rank(q, b))
				break;
			const char *field = node_get(a, "field"), *text = node_get(a, "text");
			field = field ? arena_str(q->arena, field) : NULL;
			text = arena_str(q->arena, text);
			form_error_set(a, node_get(b, "field"), node_get(b, "text"));
			form_error_set(b, field, text);
		}
}

/* Secrets and files are typed again. */
static bool form_may_keep(const struct field_rule *r)
{
	return r->kind != F_FILE && !form_secret(r->name);
}

/* One typed value; lists are numbered. For "is this box ticked" a word is also a name below
 * NAME_is: other text than words never becomes a name. */
static void form_keep_value(struct rq *q, const struct field_rule *r, const char *value,
			    size_t place)
{
	struct node *form = put_list(q, "Form");
	if (r->kind == F_LIST)
		node_set(node_child(form, r->name), arena_fmt(q->arena, "%zu", place), value);
	else
		node_set(form, r->name, value);
	bool words = r->kind == F_LIST || r->kind == F_WORD || r->kind == F_CODE ||
		     r->kind == F_REGION;
	if (words && form_word(value))
		node_set(node_child(form, arena_fmt(q->arena, "%s_is", r->name)), value, "1");
}

static void form_keep_field(struct rq *q, const struct field_rule *r)
{
	size_t most = !form_may_keep(r) ? 0 : r->kind == F_LIST ? LIST_KEPT : 1, place = 0;
	for (size_t i = 0; i < q->body.n && place < most; i++) {
		const struct field *f = &q->body.v[i];
		if (strcmp(f->name, r->name) == 0 && !f->filename)
			form_keep_value(q, r, f->value, place++);
	}
}

void form_keep(struct rq *q)
{
	for (const struct field_rule *r = q->form; r && r->kind != F_END; r++)
		form_keep_field(q, r);
}

bool form_ticked(struct rq *q, const char *field, const char *code)
{
	struct node *n = node_first(node_child(put_list(q, "Form"), field));
	while (n && !str_eq(node_value(n), code))
		n = node_next(n);
	return n;
}

void form_tick(struct rq *q, const char *field, const char *codes)
{
	struct node *list = node_child(put_list(q, "Form"), field);
	for (const char *s = codes; s && *s; s += *s == ',') {
		size_t len = strcspn(s, ",");
		const char *code = arena_dup(q->arena, s, len);
		if (len && !form_ticked(q, field, code))
			node_set(list, arena_fmt(q->arena, "%zu", node_count(list)), code);
		s += len;
	}
}

void form_put_typed(struct rq *q)
{
	for (size_t i = 0; i < q->body.n && i < LIST_KEPT; i++) {
		const struct field *f = &q->body.v[i];
		const char *label = form_word(f->name) ? form_text(q, "Field", f->name) : NULL;
		if (!label || !*f->value || f->filename || form_secret(f->name))
			continue;
		struct node *item = node_item(put_list(q, "Typed"));
		node_set(item, "label", label);
		node_set(item, "text", f->value);
	}
}

/* The field of a division whose button was pressed to go one step down; NULL: it is none. */
static const struct field_rule *form_step(const struct rq *q, const char *name)
{
	static const char end[] = "_step";
	size_t n = strlen(name);
	if (n < sizeof(end) || !str_eq(name + n - (sizeof(end) - 1), end))
		return NULL;
	const struct field_rule *r = form_rule(q, arena_dup(q->arena, name, n - (sizeof(end) - 1)));
	return r && r->kind == F_REGION ? r : NULL;
}

static bool form_repeated(const struct rq *q, const struct field_rule *r)
{
	size_t times = 0;
	for (size_t i = 0; i < q->body.n; i++)
		times += strcmp(q->body.v[i].name, r->name) == 0;
	return times > 1 && r->kind != F_LIST;
}

/* A field nobody asked for, or one given twice: no browser sends that from our pages. */
static void form_check_names(struct rq *q)
{
	size_t unknown = 0;
	for (size_t i = 0; i < q->body.n; i++) {
		const char *name = q->body.v[i].name;
		const struct field_rule *step = form_step(q, name);
		if (step) {
			form_error(q, step->name, "region_step");
			q->form_step = true;
		} else {
			unknown += !str_in(name, "csrf,key,sure,seen") && !form_rule(q, name);
		}
	}
	if (unknown)
		form_error(q, NULL, "unknown");
	for (const struct field_rule *r = q->form; r->kind != F_END; r++)
		if (form_repeated(q, r))
			form_error(q, r->name, "repeated");
}

static const char *form_read_field(struct rq *q, const struct field_rule *r, void *to)
{
	const struct field *f = body_field(q, r->name);
	const char *wrong = f && f->filename && r->kind != F_FILE ? "word" : NULL;
	const char *also = form_kind_read(q, r, f, to);
	return wrong ? wrong : also;
}

bool form_read(struct rq *q, const struct field_rule *rules, void *in)
{
	q->form = rules;
	form_check_names(q);
	for (const struct field_rule *r = rules; r->kind != F_END; r++) {
		const char *wrong = form_read_field(q, r, (char *)in + r->offset);
		if (wrong)
			form_error(q, r->name, wrong);
	}
	return form_ok(q);
}

const char *form_field(struct rq *q, enum field_kind kind, const char *name, int64_t min,
		       int64_t max, const char *label, void *to)
{
	struct field_rule r = { kind, name, min, max, 0 };
	const char *wrong = form_read_field(q, &r, to);
	if (form_repeated(q, &r))
		wrong = "repeated";
	form_keep_field(q, &r);
	return wrong ? form_message(q, &r, label, wrong) : NULL;
}

const char *form_cell(struct rq *q, const struct field_rule *r, const char *text, void *in)
{
	const struct field f = { .name = r->name, .value = text, .n = strlen(text) };
	const char *label = form_text(q, "Field", r->name);
	const char *wrong = form_kind_read(q, r, &f, (char *)in + r->offset);
	return wrong ? form_message(q, r, str_or(label, r->name), wrong) : NULL;
}

bool form_only(const struct rq *q, bool (*known)(const void *ctx, const char *name),
	       const void *ctx)
{
	for (size_t i = 0; i < q->body.n; i++)
		if (!known(ctx, q->body.v[i].name))
			return false;
	return true;
}

const char *form_given(const struct rq *q, const char *name)
{
	const struct field *f = body_field(q, name);
	return f && !f->filename ? text_prose(q->arena, f->value) : NULL;
}

/* What ties a key to this installation, a purpose and its own random id and time. */
static struct bytes form_key_mac(struct rq *q, const char *purpose, const uint8_t *key)
{
	const char *use = arena_fmt(q->arena, "form:%s", purpose);
	return secret_mac(q->arena, use, (struct bytes){ key, KEY_STAMP });
}

static enum err form_key_check(struct rq *q, const char *purpose, uint8_t key[KEY_BYTES])
{
	const struct field *f = body_field(q, "key");
	if (!f || f->filename || !hex_decode(f->value, key, KEY_BYTES) ||
	    !secret_equal(key + KEY_STAMP, form_key_mac(q, purpose, key).p, KEY_BYTES - KEY_STAMP))
		return ERR_CSRF;
	int64_t made = 0;
	for (size_t i = KEY_UID; i < KEY_STAMP; i++)
		made = made << 8 | key[i];
	return q->now - made > KEY_SECONDS ? ERR_STALE : OK;
}

void form_key_fresh(struct rq *q, const char *purpose)
{
	uint8_t key[KEY_BYTES];
	secret_random(key, KEY_UID);
	for (size_t i = KEY_UID; i < KEY_STAMP; i++)
		key[i] = (uint8_t)(q->now >> (8 * (KEY_STAMP - 1 - i)));
	memcpy(key + KEY_STAMP, form_key_mac(q, purpose, key).p, KEY_BYTES - KEY_STAMP);
	put(q, "Key", hex_encode(q->arena, BYTES(key)));
}

void form_key(struct rq *q, const char *purpose)
{
	uint8_t key[KEY_BYTES];
	/* A page shown again after a mistake goes on with its key: a double click still counts
	 * once. */
	if (form_key_check(q, purpose, key))
		form_key_fresh(q, purpose);
	else
		put(q, "Key", hex_encode(q->arena, BYTES(key)));
}

enum err form_key_uid(struct rq *q, const char *purpose, struct bytes *uid)
{
	uint8_t key[KEY_BYTES];
	enum err e = form_key_check(q, purpose, key);
	if (e)
		return e;
	uid->p = memcpy(arena_alloc(q->arena, KEY_UID), key, KEY_UID);
	uid->n = KEY_UID;
	return OK;
}
