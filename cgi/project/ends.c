/* ends.c - what a project does to rows that are not its own: the needs it answers, and the
 * applications that nobody decided. */
#include "clock.h"
#include "project.h"

static const struct move need_moves[] = { { "project", "verified", "in_project" },
					  { "release", "in_project", "verified" },
					  { "finish", "in_project", "done" },
					  { 0 } };
static struct stmt need_set_q = SQL(
	"UPDATE need"
	"   SET state = ?"
	" WHERE id = ?"
	"   AND state = ?"
	"   AND station_id = ?");
static const struct machine need = { "need", need_moves, &need_set_q };

static const struct move application_moves[] = { { "refuse", "pending", "refused" },
						 { "refuse", "waiting", "refused" },
						 { "refuse", "offered", "refused" },
						 { 0 } };
static struct stmt application_set_q = SQL(
	"UPDATE application"
	"   SET state = ?"
	" WHERE id = ?"
	"   AND state = ?"
	"   AND station_id = ?");
static const struct machine application = { "application", application_moves, &application_set_q };

/* A need that another living project answers as well stays with that one. */
static struct stmt needs_q = SQL(
	"SELECT n.id, 0 AS _end"
	"  FROM need n"
	"  JOIN project_need x ON x.need_id = n.id"
	" WHERE x.project_id = ?"
	"   AND n.state = ?"
	"   AND (n.state = 'verified' OR NOT EXISTS (SELECT 1 FROM project_need y JOIN project z"
	"       ON z.id = y.project_id WHERE y.need_id = n.id AND z.id <> x.project_id"
	"       AND z.state IN ('recruiting', 'running')))"
	" ORDER BY n.id"
	" LIMIT 60"
	"   FOR UPDATE");
static struct stmt done_on_q = SQL(
	"UPDATE need"
	"   SET done_on = ?"
	" WHERE id = ?");
static struct stmt places_lock_q = SQL(
	"SELECT id, 0 AS _end"
	"  FROM position"
	" WHERE project_id = ?"
	" ORDER BY id"
	" LIMIT 60"
	"   FOR UPDATE");
static struct stmt open_q = SQL(
	"SELECT id, state, 0 AS _end"
	"  FROM application"
	" WHERE project_id = ?"
	"   AND state IN ('pending', 'waiting', 'offered')"
	" ORDER BY id"
	" LIMIT 5000");
static struct stmt reason_q = SQL(
	"UPDATE application"
	"   SET reason = ?, decided_by = ?, decided_at = ?, line_no = NULL, offered_until = NULL"
	" WHERE id = ?");
static struct stmt recount_q = SQL(
	"UPDATE position o"
	"   SET o.taken = (SELECT COUNT(*) FROM application a WHERE a.position_id = o.id"
	"       AND a.state IN ('accepted', 'offered'))"
	" WHERE o.project_id = ?");

#define ID_COLS(X, T) X(T, INT, id, "id")
ROW_DEFINE(id_row, ID_COLS);
#define OPEN_COLS(X, T) \
	X(T, INT, id, "id") \
	X(T, TEXT, state, "state")
ROW_DEFINE(open_row, OPEN_COLS);

enum err needs_step(struct rq *q, int64_t project_id, const char *verb, const char *from)
{
	struct id_row *v;
	size_t n = 0;
	const char *today = clock_day(q->arena, q->now);
	enum err e = row_all(&needs_q, ARGS(A_(project_id), A_(from)), id_row_cols, sizeof(*v), &v,
			     &n);
	for (size_t i = 0; !e && i < n; i++) {
		e = move_to(&q->actor, &need, verb, v[i].id, from);
		if (!e && str_eq(verb, "finish"))
			e = db_change(&done_on_q, ARGS(A_(today), A_(v[i].id)));
	}
	return e;
}

enum err applications_end(struct rq *q, int64_t project_id, const char *reason)
{
	struct open_row *v;
	struct id_row *places;
	size_t n = 0, held;
	const char *now = clock_time(q->arena, q->now);
	int64_t me = q->staff, rows;
	/* Places first, as signing up does, so that nobody slips in behind us. */
	enum err e = row_all(&places_lock_q, ARGS(A_(project_id)), id_row_cols, sizeof(*places),
			     &places, &held);
	if (!e)
		e = row_all(&open_q, ARGS(A_(project_id)), open_row_cols, sizeof(*v), &v, &n);
	for (size_t i = 0; !e && i < n; i++) {
		e = db_change(&reason_q, ARGS(A_(reason), A_(me), A_(now), A_(v[i].id)));
		if (!e)
			e = move_to(&q->actor, &application, "refuse", v[i].id, v[i].state);
	}
	return e ? e : db_affect(&recount_q, ARGS(A_(project_id)), &rows);
}
