/* tally_sum.c - what a report that staff put together comes to: within the key of a station's
 * records by day, which holds all that is summed; of a division, out of its stations' months. */
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

/* Stations of a division, each with its months; one that is closed stands for what it did. */
#define REGION_OF \
	"  FROM station s" \
	"  LEFT JOIN station_month m ON m.station_id = s.id" \
	"       AND m.month >= LEFT(?, 7)" \
	"       AND m.month <= LEFT(?, 7)" \
	"  LEFT JOIN volunteer_count v ON v.station_id = s.id" \
	"       AND v.of_state = 'active'" \
	" WHERE s.region_code LIKE ?" \
	"   AND (s.state = 'open' OR m.month IS NOT NULL)"
static struct stmt region_bound_q = SQL(
	"SELECT COUNT(*) * (TIMESTAMPDIFF(MONTH, ?, ?) + 1)"
	"  FROM station"
	" WHERE region_code LIKE ?");
static struct stmt volunteers_q = SQL(
	"SELECT COALESCE(SUM(v.n), 0)"
	"  FROM station s"
	"  JOIN volunteer_count v ON v.station_id = s.id"
	"       AND v.of_state = 'active'"
	" WHERE s.region_code LIKE ?");
static struct stmt region_total_q = SQL(
	"SELECT SUM(m.minutes), SUM(m.records), 0" REGION_OF);
/* What few people did leads nowhere, either. */
static struct stmt station_q = SQL(
	"SELECT " TALLY_SUMS ", s.name, s.no, g.small, s.id"
	"  FROM (SELECT s.id AS k, COALESCE(SUM(m.minutes), 0) AS minutes,"
	"       COALESCE(SUM(m.records), 0) AS times, 0 AS people, COUNT(*) OVER () AS tally_rows,"
	"       MAX(COALESCE(v.n, 0)) BETWEEN 1 AND ? - 1 AS small,"
	"       CASE WHEN MAX(COALESCE(v.n, 0)) BETWEEN 1 AND ? - 1 THEN -1"
	"       WHEN ? = 'hours' THEN COALESCE(SUM(m.minutes), 0)"
	"       ELSE COALESCE(SUM(m.records), 0) END AS led" REGION_OF
	" GROUP BY k"
	" ORDER BY led DESC, k"
	" LIMIT ? OFFSET ?) g"
	"  JOIN station s ON s.id = g.k"
	" ORDER BY g.led DESC, g.k");
static struct stmt region_month_q = SQL(
	"SELECT COUNT(*) OVER () AS tally_rows, SUM(m.minutes), SUM(m.records), 0, m.month AS k,"
	"       NULL, NULL, NULL" REGION_OF
	"   AND m.month IS NOT NULL"
	" GROUP BY k"
	" ORDER BY k"
	" LIMIT ? OFFSET ?");

/* numbered: with a column of numbers; by_key: in the order of what stands at their head. */
static const struct tally_kind {
	const char *rows;
	struct stmt *sum;
	bool numbered, by_key;
} kinds[] = { { "person", &person_q, true, false },      { "team", &team_q, false, false },
	      { "category", &category_q, false, false }, { "evidence", &evidence_q, false, false },
	      { "month", &month_q, false, true },        { "project", &project_q, true, false },
	      { "activity", &activity_q, true, false } },
  of_region[] = { { "station", &station_q, true, false },
		  { "month", &region_month_q, false, true } };

static const struct tally_kind *kind_of(const struct tally *t)
{
	const struct tally_kind *of = t->region ? of_region : kinds;
	size_t n = t->region ? sizeof(of_region) / sizeof(of_region[0])
			     : sizeof(kinds) / sizeof(kinds[0]);
	for (size_t i = 0; i < n; i++)
		if (str_eq(of[i].rows, t->rows))
			return &of[i];
	return of;
}

bool tally_numbered(const struct tally *t)
{
	return kind_of(t)->numbered;
}

bool tally_few(const struct tally *t, const struct row *r)
{
	return t->region && str_eq(t->rows, "station") && tally_cell(r, TALLY_REF);
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
	enum err e = t->region ? db_text(&region_bound_q,
					 ARGS(A_(t->from), A_(t->until), A_(t->like)), &n)
			       : db_text(&bound_q, ARGS(A_(t->station), A_(t->from), A_(t->until)),
					 &n);
	if (!e)
		*records = strtoll(n, NULL, 10);
	return e;
}

enum err tally_volunteers(const struct tally *t, int64_t *n)
{
	const char *text = NULL;
	enum err e = db_text(&volunteers_q, ARGS(A_(t->like)), &text);
	if (!e)
		*n = strtoll(text, NULL, 10);
	return e;
}

enum err tally_total(const struct tally *t, struct tally_sum *out)
{
	*out = (struct tally_sum){ 0 };
	if (t->region)
		return db_each(&region_total_q, ARGS(A_(t->from), A_(t->until), A_(t->like)),
			       take_total, out);
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
	if (t->region && k->by_key)
		return db_each(k->sum,
			       ARGS(A_(t->from), A_(t->until), A_(t->like), A_(limit), A_(offset)),
			       take, ctx);
	if (t->region)
		return db_each(k->sum,
			       ARGS(A_(t->few), A_(t->few), A_(t->measure), A_(t->from),
				    A_(t->until), A_(t->like), A_(limit), A_(offset)),
			       take, ctx);
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
