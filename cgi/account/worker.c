/* worker.c - a volunteer who is a social worker 社会工作者: level, certificate, unit, until when; noted
 * by staff who saw the certificate. Such may lead projects, activities and pairings. */
#include "account.h"
#include "clock.h"
#include "code.h"

#define WORKER_IN(X, T) \
	X(T, CODE, level, 1, 1) \
	X(T, STR, certificate_no, 0, 40) \
	X(T, STR, unit, 0, 80) \
	X(T, DAY, valid_until, 0, 0)
FORM_DEFINE(worker_in, WORKER_IN);

static struct stmt form_q = SQL(
	"SELECT level, certificate_no, unit, valid_until"
	"  FROM social_worker"
	" WHERE person_id = ?");
static struct stmt worker_q = SQL(
	"SELECT c.name AS level, w.certificate_no, w.unit, w.valid_until, w.noted_at,"
	"       s.name AS noted_by, w.valid_until < ? AS ended"
	"  FROM social_worker w"
	"  JOIN staff s ON s.id = w.noted_by"
	"  LEFT JOIN code_item c ON c.list = 'social_level' AND c.code = w.level"
	" WHERE w.person_id = ?");
static struct stmt save_q = SQL(
	"INSERT INTO social_worker (person_id, station_id, level, certificate_no, unit,"
	"       valid_until, noted_by, noted_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
	"    ON DUPLICATE KEY UPDATE station_id = VALUES(station_id), level = VALUES(level),"
	"       certificate_no = VALUES(certificate_no), unit = VALUES(unit),"
	"       valid_until = VALUES(valid_until), noted_by = VALUES(noted_by),"
	"       noted_at = VALUES(noted_at)");
static struct stmt end_q = SQL(
	"DELETE FROM social_worker"
	" WHERE person_id = ?");

enum err put_worker(struct rq *q, int64_t person)
{
	enum err e = put_one(q, "Worker", &worker_q,
			     ARGS(A_(clock_day(q->arena, q->now)), A_(person)));
	return e == ERR_NOT_FOUND ? OK : e;
}

enum err worker_show(struct rq *q)
{
	struct held h;
	enum err e = held_by_no(q, arg(q, 0), &h);
	if (e)
		return e;
	put(q, "Volunteer.no", h.no);
	put(q, "Volunteer.name", h.name);
	e = put_worker(q, h.id);
	if (!e && !form_again(q) && got(q, "Worker.noted_at"))
		e = put_one(q, "Form", &form_q, ARGS(A_(h.id)));
	if (!e)
		e = put_codes(q, "Levels", "social_level");
	return e ? e : page(q, "account/worker.cs");
}

struct working {
	struct rq *q;
	const struct held *h;
	const struct worker_in *in;
};

static enum err worker_store(void *ctx)
{
	const struct working *w = ctx;
	const struct worker_in *in = w->in;
	struct rq *q = w->q;
	enum err e = db_exec(&save_q,
			     ARGS(A_(w->h->id), A_(q->station), A_(in->level),
				  A_(in->certificate_no), A_(str_or(in->unit, "")),
				  A_(in->valid_until), A_(q->staff),
				  A_(clock_time(q->arena, q->now))),
			     NULL);
	return e ? e : audit(&q->actor, "volunteer.worker", "person", w->h->id, in->level);
}

enum err worker_save(struct rq *q)
{
	struct worker_in in;
	struct held h;
	enum err e = held_by_no(q, arg(q, 0), &h);
	if (e)
		return e;
	if (!form_read(q, worker_in_fields, &in))
		return ERR_FORM;
	e = code_check(q, "level", "social_level", in.level);
	if (e)
		return e;
	if (!str_eq(in.level, "0") && !in.certificate_no)
		form_error(q, "certificate_no", "required");
	if (!form_ok(q))
		return ERR_FORM;
	e = db_tx(worker_store, &(struct working){ q, &h, &in });
	return e ? e : see(q, "/account/volunteers/%s?done=worker", h.no);
}

static enum err worker_gone(void *ctx)
{
	const struct working *w = ctx;
	enum err e = db_change(&end_q, ARGS(A_(w->h->id)));
	return e ? e : audit(&w->q->actor, "volunteer.worker_end", "person", w->h->id, NULL);
}

enum err worker_end(struct rq *q)
{
	struct held h;
	enum err e = held_by_no(q, arg(q, 0), &h);
	if (!e)
		e = db_tx(worker_gone, &(struct working){ q, &h, NULL });
	return e ? e : see(q, "/account/volunteers/%s?done=worker_end", h.no);
}
