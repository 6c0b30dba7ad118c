/* tally.c - the choices of a report that staff put together: of an address, of a kept one, of a
 * form; what they mean, and what is wrong with them. */
#include "tally.h"

#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "code.h"
#include "form.h"
#include "places.h"
#include "setting.h"
#include "when.h"

enum { DAY_SECONDS = 86400, FEW = 5 };

#define KEPT_COLS(X, T) \
	X(T, TEXT, rows, "k.rows_by") \
	X(T, TEXT, measure, "k.measure") \
	X(T, TEXT, period, "k.period") \
	X(T, TEXT, from, "k.from_on") \
	X(T, TEXT, until, "k.until_on") \
	X(T, TEXT, category, "k.category") \
	X(T, TEXT, team, "LOWER(HEX(t.uid))") \
	X(T, TEXT, evidence, "k.evidence") \
	X(T, TEXT, name, "k.name")
ROW_DEFINE(kept_row, KEPT_COLS);

static struct stmt kept_q = SQL(
	"SELECT " ROW_SELECT(KEPT_COLS)
	"  FROM tally k"
	"  LEFT JOIN team t ON t.id = k.team_id"
	" WHERE k.uid = UNHEX(?)"
	"   AND k.station_id <=> ?"
	"   AND k.region_code <=> ?");
#define TEAM_COLS(X, T) X(T, INT, id, "id") X(T, TEXT, name, "name")
ROW_DEFINE(team_row, TEAM_COLS);
static struct stmt team_q = SQL(
	"SELECT " ROW_SELECT(TEAM_COLS)
	"  FROM team"
	" WHERE uid = UNHEX(?)"
	"   AND station_id = ?");

/* The first day of the month so many months on. */
static const char *month_first(struct arena *a, int64_t months)
{
	return arena_fmt(a, "%04lld-%02lld-01", (long long)(months / 12),
			 (long long)(months % 12 + 1));
}

static int64_t month_of(const char *day)
{
	return strtoll(day, NULL, 10) * 12 + strtoll(day + 5, NULL, 10) - 1;
}

static void stretch(struct tally *t, struct arena *a, int64_t month, int64_t months)
{
	int64_t next = 0;
	t->from = month_first(a, month);
	if (clock_parse_day(month_first(a, month + months), &next))
		t->until = clock_day(a, next - DAY_SECONDS);
}

void tally_month(struct arena *a, struct tally *t, const char *month)
{
	struct tally m = *t;
	stretch(&m, a, month_of(month), 1);
	t->period = "own";
	t->from = strcmp(m.from, t->from) > 0 ? m.from : t->from;
	t->until = strcmp(m.until, t->until) < 0 ? m.until : t->until;
}

static void wrong(struct rq *q, struct tally *t, const char *field, const char *word)
{
	form_error(q, field, word);
	t->wrong = true;
}

static void own_days(struct rq *q, struct tally *t, const char *from, const char *until)
{
	t->from = day_read(q->arena, str_or(from, ""));
	t->until = day_read(q->arena, str_or(until, ""));
	if (!t->from)
		wrong(q, t, "from", "tally_day");
	if (!t->until)
		wrong(q, t, "to", "tally_day");
	if (t->from && t->until && strcmp(t->from, t->until) > 0)
		wrong(q, t, "to", "tally_days");
	/* Its sums are kept by month. */
	if (t->region && !t->wrong)
		stretch(t, q->arena, month_of(t->from), month_of(t->until) - month_of(t->from) + 1);
}

static void read_period(struct rq *q, struct tally *t, const char *from, const char *until)
{
	const char *today = clock_day(q->arena, q->now);
	int64_t year = clock_year(q->now), month = month_of(today);
	if (str_eq(t->period, "own"))
		own_days(q, t, from, until);
	else if (str_eq(t->period, "month"))
		stretch(t, q->arena, month, 1);
	else if (str_eq(t->period, "quarter"))
		stretch(t, q->arena, month - month % 3, 3);
	else if (str_eq(t->period, "year"))
		stretch(t, q->arena, year * 12, 12);
	else if (str_eq(t->period, "last_year"))
		stretch(t, q->arena, (year - 1) * 12, 12);
	else
		stretch(t, q->arena, month - 1, 1);
}

/* The value, one of the words; the first of them where none is given, or another one, which is
 * said. */
static const char *word_of(struct rq *q, struct tally *t, const char *field, const char *value,
			   const char *words)
{
	if (value && *value && str_in(value, words))
		return value;
	if (value && *value)
		wrong(q, t, field, "tally_choice");
	return arena_dup(q->arena, words, strcspn(words, ","));
}

static enum err read_only(struct rq *q, struct tally *t)
{
	struct team_row team;
	t->category = "";
	if (!*t->only)
		return OK;
	enum err e = t->region ? ERR_NOT_FOUND : code_load();
	if (!e && *t->only == 'c') {
		t->category = t->only + 1;
		t->only_name = code_name("service_category", t->category);
		e = t->only_name ? OK : ERR_NOT_FOUND;
	} else if (!e) {
		e = *t->only == 't' ? row_one(&team_q, ARGS(A_(t->only + 1), A_(t->station)),
					      team_row_cols, &team)
				    : ERR_NOT_FOUND;
		if (!e) {
			t->team = team.id;
			t->only_name = team.name;
		}
	}
	if (e != ERR_NOT_FOUND)
		return e;
	wrong(q, t, "only", "tally_choice");
	t->only = t->category = "";
	return OK;
}

void tally_whose(struct rq *q, struct tally *t)
{
	bool above = may(q, ROLE_OVERSEER);
	t->station = above ? DB_NONE : q->station;
	t->region = above ? str_or(q->who.region_code, "-") : NULL;
	t->like = above ? place_scope(q) : NULL;
}

/* Neither too much is looked at, nor too few people are told of. */
static enum err read_bounds(struct rq *q, struct tally *t)
{
	int64_t records = 0, volunteers = 0;
	enum err e = tally_bound(t, &records);
	if (!e && records > TALLY_RECORDS)
		wrong(q, t, "period", t->region ? "tally_wide" : "tally_long");
	if (e || !t->region)
		return e;
	e = setting_rule(DB_NONE, "small_number", FEW, &t->few);
	if (!e)
		e = tally_volunteers(t, &volunteers);
	if (!e && volunteers > 0 && volunteers < t->few)
		wrong(q, t, "rows", "tally_few");
	return e;
}

/* What a report is, said by words of whatever source. */
static enum err read_words(struct rq *q, struct tally *t, const struct kept_row *w)
{
	tally_whose(q, t);
	t->rows = word_of(q, t, "rows", w->rows,
			  t->region ? "station,month"
				    : "category,person,team,evidence,month,project,activity");
	t->measure = word_of(q, t, "measure", w->measure,
			     t->region ? "hours,times" : "hours,times,people");
	t->period = word_of(q, t, "period", w->period,
			    "last_month,month,quarter,year,last_year,own");
	t->evidence = word_of(q, t, "evidence", w->evidence,
			      t->region ? "" : ",scan,met,list,declared,backfill");
	if (!tally_counts_people(t) && str_eq(t->measure, "people"))
		wrong(q, t, "measure", "tally_people");
	read_period(q, t, w->from, w->until);
	enum err e = read_only(q, t);
	return e || t->wrong ? e : read_bounds(q, t);
}

static enum err read_kept(struct rq *q, struct tally *t, const char *ref)
{
	struct kept_row w;
	tally_whose(q, t);
	enum err e = row_one(&kept_q, ARGS(A_(ref), A_(t->station), A_(t->region)), kept_row_cols,
			     &w);
	if (e)
		return e;
	t->kept = ref;
	t->name = w.name;
	t->only = w.category ? arena_fmt(q->arena, "c%s", w.category)
		  : w.team   ? arena_fmt(q->arena, "t%s", w.team)
			     : "";
	return read_words(q, t, &w);
}

enum err tally_posted(struct rq *q, struct tally *t)
{
	struct kept_row w = { .rows = form_given(q, "rows"),
			      .measure = form_given(q, "measure"),
			      .period = form_given(q, "period"),
			      .from = form_given(q, "from"),
			      .until = form_given(q, "to"),
			      .evidence = form_given(q, "evidence") };
	*t = (struct tally){ .only = str_or(form_given(q, "only"), "") };
	return read_words(q, t, &w);
}

enum err tally_read(struct rq *q, struct tally *t)
{
	if (form_again(q))
		return tally_posted(q, t);
	*t = (struct tally){ .only = str_or(query(q, "only"), "") };
	if (query(q, "saved"))
		return read_kept(q, t, query(q, "saved"));
	struct kept_row w = { .rows = query(q, "rows"),
			      .measure = query(q, "measure"),
			      .period = query(q, "period"),
			      .from = query(q, "from"),
			      .until = query(q, "to"),
			      .evidence = query(q, "evidence") };
	return read_words(q, t, &w);
}

static void query_part(struct arena *a, struct buf *b, const char *name, const char *value)
{
	if (value && *value)
		buf_fmt(b, "%s%s=%s", b->n ? "&" : "", name, url_encode(a, value));
}

const char *tally_query(struct arena *a, const struct tally *t)
{
	struct buf b = { .arena = a };
	bool own = str_eq(t->period, "own");
	if (t->kept) {
		query_part(a, &b, "saved", t->kept);
		return b.p;
	}
	query_part(a, &b, "rows", t->rows);
	query_part(a, &b, "measure", t->measure);
	query_part(a, &b, "period", t->period);
	query_part(a, &b, "from", own ? t->from : NULL);
	query_part(a, &b, "to", own ? t->until : NULL);
	query_part(a, &b, "only", t->only);
	query_part(a, &b, "evidence", t->evidence);
	return b.p;
}

bool tally_counts_people(const struct tally *t)
{
	return !t->region && !str_eq(t->rows, "person");
}
