/*
 * overseer.c - what looks odd: warning signs and hours that are late, by station; and the calendar
 * of working days that deadlines are counted by.
 */
#include "activity.h"
#include "clock.h"
#include "holiday.h"
#include "region.h"
#include "rules.h"
#include "signs.h"
#include "workday.h"

#define HOLIDAY_IN(X, T) \
	X(T, DAY, day, 1, 10) \
	X(T, WORD, kind, 1, 4) \
	X(T, STR, name, 1, 40) \
	X(T, STR, source, 1, 60)
FORM_DEFINE(holiday_in, HOLIDAY_IN);
#define REMOVE_IN(X, T) X(T, DAY, day, 1, 10)
FORM_DEFINE(remove_in, REMOVE_IN);

#define SUM_OF(word, usual) ", SUM(n." #word ") AS " #word
/* No names: stations and how many records bear which sign. */
static struct stmt flags_q = SQL(
	"SELECT s.no, s.name, SUM(n.records) AS records, SUM(n.flagged) AS flagged,"
	"       ROUND(SUM(n.backfill) * 100 / SUM(n.records), 1) AS backfill_rate"
	"       " RULES_SIGNS(SUM_OF)
	"  FROM station s"
	" STRAIGHT_JOIN activity_count n FORCE INDEX (activity_count_day)"
	"       ON n.station_id = s.id AND n.day >= ?"
	" WHERE s.region_code LIKE ?"
	" GROUP BY s.id"
	" HAVING records > 0"
	" ORDER BY flagged DESC, s.no"
	" LIMIT 500");
static struct stmt overdue_q = SQL(
	"SELECT s.no, s.name, COUNT(*) AS activities, MIN(a.record_due_on) AS oldest"
	"  FROM activity a"
	"  JOIN station s ON s.id = a.station_id"
	" WHERE a.state IN ('running', 'recording')"
	"   AND a.record_due_on < ?"
	"   AND s.region_code LIKE ?"
	" GROUP BY s.id"
	" ORDER BY activities DESC, s.no"
	" LIMIT 500");
/* The country's days, and what the own region says of them. */
static struct stmt holidays_q = SQL(
	"SELECT h.day, h.kind, h.name, h.source, h.region_code <> '' AS own"
	"  FROM holiday h"
	" WHERE h.day >= ?"
	"   AND h.kind <> 'none'"
	"   AND (h.region_code = ? OR (h.region_code = '' AND NOT EXISTS (SELECT 1 FROM holiday o"
	"       WHERE o.day = h.day AND o.region_code = ?)))"
	" ORDER BY h.day"
	" LIMIT 400");
/* The row stays and says that in this region the day is one as any other. */
static struct stmt remove_q = SQL(
	"INSERT INTO holiday (day, region_code, within, kind, name, source)"
	" SELECT h.day, ?, ?, 'none', h.name, h.source"
	"  FROM holiday h"
	" WHERE h.day = ?"
	"   AND h.kind <> 'none'"
	"   AND (h.region_code = ? OR (h.region_code = '' AND NOT EXISTS (SELECT 1 FROM holiday o"
	"       WHERE o.day = h.day AND o.region_code = ?)))"
	"    ON DUPLICATE KEY UPDATE kind = 'none'");
static struct stmt stations_q = SQL(
	"SELECT id"
	"  FROM station"
	" WHERE region_code LIKE ?"
	" ORDER BY id"
	" LIMIT 5000");

static struct stmt region_q = SQL(
	"SELECT code, name"
	"  FROM region"
	" WHERE code = ?");

/* ?in=code: a part of the own region. */
enum err flags_show(struct rq *q)
{
	const char *since = signs_since(q), *own = str_or(q->who.region_code, "-");
	const char *in = str_or(query(q, "in"), own), *region = region_prefix(q->arena, in);
	const char *today = clock_day(q->arena, q->now);
	if (!region_within(in, own))
		return ERR_NOT_FOUND;
	put(q, "Since", since);
	enum err e = str_eq(in, own) ? OK : put_one(q, "Region", &region_q, ARGS(A_(in)));
	if (!e)
		e = put_query(q, "Stations", &flags_q, ARGS(A_(since), A_(region)));
	if (!e)
		e = put_query(q, "Overdue", &overdue_q, ARGS(A_(today), A_(region)));
	return e ? e : page(q, "activity/flags.cs");
}

enum err holidays(struct rq *q)
{
	const char *from = arena_fmt(q->arena, "%d-01-01", clock_year(q->now));
	const char *region = str_or(q->who.region_code, "-");
	enum err e = put_query(q, "Days", &holidays_q, ARGS(A_(from), A_(region), A_(region)));
	int64_t missing = DB_NONE;
	if (!e)
		e = holiday_missing(&q->actor, str_or(q->who.region_code, "-"), &missing);
	put_int(q, "Missing", missing);
	put_int(q, "Next", clock_year(q->now) + 1);
	return e ? e : page(q, "activity/holidays.cs");
}

struct change {
	struct rq *q;
	const struct holiday_in *in;
	const char *day, *region, *within; /* the overseer's own; a pattern for what lies in it */
};

struct telling {
	struct change *c;
	const char *action, *detail;
};

static enum err holiday_tell_one(void *ctx, const struct row *r)
{
	const struct telling *t = ctx;
	struct actor by = t->c->q->actor;
	by.station = r->cells[0].i;
	return audit(&by, t->action, "holiday", 0, t->detail);
}

/* Its deadlines move: each station of the region finds that in its own trail. */
static enum err holiday_tell(struct change *c, const char *action, const char *detail)
{
	struct telling t = { c, action, detail };
	return db_each(&stations_q, ARGS(A_(c->within)), holiday_tell_one, &t);
}

static enum err holiday_put(void *ctx)
{
	struct change *c = ctx;
	struct holiday_day day = { c->in->day, c->in->name, str_eq(c->in->kind, "work") };
	enum err e = holiday_store(&day, 1, c->in->source, c->region, c->within);
	return e ? e
		 : holiday_tell(
			   c, "holiday.save",
			   arena_fmt(c->q->arena, "%s %s %s", c->region, c->in->day, c->in->kind));
}

static struct change holiday_change(struct rq *q)
{
	const char *region = str_or(q->who.region_code, "-");
	return (struct change){ .q = q,
				.region = region,
				.within = region_prefix(q->arena, region) };
}

enum err holiday_save(struct rq *q)
{
	struct holiday_in in;
	if (form_read(q, holiday_in_fields, &in) && !str_in(in.kind, "off,work"))
		form_error(q, "kind", "unknown_code");
	if (!form_ok(q))
		return ERR_FORM;
	struct change c = holiday_change(q);
	c.in = &in;
	enum err e = db_tx(holiday_put, &c);
	return e ? e : see(q, "/activity/holidays?done=saved");
}

#define NOTICE_IN(X, T) \
	X(T, INT, year, 2016, 2100) \
	X(T, TEXT, notice, 10, 5000) \
	X(T, STR, notice_source, 1, 60)
FORM_DEFINE(notice_in, NOTICE_IN);

struct pasting {
	struct change c;
	struct notice_in in;
	struct holiday_day *days;
	size_t n;
};

static enum err notice_put(void *ctx)
{
	struct pasting *p = ctx;
	enum err e = holiday_store(p->days, p->n, p->in.notice_source, p->c.region, p->c.within);
	return e ? e
		 : holiday_tell(&p->c, "holiday.save",
				arena_fmt(p->c.q->arena, "%s %s %zu", p->c.region, p->days[0].day,
					  p->n));
}

/* The yearly notice as it was published, pasted: all its days at once. */
enum err holiday_paste(struct rq *q)
{
	struct pasting p = { .c = holiday_change(q) };
	if (form_read(q, notice_in_fields, &p.in)) {
		p.n = holiday_read(q->arena, (int)p.in.year, p.in.notice, &p.days);
		if (p.n < HOLIDAY_ENOUGH)
			form_error(q, "notice", "notice_unread");
	}
	if (!form_ok(q))
		return ERR_FORM;
	enum err e = db_tx(notice_put, &p);
	return e ? e : see(q, "/activity/holidays?done=saved");
}

static enum err holiday_drop(void *ctx)
{
	struct change *c = ctx;
	enum err e = db_change(&remove_q, ARGS(A_(c->region), A_(c->within), A_(c->day),
					       A_(c->region), A_(c->region)));
	return e ? e
		 : holiday_tell(c, "holiday.remove",
				arena_fmt(c->q->arena, "%s %s", c->region, c->day));
}

enum err holiday_remove(struct rq *q)
{
	struct remove_in in;
	if (!form_read(q, remove_in_fields, &in))
		return ERR_BAD_REQUEST;
	struct change c = holiday_change(q);
	c.day = in.day;
	enum err e = db_tx(holiday_drop, &c);
	return e ? e : see(q, "/activity/holidays?done=deleted");
}
