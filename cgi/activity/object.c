/* object.c - objections 异议: a case with a last day, raised by the volunteer here, by others
 * in dispute.c. */
#include "clock.h"
#include "objection.h"
#include "secret.h"
#include "setting.h"
#include "workday.h"

#define OBJECT_IN(X, T) X(T, TEXT, reason, 5, 500)
FORM_DEFINE(object_in, OBJECT_IN);
enum { DUE_DAYS = 5, AGAIN = 2 };

static struct stmt own_q = SQL(
	"SELECT r.no, a.title, r.served_on, r.minutes, ROUND(r.minutes / 60, 2) AS hours,"
	"       r.evidence, r.state"
	"  FROM service_record r"
	"  JOIN activity a ON a.id = r.activity_id"
	" WHERE r.id = ?");
static struct stmt find_q = SQL(
	"SELECT id"
	"  FROM service_record"
	" WHERE no = ?"
	"   AND person_id = ?");
/* Of all versions of the record; what was upheld has changed it. */
static struct stmt rejected_q = SQL(
	"SELECT COUNT(*)"
	"  FROM service_record x"
	"  JOIN service_record r ON r.uid = x.uid"
	"  JOIN objection o ON o.record_id = r.id AND o.state = 'rejected'"
	" WHERE x.id = ?");
static struct stmt station_q = SQL(
	"SELECT station_id"
	"  FROM service_record"
	" WHERE id = ?");
static struct stmt open_q = SQL(
	"SELECT COUNT(*)"
	"  FROM objection"
	" WHERE record_id = ?"
	"   AND state = 'open'");
static struct stmt add_q = SQL(
	"INSERT INTO objection (uid, no, station_id, record_id, person_id, name_sealed,"
	"       phone_sealed, phone_index, reason, held_state, raised_at, due_on)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");

struct raising {
	struct rq *q;
	struct objection *o;
	int64_t station;
	const char *due;
};

static enum err objection_add(void *ctx)
{
	struct raising *r = ctx;
	struct objection *o = r->o;
	struct rq *q = r->q;
	const char *held;
	int64_t id, open;
	enum err e = record_hold(&q->actor, o->record, &held);
	if (!e)
		e = db_int(&open_q, ARGS(A_(o->record)), &open);
	if (!e && open)
		return ERR(ERR_STALE, "a case is open");
	if (!e)
		e = number_next(&q->actor, 'J', r->station, &o->no);
	if (!e)
		e = db_exec(
			&add_q,
			ARGS(A_(o->uid), A_(o->no), A_(r->station), A_(o->record), A_(o->person),
			     A_(secret_seal(q->arena, "objection.name", o->uid, o->name)),
			     A_(secret_seal(q->arena, "objection.phone", o->uid, o->phone)),
			     A_(secret_index(q->arena, "objection.phone", o->phone)), A_(o->reason),
			     A_(held), A_(clock_time(q->arena, q->now)), A_(r->due)),
			&id);
	return e ? e : audit(&q->actor, "objection.raise", "objection", id, held);
}

enum err objection_raise(struct rq *q, struct objection *o)
{
	struct raising r = { .q = q, .o = o };
	int64_t days;
	enum err e = db_int(&station_q, ARGS(A_(o->record)), &r.station);
	if (!e)
		e = setting_rule(r.station, "objection_due_days", DUE_DAYS, &days);
	if (!e)
		e = workday_add(r.station, clock_day(q->arena, q->now), (int)days, &r.due);
	return e ? e : db_tx(objection_add, &r);
}

/* Another's record is not there. One that ended already has nothing left to object to. */
static enum err object_record(struct rq *q, int64_t *id)
{
	enum err e = db_int(&find_q, ARGS(A_(arg(q, 0)), A_(q->person)), id);
	if (!e)
		e = put_one(q, "Record", &own_q, ARGS(A_(*id)));
	if (!e && !str_in(got(q, "Record.state"), "to_review,notice,effective"))
		e = ERR(ERR_STALE, "record is %s", got(q, "Record.state"));
	return e;
}

/* What has taken effect and was looked into more than once is settled. */
static enum err object_settled(struct rq *q, int64_t id, bool *settled)
{
	int64_t rejected = 0, again;
	*settled = false;
	if (!str_eq(got(q, "Record.state"), "effective"))
		return OK;
	enum err e = db_int(&rejected_q, ARGS(A_(id)), &rejected);
	if (!e)
		e = setting_rule(q->station, "objection_again", AGAIN, &again);
	*settled = !e && rejected >= again;
	return e;
}

enum err object_form(struct rq *q)
{
	int64_t id;
	bool settled = false;
	enum err e = object_record(q, &id);
	if (!e)
		e = object_settled(q, id, &settled);
	put_int(q, "Settled", settled ? 1 : DB_NONE);
	return e ? e : page(q, "activity/object.cs");
}

enum err object_own(struct rq *q)
{
	struct object_in in;
	struct objection o = { .person = q->person };
	bool settled;
	enum err e = object_record(q, &o.record);
	if (!e)
		e = object_settled(q, o.record, &settled);
	if (e)
		return e;
	if (form_read(q, object_in_fields, &in) && settled)
		fault_put(q, NULL, NULL, "object_settled");
	if (!form_ok(q))
		return ERR_FORM;
	o.reason = in.reason;
	o.uid = secret_uid(q->arena);
	e = objection_raise(q, &o);
	return e ? e : see(q, "/activity/hours/%s?done=objected", arg(q, 0));
}
