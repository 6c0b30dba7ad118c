/* chart_test.c - the geometry of charts, and the SVG that templates/chart.cs writes from it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "chart.h"
#include "config.h"
#include "reply.h"

static struct rq *q;
static char dir[] = "/tmp/zyz-chart-XXXXXX";

static const char *const linked[] = { "chart.cs", "lang", "programs.hdf" };

/* The real templates, and one page that holds nothing but a chart. */
static int setup(void **state)
{
	char here[4000];
	(void)state;
	if (mkdtemp(dir) == NULL || getcwd(here, sizeof here) == NULL)
		return -1;
	config_load();
	cfg.memory_max = 0; /* one arena serves all tests */
	struct arena *a = arena_new();
	for (size_t i = 0; i < sizeof linked / sizeof *linked; i++)
		if (symlink(arena_fmt(a, "%s/templates/%s", here, linked[i]),
			    arena_fmt(a, "%s/%s", dir, linked[i])))
			return -1;
	FILE *f = fopen(arena_fmt(a, "%s/one.cs", dir), "w");
	if (f == NULL ||
	    fputs("<?cs include!\"chart.cs\" ?>[<?cs call:chart(Page.Chart) ?>]", f) < 0 ||
	    fclose(f))
		return -1;
	cfg.templates = arena_str(a, dir);
	page_start("station");
	q = arena_alloc(a, sizeof *q);
	q->arena = a;
	q->method = "GET";
	q->path = q->cookies = q->app = "";
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof linked / sizeof *linked; i++)
		unlink(arena_fmt(q->arena, "%s/%s", dir, linked[i]));
	unlink(arena_fmt(q->arena, "%s/one.cs", dir));
	int left = rmdir(dir);
	arena_free(q->arena);
	return left;
}

static int page_open(void **state)
{
	(void)state;
	q->reply = arena_alloc(q->arena, sizeof *q->reply);
	q->reply->body.arena = q->reply->headers.arena = q->arena;
	return page_begin(q);
}

static int page_close(void **state)
{
	(void)state;
	page_end(q);
	return 0;
}

static struct node *lay(const struct chart *c)
{
	struct node *n = put_list(q, "Chart");
	chart_put(q->arena, n, c);
	return n;
}

static struct node *lay_bars(const struct chart_bar *bars, size_t n)
{
	return lay(
		&(struct chart){ .id = "one", .title = "T", .empty = "E", .bars = bars, .n = n });
}

static const char *render(void)
{
	assert_int_equal(page(q, "one.cs"), OK);
	const char *from = strchr(q->reply->body.p, '[');
	assert_non_null(from);
	return from;
}

static int num(struct node *n, const char *name)
{
	int64_t v = node_get_int(n, name);
	if (v == DB_NONE)
		fail_msg("no %s", name);
	return (int)v;
}

static struct node *nth(struct node *list, int i)
{
	struct node *n = node_first(list);
	while (n && i-- > 0)
		n = node_next(n);
	assert_non_null(n);
	return n;
}

static int size(struct node *list)
{
	int n = 0;
	for (struct node *c = node_first(list); c; c = node_next(c))
		n++;
	return n;
}

static const struct chart_bar month[] = {
	{ "助餐", 412 }, { "陪诊", 188 }, { "家修", 96 },
	{ "清洁", 241 }, { "陪伴", 305 }, { "巡逻", 150 },
};

static void columns(void **state)
{
	(void)state;
	struct node *c = lay_bars(month, 6), *bars = node_child(c, "bars"),
		    *ticks = node_child(c, "_ticks");
	assert_int_equal(size(bars), 6);
	assert_int_equal(size(ticks), 5);
	assert_string_equal(node_get(nth(ticks, 0), "_text"), "0");
	assert_string_equal(node_get(nth(ticks, 4), "_text"), "400");
	assert_string_equal(node_get(c, "_label_anchor"), "middle");
	int base = num(c, "_y1");
	for (int i = 0; i < 6; i++) {
		struct node *b = nth(bars, i);
		assert_int_equal(num(b, "_y") + num(b, "_h"), base); /* all stand on the axis */
		/* heights are to scale, to the nearest unit */
		int want = (int)(month[i].value * num(nth(bars, 0), "_h") / 412);
		assert_in_range(num(b, "_h"), want, want + 1);
		assert_string_equal(node_get(b, "label"), month[i].label);
	}
	assert_int_equal(num(nth(ticks, 0), "_y1"), base);
}

static void long_labels_make_rows(void **state)
{
	(void)state;
	static const struct chart_bar bars[] = {
		{ "为独居老人提供上门理发与家电检修服务", 12 },
		{ "陪诊", 30 },
		{ "社区防汛防台应急物资搬运与独居高龄老人临时转移安置志愿服务专项行动（第二批）",
		  3 },
	};
	struct node *c = lay_bars(bars, 3), *n = node_child(c, "bars");
	assert_string_equal(node_get(c, "_label_anchor"), "end");
	assert_null(node_get(nth(n, 1), "_line2"));
	const char *cut = node_get(nth(n, 2), "_line2");
	assert_non_null(strstr(cut, "…"));
	assert_string_equal(node_get(nth(n, 2), "label"), bars[2].label); /* for the table */
	assert_int_equal(num(nth(n, 0), "_x"), num(nth(n, 2), "_x"));
	assert_true(num(nth(n, 1), "_w") > num(nth(n, 0), "_w"));
}

static void hours(void **state)
{
	(void)state;
	static const struct chart_bar bars[] = { { "a", 90 }, { "b", 605 }, { "c", 599 },
						 { "d", 60 }, { "e", 1 },   { "f", 3599 * 1000 } };
	static const char *const want[] = { "1.5", "10.08", "9.98", "1", "0.02", "59983.33" };
	struct node *c = lay(
		&(struct chart){ .id = "h", .title = "T", .unit = 60, .bars = bars, .n = 6 });
	for (int i = 0; i < 6; i++) {
		assert_string_equal(node_get(nth(node_child(c, "bars"), i), "text"), want[i]);
		assert_int_equal(node_get_int(nth(node_child(c, "bars"), i), "value"),
				 bars[i].value);
	}
	assert_string_equal(node_get(nth(node_child(c, "_ticks"), 1), "_text"), "10000");
}

static void odd_values(void **state)
{
	(void)state;
	static const struct chart_bar bars[] = { { "最大", INT64_MAX }, { "零", 0 }, { "负", -5 },
						 { "无", DB_NONE },     { "一", 1 }, { NULL, 2 },
						 { "", INT64_MIN + 1 } };
	struct node *c = lay_bars(bars, 7), *n = node_child(c, "bars");
	assert_string_equal(node_get(nth(n, 0), "text"), "9223372036854775807");
	assert_string_equal(node_get(nth(n, 2), "text"), "-5");
	assert_string_equal(node_get(nth(n, 3), "text"), "–");
	assert_string_equal(node_get(nth(n, 5), "label"), "–");
	assert_string_equal(node_get(nth(n, 6), "text"), "-9223372036854775807");
	assert_string_equal(node_get(c, "_label_anchor"), "end");
	assert_int_equal(num(nth(n, 1), "_w"), 0);
	assert_int_equal(num(nth(n, 2), "_w"), 0);
	assert_int_equal(num(nth(n, 4), "_w"), 1); /* one of very many can still be seen */
}

static void only_zeros(void **state)
{
	(void)state;
	static const struct chart_bar bars[] = { { "甲", 0 }, { "乙", 0 } };
	struct node *c = lay_bars(bars, 2);
	assert_int_equal(size(node_child(c, "_ticks")), 2);
	assert_int_equal(num(nth(node_child(c, "bars"), 1), "_h"), 0);
	assert_string_equal(node_get(nth(node_child(c, "bars"), 1), "text"), "0");
}

static void inside(struct node *c, int x, int y, const char *what, size_t n)
{
	if (x < 0 || x > num(c, "_width") || y < 0 || y > num(c, "_height"))
		fail_msg("%s at %d,%d with %zu bars", what, x, y, n);
}

/* Nothing leaves the picture and no bar touches the next, whatever the number of bars. */
static void fits(const char *label, int64_t value, bool phone)
{
	struct chart_bar bars[40];
	for (size_t n = 1; n <= 40; n++) {
		assert_int_equal(page_open(NULL), 0);
		for (size_t i = 0; i < n; i++)
			bars[i] = (struct chart_bar){ label, value / (int64_t)(i + 1) };
		struct node *c = lay(&(struct chart){
			.id = "f", .title = "T", .phone = phone, .bars = bars, .n = n });
		bool rows = strcmp(node_get(c, "_label_anchor"), "end") == 0;
		int free_from = 0;
		for (struct node *b = node_first(node_child(c, "bars")); b; b = node_next(b)) {
			int x = num(b, "_x"), y = num(b, "_y"), w = num(b, "_w"), h = num(b, "_h");
			inside(c, x, y, "bar", n);
			inside(c, x + w, y + h, "bar's end", n);
			inside(c, num(b, "_tx"), num(b, "_ty"), "value", n);
			inside(c, num(b, "_lx"), num(b, "_ly1"), "label", n);
			if (node_get(b, "_ly2"))
				inside(c, 0, num(b, "_ly2"), "second line", n);
			assert_true((rows ? y : x) >= free_from);
			free_from = rows ? y + h : x + w;
		}
		for (struct node *t = node_first(node_child(c, "_ticks")); t; t = node_next(t)) {
			inside(c, num(t, "_tx"), num(t, "_ty"), "tick", n);
			inside(c, num(t, "_x2"), num(t, "_y2"), "grid", n);
		}
		assert_in_range(size(node_child(c, "_ticks")), 1, 6);
		page_close(NULL);
	}
}

static void any_number_of_bars(void **state)
{
	(void)state;
	page_close(state);
	static const char *const labels[] = {
		"甲", "陪诊", "为独居老人提供上门理发服务", "x",
		"社区防汛防台应急物资搬运与独居高龄老人临时转移安置志愿服务专项行动"
	};
	static const int64_t values[] = { 0, 1, 7, 1000, 123456789, INT64_MAX };
	for (size_t l = 0; l < sizeof labels / sizeof *labels; l++)
		for (size_t v = 0; v < sizeof values / sizeof *values; v++) {
			fits(labels[l], values[v], false);
			fits(labels[l], values[v], true);
		}
	assert_int_equal(page_open(state), 0);
}

static int occurs(const char *in, const char *what)
{
	int n = 0;
	for (; (in = strstr(in, what)) != NULL; in++)
		n++;
	return n;
}

static void svg_is_whole(void **state)
{
	(void)state;
	lay(&(struct chart){ .id = "m",
			     .title = "本月各类服务时长",
			     .desc = "助餐最多",
			     .bars = month,
			     .n = 6 });
	const char *s = render();
	assert_int_equal(occurs(s, "<svg "), 1);
	assert_non_null(strstr(s, "role=\"img\" aria-labelledby=\"chart-m-title chart-m-desc\""));
	assert_non_null(strstr(s, "<title id=\"chart-m-title\">本月各类服务时长</title>"));
	assert_non_null(strstr(s, "<desc id=\"chart-m-desc\">助餐最多</desc>"));
	assert_int_equal(occurs(s, "<rect "), 6);
	assert_int_equal(occurs(s, "stroke=\"#c8c8c8\""), 5);
	assert_int_equal(occurs(s, ">412</text>"), 1);
	assert_int_equal(occurs(s, ">412</td>"), 1);
	assert_int_equal(occurs(s, "<details"), 1);
	assert_non_null(strstr(s, "查看数据表"));
	assert_int_equal(occurs(s, "=\"\""), 0); /* no attribute is left empty */
	assert_int_equal(occurs(s, "style"), 0);
	assert_int_equal(occurs(s, "<script"), 0);
	assert_int_equal(occurs(s, "<text "), occurs(s, "</text>"));
	assert_int_equal(occurs(s, "<g>"), occurs(s, "</g>"));
}

static void hostile_text_stays_text(void **state)
{
	(void)state;
	static const char evil[] = "\"'><script>alert(1)</script><?cs var:x ?>&";
	const struct chart_bar bars[] = { { evil, 1 }, { evil, 2 } };
	lay(&(struct chart){ .id = "e",
			     .title = evil,
			     .desc = evil,
			     .empty = evil,
			     .label_head = evil,
			     .value_head = evil,
			     .bars = bars,
			     .n = 2 });
	const char *s = render();
	assert_null(strstr(s, "<script"));
	assert_null(strstr(s, "<?cs"));
	assert_null(strstr(s, "\"'>"));
	assert_true(occurs(s, "&#39;&gt;&lt;script&gt;") >= 8);
}

static void nothing_to_show(void **state)
{
	(void)state;
	lay_bars(NULL, 0);
	const char *s = render();
	assert_null(strstr(s, "<svg"));
	assert_null(strstr(s, "<details"));
	assert_non_null(strstr(s, ">E</p>"));
}

static void json_is_the_data(void **state)
{
	(void)state;
	page_close(state);
	q->json = true;
	assert_int_equal(page_open(state), 0);
	lay_bars(month, 2);
	assert_int_equal(page(q, "one.cs"), OK);
	q->json = false;
	assert_non_null(strstr(q->reply->body.p,
			       "\"Chart\":{\"title\":\"T\",\"bars\":["
			       "{\"label\":\"助餐\",\"value\":412,\"text\":\"412\"},"
			       "{\"label\":\"陪诊\",\"value\":188,\"text\":\"188\"}]}"));
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, page_open, page_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(columns),         TEST(long_labels_make_rows),
		TEST(hours),           TEST(odd_values),
		TEST(only_zeros),      TEST(any_number_of_bars),
		TEST(svg_is_whole),    TEST(hostile_text_stays_text),
		TEST(nothing_to_show), TEST(json_is_the_data),
	};
	return cmocka_run_group_tests_name("chart", tests, setup, teardown);
}
