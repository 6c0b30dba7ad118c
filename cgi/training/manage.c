/* manage.c - the station's trainings: the list, one of them, and its way from draft to finished. */
#include <string.h>

#include "clock.h"
#include "code.h"
#include "form.h"
#include "history.h"
#include "list.h"
#include "tell_thing.h"
#include "training.h"

static const struct move moves[] = { { "publish", "draft", "published" },
				     { "start", "published", "running" },
				     { "finish", "running", "finished" },
				     { "cancel", "draft", "cancelled" },
				     { "cancel", "published", "cancelled" },
				     { "cancel", "running", "cancelled" },
				     { 0 } };
static struct stmt move_q = SQL(
	"UPDATE training"
	"   SET state = ?"
	" WHERE id = ?"
	"   AND state = ?"
	"   AND station_id = ?");
static const struct machine training = { "training", moves, &move_q };

#define CANCEL_IN(X, T) X(T, STR, reason, 2, 200)
FORM_DEFINE(cancel_in, CANCEL_IN);

#define TRAINING_LIST_COLS(C) \
	C(TEXT, no, "t.no", "") \
	C(TEXT, title, "t.title", "") \
	C(CODE, kind, "t.kind", "training_kind") \
	C(DAY, day, "DATE(t.starts_at)", "") \
	C(TEXT, starts_at, "t.starts_at", "") \
	C(TEXT, place, "t.place", "") \
	C(INT, places, "t.places", "") \
	C(INT, taken, "t.taken", "") \
	C(INT, waiting, \
	  "(SELECT COUNT(*) FROM enrolment e WHERE e.training_id = t.id" \
	  " AND e.state = 'waiting')", \
	  "") \
	C(WORD, state, "t.state", "State.training")
#define TRAINING_LIST_TABLE "training t"
#define TRAINING_LIST_JOINS ""
#define TRAINING_LIST_WHERE "t.station_id = ?"
#define TRAINING_LIST_FILTERS(F) \
	F(WORD, state, "t.state = ?") \
	F(WORD, kind, "t.kind = ?") \
	F(DAY, from, "t.starts_at >= ?") \
	F(DAY, to, "t.starts_at < ? + INTERVAL 1 DAY") \
	F(FIND, q, "CONCAT_WS(' ', t.no, t.title, t.place) LIKE ?")
#define TRAINING_LIST_WAYS(S, L) \
	S(L, no, any, "t.id", "training_recent") \
	S(L, no, state, "t.id", "training_of_state") \
	S(L, no, kind, "t.id", "training_of_kind") \
	S(L, no, from, "t.starts_at", "training_day") \
	S(L, no, to, "t.starts_at", "training_day") \
	S(L, starts_at, any, "t.starts_at", "training_day") \
	S(L, starts_at, state, "t.starts_at", "training_station") \
	S(L, kind, any, "t.kind", "training_of_kind") \
	S(L, kind, kind, "t.id", "training_of_kind") \
	S(L, state, any, "t.state", "training_of_state") \
	S(L, state, state, "t.id", "training_of_state")
#define TRAINING_LIST_ID "t.id"
LIST_DEFINE(TRAINING_LIST);
static const struct list trainings = LIST(TRAINING_LIST, "Trainings", "training.List");

static struct stmt show_q = SQL(
	"SELECT t.no, t.title, t.state, t.kind, k.name AS kind_name, t.mode, m.name AS mode_name,"
	"       COALESCE(NULLIF(t.organiser, ''), s.name) AS organiser, t.lecturer,"
	"       t.starts_at, t.ends_at, t.study_minutes, t.place, t.content, t.contact_name,"
	"       t.contact_phone, t.places, t.taken, t.places - t.taken AS places_left,"
	"       t.enrol_until, t.min_age, t.pass_score, t.qualifies, t.valid_months,"
	"       s.name AS station, p.no AS project_no, p.title AS project,"
	"       f.name AS recorded_by"
	"  FROM training t"
	"  JOIN station s ON s.id = t.station_id"
	"  LEFT JOIN code_item k ON k.list = 'training_kind' AND k.code = t.kind"
	"  LEFT JOIN code_item m ON m.list = 'training_mode' AND m.code = t.mode"
	"  LEFT JOIN project p ON p.id = t.project_id"
	"  LEFT JOIN staff f ON f.id = t.recorded_by"
	" WHERE t.id = ?");
static struct stmt mine_q = SQL(
	"SELECT " ROW_SELECT(TRAINING_COLS)
	"  FROM training t"
	" WHERE t.no = ?"
	"   AND t.station_id = ?");
static struct stmt public_q = SQL(
	"SELECT " ROW_SELECT(TRAINING_COLS)
	"  FROM training t"
	" WHERE t.no = ?"
	"   AND t.state <> 'draft'");
static struct stmt counts_q = SQL(
	"SELECT SUM(state = 'enrolled') AS enrolled, SUM(state = 'waiting') AS waiting,"
	"       SUM(state = 'present') AS present, SUM(state = 'passed') AS passed,"
	"       SUM(state = 'failed') AS failed"
	"  FROM enrolment"
	" WHERE training_id = ?");
static struct stmt positions_q = SQL(
	"SELECT p.no, p.title, o.title AS position"
	"  FROM position o"
	"  JOIN project p ON p.id = o.project_id"
	" WHERE o.training_id = ?"
	" ORDER BY p.id DESC"
	" LIMIT 20");

static struct stmt unsettled_q = SQL(
	"SELECT COUNT(*)"
	"  FROM enrolment"
	" WHERE training_id = ?"
	"   AND state = 'present'");
static struct stmt recorded_q = SQL(
	"UPDATE training"
	"   SET recorded_by = ?"
	" WHERE id = ?");
static struct stmt away_q = SQL(
	"UPDATE enrolment"
	"   SET state = 'cancelled', line_no = NULL, reason = ?"
	" WHERE training_id = ?"
	"   AND state = ?");
static struct stmt empty_q = SQL(
	"UPDATE training"
	"   SET taken = 0"
	" WHERE id = ?");

enum err put_training(struct rq *q, int64_t id)
{
	return put_one(q, "Training", &show_q, ARGS(A_(id)));
}

enum err training_mine(struct rq *q, struct training_row *t)
{
	return row_one(&mine_q, ARGS(A_(arg(q, 0)), A_(q->station)), training_row_cols, t);
}

enum err training_public(struct rq *q, struct training_row *t)
{
	return row_one(&public_q, ARGS(A_(arg(q, 0))), training_row_cols, t);
}

enum err manage_list(struct rq *q)
{
	enum err e = put_codes(q, "Kinds", "training_kind");
	return e ? e : list_page(q, &trainings, ARGS(A_(q->station)), "training/manage.cs");
}

enum err manage_show(struct rq *q)
{
	struct training_row t;
	enum err e = training_mine(q, &t);
	if (!e)
		e = put_training(q, t.id);
	if (!e)
		e = put_one(q, "Counts", &counts_q, ARGS(A_(t.id)));
	if (!e)
		e = put_query(q, "Positions", &positions_q, ARGS(A_(t.id)));
	if (!e)
		e = history_put(q, "training", t.id);
	return e ? e : page(q, "training/one.cs");
}

struct step {
	struct rq *q;
	const struct training_row *t;
	const char *verb, *reason;
};

static enum err training_empty_line(const struct step *s, const char *state, const char *reason)
{
	int64_t rows;
	return db_affect(&away_q, ARGS(A_(reason), A_(s->t->id), A_(state)), &rows);
}

/* Who did not come, and who waited in vain, was not trained: nothing of it is a record. */
static enum err training_close(const struct step *s)
{
	int64_t unsettled;
	enum err e = db_int(&unsettled_q, ARGS(A_(s->t->id)), &unsettled);
	if (!e && unsettled)
		return ERR_STALE;
	if (!e)
		e = training_empty_line(s, "enrolled", lang("training.reason_absent"));
	if (!e)
		e = training_empty_line(s, "waiting", lang("training.reason_full"));
	return e ? e : db_change(&recorded_q, ARGS(A_(s->q->staff), A_(s->t->id)));
}

static enum err training_call_off(const struct step *s)
{
	static const char *const states[] = { "enrolled", "present", "waiting" };
	enum err e = tell_training(&s->q->actor, s->t->id, "cancelled", NULL, s->reason, 0);
	for (size_t i = 0; !e && i < sizeof(states) / sizeof(states[0]); i++)
		e = training_empty_line(s, states[i], s->reason);
	return e ? e : db_change(&empty_q, ARGS(A_(s->t->id)));
}

static enum err training_step(void *ctx)
{
	const struct step *s = ctx;
	enum err e = move_to(&s->q->actor, &training, s->verb, s->t->id, s->t->state);
	if (!e && str_eq(s->verb, "finish"))
		e = training_close(s);
	if (!e && str_eq(s->verb, "cancel"))
		e = training_call_off(s);
	return e;
}

static enum err training_move(struct rq *q, const struct training_row *t, const char *verb,
			      const char *reason, const char *done)
{
	enum err e = db_tx(training_step, &(struct step){ q, t, verb, reason });
	return e ? e : see(q, "/training/manage/%s?done=%s", t->no, done);
}

enum err manage_publish(struct rq *q)
{
	struct training_row t;
	enum err e = training_mine(q, &t);
	if (e)
		return e;
	if (str_eq(t.state, "draft") && strcmp(t.starts_at, clock_time(q->arena, q->now)) <= 0)
		return refused(q, "start_past", manage_show);
	return training_move(q, &t, "publish", NULL, "published");
}

enum err manage_start(struct rq *q)
{
	struct training_row t;
	enum err e = training_mine(q, &t);
	if (e)
		return e;
	if (str_eq(t.state, "published") &&
	    strncmp(t.starts_at, clock_day(q->arena, q->now), 10) > 0)
		return refused(q, "not_yet", manage_show);
	return training_move(q, &t, "start", NULL, "started");
}

enum err manage_finish(struct rq *q)
{
	struct training_row t;
	int64_t unsettled = 0;
	enum err e = training_mine(q, &t);
	if (!e)
		e = db_int(&unsettled_q, ARGS(A_(t.id)), &unsettled);
	if (e)
		return e;
	if (str_eq(t.state, "running") && unsettled)
		return refused(q, "unsettled", manage_show);
	return training_move(q, &t, "finish", NULL, "finished");
}

static struct stmt passed_q = SQL(
	"SELECT COUNT(*)"
	"  FROM enrolment"
	" WHERE training_id = ?"
	"   AND state IN ('passed', 'failed')");

enum err manage_cancel(struct rq *q)
{
	struct training_row t;
	struct cancel_in in;
	int64_t settled = 0;
	enum err e = training_mine(q, &t);
	if (!e)
		e = db_int(&passed_q, ARGS(A_(t.id)), &settled);
	if (e)
		return e;
	if (!form_read(q, cancel_in_fields, &in))
		return ERR_FORM;
	/* Results are records already: such a training is finished, not called off. */
	if (settled)
		return refused(q, "settled", manage_show);
	return training_move(q, &t, "cancel", in.reason, "cancelled");
}
