/* survey_results.c - what was answered, from summary rows alone: a chart with its table for each
 * question, and for ?by= the same counted apart by the choices of a grouping question. */
#include <stdlib.h>
#include <string.h>

#include "chart.h"
#include "survey.h"
#include "survey_chart.h"

static struct stmt counts_q = SQL(
	"SELECT q.place AS _question, n.choice_id AS _choice, n.value, n.n AS count"
	"  FROM question q"
	"  JOIN answer_count n ON n.question_id = q.id"
	" WHERE q.survey_id = ?"
	" ORDER BY q.place, n.choice_id, n.value"
	" LIMIT 20000");
static struct stmt cross_q = SQL(
	"SELECT q.place AS _question, x.choice_id AS _choice, x.value, x.n AS count, c.place AS _by"
	"  FROM question q"
	"  JOIN choice c ON c.question_id = ?"
	"  JOIN answer_cross x ON x.question_id = q.id AND x.by_choice_id = c.id"
	" WHERE q.survey_id = ?"
	"   AND q.kind IN ('single', 'multi', 'scale')"
	" ORDER BY q.place, x.choice_id, x.value, c.place"
	" LIMIT 20000");
static struct stmt texts_q = SQL(
	"SELECT a.text"
	"  FROM answer a"
	" WHERE a.question_id = ?"
	"   AND a.text IS NOT NULL"
	" ORDER BY a.id DESC"
	" LIMIT 20");

enum { MAX_BARS = 40, CLASSES = 12, EXACT = 20 };

/* Rows come in the order of their questions, as these stand on the page. */
struct tally {
	struct rq *q;
	struct node *question;
};

static bool tally_next(struct tally *t, const struct row *r)
{
	while (t->question && node_get_int(t->question, "place") != r->cells[0].i)
		t->question = node_next(t->question);
	return t->question != NULL;
}

static enum err tally_count(void *ctx, const struct row *r)
{
	struct tally *t = ctx;
	if (tally_next(t, r))
		node_row(node_item(node_child(t->question, "_counts")), r);
	return OK;
}

static int64_t count_of(struct node *question, int64_t choice, int64_t value)
{
	struct node *n = node_first(node_child(question, "_counts"));
	for (; n; n = node_next(n))
		if (node_get_int(n, "_choice") == choice && node_get_int(n, "value") == value)
			return node_get_int(n, "count");
	return 0;
}

static struct node *put_count(struct node *question, const char *label, int64_t count)
{
	struct node *n = node_item(node_child(question, "Counts"));
	node_set(n, "label", label);
	node_int(n, "count", count);
	return n;
}

/* Of a choice or a value of a scale, in their order. */
static void put_counts_ticked(struct node *question)
{
	bool scale = str_eq(node_get(question, "kind"), "scale");
	if (!node_first(node_child(question, "_counts")))
		return;
	for (struct node *c = node_first(node_child(question, "Choices")); c; c = node_next(c)) {
		int64_t count = scale ? count_of(question, 0, node_get_int(c, "code"))
				      : count_of(question, node_get_int(c, "_id"), 0);
		put_count(question, node_get(c, "name"), count);
	}
}

/* Points of a rank: the first place of three gives three, the last one. */
static void put_counts_rank(struct node *question)
{
	int64_t most = rank_most(question);
	if (!node_first(node_child(question, "_counts")))
		return;
	for (struct node *c = node_first(node_child(question, "Choices")); c; c = node_next(c)) {
		int64_t points = 0;
		for (int64_t at = 1; at <= most; at++)
			points += (most + 1 - at) * count_of(question, node_get_int(c, "_id"), at);
		struct node *n = put_count(question, node_get(c, "name"), points);
		node_int(n, "first", count_of(question, node_get_int(c, "_id"), 1));
	}
	node_set(question, "points", "1");
}

/* Few values as they are; many in classes of the same breadth, 1 2 5 10 20 ... */
static void put_counts_number(struct rq *q, struct node *question)
{
	struct node *list = node_child(question, "_counts");
	size_t values = node_count(list);
	int64_t low = INT64_MAX, high = INT64_MIN, sum = 0, all = 0, step = 1;
	for (struct node *n = node_first(list); n; n = node_next(n)) {
		int64_t v = node_get_int(n, "value"), count = node_get_int(n, "count");
		low = v < low ? v : low;
		high = v > high ? v : high;
		sum += v * count;
		all += count;
	}
	if (!all)
		return;
	node_set(question, "mean", arena_fmt(q->arena, "%.1f", (double)sum / (double)all));
	for (int i = 0; values > EXACT && (high - low) / step >= CLASSES; i++)
		step = i % 3 == 1 ? step / 2 * 5 : step * 2;
	int64_t from = low >= 0 ? low / step * step : -((-low + step - 1) / step * step);
	for (; from <= high; from += step) {
		int64_t count = 0;
		for (struct node *n = node_first(list); n; n = node_next(n)) {
			int64_t v = node_get_int(n, "value");
			count += v >= from && v < from + step ? node_get_int(n, "count") : 0;
		}
		if (step > 1)
			put_count(question,
				  arena_fmt(q->arena, "%lld–%lld", (long long)from,
					    (long long)(from + step - 1)),
				  count);
		else if (count)
			put_count(question, arena_fmt(q->arena, "%lld", (long long)from), count);
	}
}

static void put_counts_date(struct rq *q, struct node *question)
{
	for (struct node *n = node_first(node_child(question, "_counts")); n; n = node_next(n)) {
		int64_t month = node_get_int(n, "value");
		put_count(question,
			  arena_fmt(q->arena, "%lld-%02lld", (long long)month / 100,
				    (long long)month % 100),
			  node_get_int(n, "count"));
	}
}

static void put_question_chart(struct rq *q, struct node *question)
{
	struct chart_bar bars[MAX_BARS];
	size_t count = 0;
	struct node *c = node_first(node_child(question, "Counts"));
	for (; c && count < MAX_BARS; c = node_next(c))
		bars[count++] = (struct chart_bar){ node_get(c, "label"),
						    node_get_int(c, "count") };
	if (count)
		chart_put(q->arena, node_child(question, "Chart"),
			  &(struct chart){
				  .id = arena_fmt(q->arena, "q%s", node_get(question, "place")),
				  .title = node_get(question, "title"),
				  .value_head = node_get(question, "points") ? lang("needs.points")
									     : NULL,
				  .bars = bars,
				  .n = count });
}

/* Rows of a matrix, each cut by its columns. */
static void put_matrix(struct rq *q, struct node *question)
{
	struct stack *s = stack_new(q, node_get(question, "title"),
				    arena_fmt(q->arena, "q%s", node_get(question, "place")));
	if (!node_first(node_child(question, "_counts")))
		return;
	for (struct node *c = node_first(node_child(question, "Choices")); c; c = node_next(c))
		stack_part(s, node_get(c, "name"));
	for (struct node *r = node_first(node_child(question, "Rows")); r; r = node_next(r)) {
		stack_row(s, node_get(r, "name"));
		for (struct node *c = node_first(node_child(question, "Choices")); c;
		     c = node_next(c))
			stack_value(s, count_of(question, node_get_int(r, "_id"),
						node_get_int(c, "code")));
	}
	stack_put(s, node_child(question, "Stack"));
}

static enum err tally_cross(void *ctx, const struct row *r)
{
	struct tally *t = ctx;
	if (tally_next(t, r))
		node_row(node_item(node_child(t->question, "_cross")), r);
	return OK;
}

static int64_t cross_of(struct node *question, int64_t by, int64_t choice, int64_t value)
{
	struct node *n = node_first(node_child(question, "_cross"));
	for (; n; n = node_next(n))
		if (node_get_int(n, "_by") == by && node_get_int(n, "_choice") == choice &&
		    node_get_int(n, "value") == value)
			return node_get_int(n, "count");
	return 0;
}

/* One bar for each group, cut by the answers of those in it. */
static void put_cross(struct rq *q, struct node *question, struct node *by)
{
	bool scale = str_eq(node_get(question, "kind"), "scale");
	if (!node_first(node_child(question, "_cross")) || question == by)
		return;
	struct stack *s = stack_new(
		q, arena_fmt(q->arena, "%s：%s", lang("needs.crossed"), node_get(by, "title")),
		arena_fmt(q->arena, "x%s", node_get(question, "place")));
	for (struct node *c = node_first(node_child(question, "Choices")); c; c = node_next(c))
		stack_part(s, node_get(c, "name"));
	for (struct node *g = node_first(node_child(by, "Choices")); g; g = node_next(g)) {
		stack_row(s, node_get(g, "name"));
		for (struct node *c = node_first(node_child(question, "Choices")); c;
		     c = node_next(c))
			stack_value(s, scale ? cross_of(question, node_get_int(g, "code"), 0,
							node_get_int(c, "code"))
					     : cross_of(question, node_get_int(g, "code"),
							node_get_int(c, "_id"), 0));
	}
	stack_put(s, node_child(question, "Cross"));
}

static struct node *put_groups(struct rq *q)
{
	struct node *by = NULL;
	for (struct node *n = node_first(put_list(q, "Questions")); n; n = node_next(n)) {
		if (node_get_int(n, "by_group") != 1)
			continue;
		struct node *o = node_item(put_list(q, "Groups"));
		node_set(o, "code", node_get(n, "place"));
		node_set(o, "name", node_get(n, "title"));
		if (str_eq(node_get(n, "place"), query(q, "by")))
			by = n;
	}
	if (by)
		node_set(put_list(q, "Filter"), "by", node_get(by, "place"));
	return by;
}

static enum err put_result(struct rq *q, struct node *n, struct node *by)
{
	const char *kind = node_get(n, "kind");
	if (str_in(kind, KINDS_TICKED))
		put_counts_ticked(n);
	else if (str_eq(kind, "rank"))
		put_counts_rank(n);
	else if (str_eq(kind, "number"))
		put_counts_number(q, n);
	else if (str_eq(kind, "date"))
		put_counts_date(q, n);
	else if (str_eq(kind, "matrix"))
		put_matrix(q, n);
	put_question_chart(q, n);
	if (by)
		put_cross(q, n, by);
	node_drop(n, "_counts");
	node_drop(n, "_cross");
	if (str_eq(kind, "text") && !str_in(node_get(n, "_maps"), "phone,name"))
		return node_query(node_child(n, "Texts"), &texts_q,
				  ARGS(A_(node_get_int(n, "_id"))));
	return OK;
}

enum err put_survey_results(struct rq *q)
{
	int64_t id = node_get_int(put_list(q, "Survey"), "_id");
	struct node *by = put_groups(q), *first = node_first(put_list(q, "Questions"));
	enum err e = db_each(&counts_q, ARGS(A_(id)), tally_count, &(struct tally){ q, first });
	if (!e && by)
		e = db_each(&cross_q, ARGS(A_(node_get_int(by, "_id")), A_(id)), tally_cross,
			    &(struct tally){ q, first });
	for (struct node *n = first; !e && n; n = node_next(n))
		e = put_result(q, n, by);
	return e;
}
