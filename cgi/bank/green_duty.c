/* green_duty.c - 值守: staff say which volunteers check cards, until they end it. */
#include "form.h"
#include "green_card.h"
#include "secret.h"
#include "typed_no.h"

#define GIVE_IN(X, T) X(T, NO, volunteer_no, 1, 24)
FORM_DEFINE(give_in, GIVE_IN);
#define END_IN(X, T) X(T, CODE, duty, 32, 32)
FORM_DEFINE(end_in, END_IN);

static struct stmt list_q = SQL(
	"SELECT LOWER(HEX(d.uid)) AS uid, p.name, v.no, d.given_at, f.name AS given_by,"
	"       (SELECT COUNT(*) FROM green_entry e WHERE e.checker_id = d.person_id"
	"       AND e.station_id = d.station_id AND e.kind = 'drop') AS checked"
	"  FROM green_duty d"
	"  JOIN person p ON p.id = d.person_id"
	"  JOIN volunteer v ON v.person_id = d.person_id"
	"  JOIN staff f ON f.id = d.given_by"
	" WHERE d.station_id = ?"
	"   AND d.ended_at IS NULL"
	" ORDER BY d.id"
	" LIMIT 200");
static struct stmt give_q = SQL(
	"INSERT INTO green_duty (uid, station_id, person_id, given_by, given_at)"
	" VALUES (?, ?, ?, ?, ?)");
static struct stmt id_q = SQL(
	"SELECT id"
	"  FROM green_duty"
	" WHERE uid = UNHEX(?)"
	"   AND station_id = ?");
static struct stmt end_q = SQL(
	"UPDATE green_duty"
	"   SET ended_at = ?"
	" WHERE id = ?"
	"   AND ended_at IS NULL");

enum err duty_list(struct rq *q)
{
	enum err e = put_query(q, "Duties", &list_q, ARGS(A_(q->station)));
	return e ? e : page(q, "bank/green_duty.cs");
}

enum err duty_give(struct rq *q)
{
	struct give_in in;
	struct typed_no v;
	int64_t id = 0;
	if (!form_read(q, give_in_fields, &in))
		return ERR_FORM;
	enum err e = typed_no(q, in.volunteer_no, &v);
	if (e == ERR_NOT_FOUND || (!e && (!v.ours || !v.active))) {
		err_clear();
		form_error(q, "volunteer_no", "volunteer_unknown");
		return ERR_FORM;
	}
	if (!e)
		e = audited(&q->actor, &give_q,
			    ARGS(A_(secret_uid(q->arena)), A_(q->station), A_(v.person),
				 A_(q->staff), A_(actor_time(&q->actor))),
			    "green.duty", "green_duty", &id);
	/* Given twice, it is given. */
	return e && e != ERR_DUPLICATE ? e : see(q, "/bank/green/duty?done=duty_given");
}

enum err duty_end(struct rq *q)
{
	struct end_in in;
	int64_t id;
	if (!form_read(q, end_in_fields, &in))
		return ERR_FORM;
	enum err e = db_int(&id_q, ARGS(A_(in.duty), A_(q->station)), &id);
	if (!e)
		e = audited(&q->actor, &end_q, ARGS(A_(actor_time(&q->actor)), A_(id)),
			    "green.duty_end", "green_duty", &id);
	return e ? e : see(q, "/bank/green/duty?done=duty_ended");
}
