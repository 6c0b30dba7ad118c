/* report_put.c - the figures of a report on its page: in one order, beside earlier ones. */
#include <stdlib.h>

#include "chart.h"
#include "code.h"
#include "report_sum.h"

enum { BARS = 15 };

const struct figure figures[] = { { "volunteers", "volunteers", FIGURE_COUNT, true },
				  { "volunteers", "volunteers_new", FIGURE_COUNT, true },
				  { "volunteers", "volunteers_active", FIGURE_COUNT, true },
				  { "hours", "minutes", FIGURE_MINUTES, false },
				  { "hours", "times", FIGURE_COUNT, false },
				  { "hours", "scan", FIGURE_MINUTES, false },
				  { "hours", "met", FIGURE_MINUTES, false },
				  { "hours", "list", FIGURE_MINUTES, false },
				  { "hours", "declared", FIGURE_MINUTES, false },
				  { "hours", "backfill", FIGURE_MINUTES, false },
				  { "work", "activities", FIGURE_COUNT, false },
				  { "work", "served", FIGURE_COUNT, false },
				  { "work", "projects", FIGURE_COUNT, false },
				  { "work", "projects_closed", FIGURE_COUNT, false },
				  { "work", "trainings", FIGURE_COUNT, false },
				  { "work", "trained", FIGURE_COUNT, false },
				  { "needs", "needs", FIGURE_COUNT, false },
				  { "needs", "need_survey", FIGURE_COUNT, false },
				  { "needs", "need_visit", FIGURE_COUNT, false },
				  { "needs", "need_meeting", FIGURE_COUNT, false },
				  { "needs", "need_phone", FIGURE_COUNT, false },
				  { "needs", "need_order", FIGURE_COUNT, false },
				  { "needs", "need_grid", FIGURE_COUNT, false },
				  { "needs", "need_to_verify", FIGURE_COUNT, false },
				  { "needs", "need_verified", FIGURE_COUNT, false },
				  { "needs", "need_in_project", FIGURE_COUNT, false },
				  { "needs", "need_done", FIGURE_COUNT, false },
				  { "needs", "need_declined", FIGURE_COUNT, false },
				  { "orders", "orders", FIGURE_COUNT, false },
				  { "orders", "order_done", FIGURE_COUNT, false },
				  { "orders", "order_open", FIGURE_COUNT, false },
				  { "orders", "order_declined", FIGURE_COUNT, false },
				  { "orders", "order_cancelled", FIGURE_COUNT, false },
				  { "orders", "ratings", FIGURE_COUNT, false },
				  { "orders", "rating", FIGURE_TENTHS, false },
				  { "records", "certificates", FIGURE_COUNT, false },
				  { "records", "certificates_revoked", FIGURE_COUNT, false },
				  { "records", "objections", FIGURE_COUNT, false },
				  { "records", "complaints", FIGURE_COUNT, false },
				  { "records", "complaints_open", FIGURE_COUNT, false },
				  { "records", "honours", FIGURE_COUNT, false },
				  { 0 } };

const char *figure_text(struct arena *a, const struct figure *f, int64_t value)
{
	if (value == DB_NONE && f->unit == FIGURE_TENTHS)
		return NULL;
	if (value == DB_NONE)
		value = 0;
	if (f->unit == FIGURE_MINUTES)
		return hours_text(a, value);
	if (f->unit == FIGURE_TENTHS)
		return arena_fmt(a, "%lld.%lld", (long long)(value / 10), (long long)(value % 10));
	return arena_fmt(a, "%lld", (long long)value);
}

/* Sums come as text or as numbers, as the database has them. */
static int64_t sum_of(struct node *n, const char *name)
{
	const char *v = node_get(n, name);
	return v && *v ? strtoll(v, NULL, 10) : DB_NONE;
}

void report_put(struct rq *q, struct node *now, struct node *before, struct node *last)
{
	struct node *list = put_list(q, "Figures");
	for (const struct figure *f = figures; f->name; f++) {
		struct node *n = node_item(list);
		node_set(n, "group", f->group);
		node_set(n, "name", f->name);
		node_set(n, "now", figure_text(q->arena, f, sum_of(now, f->name)));
		if (before)
			node_set(n, "before", figure_text(q->arena, f, sum_of(before, f->name)));
		if (last)
			node_set(n, "last", figure_text(q->arena, f, sum_of(last, f->name)));
	}
}

void report_put_categories(struct rq *q, struct node *from)
{
	struct chart_bar bars[BARS];
	size_t n = 0;
	struct node *list = put_list(q, "Categories");
	for (struct node *c = node_first(from); c; c = node_next(c)) {
		struct node *to = node_item(list);
		const char *code = str_or(node_get(c, "category"), "");
		const char *name = str_or(code_name("service_category", code), code);
		int64_t minutes = sum_of(c, "minutes");
		node_set(to, "category", code);
		node_set(to, "category_name", name);
		node_set(to, "hours", hours_text(q->arena, minutes == DB_NONE ? 0 : minutes));
		node_set(to, "activities", node_get(c, "activities"));
		if (n < BARS && minutes > 0)
			bars[n++] = (struct chart_bar){ name, minutes };
	}
	struct chart c = { .id = "categories",
			   .title = lang("station.report_categories"),
			   .label_head = lang("station.report_category"),
			   .value_head = lang("station.trend_hours"),
			   .empty = lang("station.report_no_hours"),
			   .unit = 60,
			   .bars = bars,
			   .n = n };
	chart_put(q->arena, put_list(q, "Chart"), &c);
}
