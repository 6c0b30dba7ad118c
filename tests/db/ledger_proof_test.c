/*
 * ledger_proof_test.c - proofs out of ledgers that are longer than a block: each is tried, and the
 * roots of blocks are kept for the next. The ledger is a temporary one that hides the real one from
 * this connection alone.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "asking.h"
#include "db.h"
#include "ledger.h"
#include "merkle.h"

enum { LEAVES = 5000, BLOCK = 1024 };

static uint8_t leaves[LEAVES][MERKLE_HASH];
static struct stmt add_q = SQL(
	"INSERT INTO ledger_leaf (seq, event_id, leaf, chain)"
	" SELECT seq, seq, UNHEX(SHA2(CONCAT('leaf ', seq), 256)), ''"
	"  FROM seq_0_to_4999");
static struct stmt leaf_q = SQL(
	"SELECT leaf"
	"  FROM ledger_leaf"
	" ORDER BY seq"
	" LIMIT 5000");
static struct stmt blocks_q = SQL(
	"SELECT COUNT(*)"
	"  FROM ledger_block");
static struct stmt spoil_q = SQL(
	"UPDATE ledger_block"
	"   SET root = REPEAT('x', 32)"
	" WHERE no = 1");
static struct stmt gap_q = SQL(
	"DELETE FROM ledger_leaf"
	" WHERE seq = 4700");

static void done(enum err e)
{
	if (e)
		fail_msg("%s %s", err_name(e), err_text());
}

static enum err take(void *ctx, const struct row *r)
{
	size_t *n = ctx;
	memcpy(leaves[(*n)++], r->cells[0].text, MERKLE_HASH);
	return OK;
}

static int start(void **state)
{
	static const char tables[] =
		"CREATE TEMPORARY TABLE ledger_leaf (seq BIGINT PRIMARY KEY, "
		"event_id BIGINT, leaf BINARY(32), chain BINARY(32)) ENGINE=InnoDB;\n"
		"CREATE TEMPORARY TABLE ledger_block (no BIGINT PRIMARY KEY, root BINARY(32)) "
		"ENGINE=InnoDB;\n";
	size_t n = 0;
	if (asking_start(state))
		return -1;
	done(db_ready(ask()->arena));
	done(db_script(tables, sizeof(tables) - 1));
	done(db_exec(&add_q, NO_ARGS, NULL));
	done(db_each(&leaf_q, NO_ARGS, take, &n));
	return n == LEAVES ? 0 : -1;
}

static int end(void **state)
{
	db_close();
	return asking_end(state);
}

static int64_t blocks(void)
{
	int64_t n = -1;
	done(db_int(&blocks_q, NO_ARGS, &n));
	return n;
}

static void root_of(int64_t size, uint8_t root[MERKLE_HASH])
{
	struct merkle m = { .size = 0 };
	for (int64_t i = 0; i < size; i++)
		merkle_add(&m, leaves[i]);
	merkle_root(&m, root);
}

/* Places over the whole ledger, the last of all among them. */
static size_t places(int64_t size, struct ledger_path *v, size_t most)
{
	size_t n = 0;
	for (int64_t p = 0; p < size && n < most; p += size / 37 + 1)
		v[n++].place = p;
	if (v[n - 1].place != size - 1)
		v[n++].place = size - 1;
	return n;
}

static bool all_hold(int64_t size)
{
	struct ledger_path v[50];
	uint8_t root[MERKLE_HASH];
	size_t n = places(size, v, 48);
	root_of(size, root);
	done(ledger_paths(ask()->arena, size, v, n));
	for (size_t i = 0; i < n; i++)
		if (!merkle_proves(leaves[v[i].place], v[i].place, size, v[i].path.p,
				   v[i].path.n / MERKLE_HASH, root))
			return false;
	return true;
}

static void proofs_hold_in_ledgers_of_every_shape(void **state)
{
	static const int64_t sizes[] = { 1,    2,    3,    7,    1000, 1023, 1024, 1025, 2047,
					 2048, 2049, 3000, 3072, 4096, 4097, 4999, 5000 };
	(void)state;
	assert_int_equal(blocks(), 0);
	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		if (!all_hold(sizes[i]))
			fail_msg("a ledger of %lld", (long long)sizes[i]);
		assert_int_equal(blocks(), sizes[i] / BLOCK);
	}
	assert_true(all_hold(3000));
	assert_int_equal(blocks(), LEAVES / BLOCK);
}

static void what_was_tampered_with_proves_nothing(void **state)
{
	struct ledger_path v[1] = { { .place = 4999 } };
	(void)state;
	assert_true(all_hold(LEAVES));
	done(db_exec(&spoil_q, NO_ARGS, NULL));
	assert_false(all_hold(LEAVES));
	done(db_exec(&gap_q, NO_ARGS, NULL));
	assert_int_equal(ledger_paths(ask()->arena, LEAVES, v, 1), ERR_INTERNAL);
	v[0].place = LEAVES;
	assert_int_equal(ledger_paths(ask()->arena, LEAVES, v, 1), ERR_INTERNAL);
	assert_int_equal(ledger_paths(ask()->arena, 0, v, 0), ERR_INTERNAL);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(proofs_hold_in_ledgers_of_every_shape),
		cmocka_unit_test(what_was_tampered_with_proves_nothing),
	};
	return cmocka_run_group_tests_name("ledger_proof", tests, start, end);
}
