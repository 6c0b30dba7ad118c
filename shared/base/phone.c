/* phone.c - telephone numbers, as people write them. */
#include "phone.h"

#include <string.h>

#include "str.h"
#include "text.h"

enum { DIGITS_MAX = 24, EXTENSION_MAX = 6 };

static bool all_digits(const char *s, size_t n)
{
	return strlen(s) >= n && strspn(s, "0123456789") >= n;
}

bool mobile_check(const char *s)
{
	return s != NULL && strlen(s) == 11 && all_digits(s, 11) && s[0] == '1' && s[1] >= '3';
}

/* Digits of the area at the head of a landline without its dashes: 010 and 02x have three, all
 * others four; 0: none begins so. */
static size_t area_digits(const char *s)
{
	if (s[0] != '0' || s[1] < '1' || s[1] > '9')
		return 0;
	return s[1] == '1' || s[1] == '2' ? 3 : 4;
}

/* Services have a number of their own in all the country: 110, 10086, 12345, 95588, 96110. */
static bool short_number(const char *s, size_t n)
{
	if (n == 3)
		return str_in(s, "110,119,120,122");
	return n >= 5 && n <= 6 &&
	       (str_starts(s, "95") || str_starts(s, "96") || str_starts(s, "10") ||
		str_starts(s, "12"));
}

/* Paid by who is called: 400 and 800. */
static bool hotline(const char *s, size_t n)
{
	return n == 10 && (str_starts(s, "400") || str_starts(s, "800"));
}

/* The number without what people add; the extension behind it. */
struct parts {
	char digits[DIGITS_MAX + 1], extension[EXTENSION_MAX + 1];
};

/* Bytes of what says that an extension follows; 0: nothing of the kind. */
static size_t extension_mark(const char *s)
{
	static const char *const marks[] = { "转分机", "分机号", "转",  "分机", "extension",
					     "ext.",   "ext",    "EXT", "Ext",  "x",
					     "X",      "#",      ",",   ";" };
	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (str_starts(s, marks[i]))
			return strlen(marks[i]);
	return 0;
}

/* A dash begins an extension when a whole landline or hotline stands before it and only a few
 * digits behind it. */
static bool dash_extension(const char *s, const char *digits, size_t n)
{
	size_t more = strspn(s, "0123456789"), area = area_digits(digits);
	bool whole = (area && n >= area + 7) || hotline(digits, n) ||
		     (n == 5 && short_number(digits, n));
	return whole && more >= 1 && more <= EXTENSION_MAX && s[more] == '\0';
}

static const char *split(const char *s, struct parts *p)
{
	size_t n = 0, mark;
	bool more = false;
	memset(p, 0, sizeof(*p));
	for (; *s; s++) {
		if (*s >= '0' && *s <= '9') {
			if (n == DIGITS_MAX)
				return "phone_many";
			p->digits[n++] = *s;
		} else if (*s == '/' || str_starts(s, "、") || str_starts(s, "或")) {
			return "phone_many";
		} else if (n && ((mark = extension_mark(s)) > 0 ||
				 (*s == '-' && dash_extension(s + 1, p->digits, n)))) {
			s += mark ? mark : 1;
			more = true;
			break;
		} else if (!strchr(" -().+", *s)) {
			return "phone";
		}
	}
	n = 0;
	for (; *s; s++) {
		if (*s >= '0' && *s <= '9' && n < EXTENSION_MAX)
			p->extension[n++] = *s;
		else if (*s >= '0' && *s <= '9')
			return "phone_many";
		else if (!strchr(" -():.", *s))
			return "phone";
	}
	return more && !n ? "phone" : NULL;
}

/* Without the country's own number; *abroad: of another country. */
static const char *at_home(const struct parts *p, const char *typed, bool *abroad)
{
	const char *s = p->digits;
	bool plus = *typed == '+' || str_starts(typed, "(+"), zeros = str_starts(s, "00");
	*abroad = false;
	if (zeros)
		s += 2;
	size_t n = strlen(s);
	bool ours = str_starts(s, "86") && (plus || zeros || (n == 13 && s[2] == '1'));
	if (ours)
		return s + 2;
	*abroad = plus || zeros;
	return s;
}

const char *phone_read(struct arena *a, const char *typed, const char **out)
{
	struct parts p;
	bool abroad;
	const char *s = text_value(a, typed), *wrong = split(s, &p);
	if (wrong)
		return wrong;
	const char *digits = at_home(&p, s, &abroad);
	const char *dash = *p.extension ? "-" : "";
	size_t n = strlen(digits), area;
	if (abroad)
		return "phone_abroad";
	/* 0 138 0013 8000 was how a mobile elsewhere was dialled. */
	if (n == 12 && *digits == '0' && mobile_check(digits + 1))
		digits++;
	if (mobile_check(digits)) {
		*out = arena_str(a, digits);
		return *p.extension ? "phone" : NULL;
	}
	if (hotline(digits, n)) {
		*out = arena_fmt(a, "%.3s-%.3s-%s%s%s", digits, digits + 3, digits + 6, dash,
				 p.extension);
		return NULL;
	}
	if (short_number(digits, n)) {
		*out = arena_fmt(a, "%s%s%s", digits, dash, p.extension);
		return NULL;
	}
	/* +86 913 2123456 leaves the 0 away. */
	if (digits != p.digits && *digits != '0')
		digits = arena_fmt(a, "0%s", digits);
	area = area_digits(digits);
	n = strlen(digits);
	if (area && (n == area + 7 || n == area + 8)) {
		*out = arena_fmt(a, "%.*s-%s%s%s", (int)area, digits, digits + area, dash,
				 p.extension);
		return NULL;
	}
	return (n == 7 || n == 8) && *digits > '1' ? "phone_area" : "phone";
}
