/* desk_day.c - what begins today and on the days of this week, and where people are missing. */
#include "account.h"
#include "clock.h"

enum { DAY = 86400, WEEK = 7, MONDAY_OFF = 3 };

/* What has its time this week, activities and trainings; beyond so many a day is a figure only. */
#define COMES_COLS(X, T) \
	X(T, TEXT, kind, "kind") \
	X(T, TEXT, no, "no") \
	X(T, TEXT, title, "title") \
	X(T, TEXT, begins, "begins") \
	X(T, TEXT, ends, "ends") \
	X(T, INT, day, "day") \
	X(T, TEXT, place, "place") \
	X(T, TEXT, state, "state") \
	X(T, INT, people, "people") \
	X(T, INT, wanted, "wanted") \
	X(T, INT, owed, "owed")
ROW_DEFINE(comes_row, COMES_COLS);
static struct stmt comes_q = SQL(
	"SELECT " ROW_SELECT(COMES_COLS)
	"  FROM ((SELECT 'activity' AS kind, a.no, a.title, a.starts_at AS begins,"
	"                a.ends_at AS ends, DATEDIFF(a.starts_at, ?) AS day, a.place, a.state,"
	"                COALESCE(n.roster, 0) AS people, a.planned AS wanted,"
	"                a.is_due = 1 AND a.ends_at < ? AS owed"
	"           FROM activity a FORCE INDEX (activity_day)"
	"           LEFT JOIN activity_count n ON n.activity_id = a.id"
	"          WHERE a.station_id = ?"
	"            AND a.starts_at >= ?"
	"            AND a.starts_at < ? + INTERVAL 7 DAY"
	"            AND a.state NOT IN ('draft', 'cancelled')"
	"          ORDER BY a.starts_at, a.id"
	"          LIMIT 300)"
	"         UNION ALL"
	"        (SELECT 'training' AS kind, t.no, t.title, t.starts_at AS begins,"
	"                t.ends_at AS ends, DATEDIFF(t.starts_at, ?) AS day, t.place, t.state,"
	"                t.taken AS people, t.places AS wanted, 0 AS owed"
	"           FROM training t FORCE INDEX (training_day)"
	"          WHERE t.station_id = ?"
	"            AND t.starts_at >= ?"
	"            AND t.starts_at < ? + INTERVAL 7 DAY"
	"            AND t.state NOT IN ('draft', 'cancelled')"
	"          ORDER BY t.starts_at, t.id"
	"          LIMIT 100)) x"
	" ORDER BY begins, no");

struct day {
	int64_t n, people, wanted, lack, owed;
};

static int64_t lack_of(const struct comes_row *r)
{
	bool open = r->wanted != DB_NONE && str_in(r->state, "published,running,open");
	return open && r->wanted > r->people ? r->wanted - r->people : 0;
}

static void day_count(struct day *d, const struct comes_row *r)
{
	d->n++;
	d->people += r->people;
	d->wanted += r->wanted == DB_NONE ? r->people : r->wanted;
	d->lack += lack_of(r);
	d->owed += r->owed;
}

static void put_today(struct rq *q, const struct comes_row *r)
{
	struct node *n = node_item(put_list(q, "Comes"));
	node_set(n, "kind", r->kind);
	node_set(n, "no", r->no);
	node_set(n, "title", r->title);
	node_set(n, "begins", r->begins);
	node_set(n, "ends", r->ends);
	node_set(n, "place", r->place);
	node_set(n, "state", r->state);
	node_int(n, "people", r->people);
	node_int(n, "wanted", r->wanted);
	if (lack_of(r))
		node_int(n, "lack", lack_of(r));
}

static void put_week(struct rq *q, const struct day *d, int64_t monday, int64_t today)
{
	for (int64_t i = 0; i < WEEK; i++) {
		struct node *n = node_item(put_list(q, "Week"));
		node_set(n, "day", clock_day(q->arena, monday + i * DAY));
		node_int(n, "weekday", i);
		if (i == today)
			node_int(n, "today", 1);
		node_int(n, "n", d[i].n);
		node_int(n, "people", d[i].people);
		node_int(n, "wanted", d[i].wanted);
		if (d[i].lack)
			node_int(n, "lack", d[i].lack);
		if (d[i].owed)
			node_int(n, "owed", d[i].owed);
		if (i < today)
			node_int(n, "past", 1);
	}
}

enum err put_days(struct rq *q)
{
	int64_t midnight = 0, today = (clock_day_no(q->now) + MONDAY_OFF) % WEEK;
	const char *now = clock_time(q->arena, q->now);
	(void)clock_parse_day(clock_day(q->arena, q->now), &midnight);
	int64_t monday = midnight - today * DAY, s = q->station;
	const char *from = clock_day(q->arena, monday);
	struct day days[WEEK] = { { 0, 0, 0, 0, 0 } };
	struct comes_row *v;
	size_t n;
	enum err e = row_all(&comes_q,
			     ARGS(A_(from), A_(now), A_(s), A_(from), A_(from), A_(from), A_(s),
				  A_(from), A_(from)),
			     comes_row_cols, sizeof(*v), &v, &n);
	for (size_t i = 0; !e && i < n; i++) {
		if (v[i].day < 0 || v[i].day >= WEEK)
			continue;
		day_count(&days[v[i].day], &v[i]);
		if (v[i].day == today)
			put_today(q, &v[i]);
	}
	if (!e)
		put_week(q, days, monday, today);
	return e;
}
