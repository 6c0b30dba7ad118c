/* poster_page.c - what there is to make a poster of: open shifts and projects, surveys, notices,
 * the last months. */
#include "clock.h"
#include "station.h"

enum { MONTHS = 3 };

static struct stmt shifts_q = SQL(
	"SELECT a.no, a.title, a.starts_at, a.ends_at"
	"  FROM activity a FORCE INDEX (activity_station)"
	"  JOIN shift s ON s.activity_id = a.id"
	" WHERE a.station_id = ?"
	"   AND a.state = 'published'"
	"   AND a.starts_at > ?"
	" ORDER BY a.starts_at, a.id"
	" LIMIT 20");
static struct stmt projects_q = SQL(
	"SELECT no, title, starts_on, ends_on"
	"  FROM project"
	" WHERE station_id = ?"
	"   AND state = 'recruiting'"
	"   AND recruit_scope = 'public'"
	" ORDER BY id DESC"
	" LIMIT 20");
static struct stmt surveys_q = SQL(
	"SELECT code AS no, title"
	"  FROM survey"
	" WHERE station_id = ?"
	"   AND state = 'open'"
	" ORDER BY id DESC"
	" LIMIT 20");
static struct stmt notices_q = SQL(
	"SELECT LOWER(HEX(uid)) AS no, title"
	"  FROM announcement"
	" WHERE station_id = ?"
	"   AND published_at IS NOT NULL"
	"   AND (until IS NULL OR until >= ?)"
	" ORDER BY published_at DESC, id DESC"
	" LIMIT 20");

/* This month and those before it, 2026-11. */
static void put_months(struct rq *q)
{
	const char *today = clock_day(q->arena, q->now);
	int year = (int)clock_year(q->now), month = (today[5] - '0') * 10 + today[6] - '0';
	for (int i = 0; i < MONTHS; i++) {
		struct node *n = node_item(put_list(q, "Months"));
		node_set(n, "no", arena_fmt(q->arena, "%04d-%02d", year, month));
		year -= month == 1;
		month = month == 1 ? 12 : month - 1;
	}
}

enum err station_posters(struct rq *q)
{
	const char *today = clock_day(q->arena, q->now);
	enum err e = put_query(q, "Shifts", &shifts_q,
			       ARGS(A_(q->station), A_(clock_time(q->arena, q->now))));
	if (!e)
		e = put_query(q, "Projects", &projects_q, ARGS(A_(q->station)));
	if (!e)
		e = put_query(q, "Surveys", &surveys_q, ARGS(A_(q->station)));
	if (!e)
		e = put_query(q, "Notices", &notices_q, ARGS(A_(q->station), A_(today)));
	if (e)
		return e;
	put_months(q);
	return page(q, "station/posters.cs");
}
