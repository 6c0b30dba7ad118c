/* ics_test.c - a calendar file, by what RFC 5545 asks of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "arena.h"
#include "ics.h"

static struct arena *a;

static int start(void **state)
{
	(void)state;
	a = arena_new();
	return 0;
}

static int stop(void **state)
{
	(void)state;
	arena_free(a);
	return 0;
}

static const char *line(const char *name, const char *value)
{
	struct buf b = { .arena = a };
	ics_line(&b, name, value);
	return b.p;
}

/* Takes the folds out again, as a reader does. */
static const char *unfolded(const char *s)
{
	struct buf b = { .arena = a };
	buf_str(&b, "");
	for (; *s; s++) {
		if (strncmp(s, "\r\n ", 3) == 0)
			s += 2;
		else
			buf_char(&b, *s);
	}
	return b.p;
}

/* Every line has at most 75 octets, ends in CR LF, and is whole UTF-8 by itself. */
static void check_lines(const char *s)
{
	while (*s) {
		const char *end = strstr(s, "\r\n");
		assert_non_null(end);
		assert_true(end - s <= 75);
		assert_true(utf8_valid(s, (size_t)(end - s)));
		assert_null(memchr(s, '\n', (size_t)(end - s)));
		s = end + 2;
	}
}

static void folds_at_75_octets(void **state)
{
	(void)state;
	char text[400] = "";
	for (size_t n = 0; n < 200; n++) {
		memset(text, 'x', n);
		text[n] = 0;
		const char *l = line("SUMMARY", text);
		check_lines(l);
		assert_string_equal(unfolded(l), arena_fmt(a, "SUMMARY:%s\r\n", text));
	}
	/* 8 octets of name and colon, 67 of text: just full */
	memset(text, 'y', 67);
	text[67] = 0;
	assert_null(strstr(line("SUMMARY", text), "\r\n "));
	text[67] = 'y';
	text[68] = 0;
	assert_non_null(strstr(line("SUMMARY", text), "\r\n y"));
}

static void never_tears_a_character(void **state)
{
	(void)state;
	static const char *const letters[] = { "é", "志", "𠮷", "👵" };
	for (size_t k = 0; k < sizeof(letters) / sizeof(letters[0]); k++)
		for (size_t lead = 0; lead < 8; lead++) {
			struct buf b = { .arena = a };
			for (size_t i = 0; i < lead; i++)
				buf_char(&b, 'x');
			for (size_t i = 0; i < 60; i++)
				buf_str(&b, letters[k]);
			const char *l = line("LOCATION", b.p);
			check_lines(l);
			assert_string_equal(unfolded(l), arena_fmt(a, "LOCATION:%s\r\n", b.p));
		}
}

static void texts_are_escaped(void **state)
{
	(void)state;
	assert_string_equal(ics_text(a, "a,b;c\\d\ne\r\nf"), "a\\,b\\;c\\\\d\\ne\\nf");
	assert_string_equal(ics_text(a, "x\001y\tz\177"), "xyz");
	assert_string_equal(ics_text(a, ""), "");
	/* A text cannot end its line and begin another. */
	const char *l = line("SUMMARY", ics_text(a, "x\r\nATTENDEE:mailto:a@b.example"));
	assert_string_equal(l, "SUMMARY:x\\nATTENDEE:mailto:a@b.example\r\n");
}

static const char *one(const struct ics_event *e)
{
	struct ics c;
	ics_open(&c, a, "我的志愿服务");
	ics_event(&c, e);
	struct bytes b = ics_close(&c);
	assert_int_equal(strlen((const char *)b.p), b.n);
	check_lines((const char *)b.p);
	return (const char *)b.p;
}

static void an_event_says_when_and_keeps_its_uid(void **state)
{
	(void)state;
	/* 2026-12-05 09:00 in Beijing is 01:00 UTC. */
	struct ics_event e = { .uid = "A2600100012@zyz.example",
			       .changed = 1796000000,
			       .starts = 1796432400,
			       .ends = 1796439600,
			       .title = "清理楼道",
			       .place = "胜利小区 3 号楼, 门口" };
	const char *s = one(&e);
	static const char *const must[] = { "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:",
					    "\r\nUID:A2600100012@zyz.example\r\nSEQUENCE:0\r\n",
					    "\r\nDTSTAMP:20261130T005320Z\r\n",
					    "\r\nDTSTART:20261205T010000Z\r\n",
					    "\r\nDTEND:20261205T030000Z\r\n",
					    "\r\nSUMMARY:清理楼道\r\n",
					    "\r\nLOCATION:胜利小区 3 号楼\\, 门口\r\n",
					    "\r\nSTATUS:CONFIRMED\r\n",
					    "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n" };
	for (size_t i = 0; i < sizeof(must) / sizeof(must[0]); i++)
		assert_non_null(strstr(s, must[i]));
	assert_null(strstr(s, "DESCRIPTION"));
	assert_null(strstr(s, "URL"));
	e.cancelled = true;
	e.seq = 3600;
	s = one(&e);
	assert_non_null(strstr(s, "\r\nSEQUENCE:3600\r\n"));
	assert_non_null(strstr(s, "\r\nSTATUS:CANCELLED\r\n"));
	e.seq = -5;
	assert_non_null(strstr(one(&e), "\r\nSEQUENCE:0\r\n"));
}

static void a_calendar_may_be_empty(void **state)
{
	(void)state;
	struct ics c;
	ics_open(&c, a, "x");
	struct bytes b = ics_close(&c);
	assert_null(strstr((const char *)b.p, "VEVENT"));
	check_lines((const char *)b.p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(folds_at_75_octets),
		cmocka_unit_test(never_tears_a_character),
		cmocka_unit_test(texts_are_escaped),
		cmocka_unit_test(an_event_says_when_and_keeps_its_uid),
		cmocka_unit_test(a_calendar_may_be_empty),
	};
	return cmocka_run_group_tests(tests, start, stop);
}
