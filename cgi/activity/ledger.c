/*
 * ledger.c - the signed heads of the ledger 账本 for everybody: as a page, and as text that a
 * witness fetches and keeps, for zyz-verify.
 */
#include "activity.h"

#include <string.h>

#include "clock.h"
#include "ledger.h"
#include "secret.h"

enum { HEADS = 1000, CACHE_SECONDS = 30 };

static struct stmt waiting_q = SQL(
	"SELECT COUNT(*)"
	"  FROM ledger_event e"
	"  LEFT JOIN ledger_leaf l ON l.event_id = e.id"
	" WHERE e.id > (SELECT COALESCE(MAX(event_id), 0) FROM ledger_leaf)"
	"   AND l.seq IS NULL");
static struct stmt recent_q = SQL(
	"SELECT no, size, FROM_UNIXTIME(at_ms DIV 1000) AS at, LOWER(HEX(root)) AS root"
	"  FROM tree_head"
	" ORDER BY no DESC"
	" LIMIT 20");
static struct stmt heads_q = SQL(
	"SELECT no, size, at_ms, LOWER(HEX(root)) AS root, LOWER(HEX(prev_hash)) AS prev,"
	"       LOWER(HEX(key_id)) AS key_id, LOWER(HEX(signature)) AS signature"
	"  FROM tree_head"
	" WHERE no > ?"
	" ORDER BY no"
	" LIMIT 1000");

static struct stmt keys_q = SQL(
	"SELECT LOWER(HEX(key_id)), LOWER(HEX(public_key)), LOWER(HEX(old_key)),"
	"       UNIX_TIMESTAMP(from_at), LOWER(HEX(old_signature))"
	"  FROM sign_key"
	" ORDER BY from_at DESC, until_at IS NOT NULL"
	" LIMIT 100");

static const char *ledger_own_id(struct arena *a)
{
	return arena_fmt(a, "%08x", secret_key_id());
}

static const char *ledger_key_line(struct rq *q)
{
	return arena_fmt(q->arena, "%s %s", ledger_own_id(q->arena),
			 hex_encode(q->arena, secret_public_key(q->arena)));
}

static void ledger_put_head(struct rq *q, const struct ledger_head *h)
{
	put_int(q, "Head.no", h->no);
	put_int(q, "Head.size", h->size);
	put(q, "Head.at", clock_time(q->arena, h->at));
	put(q, "Head.root", hex_groups(q->arena, h->root));
	put(q, "Head.key", h->key);
	put_int(q, "Head.late", q->now - h->at > LEDGER_LATE_SECONDS);
}

enum err ledger_show(struct rq *q)
{
	struct ledger_head h;
	int64_t waiting;
	enum err e = ledger_head(q->arena, &h);
	if (!e)
		ledger_put_head(q, &h);
	if (!e || e == ERR_NOT_FOUND)
		e = db_int(&waiting_q, NO_ARGS, &waiting);
	if (!e)
		e = put_query(q, "Heads", &recent_q, NO_ARGS);
	if (e)
		return e;
	put_int(q, "waiting", waiting);
	reply_cache(q, CACHE_SECONDS);
	return page(q, "activity/ledger.cs");
}

struct lines {
	struct buf text;
	int64_t n, last;
};

static enum err ledger_add_line(void *ctx, const struct row *r)
{
	struct lines *l = ctx;
	buf_str(&l->text, "head");
	for (size_t i = 0; i < r->n; i++) {
		buf_char(&l->text, ' ');
		buf_str(&l->text, r->cells[i].text);
	}
	buf_char(&l->text, '\n');
	l->n++;
	l->last = r->cells[0].i;
	return OK;
}

/* One head a line, from the first on; a witness goes on behind the last one it has. */
enum err ledger_heads(struct rq *q)
{
	int64_t after = query_int(q, "after", -1, 0, INT64_MAX);
	struct lines l = { .text = { .arena = q->arena }, .last = after };
	reply_cache(q, CACHE_SECONDS);
	if (q->json) {
		enum err e = put_query(q, "Heads", &heads_q, ARGS(A_(after)));
		return e ? e : page(q, "activity/ledger.cs");
	}
	buf_fmt(&l.text, "# head NO SIZE TIME_MS ROOT PREV KEY SIGNATURE\n");
	enum err e = db_each(&heads_q, ARGS(A_(after)), ledger_add_line, &l);
	if (e)
		return e;
	if (l.n == HEADS)
		buf_fmt(&l.text, "# more: /activity/ledger/heads?after=%lld\n", (long long)l.last);
	return reply_body(q, "text/plain; charset=utf-8", l.text.p, l.text.n);
}

static enum err ledger_add_key(void *ctx, const struct row *r)
{
	struct lines *l = ctx;
	if (!str_eq(r->cells[0].text, ledger_own_id(l->text.arena)))
		buf_fmt(&l->text, "key %s %s\n", r->cells[0].text, r->cells[1].text);
	if (r->cells[2].text)
		buf_fmt(&l->text, "follows %s %s %s %s\n", r->cells[0].text, r->cells[2].text,
			r->cells[3].text, r->cells[4].text);
	return OK;
}

/* The key that signs first, then those before it: "follows ID OLD SECOND SIGNATURE" says since when
 * one signs, and that the one before it said so (zyz-admin rotate sign). */
enum err ledger_key(struct rq *q)
{
	struct lines l = { .text = { .arena = q->arena } };
	reply_cache(q, CACHE_SECONDS);
	buf_fmt(&l.text, "key %s\n", ledger_key_line(q));
	enum err e = db_each(&keys_q, NO_ARGS, ledger_add_key, &l);
	return e ? e : reply_body(q, "text/plain; charset=utf-8", l.text.p, l.text.n);
}
