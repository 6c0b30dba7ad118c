/* sheet.c - reading a filled sheet: each answer against its question, messages beside those that do
 * not go. */
#include "sheet.h"

#include <stdlib.h>

#include "form.h"

enum { TEXT_MAX = 500, CODE_MAX = 64, CHOICES_MAX = 200 };
#define NUMBER_MAX INT64_C(999999999999)

static struct node *sheet_choice(struct node *question, const char *value)
{
	struct node *c = node_first(node_child(question, "Choices"));
	for (; c; c = node_next(c))
		if (str_eq(node_get(c, "code"), value))
			return c;
	return NULL;
}

static void sheet_say(struct rq *q, struct node *question, const char *text)
{
	form_error_text(q, node_get(question, "field"),
			arena_fmt(q->arena, "%s %s %s：%s", lang("needs.question_no"),
				  node_get(question, "place"), lang("needs.question_unit"), text));
}

static void sheet_refuse(struct rq *q, struct node *question, const char *word)
{
	sheet_say(q, question, lang(arena_fmt(q->arena, "needs.Message.%s", word)));
}

/* Reads the answer by a rule made for its question; false: it has a message. */
static bool sheet_field(struct rq *q, struct given *g, enum field_kind kind, int64_t min,
			int64_t max, void *to)
{
	const char *name = node_get(g->question, "field");
	const char *wrong = form_field(q, kind, name, min, max, lang("needs.this_answer"), to);
	if (wrong)
		sheet_say(q, g->question, wrong);
	return !wrong;
}

static void sheet_choices(struct rq *q, struct given *g, struct strs v, int64_t most)
{
	for (size_t i = 0; i < v.n; i++) {
		struct node *c = sheet_choice(g->question, v.v[i]);
		if (!c || g->n == sizeof(g->choices) / sizeof(g->choices[0])) {
			sheet_refuse(q, g->question, "choice_unknown");
			return;
		}
		g->choices[g->n++] = c;
	}
	if (most != DB_NONE && (int64_t)g->n > most)
		sheet_refuse(q, g->question, "choice_many");
}

/* false: what was given has a message already. */
static bool sheet_chosen(struct rq *q, struct given *g, bool several)
{
	struct strs v = { NULL, 0 };
	const char *one = NULL;
	if (several) {
		if (!sheet_field(q, g, F_LIST, 0, CHOICES_MAX, &v))
			return false;
		sheet_choices(q, g, v, node_get_int(g->question, "max_choices"));
	} else {
		if (!sheet_field(q, g, F_CODE, 0, CODE_MAX, &one))
			return false;
		sheet_choices(q, g, (struct strs){ &one, one != NULL }, 1);
	}
	return g->n || (!v.n && !one);
}

static bool sheet_number(struct rq *q, struct given *g)
{
	int64_t low = node_get_int(g->question, "min_value");
	int64_t high = node_get_int(g->question, "max_value");
	return sheet_field(q, g, F_OINT, low == DB_NONE ? -NUMBER_MAX : low,
			   high == DB_NONE ? NUMBER_MAX : high, &g->number);
}

static bool sheet_text(struct rq *q, struct given *g)
{
	bool phone = str_eq(node_get(g->question, "_maps"), "phone");
	return sheet_field(q, g, phone ? F_PHONE : F_TEXT, 0, TEXT_MAX, &g->text);
}

static void sheet_answer(struct rq *q, struct given *g)
{
	const char *kind = node_get(g->question, "kind");
	g->number = DB_NONE;
	bool good = str_in(kind, "single,multi")   ? sheet_chosen(q, g, str_eq(kind, "multi"))
		    : str_in(kind, "scale,number") ? sheet_number(q, g)
						   : sheet_text(q, g);
	bool empty = !g->n && g->number == DB_NONE && !g->text;
	if (good && empty && node_get_int(g->question, "required") == 1)
		sheet_refuse(q, g->question, "answer");
}

/* Fields are q1 .. qN, key and by_proxy; anything else is not this form. */
static bool sheet_known(const void *ctx, const char *name)
{
	const struct sheet *s = ctx;
	long place = name[0] == 'q' ? strtol(name + 1, NULL, 10) : 0;
	return (place >= 1 && (size_t)place <= s->n) || str_in(name, "key,by_proxy");
}

void sheet_read(struct rq *q, struct sheet *s)
{
	struct node *list = put_list(q, "Questions");
	for (struct node *n = node_first(list); n; n = node_next(n))
		s->n++;
	s->v = arena_array(q->arena, s->n, sizeof(*s->v));
	size_t i = 0;
	for (struct node *n = node_first(list); n; n = node_next(n)) {
		s->v[i].question = n;
		sheet_answer(q, &s->v[i++]);
	}
	int64_t proxy;
	if (form_field(q, F_FLAG, "by_proxy", 0, 1, "", &proxy) || !form_only(q, sheet_known, s))
		form_error(q, NULL, "unknown_field");
	s->proxy = proxy == 1;
}
