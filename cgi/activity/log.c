/*
 * log.c - the roll 名册点名: staff enter on the day itself when each person came and went, for
 * those without a phone; and 补录, what is entered afterwards with a proof.
 */
#include "activity_state.h"
#include "clock.h"
#include "roll.h"
#include "secret.h"

#define PASTE_IN(X, T) X(T, TEXT, rows, 1, 20000)
FORM_DEFINE(paste_in, PASTE_IN);

static struct stmt closed_q = SQL(
	"UPDATE activity"
	"   SET roll_closed_at = ?"
	" WHERE id = ?");

static enum err may_log(const struct roll *r)
{
	if (!str_in(r->a.state, "published,running,recording,notice") || r->a.start > r->q->now)
		return ERR(ERR_STALE, "activity is %s", r->a.state);
	return OK;
}

/* Afterwards means after the end, and until all of it is archived. */
static enum err may_backfill(const struct roll *r)
{
	if (!str_in(r->a.state, "published,running,recording,notice") || r->a.end > r->q->now)
		return ERR(ERR_STALE, "activity is %s", r->a.state);
	return OK;
}

static enum err open(struct roll *r)
{
	enum err e = roll_open(r);
	if (e)
		return e;
	return str_eq(r->evidence, "list") ? may_log(r) : may_backfill(r);
}

static const char *template(const struct roll *r)
{
	return str_eq(r->evidence, "list") ? "activity/log.cs" : "activity/backfill.cs";
}

static enum err show(struct rq *q, const char *evidence)
{
	struct roll r = { .q = q, .evidence = evidence };
	enum err e = open(&r);
	if (e)
		return e;
	/* Nobody fills in a roll that will not be taken. */
	if (str_eq(evidence, "list") && !str_eq(r.a.day, clock_day(q->arena, q->now)))
		put_int(q, "Late", 1);
	return page(q, template(&r));
}

enum err log_show(struct rq *q)
{
	return show(q, "list");
}

enum err backfill_show(struct rq *q)
{
	return show(q, "backfill");
}

static enum err keep(void *ctx)
{
	struct roll *r = ctx;
	bool list = str_eq(r->evidence, "list");
	enum err e = list ? OK : proof_keep(r->q, r->file, r->uid, &r->document);
	if (!e)
		e = roll_keep(r);
	if (!e && list)
		e = db_change(&closed_q, ARGS(A_(clock_time(r->q->arena, r->q->now)), A_(r->a.id)));
	return e ? e : activity_tick(&r->q->actor, r->a.id);
}

static enum err save(struct roll *r)
{
	struct rq *q = r->q;
	enum err e = OK;
	roll_read(r);
	if (form_ok(q)) {
		e = db_tx(keep, r);
		if (e && r->file)
			proof_drop(q, r->uid);
	}
	if (e == ERR_CHECK && r->refused)
		e = OK;
	if (e)
		return e;
	return form_ok(q) ? see(q, "/activity/manage/%s?done=%s", r->a.no,
				str_eq(r->evidence, "list") ? "logged" : "backfilled")
			  : page(q, template(r));
}

enum err log_save(struct rq *q)
{
	struct roll r = { .q = q, .evidence = "list" };
	enum err e = open(&r);
	return e ? e : save(&r);
}

/* The proof is looked into before anything else, since it decides whether the rest is worth
 * reading. */
static void take_proof(struct roll *r)
{
	static const struct field none = { "file", "", 0, "" };
	const struct field *f = body_field(r->q, "file");
	r->file = f && f->filename ? f : &none;
	r->uid = secret_uid(r->q->arena);
	if (!r->file->n)
		form_error(r->q, "file", "proof_needed");
	else if (r->file->n > PROOF_BYTES)
		form_error(r->q, "file", "proof_large");
	else if (!proof_type((const uint8_t *)r->file->value, r->file->n))
		form_error(r->q, "file", "proof_kind");
}

enum err backfill_save(struct rq *q)
{
	struct roll r = { .q = q, .evidence = "backfill", .need_remark = true };
	enum err e = open(&r);
	if (e)
		return e;
	take_proof(&r);
	return save(&r);
}

static enum err paste(struct rq *q, const char *evidence)
{
	struct paste_in in;
	struct roll r = { .q = q, .evidence = evidence };
	enum err e = open(&r);
	if (e)
		return e;
	if (form_read(q, paste_in_fields, &in)) {
		/* The form's cleaning turns the tabs between columns into spaces. */
		roll_paste(&r, body_field(q, "rows")->value);
		put_int(q, "Preview", 1);
	}
	return page(q, template(&r));
}

enum err log_paste(struct rq *q)
{
	return paste(q, "list");
}

enum err backfill_paste(struct rq *q)
{
	return paste(q, "backfill");
}
