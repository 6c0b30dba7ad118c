/* decision.c - applications are taken on, refused and lined up together: all of them or none. */
#include "decision.h"

#include <string.h>

#include "barred.h"
#include "clock.h"
#include "form.h"

enum { UID_LEAST = 12, UID_WHOLE = 32 };

static struct stmt find_q = SQL(
	"SELECT " ROW_SELECT(APPLICATION_COLS)
	"  FROM application a"
	"  JOIN project p ON p.id = a.project_id AND p.state IN ('recruiting', 'running')"
	" WHERE a.uid BETWEEN UNHEX(RPAD(?, 32, '0')) AND UNHEX(RPAD(?, 32, 'f'))"
	"   AND a.station_id = ?"
	" LIMIT 1");
static struct stmt decided_q = SQL(
	"UPDATE application"
	"   SET decided_by = ?, decided_at = ?, reason = ?, line_no = ?"
	" WHERE id = ?");
static struct stmt title_q = SQL(
	"SELECT title"
	"  FROM position"
	" WHERE id = ?");

enum err decision_add(struct decision *d, const char *uid, const char *verb)
{
	if (d->n == DECISIONS)
		return ERR(ERR_CHECK, "more than %d", DECISIONS);
	struct decision_item *i = &d->v[d->n];
	if (strlen(uid) < UID_LEAST || strlen(uid) > UID_WHOLE ||
	    strspn(uid, "0123456789abcdefABCDEF") != strlen(uid))
		return ERR_NOT_FOUND;
	enum err e = row_one(&find_q, ARGS(A_(uid), A_(uid), A_(d->q->station)),
			     application_row_cols, &i->a);
	if (e)
		return e;
	i->verb = verb;
	d->n++;
	return OK;
}

static enum err decision_note(const struct decision *d, const struct application_row *a,
			      const char *reason, int64_t line_no)
{
	const char *now = clock_time(d->q->arena, d->q->now);
	return db_change(&decided_q,
			 ARGS(A_(d->q->staff), A_(now), A_(reason), A_(line_no), A_(a->id)));
}

static enum err decision_accept(struct decision *d, const struct decision_item *i)
{
	const struct application_row *a = &i->a;
	struct seat seat = application_seat(a);
	enum err e = seat_take(&seat);
	if (e == ERR_STALE) {
		d->full = i;
		return ERR_CHECK;
	}
	d->duty = (struct sign_up){ .q = d->q, .seat = seat, .person = a->person };
	if (!e)
		e = application_move(&d->q->actor, a, "accept");
	if (!e)
		e = decision_note(d, a, NULL, DB_NONE);
	if (!e)
		e = sign_duty(&d->duty);
	return e ? e : application_tell(&d->q->actor, a, "approved", NULL, NULL);
}

static enum err decision_refuse(struct decision *d, const struct decision_item *i)
{
	/* The reason first: the table knows no refusal without one. */
	enum err e = decision_note(d, &i->a, d->reason, DB_NONE);
	if (!e)
		e = application_move(&d->q->actor, &i->a, "refuse");
	if (!e)
		e = application_tell(&d->q->actor, &i->a, "refused", NULL, d->reason);
	return e ? e : application_kept(&d->q->actor, &i->a);
}

/* Behind a full position, at the end of its waiting list. */
static enum err decision_line_up(struct decision *d, const struct decision_item *i)
{
	const struct application_row *a = &i->a;
	int64_t left, last;
	struct seat seat = application_seat(a);
	enum err e = seat_lock(&seat);
	if (!e)
		e = seat_left(&seat, &left);
	if (!e && left > 0) {
		d->full = i;
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

/* All or none: one place too few undoes the whole batch. */
static enum err decision_all(void *ctx)
{
	struct decision *d = ctx;
	enum err e = OK;
	d->full = NULL;
	for (size_t k = 0; !e && k < d->n; k++) {
		const struct decision_item *i = &d->v[k];
		e = str_eq(i->verb, "accept")   ? decision_accept(d, i)
		    : str_eq(i->verb, "refuse") ? decision_refuse(d, i)
						: decision_line_up(d, i);
	}
	return e;
}

static int decision_rank(const char *verb)
{
	return str_eq(verb, "refuse") ? 0 : str_eq(verb, "accept") ? 1 : 2;
}

/* Seats in order of their rows, so that two batches never wait for each other; at each first the
 * places are filled, then the others stand in line as they applied. */
static bool decision_behind(const struct decision_item *i, const struct decision_item *j)
{
	const struct application_row *a = &i->a, *b = &j->a;
	if (a->position != b->position)
		return a->position > b->position;
	if (a->activity != b->activity)
		return a->activity > b->activity;
	int x = decision_rank(i->verb), y = decision_rank(j->verb);
	return x != y ? x > y : a->id > b->id;
}

static void decision_sort(struct decision *d)
{
	for (size_t i = 1; i < d->n; i++)
		for (size_t k = i; k && decision_behind(&d->v[k - 1], &d->v[k]); k--) {
			struct decision_item swap = d->v[k];
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
	struct seat seat = application_seat(&d->full->a);
	enum err e = db_text(&title_q, ARGS(A_(seat.position)), &title);
	if (!e)
		e = seat_left(&seat, &left);
	if (e)
		return e;
	for (size_t i = 0; i < d->n; i++)
		ticked += d->v[i].a.position == seat.position &&
			  d->v[i].a.activity == seat.activity && str_eq(d->v[i].verb, "accept");
	form_error_text(q, NULL,
			arena_fmt(q->arena, "%s%s%s %lld %s %lld %s", lang("recruit.full_before"),
				  title, lang("recruit.full_ticked"), (long long)ticked,
				  lang("recruit.full_left"), (long long)left,
				  lang("recruit.full_after")));
	return ERR_FORM;
}

/* Who was taken on already, who waits for a draw, and oneself. */
static enum err decision_may(const struct decision *d)
{
	int64_t people[DECISIONS];
	size_t n = 0;
	for (size_t i = 0; i < d->n; i++) {
		const struct application_row *a = &d->v[i].a;
		if (!str_eq(d->v[i].verb, "accept"))
			continue;
		if (!str_eq(a->state, "pending"))
			return ERR_STALE;
		if (str_eq(a->mode, "draw")) {
			form_error(d->q, NULL, "draw_decides");
			return ERR_FORM;
		}
		people[n++] = a->person;
	}
	return n ? barred(d->q, people, n) : OK;
}

enum err decision_run(struct decision *d)
{
	struct rq *q = d->q;
	enum err e = decision_may(d);
	if (e)
		return e;
	decision_sort(d);
	e = db_tx(decision_all, d);
	if (e == ERR_CHECK && (d->duty.clash.no || d->duty.lacks))
		return sign_refuse_for(q, &d->duty);
	if (e != ERR_CHECK || !d->full)
		return e;
	if (str_eq(d->full->verb, "accept"))
		return decision_full(d);
	if (d->alone)
		return ERR_STALE;
	form_error(q, NULL, "not_full");
	return ERR_FORM;
}
