/*
 * reconcile.c - when ours is compared with what a platform holds: every night, when staff asks, and
 * after a restore, where nothing is sent before a whole comparison is done.
 *
 * A comparison goes in steps, one at each turn of the loop; the platform's list is asked for beside
 * the posting. It is leased: how far it came stands in its row, and when a poster does not go on,
 * another does.
 */
#include <string.h>

#include "clock.h"
#include "compare.h"
#include "config.h"
#include "log.h"
#include "row.h"

enum { NIGHT_HOUR = 2, LOOK_MS = 5000, FAILED_MS = 10000, CLOSED_AT_ONCE = 400 };

static struct stmt tonight_q = SQL(
	"INSERT INTO reconcile_run (destination_id)"
	" SELECT d.id"
	"  FROM destination d"
	" WHERE d.id = ?"
	"   AND NOT EXISTS (SELECT 1 FROM reconcile_run r WHERE r.destination_id = d.id"
	"       AND (r.state IN ('asked', 'running') OR r.asked_at >= ?))");
/* What was left in the middle comes first; one at a time for a destination. */
static struct stmt asked_q = SQL(
	"SELECT id"
	"  FROM reconcile_run"
	" WHERE destination_id = ?"
	"   AND (state = 'asked' OR (state = 'running' AND lease_until < NOW(3)))"
	"   AND NOT EXISTS (SELECT 1 FROM reconcile_run r"
	"       WHERE r.destination_id = reconcile_run.destination_id AND r.state = 'running'"
	"       AND r.lease_until >= NOW(3))"
	" ORDER BY state DESC, id"
	" LIMIT 1");
/* Its own row, by its id: who wants it waits, where an index of states would make a deadlock. */
#define RUN  "UPDATE reconcile_run FORCE INDEX (PRIMARY) SET "
#define OURS " WHERE id = ? AND epoch = ? AND state = 'running'"
static struct stmt take_q = SQL(
	RUN "state = 'running', epoch = epoch + 1, started_at = COALESCE(started_at, NOW(3)),"
	"       lease_until = NOW(3) + INTERVAL ? SECOND"
	" WHERE id = ?"
	"   AND (state = 'asked' OR (state = 'running' AND lease_until < NOW(3)))");
static struct stmt leave_q = SQL(
	RUN "lease_until = NOW(3) - INTERVAL 1 SECOND" OURS);
static struct stmt still_q = SQL(
	RUN "lease_until = NOW(3) + INTERVAL ? SECOND" OURS);
static struct stmt end_q = SQL(
	RUN "state = ?, ended_at = NOW(), lease_until = NULL, note = ?" OURS);
static struct stmt resume_q = SQL(
	"UPDATE destination"
	"   SET reconcile_only = 0"
	" WHERE id = ?");
/* What an earlier run found and this one finds equal needs nobody any more. */
static struct stmt closed_q = SQL(
	"UPDATE reconcile_diff FORCE INDEX (reconcile_diff_open)"
	"   SET state = 'mended', mended_at = NOW()"
	" WHERE destination_id = ?"
	"   AND state = 'open'"
	"   AND run_id < ?"
	" LIMIT 400"); /* CLOSED_AT_ONCE */

#define RUN_COLS(X, T) \
	X(T, INT, epoch, "epoch") \
	X(T, TEXT, began, "CAST(started_at AS CHAR)") \
	X(T, INT, kinds_done, "kinds_done") \
	X(T, TEXT, after_key, "after_key") \
	X(T, INT, ours, "ours") \
	X(T, INT, theirs, "theirs") \
	X(T, INT, same, "same") \
	X(T, INT, found, "found") \
	X(T, INT, different, "different")
ROW_DEFINE(run_row, RUN_COLS);
static struct stmt run_q = SQL(
	"SELECT " ROW_SELECT(RUN_COLS)
	"  FROM reconcile_run"
	" WHERE id = ?"
	"   AND state = 'running'");

static int count;

int reconciling(void)
{
	return count;
}

static void let_go(struct comparison *c)
{
	c->d->comparing = NULL;
	count--;
	if (c->asking) {
		/* the answer brings it to its end */
		c->dropped = true;
		return;
	}
	if (c->page)
		arena_free(c->page);
	arena_free(c->a);
}

static enum err begin(struct dest *d, int64_t id)
{
	struct run_row r;
	int64_t rows;
	enum err e = db_affect(&take_q, ARGS(A_(compare_lease()), A_(id)), &rows);
	if (!e && rows)
		e = row_one(&run_q, ARGS(A_(id)), run_row_cols, &r);
	if (e || !rows)
		return e == ERR_NOT_FOUND ? OK : e;
	struct arena *a = arena_new();
	struct comparison *c = arena_alloc(a, sizeof(*c));
	*c = (struct comparison){
		.d = d, .a = a, .id = id, .epoch = r.epoch, .began = arena_str(a, r.began)
	};
	c->at = (struct compared){ .kinds_done = r.kinds_done,
				   .ours = r.ours,
				   .theirs = r.theirs,
				   .same = r.same,
				   .found = r.found,
				   .different = r.different };
	memcpy(c->at.after, r.after_key, strnlen(r.after_key, COMPARE_KEY));
	if (r.epoch > 1)
		log_info("destination %s: a comparison that was left in the middle goes on",
			 d->code);
	d->comparing = c;
	count++;
	return OK;
}

/* Since when a run counts as tonight's: two o'clock, of yesterday before two. */
static const char *since(struct arena *a)
{
	int64_t now = clock_now(), day = 86400, shift = (8 - NIGHT_HOUR) * 3600;
	return clock_time(a, (now + shift) / day * day - shift);
}

static enum err look(struct dest *d, struct arena *a)
{
	int64_t id, rows = 0;
	enum err e = OK;
	if (clock_mono_ms() >= d->compare_at) {
		d->compare_at = clock_mono_ms() + LOOK_MS;
		e = db_affect(&tonight_q,
			      ARGS(A_(d->id), A_(d->reconcile_only ? clock_time(a, clock_now() + 1)
								   : since(a))),
			      &rows);
	}
	if (e || (!rows && !d->asked))
		return e;
	d->asked = false;
	e = db_int(&asked_q, ARGS(A_(d->id)), &id);
	return e == ERR_NOT_FOUND ? OK : e ? e : begin(d, id);
}

static const char *read_page(struct comparison *c, const struct http_end *x)
{
	const char *before = c->at.after;
	if (x->curl)
		return arena_str(c->a, x->fault);
	if (platform_listed(c->d->platform, c->page, x->status, x->body, x->n, &c->held, &c->n,
			    &c->next)) {
		const char *why = arena_str(c->a, err_text());
		err_clear();
		return why;
	}
	for (size_t i = 0; i < c->n; before = c->held[i++].key) {
		if (strcmp(before, c->held[i].key) >= 0)
			return "the platform's list is not in order";
		if (strlen(c->held[i].key) > COMPARE_KEY)
			return "the platform's list has a key that is too long";
	}
	if (c->next && (!c->n || strcmp(c->next, before) != 0))
		return "the platform's list breaks off";
	return NULL;
}

static void answered(void *ctx, const struct http_end *x)
{
	struct comparison *c = ctx;
	c->asking = false;
	c->at.seen = 0;
	if (!c->dropped) {
		c->why = read_page(c, x);
		return;
	}
	arena_free(c->page);
	arena_free(c->a);
}

static enum err ask_page(struct comparison *c)
{
	struct platform_call call;
	enum err e = db_change(&still_q, ARGS(A_(compare_lease()), A_(c->id), A_(c->epoch)));
	if (e)
		return e;
	c->page = arena_new();
	e = platform_list(c->d->platform, c->page, &c->d->site, (enum outbox_kind)c->at.kinds_done,
			  "", "1900-01-01", "9999-12-31", c->at.after, clock_now(), &call);
	if (!e)
		e = http_begin(c->page,
			       &(struct http_ask){ .url = call.url, .headers = call.headers },
			       answered, c);
	c->asking = !e;
	return e;
}

struct ending {
	struct comparison *c;
	const char *why;
};

static enum err end_tx(void *ctx)
{
	const struct ending *end = ctx;
	const struct comparison *c = end->c;
	int64_t rows;
	const char *note = end->why ? utf8_cut(c->a, end->why, 190) : "";
	enum err e = db_change(
		&end_q, ARGS(A_(end->why ? "failed" : "done"), A_(note), A_(c->id), A_(c->epoch)));
	if (!e && !end->why && c->d->reconcile_only)
		e = db_affect(&resume_q, ARGS(A_(c->d->id)), &rows);
	return e;
}

static enum err finish(struct comparison *c, const char *why)
{
	struct dest *d = c->d;
	enum err e = db_tx(end_tx, &(struct ending){ c, why });
	if (e)
		return e;
	log_info("destination %s compared: %lld here, %lld there, %lld found, %lld different%s",
		 d->code, (long long)c->at.ours, (long long)c->at.theirs, (long long)c->at.found,
		 (long long)c->at.different, why ? ", not to the end" : "");
	if (why)
		d->compare_at = clock_mono_ms() + FAILED_MS;
	else
		d->reconcile_only = false;
	let_go(c);
	return OK;
}

/* All was compared: what earlier runs found is closed, some at a time. */
static enum err close_earlier(struct comparison *c)
{
	int64_t rows;
	enum err e = db_change(&still_q, ARGS(A_(compare_lease()), A_(c->id), A_(c->epoch)));
	if (!e)
		e = db_affect(&closed_q, ARGS(A_(c->d->id), A_(c->id)), &rows);
	return e || rows == CLOSED_AT_ONCE ? e : finish(c, NULL);
}

static enum err step(struct comparison *c)
{
	if (c->why)
		return finish(c, c->why);
	if (c->page)
		return compare_step(c);
	while (c->at.kinds_done < OB_KINDS &&
	       !platform_can_list(c->d->platform, (enum outbox_kind)c->at.kinds_done))
		c->at.kinds_done++;
	return c->at.kinds_done < OB_KINDS ? ask_page(c) : close_earlier(c);
}

enum err reconcile(struct dest *d, struct arena *a, bool *more)
{
	enum err e = db_ready(a);
	if (!e && d->on && !d->comparing)
		e = look(d, a);
	struct comparison *c = d->comparing;
	if (e || !c)
		return e;
	if (!d->on) {
		e = db_exec(&leave_q, ARGS(A_(c->id), A_(c->epoch)), NULL);
		let_go(c);
		return e;
	}
	if (c->asking)
		return OK;
	e = step(c);
	if (e == ERR_STALE) {
		log_info("destination %s: another poster goes on with the comparison", d->code);
		let_go(c);
		return OK;
	}
	if (e && e != ERR_DB_AWAY && e != ERR_RETRY) {
		/* what cannot even be said to have failed must not hold up the posting */
		if (c->why)
			let_go(c);
		else
			c->why = arena_str(c->a, *err_text() ? err_text() : err_name(e));
	}
	*more = *more || (d->comparing && !d->comparing->asking);
	return e;
}

void reconcile_stop(struct dest *list)
{
	struct arena *a = arena_new();
	for (struct dest *d = list; d; d = d->next) {
		const struct comparison *c = d->comparing;
		if (c && (db_ready(a) || db_exec(&leave_q, ARGS(A_(c->id), A_(c->epoch)), NULL)))
			err_clear(); /* its lease runs out */
	}
	arena_free(a);
}
