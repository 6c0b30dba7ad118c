/* survey.c - the surveys of a station: their list, one with its results, from draft to its end. A
 * version that was answered is never changed: what is changed opens in its place. */
#include "survey.h"

#include <string.h>

#include "clock.h"
#include "config.h"
#include "form.h"
#include "list.h"

#define DAYS_IN(X, T) \
	X(T, DAY, closes_on, 0, 0) \
	X(T, OINT, wanted, 1, 1000000)
FORM_DEFINE(days_in, DAYS_IN);

static const struct move moves[] = { { "open", "draft", "open" },
				     { "close", "open", "closed" },
				     { "reopen", "closed", "open" },
				     { 0 } };
static struct stmt move_q = SQL(
	"UPDATE survey"
	"   SET state = ?"
	" WHERE id = ?"
	"   AND state = ?"
	"   AND station_id = ?");
static const struct machine survey = { "survey", moves, &move_q };

#define SURVEYS_COLS(C) \
	C(TEXT, no, "v.no", "") \
	C(TEXT, code, "v.code", "") \
	C(TEXT, title, "v.title", "") \
	C(INT, version, "v.version", "") \
	C(INT, answered, "v.answered", "") \
	C(INT, wanted, "v.wanted", "") \
	C(DAY, opens_on, "v.opens_on", "") \
	C(DAY, closes_on, "v.closes_on", "") \
	C(WORD, state, "v.state", "State.survey")
#define SURVEYS_TABLE "survey v"
#define SURVEYS_JOINS ""
#define SURVEYS_WHERE "v.station_id = ?"
#define SURVEYS_FILTERS(F) \
	F(WORD, state, "v.state = ?") \
	F(FIND, q, "CONCAT_WS(' ', v.no, v.title) LIKE ?")
#define SURVEYS_WAYS(S, L) \
	S(L, no, any, "v.id", "survey_recent") \
	S(L, no, state, "v.id", "survey_station") \
	S(L, state, any, "v.state", "survey_station") \
	S(L, state, state, "v.id", "survey_station")
#define SURVEYS_ID "v.id"
LIST_DEFINE(SURVEYS);
static const struct list surveys = LIST(SURVEYS, "Surveys", "needs.Surveys");

static struct stmt show_q = SQL(
	"SELECT v.id AS _id, v.no, v.code, v.title, v.intro, v.state, v.answered, v.wanted,"
	"       v.opens_on, v.opened_at, v.closed_at, v.closes_on, v.version, v.shared,"
	"       v.replaces_id AS _replaces, o.code AS earlier, n.code AS later,"
	"       n.state AS later_state"
	"  FROM survey v"
	"  LEFT JOIN survey o ON o.id = v.replaces_id"
	"  LEFT JOIN survey n ON n.replaces_id = v.id"
	" WHERE v.code = ?"
	"   AND v.station_id = ?");
static struct stmt opened_q = SQL(
	"UPDATE survey"
	"   SET opened_at = ?, opens_on = GREATEST(COALESCE(opens_on, ?), ?)"
	" WHERE id = ?");
static struct stmt again_q = SQL(
	"UPDATE survey"
	"   SET closed_at = NULL"
	" WHERE id = ?");
static struct stmt askable_q = SQL(
	"SELECT COUNT(*)"
	"  FROM survey v"
	" WHERE COALESCE(v.closes_on >= ?, 1)"
	"   AND v.id = ?"
	"   AND NOT EXISTS (SELECT 1 FROM survey x WHERE x.replaces_id = v.id"
	"       AND x.state <> 'draft')");
static struct stmt closed_q = SQL(
	"UPDATE survey"
	"   SET closed_at = ?"
	" WHERE id = ?");
static struct stmt state_q = SQL(
	"SELECT state"
	"  FROM survey"
	" WHERE id = ?");
static struct stmt questions_q = SQL(
	"SELECT COUNT(*)"
	"  FROM question"
	" WHERE survey_id = ?");
static struct stmt days_q = SQL(
	"UPDATE survey"
	"   SET closes_on = ?, wanted = ?"
	" WHERE id = ?"
	"   AND station_id = ?"
	"   AND state <> 'closed'");

enum err survey_list(struct rq *q)
{
	return list_page(q, &surveys, ARGS(A_(q->station)), "needs/surveys.cs");
}

enum err put_survey(struct rq *q, struct node **survey_node)
{
	enum err e = put_one(q, "Survey", &show_q, ARGS(A_(arg(q, 0)), A_(q->station)));
	*survey_node = put_list(q, "Survey");
	return e;
}

enum err survey_show(struct rq *q)
{
	struct node *n;
	enum err e = put_survey(q, &n);
	if (!e)
		e = put_questions(q, node_get_int(n, "_id"));
	if (!e)
		e = put_survey_results(q);
	if (e)
		return e;
	e = put_undos(q, "survey", node_get_int(n, "_id"));
	if (e)
		return e;
	put(q, "Address", arena_fmt(q->arena, "%s/needs/s/%s", cfg.base_url, arg(q, 0)));
	if (!form_again(q)) {
		node_set(put_list(q, "Form"), "closes_on", node_get(n, "closes_on"));
		node_set(put_list(q, "Form"), "wanted", node_get(n, "wanted"));
	}
	return page(q, "needs/survey.cs");
}

struct survey_step {
	struct rq *q;
	const char *verb;
	struct node *survey;
};

/* The version before ends where this one begins. */
static enum err survey_end_before(struct survey_step *s, const char *now)
{
	int64_t before = node_get_int(s->survey, "_replaces");
	const char *state;
	if (before == DB_NONE)
		return OK;
	enum err e = db_text(&state_q, ARGS(A_(before)), &state);
	if (e || strcmp(state, "open") != 0)
		return e;
	e = move_to(&s->q->actor, &survey, "close", before, state);
	return e ? e : db_change(&closed_q, ARGS(A_(now), A_(before)));
}

static enum err survey_kept(struct rq *q, int64_t id)
{
	const char *code = arg(q, 0);
	return undo_keep(
		&q->actor,
		&(struct undo_deed){ .what = "survey_closed",
				     .target = "survey",
				     .id = id,
				     .was = "open",
				     .name = code,
				     .href = arena_fmt(q->arena, "/needs/surveys/%s", code) });
}

/* Not where a later version is asked, nor behind the last day. */
enum err survey_unclose(struct rq *q, const struct undo_row *u)
{
	int64_t open;
	enum err e = db_int(&askable_q, ARGS(A_(actor_today(&q->actor)), A_(u->target_id)), &open);
	if (!e && !open)
		e = ERR(ERR_STALE, "another version is asked");
	if (!e)
		e = move_to(&q->actor, &survey, "reopen", u->target_id, "closed");
	return e ? e : db_change(&again_q, ARGS(A_(u->target_id)));
}

static enum err survey_step(void *ctx)
{
	struct survey_step *s = ctx;
	int64_t id = node_get_int(s->survey, "_id");
	const char *now = clock_time(s->q->arena, s->q->now),
		   *day = clock_day(s->q->arena, s->q->now);
	enum err e = move_to(&s->q->actor, &survey, s->verb, id, node_get(s->survey, "state"));
	if (e)
		return e;
	if (strcmp(s->verb, "close") == 0) {
		e = db_change(&closed_q, ARGS(A_(now), A_(id)));
		return e ? e : survey_kept(s->q, id);
	}
	if (strcmp(s->verb, "reopen") == 0)
		return db_change(&again_q, ARGS(A_(id)));
	e = survey_end_before(s, now);
	return e ? e : db_change(&opened_q, ARGS(A_(now), A_(day), A_(day), A_(id)));
}

static enum err survey_go(struct rq *q, struct node *n, const char *verb, const char *done)
{
	enum err e = db_tx(survey_step, &(struct survey_step){ q, verb, n });
	return e ? e : see(q, "/needs/surveys/%s?done=%s", arg(q, 0), done);
}

/* Nobody would find the way in. */
static bool survey_past(struct rq *q, struct node *n)
{
	const char *last = node_get(n, "closes_on");
	return last && strcmp(last, clock_day(q->arena, q->now)) < 0;
}

enum err survey_open(struct rq *q)
{
	struct node *n;
	int64_t questions = 0;
	enum err e = put_survey(q, &n);
	if (!e)
		e = db_int(&questions_q, ARGS(A_(node_get_int(n, "_id"))), &questions);
	if (e)
		return e;
	if (!questions)
		form_error(q, NULL, "no_questions");
	if (survey_past(q, n))
		form_error(q, "closes_on", "day_past");
	return form_ok(q) ? survey_go(q, n, "open", "survey_opened") : ERR_FORM;
}

enum err survey_close(struct rq *q)
{
	struct node *n;
	enum err e = put_survey(q, &n);
	return e ? e : survey_go(q, n, "close", "survey_closed");
}

/* Closed by mistake; a later version that was opened stays the one that is asked. */
enum err survey_reopen(struct rq *q)
{
	struct node *n;
	enum err e = put_survey(q, &n);
	if (e)
		return e;
	if (node_get(n, "later") && !str_eq(node_get(n, "later_state"), "draft"))
		return ERR_STALE;
	if (survey_past(q, n)) {
		form_error(q, "closes_on", "day_past");
		return ERR_FORM;
	}
	return survey_go(q, n, "reopen", "survey_opened");
}

/* What may be changed while answers come in: until when, and how many are hoped for. */
enum err survey_days(struct rq *q)
{
	struct days_in in;
	struct node *n;
	enum err e = put_survey(q, &n);
	if (e)
		return e;
	bool good = form_read(q, days_in_fields, &in);
	if (good && in.closes_on && strcmp(in.closes_on, clock_day(q->arena, q->now)) < 0)
		form_error(q, "closes_on", "day_past");
	if (good && in.closes_on && node_get(n, "opens_on") &&
	    strcmp(in.closes_on, node_get(n, "opens_on")) < 0)
		form_error(q, "closes_on", "days_turned");
	if (!form_ok(q))
		return ERR_FORM;
	int64_t id = node_get_int(n, "_id");
	e = audited(&q->actor, &days_q,
		    ARGS(A_(in.closes_on), A_(in.wanted), A_(id), A_(q->station)), "survey.days",
		    "survey", &id);
	return e ? e : see(q, "/needs/surveys/%s?done=survey_saved", arg(q, 0));
}
