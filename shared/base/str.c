/* str.c - text: UTF-8, hex, masking, a growing buffer. */
#include "str.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

bool str_eq(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

bool str_starts(const char *s, const char *prefix)
{
	return s && strncmp(s, prefix, strlen(prefix)) == 0;
}

const char *str_or(const char *s, const char *fallback)
{
	return s && *s ? s : fallback;
}

bool str_in(const char *s, const char *list)
{
	if (!s || !list)
		return false;
	size_t n = strlen(s);
	while (*list) {
		size_t word = strcspn(list, ",");
		if (word == n && memcmp(list, s, n) == 0)
			return true;
		list += word;
		if (*list)
			list++;
	}
	return false;
}

/* Bytes of the character at p (at most n there), or 0 when it is not strict UTF-8. */
static size_t utf8_len(const unsigned char *p, size_t n)
{
	static const unsigned char low[] = { 0, 0, 0x80, 0xa0, 0x90 };
	if (p[0] < 0x80)
		return p[0] ? 1 : 0;
	size_t len = p[0] >= 0xf0 ? 4 : p[0] >= 0xe0 ? 3 : 2;
	if (p[0] < 0xc2 || p[0] > 0xf4 || len > n)
		return 0;
	for (size_t i = 1; i < len; i++)
		if ((p[i] & 0xc0) != 0x80)
			return 0;
	if ((p[0] == 0xe0 || p[0] == 0xf0) && p[1] < low[len])
		return 0; /* overlong */
	if ((p[0] == 0xed && p[1] > 0x9f) || (p[0] == 0xf4 && p[1] > 0x8f))
		return 0; /* surrogate, or past U+10FFFF */
	return len;
}

bool utf8_valid(const char *p, size_t n)
{
	const unsigned char *s = (const unsigned char *)p;
	while (n) {
		size_t len = utf8_len(s, n);
		if (!len)
			return false;
		s += len;
		n -= len;
	}
	return true;
}

uint32_t utf8_next(const char **s)
{
	const unsigned char *p = (const unsigned char *)*s;
	/* No byte behind a NUL is looked at: it continues nothing. */
	size_t len = utf8_len(p, 4);
	uint32_t c = len == 1 ? p[0] : p[0] & (0x7fu >> len);
	*s += len ? len : 1;
	for (size_t i = 1; i < len; i++)
		c = c << 6 | (p[i] & 0x3fu);
	return len ? c : UTF8_BAD;
}

size_t utf8_count(const char *s)
{
	size_t n = 0;
	for (; *s; s++)
		n += ((unsigned char)*s & 0xc0) != 0x80;
	return n;
}

/* Bytes of the first max characters. */
static size_t utf8_span(const char *s, size_t max)
{
	size_t i = 0;
	while (s[i] && max) {
		i++;
		while (((unsigned char)s[i] & 0xc0) == 0x80)
			i++;
		max--;
	}
	return i;
}

const char *utf8_cut(struct arena *a, const char *s, size_t max)
{
	if (!s || utf8_count(s) <= max)
		return s;
	return arena_fmt(a, "%.*s…", (int)utf8_span(s, max ? max - 1 : 0), s);
}

char *hex_encode(struct arena *a, struct bytes b)
{
	static const char digits[] = "0123456789abcdef";
	char *s = arena_alloc(a, b.n * 2 + 1);
	for (size_t i = 0; i < b.n; i++) {
		s[2 * i] = digits[b.p[i] >> 4];
		s[2 * i + 1] = digits[b.p[i] & 15];
	}
	return s;
}

const char *hex_groups(struct arena *a, const char *hex)
{
	struct buf b = { .arena = a };
	for (size_t i = 0; hex[i]; i++) {
		if (i && i % 8 == 0)
			buf_char(&b, ' ');
		buf_char(&b, hex[i]);
	}
	return b.p;
}

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c = (char)tolower((unsigned char)c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool hex_decode(const char *s, uint8_t *out, size_t n)
{
	if (!s || strlen(s) != 2 * n)
		return false;
	for (size_t i = 0; i < 2 * n; i++)
		if (hex_digit(s[i]) < 0)
			return false;
	for (size_t i = 0; i < n; i++)
		out[i] = (uint8_t)(hex_digit(s[2 * i]) * 16 + hex_digit(s[2 * i + 1]));
	return true;
}

/* Keeps three digits and four, stars between; a short number becomes stars alone. */
const char *mask_phone(struct arena *a, const char *s)
{
	if (!s)
		return NULL;
	size_t n = strlen(s);
	char *m = arena_dup(a, s, n);
	for (size_t i = 0; i < n; i++)
		if (n <= 7 || (i >= 3 && i < n - 4))
			m[i] = '*';
	return m;
}

const char *mask_name(struct arena *a, const char *s)
{
	if (!s || !*s)
		return s;
	size_t first = utf8_span(s, 1), rest = utf8_count(s) - 1;
	struct buf b = { .arena = a };
	buf_add(&b, s, first);
	/* At most two stars: the length of a long Mongolian or Latin name is telling too. */
	for (size_t i = 0; i < (rest > 2 ? 2 : rest ? rest : 1); i++)
		buf_char(&b, '*');
	return b.p;
}

const char *mask_address(struct arena *a, const char *s)
{
	enum { SHOWN = 6 };
	return s ? arena_fmt(a, "%.*s****", (int)utf8_span(s, SHOWN), s) : NULL;
}

const char *hours_text(struct arena *a, int64_t minutes)
{
	const char *sign = minutes < 0 ? "-" : "";
	int64_t m = minutes < 0 ? -minutes : minutes;
	int64_t hundredths = (m * 100 + 30) / 60;
	return arena_fmt(a, "%s%lld.%02lld", sign, (long long)(hundredths / 100),
			 (long long)(hundredths % 100));
}

static void buf_grow(struct buf *b, size_t more)
{
	size_t cap = b->cap ? b->cap : 1024;
	while (cap - b->n <= more)
		cap *= 2;
	char *p = arena_raw(b->arena, cap);
	if (b->n)
		memcpy(p, b->p, b->n);
	b->p = p;
	b->cap = cap;
}

static inline void buf_room(struct buf *b, size_t more)
{
	if (b->cap - b->n <= more)
		buf_grow(b, more);
}

void buf_add(struct buf *b, const char *p, size_t n)
{
	buf_room(b, n);
	if (n)
		memcpy(b->p + b->n, p, n);
	b->n += n;
	b->p[b->n] = '\0';
}

void buf_str(struct buf *b, const char *s)
{
	if (s)
		buf_add(b, s, strlen(s));
}

void buf_char(struct buf *b, char c)
{
	buf_room(b, 1);
	b->p[b->n++] = c;
	b->p[b->n] = '\0';
}

void buf_reserve(struct buf *b, size_t n)
{
	if (b->cap < n)
		buf_room(b, n - b->n);
}

void buf_fmt(struct buf *b, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	buf_str(b, arena_vfmt(b->arena, fmt, ap));
	va_end(ap);
}
