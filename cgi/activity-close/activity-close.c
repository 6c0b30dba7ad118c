/*
 * activity-close.c - the loop that watches the calendar: activities begin and end, notices run
 * out, what has stood its time takes effect. It decides nothing that a reviewer's press could not
 * do as well; the rules are record.h's. An activity whose step fails holds up no other.
 */
#include "activity_state.h"
#include "aside.h"
#include "log.h"
#include "loop.h"
#include "record.h"

static struct stmt whose_q = SQL(
	"SELECT station_id, no"
	"  FROM activity"
	" WHERE id = ?");

static enum err tick(const struct actor *by, int64_t id, int64_t *done)
{
	enum err e = activity_tick_alone(by, id);
	*done += !e;
	return e;
}

static enum err close_one(const struct actor *by, int64_t id, int64_t *done)
{
	int64_t records;
	bool archived;
	enum err e = record_close(by, id, &records, &archived);
	*done += records;
	return e;
}

static const struct aside_work ticks = { "activity-close", "tick", "activity",
					 activity_due,     tick,   &whose_q };
static const struct aside_work closes = { "activity-close", "close",   "activity",
					  record_due,       close_one, &whose_q };

static enum err turn(struct turn *t)
{
	int64_t moved, records = 0;
	enum err e = aside_round(&ticks, &t->by, &moved);
	if (!e)
		e = aside_round(&closes, &t->by, &records);
	t->note = arena_fmt(t->by.arena, "%lld records took effect", (long long)records);
	if (!e && records)
		log_info("%s", t->note);
	return e;
}

int main(void)
{
	return loop_run(
		&(struct loop){ .name = "activity-close", .turn = turn, .pause_ms = 60000 });
}
