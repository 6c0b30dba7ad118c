/* survey_question.c - one question of a draft: its words, its choices a line each, what they mean
 * in the need ledger, when it is shown. */
#include <string.h>

#include "code.h"
#include "form.h"
#include "survey.h"

/* clang-format off */
/* What each kind has besides its words, and what its answer may become in the ledger. */
static const struct question_kind kinds[] = {
	{ "single", "options,group", "category,target_group,age_band,sex,frequency,wished" },
	{ "multi",  "options,most",  "category,target_group" },
	{ "scale",  "range",         "" },
	{ "rank",   "options,most",  "" },
	{ "matrix", "options,rows",  "" },
	{ "number", "range",         "" },
	{ "date",   "days",          "" },
	{ "text",   "",              "description,grid,wished,frequency,name,phone" },
};
static const struct { const char *maps, *list; } lists[] = {
	{ "category", "service_category" },
	{ "target_group", "recipient" },
	{ "age_band", "age_band" },
	{ "sex", "sex" },
};
/* clang-format on */

const char *maps_list(const char *maps)
{
	for (size_t i = 0; i < sizeof(lists) / sizeof(*lists); i++)
		if (str_eq(lists[i].maps, maps))
			return lists[i].list;
	return NULL;
}

const struct question_kind *question_kind(const char *word)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (str_eq(kinds[i].kind, word))
			return &kinds[i];
	return NULL;
}

/* What the kind has, which maps it knows, and the earlier questions it may depend on. */
static void put_kind(struct rq *q, const struct question_kind *k, struct node *question)
{
	struct node *page_node = put_list(q, "Kind");
	node_set(page_node, "word", k->kind);
	for (const char *s = k->has; *s; s += *s == ',') {
		size_t n = strcspn(s, ",");
		node_set(page_node, arena_dup(q->arena, s, n), "1");
		s += n;
	}
	struct node *maps = *k->maps ? put_list(q, "Maps") : NULL;
	for (const char *s = k->maps; *s; s += *s == ',') {
		size_t n = strcspn(s, ",");
		const char *word = arena_dup(q->arena, s, n);
		node_set(maps, word, lang(arena_fmt(q->arena, "State.question_maps.%s", word)));
		s += n;
	}
	for (struct node *n = node_first(put_list(q, "Questions")); n && n != question;
	     n = node_next(n)) {
		if (!str_in(node_get(n, "kind"), KINDS_TICKED))
			continue;
		struct node *o = node_item(put_list(q, "Before"));
		node_set(o, "code", node_get(n, "place"));
		node_set(o, "name",
			 arena_fmt(q->arena, "%s. %s", node_get(n, "place"), node_get(n, "title")));
	}
}

/* The choices of a list as they are typed, one to a line. */
static const char *lines_of(struct rq *q, struct node *list)
{
	struct buf b = { .arena = q->arena };
	buf_str(&b, "");
	for (struct node *c = node_first(list); c; c = node_next(c))
		buf_fmt(&b, "%s\n", node_get(c, "name"));
	return b.p;
}

static const char *choice_means(struct node *c)
{
	const char *code = node_get(c, "_category");
	code = code ? code : node_get(c, "_target");
	return code ? code : node_get(c, "_means");
}

/* Beside each choice the codes of the list, those that it means chosen. */
static enum err put_meanings(struct rq *q, struct node *question)
{
	const char *list = maps_list(node_get(question, "_maps"));
	if (!list)
		return OK;
	enum err e = put_codes(q, "Codes", list);
	for (struct node *c = node_first(node_child(question, "Choices")); !e && c;
	     c = node_next(c)) {
		struct node *m = node_item(put_list(q, "Meanings"));
		node_set(m, "place", node_get(c, "code"));
		node_set(m, "name", node_get(c, "name"));
		node_set(m, "means", choice_means(c));
	}
	return e;
}

static void put_question_form(struct rq *q, struct node *n)
{
	static const char *const same[][2] = {
		{ "title", "title" },
		{ "hint", "hint" },
		{ "section", "section" },
		{ "most", "max_choices" },
		{ "min", "min_value" },
		{ "max", "max_value" },
		{ "first_day", "first_day" },
		{ "last_day", "last_day" },
		{ "maps", "_maps" },
		{ "if_place", "if_place" },
		{ "if_choices", "if_choices" },
	};
	struct node *form = put_list(q, "Form");
	for (size_t i = 0; i < sizeof(same) / sizeof(*same); i++)
		node_set(form, same[i][0], node_get(n, same[i][1]));
	if (node_get_int(n, "required") == 1)
		node_set(form, "required", "1");
	if (node_get_int(n, "by_group") == 1)
		node_set(form, "by_group", "1");
	if (!str_eq(node_get(n, "kind"), "scale"))
		node_set(form, "options", lines_of(q, node_child(n, "Choices")));
	node_set(form, "rows", lines_of(q, node_child(n, "Rows")));
}

enum err question_new(struct rq *q)
{
	struct node *survey;
	const char *typed = form_given(q, "kind");
	const struct question_kind *k = question_kind(typed ? typed : query(q, "kind"));
	enum err e = put_questions_of(q, &survey);
	if (e)
		return e;
	put_kind(q, k ? k : &kinds[0], NULL);
	if (!form_again(q) && k && strcmp(k->kind, "scale") == 0) {
		node_set(put_list(q, "Form"), "min", "1");
		node_set(put_list(q, "Form"), "max", "5");
	}
	return page(q, "needs/survey_question.cs");
}

enum err question_edit(struct rq *q)
{
	struct node *survey;
	enum err e = put_questions_of(q, &survey);
	struct node *n = e ? NULL : question_of(q, arg(q, 1));
	if (e || !n)
		return e ? e : ERR_NOT_FOUND;
	const struct question_kind *k = question_kind(node_get(n, "kind"));
	put(q, "Place", node_get(n, "place"));
	put_kind(q, k, n);
	if (!form_again(q))
		put_question_form(q, n);
	e = put_meanings(q, n);
	return e ? e : page(q, "needs/survey_question.cs");
}
