/* no_show.c - who did not come: found by the roll or the clock, explained, decided. */
#include "no_show.h"

#include "aside.h"
#include "ids.h"
#include "record.h"
#include "row.h"
#include "tell.h"

/* Whom somebody looked into and found to have been there is missed no more. */
static struct stmt find_q = SQL(
	"INSERT INTO no_show (uid, activity_id, person_id, station_id, found_at, found_by)"
	" SELECT UNHEX(MD5(CONCAT(RAND(), UUID(), o.id))), o.activity_id, o.person_id,"
	"       o.station_id, ?, ?"
	"  FROM roster o"
	"  LEFT JOIN attendance t ON t.activity_id = o.activity_id AND t.person_id = o.person_id"
	"  LEFT JOIN service_record r ON r.activity_id = o.activity_id"
	"       AND r.person_id = o.person_id"
	"  LEFT JOIN home_service h ON h.activity_id = o.activity_id"
	"  LEFT JOIN no_show w ON w.activity_id = o.activity_id AND w.person_id = o.person_id"
	"       AND w.state = 'mistaken'"
	" WHERE o.activity_id = ?"
	"   AND o.state = 'on'"
	"   AND w.id IS NULL"
	"   AND t.id IS NULL"
	"   AND r.id IS NULL"
	"   AND h.id IS NULL"
	"    ON DUPLICATE KEY UPDATE state = 'open', found_at = VALUES(found_at),"
	"       found_by = VALUES(found_by), decided_by = NULL, decided_at = NULL");
static struct stmt absent_q = SQL(
	"UPDATE roster o"
	"  JOIN no_show n ON n.activity_id = o.activity_id AND n.person_id = o.person_id"
	"       AND n.state = 'open'"
	"   SET o.state = 'absent'"
	" WHERE o.activity_id = ?"
	"   AND o.state = 'on'");
static struct stmt more_q = SQL(
	"UPDATE no_show n"
	"  JOIN volunteer v ON v.person_id = n.person_id"
	"   SET v.no_shows = v.no_shows + 1, n.counted = 1"
	" WHERE n.activity_id = ?"
	"   AND n.state = 'open'"
	"   AND n.counted = 0");
static struct stmt less_q = SQL(
	"UPDATE no_show n"
	"  JOIN volunteer v ON v.person_id = n.person_id"
	"   SET v.no_shows = GREATEST(v.no_shows - 1, 0), n.counted = 0"
	" WHERE n.id = ?"
	"   AND n.counted = 1");
static struct stmt back_q = SQL(
	"UPDATE roster o"
	"  JOIN no_show n ON n.activity_id = o.activity_id AND n.person_id = o.person_id"
	"   SET o.state = ?"
	" WHERE n.id = ?"
	"   AND o.state = 'absent'");
static struct stmt explain_q = SQL(
	"UPDATE no_show"
	"   SET explanation = ?, explained_at = ?, state = 'explained'"
	" WHERE id = ?"
	"   AND state IN ('open', 'explained')");
/* Nobody decides about themselves. */
static struct stmt decide_q = SQL(
	"UPDATE no_show n"
	"  JOIN staff s ON s.id = ?"
	"   SET n.state = ?, n.answer = ?, n.decided_by = s.id, n.decided_at = ?"
	" WHERE n.id = ?"
	"   AND n.station_id = ?"
	"   AND n.state IN ('open', 'explained')"
	"   AND n.person_id <> COALESCE(s.person_id, 0)");
static struct stmt activity_q = SQL(
	"SELECT activity_id"
	"  FROM no_show"
	" WHERE id = ?");
#define MISSED_COLS(X, T) \
	X(T, INT, id, "n.id") \
	X(T, INT, person, "n.person_id") \
	X(T, INT, station, "n.station_id") \
	X(T, TEXT, no, "a.no") \
	X(T, TEXT, title, "a.title") \
	X(T, TEXT, starts, "a.starts_at") \
	X(T, TEXT, found, "n.found_at")
ROW_DEFINE(missed_row, MISSED_COLS);
static struct stmt one_q = SQL(
	"SELECT " ROW_SELECT(MISSED_COLS)
	"  FROM no_show n"
	"  JOIN activity a ON a.id = n.activity_id"
	" WHERE n.id = ?");
static struct stmt missed_q = SQL(
	"SELECT " ROW_SELECT(MISSED_COLS)
	"  FROM no_show n"
	"  JOIN activity a ON a.id = n.activity_id"
	" WHERE n.activity_id = ?"
	"   AND n.state = 'open'"
	"   AND n.found_at = ?"
	" ORDER BY n.id"
	" LIMIT 1000");
static struct stmt due_q = SQL(
	"SELECT id"
	"  FROM activity"
	" WHERE absences_at IS NULL"
	"   AND (state = 'archived' OR (state IN ('recording', 'notice') AND record_due_on < ?))"
	"   AND " ASIDE_NOT("absences", "activity", "activity.id")
	" ORDER BY id"
	" LIMIT ?");
static struct stmt looked_q = SQL(
	"UPDATE activity"
	"   SET absences_at = ?"
	" WHERE id = ?"
	"   AND absences_at IS NULL");
static struct stmt recorded_q = SQL(
	"SELECT (SELECT COUNT(*) FROM service_record WHERE activity_id = ?)"
	"       + (SELECT COUNT(*) FROM attendance WHERE activity_id = ?)");

static enum err no_show_tell_one(const struct actor *by, const struct missed_row *r,
				 const char *event, const char *key, const char *note)
{
	return tell(by, &(struct telling){
				.event = event,
				.station = r->station,
				.person = r->person,
				.about = "no_show",
				.target = r->id,
				.key = key,
				.name = r->title,
				.at = r->starts,
				.note = note,
				.path = arena_fmt(by->arena, "/activity/%s/absent", r->no) });
}

static enum err no_show_tell(const struct actor *by, int64_t activity)
{
	struct missed_row *v;
	size_t n;
	enum err e = row_all(&missed_q, ARGS(A_(activity), A_(actor_time(by))), missed_row_cols,
			     sizeof(*v), &v, &n);
	for (size_t i = 0; !e && i < n; i++)
		e = no_show_tell_one(by, &v[i], "no_show", v[i].found, NULL);
	return e;
}

enum err no_show_rest(const struct actor *by, int64_t activity, int64_t *n)
{
	int64_t rows;
	enum err e = db_affect(
		&find_q,
		ARGS(A_(actor_time(by)), A_(by->staff ? by->staff : DB_NONE), A_(activity)), &rows);
	if (!e)
		e = db_affect(&absent_q, ARGS(A_(activity)), n);
	if (e || !*n)
		return e;
	e = db_affect(&more_q, ARGS(A_(activity)), &rows);
	if (!e)
		e = activity_counted(activity);
	if (!e)
		e = no_show_tell(by, activity);
	return e ? e
		 : audit(by, "roster.absent", "activity", activity,
			 arena_fmt(by->arena, "%lld", (long long)*n));
}

enum err no_show_explain(const struct actor *by, int64_t id, const char *words)
{
	enum err e = db_change(&explain_q, ARGS(A_(words), A_(actor_time(by)), A_(id)));
	return e ? e : audit(by, "no_show.explain", "no_show", id, NULL);
}

enum err no_show_decide(const struct actor *by, int64_t id, const char *verdict, const char *answer)
{
	struct missed_row r;
	int64_t rows, activity;
	enum err e = db_change(&decide_q, ARGS(A_(by->staff), A_(verdict), A_(answer),
					       A_(actor_time(by)), A_(id), A_(by->station)));
	if (!e)
		e = db_int(&activity_q, ARGS(A_(id)), &activity);
	if (!e && !str_eq(verdict, "declined")) {
		e = db_affect(&less_q, ARGS(A_(id)), &rows);
		if (!e)
			e = db_affect(
				&back_q,
				ARGS(A_(str_eq(verdict, "mistaken") ? "on" : "excused"), A_(id)),
				&rows);
		if (!e)
			e = activity_counted(activity);
	}
	if (!e)
		e = row_one(&one_q, ARGS(A_(id)), missed_row_cols, &r);
	if (!e)
		e = no_show_tell_one(by, &r, arena_fmt(by->arena, "no_show_%s", verdict),
				     actor_time(by), answer);
	return e ? e : audit(by, "no_show.decide", "no_show", id, verdict);
}

enum err no_show_due(const struct actor *by, int64_t *ids, size_t max, size_t *n)
{
	*n = 0;
	return db_each(&due_q, ARGS(A_(actor_today(by)), A_((int64_t)max)), ids_take,
		       &(struct ids_taken){ ids, max, n });
}

struct looking {
	const struct actor *by;
	int64_t activity, n;
};

static enum err no_show_look(void *ctx)
{
	struct looking *l = ctx;
	int64_t recorded;
	l->n = 0;
	enum err e = db_change(&looked_q, ARGS(A_(actor_time(l->by)), A_(l->activity)));
	if (!e)
		e = db_int(&recorded_q, ARGS(A_(l->activity), A_(l->activity)), &recorded);
	return e || !recorded ? e : no_show_rest(l->by, l->activity, &l->n);
}

enum err no_show_alone(const struct actor *by, int64_t activity, int64_t *done)
{
	struct looking l = { by, activity, 0 };
	enum err e = db_tx(no_show_look, &l);
	*done += e ? 0 : l.n;
	return e;
}
