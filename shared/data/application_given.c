/* application_given.c - whom staff put on the roster of a shift has one of its places, as if they
 * had signed up and been taken on: a place is counted once, however it was come by. */
#include "application.h"

#include "audit.h"
#include "secret.h"

#define SHIFT_COLS(X, T) \
	X(T, INT, position, "s.position_id") \
	X(T, INT, project, "s.project_id") \
	X(T, INT, station, "s.station_id") \
	X(T, TEXT, mode, "s.mode")
ROW_DEFINE(shift_row, SHIFT_COLS);
/* Of what is over only the roster is written down: nobody is kept off it by a number of places. */
static struct stmt shift_q = SQL(
	"SELECT " ROW_SELECT(SHIFT_COLS)
	"  FROM shift s"
	"  JOIN activity b ON b.id = s.activity_id"
	"       AND b.state IN ('draft', 'published', 'running')"
	" WHERE s.activity_id = ?");
#define GIVEN_COLS(X, T) \
	X(T, INT, person, "o.person_id") X(T, INT, id, "a.id") X(T, TEXT, state, "a.state")
ROW_DEFINE(given_row, GIVEN_COLS);
/* Who leads is no place of it. */
static struct stmt given_q = SQL(
	"SELECT " ROW_SELECT(GIVEN_COLS)
	"  FROM roster o"
	"  LEFT JOIN application a ON a.activity_id = o.activity_id"
	"       AND a.person_id = o.person_id AND a.position_id = ?"
	" WHERE o.activity_id = ?"
	"   AND o.state = 'on'"
	"   AND o.role <> 'leader'"
	"   AND COALESCE(a.state <> 'accepted', 1)"
	" ORDER BY o.id"
	" LIMIT 1000");
static struct stmt add_q = SQL(
	"INSERT INTO application (uid, station_id, project_id, position_id, activity_id,"
	"       person_id, mode, state, applied_at, decided_by, decided_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, 'accepted', ?, ?, ?)");
static struct stmt put_q = SQL(
	"UPDATE application"
	"   SET decided_by = ?, decided_at = ?, reason = NULL, line_no = NULL,"
	"       offered_until = NULL, withdrawn_at = NULL"
	" WHERE id = ?");
static struct stmt holds_q = SQL(
	"SELECT COUNT(*)"
	"  FROM application"
	" WHERE activity_id = ?"
	"   AND person_id = ?"
	"   AND state IN ('accepted', 'offered')");

static enum err given_add(const struct actor *by, int64_t activity, const struct shift_row *s,
			  int64_t person)
{
	int64_t id, staff = by->staff ? by->staff : DB_NONE;
	const char *now = actor_time(by);
	enum err e = db_exec(&add_q,
			     ARGS(A_(secret_uid(by->arena)), A_(s->station), A_(s->project),
				  A_(s->position), A_(activity), A_(person), A_(s->mode), A_(now),
				  A_(staff), A_(now)),
			     &id);
	return e ? e : audit(by, "application.add", "application", id, "accepted");
}

static enum err given_put(const struct actor *by, int64_t activity, const struct shift_row *s,
			  const struct given_row *g)
{
	struct application_row a = { .id = g->id,
				     .state = g->state,
				     .position = s->position,
				     .station = s->station,
				     .project = s->project,
				     .person = g->person,
				     .activity = activity };
	bool waited = str_in(g->state, "pending,waiting,offered");
	enum err e = application_move(by, &a, "put");
	if (!e)
		e = db_change(&put_q, ARGS(A_(by->staff ? by->staff : DB_NONE), A_(actor_time(by)),
					   A_(g->id)));
	return e || !waited ? e : application_tell(by, &a, "approved", NULL, NULL);
}

enum err applications_given(const struct actor *by, int64_t activity)
{
	struct shift_row s;
	struct given_row *v;
	size_t n = 0;
	enum err e = row_one(&shift_q, ARGS(A_(activity)), shift_row_cols, &s);
	if (e)
		return e == ERR_NOT_FOUND ? OK : e;
	struct seat seat = { s.position, activity };
	e = seat_lock(&seat);
	if (!e)
		e = row_all(&given_q, ARGS(A_(s.position), A_(activity)), given_row_cols,
			    sizeof(*v), &v, &n);
	for (size_t i = 0; !e && i < n; i++) {
		/* An offer holds its place already. */
		if (v[i].id == DB_NONE || !str_eq(v[i].state, "offered"))
			e = seat_take(&seat);
		if (e == ERR_STALE)
			return ERR(ERR_CHECK, "shift is full");
		if (!e)
			e = v[i].id == DB_NONE ? given_add(by, activity, &s, v[i].person)
					       : given_put(by, activity, &s, &v[i]);
	}
	return e;
}

enum err shift_room(int64_t activity, int64_t *left)
{
	struct shift_row s;
	*left = DB_NONE;
	enum err e = row_one(&shift_q, ARGS(A_(activity)), shift_row_cols, &s);
	if (e)
		return e == ERR_NOT_FOUND ? OK : e;
	return seat_left(&(struct seat){ s.position, activity }, left);
}

enum err shift_holds(int64_t activity, int64_t person, bool *holds)
{
	int64_t n = 0;
	enum err e = db_int(&holds_q, ARGS(A_(activity), A_(person)), &n);
	*holds = !e && n > 0;
	return e;
}
