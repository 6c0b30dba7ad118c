/* visit_put.c - storing a visit: once, beside what others found, with the need that came up. */
#include <string.h>

#include "clock.h"
#include "entry.h"
#include "secret.h"
#include "visit.h"

static struct stmt household_q = SQL(
	"SELECT " ROW_SELECT(HOUSEHOLD_COLS)
	"  FROM household h"
	" WHERE h.id = ?"
	"   AND h.station_id = ?"
	"   FOR UPDATE");
static struct stmt add_q = SQL(
	"INSERT INTO visit (uid, station_id, household_id, visited_at, mode, result, visitor_id,"
	"       companions, note, base_version, found_kind, found_members, found_health_sealed,"
	"       facts, next_on, offline, clock_off, created_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt facts_q = SQL(
	"UPDATE household"
	"   SET household_kind = COALESCE(?, household_kind), members = COALESCE(?, members),"
	"       health_sealed = COALESCE(?, health_sealed), version = version + 1"
	" WHERE id = ?");
/* A visit that is entered late plans nothing over a newer one. */
static struct stmt waits_q = SQL(
	"UPDATE household"
	"   SET next_on = CASE WHEN DATE(?) < waits_since THEN next_on WHEN ? IS NOT NULL THEN ?"
	"       WHEN ? AND next_on <= DATE(?) THEN NULL ELSE next_on END,"
	"       waits_since = IF(? AND DATE(?) > waits_since, DATE(?), waits_since)"
	" WHERE id = ?");
#define KNOWN_COLS(X, T) \
	X(T, INT, household, "household_id") \
	X(T, INT, station, "station_id") \
	X(T, TEXT, result, "result") \
	X(T, TEXT, note, "note")
ROW_DEFINE(known_row, KNOWN_COLS);
static struct stmt known_q = SQL(
	"SELECT " ROW_SELECT(KNOWN_COLS)
	"  FROM visit"
	" WHERE uid = ?");

enum { YEAR = 366 * 86400, GRACE = 60 };

const char *visit_wrong(const struct visit_new *v)
{
	int64_t at, now = v->q->now;
	if (!clock_parse_time(v->at, &at))
		return "visit_time";
	if (at > now + GRACE)
		return "visit_future";
	if (at < now - YEAR)
		return "visit_old";
	if (v->next_on && strncmp(v->next_on, v->at, 10) < 0)
		return "next_before";
	if (!v->need_category != !v->need_words)
		return "need_half";
	if (!v->note && str_in(v->result, "met,family"))
		return "note_first";
	return NULL;
}

enum err visit_known(const struct visit_new *v, bool *same)
{
	struct known_row k;
	enum err e = row_one(&known_q, ARGS(A_(v->uid)), known_row_cols, &k);
	if (!e)
		*same = k.household == v->household && k.station == v->q->station &&
			str_eq(k.result, v->result) && str_eq(k.note, str_or(v->note, ""));
	return e;
}

/* Says something else than the file. */
static enum err visit_news(const struct visit_new *v, const struct household *h, bool *news)
{
	const char *health = NULL;
	enum err e = household_text(v->q, h, "household.health", h->health, &health);
	if (!e)
		*news = (v->kind && !str_eq(v->kind, str_or(h->kind, ""))) ||
			(v->members != DB_NONE && v->members != h->members) ||
			(v->health && !str_eq(v->health, str_or(health, "")));
	return e;
}

static enum err visit_need(const struct visit_new *v, const struct household *h, int64_t visit)
{
	struct rq *q = v->q;
	const char *no;
	struct need_new n = { .source = "visit",
			      .category = v->need_category,
			      .description = v->need_words,
			      .grid = h->grid,
			      .household = h->id,
			      .visit = visit,
			      .meeting = DB_NONE };
	if (strlen(h->groups) == 2)
		n.target_group = h->groups;
	enum err e = household_text(q, h, "household.name", h->name, &n.name);
	if (!e)
		e = household_text(q, h, "household.phone", h->phone, &n.phone);
	if (!e)
		e = household_text(q, h, "household.address", h->address, &n.address);
	return e ? e : need_put(q, &n, &no);
}

enum err household_found(struct rq *q, const struct household *h, const char *kind, int64_t members,
			 const char *health)
{
	struct bytes sealed = secret_seal(q->arena, "household.health", h->uid, health);
	return db_change(&facts_q, ARGS(A_(kind), A_(members), A_(sealed), A_(h->id)));
}

enum err visit_put(void *ctx)
{
	const struct visit_new *v = ctx;
	struct rq *q = v->q;
	struct arena *a = q->arena;
	struct household h;
	bool news = false;
	int64_t id, met = str_in(v->result, "met,family");
	enum err e = row_one(&household_q, ARGS(A_(v->household), A_(q->station)), household_cols,
			     &h);
	if (!e)
		e = visit_news(v, &h, &news);
	if (e)
		return e;
	bool taken = news && v->base == h.version;
	e = db_exec(&add_q,
		    ARGS(A_(v->uid), A_(q->station), A_(h.id), A_(v->at), A_(v->mode),
			 A_(v->result), A_(q->staff), A_(str_or(v->companions, "")),
			 A_(str_or(v->note, "")), A_(v->base), A_(v->kind), A_(v->members),
			 A_(secret_seal(a, "visit.health", v->uid, v->health)),
			 A_(!news   ? "none"
			    : taken ? "taken"
				    : "branch"),
			 A_(v->next_on), A_((int64_t)v->offline), A_(v->clock_off),
			 A_(clock_time(a, q->now))),
		    &id);
	if (!e && taken)
		e = household_found(q, &h, v->kind, v->members, v->health);
	if (!e)
		e = db_change(&waits_q, ARGS(A_(v->at), A_(v->next_on), A_(v->next_on), A_(met),
					     A_(v->at), A_(met), A_(v->at), A_(v->at), A_(h.id)));
	if (!e && v->need_category)
		e = visit_need(v, &h, id);
	return e ? e : audit(&q->actor, "visit.add", "visit", id, v->result);
}
