/* ledger.c - entries, marks and the messages of heads; the newest head. */
#include "ledger.h"

#include <string.h>

#include "row.h"
#include "secret.h"

#define HEAD_COLS(X, T) \
	X(T, INT, no, "no") \
	X(T, INT, size, "size") \
	X(T, INT, at, "at_ms DIV 1000") \
	X(T, TEXT, root, "LOWER(HEX(root))") \
	X(T, TEXT, key_id, "LOWER(HEX(key_id))")
ROW_DEFINE(head_row, HEAD_COLS);

static struct stmt head_q = SQL(
	"SELECT " ROW_SELECT(HEAD_COLS)
	"  FROM tree_head"
	" ORDER BY no DESC"
	" LIMIT 1");

enum err ledger_head(struct arena *a, struct ledger_head *out)
{
	struct head_row r;
	enum err e = row_one(&head_q, NO_ARGS, head_row_cols, &r);
	if (!e)
		*out = (struct ledger_head){ r.no, r.size, r.at, arena_str(a, r.root),
					     arena_str(a, r.key_id) };
	return e;
}

static void number(struct buf *b, int64_t n, int bytes)
{
	for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
		buf_char(b, (char)(unsigned char)(n >> shift));
}

static void raw(struct buf *b, struct bytes p)
{
	if (p.n)
		buf_add(b, (const char *)p.p, p.n);
}

void ledger_part(struct buf *b, struct bytes part)
{
	number(b, (int64_t)part.n, 4);
	raw(b, part);
}

static struct bytes text(const char *s)
{
	return (struct bytes){ (const uint8_t *)s, strlen(s) };
}

void ledger_text(struct buf *b, const char *s)
{
	ledger_part(b, (struct bytes){ (const uint8_t *)s, s ? strlen(s) : 0 });
}

void ledger_number(struct buf *b, int64_t n)
{
	ledger_text(b, n == DB_NONE ? NULL : arena_fmt(b->arena, "%lld", (long long)n));
}

struct bytes ledger_entry(struct arena *a, struct bytes uid, const char *at,
			  struct bytes commitment, struct bytes fields)
{
	struct buf b = { .arena = a };
	ledger_part(&b, text(LEDGER_LEAF));
	ledger_part(&b, uid);
	ledger_part(&b, text(at));
	ledger_part(&b, commitment);
	ledger_part(&b, fields);
	return (struct bytes){ (const uint8_t *)b.p, b.n };
}

struct bytes ledger_mark(struct arena *a, struct bytes entry)
{
	return secret_mac(a, "ledger.event", entry);
}

struct bytes ledger_message(struct arena *a, const struct ledger_sign *h)
{
	struct buf b = { .arena = a };
	buf_str(&b, LEDGER_HEAD);
	number(&b, h->no, 8);
	number(&b, h->size, 8);
	number(&b, h->at_ms, 8);
	raw(&b, h->root);
	raw(&b, h->prev);
	raw(&b, h->key);
	return (struct bytes){ (const uint8_t *)b.p, b.n };
}
