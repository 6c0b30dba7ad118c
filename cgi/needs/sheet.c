/* sheet.c - reading a filled sheet: each answer against its question, messages beside those that do
 * not go. */
#include "sheet.h"

#include <stdlib.h>
#include <string.h>

#include "form.h"

enum { TEXT_MAX = 500 };

static struct node *sheet_choice(struct node *question, const char *value)
{
	struct node *c = node_first(node_child(question, "Choices"));
	for (; c; c = node_next(c))
		if (str_eq(node_get(c, "code"), value))
			return c;
	return NULL;
}

static void sheet_refuse(struct rq *q, struct node *question, const char *word)
{
	const char *text = lang(arena_fmt(q->arena, "needs.Message.%s", word));
	form_error_text(q, node_get(question, "field"),
			arena_fmt(q->arena, "%s %s %s：%s", lang("needs.question_no"),
				  node_get(question, "place"), lang("needs.question_unit"), text));
}

static void sheet_choices(struct rq *q, struct given *g, bool several)
{
	const char *name = node_get(g->question, "field");
	int64_t most = several ? node_get_int(g->question, "max_choices") : 1;
	for (size_t i = 0; i < q->body.n; i++) {
		const struct field *f = &q->body.v[i];
		if (strcmp(f->name, name) != 0 || !*f->value)
			continue;
		struct node *c = sheet_choice(g->question, f->value);
		if (!c || g->n == sizeof(g->choices) / sizeof(g->choices[0])) {
			sheet_refuse(q, g->question, "choice_unknown");
			return;
		}
		for (size_t k = 0; k < g->n; k++)
			if (g->choices[k] == c)
				return;
		put(q,
		    several ? arena_fmt(q->arena, "Form.%s.%zu", name, g->n)
			    : arena_fmt(q->arena, "Form.%s", name),
		    f->value);
		g->choices[g->n++] = c;
	}
	if (most != DB_NONE && (int64_t)g->n > most)
		sheet_refuse(q, g->question, "choice_many");
}

static void sheet_number(struct rq *q, struct given *g, const char *value)
{
	char *end;
	long long n = strtoll(value, &end, 10);
	int64_t low = node_get_int(g->question, "min_value"),
		high = node_get_int(g->question, "max_value");
	if (*end || strlen(value) > 12)
		sheet_refuse(q, g->question, "number_bad");
	else if ((low != DB_NONE && n < low) || (high != DB_NONE && n > high))
		sheet_refuse(q, g->question, "number_range");
	else
		g->number = n;
}

static void sheet_text(struct rq *q, struct given *g, const char *value)
{
	if (utf8_count(value) > TEXT_MAX)
		sheet_refuse(q, g->question, "text_long");
	else if (str_eq(node_get(g->question, "_maps"), "phone") &&
		 strspn(value, "0123456789-") != strlen(value))
		sheet_refuse(q, g->question, "phone_bad");
	else
		g->text = value;
}

/* What was given is put on the page too, for a sheet that must be mended. */
static void sheet_answer(struct rq *q, struct given *g)
{
	const char *kind = node_get(g->question, "kind");
	const struct field *f = body_field(q, node_get(g->question, "field"));
	const char *value = f ? f->value : "";
	g->number = DB_NONE;
	if (*value && !str_in(kind, "single,multi"))
		put(q, arena_fmt(q->arena, "Form.%s", node_get(g->question, "field")), value);
	if (str_in(kind, "single,multi"))
		sheet_choices(q, g, str_eq(kind, "multi"));
	else if (*value && str_in(kind, "scale,number"))
		sheet_number(q, g, value);
	else if (*value)
		sheet_text(q, g, value);
	bool empty = !g->n && g->number == DB_NONE && !g->text && !*value;
	if (empty && node_get_int(g->question, "required") == 1)
		sheet_refuse(q, g->question, "answer");
}

/* Fields are q1 .. qN, key and by_proxy; anything else is not this form. */
static bool sheet_known(const struct rq *q, size_t questions)
{
	for (size_t i = 0; i < q->body.n; i++) {
		const char *name = q->body.v[i].name;
		long place = name[0] == 'q' ? strtol(name + 1, NULL, 10) : 0;
		if ((place < 1 || (size_t)place > questions) && !str_in(name, "key,by_proxy"))
			return false;
	}
	return true;
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
	const struct field *proxy = body_field(q, "by_proxy");
	s->proxy = proxy && str_eq(proxy->value, "1");
	if (s->proxy)
		put(q, "Form.by_proxy", "1");
	if (!sheet_known(q, s->n))
		form_error(q, NULL, "unknown_field");
}
