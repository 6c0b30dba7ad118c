/*
 * transfer_csv.c - 转入: one volunteer's records from another platform's CSV. Nobody signed it, so
 * every row waits for a second member of staff.
 *
 * Columns are known by their titles, Lang.platform.Transfer.Column.NAME: all that are usual, with |
 * between. All rows are good, or nothing is taken and the first bad ones are named.
 */
#include <string.h>

#include "clock.h"
#include "csv.h"
#include "form.h"
#include "secret.h"
#include "transfer.h"

enum { CSV_BYTES = 1000000, MESSAGES = 10, TITLE_BYTES = 600, KEY_HEX = 60 };

#define CSV_IN(X, T) \
	X(T, CODE, volunteer, 1, 24) \
	X(T, STR, other, 2, 60) \
	X(T, FILE, bundle, 1, CSV_BYTES)
FORM_DEFINE(csv_in, CSV_IN);

enum column {
	C_DAY,
	C_START,
	C_END,
	C_HOURS,
	C_MINUTES,
	C_TITLE,
	C_ORGANISER,
	C_REF,
	C_NAME,
	C_ID,
	COLUMNS
};
static const char *const column_words[COLUMNS] = { "day",   "start",     "end", "hours", "minutes",
						   "title", "organiser", "ref", "name",  "id_no" };

struct table {
	struct rq *q;
	const struct leaver *who;
	const char *other;
	struct csv csv;
	size_t at[COLUMNS]; /* column of each, from 1; 0: there is none */
	struct brought *v;
	size_t n;
	struct buf faults; /* the first rows that are bad, as one message */
	int told;
};

enum err transfer_csv(struct rq *q)
{
	leaver_put_asked(q);
	return page(q, "platform/transfer_csv.cs");
}

/* Is title one of the words between the | of list? */
static bool title_is_one_of(const char *title, const char *list)
{
	size_t n = strlen(title);
	for (const char *s = list; n && s; s = strchr(s, '|')) {
		s += *s == '|';
		if (strcspn(s, "|") == n && strncmp(s, title, n) == 0)
			return true;
	}
	return false;
}

static bool table_find_columns(struct table *t)
{
	const struct csv_row *titles = &t->csv.row[0];
	for (int c = 0; c < COLUMNS; c++) {
		const char *list = lang(
			arena_fmt(t->q->arena, "platform.Transfer.Column.%s", column_words[c]));
		for (size_t i = 0; list && i < titles->n; i++)
			if (!t->at[c] && title_is_one_of(titles->cell[i], list))
				t->at[c] = i + 1;
	}
	return t->at[C_DAY] && t->at[C_TITLE] &&
	       (t->at[C_HOURS] || t->at[C_MINUTES] || (t->at[C_START] && t->at[C_END]));
}

static const char *table_cell(const struct table *t, const struct csv_row *r, enum column c)
{
	return t->at[c] && t->at[c] <= r->n ? r->cell[t->at[c] - 1] : "";
}

/* 2026/3/5 and 20260305 are days as well. */
static const char *csv_day(struct arena *a, const char *s)
{
	int part[3] = { 0, 0, 0 }, n = 0;
	int64_t at;
	if (strlen(s) == 8 && strspn(s, "0123456789") == 8)
		s = arena_fmt(a, "%.4s-%.2s-%.2s", s, s + 4, s + 6);
	for (const char *c = s; *c && *c != ' '; c++) {
		if (*c >= '0' && *c <= '9' && part[n] < 10000)
			part[n] = part[n] * 10 + (*c - '0');
		else if ((*c == '-' || *c == '/' || *c == '.') && n < 2)
			n++;
		else
			return NULL;
	}
	const char *day = arena_fmt(a, "%04d-%02d-%02d", part[0], part[1], part[2]);
	return n == 2 && clock_parse_day(day, &at) ? day : NULL;
}

/* "9:05", "09:05:00" or with the day before it. */
static const char *csv_time(struct arena *a, const char *day, const char *s)
{
	const char *blank = strrchr(s, ' '), *clock = blank ? blank + 1 : s;
	const char *colon = strchr(clock, ':');
	int64_t at;
	if (!colon || colon == clock || colon - clock > 2 || strlen(colon) < 3)
		return NULL;
	if (blank && !str_eq(csv_day(a, s), day))
		return NULL;
	const char *time = arena_fmt(a, "%s %s%.*s%.3s:00", day, colon - clock == 1 ? "0" : "",
				     (int)(colon - clock), clock, colon);
	return clock_parse_time(time, &at) ? time : NULL;
}

/* "1.5" in parts of 60, or whole minutes; 0: no such number. */
static int64_t csv_minutes(const char *s, bool hours)
{
	int64_t whole = 0, part = 0, unit = 1;
	bool point = false;
	if (!*s)
		return 0;
	for (; *s; s++) {
		if (*s == '.' && hours && !point)
			point = true;
		else if (*s < '0' || *s > '9' || whole > RULES_DAY_MINUTES || unit > 1000)
			return 0;
		else if (point) {
			part = part * 10 + (*s - '0');
			unit *= 10;
		} else {
			whole = whole * 10 + (*s - '0');
		}
	}
	int64_t n = hours ? whole * 60 + (part * 60 + unit / 2) / unit : whole;
	return n <= RULES_DAY_MINUTES ? n : 0;
}

static const char *csv_row_times(const struct table *t, const struct csv_row *r, struct brought *b)
{
	struct arena *a = t->q->arena;
	const char *start = table_cell(t, r, C_START), *end = table_cell(t, r, C_END);
	bool told = *table_cell(t, r, C_MINUTES) || *table_cell(t, r, C_HOURS);
	if (*table_cell(t, r, C_MINUTES))
		b->minutes = csv_minutes(table_cell(t, r, C_MINUTES), false);
	else
		b->minutes = csv_minutes(table_cell(t, r, C_HOURS), true);
	if (*start || *end) {
		b->starts = csv_time(a, b->day, start);
		b->ends = csv_time(a, b->day, end);
		if (!b->starts || !b->ends || !clock_parse_time(b->starts, &b->at.from) ||
		    !clock_parse_time(b->ends, &b->at.to) || b->at.to <= b->at.from)
			return "bad_times";
		if (!told)
			b->minutes = rules_minutes(b->at);
		if (b->minutes > rules_minutes(b->at))
			return "bad_minutes";
	}
	return b->minutes > 0 ? NULL : "bad_minutes";
}

/* Made of what tells a record from others: its number there, or day, times, length and title. */
static const char *csv_row_key(const struct table *t, const struct brought *b)
{
	struct arena *a = t->q->arena;
	const char *text = *b->ref ? arena_fmt(a, "%s|%s", t->other, b->ref)
				   : arena_fmt(a, "%s|%s|%s|%lld|%s|%s", t->other, b->day,
					       str_or(b->starts, ""), (long long)b->minutes,
					       b->title, b->organiser);
	struct bytes sha = secret_sha256(a, (struct bytes){ (const uint8_t *)text, strlen(text) });
	return arena_fmt(a, "csv%.*s", KEY_HEX, hex_encode(a, sha));
}

static const char *csv_row_fault(const struct table *t, const struct csv_row *r, struct brought *b)
{
	const char *id = table_cell(t, r, C_ID), *name = table_cell(t, r, C_NAME);
	*b = (struct brought){ .title = table_cell(t, r, C_TITLE),
			       .organiser = table_cell(t, r, C_ORGANISER),
			       .ref = table_cell(t, r, C_REF) };
	if (*name && !str_eq(name, t->who->name))
		return "other_name";
	if (*id && t->who->id_no_text && !strchr(id, '*') && !str_eq(id, t->who->id_no_text))
		return "other_id";
	b->day = csv_day(t->q->arena, table_cell(t, r, C_DAY));
	if (!b->day)
		return "bad_day";
	if (strcmp(b->day, clock_day(t->q->arena, t->q->now)) > 0)
		return "future_day";
	if (!*b->title || strlen(b->title) > TITLE_BYTES || strlen(b->organiser) > TITLE_BYTES ||
	    strlen(b->ref) > KEY_HEX)
		return "bad_title";
	const char *fault = csv_row_times(t, r, b);
	b->key = csv_row_key(t, b);
	return fault;
}

/* The line of an earlier row that is the same, or lies at the same time; 0: none. */
static size_t csv_row_clash(const struct table *t, const struct brought *b, const char **word)
{
	for (size_t i = 0; i < t->n; i++) {
		const struct brought *o = &t->v[i];
		bool same = str_eq(o->key, b->key);
		if (same || (o->starts && b->starts && rules_overlap(o->at, b->at))) {
			*word = same ? "same_row" : "same_time";
			return t->csv.row[i + 1].line;
		}
	}
	return 0;
}

static void table_tell(struct table *t, size_t line, const char *word, size_t other)
{
	struct arena *a = t->q->arena;
	const char *text = str_or(lang(arena_fmt(a, "platform.Transfer.Row.%s", word)), word);
	text = arena_fmt(a, "%s %zu %s%s", lang("platform.Transfer.Row.line"), line,
			 lang("platform.Transfer.Row.colon"), text);
	if (other)
		text = arena_fmt(a, "%s %zu", text, other);
	if (t->told++)
		buf_str(&t->faults, lang("platform.Transfer.Row.next"));
	buf_str(&t->faults, text);
}

static void table_read_rows(struct table *t)
{
	t->v = arena_array(t->q->arena, t->csv.n, sizeof(*t->v));
	for (size_t i = 1; i < t->csv.n && t->told < MESSAGES; i++) {
		struct brought *b = &t->v[t->n];
		const char *word = csv_row_fault(t, &t->csv.row[i], b);
		size_t other = word ? 0 : csv_row_clash(t, b, &word);
		if (word)
			table_tell(t, t->csv.row[i].line, word, other);
		t->n++;
	}
	if (t->told)
		form_error_text(t->q, "bundle", t->faults.p);
}

/* What the file says, row by row; messages beside the file. */
static void table_read(struct table *t, struct bytes file)
{
	const char *fault = csv_read(t->q->arena, file, &t->csv);
	if (!fault && t->csv.n < 2)
		fault = "csv_empty";
	if (!fault && !table_find_columns(t))
		fault = "csv_columns";
	if (fault)
		form_error(t->q, "bundle", fault);
	else
		table_read_rows(t);
}

enum err transfer_csv_take(struct rq *q)
{
	struct csv_in in;
	struct leaver who = { .id = 0 };
	struct table t = { .q = q, .who = &who, .faults = { .arena = q->arena } };
	if (!form_read(q, csv_in_fields, &in))
		return ERR_FORM;
	struct bytes file = { (const uint8_t *)in.bundle->value, in.bundle->n };
	enum err e = leaver_find(q, in.volunteer, &who);
	t.other = in.other;
	if (!e)
		table_read(&t, file);
	if (e || !form_ok(q))
		return e ? e : ERR_FORM;
	struct taking take = { .q = q,
			       .who = &who,
			       .uid = secret_uid(q->arena),
			       .sha = secret_sha256(q->arena, file),
			       .other = in.other,
			       .v = t.v,
			       .n = t.n };
	e = transfer_take(&take);
	if (e == ERR_DUPLICATE)
		return transfer_twice(q, &take, "platform/transfer_csv.cs");
	return e ? e : see(q, "/platform/transfer/%s?done=taken", take.no);
}
