/*
 * take.c - finds events without a leaf and gives them their places.
 *
 * Ids are drawn before a transaction commits, so a smaller one may appear after a greater one. The
 * search therefore has three parts: in front of all that was seen; once more just behind that,
 * where a late one mostly is; and, a piece in each turn, the long way round from the first event
 * on. No event that is there stays unseen, however late it came.
 */
#include <string.h>

#include "config.h"
#include "log.h"
#include "row.h"
#include "seal.h"
#include "secret.h"

enum { NEAR = 2000, FAR = 5000, SAID = 64 };

#define EVENT_COLS(X, T) \
	X(T, INT, id, "e.id") \
	X(T, BYTES, uid, "e.uid") \
	X(T, TEXT, at, "CAST(e.at AS CHAR)") \
	X(T, BYTES, commitment, "e.commitment") \
	X(T, BYTES, fields, "e.fields") \
	X(T, BYTES, mark, "e.mark")
ROW_DEFINE(event_row, EVENT_COLS);

static struct stmt waiting_q = SQL(
	"SELECT " ROW_SELECT(EVENT_COLS)
	"  FROM ledger_event e"
	"  LEFT JOIN ledger_leaf l ON l.event_id = e.id"
	" WHERE e.id > ?"
	"   AND e.id <= ?"
	"   AND l.event_id IS NULL"
	" ORDER BY e.id"
	" LIMIT ?");
static struct stmt chain_q = SQL(
	"SELECT chain"
	"  FROM ledger_leaf"
	" WHERE seq = ?");
/* One statement for any number of rows; a list of places would need one for each length. */
static struct stmt add_q = SQL(
	"INSERT INTO ledger_leaf (seq, event_id, leaf, chain)"
	" SELECT ? + j.n - 1, j.event, UNHEX(j.leaf), UNHEX(j.chain)"
	"  FROM JSON_TABLE(?, '$[*]' COLUMNS (n FOR ORDINALITY, event BIGINT PATH '$[0]',"
	"       leaf CHAR(64) PATH '$[1]', chain CHAR(64) PATH '$[2]')) j");

struct batch {
	struct sealer next; /* as it will be */
	struct buf rows;
	int64_t n, from;
	struct bytes before; /* chain of the last leaf */
	bool there;          /* and that is what the table says */
};

static enum err same_chain(void *ctx, const struct row *r)
{
	struct batch *b = ctx;
	b->there = secret_equal(r->cells[0].text, b->before.p, LEDGER_HASH);
	return OK;
}

/* On top of what is in the table, or not at all: a place that was emptied is never built upon. */
static enum err add_tx(void *ctx)
{
	struct batch *b = ctx;
	int64_t rows;
	b->there = b->from == 0;
	enum err e = b->from ? db_each(&chain_q, ARGS(A_(b->from - 1)), same_chain, b) : OK;
	if (e)
		return e;
	if (!b->there)
		return ERR(ERR_STALE, "the leaf at place %lld was changed or removed",
			   (long long)(b->from - 1));
	e = db_affect(&add_q, ARGS(A_(b->from), A_((const char *)b->rows.p)), &rows);
	return e || rows == b->n
		       ? e
		       : ERR(ERR_INTERNAL, "%lld leaves of %lld", (long long)rows, (long long)b->n);
}

/* Each one is said once, as far as we remember. */
static void refuse(struct sealer *s, int64_t id)
{
	static int64_t said[SAID];
	for (int i = 0; i < SAID; i++)
		if (said[i] == id)
			return;
	said[s->refused++ % SAID] = id;
	log_error("event %lld does not bear our mark: not sealed", (long long)id);
}

static void add(struct batch *b, const struct event_row *r, struct bytes entry)
{
	struct arena *a = db_arena();
	uint8_t leaf[LEDGER_HASH];
	merkle_leaf(entry.p, entry.n, leaf);
	secret_digest(BYTES(b->next.chain), BYTES(leaf), b->next.chain);
	merkle_add(&b->next.tree, leaf);
	buf_fmt(&b->rows, "%s[%lld,\"", b->n++ ? "," : "[", (long long)r->id);
	buf_str(&b->rows, hex_encode(a, BYTES(leaf)));
	buf_str(&b->rows, "\",\"");
	buf_str(&b->rows, hex_encode(a, BYTES(b->next.chain)));
	buf_str(&b->rows, "\"]");
}

/* Events with ids above `after` up to `upto`; *found were waiting, the last has id *last. */
static enum err seal_range(struct sealer *s, int64_t after, int64_t upto, int64_t most,
			   size_t *found, int64_t *last)
{
	struct event_row *rows;
	struct arena *a = db_arena();
	struct batch b = { .next = *s, .rows = { .arena = a }, .from = s->tree.size };
	arena_reset(a);
	enum err e = row_all(&waiting_q, ARGS(A_(after), A_(upto), A_(most)), event_row_cols,
			     sizeof(*rows), &rows, found);
	for (size_t i = 0; !e && i < *found; i++) {
		const struct event_row *r = &rows[i];
		struct bytes entry = ledger_entry(a, r->uid, r->at, r->commitment, r->fields);
		*last = r->id;
		if (r->mark.n == LEDGER_HASH &&
		    secret_equal(r->mark.p, ledger_mark(a, entry).p, LEDGER_HASH))
			add(&b, r, entry);
		else
			refuse(&b.next, r->id);
	}
	if (e || !b.n) {
		s->refused = b.next.refused;
		return e;
	}
	buf_char(&b.rows, ']');
	b.before = BYTES(s->chain);
	e = db_tx(add_tx, &b);
	if (!e) {
		b.next.sealed += b.n;
		*s = b.next;
	}
	s->refused = b.next.refused;
	return e;
}

enum err seal_events(struct sealer *s, int64_t *n, bool *dry)
{
	int64_t before = s->sealed, seen = s->front, last = s->front;
	size_t found;
	enum err e = seal_range(s, seen, INT64_MAX, cfg.seal_batch, &found, &last);
	if (e)
		return e;
	s->front = last;
	*dry = (int64_t)found < cfg.seal_batch;
	if (*dry) {
		int64_t end = s->far + FAR;
		e = seal_range(s, seen - NEAR, seen, NEAR, &found, &last);
		if (!e)
			e = seal_range(s, s->far, end < seen ? end : seen, FAR, &found, &last);
		if (!e)
			s->far = end < seen ? end : 0;
	}
	*n = s->sealed - before;
	return e;
}
