/* people.c - the first station and the first members of staff. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "admin.h"
#include "secret.h"
#include "staff.h"

enum { PASSWORD_MIN = 10 };

static struct stmt find_station_q = SQL(
	"SELECT id"
	"  FROM station"
	" WHERE no = ?");
enum err admin_station(struct arena *a, char **args)
{
	struct actor by = actor_system(a);
	return station_add(&by, args[0], args[1], args[2]);
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
	struct staff_entry entry;
	const char *station; /* its number; NULL: over a region */
};

static enum err staff_enter(void *ctx)
{
	struct actor by = actor_system(db_arena());
	struct new_staff *s = ctx;
	enum err e = s->station ? db_int(&find_station_q, ARGS(A_(s->station)), &s->entry.station)
				: OK;
	if (e == ERR_NOT_FOUND)
		return ERR(e, "no station with the number %s", s->station);
	return e ? e : staff_add(&by, &s->entry);
}

enum err admin_add_staff(struct arena *a, const char *login, const char *name, const char *role,
			 const char *scope, const char *password)
{
	bool overseer = str_eq(role, "overseer");
	if (!str_in(role, STAFF_ROLES))
		return ERR(ERR_BAD_REQUEST, "no such role: %s", role);
	struct new_staff s = { .entry = { .login = login,
					  .name = name,
					  .role = role,
					  .hash = secret_password_hash(a, password),
					  .station = DB_NONE,
					  .region = overseer ? scope : NULL },
			       .station = overseer ? NULL : scope };
	return db_tx(staff_enter, &s);
}

enum err admin_staff(struct arena *a, char **args)
{
	const char *password;
	enum err e = read_password(a, &password);
	return e ? e : admin_add_staff(a, args[0], args[1], args[2], args[3], password);
}

enum err admin_password(struct arena *a, char **args)
{
	struct actor by = actor_system(a);
	const char *password;
	int64_t id;
	enum err e = staff_find(args[0], &id);
	if (e == ERR_NOT_FOUND)
		return ERR(e, "nobody signs in as %s", args[0]);
	if (!e)
		e = read_password(a, &password);
	return e ? e : staff_set_password(&by, id, secret_password_hash(a, password));
}
