/* answer.c - a resident answers a survey on a phone, without an account. Answers become rows of
 * the need ledger. */
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "code.h"
#include "form.h"
#include "needs.h"
#include "secret.h"

enum { TEXT_MAX = 500, PER_HOUR = 60 };

#define SURVEY_COLS(X, T) \
	X(T, INT, id, "v.id") \
	X(T, INT, station, "v.station_id") \
	X(T, TEXT, state, "v.state") \
	X(T, TEXT, closes_on, "v.closes_on") \
	X(T, TEXT, opens_on, "v.opens_on")
ROW_DEFINE(survey_row, SURVEY_COLS);

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
	"       target_group AS _target"
	"  FROM choice"
	" WHERE question_id = ?"
	" ORDER BY place"
	" LIMIT 40");
static struct stmt response_q = SQL(
	"INSERT INTO response (uid, survey_id, station_id, at, by_proxy)"
	" VALUES (?, ?, ?, ?, ?)");
static struct stmt answered_q = SQL(
	"UPDATE survey"
	"   SET answered = answered + 1"
	" WHERE id = ?"
	"   AND state = 'open'");
static struct stmt answer_q = SQL(
	"INSERT INTO answer (response_id, question_id, choice_id, number, text, text_sealed)"
	" VALUES (?, ?, ?, ?, ?, ?)");
static struct stmt count_q = SQL(
	"INSERT INTO answer_count (question_id, choice_id, value, n)"
	" VALUES (?, ?, ?, 1)"
	"    ON DUPLICATE KEY UPDATE n = n + 1");
static struct stmt need_q = SQL(
	"INSERT INTO need (no, station_id, source, response_id, category, target_group, sex,"
	"       age_band, description, grid, wished, frequency, registered_at)"
	" VALUES (?, ?, 'survey', ?, ?, ?, ?, (SELECT code FROM code_item WHERE list = 'age_band'"
	"       AND name = ?), ?, ?, ?, ?, ?)");
static struct stmt need_contact_q = SQL(
	"UPDATE need"
	"   SET uid = ?, name_sealed = ?, phone_sealed = ?, phone_index = ?"
	" WHERE no = ?");

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

static enum err open_survey(struct rq *q, struct survey_row *s)
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

enum err answer_form(struct rq *q)
{
	struct survey_row s;
	enum err e = open_survey(q, &s);
	if (e || got(q, "Closed"))
		return e ? e : page(q, "needs/answer.cs");
	e = put_questions(q, s.id);
	if (e)
		return e;
	form_key(q, "survey");
	return page(q, "needs/answer.cs");
}

/* One answered question: which choices, or which number or text. */
struct given {
	struct node *question;
	struct node *choices[40];
	size_t n;
	int64_t number;   /* DB_NONE: none */
	const char *text; /* NULL: none */
};
struct sheet {
	struct rq *q;
	struct survey_row survey;
	struct bytes uid;
	struct given *v;
	size_t n;
	int64_t proxy;
};

static struct node *choice_of(struct node *question, const char *value)
{
	struct node *c = node_first(node_child(question, "Choices"));
	for (; c; c = node_next(c))
		if (str_eq(node_get(c, "code"), value))
			return c;
	return NULL;
}

static void refuse(struct rq *q, struct node *question, const char *word)
{
	const char *text = lang(arena_fmt(q->arena, "needs.Message.%s", word));
	form_error_text(q, node_get(question, "field"),
			arena_fmt(q->arena, "%s %s %s：%s", lang("needs.question_no"),
				  node_get(question, "place"), lang("needs.question_unit"), text));
}

static void take_choices(struct rq *q, struct given *g, bool several)
{
	const char *name = node_get(g->question, "field");
	int64_t most = several ? node_get_int(g->question, "max_choices") : 1;
	for (size_t i = 0; i < q->body.n; i++) {
		const struct field *f = &q->body.v[i];
		if (strcmp(f->name, name) != 0 || !*f->value)
			continue;
		struct node *c = choice_of(g->question, f->value);
		if (!c || g->n == sizeof(g->choices) / sizeof(g->choices[0])) {
			refuse(q, g->question, "choice_unknown");
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
		refuse(q, g->question, "choice_many");
}

static void take_number(struct rq *q, struct given *g, const char *value)
{
	char *end;
	long long n = strtoll(value, &end, 10);
	int64_t low = node_get_int(g->question, "min_value"),
		high = node_get_int(g->question, "max_value");
	if (*end || strlen(value) > 12)
		refuse(q, g->question, "number_bad");
	else if ((low != DB_NONE && n < low) || (high != DB_NONE && n > high))
		refuse(q, g->question, "number_range");
	else
		g->number = n;
}

static void take_text(struct rq *q, struct given *g, const char *value)
{
	if (utf8_count(value) > TEXT_MAX)
		refuse(q, g->question, "text_long");
	else if (str_eq(node_get(g->question, "_maps"), "phone") &&
		 strspn(value, "0123456789-") != strlen(value))
		refuse(q, g->question, "phone_bad");
	else
		g->text = value;
}

static void take(struct rq *q, struct given *g)
{
	const char *kind = node_get(g->question, "kind");
	const struct field *f = body_field(q, node_get(g->question, "field"));
	const char *value = f ? f->value : "";
	g->number = DB_NONE;
	if (*value && !str_in(kind, "single,multi"))
		put(q, arena_fmt(q->arena, "Form.%s", node_get(g->question, "field")), value);
	if (str_in(kind, "single,multi"))
		take_choices(q, g, str_eq(kind, "multi"));
	else if (*value && str_in(kind, "scale,number"))
		take_number(q, g, value);
	else if (*value)
		take_text(q, g, value);
	bool empty = !g->n && g->number == DB_NONE && !g->text && !*value;
	if (empty && node_get_int(g->question, "required") == 1)
		refuse(q, g->question, "answer");
}

/* Fields are q1 .. qN, key and by_proxy; anything else is not this form. */
static bool known_fields(const struct rq *q, size_t questions)
{
	for (size_t i = 0; i < q->body.n; i++) {
		const char *name = q->body.v[i].name;
		long place = name[0] == 'q' ? strtol(name + 1, NULL, 10) : 0;
		if ((place < 1 || (size_t)place > questions) && !str_in(name, "key,by_proxy"))
			return false;
	}
	return true;
}

static void read_sheet(struct rq *q, struct sheet *s)
{
	struct node *list = put_list(q, "Questions");
	for (struct node *n = node_first(list); n; n = node_next(n))
		s->n++;
	s->v = arena_array(q->arena, s->n, sizeof(*s->v));
	size_t i = 0;
	for (struct node *n = node_first(list); n; n = node_next(n)) {
		s->v[i].question = n;
		take(q, &s->v[i++]);
	}
	const struct field *proxy = body_field(q, "by_proxy");
	s->proxy = proxy && str_eq(proxy->value, "1");
	if (s->proxy)
		put(q, "Form.by_proxy", "1");
	if (!known_fields(q, s->n))
		form_error(q, NULL, "unknown_field");
}

static enum err store_answers(const struct sheet *s, int64_t response)
{
	enum err e = OK;
	for (size_t i = 0; !e && i < s->n; i++) {
		const struct given *g = &s->v[i];
		int64_t question = node_get_int(g->question, "_id");
		bool secret = str_in(node_get(g->question, "_maps"), "phone,name");
		for (size_t k = 0; !e && k < g->n; k++) {
			int64_t choice = node_get_int(g->choices[k], "_id");
			e = db_exec(&answer_q,
				    ARGS(A_(response), A_(question), A_(choice), A_(DB_NONE),
					 A_((const char *)NULL), A_((const char *)NULL)),
				    NULL);
			if (!e)
				e = db_exec(&count_q, ARGS(A_(question), A_(choice), A_(0)), NULL);
		}
		if (!e && g->number != DB_NONE)
			e = db_exec(&answer_q,
				    ARGS(A_(response), A_(question), A_(DB_NONE), A_(g->number),
					 A_((const char *)NULL), A_((const char *)NULL)),
				    NULL);
		if (!e && g->number != DB_NONE)
			e = db_exec(&count_q, ARGS(A_(question), A_(0), A_(g->number)), NULL);
		if (!e && g->text) {
			struct bytes sealed = { NULL, 0 };
			if (secret)
				sealed = secret_seal(s->q->arena, "answer.text", s->uid, g->text);
			e = db_exec(&answer_q,
				    ARGS(A_(response), A_(question), A_(DB_NONE), A_(DB_NONE),
					 A_(secret ? NULL : g->text), A_(sealed)),
				    NULL);
		}
	}
	return e;
}

/* What the answers say for one column of the ledger, or NULL. */
static const char *mapped(const struct sheet *s, const char *column)
{
	for (size_t i = 0; i < s->n; i++) {
		const struct given *g = &s->v[i];
		if (!str_eq(node_get(g->question, "_maps"), column))
			continue;
		return g->text ? g->text : g->n ? node_get(g->choices[0], "name") : NULL;
	}
	return NULL;
}

static const char *target_group(const struct sheet *s)
{
	for (size_t i = 0; i < s->n; i++)
		if (str_eq(node_get(s->v[i].question, "_maps"), "target_group") && s->v[i].n)
			return node_get(s->v[i].choices[0], "_target");
	return NULL;
}

static const char *sex_code(const char *label)
{
	return str_starts(label, "男") ? "1" : str_starts(label, "女") ? "2" : "0";
}

static enum err store_need(const struct sheet *s, int64_t response, struct node *choice)
{
	struct rq *q = s->q;
	const char *no, *said = mapped(s, "description"), *phone = mapped(s, "phone"),
			*name = mapped(s, "name");
	enum err e = number_next(&q->actor, 'N', s->survey.station, &no);
	if (e)
		return e;
	const char *text = said ? arena_fmt(q->arena, "%s；%s", node_get(choice, "name"), said)
				: node_get(choice, "name");
	const char *target = node_get(choice, "_target");
	e = db_exec(&need_q,
		    ARGS(A_(no), A_(s->survey.station), A_(response),
			 A_(node_get(choice, "_category")), A_(target ? target : target_group(s)),
			 A_(sex_code(mapped(s, "sex"))), A_(mapped(s, "age_band")), A_(text),
			 A_(str_or(mapped(s, "grid"), "")), A_(str_or(mapped(s, "wished"), "")),
			 A_(str_or(mapped(s, "frequency"), "")), A_(clock_time(q->arena, q->now))),
		    NULL);
	if (e || (!phone && !name))
		return e;
	struct bytes uid = secret_uid(q->arena), none = { NULL, 0 };
	return db_change(
		&need_contact_q,
		ARGS(A_(uid), A_(name ? secret_seal(q->arena, "need.name", uid, name) : none),
		     A_(phone ? secret_seal(q->arena, "need.phone", uid, phone) : none),
		     A_(phone ? secret_index(q->arena, "need.phone", phone) : none), A_(no)));
}

/* Each category is one need of this response, however many of its choices were ticked. */
static enum err store_needs(const struct sheet *s, int64_t response)
{
	struct buf seen = { .arena = s->q->arena };
	enum err e = OK;
	buf_str(&seen, "");
	for (size_t i = 0; i < s->n; i++)
		for (size_t k = 0; k < s->v[i].n; k++) {
			struct node *c = s->v[i].choices[k];
			const char *category = node_get(c, "_category");
			if (e || !str_eq(node_get(s->v[i].question, "_maps"), "category") ||
			    !category || str_in(category, seen.p))
				continue;
			e = store_need(s, response, c);
			buf_fmt(&seen, "%s,", category);
		}
	return e;
}

static enum err store(void *ctx)
{
	struct sheet *s = ctx;
	int64_t response;
	enum err e = db_exec(&response_q,
			     ARGS(A_(s->uid), A_(s->survey.id), A_(s->survey.station),
				  A_(clock_time(s->q->arena, s->q->now)), A_(s->proxy)),
			     &response);
	if (!e)
		e = store_answers(s, response);
	if (!e)
		e = store_needs(s, response);
	if (!e)
		e = audit(&s->q->actor, "survey.answer", "response", response, NULL);
	/* Last, since every answer meets in this row. */
	return e ? e : db_change(&answered_q, ARGS(A_(s->survey.id)));
}

enum err answer_post(struct rq *q)
{
	struct sheet s = { .q = q };
	enum err e = open_survey(q, &s.survey);
	if (!e && got(q, "Closed"))
		return page_status(q, 409, "needs/answer.cs");
	if (!e)
		e = throttle(q, "survey", q->remote, PER_HOUR, 3600);
	if (!e)
		e = put_questions(q, s.survey.id);
	if (!e)
		e = form_key_uid(q, "survey", &s.uid);
	if (e)
		return e;
	read_sheet(q, &s);
	if (!form_ok(q)) {
		form_key(q, "survey");
		return page(q, "needs/answer.cs");
	}
	e = db_tx(store, &s);
	/* The same sheet sent twice is thanked for twice and counted once. */
	return e && e != ERR_DUPLICATE ? e : see(q, "/needs/s/%s/thanks", arg(q, 0));
}

enum err answer_thanks(struct rq *q)
{
	struct survey_row s;
	enum err e = open_survey(q, &s);
	return e ? e : page(q, "needs/thanks.cs");
}
