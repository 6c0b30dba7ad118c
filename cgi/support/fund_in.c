/* fund_in.c - what came in 收入: purchases by government, grants, gifts of money and in kind, the
 * takings of 义演 义诊 义卖. It counts at once. */
#include <string.h>

#include "clock.h"
#include "code.h"
#include "form.h"
#include "fund.h"
#include "proof.h"
#include "secret.h"

#define IN_IN(X, T) \
	X(T, CODE, fund_source, 1, 2) \
	X(T, WORD, way, 1, 8) \
	X(T, STR, amount_yuan, 1, 40) \
	X(T, STR, estimate, 0, 200) \
	X(T, CODE, activity, 0, 24) \
	X(T, CODE, project, 0, 24) \
	X(T, STR, party, 0, 80) \
	X(T, NO, volunteer_no, 0, 32) \
	X(T, FLAG, party_public, 0, 1) \
	X(T, STR, purpose, 2, 200) \
	X(T, DAY, happened_on, 1, 0) \
	X(T, FILE, file, 0, PROOF_BYTES)
FORM_DEFINE(in_in, IN_IN);

enum { ACTIVITY_DAYS = 400, DAY = 86400 };

static struct stmt activities_q = SQL(
	"SELECT no AS code, title AS name, DATE(starts_at) AS hint"
	"  FROM activity FORCE INDEX (activity_day)"
	" WHERE station_id = ?"
	"   AND starts_at BETWEEN ? AND ?"
	"   AND state NOT IN ('draft', 'cancelled')"
	" ORDER BY starts_at DESC"
	" LIMIT 60");
static struct stmt activity_q = SQL(
	"SELECT id"
	"  FROM activity"
	" WHERE no = ?"
	"   AND station_id = ?"
	"   AND starts_at <= ?"
	"   AND state NOT IN ('draft', 'cancelled')");
static struct stmt add_q = SQL(
	"INSERT INTO fund_entry (uid, no, station_id, project_id, direction, amount_fen,"
	"       fund_source, way, purse_id, activity_id, estimate, party, party_public, person_id,"
	"       purpose, happened_on, document_id, entered_by, entered_at, state)"
	" VALUES (?, ?, ?, ?, 'in', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'approved')");
static struct stmt once_q = SQL(
	"SELECT no"
	"  FROM fund_entry"
	" WHERE uid = ?"
	"   AND station_id = ?");

enum err fund_in(struct rq *q)
{
	enum err e = put_codes(q, "Sources", "fund_source");
	if (!e)
		e = put_fund_projects(q);
	if (!e)
		e = put_query(q, "Activities", &activities_q,
			      ARGS(A_(q->station),
				   A_(clock_time(q->arena, q->now - ACTIVITY_DAYS * DAY)),
				   A_(clock_time(q->arena, q->now))));
	if (e)
		return e;
	form_key(q, "fund_in");
	if (!form_again(q)) {
		put(q, "Form.happened_on", clock_day(q->arena, q->now));
		put(q, "Form.way", "money");
	}
	return page(q, "support/fund_in.cs");
}

struct coming {
	struct rq *q;
	struct in_in in;
	struct fund_row f;
	struct bytes uid, paper;
};

static enum err coming_store(void *ctx)
{
	struct coming *c = ctx;
	struct rq *q = c->q;
	struct in_in *in = &c->in;
	struct fund_row *f = &c->f;
	struct fund_bar bar = { NULL };
	enum err e = in->file ? proof_keep(q, in->file, "fund", c->paper, &f->document) : OK;
	if (!e && !str_eq(f->way, "goods"))
		e = fund_purse(&q->actor, f->project, f->source, &f->purse);
	if (!e)
		e = number_next(&q->actor, 'E', q->station, &f->no);
	if (!e)
		e = db_exec(&add_q,
			    ARGS(A_(c->uid), A_(f->no), A_(q->station), A_(f->project), A_(f->fen),
				 A_(f->source), A_(f->way), A_(f->purse), A_(f->activity),
				 A_(str_or(in->estimate, "")), A_(str_or(in->party, "")),
				 A_(in->party_public), A_(f->person), A_(in->purpose), A_(f->day),
				 A_(f->document), A_(q->staff), A_(actor_time(&q->actor))),
			    &f->id);
	if (!e)
		e = fund_paper_add(&q->actor, f->id, f->document);
	if (!e)
		e = fund_count(f, &bar);
	return e ? e : audit(&q->actor, "fund_entry.in", "fund_entry", f->id, f->no);
}

/* What the table of fields cannot say. */
static enum err coming_check(struct coming *c)
{
	struct rq *q = c->q;
	struct in_in *in = &c->in;
	struct fund_row *f = &c->f;
	bool takings = str_in(in->way, FUND_TAKINGS);
	if (!str_in(in->way, FUND_WAYS))
		form_error(q, "way", "unknown_code");
	if (str_eq(in->way, "goods") && !in->estimate)
		form_error(q, "estimate", "estimate_wanted");
	if (takings && !in->activity)
		form_error(q, "activity", "activity_wanted");
	if (in->party_public && !in->party && !in->volunteer_no)
		form_error(q, "party", "party_wanted");
	fund_day(q, in->happened_on);
	fund_amount(q, "amount_yuan", in->amount_yuan, &f->fen);
	const char *wrong = in->file ? proof_fault((const uint8_t *)in->file->value, in->file->n)
				     : NULL;
	if (wrong)
		form_error(q, "file", wrong);
	enum err e = code_check(q, "fund_source", "fund_source", in->fund_source);
	if (!e)
		e = fund_party(q, in->volunteer_no, &f->person, &in->party);
	if (!e)
		e = fund_project(q, in->project, &f->project);
	if (!e && takings && in->activity)
		e = db_int(&activity_q,
			   ARGS(A_(in->activity), A_(q->station), A_(actor_time(&q->actor))),
			   &f->activity);
	if (e == ERR_NOT_FOUND) {
		err_clear();
		form_error(q, "activity", "unknown_code");
		e = OK;
	}
	return e;
}

enum err fund_in_add(struct rq *q)
{
	struct coming c = { .q = q,
			    .paper = secret_uid(q->arena),
			    .f = { .station = q->station,
				   .direction = "in",
				   .purse = DB_NONE,
				   .line = DB_NONE,
				   .activity = DB_NONE,
				   .document = DB_NONE } };
	if (!form_read(q, in_in_fields, &c.in))
		return ERR_FORM;
	enum err e = coming_check(&c);
	if (!e && !form_ok(q))
		return ERR_FORM;
	if (!e)
		e = form_key_uid(q, "fund_in", &c.uid);
	if (e)
		return e;
	c.f.source = c.in.fund_source;
	c.f.way = c.in.way;
	c.f.day = c.in.happened_on;
	e = db_tx(coming_store, &c);
	if (e && c.in.file)
		proof_drop(q, c.paper);
	if (e == ERR_DUPLICATE) {
		/* Sent twice: the first one stands. */
		err_clear();
		e = db_text(&once_q, ARGS(A_(c.uid), A_(q->station)), &c.f.no);
	}
	return e ? e : see(q, "/support/funds/%s?done=fund_in", c.f.no);
}
