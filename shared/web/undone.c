/* undone.c - a deed is taken back, row by row, or nothing of it. */
#include "undone.h"

#include "clock.h"
#include "reply.h"

enum { HOUR = 3600 };

static struct stmt undos_q = SQL(
	"SELECT LOWER(HEX(u.ref)) AS ref, u.what, u.name, s.name AS staff, u.at"
	"  FROM deed u"
	"  JOIN staff s ON s.id = u.staff_id"
	" WHERE u.target = ?"
	"   AND u.target_id = ?"
	"   AND u.station_id = ?"
	"   AND u.at >= ?"
	"   AND u.back_at IS NULL"
	" ORDER BY u.id DESC"
	" LIMIT 20");

struct undoing {
	struct rq *q;
	const struct undo_back *backs;
	const char *href;
};

static enum err undo_one(const struct undoing *c, const struct undo_row *u)
{
	for (const struct undo_back *b = c->backs; b->what; b++)
		if (str_eq(b->what, u->what)) {
			enum err e = b->back(c->q, u);
			return e ? e : undo_done(&c->q->actor, u);
		}
	return ERR_NOT_FOUND;
}

static enum err undo_all(void *ctx)
{
	struct undoing *c = ctx;
	struct undo_row *v;
	size_t n = 0;
	enum err e = undo_read(&c->q->actor, arg(c->q, 0), &v, &n);
	for (size_t i = 0; !e && i < n; i++)
		e = undo_one(c, &v[i]);
	if (!e)
		c->href = v[0].href;
	return e;
}

enum err undo_post(struct rq *q, const struct undo_back *backs)
{
	struct undoing c = { q, backs, NULL };
	enum err e = db_tx(undo_all, &c);
	if (e == ERR_STALE || e == ERR_CHECK || e == ERR_DUPLICATE)
		return ERR(ERR_UNDO, "somebody went on");
	return e ? e : see(q, "%s?done=undone", c.href);
}

enum err put_undos(struct rq *q, const char *target, int64_t id)
{
	return put_query(q, "Undos", &undos_q,
			 ARGS(A_(target), A_(id), A_(q->station),
			      A_(clock_time(q->arena, q->now - UNDO_HOURS * HOUR))));
}
