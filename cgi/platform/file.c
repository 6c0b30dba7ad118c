/* file.c - files in and out: JSON Lines, CSV in UTF-8 and in GB18030. */
#include "file.h"

#include <iconv.h>
#include <string.h>

enum { MAPPINGS = 8 };

enum err file_mapping(const char *profile, const struct platform **out)
{
	static struct {
		char name[48];
		struct platform *p;
	} known[MAPPINGS];
	const char *faults;
	size_t i = 0;
	while (i < MAPPINGS && known[i].p && !str_eq(known[i].name, profile))
		i++;
	if (i == MAPPINGS || strlen(profile) >= sizeof(known[i].name))
		return ERR(ERR_INTERNAL, "too many mappings, or a long name");
	if (!known[i].p) {
		enum err e = platform_read(db_arena(), profile, &known[i].p, &faults);
		if (e)
			return e;
		memcpy(known[i].name, profile, strlen(profile) + 1);
	}
	if (!platform_is_file(known[i].p))
		return ERR_NOT_FOUND;
	*out = known[i].p;
	return OK;
}

/* Spreadsheets take a cell that begins with = + - @ for a formula: such text gets a quote
 * before. */
static void file_add_cell(struct buf *b, const char *value)
{
	buf_char(b, '"');
	if (*value && strchr("=+-@\t\r", *value))
		buf_char(b, '\'');
	for (; *value; value++) {
		if (*value == '"')
			buf_char(b, '"');
		buf_char(b, *value);
	}
	buf_char(b, '"');
}

static void file_add_line(struct buf *b, const char *const *values, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (i)
			buf_char(b, ',');
		file_add_cell(b, str_or(values[i], ""));
	}
	buf_str(b, "\r\n");
}

static bool file_is_json(const struct file_out *f)
{
	return str_eq(f->format, "jsonl");
}

static bool file_is_sheet(const struct file_out *f)
{
	return str_eq(f->format, "xlsx");
}

static enum err file_begin_sheet(struct file_out *f, const char *const *titles, size_t n)
{
	enum err e = sheet_begin(db_arena(), SHEET_XLSX, outbox_kind_word(f->kind), &f->sheet);
	for (size_t i = 0; !e && i < n; i++)
		sheet_head(f->sheet, titles[i]);
	return e;
}

enum err file_begin(struct file_out *f)
{
	const char *const *titles;
	size_t n;
	f->text = (struct buf){ .arena = db_arena() };
	buf_str(&f->text, "");
	if (file_is_json(f))
		return OK;
	platform_columns(f->platform, db_arena(), f->kind, &titles, &n);
	if (file_is_sheet(f))
		return file_begin_sheet(f, titles, n);
	file_add_line(&f->text, titles, n);
	return OK;
}

bool file_add(struct file_out *f, struct platform_item *item)
{
	const char *json, *const *values, *const *titles;
	size_t n;
	if (file_is_json(f)) {
		if (!platform_json(f->platform, db_arena(), f->kind, item, &json))
			return false;
		buf_str(&f->text, json);
		buf_char(&f->text, '\n');
		return true;
	}
	if (!platform_row(f->platform, db_arena(), f->kind, item, &values))
		return false;
	platform_columns(f->platform, db_arena(), f->kind, &titles, &n);
	if (!file_is_sheet(f)) {
		file_add_line(&f->text, values, n);
		return true;
	}
	sheet_row(f->sheet);
	for (size_t i = 0; i < n; i++)
		sheet_text(f->sheet, values[i]);
	return true;
}

/* GB18030 has every character of Unicode; four bytes are the longest. */
static enum err file_to_gb18030(const struct buf *text, struct bytes *out)
{
	size_t left = text->n, room = text->n * 4 + 16;
	char *to = arena_alloc(db_arena(), room), *end = to, *from = text->p;
	iconv_t cd = iconv_open("GB18030", "UTF-8");
	if (cd == (iconv_t)-1)
		return ERR(ERR_INTERNAL, "no conversion to GB18030");
	size_t bad = iconv(cd, &from, &left, &end, &room);
	(void)iconv_close(cd);
	if (bad == (size_t)-1)
		return ERR(ERR_INTERNAL, "not converted to GB18030");
	*out = (struct bytes){ (const uint8_t *)to, (size_t)(end - to) };
	return OK;
}

static enum err file_end_sheet(struct file_out *f, struct bytes *out)
{
	FILE *from;
	size_t n;
	enum err e = sheet_end(f->sheet, &from, &n);
	f->sheet = NULL;
	if (e)
		return e;
	uint8_t *to = arena_alloc(db_arena(), n + 1);
	bool read = fread(to, 1, n, from) == n;
	(void)fclose(from);
	*out = (struct bytes){ to, n };
	return read ? OK : ERR(ERR_INTERNAL, "a sheet cannot be read");
}

void file_drop(struct file_out *f)
{
	if (f->sheet)
		sheet_drop(f->sheet);
	f->sheet = NULL;
}

enum err file_end(struct file_out *f, struct bytes *out)
{
	if (file_is_sheet(f))
		return file_end_sheet(f, out);
	if (str_eq(f->format, "gb18030"))
		return file_to_gb18030(&f->text, out);
	struct buf b = { .arena = db_arena() };
	if (!file_is_json(f))
		buf_str(&b, "\xef\xbb\xbf");
	buf_add(&b, f->text.p, f->text.n);
	*out = (struct bytes){ (const uint8_t *)b.p, b.n };
	return OK;
}
