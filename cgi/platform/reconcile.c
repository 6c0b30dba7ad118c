/* reconcile.c - 对账: what the comparison with a platform found, by station and day, and mending. */
#include "destination.h"
#include "list.h"
#include "outbox.h"
#include "platform_page.h"

enum { UID_BYTES = 16 };

static struct stmt runs_q = SQL(
	"SELECT d.name AS destination, d.code, r.asked_at AS asked,"
	"       r.ended_at AS ended, r.state, r.ours, r.theirs,"
	"       r.same, r.found, r.different, r.note"
	"  FROM reconcile_run r"
	"  JOIN destination d ON d.id = r.destination_id"
	" ORDER BY r.id DESC"
	" LIMIT 10");
/* The station's part of the newest whole run of each destination. */
static struct stmt days_q = SQL(
	"SELECT d.name AS destination, p.day, p.kind, p.ours, p.same"
	"  FROM reconcile_part p"
	"  JOIN reconcile_run r ON r.id = p.run_id"
	"  JOIN destination d ON d.id = r.destination_id"
	" WHERE p.station_id = ?"
	"   AND p.run_id IN (SELECT MAX(id) FROM reconcile_run WHERE state = 'done'"
	"       GROUP BY destination_id)"
	" ORDER BY p.ours > p.same DESC, p.day DESC"
	" LIMIT 60");
#define OPEN_COLS(C) \
	C(WORD, what, "f.what", "State.reconcile_diff_what") \
	C(WORD, kind, "f.kind", "State.outbox_kind") \
	C(TEXT, item_key, "f.item_key", "") \
	C(INT, our_version, "f.our_version", "") \
	C(INT, their_version, "f.their_version", "") \
	C(TEXT, destination, "d.name", "") \
	C(TEXT, line, "LOWER(HEX(o.idem))", "") \
	C(TEXT, no, "LOWER(HEX(f.uid))", "")
/* Managers also see what belongs to no station we know. */
#define OPEN_TABLE "reconcile_diff f"
#define OPEN_JOINS \
	"  JOIN destination d ON d.id = f.destination_id" \
	"  LEFT JOIN outbox o ON o.id = f.outbox_id"
#define OPEN_WHERE "f.state = 'open' AND (f.station_id = ? OR (? AND f.station_id IS NULL))"
#define OPEN_FILTERS(F) \
	F(WORD, what, "f.what = ?") \
	F(WORD, kind, "f.kind = ?") \
	F(WORD, destination, \
	  "f.destination_id = (SELECT x.id FROM destination x WHERE x.code = ?)") \
	F(FIND, q, "f.item_key LIKE ?")
#define OPEN_FEW "what is open is a day's work: sorted, whatever the order"
#define OPEN_WAYS(S, L) \
	S(L, found, any, "f.id", "reconcile_diff_station") \
	S(L, what, any, "f.what", "reconcile_diff_station") \
	S(L, kind, any, "f.kind", "reconcile_diff_station") \
	S(L, item_key, any, "f.item_key", "reconcile_diff_station")
#define OPEN_ID "f.id"
LIST_DEFINE(OPEN);
static const struct list differences = LIST(OPEN, "Diffs", "platform.DiffList");

#define DIFF_COLS(X, T) \
	X(T, INT, id, "id") \
	X(T, INT, destination_id, "destination_id") \
	X(T, TEXT, kind, "kind") \
	X(T, TEXT, item_key, "item_key") \
	X(T, INT, outbox_id, "outbox_id") \
	X(T, TEXT, what, "what") \
	X(T, INT, their_version, "their_version") \
	X(T, TEXT, state, "state")
ROW_DEFINE(diff_row, DIFF_COLS);
static struct stmt diff_q = SQL(
	"SELECT " ROW_SELECT(DIFF_COLS)
	"  FROM reconcile_diff"
	" WHERE uid = ?"
	"   AND (station_id = ? OR (? AND station_id IS NULL))");

static int64_t reconcile_manager(const struct rq *q)
{
	return may(q, ROLE_MANAGER);
}

enum err reconcile_show(struct rq *q)
{
	enum err e = put_query(q, "Runs", &runs_q, NO_ARGS);
	if (!e)
		e = put_query(q, "Days", &days_q, ARGS(A_(q->station)));
	if (!e)
		e = put_destinations(q);
	return e ? e
		 : list_page(q, &differences, ARGS(A_(q->station), A_(reconcile_manager(q))),
			     "platform/reconcile.cs");
}

static enum err reconcile_ask_tx(void *ctx)
{
	struct rq *q = ctx;
	return destinations_compare(&q->actor);
}

enum err reconcile_ask(struct rq *q)
{
	enum err e = db_tx(reconcile_ask_tx, q);
	return e ? e : see(q, "/platform/reconcile?done=asked");
}

struct mending {
	struct rq *q;
	struct bytes uid;
};

static enum err difference_mend(const struct diff_row *f)
{
	enum outbox_kind k;
	bool known = f->outbox_id != DB_NONE;
	if (str_in(f->what, "missing,older") && known)
		return outbox_resend(f->outbox_id, false);
	if (str_eq(f->what, "receipt") && known)
		return outbox_resend(f->outbox_id, true);
	if (str_eq(f->what, "newer") && known)
		return outbox_above(f->outbox_id, f->their_version);
	if (!outbox_kind_of(f->kind, &k))
		return ERR_STALE;
	return outbox_orphan(f->destination_id, k, f->item_key, f->their_version);
}

static enum err difference_mend_tx(void *ctx)
{
	const struct mending *m = ctx;
	struct diff_row f;
	enum err e = row_one(&diff_q,
			     ARGS(A_(m->uid), A_(m->q->station), A_(reconcile_manager(m->q))),
			     diff_row_cols, &f);
	if (!e)
		e = difference_mended(&m->q->actor, f.id);
	if (!e)
		e = difference_mend(&f);
	return e ? e : audit(&m->q->actor, "reconcile.mend", "reconcile_diff", f.id, f.what);
}

enum err reconcile_mend(struct rq *q)
{
	uint8_t uid[UID_BYTES];
	struct mending m = { q, BYTES(uid) };
	if (!hex_decode(arg(q, 0), uid, sizeof(uid)))
		return ERR_NOT_FOUND;
	enum err e = db_tx(difference_mend_tx, &m);
	return e ? e : see(q, "/platform/reconcile?done=mended");
}
