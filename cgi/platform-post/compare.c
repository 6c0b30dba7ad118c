/*
 * compare.c - ours and theirs, key by key. Both sides come in the order of keys. A step takes some
 * tens of milliseconds, so that posting goes on between them.
 *
 * What was lost on the way (the platform has it, our row still waits) is taken as accepted at once.
 * Every other difference becomes a row for people, unless our row moved since the comparison began:
 * then their list may be older than it.
 */
#include "compare.h"

#include <stdio.h>
#include <string.h>

#include "clock.h"
#include "config.h"
#include "row.h"
#include "secret.h"

enum { STEP_MS = 20, LOT = 200, DIFF_VALUES = 10, PART_VALUES = 6 };

/* Our newest accepted row of a key, and the newest of all. */
#define OURS_COLS(X, T) \
	X(T, TEXT, item_key, "o.item_key") \
	X(T, INT, station_id, "MAX(o.station_id)") \
	X(T, INT, accepted, "MAX(IF(o.state = 'accepted', o.version, NULL))") \
	X(T, TEXT, receipt, \
	  "SUBSTRING_INDEX(GROUP_CONCAT(IF(o.state = 'accepted', o.receipt, NULL) " \
	  "ORDER BY o.version DESC SEPARATOR ' '), ' ', 1)") \
	X(T, TEXT, op, \
	  "SUBSTRING_INDEX(GROUP_CONCAT(IF(o.state = 'accepted', o.op, NULL) " \
	  "ORDER BY o.version DESC), ',', 1)") \
	X(T, INT, outbox_id, "MAX(IF(o.state = 'withdrawn', 0, o.id))") \
	X(T, INT, recent, "MAX(o.settled_at IS NULL OR o.settled_at >= ?)") \
	X(T, TEXT, day, "DATE(MIN(o.created_at))")
ROW_DEFINE(ours_row, OURS_COLS);

/* Before anything refers to its row, and by its id: who wants it then waits, instead of a
 * deadlock. */
static struct stmt mine_q = SQL(
	"SELECT id"
	"  FROM reconcile_run FORCE INDEX (PRIMARY)"
	" WHERE id = ?"
	"   AND epoch = ?"
	"   AND state = 'running'"
	"   FOR UPDATE");
/* Keys of all kinds stand in one index: a lot is so many of them, however few are of its kind. */
static struct stmt upto_q = SQL(
	"SELECT item_key"
	"  FROM outbox FORCE INDEX (outbox_key)"
	" WHERE destination_id = ?"
	"   AND item_key > ?"
	"   AND item_key <= ?"
	" ORDER BY item_key"
	" LIMIT 199, 1");     /* LOT */
static struct stmt ours_q = SQL(
	"SELECT " ROW_SELECT(OURS_COLS)
	"  FROM outbox o FORCE INDEX (outbox_key)"
	" WHERE o.destination_id = ?"
	"   AND o.kind = ?"
	"   AND o.item_key > ?"
	"   AND o.item_key <= ?"
	" GROUP BY o.item_key"
	" ORDER BY o.item_key"
	" LIMIT 200"); /* LOT */
static struct stmt part_q = SQL(
	"INSERT INTO reconcile_part (run_id, station_id, kind, day, ours, same)"
	" VALUES (?, ?, ?, ?, ?, ?)"
	"    ON DUPLICATE KEY UPDATE ours = ours + VALUES(ours), same = same + VALUES(same)");
static struct stmt diff_q = SQL(
	"INSERT IGNORE INTO reconcile_diff (uid, run_id, destination_id, kind, item_key,"
	"       station_id, outbox_id, what, our_version, their_version)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt found_q = SQL(
	"UPDATE outbox"
	"   SET state = 'accepted', receipt = ?, doubtful = 0, lease_until = NULL,"
	"       reason_code = NULL, reason = NULL, settled_at = NOW(3)"
	" WHERE destination_id = ?"
	"   AND item_key = ?"
	"   AND version = ?"
	"   AND state IN ('waiting', 'leased', 'parked')");
static struct stmt receipt_q = SQL(
	"INSERT INTO receipt (destination_id, outbox_id, receipt, via)"
	" SELECT destination_id, id, receipt, 'reconcile'"
	"  FROM outbox"
	" WHERE destination_id = ?"
	"   AND item_key = ?"
	"   AND version = ?"
	"   AND state = 'accepted'"
	"    ON DUPLICATE KEY UPDATE receipt = VALUES(receipt), via = VALUES(via)");
static struct stmt progress_q = SQL(
	"UPDATE reconcile_run FORCE INDEX (PRIMARY)"
	"   SET kinds_done = ?, after_key = ?, ours = ?, theirs = ?, same = ?, found = ?,"
	"       different = ?, lease_until = NOW(3) + INTERVAL ? SECOND"
	" WHERE id = ?"
	"   AND epoch = ?"
	"   AND state = 'running'");

struct part {
	int64_t station_id;
	const char *day;
	int64_t ours, same;
};
struct step {
	struct comparison *c;
	struct compared at;
	struct arena *a;
	int64_t until; /* clock_mono_ms() */
	const char *kind;
	struct part *part;
	size_t parts;
	struct arg *diff;
	size_t diffs;
	bool page_done;
};

int64_t compare_lease(void)
{
	return cfg.post_lease + cfg.http_timeout;
}

static void differ(struct step *s, const char *what, const char *key, const struct ours_row *o,
		   const struct platform_held *h)
{
	const struct arg row[DIFF_VALUES] = { A_(secret_uid(s->a)),
					      A_(s->c->id),
					      A_(s->c->d->id),
					      A_(s->kind),
					      A_(key),
					      A_(o ? o->station_id : DB_NONE),
					      A_(o && o->outbox_id ? o->outbox_id : DB_NONE),
					      A_(what),
					      A_(o ? o->accepted : DB_NONE),
					      A_(h ? h->version : DB_NONE) };
	memcpy(s->diff + s->diffs * DIFF_VALUES, row, sizeof(row));
	s->diffs++;
	s->at.different++;
}

/* Sums by station and day. */
static void count_part(struct step *s, const struct ours_row *o, bool same)
{
	size_t i = s->parts;
	while (i > 0 &&
	       (s->part[i - 1].station_id != o->station_id || !str_eq(s->part[i - 1].day, o->day)))
		i--;
	if (i == 0) {
		s->part[s->parts++] = (struct part){ o->station_id, o->day, 0, 0 };
		i = s->parts;
	}
	s->part[i - 1].ours++;
	s->part[i - 1].same += same;
	s->at.ours++;
	s->at.same += same;
}

/* The platform has a version that our rows do not call accepted: perhaps its answer was lost. */
static enum err take_found(struct step *s, const struct platform_held *h, bool *taken)
{
	int64_t rows, dest = s->c->d->id;
	*taken = false;
	if (!h->receipt)
		return OK;
	enum err e = db_affect(&found_q, ARGS(A_(h->receipt), A_(dest), A_(h->key), A_(h->version)),
			       &rows);
	if (e || !rows)
		return e;
	*taken = true;
	s->at.found++;
	return db_exec(&receipt_q, ARGS(A_(dest), A_(h->key), A_(h->version)), NULL);
}

static enum err compare(struct step *s, const struct ours_row *o, const struct platform_held *h)
{
	bool taken = false, have = o->accepted != DB_NONE, recent = o->recent == 1;
	enum err e = OK;
	if (!h) {
		bool gone = have && !recent && !str_eq(o->op, "withdraw");
		if (have)
			count_part(s, o, !gone);
		if (gone)
			differ(s, "missing", o->item_key, o, NULL);
		return OK;
	}
	bool newer = !have || h->version > o->accepted;
	if (newer)
		e = take_found(s, h, &taken);
	bool same = taken ||
		    (!newer && (recent || (h->version == o->accepted &&
					   (!h->receipt || str_eq(h->receipt, o->receipt)))));
	if (!e && (have || taken))
		count_part(s, o, same);
	if (!e && !same)
		differ(s,
		       newer                      ? "newer"
		       : h->version < o->accepted ? "older"
						  : "receipt",
		       h->key, o, h);
	return e;
}

/* Both lists are in the order of keys; ends with them, or when its time is over. */
static enum err merge(struct step *s, const struct ours_row *o, size_t n, size_t m, bool *whole)
{
	const struct platform_held *held = s->c->held, *h;
	enum err e = OK;
	size_t i = 0;
	*whole = false;
	while (i < n || s->at.seen < m) {
		h = &held[s->at.seen];
		int order = i == n ? 1 : s->at.seen == m ? -1 : strcmp(o[i].item_key, h->key);
		const char *key = order > 0 ? h->key : o[i].item_key;
		if (order <= 0)
			e = compare(s, &o[i++], order == 0 ? h : NULL);
		else if (!str_eq(h->op, "withdraw"))
			/* what was withdrawn there is no extra record */
			differ(s, "extra", h->key, NULL, h);
		if (e)
			return e;
		s->at.seen += order >= 0;
		s->at.theirs += order >= 0;
		(void)snprintf(s->at.after, sizeof(s->at.after), "%s", key);
		if (clock_mono_ms() >= s->until)
			return OK;
	}
	*whole = true;
	return OK;
}

static enum err write_lot(const struct step *s)
{
	struct arg *v = arena_array(s->a, s->parts * PART_VALUES + 1, sizeof(*v));
	for (size_t i = 0; i < s->parts; i++) {
		const struct part *p = &s->part[i];
		const struct arg row[PART_VALUES] = {
			A_(s->c->id), A_(p->station_id), A_(s->kind),
			A_(p->day),   A_(p->ours),       A_(p->same)
		};
		memcpy(v + i * PART_VALUES, row, sizeof(row));
	}
	enum err e = db_bulk(&part_q, v, s->parts);
	return e ? e : db_bulk(&diff_q, s->diff, s->diffs);
}

/* Some keys of ours and what lies between them of the page. "\x7f" is behind every key of ours. */
static enum err one_lot(struct step *s)
{
	const struct comparison *c = s->c;
	const char *end = c->next ? c->next : "\x7f", *last = NULL, *after = s->at.after;
	struct ours_row *o;
	size_t n, m = c->n;
	bool whole;
	enum err e = db_text(&upto_q, ARGS(A_(c->d->id), A_(after), A_(end)), &last);
	if (e == ERR_NOT_FOUND)
		e = OK;
	if (!e)
		e = row_all(&ours_q,
			    ARGS(A_(c->began), A_(c->d->id), A_(s->kind), A_(after),
				 A_(last ? last : end)),
			    ours_row_cols, sizeof(*o), &o, &n);
	if (e)
		return e;
	while (last && m > s->at.seen && strcmp(c->held[m - 1].key, last) > 0)
		m--;
	s->parts = s->diffs = 0;
	s->part = arena_array(s->a, n + 1, sizeof(*s->part));
	s->diff = arena_array(s->a, (n + m - s->at.seen) * DIFF_VALUES + 1, sizeof(*s->diff));
	e = merge(s, o, n, m, &whole);
	if (whole)
		(void)snprintf(s->at.after, sizeof(s->at.after), "%s", last ? last : end);
	s->page_done = whole && !last;
	return e ? e : write_lot(s);
}

static enum err step_tx(void *ctx)
{
	struct step *s = ctx;
	struct compared *at = &s->at;
	int64_t id;
	enum err e = db_int(&mine_q, ARGS(A_(s->c->id), A_(s->c->epoch)), &id);
	if (e)
		return e == ERR_NOT_FOUND ? ERR_STALE : e;
	*at = s->c->at;
	s->until = clock_mono_ms() + STEP_MS;
	do
		e = one_lot(s);
	while (!e && !s->page_done && clock_mono_ms() < s->until);
	if (e)
		return e;
	if (s->page_done && !s->c->next) {
		at->kinds_done++;
		at->after[0] = '\0';
	}
	return db_change(&progress_q,
			 ARGS(A_(at->kinds_done), A_((const char *)at->after), A_(at->ours),
			      A_(at->theirs), A_(at->same), A_(at->found), A_(at->different),
			      A_(compare_lease()), A_(s->c->id), A_(s->c->epoch)));
}

enum err compare_step(struct comparison *c)
{
	struct step s = { .c = c, .a = db_arena() };
	s.kind = outbox_kind_word((enum outbox_kind)c->at.kinds_done);
	enum err e = db_tx(step_tx, &s);
	if (e)
		return e;
	c->at = s.at;
	if (s.page_done) {
		arena_free(c->page);
		c->page = NULL;
	}
	return OK;
}
