/* belong.c - which team an address names, and who belongs to it: what all pages of teams share. */
#include "code.h"
#include "team.h"

#define BY_UID "SELECT " ROW_SELECT(TEAM_COLS) " FROM team t WHERE t.uid = UNHEX(?)"
static struct stmt desk_q = SQL(
	BY_UID
	"   AND t.station_id = ?");
static struct stmt large_q = SQL(
	BY_UID
	"   AND (t.state = 'approved' OR t.leader_id = ?)");
static struct stmt in_q = SQL(
	"SELECT COUNT(*)"
	"  FROM team_member"
	" WHERE team_id = ?"
	"   AND person_id = ?"
	"   AND left_at IS NULL"
	"   FOR UPDATE");
static struct stmt take_q = SQL(
	"INSERT INTO team_member (team_id, person_id, role, joined_at)"
	" VALUES (?, ?, 'member', ?)"
	"    ON DUPLICATE KEY UPDATE joined_at = VALUES(joined_at), left_at = NULL");
static struct stmt drop_q = SQL(
	"UPDATE team_member m"
	"  JOIN team t ON t.id = m.team_id"
	"   SET m.left_at = ?"
	" WHERE m.team_id = ?"
	"   AND m.person_id = ?"
	"   AND m.left_at IS NULL"
	"   AND (t.leader_id IS NULL OR t.leader_id <> m.person_id)");
static struct stmt count_q = SQL(
	"UPDATE team"
	"   SET members = (SELECT COUNT(*) FROM team_member m"
	"       WHERE m.team_id = ? AND m.left_at IS NULL)"
	" WHERE id = ?");
static struct stmt lead_q = SQL(
	"UPDATE team"
	"   SET leader_id = ?"
	" WHERE id = ?");
static struct stmt roles_q = SQL(
	"UPDATE team_member"
	"   SET role = IF(person_id = ?, 'leader', 'member')"
	" WHERE team_id = ?"
	"   AND (role = 'leader' OR person_id = ?)");
static struct stmt ask_q = SQL(
	"SELECT person_id"
	"  FROM team_ask"
	" WHERE uid = UNHEX(?)"
	"   AND team_id = ?"
	"   AND state = 'asked'"
	"   FOR UPDATE");
static struct stmt answer_q = SQL(
	"UPDATE team_ask"
	"   SET state = ?, decided_at = ?"
	" WHERE team_id = ?"
	"   AND open_person = ?");
enum err put_team_codes(struct rq *q)
{
	static const char *const lists[][2] = {
		{ "Kinds", "team_kind" },     { "OrgKinds", "org_kind" },
		{ "Fields", "team_field" },   { "Means", "team_means" },
		{ "JoinModes", "join_mode" }, { "Categories", "service_category" },
		{ "Stages", "team_stage" },   { "Helps", "team_help" },
	};
	enum err e = OK;
	for (size_t i = 0; !e && i < sizeof(lists) / sizeof(lists[0]); i++)
		e = put_codes(q, lists[i][0], lists[i][1]);
	return e;
}

enum err team_at_desk(struct rq *q, struct team_row *t)
{
	return row_one(&desk_q, ARGS(A_(arg(q, 0)), A_(q->station)), team_row_cols, t);
}

enum err team_at_large(struct rq *q, struct team_row *t)
{
	return row_one(&large_q, ARGS(A_(arg(q, 0)), A_(q->person)), team_row_cols, t);
}

enum err team_as_leader(struct rq *q, struct team_row *t)
{
	enum err e = team_at_large(q, t);
	return e || t->leader == q->person ? e : ERR_FORBIDDEN;
}

enum err team_take(const struct actor *by, int64_t team, int64_t person)
{
	int64_t in;
	enum err e = db_int(&in_q, ARGS(A_(team), A_(person)), &in);
	if (!e && in)
		return ERR_DUPLICATE;
	if (!e)
		e = db_exec(&take_q, ARGS(A_(team), A_(person), A_(actor_time(by))), NULL);
	if (!e)
		e = db_exec(&count_q, ARGS(A_(team), A_(team)), NULL);
	return e ? e : audit(by, "team.take", "team", team, NULL);
}

enum err team_drop(const struct actor *by, int64_t team, int64_t person)
{
	enum err e = db_change(&drop_q, ARGS(A_(actor_time(by)), A_(team), A_(person)));
	if (!e)
		e = db_exec(&count_q, ARGS(A_(team), A_(team)), NULL);
	return e ? e : audit(by, "team.drop", "team", team, NULL);
}

enum err team_lead(const struct actor *by, int64_t team, int64_t person)
{
	enum err e = team_take(by, team, person);
	if (!e || e == ERR_DUPLICATE)
		e = db_exec(&lead_q, ARGS(A_(person), A_(team)), NULL);
	if (!e)
		e = db_exec(&roles_q, ARGS(A_(person), A_(team), A_(person)), NULL);
	return e ? e : audit(by, "team.lead", "team", team, NULL);
}

struct answering {
	struct rq *q;
	const struct team_row *t;
	const char *state;
};

static enum err answering(void *ctx)
{
	const struct answering *a = ctx;
	struct rq *q = a->q;
	int64_t person;
	enum err e = db_int(&ask_q, ARGS(A_(arg(q, 1)), A_(a->t->id)), &person);
	if (e)
		return e == ERR_NOT_FOUND ? ERR_STALE : e;
	e = db_exec(&answer_q,
		    ARGS(A_(a->state), A_(actor_time(&q->actor)), A_(a->t->id), A_(person)), NULL);
	if (!e && str_eq(a->state, "accepted"))
		e = team_take(&q->actor, a->t->id, person);
	if (e == ERR_DUPLICATE)
		e = OK;
	return e ? e : audit(&q->actor, "team.answer", "team", a->t->id, a->state);
}

enum err team_answer(struct rq *q, const struct team_row *t, const char *state)
{
	return db_tx(answering, &(struct answering){ q, t, state });
}
