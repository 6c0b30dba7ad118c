/* loop_clock.c - our clock beside the database's, and the database's beside itself. */
#include "loop_clock.h"

#include "clock.h"
#include "log.h"
#include "row.h"

enum { APART_SECONDS = 60, AHEAD_SECONDS = 900 };

static struct stmt clock_q = SQL(
	"SELECT UNIX_TIMESTAMP()");
/* A sign of life that is still to come was given before the clock was set back. */
static struct stmt ahead_q = SQL(
	"SELECT COALESCE(MAX(TIMESTAMPDIFF(SECOND, NOW(3), seen_at)), 0)"
	"  FROM beat"
	" WHERE program = ?"
	"   AND host = ?");
static struct stmt note_q = SQL(
	"UPDATE beat"
	"   SET note = ?"
	" WHERE program = ?");

enum clock_step clock_look(struct clock_seen *seen, int64_t theirs, int64_t boot, int64_t *by)
{
	int64_t step = seen->theirs ? theirs - seen->theirs - (boot - seen->boot) : 0;
	*by = step < 0 ? -step : step;
	if (step >= AHEAD_SECONDS)
		return CLOCK_AHEAD;
	*seen = (struct clock_seen){ theirs, boot };
	return step <= -APART_SECONDS ? CLOCK_BACK : CLOCK_STEADY;
}

static enum err clock_refused(const struct loop *l, struct turn *t, const char *said)
{
	t->failed_ms = APART_SECONDS * 1000;
	enum err e = db_exec(&note_q, ARGS(A_(said), A_(l->name)), NULL);
	return e ? e : ERR(ERR_CHECK, "%s: nothing is done", said);
}

/* Before the first look of this process; 0: it was not. */
static enum err set_back_before(const struct loop *l, int64_t *by)
{
	char host[HOST_BYTES];
	loop_host(host);
	enum err e = db_int(&ahead_q, ARGS(A_(l->name), A_((const char *)host)), by);
	if (e || *by < APART_SECONDS)
		*by = 0;
	return e;
}

static enum err bring_back(const struct loop *l, int64_t by)
{
	log_info("the clock went back %lld s: what was put off until then is due", (long long)by);
	return l->set_back ? l->set_back() : OK;
}

enum err loop_clock(const struct loop *l, struct turn *t)
{
	static struct clock_seen seen;
	int64_t theirs, by = 0;
	bool first = !seen.theirs;
	enum err e = db_int(&clock_q, NO_ARGS, &theirs);
	int64_t apart = e ? 0 : clock_now() - theirs;
	if (e)
		return e;
	if (apart < -APART_SECONDS || apart > APART_SECONDS)
		return clock_refused(l, t,
				     arena_fmt(t->by.arena,
					       "the clock is %lld s apart from the database's",
					       (long long)apart));
	enum clock_step step = clock_look(&seen, theirs, clock_boot(), &by);
	if (step == CLOCK_AHEAD)
		return clock_refused(l, t,
				     arena_fmt(t->by.arena,
					       "the database's clock went ahead %lld s at once",
					       (long long)by));
	if (first)
		e = set_back_before(l, &by);
	if (!e && (step == CLOCK_BACK || (first && by)))
		e = bring_back(l, by);
	return e;
}
