/* decide.c - staff take on, refuse or let wait, one or all that are ticked: all of a batch or none.
 */
#include "barred.h"
#include "clock.h"
#include "form.h"
#include "recruit.h"

enum { MOST = 100 };

#define BATCH(X, T, least) \
	X(T, LIST, uid, 1, 100) X(T, WORD, verb, 0, 10) X(T, STR, reason, least, 200)
#define BATCH_IN(X, T)        BATCH(X, T, 0)
#define BATCH_REFUSE_IN(X, T) BATCH(X, T, 2)
FORM_DEFINE(batch_in, BATCH_IN);
FORM_DEFINE(batch_refuse_in, BATCH_REFUSE_IN);
#define REFUSE_IN(X, T) X(T, STR, reason, 2, 200)
FORM_DEFINE(refuse_in, REFUSE_IN);

static struct stmt find_q = SQL(
	"SELECT " ROW_SELECT(APPLICATION_COLS)
	"  FROM application a"
	"  JOIN project p ON p.id = a.project_id AND p.state IN ('recruiting', 'running')"
	" WHERE a.uid = UNHEX(?)"
	"   AND a.station_id = ?");
static struct stmt decided_q = SQL(
	"UPDATE application"
	"   SET decided_by = ?, decided_at = ?, reason = ?, line_no = ?"
	" WHERE id = ?");
static struct stmt title_q = SQL(
	"SELECT title"
	"  FROM position"
	" WHERE id = ?");

/* To the list, as it was filtered. */
static enum err review_back(struct rq *q, const char *done)
{
	const char *project = str_or(query(q, "project"), "");
	return see(q, "/recruit/review?done=%s%s%s", done, *project ? "&project=" : "",
		   url_encode(q->arena, project));
}

struct decision {
	struct rq *q;
	struct application_row v[MOST];
	size_t n;
	const char *reason;
	const struct application_row *full; /* its seat has too few places; NULL: none */
	struct sign_up duty;                /* who was to stand on a roster, and could not */
};

static enum err decision_note(const struct decision *d, const struct application_row *a,
			      const char *reason, int64_t line_no)
{
	const char *now = clock_time(d->q->arena, d->q->now);
	return db_change(&decided_q,
			 ARGS(A_(d->q->staff), A_(now), A_(reason), A_(line_no), A_(a->id)));
}

/* All or none: one place too few undoes the whole batch. Seats in order of their rows, so that two
 * batches never wait for each other. */
static enum err decision_approve(void *ctx)
{
	struct decision *d = ctx;
	enum err e = OK;
	d->full = NULL;
	for (size_t i = 0; !e && i < d->n; i++) {
		const struct application_row *a = &d->v[i];
		struct seat seat = application_seat(a);
		e = seat_take(&seat);
		if (e == ERR_STALE) {
			d->full = a;
			return ERR_CHECK;
		}
		d->duty = (struct sign_up){ .q = d->q, .seat = seat, .person = a->person };
		if (!e)
			e = application_move(&d->q->actor, a, "accept");
		if (!e)
			e = decision_note(d, a, NULL, DB_NONE);
		if (!e)
			e = sign_duty(&d->duty);
		if (!e)
			e = application_tell(&d->q->actor, a, "approved", NULL, NULL);
	}
	return e;
}

static enum err application_find(struct rq *q, const char *uid, struct application_row *a)
{
	return row_one(&find_q, ARGS(A_(uid), A_(q->station)), application_row_cols, a);
}

static bool decision_behind(const struct application_row *a, const struct application_row *b)
{
	if (a->position != b->position)
		return a->position > b->position;
	return a->activity != b->activity ? a->activity > b->activity : a->id > b->id;
}

static void decision_sort(struct decision *d)
{
	for (size_t i = 1; i < d->n; i++)
		for (size_t k = i; k && decision_behind(&d->v[k - 1], &d->v[k]); k--) {
			struct application_row swap = d->v[k];
			d->v[k] = d->v[k - 1];
			d->v[k - 1] = swap;
		}
}

/* How many were ticked for the position that is full, and how many places it has. */
static enum err decision_full(struct decision *d)
{
	struct rq *q = d->q;
	int64_t ticked = 0, left;
	const char *title;
	struct seat seat = application_seat(d->full);
	enum err e = db_text(&title_q, ARGS(A_(seat.position)), &title);
	if (!e)
		e = seat_left(&seat, &left);
	if (e)
		return e;
	for (size_t i = 0; i < d->n; i++)
		ticked += d->v[i].position == seat.position && d->v[i].activity == seat.activity;
	form_error_text(q, NULL,
			arena_fmt(q->arena, "%s%s%s %lld %s %lld %s", lang("recruit.full_before"),
				  title, lang("recruit.full_ticked"), (long long)ticked,
				  lang("recruit.full_left"), (long long)left,
				  lang("recruit.full_after")));
	return OK;
}

/* Nobody takes themselves on. */
static enum err decision_barred(const struct decision *d)
{
	int64_t people[MOST];
	for (size_t i = 0; i < d->n; i++)
		people[i] = d->v[i].person;
	return barred(d->q, people, d->n);
}

static enum err decision_approve_all(struct decision *d)
{
	struct rq *q = d->q;
	for (size_t i = 0; i < d->n; i++) {
		if (!str_eq(d->v[i].state, "pending"))
			return ERR_STALE;
		if (str_eq(d->v[i].mode, "draw")) {
			form_error(q, NULL, "draw_decides");
			return ERR_FORM;
		}
	}
	decision_sort(d);
	enum err e = decision_barred(d);
	if (e)
		return e;
	e = db_tx(decision_approve, d);
	if (e == ERR_CHECK && (d->duty.clash.no || d->duty.lacks))
		return sign_refuse_for(q, &d->duty);
	if (!d->full)
		return e ? e : review_back(q, d->n > 1 ? "approved_all" : "approved");
	e = decision_full(d);
	return e ? e : ERR_FORM;
}

enum err review_approve(struct rq *q)
{
	struct decision d = { .q = q, .n = 1 };
	enum err e = application_find(q, arg(q, 0), &d.v[0]);
	return e ? e : decision_approve_all(&d);
}

/* All or none, as they are taken on. */
static enum err decision_refuse(void *ctx)
{
	struct decision *d = ctx;
	enum err e = OK;
	for (size_t i = 0; !e && i < d->n; i++) {
		/* The reason first: the table knows no refusal without one. */
		e = decision_note(d, &d->v[i], d->reason, DB_NONE);
		if (!e)
			e = application_move(&d->q->actor, &d->v[i], "refuse");
		if (!e)
			e = application_tell(&d->q->actor, &d->v[i], "refused", NULL, d->reason);
	}
	return e;
}

static enum err decision_refuse_all(struct decision *d)
{
	enum err e = db_tx(decision_refuse, d);
	return e ? e : review_back(d->q, d->n > 1 ? "refused_all" : "refused");
}

enum err review_refuse(struct rq *q)
{
	struct refuse_in in;
	struct decision d = { .q = q, .n = 1 };
	enum err e = application_find(q, arg(q, 0), &d.v[0]);
	if (e)
		return e;
	if (!form_read(q, refuse_in_fields, &in))
		return ERR_FORM;
	d.reason = in.reason;
	return decision_refuse_all(&d);
}

/* Behind a full position, at the end of its waiting list. */
static enum err decision_line_up(struct decision *d, const struct application_row *a)
{
	int64_t left, last;
	struct seat seat = application_seat(a);
	enum err e = seat_lock(&seat);
	if (!e)
		e = seat_left(&seat, &left);
	if (!e && left > 0) {
		d->full = a;
		return ERR_CHECK;
	}
	if (!e)
		e = places_waiting(&seat, &last);
	if (!e)
		e = application_move(&d->q->actor, a, "queue");
	if (!e)
		e = decision_note(d, a, NULL, last + 1);
	return e ? e : application_tell(&d->q->actor, a, "lined_up", NULL, NULL);
}

static enum err decision_wait(void *ctx)
{
	struct decision *d = ctx;
	enum err e = OK;
	d->full = NULL;
	for (size_t i = 0; !e && i < d->n; i++)
		e = decision_line_up(d, &d->v[i]);
	return e;
}

/* Those of one seat in the order in which they applied. */
static enum err decision_wait_all(struct decision *d)
{
	decision_sort(d);
	enum err e = db_tx(decision_wait, d);
	if (e == ERR_CHECK && d->full && d->n > 1) {
		form_error(d->q, NULL, "not_full");
		return ERR_FORM;
	}
	if (e == ERR_CHECK && d->full)
		return ERR_STALE;
	return e ? e : review_back(d->q, d->n > 1 ? "queued_all" : "queued");
}

enum err review_wait(struct rq *q)
{
	struct decision d = { .q = q, .n = 1 };
	enum err e = application_find(q, arg(q, 0), &d.v[0]);
	return e ? e : decision_wait_all(&d);
}

/* What was ticked, as the button says: taken on, refused with one reason for all, or lined up. */
enum err review_batch(struct rq *q)
{
	struct batch_in in;
	struct decision d = { .q = q };
	if (!form_read(q, batch_in_fields, &in))
		return ERR_FORM;
	const char *verb = str_or(in.verb, "approve");
	for (; d.n < in.uid.n; d.n++) {
		enum err e = application_find(q, in.uid.v[d.n], &d.v[d.n]);
		if (e)
			return e;
	}
	if (str_eq(verb, "wait"))
		return decision_wait_all(&d);
	if (!str_eq(verb, "refuse"))
		return str_eq(verb, "approve") ? decision_approve_all(&d) : ERR_BAD_REQUEST;
	struct batch_refuse_in why;
	if (!form_read(q, batch_refuse_in_fields, &why))
		return ERR_FORM;
	d.reason = why.reason;
	return decision_refuse_all(&d);
}
