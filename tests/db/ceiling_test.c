/* ceiling_test.c - a request that grows over cfg.memory_max ends like after any other error: its
 * transaction is undone, its statement and its connection serve the next one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "config.h"
#include "db.h"
#include "row.h"

enum { TURNS = 100 };

static struct arena *a;

/* 2000 rows of 600 letters: more than the ceiling of the test. */
#define WIDE_COLS(X, T) X(T, TEXT, text, "REPEAT('甲', 200)")
ROW_DEFINE(wide_row, WIDE_COLS);
static struct stmt wide_q = SQL(
	"SELECT " ROW_SELECT(WIDE_COLS)
	"  FROM JSON_TABLE(CONCAT('[0', REPEAT(',0', ?), ']'), '$[*]'"
	"       COLUMNS (i INT PATH '$')) j");
static struct stmt connection_q = SQL("SELECT CONNECTION_ID()");
static struct stmt add_q = SQL(
	"INSERT INTO throttle (bucket, hits, window_start)"
	" VALUES (REPEAT('c', 32), 1, NOW())");
static struct stmt count_q = SQL(
	"SELECT COUNT(*)"
	"  FROM throttle"
	" WHERE bucket = REPEAT('c', 32)");

static int begin(void **state)
{
	(void)state;
	config_load();
	cfg.memory_max = 262144;
	a = arena_new();
	return db_ready(a) ? -1 : 0;
}

static int end(void **state)
{
	(void)state;
	db_close();
	arena_free(a);
	return 0;
}

static enum err read_wide(int64_t rows)
{
	struct wide_row *v;
	size_t n;
	return row_all(&wide_q, ARGS(A_(rows)), wide_row_cols, sizeof(*v), &v, &n);
}

static enum err add_and_read(void *ctx)
{
	enum err e = db_exec(&add_q, NO_ARGS, NULL);
	return e ? e : read_wide(*(const int64_t *)ctx);
}

/* Nothing is read after it, so only the end of the transaction can see it. */
static enum err add_and_take(void *ctx)
{
	(void)arena_alloc(a, *(const size_t *)ctx);
	return db_exec(&add_q, NO_ARGS, NULL);
}

static int64_t number(struct stmt *s)
{
	int64_t n = 0;
	assert_int_equal(db_int(s, NO_ARGS, &n), OK);
	return n;
}

static void too_many_rows_end_the_query_a_hundred_times(void **state)
{
	(void)state;
	int64_t before = number(&connection_q);
	for (int i = 0; i < TURNS; i++) {
		assert_int_equal(db_ready(a), OK);
		assert_int_equal(read_wide(2000), ERR_MEMORY);
		arena_reset(a);
		err_clear();
		assert_int_equal(read_wide(20), OK);
		arena_reset(a);
	}
	assert_int_equal(number(&connection_q), before);
}

static void a_transaction_that_grows_over_is_undone(void **state)
{
	int64_t rows = 2000;
	size_t bytes = 300000;
	(void)state;
	assert_int_equal(db_tx(add_and_read, &rows), ERR_MEMORY);
	arena_reset(a);
	err_clear();
	assert_int_equal(number(&count_q), 0);
	assert_int_equal(db_tx(add_and_take, &bytes), ERR_MEMORY);
	assert_false(db_in_tx());
	arena_reset(a);
	err_clear();
	assert_int_equal(number(&count_q), 0);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(too_many_rows_end_the_query_a_hundred_times, begin,
						end),
		cmocka_unit_test_setup_teardown(a_transaction_that_grows_over_is_undone, begin,
						end),
	};
	return cmocka_run_group_tests_name("ceiling", tests, NULL, NULL);
}
