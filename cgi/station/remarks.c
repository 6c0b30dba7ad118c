/* remarks.c - 督办: an overseer asks a station to put something right by a day; the station answers,
 * the overseer ends it. */
#include "clock.h"
#include "form.h"
#include "places.h"
#include "row.h"
#include "secret.h"
#include "station.h"
#include "tell.h"

#define PURPOSE "station.remark"
#define REMARK_IN(X, T) \
	X(T, STR, words, 4, 400) \
	X(T, DAY, due_on, 1, 10)
FORM_DEFINE(remark_in, REMARK_IN);
#define ANSWER_IN(X, T) X(T, STR, answer, 4, 400)
FORM_DEFINE(answer_in, ANSWER_IN);

#define SHOWN \
	"LOWER(HEX(r.uid)) AS uid, r.words, r.due_on, r.made_at, o.name AS overseer, r.answer," \
	"       r.answered_at, a.name AS answered_by, r.state," \
	"       (r.state = 'open' AND r.due_on < ?) AS late"
static struct stmt all_q = SQL(
	"SELECT " SHOWN
	"  FROM remark r"
	"  JOIN staff o ON o.id = r.made_by"
	"  LEFT JOIN staff a ON a.id = r.answered_by"
	" WHERE r.station_id = ?"
	" ORDER BY r.state = 'open' DESC, r.due_on DESC, r.id DESC"
	" LIMIT 100");
static struct stmt add_q = SQL(
	"INSERT INTO remark (uid, station_id, words, due_on, made_by, made_at)"
	" VALUES (?, ?, ?, ?, ?, ?)");
static struct stmt find_q = SQL(
	"SELECT id"
	"  FROM remark"
	" WHERE uid = UNHEX(?)"
	"   AND station_id = ?");
static struct stmt answer_q = SQL(
	"UPDATE remark"
	"   SET answer = ?, answered_by = ?, answered_at = ?, state = 'answered'"
	" WHERE id = ?"
	"   AND state IN ('open', 'answered')");
static struct stmt done_q = SQL(
	"UPDATE remark"
	"   SET state = 'done'"
	" WHERE id = ?"
	"   AND state = 'answered'");

static enum err put_remarks(struct rq *q, int64_t station)
{
	return put_query(q, "Remarks", &all_q, ARGS(A_(clock_day(q->arena, q->now)), A_(station)));
}

enum err remarks_show(struct rq *q)
{
	enum err e = put_remarks(q, q->station);
	return e ? e : page(q, "station/remarks.cs");
}

enum err remark_answer(struct rq *q)
{
	struct answer_in in;
	int64_t id;
	enum err e = db_int(&find_q, ARGS(A_(arg(q, 0)), A_(q->station)), &id);
	if (e)
		return e;
	if (!form_read(q, answer_in_fields, &in))
		return ERR_FORM;
	e = audited(&q->actor, &answer_q,
		    ARGS(A_(in.answer), A_(q->staff), A_(clock_time(q->arena, q->now)), A_(id)),
		    "remark.answer", "remark", &id);
	return e ? e : see(q, "/station/remarks?done=saved");
}

enum err place_remarks(struct rq *q)
{
	struct place_row p;
	enum err e = place_find(q, arg(q, 0), &p);
	if (!e)
		e = put_remarks(q, p.id);
	if (e)
		return e;
	put_int(q, "No", p.no);
	put(q, "Name", p.name);
	form_key(q, PURPOSE);
	return page(q, "station/place_remarks.cs");
}

struct remarking {
	struct rq *q;
	const struct place_row *p;
	const struct remark_in *in;
	struct bytes uid;
};

/* Whoever manages the station hears of it. */
static enum err remark_add(void *ctx)
{
	const struct remarking *r = ctx;
	struct rq *q = r->q;
	int64_t id = 0;
	enum err e = audited(&q->actor, &add_q,
			     ARGS(A_(r->uid), A_(r->p->id), A_(r->in->words), A_(r->in->due_on),
				  A_(q->staff), A_(clock_time(q->arena, q->now))),
			     "remark.add", "remark", &id);
	if (e)
		return e;
	struct telling t = { .event = "supervise",
			     .station = r->p->id,
			     .about = "remark",
			     .target = id,
			     .until = r->in->due_on,
			     .name = r->in->words,
			     .path = "/station/remarks" };
	return tell_all(&q->actor, &t, TELL_STAFF, r->p->id);
}

enum err place_remark(struct rq *q)
{
	struct place_row p;
	struct remark_in in;
	struct bytes uid = secret_uid(q->arena);
	int64_t due, today;
	enum err e = place_find(q, arg(q, 0), &p);
	if (!e && form_given(q, "key"))
		e = form_key_uid(q, PURPOSE, &uid);
	if (e)
		return e;
	if (form_read(q, remark_in_fields, &in) && clock_parse_day(in.due_on, &due) &&
	    clock_parse_day(clock_day(q->arena, q->now), &today) && due < today)
		form_error(q, "due_on", "past");
	if (!form_ok(q))
		return ERR_FORM;
	e = db_tx(remark_add, &(struct remarking){ q, &p, &in, uid });
	/* The same form sent twice is one remark. */
	return e && e != ERR_DUPLICATE
		       ? e
		       : see(q, "/station/places/%lld/remarks?done=saved", (long long)p.no);
}

enum err place_remark_done(struct rq *q)
{
	struct place_row p;
	int64_t id;
	enum err e = place_find(q, arg(q, 0), &p);
	if (!e)
		e = db_int(&find_q, ARGS(A_(arg(q, 1)), A_(p.id)), &id);
	if (!e)
		e = audited(&q->actor, &done_q, ARGS(A_(id)), "remark.done", "remark", &id);
	return e ? e : see(q, "/station/places/%lld/remarks?done=saved", (long long)p.no);
}
