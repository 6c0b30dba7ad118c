/* page_time_test.c - days and times as templates show them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <ClearSilver.h>

#include "clock.h"
#include "hdf_alloc.h"
#include "page_time.h"

static HDF *texts;

static int load(void **state)
{
	(void)state;
	return hdf_init(&texts) != STATUS_OK ||
	       hdf_read_file(texts, "templates/lang/zh/frame.hdf") != STATUS_OK;
}

static int drop(void **state)
{
	(void)state;
	hdf_destroy(&texts);
	return 0;
}

static NEOERR *add(void *to, char *s)
{
	return string_append(to, s);
}

/* What a page shows for a call of one function, on a given day. */
static void shows(const char *day, const char *call, const char *value, const char *expected)
{
	HDF *data;
	CSPARSE *cs;
	STRING out;
	char text[200];
	int64_t t;
	(void)snprintf(text, sizeof(text), "<?cs var:%s ?>", call);
	assert_true(clock_parse_time(day, &t));
	assert_true(hdf_init(&data) == STATUS_OK);
	assert_true(hdf_set_value(data, "Config.VarEscapeMode", "html") == STATUS_OK);
	assert_true(hdf_set_value(data, "x", value) == STATUS_OK);
	assert_true(hdf_set_value(data, "y", "2026-12-05 11:00:00") == STATUS_OK);
	assert_true(cs_init(&cs, data) == STATUS_OK);
	cs->global_hdf = texts;
	assert_true(page_functions(cs) == STATUS_OK);
	assert_true(cs_parse_string(cs, hdf_strdup(text), strlen(text)) == STATUS_OK);
	page_today(t);
	string_init(&out);
	assert_true(string_append(&out, "") == STATUS_OK);
	assert_true(cs_render(cs, &out, add) == STATUS_OK);
	assert_string_equal(out.buf, expected);
	string_clear(&out);
	cs_destroy(&cs);
	hdf_destroy(&data);
}

#define NOW "2026-11-28 00:30:00"

static void test_days(void **state)
{
	(void)state;
	shows(NOW, "on(x)", "2026-12-03", "<time datetime=\"2026-12-03\">12月3日 周四</time>");
	shows(NOW, "on(x)", "2026-12-03 14:00:00",
	      "<time datetime=\"2026-12-03\">12月3日 周四</time>");
	shows(NOW, "on(x)", "2026-11-28",
	      "<time datetime=\"2026-11-28\">今天 11月28日 周六</time>");
	shows(NOW, "on(x)", "2026-11-29",
	      "<time datetime=\"2026-11-29\">明天 11月29日 周日</time>");
	shows(NOW, "on(x)", "2026-11-27",
	      "<time datetime=\"2026-11-27\">昨天 11月27日 周五</time>");
	shows(NOW, "on(x)", "2027-01-13",
	      "<time datetime=\"2027-01-13\">2027年1月13日 周三</time>");
	shows(NOW, "on(x)", "1958-03-27",
	      "<time datetime=\"1958-03-27\">1958年3月27日 周四</time>");
	/* The last day of a year sees the next one; the minutes before midnight are still today. */
	shows("2026-12-31 23:59:59", "on(x)", "2027-01-01",
	      "<time datetime=\"2027-01-01\">明天 2027年1月1日 周五</time>");
	shows("2026-12-31 23:59:59", "on(x)", "2026-12-31",
	      "<time datetime=\"2026-12-31\">今天 12月31日 周四</time>");
}

static void test_times(void **state)
{
	(void)state;
	shows(NOW, "at(x)", "2026-12-03 09:05:59",
	      "<time datetime=\"2026-12-03\">12月3日 周四</time> <time>09:05</time>");
	shows(NOW, "at(x)", "2026-12-03", "<time datetime=\"2026-12-03\">12月3日 周四</time>");
	shows(NOW, "hour(x)", "2026-12-03T09:05", "<time>09:05</time>");
	shows(NOW, "till(x)", "2026-12-03 11:00:00", "<time>11:00</time>");
	shows(NOW, "till(x)", "2026-12-04 00:00:00", "<time>24:00</time>");
	shows(NOW, "span(x + \"/\" + \"2026-12-06 00:00:00\")", "2026-12-05 22:00:00",
	      "<time datetime=\"2026-12-05\">12月5日 周六</time> <time>22:00–24:00</time>");
	shows(NOW, "hour(x)", "23:59:00", "<time>23:59</time>");
	shows(NOW, "short(x)", "2026-12-03 09:05:59", "<time datetime=\"2026-12-03\">12-03</time>");
	shows(NOW, "short(x)", "2025-12-03", "<time datetime=\"2025-12-03\">2025-12-03</time>");
	shows(NOW, "span(x + \"/\" + y)", "2026-12-05 09:00:00",
	      "<time datetime=\"2026-12-05\">12月5日 周六</time> <time>09:00–11:00</time>");
	shows(NOW, "span(x + \"/\" + y)", "2026-12-04 22:00:00",
	      "<time datetime=\"2026-12-04\">12月4日 周五</time> <time>22:00</time> – "
	      "<time datetime=\"2026-12-05\">12月5日 周六</time> <time>11:00</time>");
}

static void test_days_of_a_span(void **state)
{
	(void)state;
	shows(NOW, "span(x + \"/\" + x)", "2026-12-05",
	      "<time datetime=\"2026-12-05\">12月5日 周六</time>");
	shows(NOW, "span(x + \"/\" + \"2027-01-03\")", "2026-12-05",
	      "<time datetime=\"2026-12-05\">12月5日 周六</time> – "
	      "<time datetime=\"2027-01-03\">2027年1月3日 周日</time>");
}

/* What is no time comes out as words, escaped. */
static void test_others(void **state)
{
	static const char *const calls[] = { "on(x)", "at(x)", "hour(x)", "till(x)", "short(x)" };
	static const char *const values[][2] = {
		{ "", "" },
		{ "待定", "待定" },
		{ "2026-02-30", "2026-02-30" },
		{ "2026-13-01", "2026-13-01" },
		{ "1990-**-**", "1990-**-**" },
		{ "2026-12-03 99:00", "2026-12-03 99:00" },
		{ "2026-12-03\"><svg onload=x>", "2026-12-03&quot;&gt;&lt;svg onload=x&gt;" },
		{ "'&", "&#39;&amp;" },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(calls) / sizeof(calls[0]); i++)
		for (size_t k = 0; k < sizeof(values) / sizeof(values[0]); k++)
			shows(NOW, calls[i], values[k][0], values[k][1]);
	shows(NOW, "span(x + \"/\" + y)", "<b>", "&lt;b&gt;/2026-12-05 11:00:00");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_days),
		cmocka_unit_test(test_times),
		cmocka_unit_test(test_days_of_a_span),
		cmocka_unit_test(test_others),
	};
	return cmocka_run_group_tests_name("page_time", tests, load, drop);
}
