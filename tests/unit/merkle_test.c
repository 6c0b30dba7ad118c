/*
 * merkle_test.c - the tree and the formats of the ledger, against values that another program made.
 * The roots are those of RFC 9162 §2.1.1 written as the recursion that stands there; the eight
 * leaves are the ones that Certificate Transparency's own implementations are tried with.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "ledger.h"
#include "merkle.h"
#include "secret.h"
#include "tree.h"

static struct arena *arena;

static int start(void **state)
{
	(void)state;
	arena = arena_new();
	return 0;
}

static int end(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static const char *hex(const uint8_t h[MERKLE_HASH])
{
	return hex_encode(arena, (struct bytes){ h, MERKLE_HASH });
}

static const char *root_of(const struct merkle *m)
{
	uint8_t root[MERKLE_HASH];
	merkle_root(m, root);
	return hex(root);
}

static void grow(struct merkle *m, const void *entry, size_t n)
{
	uint8_t leaf[MERKLE_HASH];
	merkle_leaf(entry, n, leaf);
	merkle_add(m, leaf);
}

static void test_known_roots(void **state)
{
	static const struct {
		const char *leaf, *root;
	} known[] = {
		{ "", "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d" },
		{ "00", "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125" },
		{ "10", "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77" },
		{ "2021", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7" },
		{ "3031", "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4" },
		{ "40414243", "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef" },
		{ "5051525354555657",
		  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c" },
		{ "606162636465666768696a6b6c6d6e6f",
		  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328" },
	};
	struct merkle m = { .size = 0 };
	(void)state;
	assert_string_equal(root_of(&m),
			    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		uint8_t entry[16];
		size_t n = strlen(known[i].leaf) / 2;
		assert_true(hex_decode(known[i].leaf, entry, n));
		grow(&m, entry, n);
		assert_int_equal(m.size, (int64_t)i + 1);
		assert_string_equal(root_of(&m), known[i].root);
	}
}

/* The roots of all sizes from 1 to 300 behind each other, hashed: no shape of tree is left out. */
static void test_all_sizes(void **state)
{
	struct merkle m = { .size = 0 };
	struct buf roots = { .arena = arena };
	(void)state;
	for (int i = 0; i < 300; i++) {
		uint8_t root[MERKLE_HASH];
		const char *text = arena_fmt(arena, "%d", i);
		grow(&m, text, strlen(text));
		merkle_root(&m, root);
		buf_add(&roots, (const char *)root, sizeof(root));
	}
	struct bytes all = { (const uint8_t *)roots.p, roots.n };
	assert_string_equal(hex(secret_sha256(arena, all).p),
			    "f39d6887188246346fe6f8f1d9bd617fee2782bf80004b41396ab91f9f220338");
}

/* A leaf and a node of the same bytes are not the same thing. */
static void test_leaf_is_no_node(void **state)
{
	uint8_t two[2 * MERKLE_HASH], leaf[MERKLE_HASH];
	struct merkle m = { .size = 0 };
	(void)state;
	merkle_leaf("a", 1, two);
	merkle_leaf("b", 1, two + MERKLE_HASH);
	merkle_add(&m, two);
	merkle_add(&m, two + MERKLE_HASH);
	merkle_leaf(two, sizeof(two), leaf);
	assert_string_not_equal(root_of(&m), hex(leaf));
}

static void test_entry(void **state)
{
	uint8_t uid[16], commitment[32], leaf[MERKLE_HASH];
	struct buf fields = { .arena = arena };
	(void)state;
	for (size_t i = 0; i < sizeof(uid); i++)
		uid[i] = (uint8_t)i;
	for (size_t i = 0; i < sizeof(commitment); i++)
		commitment[i] = (uint8_t)(100 + i);
	ledger_part(&fields, (struct bytes){ (const uint8_t *)"zyz-event-1", 11 });
	ledger_part(&fields, (struct bytes){ (const uint8_t *)"effective", 9 });
	struct bytes entry = ledger_entry(arena, BYTES(uid), "2026-03-12 00:05:00.000",
					  BYTES(commitment),
					  (struct bytes){ (const uint8_t *)fields.p, fields.n });
	merkle_leaf(entry.p, entry.n, leaf);
	assert_string_equal(hex(leaf),
			    "224554164f57d495e8d5ab3e85c84f24773b919334e9d4059860910ab9a78d75");
}

static void test_message(void **state)
{
	uint8_t root[32], prev[32], key[] = { 0xc7, 0x15, 0x39, 0x2f };
	(void)state;
	memset(root, 0xaa, sizeof(root));
	memset(prev, 0xbb, sizeof(prev));
	struct ledger_sign h = { 7, 1000, 1795318555000, BYTES(root), BYTES(prev), BYTES(key) };
	struct bytes m = ledger_message(arena, &h);
	assert_int_equal(m.n, 102);
	assert_string_equal(hex(secret_sha256(arena, m).p),
			    "3dd00e909ea2ab1b5e0f4ad90db80bd02ada5f5f4ffdcc27ef5c758840b64424");
}

static void a_proof_holds_at_its_place_alone(void **state)
{
	uint8_t root[MERKLE_HASH];
	(void)state;
	for (int i = 0; i < TREE_LEAVES; i++)
		merkle_leaf(&i, sizeof(i), tree_leaves[i]);
	for (size_t size = 1; size <= TREE_LEAVES; size++) {
		tree_root(0, size, root);
		for (size_t at = 0; at < size; at++) {
			struct buf p = { .arena = arena };
			tree_path(&p, at, 0, size);
			const uint8_t *path = (const uint8_t *)p.p;
			size_t n = p.n / MERKLE_HASH;
			for (size_t other = 0; other <= size; other++)
				assert_int_equal(merkle_proves(tree_leaves[at], (int64_t)other,
							       (int64_t)size, path, n, root),
						 other == at);
			if (n)
				assert_false(merkle_proves(tree_leaves[at], (int64_t)at,
							   (int64_t)size, path, n - 1, root));
			assert_false(merkle_proves(root, (int64_t)at, (int64_t)size + (size == 1),
						   path, n, tree_leaves[0]));
		}
	}
	assert_false(merkle_proves(tree_leaves[0], -1, 1, NULL, 0, tree_leaves[0]));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_known_roots),
		cmocka_unit_test(test_all_sizes),
		cmocka_unit_test(test_leaf_is_no_node),
		cmocka_unit_test(test_entry),
		cmocka_unit_test(test_message),
		cmocka_unit_test(a_proof_holds_at_its_place_alone),
	};
	return cmocka_run_group_tests(tests, start, end);
}
