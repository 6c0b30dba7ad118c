/* need.c - a need moves: by hand in the ledger, or along with the project that answers it. */
#include "need.h"

#include "audit.h"
#include "row.h"

static const struct move moves[] = { { "verify", "to_verify", "verified" },
				     { "decline", "to_verify", "declined" },
				     { "decline", "verified", "declined" },
				     { "merge", "to_verify", "merged" },
				     { "merge", "verified", "merged" },
				     { "done", "verified", "done" },
				     { "done", "in_project", "done" },
				     { "project", "verified", "in_project" },
				     { "release", "in_project", "verified" },
				     { "finish", "in_project", "done" },
				     { 0 } };
static struct stmt state_q = SQL(
	"UPDATE need"
	"   SET state = ?"
	" WHERE id = ?"
	"   AND state = ?"
	"   AND station_id = ?");
static const struct machine need = { "need", moves, &state_q };

static struct stmt verified_q = SQL(
	"UPDATE need"
	"   SET verified_by = ?, verified_at = ?, verify_note = ?"
	" WHERE id = ?");
static struct stmt declined_q = SQL(
	"UPDATE need"
	"   SET decline_reason = ?"
	" WHERE id = ?");
static struct stmt done_q = SQL(
	"UPDATE need"
	"   SET done_on = ?"
	" WHERE id = ?");
#define ID_COLS(X, T) X(T, INT, id, "n.id")
ROW_DEFINE(id_row, ID_COLS);
static struct stmt of_project_q = SQL(
	"SELECT " ROW_SELECT(ID_COLS)
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

/* One more, or one fewer, like this row. */
static struct stmt count_q = SQL(
	"INSERT INTO need_count (station_id, of_state, category, n)"
	" SELECT station_id, state, category, ?"
	"  FROM need"
	" WHERE id = ?"
	"    ON DUPLICATE KEY UPDATE n = n + VALUES(n)");

static enum err need_count(int64_t id, int64_t more)
{
	return db_exec(&count_q, ARGS(A_(more), A_(id)), NULL);
}

enum err need_counted(int64_t id)
{
	return need_count(id, 1);
}

enum err need_uncounted(int64_t id)
{
	return need_count(id, -1);
}

/* What the step leaves in the row besides its state. */
static enum err need_note(const struct actor *by, const char *verb, int64_t id, const char *words)
{
	if (str_eq(verb, "verify"))
		return db_change(&verified_q, ARGS(A_(by->staff), A_(actor_time(by)),
						   A_(str_or(words, "")), A_(id)));
	if (str_eq(verb, "decline"))
		return db_change(&declined_q, ARGS(A_(words), A_(id)));
	if (str_in(verb, "done,finish"))
		return db_change(&done_q, ARGS(A_(actor_today(by)), A_(id)));
	return OK;
}

enum err need_move(const struct actor *by, const char *verb, int64_t id, const char *state,
		   const char *words)
{
	/* The reason first: the database refuses a declined need without one. */
	enum err e = need_note(by, verb, id, words);
	if (!e)
		e = need_count(id, -1);
	if (!e)
		e = move_to(by, &need, verb, id, state);
	return e ? e : need_count(id, 1);
}

enum err needs_follow(const struct actor *by, int64_t project, const char *verb)
{
	struct id_row *v;
	size_t n = 0;
	const char *from = str_eq(verb, "project") ? "verified" : "in_project";
	enum err e = row_all(&of_project_q, ARGS(A_(project), A_(from)), id_row_cols, sizeof(*v),
			     &v, &n);
	for (size_t i = 0; !e && i < n; i++)
		e = need_move(by, verb, v[i].id, from, NULL);
	return e;
}
