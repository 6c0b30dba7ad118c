/* series_show.c - a series as a whole: its activities, published together, manned together, called
 * off from a day on. */
#include <string.h>

#include "clock.h"
#include "duty.h"
#include "safeguard.h"
#include "series.h"

#define PUBLISH_IN(X, T) X(T, FLAG, screened, 1, 1)
FORM_DEFINE(publish_in, PUBLISH_IN);
#define ROSTER_IN(X, T) X(T, NO, like, 0, 24)
FORM_DEFINE(roster_in, ROSTER_IN);
#define CANCEL_IN(X, T) \
	X(T, DAY, from_day, 1, 10) \
	X(T, STR, reason, 2, 200)
FORM_DEFINE(cancel_in, CANCEL_IN);

static struct stmt id_q = SQL(
	"SELECT id"
	"  FROM series"
	" WHERE uid = UNHEX(?)"
	"   AND station_id = ?");
static struct stmt show_q = SQL(
	"SELECT s.title, s.every, s.on_holiday, s.short_month, s.first_on, s.until_on, s.made_at,"
	"       f.name AS made_by, p.no AS project_no, p.title AS project_title"
	"  FROM series s"
	"  JOIN staff f ON f.id = s.made_by"
	"  LEFT JOIN project p ON p.id = s.project_id"
	" WHERE s.id = ?");
static struct stmt activities_q = SQL(
	"SELECT a.id AS _id, a.no, a.title, DATE(a.starts_at) AS day, a.starts_at AS begins,"
	"       a.ends_at AS ends, a.place, a.leader_name, COALESCE(n.roster, 0) AS roster,"
	"       a.planned, a.state"
	"  FROM activity a"
	"  LEFT JOIN activity_count n ON n.activity_id = a.id"
	" WHERE a.series_id = ?"
	" ORDER BY a.starts_at, a.id"
	" LIMIT 60");
/* Who stands on the roster that was taken, or was taken on by the project, and may not come to one
 * of those ahead. */
static struct stmt left_q = SQL(
	"SELECT a.no, a.starts_at AS begins, v.no AS volunteer_no, w.name,"
	"       COALESCE(NULLIF(" SAFE_WORD("t.company <> ''") ", ''), IF(" DUTY_BUSY
	", 'busy', '')) AS word"
	"  FROM activity a"
	"  JOIN " SAFE_ASKED
	"  JOIN (SELECT person_id, company FROM roster WHERE activity_id = ? AND state = 'on'"
	"       UNION SELECT person_id, '' FROM application WHERE project_id = ?"
	"       AND state = 'accepted' AND activity_id IS NULL) t"
	"  JOIN person w ON w.id = t.person_id"
	"  JOIN volunteer v ON v.person_id = w.id AND v.state = 'active'"
	"  LEFT JOIN roster o ON o.activity_id = a.id AND o.person_id = w.id"
	"       AND o.state <> 'removed'"
	" WHERE a.series_id = ?"
	"   AND a.starts_at > k.at"
	"   AND a.state IN ('draft', 'published')"
	"   AND o.person_id IS NULL"
	" HAVING word <> ''"
	" ORDER BY begins, a.id, v.no"
	" LIMIT 100");
/* What has not begun. */
static struct stmt ahead_q = SQL(
	"SELECT " ROW_SELECT(ACT_COLS)
	"  FROM activity a"
	" WHERE a.series_id = ?"
	"   AND a.starts_at > ?"
	"   AND a.starts_at >= ?"
	"   AND FIND_IN_SET(a.state, ?)"
	" ORDER BY a.starts_at, a.id"
	" LIMIT 60");

enum err series_ahead(struct series_rest *r, const char *from_day, const char *states)
{
	struct rq *q = r->q;
	enum err e = db_int(&id_q, ARGS(A_(arg(q, 0)), A_(q->station)), &r->series);
	return e ? e
		 : row_all(&ahead_q,
			   ARGS(A_(r->series), A_(clock_time(q->arena, q->now)), A_(from_day),
				A_(states)),
			   act_cols, sizeof(*r->v), &r->v, &r->n);
}

/* What keeps a draft from being published is said beside it. */
static enum err put_hindrance(struct rq *q, struct node *n)
{
	const char *word = NULL;
	enum err e = OK;
	if (str_eq(node_get(n, "state"), "draft"))
		e = safe_roster(node_get_int(n, "_id"), clock_time(q->arena, q->now), &word);
	node_set(n, "hindrance", word);
	return e;
}

enum err series_show(struct rq *q)
{
	struct series_rest r = { .q = q };
	enum err e = series_ahead(&r, clock_day(q->arena, q->now), "draft,published");
	if (!e)
		e = put_one(q, "Series", &show_q, ARGS(A_(r.series)));
	if (!e)
		e = put_query(q, "Activities", &activities_q, ARGS(A_(r.series)));
	int64_t drafts = 0;
	for (size_t i = 0; !e && i < r.n; i++)
		drafts += str_eq(r.v[i].state, "draft");
	for (struct node *n = e ? NULL : node_first(put_list(q, "Activities")); n && !e;
	     n = node_next(n))
		e = put_hindrance(q, n);
	if (e)
		return e;
	put(q, "Series.uid", arg(q, 0));
	put_int(q, "Drafts", drafts ? drafts : DB_NONE);
	put_int(q, "Ahead", r.n ? (int64_t)r.n : DB_NONE);
	if (!form_again(q))
		put(q, "Form.from_day", clock_day(q->arena, q->now));
	if (!form_again(q))
		put(q, "Form.change_from", clock_day(q->arena, q->now));
	return page(q, "activity/series.cs");
}

static enum err rest_publish(void *ctx)
{
	struct series_rest *r = ctx;
	enum err e = OK;
	r->done = r->hindered = 0;
	for (size_t i = 0; !e && i < r->n; i++) {
		const char *word;
		e = act_hindrance(r->q, &r->v[i], &word);
		if (!e && word)
			r->hindered++;
		else if (!e) {
			e = act_publish(r->q, &r->v[i]);
			r->done++;
		}
	}
	return e;
}

enum err series_publish(struct rq *q)
{
	struct publish_in in;
	struct series_rest r = { .q = q };
	enum err e = series_ahead(&r, "1970-01-01", "draft");
	if (!e && !r.n)
		e = ERR_STALE;
	if (e)
		return e;
	if (!form_read(q, publish_in_fields, &in))
		return ERR_FORM;
	e = db_tx(rest_publish, &r);
	if (!e && !r.done) {
		form_error(q, NULL, "none_published");
		return ERR_FORM;
	}
	return e ? e
		 : see(q, "/activity/manage/series/%s?done=%s", arg(q, 0),
		       r.hindered ? "series_partly" : "series_published");
}

static enum err rest_roster(void *ctx)
{
	struct series_rest *r = ctx;
	struct rq *q = r->q;
	enum err e = OK;
	r->done = r->hindered = 0;
	for (size_t i = 0; !e && i < r->n; i++) {
		const struct act *a = &r->v[i];
		if (a->id == r->like)
			continue;
		e = r->like != DB_NONE ? roster_copy(q, r->like, a->id) : roster_take_on(q, a->id);
		r->done++;
	}
	return e ? e
		 : audit(&q->actor, "series.roster", "series", r->series,
			 arena_fmt(q->arena, "%lld", (long long)r->done));
}

/* Everybody else stands already; these are named, for each by itself can be put in spite of it. */
static enum err rest_left(struct series_rest *r)
{
	struct rq *q = r->q;
	bool like = r->like != DB_NONE;
	enum err e = put_query(q, "Left", &left_q,
			       ARGS(A_(clock_time(q->arena, q->now)), A_(r->like),
				    A_(like ? DB_NONE : r->v[0].project_id), A_(r->series)));
	if (e || !node_count(put_list(q, "Left")))
		return e;
	form_error(q, "like", "some_left");
	form_also(q, "Left");
	return ERR_FORM;
}

enum err series_roster(struct rq *q)
{
	struct roster_in in;
	struct series_rest r = { .q = q, .like = DB_NONE };
	enum err e = series_ahead(&r, "1970-01-01", "draft,published");
	if (!e && !r.n)
		e = ERR_STALE;
	if (e)
		return e;
	if (!form_read(q, roster_in_fields, &in))
		return ERR_FORM;
	if (in.like) {
		struct act a;
		e = act_no(q, in.like, &a);
		if (e == ERR_NOT_FOUND) {
			form_error(q, "like", "unknown_code");
			return ERR_FORM;
		}
		r.like = e ? DB_NONE : a.id;
	} else if (r.v[0].project_id == DB_NONE) {
		e = ERR_STALE;
	}
	if (!e)
		e = db_tx(rest_roster, &r);
	if (!e)
		e = rest_left(&r);
	return e ? e : see(q, "/activity/manage/series/%s?done=series_manned", arg(q, 0));
}

static enum err rest_cancel(void *ctx)
{
	struct series_rest *r = ctx;
	enum err e = OK;
	for (size_t i = 0; !e && i < r->n; i++)
		e = act_cancel(r->q, &r->v[i], r->reason);
	return e;
}

enum err series_cancel(struct rq *q)
{
	struct cancel_in in;
	struct series_rest r = { .q = q };
	enum err e = series_ahead(&r, "1970-01-01", "draft,published");
	if (e)
		return e;
	if (!form_read(q, cancel_in_fields, &in))
		return ERR_FORM;
	e = series_ahead(&r, in.from_day, "draft,published");
	if (!e && !r.n) {
		form_error(q, "from_day", "none_to_cancel");
		return ERR_FORM;
	}
	r.reason = in.reason;
	if (!e)
		e = db_tx(rest_cancel, &r);
	return e ? e : see(q, "/activity/manage/series/%s?done=series_cancelled", arg(q, 0));
}
