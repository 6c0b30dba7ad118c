/* last.c - the activity before this one, whose people may come again. */
#include "activity.h"
#include "clock.h"

/* The one before, of the same series, else of the same project, else of the same name. */
#define BEFORE(near, own) \
	"(SELECT " near \
	" AS near, a.id, a.no, DATE(a.starts_at) AS day FROM activity a WHERE " own \
	" AND a.starts_at < ? AND a.state <> 'cancelled' AND EXISTS (SELECT 1 FROM roster o" \
	" WHERE o.activity_id = a.id AND o.state = 'on') ORDER BY a.starts_at DESC, a.id DESC " \
	"LIMIT 1)"
static struct stmt last_q = SQL(
	"SELECT x.id AS _id, x.no, x.day, (SELECT COUNT(*) FROM roster o"
	"       WHERE o.activity_id = x.id AND o.state = 'on') AS roster"
	"  FROM (" BEFORE("1", "a.series_id = ?") " UNION ALL " BEFORE("2", "a.project_id = ?")
	" UNION ALL " BEFORE("3", "a.station_id = ? AND a.title = ?") ") x"
	" ORDER BY x.near"
	" LIMIT 1");
static struct stmt series_q = SQL(
	"SELECT COALESCE(series_id, 0)"
	"  FROM activity"
	" WHERE id = ?");

enum err put_last(struct rq *q, const struct act *a)
{
	int64_t series;
	const char *start = clock_time(q->arena, a->start);
	enum err e = db_int(&series_q, ARGS(A_(a->id)), &series);
	if (!e)
		e = put_one(q, "Last", &last_q,
			    ARGS(A_(series ? series : DB_NONE), A_(start), A_(a->project_id),
				 A_(start), A_(a->station_id), A_(a->title), A_(start)));
	return e == ERR_NOT_FOUND ? OK : e;
}
