/* draw_take.c - the draw itself: whose lots take part, their order, and who has a place by it. */
#include <stdlib.h>
#include <string.h>

#include "application.h"
#include "audit.h"
#include "draw_inside.h"
#include "duty.h"
#include "safeguard.h"
#include "secret.h"

enum { HASH = 32, MOST = 5000 };

#define HEAD_COLS(X, T) \
	X(T, INT, no, "h.no") \
	X(T, BYTES, root, "h.root") \
	X(T, BYTES, signature, "h.signature")
ROW_DEFINE(head_row, HEAD_COLS);
static struct stmt head_q = SQL(
	"SELECT " ROW_SELECT(HEAD_COLS)
	"  FROM draw d"
	"  JOIN tree_head h ON " DRAW_HEAD
	" WHERE d.id = ?"
	" ORDER BY h.no"
	" LIMIT 1");
#define LOT_COLS(X, T) \
	APPLICATION_COLS(X, T) \
	X(T, BYTES, uid, "a.uid") \
	X(T, INT, active, "v.state = 'active' AND p.erased_at IS NULL")
ROW_DEFINE(lot_row, LOT_COLS);
static struct stmt lots_q = SQL(
	"SELECT " ROW_SELECT(LOT_COLS)
	"  FROM application a"
	"  JOIN person p ON p.id = a.person_id"
	"  JOIN volunteer v ON v.person_id = a.person_id"
	" WHERE a.open_shift = ?"
	"   AND a.state = 'pending'"
	" ORDER BY a.id"
	" LIMIT 5001");
static struct stmt lot_q = SQL(
	"INSERT INTO draw_lot (draw_id, draw_rank, lot)"
	" VALUES (?, ?, ?)");
static struct stmt drawn_q = SQL(
	"UPDATE draw"
	"   SET drawn_at = ?, seed = ?, seed_sealed = NULL, head_no = ?, head_root = ?,"
	"       head_signature = ?, places = ?, lots = ?"
	" WHERE id = ?"
	"   AND open = 1");

struct lot {
	uint8_t order[HASH];
	const char *no; /* hex */
	struct application_row a;
	struct bytes uid;
};

static enum err seed_open(const struct actor *by, const struct draw_row *d, const char **hex,
			  uint8_t seed[HASH])
{
	enum err e = secret_unseal(by->arena, DRAW_SEED, d->uid, d->sealed, hex);
	if (!e && !hex_decode(*hex, seed, HASH))
		e = ERR(ERR_INTERNAL, "the seed of draw %lld is none", (long long)d->id);
	if (e)
		return e;
	struct bytes hash = secret_sha256(by->arena, (struct bytes){ seed, HASH });
	return hash.n == d->hash.n && memcmp(hash.p, d->hash.p, HASH) == 0
		       ? OK
		       : ERR(ERR_INTERNAL, "the seed of draw %lld is not the promised one",
			     (long long)d->id);
}

static int by_order(const void *a, const void *b)
{
	const struct lot *x = a, *y = b;
	int way = memcmp(x->order, y->order, HASH);
	return way ? way : strcmp(x->no, y->no);
}

/* mixed: the lines of seed, root and signature. */
static void lot_order(struct arena *a, struct lot *l, const char *mixed)
{
	const char *text = arena_fmt(a, DRAW_LABEL "\n%s%s\n", mixed, l->no);
	struct bytes hash = secret_sha256(a, (struct bytes){ (const uint8_t *)text, strlen(text) });
	memcpy(l->order, hash.p, HASH);
}

static struct application_row application_of(const struct lot_row *r)
{
	return (struct application_row){ .id = r->id,
					 .state = r->state,
					 .position = r->position,
					 .station = r->station,
					 .project = r->project,
					 .person = r->person,
					 .activity = r->activity,
					 .mode = r->mode };
}

/* Who could not come any more has no lot, and is told. */
static enum err lots_able(const struct actor *by, const struct lot_row *v, size_t n,
			  struct lot *out, size_t *able)
{
	static const struct application_ending unable = { "draw_unable", "draw_unable", NULL };
	enum err e = OK;
	*able = 0;
	for (size_t i = 0; !e && i < n; i++) {
		struct application_row a = application_of(&v[i]);
		struct duty_clash c = { .no = NULL };
		const char *lacks = NULL;
		bool may = v[i].active;
		if (may)
			e = safe_guarded(a.person, actor_today(by), &may);
		if (!e && may)
			e = duty_able(by, a.activity, a.person, &c, &lacks);
		if (!e && (!may || c.no || lacks))
			e = application_end(by, &a, &unable);
		else if (!e)
			out[(*able)++] = (struct lot){ .no = hex_encode(by->arena, v[i].uid),
						       .a = a,
						       .uid = v[i].uid };
	}
	return e;
}

static enum err lot_win(const struct actor *by, const struct application_row *a)
{
	struct seat seat = application_seat(a);
	enum err e = seat_take(&seat);
	if (!e)
		e = application_decide(by, a, "accept", DB_NONE);
	if (!e)
		e = duty_put(by, a->activity, a->person, a->position);
	return e ? e : application_tell(by, a, "draw_won", NULL, NULL);
}

static enum err lot_wait(const struct actor *by, const struct application_row *a, int64_t line_no)
{
	enum err e = application_decide(by, a, "queue", line_no);
	return e ? e : application_tell(by, a, "draw_out", NULL, NULL);
}

static enum err lots_place(const struct actor *by, int64_t draw, const struct lot *v, size_t n,
			   int64_t places)
{
	enum err e = OK;
	for (size_t i = 0; !e && i < n; i++) {
		int64_t rank = (int64_t)i + 1;
		e = db_exec(&lot_q, ARGS(A_(draw), A_(rank), A_(v[i].uid)), NULL);
		if (!e)
			e = rank <= places ? lot_win(by, &v[i].a)
					   : lot_wait(by, &v[i].a, rank - places);
	}
	return e;
}

static enum err lots_read(const struct actor *by, int64_t activity, struct lot **out, size_t *n)
{
	struct lot_row *v;
	size_t all;
	enum err e = row_all(&lots_q, ARGS(A_(activity)), lot_row_cols, sizeof(*v), &v, &all);
	if (!e && all > MOST)
		e = ERR(ERR_CHECK, "more than %d lots for activity %lld", MOST,
			(long long)activity);
	if (e)
		return e;
	*out = arena_alloc(by->arena, (all + 1) * sizeof(**out));
	return lots_able(by, v, all, *out, n);
}

enum err draw_take(const struct actor *by, const struct draw_row *d)
{
	struct head_row h;
	struct lot *v;
	size_t n;
	uint8_t seed[HASH];
	const char *seed_hex;
	int64_t left, id = d->id;
	const struct seat seat = { d->position, d->activity };
	enum err e = row_one(&head_q, ARGS(A_(draw_wait()), A_(d->id)), head_row_cols, &h);
	if (e == ERR_NOT_FOUND)
		e = ERR(ERR_CHECK, "no head within %lld seconds of the window of draw %lld",
			(long long)draw_wait(), (long long)d->id);
	if (!e)
		e = seed_open(by, d, &seed_hex, seed);
	if (!e)
		e = seat_left(&seat, &left);
	if (!e)
		e = lots_read(by, d->activity, &v, &n);
	if (e)
		return e;
	const char *mixed = arena_fmt(by->arena, "%s\n%s\n%s\n", seed_hex,
				      hex_encode(by->arena, h.root),
				      hex_encode(by->arena, h.signature));
	for (size_t i = 0; i < n; i++)
		lot_order(by->arena, &v[i], mixed);
	qsort(v, n, sizeof(*v), by_order);
	e = lots_place(by, d->id, v, n, left);
	return e ? e
		 : audited(by, &drawn_q,
			   ARGS(A_(actor_time(by)), A_(BYTES(seed)), A_(h.no), A_(h.root),
				A_(h.signature), A_(left), A_((int64_t)n), A_(id)),
			   "draw.take", "draw", &id);
}
