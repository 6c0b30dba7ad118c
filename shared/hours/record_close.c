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
	" ORDER BY id"
	" LIMIT ?");
static struct stmt activities_q = SQL(
	"SELECT DISTINCT activity_id"
	"  FROM service_record"
	" WHERE state = 'notice'"
	"   AND notice_until < ?"
	"   AND " ASIDE_NOT("close", "activity", "service_record.activity_id")
	" LIMIT ?");

struct closing {
	const struct actor *by;
	int64_t activity_id, done;
	bool archived;
};

static enum err record_close_some(void *ctx)
{
	struct closing *c = ctx;
	struct buf list = { .arena = db_arena() };
	enum err e = db_each(
		&due_q, ARGS(A_(c->activity_id), A_(actor_today(c->by)), A_((int64_t)RECORD_BATCH)),
		ids_row, &list);
	c->done = 0;
	return e || !list.n ? e : record_effective(c->by, ids_json(&list), &c->done);
}

static enum err record_close_last(void *ctx)
{
	struct closing *c = ctx;
	return activity_archive(c->by, c->activity_id, &c->archived);
}

enum err record_close(const struct actor *by, int64_t activity_id, int64_t *done, bool *archived)
{
	struct closing c = { .by = by, .activity_id = activity_id, .done = RECORD_BATCH };
	enum err e = OK;
	*done = 0;
	while (!e && c.done == RECORD_BATCH) {
		e = db_tx(record_close_some, &c);
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
