/*
 * calendar.c - what a station has on which day, by week and by month: activities, trainings, what
 * falls due, and which days are holidays. Plain tables, made here; nothing is fetched afterwards.
 */
#include <stdlib.h>
#include <string.h>

#include "activity.h"
#include "clock.h"
#include "workday.h"

enum { DAY = 86400, WEEK = 7, WEEKS = 6, PARTS = 4, DUE = 3, NOON = 12, EVENING = 18 };

static struct stmt activities_q = SQL(
	"SELECT 'activity' AS kind, a.no, a.title, a.starts_at AS begins, a.ends_at AS ends,"
	"       DATE(a.starts_at) AS _day, HOUR(a.starts_at) AS _hour, a.place, a.state,"
	"       COALESCE(n.roster, 0) AS people, a.planned AS wanted"
	"  FROM activity a FORCE INDEX (activity_day)"
	"  LEFT JOIN activity_count n ON n.activity_id = a.id"
	"  LEFT JOIN project p ON p.id = a.project_id"
	" WHERE a.station_id = ?"
	"   AND a.starts_at >= ?"
	"   AND a.starts_at < ? + INTERVAL 1 DAY"
	"   AND a.state <> 'cancelled'"
	"   AND (? = '' OR p.no = ?)"
	"   AND (? = 0 OR (a.planned > COALESCE(n.roster, 0)"
	"       AND a.state IN ('draft', 'published', 'running')))"
	" ORDER BY a.starts_at, a.id"
	" LIMIT 600");
static struct stmt trainings_q = SQL(
	"SELECT 'training' AS kind, t.no, t.title, t.starts_at AS begins, t.ends_at AS ends,"
	"       DATE(t.starts_at) AS _day, HOUR(t.starts_at) AS _hour, t.place, t.state,"
	"       t.taken AS people, t.places AS wanted"
	"  FROM training t FORCE INDEX (training_day)"
	" WHERE t.station_id = ?"
	"   AND t.starts_at >= ?"
	"   AND t.starts_at < ? + INTERVAL 1 DAY"
	"   AND t.state <> 'cancelled'"
	" ORDER BY t.starts_at, t.id"
	" LIMIT 300");
/* What ends on a day: the days to record, a notice, a sign-up. */
static struct stmt due_q = SQL(
	"SELECT 'due' AS kind, a.no, a.title, a.record_due_on AS _day"
	"  FROM activity a FORCE INDEX (activity_due_by)"
	" WHERE a.station_id = ?"
	"   AND a.is_due = 1"
	"   AND a.record_due_on BETWEEN ? AND ?"
	" ORDER BY a.record_due_on, a.id"
	" LIMIT 200");
static struct stmt notices_q = SQL(
	"SELECT 'notice' AS kind, a.no, a.title, a.notice_until AS _day"
	"  FROM activity a FORCE INDEX (activity_of_state)"
	" WHERE a.station_id = ?"
	"   AND a.state = 'notice'"
	"   AND a.notice_until BETWEEN ? AND ?"
	" ORDER BY a.id DESC"
	" LIMIT 200");
static struct stmt recruits_q = SQL(
	"SELECT 'recruit' AS kind, p.no, p.title, p.recruit_to AS _day"
	"  FROM project p FORCE INDEX (project_station)"
	" WHERE p.station_id = ?"
	"   AND p.state = 'recruiting'"
	"   AND p.recruit_to BETWEEN ? AND ?"
	" ORDER BY p.id DESC"
	" LIMIT 100");
static struct stmt projects_q = SQL(
	"SELECT no AS code, title AS name"
	"  FROM project"
	" WHERE station_id = ?"
	"   AND state IN ('approved', 'recruiting', 'running')"
	" ORDER BY id DESC"
	" LIMIT 100");

struct calendar {
	struct rq *q;
	bool month;
	const char *of; /* "2026-11" of a month */
	int64_t from;   /* midnight of the first day, a Monday */
	size_t days;    /* shown */
	const char *first, *last;
	const char *project; /* its number, "": all */
	bool few;            /* only where people are missing */
	struct node *cell[PARTS][WEEK * WEEKS];
	int64_t items, lacking, lack;
};

/* Monday is 0; at is midnight in Beijing. */
static int weekday_of(int64_t at)
{
	int64_t n = (clock_day_no(at) + 3) % WEEK;
	return (int)(n < 0 ? n + WEEK : n);
}

/* ISO 8601: a week belongs to the year of its Thursday. */
static int64_t week_number(struct arena *a, int64_t monday, int *year)
{
	int64_t thursday = monday + 3 * (int64_t)DAY, first = 0;
	*year = clock_year(thursday);
	(void)clock_parse_day(arena_fmt(a, "%d-01-01", *year), &first);
	return (thursday - first) / DAY / WEEK + 1;
}

static int64_t month_next(struct arena *a, int64_t first)
{
	const char *later = clock_day(a, first + 32 * (int64_t)DAY);
	int64_t at = first;
	(void)clock_parse_day(arena_fmt(a, "%.7s-01", later), &at);
	return at;
}

/* An address is no form: what is no day is today. */
static int64_t calendar_day(struct calendar *c)
{
	struct rq *q = c->q;
	const char *month = query(q, "month"), *week = query(q, "week");
	int64_t at;
	c->month = month != NULL;
	const char *day = month ? arena_fmt(q->arena, "%.7s-01", month) : week;
	if (day && clock_parse_day(day, &at) && clock_year(at) >= 2000 && clock_year(at) <= 2100)
		return at;
	const char *today = clock_day(q->arena, q->now);
	(void)clock_parse_day(month ? arena_fmt(q->arena, "%.7s-01", today) : today, &at);
	return at;
}

static void put_day(struct calendar *c, struct node *n, size_t i, const struct holidays *h)
{
	struct rq *q = c->q;
	const char *day = clock_day(q->arena, c->from + (int64_t)i * DAY);
	const struct holiday_row *r = holiday_of(h, day);
	node_set(n, "day", day);
	node_set(n, "date", arena_fmt(q->arena, "%ld", strtol(day + 8, NULL, 10)));
	node_set(n, "weekday", arena_fmt(q->arena, "%d", (int)(i % WEEK) + 1));
	node_set(n, "today", str_eq(day, clock_day(q->arena, q->now)) ? "1" : NULL);
	node_set(n, "other", c->month && strncmp(day, c->of, 7) != 0 ? "1" : NULL);
	if (r && str_in(r->kind, "off,work")) {
		node_set(n, "holiday", r->name);
		node_set(n, "kind", r->kind);
	}
}

/* The tables, still empty: of a week its parts of the day, of a month its weeks. */
static void put_tables(struct calendar *c, const struct holidays *h)
{
	static const char *const parts[PARTS] = { "morning", "afternoon", "evening", "due" };
	struct rq *q = c->q;
	for (size_t i = 0; i < (c->month ? c->days : WEEK); i++) {
		struct node *days = c->month ? node_child(node_numbered(put_list(q, "Weeks"),
									i / WEEK),
							  "Days")
					     : put_list(q, "Days");
		struct node *n = node_numbered(days, i % WEEK);
		put_day(c, n, i, h);
		for (size_t p = 0; c->month && p < PARTS; p++)
			c->cell[p][i] = n;
	}
	for (size_t p = 0; !c->month && p < PARTS; p++) {
		struct node *row = node_numbered(put_list(q, "Parts"), p);
		node_set(row, "word", parts[p]);
		for (size_t i = 0; i < WEEK; i++) {
			c->cell[p][i] = node_numbered(node_child(row, "Days"), i);
			struct node *head = node_numbered(put_list(q, "Days"), i);
			node_set(c->cell[p][i], "day", node_get(head, "day"));
			node_set(c->cell[p][i], "today", node_get(head, "today"));
		}
	}
}

static void put_item(struct calendar *c, struct node *n)
{
	int64_t at = 0, hour = node_get_int(n, "_hour");
	const char *day = node_get(n, "_day");
	if (!day || !clock_parse_day(day, &at) || at < c->from)
		return;
	size_t i = (size_t)((at - c->from) / DAY);
	if (i >= c->days)
		return;
	int part = hour == DB_NONE ? DUE : hour < NOON ? 0 : hour < EVENING ? 1 : 2;
	struct node *to = node_item(node_child(c->cell[part][i], "Items"));
	node_copy(to, n);
	node_drop(to, "_day");
	node_drop(to, "_hour");
	int64_t wanted = node_get_int(n, "wanted"), people = node_get_int(n, "people");
	c->items += part != DUE;
	if (!str_eq(node_get(n, "kind"), "activity") || wanted == DB_NONE || wanted <= people ||
	    !str_in(node_get(n, "state"), "draft,published,running"))
		return;
	node_int(to, "lack", wanted - people);
	c->lacking++;
	c->lack += wanted - people;
}

static enum err put_items(struct calendar *c, const char *name, struct stmt *s, struct args a)
{
	struct node *all = put_list(c->q, name);
	enum err e = node_query(all, s, a);
	for (struct node *n = e ? NULL : node_first(all); n; n = node_next(n))
		put_item(c, n);
	return e;
}

static enum err calendar_fill(struct calendar *c)
{
	struct rq *q = c->q;
	int64_t station = q->station;
	enum err e = put_items(c, "_Activities", &activities_q,
			       ARGS(A_(station), A_(c->first), A_(c->last), A_(c->project),
				    A_(c->project), A_(c->few)));
	const struct args span = ARGS(A_(station), A_(c->first), A_(c->last));
	if (*c->project || c->few)
		return e;
	if (!e)
		e = put_items(c, "_Trainings", &trainings_q, span);
	if (!e)
		e = put_items(c, "_Due", &due_q, span);
	if (!e)
		e = put_items(c, "_Notices", &notices_q, span);
	return e ? e : put_items(c, "_Recruits", &recruits_q, span);
}

static void put_ways(struct calendar *c, int64_t at)
{
	struct rq *q = c->q;
	struct arena *a = q->arena;
	int year;
	int64_t month_end = month_next(a, at);
	const char *to = c->month ? clock_day(a, month_end - DAY) : c->last;
	put_int(q, "Of.month", strtol((c->month ? c->of : c->first) + 5, NULL, 10));
	put_int(q, "Of.day", strtol(c->first + 8, NULL, 10));
	put_int(q, "Of.to_month", strtol(to + 5, NULL, 10));
	put_int(q, "Of.to_day", strtol(to + 8, NULL, 10));
	put(q, "From", c->month ? clock_day(a, at) : c->first);
	put(q, "To", to);
	put(q, "Prev",
	    c->month ? arena_fmt(a, "%.7s", clock_day(a, at - DAY))
		     : clock_day(a, c->from - WEEK * (int64_t)DAY));
	put(q, "Next",
	    c->month ? arena_fmt(a, "%.7s", clock_day(a, month_end))
		     : clock_day(a, c->from + WEEK * (int64_t)DAY));
	put(q, "Month", arena_fmt(a, "%.7s", clock_day(a, c->month ? at : c->from + 3 * DAY)));
	put(q, "Week", c->month ? clock_day(a, at) : c->first);
	put_int(q, "ByMonth", c->month ? 1 : DB_NONE);
	put_int(q, "WeekNumber", c->month ? DB_NONE : week_number(a, c->from, &year));
	put_int(q, "Year", c->month ? clock_year(at) : (week_number(a, c->from, &year), year));
	put(q, "Filter.project", *c->project ? c->project : NULL);
	put_int(q, "Filter.few", c->few ? 1 : DB_NONE);
	put_int(q, "Items", c->items);
	put_int(q, "Lacking", c->lacking ? c->lacking : DB_NONE);
	put_int(q, "Lack", c->lacking ? c->lack : DB_NONE);
}

enum err calendar_show(struct rq *q)
{
	struct holidays h;
	struct calendar *c = arena_array(q->arena, 1, sizeof(*c));
	c->q = q;
	int64_t at = calendar_day(c);
	c->from = at - weekday_of(at) * (int64_t)DAY;
	c->of = clock_day(q->arena, at);
	c->days = WEEK;
	if (c->month)
		c->days = (size_t)((month_next(q->arena, at) - c->from) / DAY + WEEK - 1) / WEEK *
			  WEEK;
	c->first = clock_day(q->arena, c->from);
	c->last = clock_day(q->arena, c->from + ((int64_t)c->days - 1) * DAY);
	c->project = str_or(query(q, "project"), "");
	c->few = str_eq(query(q, "few"), "1");
	enum err e = holidays_read(q->station, c->first, c->last, &h);
	if (e)
		return e;
	put_tables(c, &h);
	e = calendar_fill(c);
	if (!e)
		e = put_query(q, "Projects", &projects_q, ARGS(A_(q->station)));
	if (e)
		return e;
	put_ways(c, at);
	return page(q, "activity/calendar.cs");
}
