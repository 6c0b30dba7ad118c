/* places.c - who has an application that lives, and the end of offers that nobody took. */
#include "clock.h"
#include "recruit.h"

static struct stmt live_q = SQL(
	"SELECT " ROW_SELECT(APPLICATION_COLS)
	"  FROM application a"
	" WHERE a.person_id = ?"
	"   AND a.live_project = ?");
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
	return e ? e : places_next(&l->q->actor, l->a.position);
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
