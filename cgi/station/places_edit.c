/* places_edit.c - an overseer makes a station or point, changes, closes and opens it again. */
#include "form.h"
#include "place.h"
#include "places.h"
#include "region_choice.h"
#include "station.h"

#define PLACE_IN(X, T) \
	X(T, WORD, kind, 0, 8) \
	X(T, OINT, parent, 1, 999999) \
	X(T, STR, name, 2, 60) \
	X(T, REGION, region_code, 0, 12) \
	X(T, STR, sign, 0, 80) \
	X(T, STR, address, 2, 160) \
	X(T, PHONE, phone, 1, 20) \
	X(T, NAME, person_in_charge, 1, 60) \
	X(T, STR, open_hours, 0, 80) \
	X(T, TEXT, intro, 0, 1000) \
	X(T, STR, property_name, 0, 80) \
	X(T, PHONE, property_phone, 0, 20) \
	X(T, OINT, area_m2, 1, 100000) \
	X(T, OINT, population, 1, 1000000) \
	X(T, DAY, opened_on, 0, 10)
FORM_DEFINE(place_in, PLACE_IN);

#define CLOSE_IN(X, T) X(T, STR, why, 2, 200)
FORM_DEFINE(close_in, CLOSE_IN);

static struct stmt form_q = SQL(
	"SELECT name, sign, region_code, address, phone, person_in_charge, open_hours, intro,"
	"       property_name, property_phone, area_m2, population, opened_on"
	"  FROM station"
	" WHERE id = ?");

static enum err fault_said(struct rq *q, enum err e, const struct station_fault *f)
{
	if (e == ERR_FORM && f->word)
		form_error(q, f->field, f->word);
	return e;
}

/* What the form says, and that its region is one's own. */
static bool place_read(struct rq *q, struct place_in *in, bool fresh)
{
	if (!form_read(q, place_in_fields, in))
		return false;
	if (in->region_code && !region_within(in->region_code, str_or(q->who.region_code, "-")))
		form_error(q, "region_code", "region_not_yours");
	if (fresh && !str_in(str_or(in->kind, ""), "station,point"))
		form_error(q, "kind", "choose");
	if (fresh && str_eq(in->kind, "point") && in->parent == DB_NONE)
		form_error(q, "parent", "parent_missing");
	return form_ok(q);
}

static struct station_entry place_entry(const struct place_in *in, int64_t parent)
{
	return (struct station_entry){ .no = DB_NONE,
				       .parent = parent,
				       .region = in->region_code,
				       .name = in->name,
				       .sign = in->sign,
				       .address = in->address,
				       .phone = in->phone,
				       .person_in_charge = in->person_in_charge,
				       .open_hours = in->open_hours,
				       .intro = in->intro,
				       .property_name = in->property_name,
				       .property_phone = in->property_phone,
				       .opened_on = in->opened_on,
				       .area_m2 = in->area_m2,
				       .population = in->population };
}

enum err place_new(struct rq *q)
{
	const char *parent = query(q, "parent");
	struct place_row p;
	enum err e = OK;
	if (!form_again(q) && parent) {
		e = place_find(q, parent, &p);
		if (e)
			return e;
		put(q, "Form.kind", "point");
		put_int(q, "Form.parent", p.no);
		put(q, "Form.region_code", p.region);
	}
	e = put_region_choice(q, "region_code", "Regions");
	return e ? e : page(q, "station/place_edit.cs");
}

enum err place_make(struct rq *q)
{
	struct place_in in;
	struct station_fault fault = { NULL, NULL };
	struct place_row above;
	int64_t id;
	enum err e = OK;
	if (!place_read(q, &in, true))
		return ERR_FORM;
	bool point = str_eq(in.kind, "point");
	if (point)
		e = place_find(q, arena_fmt(q->arena, "%lld", (long long)in.parent), &above);
	if (e == ERR_NOT_FOUND) {
		form_error(q, "parent", "parent_unknown");
		return ERR_FORM;
	}
	struct station_entry s = place_entry(&in, point ? in.parent : DB_NONE);
	if (!e)
		e = fault_said(q, station_make(&q->actor, &s, &fault, &id), &fault);
	return e ? e : see(q, "/station/places?done=place_made");
}

enum err place_edit(struct rq *q)
{
	struct place_row p;
	enum err e = place_find(q, arg(q, 0), &p);
	if (!e && !form_again(q))
		e = put_one(q, "Form", &form_q, ARGS(A_(p.id)));
	if (!e)
		e = put_region_choice(q, "region_code", "Regions");
	if (e)
		return e;
	put_int(q, "No", p.no);
	put(q, "Kind", p.kind);
	return page(q, "station/place_edit.cs");
}

enum err place_save(struct rq *q)
{
	struct place_row p;
	struct place_in in;
	struct station_fault fault = { NULL, NULL };
	enum err e = place_find(q, arg(q, 0), &p);
	if (e)
		return e;
	if (!place_read(q, &in, false))
		return ERR_FORM;
	struct station_entry s = place_entry(&in, p.parent);
	e = fault_said(q, station_change(&q->actor, p.id, &s, &fault), &fault);
	return e ? e : see(q, "/station/places/%lld?done=saved", (long long)p.no);
}

enum err place_close_ask(struct rq *q)
{
	struct place_row p;
	enum err e = place_find(q, arg(q, 0), &p);
	if (e)
		return e;
	if (!str_eq(p.state, "open"))
		return ERR_STALE;
	put_int(q, "No", p.no);
	put(q, "Name", p.name);
	return page(q, "station/place_close.cs");
}

enum err place_close(struct rq *q)
{
	struct place_row p;
	struct close_in in;
	struct station_fault fault = { NULL, NULL };
	enum err e = place_find(q, arg(q, 0), &p);
	if (e)
		return e;
	if (!form_read(q, close_in_fields, &in))
		return ERR_FORM;
	e = fault_said(q, station_close(&q->actor, p.id, in.why, &fault), &fault);
	return e ? e : see(q, "/station/places/%lld?done=place_closed", (long long)p.no);
}

enum err place_open(struct rq *q)
{
	struct place_row p;
	struct station_fault fault = { NULL, NULL };
	enum err e = place_find(q, arg(q, 0), &p);
	if (!e)
		e = fault_said(q, station_reopen(&q->actor, p.id, &fault), &fault);
	return e ? e : see(q, "/station/places/%lld?done=place_opened", (long long)p.no);
}
