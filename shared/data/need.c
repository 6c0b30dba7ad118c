/* need.c - a need moves: by hand in the ledger, or along with the project or the order that answers
 * it. */
#include "need.h"

#include "audit.h"
#include "need_cluster.h"
#include "row.h"
#include "setting.h"
#include "workday.h"

static const struct move moves[] = {
	{ "verify", "to_verify", "verified" },   { "decline", "to_verify", "declined" },
	{ "decline", "verified", "declined" },   { "merge", "to_verify", "merged" },
	{ "merge", "verified", "merged" },       { "done", "verified", "done" },
	{ "done", "in_project", "done" },        { "project", "verified", "in_project" },
	{ "release", "in_project", "verified" }, { "finish", "in_project", "done" },
	{ "serve", "verified", "done" },         { "reopen", "declined", "to_verify" },
	{ "restore", "declined", "verified" },   { 0 }
};
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
static struct stmt end_q = SQL(
	"UPDATE need"
	"   SET done_note = ?"
	" WHERE id = ?");
static struct stmt lock_q = SQL(
	"SELECT state"
	"  FROM need"
	" WHERE id = ?"
	"   FOR UPDATE");
/* An answer that was given stays. */
static struct stmt told_q = SQL(
	"UPDATE need"
	"   SET answer = ?, answer_how = ?, answered_on = ?, answered_by = ?"
	" WHERE id = ?"
	"   AND answered_on IS NULL");
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
	" LIMIT 200"
	"   FOR UPDATE");

/* One more, or one fewer, like this row. */
static struct stmt count_q = SQL(
	"INSERT INTO need_count (station_id, of_state, category, n)"
	" SELECT station_id, state, category, ?"
	"  FROM need"
	" WHERE id = ?"
	"    ON DUPLICATE KEY UPDATE n = n + VALUES(n)");

/* What it is counted by is what stands in its row now, and nobody changes that meanwhile. */
static enum err need_count(int64_t id, int64_t more)
{
	const char *state;
	enum err e = db_text(&lock_q, ARGS(A_(id)), &state);
	if (!e)
		e = db_exec(&count_q, ARGS(A_(more), A_(id)), NULL);
	return e ? e : need_clustered(id, more);
}

enum err need_reply_by(const struct actor *by, int64_t station, const char **day)
{
	enum { REPLY_DAYS = 5 };
	int64_t days;
	enum err e = setting_rule(station, "need_reply_days", REPLY_DAYS, &days);
	return e ? e : workday_add(station, actor_today(by), (int)days, day);
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
	if (str_in(verb, "done,finish,serve"))
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

static struct stmt unanswer_q = SQL(
	"UPDATE need"
	"   SET answer = '', answer_how = NULL, answered_on = NULL, answered_by = NULL"
	" WHERE id = ?");
static struct stmt reason_q = SQL(
	"SELECT COALESCE(decline_reason, '')"
	"  FROM need"
	" WHERE id = ?");

enum err need_reopen(const struct actor *by, int64_t id, const char *was)
{
	/* The no that was said stands in the history, and the answer is owed again. */
	const char *reason;
	enum err e = db_text(&reason_q, ARGS(A_(id)), &reason);
	if (!e)
		e = need_count(id, -1);
	if (!e)
		e = db_change(&unanswer_q, ARGS(A_(id)));
	if (!e)
		e = move_to(by, &need, str_eq(was, "verified") ? "restore" : "reopen", id,
			    "declined");
	if (!e)
		e = audit_changed("need", id, "decline_reason", reason, "");
	if (!e)
		e = db_change(&declined_q, ARGS(A_((const char *)NULL), A_(id)));
	return e ? e : need_count(id, 1);
}

enum err need_settle(const struct actor *by, const char *verb, int64_t id, const char *state,
		     const struct need_end *end)
{
	int64_t told = 0, staff = by->staff ? by->staff : DB_NONE;
	enum err e = need_move(by, verb, id, state, NULL);
	if (!e)
		e = db_change(&end_q, ARGS(A_(end->note), A_(id)));
	if (!e && end->answer)
		e = db_affect(
			&told_q,
			ARGS(A_(end->answer), A_(end->how), A_(actor_today(by)), A_(staff), A_(id)),
			&told);
	return e || !told ? e : audit(by, "need.answer", "need", id, NULL);
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

static struct stmt answers_q = SQL(
	"SELECT COUNT(*)"
	"  FROM project_need x"
	"  JOIN project p ON p.id = x.project_id"
	" WHERE x.need_id = ?"
	"   AND p.state IN ('recruiting', 'running')");
enum err need_back(const struct actor *by, int64_t id, const char *project, const char *reason)
{
	const char *state;
	int64_t others = 0;
	enum err e = db_text(&lock_q, ARGS(A_(id)), &state);
	if (!e)
		e = db_int(&answers_q, ARGS(A_(id)), &others);
	if (!e && !others && str_eq(state, "in_project"))
		e = need_move(by, "release", id, state, NULL);
	if (!e)
		e = audit(by, "need.back", "need", id, project);
	return e ? e : audit_changed("need", id, "project", project, reason);
}

#define OF_ORDER_COLS(X, T) X(T, INT, id, "n.id") X(T, INT, station, "n.station_id")
ROW_DEFINE(of_order_row, OF_ORDER_COLS);
static struct stmt of_order_q = SQL(
	"SELECT " ROW_SELECT(OF_ORDER_COLS)
	"  FROM service_order o"
	"  JOIN need n ON n.id = o.need_id"
	" WHERE o.id = ?"
	"   AND n.state = 'verified'"
	"   FOR UPDATE");

enum err need_served(const struct actor *by, int64_t order, const struct need_end *end)
{
	struct of_order_row n;
	enum err e = row_one(&of_order_q, ARGS(A_(order)), of_order_row_cols, &n);
	if (e == ERR_NOT_FOUND) {
		err_clear();
		return OK;
	}
	struct actor there = *by;
	if (!e)
		there.station = n.station;
	return e ? e : need_settle(&there, "serve", n.id, "verified", end);
}
