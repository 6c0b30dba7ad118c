/* star_notice.c - a star under public notice: whoever is signed in may say what speaks against it;
 * that stops the notice until the overseer has decided. */
#include "clock.h"
#include "commend.h"
#include "form.h"
#include "star.h"

#define OBJECT_IN(X, T) X(T, TEXT, objection, 5, 300)
FORM_DEFINE(object_in, OBJECT_IN);

static struct stmt notice_q = SQL(
	"SELECT LOWER(HEX(a.uid)) AS ref, p.name AS _name, a.star, s.name AS station, s.phone,"
	"       a.notice_from, a.notice_until, a.id AS _id"
	"  FROM star_award a"
	"  JOIN person p ON p.id = a.person_id"
	"  JOIN station s ON s.id = a.station_id"
	" WHERE a.uid = UNHEX(?)"
	"   AND a.state = 'notice'"
	"   AND a.notice_until >= ?");
static struct stmt objection_q = SQL(
	"UPDATE star_award"
	"   SET objection = ?, objected_at = ?"
	" WHERE id = ?");

enum err star_notice(struct rq *q)
{
	enum err e = put_one(q, "Notice", &notice_q,
			     ARGS(A_(arg(q, 0)), A_(clock_day(q->arena, q->now))));
	if (e)
		return e;
	struct node *n = put_list(q, "Notice");
	node_set(n, "name", mask_name(q->arena, node_get(n, "_name")));
	return page(q, "commend/star_notice.cs");
}

struct objecting {
	struct rq *q;
	int64_t id;
	const char *words;
};

static enum err object_tx(void *ctx)
{
	const struct objecting *o = ctx;
	const struct actor *by = &o->q->actor;
	enum err e = move_to(by, &star_above_machine, "object", o->id, "notice");
	return e ? e : db_change(&objection_q, ARGS(A_(o->words), A_(actor_time(by)), A_(o->id)));
}

enum err star_object(struct rq *q)
{
	struct object_in in;
	if (!form_read(q, object_in_fields, &in))
		return ERR_FORM;
	enum err e = put_one(q, "Notice", &notice_q,
			     ARGS(A_(arg(q, 0)), A_(clock_day(q->arena, q->now))));
	if (!e)
		e = db_tx(object_tx,
			  &(struct objecting){ q, node_get_int(put_list(q, "Notice"), "_id"),
					       in.objection });
	return e ? e : see(q, "/commend/honours?done=star_objected");
}
