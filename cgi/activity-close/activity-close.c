/*
 * activity-close.c - the loop that watches the calendar: activities begin and end, notices of hours
 * and honours run out, what has stood its time takes effect. It decides nothing that the press of a
 * reviewer could not do as well; the rules are record.h's. One whose step fails holds up no other.
 */
#include "activity_state.h"
#include "aside.h"
#include "honour.h"
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

static struct stmt honour_q = SQL(
	"SELECT station_id, no"
	"  FROM honour"
	" WHERE id = ?");
static const struct aside_work honours = { "activity-close", "honour",           "honour",
					   honour_due,       honour_take_effect, &honour_q };

static enum err turn(struct turn *t)
{
	int64_t moved, honoured, records = 0;
	enum err e = aside_round(&ticks, &t->by, &moved);
	if (!e)
		e = aside_round(&closes, &t->by, &records);
	if (!e)
		e = record_left_settled();
	if (!e)
		e = aside_round(&honours, &t->by, &honoured);
	t->note = arena_fmt(t->by.arena, "%lld records took effect", (long long)records);
	if (!e && records)
		log_info("%s", t->note);
	return e;
}

int main(void)
{
	return loop_run(&(struct loop){ .name = "activity-close",
					.turn = turn,
					.pause_ms = 60000,
					.marks = "record,honour" });
}
