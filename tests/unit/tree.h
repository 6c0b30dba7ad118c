/* tree.h - a small ledger tree for tests, by the recursion of RFC 9162 §2.1.3.1. */
#ifndef ZYZ_TEST_TREE_H
#define ZYZ_TEST_TREE_H

#include "merkle.h"
#include "str.h"

enum { TREE_LEAVES = 7 };
extern uint8_t tree_leaves[TREE_LEAVES][MERKLE_HASH];
/* Over n leaves from `from` on. */
void tree_root(size_t from, size_t n, uint8_t out[MERKLE_HASH]);
/* Adds the sides from the leaf `at` upwards. */
void tree_path(struct buf *b, size_t at, size_t from, size_t n);

#endif
