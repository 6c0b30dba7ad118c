/* figures.c - sums of a division by its parts and by month, from rows that are kept with each
 * record: of counties where many lie in it, of streets and communities within one. */
#include "figures.h"

#include <stdlib.h>
#include <string.h>

#include "chart.h"
#include "clock.h"
#include "region.h"

enum { MONTHS = 12, YEARS_BACK = 5, COUNTY_LETTERS = 6 };

static struct stmt parts_q = SQL(
	"SELECT code, name, level AS _level, communities"
	"  FROM region"
	" WHERE parent_code = ?"
	"   AND ended_on IS NULL"
	" ORDER BY code"
	" LIMIT 300");
static struct stmt sums_q = SQL(
	"SELECT LEFT(s.region_code, ?) AS part, COUNT(*) AS stations,"
	"       SUM(s.kind = 'point') AS points,"
	"       COUNT(DISTINCT IF(CHAR_LENGTH(s.region_code) = 12, s.region_code, NULL))"
	"              AS covered,"
	"       SUM(COALESCE(v.n, 0)) AS volunteers,"
	"       SUM(IF(s.kind = 'station', COALESCE(s.population, 0), 0)) AS population"
	"  FROM station s FORCE INDEX (station_figures)"
	"  LEFT JOIN volunteer_count v ON v.station_id = s.id AND v.of_state = 'active'"
	" WHERE s.state = 'open'"
	"   AND s.region_code LIKE ?"
	" GROUP BY part"
	" LIMIT 1000");
static struct stmt county_months_q = SQL(
	"SELECT LEFT(region_code, ?) AS part, month, SUM(minutes) AS minutes"
	"  FROM region_month FORCE INDEX (region_month_county)"
	" WHERE is_county = 1"
	"   AND month BETWEEN ? AND ?"
	"   AND region_code LIKE ?"
	" GROUP BY part, month"
	" LIMIT 20000");
static struct stmt street_months_q = SQL(
	"SELECT LEFT(region_code, ?) AS part, month, SUM(minutes) AS minutes"
	"  FROM region_month FORCE INDEX (PRIMARY)"
	" WHERE is_county = 0"
	"   AND month BETWEEN ? AND ?"
	"   AND region_code LIKE ?"
	" GROUP BY part, month"
	" LIMIT 20000");
static struct stmt rest_q = SQL(
	"SELECT (SELECT COUNT(*) FROM team t JOIN station s ON s.id = t.station_id"
	"       WHERE t.state = 'approved' AND s.region_code LIKE ?) AS organisations,"
	"       (SELECT COUNT(*) FROM remark r JOIN station s ON s.id = r.station_id"
	"       WHERE r.state = 'open' AND r.due_on < ? AND s.region_code LIKE ?) AS late_remarks,"
	"       (SELECT value FROM aim WHERE name = 'coverage' AND year <= ?"
	"       ORDER BY year DESC LIMIT 1) AS coverage_aim");

struct period period_of(struct rq *q)
{
	int64_t now = clock_year(q->now);
	struct period p = { .year = query_int(q, "year", now, now - YEARS_BACK, now) };
	const char *today = clock_day(q->arena, q->now);
	long last = p.year == now ? strtol(today + 5, NULL, 10) : MONTHS;
	p.month = query_int(q, "month", 0, 0, last);
	long first = p.month ? (long)p.month : 1;
	last = p.month ? (long)p.month : last;
	p.from = arena_fmt(q->arena, "%lld-%02ld", (long long)p.year, first);
	p.to = arena_fmt(q->arena, "%lld-%02ld", (long long)p.year, last);
	p.before_from = arena_fmt(q->arena, "%lld-%02ld", (long long)p.year - 1, first);
	p.before_to = arena_fmt(q->arena, "%lld-%02ld", (long long)p.year - 1, last);
	return p;
}

struct part {
	struct node *node; /* of the page; NULL: the division itself, all of it */
	const char *code;
	int64_t stations, points, covered, volunteers, population, communities, minutes, before;
};
struct figures {
	struct rq *q;
	const struct period *p;
	struct part whole, *v;
	size_t n;
	int64_t letters, months[MONTHS];
};

static struct part *part_find(struct figures *f, const char *code)
{
	for (size_t i = 0; i < f->n; i++)
		if (strncmp(f->v[i].code, code, (size_t)f->letters) == 0 &&
		    strlen(code) == (size_t)f->letters)
			return &f->v[i];
	return NULL;
}

static enum err take_sums(void *ctx, const struct row *r)
{
	struct figures *f = ctx;
	struct part *to[2] = { &f->whole, part_find(f, r->cells[0].text) };
	for (size_t i = 0; i < 2 && to[i]; i++) {
		to[i]->stations += r->cells[1].i;
		to[i]->points += r->cells[2].i;
		to[i]->covered += r->cells[3].i;
		to[i]->volunteers += r->cells[4].i;
		to[i]->population += r->cells[5].i;
	}
	return OK;
}

static enum err take_month(void *ctx, const struct row *r)
{
	struct figures *f = ctx;
	const char *month = r->cells[1].text;
	int64_t minutes = r->cells[2].i;
	bool now = strcmp(month, f->p->from) >= 0;
	if (!now && strcmp(month, f->p->before_to) > 0)
		return OK;
	struct part *to[2] = { &f->whole, part_find(f, r->cells[0].text) };
	for (size_t i = 0; i < 2 && to[i]; i++)
		*(now ? &to[i]->minutes : &to[i]->before) += minutes;
	if (now)
		f->months[strtol(month + 5, NULL, 10) - 1] += minutes;
	return OK;
}

/* "12.3" of so many in so many, times 100 for percent; NULL when there is nothing to divide by. */
static const char *ratio(struct arena *a, int64_t part, int64_t of, int64_t times)
{
	if (of <= 0)
		return NULL;
	int64_t tenths = (part * times * 10 + of / 2) / of;
	return arena_fmt(a, "%lld.%lld", (long long)(tenths / 10), (long long)(tenths % 10));
}

static bool part_small(const struct part *t, int64_t few)
{
	return t->volunteers > 0 && t->volunteers < few;
}

/* One small part alone would be told by the whole less the others: the next smallest hides too. */
static const struct part *part_beside(const struct figures *f, int64_t few)
{
	const struct part *least = NULL;
	size_t small = 0;
	for (size_t i = 0; i < f->n; i++) {
		const struct part *t = &f->v[i];
		if (part_small(t, few))
			small++;
		else if (t->volunteers && (!least || t->volunteers < least->volunteers))
			least = t;
	}
	return small == 1 ? least : NULL;
}

static void put_part(struct figures *f, struct node *n, const struct part *t, int64_t few)
{
	struct arena *a = f->q->arena;
	node_int(n, "stations", t->stations);
	node_int(n, "points", t->points);
	node_int(n, "communities", t->communities);
	node_int(n, "covered", t->covered);
	node_set(n, "coverage", ratio(a, t->covered, t->communities, 100));
	if (part_small(t, few) || t == part_beside(f, few)) {
		node_int(n, part_small(t, few) ? "small" : "beside", 1);
		return;
	}
	node_int(n, "volunteers", t->volunteers);
	node_set(n, "rate", ratio(a, t->volunteers, t->population, 100));
	node_set(n, "hours", ratio(a, t->minutes, 60, 1));
	node_set(n, "hours_before", ratio(a, t->before, 60, 1));
	node_set(n, "hours_each", ratio(a, t->minutes, 60 * t->volunteers, 1));
}

static enum err figures_parts(struct figures *f, const char *code)
{
	static const int64_t letters[] = {
		[REGION_CITY] = 4, [REGION_COUNTY] = 6, [REGION_STREET] = 9, [REGION_COMMUNITY] = 12
	};
	struct node *parts = put_list(f->q, "Parts");
	enum err e = node_query(parts, &parts_q, ARGS(A_(code)));
	if (e)
		return e;
	f->v = arena_array(f->q->arena, node_count(parts), sizeof(*f->v));
	f->letters = 12;
	for (struct node *n = node_first(parts); n; n = node_next(n)) {
		f->v[f->n] = (struct part){ .node = n,
					    .code = node_get(n, "code"),
					    .communities = node_get_int(n, "communities") };
		f->letters = letters[node_get_int(n, "_level")];
		if (f->letters == 12)
			f->v[f->n].communities = 1;
		f->n++;
	}
	return OK;
}

static void put_trend(struct figures *f)
{
	struct chart_bar bars[MONTHS];
	size_t n = (size_t)strtol(f->p->to + 5, NULL, 10);
	for (size_t i = 0; i < n; i++)
		bars[i] = (struct chart_bar){ arena_fmt(f->q->arena, "%zu%s", i + 1,
							lang("station.month_of")),
					      f->months[i] };
	struct chart c = { .id = "trend",
			   .title = lang("station.trend"),
			   .label_head = lang("station.trend_month"),
			   .value_head = lang("station.trend_hours"),
			   .unit = 60,
			   .phone = true, /* beside the parts */
			   .bars = bars,
			   .n = n };
	chart_put(f->q->arena, put_list(f->q, "Trend"), &c);
}

enum err put_figures(struct rq *q, const struct period *p, int64_t few)
{
	const char *code = got(q, "Region.code"), *like = region_prefix(q->arena, code);
	int64_t year = p->year;
	struct figures f = { .q = q, .p = p };
	f.whole.communities = strtoll(str_or(got(q, "Region.communities"), "0"), NULL, 10);
	enum err e = figures_parts(&f, code);
	if (!e)
		e = db_each(&sums_q, ARGS(A_(f.letters), A_(like)), take_sums, &f);
	if (!e)
		e = db_each(f.letters <= COUNTY_LETTERS ? &county_months_q : &street_months_q,
			    ARGS(A_(f.letters), A_(p->before_from), A_(p->to), A_(like)),
			    take_month, &f);
	if (!e)
		e = put_one(q, "Totals", &rest_q,
			    ARGS(A_(like), A_(clock_day(q->arena, q->now)), A_(like), A_(year)));
	if (e)
		return e;
	put_part(&f, put_list(q, "Totals"), &f.whole, few);
	for (size_t i = 0; i < f.n; i++)
		put_part(&f, f.v[i].node, &f.v[i], few);
	if (!p->month && !part_small(&f.whole, few))
		put_trend(&f);
	return OK;
}
