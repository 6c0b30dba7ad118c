/* tally_sum.c - what a report that staff put together comes to: within the key of a station's
 * records by day, which holds all that is summed. */
#include "tally.h"

#include <stdlib.h>

#include "code.h"

/* A team's activities are few beside the records; they are found by their own key. */
#define TALLY_OF(joins) \
	"  FROM service_record r FORCE INDEX (service_record_station)" joins \
	" WHERE r.station_id = ?" \
	"   AND r.state = 'effective'" \
	"   AND r.served_on >= ?" \
	"   AND r.served_on <= ?" \
	"   AND (? = '' OR r.category = ?)" \
	"   AND (? = '' OR r.evidence = ?)" \
	"   AND (? = 0 OR r.activity_id IN (SELECT w.id FROM activity w WHERE w.team_id = ?))"
/* The rows g of a page, by their key k. */
#define TALLY_BY(key, joins) \
	"  FROM (SELECT " key " AS k, SUM(r.minutes) AS minutes, COUNT(*) AS times," \
	"       COUNT(DISTINCT r.person_id) AS people, COUNT(*) OVER () AS tally_rows," \
	"       CASE ? WHEN 'hours' THEN SUM(r.minutes) WHEN 'times' THEN COUNT(*)" \
	"       WHEN 'people' THEN COUNT(DISTINCT r.person_id) ELSE 0 END AS led" TALLY_OF( \
		joins) " GROUP BY k" \
		       " ORDER BY led DESC, k" \
		       " LIMIT ? OFFSET ?) g"
#define TALLY_SUMS "g.tally_rows, g.minutes, g.times, g.people"

static struct stmt bound_q = SQL(
	"SELECT COALESCE(SUM(records), 0)"
	"  FROM station_month"
	" WHERE station_id = ?"
	"   AND month >= LEFT(?, 7)"
	"   AND month <= LEFT(?, 7)");
static struct stmt total_q = SQL(
	"SELECT SUM(r.minutes), COUNT(*), COUNT(DISTINCT r.person_id)" TALLY_OF(""));

static struct stmt person_q = SQL(
	"SELECT " TALLY_SUMS ", p.name, v.no, NULL, v.station_id" TALLY_BY("r.person_id", "")
	"  JOIN person p ON p.id = g.k"
	"  LEFT JOIN volunteer v ON v.person_id = g.k"
	" ORDER BY g.led DESC, g.k");
static struct stmt team_q = SQL(
	"SELECT " TALLY_SUMS ", t.name, NULL, LOWER(HEX(t.uid)), t.station_id"
	TALLY_BY("a.team_id", "  JOIN activity a ON a.id = r.activity_id")
	"  LEFT JOIN team t ON t.id = g.k"
	" ORDER BY g.led DESC, g.k");
static struct stmt category_q = SQL(
	"SELECT " TALLY_SUMS ", g.k, NULL, NULL, NULL" TALLY_BY("r.category", "")
	" ORDER BY g.led DESC, g.k");
static struct stmt evidence_q = SQL(
	"SELECT " TALLY_SUMS ", g.k, NULL, NULL, NULL" TALLY_BY("r.evidence", "")
	" ORDER BY g.led DESC, g.k");
static struct stmt month_q = SQL(
	"SELECT " TALLY_SUMS ", g.k, NULL, NULL, NULL" TALLY_BY("LEFT(r.served_on, 7)", "")
	" ORDER BY g.led DESC, g.k");
static struct stmt project_q = SQL(
	"SELECT " TALLY_SUMS ", j.title, j.no, NULL, j.station_id" TALLY_BY("r.project_id", "")
	"  LEFT JOIN project j ON j.id = g.k"
	" ORDER BY g.led DESC, g.k");
static struct stmt activity_q = SQL(
	"SELECT " TALLY_SUMS ", a.title, a.no, DATE(a.starts_at), a.station_id"
	TALLY_BY("r.activity_id", "")
	"  JOIN activity a ON a.id = g.k"
	" ORDER BY g.led DESC, g.k");

/* numbered: with a column of numbers; by_key: in the order of what stands at their head. */
static const struct tally_kind {
	const char *rows;
	struct stmt *sum;
	bool numbered, by_key;
} kinds[] = { { "person", &person_q, true, false },      { "team", &team_q, false, false },
	      { "category", &category_q, false, false }, { "evidence", &evidence_q, false, false },
	      { "month", &month_q, false, true },        { "project", &project_q, true, false },
	      { "activity", &activity_q, true, false } };

static const struct tally_kind *kind_of(const struct tally *t)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (str_eq(kinds[i].rows, t->rows))
			return &kinds[i];
	return kinds;
}

bool tally_numbered(const struct tally *t)
{
	return kind_of(t)->numbered;
}

int64_t tally_cell(const struct row *r, size_t cell)
{
	const struct cell *c = &r->cells[cell];
	return c->text ? strtoll(c->text, NULL, 10) : 0;
}

static enum err take_total(void *ctx, const struct row *r)
{
	struct tally_sum *out = ctx;
	out->minutes = tally_cell(r, 0);
	out->times = tally_cell(r, 1);
	out->people = tally_cell(r, 2);
	return OK;
}

enum err tally_bound(const struct tally *t, int64_t *records)
{
	const char *n = NULL;
	enum err e = db_text(&bound_q, ARGS(A_(t->station), A_(t->from), A_(t->until)), &n);
	if (!e)
		*records = strtoll(n, NULL, 10);
	return e;
}

enum err tally_total(const struct tally *t, struct tally_sum *out)
{
	*out = (struct tally_sum){ 0 };
	return db_each(&total_q,
		       ARGS(A_(t->station), A_(t->from), A_(t->until), A_(t->category),
			    A_(t->category), A_(t->evidence), A_(t->evidence), A_(t->team),
			    A_(t->team)),
		       take_total, out);
}

enum err tally_rows(const struct tally *t, int64_t limit, int64_t offset,
		    enum err (*take)(void *ctx, const struct row *r), void *ctx)
{
	const struct tally_kind *k = kind_of(t);
	return db_each(k->sum,
		       ARGS(A_(k->by_key ? "" : t->measure), A_(t->station), A_(t->from),
			    A_(t->until), A_(t->category), A_(t->category), A_(t->evidence),
			    A_(t->evidence), A_(t->team), A_(t->team), A_(limit), A_(offset)),
		       take, ctx);
}

const char *tally_name(const struct tally *t, const struct row *r)
{
	struct arena *a = db_arena();
	const char *name = r->cells[TALLY_NAME].text;
	if (!name || !*name)
		return str_or(lang(arena_fmt(a, "station.TallyNone.%s", t->rows)), "–");
	if (str_eq(t->rows, "category"))
		return str_or(code_name("service_category", name), name);
	if (str_eq(t->rows, "evidence"))
		return str_or(lang(arena_fmt(a, "Evidence.%s", name)), name);
	return name;
}
