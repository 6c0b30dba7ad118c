/* application.c - an application moves: one by one as people decide, or all that are open when
 * their project ends. */
#include "application.h"

#include "audit.h"
#include "position.h"

static const struct move moves[] = { { "accept", "pending", "accepted" },
				     { "refuse", "pending", "refused" },
				     { "queue", "pending", "waiting" },
				     { "refuse", "waiting", "refused" },
				     { "offer", "waiting", "offered" },
				     { "take", "offered", "accepted" },
				     { "lapse", "offered", "withdrawn" },
				     { "withdraw", "pending", "withdrawn" },
				     { "withdraw", "waiting", "withdrawn" },
				     { "withdraw", "offered", "withdrawn" },
				     { "withdraw", "accepted", "withdrawn" },
				     { "again", "withdrawn", "pending" },
				     { "line_up", "withdrawn", "waiting" },
				     { "end", "pending", "refused" },
				     { "end", "waiting", "refused" },
				     { "end", "offered", "refused" },
				     { 0 } };
static struct stmt state_q = SQL(
	"UPDATE application"
	"   SET state = ?"
	" WHERE id = ?"
	"   AND state = ?"
	"   AND station_id = ?");
static const struct machine application = { "application", moves, &state_q };

static struct stmt open_q = SQL(
	"SELECT " ROW_SELECT(APPLICATION_COLS)
	"  FROM application a"
	" WHERE a.project_id = ?"
	"   AND a.state IN ('pending', 'waiting', 'offered')"
	" ORDER BY a.id"
	" LIMIT 5000");
static struct stmt reason_q = SQL(
	"UPDATE application"
	"   SET reason = ?, decided_by = ?, decided_at = ?, line_no = NULL, offered_until = NULL"
	" WHERE id = ?");

static struct stmt follow_q = SQL(
	"UPDATE application"
	"   SET project_open = (SELECT p.state IN ('recruiting', 'running') FROM project p"
	"       WHERE p.id = project_id)"
	" WHERE project_id = ?");

enum err applications_follow(int64_t project)
{
	int64_t rows;
	return db_affect(&follow_q, ARGS(A_(project)), &rows);
}

enum err application_move(const struct actor *by, const struct application_row *a, const char *verb)
{
	struct actor there = *by;
	there.station = a->station;
	return move_to(&there, &application, verb, a->id, a->state);
}

static enum err application_end(const struct actor *by, const struct application_row *a,
				const char *reason)
{
	enum err e = db_change(&reason_q,
			       ARGS(A_(reason), A_(by->staff), A_(actor_time(by)), A_(a->id)));
	return e ? e : application_move(by, a, "end");
}

enum err applications_end(const struct actor *by, int64_t project, const char *reason)
{
	struct application_row *v;
	size_t n = 0;
	/* Places first, as signing up does, so that nobody slips in behind us. */
	enum err e = positions_lock(project);
	if (!e)
		e = row_all(&open_q, ARGS(A_(project)), application_row_cols, sizeof(*v), &v, &n);
	for (size_t i = 0; !e && i < n; i++)
		e = application_end(by, &v[i], reason);
	return e ? e : positions_recount(project);
}
