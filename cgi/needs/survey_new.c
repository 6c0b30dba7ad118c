/* survey_new.c - a new survey: empty, from a ready template, copied from one of the station or one
 * that another station of the county offers; and the next version of one that was answered. */
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "config.h"
#include "form.h"
#include "secret.h"
#include "survey.h"

/* Ready templates: templates/survey/NAME.hdf. */
static const char *const ready[] = { "community", "elder", "child" };
enum { READY = sizeof(ready) / sizeof(ready[0]) };
#define BLANK "blank"

#define SURVEY_IN(X, T) \
	X(T, WORD, template, 1, 24) \
	X(T, STR, title, 2, 80) \
	X(T, TEXT, intro, 0, 1000) \
	X(T, DAY, opens_on, 0, 0) \
	X(T, DAY, closes_on, 0, 0) \
	X(T, OINT, wanted, 1, 1000000)
FORM_DEFINE(survey_in, SURVEY_IN);

/* Six digits of a division's code are its county: that of o, and all beneath it. */
#define SAME_COUNTY \
	"s.region_code BETWEEN LEFT(o.region_code, 6) AND CONCAT(LEFT(o.region_code, 6), " \
	"'999999')"

static struct stmt add_q = SQL(
	"INSERT INTO survey (uid, no, code, station_id, title, intro, template, opens_on,"
	"       closes_on, wanted, created_by)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt next_q = SQL(
	"INSERT INTO survey (uid, no, code, station_id, title, intro, template, closes_on, wanted,"
	"       shared, created_by, version, replaces_id, root_id)"
	" SELECT ?, ?, ?, station_id, title, intro, template, IF(closes_on < ?, NULL, closes_on),"
	"        wanted, shared, ?, version + 1, id, COALESCE(root_id, id)"
	"   FROM survey"
	"  WHERE id = ?");
static struct stmt question_q = SQL(
	"INSERT INTO question (survey_id, place, kind, title, hint, required, max_choices,"
	"       min_value, max_value, maps, by_group)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt choice_q = SQL(
	"INSERT INTO choice (question_id, place, label, category, target_group, means)"
	" VALUES (?, ?, ?, ?, ?, ?)");
static struct stmt copy_questions_q = SQL(
	"INSERT INTO question (survey_id, place, kind, title, hint, section, required, if_place,"
	"       if_choices, max_choices, min_value, max_value, first_day, last_day, maps, by_group)"
	" SELECT ?, place, kind, title, hint, section, required, if_place, if_choices, max_choices,"
	"        min_value, max_value, first_day, last_day, maps, by_group"
	"   FROM question"
	"  WHERE survey_id = ?");
static struct stmt copy_choices_q = SQL(
	"INSERT INTO choice (question_id, place, label, category, target_group, means, of_row)"
	" SELECT n.id, c.place, c.label, c.category, c.target_group, c.means, c.of_row"
	"   FROM question o"
	"   JOIN choice c ON c.question_id = o.id"
	"   JOIN question n ON n.survey_id = ? AND n.place = o.place"
	"  WHERE o.survey_id = ?");
static struct stmt own_q = SQL(
	"SELECT v.code, v.title AS name, v.no AS hint"
	"  FROM survey v"
	" WHERE v.station_id = ?"
	" ORDER BY v.id DESC"
	" LIMIT 20");
static struct stmt region_q = SQL(
	"SELECT v.code, v.title AS name, s.name AS hint"
	"  FROM station o"
	"  JOIN station s ON " SAME_COUNTY
	"  JOIN survey v ON v.station_id = s.id AND v.shared = 1"
	" WHERE o.id = ?"
	"   AND s.id <> o.id"
	"   AND v.state <> 'draft'"
	" ORDER BY v.id DESC"
	" LIMIT 20");
static struct stmt source_q = SQL(
	"SELECT v.id"
	"  FROM survey v"
	"  JOIN station s ON s.id = v.station_id"
	"  JOIN station o ON o.id = ?"
	" WHERE v.code = ?"
	"   AND (s.id = o.id OR (v.shared = 1 AND v.state <> 'draft' AND " SAME_COUNTY "))");
static struct stmt intro_q = SQL(
	"SELECT intro"
	"  FROM survey"
	" WHERE id = ?");

static enum err survey_template(struct rq *q, const char *name, struct node **tree)
{
	return node_file(arena_fmt(q->arena, "%s/survey/%s.hdf", cfg.templates, name), tree);
}

/* The ready templates as choices, with their own titles, and one without questions. */
static enum err put_survey_templates(struct rq *q)
{
	struct node *list = put_list(q, "Ready"), *n;
	for (size_t i = 0; i < READY; i++) {
		struct node *tree;
		enum err e = survey_template(q, ready[i], &tree);
		if (e)
			return e;
		n = node_item(list);
		node_set(n, "code", ready[i]);
		node_set(n, "name", node_get(tree, "title"));
		node_set(n, "hint", node_get(tree, "about"));
		node_free(&tree);
	}
	n = node_item(list);
	node_set(n, "code", BLANK);
	node_set(n, "name", lang("needs.blank"));
	node_set(n, "hint", lang("needs.blank_about"));
	return OK;
}

enum err survey_new(struct rq *q)
{
	enum err e = put_survey_templates(q);
	if (!e)
		e = put_query(q, "Region", &region_q, ARGS(A_(q->station)));
	if (!e)
		e = put_query(q, "Own", &own_q, ARGS(A_(q->station)));
	if (!e && !form_again(q) && query(q, "template"))
		node_set(put_list(q, "Form"), "template", query(q, "template"));
	return e ? e : page(q, "needs/survey_new.cs");
}

struct survey_new {
	struct rq *q;
	const struct survey_in *in;
	struct node *tree; /* of a ready template, or NULL */
	int64_t from;      /* DB_NONE: no survey is copied */
	const char *intro;
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
		int64_t required = node_get(n, "required") != NULL,
			group = str_eq(node_get(n, "kind"), "single") &&
				str_in(node_get(n, "maps"), "sex,age_band,target_group");
		e = db_exec(&question_q,
			    ARGS(A_(survey_id), A_(place++), A_(node_get(n, "kind")),
				 A_(node_get(n, "title")), A_(str_or(node_get(n, "hint"), "")),
				 A_(required), A_(node_get_int(n, "most")),
				 A_(node_get_int(n, "min")), A_(node_get_int(n, "max")),
				 A_(node_get(n, "maps")), A_(group)),
			    &id);
		if (!e)
			e = question_add_choices(n, id);
	}
	return e;
}

enum err survey_copy(int64_t from, int64_t to)
{
	enum err e = db_exec(&copy_questions_q, ARGS(A_(to), A_(from)), NULL);
	return e ? e : db_exec(&copy_choices_q, ARGS(A_(to), A_(from)), NULL);
}

/* Eight letters that are not mistaken for each other, for the address on a poster. */
static const char *survey_code(struct arena *a)
{
	uint8_t r[8];
	char *s = arena_alloc(a, sizeof(r) + 1);
	secret_random(r, sizeof(r));
	for (size_t i = 0; i < sizeof(r); i++)
		s[i] = CODE_LETTERS[r[i] % (sizeof(CODE_LETTERS) - 1)];
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
				 A_(m->in->title), A_(str_or(m->in->intro, m->intro)),
				 A_(m->tree ? m->in->template : NULL), A_(m->in->opens_on),
				 A_(m->in->closes_on), A_(m->in->wanted), A_(q->staff)),
			    &id);
	if (!e && m->tree)
		e = survey_add_questions(m->tree, id);
	if (!e && m->from != DB_NONE)
		e = survey_copy(m->from, id);
	return e ? e : audit(&q->actor, "survey.add", "survey", id, m->in->template);
}

/* What the template names: a ready one, none, or a survey that may be copied. */
static enum err survey_source(struct survey_new *m)
{
	const char *name = m->in->template;
	m->from = DB_NONE;
	m->intro = "";
	if (strcmp(name, BLANK) == 0)
		return OK;
	for (size_t i = 0; i < READY; i++)
		if (strcmp(ready[i], name) == 0) {
			enum err e = survey_template(m->q, name, &m->tree);
			if (!e)
				m->intro = arena_str(m->q->arena,
						     str_or(node_get(m->tree, "intro"), ""));
			return e;
		}
	enum err e = db_int(&source_q, ARGS(A_(m->q->station), A_(name)), &m->from);
	if (!e)
		return db_text(&intro_q, ARGS(A_(m->from)), &m->intro);
	if (e == ERR_NOT_FOUND)
		form_error(m->q, "template", "unknown_code");
	return e == ERR_NOT_FOUND ? OK : e;
}

enum err survey_add(struct rq *q)
{
	struct survey_in in;
	if (!form_read(q, survey_in_fields, &in))
		return ERR_FORM;
	struct survey_new m = { .q = q, .in = &in };
	enum err e = survey_source(&m);
	if (e)
		return e;
	if (in.closes_on && strcmp(in.closes_on, clock_day(q->arena, q->now)) < 0)
		form_error(q, "closes_on", "day_past");
	if (in.closes_on && in.opens_on && strcmp(in.closes_on, in.opens_on) < 0)
		form_error(q, "closes_on", "days_turned");
	e = form_ok(q) ? db_tx(survey_make, &m) : ERR_FORM;
	if (m.tree)
		node_free(&m.tree);
	return e ? e
		 : see(q, "/needs/surveys/%s%s?done=survey_made", m.code,
		       strcmp(in.template, BLANK) == 0 ? "/edit" : "");
}

struct survey_next {
	struct rq *q;
	int64_t from;
	const char *code;
};

static enum err survey_make_next(void *ctx)
{
	struct survey_next *m = ctx;
	struct rq *q = m->q;
	int64_t id;
	const char *no;
	m->code = survey_code(q->arena);
	enum err e = number_next(&q->actor, 'S', q->station, &no);
	if (!e)
		e = db_exec(&next_q,
			    ARGS(A_(secret_uid(q->arena)), A_(no), A_(m->code),
				 A_(clock_day(q->arena, q->now)), A_(q->staff), A_(m->from)),
			    &id);
	if (!e)
		e = survey_copy(m->from, id);
	return e ? e : audit(&q->actor, "survey.next", "survey", id, NULL);
}

/* The next version, a draft; there is one at most, and who asks again is led to it. */
enum err survey_next(struct rq *q)
{
	struct node *n;
	enum err e = put_survey(q, &n);
	if (e)
		return e;
	if (str_eq(node_get(n, "state"), "draft"))
		return see(q, "/needs/surveys/%s/edit", arg(q, 0));
	if (node_get(n, "later"))
		return see(q, "/needs/surveys/%s", node_get(n, "later"));
	struct survey_next m = { .q = q, .from = node_get_int(n, "_id") };
	e = db_tx(survey_make_next, &m);
	if (e == ERR_DUPLICATE)
		return see(q, "/needs/surveys/%s", arg(q, 0));
	return e ? e : see(q, "/needs/surveys/%s/edit?done=survey_next", m.code);
}
