/* tally_page.c - 自选报表: a report of at most five choices, on the page with its sums and chart, on
 * paper, as a file; and what can be chosen. */
#include "chart.h"
#include "code.h"
#include "form.h"
#include "list.h"
#include "station.h"
#include "tally.h"

enum { BARS = 15, PAGES = 1000, TEAMS = 100 };

static struct stmt teams_q = SQL(
	"SELECT CONCAT('t', LOWER(HEX(uid))) AS code, name"
	"  FROM team FORCE INDEX (team_station)"
	" WHERE station_id = ?"
	"   AND state IN ('approved', 'stopped')"
	" ORDER BY id"
	" LIMIT ?");
static struct stmt kept_q = SQL(
	"SELECT LOWER(HEX(uid)) AS uid, name"
	"  FROM tally"
	" WHERE station_id <=> ?"
	"   AND region_code <=> ?"
	" ORDER BY name"
	" LIMIT ?");
static struct stmt region_q = SQL(
	"SELECT code, full_name"
	"  FROM region"
	" WHERE code = ?");

struct showing {
	struct rq *q;
	const struct tally *t;
	struct node *rows; /* NULL: none came */
	struct chart_bar bars[BARS];
	size_t n;
	struct tally_sum all;
};

/* Where a row leads: to what it names, or to who served in it. */
static const char *row_href(struct showing *s, const struct row *r)
{
	struct arena *a = s->q->arena;
	const struct tally *t = s->t;
	const char *key = r->cells[TALLY_NAME].text, *no = r->cells[TALLY_NO].text;
	struct tally to = *t;
	if (t->region) {
		if (no)
			return arena_fmt(a, "/station/places/%s", url_encode(a, no));
		to.kept = NULL;
		to.rows = "station";
		tally_month(a, &to, key);
		return arena_fmt(a, "/station/tally?%s", tally_query(a, &to));
	}
	if (str_in(t->rows, "category,evidence,month")) {
		to.kept = NULL;
		to.rows = "person";
		to.measure = str_eq(t->measure, "people") ? "hours" : t->measure;
		if (str_eq(t->rows, "category"))
			to.only = arena_fmt(a, "c%s", key);
		else if (str_eq(t->rows, "evidence"))
			to.evidence = arena_str(a, key);
		else
			tally_month(a, &to, key);
		/* There is one choice for category and team. */
		return str_eq(t->rows, "category") && t->team
			       ? NULL
			       : arena_fmt(a, "/station/tally?%s", tally_query(a, &to));
	}
	if (!r->cells[TALLY_HOME].text || tally_cell(r, TALLY_HOME) != t->station)
		return NULL;
	if (str_eq(t->rows, "team"))
		return arena_fmt(a, "/team/desk/%s", r->cells[TALLY_REF].text);
	return !no ? NULL
		   : arena_fmt(a, "%s%s",
			       str_eq(t->rows, "person")    ? "/account/volunteers/"
			       : str_eq(t->rows, "project") ? "/project/"
							    : "/activity/manage/",
			       url_encode(a, no));
}

static int64_t led_by(const struct tally *t, const struct tally_sum *s)
{
	return str_eq(t->measure, "hours")   ? s->minutes
	       : str_eq(t->measure, "times") ? s->times
					     : s->people;
}

static void put_sum(struct arena *a, struct node *n, const struct tally *t,
		    const struct tally_sum *s)
{
	node_set(n, "hours", hours_text(a, s->minutes));
	node_int(n, "times", s->times);
	if (tally_counts_people(t))
		node_int(n, "people", s->people);
}

static enum err take_row(void *ctx, const struct row *r)
{
	struct showing *s = ctx;
	struct arena *a = s->q->arena;
	struct tally_sum sum = { tally_cell(r, TALLY_ROWS), tally_cell(r, TALLY_MINUTES),
				 tally_cell(r, TALLY_TIMES), tally_cell(r, TALLY_PEOPLE) };
	if (!s->rows)
		s->rows = put_list(s->q, "Rows");
	struct node *n = node_item(s->rows);
	const char *name = arena_str(a, tally_name(s->t, r));
	node_set(n, "name", name);
	if (tally_numbered(s->t))
		node_set(n, "no", r->cells[TALLY_NO].text);
	if (str_eq(s->t->rows, "activity"))
		node_set(n, "day", r->cells[TALLY_REF].text);
	node_set(n, "href", row_href(s, r));
	s->all.rows = sum.rows;
	if (tally_few(s->t, r)) {
		node_int(n, "small", 1);
		return OK;
	}
	put_sum(a, n, s->t, &sum);
	if (s->n < BARS)
		s->bars[s->n++] = (struct chart_bar){ name, led_by(s->t, &sum) };
	return OK;
}

static const char *words(struct rq *q, const char *list, const char *word)
{
	return str_or(lang(arena_fmt(q->arena, "State.%s.%s", list, word)), word);
}

static void put_chart(struct showing *s)
{
	struct rq *q = s->q;
	const char *by = words(q, "tally_rows_by", s->t->rows),
		   *what = words(q, "tally_measure", s->t->measure);
	struct chart c = { .id = "tally",
			   .title = s->all.rows > BARS ? arena_fmt(q->arena, "%s %s %s", by, what,
								   lang("station.tally_first"))
						       : arena_fmt(q->arena, "%s %s", by, what),
			   .unit = str_eq(s->t->measure, "hours") ? 60 : 1,
			   .bars = s->bars,
			   .n = s->n };
	chart_put(q->arena, put_list(q, "Chart"), &c);
}

/* Page.List, as a declared list has it. */
static void put_ways(struct showing *s, const char *as, int64_t page, int64_t shown)
{
	struct rq *q = s->q;
	struct node *list = put_list(q, "List");
	const char *query = tally_query(q->arena, s->t);
	static const char *const files[] = { "xlsx", "csv", "print" };
	node_int(list, "total", s->all.rows);
	node_int(list, "shown", shown);
	for (size_t i = 0; shown && i < sizeof(files) / sizeof(files[0]); i++)
		node_set(list, files[i],
			 arena_fmt(q->arena, "/station/tally?%s&as=%s", query, files[i]));
	if (as)
		node_set(list, "all", "1");
	if (!as && page > 1)
		node_set(list, "prev",
			 arena_fmt(q->arena, "/station/tally?%s&page=%lld", query,
				   (long long)page - 1));
	if (!as && page * LIST_ROWS < s->all.rows && page < PAGES)
		node_set(list, "next",
			 arena_fmt(q->arena, "/station/tally?%s&page=%lld", query,
				   (long long)page + 1));
}

static enum err put_tally(struct rq *q, const struct tally *t, const char *as)
{
	int64_t page = as ? 1 : query_int(q, "page", 1, 1, PAGES);
	struct showing s = { .q = q, .t = t };
	struct tally_sum all = { 0 };
	enum err e = tally_total(t, &all);
	if (!e && all.times)
		e = tally_rows(t, as ? LIST_PRINTED : LIST_ROWS, (page - 1) * LIST_ROWS, take_row,
			       &s);
	if (e)
		return e;
	int64_t shown = s.rows ? (int64_t)node_count(s.rows) : 0;
	if (shown)
		put_sum(q->arena, put_list(q, "Sum"), t, &all);
	if (page == 1 && shown)
		put_chart(&s);
	put_ways(&s, as, page, shown);
	put(q, "From", t->from);
	put(q, "Until", t->until);
	return OK;
}

static void put_choices(struct rq *q, const struct tally *t)
{
	struct node *f = put_list(q, "Filter");
	bool own = str_eq(t->period, "own");
	node_set(f, "rows", t->rows);
	node_set(f, "measure", t->measure);
	node_set(f, "period", t->period);
	node_set(f, "from", own ? t->from : NULL);
	node_set(f, "to", own ? t->until : NULL);
	node_set(f, "only", t->only);
	node_set(f, "evidence", t->evidence);
	if (tally_numbered(t))
		put_int(q, "Numbered", 1);
	if (tally_counts_people(t))
		put_int(q, "Counted", 1);
	put(q, "Name", t->name);
	put(q, "Only", t->only_name);
}

/* Categories and teams, of which one alone can be looked at. */
static enum err put_only(struct rq *q, int64_t station)
{
	enum err e = put_codes(q, "Categories", "service_category");
	return e ? e : put_query(q, "Teams", &teams_q, ARGS(A_(station), A_((int64_t)TEAMS)));
}

enum err tally_show(struct rq *q)
{
	struct tally t;
	const char *as = str_in(query(q, "as"), "print,xlsx,csv") ? query(q, "as") : NULL;
	enum err e = tally_read(q, &t);
	if (!e)
		e = t.region ? put_one(q, "Region", &region_q, ARGS(A_(t.region)))
			     : put_only(q, t.station);
	if (!e)
		e = put_query(q, "Kept", &kept_q,
			      ARGS(A_(t.station), A_(t.region), A_((int64_t)TALLY_KEPT)));
	if (!e && as && !str_eq(as, "print") && !t.wrong)
		return tally_file(q, &t, as);
	if (!e && !t.wrong)
		e = put_tally(q, &t, as);
	if (e)
		return e;
	put_choices(q, &t);
	form_key(q, "tally");
	return page(q, "station/tally.cs");
}
