/* ledger_proof.c - proofs of inclusion, from the roots of blocks and the leaves of few of them. */
#include "ledger.h"

#include <string.h>

#include "merkle.h"
#include "row.h"

enum { BITS = 10, BLOCK = 1 << BITS, HEIGHT = 40, BLOCKS_MAX = 1 << 20 };

#define SIGNED_COLS(X, T) \
	X(T, INT, no, "no") \
	X(T, INT, size, "size") \
	X(T, INT, at_ms, "at_ms") \
	X(T, BYTES, root, "root") \
	X(T, BYTES, prev, "prev_hash") \
	X(T, BYTES, key_id, "key_id") \
	X(T, BYTES, signature, "signature")
ROW_DEFINE(signed_row, SIGNED_COLS);
static struct stmt newest_q = SQL(
	"SELECT " ROW_SELECT(SIGNED_COLS)
	"  FROM tree_head"
	" ORDER BY no DESC"
	" LIMIT 1");
static struct stmt leaves_q = SQL(
	"SELECT leaf"
	"  FROM ledger_leaf"
	" WHERE seq >= ?"
	"   AND seq < ?"
	" ORDER BY seq"
	" LIMIT 1024");
static struct stmt roots_q = SQL(
	"SELECT no, root"
	"  FROM ledger_block"
	" WHERE no < ?"
	" ORDER BY no"
	" LIMIT 1048576");
/* Insert-only, so even an UPDATE that changes nothing would be refused. */
static struct stmt keep_q = SQL(
	"INSERT IGNORE INTO ledger_block (no, root)"
	" VALUES (?, ?)");

enum err ledger_newest(struct ledger_signed *out)
{
	struct signed_row r;
	enum err e = row_one(&newest_q, NO_ARGS, signed_row_cols, &r);
	if (!e)
		*out = (struct ledger_signed){ { r.no, r.size, r.at_ms, r.root, r.prev, r.key_id },
					       r.signature };
	return e;
}

typedef uint8_t hash[MERKLE_HASH];

/* Up to 1,024 leaves and all whole nodes over them. */
struct block {
	int64_t no;
	size_t n;
	hash node[2 * BLOCK]; /* height k begins at 2 * BLOCK - (2 * BLOCK >> k) */
};
struct tree {
	int64_t size, blocks;
	hash *upper[HEIGHT]; /* [k]: whole nodes over 2^k whole blocks */
	struct block *tail, *now;
};

static hash *level(struct block *b, int height)
{
	return &b->node[2 * BLOCK - (2 * BLOCK >> height)];
}

static enum err take_leaf(void *ctx, const struct row *r)
{
	struct block *b = ctx;
	if (b->n >= BLOCK || r->cells[0].n != MERKLE_HASH)
		return ERR(ERR_INTERNAL, "ledger: a leaf of %zu bytes", r->cells[0].n);
	memcpy(b->node[b->n++], r->cells[0].text, MERKLE_HASH);
	return OK;
}

static enum err load(struct block *b, int64_t no, int64_t size)
{
	int64_t from = no * BLOCK, to = from + BLOCK < size ? from + BLOCK : size;
	b->no = no;
	b->n = 0;
	enum err e = db_each(&leaves_q, ARGS(A_(from), A_(to)), take_leaf, b);
	if (!e && (int64_t)b->n != to - from)
		e = ERR(ERR_INTERNAL, "ledger: block %lld has %zu leaves", (long long)no, b->n);
	for (int k = 1; !e && k <= BITS; k++)
		for (size_t i = 0; i < b->n >> k; i++)
			merkle_join(level(b, k - 1)[2 * i], level(b, k - 1)[2 * i + 1],
				    level(b, k)[i]);
	return e;
}

struct roots {
	hash *root;
	bool *known;
	int64_t n;
};

static enum err take_root(void *ctx, const struct row *r)
{
	struct roots *v = ctx;
	int64_t no = r->cells[0].i;
	if (no < 0 || no >= v->n || r->cells[1].n != MERKLE_HASH)
		return OK;
	memcpy(v->root[no], r->cells[1].text, MERKLE_HASH);
	v->known[no] = true;
	return OK;
}

/* The roots of all whole blocks; those that nobody asked for before are kept for the next. */
static enum err load_upper(struct arena *a, struct tree *t)
{
	struct roots r = { arena_array(a, (size_t)t->blocks + 1, sizeof(hash)),
			   arena_array(a, (size_t)t->blocks + 1, sizeof(bool)), t->blocks };
	enum err e = db_each(&roots_q, ARGS(A_(t->blocks)), take_root, &r);
	for (int64_t i = 0; !e && i < t->blocks; i++) {
		if (r.known[i])
			continue;
		e = load(t->now, i, t->size);
		if (e)
			return e;
		memcpy(r.root[i], level(t->now, BITS)[0], MERKLE_HASH);
		e = db_exec(&keep_q, ARGS(A_(i), A_(BYTES(r.root[i]))), NULL);
	}
	t->upper[0] = r.root;
	for (int k = 1; k < HEIGHT && t->blocks >> k; k++) {
		size_t n = (size_t)(t->blocks >> k);
		t->upper[k] = arena_array(a, n, sizeof(hash));
		for (size_t i = 0; i < n; i++)
			merkle_join(t->upper[k - 1][2 * i], t->upper[k - 1][2 * i + 1],
				    t->upper[k][i]);
	}
	return e;
}

/* A whole node: over 2^height leaves, the index-th of them. */
static const uint8_t *node(const struct tree *t, int height, int64_t index)
{
	if (height >= BITS)
		return t->upper[height - BITS][index];
	int64_t no = index >> (BITS - height);
	struct block *b = no == t->blocks ? t->tail : t->now;
	return level(b, height)[index - (no << (BITS - height))];
}

static int height_below(int64_t n)
{
	int k = 0;
	while ((int64_t)1 << (k + 1) < n)
		k++;
	return k;
}

/* The root over [from, to), which begins where a whole node of its size may begin. */
static void range(const struct tree *t, int64_t from, int64_t to, uint8_t out[MERKLE_HASH])
{
	hash right;
	int64_t n = to - from;
	int k = n == 1 ? 0 : height_below(n);
	if (n == 1 || n == (int64_t)2 << k) {
		k += n > 1;
		memcpy(out, node(t, k, from >> k), MERKLE_HASH);
		return;
	}
	memcpy(out, node(t, k, from >> k), MERKLE_HASH);
	range(t, from + ((int64_t)1 << k), to, right);
	merkle_join(out, right, out);
}

/* PATH(m, D[from:to]) of RFC 9162 §2.1.3.1: depth is that of the tree. */
static void climb(const struct tree *t, int64_t place, int64_t from, int64_t to, struct buf *path)
{
	hash side;
	if (to - from == 1)
		return;
	int64_t middle = from + ((int64_t)1 << height_below(to - from));
	bool left = place < middle;
	climb(t, place, left ? from : middle, left ? middle : to, path);
	range(t, left ? middle : from, left ? to : middle, side);
	buf_add(path, (const char *)side, sizeof(side));
}

enum err ledger_paths(struct arena *a, int64_t size, struct ledger_path *v, size_t n)
{
	struct tree t = { .size = size, .blocks = size >> BITS };
	if (size <= 0 || t.blocks > BLOCKS_MAX)
		return ERR(ERR_INTERNAL, "ledger: %lld events", (long long)size);
	t.tail = arena_alloc(a, sizeof(*t.tail));
	t.now = arena_alloc(a, sizeof(*t.now));
	enum err e = load_upper(a, &t);
	if (!e)
		e = load(t.tail, t.blocks, size);
	t.now->no = -1;
	for (size_t i = 0; !e && i < n; i++) {
		struct buf path = { .arena = a };
		int64_t no = v[i].place >> BITS;
		if (v[i].place < 0 || v[i].place >= size)
			return ERR(ERR_INTERNAL, "ledger: place %lld", (long long)v[i].place);
		if (no != t.blocks && no != t.now->no)
			e = load(t.now, no, size);
		if (!e)
			climb(&t, v[i].place, 0, size, &path);
		v[i].path = (struct bytes){ (const uint8_t *)path.p, path.n };
	}
	return e;
}
