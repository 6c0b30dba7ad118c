/* questions.c - a survey as it is asked: whether it is open, its questions and their choices. */
#include "filled.h"

#include <string.h>

#include "clock.h"
#include "code.h"

static struct stmt find_q = SQL(
	"SELECT " ROW_SELECT(SURVEY_COLS)
	"  FROM survey f"
	"  JOIN survey v ON v.id = COALESCE((SELECT MAX(n.id)"
	"         FROM survey n"
	"        WHERE n.root_id = COALESCE(f.root_id, f.id)"
	"          AND n.state <> 'draft'), f.id)"
	" WHERE f.code = ?");
static struct stmt own_q = SQL(
	"SELECT " ROW_SELECT(SURVEY_COLS)
	"  FROM survey v"
	" WHERE v.code = ?"
	"   AND v.station_id = ?");
static struct stmt show_q = SQL(
	"SELECT v.code, v.title, v.intro, v.closes_on, v.opens_on, v.version, v.state"
	"  FROM survey v"
	" WHERE v.id = ?");
static struct stmt questions_q = SQL(
	"SELECT id AS _id, CONCAT('q', place) AS field, place, kind, title, hint, section,"
	"       required, max_choices,"
	"       min_value, max_value, first_day, last_day, if_place, if_choices,"
	"       maps AS _maps, by_group"
	"  FROM question"
	" WHERE survey_id = ?"
	" ORDER BY place"
	" LIMIT 60");
static struct stmt choices_q = SQL(
	"SELECT q.place AS _question, c.id AS _id, c.place AS code, c.label AS name,"
	"       c.category AS _category, c.target_group AS _target, c.means AS _means"
	"  FROM question q"
	"  JOIN choice c ON c.question_id = q.id"
	" WHERE q.survey_id = ?"
	" ORDER BY q.place, c.place"
	" LIMIT 2400");

/* Choices come in the order of their questions. */
struct hang {
	struct rq *q;
	struct node *question;
};

static enum err hang_choice(void *ctx, const struct row *r)
{
	struct hang *h = ctx;
	struct arena *a = h->q->arena;
	while (h->question && node_get_int(h->question, "place") != r->cells[0].i)
		h->question = node_next(h->question);
	if (!h->question)
		return OK;
	int64_t place = r->cells[2].i;
	const char *field = node_get(h->question, "field");
	struct node *n = node_item(
		node_child(h->question, place > MATRIX_ROWS ? "Rows" : "Choices"));
	node_row(n, r);
	if (place > MATRIX_ROWS)
		node_set(n, "field",
			 arena_fmt(a, "%s_%lld", field, (long long)place - MATRIX_ROWS));
	else if (str_eq(node_get(h->question, "kind"), "rank"))
		node_set(n, "field", arena_fmt(a, "%s_%lld", field, (long long)place));
	return OK;
}

/* A scale is chosen from like any other list. */
static void put_scale(struct rq *q, struct node *question)
{
	int64_t low = node_get_int(question, "min_value"),
		high = node_get_int(question, "max_value");
	for (int64_t i = low; i <= high && high <= 10; i++) {
		struct node *c = node_item(node_child(question, "Choices"));
		const char *word = lang(arena_fmt(q->arena, "needs.Scale.%lld", (long long)i));
		node_int(c, "code", i);
		node_set(c, "name",
			 low == 1 && high == 5 && word ? word
						       : arena_fmt(q->arena, "%lld", (long long)i));
	}
}

int64_t rank_most(struct node *question)
{
	int64_t all = (int64_t)node_count(node_child(question, "Choices")),
		most = node_get_int(question, "max_choices");
	return most == DB_NONE || most > all ? all : most;
}

static void put_ranks(struct rq *q, struct node *question)
{
	int64_t most = rank_most(question);
	for (int64_t i = 1; i <= most; i++) {
		struct node *c = node_item(node_child(question, "Ranks"));
		node_int(c, "code", i);
		node_set(c, "name",
			 arena_fmt(q->arena, "%s %lld %s", lang("needs.question_no"), (long long)i,
				   lang("needs.rank_unit")));
	}
}

/* Only what can be answered by ticking is a condition: the words behind its numbers. */
static void put_condition(struct rq *q, struct node *list, struct node *question)
{
	int64_t of = node_get_int(question, "if_place");
	const char *places = node_get(question, "if_choices");
	struct buf b = { .arena = q->arena };
	struct node *n = of == DB_NONE ? NULL : node_first(list);
	while (n && node_get_int(n, "place") != of)
		n = node_next(n);
	for (struct node *c = n ? node_first(node_child(n, "Choices")) : NULL; c; c = node_next(c))
		if (str_in(node_get(c, "code"), places))
			buf_fmt(&b, "%s%s", b.n ? lang("needs.or") : "", node_get(c, "name"));
	if (b.n)
		node_set(question, "if_words", b.p);
}

enum err put_questions(struct rq *q, int64_t survey_id)
{
	enum err e = put_query(q, "Questions", &questions_q, ARGS(A_(survey_id)));
	struct node *list = put_list(q, "Questions");
	struct hang h = { q, node_first(list) };
	if (!e)
		e = db_each(&choices_q, ARGS(A_(survey_id)), hang_choice, &h);
	struct node *contact = NULL;
	for (struct node *n = node_first(list); !e && n; n = node_next(n)) {
		if (str_eq(node_get(n, "kind"), "scale"))
			put_scale(q, n);
		if (str_eq(node_get(n, "kind"), "rank"))
			put_ranks(q, n);
		put_condition(q, list, n);
		/* Boxes with the keyboard and the autofill of their kind. */
		if (str_in(node_get(n, "_maps"), "phone,name")) {
			node_set(n, node_get(n, "_maps"), "1");
			contact = n;
		}
	}
	/* Consent is asked for behind the last of them. */
	if (contact)
		node_set(contact, "consent", "1");
	return e;
}

const char *survey_key(struct arena *a, int64_t survey)
{
	return arena_fmt(a, "survey:%lld", (long long)survey);
}

enum err survey_own(struct rq *q, struct survey_row *s)
{
	enum err e = row_one(&own_q, ARGS(A_(arg(q, 0)), A_(q->station)), survey_row_cols, s);
	return e ? e : put_one(q, "Survey", &show_q, ARGS(A_(s->id)));
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
	if (!e && s->opens_on && strcmp(s->state, "open") == 0 && strcmp(s->opens_on, today) > 0)
		put(q, "Early", "1");
	if (!e && (strcmp(s->state, "open") != 0 ||
		   (s->closes_on && strcmp(s->closes_on, today) < 0) || got(q, "Early")))
		put(q, "Closed", "1");
	return e;
}
