/* json_test.c - what the reader takes and refuses, and that it reads all that the writer writes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "json.h"

static struct arena *arena;

static int setup(void **state)
{
	(void)state;
	arena = arena_new();
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static const struct json *parse(const char *s)
{
	const struct json *j = NULL;
	if (json_parse(arena, s, strlen(s), &j))
		fail_msg("refused: %s: %s", s, err_text());
	return j;
}

static void refuse(const char *s, size_t n)
{
	const struct json *const before = (const struct json *)&arena, *j = before;
	err_clear();
	if (json_parse(arena, s, n, &j) != ERR_BAD_REQUEST)
		fail_msg("taken: %.60s", s);
	assert_ptr_equal(j, before);
	assert_string_not_equal(err_text(), "");
}

static void reads_values(void **state)
{
	int64_t n = 0;
	(void)state;
	const struct json *j = parse(" {\"a\":\"\\u4e2d\\ud83d\\ude00\\n\","
				     "\"b\":[1,-2,true,false,null,1.5],\"c\":{}} ");
	assert_true(json_is_object(j));
	assert_string_equal(json_text(json_get(j, "a")), "中😀\n");
	const struct json *b = json_get(j, "b");
	assert_int_equal(json_len(b), 6);
	assert_true(json_number(json_at(b, 0), &n));
	assert_int_equal(n, 1);
	assert_true(json_number(json_at(b, 1), &n));
	assert_int_equal(n, -2);
	assert_true(json_is_true(json_at(b, 2)));
	assert_false(json_is_true(json_at(b, 3)));
	assert_non_null(json_at(b, 4));
	assert_null(json_text(json_at(b, 4)));
	assert_false(json_number(json_at(b, 5), &n));
	assert_int_equal(n, -2);
	assert_null(json_at(b, 6));
	assert_true(json_is_object(json_get(j, "c")));
}

static void absent_is_null(void **state)
{
	int64_t n;
	const struct json *j = parse("{\"a\":1}");
	(void)state;
	assert_null(json_get(j, "b"));
	assert_null(json_get(json_get(j, "b"), "c"));
	assert_null(json_get(json_get(j, "a"), "c"));
	assert_null(json_at(j, 0));
	assert_int_equal(json_len(j), 0);
	assert_null(json_text(NULL));
	assert_false(json_number(NULL, &n));
	assert_false(json_is_true(NULL));
	assert_false(json_is_object(NULL));
}

static void whole_numbers(void **state)
{
	int64_t n;
	(void)state;
	const struct json *j = parse("[9223372036854775807,-9223372036854775808,0,1e2,1.0,\"1\"]");
	assert_true(json_number(json_at(j, 0), &n));
	assert_true(n == INT64_MAX);
	assert_true(json_number(json_at(j, 1), &n));
	assert_true(n == INT64_MIN);
	for (size_t i = 3; i < 6; i++)
		assert_false(json_number(json_at(j, i), &n));
}

#define HOSTILE(literal) \
	{ \
		literal, sizeof literal - 1 \
	}
static const struct {
	const char *s;
	size_t n;
} hostile[] = {
	HOSTILE(""),
	HOSTILE(" "),
	HOSTILE("{"),
	HOSTILE("["),
	HOSTILE("{]"),
	HOSTILE("[1"),
	HOSTILE("{\"a\":1}x"),
	HOSTILE("{} {}"),
	HOSTILE("{},"),
	HOSTILE("[]\0"), /* trailing */
	HOSTILE("[\"\xff\"]"),
	HOSTILE("[\"\xc0\xaf\"]"),
	HOSTILE("[\"\xe4\xb8\"]"), /* bad UTF-8 */
	HOSTILE("[\"\xed\xa0\x80\"]"),
	HOSTILE("[\"\xf4\x90\x80\x80\"]"),
	HOSTILE("[\"\\u0000\"]"),
	HOSTILE("{\"a\\u0000b\":1}"),
	HOSTILE("[\"a\0b\"]"), /* NUL */
	HOSTILE("[\"\\ud800\"]"),
	HOSTILE("[\"\\udc00\"]"),
	HOSTILE("[\"\\ud800\\u0041\"]"),
	HOSTILE("{\"a\":1,\"a\":2}"),
	HOSTILE("{\"a\":1,\"\\u0061\":2}"), /* twice */
	HOSTILE("[1e400]"),
	HOSTILE("[9223372036854775808]"),
	HOSTILE("[-9223372036854775809]"),
	HOSTILE("\xef\xbb\xbf{}"),
	HOSTILE("[NaN]"),
	HOSTILE("[Infinity]"),
	HOSTILE("[-]"),
	HOSTILE("[01]"),
	HOSTILE("[+1]"),
	HOSTILE("[.5]"),
	HOSTILE("[1.]"),
	HOSTILE("[0x10]"),
	HOSTILE("[1,]"),
	HOSTILE("{\"a\":1,}"),
	HOSTILE("[,1]"),
	HOSTILE("{'a':1}"),
	HOSTILE("{a:1}"),
	HOSTILE("[1] // c"),
	HOSTILE("[/* c */1]"),
	HOSTILE("[\"a\nb\"]"),
	HOSTILE("[\"\\x41\"]"),
	HOSTILE("[\"a"),
	HOSTILE("[tru]"),
	HOSTILE("[TRUE]"),
	HOSTILE("[\"\\u12g4\"]"),
	HOSTILE("1"),
	HOSTILE("\"a\""),
	HOSTILE("null"), /* no container */
};

static void refuses_hostile(void **state)
{
	(void)state;
	assert_true(sizeof hostile / sizeof *hostile >= 25);
	for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++)
		refuse(hostile[i].s, hostile[i].n);
}

static void refuses_depth(void **state)
{
	(void)state;
	static const size_t depths[] = { 33, 2047, 100000 };
	for (size_t i = 0; i < sizeof depths / sizeof *depths; i++) {
		char *s = arena_alloc(arena, 2 * depths[i]);
		memset(s, '[', depths[i]);
		memset(s + depths[i], ']', depths[i]);
		refuse(s, 2 * depths[i]);
		refuse(s, depths[i]);
	}
	const char *deep = "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]";
	assert_int_equal(strlen(deep), 64);
	assert_int_equal(json_len(parse(deep)), 1);
}

static void fault_names_no_input(void **state)
{
	const struct json *j;
	(void)state;
	err_clear();
	static const char s[] = "{\"phone\":13800138000x}";
	assert_int_equal(json_parse(arena, s, sizeof s - 1, &j), ERR_BAD_REQUEST);
	assert_null(strstr(err_text(), "1380"));
}

static void writes(void **state)
{
	struct json_w w = { .buf = { .arena = arena } };
	(void)state;
	json_open(&w, '{');
	json_key(&w, "a");
	json_open(&w, '[');
	json_int(&w, INT64_MIN);
	json_bool(&w, true);
	json_bool(&w, false);
	json_str(&w, NULL);
	json_open(&w, '{');
	json_close(&w, '}');
	json_close(&w, ']');
	json_key(&w, "b\"");
	json_str(&w, "\"\\\n\t\x01\x7f</script>中");
	json_close(&w, '}');
	assert_string_equal(w.buf.p, "{\"a\":[-9223372036854775808,true,false,null,{}],"
				     "\"b\\\"\":\"\\\"\\\\\\n\\u0009\\u0001\\u007f</script>中\"}");
}

static void reads_what_it_writes(void **state)
{
	char all[256];
	(void)state;
	for (int i = 1; i < 128; i++)
		all[i - 1] = (char)i;
	memcpy(all + 127, "\xe2\x80\xa8\xf0\x9f\x98\x80", 8);
	struct json_w w = { .buf = { .arena = arena } };
	json_open(&w, '[');
	json_str(&w, all);
	json_str(&w, "bad \xff\xc0\xaf");
	json_close(&w, ']');
	const struct json *j = parse(w.buf.p);
	assert_string_equal(json_text(json_at(j, 0)), all);
	assert_string_equal(json_text(json_at(j, 1)), "bad ???");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_values),  cmocka_unit_test(absent_is_null),
		cmocka_unit_test(whole_numbers), cmocka_unit_test(refuses_hostile),
		cmocka_unit_test(refuses_depth), cmocka_unit_test(fault_names_no_input),
		cmocka_unit_test(writes),        cmocka_unit_test(reads_what_it_writes),
	};
	return cmocka_run_group_tests_name("json", tests, setup, teardown);
}
