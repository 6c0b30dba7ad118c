/* multipart.c - multipart/form-data, read in one pass over the body. */
#include "multipart.h"

#include <string.h>
#include <strings.h>

enum { BOUNDARY_BYTES = 70, HEADERS_BYTES = 4096, FILENAME_BYTES = 1024 };

/* Copies a quoted string without its quotes, or a token, and moves *s behind it; NULL: no end. */
static const char *param_value(struct arena *a, const char **s)
{
	if (**s != '"') {
		size_t n = strcspn(*s, "; \t");
		const char *token = arena_dup(a, *s, n);
		*s += n;
		return token;
	}
	/* Browsers write a quote inside as %22; a backslash belongs to an old Windows path. */
	const char *from = *s + 1, *end = strchr(from, '"');
	if (!end)
		return NULL;
	*s = end + 1;
	return arena_dup(a, from, (size_t)(end - from));
}

const char *header_param(struct arena *a, const char *value, const char *name)
{
	const char *s = value + strcspn(value, ";");
	while (*s == ';') {
		s++;
		s += strspn(s, " \t");
		size_t n = strcspn(s, "=; \t");
		bool wanted = n == strlen(name) && strncasecmp(s, name, n) == 0;
		s += n;
		if (*s != '=') {
			s += strcspn(s, ";");
			continue;
		}
		s++;
		const char *v = param_value(a, &s);
		if (!v || wanted)
			return v;
		s += strcspn(s, ";");
	}
	return NULL;
}

/* Undoes what browsers do to quotes and line ends in names, and drops an old browser's folders. */
static const char *clean_filename(struct arena *a, const char *s)
{
	struct buf b = { .arena = a };
	buf_str(&b, "");
	for (; *s; s++) {
		if (*s == '/' || *s == '\\') {
			b.n = 0;
			b.p[0] = '\0';
		} else if (strncmp(s, "%22", 3) == 0) {
			buf_char(&b, '"');
			s += 2;
		} else if ((unsigned char)*s >= 32 && *s != 127) {
			buf_char(&b, *s);
		}
	}
	return b.p;
}

/* The value of header `name` among the lines of h; NULL when not there. */
static const char *part_header(struct arena *a, const char *h, size_t n, const char *name)
{
	size_t len = strlen(name);
	while (n) {
		const char *end = memmem(h, n, "\r\n", 2);
		size_t line = end ? (size_t)(end - h) : n;
		if (line > len && h[len] == ':' && strncasecmp(h, name, len) == 0) {
			h += len + 1;
			line -= len + 1;
			while (line && (*h == ' ' || *h == '\t')) {
				h++;
				line--;
			}
			return arena_dup(a, h, line);
		}
		size_t skip = end ? line + 2 : line;
		h += skip;
		n -= skip;
	}
	return NULL;
}

/* A line without a colon is no header: else a part without its empty line would take in the next.
 * */
static bool all_headers(const char *h, size_t n)
{
	while (n) {
		const char *end = memmem(h, n, "\r\n", 2);
		size_t line = end ? (size_t)(end - h) : n, skip = end ? line + 2 : line;
		if (!memchr(h, ':', line))
			return false;
		h += skip;
		n -= skip;
	}
	return true;
}

static enum err part_read(struct arena *a, const char *h, size_t h_n, const char *p, size_t n,
			  struct field *f)
{
	if (!utf8_valid(h, h_n) || !all_headers(h, h_n))
		return ERR(ERR_BAD_REQUEST, "header of a part");
	const char *what = part_header(a, h, h_n, "Content-Disposition");
	const char *coding = part_header(a, h, h_n, "Content-Transfer-Encoding");
	if (!what || strncasecmp(what, "form-data", 9) != 0)
		return ERR(ERR_BAD_REQUEST, "part that is no form-data");
	if (coding && strcasecmp(coding, "binary") != 0 && strcasecmp(coding, "8bit") != 0 &&
	    strcasecmp(coding, "7bit") != 0)
		return ERR(ERR_BAD_REQUEST, "coding of a part");
	f->name = header_param(a, what, "name");
	if (!f->name || !*f->name || strlen(f->name) > NAME_BYTES)
		return ERR(ERR_BAD_REQUEST, "name of a part");
	const char *filename = header_param(a, what, "filename");
	if (filename && strlen(filename) > FILENAME_BYTES)
		return ERR(ERR_BAD_REQUEST, "name of a file");
	if (!filename && !utf8_valid(p, n))
		return ERR(ERR_BAD_REQUEST, "value of a part");
	f->filename = filename ? clean_filename(a, filename) : NULL;
	f->value = arena_dup(a, p, n);
	f->n = n;
	return OK;
}

/* The delimiter before the first part has no line end of its own before it; all others do. */
static enum err boundary(struct arena *a, const char *type, const char **out)
{
	const char *b = header_param(a, type, "boundary");
	size_t n = b ? strlen(b) : 0;
	if (n == 0 || n > BOUNDARY_BYTES)
		return ERR(ERR_BAD_REQUEST, "boundary");
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)b[i] < 32 || (unsigned char)b[i] > 126)
			return ERR(ERR_BAD_REQUEST, "boundary");
	*out = arena_fmt(a, "\r\n--%s", b);
	return OK;
}

/* One part at p: header lines, an empty line, bytes up to the delimiter; *used counts all of that.
 * */
static enum err next_part(struct arena *a, const char *p, size_t n, const char *delimiter,
			  struct field *f, size_t *used)
{
	const char *gap = memmem(p, n < HEADERS_BYTES ? n : HEADERS_BYTES, "\r\n\r\n", 4);
	if (!gap)
		return ERR(ERR_BAD_REQUEST, "headers of a part");
	const char *from = gap + 4;
	/* An empty value's delimiter begins with the line end that closes the headers. */
	const char *end = memmem(gap + 2, n - (size_t)(gap + 2 - p), delimiter, strlen(delimiter));
	if (!end)
		return ERR(ERR_BAD_REQUEST, "part that does not end");
	*used = (size_t)(end - p) + strlen(delimiter);
	return part_read(a, p, (size_t)(gap - p), from, end < from ? 0 : (size_t)(end - from), f);
}

enum err multipart_parse(struct arena *a, const char *type, const char *body, size_t n,
			 struct fields *out)
{
	const char *delimiter = NULL;
	enum err e = boundary(a, type, &delimiter);
	if (e)
		return e;
	struct fields f = { NULL, 0 };
	size_t cap = 0, first = strlen(delimiter) - 2;
	if (n < first || memcmp(body, delimiter + 2, first) != 0)
		return ERR(ERR_BAD_REQUEST, "no boundary at the start");
	const char *p = body + first, *end = body + n;
	while (end - p >= 2 && memcmp(p, "\r\n", 2) == 0) {
		if (f.n == FIELDS_MAX)
			return ERR(ERR_BAD_REQUEST, "too many parts");
		if (f.n == cap) {
			cap = cap ? cap * 4 : 32;
			struct field *grown = arena_array(a, cap, sizeof(*grown));
			if (f.n)
				memcpy(grown, f.v, f.n * sizeof(*grown));
			f.v = grown;
		}
		size_t used = 0;
		p += 2;
		e = next_part(a, p, (size_t)(end - p), delimiter, &f.v[f.n++], &used);
		if (e)
			return e;
		p += used;
	}
	if (end - p < 2 || memcmp(p, "--", 2) != 0)
		return ERR(ERR_BAD_REQUEST, "no boundary at the end");
	*out = f;
	return OK;
}
