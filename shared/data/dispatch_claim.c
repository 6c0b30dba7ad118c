/* dispatch_claim.c - a volunteer says yes or no. */
#include "audit.h"
#include "dispatch_inside.h"
#include "propose.h"
#include "row.h"
#include "secret.h"

/* The one statement that decides: the order's row is free, and this volunteer may have it now. */
#define MY_TEAMS "(SELECT m.team_id FROM team_member m WHERE m.person_id = ? AND m.left_at IS NULL)"
#define ASKED \
	"o.id IN (SELECT d.order_id FROM dispatch d WHERE d.order_id = ? AND d.state = 'sent'" \
	" AND (d.person_id = ? OR d.team_id IN " MY_TEAMS "))"
static struct stmt claim_q = SQL(
	"UPDATE service_order o"
	"  JOIN volunteer v ON v.person_id = ? AND v.state = 'active'"
	"   SET o.state = 'taken'"
	" WHERE o.id = ?"
	"   AND o.state = ?"
	"   AND (" ASKED
	"       OR (o.open_at IS NOT NULL AND v.station_id = o.station_id))");
static struct stmt mine_q = SQL(
	"UPDATE dispatch d"
	"   SET d.state = 'accepted', d.answered_at = ?, d.person_id = ?"
	" WHERE d.order_id = ?"
	"   AND d.state = 'sent'"
	"   AND (d.person_id = ? OR d.team_id IN " MY_TEAMS ")"
	" ORDER BY d.person_id IS NULL"
	" LIMIT 1");
static struct stmt grab_q = SQL(
	"INSERT INTO dispatch (uid, order_id, station_id, person_id, round, state, sent_at,"
	"       answered_at)"
	" VALUES (?, ?, ?, ?, 0, 'accepted', ?, ?)");
static struct stmt refuse_q = SQL(
	"UPDATE dispatch"
	"   SET state = 'declined', answered_at = ?, reason = ?"
	" WHERE order_id = ?"
	"   AND person_id = ?"
	"   AND state = 'sent'");

enum err dispatch_claim(const struct actor *by, struct order_at *o, const char **bar)
{
	struct proposal p;
	int64_t mine;
	const char *now = actor_time(by), *from = o->state;
	*bar = NULL;
	if (!str_in(from, "to_dispatch,dispatched"))
		return ERR(ERR_STALE, "order %s", from);
	int64_t me = by->person;
	enum err e = db_change(&claim_q,
			       ARGS(A_(me), A_(o->id), A_(from), A_(o->id), A_(me), A_(me)));
	/* From here on the row is ours; the hard rules are asked again under its lock. */
	if (!e)
		e = propose_of(by, o->id, &me, 1, &p);
	if (!e && p.barred_n && !str_in(p.barred[0].bar, "week,answered")) {
		*bar = p.barred[0].bar;
		return ERR(ERR_CHECK, "order %s", *bar);
	}
	if (!e)
		e = db_affect(
			&mine_q,
			ARGS(A_(now), A_(by->person), A_(o->id), A_(by->person), A_(by->person)),
			&mine);
	if (!e && !mine)
		e = db_exec(&grab_q,
			    ARGS(A_(secret_uid(by->arena)), A_(o->id), A_(o->station),
				 A_(by->person), A_(now), A_(now)),
			    NULL);
	if (!e)
		e = dispatch_recall(by, o->id, "taken");
	return e ? e : order_claimed(by, o, from);
}

enum err dispatch_refuse(const struct actor *by, struct order_at *o, const char *reason)
{
	struct actor there = dispatch_there(by, o->station);
	enum err e = db_change(&refuse_q,
			       ARGS(A_(actor_time(by)), A_(reason), A_(o->id), A_(by->person)));
	if (!e)
		e = audit(&there, "order.refuse", "order", o->id, NULL);
	return e ? e : dispatch_next(by, o);
}
