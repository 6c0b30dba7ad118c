/* edit_both.c - somebody else was first: what stands now and what was typed, side by side. */
#include <string.h>

#include "edit_inside.h"
#include "form.h"
#include "reply.h"
#include "row.h"

#define LAST_COLS(X, T) \
	X(T, TEXT, staff, "f.name") \
	X(T, TEXT, at, "a.at")
ROW_DEFINE(last_row, LAST_COLS);
static struct stmt last_q = SQL(
	"SELECT " ROW_SELECT(LAST_COLS)
	"  FROM edit_version e"
	"  JOIN audit a ON a.target = e.target AND a.target_id <=> NULLIF(e.target_id, 0)"
	"  LEFT JOIN staff f ON a.actor_kind = 'staff' AND f.id = a.actor_id"
	" WHERE e.path = ?"
	" ORDER BY a.id DESC"
	" LIMIT 1");

static bool ours(const char *name)
{
	return str_in(name, "csrf,seen,sure") || str_starts(name, "take.");
}

/* A field that is shown nowhere, such as a version, is as it stands now. */
static void both_hidden(const struct editing *c, struct node *now, struct node *list)
{
	struct rq *q = c->q;
	for (size_t i = 0; i < q->body.n; i++) {
		const struct field *f = &q->body.v[i];
		if (ours(f->name) || f->filename)
			continue;
		const char *is = edit_label(c, f->name) ? NULL : edit_value(q, now, f->name);
		struct node *n = node_item(list);
		node_set(n, "name", f->name);
		node_set(n, "value", str_or(is, f->value));
	}
}

static size_t both_row(const struct editing *c, struct node *now, struct node *list,
		       const char *field, const char *seen)
{
	struct rq *q = c->q;
	const char *label = edit_label(c, field);
	const char *is = edit_value(q, now, field), *typed = edit_typed(q, field);
	if (!label || str_eq(str_or(is, ""), typed))
		return 0;
	struct node *n = node_item(list);
	node_set(n, "name", field);
	node_set(n, "label", label);
	node_set(n, "now", is ? edit_words(c, now, field, is) : NULL);
	node_set(n, "typed", edit_words(c, now, field, typed));
	/* Whoever left a field alone wants what the other one made of it. */
	if (seen && edit_same(q, seen, field, typed))
		node_set(n, "left", "1");
	return 1;
}

static bool typed_before(const struct rq *q, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (str_eq(q->body.v[k].name, q->body.v[i].name))
			return true;
	return false;
}

static size_t both_rows(const struct editing *c, struct node *now, struct node *list)
{
	struct rq *q = c->q;
	const char *seen = form_given(q, "seen");
	size_t rows = 0;
	for (size_t i = 0; i < q->body.n; i++)
		if (!ours(q->body.v[i].name) && !q->body.v[i].filename && !typed_before(q, i))
			rows += both_row(c, now, list, q->body.v[i].name, seen);
	struct node *form = node_at(now, "Form");
	for (struct node *n = form ? node_first(form) : NULL; n; n = node_next(n))
		if (edit_is_field(n) && !body_field(q, node_name(n)))
			rows += both_row(c, now, list, node_name(n), seen);
	return rows;
}

enum err edit_both(struct rq *q)
{
	struct editing *c = q->editing;
	struct last_row last = { .at = NULL };
	struct node *now;
	enum err e = c && c->was ? edit_look(c, &now) : ERR_STALE;
	if (e)
		return e;
	page_only(q, "");
	struct node *stale = put_list(q, "Stale");
	if (!both_rows(c, now, node_child(stale, "Rows")))
		return ERR_STALE;
	err_clear();
	e = row_one(&last_q, ARGS(A_(c->path)), last_row_cols, &last);
	if (e && e != ERR_NOT_FOUND)
		return e;
	both_hidden(c, now, node_child(stale, "Fields"));
	node_set(stale, "path", q->path);
	node_set(stale, "by", last.staff);
	node_set(stale, "at", last.at);
	c->seen = edit_digest(q, now);
	return page_status(q, 409, "stale.cs");
}
