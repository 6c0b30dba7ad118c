/* people.c - stations, points and the first members of staff. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "admin.h"
#include "place.h"
#include "secret.h"
#include "staff.h"

enum { PASSWORD_MIN = 10 };

static struct stmt find_station_q = SQL(
	"SELECT id"
	"  FROM station"
	" WHERE no = ?");

/* What is wrong with a place, for whoever types commands. */
static enum err place_fault(enum err e, const struct station_fault *f)
{
	static const struct {
		const char *word, *says;
	} words[] = {
		{ "required", "is missing" },
		{ "no_taken", "is the number of another one" },
		{ "unknown_code", "is no division; zyz-admin regions FILE takes in more" },
		{ "region_ended", "is no division any more" },
		{ "region_wide",
		  "reaches no further than the county: name a street or a community" },
		{ "parent_unknown", "is no number of a station" },
		{ "parent_point", "is a point; a point hangs on a station" },
		{ "parent_closed", "is closed" },
		{ "has_points", "it has open points: close them first" },
		{ "has_work", "it has projects or activities that have not ended" },
	};
	for (size_t i = 0; e == ERR_FORM && i < sizeof(words) / sizeof(words[0]); i++)
		if (str_eq(words[i].word, f->word))
			return ERR(ERR_BAD_REQUEST, "%s: %s", f->field, words[i].says);
	return e;
}

static enum err number_read(const char *text, int64_t *no)
{
	char *end;
	*no = strtoll(text, &end, 10);
	return *end || end == text || *no < 1 || *no > 999999
		       ? ERR(ERR_BAD_REQUEST, "%s: a station's number is 1 to 999999", text)
		       : OK;
}

static enum err place_add(struct arena *a, const char *number, const char *parent,
			  const char *region, const char *name)
{
	struct actor by = actor_system(a);
	struct station_fault fault = { NULL, NULL };
	struct station_entry s = { .parent = DB_NONE,
				   .region = region,
				   .name = name,
				   .area_m2 = DB_NONE,
				   .population = DB_NONE };
	int64_t id;
	enum err e = number_read(number, &s.no);
	if (!e && parent)
		e = number_read(parent, &s.parent);
	return e ? e : place_fault(station_make(&by, &s, &fault, &id), &fault);
}

enum err admin_station(struct arena *a, char **args)
{
	return place_add(a, args[0], NULL, args[1], args[2]);
}

enum err admin_point(struct arena *a, char **args)
{
	return place_add(a, args[0], args[1], NULL, args[2]);
}

static enum err place_find(const char *number, int64_t *id)
{
	enum err e = db_int(&find_station_q, ARGS(A_(number)), id);
	return e == ERR_NOT_FOUND ? ERR(e, "no station with the number %s", number) : e;
}

enum err admin_station_close(struct arena *a, char **args)
{
	struct actor by = actor_system(a);
	struct station_fault fault = { NULL, NULL };
	int64_t id;
	enum err e = place_find(args[0], &id);
	return e ? e : place_fault(station_close(&by, id, args[1], &fault), &fault);
}

enum err admin_station_open(struct arena *a, char **args)
{
	struct actor by = actor_system(a);
	struct station_fault fault = { NULL, NULL };
	int64_t id;
	enum err e = place_find(args[0], &id);
	return e ? e : place_fault(station_reopen(&by, id, &fault), &fault);
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
