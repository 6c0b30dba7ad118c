/* people.c - the first station and the first members of staff. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "admin.h"
#include "audit.h"
#include "secret.h"

enum { PASSWORD_MIN = 10 };

static struct stmt add_station_q = SQL(
	"INSERT INTO station (no, kind, name, region_code, opened_on)"
	" VALUES (?, 'station', ?, ?, CURDATE())");
static struct stmt add_staff_q = SQL(
	"INSERT INTO staff (login, name, password_hash, password_changed_at)"
	" VALUES (?, ?, ?, NOW())");
static struct stmt find_staff_q = SQL(
	"SELECT id"
	"  FROM staff"
	" WHERE login = ?");
static struct stmt find_station_q = SQL(
	"SELECT id"
	"  FROM station"
	" WHERE no = ?");
static struct stmt add_role_q = SQL(
	"INSERT INTO staff_role (staff_id, role, station_id, region_code)"
	" VALUES (?, ?, ?, ?)");
static struct stmt password_q = SQL(
	"UPDATE staff"
	"   SET password_hash = ?, password_changed_at = NOW(), failed = 0, locked_until = NULL"
	" WHERE login = ?");

enum err admin_station(struct arena *a, char **args)
{
	struct actor by = actor_system(db_arena());
	(void)a;
	int64_t id;
	enum err e = db_exec(&add_station_q, ARGS(A_(args[0]), A_(args[2]), A_(args[1])), &id);
	return e ? e : audit(&by, "station.add", "station", id, NULL);
}

/* One line of standard input. */
static enum err read_password(struct arena *a, const char **out)
{
	char line[200];
	if (!fgets(line, sizeof(line), stdin))
		return ERR(ERR_BAD_REQUEST, "no password on standard input");
	line[strcspn(line, "\r\n")] = '\0';
	if (utf8_count(line) < PASSWORD_MIN)
		return ERR(ERR_BAD_REQUEST, "a password has at least %d characters", PASSWORD_MIN);
	*out = arena_str(a, line);
	return OK;
}

struct new_staff {
	const char *login, *name, *role, *scope, *hash;
};

static enum err add_staff(void *ctx)
{
	struct actor by = actor_system(db_arena());
	const struct new_staff *s = ctx;
	int64_t staff, station = DB_NONE;
	bool overseer = strcmp(s->role, "overseer") == 0;
	enum err e = overseer ? OK : db_int(&find_station_q, ARGS(A_(s->scope)), &station);
	if (e == ERR_NOT_FOUND)
		return ERR(e, "no station with the number %s", s->scope);
	/* An existing account gets one more role and keeps its password. */
	if (!e)
		e = db_int(&find_staff_q, ARGS(A_(s->login)), &staff);
	if (e == ERR_NOT_FOUND)
		e = db_exec(&add_staff_q, ARGS(A_(s->login), A_(s->name), A_(s->hash)), &staff);
	if (!e)
		e = db_exec(
			&add_role_q,
			ARGS(A_(staff), A_(s->role), A_(station), A_(overseer ? s->scope : NULL)),
			NULL);
	return e ? e : audit(&by, "staff.add", "staff", staff, s->role);
}

enum err admin_add_staff(struct arena *a, const char *login, const char *name, const char *role,
			 const char *scope, const char *password)
{
	if (!str_in(role, "clerk,reviewer,manager,overseer"))
		return ERR(ERR_BAD_REQUEST, "no such role: %s", role);
	struct new_staff s = { login, name, role, scope, secret_password_hash(a, password) };
	return db_tx(add_staff, &s);
}

enum err admin_staff(struct arena *a, char **args)
{
	const char *password;
	enum err e = read_password(a, &password);
	return e ? e : admin_add_staff(a, args[0], args[1], args[2], args[3], password);
}

enum err admin_password(struct arena *a, char **args)
{
	struct actor by = actor_system(db_arena());
	const char *password;
	int64_t id;
	enum err e = db_int(&find_staff_q, ARGS(A_(args[0])), &id);
	if (e == ERR_NOT_FOUND)
		return ERR(e, "nobody signs in as %s", args[0]);
	if (!e)
		e = read_password(a, &password);
	if (!e)
		e = db_change(&password_q,
			      ARGS(A_(secret_password_hash(a, password)), A_(args[0])));
	return e ? e : audit(&by, "staff.password", "staff", id, NULL);
}
