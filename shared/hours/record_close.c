/* record_close.c - notices run out: what has stood its time takes effect, and with the last record
 * its activity is archived. */
#include "activity_state.h"
#include "aside.h"
#include "ids.h"
#include "record_inside.h"

static struct stmt due_q = SQL(
	"SELECT id"
	"  FROM service_record"
	" WHERE activity_id = ?"
	"   AND state = 'notice'"
	"   AND notice_until < ?"
	"   AND " ASIDE_NOT("close", "service_record", "service_record.id")
	" ORDER BY id"
	" LIMIT ?");
static struct stmt activities_q = SQL(
	"SELECT DISTINCT activity_id"
	"  FROM service_record"
	" WHERE state = 'notice'"
	"   AND notice_until < ?"
	"   AND " ASIDE_NOT("close", "activity", "service_record.activity_id")
	"   AND " ASIDE_NOT("close", "service_record", "service_record.id")
	" LIMIT ?");

struct closing {
	const struct actor *by;
	int64_t activity_id, done;
	size_t due;
	bool archived;
	struct record_left left;
};
static struct stmt settled_q = SQL(
	"SELECT s.row_id"
	"  FROM loop_aside s"
	"  JOIN service_record r ON r.id = s.row_id"
	" WHERE s.cleared_at IS NULL"
	"   AND s.work = 'close'"
	"   AND s.thing = 'service_record'"
	"   AND r.state <> 'notice'"
	" LIMIT 500");

static enum err record_close_some(void *ctx)
{
	struct closing *c = ctx;
	struct buf list = { .arena = db_arena() };
	enum err e = db_each(
		&due_q, ARGS(A_(c->activity_id), A_(actor_today(c->by)), A_((int64_t)RECORD_BATCH)),
		ids_row, &list);
	c->done = 0;
	c->due = 0;
	c->left.n = 0;
	if (e || !list.n)
		return e;
	const char *ids = ids_json(&list);
	for (const char *p = ids; *p; p++)
		c->due += *p == ',' || *p == '[';
	return record_effective(c->by, ids, &c->left, &c->done);
}

static enum err record_put_aside(const struct record_left *left)
{
	enum err e = OK;
	for (size_t i = 0; !e && i < left->n; i++) {
		const struct record_one_left *r = &left->v[i];
		e = aside_put(&(struct aside){ "activity-close", "close", "service_record", r->id,
					       r->station_id, r->no, r->why },
			      ERR(ERR_CHECK, "record %s does not fit: %s", r->no, r->why));
	}
	return e;
}

static enum err record_close_last(void *ctx)
{
	struct closing *c = ctx;
	return activity_archive(c->by, c->activity_id, &c->archived);
}

enum err record_close(const struct actor *by, int64_t activity_id, int64_t *done, bool *archived)
{
	struct closing c = { .by = by, .activity_id = activity_id, .due = RECORD_BATCH };
	enum err e = OK;
	*done = 0;
	while (!e && c.due == RECORD_BATCH) {
		e = db_tx(record_close_some, &c);
		if (!e)
			e = record_put_aside(&c.left);
		if (!e)
			*done += c.done;
	}
	if (!e)
		e = db_tx(record_close_last, &c);
	*archived = c.archived;
	return e;
}

enum err record_due(const struct actor *by, int64_t *activities, size_t max, size_t *n)
{
	*n = 0;
	return db_each(&activities_q, ARGS(A_(actor_today(by)), A_((int64_t)max)), ids_take,
		       &(struct ids_taken){ activities, max, n });
}

enum err record_left_settled(void)
{
	struct buf list = { .arena = db_arena() };
	enum err e = db_each(&settled_q, NO_ARGS, ids_row, &list);
	return e || !list.n ? e : aside_clear("close", "service_record", ids_json(&list));
}
