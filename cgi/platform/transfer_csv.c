/*
 * transfer_csv.c - 转入: one volunteer's records from another platform's CSV. Nobody signed it, so
 * every row waits for a second member of staff.
 *
 * Columns are known by their titles, Lang.platform.Transfer.Column.NAME: all that are usual, with |
 * between. A row that is not taken is named with its line, here or where the others stand.
 */
#include <string.h>

#include "brought.h"
#include "clock.h"
#include "csv.h"
#include "form.h"
#include "secret.h"
#include "text.h"
#include "transfer.h"
#include "when.h"

enum { CSV_BYTES = 1000000, MESSAGES = 10, TITLE_BYTES = 600, KEY_HEX = 60, HEAD_ROWS = 10 };
enum { LEFT_OUT = 200 };

#define CSV_IN(X, T) \
	X(T, NO, volunteer, 1, 24) \
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
	int64_t limit; /* minutes of a day */
	struct csv csv;
	size_t at[COLUMNS]; /* column of each, from 1; 0: there is none */
	size_t head;        /* row of the titles */
	struct brought *v;
	size_t *line; /* where each begins in the file */
	size_t n;
	struct buf faults;   /* the first rows that are bad, as one message */
	struct buf left_out; /* LINE:WORD or LINE:WORD:OTHER, with commas */
	int told;
};

enum err transfer_csv(struct rq *q)
{
	leaver_put_asked(q);
	return page(q, "platform/transfer_csv.cs");
}

static bool table_find_columns(struct table *t, size_t row)
{
	const struct csv_row *titles = &t->csv.row[row];
	memset(t->at, 0, sizeof(t->at));
	for (int c = 0; c < COLUMNS; c++)
		t->at[c] = csv_column(t->q->arena, titles,
				      lang(arena_fmt(t->q->arena, "platform.Transfer.Column.%s",
						     column_words[c])));
	t->head = row;
	return t->at[C_DAY] && t->at[C_TITLE] &&
	       (t->at[C_HOURS] || t->at[C_MINUTES] || (t->at[C_START] && t->at[C_END]));
}

/* What tables have above their titles, such as what they are about, is no row. */
static bool table_find_head(struct table *t)
{
	for (size_t i = 0; i < t->csv.n && i < HEAD_ROWS; i++)
		if (table_find_columns(t, i))
			return true;
	return false;
}

static const char *table_cell(const struct table *t, const struct csv_row *r, enum column c)
{
	return t->at[c] && t->at[c] <= r->n ? r->cell[t->at[c] - 1] : "";
}

/* Both clocks in the cell of the day: 2024-03-05 09:00-11:00. */
static bool csv_day_times(struct arena *a, const char *cell, const char **day, const char **start,
			  const char **end)
{
	struct when from, to;
	if (!when_read_two(a, cell, &from, &to) || !*from.day || *to.mmdd)
		return false;
	*day = arena_str(a, from.day);
	*start = arena_fmt(a, "%02d:%02d", from.minute / 60, from.minute % 60);
	*end = arena_fmt(a, "%02d:%02d", to.minute / 60, to.minute % 60);
	return true;
}

static const char *csv_row_times(const struct table *t, const struct csv_row *r, const char *start,
				 const char *end, struct brought *b)
{
	struct arena *a = t->q->arena;
	const char *minutes = table_cell(t, r, C_MINUTES), *hours = table_cell(t, r, C_HOURS);
	bool told = *minutes || *hours;
	if (told)
		b->minutes = length_read(a, *minutes ? minutes : hours, !*minutes);
	if (*start || *end) {
		if (!clock_of_day(a, b->day, start, false, &b->at.from) ||
		    !clock_of_day(a, b->day, end, true, &b->at.to) || b->at.to <= b->at.from)
			return "bad_times";
		b->starts = clock_time(a, b->at.from);
		b->ends = clock_time(a, b->at.to);
		if (!told)
			b->minutes = rules_minutes(b->at);
		if (b->minutes > rules_minutes(b->at))
			return "bad_minutes";
	}
	return b->minutes > 0 && b->minutes <= RULES_DAY_MINUTES ? NULL : "bad_minutes";
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

/* Names and numbers may be masked: they are compared by what they show. */
static bool csv_is_theirs(struct arena *a, const char *cell, const char *whole, bool name)
{
	if (!*cell || !whole)
		return true;
	if (strchr(cell, '*') || strstr(cell, "＊"))
		return text_fits(text_value(a, cell), whole);
	return name ? text_same_name(a, cell, whole)
		    : str_eq(text_number(a, cell), text_number(a, whole));
}

static const char *csv_row_fault(const struct table *t, const struct csv_row *r, struct brought *b)
{
	struct arena *a = t->q->arena;
	const char *day = table_cell(t, r, C_DAY);
	const char *start = table_cell(t, r, C_START), *end = table_cell(t, r, C_END);
	*b = (struct brought){ .title = table_cell(t, r, C_TITLE),
			       .organiser = table_cell(t, r, C_ORGANISER),
			       .ref = table_cell(t, r, C_REF) };
	if (!csv_is_theirs(a, table_cell(t, r, C_NAME), t->who->name, true))
		return "other_name";
	if (!csv_is_theirs(a, table_cell(t, r, C_ID), t->who->id_no_text, false))
		return "other_id";
	b->day = day_read(a, day);
	if (!b->day && !*start && !*end)
		(void)csv_day_times(a, day, &b->day, &start, &end);
	if (!b->day)
		return "bad_day";
	if (strcmp(b->day, clock_day(a, t->q->now)) > 0)
		return "future_day";
	if (!*b->title || strlen(b->title) > TITLE_BYTES || strlen(b->organiser) > TITLE_BYTES ||
	    strlen(b->ref) > KEY_HEX)
		return "bad_title";
	const char *fault = csv_row_times(t, r, start, end, b);
	b->key = csv_row_key(t, b);
	return fault;
}

/* Nobody signed it: a day of it holds what a day may hold of itself. */
static bool csv_day_over(const struct table *t, const struct brought *b)
{
	int64_t sum = b->minutes;
	for (size_t i = 0; i < t->n; i++)
		if (str_eq(t->v[i].day, b->day))
			sum += t->v[i].minutes;
	return sum > t->limit;
}

/* The line of an earlier row that is the same, or lies at the same time; 0: none. */
static size_t csv_row_clash(const struct table *t, const struct brought *b, const char **word)
{
	for (size_t i = 0; i < t->n; i++) {
		const struct brought *o = &t->v[i];
		bool same = str_eq(o->key, b->key);
		if (same || (o->starts && b->starts && rules_overlap(o->at, b->at))) {
			*word = same ? "same_row" : "same_time";
			return t->line[i];
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
	if (t->told < LEFT_OUT)
		buf_fmt(&t->left_out, other ? "%s%zu:%s:%zu" : "%s%zu:%s", t->told ? "," : "", line,
			word, other);
	if (t->told++ >= MESSAGES)
		return;
	if (t->told > 1)
		buf_str(&t->faults, lang("platform.Transfer.Row.next"));
	buf_str(&t->faults, text);
}

static void table_read_rows(struct table *t)
{
	t->v = arena_array(t->q->arena, t->csv.n, sizeof(*t->v));
	t->line = arena_array(t->q->arena, t->csv.n, sizeof(*t->line));
	for (size_t i = t->head + 1; i < t->csv.n; i++) {
		struct brought *b = &t->v[t->n];
		const char *word = csv_row_fault(t, &t->csv.row[i], b);
		size_t other = word ? 0 : csv_row_clash(t, b, &word);
		if (!word && csv_day_over(t, b))
			word = "day_limit";
		if (word)
			table_tell(t, t->csv.row[i].line, word, other);
		else
			t->line[t->n++] = t->csv.row[i].line;
	}
	/* With none that is good there is nothing to look at elsewhere. */
	if (!t->n)
		form_error_text(t->q, "bundle", t->faults.p);
}

/* What the file says, row by row; messages beside the file. */
static void table_read(struct table *t, struct bytes file)
{
	const char *fault = csv_read(t->q->arena, file, &t->csv);
	if (!fault && t->csv.n < 2)
		fault = "csv_empty";
	if (!fault && !table_find_head(t))
		fault = "csv_columns";
	if (!fault && t->csv.n == t->head + 1)
		fault = "csv_empty";
	if (fault)
		form_error(t->q, "bundle", fault);
	else
		table_read_rows(t);
}

enum err transfer_csv_take(struct rq *q)
{
	struct csv_in in;
	struct leaver who = { .id = 0 };
	struct table t = { .q = q,
			   .who = &who,
			   .faults = { .arena = q->arena },
			   .left_out = { .arena = q->arena } };
	if (!form_read(q, csv_in_fields, &in))
		return ERR_FORM;
	struct bytes file = { (const uint8_t *)in.bundle->value, in.bundle->n };
	enum err e = leaver_find(q, in.volunteer, &who);
	t.other = in.other;
	if (!e)
		e = brought_limit(q->station, false, &t.limit);
	if (!e)
		table_read(&t, file);
	if (e || !form_ok(q))
		return e ? e : ERR_FORM;
	struct taking take = { .q = q,
			       .who = &who,
			       .uid = secret_uid(q->arena),
			       .sha = secret_sha256(q->arena, file),
			       .other = in.other,
			       .left_out = t.left_out.p,
			       .v = t.v,
			       .n = t.n };
	e = transfer_take(&take);
	if (e == ERR_DUPLICATE)
		return transfer_twice(q, &take, "platform/transfer_csv.cs");
	return e ? e : see(q, "/platform/transfer/%s?done=taken", take.no);
}
