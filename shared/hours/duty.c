/* duty.c - who signed up stands on the roster, and at no two places at the same time. */
#include "duty.h"

#include "activity_state.h"
#include "audit.h"
#include "record.h"
#include "row.h"
#include "safeguard.h"

/* Two sign-ups of one person for the same hour wait for each other here. */
static struct stmt hold_q = SQL(
	"SELECT person_id"
	"  FROM volunteer"
	" WHERE person_id = ?"
	"   FOR UPDATE");
#define CLASH_COLS(X, T) \
	X(T, TEXT, no, "b.no") \
	X(T, TEXT, title, "b.title") \
	X(T, TEXT, starts_at, "b.starts_at") \
	X(T, TEXT, ends_at, "b.ends_at") \
	X(T, INT, station, "b.station_id")
ROW_DEFINE(clash_row, CLASH_COLS);
/* Shifts that touch share nothing. */
#define ON_DUTY \
	"  JOIN activity b ON b.id = r.activity_id AND b.state NOT IN ('cancelled', 'archived')"
static struct stmt clash_q = SQL(
	"SELECT " ROW_SELECT(CLASH_COLS)
	"  FROM roster r"
	ON_DUTY
	" WHERE r.person_id = ?"
	"   AND r.state = 'on'"
	"   AND b.starts_at < ?"
	"   AND b.ends_at > ?"
	"   AND r.activity_id <> ?"
	" ORDER BY b.starts_at"
	" LIMIT 1");
/* An activity, and what else the person has to do meanwhile. */
#define SPAN_COLS(X, T) \
	X(T, INT, ahead, "COALESCE(a.state = 'published' AND a.starts_at > ?, 0)") \
	X(T, INT, asks, SAFE_ASKS("a", "w", "j")) \
	CLASH_COLS(X, T)
ROW_DEFINE(span_row, SPAN_COLS);
static struct stmt span_q = SQL(
	"SELECT " ROW_SELECT(SPAN_COLS)
	"  FROM activity a"
	"  JOIN person w ON w.id = ?"
	"  LEFT JOIN project j ON j.id = a.project_id"
	"  LEFT JOIN " DUTY_MEANWHILE("r", "b", "w.id", "a")
	" WHERE a.id = ?"
	" ORDER BY b.starts_at"
	" LIMIT 1");
static struct stmt put_q = SQL(
	"INSERT INTO roster (activity_id, person_id, station_id, position_id, added_at)"
	" SELECT id, ?, station_id, ?, ?"
	"  FROM activity"
	" WHERE id = ?"
	"    ON DUPLICATE KEY UPDATE added_at = IF(roster.state = 'on', roster.added_at,"
	"       VALUES(added_at)), state = 'on', position_id = VALUES(position_id),"
	"       excused_at = NULL, excuse = ''");
static struct stmt end_q = SQL(
	"UPDATE roster"
	"   SET state = 'removed'"
	" WHERE activity_id = ?"
	"   AND person_id = ?"
	"   AND state = 'on'");
static struct stmt came_q = SQL(
	"SELECT COUNT(*)"
	"  FROM attendance"
	" WHERE activity_id = ?"
	"   AND person_id = ?");

static struct stmt member_q = SQL(
	"UPDATE roster"
	"   SET role = 'member'"
	" WHERE activity_id = ?"
	"   AND person_id = ?"
	"   AND role = 'leader'");

enum err duty_unlead(int64_t activity, int64_t person)
{
	int64_t rows;
	enum err e = activity_unlead(activity, person);
	return e ? e : db_affect(&member_q, ARGS(A_(activity), A_(person)), &rows);
}

/* In a transaction. */
static enum err duty_hold(int64_t person)
{
	int64_t same;
	return db_in_tx() ? db_int(&hold_q, ARGS(A_(person)), &same) : OK;
}

enum err duty_free(int64_t person, const char *starts_at, const char *ends_at, int64_t but,
		   struct duty_clash *c)
{
	struct clash_row r;
	enum err e = duty_hold(person);
	*c = (struct duty_clash){ .no = NULL };
	if (!e)
		e = row_one(&clash_q,
			    ARGS(A_(person), A_(ends_at), A_(starts_at),
				 A_(but == DB_NONE ? (int64_t)0 : but)),
			    clash_row_cols, &r);
	if (e)
		return e == ERR_NOT_FOUND ? OK : e;
	*c = (struct duty_clash){ r.no, r.title, r.starts_at, r.ends_at, r.station };
	return OK;
}

static enum err duty_span(const char *now, int64_t activity, int64_t person, struct span_row *s)
{
	enum err e = duty_hold(person);
	return e ? e : row_one(&span_q, ARGS(A_(now), A_(person), A_(activity)), span_row_cols, s);
}

enum err duty_clash(int64_t person, int64_t activity, struct duty_clash *c)
{
	struct span_row s;
	enum err e = duty_span(NULL, activity, person, &s);
	if (!e)
		*c = (struct duty_clash){ s.no, s.title, s.starts_at, s.ends_at, s.station };
	return e;
}

enum err duty_able(const struct actor *by, int64_t activity, int64_t person, struct duty_clash *c,
		   const char **lacks)
{
	struct span_row s;
	const char *now = actor_time(by);
	*c = (struct duty_clash){ .no = NULL };
	*lacks = NULL;
	enum err e = duty_span(now, activity, person, &s);
	if (e)
		return e;
	if (!s.ahead) {
		*lacks = "over";
		return OK;
	}
	*c = (struct duty_clash){ s.no, s.title, s.starts_at, s.ends_at, s.station };
	return c->no || !s.asks ? OK
				: safe(&(struct safe_ask){ .activity = activity,
							   .person = person,
							   .at = now },
				       lacks);
}

enum err duty_put(const struct actor *by, int64_t activity, int64_t person, int64_t position)
{
	enum err e = db_exec(
		&put_q, ARGS(A_(person), A_(position), A_(actor_time(by)), A_(activity)), NULL);
	if (!e)
		e = activity_counted(activity);
	return e ? e : audit(by, "roster.join", "activity", activity, NULL);
}

static struct stmt excuse_q = SQL(
	"UPDATE roster"
	"   SET state = 'excused', excused_at = ?, excuse = ?"
	" WHERE activity_id = ?"
	"   AND person_id = ?"
	"   AND state = 'on'");

enum err duty_excuse(const struct actor *by, int64_t activity, int64_t person, const char *excuse)
{
	enum err e = db_change(&excuse_q,
			       ARGS(A_(actor_time(by)), A_(excuse), A_(activity), A_(person)));
	if (!e)
		e = duty_unlead(activity, person);
	if (!e)
		e = activity_counted(activity);
	return e ? e : audit(by, "roster.leave", "activity", activity, NULL);
}

enum err duty_end(const struct actor *by, int64_t activity, int64_t person)
{
	int64_t came, rows;
	enum err e = db_int(&came_q, ARGS(A_(activity), A_(person)), &came);
	if (!e && came)
		e = ERR(ERR_STALE, "has come to activity %lld", (long long)activity);
	if (!e)
		e = db_affect(&end_q, ARGS(A_(activity), A_(person)), &rows);
	if (e || !rows)
		return e;
	e = duty_unlead(activity, person);
	if (!e)
		e = activity_counted(activity);
	return e ? e : audit(by, "roster.quit", "activity", activity, NULL);
}
