/* decide.c - staff take on, refuse or let wait, one or all that are ticked. */
#include "decision.h"
#include "form.h"

#define BATCH(X, T, least) \
	X(T, LIST, uid, 1, 100) X(T, WORD, verb, 0, 10) X(T, STR, reason, least, 200)
#define BATCH_IN(X, T)        BATCH(X, T, 0)
#define BATCH_REFUSE_IN(X, T) BATCH(X, T, 2)
FORM_DEFINE(batch_in, BATCH_IN);
FORM_DEFINE(batch_refuse_in, BATCH_REFUSE_IN);
enum { DAY = 86400 };
#define REFUSE_IN(X, T) X(T, STR, reason, 2, 200)
FORM_DEFINE(refuse_in, REFUSE_IN);

/* To the list, as it was filtered. */
static enum err review_back(struct rq *q, const char *done)
{
	const char *project = str_or(query(q, "project"), "");
	return see(q, "/recruit/review?done=%s%s%s", done, *project ? "&project=" : "",
		   url_encode(q->arena, project));
}

/* One, from its own page. */
static enum err review_one(struct decision *d, const char *done)
{
	d->alone = true;
	enum err e = decision_run(d);
	return e ? e : review_back(d->q, done);
}

enum err review_approve(struct rq *q)
{
	struct decision d = { .q = q };
	enum err e = decision_add(&d, arg(q, 0), "accept");
	return e ? e : review_one(&d, "approved");
}

enum err review_refuse(struct rq *q)
{
	struct refuse_in in;
	struct decision d = { .q = q };
	enum err e = decision_add(&d, arg(q, 0), "refuse");
	if (e)
		return e;
	if (!form_read(q, refuse_in_fields, &in))
		return ERR_FORM;
	d.reason = in.reason;
	return review_one(&d, "refused");
}

enum err review_wait(struct rq *q)
{
	struct decision d = { .q = q };
	enum err e = decision_add(&d, arg(q, 0), "queue");
	return e ? e : review_one(&d, "queued");
}

static struct stmt offer_q = SQL(
	"SELECT offered_until"
	"  FROM application"
	" WHERE id = ?"
	"   AND state = 'offered'");

static enum err remind_offers(void *ctx)
{
	const struct decision *d = ctx;
	enum err e = OK;
	for (size_t i = 0; !e && i < d->n; i++) {
		const struct application_row *a = &d->v[i].a;
		const char *until;
		e = db_text(&offer_q, ARGS(A_(a->id)), &until);
		if (!e)
			e = application_tell(&d->q->actor, a, "offer", until, NULL);
		if (!e)
			e = audit(&d->q->actor, "application.remind", "application", a->id, NULL);
	}
	return e == ERR_NOT_FOUND ? ERR(ERR_STALE, "no offer any more") : e;
}

/* Who was offered a place and has not answered is told once more; each once a day. */
static enum err review_remind(struct decision *d)
{
	struct rq *q = d->q;
	enum err e = OK;
	size_t n = 0;
	for (size_t i = 0; !e && i < d->n; i++) {
		e = throttle(q, "offer_remind",
			     arena_fmt(q->arena, "%lld", (long long)d->v[i].a.id), 1, DAY);
		if (!e)
			d->v[n++] = d->v[i];
		else if (e == ERR_THROTTLED)
			e = OK;
	}
	d->n = n;
	if (!e)
		e = db_tx(remind_offers, d);
	return e ? e : see(q, "/recruit/review?state=offered&done=reminded");
}

/* What was ticked, as the button says: taken on, refused with one reason for all, or lined up. */
enum err review_batch(struct rq *q)
{
	static const struct {
		const char *word, *verb, *one, *many;
	} buttons[] = {
		{ "approve", "accept", "approved", "approved_all" },
		{ "wait", "queue", "queued", "queued_all" },
		{ "refuse", "refuse", "refused", "refused_all" },
	};
	struct batch_in in;
	struct batch_refuse_in why;
	struct decision d = { .q = q };
	size_t b = 0;
	if (!form_read(q, batch_in_fields, &in))
		return ERR_FORM;
	bool again = str_eq(in.verb, "remind");
	while (b < 3 && !str_eq(str_or(in.verb, "approve"), buttons[b].word))
		b++;
	enum err e = OK;
	for (size_t i = 0; !e && i < in.uid.n; i++)
		e = decision_add(&d, in.uid.v[i], buttons[b < 3 ? b : 0].verb);
	if (e)
		return e;
	if (b == 3)
		return again ? review_remind(&d) : ERR_BAD_REQUEST;
	if (str_eq(buttons[b].verb, "refuse") && !form_read(q, batch_refuse_in_fields, &why))
		return ERR_FORM;
	d.reason = in.reason;
	d.alone = d.n == 1;
	e = decision_run(&d);
	return e ? e : review_back(q, d.n > 1 ? buttons[b].many : buttons[b].one);
}
