/* sheet.c - reading a filled sheet: each answer against its question, messages beside those that do
 * not go. */
#include "filled.h"

#include <stdlib.h>
#include <string.h>

#include "form.h"

enum { TEXT_MAX = 500, CODE_MAX = 64, CHOICES_MAX = 200 };
#define NUMBER_MAX INT64_C(999999999)

static struct node *sheet_choice(struct node *question, const char *value)
{
	struct node *c = node_first(node_child(question, "Choices"));
	for (; c; c = node_next(c))
		if (str_eq(node_get(c, "code"), value))
			return c;
	return NULL;
}

static void sheet_say(struct rq *q, struct node *question, const char *field, const char *text)
{
	form_error_text(q, field,
			arena_fmt(q->arena, "%s %s %s：%s", lang("needs.question_no"),
				  node_get(question, "place"), lang("needs.question_unit"), text));
}

static void sheet_refuse(struct rq *q, struct node *question, const char *field, const char *word)
{
	sheet_say(q, question, field, lang(arena_fmt(q->arena, "needs.Message.%s", word)));
}

static const char *sheet_name(const struct given *g)
{
	return node_get(g->question, "field");
}

/* Reads a box by a rule made for its question; false: it has a message. */
static bool sheet_box(struct rq *q, struct given *g, const char *name, enum field_kind kind,
		      int64_t min, int64_t max, void *to)
{
	const char *wrong = form_field(q, kind, name, min, max, lang("needs.this_answer"), to);
	if (wrong)
		sheet_say(q, g->question, name, wrong);
	return !wrong;
}

static bool sheet_choices(struct rq *q, struct given *g, struct strs v, int64_t most)
{
	for (size_t i = 0; i < v.n; i++) {
		struct node *c = sheet_choice(g->question, v.v[i]);
		if (!c || g->n == CHOICES_MOST) {
			sheet_refuse(q, g->question, sheet_name(g), "choice_unknown");
			return false;
		}
		g->choices[g->n++] = c;
	}
	if (most != DB_NONE && (int64_t)g->n > most)
		sheet_refuse(q, g->question, sheet_name(g), "choice_many");
	return true;
}

/* false: what was given has a message already. */
static bool sheet_several(struct rq *q, struct given *g)
{
	struct strs v = { NULL, 0 };
	return sheet_box(q, g, sheet_name(g), F_LIST, 0, CHOICES_MAX, &v) &&
	       sheet_choices(q, g, v, node_get_int(g->question, "max_choices"));
}

static bool sheet_single(struct rq *q, struct given *g)
{
	const char *one = NULL;
	return sheet_box(q, g, sheet_name(g), F_CODE, 0, CODE_MAX, &one) &&
	       sheet_choices(q, g, (struct strs){ &one, one != NULL }, 1);
}

/* Places from the first on, each for one choice. */
static bool sheet_rank(struct rq *q, struct given *g)
{
	int64_t most = rank_most(g->question), at;
	uint64_t taken = 0;
	for (struct node *c = node_first(node_child(g->question, "Choices")); c; c = node_next(c)) {
		if (!sheet_box(q, g, node_get(c, "field"), F_OINT, 1, most, &at))
			return false;
		if (at == DB_NONE || g->n == CHOICES_MOST)
			continue;
		if (taken & (UINT64_C(1) << at)) {
			sheet_refuse(q, g->question, node_get(c, "field"), "rank_twice");
			return false;
		}
		taken |= UINT64_C(1) << at;
		g->at[g->n] = at;
		g->choices[g->n++] = c;
	}
	/* 1, 2, 3 without a gap: the bits from the second on, as many as there are choices. */
	if (taken != (UINT64_C(1) << (g->n + 1)) - 2) {
		sheet_refuse(q, g->question, sheet_name(g), "rank_gap");
		return false;
	}
	return true;
}

/* One column in each row; a required matrix misses none. */
static bool sheet_matrix(struct rq *q, struct given *g, bool required)
{
	bool good = true;
	for (struct node *r = node_first(node_child(g->question, "Rows")); r; r = node_next(r)) {
		const char *name = node_get(r, "field"), *one = NULL;
		if (!sheet_box(q, g, name, F_CODE, 0, CODE_MAX, &one))
			return false;
		struct node *c = one ? sheet_choice(g->question, one) : NULL;
		if (one && !c) {
			sheet_refuse(q, g->question, name, "choice_unknown");
			return false;
		}
		if (!one && required && good) {
			sheet_refuse(q, g->question, name, "row");
			good = false;
		}
		if (!c || g->n == CHOICES_MOST)
			continue;
		g->at[g->n] = node_get_int(c, "code");
		g->choices[g->n++] = r;
	}
	return good;
}

static bool sheet_number(struct rq *q, struct given *g)
{
	int64_t low = node_get_int(g->question, "min_value");
	int64_t high = node_get_int(g->question, "max_value");
	return sheet_box(q, g, sheet_name(g), F_OINT, low == DB_NONE ? -NUMBER_MAX : low,
			 high == DB_NONE ? NUMBER_MAX : high, &g->number);
}

static bool sheet_day(struct rq *q, struct given *g)
{
	const char *first = str_or(node_get(g->question, "first_day"), "1900-01-01"),
		   *last = str_or(node_get(g->question, "last_day"), "2100-12-31");
	if (!sheet_box(q, g, sheet_name(g), F_DAY, 0, 0, &g->day))
		return false;
	if (g->day && (strcmp(g->day, first) < 0 || strcmp(g->day, last) > 0)) {
		sheet_refuse(q, g->question, sheet_name(g), "day_range");
		return false;
	}
	return true;
}

static bool sheet_text(struct rq *q, struct given *g)
{
	const char *maps = node_get(g->question, "_maps");
	return sheet_box(q, g, sheet_name(g), str_eq(maps, "phone") ? F_PHONE : F_TEXT, 0,
			 str_eq(maps, "name") ? 60 : TEXT_MAX, &g->text);
}

/* The question it hangs on was asked, and answered by one of the choices. */
static bool sheet_hidden(const struct sheet *s, struct node *question)
{
	int64_t of = node_get_int(question, "if_place");
	const char *places = node_get(question, "if_choices");
	if (of == DB_NONE || of < 1 || (size_t)of > s->n || !s->v[of - 1].question)
		return false;
	const struct given *g = &s->v[of - 1];
	for (size_t i = 0; i < g->n; i++)
		if (str_in(node_get(g->choices[i], "code"), places))
			return false;
	return g->number == DB_NONE ||
	       !str_in(arena_fmt(s->q->arena, "%lld", (long long)g->number), places);
}

static void sheet_answer(struct rq *q, const struct sheet *s, struct given *g)
{
	const char *kind = node_get(g->question, "kind");
	bool required = node_get_int(g->question, "required") == 1 && !s->paper;
	g->number = DB_NONE;
	g->hidden = sheet_hidden(s, g->question);
	if (g->hidden)
		return;
	bool good = str_eq(kind, "multi")          ? sheet_several(q, g)
		    : str_eq(kind, "single")       ? sheet_single(q, g)
		    : str_eq(kind, "rank")         ? sheet_rank(q, g)
		    : str_eq(kind, "matrix")       ? sheet_matrix(q, g, required)
		    : str_eq(kind, "date")         ? sheet_day(q, g)
		    : str_in(kind, "scale,number") ? sheet_number(q, g)
						   : sheet_text(q, g);
	bool empty = !g->n && g->number == DB_NONE && !g->text && !g->day;
	if (good && empty && required)
		sheet_refuse(q, g->question, sheet_name(g), "answer");
}

/* Fields are q1 .. qN, with _1 .. behind those that have several boxes, and a few of the form. */
bool sheet_field_known(const struct sheet *s, const char *name)
{
	char *end = NULL;
	long place = name[0] == 'q' ? strtol(name + 1, &end, 10) : 0;
	if (place < 1 || (size_t)place > s->n)
		return str_in(name, "key,by_proxy,consent,kept,csrf");
	if (!*end)
		return true;
	long part = *end == '_' ? strtol(end + 1, &end, 10) : 0;
	return part >= 1 && part <= CHOICES_MOST && !*end;
}

static bool sheet_known(const void *ctx, const char *name)
{
	return sheet_field_known(ctx, name);
}

bool sheet_blank(const struct sheet *s)
{
	for (size_t i = 0; i < s->n; i++)
		if (!s->v[i].hidden &&
		    (s->v[i].n || s->v[i].number != DB_NONE || s->v[i].day || s->v[i].text))
			return false;
	return true;
}

static void sheet_forget_boxes(struct node *form, struct node *list)
{
	for (struct node *n = node_first(list); n; n = node_next(n))
		if (node_get(n, "field"))
			node_drop(form, node_get(n, "field"));
}

void sheet_forget(struct rq *q, struct node *question)
{
	struct node *form = put_list(q, "Form");
	node_drop(form, node_get(question, "field"));
	sheet_forget_boxes(form, node_child(question, "Choices"));
	sheet_forget_boxes(form, node_child(question, "Rows"));
}

/* A name or phone is taken with consent alone; on paper the signature of the sheet is asked for. */
static void sheet_consent(struct rq *q, const struct sheet *s)
{
	for (size_t i = 0; i < s->n; i++) {
		const struct given *g = &s->v[i];
		if (g->text && str_in(node_get(g->question, "_maps"), "phone,name") && !s->consent)
			form_error(q, "consent", "consent");
	}
}

void sheet_read(struct rq *q, struct sheet *s)
{
	struct node *list = put_list(q, "Questions");
	s->n = node_count(list);
	s->v = arena_array(q->arena, s->n, sizeof(*s->v));
	size_t i = 0;
	for (struct node *n = node_first(list); n; n = node_next(n)) {
		s->v[i].question = n;
		sheet_answer(q, s, &s->v[i++]);
	}
	const char *kept;
	if (form_field(q, F_FLAG, "by_proxy", 0, 1, "", &s->proxy) ||
	    form_field(q, F_CODE, "kept", 0, CODE_MAX, "", &kept) ||
	    form_field(q, F_FLAG, "consent", 0, 1, "", &s->consent) ||
	    !form_only(q, sheet_known, s))
		form_error(q, NULL, "unknown_field");
	sheet_consent(q, s);
}
