/* survey.c - staff make a survey from a ready template, open and close it, read what came in. */
#include <stdlib.h>
#include <string.h>

#include "chart.h"
#include "clock.h"
#include "config.h"
#include "form.h"
#include "needs.h"
#include "secret.h"

/* Ready templates: templates/survey/NAME.hdf. */
static const char *const ready[] = { "community", "elder", "child" };

#define SURVEY_IN(X, T) \
	X(T, WORD, template, 1, 24) \
	X(T, STR, title, 2, 80) \
	X(T, TEXT, intro, 0, 1000) \
	X(T, DAY, closes_on, 0, 0) \
	X(T, OINT, wanted, 1, 1000000)
FORM_DEFINE(survey_in, SURVEY_IN);

static const struct move moves[] = { { "open", "draft", "open" },
				     { "close", "open", "closed" },
				     { 0 } };
static struct stmt move_q = SQL(
	"UPDATE survey"
	"   SET state = ?"
	" WHERE id = ?"
	"   AND state = ?"
	"   AND station_id = ?");
static const struct machine survey = { "survey", moves, &move_q };

static struct stmt list_q = SQL(
	"SELECT id AS _id, no, code, title, state, answered, wanted, opens_on, closes_on"
	"  FROM survey"
	" WHERE station_id = ?"
	"   AND id < ?"
	" ORDER BY id DESC"
	" LIMIT 51");
static struct stmt add_q = SQL(
	"INSERT INTO survey (uid, no, code, station_id, title, intro, template, closes_on, wanted,"
	"       created_by)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt question_q = SQL(
	"INSERT INTO question (survey_id, place, kind, title, hint, required, max_choices,"
	"       min_value, max_value, maps)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt choice_q = SQL(
	"INSERT INTO choice (question_id, place, label, category, target_group, means)"
	" VALUES (?, ?, ?, ?, ?, ?)");
static struct stmt show_q = SQL(
	"SELECT id AS _id, no, code, title, intro, state, answered, wanted, opened_at, closed_at,"
	"       closes_on"
	"  FROM survey"
	" WHERE code = ?"
	"   AND station_id = ?");
static struct stmt opened_q = SQL(
	"UPDATE survey"
	"   SET opened_at = ?, opens_on = ?"
	" WHERE id = ?");
static struct stmt closed_q = SQL(
	"UPDATE survey"
	"   SET closed_at = ?"
	" WHERE id = ?");
static struct stmt counts_q = SQL(
	"SELECT COALESCE(c.label, n.value) AS label, n.n AS count"
	"  FROM answer_count n"
	"  LEFT JOIN choice c ON c.id = n.choice_id"
	" WHERE n.question_id = ?"
	" ORDER BY c.place, n.value"
	" LIMIT 40");
static struct stmt texts_q = SQL(
	"SELECT a.text"
	"  FROM answer a"
	" WHERE a.question_id = ?"
	"   AND a.text IS NOT NULL"
	" ORDER BY a.id DESC"
	" LIMIT 20");

enum { PAGE_ROWS = 50, MAX_BARS = 40 };

enum err survey_list(struct rq *q)
{
	int64_t before = query_int(q, "after", INT64_MAX, 1, INT64_MAX);
	enum err e = put_query(q, "Surveys", &list_q, ARGS(A_(q->station), A_(before)));
	if (e)
		return e;
	put_next(q, "Surveys", PAGE_ROWS, "_id");
	return page(q, "needs/surveys.cs");
}

static enum err survey_template(struct rq *q, const char *name, struct node **tree)
{
	return node_file(arena_fmt(q->arena, "%s/survey/%s.hdf", cfg.templates, name), tree);
}

/* The ready templates as choices, with their own titles. */
static enum err put_survey_templates(struct rq *q)
{
	struct node *list = put_list(q, "Ready");
	for (size_t i = 0; i < sizeof(ready) / sizeof(ready[0]); i++) {
		struct node *tree;
		enum err e = survey_template(q, ready[i], &tree);
		if (e)
			return e;
		struct node *n = node_item(list);
		node_set(n, "code", ready[i]);
		node_set(n, "name", node_get(tree, "title"));
		node_set(n, "hint", node_get(tree, "about"));
		node_free(&tree);
	}
	return OK;
}

enum err survey_new(struct rq *q)
{
	enum err e = put_survey_templates(q);
	return e ? e : page(q, "needs/survey_new.cs");
}

struct survey_new {
	struct rq *q;
	const struct survey_in *in;
	struct node *tree;
	const char *code;
};

static enum err question_add_choices(struct node *question, int64_t id)
{
	enum err e = OK;
	int64_t place = 1;
	struct node *c = node_first(node_at(question, "Choices"));
	for (; !e && c; c = node_next(c))
		e = db_exec(&choice_q,
			    ARGS(A_(id), A_(place++), A_(node_get(c, "label")),
				 A_(node_get(c, "category")), A_(node_get(c, "target")),
				 A_(node_get(c, "means"))),
			    NULL);
	return e;
}

static enum err survey_add_questions(struct node *tree, int64_t survey_id)
{
	enum err e = OK;
	int64_t place = 1, id;
	struct node *n = node_first(node_at(tree, "Questions"));
	for (; !e && n; n = node_next(n)) {
		int64_t required = node_get(n, "required") != NULL;
		e = db_exec(&question_q,
			    ARGS(A_(survey_id), A_(place++), A_(node_get(n, "kind")),
				 A_(node_get(n, "title")), A_(str_or(node_get(n, "hint"), "")),
				 A_(required), A_(node_get_int(n, "most")),
				 A_(node_get_int(n, "min")), A_(node_get_int(n, "max")),
				 A_(node_get(n, "maps"))),
			    &id);
		if (!e)
			e = question_add_choices(n, id);
	}
	return e;
}

/* Eight letters that are not mistaken for each other, for the address on a poster. */
static const char *survey_code(struct arena *a)
{
	static const char letters[] = "abcdefghjkmnpqrstuvwxyz23456789";
	uint8_t r[8];
	char *s = arena_alloc(a, sizeof(r) + 1);
	secret_random(r, sizeof(r));
	for (size_t i = 0; i < sizeof(r); i++)
		s[i] = letters[r[i] % (sizeof(letters) - 1)];
	return s;
}

static enum err survey_make(void *ctx)
{
	struct survey_new *m = ctx;
	struct rq *q = m->q;
	int64_t id;
	const char *no;
	m->code = survey_code(q->arena);
	enum err e = number_next(&q->actor, 'S', q->station, &no);
	if (!e)
		e = db_exec(&add_q,
			    ARGS(A_(secret_uid(q->arena)), A_(no), A_(m->code), A_(q->station),
				 A_(m->in->title),
				 A_(str_or(m->in->intro, str_or(node_get(m->tree, "intro"), ""))),
				 A_(m->in->template), A_(m->in->closes_on), A_(m->in->wanted),
				 A_(q->staff)),
			    &id);
	if (!e)
		e = survey_add_questions(m->tree, id);
	return e ? e : audit(&q->actor, "survey.add", "survey", id, m->in->template);
}

enum err survey_add(struct rq *q)
{
	struct survey_in in;
	bool known = false;
	if (!form_read(q, survey_in_fields, &in))
		return ERR_FORM;
	for (size_t i = 0; i < sizeof(ready) / sizeof(ready[0]); i++)
		known = known || strcmp(ready[i], in.template) == 0;
	if (!known)
		form_error(q, "template", "unknown_code");
	if (in.closes_on && strcmp(in.closes_on, clock_day(q->arena, q->now)) < 0)
		form_error(q, "closes_on", "day_past");
	if (!form_ok(q))
		return ERR_FORM;
	struct survey_new m = { .q = q, .in = &in };
	enum err e = survey_template(q, in.template, &m.tree);
	if (e)
		return e;
	e = db_tx(survey_make, &m);
	node_free(&m.tree);
	return e ? e : see(q, "/needs/surveys/%s?done=survey_made", m.code);
}

static enum err put_survey_results(struct rq *q)
{
	struct node *n = node_first(put_list(q, "Questions"));
	for (; n; n = node_next(n)) {
		struct chart_bar bars[MAX_BARS];
		size_t count = 0;
		int64_t id = node_get_int(n, "_id");
		enum err e = node_query(node_child(n, "Counts"), &counts_q, ARGS(A_(id)));
		if (!e && str_eq(node_get(n, "kind"), "text") &&
		    !str_in(node_get(n, "_maps"), "phone,name"))
			e = node_query(node_child(n, "Texts"), &texts_q, ARGS(A_(id)));
		if (e)
			return e;
		struct node *c = node_first(node_child(n, "Counts"));
		for (; c && count < MAX_BARS; c = node_next(c))
			bars[count++] = (struct chart_bar){ node_get(c, "label"),
							    node_get_int(c, "count") };
		if (count)
			chart_put(q->arena, node_child(n, "Chart"),
				  &(struct chart){
					  .id = arena_fmt(q->arena, "q%s", node_get(n, "place")),
					  .title = node_get(n, "title"),
					  .bars = bars,
					  .n = count });
	}
	return OK;
}

enum err survey_show(struct rq *q)
{
	enum err e = put_one(q, "Survey", &show_q, ARGS(A_(arg(q, 0)), A_(q->station)));
	if (!e)
		e = put_questions(q, node_get_int(put_list(q, "Survey"), "_id"));
	if (!e)
		e = put_survey_results(q);
	if (e)
		return e;
	put(q, "Address", arena_fmt(q->arena, "%s/needs/s/%s", cfg.base_url, arg(q, 0)));
	return page(q, "needs/survey.cs");
}

struct survey_step {
	struct rq *q;
	const char *verb;
	int64_t id;
	const char *state;
};

static enum err survey_step(void *ctx)
{
	struct survey_step *s = ctx;
	const char *now = clock_time(s->q->arena, s->q->now),
		   *day = clock_day(s->q->arena, s->q->now);
	enum err e = move_to(&s->q->actor, &survey, s->verb, s->id, s->state);
	if (e)
		return e;
	if (strcmp(s->verb, "open") == 0)
		return db_change(&opened_q, ARGS(A_(now), A_(day), A_(s->id)));
	return db_change(&closed_q, ARGS(A_(now), A_(s->id)));
}

static enum err survey_go(struct rq *q, const char *verb, const char *done)
{
	enum err e = put_one(q, "Survey", &show_q, ARGS(A_(arg(q, 0)), A_(q->station)));
	if (e)
		return e;
	struct node *n = put_list(q, "Survey");
	e = db_tx(survey_step,
		  &(struct survey_step){ q, verb, node_get_int(n, "_id"), node_get(n, "state") });
	return e ? e : see(q, "/needs/surveys/%s?done=%s", arg(q, 0), done);
}

enum err survey_open(struct rq *q)
{
	return survey_go(q, "open", "survey_opened");
}

enum err survey_close(struct rq *q)
{
	return survey_go(q, "close", "survey_closed");
}
