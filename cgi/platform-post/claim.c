/* claim.c - rows taken for a while: a short transaction that ends before the first byte is sent. */
#include <string.h>

#include "config.h"
#include "ids.h"
#include "log.h"
#include "post.h"
#include "row.h"

/* How far ahead a row may wait; one beyond is due at once, so that a clock set back freezes
 * nothing. */
enum { HORIZON_SECONDS = 2 * 86400 };
/* Questions are asked one after the other: few at a time, so that none of them outlasts the lease
 * and a poster that is killed often still gets something done. */
enum { ASK_AT_ONCE = 10 };

/* The scalar subquery reads without locking; one in WHERE might be turned into a locking join. */
#define DUE_COLS(X, T) \
	X(T, INT, id, "o.id") \
	X(T, BYTES, idem, "o.idem") \
	X(T, TEXT, item_key, "o.item_key") \
	X(T, TEXT, kind, "o.kind") \
	X(T, INT, version, "o.version") \
	X(T, TEXT, op, "o.op") \
	X(T, INT, epoch, "o.epoch") \
	X(T, INT, doubtful, "o.doubtful") \
	X(T, INT, attempts, "o.attempts") \
	X(T, BYTES, payload, "o.payload") \
	X(T, BYTES, sha, "o.payload_sha") \
	X(T, INT, consent, \
	  "o.op = 'withdraw' OR o.payload <> '' AND (SELECT COUNT(*) FROM consent c WHERE " \
	  "c.person_id = o.person_id " \
	  "AND c.purpose = 'platform' AND c.withdrawn_at IS NULL) > 0")
ROW_DEFINE(due_row, DUE_COLS);

/* A version waits until the one before is settled; other records wait for nobody. For a try nobody
 * waits until the time has come. */
#define DUE_OF \
	"  FROM outbox o FORCE INDEX (outbox_due)" \
	" WHERE o.destination_id = ?" \
	"   AND o.state = 'waiting'"
#define DUE_NEXT \
	"   AND NOT EXISTS (SELECT 1 FROM outbox p FORCE INDEX (outbox_version)" \
	"       WHERE p.destination_id = o.destination_id AND p.record_uid = o.record_uid" \
	"       AND p.version < o.version AND p.state IN ('waiting', 'leased'))" \
	" ORDER BY o.next_at, o.id" \
	" LIMIT ?" \
	"   FOR UPDATE SKIP LOCKED"
static struct stmt due_q = SQL(
	"SELECT " ROW_SELECT(DUE_COLS) DUE_OF
	"   AND o.next_at <= NOW(3)"
	DUE_NEXT);
static struct stmt try_q = SQL(
	"SELECT " ROW_SELECT(DUE_COLS) DUE_OF DUE_NEXT);
static struct stmt lease_q = SQL(
	"UPDATE " IDS
	" STRAIGHT_JOIN outbox o ON o.id = k.id"
	"   SET o.state = 'leased', o.epoch = o.epoch + 1,"
	"       o.lease_until = NOW(3) + INTERVAL ? SECOND,"
	"       o.first_sent_at = COALESCE(o.first_sent_at, NOW(3))");
static struct stmt no_consent_q = SQL(
	"UPDATE outbox"
	"   SET state = 'withdrawn', settled_at = NOW(3), reason_code = 'no_consent'"
	" WHERE id = ?");
/* Few rows are leased at any time. Any other index would wait for what others are just
 * queuing. */
static struct stmt recover_q = SQL(
	"UPDATE outbox FORCE INDEX (outbox_due)"
	"   SET state = 'waiting', doubtful = 1, epoch = epoch + 1, lease_until = NULL,"
	"       next_at = NOW(3)"
	" WHERE destination_id = ?"
	"   AND state = 'leased'"
	"   AND lease_until < NOW(3)"
	" ORDER BY lease_until"
	" LIMIT 1000");
static struct stmt horizon_q = SQL(
	"UPDATE outbox FORCE INDEX (outbox_due)"
	"   SET next_at = NOW(3)"
	" WHERE destination_id = ?"
	"   AND state = 'waiting'"
	"   AND next_at > NOW(3) + INTERVAL ? SECOND"
	" LIMIT 1000");

static struct stmt soon_q = SQL(
	"SELECT EXISTS (SELECT 1 FROM outbox FORCE INDEX (outbox_due)"
	"       WHERE destination_id = ? AND state = 'leased')"
	"    OR EXISTS (SELECT 1 FROM outbox FORCE INDEX (outbox_due)"
	"       WHERE destination_id = ? AND state = 'waiting'"
	"       AND next_at <= NOW(3) + INTERVAL ? * 1000 MICROSECOND)");

enum err leases_none(const struct dest *d, bool *none)
{
	int64_t some;
	enum err e = db_int(&soon_q, ARGS(A_(d->id), A_(d->id), A_(cfg.loop_idle_ms)), &some);
	*none = !e && !some;
	return e;
}

enum err leases_recover(struct dest *d)
{
	int64_t rows, ahead;
	enum err e = db_affect(&recover_q, ARGS(A_(d->id)), &rows);
	if (!e)
		e = db_affect(&horizon_q, ARGS(A_(d->id), A_((int64_t)HORIZON_SECONDS)), &ahead);
	if (!e && rows)
		log_info("destination %s: %lld leases had run out", d->code, (long long)rows);
	return e == ERR_RETRY ? OK : e;
}

struct claiming {
	struct dest *d;
	struct arena *a;
	int64_t most;
	bool any; /* also what is not due */
	struct claimed *rows;
	size_t n;
};

/* A payload that does not open is a fault of ours that no retry mends: shown to people as
 * refused. */
static void claimed_fill(struct arena *a, struct claimed *o, const struct due_row *r)
{
	*o = (struct claimed){ .id = r->id,
			       .epoch = r->epoch + 1,
			       .attempts = r->attempts,
			       .idem = r->idem,
			       .doubtful = r->doubtful == 1,
			       .ask_only = r->consent != 1 };
	o->item = (struct platform_item){ .key = r->item_key,
					  .version = r->version,
					  .class = PC_UNKNOWN,
					  .withdraw = str_eq(r->op, "withdraw") };
	if (!outbox_kind_of(r->kind, &o->kind) ||
	    outbox_open(a, r->idem, r->payload, r->sha, &o->item.facts)) {
		log_error("outbox %lld: %s", (long long)r->id, err_text());
		err_clear();
		o->item.class = PC_REFUSED;
		o->item.code = "payload";
		o->item.facts = "{}";
	}
}

static enum err claim_tx(void *ctx)
{
	struct claiming *c = ctx;
	struct due_row *rows;
	size_t n;
	struct buf ids = { .arena = c->a };
	int doubtful = 0;
	c->n = 0;
	enum err e = row_all(c->any ? &try_q : &due_q, ARGS(A_(c->d->id), A_(c->most)),
			     due_row_cols, sizeof(*rows), &rows, &n);
	c->rows = arena_array(c->a, n + 1, sizeof(*c->rows));
	for (size_t i = 0; !e && i < n; i++) {
		if (rows[i].doubtful == 1 && ++doubtful > ASK_AT_ONCE)
			continue;
		if (rows[i].consent == 1 || rows[i].doubtful == 1) {
			buf_fmt(&ids, "%s%lld", c->n ? "," : "[", (long long)rows[i].id);
			claimed_fill(c->a, &c->rows[c->n++], &rows[i]);
		} else {
			e = db_change(&no_consent_q, ARGS(A_(rows[i].id)));
		}
	}
	if (e || !c->n)
		return e;
	buf_char(&ids, ']');
	int64_t changed;
	e = db_affect(&lease_q, ARGS(A_(ids.p), A_(cfg.post_lease)), &changed);
	return e || changed == (int64_t)c->n ? e
					     : ERR(ERR_INTERNAL,
						   "claimed %zu, leased "
						   "%lld",
						   c->n, (long long)changed);
}

enum err claim(struct dest *d, struct arena *a, int64_t most, struct claimed **rows, size_t *n)
{
	struct claiming c = { .d = d, .a = a, .most = most };
	enum err e = db_tx(claim_tx, &c);
	if (e)
		return e;
	*rows = c.rows;
	*n = c.n;
	return OK;
}

static enum err claim_try_tx(void *ctx)
{
	struct claiming *c = ctx;
	enum err e = claim_tx(c);
	if (e || c->n)
		return e;
	e = outbox_one(c->d->id);
	return e ? e : claim_tx(c);
}

enum err claim_try(struct dest *d, struct arena *a, struct claimed **rows, size_t *n)
{
	struct claiming c = { .d = d, .a = a, .most = 1, .any = true };
	enum err e = db_tx(claim_try_tx, &c);
	*rows = c.rows;
	*n = e ? 0 : c.n;
	return e;
}
