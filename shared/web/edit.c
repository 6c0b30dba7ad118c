/* edit.c - before and after a form that changes what stands; both side by side: edit_both.c. */
#include "edit.h"

#include <string.h>

#include "app.h"
#include "edit_inside.h"
#include "form.h"
#include "identity.h"
#include "secret.h"
#include "text.h"

enum { DIGEST = 4, PATH = 16, WORDS = 1000 };
static const char TAKE[] = "take.";

static struct stmt version_q = SQL(
	"SELECT version"
	"  FROM edit_version"
	" WHERE path = ?");
static struct stmt first_q = SQL(
	"INSERT INTO edit_version (path, version, target, target_id)"
	" VALUES (?, 1, ?, ?)");
static struct stmt next_q = SQL(
	"UPDATE edit_version"
	"   SET version = version + 1"
	" WHERE path = ?"
	"   AND version = ?");

/* A day and clock is typed with a T and without seconds; a box that is not ticked is not sent. */
static const char *one_writing(struct arena *a, const char *value)
{
	char *s = text_prose(a, value);
	size_t n = strlen(s);
	if (n >= 16 && s[4] == '-' && s[7] == '-' && s[13] == ':' &&
	    (s[10] == 'T' || s[10] == ' ')) {
		s[10] = ' ';
		s[16] = '\0';
	}
	return str_eq(s, "0") ? "" : s;
}

bool edit_is_field(struct node *n)
{
	const char *name = node_name(n);
	size_t len = strlen(name);
	return node_value(n) || len < 3 || !str_eq(name + len - 3, "_is");
}

const char *edit_value(struct rq *q, struct node *p, const char *field)
{
	struct node *n = node_at(p, "Form");
	n = n ? node_at(n, field) : NULL;
	if (!n)
		return NULL;
	if (node_value(n))
		return one_writing(q->arena, node_value(n));
	struct buf b = { .arena = q->arena };
	buf_str(&b, "");
	for (struct node *v = node_first(n); v; v = node_next(v))
		if (node_value(v) && *node_value(v))
			buf_fmt(&b, "%s%s", b.n ? "," : "", node_value(v));
	return b.p;
}

const char *edit_typed(const struct rq *q, const char *field)
{
	struct buf b = { .arena = q->arena };
	size_t many = 0;
	buf_str(&b, "");
	for (size_t i = 0; i < q->body.n; i++) {
		const struct field *f = &q->body.v[i];
		if (!str_eq(f->name, field) || f->filename)
			continue;
		buf_fmt(&b, "%s%s", many++ ? "," : "", f->value);
	}
	return one_writing(q->arena, b.p);
}

static const char *digest_of(struct rq *q, const char *value)
{
	struct bytes mac = secret_mac(q->arena, "edit",
				      (struct bytes){ (const uint8_t *)value, strlen(value) });
	mac.n = DIGEST;
	return hex_encode(q->arena, mac);
}

const char *edit_digest(struct rq *q, struct node *p)
{
	struct buf b = { .arena = q->arena };
	struct node *form = node_at(p, "Form");
	/* That nothing stands there yet has been seen, too. */
	buf_str(&b, ".");
	for (struct node *n = form ? node_first(form) : NULL; n; n = node_next(n))
		if (edit_is_field(n))
			buf_fmt(&b, ",%s:%s", node_name(n),
				digest_of(q, edit_value(q, p, node_name(n))));
	return b.p;
}

bool edit_same(struct rq *q, const char *seen, const char *field, const char *value)
{
	size_t len = strlen(field);
	for (const char *s = seen; s && *s; s += strcspn(s, ","), s += *s == ',')
		if (strncmp(s, field, len) == 0 && s[len] == ':')
			return strncmp(s + len + 1, digest_of(q, str_or(value, "")),
				       2 * (size_t)DIGEST) == 0;
	return !seen || !value || !*value;
}

enum err edit_look(struct editing *c, struct node **p)
{
	struct rq *q = c->q;
	struct page *kept = q->page;
	struct reply reply = *q->reply;
	const struct field_rule *form = q->form;
	enum err e = page_begin(q);
	q->reply->status = 0;
	c->looking = true;
	c->template = NULL;
	if (!e)
		e = q->route->again(q);
	c->looking = false;
	*p = page_root(q);
	q->page = kept;
	q->form = form;
	*q->reply = reply;
	return e || c->template ? e : ERR(ERR_STALE, "no page to look at");
}

bool edit_page(struct rq *q, const char *template)
{
	struct editing *c = q->editing;
	if (c && c->looking) {
		c->template = template;
		return true;
	}
	if (c && !q->json)
		put(q, "Seen", c->seen ? c->seen : edit_digest(q, page_root(q)));
	return false;
}

/* What the staff member chose to leave as it stands now, in the place of what was typed. */
static void take_now(struct rq *q, struct node *now)
{
	struct fields kept = { arena_alloc(q->arena, (q->body.n + 1) * sizeof(*kept.v)), 0 };
	for (size_t i = 0; i < q->body.n; i++) {
		const struct field *f = &q->body.v[i];
		const char *name = arena_fmt(q->arena, "%s%s", TAKE, f->name);
		const struct field *take = body_field(q, name);
		if (str_starts(f->name, TAKE)) {
			const char *field = f->name + strlen(TAKE),
				   *value = edit_value(q, now, field);
			if (str_eq(f->value, "now") && value && *value)
				kept.v[kept.n++] = (struct field){ .name = field,
								   .value = value,
								   .n = strlen(value) };
		} else if (!take || !str_eq(take->value, "now")) {
			kept.v[kept.n++] = *f;
		}
	}
	q->body = kept;
}

static bool differs(struct rq *q, const char *seen, struct node *now)
{
	struct node *form = node_at(now, "Form");
	for (struct node *n = form ? node_first(form) : NULL; n; n = node_next(n))
		if (edit_is_field(n) &&
		    !edit_same(q, seen, node_name(n), edit_value(q, now, node_name(n))))
			return true;
	/* What was there and is no more. */
	for (const char *s = seen; *s; s += strcspn(s, ","), s += *s == ',') {
		const char *name = arena_dup(q->arena, s, strcspn(s, ",:"));
		if (form_label(q, name) && !edit_same(q, seen, name, edit_value(q, now, name)))
			return true;
	}
	return false;
}

static enum err edit_shown(struct rq *q, const struct route *routes)
{
	for (const struct route *r = routes; r->method; r++)
		if (r->edit && r->again == q->route->handler) {
			q->editing = arena_alloc(q->arena, sizeof(*q->editing));
			*q->editing = (struct editing){ .q = q };
			break;
		}
	return OK;
}

enum err edit_begin(struct rq *q, const struct route *routes)
{
	if (!q->who.session_id || q->route->flags & PUBLIC)
		return OK;
	if (!q->route->edit)
		return str_eq(q->method, "GET") && !q->json ? edit_shown(q, routes) : OK;
	struct editing *c = arena_alloc(q->arena, sizeof(*c));
	*c = (struct editing){ .also = { q->route->edit->action, q->route->edit->note }, .q = q };
	c->path = secret_mac(q->arena, "edit.path",
			     (struct bytes){ (const uint8_t *)q->path, strlen(q->path) });
	c->path.n = PATH;
	enum err e = db_int(&version_q, ARGS(A_(c->path)), &c->version);
	if (e && e != ERR_NOT_FOUND)
		return e;
	q->editing = c;
	/* What is wrong with it the handler says in its own way. */
	if (edit_look(c, &c->was)) {
		err_clear();
		q->editing = NULL;
		return OK;
	}
	const char *seen = form_given(q, "seen");
	c->seen = str_or(seen, edit_digest(q, c->was));
	if (seen && differs(q, seen, c->was))
		return ERR_STALE;
	take_now(q, c->was);
	q->also = &c->also;
	return OK;
}

/* Who somebody is stands masked in a history; what staff are called everybody sees. */
static const char *masked(const struct editing *c, const char *field, const char *words)
{
	const struct field_rule *r = c->q->form;
	while (r && r->kind != F_END && !str_eq(r->name, field))
		r++;
	struct arena *a = c->q->arena;
	if (!words || !*words || !r)
		return words;
	if (r->kind == F_NAME)
		return str_eq(c->target, "staff") ? words : mask_name(a, words);
	return r->kind == F_PHONE  ? mask_phone(a, words)
	       : r->kind == F_IDNO ? identity_mask(a, words)
				   : utf8_cut(a, words, WORDS);
}

/* What a person said of themselves, or what is told of their deeds, stands in rows of its own
 * alone, where it is erased with them. */
static bool of_person(const struct editing *c, const char *field)
{
	return str_eq(c->target, "person") ||
	       (str_in(c->target, "honour,honour_nomination") && str_in(field, "content,deeds"));
}

static enum err note_field(const struct editing *c, int64_t row, struct node *now,
			   const char *field)
{
	struct rq *q = c->q;
	const char *was = edit_value(q, c->was, field), *is = edit_value(q, now, field);
	const char *label = edit_label(c, field), *words = NULL, *words_was = NULL;
	if (is ? str_eq(str_or(was, ""), is) : !was && !*edit_typed(q, field))
		return OK;
	if (!label)
		return OK;
	if ((was || is) && !of_person(c, field)) {
		words_was = masked(c, field, edit_words(c, c->was, field, str_or(was, "")));
		words = masked(c, field, edit_words(c, now, field, str_or(is, "")));
	}
	return audit_changed_row(row, utf8_cut(q->arena, field, 32), utf8_cut(q->arena, label, 120),
				 words_was, words);
}

static enum err note_fields(const struct editing *c, int64_t row, struct node *now)
{
	struct node *form = node_at(now, "Form");
	enum err e = OK;
	for (struct node *n = form ? node_first(form) : NULL; n && !e; n = node_next(n))
		if (edit_is_field(n))
			e = note_field(c, row, now, node_name(n));
	/* What the page had before and has no more, and what it never shows. */
	for (const struct field_rule *r = c->q->form; r && r->kind != F_END && !e; r++)
		if (!edit_value(c->q, now, r->name) && r->kind != F_FILE)
			e = note_field(c, row, now, r->name);
	return e;
}

enum err edit_note(struct audit_also *also, const char *target, int64_t target_id, int64_t row)
{
	/* also is the first member of what it belongs to. */
	struct editing *c = (struct editing *)also;
	struct node *now;
	/* Rules of a division have no row of their own. */
	int64_t to = target_id == DB_NONE ? 0 : target_id;
	c->target = target;
	enum err e = c->version ? db_change(&next_q, ARGS(A_(c->path), A_(c->version)))
				: db_exec(&first_q, ARGS(A_(c->path), A_(target), A_(to)), NULL);
	if (e == ERR_DUPLICATE)
		e = ERR(ERR_STALE, "saved by another one");
	if (e)
		return e;
	if (edit_look(c, &now)) {
		err_clear();
		return OK;
	}
	return note_fields(c, row, now);
}
