/* set_back.c - the database's clock was set back: what was leased, stopped or put off until a time
 * that is now far ahead would lie there as long. An hour is more than any lease or rest. */
#include "outbox.h"
#include "post.h"

#define FAR "NOW(3) + INTERVAL 1 HOUR"
static struct stmt leases_q = SQL(
	"UPDATE destination d"
	" STRAIGHT_JOIN outbox o FORCE INDEX (outbox_due) ON o.destination_id = d.id"
	"       AND o.state = 'leased'"
	"   SET o.lease_until = NOW(3) - INTERVAL 1 SECOND"
	" WHERE o.lease_until > " FAR);
static struct stmt waiting_q = SQL(
	"UPDATE destination d"
	" STRAIGHT_JOIN outbox o FORCE INDEX (outbox_due) ON o.destination_id = d.id"
	"       AND o.state = 'waiting'"
	"   SET o.next_at = NOW(3)"
	" WHERE o.next_at > " FAR);
static struct stmt breaker_q = SQL(
	"UPDATE breaker"
	"   SET open_until = NOW(3), version = version + 1"
	" WHERE open_until > " FAR);
static struct stmt runs_q = SQL(
	"UPDATE reconcile_run"
	"   SET lease_until = NOW(3) - INTERVAL 1 SECOND"
	" WHERE state = 'running'"
	"   AND lease_until > " FAR);

enum err post_set_back(void)
{
	enum err e = db_exec(&leases_q, NO_ARGS, NULL);
	if (!e)
		e = db_exec(&waiting_q, NO_ARGS, NULL);
	if (!e)
		e = db_exec(&breaker_q, NO_ARGS, NULL);
	if (!e)
		e = db_exec(&runs_q, NO_ARGS, NULL);
	return e ? e : outbox_set_back();
}
