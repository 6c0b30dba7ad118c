/* undo.c - what of the program may be taken back for a day: a need that was not taken up, a survey
 * that was closed. And the way back for a need later than that. */
#include "undone.h"
#include "ledger.h"
#include "need.h"
#include "survey.h"

#define NEED_COLS(X, T) \
	X(T, INT, id, "id") \
	X(T, TEXT, no, "no") \
	X(T, TEXT, state, "state")
ROW_DEFINE(need_row, NEED_COLS);
static struct stmt need_q = SQL(
	"SELECT " ROW_SELECT(NEED_COLS)
	"  FROM need"
	" WHERE no = ?"
	"   AND station_id = ?");

enum err need_kept(struct rq *q, int64_t id, const char *state)
{
	return undo_keep(
		&q->actor,
		&(struct undo_deed){ .what = "need_declined",
				     .target = "need",
				     .id = id,
				     .was = state,
				     .name = arg(q, 0),
				     .href = arena_fmt(q->arena, "/needs/ledger/%s", arg(q, 0)) });
}

static enum err need_undecline(struct rq *q, const struct undo_row *u)
{
	return need_reopen(&q->actor, u->target_id, u->was);
}

enum err needs_undo(struct rq *q)
{
	static const struct undo_back backs[] = { { "need_declined", need_undecline },
						  { "survey_closed", survey_unclose },
						  { 0 } };
	return undo_post(q, backs);
}

struct reopening {
	struct rq *q;
	struct need_row n;
};

static enum err reopen_now(void *ctx)
{
	const struct reopening *r = ctx;
	return need_reopen(&r->q->actor, r->n.id, "to_verify");
}

/* However long ago: it is looked at anew. */
enum err ledger_reopen(struct rq *q)
{
	struct reopening r = { .q = q };
	enum err e = row_one(&need_q, ARGS(A_(arg(q, 0)), A_(q->station)), need_row_cols, &r.n);
	if (!e)
		e = db_tx(reopen_now, &r);
	return e ? e : see(q, "/needs/ledger/%s?done=need_reopened", r.n.no);
}
