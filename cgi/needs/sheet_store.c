/* sheet_store.c - a sheet becomes rows: its answers, what they count for, alone and by group. Each
 * table is written in one round trip, in the order of questions and choices. */
#include <string.h>

#include "clock.h"
#include "secret.h"
#include "filled.h"

enum { NUMBERS_EXACT = 100 };

static struct stmt response_q = SQL(
	"INSERT INTO response (uid, survey_id, station_id, at, by_proxy, contact_ok, entered_by,"
	"       body_hash, follow_index)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt answered_q = SQL(
	"UPDATE survey"
	"   SET answered = answered + 1"
	" WHERE id = ?"
	"   AND state = 'open'");
static struct stmt answer_q = SQL(
	"INSERT INTO answer (response_id, question_id, choice_id, number, day, text, text_sealed)"
	" VALUES (?, ?, ?, ?, ?, ?, ?)");
static struct stmt count_q = SQL(
	"INSERT INTO answer_count (question_id, choice_id, value, n)"
	" VALUES (?, ?, ?, 1)"
	"    ON DUPLICATE KEY UPDATE n = n + 1");
static struct stmt cross_q = SQL(
	"INSERT INTO answer_cross (question_id, by_choice_id, choice_id, value, n)"
	" VALUES (?, ?, ?, ?, 1)"
	"    ON DUPLICATE KEY UPDATE n = n + 1");

enum { ANSWER_COLS = 7, COUNT_COLS = 3, CROSS_COLS = 4 };

struct rows {
	struct arg *v;
	size_t n;
};
struct store {
	const struct sheet *s;
	int64_t response;
	struct rows answers, counts, cross;
	int64_t groups[CHOICES_MOST]; /* choices of the questions that group */
	size_t group_n;
};

static void rows_add(struct rows *r, struct args a)
{
	memcpy(r->v + r->n * a.n, a.v, a.n * sizeof(*a.v));
	r->n++;
}

/* So many values as numbers have: 0 to 99 as they are, larger ones by their first two digits. */
static int64_t counted_value(int64_t number)
{
	int64_t size = number < 0 ? -number : number, step = 1;
	while (size / step >= NUMBERS_EXACT)
		step *= 10;
	return number / step * step;
}

static int64_t month_of(const char *day)
{
	return (day[0] - '0') * 100000 + (day[1] - '0') * 10000 + (day[2] - '0') * 1000 +
	       (day[3] - '0') * 100 + (day[5] - '0') * 10 + (day[6] - '0');
}

static void store_count(struct store *t, int64_t question, int64_t choice, int64_t value)
{
	rows_add(&t->counts, ARGS(A_(question), A_(choice), A_(value)));
	for (size_t i = 0; i < t->group_n; i++)
		rows_add(&t->cross, ARGS(A_(question), A_(t->groups[i]), A_(choice), A_(value)));
}

static void store_choices(struct store *t, const struct given *g, int64_t question)
{
	bool places = str_in(node_get(g->question, "kind"), "rank,matrix");
	struct bytes none = { NULL, 0 };
	for (size_t k = 0; k < g->n; k++) {
		int64_t choice = node_get_int(g->choices[k], "_id");
		rows_add(&t->answers, ARGS(A_(t->response), A_(question), A_(choice),
					   A_(places ? g->at[k] : DB_NONE), A_((const char *)NULL),
					   A_((const char *)NULL), A_(none)));
		store_count(t, question, choice, places ? g->at[k] : 0);
	}
}

static void store_given(struct store *t, const struct given *g)
{
	struct arena *a = t->s->q->arena;
	int64_t question = node_get_int(g->question, "_id");
	bool secret = str_in(node_get(g->question, "_maps"), "phone,name");
	struct bytes sealed = { NULL, 0 };
	store_choices(t, g, question);
	if (g->number == DB_NONE && !g->day && !g->text)
		return;
	if (g->text && secret)
		sealed = secret_seal(a, "answer.text", t->s->uid, g->text);
	rows_add(&t->answers, ARGS(A_(t->response), A_(question), A_(DB_NONE), A_(g->number),
				   A_(g->day), A_(secret ? NULL : g->text), A_(sealed)));
	if (g->number != DB_NONE)
		store_count(t, question, 0, counted_value(g->number));
	if (g->day)
		store_count(t, question, 0, month_of(g->day));
}

static enum err sheet_answers(const struct sheet *s, int64_t response)
{
	struct store t = { .s = s, .response = response };
	size_t most = s->n;
	for (size_t i = 0; i < s->n; i++) {
		const struct given *g = &s->v[i];
		most += g->n;
		for (size_t k = 0; k < g->n && t.group_n < CHOICES_MOST; k++)
			if (node_get_int(g->question, "by_group") == 1)
				t.groups[t.group_n++] = node_get_int(g->choices[k], "_id");
	}
	t.answers.v = arena_array(s->q->arena, most, ANSWER_COLS * sizeof(struct arg));
	t.counts.v = arena_array(s->q->arena, most, COUNT_COLS * sizeof(struct arg));
	t.cross.v = arena_array(s->q->arena, most * (t.group_n + 1),
				CROSS_COLS * sizeof(struct arg));
	for (size_t i = 0; i < s->n; i++)
		store_given(&t, &s->v[i]);
	enum err e = db_bulk(&answer_q, t.answers.v, t.answers.n);
	if (!e)
		e = db_bulk(&count_q, t.counts.v, t.counts.n);
	return e ? e : db_bulk(&cross_q, t.cross.v, t.cross.n);
}

struct bytes sheet_digest(const struct sheet *s)
{
	struct buf b = { .arena = s->q->arena };
	buf_fmt(&b, "%lld %lld", (long long)s->survey.id, (long long)s->proxy);
	for (size_t i = 0; i < s->n; i++) {
		const struct given *g = &s->v[i];
		buf_fmt(&b, "\n%zu", i);
		for (size_t k = 0; k < g->n; k++)
			buf_fmt(&b, " %s:%lld", node_get(g->choices[k], "code"),
				(long long)g->at[k]);
		if (g->number != DB_NONE && !g->hidden)
			buf_fmt(&b, " %lld", (long long)g->number);
		buf_fmt(&b, " %s %s", str_or(g->day, ""), str_or(g->text, ""));
	}
	return secret_mac(s->q->arena, "sheet", (struct bytes){ (const uint8_t *)b.p, b.n });
}

enum err sheet_store(void *sheet)
{
	struct sheet *s = sheet;
	struct arena *a = s->q->arena;
	enum err e = db_exec(&response_q,
			     ARGS(A_(s->uid), A_(s->survey.id), A_(s->survey.station),
				  A_(clock_time(a, s->q->now)), A_(s->proxy), A_(s->consent),
				  A_(s->paper ? s->q->staff : DB_NONE), A_(sheet_digest(s)),
				  A_(follow_index(a, follow_code(a, s->uid)))),
			     &s->response);
	if (!e)
		e = sheet_answers(s, s->response);
	if (!e)
		e = sheet_needs(s, s->response);
	if (!e)
		e = audit(&s->q->actor, "survey.answer", "response", s->response, NULL);
	/* Last, since every answer meets in this row. */
	return e ? e : db_change(&answered_q, ARGS(A_(s->survey.id)));
}
