/* solvency.c - whether what was promised can be served: saved hours by the age of who holds them,
 * against those who serve today, grown older. Figures only, and none of few people. */
#include "bank.h"

#include "clock.h"
#include "region.h"
#include "setting.h"

enum { BANDS = 6, STEPS = 5, STEP_YEARS = 5, SERVES_UNTIL = 75, DRAWN_WITHIN = 10, AGES = 130 };

/* Of one station (no region), or of those in a region. Both sums are told from keys alone: a county
 * has a million accounts, and their rows lie all over the disk. */
#define STATIONS "(SELECT s.id FROM station s WHERE s.id = ? OR s.region_code LIKE ?)"
#define AGE_COLS(X, T) \
	X(T, INT, age, "x.age") \
	X(T, INT, n, "x.n") \
	X(T, INT, minutes, "x.minutes")
ROW_DEFINE(age_row, AGE_COLS);
static struct stmt held_q = SQL(
	"SELECT " ROW_SELECT(AGE_COLS)
	"  FROM (SELECT YEAR(?) - YEAR(p.birth_on) AS age, COUNT(*) AS n,"
	"       SUM(a.balance_minutes) AS minutes"
	"       FROM timebank_account a FORCE INDEX (timebank_account_held)"
	"       JOIN person p FORCE INDEX (person_age) ON p.id = a.person_id"
	"       WHERE a.station_id IN " STATIONS
	"       AND a.kind = 'person' AND a.balance_minutes > 0"
	"       GROUP BY age) x"
	" LIMIT 400");
static struct stmt serve_q = SQL(
	"SELECT " ROW_SELECT(AGE_COLS)
	"  FROM (SELECT YEAR(?) - YEAR(p.birth_on) AS age, COUNT(*) AS n, 0 AS minutes"
	"       FROM volunteer v"
	"       JOIN person p FORCE INDEX (person_age) ON p.id = v.person_id"
	"       WHERE v.station_id IN " STATIONS
	"       AND v.state = 'active' AND v.served_minutes > 0"
	"       GROUP BY age) x"
	" LIMIT 400");
static struct stmt year_q = SQL(
	"SELECT COALESCE(SUM(m.minutes), 0)"
	"  FROM station_month m"
	" WHERE m.station_id IN " STATIONS
	"   AND m.month > DATE_FORMAT(? - INTERVAL 12 MONTH, '%Y-%m')");
static struct stmt pools_q = SQL(
	"SELECT COALESCE(SUM(IF(a.kind = 'pool', a.balance_minutes, 0)), 0) AS _pool,"
	"       COALESCE(SUM(IF(a.kind = 'hold', a.balance_minutes, 0)), 0) AS _hold,"
	"       COALESCE(SUM(IF(a.kind = 'debt', -a.balance_minutes, 0)), 0) AS _debt"
	"  FROM timebank_account a"
	" WHERE a.station_id IN " STATIONS
	"   AND a.kind IN ('pool', 'hold', 'debt')");

struct count {
	int64_t n[AGES], minutes[AGES]; /* by age; those whose age is not known at 0 */
};

static enum err count_ages(struct stmt *s, struct args a, struct count *c)
{
	struct age_row *v;
	size_t n;
	enum err e = row_all(s, a, age_row_cols, sizeof(*v), &v, &n);
	for (size_t i = 0; !e && i < n; i++) {
		size_t at = v[i].age == DB_NONE || v[i].age < 0 ? 0
			    : v[i].age >= AGES                  ? AGES - 1
								: (size_t)v[i].age;
		c->n[at] += v[i].n;
		c->minutes[at] += v[i].minutes;
	}
	return e;
}

static int64_t sum(const int64_t *v, int64_t from, int64_t until)
{
	int64_t all = 0;
	for (int64_t i = from < 0 ? 0 : from; i < until && i < AGES; i++)
		all += v[i];
	return all;
}

/* So that nobody is known by their figures: bands of few people say neither. */
static void put_bands(struct rq *q, const struct count *held, int64_t small)
{
	static const int64_t from[BANDS + 1] = { 0, 30, 45, 60, 70, 80, AGES };
	for (size_t i = 0; i < BANDS; i++) {
		int64_t n = sum(held->n, from[i], from[i + 1]);
		struct node *b = node_item(put_list(q, "Bands"));
		node_int(b, "from", from[i]);
		if (i + 1 < BANDS)
			node_int(b, "until", from[i + 1] - 1);
		if (n && n < small) {
			node_int(b, "few", 1);
			continue;
		}
		node_int(b, "people", n);
		node_set(b, "hours",
			 hours_text(q->arena, sum(held->minutes, from[i], from[i + 1])));
	}
}

/* In so many years: who may withdraw by then, whom of today's one can still count on, and how long
 * serving all of it would take them. */
static void put_steps(struct rq *q, const struct count *held, const struct count *serve,
		      int64_t year, int64_t draw_age)
{
	int64_t able0 = sum(serve->n, 0, SERVES_UNTIL);
	for (int64_t i = 0; i < STEPS; i++) {
		int64_t on = i * STEP_YEARS, due = sum(held->minutes, draw_age - on, AGES);
		int64_t able = sum(serve->n, 0, SERVES_UNTIL - on);
		int64_t yearly = able0 ? (int64_t)((double)year * (double)able / (double)able0) : 0;
		struct node *s = node_item(put_list(q, "Steps"));
		node_int(s, "years", on);
		node_set(s, "due", hours_text(q->arena, due));
		node_set(s, "yearly", hours_text(q->arena, yearly));
		node_int(s, "able", able);
		if (due && yearly)
			node_set(s, "takes",
				 arena_fmt(q->arena, "%.1f", (double)due / (double)yearly));
		if (due / DRAWN_WITHIN > yearly)
			node_int(s, "short", 1);
	}
}

static enum err solvency(struct rq *q, int64_t station, const char *scope, int64_t draw_age,
			 const char *template)
{
	struct count held = { 0 }, serve = { 0 };
	int64_t year, small = 0;
	const char *today = clock_day(q->arena, q->now);
	struct args of = ARGS(A_(today), A_(station), A_(scope));
	enum err e = count_ages(&held_q, of, &held);
	if (!e)
		e = count_ages(&serve_q, of, &serve);
	if (!e)
		e = db_int(&year_q, ARGS(A_(station), A_(scope), A_(today)), &year);
	if (!e)
		e = put_one(q, "Pools", &pools_q, ARGS(A_(station), A_(scope)));
	if (!e)
		e = setting_rule(station, "small_number", 5, &small);
	if (e)
		return e;
	struct node *p = put_list(q, "Pools");
	node_set(p, "pool", hours_text(q->arena, node_get_int(p, "_pool")));
	node_set(p, "hold", hours_text(q->arena, node_get_int(p, "_hold")));
	node_set(p, "debt", hours_text(q->arena, node_get_int(p, "_debt")));
	put(q, "Promised", hours_text(q->arena, sum(held.minutes, 0, AGES)));
	put(q, "Year", hours_text(q->arena, year));
	put_int(q, "DrawAge", draw_age);
	put_bands(q, &held, small);
	put_steps(q, &held, &serve, year, draw_age);
	return page(q, template);
}

enum err solvency_station(struct rq *q)
{
	struct bank_rule rule;
	enum err e = bank_rule(q->station, &rule);
	return e ? e
		 : solvency(q, q->station, "-", rule.on ? rule.draw_age : 60, "bank/solvency.cs");
}

enum err solvency_region(struct rq *q)
{
	return solvency(q, 0, region_prefix(q->arena, str_or(q->who.region_code, "-")), 60,
			"bank/solvency.cs");
}
