/*
 * breaker.c - a destination in trouble is left alone: five failed exchanges in a row open it, then
 * one probe at a time goes out. Its state is a row, so all posters share it; each change is a
 * compare-and-set on its version.
 */
#include "config.h"
#include "log.h"
#include "post.h"

enum { FAILS = 5, OPEN_MAX_MS = 600000, PROBE_SECONDS = 60 };

static struct stmt make_q = SQL(
	"INSERT IGNORE INTO breaker (destination_id)"
	" VALUES (?)");
static struct stmt good_q = SQL(
	"UPDATE breaker"
	"   SET state = 'closed', fails = 0, open_until = NULL, version = version + 1"
	" WHERE destination_id = ?"
	"   AND (state <> 'closed' OR fails > 0)");
static struct stmt fail_q = SQL(
	"UPDATE breaker"
	"   SET fails = fails + 1, version = version + 1"
	" WHERE destination_id = ?");
static struct stmt fails_q = SQL(
	"SELECT fails"
	"  FROM breaker"
	" WHERE destination_id = ?");
static struct stmt open_q = SQL(
	"UPDATE breaker"
	"   SET state = 'open', open_until = NOW(3) + INTERVAL ? * 1000 MICROSECOND,"
	"       version = version + 1"
	" WHERE destination_id = ?");
static struct stmt probe_q = SQL(
	"UPDATE breaker"
	"   SET state = 'half_open', open_until = NOW(3) + INTERVAL ? SECOND, version = version + 1"
	" WHERE destination_id = ?"
	"   AND version = ?"
	"   AND state IN ('open', 'half_open')"
	"   AND open_until <= NOW(3)");

enum err breaker_good(struct dest *d)
{
	int64_t rows;
	if (!d->open && !d->fails)
		return OK;
	enum err e = db_affect(&good_q, ARGS(A_(d->id)), &rows);
	if (!e && d->open)
		log_info("destination %s answers again", d->code);
	if (!e) {
		d->open = false;
		d->fails = 0;
	}
	return e;
}

static int64_t pause_ms(int64_t fails)
{
	int64_t ms = cfg.post_open_ms;
	for (int64_t i = FAILS; i < fails && ms < OPEN_MAX_MS; i++)
		ms *= 2;
	return ms < OPEN_MAX_MS ? ms : OPEN_MAX_MS;
}

enum err breaker_bad(struct dest *d, int64_t retry_after_s)
{
	int64_t rows;
	enum err e = db_exec(&make_q, ARGS(A_(d->id)), NULL);
	if (!e && retry_after_s >= 0) {
		/* The platform said when: no failure, but nothing goes out before. */
		d->open = true;
		d->may_probe = false;
		return db_affect(&open_q, ARGS(A_(retry_after_s * 1000), A_(d->id)), &rows);
	}
	if (!e)
		e = db_affect(&fail_q, ARGS(A_(d->id)), &rows);
	if (!e)
		e = db_int(&fails_q, ARGS(A_(d->id)), &d->fails);
	if (e || d->fails < FAILS)
		return e;
	e = db_affect(&open_q, ARGS(A_(pause_ms(d->fails)), A_(d->id)), &rows);
	if (!e && !d->open)
		log_info("destination %s does not answer: waiting %lld "
			 "ms",
			 d->code, (long long)pause_ms(d->fails));
	d->open = true;
	d->may_probe = false;
	return e;
}

enum err breaker_probe(struct dest *d, bool *mine)
{
	int64_t rows;
	enum err e = db_affect(&probe_q,
			       ARGS(A_((int64_t)PROBE_SECONDS), A_(d->id), A_(d->breaker_version)),
			       &rows);
	*mine = !e && rows == 1;
	d->may_probe = false;
	return e;
}
