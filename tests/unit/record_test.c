/* record_test.c - whole minutes between check-in and check-out; a QR code as the path that
 * pages draw. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "arena.h"
#include "document_qr.h"
#include "record.h"

/* Nine o'clock of some day; an activity until eleven. */
enum { NINE = 1794704400, ELEVEN = NINE + 7200 };

static int64_t minutes(int64_t in, int64_t out)
{
	int64_t starts = -1, ends = -1;
	bool any = record_clip(in, out, NINE, ELEVEN, &starts, &ends);
	if (any) {
		assert_true(starts >= NINE && ends <= ELEVEN);
		assert_int_equal(starts % 60, 0);
		assert_int_equal(ends % 60, 0);
	}
	return any ? (ends - starts) / 60 : 0;
}

static void whole_minutes(void **state)
{
	(void)state;
	assert_int_equal(minutes(NINE, NINE + 3600), 60);
	assert_int_equal(minutes(NINE + 59, NINE + 61), 0);
	assert_int_equal(minutes(NINE + 59, NINE + 119), 1);
	assert_int_equal(minutes(NINE + 30, NINE + 3600 + 29), 59);
	assert_int_equal(minutes(NINE + 30, NINE + 3600 + 30), 60);
	assert_int_equal(minutes(NINE, NINE + 59), 0);
}

static void clipped_to_the_activity(void **state)
{
	(void)state;
	assert_int_equal(minutes(NINE - 1800, ELEVEN + 1800), 120);
	assert_int_equal(minutes(NINE - 1800, NINE + 600), 10);
	assert_int_equal(minutes(ELEVEN - 600, ELEVEN + 3600), 10);
	assert_int_equal(minutes(NINE - 3600, NINE - 60), 0);
	assert_int_equal(minutes(ELEVEN, ELEVEN + 600), 0);
	assert_int_equal(minutes(NINE + 600, NINE + 300), 0);
}

/* Reads the path back into modules: each piece is "Mx yhNv1h-Nz". */
static void draw(const char *d, int side, uint8_t *dark)
{
	int x, y, n, back, used;
	memset(dark, 0, (size_t)side * (size_t)side);
	for (; *d; d += used) {
		assert_int_equal(sscanf(d, "M%d %dh%dv1h-%dz%n", &x, &y, &n, &back, &used), 4);
		assert_int_equal(n, back);
		assert_true(n > 0 && x >= QR_QUIET && x + n <= side - QR_QUIET && y >= QR_QUIET);
		memset(dark + y * side + x, 1, (size_t)n);
	}
}

static void a_path_draws_every_module(void **state)
{
	struct arena *a = arena_new();
	static uint8_t dark[200 * 200];
	struct qr qr;
	const char *d;
	int side;
	(void)state;
	const char
		*text = "https://zyz.example/activity/c/A2600100012-i-6a8f2c1-00112233445566778899";
	assert_int_equal(qr_make(a, text, &qr), OK);
	assert_int_equal(qr_path(a, text, &d, &side), OK);
	assert_int_equal(side, qr.side + 2 * QR_QUIET);
	draw(d, side, dark);
	for (int y = 0; y < qr.side; y++)
		for (int x = 0; x < qr.side; x++)
			assert_int_equal(dark[(y + QR_QUIET) * side + x + QR_QUIET],
					 qr.dark[y * qr.side + x]);
	arena_free(a);
}

static void too_long_for_any_code(void **state)
{
	struct arena *a = arena_new();
	struct qr qr = { 7, NULL };
	(void)state;
	char *text = arena_alloc(a, 4001);
	memset(text, 'x', 4000);
	assert_int_equal(qr_make(a, text, &qr), ERR_INTERNAL);
	assert_int_equal(qr.side, 7);
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(whole_minutes),
		cmocka_unit_test(clipped_to_the_activity),
		cmocka_unit_test(a_path_draws_every_module),
		cmocka_unit_test(too_long_for_any_code),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
