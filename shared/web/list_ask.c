/* list_ask.c - what the address asks of a list: its filters, its order and the way that has it, the
 * place in it. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "text.h"
#include "when.h"
#include "list_inside.h"
#include "reply.h"

enum { FIND_LETTERS = 64, KEY_BYTES = 40, TICK_BYTES = 33 };

/* % and _ are letters like others; the server's escape character is the backslash. */
static const char *like(struct arena *a, const char *words)
{
	struct buf b = { .arena = a };
	buf_char(&b, '%');
	for (const char *p = words; *p; p++) {
		if (strchr("%_\\", *p))
			buf_char(&b, '\\');
		buf_char(&b, *p);
	}
	buf_char(&b, '%');
	return b.p;
}

/* Numbers with commas between. Others than these would be rows that nobody ticked. */
static const char *ticked_value(const char *v)
{
	size_t commas = 0, i = 0;
	for (; v[i]; i++) {
		commas += v[i] == ',';
		if (!isalnum((unsigned char)v[i]) && v[i] != ',')
			return "-";
	}
	return commas < LIST_ROWS && i <= LIST_ROWS * TICK_BYTES ? v : "-";
}

static int64_t ticked_count(const char *v)
{
	int64_t n = *v ? 1 : 0;
	for (; *v; v++)
		n += *v == ',';
	return n;
}

/* What a filter cannot be is as if it were not there: an address is no form. */
static const char *filter_value(struct rq *q, const struct list_filter *f)
{
	const char *v = str_or(query(q, f->name), "");
	if (f->kind == LIST_FILTER_TICKED)
		return ticked_value(v);
	v = text_prose(q->arena, v);
	if (f->kind == LIST_FILTER_DAY)
		return str_or(day_read(q->arena, v), "");
	size_t n = 0, letters = 0;
	while (v[n] && letters < FIND_LETTERS)
		for (n++, letters++; (v[n] & 0xC0) == 0x80; n++)
			;
	return f->kind == LIST_FILTER_FIND ? arena_dup(q->arena, v, n) : v;
}

static void read_filters(struct view *v)
{
	struct rq *q = v->q;
	struct node *to = node_child(put_list(q, "List"), "Filter");
	struct buf kept = { .arena = q->arena };
	buf_str(&kept, "");
	for (const struct list_filter *f = v->list->filters; f->name; f++) {
		const char *value = filter_value(q, f);
		bool find = f->kind == LIST_FILTER_FIND;
		v->filters[v->n_filters++] = *value && find ? like(q->arena, value) : value;
		if (f->kind == LIST_FILTER_TICKED)
			v->ticked = ticked_count(value);
		else
			node_set(node_child(to, f->name), "value", value);
		if (!*value)
			continue;
		buf_fmt(&kept, "%s=%s&", f->name, url_encode(q->arena, value));
		node_set(put_list(q, "List"), "filtered", "1");
	}
	v->kept = kept.p;
}

static bool is_set(const struct view *v, const char *filter)
{
	for (size_t i = 0; i < v->n_filters; i++)
		if (str_eq(v->list->filters[i].name, filter))
			return *v->filters[i] != '\0';
	return false;
}

/* Of a sort's ways the first whose filter is set, else the one that needs none. */
static const struct list_way *way_of(const struct view *v, const char *sort)
{
	const struct list_way *any = NULL;
	for (const struct list_way *w = v->list->ways; w->sort; w++) {
		if (!str_eq(w->sort, sort))
			continue;
		if (is_set(v, w->lead))
			return w;
		if (str_eq(w->lead, "any"))
			any = w;
	}
	return any;
}

static void read_sort(struct view *v)
{
	const char *usual = v->list->ways->sort, *dir = query(v->q, "dir");
	v->way = way_of(v, str_or(query(v->q, "sort"), usual));
	if (!v->way)
		v->way = way_of(v, usual);
	v->asc = dir ? str_eq(dir, "asc") : v->list->oldest;
	if (!str_eq(v->way->sort, usual) || v->asc != v->list->oldest)
		v->order = arena_fmt(v->q->arena, "sort=%s&dir=%s&", v->way->sort,
				     v->asc ? "asc" : "desc");
	else
		v->order = "";
}

/* A filter costs nothing when it is the way's own or narrows the way's column. */
static bool narrows(const struct list_way *w, const struct list_filter *f)
{
	return f->kind == LIST_FILTER_GIVEN || str_eq(f->name, w->lead) ||
	       (str_starts(f->cond, w->column) && f->cond[strlen(w->column)] == ' ');
}

static void read_keys(struct view *v)
{
	for (size_t i = 0; i < v->n_filters; i++) {
		bool key = narrows(v->way, &v->list->filters[i]);
		v->by_key[i] = key ? v->filters[i] : "";
		v->sought = v->sought || (!key && *v->filters[i]);
	}
}

/* "2026-11-30 09:00:00.17": the key of the row at the edge and, behind the last dot, its id. */
static bool read_place(struct view *v, const char *text)
{
	const char *dot = text ? strrchr(text, '.') : NULL;
	char *end;
	if (!dot || dot - text > KEY_BYTES)
		return false;
	v->from.id = strtoll(dot + 1, &end, 10);
	v->from.key = arena_dup(v->q->arena, text, (size_t)(dot - text));
	return end > dot + 1 && !*end && v->from.id > 0;
}

static void read_places(struct view *v)
{
	v->back = read_place(v, query(v->q, "before"));
	v->on = !v->back && read_place(v, query(v->q, "after"));
	if (!v->back && !v->on)
		v->from.key = NULL;
}

static size_t question_marks(const char *sql)
{
	size_t n = 0;
	for (const char *p = strchr(sql, '?'); p; p = strchr(p + 1, '?'))
		n++;
	return n;
}

void view_read(struct view *v)
{
	v->joined = question_marks(v->list->joins);
	v->total = DB_NONE;
	read_filters(v);
	read_sort(v);
	read_keys(v);
	read_places(v);
}
