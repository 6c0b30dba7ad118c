/*
 * list.c - activities as lists: the ledger 活动台账, and those whose hours have to be recorded within
 * the ten working days of 令67 art. 11.
 */
#include "list.h"

#include <string.h>

#include "activity.h"
#include "activity_state.h"
#include "aside.h"
#include "clock.h"
#include "code.h"
#include "states.h"
#include "workday.h"

/* Who is on the roster, and how far the hours are. */
#define COUNTS(C) \
	C(INT, roster, "COALESCE(n.roster, 0)", "") \
	C(INT, waiting, "COALESCE(n.waiting, 0)", "") \
	C(INT, recorded, "COALESCE(n.recorded, 0)", "")

#define MANAGE_COLS(C) \
	C(TEXT, no, "a.no", "") \
	C(LONG, title, "a.title", "") \
	C(DAY, day, "DATE(a.starts_at)", "") \
	C(DAY, begins, "a.starts_at", "") \
	C(DAY, ends, "a.ends_at", "") \
	C(TEXT, place, "a.place", "") \
	C(CODE, category, "a.category", "service_category") \
	C(TEXT, project_no, "p.no", "") \
	C(TEXT, leader_name, "a.leader_name", "") \
	COUNTS(C) \
	C(DAY, record_due_on, "a.record_due_on", "") \
	C(WORD, state, "a.state", "State.activity")
#define MANAGE_TABLE "activity a"
#define MANAGE_JOINS \
	"  LEFT JOIN activity_count n ON n.activity_id = a.id" \
	"  LEFT JOIN project p ON p.id = a.project_id"
#define MANAGE_WHERE "a.station_id = ?"
#define MANAGE_FILTERS(F) \
	F(WORD, state, "a.state = ?") \
	F(WORD, category, "a.category = ?") \
	F(DAY, from, "a.starts_at >= ?") \
	F(DAY, to, "a.starts_at < ? + INTERVAL 1 DAY") \
	F(FIND, q, "CONCAT_WS(' ', a.no, a.title, a.place) LIKE ?")
#define MANAGE_WAYS(S, L) \
	S(L, day, any, "a.starts_at", "activity_day") \
	S(L, day, state, "a.starts_at", "activity_station") \
	S(L, day, category, "a.starts_at", "activity_of_category") \
	S(L, no, any, "a.id", "activity_recent") \
	S(L, no, state, "a.id", "activity_of_state") \
	S(L, state, any, "a.state", "activity_of_state") \
	S(L, state, state, "a.id", "activity_of_state")
#define MANAGE_ID "a.id"
LIST_DEFINE(MANAGE);

/* left is counted for each row. */
#define DUE_COLS(C) \
	C(DAY, record_due_on, "a.record_due_on", "") \
	C(INT, left, "0", "") \
	C(TEXT, no, "a.no", "") \
	C(LONG, title, "a.title", "") \
	C(DAY, day, "DATE(a.starts_at)", "") \
	C(TEXT, leader_name, "a.leader_name", "") \
	COUNTS(C) \
	C(WORD, state, "a.state", "State.activity")
#define DUE_TABLE "activity a"
#define DUE_JOINS "  LEFT JOIN activity_count n ON n.activity_id = a.id"
#define DUE_WHERE "a.station_id = ? AND " ACTIVITY_DUE_SQL " AND a.record_due_on IS NOT NULL"
#define DUE_FILTERS(F) \
	F(WORD, state, "a.state = ?") \
	F(DAY, from, "a.starts_at >= ?") \
	F(DAY, to, "a.starts_at < ? + INTERVAL 1 DAY") \
	F(FIND, q, "CONCAT_WS(' ', a.no, a.title) LIKE ?") \
	F(TICKED, only, "FIND_IN_SET(a.no, ?) > 0")
/* What is due first stands first. */
#define DUE_WAYS(S, L) \
	S(L, urgent, any, "a.record_due_on", "activity_due_by") \
	S(L, due, any, "a.record_due_on", "activity_due_by") \
	S(L, day, any, "a.starts_at", "activity_due_day")
#define DUE_ID "a.id"
LIST_DEFINE(DUE);

enum { SOON = 3, WEEK = 7, DAY = 86400 };

static struct stmt aside_q = SQL(
	"SELECT " ASIDE_SHOWN
	"  FROM loop_aside s"
	" WHERE s.station_id = ?"
	"   AND s.cleared_at IS NULL"
	" ORDER BY s.first_at, s.id"
	" LIMIT 50");

static enum err manage_row(struct rq *q, struct node *n, const struct row *r)
{
	const char *due = list_cell(r, "record_due_on")->text;
	if (due && str_in(list_cell(r, "state")->text, "running,recording") &&
	    strcmp(due, clock_day(q->arena, q->now)) < 0)
		node_set(n, "overdue", "1");
	return OK;
}

/* Working days until the last one, below 0 when it is over. */
static enum err due_row(struct rq *q, struct node *n, const struct row *r)
{
	int64_t left;
	enum err e = workday_left(&q->actor, list_cell(r, "record_due_on")->text, &left);
	if (e)
		return e;
	node_int(n, "left", left);
	if (left < 0)
		node_set(n, "overdue", "1");
	else if (left <= SOON)
		node_set(n, "soon", "1");
	return OK;
}

static const struct list activities = LIST(MANAGE, "Activities", "activity.Manage",
					   .row = manage_row);
/* What comes, the next first. */
static const struct list ahead = LIST(MANAGE, "Activities", "activity.Manage", .row = manage_row,
				      .oldest = true);
static struct stmt past_q = SQL(
	"SELECT a.no, a.title, DATE(a.starts_at) AS day, a.starts_at AS begins, a.ends_at AS ends,"
	"       a.place, c.name AS category_name, a.leader_name,"
	"       COALESCE(n.roster, 0) AS roster, COALESCE(n.waiting, 0) AS waiting,"
	"       COALESCE(n.recorded, 0) AS recorded, a.record_due_on, a.state"
	"  FROM activity a"
	"  LEFT JOIN activity_count n ON n.activity_id = a.id"
	"  LEFT JOIN code_item c ON c.list = 'service_category' AND c.code = a.category"
	" WHERE a.station_id = ?"
	"   AND a.starts_at < ?"
	" ORDER BY a.starts_at DESC, a.id DESC"
	" LIMIT 10");
static const struct list due = LIST(DUE, "Activities", "activity.Due", .row = due_row,
				    .turned = "urgent");

/* The address says nothing: what comes, from today on, and below it what was lately. */
static void manage_usual(struct rq *q, const char *today)
{
	struct fields *f = &q->query;
	struct field *v = arena_array(q->arena, f->n + 1, sizeof(*v));
	for (size_t i = 0; i < f->n; i++)
		v[i] = f->v[i];
	v[f->n] = (struct field){ .name = "from", .value = today, .n = strlen(today) };
	*f = (struct fields){ v, f->n + 1 };
}

/* Days by which the list is asked for most. */
static void put_when(struct rq *q, const char *today)
{
	int64_t at = 0;
	(void)clock_parse_day(today, &at);
	int64_t monday = at - (clock_day_no(at) + 3) % WEEK * DAY;
	put(q, "When.today", today);
	put(q, "When.monday", clock_day(q->arena, monday));
	put(q, "When.sunday", clock_day(q->arena, monday + (WEEK - 1) * DAY));
	put(q, "When.yesterday", clock_day(q->arena, at - DAY));
}

enum err manage_list(struct rq *q)
{
	static const char *const asked[] = { "q", "state", "category", "from", "to", "sort", "as" };
	const char *today = clock_day(q->arena, q->now);
	bool usual = true;
	for (size_t i = 0; i < sizeof(asked) / sizeof(asked[0]); i++)
		usual = usual && !query(q, asked[i]);
	enum err e = put_codes(q, "Categories", "service_category");
	if (!e && usual)
		e = put_query(q, "Past", &past_q, ARGS(A_(q->station), A_(today)));
	if (e)
		return e;
	put_int(q, "Usual", usual ? 1 : DB_NONE);
	put_when(q, today);
	if (usual)
		manage_usual(q, today);
	const char *from = query(q, "from"), *to = query(q, "to");
	bool comes = from && *from && (!to || !*to || strcmp(to, today) >= 0);
	return list_page(q, comes ? &ahead : &activities, ARGS(A_(q->station)),
			 "activity/manage.cs");
}

enum err due_list(struct rq *q)
{
	enum err e = put_query(q, "Aside", &aside_q, ARGS(A_(q->station)));
	return e ? e
		 : list_page(q, &due, ARGS(A_(q->station), A_(clock_time(q->arena, q->now))),
			     "activity/due.cs");
}
