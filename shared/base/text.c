/* text.c - one writing for what people type. */
#include "text.h"

#include <ctype.h>
#include <stddef.h>
#include <string.h>

#include "str.h"

struct range {
	uint32_t from, to;
};
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* Default_Ignorable_Code_Point of Unicode, the marks of annotations and the sign for an object that
 * was not pasted along. In order. */
static const struct range unseen[] = {
	{ 0x00ad, 0x00ad },   { 0x034f, 0x034f }, { 0x061c, 0x061c },   { 0x115f, 0x1160 },
	{ 0x17b4, 0x17b5 },   { 0x180b, 0x180f }, { 0x200b, 0x200f },   { 0x202a, 0x202e },
	{ 0x2060, 0x206f },   { 0x3164, 0x3164 }, { 0xfe00, 0xfe0f },   { 0xfeff, 0xfeff },
	{ 0xffa0, 0xffa0 },   { 0xfff0, 0xfffc }, { 0x1bca0, 0x1bca3 }, { 0x1d173, 0x1d17a },
	{ 0xe0000, 0xe0fff },
};
static const struct range blanks[] = {
	{ 0x00a0, 0x00a0 }, { 0x1680, 0x1680 }, { 0x2000, 0x200a },
	{ 0x202f, 0x202f }, { 0x205f, 0x205f }, { 0x3000, 0x3000 },
};
/* Dash_Punctuation, minus, and lines that keyboards give for it. */
static const struct range dashes[] = {
	{ 0x058a, 0x058a }, { 0x05be, 0x05be }, { 0x1806, 0x1806 }, { 0x2010, 0x2015 },
	{ 0x2043, 0x2043 }, { 0x207b, 0x207b }, { 0x208b, 0x208b }, { 0x2212, 0x2212 },
	{ 0x2500, 0x2501 }, { 0x2796, 0x2796 }, { 0x2e17, 0x2e17 }, { 0x2e1a, 0x2e1a },
	{ 0x2e3a, 0x2e3b }, { 0x2e40, 0x2e40 }, { 0x2e5d, 0x2e5d }, { 0x30fc, 0x30fc },
	{ 0xfe31, 0xfe32 }, { 0xfe58, 0xfe58 }, { 0xfe63, 0xfe63 }, { 0xff70, 0xff70 },
};
static const struct range colons[] = {
	{ 0x02d0, 0x02d0 }, { 0x05c3, 0x05c3 }, { 0x2236, 0x2236 }, { 0xa789, 0xa789 },
	{ 0xfe13, 0xfe13 }, { 0xfe30, 0xfe30 }, { 0xfe55, 0xfe55 },
};
/* First of ten digits each. */
static const uint32_t zeros[] = { 0x0660,  0x06f0,  0x1810,  0x1d7ce,
				  0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6 };
static const struct range dots[] = {
	{ 0x002e, 0x002e }, { 0x00b7, 0x00b7 }, { 0x0387, 0x0387 },   { 0x0701, 0x0702 },
	{ 0x1427, 0x1427 }, { 0x16eb, 0x16eb }, { 0x2022, 0x2022 },   { 0x2024, 0x2024 },
	{ 0x2027, 0x2027 }, { 0x2218, 0x2219 }, { 0x22c5, 0x22c5 },   { 0x25cf, 0x25cf },
	{ 0x25e6, 0x25e6 }, { 0x2981, 0x2981 }, { 0x2e31, 0x2e33 },   { 0x3002, 0x3002 },
	{ 0x30fb, 0x30fb }, { 0xa78f, 0xa78f }, { 0xfe12, 0xfe12 },   { 0xfe52, 0xfe52 },
	{ 0xff61, 0xff61 }, { 0xff65, 0xff65 }, { 0x10101, 0x10101 },
};
static const struct range apostrophes[] = {
	{ 0x0027, 0x0027 }, { 0x0060, 0x0060 }, { 0x00b4, 0x00b4 }, { 0x02b9, 0x02b9 },
	{ 0x02bb, 0x02bd }, { 0x2018, 0x2019 }, { 0x201b, 0x201b }, { 0x2032, 0x2032 },
};
/* What people type for the X of a resident's number: signs and letters that look like it. */
static const struct range crosses[] = {
	{ 0x00d7, 0x00d7 }, { 0x03a7, 0x03a7 }, { 0x03c7, 0x03c7 }, { 0x0425, 0x0425 },
	{ 0x0445, 0x0445 }, { 0x2169, 0x2169 }, { 0x2179, 0x2179 }, { 0x2573, 0x2573 },
	{ 0x2715, 0x2716 }, { 0x2a2f, 0x2a2f },
};
/* Signs that are no letters of a number, above ASCII. */
static const struct range signs[] = {
	{ 0x0080, 0x00bf }, { 0x00f7, 0x00f7 }, { 0x02b0, 0x036f }, { 0x2000, 0x2bff },
	{ 0x2e00, 0x2e7f }, { 0x3000, 0x3004 }, { 0x3008, 0x3020 }, { 0x3030, 0x3030 },
	{ 0x30fb, 0x30fb }, { 0xfe10, 0xfe6f }, { 0xff5f, 0xff65 }, { 0xffe0, 0xffef },
};
static const struct {
	struct range r;
	enum script script;
} letters[] = {
	{ { 'A', 'Z' }, SCRIPT_LATIN },       { { 'a', 'z' }, SCRIPT_LATIN },
	{ { 0x00c0, 0x00d6 }, SCRIPT_LATIN }, { { 0x00d8, 0x00f6 }, SCRIPT_LATIN },
	{ { 0x00f8, 0x024f }, SCRIPT_LATIN }, { { 0x1820, 0x18aa }, SCRIPT_MONGOLIAN },
	{ { 0x1e00, 0x1eff }, SCRIPT_LATIN }, { { 0x3005, 0x3005 }, SCRIPT_HAN },
	{ { 0x3007, 0x3007 }, SCRIPT_HAN },   { { 0x3400, 0x4dbf }, SCRIPT_HAN },
	{ { 0x4e00, 0x9fff }, SCRIPT_HAN },   { { 0xf900, 0xfaff }, SCRIPT_HAN },
	{ { 0x20000, 0x2a6df }, SCRIPT_HAN }, { { 0x2a700, 0x2ee5d }, SCRIPT_HAN },
	{ { 0x2f800, 0x2fa1f }, SCRIPT_HAN }, { { 0x30000, 0x323af }, SCRIPT_HAN },
};

/* Tables of ranges are in order. */
static bool among(uint32_t c, const struct range *r, size_t n)
{
	for (size_t i = 0; i < n && r[i].from <= c; i++)
		if (c <= r[i].to)
			return true;
	return false;
}
#define AMONG(c, table) among(c, table, COUNT(table))

enum script text_script(uint32_t c)
{
	if (c >= 0x4e00 && c <= 0x9fff)
		return SCRIPT_HAN;
	for (size_t i = 0; i < COUNT(letters) && letters[i].r.from <= c; i++)
		if (c <= letters[i].r.to)
			return letters[i].script;
	return SCRIPT_NONE;
}

/* Variation selectors and the vowel separator shape the letter before them; the narrow blank joins
 * a suffix to its word. */
static bool shapes(uint32_t c)
{
	return (c >= 0x180b && c <= 0x180f) || c == 0x202f;
}

/* One character of any text behind `before`; 0: nobody sees it. */
static uint32_t plain(uint32_t c, uint32_t before)
{
	if (c >= 0x3400 && c <= 0x9fff)
		return c;
	if (c < 0x80)
		return c == '\t' ? ' ' : c == '\v' || c == '\f' ? '\n' : c;
	if (c == 0x85 || c == 0x2028 || c == 0x2029)
		return '\n';
	if (shapes(c) && (text_script(before) == SCRIPT_MONGOLIAN || shapes(before)))
		return c;
	if (AMONG(c, unseen))
		return 0;
	return AMONG(c, blanks) ? ' ' : c;
}

/* The same of a value: half width, one dash, one colon, one kind of digits. */
static uint32_t folded(uint32_t c)
{
	if (c < 0x80 || (c >= 0x3400 && c <= 0x9fff))
		return c;
	if (c >= 0xff01 && c <= 0xff5e)
		return c - 0xff01 + '!';
	if (AMONG(c, dashes))
		return '-';
	if (AMONG(c, colons))
		return ':';
	for (size_t i = 0; i < COUNT(zeros); i++)
		if (c >= zeros[i] && c - zeros[i] < 10)
			return c - zeros[i] + '0';
	return c;
}

struct out {
	char *p;
	size_t n;
	uint32_t last; /* the character before; 0: none yet */
	uint32_t gap;  /* a blank or dot that waits for what follows; 0: none */
	bool stop;     /* the dot was a full stop, and a blank stood behind it */
};

static void emit(struct out *o, uint32_t c)
{
	if (c < 0x80) {
		o->p[o->n++] = (char)c;
	} else {
		int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
		static const unsigned char first[] = { 0, 0xc0, 0xe0, 0xf0 };
		o->p[o->n++] = (char)(first[more] | c >> (6 * more));
		while (more--)
			o->p[o->n++] = (char)(0x80 | (c >> (6 * more) & 0x3f));
	}
	o->last = c;
}

static void add_prose(struct out *o, uint32_t c)
{
	if (o->n || (c != ' ' && c != '\n'))
		emit(o, c);
}

static void add_value(struct out *o, uint32_t c)
{
	c = folded(c);
	add_prose(o, c == '\n' ? ' ' : c);
}

/* The blank or dot that waits, now that the letter behind it is known; 0 at the end. */
static void add_gap(struct out *o, uint32_t next)
{
	uint32_t gap = o->gap;
	bool latin = text_script(o->last) == SCRIPT_LATIN;
	o->gap = 0;
	/* J. Smith, Smith Jr.: the stop of a short form. */
	if (gap == '.' && latin && (o->stop || !next))
		gap = next ? ' ' : 0;
	if (gap == '.')
		gap = 0xb7;
	if (gap == ' ' && (!o->n || !next || o->last == '-' || next == '-'))
		gap = 0;
	if (gap == ' ' && text_script(o->last) == SCRIPT_HAN && text_script(next) == SCRIPT_HAN)
		gap = 0;
	if (gap)
		emit(o, gap);
	o->stop = false;
}

static void add_name(struct out *o, uint32_t c)
{
	c = text_letter(folded(c));
	if (c == ' ' || c == '\n') {
		o->stop = o->gap == '.';
		o->gap = o->gap ? o->gap : ' ';
		return;
	}
	if (AMONG(c, dots)) {
		o->gap = c == '.' && o->gap != 0xb7 ? '.' : 0xb7;
		o->stop = false;
		return;
	}
	if (c >= 0x300 && c <= 0x36f && !o->gap) {
		uint32_t both = text_accent(o->last, c);
		if (both) {
			o->n -= o->last < 0x80 ? 1 : o->last < 0x800 ? 2 : 3;
			c = both;
		}
	}
	if (AMONG(c, apostrophes))
		c = '\'';
	add_gap(o, c);
	emit(o, c);
}

static void add_number(struct out *o, uint32_t c)
{
	c = folded(c);
	if (AMONG(c, crosses))
		c = 'X';
	if (c >= 'a' && c <= 'z')
		c = c - 'a' + 'A';
	if (c < 0x80 ? isalnum((int)c) || c == '?' : !AMONG(c, signs))
		emit(o, text_letter(c));
}

/* Bytes of the blanks at the end, the narrow one that joins nothing there among them. */
static size_t blank_end(const char *p, size_t n)
{
	size_t left = n;
	for (;;) {
		if (left && (p[left - 1] == ' ' || p[left - 1] == '\n'))
			left--;
		else if (left >= 3 && memcmp(p + left - 3, "\u202f", 3) == 0)
			left -= 3;
		else
			return n - left;
	}
}

static char *text_made(struct arena *a, const char *s, void (*add)(struct out *o, uint32_t c))
{
	struct out o = { .p = arena_raw(a, strlen(s) * 4 / 3 + 5) };
	uint32_t before = 0;
	while (*s) {
		uint32_t c = utf8_next(&s);
		if (c == '\r')
			c = *s == '\n' ? 0 : '\n';
		else
			c = plain(c == UTF8_BAD ? '?' : c, before);
		if (!c)
			continue;
		before = c;
		add(&o, c);
	}
	if (o.gap)
		add_gap(&o, 0);
	o.n -= blank_end(o.p, o.n);
	o.p[o.n] = '\0';
	return o.p;
}

char *text_prose(struct arena *a, const char *s)
{
	return text_made(a, s, add_prose);
}

char *text_value(struct arena *a, const char *s)
{
	return text_made(a, s, add_value);
}

char *text_name(struct arena *a, const char *s)
{
	return text_made(a, s, add_name);
}

char *text_number(struct arena *a, const char *s)
{
	return text_made(a, s, add_number);
}

bool text_controls(const char *s)
{
	for (const unsigned char *p = (const unsigned char *)s; *p; p++)
		if ((*p < 32 && *p != '\n') || *p == 127 || (*p == 0xc2 && p[1] < 0xa0))
			return true;
	return false;
}

bool text_same_name(struct arena *a, const char *x, const char *y)
{
	const char *m = text_name(a, x), *n = text_name(a, y);
	while (*m && toupper((unsigned char)*m) == toupper((unsigned char)*n)) {
		m++;
		n++;
	}
	return *m == *n;
}

/* Stars stand for any number of characters; what lies between them comes in order. */
bool text_fits(const char *mask, const char *whole)
{
	const char *star = NULL, *from = NULL;
	while (*whole) {
		if (*mask == '*') {
			star = ++mask;
			from = whole;
		} else if (*mask == *whole) {
			mask++;
			whole++;
		} else if (star) {
			mask = star;
			whole = ++from;
		} else {
			return false;
		}
	}
	while (*mask == '*')
		mask++;
	return !*mask;
}
