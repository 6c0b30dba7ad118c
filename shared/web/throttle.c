/* throttle.c - counts tries in fixed windows, in the database, so that all processes share them. */
#include <string.h>

#include "clock.h"
#include "db.h"
#include "secret.h"
#include "session.h"

enum { TRIES = 3, KEPT_SECONDS = 2 * 86400 };

/* LAST_INSERT_ID(x) hands the new count back with the answer, without a second round trip. */
static struct stmt hit_q = SQL(
	"INSERT INTO throttle (bucket, window_start, hits)"
	" VALUES (?, ?, 1)"
	"    ON DUPLICATE KEY UPDATE hits = LAST_INSERT_ID(hits + 1)");
static struct stmt hits_q = SQL(
	"SELECT COALESCE(SUM(hits), 0)"
	"  FROM throttle"
	" WHERE bucket = ?"
	"   AND window_start = ?");
static struct stmt sweep_q = SQL(
	"DELETE FROM throttle"
	" WHERE window_start < ?"
	" LIMIT 500");

/* Old counters go now and then, by whoever opens a new one. */
static enum err throttle_sweep(struct rq *q)
{
	uint8_t dice;
	secret_random(&dice, 1);
	if (dice)
		return OK;
	enum err e = db_exec(&sweep_q, ARGS(A_(clock_time(q->arena, q->now - KEPT_SECONDS))), NULL);
	return e == ERR_RETRY ? OK : e;
}

static struct bytes bucket_of(struct rq *q, const char *what, const char *who)
{
	struct bytes text = { (const uint8_t *)who, strlen(who) };
	return secret_mac(q->arena, arena_fmt(q->arena, "throttle:%s", what), text);
}

static const char *window_of(struct rq *q, int seconds)
{
	return clock_time(q->arena, q->now - q->now % seconds);
}

enum err throttle_left(struct rq *q, const char *what, const char *who, int limit,
		       int window_seconds)
{
	int64_t hits;
	enum err e = db_int(&hits_q,
			    ARGS(A_(bucket_of(q, what, who)), A_(window_of(q, window_seconds))),
			    &hits);
	return e ? e : hits >= limit ? ERR_THROTTLED : OK;
}

enum err throttle(struct rq *q, const char *what, const char *who, int limit, int window_seconds)
{
	/* Rolled back with its caller, a try would not count. */
	if (db_in_tx() || window_seconds <= 0 || window_seconds > KEPT_SECONDS)
		return ERR(ERR_INTERNAL, "throttle %s", what);
	struct bytes bucket = bucket_of(q, what, who);
	const char *start = window_of(q, window_seconds);
	int64_t hits = 0;
	enum err e = ERR_RETRY;
	for (int i = 0; i < TRIES && e == ERR_RETRY; i++) {
		err_clear();
		e = db_exec(&hit_q, ARGS(A_(bucket), A_(start)), &hits);
	}
	if (e)
		return e;
	if ((hits ? hits : 1) > limit) /* the first comes as 0 */
		return ERR_THROTTLED;
	return hits ? OK : throttle_sweep(q);
}
