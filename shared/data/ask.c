/* ask.c - who is asked to come, and what they said. */
#include "ask.h"

#include "audit.h"
#include "row.h"

static struct stmt ask_q = SQL(
	"INSERT INTO volunteer_ask (station_id, person_id, purpose, target_id, duty, asked_by,"
	"       asked_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?)"
	"    ON DUPLICATE KEY UPDATE duty = VALUES(duty), asked_by = VALUES(asked_by),"
	"       asked_at = VALUES(asked_at), state = IF(state = 'declined', 'open', state)");
#define ASK_COLS(X, T) \
	X(T, INT, id, "id") \
	X(T, TEXT, duty, "duty") \
	X(T, INT, asked_by, "asked_by")
ROW_DEFINE(ask_row, ASK_COLS);
static struct stmt find_q = SQL(
	"SELECT " ROW_SELECT(ASK_COLS)
	"  FROM volunteer_ask"
	" WHERE person_id = ?"
	"   AND purpose = ?"
	"   AND target_id = ?"
	"   AND state = 'open'"
	"   FOR UPDATE");
static struct stmt answer_q = SQL(
	"UPDATE volunteer_ask"
	"   SET state = ?, answered_at = ?"
	" WHERE id = ?"
	"   AND state = 'open'");

enum err ask_volunteer(const struct actor *by, int64_t person, const char *purpose, int64_t target,
		       const char *duty, const char *no)
{
	enum err e = db_exec(&ask_q,
			     ARGS(A_(by->station), A_(person), A_(purpose), A_(target), A_(duty),
				  A_(by->staff), A_(actor_time(by))),
			     NULL);
	return e ? e
		 : audit(by, arena_fmt(by->arena, "ask.%s", purpose), "volunteer_ask", target, no);
}

enum err ask_answered(const struct actor *by, const char *purpose, int64_t target, bool yes,
		      const char **duty, int64_t *asked_by)
{
	struct ask_row r;
	enum err e = row_one(&find_q, ARGS(A_(by->person), A_(purpose), A_(target)), ask_row_cols,
			     &r);
	if (!e)
		e = db_change(&answer_q, ARGS(A_(yes ? "accepted" : "declined"), A_(actor_time(by)),
					      A_(r.id)));
	if (!e)
		e = audit(by, yes ? "ask.accept" : "ask.decline", "volunteer_ask", r.id, purpose);
	if (e)
		return e;
	*duty = r.duty;
	*asked_by = r.asked_by;
	return OK;
}
