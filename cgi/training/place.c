/* place.c - places of a training: taken by one conditional UPDATE, freed for the first in line. */
#include <string.h>

#include "check.h"
#include "clock.h"
#include "secret.h"
#include "tell_thing.h"
#include "training.h"

static struct stmt volunteer_q = SQL(
	"SELECT v.state, p.birth_on"
	"  FROM volunteer v"
	"  JOIN person p ON p.id = v.person_id"
	" WHERE v.person_id = ?");
static struct stmt lesson_q = SQL(
	"SELECT COUNT(*)"
	"  FROM enrolment e"
	"  JOIN training t ON t.id = e.training_id"
	" WHERE e.person_id = ?"
	"   AND e.state IN ('enrolled', 'present')"
	"   AND t.id <> ?"
	"   AND t.state IN ('published', 'running')"
	"   AND t.starts_at < ?"
	"   AND t.ends_at > ?");
static struct stmt duty_q = SQL(
	"SELECT COUNT(*)"
	"  FROM roster r"
	"  JOIN activity a ON a.id = r.activity_id"
	" WHERE r.person_id = ?"
	"   AND r.state = 'on'"
	"   AND a.state IN ('published', 'running')"
	"   AND a.starts_at < ?"
	"   AND a.ends_at > ?");

static struct stmt take_q = SQL(
	"UPDATE training"
	"   SET taken = taken + 1"
	" WHERE id = ?"
	"   AND state = ?"
	"   AND taken < places");
static struct stmt lock_q = SQL(
	"SELECT id"
	"  FROM training"
	" WHERE id = ?"
	"   AND state = ?"
	"   FOR UPDATE");
static struct stmt line_q = SQL(
	"SELECT COALESCE(MAX(line_no), 0) + 1"
	"  FROM enrolment"
	" WHERE training_id = ?");
static struct stmt again_q = SQL(
	"UPDATE enrolment"
	"   SET state = ?, line_no = ?, enrolled_at = ?, reason = NULL"
	" WHERE training_id = ?"
	"   AND person_id = ?"
	"   AND state = 'cancelled'");
static struct stmt add_q = SQL(
	"INSERT INTO enrolment (uid, training_id, station_id, person_id, state, line_no,"
	"       enrolled_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?)");
static struct stmt mine_q = SQL(
	"SELECT id, state"
	"  FROM enrolment"
	" WHERE training_id = ?"
	"   AND person_id = ?");

static struct stmt state_q = SQL(
	"SELECT state"
	"  FROM enrolment"
	" WHERE id = ?"
	"   AND training_id = ?");
static struct stmt left_q = SQL(
	"UPDATE enrolment"
	"   SET state = 'cancelled', line_no = NULL, reason = ?"
	" WHERE id = ?"
	"   AND state = ?");
static struct stmt first_q = SQL(
	"SELECT id"
	"  FROM enrolment"
	" WHERE training_id = ?"
	"   AND state = 'waiting'"
	" ORDER BY line_no, id"
	" LIMIT 1");
static struct stmt up_q = SQL(
	"UPDATE enrolment"
	"   SET state = 'enrolled', line_no = NULL"
	" WHERE id = ?"
	"   AND state = 'waiting'");
static struct stmt whose_q = SQL(
	"SELECT person_id"
	"  FROM enrolment"
	" WHERE id = ?");
static struct stmt free_q = SQL(
	"UPDATE training"
	"   SET taken = taken - 1"
	" WHERE id = ?"
	"   AND taken > 0");

#define PERSON_COLS(X, T) \
	X(T, TEXT, state, "v.state") \
	X(T, TEXT, birth_on, "p.birth_on")
ROW_DEFINE(person_row, PERSON_COLS);
#define ENROLMENT_COLS(X, T) \
	X(T, INT, id, "id") \
	X(T, TEXT, state, "state")
ROW_DEFINE(enrolment_row, ENROLMENT_COLS);

static const char *training_closed_why(struct rq *q, const struct training_row *t, bool desk)
{
	const char *now = clock_time(q->arena, q->now);
	if (desk && str_in(t->state, "published,running"))
		return NULL;
	if (!str_eq(t->state, "published"))
		return "closed";
	if (strcmp(t->starts_at, now) <= 0)
		return "begun";
	return t->enrol_until && strcmp(t->enrol_until, now) < 0 ? "late" : NULL;
}

static enum err place_clash(const struct training_row *t, int64_t person, const char **why)
{
	int64_t lessons, duties;
	enum err e = db_int(
		&lesson_q, ARGS(A_(person), A_(t->id), A_(t->ends_at), A_(t->starts_at)), &lessons);
	if (!e)
		e = db_int(&duty_q, ARGS(A_(person), A_(t->ends_at), A_(t->starts_at)), &duties);
	if (!e && (lessons || duties))
		*why = lessons ? "clash_training" : "clash_activity";
	return e;
}

enum err may_enrol(struct rq *q, const struct training_row *t, int64_t person, bool desk,
		   const char **why)
{
	struct person_row p;
	*why = training_closed_why(q, t, desk);
	if (*why)
		return OK;
	enum err e = row_one(&volunteer_q, ARGS(A_(person)), person_row_cols, &p);
	if (e)
		return e;
	const char *day = arena_fmt(q->arena, "%.10s", t->starts_at);
	if (!str_eq(p.state, "active"))
		*why = "not_active";
	else if (t->min_age != DB_NONE && (!p.birth_on || age_on(p.birth_on, day) < t->min_age))
		*why = "too_young";
	return *why ? OK : place_clash(t, person, why);
}

struct taking {
	struct rq *q;
	const struct training_row *t;
	int64_t person;
	const char *state;
};

/* *line is DB_NONE for somebody who got a place. */
static enum err place_or_line(const struct training_row *t, int64_t *line)
{
	int64_t rows, id;
	*line = DB_NONE;
	enum err e = db_affect(&take_q, ARGS(A_(t->id), A_(t->state)), &rows);
	if (e || rows)
		return e;
	/* Full. Under the lock nobody frees a place while we step into the line. */
	e = db_int(&lock_q, ARGS(A_(t->id), A_(t->state)), &id);
	if (e)
		return e == ERR_NOT_FOUND ? ERR_STALE : e;
	e = db_affect(&take_q, ARGS(A_(t->id), A_(t->state)), &rows);
	return e || rows ? e : db_int(&line_q, ARGS(A_(t->id)), line);
}

static enum err place_take_tx(void *ctx)
{
	struct taking *n = ctx;
	struct rq *q = n->q;
	int64_t line, rows, id = 0;
	const char *now = clock_time(q->arena, q->now);
	enum err e = place_or_line(n->t, &line);
	n->state = line == DB_NONE ? "enrolled" : "waiting";
	if (!e)
		e = db_affect(&again_q,
			      ARGS(A_(n->state), A_(line), A_(now), A_(n->t->id), A_(n->person)),
			      &rows);
	if (!e && !rows)
		e = db_exec(&add_q,
			    ARGS(A_(secret_uid(q->arena)), A_(n->t->id), A_(n->t->station_id),
				 A_(n->person), A_(n->state), A_(line), A_(now)),
			    &id);
	return e ? e : audit(&q->actor, "enrolment.enrol", "training", n->t->id, n->state);
}

enum err place_take(struct rq *q, const struct training_row *t, int64_t person, const char **state)
{
	struct taking n = { .q = q, .t = t, .person = person };
	struct enrolment_row mine;
	enum err e = row_one(&mine_q, ARGS(A_(t->id), A_(person)), enrolment_row_cols, &mine);
	if (!e && !str_eq(mine.state, "cancelled")) {
		*state = mine.state;
		return OK;
	}
	if (e && e != ERR_NOT_FOUND)
		return e;
	err_clear();
	e = db_tx(place_take_tx, &n);
	/* Pressed twice: whoever was first has the place, and it is the same person. */
	if (e == ERR_DUPLICATE) {
		err_clear();
		e = row_one(&mine_q, ARGS(A_(t->id), A_(person)), enrolment_row_cols, &mine);
		n.state = e ? NULL : mine.state;
	}
	if (!e)
		*state = n.state;
	return e;
}

struct leaving {
	struct rq *q;
	const struct training_row *t;
	int64_t enrolment;
	const char *reason;
};

static enum err place_move_up(struct rq *q, int64_t training)
{
	int64_t first, person;
	enum err e = db_int(&first_q, ARGS(A_(training)), &first);
	if (e == ERR_NOT_FOUND)
		return db_change(&free_q, ARGS(A_(training)));
	if (!e)
		e = db_change(&up_q, ARGS(A_(first)));
	if (!e)
		e = db_int(&whose_q, ARGS(A_(first)), &person);
	if (!e)
		e = tell_training(&q->actor, training, "moved_up", clock_time(q->arena, q->now),
				  NULL, person);
	return e ? e
		 : audit(&q->actor, "enrolment.move_up", "enrolment", first, "waiting > enrolled");
}

static enum err place_leave_tx(void *ctx)
{
	const struct leaving *n = ctx;
	int64_t id;
	const char *state;
	enum err e = db_int(&lock_q, ARGS(A_(n->t->id), A_(n->t->state)), &id);
	if (e)
		return e == ERR_NOT_FOUND ? ERR_STALE : e;
	e = db_text(&state_q, ARGS(A_(n->enrolment), A_(n->t->id)), &state);
	if (!e && !str_in(state, "enrolled,waiting"))
		return ERR_STALE;
	if (!e)
		e = db_change(&left_q, ARGS(A_(n->reason), A_(n->enrolment), A_(state)));
	if (!e)
		e = audit(&n->q->actor, "enrolment.cancel", "enrolment", n->enrolment, state);
	return e || str_eq(state, "waiting") ? e : place_move_up(n->q, n->t->id);
}

enum err place_leave(struct rq *q, const struct training_row *t, int64_t enrolment,
		     const char *reason)
{
	return db_tx(place_leave_tx, &(struct leaving){ q, t, enrolment, reason });
}
