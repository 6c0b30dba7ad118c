/* staff.c - members of staff, for the pages of a station and the command alike. */
#include "staff.h"

#include "audit.h"
#include "revoke.h"

static struct stmt find_q = SQL(
	"SELECT id"
	"  FROM staff"
	" WHERE login = ?");
static struct stmt add_q = SQL(
	"INSERT INTO staff (login, name, password_hash, password_changed_at)"
	" VALUES (?, ?, ?, ?)");
static struct stmt role_q = SQL(
	"INSERT INTO staff_role (staff_id, role, station_id, region_code, given_by)"
	" VALUES (?, ?, ?, ?, ?)");
static struct stmt end_q = SQL(
	"UPDATE staff_role"
	"   SET ended_at = ?"
	" WHERE staff_id = ?"
	"   AND role = ?"
	"   AND station_id = ?"
	"   AND ended_at IS NULL"
	"   AND staff_id <> ?");
static struct stmt password_q = SQL(
	"UPDATE staff"
	"   SET password_hash = ?, password_changed_at = ?, failed = 0, locked_until = NULL"
	" WHERE id = ?");

enum err staff_find(const char *login, int64_t *id)
{
	return db_int(&find_q, ARGS(A_(login)), id);
}

enum err staff_add(const struct actor *by, const struct staff_entry *s)
{
	int64_t staff, giver = by->staff ? by->staff : DB_NONE;
	enum err e = staff_find(s->login, &staff);
	if (e == ERR_NOT_FOUND)
		e = db_exec(&add_q,
			    ARGS(A_(s->login), A_(s->name), A_(s->hash),
				 A_(s->first ? NULL : actor_time(by))),
			    &staff);
	if (!e)
		e = db_exec(&role_q,
			    ARGS(A_(staff), A_(s->role), A_(s->station), A_(s->region), A_(giver)),
			    NULL);
	revoke_kept();
	return e ? e : audit(by, "staff.add", "staff", staff, s->role);
}

enum err staff_role_end(const struct actor *by, const char *login, const char *role)
{
	int64_t staff;
	enum err e = staff_find(login, &staff);
	if (!e)
		e = db_change(&end_q, ARGS(A_(actor_time(by)), A_(staff), A_(role), A_(by->station),
					   A_(by->staff)));
	revoke_kept();
	return e ? e : audit(by, "staff.end", "staff", staff, role);
}

enum err staff_set_password(const struct actor *by, int64_t id, const char *hash)
{
	enum err e = db_change(&password_q, ARGS(A_(hash), A_(actor_time(by)), A_(id)));
	revoke_kept();
	return e ? e : audit(by, "staff.password", "staff", id, NULL);
}
