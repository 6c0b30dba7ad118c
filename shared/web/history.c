/* history.c - the audit rows of one thing, with what they changed. */
#include "history.h"

#include <stdio.h>
#include <string.h>

#include "form.h"
#include "page.h"
#include "row.h"

#define DEED_COLS(X, T) \
	X(T, INT, id, "a.id") \
	X(T, TEXT, at, "a.at") \
	X(T, TEXT, staff, "f.name") \
	X(T, TEXT, kind, "a.actor_kind") \
	X(T, TEXT, action, "a.action") \
	X(T, TEXT, detail, "a.detail") \
	X(T, TEXT, field, "c.field") \
	X(T, TEXT, label, "c.label") \
	X(T, TEXT, was, "c.was") \
	X(T, TEXT, became, "c.became")
ROW_DEFINE(deed_row, DEED_COLS);
static struct stmt deeds_q = SQL(
	"SELECT " ROW_SELECT(DEED_COLS)
	"  FROM (SELECT id, at, actor_kind, actor_id, action, detail"
	"       FROM audit WHERE target = ? AND target_id = ? AND action NOT LIKE '%.unmask'"
	"       AND action NOT LIKE 'staff.sign\\_%'"
	"       ORDER BY id DESC LIMIT 30) a"
	"  LEFT JOIN staff f ON a.actor_kind = 'staff' AND f.id = a.actor_id"
	"  LEFT JOIN audit_change c ON c.audit_id = a.id"
	" ORDER BY a.id DESC, c.id"
	" LIMIT 300");

const char *history_did(struct rq *q, const char *action)
{
	return str_or(lang(arena_fmt(q->arena, "station.Did.%s", action)), action);
}

/* The states of what the trail calls otherwise than its table. */
static const char *states_of(const char *target)
{
	return str_eq(target, "order") ? "service_order" : target;
}

/* A day as people write it; anything else as it is. */
static const char *day_shown(struct rq *q, const char *word)
{
	int year, month, day, end = 0;
	if (!word || sscanf(word, "%4d-%2d-%2d%n", &year, &month, &day, &end) != 3 || end != 10 ||
	    word[end])
		return word;
	return arena_fmt(q->arena, "%d%s%d%s%d%s", year, lang("History.year"), month,
			 lang("History.month"), day, lang("History.day"));
}

/* One word of a detail: a state, a role, a day, or what it is. */
static const char *word_shown(struct rq *q, const char *target, const char *word)
{
	struct arena *a = q->arena;
	const char *as_day = day_shown(q, word);
	if (as_day != word)
		return as_day;
	const char *state = lang(arena_fmt(a, "State.%s.%s", states_of(target), word));
	const char *role = lang(arena_fmt(a, "Role.%s", word));
	return state  ? state
	       : role ? role
		      : str_or(lang(arena_fmt(a, "History.Word.%s", word)), word);
}

const char *history_detail(struct rq *q, const char *target, const char *detail)
{
	struct arena *a = q->arena;
	const char *to = strstr(detail, " > ");
	if (!to) {
		struct buf b = { .arena = a };
		buf_str(&b, "");
		for (const char *s = detail; *s;) {
			size_t n = strcspn(s, " ");
			buf_fmt(&b, "%s%s", b.n ? " " : "",
				word_shown(q, target, arena_dup(a, s, n)));
			s += n + (s[n] == ' ');
		}
		return b.p;
	}
	const char *of = states_of(target);
	const char *was = lang(arena_fmt(a, "State.%s.%.*s", of, (int)(to - detail), detail));
	const char *is = lang(arena_fmt(a, "State.%s.%s", of, to + 3));
	return was && is ? arena_fmt(a, "%s → %s", was, is) : detail;
}

/* What a page shows of an audit row's detail: a move in words; numbers and words of code are for
 * the trail. */
static const char *detail_shown(struct rq *q, const char *target, const char *detail)
{
	return detail && strstr(detail, " > ") ? history_detail(q, target, detail) : NULL;
}

static struct node *deed_put(struct rq *q, const char *target, const struct deed_row *d)
{
	struct node *n = node_item(put_list(q, "Deeds"));
	const char *kind = lang(arena_fmt(q->arena, "station.Actor.%s", d->kind));
	node_set(n, "at", d->at);
	node_set(n, "staff", d->staff ? d->staff : kind);
	node_set(n, "did", history_did(q, d->action));
	node_set(n, "detail", detail_shown(q, target, d->detail));
	return n;
}

enum err history_put(struct rq *q, const char *target, int64_t id)
{
	struct deed_row *v;
	size_t n = 0;
	struct node *deed = NULL;
	enum err e = row_all(&deeds_q, ARGS(A_(target), A_(id)), deed_row_cols, sizeof(*v), &v, &n);
	for (size_t i = 0; !e && i < n; i++) {
		if (!deed || v[i].id != v[i - 1].id)
			deed = deed_put(q, target, &v[i]);
		if (!v[i].field)
			continue;
		struct node *c = node_item(node_child(deed, "Changes"));
		const char *label = v[i].label ? v[i].label : form_label(q, v[i].field);
		node_set(c, "field", v[i].field);
		node_set(c, "label", str_or(label, v[i].field));
		node_set(c, "was", day_shown(q, v[i].was));
		node_set(c, "became", day_shown(q, v[i].became));
	}
	return e;
}
