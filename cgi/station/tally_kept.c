/* tally_kept.c - reports of a station kept under a name: kept, listed, named anew, removed. */
#include "clock.h"
#include "code.h"
#include "form.h"
#include "list.h"
#include "secret.h"
#include "station.h"
#include "tally.h"

#define KEEP_IN(X, T) \
	X(T, WORD, rows, 1, 8) \
	X(T, WORD, measure, 1, 6) \
	X(T, WORD, period, 1, 10) \
	X(T, DAY, from, 0, 10) \
	X(T, DAY, to, 0, 10) \
	X(T, STR, only, 0, 40) \
	X(T, WORD, evidence, 0, 8) \
	X(T, STR, name, 1, 30)
FORM_DEFINE(keep_in, KEEP_IN);
#define NAME_IN(X, T) X(T, STR, name, 1, 30)
FORM_DEFINE(name_in, NAME_IN);

static struct stmt count_q = SQL(
	"SELECT COUNT(*)"
	"  FROM tally"
	" WHERE station_id <=> ?"
	"   AND region_code <=> ?");
static struct stmt keep_q = SQL(
	"INSERT INTO tally (uid, station_id, region_code, name, rows_by, measure, period, from_on,"
	"       until_on, category, team_id, evidence, made_by, made_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULLIF(?, ''), NULLIF(?, 0), NULLIF(?, ''), ?, ?)");
static struct stmt twice_q = SQL(
	"SELECT id"
	"  FROM tally"
	" WHERE uid = ?");
static struct stmt list_q = SQL(
	"SELECT LOWER(HEX(k.uid)) AS uid, k.name, k.rows_by, k.measure, k.period, k.from_on,"
	"       k.until_on, k.category, t.name AS team, k.evidence, s.name AS made_by, k.made_at"
	"  FROM tally k"
	"  JOIN staff s ON s.id = k.made_by"
	"  LEFT JOIN team t ON t.id = k.team_id"
	" WHERE k.station_id <=> ?"
	"   AND k.region_code <=> ?"
	" ORDER BY k.name"
	" LIMIT ?");
static struct stmt find_q = SQL(
	"SELECT id"
	"  FROM tally"
	" WHERE uid = UNHEX(?)"
	"   AND station_id <=> ?"
	"   AND region_code <=> ?");
static struct stmt rename_q = SQL(
	"UPDATE tally"
	"   SET name = ?"
	" WHERE id = ?");
static struct stmt remove_q = SQL(
	"DELETE FROM tally"
	" WHERE id = ?");

struct keeping {
	struct rq *q;
	const struct tally *t;
	const char *name;
	struct bytes uid;
};

static enum err keep_do(void *ctx)
{
	const struct keeping *k = ctx;
	struct rq *q = k->q;
	const struct tally *t = k->t;
	bool own = str_eq(t->period, "own");
	int64_t n = 0, id = 0;
	enum err e = db_int(&count_q, ARGS(A_(t->station), A_(t->region)), &n);
	if (!e && n >= TALLY_KEPT) {
		form_error(q, "name", "tally_many");
		return ERR_FORM;
	}
	return e ? e
		 : audited(&q->actor, &keep_q,
			   ARGS(A_(k->uid), A_(t->station), A_(t->region), A_(k->name), A_(t->rows),
				A_(t->measure), A_(t->period), A_(own ? t->from : NULL),
				A_(own ? t->until : NULL), A_(t->category), A_(t->team),
				A_(t->evidence), A_(q->staff), A_(clock_time(q->arena, q->now))),
			   "tally.keep", "tally", &id);
}

static enum err named_already(struct rq *q)
{
	form_error(q, "name", "tally_named");
	return ERR_FORM;
}

enum err tally_keep(struct rq *q)
{
	struct keep_in in;
	struct tally t;
	struct keeping k = { .q = q, .t = &t };
	int64_t there = 0;
	bool fine = form_read(q, keep_in_fields, &in);
	enum err e = tally_posted(q, &t);
	if (e)
		return e;
	if (!fine || t.wrong)
		return ERR_FORM;
	k.name = in.name;
	e = form_key_uid(q, "tally", &k.uid);
	if (!e)
		e = db_tx(keep_do, &k);
	if (e == ERR_DUPLICATE) {
		/* The same once more, or another one of this name. */
		e = db_int(&twice_q, ARGS(A_(k.uid)), &there);
		if (e == ERR_NOT_FOUND)
			return named_already(q);
	}
	return e ? e
		 : see(q, "/station/tally?saved=%s&done=tally_kept", hex_encode(q->arena, k.uid));
}

enum err tally_list(struct rq *q)
{
	struct tally t;
	enum err e = code_load();
	tally_whose(q, &t);
	if (!e)
		e = put_query(q, "Kept", &list_q,
			      ARGS(A_(t.station), A_(t.region), A_((int64_t)TALLY_KEPT)));
	if (e)
		return e;
	for (struct node *n = node_first(node_at(page_root(q), "Kept")); n; n = node_next(n)) {
		const char *category = node_get(n, "category");
		if (category)
			node_set(n, "category_name", code_name("service_category", category));
	}
	/* Whose name was not taken. */
	if (form_again(q))
		put(q, "At", arg(q, 0));
	return page(q, "station/tallies.cs");
}

static enum err kept_id(struct rq *q, int64_t *id)
{
	struct tally t;
	tally_whose(q, &t);
	return db_int(&find_q, ARGS(A_(arg(q, 0)), A_(t.station), A_(t.region)), id);
}

enum err tally_rename(struct rq *q)
{
	struct name_in in;
	int64_t id = 0;
	enum err e = kept_id(q, &id);
	if (e)
		return e;
	if (!form_read(q, name_in_fields, &in))
		return ERR_FORM;
	e = audited(&q->actor, &rename_q, ARGS(A_(in.name), A_(id)), "tally.rename", "tally", &id);
	if (e == ERR_DUPLICATE)
		return named_already(q);
	return e ? e : see(q, "/station/tally/saved?done=saved");
}

enum err tally_remove(struct rq *q)
{
	int64_t id = 0;
	enum err e = kept_id(q, &id);
	if (!e)
		e = audited(&q->actor, &remove_q, ARGS(A_(id)), "tally.remove", "tally", &id);
	return e ? e : see(q, "/station/tally/saved?done=tally_removed");
}
