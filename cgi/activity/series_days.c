/* series_days.c - the days of a series: which there are, which fall on a holiday, outside the
 * project, or on something that is there already. */
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "recur.h"
#include "series.h"
#include "workday.h"

/* No holiday is longer. */
enum { MOVED_DAYS = 15, DAY = 86400 };

static struct stmt project_q = SQL(
	"SELECT starts_on, ends_on"
	"  FROM project"
	" WHERE id = ?");
/* The same place or the same name at that time of the day. */
static struct stmt others_q = SQL(
	"SELECT a.no, a.title, DATE(a.starts_at) AS day"
	"  FROM activity a"
	" WHERE a.station_id = ?"
	"   AND a.starts_at >= ?"
	"   AND a.starts_at < DATE(?) + INTERVAL 16 DAY"
	"   AND a.state <> 'cancelled'"
	"   AND (a.place = ? OR a.title = ?)"
	"   AND a.starts_at < DATE(a.starts_at) + INTERVAL ? MINUTE"
	"   AND a.ends_at > DATE(a.starts_at) + INTERVAL ? MINUTE"
	" ORDER BY a.starts_at, a.id"
	" LIMIT 400");
static struct stmt calendar_q = SQL(
	"SELECT COUNT(*)"
	"  FROM holiday"
	" WHERE day BETWEEN ? AND ?"
	"   AND kind = 'off'");

const char *series_code(struct arena *a, const char *day)
{
	return arena_fmt(a, "%.4s%.2s%.2s", day, day + 5, day + 8);
}

static const char *next_day(struct arena *a, const char *day)
{
	int64_t at = 0;
	(void)clock_parse_day(day, &at);
	return clock_day(a, at + DAY);
}

static bool day_off(const struct holidays *h, const char *day)
{
	const struct holiday_row *r = holiday_of(h, day);
	return r && str_eq(r->kind, "off");
}

static bool series_has(const struct recur_day *v, size_t n, const char *day)
{
	for (size_t i = 0; i < n; i++)
		if (!v[i].none && str_eq(v[i].day, day))
			return true;
	return false;
}

/* On a holiday: left out, or on the first day behind it that is nothing else. */
static void day_on_holiday(struct series *s, const struct holidays *h, const struct recur_day *v,
			   size_t n, struct series_day *d)
{
	const char *rule = s->in.on_holiday, *day = d->day;
	d->name = holiday_of(h, day)->name;
	if (str_eq(rule, "keep")) {
		d->word = "holiday_kept";
		return;
	}
	d->word = "holiday";
	d->may = false;
	if (!str_eq(rule, "later"))
		return;
	for (int i = 0; i < MOVED_DAYS && day_off(h, day); i++)
		day = next_day(s->q->arena, day);
	if (day_off(h, day) || series_has(v, n, day) || strcmp(day, s->in.until) > 0)
		return;
	d->from = d->day;
	d->day = day;
	d->word = "moved";
	d->may = true;
}

static struct series_day day_look(struct series *s, const struct holidays *h,
				  const struct recur_day *v, size_t n, size_t i)
{
	struct series_day d = { .day = v[i].day, .may = !v[i].none };
	if (v[i].small)
		d.word = v[i].none ? "no_such_day" : "month_end";
	if (d.may && day_off(h, d.day))
		day_on_holiday(s, h, v, n, &d);
	else if (d.may && holiday_of(h, d.day) && !d.word)
		d.word = str_eq(holiday_of(h, d.day)->kind, "work") ? "work_day" : NULL;
	bool early = s->project_from && strcmp(d.day, s->project_from) < 0;
	bool late = s->project_to && strcmp(d.day, s->project_to) > 0;
	if (d.may && (early || late)) {
		d.word = early ? "before_project" : "after_project";
		d.may = false;
	}
	return d;
}

static enum err project_row(void *ctx, const struct row *r)
{
	struct series *s = ctx;
	s->project_from = arena_str(s->q->arena, r->cells[0].text);
	s->project_to = arena_str(s->q->arena, r->cells[1].text);
	return OK;
}

static enum err other_row(void *ctx, const struct row *r)
{
	struct series *s = ctx;
	for (size_t i = 0; i < s->n; i++)
		if (s->v[i].may && !s->v[i].other_no && str_eq(s->v[i].day, r->cells[2].text)) {
			s->v[i].other_no = arena_str(s->q->arena, r->cells[0].text);
			s->v[i].other_title = arena_str(s->q->arena, r->cells[1].text);
		}
	return OK;
}

static int64_t minutes_of(const char *time)
{
	return strtol(time + 11, NULL, 10) * 60 + strtol(time + 14, NULL, 10);
}

enum err series_days(struct series *s)
{
	struct rq *q = s->q;
	struct recur_day *v;
	struct holidays h;
	const struct recur rule = { s->in.every, s->in.day, s->in.until,
				    str_eq(s->in.short_month, "last") };
	size_t n = recur_days(q->arena, &rule, SERIES_MOST + 1, &v);
	if (n > SERIES_MOST) {
		form_error(q, "until", "series_long");
		return OK;
	}
	int64_t until = 0;
	(void)clock_parse_day(s->in.until, &until);
	const char *end = clock_day(q->arena, until + MOVED_DAYS * DAY);
	enum err e = holidays_read(q->station, s->in.day, end, &h);
	if (!e)
		e = db_each(&project_q, ARGS(A_(s->p.project)), project_row, s);
	if (e)
		return e;
	s->n = n;
	for (size_t i = 0; i < n; i++)
		s->v[i] = day_look(s, &h, v, n, i);
	int64_t begins = minutes_of(s->p.starts), ends = minutes_of(s->p.ends);
	return db_each(&others_q,
		       ARGS(A_(q->station), A_(s->in.day), A_(s->in.until), A_(s->in.place),
			    A_(s->in.title), A_(ends ? ends : 1440), A_(begins)),
		       other_row, s);
}

/* What the notice of the State Council has not said yet nobody can go round. */
static enum err put_no_calendar(struct series *s)
{
	struct rq *q = s->q;
	long last = strtol(s->in.until, NULL, 10);
	for (long year = strtol(s->in.day, NULL, 10); year <= last; year++) {
		int64_t n;
		enum err e = db_int(&calendar_q,
				    ARGS(A_(arena_fmt(q->arena, "%ld-01-01", year)),
					 A_(arena_fmt(q->arena, "%ld-12-31", year))),
				    &n);
		if (e)
			return e;
		if (!n)
			node_int(node_item(put_list(q, "NoCalendar")), "year", year);
	}
	return OK;
}

enum err put_series_days(struct series *s, bool asked)
{
	struct rq *q = s->q;
	int64_t made = 0;
	for (size_t i = 0; i < s->n; i++) {
		const struct series_day *d = &s->v[i];
		struct node *n = node_item(put_list(q, "Days"));
		const char *code = series_code(q->arena, d->day);
		bool on = d->may && (asked ? form_ticked(q, "days", code) : !d->other_no);
		node_set(n, "day", d->day);
		node_set(n, "code", d->may ? code : NULL);
		if (str_eq(d->word, "no_such_day"))
			node_set(n, "month", arena_fmt(q->arena, "%.7s", d->day));
		node_set(n, "from", d->from);
		node_set(n, "word", d->word);
		node_set(n, "name", d->name);
		node_set(n, "other_no", d->other_no);
		node_set(n, "other_title", d->other_title);
		node_set(n, "on", on ? "1" : NULL);
		made += on;
	}
	put_int(q, "Makes", made);
	put_int(q, "Looked", (int64_t)s->n);
	return str_eq(s->in.on_holiday, "keep") ? OK : put_no_calendar(s);
}
