/* manage.c - the manager's own station: its facts, its points and who works there. */
#include "form.h"
#include "history.h"
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
	"SELECT LOWER(HEX(f.uid)) AS ref, f.login, f.name, r.role, f.state, f.last_sign_in_at,"
	"       r.from_on, r.until_on,"
	"       IF(f.home_station_id = r.station_id, NULL, h.name) AS lent_by,"
	"       NULLIF(f.id = ?, 0) AS self"
	"  FROM staff_role r"
	"  JOIN staff f ON f.id = r.staff_id"
	"  LEFT JOIN station h ON h.id = f.home_station_id"
	" WHERE r.station_id = ?"
	"   AND r.ended_at IS NULL"
	"   AND COALESCE(r.until_on, '9999-12-31') >= ?"
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
		e = put_query(q, "Staff", &staff_q,
			      ARGS(A_(q->staff), A_(q->station), A_(actor_today(&q->actor))));
	if (!e)
		e = put_led(q, q->station);
	return e ? e : page(q, "station/show.cs");
}

enum err station_edit(struct rq *q)
{
	enum err e = form_again(q) ? OK : put_one(q, "Form", &show_q, ARGS(A_(q->station)));
	if (!e)
		e = history_put(q, "station", q->station);
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
