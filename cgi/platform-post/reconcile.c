/*
 * reconcile.c - ours compared with what the platform holds, key by key. Both sides come in the
 * order of keys, a page at a time, so the memory it takes does not grow with the number of
 * records.
 *
 * What was lost on the way (the platform has it, our row still waits) is taken as accepted at once.
 * Every other difference becomes a row for people. After a restore a destination is reconcile_only:
 * nothing is sent before a whole comparison is done.
 */
#include <string.h>

#include "clock.h"
#include "config.h"
#include "http.h"
#include "log.h"
#include "post.h"
#include "row.h"
#include "secret.h"

enum { NIGHT_HOUR = 2, ASK_MS = 5000, FAILED_MS = 10000, LOT = 2000, PARTS = 64 };

/* Our newest accepted row of a key, and the newest of all. */
#define OURS_COLS(X, T) \
	X(T, TEXT, item_key, "o.item_key") X(T, INT, station_id, "MAX(o.station_id)") \
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

static struct stmt ours_q = SQL("SELECT " ROW_SELECT(OURS_COLS) " FROM outbox o "
	"WHERE o.destination_id = ? AND o.kind = ? AND o.item_key > ? AND o.item_key <= ? "
	"GROUP BY o.item_key ORDER BY o.item_key LIMIT 2000");   /* LOT */

static struct stmt tonight_q = SQL("INSERT INTO reconcile_run (destination_id) SELECT d.id FROM "
	"destination d WHERE d.id = ? AND NOT EXISTS (SELECT 1 FROM reconcile_run r WHERE "
	"r.destination_id = d.id AND (r.state IN ('asked', 'running') OR r.asked_at >= ?))");
static struct stmt asked_q = SQL("SELECT id FROM reconcile_run WHERE destination_id = ? AND "
	"(state = 'asked' OR (state = 'running' AND started_at < NOW() - INTERVAL 1 HOUR)) "
	"ORDER BY id LIMIT 1");
static struct stmt take_q = SQL("UPDATE reconcile_run SET state = 'running', started_at = NOW() "
	"WHERE id = ? AND (state = 'asked' OR started_at < NOW() - INTERVAL 1 HOUR)");
static struct stmt clear_q = SQL("DELETE FROM reconcile_diff WHERE run_id = ?");
static struct stmt clear_parts_q = SQL("DELETE FROM reconcile_part WHERE run_id = ?");
static struct stmt start_q = SQL("SELECT CAST(NOW(3) AS CHAR)");
static struct stmt end_q = SQL("UPDATE reconcile_run SET state = ?, ended_at = NOW(), ours = ?, "
	"theirs = ?, same = ?, found = ?, different = ?, note = ? WHERE id = ?");
static struct stmt resume_q = SQL("UPDATE destination SET reconcile_only = 0 WHERE id = ?");
static struct stmt part_q = SQL("INSERT INTO reconcile_part (run_id, station_id, kind, day, ours, "
	"same) VALUES (?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE ours = ours + VALUES(ours), "
	"same = same + VALUES(same)");
static struct stmt diff_q = SQL("INSERT IGNORE INTO reconcile_diff (uid, run_id, destination_id, "
	"kind, item_key, station_id, outbox_id, what, our_version, their_version) "
	"VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
/* What an earlier run found and this one finds equal needs nobody any more. */
static struct stmt settled_q =
	SQL("UPDATE reconcile_diff d SET d.state = 'mended', d.mended_at = NOW() "
	"WHERE d.destination_id = ? AND d.state = 'open' AND d.run_id < ?");
static struct stmt found_q = SQL("UPDATE outbox SET state = 'accepted', receipt = ?, doubtful = 0, "
	"lease_until = NULL, reason_code = NULL, reason = NULL, settled_at = NOW(3) "
	"WHERE destination_id = ? AND item_key = ? AND version = ? "
	"AND state IN ('waiting', 'leased', 'parked')");
static struct stmt receipt_q = SQL("INSERT INTO receipt (destination_id, outbox_id, receipt, via) "
	"SELECT destination_id, id, receipt, 'reconcile' FROM outbox WHERE destination_id = ? "
	"AND item_key = ? AND version = ? AND state = 'accepted' "
	"ON DUPLICATE KEY UPDATE receipt = VALUES(receipt), via = VALUES(via)");

struct part {
	int64_t station_id;
	const char *day;
	int64_t ours, same;
};
struct run {
	struct dest *d;
	struct arena *a;
	int64_t id;
	enum outbox_kind kind;
	const char *began;               /* the database's clock when the run began */
	int64_t ours, theirs, same, found, different;
	struct part part[PARTS];
	size_t parts;
};

static enum err differ(struct run *r, const char *what, const char *key, const struct ours_row *o,
		       const struct platform_held *h)
{
	r->different++;
	return db_exec(&diff_q,
		       ARGS(A_(secret_uid(r->a)), A_(r->id), A_(r->d->id),
			    A_(outbox_kind_word(r->kind)), A_(key), A_(o ? o->station_id : DB_NONE),
			    A_(o && o->outbox_id ? o->outbox_id : DB_NONE), A_(what),
			    A_(o ? o->accepted : DB_NONE), A_(h ? h->version : DB_NONE)),
		       NULL);
}

static enum err write_parts(struct run *r)
{
	enum err e = OK;
	for (size_t i = 0; !e && i < r->parts; i++) {
		const struct part *p = &r->part[i];
		e = db_exec(&part_q,
			    ARGS(A_(r->id), A_(p->station_id), A_(outbox_kind_word(r->kind)),
				 A_(p->day), A_(p->ours), A_(p->same)),
			    NULL);
	}
	r->parts = 0;
	return e;
}

/* Sums by station and day, written when there is no room for one more. */
static enum err count_part(struct run *r, const struct ours_row *o, bool same)
{
	size_t i = 0;
	enum err e = OK;
	r->ours++;
	r->same += same;
	while (i < r->parts &&
	       (r->part[i].station_id != o->station_id || !str_eq(r->part[i].day, o->day)))
		i++;
	if (i == PARTS) {
		e = write_parts(r);
		i = 0;
	}
	if (i == r->parts)
		r->part[r->parts++] = (struct part){ o->station_id, o->day, 0, 0 };
	r->part[i].ours++;
	r->part[i].same += same;
	return e;
}

/* The platform has a version that our rows do not call accepted: perhaps its answer was lost. */
static enum err take_found(struct run *r, const struct platform_held *h, bool *taken)
{
	int64_t rows;
	*taken = false;
	if (!h->receipt)
		return OK;
	enum err e = db_affect(&found_q,
			       ARGS(A_(h->receipt), A_(r->d->id), A_(h->key), A_(h->version)),
				&rows);
	if (e || !rows)
		return e;
	*taken = true;
	r->found++;
	return db_exec(&receipt_q, ARGS(A_(r->d->id), A_(h->key), A_(h->version)), NULL);
}

static enum err compare(struct run *r, const struct ours_row *o, const struct platform_held *h)
{
	bool taken = false, have = o->accepted != DB_NONE;
	enum err e = OK;
	if (!h) {
		/* settled after the listing began: it may not have been in it */
		if (!have || o->recent == 1 || str_eq(o->op, "withdraw"))
			return have ? count_part(r, o, true) : OK;
		e = count_part(r, o, false);
		return e ? e : differ(r, "missing", o->item_key, o, NULL);
	}
	if (!have || h->version > o->accepted)
		e = take_found(r, h, &taken);
	bool same = taken || (have && h->version == o->accepted &&
			      (!h->receipt || str_eq(h->receipt, o->receipt)));
	if (!e && (have || taken))
		e = count_part(r, o, same);
	if (e || same)
		return e;
	return differ(r, !have || h->version > o->accepted ? "newer"
			 : h->version < o->accepted	   ? "older"
							   : "receipt",
		      h->key, o, h);
}

/* Both lists are in the order of keys, over the same stretch of keys. */
static enum err merge(struct run *r, const struct ours_row *o, size_t n,
		      const struct platform_held *h, size_t m)
{
	size_t i = 0, j = 0;
	enum err e = OK;
	while (!e && (i < n || j < m)) {
		int order = i == n ? 1 : j == m ? -1 : strcmp(o[i].item_key, h[j].key);
		if (order < 0) {
			e = compare(r, &o[i++], NULL);
		} else if (order == 0) {
			e = compare(r, &o[i++], &h[j++]);
		} else {
			/* what was withdrawn there is no extra record */
			e = str_eq(h[j].op, "withdraw") ? OK
				: differ(r, "extra", h[j].key, NULL, &h[j]);
			j++;
		}
	}
	r->theirs += (int64_t)m;
	return e;
}

struct stretch {
	struct run *r;
	const struct platform_held *held;
	size_t n;
	const char *after, *last;
};

/* One page of theirs and the rows of ours between its first and last key, in one transaction. */
static enum err stretch_tx(void *ctx)
{
	struct stretch *s = ctx;
	struct run *r = s->r, before = *r;
	struct ours_row *o;
	size_t n, seen = 0;
	const char *after = s->after;
	enum err e;
	do {
		e = row_all(&ours_q,
			    ARGS(A_(r->began), A_(r->d->id), A_(outbox_kind_word(r->kind)),
				A_(after),
				 A_(s->last)),
			    ours_row_cols, sizeof(*o), &o, &n);
		if (e)
			break;
		/* of theirs, what lies up to the last of ours; all with the last lot */
		const char *last = n == LOT ? o[n - 1].item_key : NULL;
		size_t upto = seen;
		while (upto < s->n && (!last || strcmp(s->held[upto].key, last) <= 0))
			upto++;
		e = merge(r, o, n, s->held + seen, upto - seen);
		seen = upto;
		after = n ? o[n - 1].item_key : after;
	} while (!e && n == LOT);
	if (!e)
		e = write_parts(r);
	if (e)
		*r = before;
	return e;
}

static enum err ask_page(struct run *r, const char *after, struct platform_held **held, size_t *n,
			 const char **next)
{
	struct platform_call call;
	struct http_answer answer;
	enum err e = platform_list(r->d->platform, r->a, &r->d->site, r->kind, "", "1900-01-01",
				   "9999-12-31", after, clock_now(), &call);
	if (!e)
		e = http_call(r->a, &(struct http_ask){ .url = call.url, .headers = call.headers },
			      &answer);
	return e ? e : platform_listed(r->d->platform, r->a, answer.status, answer.body, answer.n,
		held,
				       n, next);
}

/* "\x7f" is behind every key. */
static enum err one_kind(struct run *r)
{
	const char *after = "";
	enum err e = OK;
	while (!e && after) {
		struct stretch s = { .r = r, .after = after };
		struct platform_held *held;
		struct arena *page = arena_new(), *own = r->a;
		const char *next = NULL;
		r->a = page;
		e = ask_page(r, after, &held, &s.n, &next);
		s.held = held;
		for (size_t i = 1; !e && i < s.n; i++)
			if (strcmp(held[i - 1].key, held[i].key) >= 0)
				e = ERR(ERR_REMOTE, "the platform's list is not in order");
		if (!e && next && (!s.n || strcmp(next, held[s.n - 1].key) != 0))
			e = ERR(ERR_REMOTE, "the platform's list breaks off");
		s.last = next ? next : "\x7f";
		if (!e)
			e = db_ready(page);
		if (!e)
			e = db_tx(stretch_tx, &s);
		after = !e && next ? arena_str(own, next) : NULL;
		r->a = own;
		arena_free(page);
		enum err ready = db_ready(own);
		e = e ? e : ready;
	}
	return e;
}

static enum err finish(struct run *r, enum err result)
{
	const char *why = *err_text() ? err_text() : err_name(result);
	const char *note = result ? utf8_cut(r->a, arena_str(r->a, why), 190) : "";
	int64_t rows;
	err_clear();
	enum err e = db_exec(&end_q,
			     ARGS(A_(result ? "failed" : "done"), A_(r->ours), A_(r->theirs),
				  A_(r->same), A_(r->found), A_(r->different), A_(note), A_(r->id)),
			     NULL);
	log_info("destination %s compared: %lld here, %lld there, %lld found, %lld different%s",
		 r->d->code, (long long)r->ours, (long long)r->theirs, (long long)r->found,
		 (long long)r->different, result ? ", not to the end" : "");
	if (result) {
		r->d->compare_at = clock_mono_ms() + FAILED_MS;
		return e;
	}
	if (!e)
		e = db_affect(&settled_q, ARGS(A_(r->d->id), A_(r->id)), &rows);
	if (!e && r->d->reconcile_only)
		e = db_affect(&resume_q, ARGS(A_(r->d->id)), &rows);
	return e;
}

static enum err run(struct dest *d, struct arena *a, int64_t id)
{
	struct run r = { .d = d, .a = a, .id = id };
	int64_t rows;
	enum err e = db_text(&start_q, NO_ARGS, &r.began);
	if (!e)
		e = db_affect(&clear_q, ARGS(A_(id)), &rows);
	if (!e)
		e = db_affect(&clear_parts_q, ARGS(A_(id)), &rows);
	for (int k = 0; !e && k < OB_KINDS; k++) {
		r.kind = (enum outbox_kind)k;
		if (platform_can_list(d->platform, r.kind))
			e = one_kind(&r);
	}
	return finish(&r, e);
}

/* Since when a run counts as tonight's: two o'clock, of yesterday before two. */
static const char *since(struct arena *a)
{
	int64_t now = clock_now(), day = 86400, shift = (8 - NIGHT_HOUR) * 3600;
	return clock_time(a, (now + shift) / day * day - shift);
}

enum err reconcile(struct dest *d, struct arena *a)
{
	int64_t id, rows;
	if (!d->on || clock_mono_ms() < d->compare_at)
		return OK;
	d->compare_at = clock_mono_ms() + ASK_MS;
	enum err e = db_affect(&tonight_q,
			       ARGS(A_(d->id), A_(d->reconcile_only ? clock_time(a, clock_now() + 1)
								    : since(a))),
			       &rows);
	if (!e)
		e = db_int(&asked_q, ARGS(A_(d->id)), &id);
	if (e == ERR_NOT_FOUND)
		return OK;
	if (!e)
		e = db_affect(&take_q, ARGS(A_(id)), &rows);
	return e || !rows ? e : run(d, a, id);
}
