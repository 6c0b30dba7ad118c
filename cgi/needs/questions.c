/* questions.c - a survey as it is asked: whether it is open, its questions and their choices. */
#include "sheet.h"

#include <string.h>

#include "clock.h"
#include "code.h"

static struct stmt find_q = SQL(
	"SELECT " ROW_SELECT(SURVEY_COLS)
	"  FROM survey v"
	" WHERE v.code = ?");
static struct stmt show_q = SQL(
	"SELECT v.code, v.title, v.intro, v.closes_on"
	"  FROM survey v"
	" WHERE v.id = ?");
static struct stmt questions_q = SQL(
	"SELECT id AS _id, CONCAT('q', place) AS field, place, kind, title, hint, required,"
	"       max_choices, min_value, max_value, maps AS _maps"
	"  FROM question"
	" WHERE survey_id = ?"
	" ORDER BY place"
	" LIMIT 60");
static struct stmt choices_q = SQL(
	"SELECT id AS _id, place AS code, label AS name, category AS _category,"
	"       target_group AS _target, means AS _means"
	"  FROM choice"
	" WHERE question_id = ?"
	" ORDER BY place"
	" LIMIT 40");
/* A scale is chosen from like any other list. */
static void put_scale(struct rq *q, struct node *question)
{
	int64_t high = node_get_int(question, "max_value");
	for (int64_t i = node_get_int(question, "min_value"); i <= high && high <= 10; i++) {
		struct node *c = node_item(node_child(question, "Choices"));
		node_int(c, "code", i);
		node_set(c, "name",
			 str_or(lang(arena_fmt(q->arena, "needs.Scale.%lld", (long long)i)), ""));
	}
}

enum err put_questions(struct rq *q, int64_t survey_id)
{
	enum err e = put_query(q, "Questions", &questions_q, ARGS(A_(survey_id)));
	struct node *n = node_first(put_list(q, "Questions"));
	for (; !e && n; n = node_next(n)) {
		e = node_query(node_child(n, "Choices"), &choices_q,
			       ARGS(A_(node_get_int(n, "_id"))));
		if (!e && str_eq(node_get(n, "kind"), "scale"))
			put_scale(q, n);
		/* Boxes with the keyboard and the autofill of their kind. */
		if (str_in(node_get(n, "_maps"), "phone,name"))
			node_set(n, node_get(n, "_maps"), "1");
	}
	return e;
}

enum err survey_asked(struct rq *q, struct survey_row *s)
{
	const char *today = clock_day(q->arena, q->now);
	enum err e = row_one(&find_q, ARGS(A_(arg(q, 0))), survey_row_cols, s);
	if (!e && strcmp(s->state, "draft") == 0)
		return ERR_NOT_FOUND;
	if (!e)
		e = put_station(q, s->station);
	if (!e)
		e = put_one(q, "Survey", &show_q, ARGS(A_(s->id)));
	if (!e &&
	    (strcmp(s->state, "open") != 0 || (s->closes_on && strcmp(s->closes_on, today) < 0) ||
	     (s->opens_on && strcmp(s->opens_on, today) > 0)))
		put(q, "Closed", "1");
	return e;
}
