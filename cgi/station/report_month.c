/* report_month.c - 月统计表: a month of a station beside the month before and the same month of the
 * year before; on the screen, as XLSX, and on paper for 填表人 and 负责人 to sign. */
#include <stdlib.h>
#include <string.h>

#include "audit.h"
#include "clock.h"
#include "code.h"
#include "report_sum.h"
#include "sheet.h"
#include "station.h"

enum { YEARS_BACK = 5, MONTHS = 12, CHOICES = 36 };

static const char *month_first(struct arena *a, int64_t month)
{
	return arena_fmt(a, "%04lld-%02lld-01", (long long)(month / MONTHS),
			 (long long)(month % MONTHS + 1));
}

static const char *month_short(struct arena *a, int64_t month)
{
	return arena_fmt(a, "%.7s", month_first(a, month));
}

/* "2026-11" as a number of months; DB_NONE: none. */
static int64_t month_read(const char *text)
{
	int64_t at;
	char day[11] = "";
	if (!text || strlen(text) != 7)
		return DB_NONE;
	memcpy(day, text, 7);
	memcpy(day + 7, "-01", 3);
	return clock_parse_day(day, &at)
		       ? strtoll(day, NULL, 10) * MONTHS + strtoll(day + 5, NULL, 10) - 1
		       : DB_NONE;
}

struct months {
	int64_t now, asked;
	struct node *this, *before, *last, *categories;
};

static enum err month_sum(struct rq *q, int64_t month, struct node *to)
{
	struct stretch s = { q->station, month_first(q->arena, month),
			     month_first(q->arena, month + 1) };
	return report_sum(&s, to);
}

static enum err months_read(struct rq *q, struct months *m)
{
	m->now = month_read(arena_fmt(q->arena, "%.7s", clock_day(q->arena, q->now)));
	m->asked = month_read(query(q, "month"));
	if (m->asked == DB_NONE || m->asked > m->now || m->asked < m->now - YEARS_BACK * MONTHS)
		m->asked = m->now;
	m->this = put_list(q, "_Now");
	m->before = put_list(q, "_Before");
	m->last = put_list(q, "_Last");
	m->categories = put_list(q, "_Categories");
	struct stretch s = { q->station, month_first(q->arena, m->asked),
			     month_first(q->arena, m->asked + 1) };
	enum err e = month_sum(q, m->asked, m->this);
	if (!e)
		e = month_sum(q, m->asked - 1, m->before);
	if (!e)
		e = month_sum(q, m->asked - MONTHS, m->last);
	if (!e)
		e = report_categories(&s, m->categories);
	return e ? e : code_load();
}

static void month_row(struct sheet *s, struct node *n)
{
	struct arena *a = db_arena();
	sheet_row(s);
	sheet_text(s, lang(arena_fmt(a, "station.FigureGroup.%s", node_get(n, "group"))));
	sheet_text(s, lang(arena_fmt(a, "station.Figure.%s", node_get(n, "name"))));
	sheet_text(s, node_get(n, "now"));
	sheet_text(s, node_get(n, "before"));
	sheet_text(s, node_get(n, "last"));
}

/* The same rows as the page has, and the categories under them. */
static enum err month_file(struct rq *q, const struct months *m)
{
	static const char *const heads[] = { "figure_group", "figure", "this_month", "month_before",
					     "month_last" };
	struct sheet *s;
	FILE *f;
	size_t n;
	const char *month = month_short(q->arena, m->asked);
	enum err e = sheet_begin(q->arena, SHEET_XLSX, lang("station.month_table"), &s);
	if (e)
		return e;
	for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]); i++)
		sheet_head(s, lang(arena_fmt(q->arena, "station.%s", heads[i])));
	for (struct node *r = node_first(put_list(q, "Figures")); r; r = node_next(r))
		month_row(s, r);
	for (struct node *r = node_first(put_list(q, "Categories")); r; r = node_next(r)) {
		sheet_row(s);
		sheet_text(s, lang("station.report_categories"));
		sheet_text(s, node_get(r, "category_name"));
		sheet_text(s, node_get(r, "hours"));
	}
	e = sheet_end(s, &f, &n);
	if (!e)
		e = audit(&q->actor, "month_table.export", "station", q->station, month);
	if (e)
		return e;
	reply_stream(q, sheet_type(SHEET_XLSX), arena_fmt(q->arena, "month-%s.xlsx", month),
		     arena_fmt(q->arena, "%s-%s.xlsx", lang("station.month_table"), month), f, n);
	return OK;
}

static void put_choices(struct rq *q, const struct months *m)
{
	struct node *list = put_list(q, "Months");
	for (int64_t i = 0; i < CHOICES; i++) {
		struct node *n = node_item(list);
		node_set(n, "month", month_short(q->arena, m->now - i));
		if (m->now - i == m->asked)
			node_int(n, "on", 1);
	}
}

enum err report_month(struct rq *q)
{
	struct months m;
	enum err e = months_read(q, &m);
	if (!e)
		e = put_station(q, q->station);
	if (e)
		return e;
	report_put(q, m.this, m.before, m.last);
	report_put_categories(q, m.categories);
	put(q, "Month", month_short(q->arena, m.asked));
	put(q, "Before", month_short(q->arena, m.asked - 1));
	put(q, "Last", month_short(q->arena, m.asked - MONTHS));
	if (m.asked < m.now)
		put(q, "After", month_short(q->arena, m.asked + 1));
	put(q, "Today", clock_day(q->arena, q->now));
	put_choices(q, &m);
	return str_eq(query(q, "as"), "xlsx") ? month_file(q, &m) : page(q, "station/month.cs");
}
