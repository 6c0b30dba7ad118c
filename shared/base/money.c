/* money.c - amounts in yuan and fen: read as people type them, written in figures and in words. */
#include "money.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "str.h"
#include "text.h"

enum { DIGITS_MAX = 15, GROUP = 3, FEN = 100 };
static const char digits[] = "0123456789";

/* Takes "元" from the end and "¥" from the beginning; what people put round an amount. */
static const char *money_bare(struct arena *a, const char *typed)
{
	static const char *const signs[] = { "¥", "￥" };
	static const char yuan[] = "元";
	char *s = text_value(a, typed), *to = s;
	for (const char *p = s; *p; p++)
		if (*p != ' ')
			*to++ = *p;
	*to = '\0';
	size_t n = strlen(s), tail = strlen(yuan);
	if (n > tail && !strcmp(s + n - tail, yuan))
		s[n - tail] = '\0';
	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		if (str_starts(s, signs[i]))
			return s + strlen(signs[i]);
	return s;
}

/* The whole yuan at *s into to, without their commas; false: commas do not part thousands. */
static bool money_whole(const char **s, char *to)
{
	const char *p = *s;
	size_t first = strspn(p, digits), n = first;
	if (!first || first > DIGITS_MAX || (p[first] == ',' && first > GROUP))
		return false;
	memcpy(to, p, first);
	for (p += first; *p == ','; p += 1 + GROUP) {
		if (strspn(p + 1, digits) != GROUP || n + GROUP > DIGITS_MAX)
			return false;
		memcpy(to + n, p + 1, GROUP);
		n += GROUP;
	}
	to[n] = '\0';
	*s = p;
	return true;
}

const char *money_read(struct arena *a, const char *typed, int64_t max, int64_t *fen)
{
	char whole[DIGITS_MAX + 1];
	const char *s = money_bare(a, typed);
	bool minus = *s == '-';
	s += minus;
	if (strspn(s, digits) > DIGITS_MAX)
		return "money_large";
	if (!money_whole(&s, whole))
		return "money";
	int64_t cents = 0;
	if (*s == '.') {
		size_t n = strspn(s + 1, digits);
		if (!n || s[1 + n])
			return "money";
		if (n > 2)
			return "money_decimals";
		cents = (s[1] - '0') * 10 + (n == 2 ? s[2] - '0' : 0);
	} else if (*s) {
		return "money";
	}
	int64_t yuan = strtoll(whole, NULL, 10);
	if (minus || (!yuan && !cents))
		return "money_zero";
	if (yuan > max / FEN || yuan * FEN + cents > max)
		return "money_large";
	*fen = yuan * FEN + cents;
	return NULL;
}

const char *money_text(struct arena *a, int64_t fen)
{
	struct buf b = { .arena = a };
	uint64_t all = fen < 0 ? -(uint64_t)fen : (uint64_t)fen;
	const char *yuan = arena_fmt(a, "%llu", (unsigned long long)(all / FEN));
	size_t n = strlen(yuan);
	if (fen < 0)
		buf_char(&b, '-');
	for (size_t i = 0; i < n; i++) {
		buf_char(&b, yuan[i]);
		if (i + 1 < n && (n - i - 1) % GROUP == 0)
			buf_char(&b, ',');
	}
	buf_fmt(&b, ".%02d", (int)(all % FEN));
	return b.p;
}

static const char *const figures[] = { "零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖" };

static void money_yuan_words(struct buf *b, const char *yuan)
{
	static const char *const places[] = { "", "拾", "佰", "仟" };
	static const char *const groups[] = { "", "万", "亿", "万亿" };
	size_t n = strlen(yuan);
	bool gap = false, said = false;
	for (size_t i = 0; i < n; i++) {
		size_t at = n - 1 - i;
		int d = yuan[i] - '0';
		if (d && gap && b->n)
			buf_str(b, figures[0]);
		if (d) {
			buf_str(b, figures[d]);
			buf_str(b, places[at % 4]);
			said = true;
		}
		gap = !d;
		if (at % 4 == 0 && said) {
			buf_str(b, groups[at / 4 % 4]);
			said = false;
		}
	}
}

const char *money_words(struct arena *a, int64_t fen)
{
	struct buf b = { .arena = a };
	int64_t yuan = fen / FEN;
	size_t tenths = (size_t)(fen / 10 % 10), cents = (size_t)(fen % 10);
	if (yuan) {
		money_yuan_words(&b, arena_fmt(a, "%lld", (long long)yuan));
		buf_str(&b, "元");
	}
	if (!fen)
		buf_str(&b, "零元");
	if (tenths) {
		buf_str(&b, figures[tenths]);
		buf_str(&b, "角");
	} else if (cents && yuan) {
		buf_str(&b, figures[0]);
	}
	if (cents) {
		buf_str(&b, figures[cents]);
		buf_str(&b, "分");
	} else {
		buf_str(&b, "整");
	}
	return b.p;
}
