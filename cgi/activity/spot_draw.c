/* spot_draw.c - the draw of a spot check: all that take part are passed through once, and only the
 * smallest orders are kept, so that it needs the same memory for any number of them. */
#include <stdlib.h>
#include <string.h>

#include "audit.h"
#include "clock.h"
#include "draw.h"
#include "ids.h"
#include "region.h"
#include "secret.h"
#include "spot.h"

enum { HASH = 32, UID = 16, ROOM = 2 * SPOT_MOST };

#define HEAD_COLS(X, T) \
	X(T, INT, no, "h.no") \
	X(T, BYTES, root, "h.root") \
	X(T, BYTES, signature, "h.signature")
ROW_DEFINE(head_row, HEAD_COLS);
/* One that comes too late decides nothing, as of any draw. */
static struct stmt head_q = SQL(
	"SELECT " ROW_SELECT(HEAD_COLS)
	"  FROM tree_head h"
	" WHERE h.at_ms > ? * 1000"
	"   AND h.at_ms <= (? + ?) * 1000"
	" ORDER BY h.at_ms, h.no"
	" LIMIT 1");
static struct stmt again_q = SQL(
	"UPDATE spot_check"
	"   SET since = ?, windows = windows + 1"
	" WHERE id = ?"
	"   AND state = 'open'");
static struct stmt records_q = SQL(
	"SELECT r.id, r.uid"
	"  FROM station s FORCE INDEX (station_region)"
	" STRAIGHT_JOIN service_record r FORCE INDEX (service_record_station)"
	"       ON r.station_id = s.id AND r.state = 'effective' AND r.served_on BETWEEN ? AND ?"
	" WHERE s.region_code LIKE ?"
	"   AND r.effective_at < ?"
	" LIMIT 200001");
static struct stmt activities_q = SQL(
	"SELECT a.id, a.uid"
	"  FROM station s FORCE INDEX (station_region)"
	" STRAIGHT_JOIN activity a FORCE INDEX (activity_day)"
	"       ON a.station_id = s.id AND a.starts_at >= ?"
	"       AND a.starts_at < CAST(? AS DATE) + INTERVAL 1 DAY"
	" WHERE s.region_code LIKE ?"
	"   AND a.state IN ('notice', 'archived')"
	"   AND EXISTS (SELECT 1 FROM service_record r WHERE r.activity_id = a.id"
	"       AND r.state = 'effective' AND r.effective_at < ?)"
	" LIMIT 200001");
static struct stmt record_q = SQL(
	"INSERT INTO spot_item (check_id, spot_rank, lot, record_id)"
	" VALUES (?, ?, ?, ?)");
static struct stmt of_activity_q = SQL(
	"INSERT INTO spot_item (check_id, spot_rank, lot, record_id)"
	" SELECT ?, ?, ?, r.id"
	"  FROM service_record r"
	" WHERE r.activity_id = ?"
	"   AND r.state = 'effective'"
	"   AND r.effective_at < ?"
	" LIMIT 500");
static struct stmt drawn_q = SQL(
	"UPDATE spot_check"
	"   SET seed = ?, seed_sealed = NULL, head_no = ?, head_root = ?, found = ?, drawn = ?,"
	"       items = ?, drawn_at = ?, state = 'drawn'"
	" WHERE id = ?"
	"   AND state = 'open'");

struct lot {
	uint8_t order[HASH], uid[UID];
	int64_t id;
};
struct pot {
	const char *before; /* label, seed, root and signature: what stands before a lot */
	size_t n;
	int64_t found;
	struct lot v[ROOM];
};

static int by_order(const void *a, const void *b)
{
	const struct lot *x = a, *y = b;
	int way = memcmp(x->order, y->order, HASH);
	return way ? way : memcmp(x->uid, y->uid, UID);
}

static enum err pot_add(void *ctx, const struct row *r)
{
	static const char digits[] = "0123456789abcdef";
	struct pot *p = ctx;
	char text[2 * UID + 2];
	if (r->cells[1].n != UID)
		return ERR(ERR_INTERNAL, "a lot of %zu bytes", r->cells[1].n);
	struct lot *l = &p->v[p->n++];
	memcpy(l->uid, r->cells[1].text, UID);
	l->id = r->cells[0].i;
	for (size_t i = 0; i < UID; i++) {
		text[2 * i] = digits[l->uid[i] >> 4];
		text[2 * i + 1] = digits[l->uid[i] & 15];
	}
	text[2 * UID] = '\n';
	secret_digest((struct bytes){ (const uint8_t *)p->before, strlen(p->before) },
		      (struct bytes){ (const uint8_t *)text, 2 * UID + 1 }, l->order);
	p->found++;
	if (p->n == ROOM) {
		qsort(p->v, p->n, sizeof(p->v[0]), by_order);
		p->n = SPOT_MOST;
	}
	return OK;
}

struct taking {
	struct rq *q;
	const struct spot_row *s;
	struct pot *pot;
	struct head_row head;
	uint8_t seed[HASH];
	int64_t items;
};

static enum err seed_open(struct taking *t)
{
	const struct spot_row *s = t->s;
	const char *hex;
	enum err e = secret_unseal(t->q->arena, SPOT_SEED, s->uid, s->sealed, &hex);
	if (!e && !hex_decode(hex, t->seed, HASH))
		e = ERR(ERR_INTERNAL, "the seed of spot check %lld is none", (long long)s->id);
	if (e)
		return e;
	struct bytes hash = secret_sha256(t->q->arena, BYTES(t->seed));
	if (hash.n != s->hash.n || memcmp(hash.p, s->hash.p, HASH) != 0)
		return ERR(ERR_INTERNAL, "the seed of spot check %lld is not the promised one",
			   (long long)s->id);
	t->pot->before = arena_fmt(t->q->arena, SPOT_LABEL "\n%s\n%s\n%s\n", hex,
				   hex_encode(t->q->arena, t->head.root),
				   hex_encode(t->q->arena, t->head.signature));
	return OK;
}

/* One percent of a hundred and one is two. */
static size_t share(const struct pot *p, int64_t percent)
{
	int64_t n = (p->found * percent + 99) / 100;
	return (size_t)(n > SPOT_MOST ? SPOT_MOST : n);
}

static enum err lots_keep(struct taking *t, size_t *drawn)
{
	const struct spot_row *s = t->s;
	bool records = str_eq(s->what, "record");
	size_t n = share(t->pot, s->percent);
	enum err e = OK;
	t->items = 0;
	for (*drawn = 0; !e && *drawn < n && t->items < SPOT_ITEMS; (*drawn)++) {
		const struct lot *l = &t->pot->v[*drawn];
		int64_t rank = (int64_t)*drawn + 1, rows = 1;
		e = records ? db_exec(&record_q,
				      ARGS(A_(s->id), A_(rank), A_(BYTES(l->uid)), A_(l->id)), NULL)
			    : db_affect(&of_activity_q,
					ARGS(A_(s->id), A_(rank), A_(BYTES(l->uid)), A_(l->id),
					     A_(s->since_at)),
					&rows);
		t->items += rows;
	}
	return e;
}

static enum err spot_take_all(void *ctx)
{
	struct taking *t = ctx;
	struct rq *q = t->q;
	const struct spot_row *s = t->s;
	int64_t id = s->id;
	size_t drawn = 0;
	enum err e = lots_keep(t, &drawn);
	return e ? e
		 : audited(&q->actor, &drawn_q,
			   ARGS(A_(BYTES(t->seed)), A_(t->head.no), A_(t->head.root),
				A_(t->pot->found), A_((int64_t)drawn), A_(t->items),
				A_(actor_time(&q->actor)), A_(id)),
			   "spot_check.draw", "spot_check", &id);
}

/* No head came in time: the next one counts, under the same seed, and that it was so is told. */
static enum err spot_again(struct rq *q, const struct spot_row *s, const char **fault)
{
	int64_t id = s->id;
	*fault = "spot_wait";
	if (q->now <= s->since + draw_wait())
		return ERR_CHECK;
	enum err e = audited(&q->actor, &again_q, ARGS(A_(actor_time(&q->actor)), A_(id)),
			     "spot_check.again", "spot_check", &id);
	*fault = "spot_again";
	return e ? e : ERR_CHECK;
}

enum err spot_take(struct rq *q, const struct spot_row *s, const char **fault)
{
	struct taking t = { .q = q, .s = s };
	const char *like = region_prefix(q->arena, s->region);
	if (!str_eq(s->state, "open"))
		return ERR_STALE;
	enum err e = row_one(&head_q, ARGS(A_(s->since), A_(s->since), A_(draw_wait())),
			     head_row_cols, &t.head);
	if (e == ERR_NOT_FOUND) {
		err_clear();
		return spot_again(q, s, fault);
	}
	t.pot = arena_alloc(q->arena, sizeof(*t.pot));
	if (!e)
		e = seed_open(&t);
	if (!e)
		e = db_each(str_eq(s->what, "record") ? &records_q : &activities_q,
			    ARGS(A_(s->from), A_(s->to), A_(like), A_(s->since_at)), pot_add,
			    t.pot);
	if (e)
		return e;
	*fault = !t.pot->found ? "spot_none" : t.pot->found > SPOT_FOUND ? "spot_many" : NULL;
	if (*fault)
		return ERR_CHECK;
	qsort(t.pot->v, t.pot->n, sizeof(t.pot->v[0]), by_order);
	return db_tx(spot_take_all, &t);
}
