/*
 * rows_ended_test.c - amid the rows of a statement: an error, as of a lock that is not had in time,
 * after which the connection is well and the same statement runs again at once; another query,
 * after which the next row is what it is.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "clock.h"
#include "config.h"
#include "db.h"

enum { TIMES = 3, ENOUGH_MS = 4000 };

static struct arena *arena;

/* An error while a row is read: more than one in its inner statement. */
static struct stmt ended_q = SQL(
	"SELECT (SELECT x.id"
	"          FROM JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$')) x"
	"         WHERE x.id >= k.id) AS id"
	"  FROM JSON_TABLE('[1]', '$[*]' COLUMNS (id BIGINT PATH '$')) k");
static struct stmt one_q = SQL(
	"SELECT 1");

static void the_statement_runs_again(void **state)
{
	int64_t id, one, began = clock_mono_ms();
	(void)state;
	for (int i = 0; i < TIMES; i++) {
		assert_int_equal(db_int(&ended_q, ARGS(A_("[1,2]")), &id), ERR_DB);
		assert_int_equal(db_int(&one_q, NO_ARGS, &one), OK);
	}
	assert_int_equal(db_int(&ended_q, ARGS(A_("[1]")), &id), OK);
	/* The connector's own patience is six seconds a time. */
	assert_true(clock_mono_ms() - began < ENOUGH_MS);
}

static struct stmt rows_q = SQL(
	"SELECT 'A1' AS no, seq AS n"
	"  FROM seq_1_to_3");
static struct stmt other_q = SQL(
	"SELECT 7 AS n, 'x' AS word");

static enum err ask_another(void *ctx, const struct row *r)
{
	int64_t *n = ctx, seven;
	assert_string_equal(r->cells[0].text, "A1");
	assert_false(r->cells[0].is_int);
	assert_int_equal(r->cells[1].i, ++*n);
	return db_int(&other_q, NO_ARGS, &seven);
}

static void a_query_amid_rows_leaves_them_alone(void **state)
{
	int64_t n = 0;
	(void)state;
	assert_int_equal(db_each(&rows_q, NO_ARGS, ask_another, &n), OK);
	assert_int_equal(n, 3);
}

static int start(void **state)
{
	(void)state;
	config_load();
	arena = arena_new();
	return db_ready(arena) ? -1 : 0;
}

static int end(void **state)
{
	(void)state;
	db_close();
	arena_free(arena);
	return 0;
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_statement_runs_again),
		cmocka_unit_test(a_query_amid_rows_leaves_them_alone),
	};
	return cmocka_run_group_tests_name("rows_ended", tests, start, end);
}
