/* head.c - the signed heads: what everybody else keeps of the ledger. */
#include <string.h>

#include "clock.h"
#include "config.h"
#include "log.h"
#include "row.h"
#include "seal.h"
#include "secret.h"

#define HEAD_COLS(X, T) \
	X(T, INT, no, "no") \
	X(T, INT, size, "size") \
	X(T, INT, at_ms, "at_ms") \
	X(T, BYTES, root, "root") \
	X(T, BYTES, prev, "prev_hash") \
	X(T, BYTES, key_id, "key_id") \
	X(T, BYTES, signature, "signature")
ROW_DEFINE(head_row, HEAD_COLS);

static struct stmt last_q = SQL(
	"SELECT " ROW_SELECT(HEAD_COLS)
	"  FROM tree_head"
	" ORDER BY no DESC"
	" LIMIT 1");
static struct stmt add_q = SQL(
	"INSERT INTO tree_head (no, size, at_ms, root, prev_hash, key_id, signature)"
	" VALUES (?, ?, ?, ?, ?, ?, ?)");

static struct bytes own_key(struct arena *a)
{
	uint32_t id = secret_key_id();
	uint8_t *p = arena_alloc(a, sizeof(id));
	for (size_t i = 0; i < sizeof(id); i++)
		p[i] = (uint8_t)(id >> (24 - 8 * i));
	return (struct bytes){ p, sizeof(id) };
}

static bool same(struct bytes a, struct bytes b)
{
	return a.n == b.n && memcmp(a.p, b.p, a.n) == 0;
}

enum err head_last(struct signed_head *out)
{
	struct arena *a = db_arena();
	struct head_row r;
	enum err e = row_one(&last_q, NO_ARGS, head_row_cols, &r);
	if (e)
		return e;
	struct bytes message = ledger_message(
		a, &(struct ledger_sign){ r.no, r.size, r.at_ms, r.root, r.prev, r.key_id });
	if (same(r.key_id, own_key(a)) &&
	    !secret_verify(secret_public_key(a), message, r.signature))
		return ERR(ERR_STALE, "head %lld over %lld events is not signed by us",
			   (long long)r.no, (long long)r.size);
	*out = (struct signed_head){ r.no,  r.size, r.at_ms,
				     { 0 }, { 0 },  !same(r.key_id, own_key(a)) };
	memcpy(out->root, r.root.p, sizeof(out->root));
	secret_digest(message, r.signature, out->hash);
	return OK;
}

/* A clock that was set back must not keep the next head waiting; nor a key that is new. */
static bool due(const struct signed_head *last, int64_t size, int64_t now_ms)
{
	int64_t age = now_ms - last->at_ms;
	return last->other || age < 0 || (age >= cfg.seal_head * 1000 && size > last->size) ||
	       age >= cfg.seal_repeat * 1000;
}

static enum err sign(const struct sealer *s, const struct signed_head *last, int64_t now_ms)
{
	struct arena *a = db_arena();
	uint8_t root[LEDGER_HASH];
	merkle_root(&s->tree, root);
	struct ledger_sign h = {
		last ? last->no + 1 : 0, s->tree.size, now_ms, BYTES(root), { NULL, 0 }, own_key(a)
	};
	static const uint8_t zeros[LEDGER_HASH];
	h.prev = last ? BYTES(last->hash) : BYTES(zeros);
	struct bytes signature = secret_sign(a, ledger_message(a, &h));
	enum err e = db_exec(&add_q,
			     ARGS(A_(h.no), A_(h.size), A_(h.at_ms), A_(h.root), A_(h.prev),
				  A_(h.key), A_(signature)),
			     NULL);
	if (!e)
		log_info("head %lld over %lld events", (long long)h.no, (long long)h.size);
	return e;
}

enum err seal_head(const struct sealer *s, bool *all)
{
	struct signed_head last;
	int64_t now_ms = clock_now() * 1000;
	*all = s->tree.size == 0;
	if (*all)
		return OK;
	enum err e = head_last(&last);
	if (e == ERR_NOT_FOUND)
		return sign(s, NULL, now_ms);
	*all = !e && last.size == s->tree.size;
	/* Another sealer has signed over leaves that we shall read in the next turn. */
	if (e || last.size > s->tree.size || !due(&last, s->tree.size, now_ms))
		return e;
	return sign(s, &last, now_ms);
}
