/* places.c - stations and points of a region, for its overseer: the list of them, and one. */
#include "history.h"
#include "list.h"
#include "places.h"
#include "region.h"
#include "station.h"

#define PLACES_COLS(C) \
	C(TEXT, no, "s.no", "") \
	C(WORD, kind, "s.kind", "State.station_kind") \
	C(TEXT, name, "s.name", "") \
	C(TEXT, region, "r.full_name", "") \
	C(TEXT, parent, "p.name", "") \
	C(TEXT, person_in_charge, "s.person_in_charge", "") \
	C(TEXT, phone, "s.phone", "") \
	C(TEXT, open_hours, "s.open_hours", "") \
	C(LONG, address, "s.address", "") \
	C(TEXT, sign, "s.sign", "") \
	C(TEXT, property_name, "s.property_name", "") \
	C(DAY, opened_on, "s.opened_on", "") \
	C(WORD, state, "s.state", "State.station")
#define PLACES_TABLE "station s"
#define PLACES_JOINS \
	"  JOIN region r ON r.code = s.region_code" \
	"  LEFT JOIN station p ON p.id = s.parent_id"
#define PLACES_WHERE "s.region_code LIKE ?"
#define PLACES_FILTERS(F) \
	F(WORD, kind, "s.kind = ?") \
	F(WORD, state, "s.state = ?") \
	F(FIND, name, "s.name LIKE ?")
#define PLACES_WAYS(S, L) S(L, region, any, "s.region_code", "station_region")
#define PLACES_ID         "s.id"
LIST_DEFINE(PLACES);

static struct stmt one_q = SQL(
	"SELECT " ROW_SELECT(PLACE_COLS)
	"  FROM station s"
	"  JOIN region r ON r.code = s.region_code"
	"  LEFT JOIN station p ON p.id = s.parent_id"
	" WHERE s.no = ?"
	"   AND s.region_code LIKE ?");
static struct stmt show_q = SQL(
	"SELECT s.no, s.kind, s.name, s.sign, s.region_code, r.full_name AS region, s.address,"
	"       s.phone, s.person_in_charge, s.open_hours, s.intro, s.property_name,"
	"       s.property_phone, s.area_m2, s.population, s.opened_on, s.state, s.closed_on,"
	"       s.closed_why, p.no AS parent, p.name AS parent_name,"
	"       (SELECT COUNT(DISTINCT o.staff_id) FROM staff_role o WHERE o.station_id = s.id"
	"              AND o.role = 'manager' AND o.ended_at IS NULL) AS managers"
	"  FROM station s"
	"  JOIN region r ON r.code = s.region_code"
	"  LEFT JOIN station p ON p.id = s.parent_id"
	" WHERE s.id = ?");
static struct stmt points_q = SQL(
	"SELECT no, name, address, property_name, state"
	"  FROM station"
	" WHERE parent_id = ?"
	" ORDER BY no"
	" LIMIT 100");

const char *place_scope(struct rq *q)
{
	return region_prefix(q->arena, str_or(q->who.region_code, "-"));
}

enum err place_find(struct rq *q, const char *no, struct place_row *p)
{
	return row_one(&one_q, ARGS(A_(no), A_(place_scope(q))), place_row_cols, p);
}

enum err places_list(struct rq *q)
{
	struct list places = LIST(PLACES, "Places", "station.Places");
	places.oldest = true;
	return list_page(q, &places, ARGS(A_(place_scope(q))), "station/places.cs");
}

enum err place_show(struct rq *q)
{
	struct place_row p;
	enum err e = place_find(q, arg(q, 0), &p);
	if (!e)
		e = put_one(q, "Place", &show_q, ARGS(A_(p.id)));
	if (!e)
		e = put_query(q, "Points", &points_q, ARGS(A_(p.id)));
	if (!e)
		e = put_led(q, p.id);
	if (!e)
		e = history_put(q, "station", p.id);
	return e ? e : page(q, "station/place.cs");
}
