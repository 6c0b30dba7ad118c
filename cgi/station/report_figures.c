/* report_figures.c - the figures of a yearly report: frozen as JSON, shown from it, and compared
 * with what the year comes to after corrections. */
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "code.h"
#include "json.h"
#include "report.h"

enum { FIRST_YEAR = 2000 };

static struct stmt notes_q = SQL(
	"SELECT n.words, n.made_at"
	"  FROM year_report_note n"
	" WHERE n.report_id = ?"
	" ORDER BY n.id"
	" LIMIT 50");

enum err report_year(struct rq *q, const char *text, int64_t *year)
{
	char *end;
	long long n = strtoll(text, &end, 10);
	if (strlen(text) != 4 || *end || n < FIRST_YEAR || n > clock_year(q->now))
		return ERR_NOT_FOUND;
	*year = n;
	return OK;
}

static struct stretch stretch_of(struct arena *a, int64_t station, int64_t year)
{
	return (struct stretch){ station, arena_fmt(a, "%lld-01-01", (long long)year),
				 arena_fmt(a, "%lld-01-01", (long long)year + 1) };
}

static void freeze_number(struct json_w *w, struct node *n, const char *name)
{
	const char *v = node_get(n, name);
	if (!v || !*v)
		return;
	json_key(w, name);
	json_int(w, strtoll(v, NULL, 10));
}

static void freeze_sums(struct json_w *w, const char *key, struct node *n)
{
	json_key(w, key);
	json_open(w, '{');
	for (const struct figure *f = figures; f->name; f++)
		freeze_number(w, n, f->name);
	json_close(w, '}');
}

static void freeze_categories(struct json_w *w, struct node *list)
{
	json_key(w, "categories");
	json_open(w, '[');
	for (struct node *c = node_first(list); c; c = node_next(c)) {
		json_open(w, '{');
		json_key(w, "category");
		json_str(w, node_get(c, "category"));
		freeze_number(w, c, "minutes");
		freeze_number(w, c, "activities");
		json_close(w, '}');
	}
	json_close(w, ']');
}

enum err report_freeze(struct rq *q, int64_t station, int64_t year, const char **json)
{
	struct json_w w = { .buf = { .arena = q->arena } };
	struct stretch now = stretch_of(q->arena, station, year),
		       before = stretch_of(q->arena, station, year - 1);
	struct node *tree = put_list(q, "_Frozen");
	enum err e = report_sum(&now, node_child(tree, "now"));
	if (!e)
		e = report_sum(&before, node_child(tree, "before"));
	if (!e)
		e = report_categories(&now, node_child(tree, "categories"));
	if (e)
		return e;
	json_open(&w, '{');
	freeze_sums(&w, "now", node_child(tree, "now"));
	freeze_sums(&w, "before", node_child(tree, "before"));
	freeze_categories(&w, node_child(tree, "categories"));
	json_close(&w, '}');
	*json = w.buf.p;
	return OK;
}

static void thaw_sums(const struct json *j, struct node *to)
{
	int64_t v;
	for (const struct figure *f = figures; f->name; f++)
		if (json_number(json_get(j, f->name), &v))
			node_int(to, f->name, v);
}

static void thaw_categories(const struct json *j, struct node *to)
{
	for (size_t i = 0; i < json_len(j); i++) {
		const struct json *c = json_at(j, i);
		struct node *n = node_item(to);
		int64_t v;
		node_set(n, "category", json_text(json_get(c, "category")));
		if (json_number(json_get(c, "minutes"), &v))
			node_int(n, "minutes", v);
		if (json_number(json_get(c, "activities"), &v))
			node_int(n, "activities", v);
	}
}

/* Few people could be told apart. */
static void hide_few(struct rq *q, int64_t few)
{
	const struct figure *f = figures;
	for (struct node *n = node_first(put_list(q, "Figures")); n && f->name;
	     n = node_next(n), f++) {
		int64_t v = strtoll(str_or(node_get(n, "now"), "0"), NULL, 10);
		if (!f->people || v == 0 || v >= few)
			continue;
		node_drop(n, "now");
		node_int(n, "few", few);
	}
}

enum err report_show_figures(struct rq *q, const char *text, int64_t few)
{
	const struct json *j;
	struct node *now = put_list(q, "_Now"), *before = put_list(q, "_Before"),
		    *categories = put_list(q, "_Categories");
	enum err e = json_parse(q->arena, text, strlen(text), &j);
	if (!e)
		e = code_load();
	if (e)
		return e;
	thaw_sums(json_get(j, "now"), now);
	thaw_sums(json_get(j, "before"), before);
	thaw_categories(json_get(j, "categories"), categories);
	report_put(q, now, few ? NULL : before, NULL);
	report_put_categories(q, categories);
	if (few)
		hide_few(q, few);
	return OK;
}

enum err report_corrections(struct rq *q, int64_t station, const struct report_row *r)
{
	const struct json *j;
	int64_t minutes = 0, times = 0;
	struct stretch s = stretch_of(q->arena, station, r->year);
	struct node *now = put_list(q, "_Hours");
	enum err e = json_parse(q->arena, r->figures, strlen(r->figures), &j);
	if (!e)
		e = report_hours(&s, now);
	if (!e)
		e = put_query(q, "Notes", &notes_q, ARGS(A_(r->id)));
	if (e)
		return e;
	(void)json_number(json_get(json_get(j, "now"), "minutes"), &minutes);
	(void)json_number(json_get(json_get(j, "now"), "times"), &times);
	int64_t minutes_now = strtoll(str_or(node_get(now, "minutes"), "0"), NULL, 10);
	int64_t times_now = strtoll(str_or(node_get(now, "times"), "0"), NULL, 10);
	if (minutes_now == minutes && times_now == times)
		return OK;
	put(q, "Corrected.hours", hours_text(q->arena, minutes_now));
	put_int(q, "Corrected.times", times_now);
	return OK;
}
