/* staff.c - members of staff, for the pages of a station and the command alike. */
#include "staff.h"

#include "audit.h"
#include "revoke.h"
#include "session_cut.h"

static struct stmt find_q = SQL(
	"SELECT id"
	"  FROM staff"
	" WHERE login = ?");
static struct stmt add_q = SQL(
	"INSERT INTO staff (login, name, password_hash, password_changed_at, home_station_id,"
	"       made_by, created_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?)");
static struct stmt state_q = SQL(
	"UPDATE staff"
	"   SET state = ?"
	" WHERE id = ?"
	"   AND state <> ?"
	"   AND (? <> 'active' OR NOT EXISTS (SELECT 1 FROM person p"
	"       WHERE p.id = staff.person_id AND p.merged_into IS NOT NULL))");
static struct stmt name_q = SQL(
	"UPDATE staff"
	"   SET name = ?"
	" WHERE id = ?");
static struct stmt password_q = SQL(
	"UPDATE staff"
	"   SET password_hash = ?, password_changed_at = ?, failed = 0"
	" WHERE id = ?");

enum err staff_find(const char *login, int64_t *id)
{
	return db_int(&find_q, ARGS(A_(login)), id);
}

/* What no password's hash is. */
static const char *const no_password = "!";

static enum err staff_new(const struct actor *by, const struct staff_entry *s, int64_t *staff)
{
	int64_t maker = by->staff ? by->staff : DB_NONE;
	enum err e = db_exec(&add_q,
			     ARGS(A_(s->login), A_(s->name), A_(str_or(s->hash, no_password)),
				  A_(actor_time(by)), A_(s->station), A_(maker),
				  A_(actor_time(by))),
			     staff);
	return e || !s->papers ? e : staff_link(by, *staff, s->papers);
}

enum err staff_add(const struct actor *by, const struct staff_entry *s)
{
	int64_t staff;
	enum err e = staff_find(s->login, &staff);
	if (e == ERR_NOT_FOUND)
		e = staff_new(by, s, &staff);
	if (!e)
		e = staff_role_give(by, staff,
				    &(struct staff_role){ .role = s->role,
							  .station = s->station,
							  .region = s->region,
							  .from = s->from,
							  .until = s->until });
	return e ? e : audit(by, "staff.add", "staff", staff, s->role);
}

enum err staff_set_password(const struct actor *by, int64_t id, const char *hash, int64_t session)
{
	enum err e = db_change(&password_q, ARGS(A_(hash), A_(actor_time(by)), A_(id)));
	if (!e)
		e = sessions_cut(by, id, session);
	return e ? e : audit(by, "staff.password", "staff", id, NULL);
}

enum err staff_rename(const struct actor *by, int64_t id, const char *name)
{
	return audited(by, &name_q, ARGS(A_(name), A_(id)), "staff.edit", "staff", &id);
}

enum err staff_set_state(const struct actor *by, int64_t id, const char *state)
{
	enum err e = db_change(&state_q, ARGS(A_(state), A_(id), A_(state), A_(state)));
	/* Whoever comes back signs in anew. */
	if (!e)
		e = sessions_cut(by, id, 0);
	return e ? e
		 : audit(by, str_eq(state, "active") ? "staff.enable" : "staff.disable", "staff",
			 id, NULL);
}
