/* series.c - a series is written down, looked at day by day, and made in one deed. */
#include "series.h"

#include <string.h>

#include "clock.h"
#include "secret.h"

static struct stmt add_q = SQL(
	"INSERT INTO series (uid, station_id, project_id, title, every, on_holiday, short_month,"
	"       first_on, until_on, made_by, made_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt same_q = SQL(
	"SELECT LOWER(HEX(uid))"
	"  FROM series"
	" WHERE uid = ?"
	"   AND station_id = ?");

static enum err series_page(struct rq *q)
{
	enum err e = plan_choices(q);
	form_key(q, "series");
	return e ? e : page(q, "activity/series_new.cs");
}

enum err series_new(struct rq *q)
{
	if (form_again(q))
		return series_page(q);
	enum err e = plan_start(q);
	put(q, "Form.every", "week");
	put(q, "Form.on_holiday", "skip");
	put(q, "Form.short_month", "last");
	put(q, "Form.every_is.week", "1");
	put(q, "Form.on_holiday_is.skip", "1");
	put(q, "Form.short_month_is.last", "1");
	return e ? e : series_page(q);
}

static void series_rules(struct series *s)
{
	struct rq *q = s->q;
	int64_t first = 0, until = 0;
	if (!str_in(s->in.every, "week,fortnight,month,nth"))
		form_error(q, "every", "unknown_code");
	if (!str_in(s->in.on_holiday, "skip,later,keep"))
		form_error(q, "on_holiday", "unknown_code");
	if (!str_in(s->in.short_month, "last,skip"))
		form_error(q, "short_month", "unknown_code");
	(void)clock_parse_day(s->in.day, &first);
	(void)clock_parse_day(s->in.until, &until);
	if (until < first)
		form_error(q, "until", "until_before");
	else if (until - first > SERIES_SPAN_DAYS * 86400LL)
		form_error(q, "until", "series_year");
}

#define SAME_(T, kind, name, min, max) s->p.in.name = s->in.name;

static enum err series_read(struct series *s)
{
	struct rq *q = s->q;
	if (!form_read(q, series_in_fields, &s->in))
		return OK;
	PLAN_IN(SAME_, )
	/* What is over is no series: each of it is proved for itself. */
	s->p.in.past = 0;
	enum err e = plan_times(&s->p) ? plan_words(&s->p) : OK;
	series_rules(s);
	return e || !form_ok(q) ? e : series_days(s);
}

/* Each that is ticked is one that may be; at least one. */
static size_t series_ticked(struct series *s)
{
	struct rq *q = s->q;
	size_t found = 0;
	for (size_t i = 0; i < s->n; i++)
		found += s->v[i].may && form_ticked(q, "days", series_code(q->arena, s->v[i].day));
	if (!s->in.days.n)
		form_error(q, "days", "days_none");
	else if (found != s->in.days.n)
		form_error(q, "days", "days_changed");
	return found;
}

/* Whose number was used is written down, and the activities as from and to. */
static enum err series_audit(struct series *s, size_t made, const char *first)
{
	const char *lead = s->p.leader != DB_NONE ? s->p.asked.no : "";
	return audit(&s->q->actor, "series.add", "series", s->id,
		     arena_fmt(s->q->arena, "%zu %s %s %s", made, first, s->p.no, lead));
}

static enum err series_make(void *ctx)
{
	struct series *s = ctx;
	struct rq *q = s->q;
	const char *first = NULL;
	size_t made = 0;
	enum err e = db_exec(&add_q,
			     ARGS(A_(s->uid), A_(q->station), A_(s->p.project), A_(s->in.title),
				  A_(s->in.every), A_(s->in.on_holiday), A_(s->in.short_month),
				  A_(s->in.day), A_(s->in.until), A_(q->staff),
				  A_(actor_time(&q->actor))),
			     &s->id);
	s->p.series = s->id;
	for (size_t i = 0; !e && i < s->n; i++) {
		const struct series_day *d = &s->v[i];
		if (!d->may || !form_ticked(q, "days", series_code(q->arena, d->day)))
			continue;
		s->p.in.day = d->day;
		s->p.uid = secret_uid(q->arena);
		if (!plan_times(&s->p))
			return ERR_FORM;
		e = plan_put(&s->p);
		first = first ? first : s->p.no;
		made++;
	}
	return e ? e : series_audit(s, made, first);
}

enum err series_add(struct rq *q)
{
	struct series *s = arena_array(q->arena, 1, sizeof(*s));
	s->q = s->p.q = q;
	enum err e = series_read(s);
	if (!e && !form_ok(q))
		e = ERR_FORM;
	if (e)
		return e;
	form_keep(q);
	bool make = str_eq(s->in.step, "make");
	if (make)
		(void)series_ticked(s);
	e = put_series_days(s, make);
	form_also(q, "Days,Makes,Looked,NoCalendar");
	if (!e && !make)
		return series_page(q);
	if (!e && !form_ok(q))
		e = ERR_FORM;
	if (!e)
		e = form_key_uid(q, "series", &s->uid);
	if (!e)
		e = db_tx(series_make, s);
	const char *uid = e ? NULL : hex_encode(q->arena, s->uid);
	if (e == ERR_DUPLICATE)
		e = db_text(&same_q, ARGS(A_(s->uid), A_(q->station)), &uid);
	return e ? e : see(q, "/activity/manage/series/%s?done=series_made", uid);
}
