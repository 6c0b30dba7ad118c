/* check.c - the numbers of the field, checked digit by digit. */
#include "check.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "clock.h"
#include "str.h"

#define ID_LEN  18
#define MAX_AGE 150

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool all_digits(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!is_digit(s[i]))
			return false;
	return true;
}

static int number(const char *s, size_t n)
{
	int v = 0;
	for (size_t i = 0; i < n; i++)
		v = v * 10 + (s[i] - '0');
	return v;
}

/* Provinces, and the residence permits of Hong Kong 81, Macao 82 and Taiwan 83. */
static bool province(const char *s)
{
	static const char codes[] = "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 "
				    "46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 ";
	const char key[] = { s[0], s[1], ' ', '\0' };
	return strstr(codes, key) != NULL;
}

/* The day 150 years before today, as text. Days compare as text, so 02-29 needs no care. */
static bool birth_plausible(const char *birth, const char *today)
{
	char oldest[24];
	int64_t ignored;

	if (!clock_parse_day(birth, &ignored) || strcmp(birth, today) > 0)
		return false;
	snprintf(oldest, sizeof oldest, "%04d%.6s", number(today, 4) - MAX_AGE, today + 4);
	return strcmp(birth, oldest) >= 0;
}

static char id_check_char(const char *s)
{
	static const int weights[] = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };
	int sum = 0;
	for (size_t i = 0; i < ID_LEN - 1; i++)
		sum += (s[i] - '0') * weights[i];
	return "10X98765432"[sum % 11];
}

enum id_fault id_no_check(const char *s, const char *today, char birth[11], char *sex)
{
	char day[16];

	if (s == NULL || strlen(s) != ID_LEN)
		return ID_LENGTH;
	char last = s[ID_LEN - 1] == 'x' ? 'X' : s[ID_LEN - 1];
	if (!all_digits(s, ID_LEN - 1) || (!is_digit(last) && last != 'X'))
		return ID_CHARS;
	if (!province(s))
		return ID_REGION;
	snprintf(day, sizeof day, "%.4s-%.2s-%.2s", s + 6, s + 10, s + 12);
	if (!birth_plausible(day, today))
		return ID_BIRTH;
	if (id_check_char(s) != last)
		return ID_CHECK_DIGIT;
	memcpy(birth, day, 11);
	*sex = (s[16] - '0') % 2 ? '1' : '2';
	return ID_OK;
}

bool uscc_check(const char *s)
{
	static const char alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";
	int sum = 0, weight = 1;
	long check = -1;

	if (s == NULL || strlen(s) != ID_LEN || !all_digits(s + 2, 6))
		return false;
	for (size_t i = 0; i < ID_LEN; i++) {
		const char *at = strchr(alphabet, s[i]);
		if (at == NULL)
			return false;
		check = at - alphabet;
		if (i == ID_LEN - 1)
			break;
		sum += (int)check * weight;
		weight = weight * 3 % 31;
	}
	return check == (31 - sum % 31) % 31;
}

bool mobile_check(const char *s)
{
	return s != NULL && strlen(s) == 11 && all_digits(s, 11) && s[0] == '1' && s[1] >= '3';
}

/* Length of the run of digits at s. */
static size_t digits(const char *s)
{
	return strspn(s, "0123456789");
}

bool landline_check(const char *s)
{
	if (s == NULL || s[0] != '0')
		return false;
	size_t area = digits(s);
	if (area < 3 || area > 4 || s[area] != '-')
		return false;
	s += area + 1;
	size_t n = digits(s);
	if (n < 7 || n > 8)
		return false;
	if (s[n] == '\0')
		return true;
	if (s[n] != '-')
		return false;
	s += n + 1;
	n = digits(s);
	return n >= 3 && n <= 4 && s[n] == '\0';
}

/* One character of text that utf8_valid() has accepted; moves *s behind it. */
static uint32_t next_char(const char **s)
{
	const unsigned char *p = (const unsigned char *)*s;
	int more = p[0] < 0x80 ? 0 : p[0] < 0xe0 ? 1 : p[0] < 0xf0 ? 2 : 3;
	uint32_t c = more == 0 ? p[0] : p[0] & (0x3fu >> more);

	for (int i = 1; i <= more; i++)
		c = c << 6 | (p[i] & 0x3fu);
	*s += more + 1;
	return c;
}

static bool name_letter(uint32_t c)
{
	static const struct {
		uint32_t from, to;
	} ranges[] = {
		{ 'A', 'Z' },       { 'a', 'z' },         { 0x00c0, 0x00d6 },
		{ 0x00d8, 0x00f6 }, { 0x00f8, 0x024f },                       /* with accents */
		{ 0x1820, 0x18aa },                                           /* Mongolian */
		{ 0x3007, 0x3007 }, { 0x3400, 0x4dbf },   { 0x4e00, 0x9fff }, /* 〇 and Han */
		{ 0xf900, 0xfaff }, { 0x20000, 0x323af },                     /* rare Han */
	};
	for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
		if (c >= ranges[i].from && c <= ranges[i].to)
			return true;
	return false;
}

/* Variation selectors and the vowel separator shape a Mongolian letter and stand behind one. */
static bool mongolian_mark(uint32_t c)
{
	return c >= 0x180b && c <= 0x180f;
}

bool person_name_check(const char *s)
{
	bool letter = false; /* the character before was one */

	if (s == NULL || !utf8_valid(s, strlen(s)))
		return false;
	while (*s != '\0') {
		uint32_t c = next_char(&s);
		if (name_letter(c)) {
			letter = true;
			continue;
		}
		/* A narrow no-break space joins Mongolian suffixes. */
		bool divider = c == ' ' || c == 0x00b7 || c == 0x202f;
		if (!letter || (!divider && !mongolian_mark(c)))
			return false;
		letter = !divider;
	}
	return letter;
}

bool volunteer_no_check(const char *s)
{
	if (s == NULL)
		return false;
	if (strlen(s) == 32)
		return all_digits(s, 32);
	if (strlen(s) != 18 || s[0] != 'V' || !all_digits(s + 1, 16))
		return false;
	return is_digit(s[17]) || (s[17] >= 'A' && s[17] <= 'Z');
}

int age_on(const char *birth, const char *day)
{
	int years = number(day, 4) - number(birth, 4);
	return strcmp(day + 4, birth + 4) < 0 ? years - 1 : years;
}
