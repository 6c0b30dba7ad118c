/* line.c - the end of a full shift's waiting list. In a rush nearly everybody comes to stand there,
 * one behind the other: the lock that makes their order is held for one statement of the server's,
 * and for no round trip. */
#include "audit.h"
#include "clock.h"
#include "recruit.h"
#include "secret.h"

static struct stmt join_q = SQL(
	"BEGIN NOT ATOMIC"
	" DECLARE ok, last BIGINT DEFAULT 0;"
	" START TRANSACTION;"
	" SELECT s.taken >= s.wanted AND s.closes_at > ?"
	"   INTO ok"
	"  FROM shift s"
	" WHERE s.activity_id = ?"
	"   FOR UPDATE;"
	/* A statement of its own: what it reads is as it is behind the lock. */
	" SELECT ok AND b.state = 'published' AND p.state IN ('recruiting', 'running')"
	"       AND NOT EXISTS (SELECT 1 FROM application x WHERE x.position_id = ?"
	"       AND x.person_id = ? AND x.shift_key = b.id),"
	"       (SELECT COALESCE(MAX(w.line_no), 0) FROM application w WHERE w.activity_id = b.id"
	"       AND w.state = 'waiting')"
	"   INTO ok, last"
	"  FROM activity b"
	"  JOIN project p ON p.id = ?"
	" WHERE b.id = ?;"
	" IF ok"
	"   AND last > 0 THEN"
	" INSERT INTO application (uid, station_id, project_id, position_id, activity_id,"
	"       person_id, mode, state, line_no, applied_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting', last + 1, ?);"
	" " AUDIT_LAST ";"
	" COMMIT;"
	" ELSE"
	" ROLLBACK;"
	" SIGNAL SQLSTATE '45000'"
	"   SET MESSAGE_TEXT = '" DB_STALE "';"
	" END IF;"
	" END");

/* Nothing is to be decided but who comes first: as long as somebody waits, offers that ran out
 * meanwhile are theirs. */
bool line_only(const struct sign_up *s)
{
	return s->full && s->seat.activity != DB_NONE && s->before.id == DB_NONE && !s->invite &&
	       !s->for_them && str_in(s->mode, "direct,apply");
}

enum err line_join(struct sign_up *s)
{
	struct rq *q = s->q;
	int64_t activity = s->seat.activity, position = s->seat.position;
	const char *now = clock_time(q->arena, q->now);
	enum err e = db_whole(
		&join_q,
		ARGS(A_(now), A_(activity), A_(position), A_(s->person), A_(s->notice->id),
		     A_(activity), A_(secret_uid(q->arena)), A_(s->notice->station),
		     A_(s->notice->id), A_(position), A_(activity), A_(s->person), A_(s->mode),
		     A_(now),
		     AUDIT_VALUES(&q->actor, "application.add", "application", "waiting")));
	s->moved = e == ERR_STALE;
	s->state = "waiting";
	return e;
}
