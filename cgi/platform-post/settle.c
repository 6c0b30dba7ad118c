/*
 * settle.c - what an exchange came to, for all its rows in one transaction. Acceptance is monotone:
 * a true receipt is taken even when the lease has run out. Every other change is fenced by the
 * lease's epoch.
 */
#include <string.h>

#include "config.h"
#include "json.h"
#include "post.h"
#include "secret.h"

enum { BACKOFF_MAX_MS = 900000 };

/* What settle_add() wrote, as a table. */
#define ROWS \
	"JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$.i', epoch BIGINT PATH '$.e', " \
	"state VARCHAR(12) PATH '$.s', receipt VARCHAR(128) PATH '$.r', " \
	"code VARCHAR(32) PATH '$.c', reason VARCHAR(500) PATH '$.m', " \
	"doubtful TINYINT PATH '$.d', tried TINYINT PATH '$.t', " \
	"wait BIGINT PATH '$.w', class VARCHAR(12) PATH '$.k')) j "
#define EACH_ROW "UPDATE " ROWS "STRAIGHT_JOIN outbox o ON o.id = j.id "

static struct stmt accept_q = SQL(
	EACH_ROW "SET o.state = 'accepted', o.receipt = j.receipt, o.doubtful = 0,"
	"       o.attempts = o.attempts + j.tried, o.lease_until = NULL, o.reason_code = NULL,"
	"       o.reason = NULL, o.settled_at = NOW(3)"
	" WHERE j.state = 'accepted'"
	"   AND o.state <> 'accepted'");
/* The words of an answer may name a person who was erased meanwhile. */
static struct stmt others_q = SQL(
	EACH_ROW "SET o.state = j.state, o.doubtful = j.doubtful,"
	"       o.attempts = o.attempts + j.tried, o.lease_until = NULL, o.reason_code = j.code,"
	"       o.reason = IF(o.op = 'put' AND o.payload = '', NULL, j.reason),"
	"       o.next_at = NOW(3) + INTERVAL j.wait * 1000 MICROSECOND,"
	"       o.settled_at = IF(j.state = 'waiting', NULL, NOW(3))"
	" WHERE j.state <> 'accepted'"
	"   AND o.state = 'leased'"
	"   AND o.epoch = j.epoch");
/* The row's own receipt, whichever worker brought it; another one replaces the one before. */
static struct stmt receipt_q = SQL(
	"INSERT INTO receipt (destination_id, outbox_id, receipt, via)"
	" SELECT o.destination_id, o.id, o.receipt, ?"
	"  FROM " ROWS "STRAIGHT_JOIN outbox o ON o.id = j.id"
	" WHERE j.state = 'accepted'"
	"   AND o.state = 'accepted'"
	"    ON DUPLICATE KEY UPDATE via = IF(receipt.receipt = o.receipt, receipt.via,"
	"       VALUES(via)), receipt = o.receipt");
static struct stmt attempt_q = SQL(
	"INSERT INTO attempt (batch, outbox_id, epoch, curl_code, http_status, class, ms)"
	" SELECT ?, j.id, j.epoch, ?, ?, j.class, ?"
	"  FROM " ROWS
	" WHERE j.tried = 1"
	"    OR j.state <> 'waiting'");

/* For monitoring; in the order of their names, so that two posters do not wait for each other. */
static struct stmt count_q = SQL(
	"INSERT INTO post_count (destination_id, name, n)"
	" SELECT ?, k.name, k.n"
	"  FROM JSON_TABLE(?, '$[*]' COLUMNS (name VARCHAR(24) PATH '$[0]',"
	"       n BIGINT PATH '$[1]')) k"
	" ORDER BY k.name"
	"    ON DUPLICATE KEY UPDATE n = post_count.n + VALUES(n)");

/* Full jitter: anywhere between now and the doubled pause, so that posters do not march in step. */
static int64_t backoff_ms(int64_t attempts, int64_t retry_after_s)
{
	uint64_t r;
	if (retry_after_s >= 0)
		return retry_after_s * 1000;
	int64_t most = cfg.post_backoff_ms;
	for (int64_t i = 0; i < attempts && most < BACKOFF_MAX_MS; i++)
		most *= 2;
	if (most > BACKOFF_MAX_MS)
		most = BACKOFF_MAX_MS;
	secret_random(&r, sizeof(r));
	return (int64_t)(r % (uint64_t)(most + 1));
}

static const char *state_of(enum platform_class c)
{
	switch (c) {
	case PC_ACCEPTED:
		return "accepted";
	case PC_REFUSED:
		return "refused";
	case PC_CONFLICT:
		return "parked";
	default:
		return "waiting";
	}
}

static void member(struct json_w *w, const char *name, const char *value)
{
	json_key(w, name);
	json_str(w, value);
}

static void settle_add(struct json_w *w, struct arena *a, const struct claimed *o,
		       const struct http_end *x)
{
	enum platform_class c = o->item.class;
	bool waits = c == PC_UNKNOWN || c == PC_LATER || c == PC_CREDENTIALS || c == PC_TOO_LARGE;
	bool counts = c != PC_CREDENTIALS && c != PC_TOO_LARGE;
	json_open(w, '{');
	json_key(w, "i");
	json_int(w, o->id);
	json_key(w, "e");
	json_int(w, o->epoch);
	member(w, "s", state_of(c));
	member(w, "k", platform_class_word(c));
	if (o->item.receipt)
		member(w, "r", o->item.receipt);
	if (o->item.code)
		member(w, "c", utf8_cut(a, o->item.code, 32));
	if (o->item.reason)
		member(w, "m", o->item.reason);
	json_key(w, "d");
	json_int(w, c == PC_UNKNOWN || (waits && o->doubtful));
	json_key(w, "t");
	json_int(w, counts);
	json_key(w, "w");
	json_int(w, waits && counts ? backoff_ms(o->attempts, x->retry_after) : 0);
	json_close(w, '}');
}

static void count_add(struct json_w *w, const char *name, int64_t n)
{
	if (!n)
		return;
	json_open(w, '[');
	json_str(w, name);
	json_int(w, n);
	json_close(w, ']');
}

/* Items by class, and the request if there was one. */
static const char *counts_of(struct arena *a, const struct claimed *rows, size_t n,
			     const struct http_end *x)
{
	struct json_w w = { .buf = { .arena = a } };
	int64_t by_class[PC_COUNT] = { 0 };
	json_open(&w, '[');
	for (size_t i = 0; i < n; i++)
		if (!rows[i].done)
			by_class[rows[i].item.class]++;
	for (int c = 0; c < PC_COUNT; c++)
		count_add(&w, platform_class_word((enum platform_class)c), by_class[c]);
	if (x->status || x->curl) {
		size_t k = 0;
		while (platform_post_ms[k] && x->ms > platform_post_ms[k])
			k++;
		if (platform_post_ms[k])
			count_add(&w, arena_fmt(a, "ms_%lld", (long long)platform_post_ms[k]), 1);
		count_add(&w, "ms", x->ms);
		count_add(&w, "requests", 1);
	}
	json_close(&w, ']');
	return w.buf.p;
}

struct settling {
	struct dest *d;
	const struct verdict *v;
	const char *rows, *counts;
};

static enum err settle_tx(void *ctx)
{
	const struct settling *s = ctx;
	const struct http_end *x = s->v->x;
	int64_t n;
	enum err e = db_affect(&accept_q, ARGS(A_(s->rows)), &n);
	if (!e)
		e = db_affect(&others_q, ARGS(A_(s->rows)), &n);
	if (!e)
		e = db_exec(&receipt_q, ARGS(A_(s->v->via), A_(s->rows)), NULL);
	if (!e)
		e = db_exec(&attempt_q,
			    ARGS(A_(s->v->batch), A_((int64_t)x->curl),
				 A_(x->status ? x->status : DB_NONE), A_(x->ms), A_(s->rows)),
			    NULL);
	/* last: all posters meet in these rows */
	return e ? e : db_exec(&count_q, ARGS(A_(s->d->id), A_(s->counts)), NULL);
}

enum err settle(struct dest *d, struct arena *a, struct claimed *rows, size_t n,
		const struct verdict *v)
{
	struct json_w w = { .buf = { .arena = a } };
	size_t some = 0;
	json_open(&w, '[');
	for (size_t i = 0; i < n; i++)
		if (!rows[i].done) {
			settle_add(&w, a, &rows[i], v->x);
			some++;
		}
	json_close(&w, ']');
	if (!some)
		return OK;
	struct settling s = { d, v, w.buf.p, counts_of(a, rows, n, v->x) };
	enum err e = db_tx(settle_tx, &s);
	if (e)
		return e;
	for (size_t i = 0; i < n; i++)
		rows[i].done = true;
	return OK;
}

enum err give_back(struct arena *a, struct claimed *rows, size_t n)
{
	struct json_w w = { .buf = { .arena = a } };
	int64_t changed;
	bool some = false;
	json_open(&w, '[');
	for (size_t i = 0; i < n; i++) {
		if (rows[i].done)
			continue;
		some = true;
		json_open(&w, '{');
		json_key(&w, "i");
		json_int(&w, rows[i].id);
		json_key(&w, "e");
		json_int(&w, rows[i].epoch);
		member(&w, "s", "waiting");
		json_key(&w, "d");
		json_int(&w, rows[i].doubtful);
		json_key(&w, "t");
		json_int(&w, 0);
		json_key(&w, "w");
		json_int(&w, 0);
		json_close(&w, '}');
	}
	json_close(&w, ']');
	enum err e = some ? db_affect(&others_q, ARGS(A_(w.buf.p)), &changed) : OK;
	for (size_t i = 0; !e && i < n; i++)
		rows[i].done = true;
	return e;
}
