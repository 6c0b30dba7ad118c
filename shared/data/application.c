/* application.c - an application moves: one by one as people decide, or all that are open when
 * their project ends. */
#include "application.h"

#include "audit.h"
#include "clock.h"
#include "position.h"
#include "setting.h"

enum { OFFER_HOURS = 24, HOUR = 3600 };

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

enum err places_waiting(int64_t position, int64_t *last)
{
	return db_int(&waiting_q, ARGS(A_(position)), last);
}

static enum err places_offer(const struct actor *by, int64_t position, int64_t *offered)
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
		e = application_move(by, &a, "offer");
	if (e)
		return e;
	int64_t until = by->now + (hours > 0 ? hours : OFFER_HOURS) * HOUR;
	*offered = 1;
	return db_change(&offer_q, ARGS(A_(clock_time(by->arena, until)), A_(a.id)));
}

enum err places_next(const struct actor *by, int64_t position)
{
	int64_t offered = 1;
	enum err e = OK;
	while (!e && offered)
		e = places_offer(by, position, &offered);
	return e;
}
