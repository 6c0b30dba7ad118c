/* load.c - the leaves that are there: read, compared with each other and the last signed head. */
#include <string.h>

#include "log.h"
#include "seal.h"
#include "secret.h"

enum { PAGE = 4000 };

static struct stmt leaves_q = SQL(
	"SELECT seq, leaf, chain"
	"  FROM ledger_leaf"
	" WHERE seq >= ?"
	" ORDER BY seq"
	" LIMIT ?");
static struct stmt front_q = SQL(
	"SELECT COALESCE(MAX(event_id), 0)"
	"  FROM ledger_leaf");

struct loading {
	struct sealer *s;
	const struct signed_head *head; /* NULL: none, or met before */
	int64_t rows;
};

static enum err check_head(const struct merkle *tree, const struct signed_head *head)
{
	uint8_t root[LEDGER_HASH];
	merkle_root(tree, root);
	return secret_equal(root, head->root, sizeof(root))
		       ? OK
		       : ERR(ERR_STALE,
			     "the leaves are not those of signed head %lld over %lld events",
			     (long long)head->no, (long long)head->size);
}

static enum err add_leaf(void *ctx, const struct row *r)
{
	struct loading *l = ctx;
	struct sealer *s = l->s;
	uint8_t leaf[LEDGER_HASH];
	l->rows++;
	if (r->cells[0].i != s->tree.size)
		return ERR(ERR_STALE, "no leaf at place %lld, the next is at %lld",
			   (long long)s->tree.size, (long long)r->cells[0].i);
	memcpy(leaf, r->cells[1].text, sizeof(leaf));
	secret_digest(BYTES(s->chain), BYTES(leaf), s->chain);
	if (!secret_equal(s->chain, r->cells[2].text, sizeof(s->chain)))
		return ERR(ERR_STALE, "the chain does not hold at place %lld",
			   (long long)s->tree.size);
	merkle_add(&s->tree, leaf);
	return l->head && l->head->size == s->tree.size ? check_head(&s->tree, l->head) : OK;
}

enum err seal_catch_up(struct sealer *s)
{
	struct signed_head head = { .size = 0 };
	struct loading l = { .s = s };
	enum err e = s->loaded ? OK : head_last(&head);
	if (e && e != ERR_NOT_FOUND)
		return e;
	if (!s->loaded && e == OK)
		l.head = &head;
	do {
		l.rows = 0;
		arena_reset(db_arena());
		e = db_each(&leaves_q, ARGS(A_(s->tree.size), A_((int64_t)PAGE)), add_leaf, &l);
	} while (!e && l.rows == PAGE);
	if (!e && s->tree.size < head.size)
		e = ERR(ERR_STALE, "%lld leaves, but head %lld was signed over %lld",
			(long long)s->tree.size, (long long)head.no, (long long)head.size);
	if (!e && !s->loaded)
		log_info("%lld events are sealed", (long long)s->tree.size);
	s->loaded = s->loaded || !e;
	return e;
}

enum err seal_front(struct sealer *s)
{
	return s->front ? OK : db_int(&front_q, NO_ARGS, &s->front);
}
