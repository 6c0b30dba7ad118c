/* days.c - 招募 by days: which shifts come, how many are missing in each, and which of them suit
 * whoever looks. Projects that are signed up for as a whole stand below. */
#include <string.h>

#include "check.h"
#include "clock.h"
#include "code.h"
#include "match.h"
#include "setting.h"
#include "shift.h"

enum { DAY = 86400, WEEK = 7, AHEAD = 14, MOST = 60, PROJECTS = 20, SHARED_SECONDS = 5, NOON = 12 };

/* Counts, not EXISTS: pitfalls of prepared statements. */
#define DAY_COLS(X, T) \
	X(T, INT, id, "b.id") \
	X(T, TEXT, no, "b.no") \
	X(T, TEXT, title, "b.title") \
	X(T, TEXT, starts_at, "b.starts_at") \
	X(T, TEXT, ends_at, "b.ends_at") \
	X(T, TEXT, place, "b.place") \
	X(T, TEXT, category, "b.category") \
	X(T, TEXT, station, "t.name") \
	X(T, TEXT, region, "COALESCE(b.region_code, p.region_code, t.region_code)") \
	X(T, INT, wanted, "s.wanted") \
	X(T, INT, places, "s.wanted - s.taken") \
	X(T, TEXT, mode, "s.mode") \
	X(T, INT, closed, "s.closes_at <= ?") \
	X(T, TEXT, opens_at, "IF(s.opens_at > ?, s.opens_at, NULL)") \
	X(T, TEXT, skills, "o.skills") \
	X(T, TEXT, sex, "o.sex") \
	X(T, INT, min_age, "o.min_age") \
	X(T, INT, min_minutes, "p.min_minutes") \
	X(T, INT, dangerous, "p.dangerous") \
	X(T, INT, danger_age, SETTING_SQL("s.station_id", "danger_age", "18")) \
	X(T, INT, training, "o.training_id") \
	X(T, INT, passed, \
	  "(SELECT COUNT(*) FROM qualification x JOIN training y ON y.id = o.training_id " \
	  "WHERE x.person_id = ? AND (x.training_id = y.id OR x.name = y.qualifies) " \
	  "AND x.withdrawn_at IS NULL AND COALESCE(x.valid_until >= DATE(b.starts_at), 1))")
ROW_DEFINE(day_row, DAY_COLS);
/* By the days that come, and no further than the page: where stations are few the optimizer would
 * begin with them, and look at every shift that there ever was. */
static struct stmt days_q = SQL(
	"SELECT " ROW_SELECT(DAY_COLS)
	"  FROM activity b FORCE INDEX (activity_time)"
	" STRAIGHT_JOIN shift s ON s.activity_id = b.id"
	" STRAIGHT_JOIN position o ON o.id = s.position_id"
	" STRAIGHT_JOIN project p ON p.id = s.project_id AND p.state IN ('recruiting', 'running')"
	"       AND p.recruit_scope = 'public'"
	" STRAIGHT_JOIN station t FORCE INDEX (PRIMARY) ON t.id = s.station_id"
	" WHERE b.state = 'published'"
	"   AND b.starts_at >= ?"
	"   AND b.starts_at < ?"
	"   AND (? = '' OR b.category = ?)"
	"   AND (? = '' OR (b.starts_at, b.id) > (SELECT y.starts_at, y.id FROM activity y"
	"       WHERE y.no = ?))"
	" ORDER BY b.starts_at, b.id"
	" LIMIT 61");
/* What the viewer has to do with shifts to come. */
#define OWN_COLS(X, T) \
	X(T, INT, id, "a.activity_id") \
	X(T, TEXT, state, "a.state") \
	X(T, INT, line_no, \
	  "IF(a.state = 'waiting', (SELECT COUNT(*) FROM application x " \
	  "WHERE x.activity_id = a.activity_id AND x.state = 'waiting' " \
	  "AND (x.line_no < a.line_no OR (x.line_no = a.line_no AND x.id <= a.id))), NULL)")
ROW_DEFINE(own_row, OWN_COLS);
static struct stmt own_q = SQL(
	"SELECT " ROW_SELECT(OWN_COLS)
	"  FROM application a"
	"  JOIN activity b ON b.id = a.activity_id AND b.ends_at >= ?"
	" WHERE a.person_id = ?"
	"   AND a.state IN ('pending', 'accepted', 'waiting', 'offered')"
	" ORDER BY a.id DESC"
	" LIMIT 100");
#define BUSY_COLS(X, T) \
	X(T, INT, id, "b.id") X(T, TEXT, starts_at, "b.starts_at") X(T, TEXT, ends_at, "b.ends_at")
ROW_DEFINE(busy_row, BUSY_COLS);
static struct stmt busy_q = SQL(
	"SELECT " ROW_SELECT(BUSY_COLS)
	"  FROM roster r"
	"  JOIN activity b ON b.id = r.activity_id AND b.state IN ('published', 'running')"
	"       AND b.ends_at >= ?"
	" WHERE r.person_id = ?"
	"   AND r.state = 'on'"
	" ORDER BY b.starts_at"
	" LIMIT 200");
#define VIEWER_COLS(X, T) \
	X(T, TEXT, birth_on, "p.birth_on") \
	X(T, TEXT, sex, "p.sex") \
	X(T, TEXT, skills, "v.skills") \
	X(T, TEXT, available, "v.available") \
	X(T, TEXT, region, "COALESCE(v.service_region_code, v.region_code)") \
	X(T, INT, minutes, \
	  "COALESCE((SELECT t.minutes + t.brought_minutes FROM volunteer_total t " \
	  "WHERE t.person_id = v.person_id), 0)")
ROW_DEFINE(viewer_row, VIEWER_COLS);
static struct stmt viewer_q = SQL(
	"SELECT " ROW_SELECT(VIEWER_COLS)
	"  FROM volunteer v"
	"  JOIN person p ON p.id = v.person_id"
	" WHERE v.person_id = ?");
static struct stmt around_q = SQL(
	"SELECT region_code"
	"  FROM station"
	" WHERE id = ?");
/* Those that have no shifts open are signed up for as a whole. */
static struct stmt projects_q = SQL(
	"SELECT p.no, p.title, s.name AS station, p.place, p.starts_on, p.ends_on, p.recruit_to,"
	"       " NAMES_OF("service_category", "p.categories") " AS categories,"
	"       SUM(o.wanted) AS wanted, SUM(o.wanted - o.taken) AS places"
	"  FROM project p FORCE INDEX (project_of_state)"
	" STRAIGHT_JOIN station s FORCE INDEX (PRIMARY) ON s.id = p.station_id"
	" STRAIGHT_JOIN position o ON o.project_id = p.id"
	" WHERE p.state = 'recruiting'"
	"   AND p.recruit_scope = 'public'"
	"   AND p.recruit_from <= ?"
	"   AND p.recruit_to >= ?"
	"   AND (? = '' OR FIND_IN_SET(?, p.categories))"
	"   AND (? = '' OR p.id < (SELECT x.id FROM project x WHERE x.no = ?))"
	" GROUP BY p.id"
	" ORDER BY p.id DESC"
	" LIMIT 21");

struct days {
	struct rq *q;
	const char *when, *category, *from; /* from: first day shown */
	const char *past;                   /* and behind this shift of it, by its number; "" */
	int64_t first, until;               /* midnights; until is the first day not shown */
	bool suits, near;
	struct viewer_row v;
	const char *region; /* of whoever looks; NULL: not known */
	struct own_row *own;
	struct busy_row *busy;
	size_t owns, busies;
};

static bool days_free(const struct days *d, const struct day_row *r)
{
	for (size_t i = 0; i < d->busies; i++)
		if (d->busy[i].id != r->id && strcmp(d->busy[i].starts_at, r->ends_at) < 0 &&
		    strcmp(d->busy[i].ends_at, r->starts_at) > 0)
			return false;
	return true;
}

/* Of the free times they told: none told is every time. */
static bool days_available(const struct days *d, const struct day_row *r)
{
	enum { HOUR_AT = 11, EVENING = 18 };
	int hour = (r->starts_at[HOUR_AT] - '0') * 10 + r->starts_at[HOUR_AT + 1] - '0';
	const char *day = arena_fmt(d->q->arena, "%.10s", r->starts_at);
	const char *slots = match_slots(d->q->arena, day,
					hour < NOON      ? "am"
					: hour < EVENING ? "pm"
							 : "eve");
	return !*d->v.available || match_any(d->q->arena, slots, d->v.available);
}

/* Whatever would be answered with a no, if they pressed. */
static bool days_suit(const struct days *d, const struct day_row *r)
{
	const char *day = arena_fmt(d->q->arena, "%.10s", r->starts_at);
	int age = d->v.birth_on ? age_on(d->v.birth_on, day) : 0;
	return (r->min_age == DB_NONE || age >= r->min_age) &&
	       (!r->dangerous || age >= r->danger_age) && (!r->sex || str_eq(r->sex, d->v.sex)) &&
	       d->v.minutes >= r->min_minutes && (r->training == DB_NONE || r->passed) &&
	       !r->closed && !r->opens_at && match_any(d->q->arena, r->skills, d->v.skills) &&
	       days_free(d, r) && days_available(d, r);
}

/* "here": the same community, "near": the same street; NULL. */
static const char *days_near(const struct days *d, const struct day_row *r)
{
	enum { COMMUNITY = 12, STREET = 9 };
	int same = d->region && r->region ? match_near(d->region, r->region) : 0;
	return same >= COMMUNITY ? "here" : same >= STREET ? "near" : NULL;
}

static void put_shift(struct days *d, struct node *n, const struct day_row *r)
{
	node_set(n, "no", r->no);
	node_set(n, "title", r->title);
	node_set(n, "starts_at", r->starts_at);
	node_set(n, "ends_at", r->ends_at);
	node_set(n, "place", r->place);
	node_set(n, "station", r->station);
	node_set(n, "category", r->category);
	node_set(n, "category_name", code_name("service_category", r->category));
	node_set(n, "mode", r->mode);
	node_set(n, "near", days_near(d, r));
	node_int(n, "wanted", r->wanted);
	node_int(n, "places", r->places);
	node_int(n, "closed", r->closed ? 1 : DB_NONE);
	node_set(n, "opens_at", r->opens_at);
	for (size_t i = 0; i < d->owns; i++)
		if (d->own[i].id == r->id) {
			node_set(n, "state", d->own[i].state);
			node_int(n, "line_no", d->own[i].line_no);
		}
}

static struct node *put_day(struct days *d, const char *day)
{
	int64_t at = 0;
	struct node *n = node_item(put_list(d->q, "Days"));
	(void)clock_parse_day(day, &at);
	node_set(n, "day", day);
	node_int(n, "left", clock_day_no(at) - clock_day_no(d->q->now));
	return n;
}

/* Rows of one day under one heading; what does not suit, or is not near, is left out where that
 * was asked. */
static void put_days(struct days *d, const struct day_row *v, size_t n)
{
	const char *day = "";
	struct node *of = NULL;
	int64_t shown = 0, open = 0;
	for (size_t i = 0; i < n; i++) {
		if ((d->suits && !days_suit(d, &v[i])) || (d->near && !days_near(d, &v[i])))
			continue;
		if (strncmp(day, v[i].starts_at, 10) != 0) {
			day = arena_fmt(d->q->arena, "%.10s", v[i].starts_at);
			of = put_day(d, day);
		}
		put_shift(d, node_item(node_child(of, "Shifts")), &v[i]);
		shown++;
		open += v[i].places > 0 && !v[i].closed && !v[i].opens_at;
	}
	put_int(d->q, "Count.shifts", shown);
	put_int(d->q, "Count.open", open);
}

static enum err days_viewer(struct days *d)
{
	struct rq *q = d->q;
	int64_t station;
	const char *now = clock_time(q->arena, q->now);
	if (!(q->who.roles & ROLE_VOLUNTEER)) {
		enum err e = station_around(q, &station);
		if (!e && station)
			e = db_text(&around_q, ARGS(A_(station)), &d->region);
		return e == ERR_NOT_FOUND ? OK : e;
	}
	enum err e = row_one(&viewer_q, ARGS(A_(q->person)), viewer_row_cols, &d->v);
	d->region = e ? NULL : d->v.region;
	if (!e)
		e = row_all(&own_q, ARGS(A_(now), A_(q->person)), own_row_cols, sizeof(*d->own),
			    &d->own, &d->owns);
	if (!e)
		e = row_all(&busy_q, ARGS(A_(now), A_(q->person)), busy_row_cols, sizeof(*d->busy),
			    &d->busy, &d->busies);
	return e;
}

/* The stretch of days that was asked for: today, this week, its weekend, else two weeks on. */
static void days_stretch(struct days *d)
{
	struct rq *q = d->q;
	int64_t today = 0, from;
	(void)clock_parse_day(clock_day(q->arena, q->now), &today);
	int64_t monday = today - (clock_day_no(today) + 3) % WEEK * DAY;
	d->first = today;
	d->until = today + AHEAD * DAY;
	if (str_eq(d->when, "today"))
		d->until = today + DAY;
	else if (str_eq(d->when, "week"))
		d->until = monday + WEEK * DAY;
	else if (str_eq(d->when, "weekend")) {
		d->first = monday + 5 * DAY > today ? monday + 5 * DAY : today;
		d->until = monday + WEEK * DAY;
	} else if (clock_parse_day(d->from, &from) && from >= today) {
		d->first = from;
		d->until = from + WEEK * DAY;
	}
}

/* What follows is found as this was: by the same category, and what suits or is near alone. */
static void days_next(struct days *d, const char *day, const char *past, bool cut)
{
	struct rq *q = d->q;
	/* Today, this week and its weekend end with their last day. */
	bool more = past || cut || !*d->when;
	put(q, "Following", more ? day : NULL);
	put(q, "FollowingUrl",
	    more ? arena_fmt(q->arena, "/recruit/?from=%s%s%s%s%s%s%s", url_encode(q->arena, day),
			     past ? "&past=" : "", past ? url_encode(q->arena, past) : "",
			     *d->category ? "&category=" : "", url_encode(q->arena, d->category),
			     d->suits ? "&suits=1" : "", d->near ? "&near=1" : "")
		 : NULL);
}

static enum err days_put(struct days *d)
{
	struct rq *q = d->q;
	struct day_row *v;
	size_t n = 0;
	const char *now = clock_time(q->arena, q->now);
	const char *first = clock_time(q->arena, d->first > q->now ? d->first : q->now);
	enum err e = days_viewer(d);
	if (!e)
		e = row_all(&days_q,
			    ARGS(A_(now), A_(now), A_(q->person), A_(first),
				 A_(clock_time(q->arena, d->until)), A_(d->category),
				 A_(d->category), A_(d->past), A_(d->past)),
			    day_row_cols, sizeof(*v), &v, &n);
	if (e)
		return e;
	/* A stretch that is too full goes on with the day that was cut, a day with its next one. */
	const char *past = NULL;
	bool cut_at = n > MOST;
	if (cut_at) {
		int64_t cut = 0;
		const char *last = arena_fmt(q->arena, "%.10s", v[MOST].starts_at);
		if (strncmp(last, v[0].starts_at, 10) != 0 && clock_parse_day(last, &cut))
			d->until = cut;
		n = MOST;
		past = cut ? NULL : v[MOST - 1].no;
		while (cut && n && strncmp(v[n - 1].starts_at, last, 10) == 0)
			n--;
	}
	put_days(d, v, n);
	days_next(d,
		  past ? arena_fmt(q->arena, "%.10s", v[n - 1].starts_at)
		       : clock_day(q->arena, d->until),
		  past, cut_at);
	return OK;
}

enum err recruit_list(struct rq *q)
{
	struct days d = { .q = q,
			  .when = str_or(query(q, "when"), ""),
			  .category = str_or(query(q, "category"), ""),
			  .from = str_or(query(q, "from"), ""),
			  .past = str_or(query(q, "past"), ""),
			  .suits = query(q, "suits") && (q->who.roles & ROLE_VOLUNTEER),
			  .near = query(q, "near") };
	const char *after = str_or(query(q, "after"), "");
	const char *today = clock_day(q->arena, q->now);
	days_stretch(&d);
	enum err e = code_load();
	if (!e)
		e = days_put(&d);
	if (!e)
		e = put_query(q, "Projects", &projects_q,
			      ARGS(A_(today), A_(today), A_(d.category), A_(d.category), A_(after),
				   A_(after)));
	if (!e)
		e = put_codes(q, "Categories", "service_category");
	if (e)
		return e;
	put(q, "Filter.category", d.category);
	put(q, "Filter.when", *d.when ? d.when : NULL);
	put_int(q, "Filter.suits", d.suits ? 1 : DB_NONE);
	put_int(q, "Filter.near", d.near ? 1 : DB_NONE);
	put_int(q, "Volunteer", q->who.roles & ROLE_VOLUNTEER ? 1 : DB_NONE);
	put_int(q, "Near", d.region ? 1 : DB_NONE);
	put_next(q, "Projects", PROJECTS, "no");
	reply_cache(q, SHARED_SECONDS);
	return page(q, "recruit/list.cs");
}
