/* answer.c - a resident answers a survey on a phone, without an account. Answers become rows of
 * the need ledger. */
#include "clock.h"
#include "form.h"
#include "secret.h"
#include "sheet.h"

enum { PER_HOUR = 60 };

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

enum err answer_form(struct rq *q)
{
	struct survey_row s;
	enum err e = survey_asked(q, &s);
	if (e || got(q, "Closed"))
		return e ? e : page(q, "needs/answer.cs");
	e = put_questions(q, s.id);
	if (e)
		return e;
	form_key(q, "survey");
	return page(q, "needs/answer.cs");
}

static enum err sheet_answers(const struct sheet *s, int64_t response)
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

static enum err sheet_store(void *ctx)
{
	struct sheet *s = ctx;
	int64_t response;
	enum err e = db_exec(&response_q,
			     ARGS(A_(s->uid), A_(s->survey.id), A_(s->survey.station),
				  A_(clock_time(s->q->arena, s->q->now)), A_(s->proxy)),
			     &response);
	if (!e)
		e = sheet_answers(s, response);
	if (!e)
		e = sheet_needs(s, response);
	if (!e)
		e = audit(&s->q->actor, "survey.answer", "response", response, NULL);
	/* Last, since every answer meets in this row. */
	return e ? e : db_change(&answered_q, ARGS(A_(s->survey.id)));
}

enum err answer_post(struct rq *q)
{
	struct sheet s = { .q = q };
	enum err e = survey_asked(q, &s.survey);
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
	sheet_read(q, &s);
	if (!form_ok(q))
		return ERR_FORM;
	e = db_tx(sheet_store, &s);
	/* The same sheet sent twice is thanked for twice and counted once. */
	return e && e != ERR_DUPLICATE ? e : see(q, "/needs/s/%s/thanks", arg(q, 0));
}

enum err answer_thanks(struct rq *q)
{
	struct survey_row s;
	enum err e = survey_asked(q, &s);
	return e ? e : page(q, "needs/thanks.cs");
}
