/* open.c - what everybody sees: trainings with places left; a volunteer enrols and cancels. */
#include <string.h>

#include "ask.h"
#include "clock.h"
#include "code.h"
#include "duty.h"
#include "training.h"

enum { PAGE_ROWS = 50 };

/* The key of the pager is one text, so that trainings that begin together stay in order. */
static struct stmt list_q = SQL(
	"SELECT t.no, t.title, t.starts_at, t.ends_at, t.place, s.name AS station, t.places,"
	"       t.places - t.taken AS places_left, t.state,"
	"       e.state AS mine, CONCAT(DATE_FORMAT(t.starts_at, '%Y%m%d%H%i'), t.no) AS _after"
	"  FROM training t"
	"  JOIN station s ON s.id = t.station_id"
	"  LEFT JOIN enrolment e ON e.training_id = t.id AND e.person_id = ?"
	"       AND e.state <> 'cancelled'"
	" WHERE t.state IN ('published', 'running')"
	"   AND t.ends_at >= ?"
	" HAVING _after > ?"
	" ORDER BY _after"
	" LIMIT 51");
static struct stmt mine_q = SQL(
	"SELECT t.no, t.title, DATE(t.starts_at) AS day, t.study_minutes, e.state, k.valid_until"
	"  FROM enrolment e"
	"  JOIN training t ON t.id = e.training_id"
	"  LEFT JOIN qualification k ON k.person_id = e.person_id AND k.training_id = t.id"
	"       AND k.withdrawn_at IS NULL"
	" WHERE e.person_id = ?"
	"   AND e.state <> 'cancelled'"
	" ORDER BY e.id DESC"
	" LIMIT 20");
static struct stmt my_one_q = SQL(
	"SELECT e.id AS _id, e.state, e.score, e.reason, e.enrolled_at, k.valid_until,"
	"       IF(e.state = 'waiting', (SELECT COUNT(*) FROM enrolment w"
	"       WHERE w.training_id = e.training_id AND w.state = 'waiting'"
	"       AND w.line_no <= e.line_no), NULL) AS place_in_line"
	"  FROM enrolment e"
	"  LEFT JOIN qualification k ON k.person_id = e.person_id AND k.training_id = e.training_id"
	"       AND k.withdrawn_at IS NULL"
	" WHERE e.training_id = ?"
	"   AND e.person_id = ?");
enum err open_list(struct rq *q)
{
	const char *now = clock_time(q->arena, q->now), *after = str_or(query(q, "after"), "");
	enum err e = put_query(q, "Trainings", &list_q, ARGS(A_(q->person), A_(now), A_(after)));
	if (!e && q->person)
		e = put_query(q, "Mine", &mine_q, ARGS(A_(q->person)));
	if (!e && q->person)
		e = put_station(q, q->station);
	if (e)
		return e;
	put_next(q, "Trainings", PAGE_ROWS, "_after");
	if (!q->who.session_id)
		reply_cache(q, 10);
	return page(q, "training/list.cs");
}

static enum err training_put_mine(struct rq *q, const struct training_row *t)
{
	enum err e = put_one(q, "Mine", &my_one_q, ARGS(A_(t->id), A_(q->person)));
	if (e && e != ERR_NOT_FOUND)
		return e;
	const char *mine = e ? NULL : node_get(put_list(q, "Mine"), "state");
	bool open = str_eq(t->state, "published") &&
		    strcmp(t->starts_at, clock_time(q->arena, q->now)) > 0;
	err_clear();
	/* The same rule as the deed's; who is not signed in yet is not asked. */
	bool fresh = open && (!mine || str_eq(mine, "cancelled"));
	const char *why = NULL;
	e = fresh && q->person ? may_enrol(q, t, q->person, false, &why) : OK;
	if (e)
		return e;
	if (fresh)
		put(q, why ? "WhyNot" : "CanEnrol", why ? why : "1");
	if (mine && str_eq(mine, "enrolled") && str_in(t->state, "published,running") &&
	    strncmp(t->starts_at, clock_day(q->arena, q->now), 10) == 0)
		put(q, "CanSign", "1");
	if (open && mine && str_in(mine, "enrolled,waiting"))
		put(q, "CanCancel", "1");
	return OK;
}

enum err open_show(struct rq *q)
{
	struct training_row t;
	enum err e = training_public(q, &t);
	if (!e)
		e = put_station(q, t.station_id);
	if (!e)
		e = put_training(q, t.id);
	if (!e)
		e = training_put_mine(q, &t);
	if (!e)
		e = put_materials(q, &t);
	return e ? e : page(q, "training/show.cs");
}

enum err open_enrol(struct rq *q)
{
	struct training_row t;
	const char *why, *state;
	enum err e = training_public(q, &t);
	if (!e)
		e = may_enrol(q, &t, q->person, false, &why);
	if (e)
		return e;
	if (why)
		return refused(q, why, open_show);
	e = place_take(q, &t, q->person, &state);
	return e ? e
		 : see(q, "/training/%s?done=%s", t.no,
		       str_eq(state, "waiting") ? "in_line" : "enrolled");
}

enum err open_cancel(struct rq *q)
{
	struct training_row t;
	enum err e = training_public(q, &t);
	if (!e)
		e = put_one(q, "Mine", &my_one_q, ARGS(A_(t.id), A_(q->person)));
	if (e)
		return e;
	/* Who is away on the day is entered on the roll; a place freed then helps nobody. */
	if (!str_eq(t.state, "published") || strcmp(t.starts_at, clock_time(q->arena, q->now)) <= 0)
		return refused(q, "begun", open_show);
	e = place_leave(q, &t, node_get_int(put_list(q, "Mine"), "_id"), NULL);
	return e ? e : see(q, "/training/%s?done=left", t.no);
}

struct answering {
	struct rq *q;
	int64_t training;
	bool yes;
};

static enum err open_answer_tx(void *ctx)
{
	const struct answering *a = ctx;
	const char *duty;
	int64_t by;
	return ask_answered(&a->q->actor, "training", a->training, a->yes, &duty, &by);
}

/* Asked by a station that is not theirs: what they say, and the place when it is a yes. */
static enum err open_answer(struct rq *q, bool yes)
{
	struct training_row t;
	const char *why = NULL, *state;
	struct duty_clash clash = { .no = NULL };
	enum err e = training_public(q, &t);
	if (!e && yes)
		e = may_enrol(q, &t, q->person, true, &why);
	if (e)
		return e;
	if (why)
		return refused(q, why, open_show);
	if (yes)
		e = duty_free(q->person, t.starts_at, t.ends_at, DB_NONE, &clash);
	if (e || clash.no)
		return e ? e : see(q, "/account/me?done=ask_clash");
	e = db_tx(open_answer_tx, &(struct answering){ q, t.id, yes });
	if (!e && yes)
		e = place_take(q, &t, q->person, &state);
	return e ? e : see(q, "/account/me?done=%s", yes ? "ask_accepted" : "ask_declined");
}

enum err open_join(struct rq *q)
{
	return open_answer(q, true);
}

enum err open_decline(struct rq *q)
{
	return open_answer(q, false);
}
