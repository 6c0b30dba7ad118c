/* draw.c - a draw for everybody: what was promised before it, what came out, and the lots as a text
 * that a browser or zyz-verify computes anew. */
#include "draw.h"

#include "recruit.h"

#define SHOWN_COLS(X, T) \
	X(T, INT, id, "d.id") \
	X(T, INT, closes, "UNIX_TIMESTAMP(d.closes_at)") \
	X(T, TEXT, hash, "LOWER(HEX(d.seed_hash))") \
	X(T, TEXT, seed, "LOWER(HEX(d.seed))") \
	X(T, INT, since, "UNIX_TIMESTAMP(d.since)") \
	X(T, INT, head, "d.head_no") \
	X(T, TEXT, root, "LOWER(HEX(d.head_root))") \
	X(T, TEXT, signature, "LOWER(HEX(d.head_signature))") \
	X(T, INT, places, "d.places") \
	X(T, INT, lots, "d.lots") \
	X(T, INT, dropped, "d.dropped_at IS NOT NULL") \
	X(T, TEXT, state, "b.state")
ROW_DEFINE(shown_row, SHOWN_COLS);
static struct stmt one_q = SQL(
	"SELECT " ROW_SELECT(SHOWN_COLS)
	"  FROM draw d"
	"  JOIN activity b ON b.id = d.activity_id AND b.state <> 'draft'"
	" WHERE d.uid = UNHEX(?)");
static struct stmt show_q = SQL(
	"SELECT LOWER(HEX(d.uid)) AS uid, b.no, b.title, b.starts_at, b.ends_at, t.name AS station,"
	"       s.wanted, d.opened_at, d.closes_at, d.windows, d.drawn_at, d.head_no, d.places,"
	"       d.lots"
	"  FROM draw d"
	"  JOIN shift s ON s.activity_id = d.activity_id"
	"  JOIN activity b ON b.id = d.activity_id"
	"  JOIN station t ON t.id = d.station_id"
	" WHERE d.id = ?");
static struct stmt lots_q = SQL(
	"SELECT draw_rank AS no, LOWER(HEX(lot)) AS lot, draw_rank <= ? AS won"
	"  FROM draw_lot"
	" WHERE draw_id = ?"
	" ORDER BY draw_rank"
	" LIMIT 200");
static struct stmt all_q = SQL(
	"SELECT LOWER(HEX(lot))"
	"  FROM draw_lot"
	" WHERE draw_id = ?"
	" ORDER BY draw_rank"
	" LIMIT 5000");
/* The viewer's own: without a rank before the draw. */
static struct stmt mine_q = SQL(
	"SELECT LOWER(HEX(a.uid)) AS lot, l.draw_rank AS no, l.draw_rank <= d.places AS won"
	"  FROM draw d"
	"  JOIN application a ON a.activity_id = d.activity_id"
	"  LEFT JOIN draw_lot l ON l.draw_id = d.id AND l.lot = a.uid"
	" WHERE d.id = ?"
	"   AND a.person_id = ?"
	"   AND (l.draw_id IS NOT NULL OR (a.mode = 'draw' AND a.state = 'pending'))");

enum { SHARED_SECONDS = 5 };

static const char *draw_state(const struct rq *q, const struct shown_row *d)
{
	if (d->seed)
		return "drawn";
	if (d->dropped || str_eq(d->state, "cancelled"))
		return "dropped";
	if (q->now < d->closes)
		return "open";
	return q->now > d->since + draw_wait() ? "late" : "closed";
}

enum err draw_show(struct rq *q)
{
	struct shown_row d;
	enum err e = row_one(&one_q, ARGS(A_(arg(q, 0))), shown_row_cols, &d);
	if (!e)
		e = put_one(q, "Draw", &show_q, ARGS(A_(d.id)));
	if (!e)
		e = put_query(q, "Lots", &lots_q, ARGS(A_(d.places), A_(d.id)));
	if (e)
		return e;
	put(q, "Draw.state", draw_state(q, &d));
	put(q, "Draw.seed_hash", d.hash);
	put(q, "Draw.seed", d.seed);
	put(q, "Draw.root", d.root);
	put(q, "Draw.signature", d.signature);
	if (q->who.roles & ROLE_VOLUNTEER)
		e = put_one(q, "Mine", &mine_q, ARGS(A_(d.id), A_(q->person)));
	reply_cache(q, SHARED_SECONDS);
	return e && e != ERR_NOT_FOUND ? e : page(q, "recruit/draw.cs");
}

static enum err lot_line(void *ctx, const struct row *r)
{
	buf_fmt(ctx, "lot %s\n", r->cells[0].text);
	return OK;
}

/* What is promised stands in it from the opening on; the rest once it was drawn. */
enum err draw_lots(struct rq *q)
{
	struct shown_row d;
	struct buf b = { .arena = q->arena };
	enum err e = row_one(&one_q, ARGS(A_(arg(q, 0))), shown_row_cols, &d);
	if (e)
		return e;
	buf_fmt(&b, DRAW_LABEL "\nhash %s\nsince %lld\n", d.hash, (long long)d.since);
	if (d.seed) {
		buf_fmt(&b, "seed %s\nhead %lld %s %s\nplaces %lld\nlots %lld\n", d.seed,
			(long long)d.head, d.root, d.signature, (long long)d.places,
			(long long)d.lots);
		e = db_each(&all_q, ARGS(A_(d.id)), lot_line, &b);
	}
	reply_cache(q, SHARED_SECONDS);
	return e ? e : reply_body(q, "text/plain; charset=utf-8", b.p, b.n);
}
