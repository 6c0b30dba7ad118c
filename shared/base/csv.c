/* csv.c - bytes to text, text to rows and cells. */
#include "csv.h"

#include <iconv.h>
#include <string.h>

#include "text.h"

/* GB18030 takes a byte at least for each of UTF-8's four. */
static const char *csv_from_gb18030(struct arena *a, struct bytes b)
{
	size_t left = b.n, room = 4 * b.n;
	char *out = arena_alloc(a, room + 1), *to = out;
	char *from = arena_dup(a, (const char *)b.p, b.n);
	iconv_t cd = iconv_open("UTF-8", "GB18030");
	if (cd == (iconv_t)-1)
		return NULL;
	bool good = iconv(cd, &from, &left, &to, &room) != (size_t)-1 && !left;
	(void)iconv_close(cd);
	return good && utf8_valid(out, (size_t)(to - out)) ? out : NULL;
}

const char *csv_text(struct arena *a, struct bytes b)
{
	const char *p = (const char *)b.p;
	if (memchr(p, '\0', b.n))
		return NULL;
	if (!utf8_valid(p, b.n))
		return csv_from_gb18030(a, b);
	bool mark = b.n >= 3 && memcmp(p, "\xef\xbb\xbf", 3) == 0;
	return arena_dup(a, mark ? p + 3 : p, mark ? b.n - 3 : b.n);
}

/* A quote before a number or a formula, and ="..." around it, keep spreadsheets from reading it. */
static const char *csv_cleaned(struct arena *a, const char *p, size_t n)
{
	char *s = text_prose(a, arena_dup(a, p, n));
	n = strlen(s);
	if (n > 1 && *s == '\'' && strchr("=+-@0123456789", s[1]))
		return s + 1;
	if (n > 3 && str_starts(s, "=\"") && s[n - 1] == '"') {
		s[n - 1] = '\0';
		return s + 2;
	}
	return s;
}

struct reader {
	struct arena *a;
	const char *s;
	size_t line;
	char between;
	bool pasted;
	char ends[4]; /* of a cell without quotes */
};

static void csv_read_bare(struct reader *r, const char **out)
{
	size_t n = strcspn(r->s, r->ends);
	*out = csv_cleaned(r->a, r->s, n);
	r->s += n;
}

/* A cell between quotes; false: its quote does not end. */
static bool csv_read_quoted(struct reader *r, const char **out)
{
	struct buf b = { .arena = r->a };
	const char *s = r->s + 1;
	size_t lines = 0;
	buf_str(&b, "");
	for (; *s; s++) {
		if (*s == '"' && *++s != '"') {
			size_t behind = strcspn(s, r->ends);
			/* Copied cells have quotes of their own that stand for themselves. */
			if (r->pasted && behind > strspn(s, " "))
				return false;
			*out = csv_cleaned(r->a, b.n ? b.p : "", b.n);
			r->s = s + behind;
			r->line += lines;
			return true;
		}
		lines += *s == '\n';
		buf_char(&b, *s);
	}
	return false;
}

/* One cell; false: its quote does not end. */
static bool csv_read_cell(struct reader *r, const char **out)
{
	r->s += strspn(r->s, r->between == '\t' ? " " : " \t");
	if (*r->s == '"' && csv_read_quoted(r, out))
		return true;
	if (*r->s == '"' && !r->pasted)
		return false;
	csv_read_bare(r, out);
	return true;
}

static bool csv_read_row(struct reader *r, struct csv_row *out)
{
	*out = (struct csv_row){ arena_array(r->a, CSV_CELLS, sizeof(char *)), 0, r->line, r->s,
				 0 };
	for (;;) {
		const char *text;
		if (!csv_read_cell(r, &text))
			return false;
		if (out->n < CSV_CELLS)
			out->cell[out->n++] = text;
		if (*r->s != r->between)
			break;
		r->s++;
	}
	out->bytes = (size_t)(r->s - out->raw);
	r->s += *r->s == '\r';
	r->s += *r->s == '\n';
	r->line++;
	return true;
}

static bool csv_row_blank(const struct csv_row *r)
{
	for (size_t i = 0; i < r->n; i++)
		if (*r->cell[i])
			return false;
	return true;
}

/* What stands between cells, by the first line that has anything. Excel may say it: sep=; */
static void csv_between(struct reader *r)
{
	r->between = ',';
	if (str_starts(r->s, "sep=") && r->s[4] && strchr("\r\n", r->s[5])) {
		r->between = r->s[4];
		r->s += 5 + strspn(r->s + 5, "\r\n");
		r->line++;
	} else {
		const char *s = r->s + strspn(r->s, " \r\n");
		size_t n = strcspn(s, "\r\n");
		if (!memchr(s, ',', n))
			r->between = memchr(s, '\t', n) ? '\t' : memchr(s, ';', n) ? ';' : ',';
	}
}

size_t csv_column(struct arena *a, const struct csv_row *titles, const char *list)
{
	for (size_t i = 0; list && i < titles->n; i++) {
		const char *title = text_value(a, titles->cell[i]);
		for (const char *s = list; *title && s; s = strchr(s, '|')) {
			s += *s == '|';
			if (str_eq(title, text_value(a, arena_dup(a, s, strcspn(s, "|")))))
				return i + 1;
		}
	}
	return 0;
}

/* All rows that hold anything. */
static const char *csv_read_rows(struct reader *r, struct csv *out)
{
	struct csv t = { arena_array(r->a, CSV_ROWS, sizeof(struct csv_row)), 0 };
	memcpy(r->ends, (const char[]){ r->between, '\r', '\n', '\0' }, sizeof(r->ends));
	while (*r->s) {
		struct csv_row one;
		if (!csv_read_row(r, &one))
			return "csv_quote";
		if (csv_row_blank(&one))
			continue;
		if (t.n == CSV_ROWS)
			return "csv_rows";
		t.row[t.n++] = one;
	}
	*out = t;
	return NULL;
}

const char *csv_read(struct arena *a, struct bytes b, struct csv *out)
{
	struct reader r = { .a = a, .s = csv_text(a, b), .line = 1 };
	if (!r.s)
		return "csv_text";
	csv_between(&r);
	return csv_read_rows(&r, out);
}

const char *csv_pasted(struct arena *a, const char *text, struct csv *out)
{
	struct reader r = { .a = a, .s = text, .line = 1, .pasted = true };
	csv_between(&r);
	if (strchr(text, '\t'))
		r.between = '\t';
	return csv_read_rows(&r, out);
}
