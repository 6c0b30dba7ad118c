/* places.c - places of a position, the waiting list behind them, offers and their end. */
#include "clock.h"
#include "recruit.h"
#include "setting.h"

enum { OFFER_HOURS = 24, HOUR = 3600 };

static struct stmt live_q = SQL(
	"SELECT " ROW_SELECT(APPLICATION_COLS)
	"  FROM application a"
	" WHERE a.person_id = ?"
	"   AND a.live_project = ?");
static struct stmt waiting_q = SQL(
	"SELECT COALESCE(MAX(line_no), 0)"
	"  FROM application"
	" WHERE position_id = ?"
	"   AND state = 'waiting'");
static struct stmt first_q = SQL(
	"SELECT " ROW_SELECT(APPLICATION_COLS)
	"  FROM application a"
	"  JOIN volunteer v ON v.person_id = a.person_id AND v.state = 'active'"
	" WHERE a.position_id = ?"
	"   AND a.state = 'waiting'"
	" ORDER BY a.line_no, a.id"
	" LIMIT 1"
	"   FOR UPDATE");
static struct stmt offer_q = SQL(
	"UPDATE application"
	"   SET offered_until = ?"
	" WHERE id = ?");
static struct stmt late_q = SQL(
	"SELECT " ROW_SELECT(APPLICATION_COLS)
	"  FROM application a"
	" WHERE a.project_id = ?"
	"   AND a.state = 'offered'"
	"   AND a.offered_until < ?"
	" ORDER BY a.position_id, a.id"
	" LIMIT 200");
static struct stmt lapsed_q = SQL(
	"UPDATE application"
	"   SET withdrawn_at = ?, reason = ?, line_no = NULL, offered_until = NULL"
	" WHERE id = ?"
	"   AND state = 'withdrawn'");

enum err application_live(int64_t project, int64_t person, struct application_row *a)
{
	return row_one(&live_q, ARGS(A_(person), A_(project)), application_row_cols, a);
}

enum err places_waiting(int64_t position, int64_t *last)
{
	return db_int(&waiting_q, ARGS(A_(position)), last);
}

static enum err places_offer(struct rq *q, int64_t position, int64_t *offered)
{
	struct application_row a;
	int64_t hours;
	*offered = 0;
	enum err e = row_one(&first_q, ARGS(A_(position)), application_row_cols, &a);
	if (e)
		return e == ERR_NOT_FOUND ? OK : e;
	e = position_take(position);
	if (e)
		return e == ERR_STALE ? OK : e;
	e = setting_rule(a.station, "offer_hours", OFFER_HOURS, &hours);
	if (!e)
		e = application_move(&q->actor, &a, "offer");
	if (e)
		return e;
	int64_t until = q->now + (hours > 0 ? hours : OFFER_HOURS) * HOUR;
	*offered = 1;
	return db_change(&offer_q, ARGS(A_(clock_time(q->arena, until)), A_(a.id)));
}

enum err places_next(struct rq *q, int64_t position)
{
	int64_t offered = 1;
	enum err e = OK;
	while (!e && offered)
		e = places_offer(q, position, &offered);
	return e;
}

struct lapse {
	struct rq *q;
	struct application_row a;
};

static enum err offer_lapse(void *ctx)
{
	struct lapse *l = ctx;
	enum err e = position_lock(l->a.position);
	if (!e)
		e = application_move(&l->q->actor, &l->a, "lapse");
	if (!e)
		e = db_change(&lapsed_q, ARGS(A_(clock_time(l->q->arena, l->q->now)),
					      A_(lang("recruit.lapsed_reason")), A_(l->a.id)));
	if (!e)
		e = position_give(l->a.position);
	return e ? e : places_next(l->q, l->a.position);
}

enum err places_expire(struct rq *q, int64_t project)
{
	struct application_row *v;
	size_t n = 0;
	enum err e = row_all(&late_q, ARGS(A_(project), A_(clock_time(q->arena, q->now))),
			     application_row_cols, sizeof(*v), &v, &n);
	for (size_t i = 0; !e && i < n; i++) {
		e = db_tx(offer_lapse, &(struct lapse){ q, v[i] });
		/* Somebody else was first: fine. */
		if (e == ERR_STALE)
			e = OK;
	}
	return e;
}
