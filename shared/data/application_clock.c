/* application_clock.c - offers end at their time, and with a shift all that waited for it. */
#include "application_clock.h"

#include "application.h"
#include "aside.h"
#include "ids.h"

static struct stmt late_q = SQL(
	"SELECT a.id"
	"  FROM application a"
	" WHERE a.state = 'offered'"
	"   AND a.offered_until < ?"
	"   AND " ASIDE_NOT("offer", "application", "a.id")
	" ORDER BY a.offered_until, a.id"
	" LIMIT ?");
static struct stmt late_project_q = SQL(
	"SELECT a.id"
	"  FROM application a"
	" WHERE a.project_id = ?"
	"   AND a.state = 'offered'"
	"   AND a.offered_until < ?"
	" ORDER BY a.position_id, a.id"
	" LIMIT ?");
static struct stmt late_shift_q = SQL(
	"SELECT a.id"
	"  FROM application a"
	" WHERE a.activity_id = ?"
	"   AND a.state = 'offered'"
	"   AND a.offered_until < ?"
	" ORDER BY a.id"
	" LIMIT ?");
static struct stmt lapsed_q = SQL(
	"UPDATE application"
	"   SET withdrawn_at = ?, reason = 'lapsed', line_no = NULL, offered_until = NULL"
	" WHERE id = ?"
	"   AND offered_until < ?");

struct step {
	const struct actor *by;
	int64_t id, n;
};

/* The time is asked for again under the lock: who took the place meanwhile keeps it. */
static enum err offer_lapse(void *ctx)
{
	struct step *s = ctx;
	struct application_row a;
	enum err e = application_read(s->id, &a);
	if (e)
		return e;
	struct seat seat = application_seat(&a);
	const char *now = actor_time(s->by);
	e = seat_lock(&seat);
	if (!e)
		e = application_move(s->by, &a, "lapse");
	if (!e)
		e = db_change(&lapsed_q, ARGS(A_(now), A_(a.id), A_(now)));
	if (!e)
		e = application_tell(s->by, &a, "passed_on", NULL, NULL);
	return e ? e : places_freed(s->by, &seat);
}

enum err offers_due(const struct actor *by, int64_t *ids, size_t max, size_t *n)
{
	*n = 0;
	return db_each(&late_q, ARGS(A_(actor_time(by)), A_((int64_t)max)), ids_take,
		       &(struct ids_taken){ ids, max, n });
}

enum err offer_step(const struct actor *by, int64_t application, int64_t *done)
{
	enum err e = db_tx(offer_lapse, &(struct step){ by, application, 0 });
	*done += !e;
	return e;
}

static enum err offers_end(const struct actor *by, struct stmt *late, int64_t of)
{
	enum { MOST = 200 };
	int64_t ids[MOST], done = 0;
	size_t n = 0;
	enum err e = db_each(late, ARGS(A_(of), A_(actor_time(by)), A_((int64_t)MOST)), ids_take,
			     &(struct ids_taken){ ids, MOST, &n });
	for (size_t i = 0; !e && i < n; i++) {
		e = offer_step(by, ids[i], &done);
		/* Somebody else was first. */
		e = e == ERR_STALE ? OK : e;
	}
	return e;
}

enum err offers_end_project(const struct actor *by, int64_t project)
{
	return offers_end(by, &late_project_q, project);
}

enum err offers_end_shift(const struct actor *by, int64_t activity)
{
	return offers_end(by, &late_shift_q, activity);
}

/* The key holds open applications alone, so that this reads as many as still wait anywhere. */
static struct stmt over_q = SQL(
	"SELECT k.id"
	"  FROM (SELECT DISTINCT open_shift AS id FROM application"
	"       WHERE open_shift IS NOT NULL) k"
	"  JOIN activity b ON b.id = k.id"
	" WHERE (b.state NOT IN ('draft', 'published') OR b.starts_at <= ?)"
	"   AND " ASIDE_NOT("shift_over", "activity", "k.id")
	" ORDER BY k.id"
	" LIMIT ?");
static struct stmt still_q = SQL(
	"SELECT " ROW_SELECT(APPLICATION_COLS)
	"  FROM application a"
	" WHERE a.open_shift = ?"
	" ORDER BY a.id"
	" LIMIT 200"
	"   FOR UPDATE");
#define OVER_COLS(X, T) \
	X(T, TEXT, state, "state") \
	X(T, TEXT, reason, "cancel_reason")
ROW_DEFINE(over_row, OVER_COLS);
static struct stmt activity_q = SQL(
	"SELECT " ROW_SELECT(OVER_COLS)
	"  FROM activity"
	" WHERE id = ?"
	"   AND (state NOT IN ('draft', 'published') OR starts_at <= ?)");

enum err shifts_over_due(const struct actor *by, int64_t *ids, size_t max, size_t *n)
{
	*n = 0;
	return db_each(&over_q, ARGS(A_(actor_time(by)), A_((int64_t)max)), ids_take,
		       &(struct ids_taken){ ids, max, n });
}

static enum err shift_end(const struct actor *by, const struct over_row *o,
			  const struct application_row *a)
{
	static const struct application_ending begun = { "shift_over", "shift_over", NULL };
	const struct application_ending off = { "shift_cancelled", "shift_cancelled", o->reason };
	const struct seat seat = application_seat(a);
	enum err e = application_end(by, a, str_eq(o->state, "cancelled") ? &off : &begun);
	return e || !str_eq(a->state, "offered") ? e : seat_give(&seat);
}

static enum err shift_over(void *ctx)
{
	struct step *s = ctx;
	struct over_row o;
	struct application_row *v;
	size_t n = 0;
	s->n = 0;
	/* Places first, as signing up does. */
	enum err e = seat_lock(&(struct seat){ DB_NONE, s->id });
	if (!e)
		e = row_one(&activity_q, ARGS(A_(s->id), A_(actor_time(s->by))), over_row_cols, &o);
	if (!e)
		e = row_all(&still_q, ARGS(A_(s->id)), application_row_cols, sizeof(*v), &v, &n);
	for (size_t i = 0; !e && i < n; i++)
		e = shift_end(s->by, &o, &v[i]);
	s->n = (int64_t)n;
	/* Put off by a page since it was read. */
	return e == ERR_NOT_FOUND ? ERR_STALE : e;
}

enum err shift_over_step(const struct actor *by, int64_t activity, int64_t *done)
{
	struct step s = { by, activity, 0 };
	enum err e = db_tx(shift_over, &s);
	*done += e ? 0 : s.n;
	return e;
}
