/* survey_edit.c - the draft of a survey as its author sees it: its head, its questions in their
 * order, how it will look on a phone. */
#include <string.h>

#include "clock.h"
#include "code.h"
#include "form.h"
#include "filled.h"
#include "survey.h"

#define HEAD_IN(X, T) \
	X(T, STR, title, 2, 80) \
	X(T, TEXT, intro, 0, 1000) \
	X(T, DAY, opens_on, 0, 0) \
	X(T, DAY, closes_on, 0, 0) \
	X(T, OINT, wanted, 1, 1000000) \
	X(T, FLAG, shared, 0, 0)
FORM_DEFINE(head_in, HEAD_IN);

static struct stmt head_q = SQL(
	"UPDATE survey"
	"   SET title = ?, intro = ?, opens_on = ?, closes_on = ?, wanted = ?, shared = ?"
	" WHERE id = ?"
	"   AND station_id = ?"
	"   AND state = 'draft'");
/* Holds the draft while its questions are changed: nobody opens it meanwhile. */
static struct stmt hold_q = SQL(
	"UPDATE survey"
	"   SET shared = shared"
	" WHERE id = ?"
	"   AND state = 'draft'");
static struct stmt place_q = SQL(
	"UPDATE question"
	"   SET place = ?"
	" WHERE survey_id = ?"
	"   AND place = ?");
static struct stmt swap_q = SQL(
	"UPDATE question"
	"   SET if_place = CASE if_place WHEN ? THEN ? ELSE ? END"
	" WHERE survey_id = ?"
	"   AND if_place IN (?, ?)");
static struct stmt drop_choices_q = SQL(
	"DELETE c"
	"  FROM choice c"
	"  JOIN question q ON q.id = c.question_id"
	" WHERE q.survey_id = ?"
	"   AND q.place = ?");
static struct stmt drop_q = SQL(
	"DELETE FROM question"
	" WHERE survey_id = ?"
	"   AND place = ?");
static struct stmt close_gap_q = SQL(
	"UPDATE question"
	"   SET place = place - 1"
	" WHERE survey_id = ?"
	"   AND place > ?"
	" ORDER BY place");
static struct stmt close_if_q = SQL(
	"UPDATE question"
	"   SET if_place = if_place - 1"
	" WHERE survey_id = ?"
	"   AND if_place > ?");

static const char *const head_fields[] = { "title", "intro", "opens_on", "closes_on", "wanted" };

enum err survey_edit(struct rq *q)
{
	struct node *n;
	enum err e = put_questions_of(q, &n);
	if (e)
		return e;
	struct node *form = put_list(q, "Form");
	for (size_t i = 0; !form_again(q) && i < sizeof(head_fields) / sizeof(*head_fields); i++)
		node_set(form, head_fields[i], node_get(n, head_fields[i]));
	if (!form_again(q) && node_get_int(n, "shared") == 1)
		node_set(form, "shared", "1");
	return page(q, "needs/survey_edit.cs");
}

enum err survey_save(struct rq *q)
{
	struct head_in in;
	struct node *n;
	enum err e = put_draft(q, &n);
	if (e)
		return e;
	bool good = form_read(q, head_in_fields, &in);
	if (good && in.closes_on && strcmp(in.closes_on, clock_day(q->arena, q->now)) < 0)
		form_error(q, "closes_on", "day_past");
	if (good && in.closes_on && in.opens_on && strcmp(in.closes_on, in.opens_on) < 0)
		form_error(q, "closes_on", "days_turned");
	if (!form_ok(q))
		return ERR_FORM;
	int64_t id = node_get_int(n, "_id");
	e = audited(&q->actor, &head_q,
		    ARGS(A_(in.title), A_(str_or(in.intro, "")), A_(in.opens_on), A_(in.closes_on),
			 A_(in.wanted), A_(in.shared), A_(id), A_(q->station)),
		    "survey.edit", "survey", &id);
	return e ? e : see(q, "/needs/surveys/%s/edit?done=survey_saved", arg(q, 0));
}

/* The very page that residents get, in a frame as wide as a phone; nothing of it is sent. */
enum err survey_preview(struct rq *q)
{
	struct survey_row s;
	enum err e = survey_own(q, &s);
	if (!e)
		e = put_station(q, q->station);
	if (!e)
		e = put_questions(q, s.id);
	if (e)
		return e;
	put(q, "Preview", "1");
	return page(q, "needs/answer.cs");
}

/* One change of the order: at place, towards place + step; step 0 takes the question out. */
struct reorder {
	struct rq *q;
	struct node *survey;
	int64_t place, to;
};

static struct node *question_at(struct rq *q, int64_t place)
{
	return question_of(q, arena_fmt(q->arena, "%lld", (long long)place));
}

static enum err question_swap(void *ctx)
{
	struct reorder *r = ctx;
	int64_t id = node_get_int(r->survey, "_id"), a = r->place, b = r->to;
	enum err e = db_change(&hold_q, ARGS(A_(id)));
	if (!e)
		e = db_change(&place_q, ARGS(A_(0), A_(id), A_(a)));
	if (!e)
		e = db_change(&place_q, ARGS(A_(a), A_(id), A_(b)));
	if (!e)
		e = db_change(&place_q, ARGS(A_(b), A_(id), A_(0)));
	if (!e)
		e = db_exec(&swap_q, ARGS(A_(a), A_(b), A_(a), A_(id), A_(a), A_(b)), NULL);
	return e ? e : audit(&r->q->actor, "survey.edit", "survey", id, NULL);
}

static enum err question_drop(void *ctx)
{
	struct reorder *r = ctx;
	int64_t id = node_get_int(r->survey, "_id");
	struct args at = ARGS(A_(id), A_(r->place));
	enum err e = db_change(&hold_q, ARGS(A_(id)));
	if (!e)
		e = db_exec(&drop_choices_q, at, NULL);
	if (!e)
		e = db_change(&drop_q, at);
	if (!e)
		e = db_exec(&close_gap_q, at, NULL);
	if (!e)
		e = db_exec(&close_if_q, at, NULL);
	return e ? e : audit(&r->q->actor, "survey.edit", "survey", id, NULL);
}

static bool question_hangs_on(struct rq *q, int64_t later, int64_t earlier)
{
	struct node *n = question_at(q, later);
	return n && node_get_int(n, "if_place") == earlier;
}

static enum err question_move(struct rq *q, int64_t step)
{
	struct reorder r = { .q = q };
	enum err e = put_questions_of(q, &r.survey);
	if (e)
		return e;
	struct node *n = question_of(q, arg(q, 1));
	if (!n)
		return ERR_NOT_FOUND;
	r.place = node_get_int(n, "place");
	r.to = r.place + step;
	bool hangs = step ? question_hangs_on(q, step < 0 ? r.place : r.to,
					      step < 0 ? r.to : r.place)
			  : false;
	for (int64_t later = r.place + 1; !step && question_at(q, later); later++)
		hangs = hangs || question_hangs_on(q, later, r.place);
	if (hangs)
		form_error(q, NULL, "hangs");
	if (!form_ok(q))
		return ERR_FORM;
	/* Above the first and below the last there is nothing to change. */
	if (step && !question_at(q, r.to))
		return see(q, "/needs/surveys/%s/edit", arg(q, 0));
	e = db_tx(step ? question_swap : question_drop, &r);
	return e ? e : see(q, "/needs/surveys/%s/edit?done=survey_saved", arg(q, 0));
}

enum err question_up(struct rq *q)
{
	return question_move(q, -1);
}

enum err question_down(struct rq *q)
{
	return question_move(q, 1);
}

enum err question_remove(struct rq *q)
{
	return question_move(q, 0);
}
