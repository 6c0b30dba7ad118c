/* document_qr_test.c - a QR code as the path that pages draw. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "arena.h"
#include "document_qr.h"

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
		cmocka_unit_test(a_path_draws_every_module),
		cmocka_unit_test(too_long_for_any_code),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
