/* application.c - an application moves: one by one as people decide, or all that are open when
 * their project ends. */
#include "application.h"

#include "audit.h"
#include "clock.h"
#include "setting.h"
#include "standby.h"
#include "tell.h"
#include "undo.h"

enum { OFFER_HOURS = 24, HOUR = 3600, DAY = 86400 };

static const struct move moves[] = {
	{ "accept", "pending", "accepted" },     { "refuse", "pending", "refused" },
	{ "queue", "pending", "waiting" },       { "refuse", "waiting", "refused" },
	{ "offer", "waiting", "offered" },       { "take", "offered", "accepted" },
	{ "lapse", "offered", "withdrawn" },     { "withdraw", "pending", "withdrawn" },
	{ "withdraw", "waiting", "withdrawn" },  { "withdraw", "offered", "withdrawn" },
	{ "withdraw", "accepted", "withdrawn" }, { "again", "withdrawn", "pending" },
	{ "line_up", "withdrawn", "waiting" },   { "join", "withdrawn", "accepted" },
	{ "end", "pending", "refused" },         { "end", "waiting", "refused" },
	{ "end", "offered", "refused" },         { "put", "pending", "accepted" },
	{ "put", "waiting", "accepted" },        { "put", "offered", "accepted" },
	{ "put", "withdrawn", "accepted" },      { "put", "refused", "accepted" },
	{ "restore", "refused", "pending" },     { 0 }
};
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

static struct stmt decided_q = SQL(
	"UPDATE application"
	"   SET decided_by = ?, decided_at = ?, line_no = ?"
	" WHERE id = ?");

enum err application_decide(const struct actor *by, const struct application_row *a,
			    const char *verb, int64_t line_no)
{
	enum err e = application_move(by, a, verb);
	return e ? e
		 : db_change(&decided_q, ARGS(A_(by->staff ? by->staff : DB_NONE),
					      A_(actor_time(by)), A_(line_no), A_(a->id)));
}

#define TOLD_COLS(X, T) \
	X(T, TEXT, path, \
	  "IF(b.id IS NULL, CONCAT('/recruit/', p.no), " \
	  "CONCAT('/recruit/shift/', b.no))") \
	X(T, TEXT, title, "COALESCE(b.title, CONCAT(p.title, '\uff0c', o.title))") \
	X(T, TEXT, starts_at, "b.starts_at") \
	X(T, TEXT, place, "b.place")
ROW_DEFINE(told_row, TOLD_COLS);
static struct stmt told_q = SQL(
	"SELECT " ROW_SELECT(TOLD_COLS)
	"  FROM position o"
	"  JOIN project p ON p.id = o.project_id"
	"  LEFT JOIN activity b ON b.id = ?"
	" WHERE o.id = ?");

enum err application_tell(const struct actor *by, const struct application_row *a,
			  const char *event, const char *until, const char *note)
{
	struct told_row r;
	enum err e = row_one(&told_q, ARGS(A_(a->activity), A_(a->position)), told_row_cols, &r);
	if (e)
		return e;
	return tell(by, &(struct telling){ .event = event,
					   .station = a->station,
					   .person = a->person,
					   .about = "application",
					   .target = a->id,
					   .key = actor_time(by),
					   .name = r.title,
					   .at = r.starts_at,
					   .until = until,
					   .place = r.place,
					   .note = note,
					   .path = r.path });
}

#define NAMED_COLS(X, T) X(T, TEXT, uid, "LOWER(HEX(a.uid))") X(T, TEXT, no, "v.no")
ROW_DEFINE(named_row, NAMED_COLS);
static struct stmt named_q = SQL(
	"SELECT " ROW_SELECT(NAMED_COLS)
	"  FROM application a"
	"  JOIN volunteer v ON v.person_id = a.person_id"
	" WHERE a.id = ?");
static struct stmt undecided_q = SQL(
	"UPDATE application"
	"   SET reason = NULL, decided_by = NULL, decided_at = NULL, line_no = NULL"
	" WHERE id = ?");

enum err application_kept(const struct actor *by, const struct application_row *a)
{
	struct named_row r;
	enum err e = row_one(&named_q, ARGS(A_(a->id)), named_row_cols, &r);
	return e ? e
		 : undo_keep(by,
			     &(struct undo_deed){
				     .what = "refused",
				     .target = "application",
				     .id = a->id,
				     .was = a->state,
				     .name = r.no,
				     .href = arena_fmt(by->arena, "/recruit/review/%s", r.uid) });
}

enum err application_restore(const struct actor *by, const struct application_row *a)
{
	enum err e = application_move(by, a, "restore");
	if (!e)
		e = db_change(&undecided_q, ARGS(A_(a->id)));
	return e ? e : application_tell(by, a, "restored", NULL, NULL);
}

enum err application_end(const struct actor *by, const struct application_row *a,
			 const struct application_ending *end)
{
	enum err e = db_change(&reason_q, ARGS(A_(end->reason), A_(by->staff ? by->staff : DB_NONE),
					       A_(actor_time(by)), A_(a->id)));
	if (!e)
		e = application_move(by, a, "end");
	return e || !end->event ? e : application_tell(by, a, end->event, NULL, end->note);
}

enum err applications_end(const struct actor *by, int64_t project, const char *reason, bool known)
{
	const struct application_ending end = { reason, "ended", reason },
					silent = { reason, NULL, NULL };
	struct application_row *v;
	size_t n = 0;
	/* Places first, as signing up does, so that nobody slips in behind us. */
	enum err e = positions_lock(project);
	if (!e)
		e = row_all(&open_q, ARGS(A_(project)), application_row_cols, sizeof(*v), &v, &n);
	for (size_t i = 0; !e && i < n; i++)
		e = application_end(by, &v[i], known && v[i].activity == DB_NONE ? &silent : &end);
	return e ? e : positions_recount(project);
}

/* Of the position itself: those without a shift. */
#define OF_SEAT \
	" WHERE a.position_id = ?" \
	"   AND a.shift_key = ?" \
	"   AND a.state = 'waiting'"
static struct stmt waiting_q = SQL(
	"SELECT COALESCE(MAX(a.line_no), 0)"
	"  FROM application a"
	OF_SEAT);
static struct stmt waiting_shift_q = SQL(
	"SELECT COALESCE(MAX(line_no), 0)"
	"  FROM application"
	" WHERE activity_id = ?"
	"   AND state = 'waiting'");
static struct stmt first_q = SQL(
	"SELECT " ROW_SELECT(APPLICATION_COLS)
	"  FROM application a"
	"  JOIN volunteer v ON v.person_id = a.person_id AND v.state = 'active'"
	OF_SEAT
	" ORDER BY a.line_no, a.id"
	" LIMIT 1"
	"   FOR UPDATE");
static struct stmt first_of_shift_q = SQL(
	"SELECT " ROW_SELECT(APPLICATION_COLS)
	"  FROM application a"
	"  JOIN volunteer v ON v.person_id = a.person_id AND v.state = 'active'"
	" WHERE a.activity_id = ?"
	"   AND a.state = 'waiting'"
	" ORDER BY a.line_no, a.id"
	" LIMIT 1"
	"   FOR UPDATE");
static struct stmt offer_q = SQL(
	"UPDATE application"
	"   SET offered_until = ?"
	" WHERE id = ?");
static struct stmt start_q = SQL(
	"SELECT UNIX_TIMESTAMP(starts_at)"
	"  FROM activity"
	" WHERE id = ?"
	"   AND state = 'published'");
static struct stmt read_q = SQL(
	"SELECT " ROW_SELECT(APPLICATION_COLS)
	"  FROM application a"
	" WHERE a.id = ?");

struct seat application_seat(const struct application_row *a)
{
	return (struct seat){ a->position, a->activity };
}

enum err application_read(int64_t id, struct application_row *a)
{
	return row_one(&read_q, ARGS(A_(id)), application_row_cols, a);
}

enum err places_waiting(const struct seat *s, int64_t *last)
{
	if (s->activity != DB_NONE)
		return db_int(&waiting_shift_q, ARGS(A_(s->activity)), last);
	return db_int(&waiting_q, ARGS(A_(s->position), A_((int64_t)0)), last);
}

int64_t offer_end(int64_t now, int64_t hours, int64_t start)
{
	enum { MORNING = 8, EVENING = 21 };
	int64_t until = now + hours * HOUR;
	if (start != DB_NONE && clock_day_no(start) == clock_day_no(now))
		until = now + HOUR;
	/* Nobody is awake to answer: the next morning. */
	int64_t second = (until + MORNING * HOUR) % DAY, midnight = until - second;
	if (second >= EVENING * HOUR)
		until = midnight + DAY + MORNING * HOUR;
	else if (second < MORNING * HOUR)
		until = midnight + MORNING * HOUR;
	return start != DB_NONE && until > start ? start : until;
}

static enum err places_first(const struct seat *s, struct application_row *a)
{
	if (s->activity != DB_NONE)
		return row_one(&first_of_shift_q, ARGS(A_(s->activity)), application_row_cols, a);
	return row_one(&first_q, ARGS(A_(s->position), A_((int64_t)0)), application_row_cols, a);
}

static enum err places_offer(const struct actor *by, const struct seat *s, int64_t *offered)
{
	struct application_row a;
	int64_t hours, left = 0, start = DB_NONE;
	*offered = 0;
	/* Asked before the line, which may be long: looking for its first locks what it reads. */
	enum err e = seat_left(s, &left);
	if (!e && left <= 0)
		return OK;
	/* A shift that has begun, or is cancelled, has no place to offer. */
	if (!e && s->activity != DB_NONE)
		e = db_int(&start_q, ARGS(A_(s->activity)), &start);
	if (!e && start != DB_NONE && start <= by->now)
		e = ERR_NOT_FOUND;
	if (!e)
		e = places_first(s, &a);
	if (e)
		return e == ERR_NOT_FOUND ? OK : e;
	e = seat_take(s);
	if (e)
		return e == ERR_STALE ? OK : e;
	e = setting_rule(a.station, "offer_hours", OFFER_HOURS, &hours);
	if (!e)
		e = application_move(by, &a, "offer");
	if (e)
		return e;
	int64_t until = offer_end(by->now, hours > 0 ? hours : OFFER_HOURS, start);
	*offered = 1;
	const char *at = clock_time(by->arena, until);
	e = db_change(&offer_q, ARGS(A_(at), A_(a.id)));
	return e ? e : application_tell(by, &a, "offer", at, NULL);
}

enum err places_next(const struct actor *by, const struct seat *s)
{
	int64_t offered = 1;
	enum err e = OK;
	while (!e && offered)
		e = places_offer(by, s, &offered);
	return e;
}

enum err places_freed(const struct actor *by, const struct seat *s)
{
	int64_t left = 0, last = 0;
	enum err e = seat_give(s);
	if (!e)
		e = places_next(by, s);
	if (e || s->activity == DB_NONE)
		return e;
	e = seat_left(s, &left);
	if (!e)
		e = places_waiting(s, &last);
	return e || left <= 0 || last ? e : standby_ask(by, s->activity);
}

static struct stmt off_q = SQL(
	"UPDATE application"
	"   SET withdrawn_at = ?, line_no = NULL, offered_until = NULL"
	" WHERE id = ?");

enum err application_off(const struct actor *by, const struct application_row *a)
{
	struct seat s = application_seat(a);
	enum err e = seat_lock(&s);
	if (!e)
		e = application_move(by, a, "withdraw");
	if (!e)
		e = db_change(&off_q, ARGS(A_(actor_time(by)), A_(a->id)));
	return e || !str_in(a->state, "accepted,offered") ? e : places_freed(by, &s);
}

static struct stmt place_q = SQL(
	"SELECT " ROW_SELECT(APPLICATION_COLS)
	"  FROM application a"
	" WHERE a.activity_id = ?"
	"   AND a.person_id = ?"
	"   AND a.state = 'accepted'");
enum err application_excused(const struct actor *by, int64_t activity, int64_t person)
{
	struct application_row a;
	enum err e = row_one(&place_q, ARGS(A_(activity), A_(person)), application_row_cols, &a);
	return e == ERR_NOT_FOUND ? OK : e ? e : application_off(by, &a);
}

static struct stmt until_q = SQL(
	"UPDATE application"
	"   SET offered_until = LEAST(offered_until, FROM_UNIXTIME(?))"
	" WHERE activity_id = ?"
	"   AND state = 'offered'");

enum err applications_moved(int64_t activity, int64_t was, int64_t starts)
{
	int64_t rows;
	enum err e = was == starts ? OK : shift_moved(activity, starts - was);
	return e ? e : db_affect(&until_q, ARGS(A_(starts), A_(activity)), &rows);
}
