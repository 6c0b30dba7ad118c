/* check.c - the numbers of the field, checked digit by digit. */
#include "check.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "clock.h"
#include "str.h"
#include "text.h"

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

/* Both kinds of eighteen digits have birth, order and check character at the same places. */
static enum id_fault eighteen_check(const char *s, const char *today, bool head, char birth[11],
				    char *sex)
{
	char day[16];
	char last = s[ID_LEN - 1] == 'x' ? 'X' : s[ID_LEN - 1];
	if (!all_digits(s, ID_LEN - 1) || (!is_digit(last) && last != 'X'))
		return ID_CHARS;
	if (!head)
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

enum id_fault id_no_check(const char *s, const char *today, char birth[11], char *sex)
{
	if (s == NULL || strlen(s) != ID_LEN)
		return ID_LENGTH;
	return eighteen_check(s, today, province(s), birth, sex);
}

enum id_fault card_no_check(const char *s, const char *today, char birth[11], char *sex)
{
	if (s == NULL || strlen(s) != ID_LEN)
		return ID_LENGTH;
	return eighteen_check(s, today, true, birth, sex);
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

/* Variation selectors and the vowel separator shape a Mongolian letter and stand behind one. */
static bool mongolian_mark(uint32_t c)
{
	return c >= 0x180b && c <= 0x180f;
}

/* What may stand between two letters of a name: a blank, a dot, what joins a Mongolian suffix; in
 * Latin names a hyphen and an apostrophe. */
static bool name_divider(uint32_t c, enum script before)
{
	if (c == ' ' || c == 0xb7 || c == 0x202f)
		return true;
	return (c == '-' || c == '\'') && before == SCRIPT_LATIN;
}

bool person_name_check(const char *s)
{
	enum script before = SCRIPT_NONE; /* of the letter before; none behind a divider */
	uint32_t divider = 0;

	if (s == NULL)
		return false;
	while (*s != '\0') {
		uint32_t c = utf8_next(&s);
		enum script script = text_script(c);
		if (script != SCRIPT_NONE) {
			if ((divider == '-' || divider == '\'') && script != SCRIPT_LATIN)
				return false;
			before = script;
			divider = 0;
			continue;
		}
		if (before == SCRIPT_NONE)
			return false;
		/* Accents that no letter with an accent exists for stay loose. */
		bool mark = mongolian_mark(c) ||
			    (c >= 0x300 && c <= 0x36f && before == SCRIPT_LATIN);
		if (mark)
			continue;
		if (!name_divider(c, before))
			return false;
		divider = c;
		before = SCRIPT_NONE;
	}
	return before != SCRIPT_NONE;
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
