/*
 * log.c - the roll 名册点名: staff enter on the day itself when each person came and went, for
 * those without a phone; and 补录, what is entered afterwards with a proof.
 */
#include "activity_state.h"
#include "clock.h"
#include "no_show.h"
#include "roll.h"
#include "rules.h"
#include "secret.h"

#define PASTE_IN(X, T) X(T, TABLE, rows, 1, 20000)
FORM_DEFINE(paste_in, PASTE_IN);

static struct stmt closed_q = SQL(
	"UPDATE activity"
	"   SET roll_closed_at = ?"
	" WHERE id = ?");

static enum err log_may(const struct roll *r)
{
	if (!str_in(r->a.state, "published,running,recording,notice") || r->a.start > r->q->now)
		return ERR(ERR_STALE, "activity is %s", r->a.state);
	return OK;
}

/* Afterwards means after the end, and until all of it is archived. */
static enum err backfill_may(const struct roll *r)
{
	if (!str_in(r->a.state, "published,running,recording,notice") || r->a.end > r->q->now)
		return ERR(ERR_STALE, "activity is %s", r->a.state);
	return OK;
}

static enum err log_open(struct roll *r)
{
	enum err e = roll_open(r);
	if (e)
		return e;
	return str_eq(r->evidence, "list") ? log_may(r) : backfill_may(r);
}

static const char *log_template(const struct roll *r)
{
	return str_eq(r->evidence, "list") ? "activity/log.cs" : "activity/backfill.cs";
}

static enum err log_page(struct rq *q, const char *evidence)
{
	struct roll r = { .q = q, .evidence = evidence };
	enum err e = log_open(&r);
	if (e)
		return e;
	/* Nobody fills in a roll that will not be taken. */
	if (str_eq(evidence, "list") &&
	    !rules_of_the_day((struct rules_span){ r.a.start, r.a.end }, q->now))
		put_int(q, "Late", 1);
	return page(q, log_template(&r));
}

enum err log_show(struct rq *q)
{
	return log_page(q, "list");
}

enum err backfill_show(struct rq *q)
{
	return log_page(q, "backfill");
}

static enum err log_keep(void *ctx)
{
	struct roll *r = ctx;
	bool list = str_eq(r->evidence, "list");
	int64_t absent;
	enum err e = list ? OK : proof_keep(r->q, r->file, "backfill", r->uid, &r->document);
	if (!e)
		e = roll_keep(r);
	if (!e && r->rest)
		e = no_show_rest(&r->q->actor, r->a.id, &absent);
	if (!e && list)
		e = db_change(&closed_q, ARGS(A_(clock_time(r->q->arena, r->q->now)), A_(r->a.id)));
	return e ? e : activity_tick(&r->q->actor, r->a.id);
}

static enum err log_take(struct roll *r)
{
	struct rq *q = r->q;
	roll_read(r);
	if (!form_ok(q))
		return ERR_FORM;
	enum err e = db_tx(log_keep, r);
	if (e && r->file)
		proof_drop(q, r->uid);
	if (e == ERR_CHECK && r->refused)
		return ERR_FORM;
	return e ? e
		 : see(q, "/activity/manage/%s?done=%s", r->a.no,
		       str_eq(r->evidence, "list") ? "logged" : "backfilled");
}

enum err log_save(struct rq *q)
{
	struct roll r = { .q = q, .evidence = "list" };
	enum err e = log_open(&r);
	return e ? e : log_take(&r);
}

/* The proof is looked into before anything else, since it decides whether the rest is worth
 * reading. */
static void log_proof(struct roll *r)
{
	static const struct field none = { "file", "", 0, "" };
	struct rq *q = r->q;
	const struct field *f = NULL;
	const char *wrong = form_field(q, F_FILE, "file", 1, PROOF_BYTES,
				       lang("activity.Field.file"), &f);
	r->file = f ? f : &none;
	r->uid = secret_uid(q->arena);
	if (wrong)
		form_error_text(q, "file", wrong);
	else if (proof_fault((const uint8_t *)f->value, f->n))
		form_error(q, "file", proof_fault((const uint8_t *)f->value, f->n));
}

enum err backfill_save(struct rq *q)
{
	struct roll r = { .q = q, .evidence = "backfill", .need_remark = true };
	enum err e = log_open(&r);
	if (e)
		return e;
	log_proof(&r);
	return log_take(&r);
}

static enum err log_read(struct rq *q, const char *evidence)
{
	struct paste_in in;
	struct roll r = { .q = q, .evidence = evidence };
	enum err e = log_open(&r);
	if (e)
		return e;
	if (!form_read(q, paste_in_fields, &in))
		return ERR_FORM;
	roll_paste(&r, in.rows);
	put_int(q, "Preview", 1);
	return page(q, log_template(&r));
}

enum err log_paste(struct rq *q)
{
	return log_read(q, "list");
}

enum err backfill_paste(struct rq *q)
{
	return log_read(q, "backfill");
}

enum err proof_show(struct rq *q)
{
	return proof_send(q, arg(q, 0), q->station);
}
