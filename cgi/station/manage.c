/* manage.c - the manager's own station: its facts and its staff. */
#include "form.h"
#include "secret.h"
#include "staff.h"
#include "station.h"

#define STATION_IN(X, T) \
	X(T, STR, name, 2, 60) \
	X(T, STR, address, 2, 160) \
	X(T, PHONE, phone, 1, 20) \
	X(T, NAME, person_in_charge, 1, 60) \
	X(T, STR, open_hours, 0, 80) \
	X(T, TEXT, intro, 0, 1000) \
	X(T, OINT, area_m2, 1, 100000) \
	X(T, OINT, population, 1, 1000000)
FORM_DEFINE(station_in, STATION_IN);

#define STAFF_IN(X, T) \
	X(T, WORD, login, 3, 40) \
	X(T, NAME, name, 1, 60) \
	X(T, WORD, role, 1, 12) \
	X(T, STR, password, 10, 128)
FORM_DEFINE(staff_in, STAFF_IN);

#define END_IN(X, T) \
	X(T, WORD, login, 3, 40) \
	X(T, WORD, role, 1, 12)
FORM_DEFINE(end_in, END_IN);

static struct stmt show_q = SQL(
	"SELECT s.no, s.kind, s.name, s.address, s.phone, s.person_in_charge, s.open_hours,"
	"       s.intro, s.area_m2, s.population, s.opened_on, r.full_name AS region"
	"  FROM station s"
	"  JOIN region r ON r.code = s.region_code"
	" WHERE s.id = ?");
static struct stmt points_q = SQL(
	"SELECT no, name, address, state"
	"  FROM station"
	" WHERE parent_id = ?"
	" ORDER BY no"
	" LIMIT 50");
static struct stmt staff_q = SQL(
	"SELECT f.login, f.name, r.role, f.state, f.last_sign_in_at"
	"  FROM staff_role r"
	"  JOIN staff f ON f.id = r.staff_id"
	" WHERE r.station_id = ?"
	"   AND r.ended_at IS NULL"
	" ORDER BY f.name, r.role"
	" LIMIT 100");
static struct stmt save_q = SQL(
	"UPDATE station"
	"   SET name = ?, address = ?, phone = ?, person_in_charge = ?, open_hours = ?, intro = ?,"
	"       area_m2 = ?, population = ?"
	" WHERE id = ?");
enum err station_show(struct rq *q)
{
	enum err e = put_one(q, "Place", &show_q, ARGS(A_(q->station)));
	if (!e)
		e = put_query(q, "Points", &points_q, ARGS(A_(q->station)));
	if (!e)
		e = put_query(q, "Staff", &staff_q, ARGS(A_(q->station)));
	return e ? e : page(q, "station/show.cs");
}

enum err station_edit(struct rq *q)
{
	enum err e = form_again(q) ? OK : put_one(q, "Form", &show_q, ARGS(A_(q->station)));
	return e ? e : page(q, "station/edit.cs");
}

enum err station_save(struct rq *q)
{
	struct station_in in;
	if (!form_read(q, station_in_fields, &in))
		return ERR_FORM;
	int64_t id = q->station;
	enum err e = audited(&q->actor, &save_q,
			     ARGS(A_(in.name), A_(in.address), A_(in.phone),
				  A_(in.person_in_charge), A_(str_or(in.open_hours, "")),
				  A_(str_or(in.intro, "")), A_(in.area_m2), A_(in.population),
				  A_(id)),
			     "station.edit", "station", &id);
	return e ? e : see(q, "/station/?done=saved");
}

enum err staff_new(struct rq *q)
{
	return page(q, "station/staff.cs");
}

struct staff_change {
	struct rq *q;
	const void *in;
	const char *hash;
};

/* Somebody of another station stays theirs: a manager makes new accounts only. */
static enum err staff_enter(void *ctx)
{
	const struct staff_change *c = ctx;
	const struct staff_in *in = c->in;
	int64_t there;
	enum err e = staff_find(in->login, &there);
	if (e == ERR_NOT_FOUND)
		e = staff_add(&c->q->actor, &(struct staff_entry){ .login = in->login,
								   .name = in->name,
								   .role = in->role,
								   .hash = c->hash,
								   .station = c->q->station,
								   .first = true });
	else if (!e)
		e = ERR_DUPLICATE;
	if (e != ERR_DUPLICATE)
		return e;
	form_error(c->q, "login", "login_taken");
	return ERR_FORM;
}

enum err staff_make(struct rq *q)
{
	struct staff_in in;
	if (form_read(q, staff_in_fields, &in) && !str_in(in.role, STAFF_STATION_ROLES))
		form_error(q, "role", "unknown_code");
	if (!form_ok(q))
		return ERR_FORM;
	struct staff_change c = { .q = q,
				  .in = &in,
				  .hash = secret_password_hash(q->arena, in.password) };
	enum err e = db_tx(staff_enter, &c);
	return e ? e : see(q, "/station/?done=staff_added");
}

static enum err staff_leave(void *ctx)
{
	const struct staff_change *c = ctx;
	const struct end_in *in = c->in;
	return staff_role_end(&c->q->actor, in->login, in->role);
}

enum err staff_end(struct rq *q)
{
	struct end_in in;
	if (!form_read(q, end_in_fields, &in))
		return ERR_FORM;
	enum err e = db_tx(staff_leave, &(struct staff_change){ .q = q, .in = &in });
	return e ? e : see(q, "/station/?done=staff_ended");
}
