/* sheet.c - tables as files: XLSX in constant memory, CSV as Excel reads it. */
#include "sheet.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <xlsxwriter.h>

#include "temp.h"

enum { COLUMNS_MAX = 64, WIDTH_MIN = 8, WIDTH_MAX = 48, TITLE_CHARS = 31 };

struct sheet {
	struct arena *arena;
	enum sheet_kind kind;
	char path[300]; /* of the workbook: the library wants a name */
	lxw_workbook *book;
	lxw_worksheet *page;
	lxw_format *bold, *day, *time, *hours;
	FILE *csv;
	lxw_row_t row;
	lxw_col_t col;
	bool failed;
};

/* Excel takes no []:*?/\ in the name of a sheet, nor an apostrophe at its ends. */
static const char *sheet_name(struct arena *a, const char *title)
{
	char *name = arena_str(a, utf8_count(title) > TITLE_CHARS ? "Sheet1" : title);
	for (char *p = name; *p; p++)
		if (strchr("[]:*?/\\'", *p))
			*p = ' ';
	return *name ? name : "Sheet1";
}

static enum err xlsx_begin(struct sheet *s, const char *title)
{
	int n = snprintf(s->path, sizeof(s->path), "%s/zyz-sheet-XXXXXX", temp_dir());
	if (n < 0 || (size_t)n >= sizeof(s->path))
		return ERR(ERR_INTERNAL, "%s: too long", temp_dir());
	int fd = mkstemp(s->path);
	if (fd < 0)
		return ERR(ERR_INTERNAL, "%s: no temporary file", s->path);
	(void)close(fd);
	lxw_workbook_options options = { .constant_memory = LXW_TRUE,
					 .tmpdir = arena_str(s->arena, temp_dir()) };
	s->book = workbook_new_opt(s->path, &options);
	s->page = s->book ? workbook_add_worksheet(s->book, sheet_name(s->arena, title)) : NULL;
	if (!s->page) {
		(void)unlink(s->path);
		return ERR(ERR_INTERNAL, "no sheet %s", title);
	}
	s->bold = workbook_add_format(s->book);
	format_set_bold(s->bold);
	s->day = workbook_add_format(s->book);
	format_set_num_format(s->day, "yyyy-mm-dd");
	s->time = workbook_add_format(s->book);
	format_set_num_format(s->time, "yyyy-mm-dd hh:mm");
	s->hours = workbook_add_format(s->book);
	format_set_num_format(s->hours, "0.00");
	worksheet_freeze_panes(s->page, 1, 0);
	return OK;
}

enum err sheet_begin(struct arena *a, enum sheet_kind kind, const char *title, struct sheet **out)
{
	struct sheet *s = arena_alloc(a, sizeof(*s));
	s->arena = a;
	s->kind = kind;
	enum err e = OK;
	if (kind == SHEET_XLSX) {
		e = xlsx_begin(s, title);
	} else {
		s->csv = temp_file();
		/* Without its mark Excel takes UTF-8 for the local code page. */
		if (!s->csv || fputs("\xEF\xBB\xBF", s->csv) < 0)
			e = ERR(ERR_INTERNAL, "%s: no temporary file", temp_dir());
	}
	if (!e)
		*out = s;
	return e;
}

static void csv_put(struct sheet *s, const char *text, bool formula)
{
	const char *guard = formula && *text && strchr("=+-@\t\r", *text) ? "'" : "";
	bool quoted = *guard || strpbrk(text, ",\"\r\n") != NULL;
	s->failed |= s->col++ && fputc(',', s->csv) == EOF;
	if (quoted)
		s->failed |= fputc('"', s->csv) == EOF;
	s->failed |= fputs(guard, s->csv) == EOF;
	for (const char *p = text; *p; p++)
		s->failed |= (quoted && *p == '"' && fputc('"', s->csv) == EOF) ||
			     fputc(*p, s->csv) == EOF;
	if (quoted)
		s->failed |= fputc('"', s->csv) == EOF;
}

static void xlsx_put(struct sheet *s, lxw_error bad)
{
	s->failed |= bad != LXW_NO_ERROR;
	s->col++;
}

void sheet_head(struct sheet *s, const char *text)
{
	if (s->csv) {
		csv_put(s, text, true);
		return;
	}
	double width = 2.0 * (double)utf8_count(text) + 4;
	width = width < WIDTH_MIN ? WIDTH_MIN : width > WIDTH_MAX ? WIDTH_MAX : width;
	s->failed |= worksheet_set_column(s->page, s->col, s->col, width, NULL) != LXW_NO_ERROR;
	xlsx_put(s, worksheet_write_string(s->page, s->row, s->col, text, s->bold));
}

void sheet_row(struct sheet *s)
{
	if (s->csv)
		s->failed |= fputs("\r\n", s->csv) == EOF;
	s->row++;
	s->col = 0;
}

void sheet_text(struct sheet *s, const char *text)
{
	if (s->csv)
		csv_put(s, str_or(text, ""), true);
	else if (!text || !*text)
		s->col++;
	else
		xlsx_put(s, worksheet_write_string(s->page, s->row, s->col, text, NULL));
}

void sheet_int(struct sheet *s, int64_t value)
{
	char text[24];
	if (value == DB_NONE) {
		sheet_text(s, NULL);
		return;
	}
	(void)snprintf(text, sizeof(text), "%lld", (long long)value);
	if (s->csv)
		csv_put(s, text, false);
	else
		xlsx_put(s, worksheet_write_number(s->page, s->row, s->col, (double)value, NULL));
}

void sheet_hours(struct sheet *s, int64_t minutes)
{
	if (minutes == DB_NONE)
		sheet_text(s, NULL);
	else if (s->csv)
		csv_put(s, hours_text(s->arena, minutes), false);
	else
		xlsx_put(s, worksheet_write_number(s->page, s->row, s->col, (double)minutes / 60,
						   s->hours));
}

void sheet_yuan(struct sheet *s, int64_t fen)
{
	if (fen == DB_NONE)
		sheet_text(s, NULL);
	else if (s->csv)
		csv_put(s,
			arena_fmt(s->arena, "%s%lld.%02d", fen < 0 ? "-" : "",
				  (long long)(fen < 0 ? -(fen / 100) : fen / 100),
				  (int)(fen < 0 ? -(fen % 100) : fen % 100)),
			false);
	else
		xlsx_put(s, worksheet_write_number(s->page, s->row, s->col, (double)fen / 100,
						   s->hours));
}

void sheet_day(struct sheet *s, const char *day)
{
	lxw_datetime d = { .year = 0 };
	int n = day ? sscanf(day, "%4d-%2d-%2d %2d:%2d", &d.year, &d.month, &d.day, &d.hour, &d.min)
		    : 0;
	if (s->csv || n < 3)
		sheet_text(s, day);
	else
		xlsx_put(s, worksheet_write_datetime(s->page, s->row, s->col, &d,
						     n == 5 ? s->time : s->day));
}

enum err sheet_end(struct sheet *s, FILE **out, size_t *n)
{
	FILE *f = s->csv;
	s->csv = NULL;
	if (s->book) {
		s->failed |= workbook_close(s->book) != LXW_NO_ERROR;
		s->book = NULL;
		f = fopen(s->path, "rb");
		(void)unlink(s->path);
	}
	long size = f && !s->failed && fseek(f, 0, SEEK_END) == 0 ? ftell(f) : -1;
	if (size >= 0 && fseek(f, 0, SEEK_SET) == 0) {
		*out = f;
		*n = (size_t)size;
		return OK;
	}
	if (f)
		(void)fclose(f);
	return ERR(ERR_INTERNAL, "a sheet could not be written");
}

void sheet_drop(struct sheet *s)
{
	FILE *none;
	size_t n;
	s->failed = true;
	if (sheet_end(s, &none, &n))
		err_clear();
}

const char *sheet_type(enum sheet_kind kind)
{
	return kind == SHEET_CSV
		       ? "text/csv; charset=utf-8"
		       : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}

const char *sheet_ending(enum sheet_kind kind)
{
	return kind == SHEET_CSV ? "csv" : "xlsx";
}
