/* people.c - stations, points and the first members of staff. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "admin.h"
#include "clock.h"
#include "place.h"
#include "row.h"
#include "secret.h"
#include "staff.h"
#include "staff_code.h"

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

/* One line of standard input; NULL: there is none. */
static const char *read_line(struct arena *a)
{
	char line[200];
	if (!fgets(line, sizeof(line), stdin))
		return NULL;
	line[strcspn(line, "\r\n")] = '\0';
	return arena_str(a, line);
}

static enum err read_password(struct arena *a, const char **out)
{
	const char *line = read_line(a);
	if (!line)
		return ERR(ERR_BAD_REQUEST, "no password on standard input");
	if (utf8_count(line) < PASSWORD_MIN)
		return ERR(ERR_BAD_REQUEST, "a password has at least %d characters", PASSWORD_MIN);
	*out = line;
	return OK;
}

/* "610502198001011234", or with the code of its kind before it, "02 E12345678"; *d is empty when
 * there is no such line. */
static enum err read_papers(struct arena *a, const char *name, struct papers *d)
{
	const char *line = read_line(a);
	*d = (struct papers){ .name = name };
	if (!line || !*line)
		return OK;
	const char *blank = strchr(line, ' ');
	d->id_type = blank ? arena_dup(a, line, (size_t)(blank - line)) : "01";
	d->id_no = arena_str(a, blank ? blank + 1 : line);
	if (strlen(d->id_type) != 2 || !*d->id_no || papers_wrong(a, d, clock_day(a, clock_now())))
		return ERR(ERR_BAD_REQUEST, "this is no number of an id document");
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

static enum err say_link(enum err e, const char *login)
{
	if (e == ERR_CHECK)
		return ERR(e, "the document is of somebody with another name");
	return e == ERR_DUPLICATE ? ERR(e, "another account than %s is this person's", login) : e;
}

enum err admin_add_staff(struct arena *a, const char *login, const char *name, const char *role,
			 const char *scope, const char *password, const struct papers *who)
{
	bool overseer = str_eq(role, "overseer");
	if (!str_in(role, STAFF_ROLES))
		return ERR(ERR_BAD_REQUEST, "no such role: %s", role);
	struct new_staff s = { .entry = { .login = login,
					  .name = name,
					  .role = role,
					  .hash = secret_password_hash(a, password),
					  .station = DB_NONE,
					  .papers = who,
					  .region = overseer ? scope : NULL },
			       .station = overseer ? NULL : scope };
	return say_link(db_tx(staff_enter, &s), login);
}

enum err admin_staff(struct arena *a, char **args)
{
	const char *password;
	struct papers who;
	enum err e = read_password(a, &password);
	if (!e)
		e = read_papers(a, args[1], &who);
	if (!e)
		e = admin_add_staff(a, args[0], args[1], args[2], args[3], password,
				    who.id_no ? &who : NULL);
	if (!e && !who.id_no)
		fprintf(stderr,
			"%s is nobody yet: review and approve they may once "
			"`zyz-admin staff-person %s` has their id number\n",
			args[0], args[0]);
	return e;
}

#define ACCOUNT_COLS(X, T) X(T, INT, id, "id") X(T, TEXT, name, "name")
ROW_DEFINE(account_row, ACCOUNT_COLS);
static struct stmt account_q = SQL(
	"SELECT " ROW_SELECT(ACCOUNT_COLS)
	"  FROM staff"
	" WHERE login = ?");

struct linking {
	int64_t staff;
	struct papers who;
};

static enum err link_person(void *ctx)
{
	const struct linking *l = ctx;
	struct actor by = actor_system(db_arena());
	return staff_link(&by, l->staff, &l->who);
}

enum err admin_staff_person(struct arena *a, char **args)
{
	struct account_row account;
	struct linking l;
	enum err e = row_one(&account_q, ARGS(A_(args[0])), account_row_cols, &account);
	if (e == ERR_NOT_FOUND)
		return ERR(e, "nobody signs in as %s", args[0]);
	if (!e)
		e = read_papers(a, account.name, &l.who);
	if (!e && !l.who.id_no)
		e = ERR(ERR_BAD_REQUEST, "no id number on standard input");
	l.staff = account.id;
	return e ? e : say_link(db_tx(link_person, &l), args[0]);
}

struct coding {
	int64_t staff;
	const char *kind, *code;
};

static enum err code_give(void *ctx)
{
	struct coding *c = ctx;
	struct actor by = actor_system(db_arena());
	return staff_code_give(&by, c->staff, c->kind, &c->code);
}

enum err admin_staff_code(struct arena *a, char **args)
{
	struct coding c = { .kind = args[1] };
	(void)a;
	if (!str_in(c.kind, "password,second"))
		return ERR(ERR_BAD_REQUEST, "a code is for a password or a second factor");
	enum err e = staff_find(args[0], &c.staff);
	if (e == ERR_NOT_FOUND)
		return ERR(e, "nobody signs in as %s", args[0]);
	if (!e)
		e = db_tx(code_give, &c);
	if (!e)
		printf("%s\n", c.code);
	return e;
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
	return e ? e : staff_set_password(&by, id, secret_password_hash(a, password), 0);
}
