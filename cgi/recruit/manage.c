/* manage.c - staff say how people sign up 报名方式: for each activity whether it is a shift that people
 * choose by themselves, and who gets a place at it. */
#include "clock.h"
#include "code.h"
#include "draw.h"
#include "form.h"
#include "manage.h"

#define SHIFT_IN(X, T) \
	X(T, CODE, position, 32, 32) \
	X(T, INT, wanted, 1, 1000) \
	X(T, WORD, mode, 4, 8) \
	X(T, TIME, opens_at, 0, 19) \
	X(T, TIME, closes_at, 0, 19) \
	X(T, TIME, leave_until, 0, 19) \
	X(T, FLAG, series, 0, 1)
FORM_DEFINE(shift_in, SHIFT_IN);
static struct stmt home_q = SQL(
	"SELECT " ROW_SELECT(HOME_COLS)
	"  FROM project p"
	" WHERE p.no = ?"
	"   AND p.station_id = ?");
static struct stmt project_q = SQL(
	"SELECT no, title, state, recruit_scope, recruit_from, recruit_to"
	"  FROM project"
	" WHERE id = ?");
static struct stmt positions_q = SQL(
	"SELECT LOWER(HEX(uid)) AS uid, LOWER(HEX(uid)) AS code, title, title AS name, wanted,"
	"       taken, mode, skills AS _skills, sex, NULLIF(hours, '') AS hours"
	"  FROM position"
	" WHERE project_id = ?"
	"   AND wanted > 0"
	" ORDER BY id"
	" LIMIT 60");
static struct stmt activities_q = SQL(
	"SELECT b.no, b.title, b.starts_at, b.ends_at, b.place, b.state, b.planned, s.mode,"
	"       s.wanted, s.taken, (SELECT COUNT(*) FROM application a"
	"       WHERE a.activity_id = b.id AND a.state = 'waiting') AS waiting,"
	"       (SELECT COUNT(*) FROM application a WHERE a.activity_id = b.id"
	"       AND a.state = 'pending') AS pending"
	"  FROM activity b"
	"  LEFT JOIN shift s ON s.activity_id = b.id"
	" WHERE b.project_id = ?"
	"   AND b.starts_at > ?"
	"   AND b.state IN ('draft', 'published')"
	" ORDER BY b.starts_at, b.id"
	" LIMIT 100");

#define WORK_COLS(X, T) \
	X(T, INT, id, "b.id") \
	X(T, TEXT, no, "b.no") \
	X(T, INT, start, "UNIX_TIMESTAMP(b.starts_at)") \
	X(T, INT, series, "b.series_id") \
	X(T, TEXT, mode, "s.mode") \
	X(T, INT, position, "s.position_id") \
	X(T, INT, closes, "UNIX_TIMESTAMP(s.closes_at)") \
	X(T, INT, used, \
	  "(SELECT COUNT(*) FROM application a WHERE a.activity_id = b.id " \
	  "AND a.state IN ('pending', 'accepted', 'waiting', 'offered')) " \
	  "+ (SELECT COUNT(*) FROM draw d WHERE d.activity_id = b.id AND d.drawn_at IS NOT NULL)") \
	X(T, INT, drawn, \
	  "EXISTS (SELECT 1 FROM draw d WHERE d.activity_id = b.id AND d.drawn_at IS NOT NULL)")
ROW_DEFINE(work_row, WORK_COLS);
/* An activity of the project that is still to come. */
static struct stmt work_q = SQL(
	"SELECT " ROW_SELECT(WORK_COLS)
	"  FROM activity b"
	"  LEFT JOIN shift s ON s.activity_id = b.id"
	" WHERE b.no = ?"
	"   AND b.project_id = ?"
	"   AND b.state IN ('draft', 'published')"
	"   AND b.starts_at > ?");
static struct stmt work_show_q = SQL(
	"SELECT b.no, b.title, b.starts_at, b.ends_at, b.place, b.planned, b.state,"
	"       b.series_id IS NOT NULL AS in_series, s.taken, s.mode, LOWER(HEX(d.uid)) AS draw"
	"  FROM activity b"
	"  LEFT JOIN shift s ON s.activity_id = b.id"
	"  LEFT JOIN draw d ON d.activity_id = b.id AND s.mode = 'draw'"
	" WHERE b.id = ?");
static struct stmt form_q = SQL(
	"SELECT LOWER(HEX(o.uid)) AS position, COALESCE(s.wanted, b.planned, o.wanted) AS wanted,"
	"       COALESCE(s.mode, o.mode) AS mode, s.opens_at, s.closes_at, COALESCE(s.leave_until,"
	"       DATE(b.starts_at) - INTERVAL 6 HOUR) AS leave_until"
	"  FROM activity b"
	"  LEFT JOIN shift s ON s.activity_id = b.id"
	"  LEFT JOIN position o ON o.id = COALESCE(s.position_id, (SELECT MIN(x.id) FROM position x"
	"       WHERE x.project_id = b.project_id AND x.wanted > 0))"
	" WHERE b.id = ?");
static struct stmt position_q = SQL(
	"SELECT id"
	"  FROM position"
	" WHERE uid = UNHEX(?)"
	"   AND project_id = ?");
static struct stmt open_q = SQL(
	"INSERT INTO shift (activity_id, position_id, project_id, station_id, wanted, mode,"
	"       opens_at, closes_at, leave_until, opened_by, opened_at)"
	" SELECT b.id, ?, b.project_id, b.station_id, ?, ?, ?, b.starts_at - INTERVAL ? SECOND,"
	"       b.starts_at - INTERVAL ? SECOND, ?, ?"
	"  FROM activity b"
	" WHERE b.id = ?");
/* Those of its series that come later, and are not open yet: as many seconds before each. */
static struct stmt open_series_q = SQL(
	"INSERT INTO shift (activity_id, position_id, project_id, station_id, wanted, mode,"
	"       opens_at, closes_at, leave_until, opened_by, opened_at)"
	" SELECT b.id, ?, b.project_id, b.station_id, ?, ?, ?, b.starts_at - INTERVAL ? SECOND,"
	"       b.starts_at - INTERVAL ? SECOND, ?, ?"
	"  FROM activity b"
	"  LEFT JOIN shift s ON s.activity_id = b.id"
	" WHERE b.series_id = ?"
	"   AND b.project_id = ?"
	"   AND b.starts_at > FROM_UNIXTIME(?)"
	"   AND b.state IN ('draft', 'published')"
	"   AND s.activity_id IS NULL"
	" LIMIT 200");
static struct stmt change_q = SQL(
	"UPDATE shift"
	"   SET position_id = ?, wanted = ?, mode = ?, opens_at = ?, closes_at = FROM_UNIXTIME(?),"
	"       leave_until = FROM_UNIXTIME(?)"
	" WHERE activity_id = ?"
	"   AND taken <= ?");
enum { HOUR = 3600, EVENING = 6 * HOUR };

enum err manage_home(struct rq *q, struct home_row *h)
{
	enum err e = row_one(&home_q, ARGS(A_(arg(q, 0)), A_(q->station)), home_row_cols, h);
	if (!e && !str_in(h->state, "approved,recruiting,running"))
		e = ERR_STALE;
	return e ? e : put_one(q, "Project", &project_q, ARGS(A_(h->id)));
}

static enum err put_positions(struct rq *q, int64_t project)
{
	enum err e = code_load();
	if (!e)
		e = put_query(q, "Positions", &positions_q, ARGS(A_(project)));
	for (struct node *n = e ? NULL : node_first(put_list(q, "Positions")); n;
	     n = node_next(n)) {
		const char *skills = str_or(node_get(n, "_skills"), "");
		if (*skills)
			node_set(n, "skills", code_names(q->arena, "skill", skills));
	}
	return e;
}

enum err manage_show(struct rq *q)
{
	struct home_row h;
	enum err e = manage_home(q, &h);
	if (!e)
		e = put_positions(q, h.id);
	if (!e)
		e = put_query(q, "Activities", &activities_q,
			      ARGS(A_(h.id), A_(clock_time(q->arena, q->now))));
	return e ? e : page(q, "recruit/manage.cs");
}

static enum err manage_work(struct rq *q, const struct home_row *h, struct work_row *w)
{
	return row_one(&work_q, ARGS(A_(arg(q, 1)), A_(h->id), A_(clock_time(q->arena, q->now))),
		       work_row_cols, w);
}

enum err manage_shift(struct rq *q)
{
	struct home_row h;
	struct work_row w;
	enum err e = manage_home(q, &h);
	if (!e)
		e = manage_work(q, &h, &w);
	if (!e)
		e = put_one(q, "Activity", &work_show_q, ARGS(A_(w.id)));
	if (!e)
		e = put_positions(q, h.id);
	if (!e && !form_again(q))
		e = put_one(q, "Form", &form_q, ARGS(A_(w.id)));
	return e ? e : page(q, "recruit/manage_shift.cs");
}

struct opening {
	struct rq *q;
	struct home_row h;
	struct work_row w;
	struct shift_in in;
	int64_t position, closes, leave;
	const char *opens;
	bool draws; /* it is still to be drawn */
};

/* Sign-up ends when the work begins at the latest, and early enough to draw; who has a place may go
 * until the evening before unless they are told otherwise. */
static void opening_times(struct opening *o)
{
	struct rq *q = o->q;
	int64_t start = o->w.start, opens = q->now, midnight = 0;
	(void)clock_parse_day(clock_day(q->arena, start), &midnight);
	int64_t last = start - (o->draws ? DRAW_AHEAD : 0);
	o->closes = last;
	o->leave = midnight - EVENING;
	if (o->in.opens_at)
		(void)clock_parse_time(o->in.opens_at, &opens);
	if (o->in.closes_at)
		(void)clock_parse_time(o->in.closes_at, &o->closes);
	if (o->in.leave_until)
		(void)clock_parse_time(o->in.leave_until, &o->leave);
	o->opens = clock_time(q->arena, opens);
	if (o->closes > last)
		form_error(q, "closes_at", o->draws ? "draw_ahead" : "after_start");
	else if (o->closes <= opens)
		form_error(q, "closes_at", "before_opening");
	if (o->leave > start)
		form_error(q, "leave_until", "after_start");
}

/* A draw waits for a head of the ledger, and for an end that is still to come. */
static enum err opening_heads(struct opening *o)
{
	bool possible = true;
	enum err e = o->draws ? draw_possible(&possible) : OK;
	if (!e && !possible)
		form_error(o->q, "mode", "draw_no_head");
	if (!e && o->draws && o->closes != o->w.closes && o->closes <= o->q->now)
		form_error(o->q, "closes_at", "draw_past");
	return e ? e : form_ok(o->q) ? OK : ERR_FORM;
}

static enum err opening_check(struct opening *o)
{
	struct rq *q = o->q;
	enum err e = db_int(&position_q, ARGS(A_(o->in.position), A_(o->h.id)), &o->position);
	if (e == ERR_NOT_FOUND)
		form_error(q, "position", "word");
	else if (e)
		return e;
	/* People signed up for another work, under other rules. */
	if (!e && o->w.used && o->position != o->w.position)
		form_error(q, "position", "position_used");
	if (!str_in(o->in.mode, "direct,apply,draw"))
		form_error(q, "mode", "word");
	else if (o->w.used && !str_eq(o->in.mode, o->w.mode))
		form_error(q, "mode", "mode_used");
	o->draws = str_eq(o->in.mode, "draw") && !o->w.drawn;
	opening_times(o);
	return form_ok(q) ? opening_heads(o) : ERR_FORM;
}

static enum err opening_put(struct opening *o)
{
	struct rq *q = o->q;
	const char *now = clock_time(q->arena, q->now);
	int64_t before = o->w.start - o->closes, leave = o->w.start - o->leave, rows = 0;
	enum err e = db_exec(&open_q,
			     ARGS(A_(o->position), A_(o->in.wanted), A_(o->in.mode), A_(o->opens),
				  A_(before), A_(leave), A_(q->staff), A_(now), A_(o->w.id)),
			     NULL);
	if (!e && o->in.series && o->w.series != DB_NONE)
		e = db_affect(&open_series_q,
			      ARGS(A_(o->position), A_(o->in.wanted), A_(o->in.mode), A_(o->opens),
				   A_(before), A_(leave), A_(q->staff), A_(now), A_(o->w.series),
				   A_(o->h.id), A_(o->w.start)),
			      &rows);
	if (!e && o->draws)
		e = draws_open(&q->actor, o->h.id);
	return e ? e
		 : audit(&q->actor, "shift.open", "activity", o->w.id,
			 arena_fmt(q->arena, "%s %lld", o->w.no, (long long)rows));
}

/* The draw of a shift that was opened before: it comes, goes, or its window ends at another time,
 * but not once that is over. */
static enum err opening_draw(struct opening *o)
{
	struct rq *q = o->q;
	bool was = str_eq(o->w.mode, "draw");
	enum err e = OK;
	if (!o->draws)
		e = was && !o->w.drawn ? draw_drop(&q->actor, o->w.id) : OK;
	else if (was && o->closes != o->w.closes)
		e = draw_window(&q->actor, o->w.id);
	if (e == ERR_STALE) {
		form_error(q, "closes_at", "draw_closed");
		return ERR_FORM;
	}
	return e || !o->draws ? e : draws_open(&q->actor, o->h.id);
}

/* Places that are free now go to who waits longest. */
static enum err opening_change(struct opening *o)
{
	struct rq *q = o->q;
	struct seat seat = { o->position, o->w.id };
	enum err e = seat_lock(&seat);
	if (!e)
		e = db_change(&change_q,
			      ARGS(A_(o->position), A_(o->in.wanted), A_(o->in.mode), A_(o->opens),
				   A_(o->closes), A_(o->leave), A_(o->w.id), A_(o->in.wanted)));
	if (e == ERR_STALE) {
		form_error(q, "wanted", "fewer_than_taken");
		return ERR_FORM;
	}
	if (!e)
		e = opening_draw(o);
	if (!e)
		e = places_next(&q->actor, &seat);
	return e ? e : audit(&q->actor, "shift.change", "activity", o->w.id, o->w.no);
}

static enum err opening_save(void *ctx)
{
	struct opening *o = ctx;
	return o->w.mode ? opening_change(o) : opening_put(o);
}

enum err manage_shift_save(struct rq *q)
{
	struct opening o = { .q = q };
	enum err e = manage_home(q, &o.h);
	if (!e)
		e = manage_work(q, &o.h, &o.w);
	if (e)
		return e;
	if (!form_read(q, shift_in_fields, &o.in))
		return ERR_FORM;
	e = opening_check(&o);
	if (!e)
		e = db_tx(opening_save, &o);
	/* Opened by two at once: the first was it. */
	if (e == ERR_DUPLICATE)
		e = ERR_STALE;
	return e ? e : see(q, "/recruit/manage/%s?done=shift_open", arg(q, 0));
}
