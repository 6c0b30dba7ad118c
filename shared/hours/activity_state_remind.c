/* activity_state_remind.c - the day before and two hours before, who is on the roster hears of it.
 */
#include "activity_state.h"
#include "aside.h"
#include "clock.h"
#include "ids.h"
#include "tell_thing.h"

enum { DAY_BEFORE = 86400, HOURS_BEFORE = 7200 };

static struct stmt due_q = SQL(
	"SELECT a.id"
	"  FROM activity a"
	" WHERE a.state = 'published'"
	"   AND a.starts_at > ?"
	"   AND (a.starts_at <= ? AND a.reminded < 1 OR a.starts_at <= ? AND a.reminded < 2)"
	"   AND a.starts_at <= ?"
	"   AND " ASIDE_NOT("remind", "activity", "a.id")
	" ORDER BY a.starts_at, a.id"
	" LIMIT ?");
static struct stmt left_q = SQL(
	"SELECT UNIX_TIMESTAMP(starts_at)"
	"  FROM activity"
	" WHERE id = ?");
static struct stmt reminded_q = SQL(
	"UPDATE activity"
	"   SET reminded = ?"
	" WHERE id = ?"
	"   AND state = 'published'"
	"   AND reminded < ?");

enum err activity_remind_due(const struct actor *by, int64_t *ids, size_t max, size_t *n)
{
	*n = 0;
	struct ids_taken t = { ids, max, n };
	const char *day = clock_time(by->arena, by->now + DAY_BEFORE),
		   *hours = clock_time(by->arena, by->now + HOURS_BEFORE);
	return db_each(&due_q,
		       ARGS(A_(actor_time(by)), A_(day), A_(hours), A_(day), A_((int64_t)max)),
		       ids_take, &t);
}

struct reminding {
	const struct actor *by;
	int64_t id;
};

static enum err remind(void *ctx)
{
	const struct reminding *r = ctx;
	int64_t starts;
	enum err e = db_int(&left_q, ARGS(A_(r->id)), &starts);
	int64_t step = starts - r->by->now <= HOURS_BEFORE ? 2 : 1;
	if (!e)
		e = db_change(&reminded_q, ARGS(A_(step), A_(r->id), A_(step)));
	return e ? e
		 : tell_activity(r->by, r->id, step == 2 ? "two_hours" : "day_before",
				 clock_time(r->by->arena, starts), NULL, TELL_ROSTER);
}

enum err activity_remind(const struct actor *by, int64_t id, int64_t *done)
{
	enum err e = db_tx(remind, &(struct reminding){ by, id });
	*done += !e;
	return e;
}
