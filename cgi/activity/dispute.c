/*
 * dispute.c - anybody may object to hours under public notice, without an account: a case with a
 * number, a last day for the answer, and an address where its result will stand.
 */
#include <string.h>

#include "code.h"
#include "objection.h"
#include "secret.h"

#define DISPUTE_IN(X, T) \
	X(T, NAME, name, 2, 60) \
	X(T, PHONE, phone, 1, 20) \
	X(T, TEXT, reason, 5, 500)
FORM_DEFINE(dispute_in, DISPUTE_IN);

enum { PER_HOUR = 30, KEY_BYTES = 12 };

static struct stmt record_q = SQL(
	"SELECT r.no, r.state, r.id AS _id, r.station_id AS _station, p.name AS _name,"
	"       a.no AS activity_no, a.title, r.served_on, r.starts_at AS begins,"
	"       r.ends_at AS ends, r.minutes, ROUND(r.minutes / 60, 2) AS hours"
	"  FROM service_record r"
	"  JOIN activity a ON a.id = r.activity_id"
	"  JOIN person p ON p.id = r.person_id"
	" WHERE r.no = ?"
	"   AND r.state IN ('notice', 'disputed')");
static struct stmt case_q = SQL(
	"SELECT o.no, o.state, o.raised_at, o.due_on, o.reason, o.result, o.closed_at,"
	"       r.no AS record_no, a.no AS activity_no, a.title, r.served_on,"
	"       r.station_id AS _station"
	"  FROM objection o"
	"  JOIN service_record r ON r.id = o.record_id"
	"  JOIN activity a ON a.id = r.activity_id"
	" WHERE o.no = ?"
	"   AND o.uid = ?");
static struct stmt uid_q = SQL(
	"SELECT LOWER(HEX(uid))"
	"  FROM objection"
	" WHERE no = ?"
	"   AND person_id IS NULL");
static struct stmt same_q = SQL(
	"SELECT no"
	"  FROM objection"
	" WHERE uid = ?");

/* Only who raised it has its address: the number alone is not enough. */
static const char *dispute_key(struct rq *q, struct bytes uid)
{
	struct bytes mac = secret_mac(q->arena, "activity.case", uid);
	mac.n = KEY_BYTES;
	return hex_encode(q->arena, mac);
}

/* A record under notice; once one objection is open a second one has to wait for its result. */
static enum err dispute_find(struct rq *q)
{
	enum err e = put_one(q, "Record", &record_q, ARGS(A_(arg(q, 0))));
	if (!e)
		e = put_station(q, node_get_int(put_list(q, "Record"), "_station"));
	if (e)
		return e;
	put(q, "Record.name", mask_name(q->arena, str_or(got(q, "Record._name"), "")));
	return str_eq(got(q, "Record.state"), "notice") ? OK : ERR(ERR_STALE, "a case is open");
}

enum err dispute_form(struct rq *q)
{
	enum err e = dispute_find(q);
	form_key(q, "dispute");
	return e ? e : page(q, "activity/dispute.cs");
}

enum err dispute(struct rq *q)
{
	struct dispute_in in;
	struct objection o = { .person = DB_NONE };
	/* Sent twice, the first answer comes again, though the record is held by now. */
	enum err e = form_key_uid(q, "dispute", &o.uid);
	if (e)
		return e;
	e = db_text(&same_q, ARGS(A_(o.uid)), &o.no);
	if (!e)
		return see(q, "/activity/notice/case/%s?k=%s&done=objected", o.no,
			   dispute_key(q, o.uid));
	if (e == ERR_NOT_FOUND)
		e = dispute_find(q);
	if (!e)
		e = throttle(q, "dispute", q->remote, PER_HOUR, 3600);
	if (e)
		return e;
	if (!form_read(q, dispute_in_fields, &in))
		return ERR_FORM;
	o.record = node_get_int(put_list(q, "Record"), "_id");
	o.reason = in.reason;
	o.name = in.name;
	o.phone = in.phone;
	e = objection_raise(q, &o);
	return e ? e
		 : see(q, "/activity/notice/case/%s?k=%s&done=objected", o.no,
		       dispute_key(q, o.uid));
}

enum err dispute_case(struct rq *q)
{
	const char *text, *key = str_or(query(q, "k"), "");
	uint8_t uid[16];
	enum err e = db_text(&uid_q, ARGS(A_(arg(q, 0))), &text);
	if (e)
		return e;
	if (!hex_decode(text, uid, sizeof(uid)))
		return ERR_INTERNAL;
	const char *right = dispute_key(q, BYTES(uid));
	if (strlen(key) != strlen(right) || !secret_equal(key, right, strlen(right)))
		return ERR_NOT_FOUND;
	e = put_one(q, "Case", &case_q, ARGS(A_(arg(q, 0)), A_(BYTES(uid))));
	if (!e)
		e = put_station(q, node_get_int(put_list(q, "Case"), "_station"));
	return e ? e : page(q, "activity/dispute_case.cs");
}
