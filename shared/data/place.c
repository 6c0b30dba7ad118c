/* place.c - places: what they must be, and how they begin and end. */
#include "place.h"

#include <string.h>

#include "audit.h"
#include "region.h"
#include "row.h"

#define PARENT_COLS(X, T) \
	X(T, INT, id, "id") \
	X(T, TEXT, kind, "kind") \
	X(T, TEXT, state, "state") \
	X(T, TEXT, region, "region_code")
ROW_DEFINE(parent_row, PARENT_COLS);
static struct stmt parent_q = SQL(
	"SELECT " ROW_SELECT(PARENT_COLS)
	"  FROM station"
	" WHERE no = ?");
static struct stmt region_name_q = SQL(
	"SELECT name"
	"  FROM region"
	" WHERE code = ?");
static struct stmt taken_q = SQL(
	"SELECT COUNT(*)"
	"  FROM station"
	" WHERE no = ?");
static struct stmt make_q = SQL(
	"INSERT INTO station (no, kind, parent_id, name, sign, region_code, address, phone,"
	"       person_in_charge, open_hours, intro, property_name, property_phone, area_m2,"
	"       population, opened_on)"
	" SELECT COALESCE(?, MAX(no) + 1, 1), IF(? IS NULL, 'station', 'point'), ?, ?, ?, ?, ?, ?,"
	"       ?, ?, ?, ?, ?, ?, ?, ?"
	"  FROM station");
static struct stmt change_q = SQL(
	"UPDATE station"
	"   SET name = ?, sign = ?, region_code = ?, address = ?, phone = ?, person_in_charge = ?,"
	"       open_hours = ?, intro = ?, property_name = ?, property_phone = ?, area_m2 = ?,"
	"       population = ?, opened_on = ?"
	" WHERE id = ?");
static struct stmt close_q = SQL(
	"UPDATE station"
	"   SET state = 'closed', closed_on = ?, closed_why = ?"
	" WHERE id = ?"
	"   AND state = 'open'");
static struct stmt open_q = SQL(
	"UPDATE station"
	"   SET state = 'open', closed_on = NULL, closed_why = ''"
	" WHERE id = ?"
	"   AND state = 'closed'");
/* What would be left without a place. */
static struct stmt left_q = SQL(
	"SELECT CASE"
	"       WHEN EXISTS (SELECT 1 FROM station WHERE parent_id = ? AND state = 'open')"
	"       THEN 'has_points'"
	"       WHEN EXISTS (SELECT 1 FROM project WHERE station_id = ?"
	"              AND state IN ('submitted', 'approved', 'recruiting', 'running'))"
	"       OR EXISTS (SELECT 1 FROM activity WHERE station_id = ?"
	"              AND state IN ('published', 'running', 'recording', 'notice'))"
	"       THEN 'has_work' END");
/* Hours are summed up under the division in which they were recorded. */
static struct stmt rooted_q = SQL(
	"SELECT COUNT(*)"
	"  FROM station s"
	" WHERE s.id = ?"
	"   AND s.region_code <> ?"
	"   AND EXISTS (SELECT 1 FROM station_month m WHERE m.station_id = s.id)");
static struct stmt above_q = SQL(
	"SELECT p.state"
	"  FROM station s"
	"  JOIN station p ON p.id = s.parent_id"
	" WHERE s.id = ?");

const char *station_sign(struct arena *a, const char *community, const char *point)
{
	/* What a committee is called, and its community: longest first. */
	static const struct {
		const char *committee, *place;
	} ends[] = { { "嘎查村民委员会", "嘎查" }, { "嘎查村委员会", "嘎查" },
		     { "嘎查委员会", "嘎查" },     { "嘎查村委会", "嘎查" },
		     { "社区居民委员会", "社区" }, { "社区居委会", "社区" },
		     { "社区委员会", "社区" },     { "居民委员会", "社区" },
		     { "居委会", "社区" },         { "村民委员会", "村" },
		     { "村委员会", "村" },         { "村委会", "村" } };
	size_t n = strlen(community);
	const char *place = community;
	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
		size_t end = strlen(ends[i].committee);
		if (n <= end || !str_eq(community + n - end, ends[i].committee))
			continue;
		place = arena_fmt(a, "%.*s%s", (int)(n - end), community, ends[i].place);
		break;
	}
	if (!point)
		return arena_fmt(a, "%s志愿服务站", place);
	const char *bare = strstr(point, "志愿服务点");
	size_t own = bare ? (size_t)(bare - point) : strlen(point);
	return arena_fmt(a, "%s%.*s志愿服务点", place, (int)own, point);
}

static enum err bad(struct station_fault *fault, const char *field, const char *word)
{
	*fault = (struct station_fault){ field, word };
	return ERR_FORM;
}

static enum err region_look(const char *code, struct station_fault *fault)
{
	enum region_fit fit;
	if (!code)
		return bad(fault, "region_code", "required");
	enum err e = region_fit(code, REGION_STREET, &fit);
	if (e || fit == REGION_FITS)
		return e;
	return bad(fault, "region_code",
		   fit == REGION_ENDED     ? "region_ended"
		   : fit == REGION_UNKNOWN ? "unknown_code"
					   : "region_wide");
}

struct making {
	const struct actor *by;
	struct station_entry s;
	struct station_fault *fault;
	int64_t parent, id;
};

static enum err parent_look(struct making *m)
{
	struct parent_row p;
	m->parent = DB_NONE;
	if (m->s.parent == DB_NONE)
		return OK;
	enum err e = row_one(&parent_q, ARGS(A_(m->s.parent)), parent_row_cols, &p);
	if (e == ERR_NOT_FOUND)
		return bad(m->fault, "parent", "parent_unknown");
	if (e)
		return e;
	if (!str_eq(p.kind, "station"))
		return bad(m->fault, "parent", "parent_point");
	if (!str_eq(p.state, "open"))
		return bad(m->fault, "parent", "parent_closed");
	m->parent = p.id;
	if (!m->s.region)
		m->s.region = p.region;
	return OK;
}

static enum err sign_fill(struct making *m)
{
	const char *community;
	if (m->s.sign)
		return OK;
	enum err e = db_text(&region_name_q, ARGS(A_(m->s.region)), &community);
	if (!e)
		m->s.sign = station_sign(m->by->arena, community,
					 m->parent == DB_NONE ? NULL : m->s.name);
	return e;
}

static enum err make(void *ctx)
{
	struct making *m = ctx;
	int64_t taken = 0;
	enum err e = parent_look(m);
	if (!e)
		e = region_look(m->s.region, m->fault);
	if (!e && m->s.no != DB_NONE)
		e = db_int(&taken_q, ARGS(A_(m->s.no)), &taken);
	if (!e && taken)
		return bad(m->fault, "no", "no_taken");
	if (!e)
		e = sign_fill(m);
	if (e)
		return e;
	const struct station_entry *s = &m->s;
	e = db_exec(&make_q,
		    ARGS(A_(s->no), A_(m->parent), A_(m->parent), A_(s->name), A_(s->sign),
			 A_(s->region), A_(str_or(s->address, "")), A_(str_or(s->phone, "")),
			 A_(str_or(s->person_in_charge, "")), A_(str_or(s->open_hours, "")),
			 A_(str_or(s->intro, "")), A_(str_or(s->property_name, "")),
			 A_(str_or(s->property_phone, "")), A_(s->area_m2), A_(s->population),
			 A_(s->opened_on ? s->opened_on : actor_today(m->by))),
		    &m->id);
	/* Somebody else took the next number meanwhile. */
	if (e == ERR_DUPLICATE)
		return s->no == DB_NONE ? ERR_RETRY : bad(m->fault, "no", "no_taken");
	return e ? e : audit(m->by, "station.add", "station", m->id, s->name);
}

enum err station_make(const struct actor *by, const struct station_entry *s,
		      struct station_fault *fault, int64_t *id)
{
	struct making m = { .by = by, .s = *s, .fault = fault };
	enum err e = db_tx(make, &m);
	if (!e)
		*id = m.id;
	return e;
}

enum err station_change(const struct actor *by, int64_t id, const struct station_entry *s,
			struct station_fault *fault)
{
	struct making m = { .by = by, .s = *s, .fault = fault, .parent = s->parent };
	int64_t rooted = 0;
	enum err e = region_look(s->region, fault);
	if (!e)
		e = db_int(&rooted_q, ARGS(A_(id), A_(s->region)), &rooted);
	if (!e && rooted)
		return bad(fault, "region_code", "region_rooted");
	if (!e)
		e = sign_fill(&m);
	if (e)
		return e;
	return audited(by, &change_q,
		       ARGS(A_(s->name), A_(m.s.sign), A_(s->region), A_(str_or(s->address, "")),
			    A_(str_or(s->phone, "")), A_(str_or(s->person_in_charge, "")),
			    A_(str_or(s->open_hours, "")), A_(str_or(s->intro, "")),
			    A_(str_or(s->property_name, "")), A_(str_or(s->property_phone, "")),
			    A_(s->area_m2), A_(s->population), A_(s->opened_on), A_(id)),
		       "station.edit", "station", &id);
}

enum err station_close(const struct actor *by, int64_t id, const char *why,
		       struct station_fault *fault)
{
	const char *left;
	enum err e = db_text(&left_q, ARGS(A_(id), A_(id), A_(id)), &left);
	if (!e && left)
		return bad(fault, "why", left);
	return e ? e
		 : audited(by, &close_q, ARGS(A_(actor_today(by)), A_(why), A_(id)),
			   "station.close", "station", &id);
}

enum err station_reopen(const struct actor *by, int64_t id, struct station_fault *fault)
{
	const char *above;
	enum err e = db_text(&above_q, ARGS(A_(id)), &above);
	if (!e && !str_eq(above, "open"))
		return bad(fault, "parent", "parent_closed");
	return e && e != ERR_NOT_FOUND
		       ? e
		       : audited(by, &open_q, ARGS(A_(id)), "station.open", "station", &id);
}
