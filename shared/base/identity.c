/* identity.c - documents: shapes, check digits, what is inside, keys, masks. */
#include "identity.h"

#include <stdint.h>
#include <string.h>

#include "check.h"
#include "str.h"
#include "text.h"

enum { SHOWN_MAX = 4 };

/* A shape is letters of a pattern: A a letter A to Z, 9 a digit, * a letter or digit, H a Han
 * letter, all others themselves; ? behind one: it may be missing; + behind one: again and again. */
static bool shaped(const char *s, const char *p)
{
	if (!*p)
		return !*s;
	const char *after = s;
	uint32_t c = *s ? utf8_next(&after) : 0;
	bool letter = c >= 'A' && c <= 'Z', digit = c >= '0' && c <= '9';
	bool fits = *p == 'A'   ? letter
		    : *p == '9' ? digit
		    : *p == '*' ? letter || digit
		    : *p == 'H' ? text_script(c) == SCRIPT_HAN
				: c == (unsigned char)*p;
	if (p[1] == '?')
		return (fits && shaped(after, p + 2)) || shaped(s, p + 2);
	if (p[1] == '+')
		return fits && (shaped(after, p) || shaped(after, p + 2));
	return fits && shaped(after, p + 1);
}

static bool shaped_one_of(const char *s, const char *const *patterns)
{
	for (; *patterns; patterns++)
		if (shaped(s, *patterns))
			return true;
	return false;
}

static int value(char c)
{
	return c >= 'A' ? c - 'A' + 10 : c - '0';
}

/* Weights 9 (a blank, 36, where there is one letter) to 1; the sum is a multiple of 11. */
static bool hong_kong_holds(const char *s)
{
	size_t n = strlen(s);
	int sum = n == 8 ? 36 * 9 : 0, weight = n == 8 ? 8 : 9;
	for (; weight > 1; s++, weight--)
		sum += value(*s) * weight;
	sum += value(*s);
	return sum % 11 == 0;
}

/* The letter stands for two digits; weights 1, 9, 8 ... 1, 1; the sum is a multiple of 10. */
static bool taiwan_holds(const char *s)
{
	static const char order[] = "ABCDEFGHJKLMNPQRSTUVXYWZIO"; /* 10, 11, ... */
	int letter = (int)(strchr(order, *s) - order) + 10;
	int sum = letter / 10 + letter % 10 * 9;
	for (int i = 1; i < 9; i++)
		sum += (s[i] - '0') * (9 - i);
	return (sum + s[9] - '0') % 10 == 0;
}

/* 17 digits and a digit or X: nobody but residents and permanent residents has such a number. */
static bool eighteen(const char *s)
{
	return shaped(s, "99999999999999999*") && (s[17] == 'X' || s[17] <= '9');
}

/* Officers and soldiers: 军字第1234567号 is 军1234567. Whether 字第 and 号 are written changes
 * nothing. */
static const char *service_bare(struct arena *a, const char *no)
{
	static const char *const words[] = { "字", "第", "号", "號" };
	struct buf b = { .arena = a };
	buf_str(&b, "");
	while (*no) {
		size_t skip = 0;
		for (size_t i = 0; i < sizeof(words) / sizeof(words[0]) && !skip; i++)
			skip = str_starts(no, words[i]) ? strlen(words[i]) : 0;
		if (!skip)
			buf_char(&b, *no);
		no += skip ? skip : 1;
	}
	return b.p;
}

static const char *taiwan_sex(const char *s)
{
	return strchr("1ACG8", s[1]) ? "1" : "2";
}

#define SHAPES(...) ((const char *const[]){ __VA_ARGS__, NULL })
#define SERVICE     SHAPES("H?H?H?H?H?H?H?H?A?9999+H?")
/* Whatever else there is: letters and digits, a digit among the last three. */
#define ANY_OTHER SHAPES("H?H?H?H?***+9H?", "H?H?H?H?***+9*H?", "H?H?H?H?***+9**H?")

/* The table. Macau keeps the rule of its check digit to itself; passports have none. */
static const struct kind {
	const char *type, *as; /* kept and indexed as that type */
	const char *const *shapes;
	bool (*holds)(const char *no);
	const char *(*sex)(const char *no);                   /* inside, and sure */
	const char *(*bare)(struct arena *a, const char *no); /* what of it is indexed */
} kinds[] = {
	{ "02", "02", SHAPES("A999999*", "AA999999*"), hong_kong_holds, NULL, NULL },
	{ "03", "03", SHAPES("19999999", "59999999", "79999999"), NULL, NULL, NULL },
	{ "04", "04", SHAPES("A199999999", "A299999999", "A899999999", "A999999999"), taiwan_holds,
	  taiwan_sex, NULL },
	/* At least five characters, a digit among the last three. */
	{ "05", "05", SHAPES("****+9", "****+9*", "****+9**"), NULL, NULL, NULL },
	{ "06", "06", SERVICE, NULL, NULL, service_bare },
	{ "07", "07", SERVICE, NULL, NULL, service_bare },
	/* 网号 of the national network identity (公安部令第173号): letters and digits that say
	 * nothing of the holder. */
	{ "10", "10", SHAPES("********+"), NULL, NULL, NULL },
	{ "99", "99", ANY_OTHER, NULL, NULL, service_bare },
	{ "08", "99", ANY_OTHER, NULL, NULL, service_bare },
};
enum { KINDS = sizeof(kinds) / sizeof(kinds[0]), NUMBER_MAX = 40 };

static const struct kind *kind_of(const char *type)
{
	for (size_t i = 0; i < KINDS; i++)
		if (str_eq(kinds[i].type, type))
			return &kinds[i];
	return NULL;
}

bool identity_known(const char *type)
{
	return kind_of(type) || str_eq(type, "01");
}

static const char *key_of(struct arena *a, const struct kind *k, const char *no)
{
	return arena_fmt(a, "%s:%s", k->as, k->bare ? k->bare(a, no) : no);
}

/* The number of a resident or of a permanent residence card, whatever type was chosen. */
static const char *read_eighteen(struct arena *a, const char *no, const char *today,
				 struct identity *out)
{
	static const char *const words[] = { NULL,        "id_length", "id_chars",
					     "id_region", "id_birth",  "id_check" };
	char birth[11], sex;
	bool card = *no == '9';
	const char *wrong = words[card ? card_no_check(no, today, birth, &sex)
				       : id_no_check(no, today, birth, &sex)];
	if (wrong)
		return wrong;
	*out = (struct identity){ .type = card ? "99" : "01",
				  .no = no,
				  .key = card ? arena_fmt(a, "99:%s", no) : no,
				  .birth = arena_str(a, birth),
				  .sex = arena_dup(a, &sex, 1),
				  .sex_sure = !card };
	return NULL;
}

const char *identity_read(struct arena *a, const char *type, const char *typed, const char *today,
			  struct identity *out)
{
	const char *no = text_number(a, typed);
	const struct kind *k = kind_of(type);
	size_t n = strlen(no);
	if (eighteen(no))
		return read_eighteen(a, no, today, out);
	/* The numbers of cards that went out of force with 2012. */
	if (n == 15 && strspn(no, "0123456789") == 15)
		return "id_old";
	if (!k)
		return n != 18 ? "id_length" : "id_chars";
	if (n > NUMBER_MAX || !shaped_one_of(no, k->shapes))
		return "id_shape";
	if (k->holds && !k->holds(no))
		return "id_check";
	*out = (struct identity){ .type = k->as, .no = no, .key = key_of(a, k, no) };
	if (k->sex) {
		out->sex = k->sex(no);
		out->sex_sure = true;
	}
	return NULL;
}

size_t identity_keys(struct arena *a, const char *typed, const char *keys[IDENTITY_KEYS])
{
	const char *no = text_number(a, typed);
	size_t n = 0;
	if (eighteen(no) && *no != '9')
		keys[n++] = no;
	for (size_t i = 0; i < KINDS; i++)
		if (str_eq(kinds[i].type, kinds[i].as))
			keys[n++] = key_of(a, &kinds[i], no);
	return n;
}

const char *identity_key(struct arena *a, const char *type, const char *no, const char *today)
{
	struct identity d;
	const struct kind *k = kind_of(type);
	if (!identity_read(a, type, no, today, &d))
		return d.key;
	no = text_number(a, no);
	return k ? key_of(a, k, no) : no;
}

const char *identity_mask(struct arena *a, const char *no)
{
	if (!no)
		return NULL;
	size_t n = utf8_count(no), shown = n / 4 < SHOWN_MAX ? n / 4 : SHOWN_MAX, i = 0;
	struct buf b = { .arena = a };
	buf_str(&b, "");
	for (const char *p = no; *p; i++) {
		const char *from = p;
		(void)utf8_next(&p);
		if (i < shown || i >= n - shown)
			buf_add(&b, from, (size_t)(p - from));
		else
			buf_char(&b, '*');
	}
	return b.p;
}
